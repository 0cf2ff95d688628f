"""Of how much a figure is: what the base divides by market, event or class and the text does not, or the text alone.

"Customers: 410,000 in the Netherlands, 265,000 in Belgium" says nothing of a text that gives one number for all; a rank
at an event that the base does not know says nothing of one that it does. These forbid alarms and never support.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.evidence.times import YEAR_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.qualifiers import Qualified
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention


class Scope:
    """Compares the reach of figures and statements in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._opening = frozenset((*rules.place_prepositions, *rules.restrictors))
        self._divided: dict[str, frozenset[str]] = {}

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, qualified: Qualified) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if qualified.unnamed & self._divides(statement):
            yield "one of several that the text does not name"
        if self._money(statement, scene, mention):
            yield "a sum of money"
        if self._elsewhere(statement, scene, mention):
            yield "at something that the base does not know of"

    def _divides(self, statement: Statement) -> frozenset[str]:
        """Return the kinds of qualifier in which statements differ that are of one time and alike in the rest."""
        if statement.id not in self._divided:
            times = self._evidence.times
            year, found = times.year_of(statement), set()
            for other in self._evidence.base.facts_of(statement.subject, statement.property.id):
                differing = {
                    kind
                    for kind in statement.where
                    if kind not in YEAR_KINDS and other.where.get(kind, statement.where[kind]) != statement.where[kind]
                }
                if differing and times.year_of(other) == year and _comparable(statement, other):
                    found |= differing
            self._divided[statement.id] = frozenset(found)
        return self._divided[statement.id]

    def _money(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a unit that is a currency too stands beside the cue of a sum ("kost 549 euro of 479 pond")."""
        if mention.value.unit != _POUND or scene.cues.get(statement.property.id):
            return False
        properties = self._evidence.base.properties
        return any(prop in properties and properties[prop].type == "money" for prop in scene.cues)

    def _elsewhere(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is at an unknown name ("bij de Vlietstrijd"), and the statement at an event or place."""
        entities = self._evidence.base.entities
        if mention.value.type == "date" or not any(value in entities for value in statement.where.values()):
            return False
        tokens = scene.sentence.tokens
        for name in scene.entities:
            if name.how != "unknown" or scene.sentence.cost(name.first, mention.first) > _CLAUSE:
                continue
            before = name.first - 1
            while before > 0 and tokens[before].norm in self._evidence.articles:
                before -= 1
            if before >= 0 and tokens[before].norm in self._opening:
                return True
        return False


_CLAUSE = 0.6
_POUND = "pound"


def _comparable(one: Statement, two: Statement) -> bool:
    """Whether two statements hold at one time and, of money, in one currency."""
    overlap = one.valid is None or two.valid is None or one.valid.overlaps(two.valid)
    currency = getattr(one.value, "currency", None)
    return overlap and currency == getattr(two.value, "currency", None)
