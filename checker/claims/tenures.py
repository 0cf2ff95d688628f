"""Since when, until when and for how long something is held: "directeur sinds 2019", "has led it for seven years".

The time for which a statement holds is evidence itself. What is held, `holdings` reads from the clause; here the dates
and lengths of time beside it are judged: right where any statement that can be meant agrees.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from checker.claims.holdings import Holdings
from checker.comparing import Agreement, as_coarse, read_period
from checker.evidence.elapsed import agrees, as_amount, countable, elapsed
from checker.factbase.model import Moment
from checker.languages import grammar
from checker.linking.lasting import is_nearly
from checker.mentions.ranges import range_ends
from checker.period import parse
from checker.report import Repair, Verdict
from checker.wording import rewrite, show_fact, show_period, value_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention
    from checker.period import Period
    from checker.report import Finding

Side = Literal["since", "until"]

_CONFIDENCE = 0.8
_LIFE = frozenset({"born", "died"})
"""Dates of a person that begin no tenure."""


class Tenures:
    """Judges the times of what is held in one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer) -> None:
        """Share what the other stages know of the document."""
        self._evidence = evidence
        self._explain = explainer
        self._holdings = Holdings(evidence)
        rules = grammar(evidence.language)
        self._since = frozenset(rules.since)
        self._until = frozenset(rules.until) - frozenset(self._holdings.words.vague)
        self._small = frozenset((*rules.articles, *rules.definite, *rules.coordinators, *self._holdings.words.ends))
        self._prepositions = evidence.prepositions

    def run(self, scene: Scene, taken: Collection[int]) -> Iterator[Finding]:
        """Yield a finding for each date or length of time of a scene that bounds what is held in its clause.

        `taken` holds where the values begin that are judged already.
        """
        for mention in scene.values:
            if mention.start in taken or scene.heads:
                continue
            if mention.value.type == "date":
                yield from self._date(scene, mention)
            elif mention.value.type == "duration" and countable(mention.value.unit):
                finding = self._length(scene, mention)
                if finding is not None:
                    yield finding

    # Dates ------------------------------------------------------------------------------------------------------

    def _date(self, scene: Scene, mention: ValueMention) -> Iterator[Finding]:
        ends = range_ends(mention, scene.sentence)
        side = self._side(scene, mention)
        held = self._holdings.of(scene, mention, "bound" if ends or side else "beginning")
        if held and ends:
            for end in ends:
                yield from self._edge(scene, end, "since" if end.side == "start" else "until", held)
        elif held:
            yield from self._edge(scene, mention, side or "since", held)
        elif not side and (within := self._within(scene, mention)):
            yield self._finding(scene, mention, within, within.valid, Verdict.SUPPORTED)

    def _within(self, scene: Scene, mention: ValueMention) -> Statement | None:
        """Return a statement of the clause whose time a date lies in ("in 2023 he was mayor")."""
        when = read_period(mention.value.date)
        held = self._holdings.of(scene, mention, "within") if when else ()
        return next((s for s in held if when and s.valid and s.valid.covers(when)), None)

    def _edge(self, scene: Scene, mention: ValueMention, side: Side, held: Sequence[Statement]) -> Iterator[Finding]:
        """Yield a finding for a date that is one end of the time of what is held."""
        when = read_period(mention.value.date)
        now = self._evidence.date
        if side == "until" and when is not None and now is not None and when.last < now.first:
            held = [s for s in held if _edge(s, side) is not None]  # what goes on still has not ended
        edges = [edge for statement in held if (edge := _edge(statement, side)) is not None]
        if when is None or not edges or len(edges) < len(held):
            return
        right = next((s for s, edge in zip(held, edges, strict=True) if edge.overlaps(when)), None)
        if right is not None:
            yield self._finding(scene, mention, right, _edge(right, side), Verdict.SUPPORTED)
        elif not self._otherwise(held, when) and not self._goes_on(scene, mention):
            wrong = _latest(held)
            yield self._finding(scene, mention, wrong, _edge(wrong, side), Verdict.CONTRADICTED)

    def _side(self, scene: Scene, mention: ValueMention) -> Side | None:
        """Return which end a date bounds, by the words right before it or at its head."""
        first = mention.value.text.split()[0].casefold()
        before = [t.norm for t in scene.sentence.tokens[max(0, mention.first - 4) : mention.first]]
        for word in (first, *reversed(before)):
            if word in self._until:
                return "until"
            if word in self._since:
                return "since"
            if word != first and word not in self._small and word not in self._prepositions:
                return None
        return None

    def _otherwise(self, held: Sequence[Statement], when: Period) -> bool:
        """Whether another date of whom it is about, or another thing that they held, explains a date."""
        return any(start.overlaps(when) or end.overlaps(when) for start, end in self._spells(held))

    def _spells(self, held: Sequence[Statement]) -> Iterator[tuple[Period, Period]]:
        """Yield the other times that a person's or thing's facts tell, as their first and last date."""
        base = self._evidence.base
        own = {s.id for s in held}
        for holder in {h for s in held if (h := self._holdings.holder(s)) is not None}:
            for statement in base.statements:
                if statement.id in own or (statement.subject != holder and self._holdings.holder(statement) != holder):
                    continue
                if isinstance(statement.value, Moment) and statement.property.id not in _LIFE:
                    yield statement.value.period, statement.value.period
                elif statement.valid is not None:
                    edges = [e.strip() for e in statement.valid.edtf.split("/")]
                    if edges[0].strip("."):
                        yield parse(edges[0]), parse(edges[-1]) if edges[-1].strip(".") else parse(edges[0])

    def _goes_on(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a date is followed by what it is about ("since 2018 with the club")."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        return after < len(tokens) and tokens[after].norm in self._holdings.words.goes_on

    def _finding(
        self, scene: Scene, mention: ValueMention, statement: Statement, expected: Period | None, verdict: Verdict
    ) -> Finding:
        assert expected is not None
        own = _prefix(mention.value.text) + show_period(as_coarse(expected, mention.value), self._explain.language)
        right = verdict is Verdict.SUPPORTED
        return self._explain.finding(
            verdict,
            scene,
            statement,
            mention.start,
            mention.end,
            key="supported" if right else "bound",
            expected=show_period(expected, self._explain.ui),
            expected_value={"type": "date", "date": expected.edtf},
            claimed_value=value_json(mention.value),
            repairs=() if right else (Repair(mention.start, mention.end, own),),
            confidence=_CONFIDENCE,
        )

    # Lengths of time --------------------------------------------------------------------------------------------

    def _length(self, scene: Scene, mention: ValueMention) -> Finding | None:
        now = self._evidence.times.clause_date(scene, mention) or self._evidence.date
        if now is None or not self._measures(scene, mention):
            return None
        held = self._holdings.of(scene, mention, "length")
        times = [(s, spells) for s in held if (spells := list(self._lengths(s, now)))]
        if not times or len(times) < len(held):
            return None
        nearly = is_nearly(scene, mention, self._holdings.words)
        results = {agrees(mention.value, *spell, nearly=nearly) for _, spells in times for spell in spells}
        if Agreement.INSIDE in results:
            right = next(
                (s, spell)
                for s, spells in times
                for spell in spells
                if agrees(mention.value, *spell, nearly=nearly) is Agreement.INSIDE
            )
            return self._long(scene, mention, *right, Verdict.SUPPORTED)
        if results != {Agreement.APART}:
            return None
        if any(
            agrees(mention.value, start, end, nearly=nearly) is not Agreement.APART
            for first, last in self._spells(held)
            for start, end in ((first, now), (first, last))
        ):
            return None
        every = [(statement, spell) for statement, spells in times for spell in spells]
        wrong, spell = min(every, key=lambda item: _distance(mention, item[1]))
        return self._long(scene, mention, wrong, spell, Verdict.CONTRADICTED)

    def _measures(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a length of time says how long something holds, not how long ago, or how much longer."""
        words = self._holdings.words
        tokens = scene.sentence.tokens
        before = [t.norm for t in tokens[max(0, mention.first - 4) : mention.first]]
        after = [t.norm for t in tokens[mention.last + 1 : mention.last + 3]]
        if set(words.again) & {*before[-3:], *after} or "-" in mention.value.text:
            return False
        return not words.marked or any(word in words.marked for word in before)

    @staticmethod
    def _lengths(statement: Statement, now: Period) -> Iterator[tuple[Period, Period]]:
        """Yield from when to when something holds: so far first, then in all where its end is known."""
        assert statement.valid is not None
        first, last = (edge.strip() for edge in (statement.valid.edtf + "/").split("/")[:2])
        if not first.strip("."):
            return
        start = parse(first)
        if statement.valid.overlaps(now):
            yield start, now
        if last.strip("."):
            yield start, parse(last)

    def _long(
        self, scene: Scene, mention: ValueMention, statement: Statement, spell: tuple[Period, Period], verdict: Verdict
    ) -> Finding:
        expected = as_amount(*spell, mention.value.unit or "year")
        shown = show_fact(self._explain.base, expected, self._explain.ui, "duration")
        new = None
        if verdict is not Verdict.SUPPORTED and expected.low is not None and expected.low == expected.high:
            new = rewrite(mention.value, expected.low, self._explain.language)
        return self._explain.finding(
            verdict,
            scene,
            statement,
            mention.start,
            mention.end,
            key="supported" if verdict is Verdict.SUPPORTED else "bound",
            expected=shown,
            expected_value={"type": "duration", "unit": expected.unit, "number": str(expected.low)},
            claimed_value=value_json(mention.value),
            repairs=(Repair(mention.start, mention.end, new),) if new else (),
            confidence=_CONFIDENCE,
        )


def _edge(statement: Statement, side: Side) -> Period | None:
    """Return the first or last date of a statement's time, None where that end is open."""
    assert statement.valid is not None
    edge = statement.valid.edtf.split("/")[0 if side == "since" else -1].strip()
    return parse(edge) if edge.strip(".") else None


def _distance(mention: ValueMention, spell: tuple[Period, Period]) -> Decimal:
    """Return how far a written length is from a stretch of time: the nearest one is what the text speaks of."""
    low, high = elapsed(spell[0], spell[1], mention.value.unit or "year")
    return abs((mention.value.number or Decimal(0)) - (low + high) / 2)


def _latest(held: Sequence[Statement]) -> Statement:
    return max(held, key=lambda s: (s.valid.first if s.valid else date.min, s.id))


def _prefix(text: str) -> str:
    """Return the words before the date proper that a suggestion keeps ("the end of 2026")."""
    digit = next((i for i, character in enumerate(text) if character.isdigit()), 0)
    return text[:digit] if text[:digit].lower().startswith(("the end of", "eind", "einde")) else ""
