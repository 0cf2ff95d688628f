"""Sums of agreements and projects: "raises EUR 42 million" is that of the round, not all that was ever raised.

Who signs, raises or invests is named in the subject's place; the sum is that of the deal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.comparing import Agreement, compare
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import ValueMention

_DEALS = frozenset({"agreement", "project"})


class Deals:
    """Knows the sums of the deals of the fact base."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect them."""
        self._sums = [
            statement
            for statement in evidence.base.statements
            if isinstance(statement.value, Amount)
            and statement.property.type == "money"
            and evidence.type_of(statement.subject) in _DEALS
        ]

    def is_sum(self, statement: Statement, mention: ValueMention) -> bool:
        """Whether an amount is exactly that of a deal, other than what the statement tells of."""
        value = mention.value
        exact = replace(value, hedge="exact")  # "from EUR 198,500" is not any larger sum
        return value.type == "money" and any(
            deal.subject != statement.subject
            and isinstance(deal.value, Amount)
            and deal.value.currency == value.currency
            and compare(exact, deal.value) is Agreement.INSIDE
            for deal in self._sums
        )
