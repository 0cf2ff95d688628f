"""XML texts: as the 1.0 recommendation has them, whatever a document holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.renderers._text import one_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def element(name: str, parent: Element | None = None, /, **attributes: str | int) -> Element:
    """Return a new element, inside `parent` if there is one; an attribute is one line of characters that XML allows."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - the usual name; only these formats need it

    clean = {key: one_line(str(value)) for key, value in attributes.items()}
    return ET.Element(name, clean) if parent is None else ET.SubElement(parent, name, clean)


def written(root: Element) -> str:
    """Return a document with its declaration, indented."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415

    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
