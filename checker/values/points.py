"""One point of the calendar: a day, month, quarter, half, season, holiday, year, decade or century."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.values import moments
from checker.values.moments import Moment
from checker.values.numerals import read_spelled
from checker.values.numeric_dates import read_numeric, year_of
from checker.values.relative import read_relative

if TYPE_CHECKING:
    from checker.values.context import Context

LISTED = frozenset((",", "&", "/"))
Point = tuple[Moment, int]
"""A moment, and the index after its last token."""


def year_at(context: Context, index: int) -> tuple[int, int] | None:
    """Read a year in digits or words, or with an apostrophe ("'25"), and return the index after it."""
    if index >= len(context.tokens):
        return None
    key = context.key(index)
    year = year_of(key) if context.is_figure(index) else None
    if year and context.key(index + 1) == "-" and context.glued(index + 1) and context.key(index + 2).startswith("0"):
        return None  # "2025-05" goes together
    if year:
        return year, index + 1
    if (
        key in ("'", "’", "‘")
        and len(context.key(index + 1)) == 2
        and context.is_figure(index + 1)
        and context.glued(index + 1)
    ):
        short = int(context.key(index + 1)) if context.key(index + 1).isdigit() else 0
        return (2000 if short < 50 else 1900) + short, index + 2
    if context.is_word(index):
        spelled = read_spelled(context.lexicon, context.tokens, index)
        if spelled and not spelled.ordinal and 1500 <= spelled.number <= 2100:
            return spelled.number, spelled.end
    return None


def optional_year(context: Context, index: int) -> tuple[int | None, int]:
    """Read a year that may follow a day, month or season, with "of", "van" or a comma before it."""
    for at in (index, index + 1):
        if at > index and context.key(index) not in context.lexicon.dates.of:
            break
        found = year_at(context, at)
        if found and not context.is_word(at):
            return found
    same = context.lexicon.same_year.match(context.tokens, index)
    if same and context.reference and context.reference.first.year == context.reference.last.year:
        return context.reference.first.year, same[1]
    moved = context.lexicon.shifts.match(context.tokens, index)
    if moved and context.reference and context.lexicon.dates.units.get(context.key(moved[1])) == "year":
        return context.reference.first.year + moved[0], moved[1] + 1
    return None, index


def month_at(context: Context, index: int, *, alone: bool) -> tuple[int, int] | None:
    """Read the name of a month; `alone` refuses what is a month only beside a number ("Jan", "may")."""
    found = context.lexicon.months.match(context.tokens, index)
    if found is None:
        return None
    text = context.tokens[index].text
    if context.key(index + 1) == "." and found[1] == index + 2 and not context.glued(index + 1):
        return None
    dates = context.lexicon.dates
    if alone and (
        context.key(index) in dates.shy_months or (context.key(index) in dates.proper_months and text[0].islower())
    ):
        return None
    return found


def day_at(context: Context, index: int) -> tuple[int, int] | None:
    """Read a day of the month: digits with or without an ordinal ending, or an ordinal in words."""
    if context.is_figure(index):
        key = context.key(index)
        if not (key.isdigit() and 1 <= len(key) <= 2 and 1 <= int(key) <= 31):
            return None
        glued_ending = context.key(index + 1) in context.lexicon.numerals.ordinal_endings and context.glued(index + 1)
        return int(key), index + 2 if glued_ending else index + 1
    if context.is_word(index):
        spelled = read_spelled(context.lexicon, context.tokens, index)
        if spelled and spelled.ordinal and 1 <= spelled.number <= 31:
            return spelled.number, spelled.end
        if spelled and not spelled.bare_article and 1 <= spelled.number <= 31:
            return (spelled.number, spelled.end) if context.lexicon.months.match(context.tokens, spelled.end) else None
    return None


def after_weekday(context: Context, index: int) -> int:
    """Return the index after a weekday (and a comma or article after it), or the index itself."""
    found = context.lexicon.weekdays.match(context.tokens, index)
    if found is None:
        return index
    at = found[1] + 1 if context.key(found[1]) in (",", "the", "de") else found[1]
    return at + 1 if context.key(at) == "the" else at


def read_point(context: Context, start: int) -> Point | None:
    """Read one day, month, quarter, half, season, year, decade or century."""
    if start >= len(context.tokens) or start in context.masked:
        return None
    day_start = after_weekday(context, start)
    dated = _day_month(context, day_start)
    if dated:
        return dated
    if day_start > start:
        numeric = read_numeric(context, day_start)
        return numeric if numeric and numeric[0].day else None
    for reader in (_month, _part, _nth_weekday, _division, _season, _holiday, _decade, _bare_year):
        point = reader(context, start)
        if point:
            return point
    return None


def _day_month(context: Context, start: int) -> Point | None:
    named = month_at(context, start, alone=False)
    if named:
        at = named[1] + 1 if context.key(named[1]) in ("the", "-", "/") else named[1]
        day = day_at(context, at)
        if day and context.is_figure(at) and context.tokens[at].glued and at == named[1]:
            return None
        if day:
            year, end = optional_year(context, day[1])
            return Moment(year, named[0], day[0]), end
        return None
    day = day_at(context, start)
    if day is None:
        return None
    at = day[1] + 1 if context.key(day[1]) in ("of", "-", ".") else day[1]
    named = month_at(context, at, alone=False)
    if named is None:
        return _listed_day(context, day)
    if context.key(named[1]) == "-" and context.glued(named[1]) and year_at(context, named[1] + 1):
        year_found = year_at(context, named[1] + 1)
        return (Moment(year_found[0], named[0], day[0]), year_found[1]) if year_found else None
    year, end = optional_year(context, named[1])
    return Moment(year, named[0], day[0]), end


def _listed_day(context: Context, day: tuple[int, int]) -> Point | None:
    """Read the first day of "12, 13 en 14 juni": its month stands after the last."""
    at = day[1]
    joiners = context.lexicon.dates.day_joiners
    for _ in range(8):
        if context.key(at) not in joiners:
            return None
        following = day_at(context, after_weekday(context, at + 1))
        if following is None:
            return None
        at = following[1]
        named = month_at(context, at, alone=False)
        if named:
            return Moment(optional_year(context, named[1])[0], named[0], day[0]), day[1]
    return None


def _month(context: Context, start: int) -> Point | None:
    named = month_at(context, start, alone=False)
    if named is None:
        return None
    year, end = optional_year(context, named[1])
    if year is None and month_at(context, start, alone=True) is None:
        joined = context.lexicon.date_ranges.match(context.tokens, end)
        if joined is None or month_at(context, joined[1], alone=False) is None:
            return None
    return Moment(year, named[0]), end


def _nth_weekday(context: Context, start: int) -> Point | None:
    """Read "first Friday of July 2016"; the year may come from the document's date."""
    nth = _ordinal_or_digit(context, start)
    weekday = context.lexicon.weekdays.match(context.tokens, nth[1]) if nth else None
    if nth is None or weekday is None or context.key(weekday[1]) not in context.lexicon.dates.of:
        return None
    month = _month(context, weekday[1] + 1)
    if month is None or month[0].month is None or not 1 <= nth[0] <= 4:
        return None
    there = month[0].near(context.reference)
    if there.year is None:
        return None
    return moments.of_day(moments.holiday(f"{nth[0]} {weekday[0] + 1} {there.month}", there.year)), month[1]


