"""Nouns that say what somebody is, and mean nobody else: "Alpha was the sharper team"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.mentions import Scene

_DESCRIBED = 2
"""How many words may say more of the noun."""
_POSSESSIVES = ("'s", "’s")


def is_predicate(scene: Scene, index: int, nouns: Collection[str], language: str) -> bool:
    """Whether one of the `nouns` for a kind of thing, at a token, only says what the name before its verb is."""
    tokens, rules = scene.sentence.tokens, grammar(language)
    if tokens[index].norm not in nouns or any(t.norm in _POSSESSIVES for t in tokens[index + 1 : index + 2]):
        return False
    articles = [i for i in range(index - 1, max(1, index - 2 - _DESCRIBED), -1) if tokens[i].norm in rules.definite]
    if not articles or tokens[articles[0] - 1].norm not in rules.copulas:
        return False
    return any(m.last == articles[0] - 2 and m.explicit for m in scene.entities)
