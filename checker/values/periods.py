"""Periods of the calendar: quarters, halves, seasons, holidays, years, decades and centuries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.values import moments
from checker.values.calendar_parts import optional_year, ordinal_at, year_at
from checker.values.moments import Moment
from checker.values.numeric_dates import year_of

if TYPE_CHECKING:
    from checker.values.context import Context

Point = tuple[Moment, int]
"""A moment, and the index after its last token."""


def read_division(context: Context, start: int) -> Point | None:
    """Read a quarter, a half or a century: "Q1 2025", "het eerste kwartaal van 2025", "19th century"."""
    key, dates = context.key(start), context.lexicon.dates
    if (key in ("q", "h", "k") or context.key(start + 1) in ("q", "h")) and context.glued(start + 1):
        return _abbreviated_division(context, start)
    counted = (0, start + 1) if key in dates.last else ordinal_at(context, start)
    if counted is None:
        return None
    number_of, at = counted
    if context.hyphen(at):
        at += 1
    if context.key(at) in dates.centuries and 1 <= number_of <= 30:
        return moments.century(number_of), at + 1
    for marks, top, build in ((dates.quarter_marks, 4, moments.quarter), (dates.half_marks, 2, moments.half)):
        for mark in marks:
            words = mark.split()
            if [context.key(at + step) for step in range(len(words))] == words and 0 <= number_of <= top:
                after = at + len(words)
                year, end = optional_year(context, after)
                if year is None and context.key(after) in dates.of:
                    year, end = optional_year(context, after + 1)
                if year is None:
                    bare = year_at(context, after)
                    year, end = bare or (None, end)
                if number_of == 0 and year is None:
                    return None  # "last quarter" is the one before this
                if year is None and context.reference and build is moments.quarter:
                    year = context.reference.first.year
                if year is None and build is moments.half:
                    return None
                return build(year, number_of or top), end
    return None


def _abbreviated_division(context: Context, start: int) -> Point | None:
    """Read "Q1 2025", "H2 2024", "4Q25"."""
    mark, number = context.key(start), context.key(start + 1)
    if number in ("q", "h"):
        mark, number = number, mark
    if number not in ("1", "2", "3", "4") or (mark == "h" and number not in ("1", "2")):
        return None
    year, end = optional_year(context, start + 2)
    short = context.key(start + 2)
    if (
        year is None
        and context.glued(start + 2)
        and context.is_figure(start + 2)
        and len(short) == 2
        and short.isdigit()
    ):
        year, end = 2000 + int(short), start + 3
    if year is None and mark == "q" and context.reference is not None:
        year = context.reference.first.year
    if year is None and (mark == "h" or context.reference is None):
        return None
    return (moments.half(year, int(number)) if mark == "h" else moments.quarter(year, int(number))), end


def read_season(context: Context, start: int) -> Point | None:
    """Read a season with its year ("zomer van 2024", "winter 2023/24"); one without is left to relative dates."""
    found = context.lexicon.seasons.match(context.tokens, start)
    if found is None:
        return None
    year, end = optional_year(context, found[1])
    if year is None:
        return None
    if context.key(end) == "/" and context.glued(end) and context.is_figure(end + 1):
        end += 2
    return Moment(year, found[0]), end


def read_holiday(context: Context, start: int) -> Point | None:
    """Read a holiday; its year may come from the document's date."""
    found = context.lexicon.holidays.match(context.tokens, start)
    if found is None:
        return None
    year, end = optional_year(context, found[1])
    if year is None and context.reference and context.reference.first.year == context.reference.last.year:
        year = context.reference.first.year
    if year is None:
        fixed = found[0]
        return (
            (Moment(month=int(fixed[:2]), day=int(fixed[3:])), end) if fixed[2:3] == "-" and " " not in fixed else None
        )
    return moments.of_day(moments.holiday(found[0], year)), end


def read_decade(context: Context, start: int) -> Point | None:
    """Read a decade ("1990s", "jaren negentig", "jaren '80")."""
    dates = context.lexicon.dates
    if context.is_figure(start) and year_of(context.key(start)) and context.key(start).endswith("0"):
        year = int(context.key(start))
        at = start + 1
        if context.key(at) in ("'", "’") and context.glued(at):
            at += 1
        if context.glued(at) and context.key(at) in dates.decade_endings:
            return moments.decade(year), at + 1
        return None
    prefix = context.lexicon.decade_prefix.match(context.tokens, start)
    at = prefix[1] if prefix else start
    if prefix and context.is_figure(at) and year_of(context.key(at)) and context.key(at).endswith("0"):
        return moments.decade(int(context.key(at))), at + 1  # "jaren 2010"
    word = context.key(at)
    if word in dates.decades and (prefix or not context.lexicon.parts.get(word)):
        first = dates.decades[word]
        return moments.decade(1900 + first if first >= 20 else 2000 + first), at + 1
    quote = context.key(at) in ("'", "’", "‘")
    figure = context.key(at + 1) if quote else context.key(at)
    named = dates.decade_needs_ending and context.key(start - 1) in (*dates.articles, *dates.parts)
    named = named and context.key(start - 2) not in context.lexicon.age_owners
    if (quote or prefix or (named and figure >= "20")) and len(figure) == 2 and figure.isdigit() and figure[1] == "0":
        end = at + 2 if quote else at + 1
        ending = context.glued(end) and context.key(end) in dates.decade_endings
        if ending or (prefix and not dates.decade_needs_ending):
            short = int(figure)
            return moments.decade(1900 + short if short >= 20 else 2000 + short), end + 1 if ending else end
    return None


def read_year(context: Context, start: int) -> Point | None:
    """Read a year that stands alone."""
    found = year_at(context, start)
    glued = context.glued(start) and context.is_word(start - 1)
    if found is None or (glued and context.key(start - 1) not in context.lexicon.dates.year_context):
        return None
    return Moment(year=found[0]), found[1]
