"""Figures of another time than the fact base speaks of, told by a clause, a phrase or the next of a series.

"Aged 34 at the time", "when it had 22 employees", "the next edition starts on 2 June": true, and no fact of ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.factbase.model import Amount, Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BEFORE = 3
_DAYS = ("date", "end")
"""Properties that say when an event is over."""
_SERIES = frozenset({"event", "competition"})
"""Types whose entities come one after the other."""
_NEAR = 0.3
"""How near a phrase that says when must stand to a value."""


class Bygone:
    """Finds what puts the values of one document in another time."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language that say so."""
        self._evidence = evidence
        rules = evidence.rules
        self._thens = tuple(tuple(phrase.split()) for phrase in rules.thens)
        self._fors = frozenset(rules.purposes)
        self._temporal = frozenset(rules.temporal)
        self._whens = self._temporal - frozenset(rules.likening)
        self._befores = frozenset(rules.until) & frozenset(rules.clause_openers)
        self._following = frozenset(rules.following)
        self._had = frozenset(rules.past) & frozenset((*rules.verbs, *rules.auxiliaries))

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if mention.value.type != "date" and self._then(scene, mention):
            yield "what was so at another time"
        timed = mention.value.type not in ("date", "age")
        if timed and self._before_that(scene, mention):
            yield "what was so at another time"
        if timed and statement.valid is not None and self._while(statement, scene, mention):
            yield "what was so when something else happened"
        if timed and self._until_when(scene, mention):
            yield "what was so when something else happened"
        if mention.value.type == "duration" and self._that_day(statement, scene, mention):
            yield "what was so at another time"
        if self._next(statement, scene, answer):
            yield "the next one of a series"
        if mention.value.type == "ordinal" and self._past_edition(statement, scene, mention):
            yield "another one of a series"
        if (timed or self._of_year_before(statement, mention)) and self._numbered(statement, scene, mention, answer):
            yield "another one of a series"

    def _then(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether "at the time" stands beside a value, in its clause."""
        tokens = scene.sentence.tokens
        words = [t.norm for t in tokens]
        for phrase in self._thens:
            for index in range(len(tokens) - len(phrase) + 1):
                if tuple(words[index : index + len(phrase)]) == phrase:
                    if index and len(phrase) > 1 and words[index - 1] in self._fors:
                        continue  # "for the first time" is now
                    last = index + len(phrase) - 1
                    near = (last, mention.first) if last < mention.first else (mention.last, index)
                    if scene.sentence.cost(*near) < _NEAR:
                        return True
        return False

    def _that_day(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a day gone by stands beside a length of time ("On Monday the crossing took 130 minutes")."""
        now = self._evidence.date
        day = now.first.isoformat() if now is not None else ""
        if statement.valid is not None or statement.where or self._evidence.type_of(statement.subject) in _SERIES:
            return False
        days = [v for v in scene.values if _DAY.fullmatch(v.value.date or "") and (v.value.date or "") <= day]
        pairs = [(v.last, mention.first) if v.last < mention.first else (mention.last, v.first) for v in days]
        return any(
            scene.sentence.cost(*pair) < _NEAR and not any(t.text == "," for t in scene.sentence.tokens[slice(*pair)])
            for pair in pairs
        )

    def _before_that(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the sentence opens with a clause of what came later ("Before the fund came in, it owned ...")."""
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._befores:
            return False
        return any(t.text == "," for t in tokens[2 : mention.first])

    def _while(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether "when" opens the clause of a value or the one before, and the verb beside the value is past.

        Where a date stands before "when" ("in 2015, when we counted ..."), it says of when the value is.
        """
        tokens = scene.sentence.tokens
        inside = {i for v in scene.values for i in range(v.first, v.last + 1)}
        marks = {t.index for t in tokens if t.text in ",;" and t.index not in inside}
        start = next((i + 1 for i in range(mention.first - 1, -1, -1) if i in marks), 0)
        opened = tokens[start].norm in self._temporal or tokens[0].norm in self._temporal
        opened = opened or any(t.norm in self._whens for t in tokens[start : mention.first])
        for date, when in self._evidence.times.years(scene):
            gap = tokens[date.last + 1 : start + 1]
            told = bool(gap) and gap[-1].norm in self._whens and all(t.text == "," for t in gap[:-1])
            if told and statement.valid is not None and not statement.valid.overlaps(when):
                return True
        end = next((i for i in range(mention.last + 1, len(tokens)) if i in marks), len(tokens))
        return opened and any(t.norm in self._had for t in tokens[start:end])

    def _until_when(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether "when" stands right behind a value that was: "was 17 hectares when it was founded"."""
        tokens = scene.sentence.tokens
        last = mention.last
        if mention.value.noun_end is not None and mention.value.noun_end > mention.end:
            last = scene.sentence.at(mention.value.noun_end - 1)  # "had four members when it started"
        after = tokens[last + 1].norm if last + 1 < len(tokens) else ""
        before = tokens[max(0, mention.first - _BEFORE) : mention.first]
        return after in self._whens and any(t.norm in self._had for t in before)

    def _next(self, statement: Statement, scene: Scene, answer: Answer) -> bool:
        """Whether the subject is the next of its kind, and what the base tells is of one that is over."""
        now = self._evidence.date
        if now is None:
            return False
        tokens = scene.sentence.tokens
        when = (
            statement.value.period if isinstance(statement.value, Moment) else self._evidence.times.year_of(statement)
        )
        if when is None or when.first >= now.first:
            return False
        starts = [scene.sentence.at(part.start) for part in answer.parts if part.role == "subject"]
        return any(index > 0 and tokens[index - 1].norm in self._following for index in starts)

    def _numbered(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether an ordinal right before the subject makes it another edition than the one that the base tells of."""
        tokens = scene.sentence.tokens
        editions = {
            fact.value.low
            for fact in self._evidence.base.facts_of(statement.subject, "edition")
            if isinstance(fact.value, Amount)
        }
        for part in answer.parts:
            first = scene.sentence.at(part.start) if part.role == "subject" else 0
            for other in scene.values:
                if (
                    other is not mention
                    and other.value.type == "ordinal"
                    and other.last in (first - 1, first - 2)
                    and other.first
                ):
                    article = tokens[other.first - 1].norm in self._evidence.articles
                    series = statement.where or self._evidence.type_of(statement.subject) in _SERIES
                    if article and series and other.value.number not in editions:
                        return True
        return False

    @staticmethod
    def _of_year_before(statement: Statement, mention: ValueMention) -> bool:
        """Whether a date is years before that of a statement, so that it may be that of an edition long gone."""
        fact, year = statement.value, (mention.value.date or "")[:4]
        own = statement.property.id in ("date", "start", "end")
        return own and isinstance(fact, Moment) and year.isdigit() and int(year) < fact.period.first.year

    def _past_edition(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether an edition is the first one, or an earlier one of which the sentence tells what was."""
        number, fact = mention.value.number, statement.value
        if statement.property.id != "edition" or number is None or not isinstance(fact, Amount) or fact.low is None:
            return False
        past = any(t.norm in self._had for t in scene.sentence.tokens) and not self._is_over(statement)
        return number < fact.low and (number == 1 or past)

    def _is_over(self, statement: Statement) -> bool:
        """Whether the edition that a statement numbers has been, so that what is told may be of it."""
        dates = (s for name in _DAYS for s in self._evidence.base.facts_of(statement.subject, name))
        days = [s.value.period for s in dates if s.where == statement.where and isinstance(s.value, Moment)]
        now = self._evidence.date
        return now is not None and any(day.last <= now.last for day in days)
