"""Points and stretches of time as EDTF (ISO 8601-2:2019): what is written, and the days that it can mean.

Supported: level 0 (day, month, year, interval), open ends `..`, the qualifiers `?`, `~` and `%`, unspecified digits
(`199X`, `2025-XX`) and seasons (`2025-21` spring to `2025-24` winter). Other levels are refused with a message.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?[?~%]?")
_EXAMPLES = "1965-08-06, 2025-05, 2025 or 2025-01-03/2025-01-17"
_OPEN = ("..", "")
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


def _refusal(text: str, reason: str) -> ValueError:
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return ValueError(f"“{shown}” is no EDTF date{reason}")


def _point(text: str) -> tuple[date, date]:
    """Return the first and last day of one date. Raises ValueError with a plain sentence."""
    match = _POINT.fullmatch(text)
    if not match:
        raise _refusal(text, f" such as {_EXAMPLES}")
    year_text, month_text, day_text = match.groups()
    earliest, latest = int(year_text.replace("X", "0")), int(year_text.replace("X", "9"))
    if not (earliest >= 1 and latest <= 9998):
        raise _refusal(text, ": the year must lie between 0001 and 9998")
    if earliest != latest:
        if month_text or day_text:
            raise _refusal(text, ": a decade or century has no month")
        return date(earliest, 1, 1), date(latest, 12, 31)
    if month_text in (None, "XX"):
        if day_text not in (None, "XX"):
            raise _refusal(text, ": a day needs its month")
        return date(earliest, 1, 1), date(earliest, 12, 31)
    month = int(month_text)
    if month in _SEASON_MONTHS and day_text is None:
        start, end = _SEASON_MONTHS[month]
        return date(earliest, start, 1), _last_day(earliest + (end < start), end)
    if not 1 <= month <= 12:
        raise _refusal(text, f": there is no month {month_text}")
    if day_text in (None, "XX"):
        return date(earliest, month, 1), _last_day(earliest, month)
    if not 1 <= int(day_text) <= calendar.monthrange(earliest, month)[1]:
        raise _refusal(text, f": that month has no day {day_text}")
    exact = date(earliest, month, int(day_text))
    return exact, exact


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """Read an EDTF date or interval; white space around it and around its slash does not count.

    Raises ValueError with a plain sentence when the text is no EDTF, or when an interval ends before it starts.
    """
    ends = [end.strip() for end in text.split("/")]
    if len(ends) == 1:
        return Period(ends[0], *_point(ends[0]))
    if len(ends) > 2:
        raise _refusal(text, f" such as {_EXAMPLES}")
    if all(end in _OPEN for end in ends):
        raise ValueError(f"“{text}” has no end at all; write for example 2025-01-03/..")
    first = date.min if ends[0] in _OPEN else _point(ends[0])[0]
    last = date.max if ends[1] in _OPEN else _point(ends[1])[1]
    if last < first:
        raise ValueError(f"“{text.strip()}” ends before it starts")
    return Period("/".join(ends), first, last)
