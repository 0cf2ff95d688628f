"""All figures that a sentence gives for somebody are those of somebody else: then the name is wrong, and said once.

"Jan (43) has won three titles": where both are the figures of another sailor, each of them is right and the
name is the slip. The rows of a contest have their own kind of it (`checker/contests/kinds/somebody_else.py`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.report import Repair, Verdict
from checker.weights import WEIGHTS
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.report import Finding
    from checker.verdicts import Judgement

    Judged = tuple[ValueMention, Judgement]
    Said = tuple[ValueMention, Statement]

_LEAST = 2
"""How many figures must be wrong for who is named, and right for somebody else."""
_SMALL = 12
"""Up to which number a figure is easily right by chance: one of them must tell more."""


class Misnamed:
    """Finds the names beside which somebody else's figures stand."""

    def __init__(self, evidence: Evidence, explainer: Explainer, linker: Linker) -> None:
        """Keep what the figures are compared with."""
        self._evidence = evidence
        self._explainer = explainer
        self._linker = linker

    def find(self, scene: Scene, judged: Sequence[Judged]) -> tuple[list[Finding], list[Judged]]:
        """Return the wrong names of a sentence, and the judgements that they leave."""
        wrong: dict[int, list[tuple[ValueMention, Reading]]] = defaultdict(list)
        right: set[int] = set()
        for mention, judgement in judged:
            if judgement.reading is None:
                continue
            for start in {part.start for part in judgement.reading.parts if part.role == "subject"}:
                if judgement.verdict is Verdict.CONTRADICTED:
                    wrong[start].append((mention, judgement.reading))
                else:
                    right.add(start)
        open_ = [mention for mention, judgement in judged if judgement.verdict is Verdict.UNVERIFIED]
        found: list[Finding] = []
        explained: set[int] = set()
        for name in scene.entities:
            figures = wrong.get(name.start, [])
            if not figures or name.start in right or name.how not in ("name", "part") or len(name.ids) != 1:
                continue
            whose = self._whose(scene, name, figures, open_)
            if whose is not None:
                found.append(self._finding(scene, name, *whose))
                explained |= {mention.start for mention, _ in whose[1]}
        return found, [(m, j) for m, j in judged if m.start not in explained]

    def _whose(
        self,
        scene: Scene,
        name: EntityMention,
        figures: Sequence[tuple[ValueMention, Reading]],
        open_: Sequence[ValueMention],
    ) -> tuple[str, list[Said]] | None:
        """Return the one entity that all figures beside a name are those of, and its statements; None where none is."""
        here = {entity for mention in scene.entities for entity in mention.ids}
        kind = self._evidence.type_of(name.ids[0])
        fitting: list[tuple[str, list[Said]]] = []
        for other in self._evidence.base.entities.values():
            if other.type != kind or other.id in here:
                continue
            fits = self._fit(scene, other.id, figures)
            if fits is None:
                continue
            fits += self._also(scene, other.id, open_, {statement.property.id for _, statement in fits})
            telling = any(m.value.unit or m.value.type == "date" or (m.value.number or 0) > _SMALL for m, _ in fits)
            if telling and len({statement.property.id for _, statement in fits}) >= _LEAST:
                fitting.append((other.id, fits))
        return fitting[0] if len(fitting) == 1 else None

    def _fit(self, scene: Scene, other: str, figures: Sequence[tuple[ValueMention, Reading]]) -> list[Said] | None:
        """Return the statement of another entity that each wrong figure agrees with; None where one has none."""
        found: list[Said] = []
        for mention, reading in figures:
            about = reading.statement
            alike = [s for s in self._stated(other) if s.property.id == about.property.id and s.where == about.where]
            said = [self._linker.as_statement(s, scene, mention) for s in alike]
            agreeing = [r.statement for r in said if r is not None and self._agrees(r)]
            if not agreeing:
                return None
            found.append((mention, agreeing[0]))
        return found

    def _also(self, scene: Scene, other: str, open_: Sequence[ValueMention], known: set[str]) -> list[Said]:
        """Return what else of another entity the sentence says under the right words."""
        found: list[Said] = []
        for mention in open_:
            own = [s for s in self._stated(other) if s.property.id not in known]
            said = [self._linker.read_as(s, scene, mention) for s in own]
            agreeing = [r for r in said if r is not None and self._agrees(r) and r.cue >= WEIGHTS.alarm_cue]
            if agreeing:
                best = max(agreeing, key=lambda r: r.cue).statement
                known = known | {best.property.id}
                found.append((mention, best))
        return found

    def _stated(self, entity: str) -> Sequence[Statement]:
        return self._evidence.base.by_subject.get(entity, ())

    @staticmethod
    def _agrees(reading: Reading) -> bool:
        return reading.agreement is Agreement.INSIDE and reading.when != "past" and not reading.conflicts

    def _finding(self, scene: Scene, name: EntityMention, other: str, said: Sequence[Said]) -> Finding:
        explainer, base = self._explainer, self._evidence.base
        statements = [statement for _, statement in said]
        return explainer.finding(
            Verdict.CONTRADICTED,
            scene,
            statements[0],
            name.start,
            name.end,
            key="figures_of",
            expected=show_entity(base, other, explainer.ui),
            repairs=(Repair(name.start, name.end, show_entity(base, other, explainer.language)),),
            also=tuple(statements[1:]),
            parts=tuple(explainer.part("value", m.start, m.end) for m, _ in said),
            confidence=0.9,
            value=", ".join(f"{m.value.text} ({explainer.label(s)})" for m, s in said),
        )
