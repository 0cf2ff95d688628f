"""Values of the text to statements of the base: every reading of a value with its score, and why.

The value itself never raises a score: "which fact has this number" would hide every error. What raises it is the
subject, the cues, the counted noun and the qualifiers of the value's own clause.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.comparing import Agreement, compare, days_off
from checker.contests.couples import is_whole, pairs_of
from checker.contests.words import contest_words
from checker.factbase.model import Amount
from checker.linking.agreements import Agreements
from checker.linking.dimensions import Dimensions
from checker.linking.lasting import Lasting
from checker.linking.numbered import Numbered
from checker.linking.readings import Reading
from checker.linking.running import Running
from checker.linking.signals import Signals
from checker.linking.stretches import Stretches
from checker.mentions.activities import ACTIVITY_WEIGHT, counted_unit
from checker.synonyms import people
from checker.values.convert import same_dimension
from checker.vetoes.vetoes import Vetoes
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.languages import Grammar
    from checker.linking.placings import Placings
    from checker.linking.readings import Parts, When
    from checker.mentions import Scene, ValueMention
    from checker.mentions.changing import Changing
    from checker.mentions.cues import CueIndex
    from checker.period import Period
    from checker.report import Part

FITS: dict[str, frozenset[str]] = {
    "count": frozenset({"count"}),
    "ordinal": frozenset({"ordinal"}),
    "age": frozenset({"date"}),
    "date": frozenset({"date"}),
    "duration": frozenset({"duration"}),
    "quantity": frozenset({"quantity"}),
    "money": frozenset({"money"}),
    "percent": frozenset({"percent"}),
}
"""Which types of property a type of value can speak of."""


_POSSESSIVE = ("'s", "’s")
_MANY = 50
"""Of how many statements of one property those of subjects that the text does not name are read only if they fit."""
_WHOLE = 0.7
"""From which weight on a cue is a property's own, or its whole label."""
_SURER = 0.09
"""By how much a counted noun must fit another property better to rule this one out."""
_OF_SENTENCE = frozenset(
    {
        "a condition that the base does not know",
        "a frame that the base does not know",
        "a heading without its subject",
        "a place that the base does not know of",
        "another subject is nearer",
        "somebody else",
    }
)
"""Reasons against an alarm that lie in the sentence as a whole, and not in one of its figures."""


def _plain(mention: ValueMention) -> ValueMention:
    """Return a value without its hedge."""
    return replace(mention, value=replace(mention.value, hedge="exact"))


def _widened(statement: Statement, mention: ValueMention) -> ValueMention:
    """Return a bare number as a value of a statement's own type: "2.5 million" as a sum of money, "forty" as an age.

    Of which currency millions are often goes without saying.
    """
    value, fact = mention.value, statement.value
    if value.type != "count":
        return mention
    if statement.property.type == "money" and isinstance(fact, Amount):
        return replace(mention, value=replace(value, type="money", currency=fact.currency))
    if "age" in statement.property.signs:
        return replace(mention, value=replace(value, type="age", unit="year", low=value.number, high=value.number))
    return mention


