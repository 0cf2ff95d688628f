"""Counts of a season, or against somebody, or sought: none of these is what somebody has done in all.

"Berg has three wins this season", "Against Dahl, Berg has two wins and five defeats", "Three novels by Berg are films",
"Berg is going for a third title".
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker.properties import built_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_DAY, _SEASON = timedelta(days=1), timedelta(days=370)
_REACH = 4
"""How many words may stand between those of a phrase."""
_DOERS = frozenset({"person", "team"})
_BETWEEN = frozenset({"wins", "losses", "draws", "matches", "titles", "podiums"})
"""What somebody can have against one other."""


class Tallies:
    """Finds such counts in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._against = frozenset(rules.opposing)
        self._of = frozenset((*rules.partitives, *rules.agents))
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)
        self._sharing = frozenset(rules.shares)
        self._places = frozenset(rules.there)
        self._closing = frozenset(rules.auxiliaries)
        self._pursuits = tuple(tuple(phrase.split()) for phrase in rules.pursuits)
        self._small = frozenset((*rules.articles, *rules.definite, *rules.possessives))

    def find(self, statement: Statement, scene: Scene, mention: ValueMention) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if mention.value.type in ("count", "ordinal") and self._sought(scene, mention):
            yield "a plan or rumour"
        if mention.value.type != "count" or not self._adds_up(statement):
            return
        if self._in_season(scene, mention):
            yield "a figure of one season"
        if statement.property.id in _BETWEEN and self._against_one(statement, scene):
            yield "a figure against somebody"
        if self._shared(scene, mention):
            yield "somebody else"
        if self._there(scene, mention) or self._some_of_theirs(statement, scene, mention):
            yield "some of them"

    def _adds_up(self, statement: Statement) -> bool:
        """Whether a statement counts what somebody has done in all."""
        kind = self._evidence.type_of(statement.subject)
        if statement.property.type != "count" or self._evidence.times.year_of(statement) is not None:
            return False
        own = kind == "person" and not statement.property.subjects
        shared = kind in _DOERS and "person" in statement.property.subjects
        return own or shared or (kind == "person" and statement.property.id not in built_in())

    def _in_season(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the clause of a count names a year or less that is not over."""
        now = self._evidence.date
        if now is None:
            return False
        for dated, when in self._evidence.times.years(scene):
            if not when.overlaps(now) or not _DAY < when.last - when.first <= _SEASON or dated.side is not None:
                continue
            first, last = sorted((dated.first, mention.first))
            if not any(t.text in ";:" for t in scene.sentence.tokens[first:last]):
                return True
        return False

    def _against_one(self, statement: Statement, scene: Scene) -> bool:
        """Whether somebody stands behind "against": the subject, or whom the subject met."""
        tokens = scene.sentence.tokens
        return any(
            m.first > 0
            and tokens[m.first - 1].norm in self._against
            and (m.how == "unknown" or any(self._evidence.type_of(i) in _DOERS for i in m.ids))
            and not set(statement.where.values()) & set(m.ids)
            for m in scene.entities
        )

    def _shared(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether they are shared with somebody, or those of somebody without a name ("two films by a Norwegian")."""
        tokens = scene.sentence.tokens
        after = (mention.last if mention.noun is None else mention.noun) + 1
        behind = [t.norm for t in tokens[after : after + 2]]
        if len(behind) > 1 and behind[0] in self._of and behind[1] in self._indefinite:
            return True
        near = tokens[max(0, mention.first - _REACH) : mention.first]
        return any(t.norm in self._sharing for t in near)

    def _there(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether "there" stands behind what is counted ("took three medals there")."""
        after = (mention.last if mention.noun is None else mention.noun) + 1
        return any(t.norm in self._places for t in scene.sentence.tokens[after : after + 1])

    def _some_of_theirs(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether something is said of as many of the subject's as a clause opens with: "Three novels by Berg are"."""
        tokens = scene.sentence.tokens
        noun = mention.noun
        if noun is None or (mention.first and tokens[mention.first - 1].text[0].isalnum()):
            return False
        owner = next((m for m in scene.entities if m.first == noun + 2 and statement.subject in m.ids), None)
        if owner is None or tokens[noun + 1].norm not in self._of or owner.last + 1 >= len(tokens):
            return False
        return tokens[owner.last + 1].norm in self._closing

    def _sought(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether words of going after something stand before a figure ("going for a third", "gaat Berg voor haar")."""
        tokens = scene.sentence.tokens
        index = mention.first - 1
        while index > 0 and tokens[index].norm in self._small:
            index -= 1
        before = [t.norm for t in tokens[max(0, index - _REACH) : index + 1]]
        return any(before[-1:] == [words[-1]] and words[0] in before for words in self._pursuits)
