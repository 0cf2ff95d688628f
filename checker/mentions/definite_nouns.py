"""Whom a noun with "the" means: "the company", "the tower" of the North Tower, "het bedrijf", "de toren"."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.analysis import fold, stem
from checker.factbase.model import Members, Reference
from checker.languages import grammar
from checker.mentions.kinds import names_of_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase
    from checker.mentions.salience import Salience

_LATEST = 1
"""How many mentions more weigh as much as having been named last."""
_LONG_ENOUGH = 4
_BODIES = frozenset({"organisation", "company", "team"})


class DefiniteNouns:
    """Finds the entities that the nouns of one language can mean; `kinds` holds the types that each noun names."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect the nouns for the types of a base, and the words of its names."""
        self._base = base
        rules = grammar(language)
        self.kinds = {
            fold(noun): tuple(kind for kind, nouns in rules.type_nouns.items() if noun in nouns)
            for nouns_ in rules.type_nouns.values()
            for noun in nouns_
        }
        for kind in sorted({entity.type for entity in base.entities.values()} - rules.type_nouns.keys()):
            for noun in sorted(names_of_kind(kind) or {kind}):
                self.kinds[noun] = (*self.kinds.get(noun, ()), kind)
        self._compounds = rules.compounds
        self._prepositions = frozenset(rules.prepositions)
        self._names = {
            entity.id: {stem(word, language) for name in entity.all_names() for word in _telling(name)}
            for entity in base.entities.values()
            if not entity.country
        }
        self._heads: dict[str, list[str]] = {}
        self._lasts: dict[str, list[str]] = {}
        for entity in base.entities.values():
            if entity.country or entity.human:
                continue
            for name in entity.all_names():
                words = [word for word in name.split() if not word.isdigit()] or [name]
                last = self._last(words)
                if len(words) == 1:
                    self._lasts.setdefault(entity.id, []).append(last)
                else:
                    heads = [last, _head(name)] if self._head_first(name) else [last]
                    self._lasts.setdefault(entity.id, []).extend(heads)
                    for head in heads:
                        if entity.id not in self._heads.setdefault(head, []):
                            self._heads[head].append(entity.id)

    def _last(self, words: Sequence[str]) -> str:
        """Return the noun that a name ends in, before what it is of: "House" of "House of the Year"."""
        folded = [fold(word) for word in words]
        return next((folded[i] for i in range(len(words) - 1) if folded[i + 1] in self._prepositions), folded[-1])

    def _head_first(self, name: str) -> bool:
        """Whether the first word of a name says what it is: "Stichting Havenkant", "Faculty of Law"."""
        return self._compounds or fold(name.split()[1]) in self._prepositions

    def entities(
        self, token: Token, following: Token | None, salience: Salience, *, compound: bool, pointing: bool = False
    ) -> tuple[str, ...]:
        """Return whom "het bedrijf" or "the tower" means; a plural means nobody in particular.

        `pointing` says that it is "that company": the last one spoken of.
        """
        kinds = self.kinds.get(token.norm)
        word = token.stem
        if self._compounds and following is not None and following.norm == "'s" and following.start == token.end:
            return ()  # a plural ("auto's")
        if not kinds:
            return self._head_of_name(token, salience, compound=compound)
        named = [e for e in self._named(word) if self._base.entities[e].type in kinds]
        if len(named) == 1:
            return (named[0],)
        spoken = [e for e in salience.recent if e in named]
        if spoken:
            # Of several "Tower"s the latest, unless the text is about another one of them.
            latest = spoken[-1]
            return (max(spoken, key=lambda e: salience.count.get(e, 0) + (_LATEST if e == latest else 0)),)
        spoken = [e for e in salience.recent if e in self._base.entities and self._base.entities[e].type in kinds]
        if spoken and pointing:
            return (spoken[-1],)
        if spoken:
            # "The club" is the one that the text is about: the most spoken of, of equals the latest.
            # One that the base has facts of goes before one that it only names.
            return (max(spoken, key=lambda e: (e in self._base.by_subject, salience.count.get(e, 0), spoken.index(e))),)
        alone = [entity.id for entity in self._base.entities.values() if entity.type in kinds and not entity.country]
        if len(alone) == 1:
            return (alone[0],)
        # Several, none spoken of by name: the one whose own statements name most of what the text is about.
        weight = {e: sum(salience.count.get(t, 0) for t in self._tied(e)) for e in alone}
        best = sorted(weight, key=lambda e: (-weight[e], e))[:2]
        return (best[0],) if best and weight[best[0]] > (weight[best[1]] if len(best) > 1 else 0) else ()

    def _named(self, word: str) -> list[str]:
        """Return the entities with a name that holds the word, or a compound that ends in it ("Kustuniversiteit")."""
        return [
            entity
            for entity, words in self._names.items()
            if word in words or (self._compounds and len(word) > 4 and any(w.endswith(word) for w in words))
        ]

    def _head_of_name(self, token: Token, salience: Salience, *, compound: bool) -> tuple[str, ...]:
        """Return the entity spoken of whose name ends in the word ("North Tower", "Noordtoren": "the tower").

        The last word of a `compound` ("the weigh house") is not just the kind.
        """
        word = token.norm
        kinds = frozenset() if compound else names_of_kind(word)
        if token.capital or not (kinds or len(word) >= _LONG_ENOUGH):
            return ()
        named = self._heads.get(word, [])
        for entity in reversed(salience.recent):
            if entity in named:
                return (entity,)
            lasts = self._lasts.get(entity, ())
            if any(last == kind or last.endswith(kind) for kind in kinds for last in lasts):
                return (entity,)
            if self._compounds and any(last != word and last.endswith(word) for last in lasts):
                return (entity,)
        return (named[0],) if len(named) == 1 and not self._rivalled(named[0], word, salience) else ()

    def _rivalled(self, entity: str, word: str, salience: Salience) -> bool:
        """Whether a body that nobody spoke of, and that only an alias calls so, has a rival in the one spoken of."""
        spoken = {self._base.entities[e].type for e in salience.recent if e in self._base.entities}
        known = self._base.entities[entity]
        proper = any(word in map(fold, name.split()) for name in known.names.values())
        return known.type in _BODIES and bool(_BODIES & spoken) and not proper

    def _tied(self, entity: str) -> set[str]:
        found: set[str] = set()
        for statement in self._base.by_subject.get(entity, ()):
            match statement.value:
                case Reference():
                    found.add(statement.value.id)
                case Members():
                    found.update(item.id for item in statement.value.items if isinstance(item, Reference))
                case _:
                    pass
        return found


def _telling(name: str) -> list[str]:
    """Return the words of a name that may stand for it: of "drilling machine Alpha" not what the machine does."""
    words = re.findall(r"[^\W_]+", name)
    common = list(takewhile(str.islower, words))
    return words[len(common) - 1 :] if common else words


def _head(name: str) -> str:
    """Return the word that opens a name and says what it is: "drilling machine Alpha", "Stichting Acme"."""
    return fold(_telling(name)[0])
