"""Figures of one place or source: "employs 45 people in the north", "earned 9 million from the sale" are no totals.

A place that a clause names beside a figure of an organisation makes it a part, unless the statement names it too. A
part is no larger than the whole, and few have more than half of themselves elsewhere than at home.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.evidence.cities import country_of
from checker.factbase.model import Amount, Reference

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention

_OWNERS = frozenset({"company", "organisation"})
_PLACES = frozenset({"place", "country"})
_TYPES = frozenset({"count", "money", "percent"})
_HALF = Decimal("0.5")


class Located:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the prepositions of places."""
        self._evidence = evidence
        rules = evidence.rules
        self._in = frozenset((*rules.town_prepositions, *rules.inside)) & frozenset(rules.place_prepositions)
        self._sources = frozenset(rules.sources)
        self._articles = frozenset((*rules.articles, *rules.definite))
        self._openers = frozenset((*rules.clause_openers, *rules.relatives))

    def is_elsewhere(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure may be that of a place that its clause names, and not of the whole subject."""
        fact, number = statement.value, mention.value.number
        if mention.value.type not in _TYPES or self._evidence.type_of(statement.subject) not in _OWNERS:
            return False
        if not isinstance(fact, Amount) or number is None or self._is_placed(statement):
            return False
        for place in scene.entities:
            if not self._stands_in(scene, place, mention, statement):
                continue
            if mention.value.type == "percent":
                return True
            most = fact.high if fact.high is not None else fact.low
            if most is None or number >= most:
                continue  # no part is larger than the whole
            if not set(place.ids) & self._homes(statement.subject) or number < most * _HALF:
                return True
        return False

    def is_sourced(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sum of a year is said to come from one thing ("a profit of 9 million on the sale")."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if mention.value.type != "money" or self._evidence.times.year_of(statement) is None:
            return False
        if after + 1 >= len(tokens) or tokens[after].norm not in self._sources:
            return False
        first = after + 1
        while first + 1 < len(tokens) and tokens[first].norm in self._articles:
            first += 1
        noun = tokens[first]
        known = any(v.first <= noun.index <= v.last for v in scene.values)
        return first > after + 1 and not known and noun.text.isalpha() and noun.text.islower()

    def _is_placed(self, statement: Statement) -> bool:
        """Whether a statement is of a place itself."""
        return any(self._evidence.type_of(value) in _PLACES for value in statement.where.values())

    def _stands_in(self, scene: Scene, place: EntityMention, mention: ValueMention, statement: Statement) -> bool:
        tokens = scene.sentence.tokens
        known = place.how == "country" or (
            place.how == "name" and {self._evidence.type_of(i) for i in place.ids} <= _PLACES
        )
        at = place.first - 1
        if not known or at < 0 or tokens[at].norm not in self._in:
            return False
        cues = scene.cues.get(statement.property.id, ())
        if any(c.first <= place.first <= c.last and not c.first <= mention.first <= c.last for c in cues):
            return False  # a label of "employees in Belgium"
        low, high = (place.last + 1, mention.first) if place.last < mention.first else (mention.last + 1, at)
        return not any(t.text in ",;:()" or t.norm in self._openers for t in tokens[low:high])

    def _homes(self, subject: str) -> set[str]:
        """Return the places of a subject, and their countries."""
        base = self._evidence.base
        own = {s.value.id for s in base.by_subject.get(subject, ()) if isinstance(s.value, Reference)}
        places = {i for i in own if self._evidence.type_of(i) in _PLACES}
        countries = {country for i in places if (country := country_of(base, i)) is not None}
        return places | countries
