"""Bytes to text: UTF-8 where it is valid, else the declared or the usual single-byte encoding."""

from __future__ import annotations

import codecs
import re

from checker.errors import DocumentError, Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK = "windows-1252"
# Browsers read these labels as their superset, and so do the authors of pages that carry them.
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}
# Tab, line feed, vertical tab, form feed, carriage return and escape occur in text files.
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01


def _binary(path: str, reason: str) -> DocumentError:
    message = f"looks binary: {reason}; give a text, Markdown or HTML file"
    return DocumentError(Problem(path=path, code="binary", message=message))


def _declared_codec(label: str | None) -> str | None:
    """Return the codec of a declared label that says more than UTF-8, or None."""
    try:
        name = codecs.lookup((label or "").strip()).name
        "".encode(name)  # codecs that do not make text from bytes (such as rot13) raise here
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if name.startswith("utf") else _SUPERSETS.get(name, name)


def decode(data: bytes, path: str, *, declared: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file without byte-order mark, and a notice where its encoding had to be guessed.

    `declared` is the encoding label that the file itself gives; it counts only where the bytes are no valid UTF-8.
    Raises DocumentError where the bytes are no text.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(codec), ()
            except UnicodeDecodeError:
                break
    if b"\0" in data:
        raise _binary(path, "it holds NUL bytes")
    if len(_CONTROLS.findall(data)) > max(2, _MOST_CONTROLS * len(data)):
        raise _binary(path, "it is full of control characters")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        offset = error.start
    declared_codec = _declared_codec(declared)
    if declared_codec is not None:
        try:
            return data.decode(declared_codec), ()
        except UnicodeDecodeError as error:
            offset = error.start
    text = data.decode(_FALLBACK, errors="replace")
    before = data[:offset]
    line = before.count(b"\n") + 1
    message = f"is no valid UTF-8 (first at this line), so it was read as {_FALLBACK}; save it as UTF-8"
    return text, (Problem(path=path, code="encoding", message=message, line=line, column=None, warning=True),)
