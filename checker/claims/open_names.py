"""Names that no rule settles, and that most likely stand where another one should, or are right: the second opinion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.factbase.model import Reference
from checker.likelihood.around import RightClaims
from checker.likelihood.names import NamesSeen
from checker.likelihood.trees import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.likelihood.features import Features
    from checker.mentions import EntityMention, Scene
    from checker.relations.relations import Relations
    from checker.report import Finding, Part
    from checker.spans import Spans

AboutName = Literal["wrong name", "right name"]

_POINTING = frozenset({"pronoun", "noun", "epithet"})
_WORTH = 0.3
"""How much subject and cue must say together for a statement to be weighed."""
_RANKED = 6
"""How many statements are weighed for a name."""


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A name, and a statement in whose value's place it may stand, or whose value it is, with all that is seen."""

    scene: Scene
    mention: EntityMention
    statement: Statement
    parts: tuple[Part, ...]
    features: Features


class OpenNames:
    """Weighs the names of one document that no rule settles; the right claims are known."""

    def __init__(self, evidence: Evidence, relations: Relations, findings: Sequence[Finding]) -> None:
        """Index the right claims."""
        self._evidence = evidence
        self._relations = relations
        self._right = RightClaims(findings)
        self._seen = NamesSeen(evidence)

    def likely(self, scenes: Sequence[Scene], taken: Spans) -> Iterator[Finding]:
        """Yield the findings about names that most likely should be others, and about those that are right."""
        for scene in scenes:
            for mention in scene.entities:
                if mention.how in _POINTING or taken.touches(mention.start, mention.end):
                    continue
                found = self._judge("wrong name", scene, mention) or self._judge("right name", scene, mention)
                if found is not None:
                    yield found

    def _judge(self, about: AboutName, scene: Scene, mention: EntityMention) -> Finding | None:
        model = fitted(about)
        find = self.slips(scene, mention) if about == "wrong name" else self.facts(scene, mention)
        weighed = ((model.probability(candidate.features), candidate) for candidate in find)
        best = max(weighed, key=lambda pair: (pair[0], pair[1].statement.id), default=None)
        if best is None or best[0] < model.threshold:
            return None
        return self.finding(about, best[1], round(best[0], 2))

    def finding(self, about: AboutName, candidate: NameCandidate, confidence: float) -> Finding:
        """Return a candidate as a finding."""
        named = self._relations.named
        say = named.wrong if about == "wrong name" else named.right
        return say(candidate.statement, candidate.scene, candidate.mention, candidate.parts, confidence)

    def slips(self, scene: Scene, mention: EntityMention) -> Iterator[NameCandidate]:
        """Yield the statements in whose value's place a name may stand that is another one."""
        family = self._relations.family(mention) | set(mention.ids)
        right = {s.subject for s in self._relations.right_by(mention)}
        others = (
            statement
            for statement in self._relations.valued
            if isinstance(statement.value, Reference)
            and statement.value.id not in family
            and statement.subject not in mention.ids
            and statement.subject not in right  # "on the D7 platform": what it is, and not what it comes from
            and self._relations.same_kind(mention, statement)
            and not any(self._relations.part_of_name(mention, one) for one in (statement.value.id, statement.subject))
        )
        yield from self._candidates(others, scene, mention)

    def facts(self, scene: Scene, mention: EntityMention) -> Iterator[NameCandidate]:
        """Yield the statements whose value a name is, whether or not the text says whose."""
        yield from self._candidates(self._relations.right_by(mention), scene, mention)

    def _candidates(
        self, statements: Iterable[Statement], scene: Scene, mention: EntityMention
    ) -> Iterator[NameCandidate]:
        whole = (0, len(scene.sentence.tokens) - 1)
        seen: list[tuple[float, Statement, Answer, tuple[float, Part | None]]] = []
        for statement in statements:
            if not self._seen.is_meant(statement.subject) or not self._relations.holds(statement):
                continue
            if _describes_another(scene, mention, statement.subject):
                continue
            if self._relations.of_another(statement, scene, mention):
                continue
            answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, whole)
            signal = self._relations.cue(scene, statement.property.id, mention.first, mention.last)
            if answer.score + signal[0] >= _WORTH:
                seen.append((answer.score + signal[0], statement, answer, signal))
        seen.sort(key=lambda one: (-one[0], one[1].id))
        around = self._right.around(scene, mention.start, mention.end)
        for rank, (total, statement, answer, (cue, part)) in enumerate(seen[:_RANKED]):
            qualified = self._evidence.qualifiers.fit(statement, scene, None)
            parts = (*answer.parts, *((part,) if part else ()), *qualified.parts)
            own = self._seen.describe(
                statement, (scene, mention), answer=answer, cue=(cue, part), qualified=qualified, around=around
            )
            rest = {
                "rank": rank,
                "candidates": len(seen),
                "lead": total - max((other for place, (other, *_) in enumerate(seen) if place != rank), default=0.0),
                "forbidden": self._relations.forbids(scene, mention, parts),
            }
            yield NameCandidate(scene, mention, statement, parts, own | rest)


def _describes_another(scene: Scene, mention: EntityMention, subject: str) -> bool:
    """Whether somebody else stands right behind an adjective of a country: "the Czech Karel Dijkgraaf"."""
    behind = scene.sentence.tokens[mention.last + 1 : mention.last + 2]
    if mention.how != "adjective" or not behind or not behind[0].capital:
        return False
    return not any(other.first == behind[0].index and subject in other.ids for other in scene.entities)
