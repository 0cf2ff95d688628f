"""What a pair of figures can be: the scores of both sides, or the wins and losses of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.factbase.model import Amount

if TYPE_CHECKING:
    from checker.factbase.model import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pair of figures can be: two statements, in their order or in any."""

    statements: tuple[Statement, Statement]
    ordered: bool = False
    sure: bool = False
    """Whether the words around it leave no doubt, so that both figures can be wrong."""
    named: bool = False
    """Whether the noun right behind the score says what it is, whatever else the clause tells."""

    def expected(self, pair: tuple[int, int]) -> tuple[Statement, Statement]:
        """Return the statements in the order in which they agree best with two figures."""
        first, second = self.statements
        if self.ordered:
            return first, second
        straight = (number_of(first) == pair[0]) + (number_of(second) == pair[1])
        crossed = (number_of(second) == pair[0]) + (number_of(first) == pair[1])
        higher = (number_of(first) < number_of(second)) == (pair[0] < pair[1])
        return (first, second) if straight > crossed or (straight == crossed and higher) else (second, first)


def number_of(statement: Statement) -> int:
    """Return the number of a statement; -1 where it has none."""
    value = statement.value
    return int(value.low or 0) if isinstance(value, Amount) else -1
