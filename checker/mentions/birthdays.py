"""Ages told by a birthday, a turn of the year, or a phrase of its own: "her 76th birthday", "wordt Berg 27".

"Berg, who will be 61 in May", "vorige week 46 geworden", "met zijn 24 jaar", "Berg – 38, two children –", "is just 24".
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import Scene, ValueMention

_YOUNGEST, _OLDEST = 5, 110
_NAMED = frozenset({"name", "part", "epithet", "pronoun"})
_DASHES = frozenset("–—")
_SMALL = 3
"""How many small words may stand between "is" and an age ("is nu dus 48")."""
_ASIDE = 8
"""How many words an aside between dashes may have at most."""


def read_birthdays(scenes: Sequence[Scene], base: FactBase, language: str) -> None:
    """Turn the counts, ordinals and lengths of time that such words make ages into ages."""
    human = {entity.id for entity in base.entities.values() if entity.human}
    reader = _Reader(language)
    for scene in scenes:
        people = {m.last for m in scene.entities if m.how in _NAMED and human & set(m.ids)}
        if not people:
            continue
        for position, mention in enumerate(scene.values):
            if _may_be_age(mention) and reader.is_age(scene, mention, people):
                years = mention.value.number
                value = replace(
                    mention.value,
                    type="age",
                    unit="year",
                    role="amount",
                    number=years,
                    low=years,
                    high=years,
                    duration=None,
                    noun=None,
                    noun_start=None,
                    noun_end=None,
                )
                scene.values[position] = replace(mention, value=value, noun=None)


class _Reader:
    def __init__(self, language: str) -> None:
        rules = grammar(language)
        self._birthdays = frozenset(rules.birthdays)
        self._possessives = frozenset((*rules.possessives, "'s", "’s"))
        self._turnings = frozenset(rules.turnings)
        self._copulas = frozenset(rules.copulas)
        self._will = frozenset(rules.modals)
        self._be = frozenset(rules.be)
        self._respective = frozenset(rules.respective)
        self._are = frozenset(rules.plural_copulas)
        self._and = frozenset(rules.coordinators)
        self._small = frozenset((*rules.now, *rules.so_far, *rules.only, *rules.still))
        self._dating = frozenset((*self._small, *rules.prepositions))
        self._with = frozenset(rules.at_years)
        self._following = frozenset((*rules.articles, *rules.definite, *rules.copulas, *rules.auxiliaries))

    def is_age(self, scene: Scene, mention: ValueMention, people: set[int]) -> bool:
        """Whether the words around a number make it somebody's age."""
        kind = mention.value.type
        if kind == "ordinal":
            return self._birthday(scene, mention)
        if kind == "duration":
            return self._at_years(scene, mention)
        if mention.value.noun is not None:
            return False
        ways = (self._becomes, self._inverted, self._participle, self._is_now, self._dashed, self._respectively)
        return any(way(scene, mention, people) for way in ways)

    def _birthday(self, scene: Scene, mention: ValueMention) -> bool:
        tokens = scene.sentence.tokens
        behind = tokens[mention.last + 1 : mention.last + 2]
        owned = mention.first > 0 and tokens[mention.first - 1].norm in self._possessives
        return owned and any(t.norm in self._birthdays for t in behind)

    def _at_years(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether it is "met zijn 24 jaar de jongste", and not "met zijn 24 jaar ervaring"."""
        tokens = scene.sentence.tokens
        if mention.first < 2 or tokens[mention.first - 1].norm not in self._possessives:
            return False
        if tokens[mention.first - 2].norm not in self._with or not mention.value.duration:
            return False
        behind = tokens[mention.last + 1 : mention.last + 2]
        return all(not t.text[0].isalnum() or t.norm in self._following for t in behind)

    def _becomes(self, scene: Scene, mention: ValueMention, people: set[int]) -> bool:
        """Whether it is "Berg, who will be 61 in May"."""
        tokens, index = scene.sentence.tokens, mention.first - 1
        if index < 2 or tokens[index].norm not in self._be or tokens[index - 1].norm not in self._will:
            return False
        who = index - 2 in people or (index > 3 and tokens[index - 3].text == "," and index - 4 in people)
        return who and self._ends(scene, mention, dated=True)

    def _inverted(self, scene: Scene, mention: ValueMention, people: set[int]) -> bool:
        """Whether it is "volgende maand wordt Berg 27"."""
        tokens, index = scene.sentence.tokens, mention.first - 1
        person = next((m for m in scene.entities if m.last == index and index in people), None)
        if person is None or person.first == 0 or not self._ends(scene, mention):
            return False
        return tokens[person.first - 1].norm in self._turnings

    def _participle(self, scene: Scene, mention: ValueMention, people: set[int]) -> bool:
        """Whether it is "Berg, vorige week 46 geworden, ..."."""
        tokens = scene.sentence.tokens
        after = tokens[mention.last + 1 : mention.last + 3]
        if not after or after[0].norm not in self._turnings or (len(after) > 1 and after[1].text not in ",.;–"):
            return False
        index = mention.first - 1
        dated = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        while index > 0 and (index in dated or tokens[index].norm in self._dating):
            index -= 1
        return tokens[index].text == "," and index - 1 in people

    def _is_now(self, scene: Scene, mention: ValueMention, people: set[int]) -> bool:
        """Whether it is "Ze is nu dus 48." or "Berg is just 24."."""
        tokens, index = scene.sentence.tokens, mention.first - 1
        while index > 0 and mention.first - index <= _SMALL and tokens[index].norm in self._small:
            index -= 1
        if index == mention.first - 1 or index < 1 or tokens[index].norm not in self._copulas:
            return False
        return index - 1 in people and self._ends(scene, mention)

    def _dashed(self, scene: Scene, mention: ValueMention, people: set[int]) -> bool:
        """Whether it opens an aside between dashes behind a name: "Berg – 38, two children – works"."""
        tokens, index = scene.sentence.tokens, mention.first - 1
        if index < 1 or tokens[index].text not in _DASHES or index - 1 not in people:
            return False
        rest = tokens[mention.last + 1 : mention.last + _ASIDE]
        return bool(rest) and rest[0].text in (",", *_DASHES) and any(t.text in _DASHES for t in rest)

    def _respectively(self, scene: Scene, mention: ValueMention, people: set[int]) -> bool:
        """Whether it is one of the ages of several: "Berg and Dahl are 26 and 24 respectively"."""
        tokens = scene.sentence.tokens
        if not any(t.norm in self._respective for t in tokens):
            return False
        index = mention.first - 1
        closed = (*self._and, *self._respective, ",")
        values = {i for v in scene.values if v.noun is None for i in range(v.first, v.last + 1)}
        while index > 0 and (tokens[index].norm in closed or index in values):
            index -= 1
        after = mention.last + 1
        while after < len(tokens) and (tokens[after].norm in closed or after in values):
            after += 1
        ends = after >= len(tokens) or not tokens[after].text[0].isalnum()
        return ends and tokens[index].norm in self._are and index - 1 in people

    @staticmethod
    def _ends(scene: Scene, mention: ValueMention, *, dated: bool = False) -> bool:
        tokens = scene.sentence.tokens
        behind = tokens[mention.last + 1 : mention.last + 2]
        when = dated and any(v.value.type == "date" and v.first <= mention.last + 2 for v in scene.values)
        return when or all(not t.text[0].isalnum() for t in behind)


def _may_be_age(mention: ValueMention) -> bool:
    value = mention.value
    if value.number is None or value.number_to is not None or value.type not in ("count", "ordinal", "duration"):
        return False
    if value.type == "duration" and value.duration != f"P{value.number}Y":
        return False
    whole = value.number == value.number.to_integral_value()
    return whole and Decimal(_YOUNGEST) <= value.number <= Decimal(_OLDEST)