def _part(context: Context, start: int) -> Point | None:
    """Read "begin mei", "late May", "eind 2024"."""
    found = context.lexicon.period_parts.match(context.tokens, start)
    if found is None:
        return None
    at = found[1] + 1 if context.key(found[1]) in ("-", "of", "van", "the", "de") else found[1]
    point = (
        _month(context, at)
        or _season(context, at)
        or _division(context, at)
        or _decade(context, at)
        or _bare_year(context, at)
    )
    if point is None:
        relative = read_relative(context, at, lambda _: None)
        if relative is None or relative[0].day is not None:
            return None
        point = relative
    moment = point[0].near(context.reference)
    return Moment(whole=moments.part_of(moment, found[0])), point[1]


def _ordinal_or_digit(context: Context, start: int) -> tuple[int, int] | None:
    if context.is_figure(start):
        key = context.key(start)
        glued = context.key(start + 1) in context.lexicon.numerals.ordinal_endings and context.glued(start + 1)
        return (int(key), start + 2) if glued and key.isdigit() and len(key) <= 2 else None
    if context.is_word(start):
        spelled = read_spelled(context.lexicon, context.tokens, start)
        return (spelled.number, spelled.end) if spelled and spelled.ordinal else None
    return None


def _division(context: Context, start: int) -> Point | None:
    """Read a quarter, a half or a century: "Q1 2025", "het eerste kwartaal van 2025", "19th century"."""
    key, dates = context.key(start), context.lexicon.dates
    if (key in ("q", "h", "k") or context.key(start + 1) == "q") and context.glued(start + 1):
        return _abbreviated_division(context, start)
    counted = _ordinal_or_digit(context, start)
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
            if [context.key(at + step) for step in range(len(words))] == words and 1 <= number_of <= top:
                after = at + len(words)
                year, end = optional_year(context, after)
                if year is None and context.key(after) in dates.of and context.key(after + 1) in ("dit", "this"):
                    year, end = optional_year(context, after + 1)
                if year is None:
                    bare = year_at(context, after)
                    year, end = bare or (None, end)
                if year is None and context.reference and build is moments.quarter:
                    year = context.reference.first.year
                if year is None and build is moments.half:
                    return None
                return build(year, number_of), end
    return None


