"""Text of a document or file name as a line that acts on nothing: no terminal, no log, no reading direction."""

from __future__ import annotations

import re

# Terminal commands first, then what is left of control characters, among them those that turn the direction of text,
# and what is no character at all: XML 1.0 allows neither.
_COMMAND = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(text: str, longest: int | None = None) -> str:
    """Return a text as one line without control characters, cut to at most `longest` characters with an ellipsis."""
    if not text.isprintable():  # most texts are, and most of the time of a large report goes here
        text = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", _COMMAND.sub("", text)))
    line = " ".join(text.split())
    return line if longest is None or len(line) <= longest else line[: longest - 1].rstrip() + "…"
