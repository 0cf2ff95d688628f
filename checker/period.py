"""Points and stretches of time as EDTF (ISO 8601-2:2019): what is written, and the days that it can mean.

Supported: level 0 (day, month, year, interval), open ends `..`, the qualifiers `?`, `~` and `%`, unspecified digits
(`199X`, `2025-XX`) and seasons (`2025-21` spring to `2025-24` winter). Other levels are refused with a message.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{1,4}|\d{1,3}X|\d{1,2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?[?~%]?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, with the EDTF text that it was written as.

    An open end is `date.min` or `date.max`.
    """

    edtf: str
    first: date
    last: date

    @property
    def is_interval(self) -> bool:
        """Whether the text names two ends rather than one (coarser or finer) date."""
        return "/" in self.edtf

    @property
    def precision(self) -> str:
        """`day`, `month`, `season`, `year`, `decade` or `interval`: how finely the text is written."""
        if self.is_interval:
            return "interval"
        plain = self.edtf.rstrip("?~%")
        if "X" in plain.split("-", maxsplit=1)[0]:
            return "decade"
        parts = [part for part in plain.split("-") if part != "XX"]
        if len(parts) == 3:
            return "day"
        if len(parts) == 2:
            return "season" if int(parts[1]) > 12 else "month"
        return "year"

    def covers(self, other: Period) -> bool:
        """Whether every day of `other` lies inside this period."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both periods."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return self.edtf


def day(value: date) -> Period:
    """Return the period of one day."""
    return Period(value.isoformat(), value, value)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _point(text: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is no EDTF date such as 1965-08-06, 2025-05, 2025 or 2025-01-03/2025-01-17")
    year_text, month_text, day_text = match.groups()
    if "X" in year_text:
        return date(int(year_text.replace("X", "0").zfill(4)) or 1, 1, 1), date(int(year_text.replace("X", "9")), 12, 31)
    if len(year_text) != 4:
        raise ValueError(f"“{text}” is no EDTF date: a year has four digits")
    year = int(year_text)
    if not 1 <= year <= 9998:
        raise ValueError(f"“{text}” is no EDTF date: the year must lie between 0001 and 9998")
    if month_text in (None, "XX"):
        return date(year, 1, 1), date(year, 12, 31)
    month = int(month_text)
    if month in _SEASON_MONTHS and day_text is None:
        start, end = _SEASON_MONTHS[month]
        return date(year, start, 1), _last_day(year + (end < start), end)
    if not 1 <= month <= 12:
        raise ValueError(f"“{text}” is no EDTF date: there is no month {month_text}")
    if day_text in (None, "XX"):
        return date(year, month, 1), _last_day(year, month)
    if not 1 <= int(day_text) <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"“{text}” is no EDTF date: that month has no day {day_text}")
    exact = date(year, month, int(day_text))
    return exact, exact


def parse(text: str) -> Period:
    """Read an EDTF date or interval.

    Raises ValueError with a plain sentence when the text is no EDTF, or when an interval ends before it starts.
    """
    text = text.strip()
    if "/" not in text:
        return Period(text, *_point(text))
    start_text, _, end_text = text.partition("/")
    first = date.min if start_text in ("..", "") else _point(start_text)[0]
    last = date.max if end_text in ("..", "") else _point(end_text)[1]
    if start_text in ("..", "") and end_text in ("..", ""):
        raise ValueError(f"“{text}” has no end at all")
    if last < first:
        raise ValueError(f"“{text}” ends before it starts")
    return Period(text, first, last)
