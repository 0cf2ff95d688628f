"""The years of what happened more than once, and the year of a figure: "won in 2019, 2021 and 2024".

A list of years that is the base's own but for one has that one wrong. A figure that the base has of another year only,
and that no other thing in view has, is given with the wrong year.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.claims.clause_years import opens_clause
from checker.claims.implied import Implied
from checker.comparing import Agreement, read_period
from checker.evidence.siblings import UNNAMED
from checker.evidence.times import YEAR_KINDS
from checker.factbase.model import Amount
from checker.report import Repair, Verdict
from checker.weights import WEIGHTS
from checker.wording import show_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding
    from checker.verdicts import Judgement

    Judged = tuple[ValueMention, Judgement]

_CONFIDENCE = 0.75
_TELLING = 3
"""From how many years on a list speaks for itself; a shorter one needs a word that says what happened."""
_CUE = 0.5
_BETWEEN = 3
"""How many words may stand between the years of a list."""
_BESIDE = 2
"""How near a figure a date stands that is its own."""
_SIZED = frozenset({"money", "quantity", "count"})
_SHAPED = 2
"""How many digits of its own a figure has that two years hardly share; one that only counts has more."""


@dataclass(slots=True)
class _Series:
    """The years of one thing that somebody did or was, with a statement that tells of it."""

    statement: Statement
    rank: Decimal | None = None
    """The place that it was, where it is one."""
    years: set[int] = field(default_factory=set)


class Yearly:
    """Judges the years of one document that say when something was so."""

    def __init__(self, base: FactBase, evidence: Evidence, explainer: Explainer, linker: Linker) -> None:
        """Collect what the base knows of by years."""
        self._evidence = evidence
        self._explain = explainer
        self._linker = linker
        self._joining = frozenset((*evidence.rules.coordinators, ",", *evidence.rules.prepositions))
        self._implied = Implied(base, evidence.language)
        self._series = _all_series(base, evidence)

    def find(self, scene: Scene, judged: Sequence[Judged]) -> Iterator[Finding]:
        """Yield the findings of a sentence whose values were judged already."""
        for run in self._lists(scene, judged):
            finding = self._wrong_one(scene, run)
            if finding is not None:
                yield finding
        for mention, judgement in judged:
            if judgement.verdict is Verdict.UNVERIFIED and _has_shape(mention):
                finding = self._misdated(scene, mention)
                if finding is not None:
                    yield finding

    # Lists of years -------------------------------------------------------------------------------------------------

    def _lists(self, scene: Scene, judged: Sequence[Judged]) -> Iterator[list[ValueMention]]:
        """Yield the runs of two years and more that stand together and that nothing has judged."""
        run: list[ValueMention] = []
        for mention, judgement in judged:
            if mention.value.type != "date" or mention.side is not None:
                continue
            if judgement.verdict is not Verdict.UNVERIFIED or _year(mention) is None:
                continue
            between = scene.sentence.tokens[run[-1].last + 1 : mention.first] if run else ()
            apart = not between or len(between) > _BETWEEN or any(t.norm not in self._joining for t in between)
            if apart or opens_clause(self._evidence, scene, mention):
                if len(run) > 1:
                    yield run
                run = []
            run.append(mention)
        if len(run) > 1:
            yield run

    def _wrong_one(self, scene: Scene, run: Sequence[ValueMention]) -> Finding | None:
        """Return the finding about the one year of a list that is not of the base's own."""
        written = {year for mention in run if (year := _year(mention)) is not None}
        in_view = [s for s in self._series if self._is_about(scene, run, s.statement)]
        told = [s for s in in_view if self._is_told(scene, run, s)]
        if len(written) < len(run) or not (told or len(run) >= _TELLING):
            return None
        found: dict[tuple[int, int], Statement] = {}
        for series in told or in_view:
            whole = self._until_now(series, len(written))
            if written <= whole:
                return None
            wrong, missing = written - whole, whole - written
            if len(wrong) == len(missing) == 1 and len(written) > 1:
                found.setdefault((wrong.pop(), missing.pop()), series.statement)
        if len(found) != 1:
            return None
        (wrong_year, right_year), statement = next(iter(found.items()))
        mention = next(m for m in run if _year(m) == wrong_year)
        return self._explain.finding(
            Verdict.CONTRADICTED,
            scene,
            statement,
            mention.start,
            mention.end,
            key="listed_year",
            expected=str(right_year),
            expected_value={"type": "date", "date": str(right_year)},
            claimed_value={"type": "date", "date": str(wrong_year)},
            repairs=(Repair(mention.start, mention.end, str(right_year)),),
            confidence=_CONFIDENCE,
        )

    def _until_now(self, series: _Series, size: int) -> set[int]:
        """Return the years of a series; without that of the text itself, where a list leaves it out."""
        now = self._evidence.date
        if now is None or len(series.years) == size:
            return series.years
        return {year for year in series.years if year < now.first.year}

    def _is_about(self, scene: Scene, run: Sequence[ValueMention], statement: Statement) -> bool:
        whole = (0, len(scene.sentence.tokens) - 1)
        subject = self._evidence.subjects.answer(statement, scene, run[0].first, run[-1].last, whole)
        return subject.score >= WEIGHTS.alarm_subject and not subject.rival

    def _is_told(self, scene: Scene, run: Sequence[ValueMention], series: _Series) -> bool:
        """Whether a word of a sentence says what happened in the years of a series: its rank, or its cue."""
        prop = series.statement.property
        if series.rank is None:
            return any(cue.weight >= _CUE for cue in scene.cues.get(prop.id, ()))
        said = [v for v in scene.values if v.value.type == "ordinal" and v.value.role == "rank"]
        said += [mention for name, mention in self._implied.find(scene) if name == prop.id]
        nearest = min(said, key=lambda v: (v.first > run[0].first, abs(v.first - run[0].first)), default=None)
        return nearest is not None and nearest.value.number == series.rank

    # The year of a figure -------------------------------------------------------------------------------------------

    def _misdated(self, scene: Scene, mention: ValueMention) -> Finding | None:
        """Return the finding about the year of a figure that is right for another one only."""
        readings = self._linker.readings(scene, mention)
        right = [r for r in readings if r.agreement is Agreement.INSIDE and r.subject >= WEIGHTS.support_subject]
        cue = WEIGHTS.alarm_cue if _digits(mention) <= _SHAPED else WEIGHTS.traced_dim_cue
        if len(right) != 1 or not _only_year(right[0], cue):
            return None
        reading = right[0]
        year, date = self._evidence.times.year_of(reading.statement), _conflicting(reading, scene)
        when = read_period(date.value.date) if date is not None else None
        now = self._evidence.date
        if year is None or date is None or when is None or when.precision != "year" or when.is_interval:
            return None
        if now is None or when.first > now.last or not isinstance(reading.statement.value, Amount):
            return None
        if self._evidence.times.clause_date(scene, mention) != when or self._of_old(scene, date):
            return None
        statement = reading.statement
        value = show_fact(self._explain.base, statement.value, self._explain.ui, statement.property.type)
        shown = str(year.first.year)
        return self._explain.finding(
            Verdict.CONTRADICTED,
            scene,
            statement,
            date.start,
            date.end,
            key="other_year",
            expected=shown,
            expected_value={"type": "date", "date": shown},
            claimed_value={"type": "date", "date": str(when.first.year)},
            parts=reading.parts,
            repairs=(Repair(date.start, date.end, shown),),
            confidence=_CONFIDENCE,
            value=value,
        )

    def _of_old(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date is that of an old figure right before it: "31 wins, up from 27 last year"."""
        beside = (v for v in scene.values if v is not date and 0 < date.first - v.last <= _BESIDE)
        return any(self._linker.compared(scene, v) for v in beside)


def _all_series(base: FactBase, evidence: Evidence) -> list[_Series]:
    """Return everything that the base has of more than one year: by its rows, or by the same value in each year."""
    found: dict[tuple[str, ...], _Series] = {}
    for statement in base.statements:
        year = evidence.times.year_of(statement)
        if statement.derived and statement.table is None:
            key = (statement.subject, statement.property.id, *_others(statement.where))
            series = found.setdefault(key, _Series(statement))
            series.years.update(y for row in statement.rows if (y := _row_year(row)) is not None)
        elif year is not None and statement.property.type == "ordinal":
            key = (statement.subject, statement.property.id, str(statement.value), *_others(statement.where))
            rank = statement.value.number if isinstance(statement.value, Amount) else None
            found.setdefault(key, _Series(statement, rank)).years.add(year.first.year)
    return [series for series in found.values() if len(series.years) > 1]


def _others(where: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{kind}={value}" for kind, value in sorted(where.items()) if kind not in YEAR_KINDS)


def _row_year(row: Mapping[str, str]) -> int | None:
    """Return the year of a table's row."""
    for kind in (*sorted(YEAR_KINDS), "date"):
        when = read_period(row.get(kind))
        if when is not None:
            return when.first.year
    return None


def _year(mention: ValueMention) -> int | None:
    """Return the year that a date is, if it says nothing more."""
    date = mention.value.date or ""
    return int(date) if len(date) == 4 and date.isdecimal() and date in mention.value.text else None


def _has_shape(mention: ValueMention) -> bool:
    """Whether a figure has digits enough to be one and no other: 118,000 or EUR 3.2 million, not 20 or 100."""
    value = mention.value
    if value.type not in _SIZED or value.number is None or value.hedge != "exact" or value.role != "amount":
        return False
    return _digits(mention) >= _SHAPED + (value.type == "count")


def _digits(mention: ValueMention) -> int:
    """Return how many digits a figure has, without the zeros at its ends."""
    number = mention.value.number
    return len(number.normalize().as_tuple().digits) if number is not None else 0


def _only_year(reading: Reading, cue: float) -> bool:
    """Whether nothing but the year speaks against a figure, and enough for it."""
    return (
        [kind for kind, *_ in reading.conflicts] == ["year"]
        and reading.conflicts[0][1] in ("own", "sentence")
        and reading.subject >= WEIGHTS.alarm_subject
        and reading.cue >= cue
        and not set(reading.vetoes) - {UNNAMED}
    )


def _conflicting(reading: Reading, scene: Scene) -> ValueMention | None:
    start = reading.conflicts[0][2]
    return next((v for v in scene.values if v.start == start and v.value.type == "date"), None)
