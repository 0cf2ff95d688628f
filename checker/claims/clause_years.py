"""Years that open a clause of their own, and are no more on the list before them: "..., and in 2024 Berg won it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.mentions import EntityMention, Scene, ValueMention

_WHO = frozenset({"person", "team", "organisation", "company"})


def opens_clause(evidence: Evidence, scene: Scene, mention: ValueMention) -> bool:
    """Whether somebody with a verb stands right behind a year: "in 2024 Berg won it", "in 2019 pakte Berg de titel"."""
    tokens = scene.sentence.tokens
    after = mention.last + 1
    if after >= len(tokens):
        return False
    inverted = evidence.is_verb(tokens[after])
    who = next((m for m in scene.entities if m.first == after + inverted and _is_somebody(evidence, m)), None)
    return who is not None and (inverted or any(evidence.is_verb(t) for t in tokens[who.last + 1 : who.last + 2]))


def _is_somebody(evidence: Evidence, mention: EntityMention) -> bool:
    return mention.how == "unknown" or any(evidence.type_of(entity) in _WHO for entity in mention.ids[:1])