def _abbreviated_division(context: Context, start: int) -> Point | None:
    """Read "Q1 2025", "H2 2024", "4Q25"."""
    mark, number = context.key(start), context.key(start + 1)
    if number == "q":
        mark, number = number, mark
    if number not in ("1", "2", "3", "4") or (mark == "h" and number not in ("1", "2")):
        return None
    year, end = optional_year(context, start + 2)
    if year is None and mark == "q" and context.reference is not None:
        year = context.reference.first.year
    if year is None and mark != "q":
        return None
    return (moments.half(year, int(number)) if mark == "h" else moments.quarter(year, int(number))), end


def _season(context: Context, start: int) -> Point | None:
    found = context.lexicon.seasons.match(context.tokens, start)
    if found is None:
        return None
    year, end = optional_year(context, found[1])
    if year is None:
        return None
    if context.key(end) == "/" and context.glued(end) and context.is_figure(end + 1):
        end += 2
    return Moment(year, found[0]), end


def _holiday(context: Context, start: int) -> Point | None:
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


def _decade(context: Context, start: int) -> Point | None:
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
    word = context.key(at)
    if word in dates.decades and (prefix or not context.lexicon.parts.get(word)):
        first = dates.decades[word]
        return moments.decade(1900 + first if first >= 20 else 2000 + first), at + 1
    quote = context.key(at) in ("'", "’", "‘")
    figure = context.key(at + 1) if quote else context.key(at)
    if (quote or prefix) and len(figure) == 2 and figure.isdigit() and figure[1] == "0":
        end = at + 2 if quote else at + 1
        ending = context.glued(end) and context.key(end) in dates.decade_endings
        if ending or (prefix and not dates.decade_needs_ending):
            short = int(figure)
            return moments.decade(1900 + short if short >= 20 else 2000 + short), end + 1 if ending else end
    return None


def _bare_year(context: Context, start: int) -> Point | None:
    found = year_at(context, start)
    glued = context.glued(start) and context.is_word(start - 1)
    if found is None or (glued and context.key(start - 1) not in context.lexicon.dates.year_context):
        return None
    return Moment(year=found[0]), found[1]
