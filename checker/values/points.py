"""One point of the calendar: a day, a month, or a period, or a part of one ("begin mei")."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.values import moments
from checker.values.calendar_parts import after_weekday, day_at, month_at, optional_year, ordinal_at, year_at
from checker.values.moments import Moment
from checker.values.numeric_dates import read_numeric
from checker.values.periods import Point, read_decade, read_division, read_holiday, read_season, read_year
from checker.values.ranges import read_range
from checker.values.relative import read_relative

if TYPE_CHECKING:
    from checker.values.context import Context


_SATURDAY = 6


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
    for reader in (
        _month,
        _part,
        _nth_weekday,
        _opening,
        _week,
        read_division,
        read_season,
        read_holiday,
        read_decade,
        read_year,
    ):
        point = reader(context, start)
        if point:
            return point
    return None


def _day_month(context: Context, start: int) -> Point | None:
    named = month_at(context, start, alone=False)
    if named:
        skipped = context.key(named[1]) in ("-", "/", *context.lexicon.dates.articles)
        at = named[1] + 1 if skipped else named[1]
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
    joined = context.key(day[1]) in ("-", ".", *context.lexicon.dates.of) and context.key(day[1]) != ","
    at = day[1] + 1 if joined else day[1]
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
        if context.key(at) not in joiners or (context.is_word(day[1] - 1) and context.is_figure(at + 1)):
            return None  # "werd tweede op 3 mei"
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
    listed = context.key(end) in (*context.lexicon.numerals.joiners, *context.lexicon.numerals.alternatives)
    other = month_at(context, end + 1, alone=False) if year is None and listed else None
    if other:
        return Moment(optional_year(context, other[1])[0], named[0]), end  # "maart en april 2025"
    if year is None and month_at(context, start, alone=True) is None:
        joined = context.lexicon.date_ranges.match(context.tokens, end)
        if joined is None or month_at(context, joined[1], alone=False) is None:
            return None
    return Moment(year, named[0]), end


def _nth_weekday(context: Context, start: int) -> Point | None:
    """Read "first Friday of July 2016"; the year may come from the document's date."""
    lexicon = context.lexicon
    nth = (-1, start + 1) if context.key(start) in lexicon.dates.last else ordinal_at(context, start)
    weekday = lexicon.weekdays.match(context.tokens, nth[1]) if nth else None
    weekend = nth is not None and weekday is None and lexicon.dates.units.get(context.key(nth[1])) == "weekend"
    if nth is None or (weekday is None and not weekend):
        return None
    number, end = (weekday[0] + 1, weekday[1]) if weekday else (_SATURDAY, nth[1] + 1)
    month = _month(context, end + 1) if context.key(end) in lexicon.dates.of else None
    if month is None or month[0].month is None or not -1 <= nth[0] <= 4 or nth[0] == 0:
        return None
    there = month[0].near(context.reference)
    if there.year is None:
        return None
    day = moments.holiday(f"{nth[0]} {number} {there.month}", there.year)
    if weekday:
        return moments.of_day(day), month[1]
    return Moment(whole=f"{day.isoformat()}/{(day + timedelta(days=1)).isoformat()}"), month[1]


def _opening(context: Context, start: int) -> Point | None:
    """Read "the first nine months of 2024" and "de laatste twee kwartalen van 2025": a stretch at an end of a year."""
    lexicon = context.lexicon
    last = context.key(start) in lexicon.dates.last
    first = None if last else ordinal_at(context, start)
    at = start + 1 if last else first[1] if first and first[0] == 1 else None
    number = read_range(context, at) if at is not None and at < len(context.tokens) else None
    unit = lexicon.calendar_units.match(context.tokens, number.end) if number and number.to is None else None
    months = {"month": 1, "quarter": 3}.get(unit[0]) if unit else None
    if number is None or unit is None or months is None or number.value not in range(1, 12):
        return None
    year, end = optional_year(context, unit[1])
    size = int(number.value) * months
    if year is None or size > 12:
        return None
    opening, closing = (13 - size, 12) if last else (1, size)
    return Moment(whole=f"{year:04d}-{opening:02d}/{year:04d}-{closing:02d}"), end


def _week(context: Context, start: int) -> Point | None:
    """Read the number of a week of ISO 8601 ("week 23 van 2025"); the year may come from the document's date."""
    number = context.key(start + 1)
    marked = context.key(start) in context.lexicon.dates.week_marks and context.is_figure(start + 1)
    if not marked or not (number.isdigit() and 1 <= int(number) <= 53):
        return None
    year, end = optional_year(context, start + 2)
    if year is None and context.reference and context.reference.first.year == context.reference.last.year:
        year = context.reference.first.year
    if year is None:
        return None
    with contextlib.suppress(ValueError):
        monday = date.fromisocalendar(year, int(number), 1)
        return Moment(whole=f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"), end
    return None


def _part(context: Context, start: int) -> Point | None:
    """Read "begin mei", "late May", "eind 2024"."""
    found = context.lexicon.period_parts.match(context.tokens, start)
    if found is None:
        return None
    dates = context.lexicon.dates
    skipped = context.key(found[1]) in ("-", *dates.of, *dates.articles)
    at = found[1] + 1 if skipped else found[1]
    point = (
        _month(context, at)
        or read_season(context, at)
        or read_division(context, at)
        or read_decade(context, at)
        or read_year(context, at)
    )
    if point is None:
        relative = read_relative(context, at, lambda _: None)
        if relative is None or relative[0].day is not None:
            return None
        point = relative
    moment = point[0].near(context.reference)
    return Moment(whole=moments.part_of(moment, found[0])), point[1]
