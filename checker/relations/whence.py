"""Of whom "from PLACE" is said that does not stand right before it: "Berg, 45, a baker from Ermelo".

Or that a common noun, an age or a nationality stands for: "the pension fund from Delft", "de 33-jarige uit Riga".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import age_on
from checker.factbase.model import Moment

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.mentions import EntityMention, Scene

_NAMED = ("name", "part", "discouraged")
_DESCRIBED = 4
"""How many words an apposition has before its "from" at most."""
_BACK = 2
"""How many sentences back somebody must have been named to be "the 33-year-old from Riga"."""


class Whence:
    """Finds whom the places of one document are the origin of, by the phrase that they stand in."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        rules = evidence.rules
        self._from = frozenset(rules.origin_prepositions)
        self._definite = frozenset(rules.definite)
        self._called = {"male": frozenset(rules.men), "female": frozenset(rules.women)}
        self._strange = frozenset((*rules.others, *rules.kin, *rules.negations, *rules.possessives)) - self._definite

    def whose(self, scene: Scene, mention: EntityMention) -> EntityMention | str | None:
        """Return the mention that a place behind "from" is said of, or the id of a person who is not named there."""
        if mention.first < 2 or scene.sentence.tokens[mention.first - 1].norm not in self._from:
            return None
        return self._apposed(scene, mention) or self._noun(scene, mention) or self._unnamed(scene, mention)

    def _apposed(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the name of "Berg, 45, a baker from PLACE"."""
        tokens = scene.sentence.tokens
        index = mention.first - 2
        while index > 0 and mention.first - 2 - index < _DESCRIBED and self._plain(scene, index):
            index -= 1
        indefinite = tokens[index].norm in self._evidence.articles - self._definite
        if not indefinite or index == mention.first - 2 or tokens[index - 1].text not in (",", "–", "—"):
            return None
        if any(t.norm in self._strange for t in tokens[index : mention.first]):
            return None
        aged = {i for v in scene.values if v.value.type in ("age", "count") for i in range(v.first, v.last + 1)}
        index -= 2
        while index > 0 and (index in aged or tokens[index].text in (",", "(", ")")):
            index -= 1
        return next((m for m in scene.entities if m.last == index and m.how in _NAMED), None)

    def _plain(self, scene: Scene, index: int) -> bool:
        token = scene.sentence.tokens[index]
        if token.text == "-" or token.norm == "'s":
            return True
        small = token.norm in self._evidence.articles or token.norm in self._evidence.prepositions
        return token.text.islower() and not small and not self._evidence.is_verb(token)

    def _noun(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the thing of "the pension fund from PLACE": the only one of the base that is called so."""
        tokens, index = scene.sentence.tokens, mention.first - 2
        noun = next((m for m in scene.entities if m.last == index and m.how == "noun"), None)
        if noun is None or len(noun.ids) != 1 or noun.first == 0 or tokens[noun.first - 1].norm not in self._definite:
            return None
        kind = self._evidence.type_of(noun.ids[0])
        alike = [e for e in self._evidence.base.entities.values() if e.type == kind]
        named = any(tokens[index].norm in name.casefold() for e in alike for name in e.all_names() if e.id in noun.ids)
        return noun if named or len(alike) == 1 else None

    def _unnamed(self, scene: Scene, mention: EntityMention) -> str | None:
        """Return the person of "the 33-year-old from PLACE", "de man uit PLACE", "the Dane from PLACE"."""
        tokens, index = scene.sentence.tokens, mention.first - 2
        epithet = next((m for m in scene.entities if m.last == index and m.how == "epithet"), None)
        ages = [v for v in scene.values if v.last == index and v.value.type == "age" and v.value.number is not None]
        start = ages[0].first if ages else index
        if start == 0 or tokens[start - 1].norm not in self._definite:
            return None
        if epithet is not None:
            return epithet.ids[0] if len(epithet.ids) == 1 else None
        sexes = [sex for sex, nouns in self._called.items() if tokens[index].norm in nouns]
        if not ages and not sexes:
            return None
        people = self._last_named(scene, mention)
        people = {p for p in people if ages or self._evidence.base.entities[p].gender in (None, *sexes)}
        if ages:
            people = {p for p in people if self._is_aged(p, int(ages[0].value.number or 0))}
        return next(iter(people)) if len(people) == 1 else None

    def _last_named(self, scene: Scene, mention: EntityMention) -> set[str]:
        """Return the people named last before a mention; nobody where a stranger was named with them."""
        for index in range(scene.index, max(-1, scene.index - 1 - _BACK), -1):
            there = self._evidence.scenes[index].entities
            named = [m for m in there if index < scene.index or m.last < mention.first]
            if any(m.how == "unknown" for m in named):
                return set()
            people = {i for m in named if m.how in _NAMED for i in m.ids if self._evidence.type_of(i) == "person"}
            if people:
                return people
        return set()

    def _is_aged(self, person: str, age: int) -> bool:
        when, facts = self._evidence.date, self._evidence.base.facts_of(person, "born")
        born = [s.value.period.first for s in facts if isinstance(s.value, Moment)]
        return when is None or not born or abs(age_on(born[0], when.first) - age) <= 1
