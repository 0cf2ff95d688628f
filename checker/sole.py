"""A weak cue, or a verb of measuring alone, where the unit of a value leaves one property of its subject.

"The battery is good for 110 kilometres", "Jansen is 1,98 meter", "the park covers 2.1 hectares": the words say little,
but of all that the base knows of the subject one thing only can be in such a unit. Money is left out: what a thing
costs and what is given for it are in one currency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Amount
from checker.values.convert import same_dimension

if TYPE_CHECKING:
    from checker.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention
    from checker.subjects import Answer

_CUE = 0.6
"""How clearly a unit that only one property of a subject can have signals it."""
_WEAK = 0.36
"""From which weight on a cue in the sentence says that the property is spoken of."""
_NAMED = 0.9
"""From which score on the subject stands in the sentence as a subject."""


class Sole:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the fact base and the words of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._measuring = frozenset((*rules.measuring, *rules.copulas))
        self._copulas = frozenset(rules.copulas)
        self._behind = frozenset((*rules.prepositions, *rules.partitives, *rules.differences, *rules.than))

    def cue(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer, cue: float) -> float:
        """Return how strongly the words around a value signal its property, with what its unit says."""
        if cue >= _CUE or mention.value.type != "quantity" or not self._only(statement, mention):
            return cue
        weak = any(c.weight >= _WEAK for c in scene.cues.get(statement.property.id, ())) and cue >= _WEAK / 2
        return _CUE if weak or self._measures(scene, mention, answer) else cue

    def _only(self, statement: Statement, mention: ValueMention) -> bool:
        """Whether no other property of the subject can have the unit of a value."""
        unit = mention.value.unit
        fitting = {
            fact.property.id
            for fact in self._evidence.base.by_subject.get(statement.subject, ())
            if isinstance(fact.value, Amount) and fact.value.unit and unit and same_dimension(fact.value.unit, unit)
        }
        return fitting == {statement.property.id}

    def _measures(self, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether a verb of measuring is all that stands between the subject and a value."""
        tokens = scene.sentence.tokens
        after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
        for part in answer.parts:
            if part.role != "subject" or answer.score < _NAMED or part.end > mention.start:
                continue
            between = tokens[scene.sentence.at(part.end - 1) + 1 : mention.first]
            if len(between) != 1 or between[0].norm not in self._measuring:
                continue
            return between[0].norm not in self._copulas or after is None or after.norm not in self._behind
        return False
