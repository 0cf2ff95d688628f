"""Dates that something else in the sentence, which is right, tells the meaning of.

The one end of a stretch of days is that of an exhibition, so that the other end must be too; a sum is that of a deal,
so that the month beside it is when it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement, read_period
from checker.evidence.dated import END
from checker.factbase.model import Moment
from checker.mentions.ranges import range_ends
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.linking.linker import Linker
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

    Judged = tuple[ValueMention, Judgement]

START = "start"
"""The property of when a thing begins."""
_CONFIDENCE = 0.75
_DAY = 10
"""How long a day is as it is written in EDTF."""
_FAR = 62
"""How many days off the wrong end of a stretch may be."""
_SHORT = 8
"""Up to how many days a thing lasts of which any shorter stretch may be a part ("the first weekend")."""
_MOST = 0.6
"""Which share of a longer one is no mere part of it."""
_DEALS = frozenset({"agreement", "event", "project", "document"})
"""Types of what happens once, with one sum."""


class Paired:
    """Judges such dates of one document."""

    def __init__(self, base: FactBase, evidence: Evidence, explainer: Explainer, linker: Linker) -> None:
        """Collect what has a first and a last day."""
        self._base = base
        self._evidence = evidence
        self._explain = explainer
        self._linker = linker
        self._stretches = list(_stretches(base))

    def find(self, scene: Scene, judged: Sequence[Judged]) -> Iterator[Finding]:
        """Yield the findings of a sentence whose values were judged already."""
        blamed = {m.start for m, j in judged if j.verdict not in (Verdict.UNVERIFIED, Verdict.SUPPORTED)}
        for mention in scene.values:
            ends = range_ends(mention, scene.sentence) if mention.value.type == "date" else []
            if len(ends) == 2 and not blamed & {end.start for end in (mention, *ends)}:
                yield from self._other_end(scene, ends[0], ends[1])
        for mention, judgement in judged:
            if judgement.verdict is Verdict.SUPPORTED and judgement.reading is not None:
                yield from self._of_deal(scene, mention, judgement.reading.statement, judged)

    def _other_end(self, scene: Scene, first: ValueMention, last: ValueMention) -> Iterator[Finding]:
        """Yield the finding about the one end of a stretch that is wrong."""
        if any(len(end.value.date or "") != _DAY for end in (first, last)):
            return
        written = _days(first, last)
        found: list[tuple[ValueMention, Statement, int]] = []
        for start, end in self._stretches:
            if not self._in_view(start.subject):
                continue
            opens = self._linker.as_statement(start, scene, first)
            closes = self._linker.as_statement(end, scene, last)
            if opens is None or closes is None:
                continue
            agreed = (opens.agreement, closes.agreement)
            if agreed == (Agreement.INSIDE, Agreement.INSIDE):
                return
            if agreed == (Agreement.INSIDE, Agreement.APART) and closes.days_off <= _FAR:
                found.append((last, end, _length(start, end)))
            elif agreed == (Agreement.APART, Agreement.INSIDE) and opens.days_off <= _FAR:
                found.append((first, start, _length(start, end)))
        if len(found) == 1:
            mention, statement, length = found[0]
            reading = self._linker.read_as(statement, scene, mention)
            if reading is not None and (reading.subject >= WEIGHTS.named or not _is_part(written, length)):
                judgement = Judgement(Verdict.CONTRADICTED, reading, confidence=_CONFIDENCE)
                yield self._explain.value(scene, mention, judgement)

    def _in_view(self, entity: str) -> bool:
        """Whether the text names a thing, what it is part of, or what its facts name ("goes to Alpha from 6 March")."""
        around = {entity} | self._evidence.related(entity) | self._evidence.tied(entity)
        return bool(around & self._evidence.mentioned)

    def _of_deal(
        self, scene: Scene, sum_: ValueMention, statement: Statement, judged: Sequence[Judged]
    ) -> Iterator[Finding]:
        """Yield the finding about the date of a deal whose sum a sentence gives rightly."""
        subject = statement.subject
        if not statement.property.once or self._evidence.type_of(subject) not in _DEALS:
            return
        own = [s for s in self._base.by_subject.get(subject, ()) if isinstance(s.value, Moment)]
        dates = [(m, j) for m, j in judged if m.value.type == "date"]
        if len(own) != 1 or len(dates) != 1 or dates[0][1].verdict is not Verdict.UNVERIFIED:
            return
        mention, when = dates[0][0], read_period(dates[0][0].value.date)
        if when is None or when.precision == "year" or self._linker.planned(scene, mention):
            return
        if self._evidence.times.clause_date(scene, sum_) != when or mention.side is not None:
            return
        reading = self._linker.as_statement(own[0], scene, mention)
        fact = own[0].value
        if reading is None or reading.agreement is not Agreement.APART or not isinstance(fact, Moment):
            return
        if when.first.year == fact.period.first.year or when.first.month == fact.period.first.month:
            yield self._explain.value(scene, mention, Judgement(Verdict.CONTRADICTED, reading, confidence=_CONFIDENCE))


def whole_stretches(judged: Sequence[Judged], base: FactBase) -> list[Judged]:
    """Return the judgements of a sentence without alarms about stretches of days that are those of something else.

    Where a sentence does not name what is on, a stretch of which neither end is right is of another thing ("the bridge
    is closed from ... to ..."), and a shorter one may be a part ("admission is free from ... to ...").
    """
    found = list(judged)
    for place in range(len(found) - 1):
        (first, one), (last, two) = found[place], found[place + 1]
        if (first.side, last.side) != ("start", "end") or first.value.type != "date":
            continue
        wrong = [j.reading for j in (one, two) if j.verdict is Verdict.CONTRADICTED and j.reading is not None]
        if not wrong or any(reading.subject >= WEIGHTS.named for reading in wrong):
            continue
        lengths = [_length(s, e) for s, e in _stretches(base) if wrong[0].statement in (s, e)]
        if len(wrong) == 2 or any(_is_part(_days(first, last), length) for length in lengths):
            for at in (place, place + 1):
                if found[at][1].verdict is Verdict.CONTRADICTED:
                    found[at] = (found[at][0], Judgement(Verdict.UNVERIFIED, found[at][1].reading))
    return found


def _days(first: ValueMention, last: ValueMention) -> int:
    """Return how long a written stretch is."""
    begin, end = read_period(first.value.date), read_period(last.value.date)
    return (end.last - begin.first).days if begin is not None and end is not None else 0


def _is_part(written: int, length: int) -> bool:
    """Whether a stretch is so much shorter than that of the base that it may be a part of it."""
    return written < length and (length <= _SHORT or written < length * _MOST)


def _length(start: Statement, end: Statement) -> int:
    """Return how long a stretch of the base is."""
    if not isinstance(start.value, Moment) or not isinstance(end.value, Moment):
        return 0
    return (end.value.period.last - start.value.period.first).days


def _stretches(base: FactBase) -> Iterator[tuple[Statement, Statement]]:
    """Yield the statements that say the first and the last day of a thing; one where it says both."""
    for statement in base.statements:
        fact = statement.value
        if not isinstance(fact, Moment) or statement.property.type != "date":
            continue
        if fact.period.is_interval:
            yield statement, statement
        elif statement.property.id == START:
            same = [s for s in base.facts_of(statement.subject, END) if s.where == statement.where]
            if len(same) == 1 and isinstance(same[0].value, Moment):
                yield statement, same[0]
