"""What holds digits and is no value: addresses, phone numbers, clock times, postcodes, product names, versions, notes.

Every pattern is bounded or made of parts that share no character, so the search takes time in proportion to the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.values.lexicon import Lexicon

_SP = "[ \u00a0\u202f]"
_HY = "[-‐‑–]"
# A leading nought or an area code in brackets, but no date in digits ("09/04/2024") and no number ("0,5").
_NATIONAL_PHONE = (
    r"(?<![\w.,+/-])(?!\d{1,2}[-/.]\d{1,2}[-/.]\d\d)(?:\(0\d{1,4}\)|0\d{1,4})"
    rf"{_SP}?[-/–]?{_SP}?\d{{2,8}}(?:[ .-]?\d{{2,4}}){{0,3}}(?![\w%€])(?![.,]\d)"
)
PATTERNS = (
    ("url", r"(?<!\w)(?:https?:/{1,2}|www\.)[^\s<>\"“”]+"),
    ("email", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    ("handle", r"(?<![\w@])[@#][^\W\d_]\w{1,50}"),
    ("phone", rf"(?<![\w+])(?:\+|00)[1-9]\d{{0,2}}(?:(?:{_SP}|[-./]|\(0\)|\(|\)){{0,3}}\d){{6,14}}(?!\w)"),
    ("phone", _NATIONAL_PHONE),
    ("phone", r"(?<![\w.,+-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w)"),
    ("postcode", rf"(?<!\w)[1-9]\d{{3}}{_SP}?[A-Z]{{2}}(?![\w-])(?={_SP}{{0,2}}[A-Z(]|[,.;)\n]|$)"),
    ("postcode", r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)"),
    ("isbn", r"(?<!\w)ISBN(?:-1[03])?:? ?[\dX -]{10,17}(?!\w)"),
    ("postcode", rf"(?<![\w-])[A-Z]{{1,2}}{_HY}\d{{4,5}}(?={_SP}[A-Z])"),
    ("iban", r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?!\w)"),
    ("version", r"(?<!\w)[vV]\d{1,4}(?:\.\d{1,4}){1,3}(?!\w)"),
    ("version", r"(?<![\w.,])\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,4})?(?![\w.,]\d|\w)"),
    ("note", r"\[\d{1,3}\]|(?<=[^\W\d_])\(\d{1,2}\)"),
    ("list", r"(?:(?<=\n)|(?<![\s\S]))[ \t]{0,8}\(?\d{1,2}(?:\.(?=[ \t]{1,4}[^\Wa-z\d_])|\)(?=[ \t]))"),
    ("time", r"(?<![\w.,:/])(?:[01]?\d|2[0-4]):[0-5]\d(?![\w:.,]\d|\d)"),
    ("name", r"(?<![\w./])(?:24/7|9/11|50/50|\d-in-\d)(?![\w/])"),
    ("product", rf"(?<![\w/])\d{{1,2}}[x×]\d{{1,2}}(?:['’]?s)?(?!\w)(?!{_SP}?(?:cm|mm|m|km|inch)\b)(?![x×])"),
    (
        "product",
        rf"(?<![\w'’])[A-Za-z]{{1,12}}\d{{1,5}}[A-Za-z0-9]{{0,6}}(?:{_HY}[A-Z0-9]{{1,6}}){{0,3}}(?:['’]s)?(?!\w)",
    ),
    ("product", rf"(?<![\w-])[A-Z][A-Za-z]{{0,20}}{_HY}\d{{1,4}}(?:[A-Z]{{0,3}}|[a-z]?)(?!\w)(?![.,]\d)"),
    ("product", rf"(?<![\w.,'’-])\d{{1,4}}[A-Z]{{1,3}}[a-z]{{0,2}}\d{{0,4}}(?:{_HY}[A-Z0-9]{{1,6}})?(?!\w)"),
)
_YEAR_END = re.compile(r"(?:19|20)\d\d(?!\d)")
_QUARTER = re.compile(r"[QHKqhk][1-4]|[1-4][QHqh](?:\d\d)?")
_BY = re.compile(r"\d{1,4}x\d")
_LETTERS = re.compile(r"[^\W\d_]+")


class Span(NamedTuple):
    """A stretch of text that is no value; `kind` says what it is. Offsets are code points, end exclusive."""

    start: int
    end: int
    kind: str


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True)) or "(?!)"


def patterns(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return the kind and the pattern of all that a language recognises; of two at one place the first counts."""
    units = lexicon.units
    clock, hour, minute = _any(units.clock), r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
    spoken = _any(word for word, value in lexicon.numerals.units.items() if 1 <= value <= 12)
    joined = _any((*lexicon.dates.range_words, *lexicon.numerals.joiners))
    until = rf"{_SP}?(?:-|–|{joined}){_SP}?\d{{1,2}}[:.h]{minute}{_SP}?(?:{clock})(?!\w)"
    minutes = rf"(?i:{_any(units.clock_before)}){_SP}(?i:{spoken}|\d{{1,2}}){_SP}(?i:{_any(units.clock_joiners)})"
    to_hour = rf"{_SP}(?:(?i:{_any(units.clock_halves)}){_SP})?(?i:{spoken}|{hour})(?!\w)(?![.,]\d)"
    own = (
        (
            "address",
            rf"(?<!\w)\d{{1,4}}[a-zA-Z]?(?:{_SP}[A-Z][a-z’']{{1,20}}){{1,3}}{_SP}(?:{_any(units.street_words)})(?!\w)",
        ),
        (
            "address",
            rf"(?<!\w)[A-Z]\w{{2,30}}?(?i:{_any(units.streets)}){_SP}\d{{1,3}}(?:{_HY}\d{{1,4}}|{_SP}?[a-zA-Z])?(?![\w%]|[.,]\d|{_SP}(?!(?:{_any(units.street_after)}){_SP})[a-z])",
        ),
        ("time", rf"(?<!\w)(?i:{_any(units.clock_before)}){_SP}{hour}{_SP}(?i:{clock})(?!\w)"),
        ("time", rf"(?<!\w){minutes}{to_hour}"),
        ("time", rf"(?<!\w)(?i:{_any(units.clock_parts)}){_SP}(?:(?i:{spoken})|{hour})(?!\w)(?![.,]\d)"),
        ("time", rf"(?<![\w.,:]){hour}[:.h]{minute}(?:{_SP}?(?i:{clock})(?!\w)|(?={until}))"),
        ("time", rf"(?<![\w.,:]){hour}{_SP}?(?i:{_any(units.clock_alone)})(?!\w)"),
        (
            "number",
            rf"(?<!\w)(?i:{_any(units.numbering)}){_SP}?\d{{1,12}}(?:[.-]\d{{1,4}}){{0,3}}[a-z]?(?![\w%]|[.,]\d)",
        ),
    )
    return (*own, *PATTERNS)


