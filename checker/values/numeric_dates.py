"""Dates in digits alone: "9-4-2024", "09/04/2024", "2024-04-09", "4/2024", "2024/25", "2023-2025"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.values.moments import Moment

if TYPE_CHECKING:
    from checker.values.context import Context

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])")
_NUMERIC = re.compile(r"(\d{1,2})(?:-|/|\.|‑)(\d{1,2})(?:-|/|\.|‑)(\d{4}|['’]?\d\d)(?![\d-])")
_SLASHED = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)(?![\d/])")
_NO_YEAR = re.compile(r"(\d\d?)/(\d\d?)(?![\d/%]|\s?%)")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})(?![\d/-])|(\d{4})[-/](0[1-9]|1[0-2])(?![\d/-])")
_YEARS = re.compile(r"(\d{4})\s?[-–/‑]\s?(?:(\d{4})|['’]?(\d\d))(?![\d/-])")


def month_first(text: str, *, default: bool) -> bool:
    """Return whether a document writes the month before the day, by its own dates where they show it."""
    votes = 0
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[2])
        votes += (second > 12 >= first) - (first > 12 >= second)
    return votes > 0 if votes else default


def year_of(figure: str) -> int | None:
    """Return the year that four digits can be, from 1000 to 2199."""
    return int(figure) if len(figure) == 4 and figure.isdigit() and 1000 <= int(figure) <= 2199 else None


def read_numeric(context: Context, start: int) -> tuple[Moment, int] | None:
    """Read a date in digits, and return it with the index after its last token."""
    if not context.is_figure(start):
        return None
    at = context.tokens[start].start
    if context.glued(start) and context.key(start - 1) in ("/", "-", "."):
        return None
    match = _ISO.match(context.text, at) or _SLASHED.match(context.text, at)
    if match:
        moment = Moment(int(match[1]), int(match[2]), int(match[3]))
        return (moment, _tokens_to(context, start, match.end())) if moment.possible() else None
    match = _NUMERIC.match(context.text, at)
    if match:
        first, second, year_text = match[1], match[2], match[3].lstrip("'’")
        year = int(year_text) if len(year_text) == 4 else (2000 if int(year_text) < 50 else 1900) + int(year_text)
        if len(year_text) == 2 and context.text[match.start(2) - 1] == ".":
            return None
        orders = ((first, second), (second, first))
        dotted = context.text[match.start(2) - 1] == "."
        for day, month in orders[::-1] if context.month_first and not dotted else orders:
            moment = Moment(year, int(month), int(day))
            if 1000 <= year <= 2199 and moment.possible():
                return moment, _tokens_to(context, start, match.end())
        return None
    match = _NO_YEAR.match(context.text, at)
    if match and not context.glued(start):
        small, large = sorted((int(match[1]), int(match[2])))
        moment = Moment(None, small, large)
        if 1 <= small <= 12 < large and moment.possible() and match[2] not in ("16", "20"):
            return moment, _tokens_to(context, start, match.end())
    match = _YEARS.match(context.text, at)
    if match and year_of(match[1]):
        first_year = int(match[1])
        second_year = int(match[2]) if match[2] else first_year // 100 * 100 + int(match[3])
        if match[3] and second_year <= first_year:
            second_year += 100
        month_like = match[3] and int(match[3]) <= 12 and second_year != first_year + 1
        if not month_like and first_year < second_year <= first_year + 300 and second_year < 2200:
            text = f"{first_year:04d}/{second_year:04d}"
            return Moment(whole=text), _tokens_to(context, start, match.end())
    match = _MONTH_YEAR.match(context.text, at)
    if match:
        month, year = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
        if 1 <= month <= 12 and 1800 <= year <= 2199:
            return Moment(year, month), _tokens_to(context, start, match.end())
    return None


def _tokens_to(context: Context, start: int, offset: int) -> int:
    """Return the index of the first token that begins at or after an offset of the text."""
    index = start
    while index < len(context.tokens) and context.tokens[index].start < offset:
        index += 1
    return index
