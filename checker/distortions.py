"""How one figure comes from another by a slip of the hand: digits swapped, one digit typed wrong, another unit.

Two figures of three digits that have nothing to do with each other are one such slip apart once in some hundred times,
so that the likeness says much about which figure was meant, where the sentence says little. Short figures say nothing
by themselves: they need the same unit of measure or currency.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from checker.comparing import is_near, read_period
from checker.factbase.model import Amount, Moment
from checker.values.convert import same_dimension, to_base

if TYPE_CHECKING:
    from checker.factbase.model import FactValue
    from checker.period import Period
    from checker.values.model import Value

Distortion = Literal["swapped", "mistyped", "unit", "magnitude"]

_TELLING = 3
"""From how many digits on a plain number has a shape of its own."""
_BEYOND = 100
"""How many times a figure no wrong one for it is."""
_APART = Decimal("2.5")
"""The same where the sentence does not name whose figure it is."""
_FEW = Decimal(20)
_WORDS = (3, 6, 9)
"""By which powers of ten the words "thousand", "million" and "billion" differ."""
_PREFIXES = (2, 3, 6, 9)
"""By which powers of ten units of measure differ: "62 metres" for 62 centimetres."""
_YEAR = re.compile(r"\d{4}")
_SIZED = frozenset({"quantity", "money", "count", "duration"})
"""Types of values of which the magnitude says what they are of."""
_PLAIN = frozenset({"count", "percent"})
"""Types of values that have no unit of measure."""


@dataclass(frozen=True, slots=True)
class _Digits:
    """A number as it is written, without the zeros at its ends: "1,850" and "0.185" have the same digits."""

    digits: str
    power: int

    @classmethod
    def of(cls, number: Decimal) -> _Digits:
        """Take a number apart; `power` is that of its first digit."""
        plain = "".join(map(str, number.normalize().as_tuple().digits))
        return cls(plain, number.adjusted())


def distortion(value: Value, fact: FactValue) -> Distortion | None:
    """Return which slip makes a figure of the base into that of a text, or None where none does."""
    if isinstance(fact, Moment):
        written = read_period(value.date) if value.type == "date" and value.number_to is None else None
        return _year(value.text, written, fact.period) if written is not None else None
    number = value.number
    if not isinstance(fact, Amount) or number is None or value.number_to is not None or value.hedge != "exact":
        return None
    recorded = fact.number
    if recorded is None or not number or not recorded or value.role in ("part", "target", "difference"):
        return None
    plain = value.type in _PLAIN
    mine, own = _Digits.of(number), _Digits.of(recorded)
    if value.currency != fact.currency:
        return "unit" if value.currency and fact.currency and number == recorded and len(own.digits) > 1 else None
    if not plain and value.unit != fact.unit:
        units = value.unit is not None and fact.unit is not None
        alike = units and same_dimension(value.unit or "", fact.unit or "")
        known = alike or (units and value.type == "duration")
        if known and number == recorded and len(own.digits) > 1:
            return "unit"
        if not alike or value.type != "quantity":
            return None
        mine = _Digits.of(to_base(number, value.unit or "")[0])  # "26 centimetres" for 0.62 metres
        own = _Digits.of(to_base(recorded, fact.unit or "")[0])
    if value.type == "quantity" and mine.digits == own.digits:
        return "magnitude" if abs(mine.power - own.power) in _PREFIXES and len(own.digits) > 1 else None
    if mine.digits == own.digits:
        worded = any(character.isalpha() for character in value.text)
        apart = abs(mine.power - own.power)
        telling = len(own.digits) > 1 if worded else len(own.digits) >= _TELLING  # "412,000,000" for 412,000
        return "magnitude" if telling and apart in _WORDS else None
    if mine.power != own.power or not any(character.isdigit() for character in value.text):
        return None
    return _slip(mine.digits, own.digits, shortest=_TELLING if plain else _TELLING - 1)


def is_slip(value: Value, fact: FactValue) -> bool:
    """Whether one slip of the hand, or of the calendar, makes a figure of the base into that of a text."""
    if distortion(value, fact) is not None:
        return True
    written = read_period(value.date) if value.type == "date" else None
    if written is None or not isinstance(fact, Moment) or {written.precision, fact.period.precision} != {"day"}:
        return False
    mine, own = written.first, fact.period.first
    if mine.year != own.year:
        return False
    if mine.month != own.month:
        return mine.day == own.day
    days = f"{mine.day}", f"{own.day}"
    return days[0] != days[1] and (days[0] in days[1] or days[1] in days[0] or days[0] == days[1][::-1])


def is_beyond(value: Value, fact: FactValue, *, named: bool) -> bool:
    """Whether a figure is so far from one of the base that it is no wrong one of it: a telescope is no 685 km long.

    Where the sentence has not `named` whose figure it is, one of another size is more likely of a part, or of others.
    """
    if value.type not in _SIZED or value.hedge in ("min", "max") or not isinstance(fact, Amount):
        return False
    if value.currency != fact.currency or not value.number or (value.type == "duration" and fact.unit is None):
        return False
    if value.type == "duration" and value.number == fact.number:
        return False  # five months for five weeks
    mine, own = _Digits.of(value.number), _Digits.of(fact.number or _FEW)
    same = mine.digits == own.digits and (value.unit == fact.unit or value.unit is None)
    if same and len(own.digits) > 1 and abs(mine.power - own.power) == 1:
        return False  # the decimal point is in the wrong place
    named = named or max(value.number, fact.number or _FEW) < _FEW  # three or eight: small ones are easily mistaken
    return distortion(value, fact) is None and not is_near(value, fact, times=_BEYOND if named else _APART)


def _slip(mine: str, own: str, *, shortest: int) -> Distortion | None:
    size = max(len(mine), len(own))
    mine, own = mine.ljust(size, "0"), own.ljust(size, "0")
    wrong = [i for i in range(size) if mine[i] != own[i]]
    if len(wrong) == 2 and sorted(mine) == sorted(own) and size >= shortest and wrong[1] - wrong[0] == 1:
        return "swapped"
    # Figures that differ in their last digit only are as often two of a kind: two jumps, two prices.
    return "mistyped" if len(wrong) == 1 and wrong[0] < size - 1 and size >= _TELLING else None


def _year(text: str, written: Period, recorded: Period) -> Distortion | None:
    """Compare dates of which only the year is wrong: its digits swapped, or a day that is no first of a month."""
    mine, own = written.first, recorded.first
    if written.is_interval or recorded.is_interval or mine.year == own.year or not _YEAR.search(text):
        return None
    if written.precision != "year" and mine.month != own.month:
        return None
    exact = written.precision == recorded.precision == "day"
    if exact and mine.day != own.day:
        return None
    if sorted(str(mine.year)) == sorted(str(own.year)) and _slip(str(mine.year), str(own.year), shortest=4) is not None:
        return "swapped"
    return "mistyped" if exact and mine.day != 1 else None
