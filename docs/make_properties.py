"""Write docs/reference/properties.md, the list of the built-in properties, from the properties themselves.

Usage: python docs/make_properties.py
"""

from __future__ import annotations

from pathlib import Path

from checker.properties import Property, built_in

PAGE = Path(__file__).resolve().parent / "reference" / "properties.md"
HEAD = """# Built-in properties

Made from `checker/properties/` by `python docs/make_properties.py`; not to be edited by hand. The keys are explained in
[the fact base format](fact-base.md#properties). An id under "also" can be used in a fact base instead.

| property | type | nl | en | of | also |
| --- | --- | --- | --- | --- | --- |
"""


def _cells(item: Property) -> tuple[str, ...]:
    kind = (
        item.type + (f" ({item.unit})" if item.unit else "") + (" of " + ", ".join(item.values) if item.values else "")
    )
    return (
        f"`{item.id}`",
        kind,
        item.label.get("nl", ""),
        item.label.get("en", ""),
        ", ".join(item.subjects) or "any",
        ", ".join(f"`{other}`" for other in item.aka),
    )


def page() -> str:
    """Return the page as it should be."""
    return HEAD + "".join(f"| {' | '.join(_cells(item))} |\n".replace("|  |", "| |") for item in built_in().values())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
