"""How long something has lasted, in the words of a text: "bijna vijftien jaar", "for two and a half years", "40 years".

People count whole years either way: those completed, or the difference of the calendar years; and they round.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from datetime import date

    from checker.period import Period
    from checker.values.model import Value

_DAYS = {"year": Decimal("365.2425"), "month": Decimal("30.437"), "week": Decimal(7), "day": Decimal(1)}
_HALF = Decimal("0.5")
_ONE = Decimal(1)
_ROUND = 20
"""From which number on a multiple of ten is a round number."""
_LOOSE = Decimal("0.15")
"""By how much, as a share, a hedged length may differ."""


def countable(unit: str | None) -> bool:
    """Whether a length of time in a unit is one that dates can be apart."""
    return unit in _DAYS


def elapsed(start: Period, when: Period, unit: str) -> tuple[Decimal, Decimal]:
    """Return the shortest and longest time between some day of `start` and some day of `when`, in a unit."""
    size = _DAYS[unit]
    return _days(start.last, when.first) / size, _days(start.first, when.last) / size


def _days(one: date, other: date) -> Decimal:
    return Decimal((other - one).days)


def agrees(value: Value, start: Period, when: Period, *, nearly: bool = False) -> Agreement:
    """Compare a written length of time with the time from `start` to `when`.

    `nearly` says that a hedge that puts the truth below the number puts it just below ("bijna", not "minder dan").
    """
    unit = "year" if value.type == "ordinal" else value.unit
    if value.number is None or unit not in _DAYS or start.first > when.last:
        return Agreement.INCOMPARABLE
    low, high = elapsed(start, when, unit)
    first, last = _said(value, unit)
    if unit == "year":  # the difference of the calendar years
        low, high = min(low, Decimal(when.first.year - start.last.year)), max(high, _calendar(start, when))
    loose = last * _LOOSE + _HALF
    match value.hedge:
        case "over" | "min":
            if high < first:
                return Agreement.APART
            return Agreement.PARTIAL if low > last + 2 * loose + _ONE else Agreement.INSIDE
        case "under" | "max":
            if low >= last:
                return Agreement.APART
            if high < first - loose:
                return Agreement.APART if nearly else Agreement.PARTIAL
            return Agreement.INSIDE
        case "about":
            first, last = first - loose, last + loose
        case _:
            pass
    return Agreement.INSIDE if low < last and first <= high else Agreement.APART


def _calendar(start: Period, when: Period) -> Decimal:
    return Decimal(when.last.year - start.first.year)


def _said(value: Value, unit: str) -> tuple[Decimal, Decimal]:
    """Return the lengths that a number is said of: half a unit less, because people round, to a unit more."""
    assert value.number is not None
    number, to = value.number, value.number_to or value.number
    whole = number == number.to_integral_value()
    low = number - _HALF
    high = to + (_ONE if whole else _HALF)
    if whole and number >= _ROUND and number % 10 == 0 and unit == "year":
        high += _ONE  # "twenty years" is a round number
    return low, high


def as_amount(start: Period, when: Period, unit: str) -> Amount:
    """Return the time from `start` to `when` as people would write it, in whole units."""
    low, high = elapsed(start, when, unit)
    if unit == "year":
        low, high = (Decimal(n) for n in _completed(start, when))
    else:
        low, high = (n.quantize(_ONE) for n in (low, high))
    return Amount(low=low, high=max(low, high), unit=unit, written="")


def _completed(start: Period, when: Period) -> tuple[int, int]:
    ends = ((start.last, when.first), (start.first, when.last))
    few, many = (b.year - a.year - ((b.month, b.day) < (a.month, a.day)) for a, b in ends)
    return max(few, 0), max(few, many, 0)
