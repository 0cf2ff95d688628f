"""The year of a date that is written without one, where its clause names it: "Volgend jaar is de race op 11 oktober".

Elsewhere such a date is the nearest one to the date of the document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker import period
from checker.values.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.values.context import Context, Found

_FAR = 12
"""How many words may stand between a year and a date in it."""
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STOPS = frozenset(".,;:!?()–—")


def in_named_years(context: Context, readings: Sequence[Found]) -> list[Found]:
    """Return the readings of a text, each day without a year in the year that its clause names before it."""
    found: list[Found] = []
    for reading in readings:
        year = _year_before(context, found, reading)
        found.append(reading if year is None else _moved(context, reading, year))
    return found


def _year_before(context: Context, before: Sequence[Found], day: Found) -> int | None:
    """Return the one year that stands in the clause before a day, None where there is none."""
    if context.reference is None or not before or not _DAY.fullmatch(day.fields.get("date") or ""):
        return None
    year = before[-1]
    if not _YEAR.fullmatch(year.fields.get("date") or "") or not 0 < day.start - year.end <= _FAR:
        return None
    between = {context.key(index) for index in range(year.end, day.start)}
    if between & _STOPS or between & set(context.lexicon.dates.clause_joins):
        return None
    number = int(year.fields["date"])
    return number if number > context.reference.last.year or _is_when(context, year) else None


def _is_when(context: Context, year: Found) -> bool:
    """Whether a year says when the clause is, and not of which year a thing is ("last year's winner", "of 2024")."""
    before = context.key(year.start - 1)
    if before in context.lexicon.dates.in_years:
        return True
    opens = not before or before in _STOPS
    relative = not context.is_figure(year.start)
    return opens and relative and "'" not in context.text[context.tokens[year.start].start : _end(context, year)]


def _end(context: Context, reading: Found) -> int:
    return context.tokens[reading.end - 1].end


def _moved(context: Context, day: Found, year: int) -> Found:
    """Return a day in another year, if it names none itself and its weekday does not speak against that."""
    there = read_date(replace(context, reference=period.parse(f"{year}-07-02"), ranges={}), day.start)
    if there is None or there.end != day.end or not _DAY.fullmatch(there.fields.get("date") or ""):
        return day
    weekday = context.lexicon.weekdays.match(context.tokens, day.start)
    if weekday and _weekday(there) != weekday[0] == _weekday(day):
        return day
    return there


def _weekday(day: Found) -> int:
    return period.parse(day.fields["date"]).first.weekday()
