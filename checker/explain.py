"""A judged claim into a finding: one plain sentence, the expected value, the suggestion and the evidence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.comparing import ODD_SHARES, read_period
from checker.evidence.edges import held_by
from checker.evidence.times import YEAR_KINDS
from checker.factbase.model import Amount, Moment
from checker.mentions.results import as_medal, is_medal
from checker.report import Evidence as Proof
from checker.report import Finding, JsonValue, Part, Repair, Verdict
from checker.values.convert import same_dimension, to_base
from checker.values.lengths import in_clock_form, length_of
from checker.wording import (
    fact_json,
    messages,
    rewrite,
    show_day,
    show_entity,
    show_fact,
    show_length,
    show_number,
    show_period,
    source_names,
    value_json,
)

if TYPE_CHECKING:
    from checker.factbase.model import FactBase, FactValue, Statement
    from checker.mentions import Scene, ValueMention
    from checker.period import Period
    from checker.values.model import Value
    from checker.verdicts import Judgement


class Explainer:
    """Words findings in the language of the interface; suggestions stay in the language of the text."""

    def __init__(self, base: FactBase, ui: str, language: str, date: Period | None, text: str) -> None:
        """`date` is the judgement date, `text` the document's text."""
        self.base = base
        self.ui = ui
        self.language = language
        self.date = date
        self.text = text

    def say(self, key: str, **parts: str) -> str:
        """Return a sentence of `messages.yaml` with its parts filled in."""
        return messages(self.ui).texts[key].format(**parts)

    def sources(self, statement: Statement) -> str:
        """Return the sources of a statement in brackets, or nothing."""
        names = source_names(self.base, statement)
        return messages(self.ui).sources.format(names=names) if names else ""

    def valid(self, statement: Statement) -> str:
        """Return the time of a statement as an insertion, or nothing."""
        if statement.valid is None:
            return ""
        return messages(self.ui).valid.format(period=show_period(statement.valid, self.ui))

    def label(self, statement: Statement) -> str:
        """Return the readable name of a statement's property."""
        labels = statement.property.label
        return labels.get(self.ui) or next(iter(labels.values()), statement.property.id)

    def proof(self, statement: Statement) -> Proof:
        """Return a statement as evidence."""
        shown = show_fact(self.base, statement.value, self.ui, statement.property.type)
        where = ", ".join(show_entity(self.base, v, self.ui) for v in statement.where.values())
        name = show_entity(self.base, statement.subject, self.ui)
        return Proof(
            statement=statement.id,
            label=f"{name}: {self.label(statement)}{f' ({where})' if where else ''} = {shown}",
            file=statement.file,
            line=statement.line,
            valid=statement.valid.edtf if statement.valid else None,
            sources=statement.sources,
            rows=statement.rows,
            note=statement.note,
        )

    def sentence(self, scene: Scene) -> str:
        """Return the text of a scene's sentence."""
        return self.text[scene.sentence.start : scene.sentence.end]

    def part(self, role: str, start: int, end: int) -> Part:
        """Return a span of the text as a part of a claim, or as a place that it must be compared with."""
        return Part(role, self.text[start:end], start, end)

    def finding(
        self,
        verdict: Verdict,
        scene: Scene,
        statement: Statement,
        start: int,
        end: int,
        *,
        key: str,
        expected: str,
        expected_value: JsonValue | None = None,
        claimed_value: JsonValue | None = None,
        parts: tuple[Part, ...] = (),
        repairs: tuple[Repair, ...] = (),
        also: tuple[Statement, ...] = (),
        confidence: float = 1.0,
        **extra: str,
    ) -> Finding:
        """Return a finding about a span, by a statement."""
        claimed = self.text[start:end]
        subject = show_entity(self.base, statement.subject, self.ui)
        words = {
            "claimed": claimed,
            "label": self.label(statement),
            "subject": subject,
            "expected": expected,
            "valid": self.valid(statement),
            "sources": self.sources(statement),
            "valid_plain": show_period(statement.valid, self.ui) if statement.valid else "",
            **extra,
        }
        return Finding(
            verdict=verdict,
            check="fact",
            start=start,
            end=end,
            text=claimed,
            sentence=self.sentence(scene),
            explanation=self.say(key, **words),
            property=statement.property.id,
            property_label=self.label(statement),
            subject=statement.subject,
            subject_name=subject,
            parts=tuple(dict.fromkeys(self.part(p.role, p.start, p.end) for p in parts if p.start < p.end)),
            claimed=claimed,
            claimed_value=claimed_value,
            expected=expected,
            expected_value=expected_value,
            evidence=tuple(self.proof(s) for s in (statement, *also)),
            repairs=repairs,
            confidence=round(max(0.0, min(1.0, confidence)), 2),
        )

    def expected(self, statement: Statement, expected: FactValue, kind: str) -> str:
        """Return what the base says, with how an age follows from a birth date."""
        if kind == "age" and isinstance(statement.value, Moment) and isinstance(expected, Amount):
            words = messages(self.ui)
            low = show_number(expected.low, self.ui) if expected.low is not None else ""
            high = show_number(expected.high, self.ui) if expected.high is not None else ""
            age = low if low == high else f"{low}-{high}"
            born = show_period(statement.value.period, self.ui)
            template = words.expected_age if "person" in statement.property.subjects else words.expected_age_founded
            when = show_period(self.date, self.ui) if self.date else ""
            return template.format(age=age, when=when, born=born)
        if isinstance(statement.value, Moment) and isinstance(expected, Amount):
            length = show_fact(self.base, expected, self.ui, "duration")
            words, when = messages(self.ui), show_period(statement.value.period, self.ui)
            if self.date is not None and statement.value.period.first > self.date.last:
                return words.expected_until.format(length=length, until=when)
            return words.expected_since.format(length=length, since=when)
        return show_fact(self.base, expected, self.ui, statement.property.type)

    def converted(self, expected: FactValue, unit: str | None) -> str:
        """Return an amount in the unit of the text as well, in brackets, where that is another one."""
        if not isinstance(expected, Amount) or not unit or not expected.unit or unit == expected.unit:
            return ""
        if expected.low is None or expected.low != expected.high or not same_dimension(unit, expected.unit):
            return ""
        per_unit = to_base(Decimal(1), unit)[0] - to_base(Decimal(0), unit)[0]
        number = (to_base(expected.low, expected.unit)[0] - to_base(Decimal(0), unit)[0]) / per_unit
        rounded = number.quantize(Decimal("0.01")).normalize()
        shown = Amount(low=rounded, high=rounded, unit=unit)
        return f" ({show_fact(self.base, shown, self.ui)})"

    def wrong_term(
        self, scene: Scene, statement: Statement, start: int, end: int, *, parts: tuple[Part, ...], confidence: float
    ) -> Finding:
        """Return the finding about a term from `start` to `end` in the place of that of a statement."""
        return self.finding(
            Verdict.CONTRADICTED,
            scene,
            statement,
            start,
            end,
            key="contradicted",
            expected=show_fact(self.base, statement.value, self.ui),
            expected_value=fact_json(statement.value, "term"),
            claimed_value={"type": "term", "term": self.text[start:end]},
            parts=parts,
            repairs=(Repair(start, end, show_fact(self.base, statement.value, self.language)),),
            confidence=confidence,
        )

    def value(self, scene: Scene, mention: ValueMention, judgement: Judgement) -> Finding:
        """Return the finding about a judged value."""
        reading = judgement.reading
        if reading is None:
            raise ValueError("a finding needs a reading")
        statement, value = reading.statement, mention.value
        bare = value.type == "count" and "age" in statement.property.signs  # "she turned forty"
        kind = "age" if bare or value.type == "age" else statement.property.type
        if kind == "date" and isinstance(reading.expected, Amount):
            kind = value.type  # a length of time that says a date
        key = judgement.verdict.value
        extra: dict[str, str] = {}
        also = tuple(r.statement for r in judgement.also)
        expected_fact = reading.expected
        if judgement.verdict is Verdict.OUTDATED and reading.lately:
            key = "outdated_lately"
        elif judgement.verdict is Verdict.OUTDATED and statement.valid:
            extra["ended"] = show_day(statement.valid.last, self.ui)
            if judgement.also:
                expected_fact = judgement.also[0].expected
            else:
                key = "outdated_gone"
        if judgement.reason == "not-yet" and statement.valid:
            key = "not_yet"
            extra["since"] = show_day(statement.valid.first, self.ui)
            if judgement.also:
                expected_fact = judgement.also[0].expected
        if judgement.reason == "difference" and judgement.verdict is Verdict.CONTRADICTED:
            key = "grown"
            ends = [show_fact(self.base, s.value, self.ui, statement.property.type) for s in (*also, statement)]
            extra["before"], extra["after"] = ends
        if judgement.reason in messages(self.ui).slips:
            key = "traced"
            extra["slip"] = messages(self.ui).slips[judgement.reason]
        expected = self.expected(statement, expected_fact, kind) + self.converted(expected_fact, value.unit)
        held = held_by(self.base, statement)
        if held is not None:  # a date that begins or ends what the base says
            statement = held
            key = "supported" if judgement.verdict is Verdict.SUPPORTED else "bound"
        if kind == "age":
            extra["label"] = messages(self.ui).age
        repairs: tuple[Repair, ...] = ()
        if judgement.verdict is not Verdict.SUPPORTED:
            repairs = self._repairs(mention, expected_fact, value.type)
            repairs += self._qualifier_repairs(judgement)
        return self.finding(
            judgement.verdict,
            scene,
            statement,
            mention.start,
            self._end(mention),
            key=key,
            expected=expected,
            expected_value=fact_json(expected_fact, kind),
            claimed_value=value_json(_dated(value, expected_fact)),
            parts=reading.parts,
            repairs=repairs,
            also=also,
            confidence=judgement.confidence,
            **extra,
        )

    def _end(self, mention: ValueMention) -> int:
        """Return the end of the mark: a figure of up to three digits takes the noun right after it along."""
        value = mention.value
        beside = value.noun_start is not None and self.text[value.end : value.noun_start] == " "
        if value.text.isdigit() and len(value.text) <= 3 and beside and value.noun_end is not None:
            return value.noun_end
        return value.end

    def _repairs(self, mention: ValueMention, expected: FactValue, kind: str) -> tuple[Repair, ...]:
        value = mention.value
        if isinstance(expected, Amount) and expected.low is not None and expected.low == expected.high:
            if length_of(value) is not None:
                seconds = to_base(expected.low, expected.unit or "second")[0]
                text = in_clock_form(value, seconds) or show_length(expected, self.language, value.text)
                return (Repair(mention.start, mention.end, text),)
            other_unit = value.unit and expected.unit and value.unit != expected.unit and kind != "age"
            other_unit = other_unit or (value.currency != expected.currency and kind == "money")
            if other_unit or (
                kind == "percent" and ODD_SHARES & {value.unit, expected.unit} and value.unit != expected.unit
            ):
                text = show_fact(self.base, expected, self.language)
                return (Repair(mention.start, mention.end, text),)
            if is_medal(value, self.language):
                medal = as_medal(value, int(expected.low), self.language)
                return (Repair(mention.start, mention.end, medal),) if medal else ()
            if value.number_to is None:
                rewritten = rewrite(value, expected.low, self.language)
                if rewritten:
                    return (Repair(mention.start, mention.end, rewritten),)
        if isinstance(expected, Moment):
            written = read_period(value.date)
            period = expected.period
            if written is not None and period.precision == "day" and written.precision in ("month", "year"):
                size = 7 if written.precision == "month" else 4
                shown = show_period(read_period(period.edtf[:size]) or period, self.language)
            else:
                shown = show_period(period, self.language)
            return (Repair(mention.start, mention.end, shown),)
        return ()

    def _qualifier_repairs(self, judgement: Judgement) -> tuple[Repair, ...]:
        """Return the repairs of one qualifier that would make another statement true."""
        found = []
        for reading in judgement.also:
            for kind, _, start, end in reading.conflicts:
                wanted = next((v for k, v in reading.statement.where.items() if k == kind or k in YEAR_KINDS), None)
                if wanted is not None:
                    found.append(Repair(start, end, show_entity(self.base, wanted, self.language)))
        return tuple(found)


def _dated(value: Value, expected: FactValue) -> Value:
    """Give a date without a year the year of what it was compared with."""
    if value.date and "XXXX" in value.date and isinstance(expected, Moment):
        return replace(value, date=value.date.replace("XXXX", f"{expected.period.first.year:04d}"))
    return value
