"""Counts over a table after the time for which the table is complete: what was counted last is at least still so.

A table that is complete up to the end of last year says nothing of this year; but a text of this year that gives the
number of then is right, and one that gives a smaller number is wrong. A greater one may have come since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from checker.factbase.model import Statement


class Running:
    """Knows the last state of every running count of a base."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Find the last statement of each count."""
        last: dict[tuple[str, str, tuple[tuple[str, str], ...]], Statement] = {}
        for statement in statements:
            if statement.derived and statement.valid is not None:
                key = (statement.subject, statement.property.id, tuple(sorted(statement.where.items())))
                before = last.get(key)
                if before is None or before.valid is None or before.valid.last < statement.valid.last:
                    last[key] = statement
        self._last = {statement.id for statement in last.values()}

    def at_end(self, statement: Statement, number: Decimal | None) -> Amount | None:
        """Return what a count had come to when its table ends, where a later number is right or too low."""
        value = statement.value
        if statement.id not in self._last or not isinstance(value, Amount) or value.high is None or number is None:
            return None
        if number > value.high:
            return None
        return Amount(low=value.high, high=value.high, written=str(value.high))
