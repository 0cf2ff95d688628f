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
_PHRASE = 3
"""How many words belong to a phrase with a nationality, at most, behind it or before it."""
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
        """Return a right claim of the same phrase: "The 65-year-old Czech (pianist) ...", "Berg, a Pole of 65"."""
        tokens = scene.sentence.tokens
        after = tokens[mention.last + 1 :][:2]
        if mention.how == "adjective":
            beside = [f for f in self._right if after and f.start == after[0].start]
        else:
            beside = [f for f in self._right if mention.first and f.end == tokens[mention.first - 1].end]
            if len(after) > 1 and after[0].norm in self._evidence.rules.partitives:
                apposed = [f for f in self._right if f.start == after[1].start]
                return next((f for f in apposed if self._is_apposed(scene, mention, f)), None)
        opens = tokens[0].norm in self._evidence.rules.definite and self._only_described(scene, mention)
        return beside[0] if beside and opens else None

    def _only_described(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether nothing but an article and an age stands before a word, and no name right behind its phrase."""
        aged = {i for v in scene.values if v.value.type == "age" for i in range(v.first, v.last + 1)}
        named = range(mention.last + 1, mention.last + 1 + _PHRASE)
        return all(i in aged for i in range(1, mention.first)) and not any(
            m.first in named and m.how in ("name", "part", "unknown") for m in scene.entities
        )

    def _is_apposed(self, scene: Scene, mention: EntityMention, told: Finding) -> bool:
        """Whether "a Pole of 65" stands behind a comma, and whom the claim is about is the last one named before."""
        tokens = scene.sentence.tokens
        if mention.first < _PHRASE or tokens[mention.first - 2].text != ",":
            return False
        before = [m for m in scene.entities if m.last < mention.first - 1 and (m.explicit or m.how == "unknown")]
        if not before or told.subject not in before[-1].ids:
            return False
        return not any(token.capital for token in tokens[before[-1].last + 1 : mention.first])

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
        people = [m for m in named if m.how == "unknown" or any(self._is_person(i) for i in m.ids)]
        if any(set(mention.ids) & set(m.ids) for m in named) or any(told[0].subject not in m.ids for m in people):
            return None  # who is called so before, or somebody else, is whom it means
        return told[0] if people else None

    def _is_person(self, entity: str) -> bool:
        return self._evidence.type_of(entity) == "person"

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
