"""How much something grew: "revenue rose by 6.8 per cent to EUR 73.6 million", "the share improved by 2.5 points".

Where the word for a property stands before a verb of change, the size of the change is judged by the newest figure of
the base and the one before it. Nothing is said where the clause has words of which the base knows nothing: "organic
revenue rose by 4 per cent", "rose by 12 per cent in Germany".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.comparing import POINT, Agreement
from checker.evidence.siblings import UNNAMED
from checker.factbase.model import Amount
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.claims.increases import Increases
    from checker.factbase.model import FactBase, Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import CueMention, Scene, ValueMention
    from checker.period import Period
    from checker.values.model import ValueType

    Judged = tuple[ValueMention, Judgement]

_CUE = 0.7
"""From which weight on a cue is the property's own word, or its whole label."""
_BETWEEN = 9
"""How many words may stand between the word of a property and the size of its change."""
_CONFIDENCE = 0.75
_HEDGE = 3
"""How many words may hedge the figure that a change led to ("to just under 74 million")."""
_AS: Mapping[str, ValueType] = {"count": "count", "money": "money", "quantity": "quantity", "percent": "percent"}
_TYPES = frozenset(_AS)
_ALLOWED = frozenset(
    {"a change", "a part of something, or a change", "a difference", "a figure to compare with", "what was", UNNAMED}
)
"""What speaks against a figure itself, and not against how much it changed."""


