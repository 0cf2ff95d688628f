"""Text into words, figures and marks: the only place where the value reader looks at single characters.

Every token keeps its offsets, so nothing that is built of tokens ever has to search the text again.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_SPACE = " \u00a0\u2009\u202f"
_LETTER = r"[^\W\d_]"
# A figure holds its own separators ("1.234,56", "1 234", "1'234"); which of them is the decimal mark is decided later.
_TOKEN = re.compile(
    rf"(?P<figure>[0-9]{{1,3}}(?:[{_SPACE}'’][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
    rf"|(?P<vulgar>[¼-¾⅐-⅞])"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*(?:['’]{_LETTER}+)*)"
    r"|(?P<mark>\S)"
)


class Token(NamedTuple):
    """A word, figure, vulgar fraction or single mark; `start` and `end` (exclusive) are code points of the text."""

    text: str
    key: str
    """The text in lower case and composed form, with plain apostrophes: what tables are looked up by."""
    start: int
    end: int
    kind: str
    """`word`, `figure`, `vulgar` or `mark`."""
    glued: bool
    """Whether no space stands between this token and the one before it."""


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text in order; white space is left out."""
    tokens = []
    end = -1
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        raw = match.group()
        key = raw
        if not raw.isascii():
            key = unicodedata.normalize("NFC", raw).replace("’", "'")
        tokens.append(Token(raw, key.lower(), start, stop, match.lastgroup or "mark", start == end))
        end = stop
    return tokens
