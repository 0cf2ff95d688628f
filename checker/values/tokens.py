"""Text into words, figures and marks: the only place where the value reader looks at single characters.

Every token keeps its offsets, so nothing that is built of tokens ever has to search the text again.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_SPACE = " \u00a0\u2009\u202f"
_LETTER = r"[^\W\d_]"
_APOSTROPHE = "['’]"
# A figure holds its own separators ("1.234,56", "1 234", "1'234"); which of them is the decimal mark is decided later.
# A break is a line end that no sentence runs across: a blank line, or a capital or bullet on the next line.
_TOKEN = re.compile(
    rf"(?P<figure>(?<!{_LETTER})[0-9]{{1,3}}(?:[{_SPACE}'’][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*|(?<![\w.,])\.[0-9]+)"
    rf"|(?P<vulgar>[¼-¾⅐-⅞])"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*(?:{_APOSTROPHE}{_LETTER}+)*)"
    r"|(?P<mark>\n(?=[ \t]{0,8}\r?\n|[ \t]{0,8}[A-Z•·*])|\S)"
)


class Token(NamedTuple):
    """A word, figure, vulgar fraction or single mark; `start` and `end` (exclusive) are code points of the text."""

    text: str
    key: str
    """The text in lower case and composed form, with plain apostrophes: what tables are looked up by."""
    start: int
    end: int
    kind: str
    """`word`, `figure`, `vulgar` or `mark`; a line break that ends a sentence is a mark."""
    glued: bool
    """Whether no space stands between this token and the one before it."""


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text in order; white space is left out, except where it ends a sentence."""
    tokens = []
    end = -1
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        raw = match.group()
        key = raw if raw.isascii() else unicodedata.normalize("NFC", raw).replace("’", "'")
        glued = start == end and raw != "\n"
        tokens.append(Token(raw, key.lower(), start, stop, match.lastgroup or "mark", glued))
        end = stop
    return tokens
