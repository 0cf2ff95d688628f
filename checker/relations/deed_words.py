"""The words of the deeds that a base has properties of, and what may stand between them and the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.mentions.deeds import deeds, deeds_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.mentions import EntityMention, Scene

_DESCRIBED = 4
"""How many words may say what a name is ("by the Danish shipyard Acme")."""


class DeedWords:
    """Of one base and language: `done` are participles, `did` other verbs, `nouns` what the deed is called."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the deeds of the properties of the base."""
        self._evidence = evidence
        base = evidence.base
        table, rules = deeds(evidence.language), evidence.rules
        self.by = frozenset(table.by)
        self.also = frozenset(table.also)
        self.credits = [tuple(phrase.split()) for phrase in table.credits]
        self.deeds = {
            prop: found for prop in base.by_property if (found := deeds_of(base.properties[prop], evidence.language))
        }
        every = [deed for found in self.deeds.values() for deed in found]
        self.done = {fold(word) for deed in every for word in deed.done}
        self.participles = frozenset(fold(word) for deed in table.deeds for word in deed.done)
        self.given = {tuple(phrase.split()) for deed in every for phrase in deed.given}
        self.at = {word for deed in every for word in deed.at} | self.by
        self.did = {fold(word.split()[0]) for deed in every for word in deed.did}
        self.nouns = {fold(word) for deed in every for word in deed.deed}
        self.aux = frozenset((*rules.auxiliaries, *rules.copulas, *rules.relatives, *rules.adverbs))
        self.have = frozenset(table.having)
        self.answering = [tuple(phrase.split()) for phrase in table.answering]
        self.small = frozenset((*rules.prepositions, *rules.coordinators, *rules.clause_openers, *rules.auxiliaries))
        self.modals = frozenset(rules.modals)
        self.past = frozenset(rules.past) | frozenset(table.past)

    def verb_near(self, tokens: Sequence[Token], start: int, reach: int = 3) -> bool:
        """Whether a verb, or a word of a deed, is one of the tokens from one on."""
        verbs = self.done | self.did | self.aux
        return any(self._evidence.is_verb(t) or t.norm in verbs for t in tokens[start : start + reach])

    def passes(self, scene: Scene, token: Token) -> bool:
        """Whether a word may stand between a verb and its names: when and where, never what."""
        if token.norm in self.also:
            return False
        if any(v.first <= token.index <= v.last and v.value.type in ("date", "ordinal") for v in scene.values):
            return True
        if any(m.first <= token.index <= m.last and self.is_place(m) for m in scene.entities):
            return True
        if token.norm in self._evidence.prepositions:
            following = token.index + 1
            tokens = scene.sentence.tokens
            while following < len(tokens) and tokens[following].norm in self._evidence.articles:
                following += 1
            dated = any(v.first == following and v.value.type == "date" for v in scene.values)
            placed = any(m.first == following and self.is_place(m) for m in scene.entities)
            return dated or (placed and token.norm not in self.at)
        return token.norm in self._evidence.articles and self._passes_next(scene, token)

    def is_place(self, mention: EntityMention) -> bool:
        """Whether a mention is of places and nothing else."""
        named = mention.how in ("name", "country") and bool(mention.ids)
        return named and all(self._evidence.type_of(i) == "place" for i in mention.ids)

    def _passes_next(self, scene: Scene, token: Token) -> bool:
        following = token.index + 1
        return any(v.first == following and v.value.type == "date" for v in scene.values)

    def described_from(self, scene: Scene, first: int) -> int:
        """Return where the phrase of a name begins: its article, its nationality, what it is in a few plain words."""
        tokens = scene.sentence.tokens
        index = first
        while index > 0 and first - index < _DESCRIBED + 1:
            token = tokens[index - 1]
            if token.norm in self.at or token.norm in self.small or not token.text.isalpha():
                break
            if token.capital and not any(
                m.how in ("adjective", "inhabitant") and m.first <= token.index <= m.last for m in scene.entities
            ):
                break
            if self._evidence.is_verb(token) or token.norm in self.done or token.norm in self.nouns:
                break
            index -= 1
        return index
