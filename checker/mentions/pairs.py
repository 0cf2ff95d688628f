"""Which of two is “the former” and which “the latter”: two that were named together just before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.mentions import EntityMention, Scene

_TELLING = 12
"""From which length on such a word needs no article ("laatstgenoemde")."""


class Pairs:
    """Finds which of two is meant, in one language."""

    def __init__(self, language: str) -> None:
        """Collect the words."""
        rules = grammar(language)
        self._first, self._last = frozenset(rules.formers), frozenset(rules.latters)
        self._definite = frozenset(rules.definite)
        self._joining = frozenset((*rules.coordinators, *rules.articles, *rules.definite))

    def meant(self, scenes: Sequence[Scene], scene: Scene, index: int) -> EntityMention | None:
        """Return the mention that a word at a token stands for; it may be a name that the base does not know."""
        tokens = scene.sentence.tokens
        word = tokens[index].norm
        if word not in self._first | self._last:
            return None
        if len(word) < _TELLING and (not index or tokens[index - 1].norm not in self._definite):
            return None
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        goes_on = index + 2 < len(tokens) and tokens[index + 2].text[0].isalnum()
        if following[:1].isupper() or (following[:1].isdigit() and goes_on):
            return None  # "the former France player"
        names = [m for m in scene.entities if m.last < index]
        found = self._pair(scene, names)
        if found is None and not names and scene.index:
            before = scenes[scene.index - 1]
            found = self._pair(before, before.entities)
        return None if found is None else found[0] if word in self._first else found[1]

    def _pair(self, scene: Scene, mentions: Sequence[EntityMention]) -> tuple[EntityMention, EntityMention] | None:
        """Return the last two names that nothing but "and" and articles stands between, a number of a name apart."""
        named = [m for m in mentions if m.how in ("name", "part", "unknown")]
        for one, other in zip(reversed(named[:-1]), reversed(named), strict=False):
            between = [t for t in scene.sentence.tokens[one.last + 1 : other.first] if not t.text.isdigit()]
            if between and all(t.norm in self._joining for t in between):
                return one, other
        return None
