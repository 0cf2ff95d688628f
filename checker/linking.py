"""Values of the text to statements of the base: every reading of a value with its score, and why.

The value itself never raises a score: "which fact has this number" would hide every error. What raises it is the
subject, the cues, the counted noun and the qualifiers of the value's own clause.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from checker.analysis import stem
from checker.comparing import Agreement, Range, age_range, compare
from checker.cues import COMPOUND_WEIGHT, NOUN_WEIGHT
from checker.evidence import WEIGHTS, Evidence
from checker.factbase.model import Amount, Moment
from checker.languages import grammar
from checker.period import day
from checker.values.convert import same_dimension
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.cues import CueIndex
    from checker.evidence import Answer, Qualified
    from checker.factbase.model import FactValue, Statement
    from checker.mentions import CueMention, Scene, ValueMention
    from checker.period import Period

When = Literal["always", "now", "past", "later", "unknown", "elsewhen"]
"""When a statement holds: seen from the judgement date, or `elsewhen` than the clause itself says."""

_FITS: dict[str, frozenset[str]] = {
    "count": frozenset({"count"}),
    "ordinal": frozenset({"ordinal"}),
    "age": frozenset({"date"}),
    "date": frozenset({"date"}),
    "duration": frozenset({"duration"}),
    "quantity": frozenset({"quantity", "duration"}),
    "money": frozenset({"money"}),
    "percent": frozenset({"percent"}),
}
"""Which types of property a type of value can speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a value: as the value of this statement."""

    statement: Statement
    agreement: Agreement
    expected: FactValue
    subject: float
    cue: float
    qualifier: float
    when: When
    conflicts: tuple[tuple[str, str, int, int], ...]
    vetoes: tuple[str, ...]
    parts: tuple[Part, ...]
    rival: bool
    year: Period | None = None
    """The year that the statement's qualifiers name."""

    @property
    def score(self) -> float:
        """How well the text speaks of the statement, between 0 and about 1.1."""
        return WEIGHTS.subject * self.subject + WEIGHTS.cue * self.cue + WEIGHTS.qualifier * self.qualifier


_A_YEAR = timedelta(days=366)
"""How far ahead an age may be given ("who turns 58 in August")."""
_PHRASE = 1.1
"""A counted noun of several words says more than its last word alone."""
_BY_KIND = 0.6
"""How clearly the kind of a value alone signals a property that its subject has only one of."""
_SURER = 0.09
"""By how much a counted noun must fit another property better to rule this one out."""


