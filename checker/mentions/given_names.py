"""A surname of the base behind a given name that is not the one of who bears it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.languages import grammar

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


def other_given_name(base: FactBase, scene: Scene, mention: EntityMention, language: str) -> Token | None:
    """Return the word before a surname that is another given name than the base's, or None."""
    entity = base.entities.get(mention.ids[0]) if len(mention.ids) == 1 else None
    if mention.how != "part" or entity is None or entity.type != "person" or mention.first == 0:
        return None
    given = scene.sentence.tokens[mention.first - 1]
    known = given_names(base, entity.id)
    plain = given.capital and given.text.isalpha() and given.end + 1 == mention.start
    if not plain or len(given.text) < _SHORT or _else_named(scene, mention, given.index, language) or not known:
        return None
    if fold(given.text) in {fold(name) for name in known} or fold(mention.text) == fold(known[0]):
        return None
    return given


def _else_named(scene: Scene, mention: EntityMention, index: int, language: str) -> bool:
    """Whether the word before a surname belongs to a name of its own, of somebody or something known or longer."""
    before = scene.sentence.tokens[index - 1] if index else None
    titled = before is not None and before.norm in grammar(language).honorifics
    if before is not None and before.capital and before.text.isalpha() and index > 1 and not titled:
        return True
    least = index - 1 if titled else index  # "Dr Anna"
    others = [m for m in scene.entities if m is not mention and m.first <= index <= m.last]
    return any(m.ids or m.first < least or m.last > index for m in others)
