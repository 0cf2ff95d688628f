"""Dates as people write them: EDTF in, words out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.ui import Words

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def written_date(edtf: str, words: Words) -> str:
    """Return an EDTF date or interval in words ("7 May 2025", "since May 2025").

    Uncertain and unspecified dates (`2025?`, `199X`) have no short wording and stay as they are.
    """
    start, slash, end = edtf.partition("/")
    dates = words.dates
    if not slash:
        return _point(start, words)
    if end in ("", ".."):
        return dates.since.format(date=_point(start, words))
    if start in ("", ".."):
        return dates.until.format(date=_point(end, words))
    return dates.between.format(start=_point(start, words), end=_point(end, words))


def _point(text: str, words: Words) -> str:
    match = _POINT.fullmatch(text)
    if not match:
        return text
    year, month, day = match.groups()
    number = int(month or 0)
    if not month or not (1 <= number <= 12 or 21 <= number <= 24):
        return text
    name = words.dates.months[number - 1] if number <= 12 else words.dates.seasons[number - 21]
    if day:
        return words.dates.day.format(day=int(day), month=name, year=year)
    return words.dates.month.format(month=name, year=year)
