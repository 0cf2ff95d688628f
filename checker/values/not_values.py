"""What holds digits and is no value: addresses, phone numbers, clock times, postcodes, product names, versions, notes.

Every pattern is bounded or made of disjoint parts, so the search takes time in proportion to the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.values.lexicon import Lexicon

_SP = r"[ \u00a0\u202f]"
_HY = "[-‐‑–]"
_SHARED = (
    ("url", r"\b(?:https?:/{1,2}|www\.)[^\s<>\"“”]+"),
    ("email", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    ("handle", r"(?<![\w@])[@#][^\W\d_]\w{1,50}"),
    ("phone", rf"(?<![\w+])(?:\+|00)[1-9]\d{{0,2}}(?:(?:{_SP}|[-./]|\(0\)|\(|\)){{0,3}}\d){{6,14}}(?!\w)"),
    ("phone", rf"(?<![\w.,+-])(?:\(0\d{{1,4}}\)|0\d{{1,3}}){_SP}?[-/–]?{_SP}?\d{{2,4}}(?:[ .-]?\d{{2,4}}){{1,3}}(?![\w%€])"),
    ("phone", r"(?<![\w.,+-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w)"),
    ("postcode", rf"\b[1-9]\d{{3}}{_SP}?[A-Z]{{2}}\b(?!-)(?={_SP}|[,.;)\n]|$)"),
    ("postcode", r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
    ("iban", r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b"),
    ("version", r"\b[vV]\d{1,4}(?:\.\d{1,4}){1,3}\b|(?<![\d.,])\d{1,3}\.\d{1,3}\.\d{1,3}(?:\.\d{1,4})?(?![\d.,]?\d)(?!\.\d)"),
    ("product", rf"(?<![\w/])\d{{1,2}}[x×]\d{{1,2}}(?:['’]?s)?\b(?!{_SP}?(?:cm|mm|m|km|inch)\b)(?![x×])"),
    ("product", rf"(?<![\w'’])(?=[^\W_]*{_HY}?\d)[A-Z](?:[^\W\d_]{{0,11}})(?:{_HY}?\d{{1,5}})(?:{_HY}?[A-Z0-9]{{1,6}}){{0,3}}(?:['’]?s)?(?!\w)(?!{_HY}[a-z]{{5}})"),
    ("product", rf"X\d{{1,4}}[A-Z]{{1,3}}\d{{0,4}}(?:{_HY}[A-Z0-9]{{1,6}})?(?!\w)"),
    ("product", rf"(?<![\w])[A-Z][A-Za-z]{{0,20}}{_HY}\d{{1,4}}(?!\w)(?![.,]\d)"),
)


class Span(NamedTuple):
    """A stretch of text that is no value; `kind` says what it is. Offsets are code points, end exclusive."""

    start: int
    end: int
    kind: str


@cache
def _pattern(clock: tuple[str, ...], numbering: tuple[str, ...]) -> re.Pattern[str]:
    after = "|".join(re.escape(word) for word in sorted(clock, key=len, reverse=True))
    named = "|".join(re.escape(word) for word in sorted(numbering, key=len, reverse=True))
    own = (
        ("time", rf"(?<![\w.,:])(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.][0-5]\d)?(?:{_SP}?(?:{after})(?!\w)|(?<=:\d\d)(?![\d:.]\d))"),
        ("time", rf"(?<![\w.,:])(?:[01]?\d|2[0-4]){_SP}?(?:o'clock|o’clock|a\.m\.|p\.m\.|am|pm)(?!\w)"),
        ("number", rf"(?<!\w)(?i:{named}){_SP}?\d{{1,5}}(?:\.\d{{1,3}}){{0,3}}(?![\w%]|[.,]\d)"),
    )
    groups = "|".join(f"(?P<k{index}>{pattern})" for index, (_, pattern) in enumerate((*_SHARED, *own)))
    return re.compile(groups)


def find_spans(text: str, lexicon: Lexicon) -> list[Span]:
    """Return what is no value in a text, in order."""
    pattern = _pattern(lexicon.units.clock, lexicon.units.numbering)
    kinds = [*(kind for kind, _ in _SHARED), "time", "time", "number"]
    return [Span(*match.span(), kinds[int((match.lastgroup or "k0")[1:])]) for match in pattern.finditer(text)]
