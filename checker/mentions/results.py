"""The words of a language for the places that people take, and the medals that stand for them.

"Took bronze", "pakte weer zilver", "in 2020 werd het brons", "moest met zilver naar huis": gold is the first place.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.data import Table, load_packaged
from checker.languages import grammar
from checker.mentions import ValueMention
from checker.values.model import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase
    from checker.mentions import Scene

RESULT = "result"
_CONTESTS = ("event", "competition")
"""Types of what a medal is won at."""
_REACH = 9
"""How many words may stand between a verb of winning and the metal that it wins."""


class ResultWords(Table):
    """The file `results.yaml` of a language, in lower case."""

    metals: dict[str, int]
    """The metals of medals, with the place that each stands for."""
    metal_adjectives: dict[str, int]
    """The same before "medal"."""
    medals: tuple[str, ...]
    """Nouns for a medal, singular."""
    winning: tuple[str, ...]
    """Verbs that have a medal as their object."""
    becoming: tuple[str, ...]
    """What stands right before a metal that was the outcome ("werd het brons")."""
    at: tuple[str, ...]
    """What stands between a metal and where it was won."""
    settling: tuple[tuple[str, str], ...] = ()
    """What stands right before and behind it ("met zilver naar huis")."""
    won: tuple[str, ...]
    """Verbs that tell of what is done."""
    were: tuple[str, ...]
    """Forms of "to be" for several, and in the past."""
    being: tuple[str, ...]
    """Forms of "to be" and its like before a place, apart from those of the grammar ("had been second")."""
    outcomes: dict[str, tuple[str, ...]]
    """Nouns for a game that was won, drawn or lost, singular."""
    ended: dict[str, tuple[str, ...]]
    """Verbs for the same."""
    games: tuple[str, ...]
    """Nouns for what is played."""
    this: tuple[str, ...]
    """Words for the thing in hand ("it", "dit")."""
    streaks: tuple[str, ...]
    """What stands behind a noun that is counted without a break ("in a row")."""
    against: tuple[str, ...]
    """Words between somebody and whom they play."""
    again: tuple[str, ...]
    """Words that may stand between the verb and the metal."""
    yearly: tuple[str, ...]
    """Words between the number of an edition and the name of what comes back each year ("the 38th annual")."""
    lists: tuple[str, ...]
    """Nouns by which the label of a property says that it is a place in a list."""
    overall: tuple[str, ...]
    """Words beside them that do not say which list it is."""
    meanwhile: tuple[str, ...]
    """Words for a time in which something moves up or down within one season."""
    passing: tuple[str, ...]
    """Words for a moment before the end."""
    after: tuple[str, ...]
    """What stands before the parts of a contest that are over ("after ten rounds")."""
    legs: tuple[str, ...]
    """Nouns for those parts."""
    contented: tuple[str, ...]
    """What stands right before the place that somebody came to ("had to make do with")."""


@cache
def result_words(language: str) -> ResultWords:
    """Return the words of a language."""
    return load_packaged(ResultWords, "languages", language, "results.yaml")


def in_a_row(tokens: Sequence[Token], noun: int, language: str) -> bool:
    """Whether what follows a noun says that the ones counted came without a break ("in a row", "op rij")."""
    following = [t.norm for t in tokens[noun + 1 : noun + 4]]
    phrases = (phrase.split() for phrase in result_words(language).streaks)
    return any(following[: len(phrase)] == phrase for phrase in phrases)


def is_medal(value: Value, language: str) -> bool:
    """Whether a value is a medal that stands for a place."""
    words = result_words(language)
    first = value.text.casefold().split()[0]
    return value.type == "ordinal" and value.role == "rank" and first in words.metals | words.metal_adjectives


def as_medal(value: Value, place: int, language: str) -> str | None:
    """Return a medal as the text would name that of another place, or None."""
    words = result_words(language)
    first, *rest = value.text.split()
    table = words.metal_adjectives if rest else words.metals
    other = next((metal for metal, number in table.items() if number == place), None)
    return None if other is None else " ".join((other.capitalize() if first[0].isupper() else other, *rest))


def read_medals(scenes: Sequence[Scene], base: FactBase, language: str) -> None:
    """Add to each scene the medals that are won in it, as places, where the base knows of places."""
    if not base.by_property.get(RESULT):
        return
    contests = frozenset(one.id for one in base.entities.values() if one.type in _CONTESTS)
    medals = _Medals(language, contests)
    for scene in scenes:
        found = medals.find(scene)
        if found:
            scene.values = sorted([*scene.values, *found], key=lambda v: (v.first, v.last))
            named = {v.first for v in found}
            scene.entities = [m for m in scene.entities if m.how != "unknown" or m.first not in named]


class _Medals:
    """Finds the medals of one language."""

    def __init__(self, language: str, contests: frozenset[str]) -> None:
        self._words = result_words(language)
        self._contests = contests
        rules = grammar(language)
        self._articles = frozenset(rules.articles)
        self._medals = frozenset(stem(noun, language) for noun in self._words.medals)
        self._winning = {tuple(phrase.split()) for phrase in self._words.winning}
        self._becoming = {tuple(phrase.split()) for phrase in self._words.becoming}
        self._settling = [(before, tuple(phrase.split())) for before, phrase in self._words.settling]
        self._purposes = frozenset(rules.purposes)
        small = (*self._words.again, *rules.articles, *rules.prepositions, *rules.likening, *rules.copulas)
        self._small = frozenset((*small, *rules.auxiliaries))
        self._joining = frozenset(rules.coordinators)
        behind = (*rules.prepositions, *rules.coordinators, *rules.adverbs, *rules.clause_openers, *rules.verbs)
        self._behind = frozenset((*behind, *rules.auxiliaries, *self._words.again))
        self._not = frozenset((*rules.negations, *rules.modals, *rules.plan_words))

    def find(self, scene: Scene) -> list[ValueMention]:
        """Return the medals that somebody wins in a scene; two joined by "and" are those of several."""
        tokens = scene.sentence.tokens
        found: list[tuple[int, int, int]] = []
        for token in tokens:
            number = self._words.metals.get(token.norm)
            last = token.index
            following = tokens[last + 1] if last + 1 < len(tokens) else None
            if following is not None and following.stem in self._medals:
                number, last = self._words.metal_adjectives.get(token.norm), last + 1
            if number is not None and self._is_won(scene, token.index, last):
                found.append((token.index, last, number))
        return [self._value(tokens, *one) for one in found if not self._joined(tokens, one[0], one[1])]

    def _is_won(self, scene: Scene, first: int, last: int) -> bool:
        tokens = scene.sentence.tokens
        taken = {i for v in scene.values for i in range(v.first, v.last + 1)}
        named = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        if first in named or (first - 1 in taken and not self._dated(scene, first - 1)):
            return False
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        open_ = following is not None and following.text[0].isalnum() and following.index not in taken | named
        won = following is not None and (following.norm,) in self._winning
        if following is not None and open_ and not won and following.norm not in self._behind:
            return False
        before = [t.norm for t in tokens[:first]]
        near = before[max(0, first - _REACH) :]
        if not self._not.isdisjoint(near) or (following is not None and following.norm in self._not):
            return False
        if won or any(tuple(before[-len(phrase) :]) == phrase for phrase in self._becoming):
            return True
        after = [t.norm for t in tokens[last + 1 : last + 3]]
        if any(before[-1:] == [word] and tuple(after[: len(phrase)]) == phrase for word, phrase in self._settling):
            return True
        if self._at_contest(scene, first, last):
            return True
        if not any(word[0].isalnum() for word in before):
            return bool(after) and after[0] in self._purposes and last + 2 in named  # "Goud voor Jansen"
        return self._verb_before(scene, first, named | {v for v in taken if self._dated(scene, v)})

    def _at_contest(self, scene: Scene, first: int, last: int) -> bool:
        """Whether a metal begins a clause without a verb that says where it was won ("Bronze at the Harbour Cup")."""
        tokens = scene.sentence.tokens
        opens = not first or tokens[first - 1].text in ",;:" or tokens[first - 1].norm in self._joining
        behind = tokens[last + 1 : last + 4]
        if not opens or not behind or behind[0].norm not in self._words.at:
            return False
        place = next((t.index for t in behind[1:] if t.norm not in self._articles), None)
        return any(m.first == place and self._contests & set(m.ids) for m in scene.entities)

    def _verb_before(self, scene: Scene, first: int, passed: set[int]) -> bool:
        """Whether a verb of winning stands before, with nothing but names, dates and small words between."""
        tokens = scene.sentence.tokens
        for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
            for phrase in self._winning:
                start = index - len(phrase) + 1
                if start >= 0 and tuple(t.norm for t in tokens[start : index + 1]) == phrase:
                    return True
            if index not in passed and tokens[index].norm not in self._small:
                return False
        return False

    @staticmethod
    def _dated(scene: Scene, index: int) -> bool:
        return any(v.value.type == "date" and v.first <= index <= v.last for v in scene.values)

    def _joined(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a metal is one of several ("gold and silver")."""
        metals = self._words.metals | self._words.metal_adjectives
        near = (tokens[i].norm for i in (first - 2, last + 2) if 0 <= i < len(tokens))
        joints = (tokens[i] for i in (first - 1, last + 1) if 0 <= i < len(tokens))
        return any(n in metals for n in near) and any(t.norm in self._joining or t.text in ",/" for t in joints)

    @staticmethod
    def _value(tokens: Sequence[Token], first: int, last: int, number: int) -> ValueMention:
        place = Decimal(number)
        text = " ".join(t.text for t in tokens[first : last + 1])
        value = Value(
            type="ordinal",
            start=tokens[first].start,
            end=tokens[last].end,
            text=text,
            number=place,
            low=place,
            high=place,
            role="rank",
        )
        return ValueMention(value=value, first=first, last=last)
