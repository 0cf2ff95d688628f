"""What forbids an alarm about a length of time: how often something is, another scale, a part of it, another age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Amount
from checker.languages import tenures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
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
        words = tenures(evidence.language)
        self._lasting = frozenset(words.lasts)
        self._taking = frozenset((*words.taking, *words.running, *rules.auxiliaries, *rules.copulas))
        self._each = (frozenset(rules.rates) - frozenset(rules.articles)) | frozenset(rules.definite)
        self._each -= frozenset(rules.pronouns.neutral)  # "is het 55 minuten varen"

    def find(self, statement: Statement, scene: Scene, mention: ValueMention) -> Iterator[str]:
        """Yield the reasons."""
        tokens = scene.sentence.tokens
        itself = any(m.first == mention.last + 1 and statement.subject in m.ids for m in scene.entities)
        if mention.first and tokens[mention.first - 1].norm in self._each and not itself:
            yield "a figure for each"  # "every 30 minutes", "om de 30 minuten", "in the two hours that"
        if self._takes_another(statement, scene, mention):
            yield "what happened to something else"
        if self._is_of_another_scale(statement, mention):
            yield "another order of magnitude"
        if any(v.value.type == "percent" and 0 < v.first - mention.last <= _NEAR for v in scene.values):
            yield "a part of something"  # "charges in two hours to 80 percent"
        when = self._evidence.times.clause_date(scene, mention)
        if when is not None and (when.last - when.first).days > _DECADE:
            yield "a figure of another time"

    def _takes_another(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether what took so long is said of a thing that nothing in the base is: "the renovation of the roof"."""
        tokens, partitives = scene.sentence.tokens, self._evidence.rules.partitives
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        for cue in scene.cues.get(statement.property.id, ()):
            index = cue.last + 1
            if index < mention.first and self._does_so(scene, index, mention):
                return True
            if index >= mention.first or tokens[index].norm not in partitives:
                continue
            while index + 1 < mention.first and tokens[index + 1].norm in (*self._evidence.articles, *partitives):
                index += 1
            thing = tokens[index + 1]
            if thing.index < mention.first and thing.text.islower() and thing.index not in named:
                return thing.index + 1 not in named  # "the construction of tram line 14"
        return False

    def _does_so(self, scene: Scene, index: int, mention: ValueMention) -> bool:
        """Whether another verb says what was so for that long: "construction stood still for two weeks"."""
        tokens = scene.sentence.tokens
        if tokens[mention.first - 1].norm not in self._lasting:
            return False
        if any(index <= v.first < mention.first for v in scene.values):
            return False  # "raised EUR 500 million for seven years"
        return any(self._evidence.is_verb(t) and t.norm not in self._taking for t in tokens[index : mention.first])

    @staticmethod
    def _is_of_another_scale(statement: Statement, mention: ValueMention) -> bool:
        """Whether one of two lengths is by the clock and the other in weeks, months or years."""
        fact, unit = statement.value, mention.value.unit
        if not isinstance(fact, Amount) or fact.unit is None or unit is None:
            return False
        return (unit in _LONG and fact.unit in _BY_CLOCK) or (unit in _BY_CLOCK and fact.unit in _LONG)
