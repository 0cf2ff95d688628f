"""How the qualifiers of a statement (year, event, class, organisation ...) fit what stands around a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.evidence.times import YEAR_KINDS, Binding, Times
from checker.evidence.worded import WordedQualifiers
from checker.report import Part

if TYPE_CHECKING:
    from checker.contests.occasions import Occasions
    from checker.evidence.setting import Setting
    from checker.evidence.worded import Worded
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.period import Period


@dataclass(frozen=True, slots=True)
class Qualified:
    """How the qualifiers of a statement fit: `score`, and the kinds that say something else, with their mentions."""

    score: float
    conflicts: tuple[tuple[str, Binding, int, int], ...] = ()
    """(kind, where it was found, start, end in the document's text)."""
    parts: tuple[Part, ...] = ()
    unstated: bool = False
    """Whether the statement is of a year that neither the text nor its date names."""
    finer: bool = False
    """Whether the text speaks of a part of the statement's year ("in August 2025")."""
    year: Binding = "none"
    """Where the statement's year was found."""
    unnamed: frozenset[str] = frozenset()
    """The kinds, other than the year, of which neither the sentence nor what it stands under says anything."""
    worded: bool = False
    """Whether the sentence says a qualifier in words or by a number ("the second season", "round B")."""


def _shorter(when: Period) -> bool:
    at_its_end = (when.last.month, when.last.day) == (12, 31)
    return (when.last - when.first).days < _MOST_OF_A_YEAR and not at_its_end


_MOST_OF_A_YEAR = 300


class Qualifiers:
    """Answers for one document."""

    def __init__(self, setting: Setting, times: Times, occasions: Occasions) -> None:
        """Share the document, its dates, and the contests that it tells of."""
        self._setting = setting
        self._times = times
        self._occasions = occasions
        self._words = WordedQualifiers(setting)

    def fit(self, statement: Statement, scene: Scene, mention: ValueMention | None) -> Qualified:
        """Return how the qualifiers of a statement fit a value, or a whole sentence."""
        segment = self._times.segment(scene, mention) if mention else (0, len(scene.sentence.tokens) - 1)
        total, wanted = 0.0, 0
        conflicts: list[tuple[str, Binding, int, int]] = []
        parts: list[Part] = []
        unnamed: set[str] = set()
        year = self._times.year_of(statement)
        unstated = finer = worded = False
        bound: Binding = "none"
        if year is not None:
            wanted += 1
            binding, dates = self._times.bound_years(scene, segment, mention)
            if binding == "own" and mention is not None:
                dates = self._times.nearest(scene, mention, dates)
            strength = {"own": 1.0, "sentence": 0.8, "before": 0.5, "heading": 0.5}.get(binding, 0.0)
            if dates:
                hit = next((m for m, when in dates if when.overlaps(year)), None)
                if hit is not None:
                    total += strength
                    bound = binding
                    finer = binding in ("own", "sentence") and any(m is hit and _shorter(when) for m, when in dates)
                    parts.append(Part("qualifier", hit.value.text, hit.start, hit.end))
                elif binding in ("own", "sentence"):
                    conflicts.append(("year", binding, dates[0][0].start, dates[0][0].end))
                elif binding in ("before", "heading"):
                    total -= 0.5
            elif self._setting.date is None:
                unstated = not any(
                    when.overlaps(year) for other in self._setting.scenes for _, when in self._times.years(other)
                )
            elif not year.overlaps(self._setting.date):
                unstated = not any(when.overlaps(year) for _, when in self._times.years(scene))
            else:
                total += 0.2
            if not dates and self._times.presents(scene, year):
                bound = "document"
        contest = self._occasions.of_statement(statement)
        partial = mention is not None and self._occasions.partial(statement, mention.value)
        if contest is not None and (partial or not self._occasions.fits(contest, statement, scene, segment)):
            conflicts.append(("contest", "document", scene.sentence.start, scene.sentence.start))
        for kind, value in statement.where.items():
            if contest is not None or (kind in YEAR_KINDS and year is not None):
                continue
            wanted += 1
            if value in self._setting.base.entities:
                status, binding, found = self._entity_qualifier(value, scene, segment)
                if status == "match" and found is not None:
                    total += {"own": 1.0, "sentence": 0.8, "before": 0.4, "heading": 0.4}.get(binding, 0.3)
                    parts.append(Part("qualifier", found.text, found.start, found.end))
                elif status == "conflict" and found is not None:
                    if binding in ("own", "sentence"):
                        conflicts.append((kind, binding, found.start, found.end))
                    else:
                        total -= 0.3
                elif not self._setting.related(value) & self._setting.topic:
                    unnamed.add(kind)
            else:
                told, where, word = self._worded(kind, value, scene, segment, mention)
                if told == "match" and word is not None:
                    worded = worded or where in ("own", "sentence")
                    total += {"own": 1.0, "sentence": 1.0, "before": 0.4, "heading": 0.4}.get(where, 0.3)
                    parts.append(Part("qualifier", word.text, word.start, word.end))
                elif told == "conflict" and word is not None and where in ("own", "sentence"):
                    conflicts.append((kind, where, word.start, word.end))
                elif told != "several":
                    total -= 0.3 if told == "conflict" else 0.0
                    unnamed.add(kind)
        return Qualified(
            total / wanted if wanted else 0.0,
            tuple(conflicts),
            tuple(parts),
            unstated,
            finer,
            bound,
            frozenset(unnamed),
            worded,
        )

    def numbers(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a number says which of its kind something is ("season 2"), and nothing of it."""
        told = (w for kind in self._words.kinds for w in self._words.said(kind, scene))
        return any(w.first < mention.first <= mention.last == w.last for w in told)

    def _worded(
        self, kind: str, value: str, scene: Scene, segment: tuple[int, int], mention: ValueMention | None
    ) -> tuple[str, Binding, Worded | None]:
        """Return whether the nearest words of a kind of qualifier say a value, and where they stand."""
        told = self._words.said(kind, scene)
        steps: list[tuple[Binding, list[Worded]]] = [("own", [w for w in told if segment[0] <= w.first <= segment[1]])]
        steps.append(("sentence", told))
        if scene.index > 0:
            steps.append(("before", self._words.said(kind, self._setting.scenes[scene.index - 1])))
        steps.extend(("heading", self._words.said(kind, self._setting.scenes[i])) for i in reversed(scene.headings))
        for binding, found in steps:
            here = binding in ("own", "sentence")
            others = [w for w in found if not (here and mention and w.first <= mention.first <= w.last)]
            if not others:
                continue
            if len({w.value for w in others}) == 1:
                return ("match" if others[0].value == value else "conflict"), binding, others[0]
            if mention is None or not here:
                return "several", binding, None
            near = min(others, key=lambda w: scene.sentence.cost(w.first, mention.first))
            return ("match" if near.value == value else "several"), binding, near
        return "none", "none", None

    def _entity_qualifier(
        self, value: str, scene: Scene, segment: tuple[int, int]
    ) -> tuple[str, Binding, EntityMention | None]:
        family = self._setting.related(value)
        kind = self._setting.type_of(value)
        steps: list[tuple[Binding, list[EntityMention]]] = []
        of_kind = [
            m for m in scene.entities if m.how != "unknown" and any(self._setting.type_of(i) == kind for i in m.ids)
        ]
        own = [m for m in of_kind if segment[0] <= m.first <= segment[1]]
        steps.append(("own", own))
        steps.append(("sentence", [m for m in of_kind if m not in own]))
        if scene.index > 0:
            before = self._setting.scenes[scene.index - 1].entities
            steps.append(("before", [m for m in before if any(self._setting.type_of(i) == kind for i in m.ids)]))
        for index in reversed(scene.headings):
            above = self._setting.scenes[index].entities
            steps.append(("heading", [m for m in above if any(self._setting.type_of(i) == kind for i in m.ids)]))
        for binding, mentions in steps:
            if not mentions:
                continue
            hit = next((m for m in mentions if family & set(m.ids)), None)
            return ("match", binding, hit) if hit else ("conflict", binding, mentions[0])
        return "none", "none", None
