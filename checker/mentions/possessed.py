"""What somebody calls "his team" or "haar bedrijf" is the one that belongs to this person, not the last one named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.factbase.model import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene


def give_to_owners(scenes: Sequence[Scene], base: FactBase) -> None:
    """Let each type noun behind somebody's possessive mean what that person has of this type, where it is one thing."""
    if not any(mention.how == "noun" for scene in scenes for mention in scene.entities):
        return
    tied: dict[str, set[str]] = {}
    for statement in base.statements:
        if isinstance(statement.value, Reference):
            tied.setdefault(statement.subject, set()).add(statement.value.id)
            tied.setdefault(statement.value.id, set()).add(statement.subject)
    for scene in scenes:
        scene.entities = [_owned(mention, scene, base, tied) for mention in scene.entities]


def _owned(mention: EntityMention, scene: Scene, base: FactBase, tied: dict[str, set[str]]) -> EntityMention:
    if mention.how != "noun" or not mention.ids:
        return mention
    owner = next((m for m in scene.entities if m.how == "pronoun" and m.last == mention.first - 1 and m.ids), None)
    person = base.entities.get(owner.ids[0]) if owner is not None else None
    if person is None or not person.human:
        return mention
    kind = base.entities[mention.ids[0]].type
    own = [e for e in tied.get(person.id, ()) if e in base.entities and base.entities[e].type == kind]
    return replace(mention, ids=(own[0],)) if len(own) == 1 else mention
