"""Points in time as far as a text tells them, and their EDTF form."""

from __future__ import annotations

import calendar
import contextlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker import period

if TYPE_CHECKING:
    from checker.period import Period


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season or year of which parts may be missing, or a ready EDTF text in `whole`."""

    year: int | None = None
    month: int | None = None
    """1 to 12, or an EDTF season from 21."""
    day: int | None = None
    whole: str | None = None

    def edtf(self) -> str:
        """Return the EDTF text; a year that is not known is `XXXX`."""
        if self.whole is not None:
            return self.whole
        text = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}" if self.month is not None else ""
        return text

    def possible(self) -> bool:
        """Whether there is such a day; 29 February needs no year."""
        if self.whole is not None or self.day is None:
            return True
        if self.month is None or not 1 <= self.month <= 12:
            return False
        return 1 <= self.day <= calendar.monthrange(self.year or 2024, self.month)[1]

    def near(self, reference: Period | None) -> Moment:
        """Return the moment with the year that lies nearest to a reference date, where it had none."""
        if self.year is not None or self.whole is not None or self.month is None or reference is None:
            return self
        middle = _middle(reference)
        best = None
        for year in (middle.year, middle.year - 1, middle.year + 1):
            there = replace(self, year=year)
            with contextlib.suppress(ValueError):
                distance = abs((_middle(period.parse(there.edtf())) - middle).days)
                if best is None or distance < best[0]:
                    best = (distance, there)
        return best[1] if best else self

    def filled(self, other: Moment) -> Moment:
        """Return the moment with year and month of another where it has none, as in "3 - 17 januari 2025"."""
        if self.whole is not None or other.whole is not None:
            return self
        month = self.month if self.month is not None else other.month
        return replace(self, month=month, year=self.year if self.year is not None else other.year)


def _middle(stretch: Period) -> date:
    return stretch.first + (stretch.last - stretch.first) / 2


def interval(first: Moment, last: Moment) -> str:
    """Return the EDTF interval of two moments."""
    return f"{first.edtf()}/{last.edtf()}"


def part_of(moment: Moment, part: str) -> str:
    """Return the begin, middle or end of a month, season or year as EDTF; a decade or interval is split by years."""
    if moment.whole is None and moment.month is not None and moment.month <= 12 and moment.day is None:
        head = moment.edtf()
        last = calendar.monthrange(moment.year or 2023, moment.month)[1]
        first, end = {"begin": (1, 10), "middle": (11, 20), "end": (21, last)}[part]
        return f"{head}-{first:02d}/{head}-{end:02d}"
    if moment.whole is None and moment.month is None and moment.year is not None:
        first, end = {"begin": (1, 3), "middle": (5, 8), "end": (10, 12)}[part]
        return f"{moment.year:04d}-{first:02d}/{moment.year:04d}-{end:02d}"
    with contextlib.suppress(ValueError):
        stretch = period.parse(moment.edtf())
        third = (stretch.last - stretch.first) // 3
        starts = {"begin": stretch.first, "middle": stretch.first + third, "end": stretch.last - third}
        if third >= timedelta(days=366):
            return f"{starts[part].year:04d}/{(starts[part] + third).year:04d}"
        if third >= timedelta(days=2):
            return f"{starts[part].isoformat()}/{(starts[part] + third).isoformat()}"
    return moment.edtf()


def quarter(year: int | None, number: int) -> Moment:
    """Return a quarter of a year as an interval of months."""
    head = "XXXX" if year is None else f"{year:04d}"
    return Moment(whole=f"{head}-{number * 3 - 2:02d}/{head}-{number * 3:02d}")


def half(year: int | None, number: int) -> Moment:
    """Return a half of a year as an interval of months."""
    head = "XXXX" if year is None else f"{year:04d}"
    return Moment(whole=f"{head}-{number * 6 - 5:02d}/{head}-{number * 6:02d}")


def century(number: int) -> Moment:
    """Return a century by its ordinal number: the 19th is 18XX."""
    return Moment(whole=f"{number - 1:02d}XX")


def decade(first_year: int) -> Moment:
    """Return a decade by its first year."""
    return Moment(whole=f"{first_year // 10:03d}X")


def shifted(reference: Period, unit: str, steps: int) -> Moment | None:
    """Return the day, week, weekend, month, quarter, half, year, decade or century some steps from a reference date.

    None where the reference is too coarse to tell, or where the calendar ends.
    """
    with contextlib.suppress(ValueError, OverflowError):
        at = reference.first
        exact = reference.first == reference.last
        monthly = (reference.first.year, reference.first.month) == (reference.last.year, reference.last.month)
        if reference.first.year != reference.last.year:
            return None
        if unit == "year":
            return _year(at.year + steps)
        if unit == "decade":
            return decade((at.year // 10 + steps) * 10)
        if unit == "century":
            return century(at.year // 100 + 1 + steps)
        if not monthly:
            return None
        months = at.year * 12 + at.month - 1
        if unit == "month":
            there = months + steps
            return replace(_year(there // 12), month=there % 12 + 1)
        if unit == "quarter":
            there = months // 3 + steps
            return quarter(_year(there // 4).year, there % 4 + 1)
        if unit == "half":
            there = months // 6 + steps
            return half(_year(there // 2).year, there % 2 + 1)
        if not exact:
            return None
        if unit == "day":
            return of_day(at + timedelta(days=steps))
        monday = at - timedelta(days=at.weekday()) + timedelta(weeks=steps)
        if unit == "week":
            return Moment(whole=f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")
        if unit == "weekend":
            return Moment(
                whole=f"{(monday + timedelta(days=5)).isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
            )
    return None


def _year(number: int) -> Moment:
    if not 1 <= number <= 9998:
        raise ValueError(number)
    return Moment(year=number)


def of_day(day: date) -> Moment:
    """Return a moment of one day."""
    return Moment(day.year, day.month, day.day)


def holiday(rule: str, year: int) -> date:
    """Return the day of a holiday by its rule (see `Dates.holidays`)."""
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if rule in ("black", "cyber"):
        return holiday("4 4 11", year) + timedelta(days=1 if rule == "black" else 4)
    if " " not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    nth, weekday, month_number = (int(part) for part in rule.split())
    if nth < 0:
        last = date(year, month_number, calendar.monthrange(year, month_number)[1])
        return last - timedelta(days=(last.weekday() - (weekday - 1)) % 7)
    first = date(year, month_number, 1)
    return first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