class Growth:
    """Judges the changes of one document."""

    def __init__(self, base: FactBase, linker: Linker, increases: Increases) -> None:
        """Share what knows the difference of two statements, and what says that something changed."""
        self._base = base
        self._linker = linker
        self._increases = increases
        self._changing = linker.changing
        rules = linker.rules
        self._to = frozenset(end for _, end in rules.routes)
        self._than = frozenset((*rules.comparisons, *rules.likening))
        self._growths = frozenset(rules.growths)
        self._joints = frozenset(rules.coordinators)

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of changes that two statements of the base explain."""
        found = list(judged)
        for position, (mention, judgement) in enumerate(found):
            if judgement.verdict is Verdict.UNVERIFIED and self._changing.is_change(scene, mention):
                better = self._change(scene, mention, found)
                if better is not None:
                    found[position] = mention, better
        return found

    def _change(self, scene: Scene, mention: ValueMention, judged: Sequence[Judged]) -> Judgement | None:
        compared, when = self._compared_with(scene, mention)
        if not compared:
            return None
        pairs = [
            pair
            for new in self._news(scene, mention, judged)
            for pair in [self._increases.against(mention, new, when)]
            if pair is not None
        ]
        right = next((pair for pair in pairs if pair[0].agreement is Agreement.INSIDE), None)
        if right is not None:
            return Judgement(Verdict.SUPPORTED, right[0], (right[1],), reason="difference", confidence=_CONFIDENCE)
        if len({new.statement.property.id for new, _ in pairs}) != 1 or pairs[0][0].agreement is not Agreement.APART:
            return None
        new, old = self._in_points(mention, *pairs[0], when)
        return Judgement(Verdict.CONTRADICTED, new, (old,), reason="difference", confidence=_CONFIDENCE)

    def _in_points(
        self, mention: ValueMention, new: Reading, old: Reading, when: Period | None
    ) -> tuple[Reading, Reading]:
        """Return the change of a share in points, which is how it is mostly said."""
        if mention.value.type != "percent" or new.statement.property.type != "percent":
            return new, old
        points = replace(mention, value=replace(mention.value, unit=POINT))
        return self._increases.against(points, new, when) or (new, old)

    def _news(self, scene: Scene, mention: ValueMention, judged: Sequence[Judged]) -> Iterator[Reading]:
        """Yield the figures that something rose or fell to: the one that the clause gives, else the newest known."""
        given = self._given(scene, mention)
        if given is not None:
            reading = next((j.reading for v, j in judged if v is given and j.verdict is Verdict.SUPPORTED), None)
            if reading is not None and self._cue(scene, mention, reading.statement.property.id) is not None:
                yield reading
            return
        if not self._ends(scene, mention):
            return
        led = self._led(scene, mention)
        if led is not None:
            reading = next((j.reading for v, j in judged if v is led and j.verdict is Verdict.SUPPORTED), None)
            if reading is not None and self._since_last(scene, mention, reading):
                yield reading
            return
        found: list[Reading] = []
        for prop, statements in self._base.by_property.items():
            if self._cue(scene, mention, prop) is not None:
                found += [r for s in statements for r in [self._as_given(s, scene, mention)] if r is not None]
        subjects = {(r.statement.subject, r.statement.property.id) for r in found}
        if len(subjects) == 1:
            yield from sorted(found, key=lambda r: (r.qualifier, r.statement.id), reverse=True)

    def _given(self, scene: Scene, mention: ValueMention) -> ValueMention | None:
        """Return the figure behind a change that it led to ("by 6.8 per cent last year to EUR 73.6 million")."""
        after = next((v for v in scene.values if v.first > mention.last and v.value.type != "date"), None)
        tokens = scene.sentence.tokens
        if after is None or after.value.role not in ("amount", "difference"):
            return None
        between = tokens[mention.last + 1 : after.first]
        ends = [t.index for t in between if t.norm in self._to]
        if not ends or len(between) - ends[-1] + mention.last > _HEDGE:
            return None
        between = between[: ends[-1] - mention.last]
        return after if self._changing.is_plain(scene, [t for t in between if t.text != ","]) else None

    def _since_last(self, scene: Scene, mention: ValueMention, new: Reading) -> bool:
        """Whether no other time than the year before stands behind a change ("up 97 per cent in ten years")."""
        year = self._linker.year_of(new.statement)
        behind = [v for v in scene.values if mention.last < v.first <= mention.last + _BETWEEN]
        dates = [when for v, when in self._linker.years(scene) if v in behind]
        timed = sum(v.value.type in ("date", "duration") for v in behind)
        return timed == len(dates) and all(
            year is not None and when.precision == "year" and when.first.year == year.first.year - 1 for when in dates
        )

    def _led(self, scene: Scene, mention: ValueMention) -> ValueMention | None:
        """Return the figure before a comma that a change led to ("revenue of EUR 236 million in 2024, up 11 per cent").

        Of a figure of its own kind, a change may be said in words of which the base knows nothing; it is left alone.
        """
        tokens = scene.sentence.tokens
        clause = self._changing.clause(scene, mention)
        opening = clause[0].index if clause else mention.first
        if opening == 0 or tokens[opening - 1].text not in (",", "("):
            return None
        if not self._changing.is_plain(scene, [t for t in clause if t.norm not in self._growths]):
            return None
        before = [v for v in scene.values if v.last < opening and v.value.type not in ("date", "duration")]
        last = before[-1] if before else None
        if last is None or last.value.type not in ("money", "count") or last.value.role != "amount":
            return None
        skipped = last.noun if last.noun is not None else last.last
        between = tokens[skipped + 1 : opening - 1]
        return last if self._changing.is_plain(scene, between) else None

    def _ends(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether nothing but dates and small words follows a change in its clause."""
        tokens = scene.sentence.tokens
        stop = next((t.index for t in tokens[mention.last + 1 :] if t.text in ",;:.!()"), len(tokens))
        joint = next((t.index for t in tokens[mention.last + 1 : stop] if t.norm in self._joints), stop)
        rest = [t for t in tokens[mention.last + 1 : joint] if t.norm not in self._than]
        return self._changing.is_plain(scene, rest)

    def _cue(self, scene: Scene, mention: ValueMention, prop: str) -> CueMention | None:
        """Return the word of a property that stands before a change, with nothing strange between."""
        spec = self._base.properties[prop]
        if spec.type not in _TYPES or (mention.value.type not in ("percent", spec.type)):
            return None
        clause = self._changing.clause(scene, mention)
        for cue in scene.cues.get(prop, ()):
            near = cue.last < mention.first and mention.first - cue.last <= _BETWEEN
            if cue.weight < _CUE or not near or not clause or cue.first < clause[0].index:
                continue
            around = [t for t in clause if not cue.first <= t.index <= cue.last]
            if self._changing.is_plain(scene, around, known=True):
                return cue
        return None

    def _as_given(self, statement: Statement, scene: Scene, mention: ValueMention) -> Reading | None:
        """Return the reading of a figure that the text leaves out, as if it stood there, where nothing forbids it."""
        fact = statement.value
        if not isinstance(fact, Amount) or fact.number is None:
            return None
        value = replace(
            mention.value,
            type=_AS[statement.property.type],
            role="amount",
            hedge="exact",
            number=fact.number,
            low=fact.number,
            high=fact.number,
            unit=fact.unit,
            currency=fact.currency,
        )
        reading = self._linker.read_as(statement, scene, replace(mention, value=value))
        if reading is None or reading.conflicts or reading.when not in ("always", "now", "unknown"):
            return None
        if reading.subject < WEIGHTS.alarm_subject or set(reading.vetoes) - _ALLOWED:
            return None
        return reading

    def _compared_with(self, scene: Scene, mention: ValueMention) -> tuple[bool, Period | None]:
        """Return whether a change compares years, and with which one that is named (None: the one before)."""
        tokens = scene.sentence.tokens
        clause = self._changing.clause(scene, mention)
        first = clause[0].index if clause else mention.first
        for date, when in self._linker.years(scene):
            if not first <= date.first <= mention.last + _BETWEEN:
                continue
            if when.precision != "year":
                return False, None
            before = [t.norm for t in tokens[max(mention.last + 1, date.first - 3) : date.first]]
            if self._than & set(before):
                return True, when
        return True, None
