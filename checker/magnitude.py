"""Figures that are too far from a fact to be a slip of it: "tours cost EUR 14.50" says nothing of what the hall cost.

A slip changes a digit, swaps two, or takes another unit or magnitude with the same digits. A figure a hundred times as
large or small, in other digits, is that of something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Amount
from checker.values.convert import same_dimension, to_base

if TYPE_CHECKING:
    from decimal import Decimal

    from checker.factbase.model import FactValue
    from checker.values.model import Value

_FAR = 100
_TYPES = frozenset({"money", "quantity", "count"})


def far_off(value: Value, fact: FactValue) -> bool:
    """Whether a value is of another order of magnitude than a fact, and written in other digits."""
    if value.type not in _TYPES or value.number is None or not isinstance(fact, Amount):
        return False
    if value.currency != fact.currency:
        return False
    known = fact.low if fact.low is not None else fact.high
    if not known or not value.number:
        return False
    written, recorded = abs(value.number), abs(known)
    if value.unit and fact.unit:
        if not same_dimension(value.unit, fact.unit):
            return False
        written, recorded = abs(to_base(written, value.unit)[0]), abs(to_base(recorded, fact.unit)[0])
    if not written or not recorded or max(written, recorded) < _FAR * min(written, recorded):
        return False
    return _digits(abs(value.number)) != _digits(abs(known))


def _digits(number: Decimal) -> list[int]:
    """Return the digits of a number in order of size, without the zeros around them."""
    return sorted(number.normalize().as_tuple().digits)
