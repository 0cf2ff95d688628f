"""From one place to another: "rose from ninth to seventh", "van plaats 214 naar 198", "eighth, where it was twelfth".

The first is the place in a list at one time, the second that at the next. Where one of the two is right, the other one
is judged by it; where neither is, the text may speak of another list, or of a shorter time.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.mentions.results import result_words
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.earlier import Earlier
    from checker.factbase.model import Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention

    Judged = tuple[ValueMention, Judgement]

_CONFIDENCE = 0.75
_BETWEEN = 3
"""How many words may stand between the two places ("from ninth place last year to")."""
_KINDS = frozenset({"ordinal", "count"})


class Moves:
    """Judges the moves of one document."""

    def __init__(self, linker: Linker, earlier: Earlier) -> None:
        """Share the linker of the document, and what knows which statement came before another."""
        evidence = linker.evidence
        self._evidence = evidence
        self._linker = linker
        self._earlier = earlier
        self._placings = linker.placings
        rules = evidence.rules
        self._meanwhile = frozenset(result_words(evidence.language).meanwhile)
        self._routes = frozenset(rules.routes)
        self._where = frozenset(rules.where)
        self._was = frozenset((*rules.past, *rules.copulas)) & frozenset((*rules.verbs, *rules.auxiliaries))
        pronouns = rules.pronouns
        said = (*pronouns.male, *pronouns.female, *pronouns.neutral, *pronouns.plural)
        self._small = frozenset((*said, *rules.still, *rules.definite, *rules.articles)) | self._was

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of the places that something moved between."""
        found = list(judged)
        for one, two in pairwise(range(len(found))):
            old, new = found[one][0], found[two][0]
            if self._is_route(scene, old, new):
                pair = (old, new)
            elif self._is_left(scene, old, new):
                pair = (new, old)
            else:
                continue
            better = self._move(scene, _as_place(pair[0]), _as_place(pair[1]))
            if better is None:
                continue
            for position, judged_ in zip((one, two) if pair[0] is old else (two, one), better, strict=True):
                found[position] = judged_
        return found

    def _is_route(self, scene: Scene, old: ValueMention, new: ValueMention) -> bool:
        """Whether one place leads to another: "from ninth to seventh", "van plaats 214 naar 198"."""
        if not self._are_places(old, new) or old.first < 1 or new.first - old.last > _BETWEEN + 1:
            return False
        tokens = scene.sentence.tokens
        start, end = self._opener(scene, old), self._opener(scene, new)
        if any(t.text in ",;:" for t in tokens[old.last + 1 : new.first]):
            return False
        return (start, end) in self._routes

    def _opener(self, scene: Scene, mention: ValueMention) -> str:
        """Return the word before a place and its article."""
        tokens = scene.sentence.tokens
        index = mention.first - 1
        while index > 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        return tokens[index].norm if index >= 0 else ""

    def _is_left(self, scene: Scene, new: ValueMention, old: ValueMention) -> bool:
        """Whether a clause only says where something was before: "seventh in the world, where they were ninth"."""
        if not self._are_places(new, old) or old.value.type != "ordinal":
            return False
        tokens = scene.sentence.tokens
        comma = next((t.index for t in reversed(tokens[new.last + 1 : old.first]) if t.text == ","), None)
        if comma is None or comma + 1 >= old.first or tokens[comma + 1].norm not in self._where:
            return False
        between = tokens[comma + 2 : old.first]
        named = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        plain = all(t.norm in self._small or t.index in named for t in between)
        after = tokens[old.last + 1 : old.last + 2]
        return plain and any(t.norm in self._was for t in between) and not any(t.text[0].isalnum() for t in after)

    @staticmethod
    def _are_places(one: ValueMention, two: ValueMention) -> bool:
        values = (one.value, two.value)
        if not all(v.type in _KINDS and v.number is not None and v.hedge == "exact" for v in values):
            return False
        if any(v.type == "count" and (v.noun is not None or v.role != "amount") for v in values):
            return False
        ordinals = [v for v in values if v.type == "ordinal" and v.noun is None]
        return bool(ordinals) and all(v.type == "count" or v.noun is None for v in values)

    def _move(self, scene: Scene, old: ValueMention, new: ValueMention) -> tuple[Judged, Judged] | None:
        wrong: list[tuple[Reading, Reading]] = []
        shorter = self._is_shorter(scene)
        for before, after in self._pairs(scene, new):
            first = self._linker.as_statement(before, scene, old)
            second = self._linker.as_statement(after, scene, new)
            if first is None or second is None:
                continue
            right = [r.agreement is Agreement.INSIDE for r in (first, second)]
            if all(right):
                return _judged(old, first), _judged(new, second)
            if right[0] or (right[1] and not shorter):
                wrong.append((first, second))
        if len(wrong) != 1:
            return None
        return _judged(old, wrong[0][0]), _judged(new, wrong[0][1])

    def _is_shorter(self, scene: Scene) -> bool:
        """Whether a sentence tells of a shorter time than that between two places of the base ("in one afternoon")."""
        return any(t.norm in self._meanwhile for t in scene.sentence.tokens)

    def _pairs(self, scene: Scene, mention: ValueMention) -> Iterator[tuple[Statement, Statement]]:
        """Yield the places of the sentence's subject that came after one another, in each of its lists."""
        segment = self._evidence.times.segment(scene, mention)
        now = self._evidence.date
        for prop in sorted(self._placings.properties):
            for statement in self._evidence.base.by_property[prop]:
                answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, segment)
                if answer.score < WEIGHTS.alarm_subject or answer.rival:
                    continue
                if self._placings.names_another(statement, scene, mention):
                    continue
                time = self._earlier.time(statement)
                if time is None or (now is not None and time.first > now.last):
                    continue
                for old in self._earlier.before(statement)[:1]:
                    yield old, statement


def _as_place(mention: ValueMention) -> ValueMention:
    """Return a bare number beside a place as one, too ("from 214th to 198")."""
    if mention.value.type == "ordinal" and mention.value.role == "rank":
        return mention
    return replace(mention, value=replace(mention.value, type="ordinal", role="rank"))


def _judged(mention: ValueMention, reading: Reading) -> Judged:
    right = reading.agreement is Agreement.INSIDE
    verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
    return mention, Judgement(verdict, reading, confidence=_CONFIDENCE)
