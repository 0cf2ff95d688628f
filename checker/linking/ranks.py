"""Places that somebody took, said without a cue, and the mark with which: "Jansen second", "took bronze in 6.58".

A place may stand alone behind a name or a form of to be; a length of time behind a place, or a win, is the mark.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.comparing import is_near
from checker.contests.words import contest_words
from checker.factbase.model import Amount
from checker.mentions.results import RESULT, is_medal, result_words
from checker.values.lengths import length_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.values.model import Value

_TELLING = 0.8
"""From which weight on a cue says that somebody won."""
_BEATEN = 5
"""How many words before a place may say that it is that of somebody beaten."""
_JOINED = 6
"""How many words and dates may stand between two places of a list."""
_NEAR = 4
"""How many words may stand between a win and its mark."""
_NAMED = frozenset({"name", "part", "unknown"})
_AT_MOST = 2
"""How many times as large as a known mark a length of time may be that is a mark."""
_BY_CLOCK = Decimal("1.25")
"""The same of one that is told by the clock, to the second: the time halfway is another one."""
_CLOCK = frozenset({"second", "minute", "hour"})


class Ranks:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._base = evidence.base
        self._rules = evidence.rules
        words = result_words(evidence.language)
        again = words.again
        self._contented = [tuple(phrase.split()) for phrase in words.contented]
        contests = contest_words(evidence.language)
        self._beating = [tuple(phrase.split()) for phrase in (*contests.beat, *contests.lost)]
        self._beating += [(word,) for word in words.against]
        self._being = frozenset((*evidence.rules.copulas, *words.being))
        self._again = frozenset((*again, *evidence.rules.auxiliaries)) - frozenset(evidence.rules.copulas)

    def alone(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a place stands alone behind a name or a form of to be ("Jansen second", "was third in 2023")."""
        if is_medal(mention.value, self._evidence.language):
            return True
        tokens = scene.sentence.tokens
        before, after = mention.first - 1, mention.last + 1
        named = any(m.last == before and m.how in ("name", "part") for m in scene.entities)
        listed = (
            before >= 0 and tokens[before].text == "," and len([v for v in scene.values if v.value.role == "rank"]) > 1
        )
        apposed = self._apposed(scene, mention)
        if self._is_left(scene, mention):
            return False
        if before < 0:
            return self._opens(scene, mention)
        if self._is_contented(scene, mention):
            return True
        goes_on = self._goes_on(scene, mention)
        if not (named or listed or apposed or goes_on or self._said_to_be(scene, mention)):
            return False
        if after >= len(tokens) or not tokens[after].text[0].isalnum():
            return True
        if tokens[after].norm in self._rules.coordinators:
            return True
        following = after + 1
        while following < len(tokens) and tokens[following].norm in self._evidence.articles:
            following += 1
        known = {v.first for v in scene.values if v.value.type == "date"} | {m.first for m in scene.entities if m.ids}
        if after in known and (apposed or goes_on):
            return True  # ", second two years ago,"
        return tokens[after].norm in self._evidence.prepositions and following in known

    def _opens(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence is only places and their dates ("Sixth two years ago, second last year, and now")."""
        return any(v.value.type == "date" and v.first in (mention.last + 1, mention.last + 2) for v in scene.values)

    def _is_contented(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a phrase right before says that somebody came no further ("had to make do with")."""
        before = [t.norm for t in scene.sentence.tokens[max(0, mention.first - _BEATEN) : mention.first]]
        while before and before[-1] in self._evidence.articles:
            before.pop()
        return any(tuple(before[-len(phrase) :]) == phrase for phrase in self._contented)

    def _goes_on(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a place is joined to another one that stands alone ("sixth in 2024 and third in 2025")."""
        tokens = scene.sentence.tokens
        other = next((v for v in reversed(scene.values) if v.last < mention.first and v.value.type == "ordinal"), None)
        if other is None or other.value.role != "rank" or mention.first - other.last > _JOINED:
            return False
        dated = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        between = [t for t in tokens[other.last + 1 : mention.first] if t.index not in dated]
        small = (*self._rules.coordinators, ",", *self._rules.prepositions)
        joined = any(t.norm in self._rules.coordinators or t.text == "," for t in between)
        return joined and all(t.norm in small for t in between) and self.alone(scene, other)

    def _is_left(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the clause of a place is one of where somebody was before ("seventh, where they were ninth")."""
        tokens = scene.sentence.tokens
        comma = max((t.index for t in tokens[: mention.first] if t.text == ","), default=None)
        return comma is not None and tokens[comma + 1].norm in self._rules.where

    def _said_to_be(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a form of to be stands before, with nothing but a date and small words between."""
        tokens = scene.sentence.tokens
        dated = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        index = mention.first - 1
        while index >= 0 and tokens[index].norm not in self._being:
            opens = tokens[index].norm in self._evidence.prepositions and index + 1 in dated
            if index not in dated and not opens and tokens[index].norm not in self._again:
                return False
            index -= 1
        return index >= 0

    def _apposed(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a place and its date stand between commas behind a name (", second two years ago,")."""
        tokens = scene.sentence.tokens
        opening = mention.first - 1
        if opening < 1 or tokens[opening].text != ",":
            return False
        named = any(m.last == opening - 1 and (m.ids or m.how == "unknown") for m in scene.entities)
        behind = (mention.last + 1, mention.last + 2)
        date = next((v for v in scene.values if v.value.type == "date" and v.first in behind), None)
        if not named or date is None:
            return False
        return date.last + 1 >= len(tokens) or tokens[date.last + 1].text in (",", ".", ";", ")")

    def of_another(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a place is said of whom the subject plays, or of another name ("beat the fourth seed, Anna Berg")."""
        tokens = scene.sentence.tokens
        first = mention.first
        while first and tokens[first - 1].norm in self._evidence.articles:
            first -= 1
        before = [t.norm for t in tokens[max(0, first - _BEATEN) : first]]
        if any(tuple(before[-len(phrase) :]) == phrase for phrase in self._beating):
            return True
        behind = mention.noun if mention.noun is not None else mention.last
        beside = [m for m in scene.entities if first > 1 and tokens[first - 1].text in ",(" and m.last == first - 2]
        nth = mention.value.role == "nth"
        beside += [m for m in scene.entities if nth and m.first == behind + 1]
        if nth and any(m.how in _NAMED for m in beside):
            return not any(statement.subject in m.ids for m in beside)
        # Of a person it must be said: "the fourth" may be of anybody.
        known = self._base.entities.get(statement.subject)
        return nth and known is not None and known.human and not any(t in self._rules.copulas for t in before[-1:])

    def leads_to(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a length of time is the mark of a place or a win right before it ("finished second in 1:59.88")."""
        tokens = scene.sentence.tokens
        opening = mention.first - 1
        if opening < 1 or tokens[opening].norm not in self._rules.inside or mention.value.hedge != "exact":
            return False
        placed = any(v.last == opening - 1 and v.value.role == "rank" for v in scene.values)
        if placed or length_of(mention.value) is not None:
            return True  # by the clock, to the second: "crossed the line in 2:09:48"
        wins = [c.last for c in scene.cues.get("wins", ()) if c.weight >= _TELLING]
        wins += [c.last for c in scene.cues.get(RESULT, ()) if c.weight >= _TELLING]
        won = max((last for last in wins if last < opening), default=-1)
        plain = [t for t in tokens[won + 1 : opening] if t.text in ",;:" or t.norm in self._rules.coordinators]
        return won >= 0 and opening - won <= _NEAR and not plain

    def marks(self, thing: EntityMention, value: Value) -> Iterator[str]:
        """Yield the one property by which somebody has a length of time by the clock, where a mark can be of it."""
        times = _AT_MOST if length_of(value) is None else _BY_CLOCK
        for entity in thing.ids:
            own = [s for s in self._base.by_subject.get(entity, ()) if s.property.type == "duration"]
            if len({s.property.id for s in own}) > 1:
                own = [s for s in own if self._of_a_place(s)]
            facts = [s.value for s in own if isinstance(s.value, Amount) and s.value.unit in _CLOCK]
            if len({s.property.id for s in own}) == 1 and any(is_near(value, fact, times=times) for fact in facts):
                yield own[0].property.id

    def _of_a_place(self, statement: Statement) -> bool:
        """Whether somebody took a place where they had a mark: both are of one event in one year, or the like."""
        places = (s for s in self._base.by_subject.get(statement.subject, ()) if s.property.id == RESULT)
        return bool(statement.where) and any(s.where == statement.where for s in places)
