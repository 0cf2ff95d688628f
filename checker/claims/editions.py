"""The number before the name of what comes back each year: "won the 38th Harbour Cup", "wint 12e Havenbeker".

It is that of the edition that the sentence is about: the one of its year, or of the document's own. "Her third Harbour
Cup" is none, nor is "the second Harbour Cup title", and another edition may be told of beside the one in hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.factbase.model import Amount, Reference
from checker.mentions.results import RESULT, result_words
from checker.report import Verdict
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from checker.factbase.model import Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.period import Period

    Judged = tuple[ValueMention, Judgement]

_EDITION = "edition"
_WINNER = "winner"
_WINS = "wins"
_CONFIDENCE = 0.8
_TELLING = 0.8
"""From which weight on a cue says that somebody won."""
_REACH = 7
"""How many words before the ordinal such a word may stand."""
_NAMED = frozenset({"name", "part"})


class Editions:
    """Judges the ordinals of one document that stand before the name of an event."""

    def __init__(self, linker: Linker) -> None:
        """Share the linker of the document."""
        evidence = linker.evidence
        self._evidence = evidence
        self._base = evidence.base
        self._linker = linker
        rules = evidence.rules
        self._yearly = frozenset(result_words(evidence.language).yearly)
        self._closing = evidence.prepositions | frozenset((*rules.coordinators, *rules.auxiliaries, *rules.copulas))
        self._winning = [tuple(phrase.split()) for phrase in result_words(evidence.language).winning]

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of the editions that its events are said to be."""
        found = list(judged)
        for position, (mention, judgement) in enumerate(found):
            value = mention.value
            if judgement.verdict is not Verdict.UNVERIFIED or value.type != "ordinal" or value.role != "nth":
                continue
            event = self._event(scene, mention)
            better = self._edition(scene, mention, event) if event is not None else None
            if better is not None:
                found[position] = mention, better
        return found

    def _event(self, scene: Scene, mention: ValueMention) -> EntityMention | None:
        """Return the name right behind an ordinal, where the two are all that the phrase has."""
        tokens = scene.sentence.tokens
        first = mention.last + 1
        while first < len(tokens) and tokens[first].norm in self._yearly:
            first += 1
        event = next((m for m in scene.entities if m.first == first and m.how in _NAMED and m.ids), None)
        if event is None or self._is_owned(scene, mention):
            return None
        behind = tokens[event.last + 1] if event.last + 1 < len(tokens) else None
        dated = {v.first for v in scene.values if v.value.type == "date"}
        open_ = behind is not None and behind.text[0].isalnum() and behind.index not in dated
        if behind is not None and open_ and behind.norm not in self._closing and not self._evidence.is_verb(behind):
            return None  # "the second Harbour Cup title"
        return event

    def _is_owned(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether it is said whose so-manieth it is: "her third Harbour Cup", "Jansen's second"."""
        if not mention.first:
            return False
        before = scene.sentence.tokens[mention.first - 1]
        genitive = before.text.endswith(("'s", "’s", "s'", "s’")) or before.norm in ("'s", "’s")
        named = any(m.last == before.index and m.ids for m in scene.entities)
        return genitive or named or before.norm in self._evidence.rules.possessives or before.norm in ("a", "een")

    def _edition(self, scene: Scene, mention: ValueMention, event: EntityMention) -> Judgement | None:
        facts = [s for i in event.ids for s in self._base.facts_of(i, _EDITION)]
        readings = [r for s in facts for r in [self._linker.as_statement(s, scene, mention)] if r is not None]
        told = self._evidence.times.clause_date(scene, mention)
        when = told or self._evidence.date
        current = [r for r in readings if r.year is None or when is None or r.year.overlaps(when)]
        right = [r for r in current if r.agreement is Agreement.INSIDE]
        if not right and told is None:
            right = [r for r in readings if r.agreement is Agreement.INSIDE and not self._is_of_other(scene, r, when)]
        if right:
            return Judgement(Verdict.SUPPORTED, right[0], confidence=_CONFIDENCE)
        if len(current) != 1 or current[0].agreement is not Agreement.APART or self._linker.planned(scene, mention):
            return None
        statement = current[0].statement
        if not self._is_near(statement, mention) or not self._is_in_hand(scene, mention, statement, when, told):
            return None
        return Judgement(Verdict.CONTRADICTED, current[0], confidence=_CONFIDENCE)

    def _is_of_other(self, scene: Scene, reading: Reading, when: Period | None) -> bool:
        """Whether an edition was won by others than the one named, who won that of the time of the text."""
        event = reading.statement.subject
        people = {i for m in scene.entities for i in m.ids if self._competes(i)}
        winners = self._winners(event, reading.year)
        return bool(winners) and not people & winners and bool(people & self._winners(event, when))

    @staticmethod
    def _is_near(statement: Statement, mention: ValueMention) -> bool:
        """Whether a number can be meant for that of the edition, and not be how often somebody won."""
        fact, number = statement.value, mention.value.number
        recorded: Decimal | None = fact.number if isinstance(fact, Amount) else None
        return recorded is not None and number is not None and number * 2 > recorded

    def _is_in_hand(
        self, scene: Scene, mention: ValueMention, statement: Statement, when: Period | None, told: Period | None
    ) -> bool:
        """Whether a sentence tells of the edition of a statement: by its year, or because its winner wins it."""
        known = self._winners(statement.subject, when)
        people = {i for m in scene.entities for i in m.ids if i != statement.subject and self._competes(i)}
        if people:
            return bool(people & known) and self._is_won(scene, mention)
        event = mention.last + 1
        strangers = [m for m in scene.entities if m.how == "unknown" and not m.first <= event <= m.last]
        return told is not None and not strangers

    def _is_won(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a word of winning stands near an ordinal."""
        near = [t.norm for t in scene.sentence.tokens[max(0, mention.first - _REACH) : mention.first]]
        said = any(tuple(near[i : i + len(phrase)]) == phrase for phrase in self._winning for i in range(len(near)))
        cues = [c for prop in (_WINNER, _WINS, RESULT) for c in scene.cues.get(prop, ())]
        return said or any(c.weight >= _TELLING for c in cues)

    def _competes(self, entity: str) -> bool:
        kind = self._evidence.type_of(entity)
        return kind in ("person", "team", "organisation", "company")

    def _winners(self, event: str, when: Period | None) -> set[str]:
        """Return who won an event in a year, by its winner or by a first place."""
        year = self._evidence.times.year_of
        won = {
            s.value.id
            for s in self._base.facts_of(event, _WINNER)
            if isinstance(s.value, Reference) and self._overlaps(year(s), when)
        }
        for s in self._base.by_property.get(RESULT, ()):
            first = isinstance(s.value, Amount) and s.value.number == 1
            if first and event in s.where.values() and self._overlaps(year(s), when):
                won.add(s.subject)
        return won

    @staticmethod
    def _overlaps(year: Period | None, when: Period | None) -> bool:
        return year is None or when is None or year.overlaps(when)
