"""Figures that words around them set apart from the one of the base: of then, of another edition, with something more.

"Berg, then 29", "the 2026 race starts on 2 June", "Including delivery, customers pay 196,500", "the plan's first phase
costs", "won his first title at 24", "In 2019 the yard built 11 boats": none of these contradicts what holds now.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.comparing import read_period
from checker.data import Table, load_packaged
from checker.factbase.model import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_OF_EVENTS = frozenset({"event", "competition"})
_PHASE = 3
"""How many words the name of a part may have behind a possessive ("the plan's first phase")."""
_YEAR = 4
"""How many digits a year is written with."""
_OLD = 100
"""Nobody of whom a sentence says what they did is so old."""


class Words(Table):
    """How a language sets figures apart; each in lower case."""

    then: tuple[str, ...]
    """Right before an age: it is that of an earlier time."""
    at: tuple[str, ...]
    """Right before a bare number: it is an age."""
    including: tuple[str, ...]
    """What opens a sentence about a price with or without something."""
    lesser: tuple[str, ...]
    """Between a number and its noun: only some of them are counted."""
    giving: tuple[str, ...]
    """By which one of several pays a part."""
    legs: tuple[str, ...]
    """Parts of a contest that have winners of their own."""
    made: tuple[str, ...]
    """What was done in a year and counts nothing that lasts."""


@cache
def _words(language: str) -> Words:
    return load_packaged(Words, "languages", language, "set_apart.yaml")


class SetApart:
    """Finds such figures in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        self._words = _words(evidence.language)
        self._possessive = ("'s", "’s", "s")

    def find(self, statement: Statement, scene: Scene, mention: ValueMention) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        kind, words = mention.value.type, self._words
        tokens = scene.sentence.tokens
        before = tokens[mention.first - 1].norm if mention.first else ""
        if kind == "age" and before in words.then:
            yield "an age of an earlier time"
        if kind == "count" and before in words.at and self._is_age(statement, mention):
            yield "nothing says what is counted"
        if kind == "money" and tokens[0].norm in words.including:
            yield "another price or size for some"
        if kind == "count" and self._is_lesser(scene, mention):
            yield "some of them"
        if kind == "date" and self._is_other_edition(statement, scene, mention):
            yield "another one of a series"
        if kind == "count" and self._was_made(statement, scene, mention):
            yield "a figure of another time"
        if self.of_other_edition(statement, scene):
            yield "another one of a series"
        if kind == "money" and self._is_given(statement, scene, mention):
            yield "a part of something"
        if kind == "ordinal" and self._is_stage(scene, mention):
            yield "a part of a contest"
        if self._is_phase(statement, scene, mention):
            yield "a part of the subject"

    def _is_age(self, statement: Statement, mention: ValueMention) -> bool:
        """Whether a bare number may be how old somebody was ("won his first title at 24")."""
        number = mention.value.number
        person = self._evidence.type_of(statement.subject) == "person"
        return person and mention.noun is None and number is not None and number < _OLD

    def _is_lesser(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a word for some of them stands between a number and its noun ("1,200 youth members")."""
        if mention.noun is None:
            return False
        return any(t.norm in self._words.lesser for t in scene.sentence.tokens[mention.last + 1 : mention.noun])

    def _is_other_edition(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a date is of another year than the event of a statement, which the sentence does not name itself."""
        value, event = statement.value, statement.subject
        if not isinstance(value, Moment) or self._evidence.type_of(event) not in _OF_EVENTS:
            return False
        if any(event in m.ids for m in scene.entities):
            return False
        own = value.period.first
        written = read_period(mention.value.date) if mention.value.date else None
        if written is not None and mention.value.text[-_YEAR:].isdigit() and written.precision == "day":
            first = written.first
            return first.year != own.year and (first.month, first.day) != (own.month, own.day)
        years = [v for v in scene.values if v.value.type == "date" and v is not mention and v.first < mention.first]
        texts = [v.value.text for v in years if len(v.value.text) == _YEAR and v.value.text.isdigit()]
        behind = [v for v in years if any(m.last + 2 == v.first for m in scene.entities)]
        return bool(texts and behind) and str(own.year) not in texts

    def of_other_edition(self, statement: Statement, scene: Scene) -> bool:
        """Whether a sentence names the series of an event with another year than the event's name has."""
        event = statement.subject
        if self._evidence.type_of(event) not in _OF_EVENTS or any(event in m.ids for m in scene.entities):
            return False
        entity = self._evidence.base.entities.get(event)
        own = {year for name in entity.all_names() for year in re.findall(r"\d{4}", name)} if entity else set()
        series = self._evidence.related(event)
        ends = {m.last + 1 for m in scene.entities if series & set(m.ids)}
        years = {t.text for t in scene.sentence.tokens if t.index in ends and re.fullmatch(r"\d{4}", t.text)}
        return bool(own and years) and not own & years

    def _is_given(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether somebody else than the subject pays a part of its sum ("The town contributes EUR 1.5 million")."""
        giving = next((t for t in scene.sentence.tokens[: mention.first] if t.norm in self._words.giving), None)
        own = (m.last for m in scene.entities if statement.subject in m.ids)
        return giving is not None and not any(last < giving.index for last in own)

    def _is_stage(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a place is one in a numbered part of a contest: "In the third stage she came ninth"."""
        tokens = scene.sentence.tokens
        parts = [v for v in scene.values if v.value.type == "ordinal" and v is not mention and v.last + 1 < len(tokens)]
        return any(tokens[v.last + 1].norm in self._words.legs for v in parts)

    def _was_made(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence opens with another year, and what is counted was made or sold in it."""
        first = next((v for v in scene.values if v.value.type == "date" and v.first <= 1), None)
        said = read_period(first.value.date) if first is not None and first.value.date else None
        if said is None or statement.valid is None or said.overlaps(statement.valid):
            return False
        tokens = scene.sentence.tokens
        return mention.first > 0 and tokens[mention.first - 1].norm in self._words.made

    def _is_phase(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether the subject only says of what a first, new or last part is: "the plan's first phase costs"."""
        if not any(v.value.type == "ordinal" and v.first < mention.first for v in scene.values):
            return False
        tokens = scene.sentence.tokens
        cues = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        for name in scene.entities:
            if statement.subject not in name.ids or name.last >= mention.first:
                continue
            head = name.first - 1
            while head > 0 and tokens[head].norm in self._evidence.articles:
                head -= 1
            of = head > 1 and tokens[head].norm in self._evidence.rules.partitives and head - 1 not in cues
            of = of and not any(m.last == head - 1 and statement.subject in m.ids for m in scene.entities)
            if of and any(v.last == head - 2 and v.value.type == "ordinal" for v in scene.values):
                return True  # "the first phase of the plan"
            behind = name.last + 1
            if not (name.text.endswith(("'s", "’s")) or tokens[behind].norm in self._possessive):
                continue
            start = behind + (tokens[behind].norm in self._possessive)
            ordinal = any(v.first == start and v.value.type == "ordinal" for v in scene.values)
            phrase = range(start, min(start + _PHASE, mention.first))
            if ordinal and mention.first > start and not cues & set(list(phrase)[:2]):
                return True
        return False
