"""What forbids an alarm about a length of time: how often something is, another scale, a part of it, another age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_BY_CLOCK = frozenset({"second", "minute", "hour"})
_LONG = frozenset({"week", "month", "year"})
_NEAR = 3
"""How many words may stand between a length of time and the share that is reached in it."""
_DECADE = 3000
"""From how many days on a date is a time of its own ("in the 1960s")."""


class Lengths:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._each = (frozenset(rules.rates) - frozenset(rules.articles)) | frozenset(rules.definite)
        self._each -= frozenset(rules.pronouns.neutral)  # "is het 55 minuten varen"

    def find(self, statement: Statement, scene: Scene, mention: ValueMention) -> Iterator[str]:
        """Yield the reasons."""
        tokens = scene.sentence.tokens
        if mention.first and tokens[mention.first - 1].norm in self._each:
            yield "a figure for each"  # "every 30 minutes", "om de 30 minuten", "in the two hours that"
        if self._is_of_another_scale(statement, mention):
            yield "another order of magnitude"
        if any(v.value.type == "percent" and 0 < v.first - mention.last <= _NEAR for v in scene.values):
            yield "a part of something"  # "charges in two hours to 80 percent"
        when = self._evidence.times.clause_date(scene, mention)
        if when is not None and (when.last - when.first).days > _DECADE:
            yield "a figure of another time"

    @staticmethod
    def _is_of_another_scale(statement: Statement, mention: ValueMention) -> bool:
        """Whether one of two lengths is by the clock and the other in weeks, months or years."""
        fact, unit = statement.value, mention.value.unit
        if not isinstance(fact, Amount) or fact.unit is None or unit is None:
            return False
        return (unit in _LONG and fact.unit in _BY_CLOCK) or (unit in _BY_CLOCK and fact.unit in _LONG)