@cache
def compiled(lexicon: Lexicon) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return one pattern for all that a language recognises, and the kind of each of its groups."""
    every = patterns(lexicon)
    groups = "|".join(f"(?P<k{index}>{pattern})" for index, (_, pattern) in enumerate(every))
    return re.compile(groups), tuple(kind for kind, _ in every)


def find_spans(text: str, lexicon: Lexicon) -> list[Span]:
    """Return what is no value in a text, in order."""
    pattern, kinds = compiled(lexicon)
    spans = []
    for match in pattern.finditer(text):
        kind = kinds[int((match.lastgroup or "k0")[1:])]
        if kind != "product" or _is_name(match.group(), lexicon):
            spans.append(Span(*match.span(), kind))
    return spans


def _is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether letters and digits name a product rather than give a unit, currency, ordinal, quarter or year."""
    if text in lexicon.unit_symbols or _YEAR_END.search(text):
        return False
    letters = _LETTERS.search(text)
    if letters is None or "×" in text or _BY.match(text):
        return True
    word = letters.group()
    if _QUARTER.fullmatch(text):
        return False
    if letters.start():
        numerals = lexicon.numerals
        known = word in lexicon.unit_symbols or word in lexicon.currency_codes or word in numerals.money_magnitudes
        return not (known or word.lower() in numerals.ordinal_endings or word.lower() in numerals.magnitudes)
    if word.lower() in lexicon.months:
        return False
    return not (text[letters.end()].isdigit() and word in lexicon.currency_codes)
