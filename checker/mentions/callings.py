"""What a text itself calls those whom it names: "restaurant Alpha", "the Beta, an electric van", "Gamma is a band".

Later "the van" is the Beta, though no table lists vans. Only nouns that the text gives to one entity and to no name
that the base does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import grammar
from checker.lemmas import finite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene

_REACH = 7
"""How many words an apposition may have up to its noun ("a small, family-owned maker of bread")."""
_LONG_ENOUGH = 4
"""How long the end of a compound must be to stand for the whole ("bestelwagen": "de wagen")."""
_AFTER = frozenset(",:(–—")
"""What may stand between a name and an apposition."""


class Callings:
    """The nouns that one document gives to the entities that it names."""

    def __init__(self, base: FactBase, language: str, scenes: Sequence[Scene]) -> None:
        """Read the nouns beside the names of every sentence."""
        self._base = base
        self._language = language
        rules = grammar(language)
        self._compounds = rules.compounds
        self._articles = frozenset((*rules.articles, *rules.definite))
        self._others = frozenset(rules.others)
        self._being = frozenset(rules.auxiliaries)
        closed = (*rules.prepositions, *rules.coordinators, *rules.clause_openers, *rules.auxiliaries, *rules.modals)
        more = (*rules.verbs, *rules.articles, *rules.definite, *rules.negations, *rules.relatives, *rules.stop_words)
        self._closed = frozenset((*closed, *more, *rules.spans, *rules.times, *rules.past, *rules.likening))
        self._bounds = frozenset((*rules.prepositions, *rules.partitives, *rules.relatives, *rules.clause_openers))
        self._called: dict[str, set[str]] = {}
        """The entities by the noun; an empty name stands for somebody whom the base does not know."""
        for scene in scenes:
            for noun, entity in self._read(scene):
                self._called.setdefault(noun, set()).add(entity)

    def entity(self, noun: str) -> str | None:
        """Return the one entity that the text calls by a noun, or by a compound that ends in it."""
        called = self._called.get(noun)
        if called is None and self._compounds and len(noun) >= _LONG_ENOUGH:
            ends = [entities for word, entities in self._called.items() if word.endswith(noun)]
            called = set().union(*ends)
        return next(iter(called)) or None if called is not None and len(called) == 1 else None

    def _read(self, scene: Scene) -> Iterator[tuple[str, str]]:
        tokens = scene.sentence.tokens
        begins = {m.first for m in scene.entities}
        inside = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        for mention in scene.entities:
            if mention.how not in ("name", "unknown") or len(mention.ids) > 1:
                continue
            entity = mention.ids[0] if mention.ids else ""
            known = self._base.entities.get(entity)
            if entity and (known is None or known.country):
                continue
            noun = self._before(tokens, mention, inside)
            if noun is not None:
                yield noun, entity
            noun = self._behind(tokens, mention, inside, begins)
            if noun is not None:
                yield noun, entity

    def _before(self, tokens: Sequence[Token], mention: EntityMention, inside: set[int]) -> str | None:
        """Return the noun right before a name: "restaurant Alpha"."""
        index = mention.first - 1
        if index < 0 or index in inside or not self._noun(tokens[index], opens=index == 0):
            return None
        if not self._compounds:
            start = index
            while start > 0 and tokens[start - 1].text.isalpha() and tokens[start - 1].norm not in self._closed:
                start -= 1
            if start > 0 and tokens[start - 1].norm in self._articles:
                return None  # "At the plant Alpha builds"
        return tokens[index].norm

    def _behind(
        self, tokens: Sequence[Token], mention: EntityMention, inside: set[int], begins: set[int]
    ) -> str | None:
        """Return the noun of what is said of a name: ", an electric van that", "is a band", ": bestelwagen die"."""
        index = mention.last + 1
        while index < len(tokens) and tokens[index].text.isdigit():
            index += 1  # "the Okker 8, a yacht"
        if index + 1 >= len(tokens):
            return None
        link = tokens[index]
        if not (link.text in _AFTER or link.norm in self._being):
            return None
        index += 1
        article = tokens[index].norm in self._articles or tokens[index].norm in self._others
        if not article and link.text != ":":
            return None
        index += article
        noun: Token | None = None
        for token in tokens[index : index + _REACH]:
            if (
                token.index in begins
                or token.norm in self._bounds
                or not (token.text[0].isalnum() or token.text == "-")
            ):
                break
            if finite(token.norm, self._language) and noun is not None:
                break
            noun = token
        else:
            return None
        if noun is None or noun.index in inside or not self._noun(noun, opens=False):
            return None
        return noun.norm

    def _noun(self, token: Token, *, opens: bool) -> bool:
        """Whether a word can be a noun of no closed class; at the head of a sentence it has a capital."""
        small = token.text.islower() or (opens and token.text[1:].islower())
        if not (token.text.isalpha() and small) or token.norm in self._closed:
            return False
        return len(token.text) >= _LONG_ENOUGH - 1 and not finite(token.norm, self._language)
