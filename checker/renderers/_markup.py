"""Text as Markdown that shows it and nothing else: no markup, no HTML, nobody mentioned, nothing linked."""

from __future__ import annotations

import re
from urllib.parse import quote

from checker.renderers._text import one_line

# What services make of plain text after the Markdown is read (people, issues, merge requests, addresses) cannot be
# escaped: it is held apart by a space of no width.
_ACTIVE = re.compile(
    r"(?P<apart>@(?=\w)|#(?=\d)|!(?=\d)|\b[Gg][Hh]-(?=\d)|:(?=//)|\b[Ww]{3}(?=\.))|[\\`*_{}\[\]<>|~&!$]"
)
_REFERENCES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "$": "&#36;"}
_ZERO_WIDTH_SPACE = "\u200b"


def prose(text: str, longest: int | None = None) -> str:
    """Return a text as prose that does not begin a line: one line, cut to `longest` characters before escaping."""
    return _ACTIVE.sub(_escaped, one_line(text, longest))


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    if match["apart"]:
        return sign + _ZERO_WIDTH_SPACE
    return _REFERENCES.get(sign) or f"\\{sign}"


def code(text: str, longest: int | None = None) -> str:
    """Return a text as a code span, which shows it letter by letter and may be copied from."""
    line = one_line(text, longest) or "…"
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    inside = f" {line} " if line.startswith("`") or line.endswith("`") else line
    return f"{fence}{inside}{fence}"


def link(name: str, url: str) -> str:
    """Return a link; `name` is Markdown already."""
    return f"[{name}]({quote(url, safe=':/?#@!$&*+,;=%~-._')})"
