"""Dates as EDTF: points of the calendar, stretches between two of them, and dates relative to the document's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.values import moments
from checker.values.calendar_parts import after_weekday, day_at, month_at, optional_year
from checker.values.context import Found
from checker.values.moments import Moment
from checker.values.nouns import counted_plural
from checker.values.numerals import read_spelled
from checker.values.numeric_dates import read_numeric, year_of
from checker.values.points import read_point
from checker.values.relative import read_relative

if TYPE_CHECKING:
    from checker.values.context import Context
    from checker.values.periods import Point

_LISTED = frozenset((",", "&", "/"))


def read_date(context: Context, start: int) -> Found | None:
    """Read a date or a stretch of dates that begins at a token; the longest one wins."""
    best: Point | None = None
    for reader in (read_numeric, _calendar, _relative):
        point = reader(context, start)
        if (
            point
            and reader is _calendar
            and point[0].year
            and point[0].month is None
            and not _is_year(context, start, point[1])
        ):
            continue
        if point and (best is None or point[1] > best[1]):
            best = point
    if best is None or not best[0].possible():
        return None
    moment, end = best
    return Found(start, end, {"type": "date", "date": moment.near(context.reference).edtf()})


def _relative(context: Context, start: int) -> Point | None:
    return read_relative(context, start, lambda at: read_point(context, at))


def _calendar(context: Context, start: int) -> Point | None:
    """Read a point, or two points with a range word between them."""
    bare = _day_range(context, start)
    if bare:
        return bare
    first = read_point(context, start)
    if first is None:
        return None
    moment, end = first
    joined = _range_join(context, start, end)
    if joined is not None:
        second = read_point(context, joined)
        if second and second[0].whole is None and moment.whole is None and _same_kind(moment, second[0]):
            last, stop = second
            opening = moment.filled(last)
            if moment.year is not None and last.year is None:
                last = last.filled(moment)
            elif last.year is None and opening.year is None:
                last = last.near(context.reference)
                opening = opening.filled(last) if last.year is not None else opening
            opening, last = _over_new_year(opening, last, later=moment.year is not None)
            if opening.possible() and last.possible() and opening.edtf() < last.edtf():
                return Moment(whole=moments.interval(opening, last)), stop
    return moment, end


def _over_new_year(first: Moment, last: Moment, *, later: bool) -> tuple[Moment, Moment]:
    """Give "29 december - 3 januari 2026" two years; `later` says that the year was written with the first."""
    year = first.year
    if year is None or year != last.year or (first.month or 0) <= (last.month or 13):
        return first, last
    return (first, replace(last, year=year + 1)) if later else (replace(first, year=year - 1), last)


def _same_kind(first: Moment, last: Moment) -> bool:
    if last.day is not None and first.month is not None and first.day is None:
        return False
    return (first.day is None) == (last.day is None) and (first.month is None) == (last.month is None)


def _range_join(context: Context, start: int, end: int) -> int | None:
    found = context.lexicon.date_ranges.match(context.tokens, end)
    if found:
        return found[1]
    opener = context.lexicon.date_openers.match_before(context.tokens, start)
    return end + 1 if opener and context.key(end) == opener[0] else None


def _day_range(context: Context, start: int) -> Point | None:
    """Read "5-9 mei 2024", "5 t/m 9 mei" and "May 5-9, 2024"."""
    month_first = month_at(context, start, alone=False)
    first = day_at(context, month_first[1] if month_first else after_weekday(context, start))
    if first is None:
        return None
    joined = _range_join(context, start, first[1])
    if joined is None:
        return None
    second = day_at(context, after_weekday(context, joined))
    if second is None or second[0] <= first[0]:
        return None
    end = second[1]
    if month_first:
        month = month_first[0]
        if month_at(context, end, alone=False):
            return None
    else:
        of = end + 1 if context.key(end) in context.lexicon.dates.of else end
        named = month_at(context, of, alone=False)
        if named is None:
            return None
        month, end = named
    year, end = optional_year(context, end)
    last = Moment(year, month, second[0]).near(context.reference)
    opening = replace(last, day=first[0])
    return (Moment(whole=moments.interval(opening, last)), end) if opening.possible() and last.possible() else None


def _is_year(context: Context, start: int, end: int) -> bool:
    """Whether a number that can be a year is one, and no count ("2000 bezoekers")."""
    dates, year = context.lexicon.dates, context.key(start)
    modern = "1900" <= year <= "2100" if context.is_figure(start) else True
    before = context.key(start - 1)
    named = before in dates.sure_year_context or bool(context.lexicon.months.match_before(context.tokens, start))
    if context.is_word(start) or context.key(start) == "'":
        spelled = read_spelled(context.lexicon, context.tokens, start)
        return spelled is None or spelled.year or (named and not counted_plural(context, end))
    listed = before in _LISTED or before in context.lexicon.numerals.joiners
    if end > start + 1 or (listed and modern and context.is_figure(start - 2) and year_of(context.key(start - 2))):
        return True
    if counted_plural(context, end):
        return modern and named
    return modern or before in dates.year_context
