"""Of whom a sentence speaks that does not name its person: "De sprinter (27), geboren in ...", "Ze is 46: geboren in".

A pronoun, an age, a nationality or a post says that it is a person; the one who was named last, if nobody can be meant
beside them, is who it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import age_on
from checker.factbase.model import Moment, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.mentions import EntityMention, Scene

_BACK = 3
"""How many sentences back somebody must have been named."""
_NAMED = ("name", "part", "discouraged")
_BOUND = ("name", "part", "unknown", "discouraged")


class Unnamed:
    """Finds the person of sentences without a name in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._base = evidence.base
        rules = evidence.rules
        self._definite = frozenset(rules.definite)
        self._persons = frozenset((*rules.pronouns.male, *rules.pronouns.female))
        self._relatives = frozenset((*rules.kin, *rules.others))
        self._kin = frozenset((*rules.kin, *rules.others, *rules.possessives)) - self._definite

    def of(self, scene: Scene, end: int) -> str | None:
        """Return the person of whom the words of a sentence before a token speak without a name, or None."""
        tokens = scene.sentence.tokens[:end]
        inside = [m for m in scene.entities if m.first < end]
        if not tokens or any(m.how in _BOUND for m in inside) or any(t.norm in self._kin for t in tokens):
            return None
        pronoun = [m for m in inside if m.how == "pronoun" and tokens[m.first].norm in self._persons]
        if pronoun:
            ids = {i for m in pronoun for i in (*m.ids, *m.others) if self._is_person(i)}
            return next(iter(ids)) if len(ids) == 1 else None
        if tokens[0].norm not in self._definite:
            return None
        ages = self._ages(scene, end)
        described = [m for m in inside if m.how in ("adjective", "inhabitant")]
        post = self._holder(scene, end, described)
        if post is not None:
            return post
        if not ages and not any(m.how == "inhabitant" for m in described):
            return None
        people = [
            person
            for person in self._last_named(scene)
            if all(self._is_aged(person, age) for age in ages) and all(self._is_from(person, m) for m in described)
        ]
        return people[0] if len(people) == 1 else None

    def excludes(self, scene: Scene, end: int, person: str) -> bool:
        """Whether the words of a sentence before a token are said of another unnamed person: "Haar moeder, ..."."""
        tokens = scene.sentence.tokens[:end]
        inside = [m for m in scene.entities if m.first < end]
        if any(m.how in _BOUND for m in inside):
            return False
        described = [m for m in inside if m.how in ("adjective", "inhabitant")]
        return (
            any(t.norm in self._relatives for t in tokens)
            or not all(self._is_aged(person, age) for age in self._ages(scene, end))
            or not all(self._is_from(person, m) for m in described)
        )

    def _holder(self, scene: Scene, end: int, described: Sequence[EntityMention]) -> str | None:
        """Return who alone holds the post that a sentence opens with ("De chef-dirigent werd ...")."""
        when = self._evidence.date
        for term in scene.terms:
            if term.last < end and not any(t.capital for t in scene.sentence.tokens[term.first : term.last + 1]):
                holders = {
                    s.subject
                    for s in term.statements
                    if self._is_person(s.subject) and (s.valid is None or when is None or s.valid.overlaps(when))
                    if all(self._is_from(s.subject, m) for m in described)
                }
                person = next(iter(holders)) if len(holders) == 1 else None
                return person if person in self._evidence.mentioned else None
        return None

    def _ages(self, scene: Scene, end: int) -> list[int]:
        """Return the ages that are given: written as such, or as a number in brackets."""
        tokens = scene.sentence.tokens
        found = []
        for value in scene.values:
            around = [t.text for t in (*tokens[max(0, value.first - 1) : value.first], *tokens[value.last + 1 :][:1])]
            bracketed = around == ["(", ")"]
            aged = value.value.type == "age" or (value.value.type == "count" and bracketed)
            if aged and value.last < end and value.value.number is not None:
                found.append(int(value.value.number))
        return found

    def _last_named(self, scene: Scene) -> Sequence[str]:
        """Return the people named last before a sentence; nobody where a stranger was named with them."""
        for index in range(scene.index - 1, max(-1, scene.index - 1 - _BACK), -1):
            before = self._evidence.scenes[index]
            if before.sentence.block != scene.sentence.block and index < scene.index - 1:
                return ()
            people = list(self._people(before))
            if people:
                strange = any(m.how == "unknown" for m in people)
                return () if strange else sorted({i for m in people for i in m.ids if self._is_person(i)})
        return ()

    def _people(self, scene: Scene) -> Iterator[EntityMention]:
        for mention in scene.entities:
            known = mention.how in _NAMED and any(self._is_person(i) for i in mention.ids)
            if known or (mention.how == "unknown" and " " in mention.text):
                yield mention

    def _is_person(self, entity: str) -> bool:
        return self._evidence.type_of(entity) == "person"

    def _is_aged(self, person: str, age: int) -> bool:
        when = self._evidence.date
        born = [s.value.period.first for s in self._base.facts_of(person, "born") if isinstance(s.value, Moment)]
        return when is None or not born or abs(age_on(born[0], when.first) - age) <= 1

    def _is_from(self, person: str, mention: EntityMention) -> bool:
        known = {s.value.id for s in self._base.facts_of(person, "nationality") if isinstance(s.value, Reference)}
        return not known or bool(known & set(mention.ids))
