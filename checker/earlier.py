"""Figures that another one is compared with: "up from 12.8 million", "tegen 6.900 een jaar eerder".

Where the new figure is recognised, the old one is that of the statement before it: the same subject and property, of
the year before or the time that ended when this one began.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.report import Verdict
from checker.times import YEAR_KINDS
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase, Statement
    from checker.linking import Linker, Reading
    from checker.mentions import Scene, ValueMention
    from checker.period import Period

Judged = tuple["ValueMention", Judgement]

_CONFIDENCE = 0.75
_MAGNITUDE = 500
"""How many times the old figure the new one may be, before they share a magnitude that stands only once."""
_REACH = 7
"""How many words behind an old figure may say of when it is."""


class Earlier:
    """Judges the old figures of one document."""

    def __init__(self, base: FactBase, linker: Linker) -> None:
        """Share the linker of the document."""
        self._base = base
        self._linker = linker

    def judge(self, scene: Scene, judged: Sequence[Judged], before: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of old figures that the new ones beside them explain.

        `before` holds what was judged in the sentence before: "Een jaar eerder waren het er 1.092".
        """
        found = list(judged)
        for position, (mention, judgement) in enumerate(found):
            if judgement.verdict is not Verdict.UNVERIFIED or mention.value.role == "difference":
                continue
            if self._linker.compared(scene, mention):
                newer = self._newer(mention, found)
            elif self._looks_back(scene, mention):
                newer = self._newer(mention, before)
            else:
                continue
            if newer is None:
                continue
            better = self._old(scene, mention, *newer)
            if better is not None:
                found[position] = better
        return found

    def _looks_back(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence opens with an earlier time and gives a number of what the one before counted."""
        if mention.value.type == "count" and mention.value.noun is not None:
            return False
        earlier = self._linker.earlier_words
        return any(
            v.value.type == "date" and v.first <= 1 and earlier & set(v.value.text.casefold().split())
            for v in scene.values
        )

    @staticmethod
    def _newer(mention: ValueMention, judged: Sequence[Judged]) -> tuple[ValueMention, Statement] | None:
        """Return the nearest recognised figure of the same kind, and its statement."""
        best: tuple[int, ValueMention, Statement] | None = None
        for other, judgement in judged:
            reading = judgement.reading
            if other is mention or reading is None:
                continue
            if judgement.verdict not in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
                continue
            kinds = {mention.value.type, other.value.type}
            bare = mention.value.type == "count" and mention.value.noun is None and other.value.type == "percent"
            if len(kinds) > 1 and not bare:
                continue
            distance = abs(other.start - mention.start)
            if best is None or distance < best[0]:
                best = (distance, other, reading.statement)
        return (best[1], best[2]) if best else None

    def _old(self, scene: Scene, mention: ValueMention, other: ValueMention, new: Statement) -> Judged | None:
        olds = self.before(new)
        if not olds:
            return None
        value = mention.value
        if value.type != other.value.type:
            value = replace(value, type=other.value.type, unit=other.value.unit)
        read = replace(mention, value=value)
        new_number, old_number = other.value.number, mention.value.number
        if new_number and old_number and new_number > old_number * _MAGNITUDE:
            return None  # "from 187 to 204 million"
        named = self._named_time(scene, mention)
        known = [self._linker.as_statement(statement, scene, read) for statement in olds]
        right = [r for r in known if r is not None and r.agreement is Agreement.INSIDE and self._of_time(r, named)]
        if right:
            return read, Judgement(Verdict.SUPPORTED, right[0], confidence=_CONFIDENCE)
        last = known[0]
        if last is None or last.agreement is not Agreement.APART or not self._of_time(last, named):
            return None
        return read, Judgement(Verdict.CONTRADICTED, last, confidence=_CONFIDENCE)

    def before(self, new: Statement) -> list[Statement]:
        """Return the statements that a newer one took the place of, the latest first."""
        own = {k: v for k, v in new.where.items() if k not in YEAR_KINDS}
        start = self.time(new)
        if start is None:
            return []
        olds = []
        for statement in self._base.facts_of(new.subject, new.property.id):
            when = self.time(statement)
            if statement.id == new.id or when is None or when.first >= start.first:
                continue
            if {k: v for k, v in statement.where.items() if k not in YEAR_KINDS} == own:
                olds.append((when.first, statement))
        return [statement for _, statement in sorted(olds, key=lambda pair: pair[0], reverse=True)]

    def time(self, statement: Statement) -> Period | None:
        """Return the time that a statement is about."""
        return self._linker.year_of(statement) or statement.valid

    def _named_time(self, scene: Scene, mention: ValueMention) -> Period | None:
        """Return the time that stands right behind an old figure ("in 2024", "een jaar eerder")."""
        for date, when in self._linker.years(scene):
            if self._linker.earlier_words & set(date.value.text.casefold().split()):
                continue  # "a year earlier": than the new figure, not than the text
            between = any(mention.last < v.first < date.first for v in scene.values)  # "from 12 to 30 in 2025"
            if mention.last < date.first <= mention.last + _REACH and not between:
                return when
        return None

    def _of_time(self, reading: Reading, named: Period | None) -> bool:
        when = self.time(reading.statement)
        return named is None or (when is not None and when.overlaps(named))
