"""Where the page of a document goes: its path mirrored inside the report folder, and never outside it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

INDEX = "index.html"
_SUFFIX = ".html"
_LONGEST = 120
"""Bytes of one part of a path; file systems allow 255, and a suffix and a number are still to come."""
# What Windows, a URL or a terminal cannot bear in a file name, among it what turns the direction of text.
_UNFIT = re.compile('[\x00-\x1f\x7f-\x9f<>:"|?*\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def page_names(paths: Iterable[str]) -> tuple[str, ...]:
    """Return a relative file name for the page of each document: `drafts/a.md` becomes `drafts/a.md.html`.

    Parts that lead elsewhere (`..`, a root, a drive) and characters that file systems refuse are taken out. Names that
    would clash, also on file systems that do not tell case apart, get a number.
    """
    files = {INDEX}
    folders: set[str] = set()
    names = []
    for path in paths:
        parts = _parts(path)
        number = 1
        while True:
            name = "/".join(parts) + (f"-{number}" if number > 1 else "") + _SUFFIX
            key = unicodedata.normalize("NFC", name).casefold()
            above = {key[:position] for position, character in enumerate(key) if character == "/"}
            if above & files:  # a page already stands where a folder would have to
                parts = ["-".join(parts)]
            elif key in files or key in folders:
                number += 1
            else:
                break
        files.add(key)
        folders |= above
        names.append(name)
    return tuple(names)


def link(name: str, origin: str = INDEX) -> str:
    """Return the relative URL of a file of the report, seen from another."""
    return "../" * origin.count("/") + quote(name)


def _parts(path: str) -> list[str]:
    parts = [_UNFIT.sub("_", part).strip(" ") for part in path.replace("\\", "/").split("/")]
    kept = [_fit(part) for part in parts if part.strip(".")]
    return kept or ["document"]


def _fit(part: str) -> str:
    part = part.rstrip(".")
    if _DEVICE.fullmatch(part):
        part = f"_{part}"
    encoded = part.encode("utf-8")
    if len(encoded) <= _LONGEST:
        return part
    digest = hashlib.sha256(encoded).hexdigest()[:8]
    return f"{encoded[: _LONGEST - 9].decode('utf-8', 'ignore')}-{digest}"
