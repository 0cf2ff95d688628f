"""A surname of the base behind a given name that is not the one of who bears it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene

_SHORT = 3
"""How many letters a given name has at least."""


def given_names(base: FactBase, entity: str) -> list[str]:
    """Return the first words of a person's names."""
    known = base.entities.get(entity)
    return [name.split()[0] for name in known.all_names() if " " in name] if known is not None else []


def other_given_name(base: FactBase, scene: Scene, mention: EntityMention) -> Token | None:
    """Return the word before a surname that is another given name than the base's, or None."""
    entity = base.entities.get(mention.ids[0]) if len(mention.ids) == 1 else None
    if mention.how != "part" or entity is None or entity.type != "person" or mention.first == 0:
        return None
    given = scene.sentence.tokens[mention.first - 1]
    known = given_names(base, entity.id)
    plain = given.capital and given.text.isalpha() and given.end + 1 == mention.start
    if not plain or len(given.text) < _SHORT or _else_named(scene, mention, given.index) or not known:
        return None
    if fold(given.text) in {fold(name) for name in known} or fold(mention.text) == fold(known[0]):
        return None
    return given


def _else_named(scene: Scene, mention: EntityMention, index: int) -> bool:
    """Whether the word before a surname belongs to a name of its own, of somebody or something known or longer."""
    before = scene.sentence.tokens[index - 1] if index else None
    if before is not None and before.capital and before.text.isalpha() and index > 1:
        return True
    return any(m.first <= index <= m.last and (m.ids or m.first != m.last) for m in scene.entities if m is not mention)
