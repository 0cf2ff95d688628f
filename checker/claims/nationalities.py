"""A wrong nationality in a phrase that is right of somebody otherwise: "the 65-year-old Czech pianist", who is a Pole.

Who is meant is told by the right claims beside it: those of its phrase, or of the sentence that it is the subject of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.demonyms import is_plural
from checker.factbase.model import Reference
from checker.relations.describing import Describing
from checker.relations.named import Named
from checker.report import Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_CONFIDENCE = 0.8
_BACK = 2
"""How many sentences back somebody must have been named to be "the Dane"."""


class Nationalities:
    """Finds them in one document whose right claims are known."""

    def __init__(self, evidence: Evidence, explainer: Explainer, findings: Sequence[Finding]) -> None:
        """Keep the right claims about people."""
        self._evidence = evidence
        self._describing = Describing(evidence)
        self._named = Named(evidence.base, explainer)
        self._findings = findings
        right = (f for f in findings if f.verdict is Verdict.SUPPORTED and f.subject)
        self._right = [f for f in right if evidence.type_of(f.subject or "") == "person"]

    def run(self) -> Iterator[Finding]:
        """Yield a finding for each wrong nationality."""
        taken = [(f.start, f.end) for f in self._findings]
        for scene in self._evidence.scenes:
            for mention in scene.entities:
                if mention.how not in ("adjective", "inhabitant"):
                    continue
                if any(start < mention.end and mention.start < end for start, end in taken):
                    continue
                told = self._beside(scene, mention) or self._as_subject(scene, mention)
                statement = self._wrong_for(told, mention) if told is not None else None
                if told is not None and statement is not None:
                    part = Part("subject", told.text, told.start, told.end)
                    yield self._named.wrong(statement, scene, mention, (part,), _CONFIDENCE)

    def _beside(self, scene: Scene, mention: EntityMention) -> Finding | None:
        """Return a right claim of the same phrase: an age beside a Dane, or what the Danish one is."""
        tokens = scene.sentence.tokens
        before = tokens[mention.first - 1] if mention.first else None
        after = tokens[mention.last + 1 :][:2]
        for finding in self._right:
            if mention.how == "inhabitant" and before is not None and finding.end == before.end:
                return finding
            if mention.how == "adjective" and after and finding.start == after[0].start:
                return finding
            of_age = len(after) > 1 and after[0].norm in self._evidence.rules.partitives
            if mention.how == "inhabitant" and of_age and finding.start == after[1].start:
                return finding
        return None

    def _as_subject(self, scene: Scene, mention: EntityMention) -> Finding | None:
        """Return a right claim of a sentence that "the Dane" opens, where all of them are about one person."""
        tokens = scene.sentence.tokens
        definite = mention.first == 1 and tokens[0].norm in self._evidence.rules.definite
        if mention.how != "inhabitant" or not definite or is_plural(mention.text, self._evidence.language):
            return None
        inside = [f for f in self._findings if tokens[0].start <= f.start and f.end <= tokens[-1].end]
        told = [f for f in inside if f in self._right]
        if not told or len({f.subject for f in inside}) > 1:
            return None
        near = self._evidence.scenes[max(0, scene.index - _BACK) : scene.index]
        named = [m for other in near for m in other.entities if m.explicit or m.how == "unknown"]
        if any(m.how == "unknown" and " " in m.text for m in named):
            return None
        return told[0] if any(told[0].subject in m.ids for m in named) else None

    def _wrong_for(self, told: Finding, mention: EntityMention) -> Statement | None:
        """Return the nationality that the base has of whom a claim is about, None where it may be the one written."""
        own = [
            statement
            for statement in self._evidence.base.by_subject.get(told.subject or "", ())
            if "adjective" in statement.property.signs and isinstance(statement.value, Reference)
        ]
        if not own or any(self._describing.agrees(statement, mention) for statement in own):
            return None
        return own[0]