class Linker:
    """Finds the readings of the values of one document."""

    def __init__(self, evidence: Evidence, cues: CueIndex) -> None:
        """Share the evidence of the document and the cues of its language."""
        self._evidence = evidence
        self._cues = cues
        self._base = evidence.base
        self._rules = grammar(evidence.language)
        self._times = frozenset(self._rules.times)
        self._plans = frozenset(self._rules.plan_words)
        self._negations = frozenset(self._rules.negations)
        self._others = frozenset(self._rules.others)
        self._currencies: dict[str, set[str]] = {}
        for statement in self._base.statements:
            if isinstance(statement.value, Amount) and statement.value.currency:
                self._currencies.setdefault(statement.property.id, set()).add(statement.value.currency)
        self._changes = frozenset(stem(word, evidence.language) for word in self._rules.changes)
        self._defined = frozenset((*self._rules.definite, *self._rules.pronouns.neutral, *self._rules.pronouns.speaker))
        self._comparisons = frozenset(self._rules.comparisons)
        self._earlier = frozenset(self._rules.earlier)
        self._restrictors = frozenset(self._rules.restrictors)

    def readings(self, scene: Scene, mention: ValueMention) -> list[Reading]:
        """Return every reading of a value, the best first."""
        value = mention.value
        if value.role in ("part", "target") or (value.role == "difference" and value.type != "percent"):
            return []
        if value.type == "count" and value.number is not None and value.number != value.number.to_integral_value():
            return []  # a share of something, not a count
        if self._is_rate_or_label(scene, mention):
            return []
        types = _FITS[value.type]
        segment = self._evidence.segment(scene, mention)
        cue_scores = self._cue_scores(scene, mention, segment, types)
        found: list[Reading] = []
        strongest = max(((score, prop) for prop, (score, _) in cue_scores.items()), default=(0.0, ""))
        for prop_id, (cue, cue_parts) in cue_scores.items():
            for statement in self._base.by_property.get(prop_id, ()):
                reading = self._reading(statement, scene, mention, segment, cue, cue_parts)
                if reading is None:
                    continue
                rival = strongest[0] - cue
                by_noun = any(part.role == "noun" for part in cue_scores[strongest[1]][1])
                if rival > (_SURER if by_noun else 0.25) and strongest[1] != prop_id:
                    reading = replace(reading, vetoes=(*reading.vetoes, f"cue of {strongest[1]}"))
                found.append(reading)
        return sorted(found, key=lambda r: (-r.score, r.statement.id))

    def _is_rate_or_label(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is a rate ("twice a week") or the number of a thing ("rugnummer 9", "room 12")."""
        if mention.value.type not in ("count", "ordinal"):
            return False
        tokens = scene.sentence.tokens
        after = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        before = tokens[mention.first - 1].norm if mention.first else ""
        return after in self._rules.rates or any(before.endswith(word) for word in self._rules.numbering)

    def _is_share_or_change(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is of a part, a capacity or a change: "Of the 9,000 pilots", "room for 90", "adds three"."""
        tokens = scene.sentence.tokens
        before = [t.norm for t in tokens[max(0, mention.first - 2) : mention.first]]
        if before and (before[-1] in self._rules.capacities):
            return True
        if before and before[-1] in self._rules.definite and any(v.last == mention.first - 3 for v in scene.values):
            return True  # "vier op de vijf vluchten"
        partitive = len(tokens) > 2 and tokens[0].norm in self._rules.partitives and tokens[1].norm in self._defined
        if partitive and (mention.first <= 3 or mention.value.noun is None):
            return True
        between = tokens[mention.last + 1 : mention.noun] if mention.noun is not None else ()
        if any(t.norm in self._rules.parts for t in (*between, *tokens[mention.last + 1 : mention.last + 2])):
            return True
        near = tokens[max(0, mention.first - 8) : mention.last + 6]
        return any(
            (t.norm in self._rules.changes or t.stem in self._changes) and scene.sentence.cost(t.index, mention.first) < 0.3
            for t in near
        )

    def planned(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the words around a value speak of what is to come."""
        words = (*self._rules.modals, *self._rules.plan_words)
        sentence = scene.sentence
        return any(t.norm in words and sentence.cost(t.index, mention.first) < 0.5 for t in sentence.tokens)

    def past(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the words around a value say that it held earlier ("the old capacity was 9,800")."""
        sentence = scene.sentence
        return any(t.norm in self._rules.past and sentence.cost(t.index, mention.first) < 0.35 for t in sentence.tokens)

    def _cue_scores(
        self, scene: Scene, mention: ValueMention, segment: tuple[int, int], types: frozenset[str]
    ) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return, by property, how strongly the words around a value signal it."""
        scores: dict[str, tuple[float, tuple[Part, ...]]] = {}
        value = mention.value
        noun = self._noun(scene, mention)
        generic = noun.casefold() in self._times if noun is not None else value.role == "multiple"

        def offer(prop: str, score: float, parts: tuple[Part, ...]) -> None:
            spec = self._base.properties.get(prop)
            if spec is None or spec.type not in types:
                return
            if value.type == "age" and "age" not in spec.signs:
                return
            if score > scores.get(prop, (0.0, ()))[0]:
                scores[prop] = (score, parts)

        for prop, cues in scene.cues.items():
            for cue in cues:
                if cue.weight == NOUN_WEIGHT and cue.first == mention.last + 1 and value.type == "count" and not noun:
                    offer(prop, 1.0, (Part("noun", "", cue.start, cue.end),))
            # What happens so many times is said by a verb or a title, not by the noun of what is counted otherwise.
            telling = [cue for cue in cues if cue.weight in (1.0, COMPOUND_WEIGHT)] if generic else cues
            score, part = self._nearest_cue(scene, mention, telling, segment)
            if part is not None:
                offer(prop, score, (part,))
        if noun is not None and not generic:
            where = (value.noun_start, value.noun_end) if value.noun_start is not None else (value.start, value.end)
            for prop in self._base.by_property:
                strength = self._cues.counts(prop, noun)
                if any(self._cues.phrase_counted(prop, cue, where[0] or 0) for cue in scene.cues.get(prop, ())):
                    strength = _PHRASE
                if strength:
                    offer(prop, strength, (Part("noun", noun, where[0] or 0, where[1] or 0),))
        if mention.side is not None and value.type == "date" and self._life(scene, mention):
            return {"born" if mention.side == "start" else "died": (1.0, ())}
        if mention.side is not None and value.type == "date":
            # A written stretch of time says when its subject starts and when it ends.
            shared = max((scores.get(prop, (0.0, ()))[0] for prop in ("start", "end", "date")), default=0.0)
            wanted = "start" if mention.side == "start" else "end"
            parts = next((scores[prop][1] for prop in ("start", "end", "date") if prop in scores), ())
            kept = {wanted: (shared, parts)} if shared else {}
            if "date" in scores:
                kept["date"] = (shared, parts)
            return kept
        if value.type in ("quantity", "money", "date"):
            self._offer_by_kind(scene, mention, offer)
        if value.type == "age":
            for prop, spec in self._base.properties.items():
                if "age" in spec.signs and "person" in spec.subjects:
                    offer(prop, 1.0, ())
        for index in scene.headings:
            for prop, cues in self._evidence.scenes[index].cues.items():
                weight = max(cue.weight for cue in cues)
                cue = cues[0]
                offer(prop, WEIGHTS.heading_cue * weight, (Part("cue", "", cue.start, cue.end),))
        if scene.index > 0:
            before = self._evidence.scenes[scene.index - 1]
            if before.sentence.block == scene.sentence.block:
                for prop, cues in before.cues.items():
                    offer(prop, WEIGHTS.previous_cue * max(cue.weight for cue in cues), ())
        return scores

    def _offer_by_kind(
        self, scene: Scene, mention: ValueMention, offer: Callable[[str, float, tuple[Part, ...]], None]
    ) -> None:
        """Offer the one property of a subject in the sentence that such a value can be of, where no cue is needed.

        "Het gebouw van 900 m²", "de fiets van 2.899 euro", "the chapel of 1740".
        """
        value = mention.value
        tokens = scene.sentence.tokens
        if value.type == "date" and not (mention.first and tokens[mention.first - 1].norm in self._rules.origin_prepositions):
            return
        for group in scene.entities:
            if group.how in ("adjective", "country", "unknown"):
                continue
            if value.type == "date" and group.last != mention.first - 2:
                continue
            for entity in group.ids:
                fitting = {s.property.id for s in self._base.by_subject.get(entity, ()) if self._same_kind(mention, s)}
                if len(fitting) == 1:
                    offer(next(iter(fitting)), _BY_KIND, ())

    @staticmethod
    def _same_kind(mention: ValueMention, statement: Statement) -> bool:
        value, fact = mention.value, statement.value
        if value.type == "date":
            return isinstance(fact, Moment) and statement.property.type == "date"
        if not isinstance(fact, Amount) or statement.property.type != value.type:
            return False
        if value.type == "money":
            return fact.currency == value.currency
        return bool(value.unit and fact.unit and same_dimension(value.unit, fact.unit))

    def _life(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether two years stand in brackets right behind a person's name ("Anna Berg (1841-1912)")."""
        tokens = scene.sentence.tokens
        whole = next(
            (v for v in scene.values if v.first <= mention.first and mention.last <= v.last and v.value.type == "date"),
            None,
        )
        if whole is None or whole.first < 2 or tokens[whole.first - 1].text != "(":
            return False
        named = [m for m in scene.entities if m.last == whole.first - 2 and m.ids]
        return any(self._evidence.type_of(i) == "person" for m in named for i in m.ids)

    def _noun(self, scene: Scene, mention: ValueMention) -> str | None:
        """Return the counted noun; "twee" of "twee en vier wielen" shares that of the number after it."""
        value = mention.value
        if value.noun is not None or value.type != "count":
            return value.noun
        following = next((v for v in scene.values if v.first > mention.last), None)
        if following is None or following.value.type != "count" or following.first - mention.last > 2:
            return None
        between = scene.sentence.tokens[mention.last + 1 : following.first]
        joined = all(t.norm in self._rules.coordinators or t.text == "," for t in between)
        return self._noun(scene, following) if between and joined else None

    def _nearest_cue(
        self, scene: Scene, mention: ValueMention, cues: list[CueMention], segment: tuple[int, int]
    ) -> tuple[float, Part | None]:
        best, part = 0.0, None
        sentence = scene.sentence
        for cue in cues:
            if cue.first >= mention.first and cue.last <= mention.last:
                cost = 0.0
            elif cue.first <= mention.first and cue.last >= mention.last:
                cost = 0.0
            elif self._evidence.labelled(scene, mention.first) and not self._evidence.labelled(scene, cue.first):
                cost = 0.05  # the label of the line says what it is about
            elif cue.last < mention.first:
                cost = sentence.cost(cue.last, mention.first)
            else:
                cost = sentence.cost(mention.last, cue.first)
            if cue.last < segment[0] or cue.first > segment[1]:
                cost += 0.2
            score = cue.weight * max(0.0, 1.0 - 0.8 * cost)
            if score > best:
                start, end = cue.start, cue.end
                tokens = [t.text for t in sentence.tokens if start <= t.start < end]
                best, part = score, Part("cue", " ".join(tokens), start, end)
        return best, part

    def _reading(
        self,
        statement: Statement,
        scene: Scene,
        mention: ValueMention,
        segment: tuple[int, int],
        cue: float,
        cue_parts: tuple[Part, ...],
    ) -> Reading | None:
        value = mention.value
        answer = self._evidence.subject(statement, scene, mention.first, mention.last, segment)
        qualified = self._evidence.qualifiers(statement, scene, mention, mention.first)
        expected, agreement = self._compare(statement, scene, mention, segment)
        if agreement is Agreement.INCOMPARABLE:
            return None
        when = self._time(statement, scene, mention, segment)
        vetoes = tuple(self._vetoes(statement, scene, mention, segment, answer, qualified))
        del value
        return Reading(
            statement=statement,
            agreement=agreement,
            expected=expected,
            subject=answer.score,
            cue=cue,
            qualifier=qualified.score,
            when=when,
            conflicts=qualified.conflicts,
            vetoes=vetoes,
            parts=(*answer.parts, *cue_parts, *qualified.parts),
            rival=answer.rival,
            year=self._evidence.year_of(statement),
        )

    def _compare(
        self, statement: Statement, scene: Scene, mention: ValueMention, segment: tuple[int, int]
    ) -> tuple[FactValue, Agreement]:
        value, fact = mention.value, statement.value
        if value.type == "age":
            if not isinstance(fact, Moment) or value.number is None:
                return fact, Agreement.INCOMPARABLE
            when = self._evidence.date
            for death in self._base.facts_of(statement.subject, "died"):
                if isinstance(death.value, Moment):
                    when = death.value.period
            if when is None:
                return fact, Agreement.INCOMPARABLE
            ages = age_range(fact.period, when)
            expected = Amount(low=ages.low, high=ages.high, unit="year", written="")
            written = Range(value.low or value.number, value.high or value.number_to or value.number)
            if value.hedge in ("about", "under", "over"):
                slack = Decimal(1)
                written = Range((written.low or slack) - slack, (written.high or slack) + slack)
            if not written.apart(ages):
                return expected, Agreement.INSIDE
            # "In 2022, as a 22-year-old": the sentence may give the age at its own time.
            then = self._evidence.clause_date(scene, mention)
            if then is not None and then.first <= when.last + _A_YEAR and not written.apart(age_range(fact.period, then)):
                return expected, Agreement.INSIDE
            return expected, Agreement.APART
        if value.type == "ordinal" and value.role == "nth" and statement.property.id == "result":
            return fact, Agreement.INCOMPARABLE
        if mention.side is not None:
            return self._compare_side(mention, fact)
        if value.currency and isinstance(fact, Amount) and fact.currency != value.currency:
            # The same figure in another currency is a slip only where the base knows no other currency for it.
            if value.currency in self._currencies.get(statement.property.id, ()):
                return fact, Agreement.INCOMPARABLE
        return fact, compare(value, fact)

    @staticmethod
    def _compare_side(mention: ValueMention, fact: FactValue) -> tuple[FactValue, Agreement]:
        """Compare one end of a written range with the same end of what the base says."""
        first = mention.side == "start"
        match fact:
            case Moment() if fact.period.is_interval:
                end = Moment(day(fact.period.first if first else fact.period.last))
                return end, compare(mention.value, end)
            case Moment():
                return fact, compare(mention.value, fact)
            case Amount() if fact.low is not None and fact.high is not None and fact.low != fact.high:
                bound = fact.low if first else fact.high
                own = Amount(low=bound, high=bound, unit=fact.unit, currency=fact.currency, written=str(bound))
                return own, compare(mention.value, own)
            case _:
                return fact, Agreement.INCOMPARABLE

    def _time(
        self, statement: Statement, scene: Scene, mention: ValueMention, segment: tuple[int, int]
    ) -> When:
        if statement.valid is None:
            return "always"
        when: Period | None = self._evidence.date
        if mention.value.type not in ("date", "age"):
            own = self._evidence.clause_date(scene, mention)
            if own is not None:
                return "now" if statement.valid.overlaps(own) else "elsewhen"
        if when is None:
            return "unknown"
        if statement.valid.overlaps(when):
            return "now"
        return "past" if statement.valid.last < when.first else "later"

    def _vetoes(
        self,
        statement: Statement,
        scene: Scene,
        mention: ValueMention,
        segment: tuple[int, int],
        answer: Answer,
        qualified: Qualified,
    ) -> list[str]:
        """Return what forbids an alarm here; nothing here forbids support."""
        value = mention.value
        tokens = scene.sentence.tokens
        found = []
        if qualified.unstated:
            found.append("a year that the text does not name")
        following = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        if following in self._rules.differences:
            found.append("a difference")
        if any(t.norm in self._rules.part_relatives for t in tokens[max(0, mention.first - 2) : mention.first]):
            found.append("a part of something")
        noun = self._noun(scene, mention)
        if noun is None and value.type == "count" and value.role == "amount":
            cues = [c for c in scene.cues.get(statement.property.id, ()) if c.weight == 1.0]
            before = tokens[mention.first - 1].norm if mention.first else ""
            beside = any(self._evidence.adjoins(scene, mention, c.first, c.last) for c in cues)
            own = scene.cues.get(statement.property.id, ())
            counted = any(c.weight == NOUN_WEIGHT and c.first == mention.last + 1 for c in own)
            if not counted and (not beside or before in self._rules.definite):
                found.append("nothing says what is counted")
        if scene.kind in ("heading", "headline") and not any(part.role == "subject" for part in answer.parts):
            found.append("a heading without its subject")
        if value.type == "count" and self._is_share_or_change(scene, mention):
            found.append("a part of something, or a change")
        if value.type == "count" and value.number == 1 and not value.text[:1].isdigit():
            found.append("one of many")
        if value.type == "date" and mention.side is None:
            cues = scene.cues.get(statement.property.id, ())
            beside = any(c.weight >= 0.8 and self._evidence.adjoins(scene, mention, c.first, c.last) for c in cues)
            if set(value.text.casefold().split()) & set(self._rules.past):
                found.append("a date of an earlier time")
            since = "since" in statement.property.signs and mention.value.hedge == "min"
            if not beside and not self._dated_subject(scene, mention, answer) and not (since and cues):
                found.append("the cue is not beside the date")
        if any(m.first <= mention.first and mention.last <= m.last for m in scene.entities if m.ids):
            found.append("part of a name")
        if noun is not None and noun.casefold() not in self._times and value.type == "count":
            counted = self._cues.counts(statement.property.id, noun)
            cue_word = any(
                cue.start <= (value.noun_start or -1) < cue.end and cue.weight >= 0.5
                for cue in scene.cues.get(statement.property.id, ())
            )
            if not counted and not cue_word:
                found.append("another noun is counted")
        low, high = max(segment[0], mention.first - 12), min(segment[1], mention.last + 12)
        near = tokens[low : high + 1]
        if any(token.norm in self._plans for token in near if scene.sentence.cost(token.index, mention.first) < 0.35):
            found.append("a plan or rumour")
        if any(token.norm in self._negations for token in near if scene.sentence.cost(token.index, mention.first) < 0.3):
            found.append("a negation")
        if any(token.norm in self._others for token in tokens[max(0, mention.first - 10) : mention.first + 8]):
            found.append("somebody else")
        if answer.rival and answer.score < WEIGHTS.second_subject:
            found.append("another subject is nearer")
        if value.type in ("count", "money", "percent"):
            own = self._evidence.clause_date(scene, mention)
            now = self._evidence.date
            if (
                own is not None
                and statement.valid is None
                and self._evidence.year_of(statement) is None
                and (now is None or not own.overlaps(now))
            ):
                found.append("a figure of another time")
            if self._compared(scene, mention):
                found.append("a figure to compare with")
        if value.type in ("count", "ordinal") and self._restricted(statement, scene, mention):
            found.append("a restriction that the base does not know")
        return found

    def _dated_subject(self, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether the date stands right behind the subject ("de eerste Zephyr uit 1948", "a chapel from 1740")."""
        tokens = scene.sentence.tokens
        if mention.first < 2 or tokens[mention.first - 1].norm not in self._rules.origin_prepositions:
            return False
        return any(part.role == "subject" and part.end == tokens[mention.first - 2].end for part in answer.parts)

    @staticmethod
    def _beside(scene: Scene, mention: ValueMention, first: int, last: int, price: float) -> bool:
        sentence = scene.sentence
        cost = sentence.cost(last, mention.first) if last < mention.first else sentence.cost(mention.last, first)
        return cost <= price or (first <= mention.first and mention.last <= last)

    def _compared(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is what another one of its kind is compared with ("412 miljoen, tegen 385 miljoen")."""
        tokens = scene.sentence.tokens
        kin = [v for v in scene.values if v is not mention and v.value.type == mention.value.type]
        following = min((v.first for v in kin if v.first > mention.last), default=len(tokens))
        after = [t.norm for t in tokens[mention.last + 1 : min(mention.last + 7, following)]]
        if any(word in self._earlier for word in after):
            return True
        directly = tokens[mention.first - 1].norm if mention.first else ""
        if any(directly == start and end in after[:2] for start, end in self._rules.routes):
            return True
        if any(directly == start for start, _ in self._rules.routes) and any(
            v.last < mention.first and mention.first - v.last <= 3 for v in kin
        ):
            return True
        before = [t.norm for t in tokens[max(0, mention.first - 3) : mention.first]]
        return any(word in self._comparisons for word in before) and any(
            v.last < mention.first and mention.first - v.last < 25 for v in kin
        )

    def _restricted(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a phrase right after the counted noun narrows it ("op zandondergrond", "at home")."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if mention.value.noun_end is not None and mention.value.noun_end > mention.end:
            after = scene.sentence.at(mention.value.noun_end - 1) + 1
        known = {
            index
            for cues in (scene.cues.get(statement.property.id, ()),)
            for cue in cues
            for index in range(cue.first, cue.last + 1)
        }
        while after < len(tokens) and after in known:
            after += 1
        if after >= len(tokens) or tokens[after].norm not in self._restrictors:
            return False
        stop = min(len(tokens), after + 4)
        for index in range(after + 1, stop):
            if index in known:
                return False
            if any(m.first <= index <= m.last and m.how != "unknown" for m in scene.entities):
                return False
            if any(v.first <= index <= v.last for v in scene.values):
                return False
            if tokens[index].norm in self._rules.articles or not tokens[index].text[0].isalnum():
                continue
            words = {w.casefold() for w in statement.where.values()}
            return tokens[index].norm not in words
        return False

