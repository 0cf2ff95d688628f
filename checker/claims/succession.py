"""When somebody took somebody's place: "who succeeded Jansen in 2022", "zij volgde Jansen drie jaar geleden op".

The base knows it by two statements of one thing: the same role or relation, held by one until the other began.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.comparing import as_coarse, read_period
from checker.evidence.sides import own_side
from checker.factbase.model import Reference
from checker.languages import grammar
from checker.period import parse
from checker.report import Part, Repair, Verdict
from checker.wording import show_period, value_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.period import Period
    from checker.report import Finding

_GAP = 400
"""Within how many days of the end of one the other must begin."""
_CONFIDENCE = 0.8


class Successions:
    """Judges the dates of the successions that one document tells."""

    def __init__(self, base: FactBase, explainer: Explainer, language: str) -> None:
        """Index who followed whom."""
        self._explain = explainer
        rules = grammar(language)
        self._words = frozenset(rules.successions)
        self._relatives = frozenset(rules.relatives)
        self._until = frozenset(rules.until)
        self._bounding = frozenset((*rules.since, *rules.until))
        self._negations = frozenset((*rules.negations, *rules.modals))
        self._followed = followed(base)

    def run(self, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for the date of each succession that a sentence tells."""
        tokens = scene.sentence.tokens
        if not self._followed or not any(t.norm in self._words for t in tokens):
            return
        pair = self._pair(scene)
        # "Jansen, whose contract runs until 2029, succeeds Berg": until then, and not since then.
        dates = [v for v in scene.values if v.value.type == "date" and not self._is_end(scene, v)]
        if pair is None or not dates:
            return
        statement, old = pair
        if any(t.norm in self._negations for t in own_side(scene, old.first, old.last)):
            return
        date = min(dates, key=lambda v: (abs(v.first - old.first), v.first))
        when = read_period(date.value.date)
        if any(t.norm in self._relatives for t in tokens[old.last + 1 : date.first]):
            return  # "..., who came in 2021"
        between = tokens[old.last + 1 : date.first]
        if any(t.text == "," for t in between) and between[-1].norm in self._bounding:
            return  # "takes over from Jansen, 63, chief executive since 2013"
        if when is None or statement.valid is None or abs(date.first - old.last) > len(tokens) // 2 + 4:
            return
        start = parse(statement.valid.edtf.split("/")[0].strip())
        right = when.overlaps(start)
        yield self._finding(scene, statement, date, old, right=right)

    def _is_end(self, scene: Scene, date: ValueMention) -> bool:
        return date.first > 0 and scene.sentence.tokens[date.first - 1].norm in self._until

    def _pair(self, scene: Scene) -> tuple[Statement, EntityMention] | None:
        found: dict[str, tuple[Statement, EntityMention]] = {}
        for old in scene.entities:
            if old.how not in ("name", "part"):
                continue
            for new in scene.entities:
                for one in new.ids:
                    for other in old.ids:
                        statement = self._followed.get((one, other))
                        if statement is not None:
                            found.setdefault(statement.id, (statement, old))
        return next(iter(found.values())) if found else None

    def _finding(
        self, scene: Scene, statement: Statement, date: ValueMention, old: EntityMention, *, right: bool
    ) -> Finding:
        assert statement.valid is not None
        start = parse(statement.valid.edtf.split("/")[0].strip())
        own = show_period(as_coarse(start, date.value), self._explain.language)
        digits = any(character.isdigit() for character in date.value.text)
        return self._explain.finding(
            Verdict.SUPPORTED if right else Verdict.CONTRADICTED,
            scene,
            statement,
            date.start,
            date.end,
            key="supported" if right else "bound",
            expected=show_period(start, self._explain.ui),
            expected_value={"type": "date", "date": start.edtf},
            claimed_value=value_json(date.value),
            parts=(Part("subject", old.text, old.start, old.end),),
            repairs=(Repair(date.start, date.end, own),) if digits and not right else (),
            confidence=_CONFIDENCE,
        )


def followed(base: FactBase) -> dict[tuple[str, str], Statement]:
    """Return who took whose place, the new one first, with the statement that says since when."""
    found: dict[tuple[str, str], Statement] = {}
    by_post: dict[tuple[str, ...], list[tuple[Period, str, Statement]]] = {}
    for statement in base.statements:
        post = _post(base, statement)
        if post is not None and statement.valid is not None:
            by_post.setdefault(post[0], []).append((statement.valid, post[1], statement))
    for held in by_post.values():
        held.sort(key=lambda item: item[0].first)
        for (first, old, _), (then, new, statement) in pairwise(held):
            if old != new and abs((then.first - first.last).days) <= _GAP:
                found[new, old] = statement
    return found


def _post(base: FactBase, statement: Statement) -> tuple[tuple[str, ...], str] | None:
    """Return what is held (a relation of something, or a role in it), and by whom."""
    if isinstance(statement.value, Reference):
        holder = base.entities.get(statement.value.id)
        if holder is not None and holder.human:
            return (statement.subject, statement.property.id), holder.id
    subject = base.entities.get(statement.subject)
    if statement.property.type == "term" and subject is not None and subject.human and statement.where:
        label = getattr(statement.value, "label", None)
        if label is not None:
            return (statement.property.id, label("en"), *sorted(statement.where.values())), statement.subject
    return None
