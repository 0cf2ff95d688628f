"""Dates that hang on the day of writing: "gisteren", "last Saturday", "eind vorig jaar", "in six months"."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.values import moments
from checker.values.measures import find_unit
from checker.values.moments import Moment
from checker.values.ranges import read_range

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.period import Period
    from checker.values.context import Context

Point = tuple[Moment, int]
_STEPS = {
    "day": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "month": ("month", 1),
    "quarter": ("month", 3), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
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
        moment = moments.shifted(reference, unit[0], steps)
        return (moment, unit[1]) if moment else None
    yearly = lexicon.year_like.match(context.tokens, at)
    if yearly:
        return Moment(year=here.year + steps), yearly[1]
    return None


def _ago(context: Context, start: int, reference: Period) -> Point | None:
    """Read "five years ago", "zes maanden geleden", "over zes maanden", "in six months"."""
    lexicon = context.lexicon
    back = lexicon.back.match(context.tokens, start)
    ahead = back or lexicon.ahead.match(context.tokens, start)
    number = read_range(context, ahead[1] if ahead else start)
    if number is not None:
        value, at = number.value, number.end
    elif not ahead and context.key(start) in lexicon.numerals.articles:
        value, at = Decimal(1), start + 1
    elif ahead and context.key(ahead[1]) in lexicon.numerals.articles:
        value, at = Decimal(1), ahead[1] + 1
    else:
        return None
    unit = find_unit(context, at)
    if unit is None or unit[0] not in _STEPS or (number and (number.ordinal or number.to is not None)):
        return None
    end = unit[1]
    if not ahead:
        ago = lexicon.ago.match(context.tokens, end)
        hence = lexicon.later.match(context.tokens, end)
        if ago is None and hence is None:
            return None
        end = ago[1] if ago else hence[1] if hence else end
        direction = -1 if ago else 1
    else:
        direction = -1 if back else 1
    if value != int(value) or abs(value) > 5000:
        return None
    base, factor = _STEPS[unit[0]]
    days = {"week": 7 * factor, "day": 1}.get(base)
    if days:
        moment = moments.shifted(reference, "day", int(value) * days * direction)
    else:
        moment = moments.shifted(reference, base, int(value) * factor * direction)
    return (moment, end) if moment else None
