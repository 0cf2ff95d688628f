"""Dates that hang on the day of writing: "gisteren", "last Saturday", "eind vorig jaar", "in six months"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.values import moments
from checker.values.measures import and_a_half, find_unit
from checker.values.moments import Moment
from checker.values.numbers import Number
from checker.values.ranges import read_range

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.period import Period
    from checker.values.context import Context

Point = tuple[Moment, int]
_SUNDAY = 6
_CLAUSE = 9
"""How many words before "in three days" may say that something was done in them."""
_STOPS = frozenset((".", ";", "!", "?", ""))
_STEPS = {
    "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1),
    "quarter": ("month", 3), "half year": ("month", 6), "year": ("year", 1), "decade": ("year", 10),
    "century": ("year", 100),
}  # fmt: skip


def read_relative(context: Context, start: int, point: Callable[[int], Point | None]) -> Point | None:
    """Read a relative date that begins at a token; `point` reads a calendar date. None without a reference date."""
    reference = context.reference
    if reference is None:
        return None
    lexicon = context.lexicon
    day = lexicon.days.match(context.tokens, start)
    if day:
        moment = moments.shifted(reference, "day", day[0])
        return (moment, day[1]) if moment else None
    if context.is_figure(start) or context.is_word(start):
        ago = _ago(context, start, reference)
        if ago:
            return ago
    shift = lexicon.shifts.match(context.tokens, start)
    if shift:
        return _shifted_noun(context, shift[0], shift[1], reference)
    weekday = lexicon.weekdays.match(context.tokens, start)
    in_week = weekday and _weekday_of_week(context, weekday, reference)
    if in_week:
        return in_week
    shy = context.key(start) in lexicon.shy_weekdays
    if weekday and not shy and not point(start) and not _between_weekdays(context, start, weekday[1]):
        return _nearest_weekday(reference, weekday[0], weekday[1], context)
    return None


def _between_weekdays(context: Context, start: int, end: int) -> bool:
    """Whether a weekday is an end of "Monday to Friday", which is no date."""
    lexicon = context.lexicon
    after = lexicon.date_ranges.match(context.tokens, end)
    before = lexicon.date_ranges.match_before(context.tokens, start)
    opens = after is not None and lexicon.weekdays.match(context.tokens, after[1]) is not None
    return opens or (before is not None and lexicon.weekdays.match_before(context.tokens, before[1]) is not None)


def _nearest_weekday(reference: Period, weekday: int, end: int, context: Context) -> Point | None:
    if reference.first != reference.last or not context.tokens[end - 1].text[0].isalpha():
        return None
    day = reference.first
    ahead = (weekday - day.weekday()) % 7
    return moments.of_day(day + timedelta(days=ahead if ahead <= 3 else ahead - 7)), end


def _shifted_noun(context: Context, steps: int, at: int, reference: Period) -> Point | None:
    """Read what a "last", "this" or "next" stands before: a weekday, a month, a season or a period."""
    lexicon = context.lexicon
    exact = reference.first == reference.last
    here = reference.first
    weekday = lexicon.weekdays.match(context.tokens, at)
    if weekday:
        if not exact:
            return None
        if steps < 0:
            return moments.of_day(here - timedelta(days=(here.weekday() - weekday[0] - 1) % 7 + 1)), weekday[1]
        ahead = (weekday[0] - here.weekday() - 1) % 7 + 1 if steps else weekday[0] - here.weekday()
        return moments.of_day(here + timedelta(days=ahead)), weekday[1]
    if here.year != reference.last.year:
        return None
    month = lexicon.months.match(context.tokens, at)
    if month:
        now = here.month if here.month == reference.last.month else None
        year = here.year
        if now is not None and steps < 0 and month[0] >= now:
            year -= 1
        elif now is not None and steps > 0 and month[0] <= now:
            year += 1
        return Moment(year, month[0]), month[1]
    season = lexicon.seasons.match(context.tokens, at)
    if season:
        start = {21: 3, 22: 6, 23: 9, 24: 12}[season[0]]
        year = here.year
        if steps < 0 and here.month < start + 3:
            year -= 1
        elif steps > 0 and here.month >= start:
            year += 1
        return Moment(year, season[0]), season[1]
    unit = lexicon.calendar_units.match(context.tokens, at)
    if unit:
        if context.key(at) in lexicon.plural_periods:
            return None
        coming = unit[0] == "weekend" and context.key(at - 1) in lexicon.dates.coming
        upcoming = coming and exact and here.weekday() < _SUNDAY
        moment = moments.shifted(reference, unit[0], 0 if upcoming else steps)
        return _inside(context, unit, moment) if moment else None
    yearly = lexicon.year_like.match(context.tokens, at)
    if yearly:
        return Moment(year=here.year + steps), yearly[1]
    return None


def _inside(context: Context, unit: tuple[str, int], moment: Moment) -> Point:
    """Read on in "vorige week dinsdag" and "volgend jaar mei": a day of that week, a month or season of that year."""
    lexicon = context.lexicon
    if unit[0] == "year":
        month = lexicon.months.match(context.tokens, unit[1]) or lexicon.seasons.match(context.tokens, unit[1])
        return (replace(moment, month=month[0]), month[1]) if month else (moment, unit[1])
    weekday = lexicon.weekdays.match(context.tokens, unit[1])
    short = context.key(unit[1]) in lexicon.shy_weekdays
    if unit[0] == "week" and weekday and moment.whole and not short:
        monday = date.fromisoformat(moment.whole.partition("/")[0])
        return moments.of_day(monday + timedelta(days=weekday[0])), weekday[1]
    return moment, unit[1]


def _weekday_of_week(context: Context, weekday: tuple[int, int], reference: Period) -> Point | None:
    """Read "Tuesday last week", "maandag van volgende week" and "zaterdag a.s."."""
    lexicon = context.lexicon
    after = lexicon.shifts_after.match(context.tokens, weekday[1])
    if after and reference.first == reference.last:
        here = reference.first
        if after[0] < 0:
            return moments.of_day(here - timedelta(days=(here.weekday() - weekday[0] - 1) % 7 + 1)), after[1]
        return moments.of_day(here + timedelta(days=(weekday[0] - here.weekday() - 1) % 7 + 1)), after[1]
    at = weekday[1] + 1 if context.key(weekday[1]) in lexicon.dates.of else weekday[1]
    shift = lexicon.shifts.match(context.tokens, at)
    unit = lexicon.calendar_units.match(context.tokens, shift[1]) if shift else None
    if shift is None or unit is None or unit[0] != "week":
        return None
    moment = moments.shifted(reference, "week", shift[0])
    if moment is None or moment.whole is None:
        return None
    monday = date.fromisoformat(moment.whole.partition("/")[0])
    return moments.of_day(monday + timedelta(days=weekday[0])), unit[1]


def _took(context: Context, start: int) -> bool:
    """Whether "in three days" says how long something took ("built in three days"), not when it will be."""
    dates = context.lexicon.dates
    before = [context.key(start - back) for back in range(1, _CLAUSE)]
    end = next((i for i, key in enumerate(before) if key in _STOPS), len(before))
    clause = set(before[:end])
    return not clause.isdisjoint(dates.done) and clause.isdisjoint(dates.undone)


def _ago(context: Context, start: int, reference: Period) -> Point | None:
    """Read "five years ago", "zes maanden geleden", "over zes maanden", "in six months"."""
    lexicon = context.lexicon
    back = lexicon.back.match(context.tokens, start)
    ahead = back or (None if _took(context, start) else lexicon.ahead.match(context.tokens, start))
    first = ahead[1] if ahead else start
    hedge = lexicon.hedges_before.match(context.tokens, first) if ahead else None
    first = hedge[1] if hedge and hedge[1] < len(context.tokens) else first
    number = read_range(context, first)
    if number is None and context.key(first) in lexicon.numerals.articles:
        number = Number(start=first, end=first + 1, value=Decimal(1), spelled=True)
    if number is None or number.ordinal or number.to is not None:
        return None
    unit = find_unit(context, number.end)
    if unit is None or unit[0] not in _STEPS:
        return None
    number, end = and_a_half(context, number, unit[1])
    value = number.value
    if not ahead:
        ago = lexicon.ago.match(context.tokens, end)
        hence = lexicon.later.match(context.tokens, end)
        if ago is None and hence is None:
            return None
        end = ago[1] if ago else hence[1] if hence else end
        direction = -1 if ago else 1
    else:
        direction = -1 if back else 1
    base, factor = _STEPS[unit[0]]
    if base == "year" and value * factor != int(value * factor):
        base, factor = "month", 12 * factor  # "anderhalf jaar geleden"
    if value * factor != int(value * factor) or abs(value) > 5000:
        return None
    value *= factor
    days = {"week": 7, "day": 1}.get(base)
    if days:
        moment = moments.shifted(reference, "day", int(value) * days * direction)
    else:
        moment = moments.shifted(reference, base, int(value) * direction)
    return (moment, end) if moment else None
