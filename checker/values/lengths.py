"""Lengths of time in several units, as one number: "two hours and 35 minutes", "1:59.41", "1.59,41".

They are compared in the smallest unit that they are written in, and put right in the form that they have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.values.convert import to_base

if TYPE_CHECKING:
    from checker.values.model import Value

_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?")
TIMES = ("year", "month", "week", "day", "hour", "minute", "second")
"""The units of time, the longest first."""
_CALENDAR = 2
"""How many of the units are months and longer: no exact number of days."""
_CLOCK = re.compile(r"\d+([:.])(\d\d\1)?\d\d(?:([.,])(\d{1,3}))?")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_COMPOUND = 2
_DAYS = re.compile(r"\d\s*d", re.IGNORECASE)
_HALF = Decimal("0.5")
_SIXTY = 60


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in one unit, with half of what its last figure stands for."""

    number: Decimal
    unit: str
    slack: Decimal


def length_of(value: Value) -> Length | None:
    """Return a length of time that is written in several units as one number of the smallest, or None."""
    match = _ISO.fullmatch(value.duration or "") if value.number is None else None
    if match is None:
        return None
    parts = [(unit, number) for unit, number in zip(TIMES, match.groups(), strict=True) if number]
    if not parts or len({TIMES.index(unit) < _CALENDAR for unit, _ in parts}) > 1:
        return None  # "one month and three days" is no exact number of days
    unit, last = parts[-1]
    size = to_base(Decimal(1), unit)[0]
    total = sum((to_base(Decimal(number), name)[0] for name, number in parts), Decimal(0))
    exponent = int(Decimal(last).as_tuple().exponent)
    return Length(total / size, unit, _HALF * Decimal(10) ** min(exponent, 0))


def split(amount: Decimal, unit: str, written: str) -> list[tuple[Decimal, str]]:
    """Return a length of time in the units that it is written in ("2 hours 14 minutes"), one pair where that is one."""
    sizes = [(name, to_base(Decimal(1), name)[0]) for name in TIMES[TIMES.index("day") :]] if unit in TIMES else []
    if len(_FIGURE.findall(written)) < _COMPOUND or _CLOCK.fullmatch(written) or unit not in dict(sizes):
        return [(amount, unit)]
    if not _DAYS.search(written):
        sizes = sizes[1:]
    parts, rest = [], amount * dict(sizes)[unit]
    for name, size in sizes[: [name for name, _ in sizes].index(unit)]:
        whole, rest = divmod(rest, size)
        if whole:
            parts.append((whole, name))
    last = rest / dict(sizes)[unit]
    return [*parts, (last, unit)] if last or not parts else parts


def is_clock_form(written: str) -> bool:
    """Whether a length of time is written as "2:09:48" or "1:59.41"."""
    return _CLOCK.fullmatch(written) is not None and ":" in written


def in_clock_form(value: Value, seconds: Decimal) -> str | None:
    """Return seconds in the form of a mark such as "1:59.41" or "1.59,41", with as many decimals, or None."""
    match = _CLOCK.fullmatch(value.text)
    if match is None or value.type != "duration":
        return None
    joint, mark, decimals = match[1], match[3] or "", len(match[4] or "")
    minutes, rest = divmod(seconds.quantize(Decimal(1).scaleb(-decimals)), _SIXTY)
    shown = f"{rest:0{3 + decimals if decimals else 2}.{decimals}f}".replace(".", mark)
    if match[2]:
        hours, minutes = divmod(minutes, _SIXTY)
        return f"{hours}{joint}{minutes:02}{joint}{shown}"
    return f"{minutes}{joint}{shown}"
