"""Figures that say by how much something rose or fell, and the properties that are such a change themselves.

"Rents went up by 3.7 per cent" is a figure of the rent increase and none of the rents; "the market share grew by 15 per
cent" is no market share.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.analysis import stem, words_of
from checker.languages import grammar
from checker.lemmas import finite
from checker.synonyms import synonyms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.properties import Property
    from checker.report import Part

    Offer = Callable[[str, float, tuple[Part, ...]], None]

_TYPES = frozenset({"count", "money", "quantity", "percent"})
_PLACES = frozenset({"country", "adjective", "inhabitant"})
"""How a place of which a figure may be a part is named."""
_SHORTEST = 3
"""Letters of what changes, at least, in a compound ("huurverhoging")."""
_SAID = 0.9
"""How clearly a verb of change behind the word for what changes says the property."""
_NAMED = 0.7
"""The same of a noun of change alone, where the base has one such property only ("De verhoging van 3,7 procent")."""


class Changing:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language, and what the properties of the base are changes of."""
        language = evidence.language
        self._evidence = evidence
        self._language = language
        rules = evidence.rules
        self._rises = frozenset(stem(word, language) for word in rules.rises)
        self._moves = frozenset(rules.moves)
        self._by = frozenset(rules.by)
        self._to = frozenset(end for _, end in rules.routes)
        self._more = frozenset(rules.differences)
        self._nouns = _nouns(language)
        self._partitives = frozenset(rules.partitives)
        joining = (*rules.coordinators, *rules.prepositions, *rules.spans, *rules.years, *rules.numbers, "'s", "’s")
        small = frozenset((*rules.articles, *rules.definite, *rules.auxiliaries, *rules.verbs, *joining))
        small -= frozenset((*rules.negations, *rules.possessives, *rules.modals, *rules.plan_words))
        self._small = small | self._by | self._to | self._more
        base = evidence.base
        slots = {p: changed_words(base.properties[p], language) for p in base.by_property}
        self._changes = {p: found for p, found in slots.items() if found is not None}

    def is_change(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure says by how much something rose or fell: "grew by 12", "steeg de omzet met 4 procent"."""
        tokens, value = scene.sentence.tokens, mention.value
        behind = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        if value.type not in _TYPES or value.number_to is not None or behind in self._more:
            return False
        if value.type == "count" and value.noun is not None:
            return False
        if value.role == "difference":
            return True
        start = scene.sentence.at(value.hedge_start) if value.hedge_start is not None else mention.first
        by = start > 0 and tokens[start - 1].norm in self._by
        moves = self._moves if value.type == "percent" else frozenset()  # "liep met 4 procent op"
        return by and any(t.stem in self._rises or t.norm in moves for t in self.clause(scene, mention))

    def is_of(self, prop: str) -> bool:
        """Whether a property is a change: a growth, a rise, a saving."""
        return prop in self._changes

    def clause(self, scene: Scene, mention: ValueMention) -> Sequence[Token]:
        """Return the words before a figure, back to the last comma or other figure."""
        tokens = scene.sentence.tokens
        ends = [v.last for v in scene.values if v.last < mention.first and v.value.type != "date"]
        ends += [t.index for t in tokens[: mention.first] if t.text in ",;:()"]
        return tokens[max(ends, default=-1) + 1 : mention.first]

    def is_plain(self, scene: Scene, words: Sequence[Token], *, known: bool = False) -> bool:
        """Whether words are only dates, verbs and small words, and names of the base where these are `known`."""
        inside = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        if known:
            named = [m for m in scene.entities if m.ids and m.how not in _PLACES and not self._is_place(m)]
            inside |= {i for m in named for i in range(m.first, m.last + 1)}
        return all(
            t.index in inside or t.norm in self._small or t.stem in self._rises or finite(t.norm, self._language)
            for t in words
        )

    def _is_place(self, mention: EntityMention) -> bool:
        return any(self._evidence.type_of(entity) == "place" for entity in mention.ids)

    def offer(self, scene: Scene, mention: ValueMention, offer: Offer) -> None:
        """Offer the properties that are a change of what a clause says to have risen or fallen."""
        if not self._changes or not self.is_change(scene, mention):
            return
        clause = self.clause(scene, mention)
        for prop, slots in self._changes.items():
            found = [next((t.index for t in clause if t.stem in words), None) for words in slots]
            if found and all(index is not None for index in found):
                rest = [t for t in clause if t.index not in found and t.stem not in self._nouns]
                if self.is_plain(scene, rest, known=True):
                    offer(prop, _SAID, ())
        alone = len(clause) > 1 and clause[-1].norm in self._partitives and clause[-2].stem in self._nouns
        if alone and len(self._changes) == 1 and clause[:-2] and clause[-3].norm in grammar(self._language).definite:
            offer(next(iter(self._changes)), _NAMED, ())


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in grammar(language).growths)


def changed_words(prop: Property, language: str) -> tuple[frozenset[str], ...] | None:
    """Return, for each word of what a property is a change of, the stems that may stand for it; None for no change."""
    for own in sorted(prop.label, key=lambda code: (code != language, code)):
        words = list(words_of(prop.label[own], own))
        nouns = _nouns(own)
        for position, word in enumerate(words):
            rest = words[:position] + words[position + 1 :]
            if word in nouns:
                return tuple(_called(w, own, language) for w in rest)
            ending = next((n for n in sorted(nouns, key=len, reverse=True) if word.endswith(n)), None)
            first = word.removesuffix(ending) if ending else ""
            if grammar(own).compounds and len(first) >= _SHORTEST:
                forms = [first.removesuffix(link) if link else first for link in ("", "s", "en", "n")]
                return (
                    frozenset().union(*(_called(form, own, language) for form in forms)),
                    *(_called(w, own, language) for w in rest),
                )
    return None


def _called(word: str, own: str, language: str) -> frozenset[str]:
    """Return the stems of the words of a text's language that stand for a word of a label."""
    others = {phrase[0] for phrase in synonyms(own, language).get((word,), ()) if len(phrase) == 1}
    return frozenset(others | ({word} if own == language else set()))
