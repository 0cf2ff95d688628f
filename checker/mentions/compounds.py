"""What a compound with "the" means at the head of a sentence: "Het driesterrenhotel", "De elektrobus".

It says what kind of thing it is and something new of it; so it is the one thing of that kind that the sentences before
in its paragraph have named, unless the text sets kinds of it apart ("stadsfiets", "bakfiets"). People and organisations
are not found so: "de jeugdploeg" is another one than the team.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene

_REACH = 3
"""How many sentences back the thing may be named."""
_PREFIX = 3
"""How many letters stand at least before the noun that a compound ends in."""
_ENOUGH = 3
"""How many letters that noun has at least."""
_LATEST = 2
"""Where in its sentence the compound stands at most: behind its article, with a word between them."""
_OTHERS = frozenset(
    {"person", "organisation", "company", "team", "event", "competition", "agreement", "project", "place", "class"}
)
"""Types whose compounds mostly mean a part, or another one."""


class Compounds:
    """Finds what the compounds of one language mean."""

    def __init__(self, base: FactBase, language: str, kinds: Mapping[str, Sequence[str]]) -> None:
        """`kinds` holds the types that each noun names."""
        self._base = base
        self._kinds = kinds
        rules = grammar(language)
        self._compounds = rules.compounds
        self._articles = frozenset(rules.articles) & frozenset(rules.definite)
        self._other = (*rules.others, *rules.kin)
        self._prepositions = frozenset(rules.prepositions)
        self._narrowing = frozenset((*rules.partitives, *rules.relatives))

    def meant(self, scenes: Sequence[Scene], scene: Scene, mention: EntityMention) -> str | None:
        """Return the entity that a noun without one means."""
        tokens = scene.sentence.tokens
        if not self._compounds or mention.ids or mention.how != "noun" or mention.first > _LATEST:
            return None
        following = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        if not mention.first or tokens[0].norm not in self._articles or following in self._narrowing:
            return None
        if any(t.norm in self._other for t in tokens[1 : mention.first]):
            return None
        word = tokens[mention.last].norm
        noun = self._noun(word)
        kinds = frozenset(self._kinds.get(noun, ())) - _OTHERS
        if not kinds or word.startswith(self._other) or self._set_apart(scenes, word, noun):
            return None
        return self._named_last(scenes, scene, kinds)

    def _noun(self, word: str) -> str:
        """Return the noun that a compound ends in."""
        cuts = range(_PREFIX, len(word) - _ENOUGH + 1)
        return next((word[cut:] for cut in cuts if word[cut:] in self._kinds), "")

    @staticmethod
    def _set_apart(scenes: Sequence[Scene], word: str, noun: str) -> bool:
        """Whether the text has another compound of the same noun."""
        norms = {t.norm for scene in scenes for t in scene.sentence.tokens}
        return any(len(norm) > len(noun) and norm.endswith(noun) and norm != word for norm in norms)

    def _named_last(self, scenes: Sequence[Scene], scene: Scene, kinds: frozenset[str]) -> str | None:
        for index in range(scene.index - 1, max(-1, scene.index - 1 - _REACH), -1):
            before = scenes[index]
            if before.sentence.block != scene.sentence.block:
                return None
            tokens = before.sentence.tokens
            unknown = [m.first for m in before.entities if m.how == "unknown" and m.first]
            if any(tokens[first - 1].norm not in self._prepositions for first in unknown):
                return None  # it may be something that nobody knows
            things = [m for m in before.entities if m.ids and kinds & {self._type(e) for e in m.ids}]
            free = [m for m in things if not m.first or tokens[m.first - 1].norm not in self._prepositions]
            named = {m.ids[0] for m in free or things}
            if named:
                return next(iter(named)) if len(named) == 1 else None
        return None

    def _type(self, entity: str) -> str:
        known = self._base.entities.get(entity)
        return known.type if known is not None else "place"