class Linker:
    """Finds the readings of the values of one document."""

    def __init__(self, evidence: Evidence, cues: CueIndex, *, every_veto: bool = False) -> None:
        """Share the evidence of the document and the cues of its language.

        What forbids an alarm is looked for where there could be one, or everywhere (`every_veto`) to explain.
        """
        self._evidence = evidence
        self._every_veto = every_veto
        self.date = evidence.date
        self._base = evidence.base
        self._rules = evidence.rules
        self._signals = Signals(evidence, cues)
        self._vetoes = Vetoes(evidence, cues, self._signals)
        self._lasting = Lasting(evidence)
        self._parts = frozenset(pairs_of(self._base))
        self._ends = frozenset(end for _, end in self._rules.routes)
        self._rises = frozenset(stem(word, evidence.language) for word in self._rules.rises)
        self._numbered = Numbered(evidence, self._signals.counted)
        self._agreements = Agreements(evidence, self._lasting, self._numbered)
        self._running = Running(self._base.statements)
        self._dimensions = Dimensions(evidence.language)
        self._stretches = Stretches(evidence)
        self._seen: dict[tuple[int, int], list[Reading]] = {}
        """The readings of the values, by their places, as they were last asked for."""
        self._borne: dict[tuple[int, str], set[str]] = {}
        """The reasons against an alarm that a right figure of a sentence had against it, by scene and subject."""

    def readings(self, scene: Scene, mention: ValueMention) -> list[Reading]:
        """Return every reading of a value, the best first."""
        if mention.value.hedge == "min" and self.compared(scene, mention):
            mention = _plain(mention)  # "up from 12.8 million" is no lower bound
        value = mention.value
        if value.role in ("part", "target") or (value.role == "difference" and value.type != "percent"):
            return []
        if value.type == "date" and value.text.endswith(_POSSESSIVE):
            return []  # "last year's race" says when something else was
        if value.type == "count" and value.number is not None and value.number != value.number.to_integral_value():
            return []  # a share of something, not a count
        if self._is_rate_or_label(scene, mention):
            return []
        nth = value.type == "ordinal" and value.role == "nth" and value.noun is not None
        units = value.type == "duration" and value.number is not None
        types = FITS[value.type] | ({"count"} if nth or units else set())
        segment = self._evidence.times.segment(scene, mention)
        cue_scores = self._signals.scores(scene, mention, segment, types)
        if units:
            cue_scores = {p: found for p, found in cue_scores.items() if self._counts_time(p, scene, mention)}
        if nth:
            cue_scores = {p: found for p, found in cue_scores.items() if self._numbered.counts(p, scene, mention)}
        found: list[Reading] = []
        cue_scores |= self._lasting.find(scene, mention)
        if scene.heads:
            cue_scores = {p: found for p, found in cue_scores.items() if self._of_row(scene, mention, segment, p)}
        if value.type == "count" and is_whole(mention, scene, contest_words(self._evidence.language)):
            # "six of his seven free throws": seven is not what went in.
            cue_scores = {p: found for p, found in cue_scores.items() if p not in self._parts}
        for prop_id, (cue, cue_parts) in cue_scores.items():
            stated = self._base.by_property.get(prop_id, ())
            if value.type == "date" and mention.side is None:
                stated = (*stated, *self._stretches.of(prop_id, scene, mention))
            for statement in self._evidence.occasions.told(self._worth_reading(stated, scene, mention), scene):
                reading = self.read(statement, scene, mention, segment, (cue, cue_parts))
                if reading is None:
                    continue
                rival = self._rival(statement, scene, mention, cue_scores)
                if rival is not None:
                    reading = replace(reading, vetoes=(*reading.vetoes, f"cue of {rival}"))
                found.append(reading)
        found.sort(key=lambda r: (-r.score, r.statement.id))
        self._seen[mention.start, mention.end] = found
        return found

    def _worth_reading(
        self, stated: tuple[Statement, ...], scene: Scene, mention: ValueMention
    ) -> tuple[Statement, ...]:
        """Leave out what costs much and tells nothing: of a long list, the figures of whom the text does not name.

        Those that a value agrees with are kept: it may be that of somebody who goes by another name.
        """
        if len(stated) <= _MANY:
            return stated
        near = self._evidence.in_text
        return tuple(
            statement
            for statement in stated
            if statement.subject in near or self.agreement(statement, scene, mention) is Agreement.INSIDE
        )

    def _rival(
        self, statement: Statement, scene: Scene, mention: ValueMention, scores: Mapping[str, tuple[float, Parts]]
    ) -> str | None:
        """Return the property that the words around a value signal clearly better than that of a statement, or None.

        Where the counted noun is the property's own, others that do not count it are no rivals; nor is one that its
        subject does not have, by a word that signals the property as well ("the weight of a bale": "a bale weighs").
        """
        own = statement.property.id
        cues = scene.cues.get(own, ())
        headed_by = [c for c in cues if self._signals.headed.says(scene, mention, c)]
        telling = [c for c in cues if c.weight >= _WHOLE or c in headed_by]
        headed = bool(headed_by)
        named = self._signals.counted.named(own, scene, mention)
        noun = stem(mention.value.noun or "", self._evidence.language)
        held = noun in people(self._evidence.language) and self._signals.counted.held(own, scene, mention)
        best: tuple[float, str] = (0.0, "")
        for prop, (score, parts) in scores.items():
            if named and not self._signals.counted.named(prop, scene, mention):
                continue
            if held and prop != own and not self._base.facts_of(statement.subject, prop):
                continue  # "A bus carries 60 passengers": room for as many
            if not self._measurable(prop, mention):
                continue
            shared = any(part.role == "cue" and c.start <= part.start < c.end for part in parts for c in telling)
            anybody = (mention.value.noun or "").casefold() in self._rules.anybody
            if prop != own and (shared or headed or anybody) and not self._base.facts_of(statement.subject, prop):
                continue
            best = max(best, (score, prop))
        score, prop = best
        if prop in ("", own):
            return None
        by_noun = any(part.role == "noun" for part in scores[prop][1])
        return prop if score - scores[own][0] > (_SURER if by_noun else 0.25) else None

    def _measurable(self, prop: str, mention: ValueMention) -> bool:
        """Whether a property can have a value in the unit of the text: no power is in kilograms."""
        spec, unit = self._base.properties.get(prop), mention.value.unit
        if spec is None or spec.unit is None or unit is None or mention.value.type != "quantity":
            return True
        return same_dimension(spec.unit, unit)

    def _counts_time(self, prop: str, scene: Scene, mention: ValueMention) -> bool:
        """Whether a length of time can be the value of a property: a count only of such units, under its whole name."""
        spec = self._base.properties[prop]
        if spec.type != "count":
            return True
        named = any(cue.whole or cue.weight >= ACTIVITY_WEIGHT for cue in scene.cues.get(prop, ()))
        return named and counted_unit(spec) == mention.value.unit

    def _of_row(self, scene: Scene, mention: ValueMention, segment: tuple[int, int], prop: str) -> bool:
        """Whether a property is one of what a table's row is about."""
        return any(
            self._evidence.subjects.answer(s, scene, mention.first, mention.last, segment).score >= WEIGHTS.support
            for s in self._base.by_property.get(prop, ())
        )

    def _is_rate_or_label(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is a rate ("twice a week") or the number of a thing ("rugnummer 9", "room 12")."""
        if mention.value.type not in ("count", "ordinal"):
            return False
        tokens = scene.sentence.tokens
        after = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        before = tokens[mention.first - 1].norm if mention.first else ""
        return after in self._rules.rates or any(before.endswith(word) for word in self._rules.numbering)

    def compared(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is an old one that another is compared with."""
        return self._vetoes.compared.is_old(scene, mention)

    def seen(self, scene: Scene, mention: ValueMention) -> list[Reading]:
        """Return the readings of a value as it was last judged."""
        known = self._seen.get((mention.start, mention.end))
        return self.readings(scene, mention) if known is None else known

    def cues(
        self, scene: Scene, mention: ValueMention, segment: tuple[int, int], types: frozenset[str]
    ) -> dict[str, tuple[float, Parts]]:
        """Return how well the words around a value signal each property of some types."""
        return self._signals.scores(scene, mention, segment, types)

    def lasting(self, scene: Scene, mention: ValueMention) -> dict[str, tuple[float, Parts]]:
        """Return the properties whose date a length of time tells, with the words that say so."""
        return self._lasting.find(scene, mention)

    def agreement(self, statement: Statement, scene: Scene, mention: ValueMention) -> Agreement:
        """Return whether a value agrees with a statement, wherever it stands."""
        mention = _widened(statement, mention)
        found = self._agreements.compare(statement, scene, mention)[1]
        return self._agreements.as_last(statement, mention)[1] if found is Agreement.INCOMPARABLE else found

    @property
    def evidence(self) -> Evidence:
        """What the document is judged by."""
        return self._evidence

    @property
    def placings(self) -> Placings:
        """What knows the lists in which things take places."""
        return self._signals.placings

    @property
    def changing(self) -> Changing:
        """What knows the figures that say by how much something rose or fell."""
        return self._signals.changing

    @property
    def rules(self) -> Grammar:
        """How the document's language builds sentences."""
        return self._rules

    @property
    def earlier_words(self) -> frozenset[str]:
        """The words that say that a time is before another one."""
        return frozenset(self._rules.earlier)

    def as_statement(self, statement: Statement, scene: Scene, mention: ValueMention) -> Reading | None:
        """Return a value read as that of one statement, whatever the words around it signal."""
        segment = self._evidence.times.segment(scene, mention)
        return self.read(statement, scene, _plain(mention), segment, (1.0, ()))

    def read_as(self, statement: Statement, scene: Scene, mention: ValueMention) -> Reading | None:
        """Return a value read as that of one statement, weighed by the words around it, with all that forbids it."""
        segment = self._evidence.times.segment(scene, mention)
        scores = self._signals.scores(scene, mention, segment, frozenset({statement.property.type}))
        cue = scores.get(statement.property.id, (0.0, ()))
        return self.read(statement, scene, mention, segment, cue, every_veto=True)

    def with_every_veto(self, reading: Reading, scene: Scene, mention: ValueMention) -> Reading:
        """Return a reading with all that speaks against an alarm by it."""
        segment = self._evidence.times.segment(scene, mention)
        cue = (reading.cue, ())
        full = self.read(reading.statement, scene, mention, segment, cue, every_veto=True, widely=True)
        own = full.vetoes if full is not None else ()
        return replace(reading, vetoes=(*own, *(veto for veto in reading.vetoes if veto not in own)))

    def vouch(self, scene: Scene, mention: ValueMention, statement: Statement) -> None:
        """Take a right figure as a sign that the others of its sentence are about its subject too."""
        segment = self._evidence.times.segment(scene, mention)
        answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, segment)
        self._evidence.subjects.vouch(scene, statement.subject, answer)
        qualified = self._evidence.qualifiers.fit(statement, scene, mention)
        borne = self._vetoes.find(statement, scene, mention, segment, answer=answer, qualified=qualified)
        self._borne.setdefault((scene.index, statement.subject), set()).update(_OF_SENTENCE & set(borne))

    def years(self, scene: Scene) -> list[tuple[ValueMention, Period]]:
        """Return the dates with a year in a scene."""
        return self._evidence.times.years(scene)

    def year_of(self, statement: Statement) -> Period | None:
        """Return the year that a statement's qualifiers name."""
        return self._evidence.times.year_of(statement)

    def planned(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the words around a value speak of what is to come."""
        words = (*self._rules.modals, *self._rules.plan_words)
        sentence = scene.sentence
        return any(t.norm in words and sentence.cost(t.index, mention.first) < 0.5 for t in sentence.tokens)

    def past(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the words around a value say that it held earlier ("the old capacity was 9,800")."""
        sentence = scene.sentence
        return any(t.norm in self._rules.past and sentence.cost(t.index, mention.first) < 0.35 for t in sentence.tokens)

    def read(
        self,
        statement: Statement,
        scene: Scene,
        mention: ValueMention,
        segment: tuple[int, int],
        cue: tuple[float, tuple[Part, ...]],
        *,
        every_veto: bool = False,
        widely: bool = False,
    ) -> Reading | None:
        """Return a value read as that of one statement, None where the two cannot be compared.

        `widely`, an ordinal is compared with a count wherever it may be the last one of them, and a bare number
        with sums of money and ages.
        """
        if widely:
            mention = _widened(statement, mention)
        value = mention.value
        if self._dimensions.excludes(statement.property, scene, mention):
            return None
        answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, segment)
        qualified = self._evidence.qualifiers.fit(statement, scene, mention)
        expected, agreement = self._agreements.compare(statement, scene, mention)
        if widely and agreement is Agreement.INCOMPARABLE:
            expected, agreement = self._agreements.as_last(statement, mention)
        if agreement is Agreement.INCOMPARABLE:
            return None
        when = self._time(statement, scene, mention)
        reached = self._running.at_end(statement, value.number) if when == "past" and value.type == "count" else None
        if reached is not None:
            expected, agreement, when = reached, compare(value, reached), "unknown"
        unsaid = when not in ("now", "always") or answer.score < WEIGHTS.second_subject
        if value.type == "ordinal" and statement.property.type == "count" and unsaid and not widely:
            return None  # how often it had happened by then, or to somebody unnamed, the base does not say
        vetoes: tuple[str, ...] = ()
        if every_veto or self._every_veto or (answer.score >= WEIGHTS.alarm_subject and cue[0] >= WEIGHTS.alarm_cue):
            borne = self._borne.get((scene.index, statement.subject), set())
            against = self._vetoes.find(statement, scene, mention, segment, answer=answer, qualified=qualified)
            vetoes = tuple(reason for reason in against if reason not in borne)
        return Reading(
            statement=statement,
            agreement=agreement,
            expected=expected,
            subject=answer.score,
            cue=cue[0],
            qualifier=qualified.score,
            when=when,
            conflicts=qualified.conflicts,
            unstated=qualified.unstated,
            bound=qualified.year,
            reached=self._reached(scene, mention),
            looks_back=self._evidence.times.looks_back(scene, mention),
            series=self._base.series.get(statement.subject, statement.subject),
            days_off=days_off(value, expected),
            vetoes=vetoes,
            parts=(*answer.parts, *cue[1], *qualified.parts),
            rival=answer.rival,
            lately=agreement is Agreement.APART and self._agreements.was_right(statement, mention),
            denied=self._vetoes.denial.denies(scene, mention, segment),
            year=self._evidence.times.year_of(statement),
        )

    def _reached(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a verb of change leads to a value ("zakte naar 5,9 procent")."""
        tokens = scene.sentence.tokens
        if not mention.first or tokens[mention.first - 1].norm not in self._ends:
            return False
        return any(t.norm in self._rules.rises or t.stem in self._rises for t in tokens[: mention.first])

    def _time(self, statement: Statement, scene: Scene, mention: ValueMention) -> When:
        if statement.valid is None:
            return "always"
        when: Period | None = self._evidence.date
        if mention.value.type not in ("date", "age"):
            own = self._evidence.times.clause_date(scene, mention)
            if own is not None:
                bounded = not statement.valid.edtf.endswith((".", "/"))
                ahead = when is not None and own.first > when.last and statement.valid.first <= when.last
                ahead = ahead and not bounded
                return "now" if statement.valid.overlaps(own) and not ahead else "elsewhen"
        if when is None:
            return "unknown"
        if statement.valid.overlaps(when):
            return "now"
        return "past" if statement.valid.last < when.first else "later"
