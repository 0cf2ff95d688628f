"""The country of somebody or something in the words around its name: "Latvia's Agnes Lie", "Agnes Lie of Latvia".

Or of the thing named last, said again by its country and kind: "Acme ...; het Ierse bedrijf ...".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.demonyms import is_plural
from checker.factbase.model import Reference
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.relations.describing import Describing
    from checker.relations.slots import Slot

_NAMED = ("name", "part", "discouraged")
_POSSESSIVE = ("'s", "s")
_FIRMS = frozenset({"company", "organisation"})
_SPORTING = ("coach", "captain", "starts")
_NEAR = 3
"""How many words behind "as a Dane" its "I" stands."""
_THINGS = ("organisation", "company", "team")


class Nations:
    """Reads the countries beside the names of one document."""

    def __init__(self, evidence: Evidence, describing: Describing) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._describing = describing
        rules = evidence.rules
        self._of = frozenset(rules.origin_prepositions) | frozenset(rules.seat_prepositions)
        self._definite = frozenset(rules.definite)
        self._nouns = frozenset(noun for kind in _THINGS for noun in rules.type_nouns.get(kind, ()))
        self._likening = frozenset(rules.likening)
        self._speakers = frozenset(rules.pronouns.speaker)
        self._joining = frozenset(rules.coordinators)

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the statements about a country in whose value's place a mention stands."""
        if mention.how == "country":
            whose = self._owned(scene, mention) or self._of_there(scene, mention) or self._bracketed(scene, mention)
        elif mention.how == "adjective":
            whose = self._said_again(scene, mention) or self._called_so(scene, mention)
        elif mention.how == "inhabitant":
            whose = self._as_speaker(scene, mention) or self._people_of(scene, mention)
        else:
            return
        if whose is None:
            return
        for statement in statements:
            if (
                statement.subject in whose.ids
                and "adjective" in statement.property.signs
                and isinstance(statement.value, Reference)
                and not self._describing.agrees(statement, mention)
            ):
                yield statement, (Part("subject", whose.text, whose.start, whose.end),)

    def _owned(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the name right behind "Latvia's"."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if after >= len(tokens) or tokens[after].norm not in _POSSESSIVE:
            return None
        found = next((m for m in scene.entities if m.first == after + 1 and m.how in _NAMED), None)
        if found is None or found.last + 1 >= len(tokens):
            return found
        following = tokens[found.last + 1]
        small = (*self._joining, *self._evidence.prepositions)
        plain = following.text[0].isalnum() and following.norm not in small and not self._evidence.is_verb(following)
        return None if plain or following.norm in _POSSESSIVE else found  # "Latvia's Agnes Lie fans"

    def _of_there(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the person right before "of the Netherlands", "uit Letland"."""
        tokens = scene.sentence.tokens
        index = mention.first - 1
        while index > 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        if index < 1 or tokens[index].norm not in self._of:
            return None
        following = tokens[mention.last + 1 : mention.last + 3]
        if following and following[0].norm in _POSSESSIVE:
            return None  # "Berg of Germany's press service"
        if len(following) == 2 and following[0].norm in self._joining and following[1].capital:
            return None  # "Berg of Norway and Sweden"
        found = next((m for m in scene.entities if m.last == index - 1 and m.how in _NAMED), None)
        if found is None or not any(self._evidence.type_of(i) == "person" for i in found.ids):
            return None
        return None if self._joined_before(scene, found) else found

    def _bracketed(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the person of "Berg (Sweden)"."""
        around = [t.text for t in scene.sentence.tokens[max(0, mention.first - 1) : mention.last + 2]]
        if len(around) < mention.last - mention.first + 3 or (around[0], around[-1]) != ("(", ")"):
            return None
        found = next((m for m in scene.entities if m.last == mention.first - 2 and m.how in _NAMED), None)
        known = found is not None and any(self._evidence.type_of(i) == "person" for i in found.ids)
        return found if known else None

    def _joined_before(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name is the second of several, or only says whose something is."""
        before = scene.sentence.tokens[mention.first - 1] if mention.first else None
        return before is not None and (before.norm in self._joining or before.norm in self._evidence.prepositions)

    def _called_so(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the firm of "Acme, an Austrian company, ...": its name, a comma, "a", the adjective and a noun."""
        tokens = scene.sentence.tokens
        noun = mention.last + 1
        if mention.first < 3 or noun >= len(tokens) or tokens[noun].norm not in self._nouns:
            return None
        indefinite = tokens[mention.first - 1].norm in self._evidence.articles - self._definite
        if not indefinite or tokens[mention.first - 2].text not in (",", "–", "("):
            return None
        if noun + 1 < len(tokens) and tokens[noun + 1].text[0].isalnum():
            return None
        found = next((m for m in scene.entities if m.last == mention.first - 3 and m.how in _NAMED), None)
        if found is None or not self._is_thing(found) or self._joined_before(scene, found):
            return None
        return found if self._evidence.type_of(found.ids[0]) in _FIRMS else None

    def _people_of(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the firm of "the Swedes of Acme": all of it, not a few who work or play there."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        all_of_them = mention.first > 0 and tokens[mention.first - 1].norm in self._definite
        if not all_of_them or not is_plural(mention.text, self._evidence.language) or after + 1 >= len(tokens):
            return None
        if tokens[after].norm not in self._evidence.rules.partitives:
            return None
        found = next((m for m in scene.entities if m.first == after + 1 and m.how in _NAMED), None)
        if found is None or len(found.ids) != 1 or self._evidence.type_of(found.ids[0]) not in _FIRMS:
            return None
        if any(self._evidence.base.facts_of(found.ids[0], name) for name in _SPORTING):
            return None  # "the Brazilians of the club" are some of its players
        behind = tokens[found.last + 1] if found.last + 1 < len(tokens) else None
        return None if behind is not None and behind.norm in (*_POSSESSIVE, "-") else found

    def _as_speaker(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the "I" of "Als Belg vind ik ...", "As a Dane I ..."."""
        tokens = scene.sentence.tokens
        index = mention.first - 1
        while index > 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        if index < 0 or tokens[index].norm not in self._likening:
            return None
        near = range(mention.last + 1, mention.last + 1 + _NEAR)
        return next(
            (m for m in scene.entities if m.how == "pronoun" and m.first in near and self._is_i(scene, m)), None
        )

    def _is_i(self, scene: Scene, mention: EntityMention) -> bool:
        return scene.sentence.tokens[mention.first].norm in self._speakers and len(mention.ids) == 1

    def _said_again(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the organisation named last, which "the Irish company" at the head of a clause must mean."""
        tokens = scene.sentence.tokens
        noun = mention.last + 1
        if mention.first == 0 or tokens[mention.first - 1].norm not in self._definite or noun >= len(tokens):
            return None
        opens = mention.first == 1 or tokens[mention.first - 2].text == ";"
        following = tokens[noun + 1] if noun + 1 < len(tokens) else None
        if (
            not opens
            or tokens[noun].norm not in self._nouns
            or (following is not None and not following.text.islower())
        ):
            return None
        if following is not None and following.norm in self._evidence.prepositions:
            return None
        before = [m for m in scene.entities if m.last < mention.first]
        if not before and scene.index and self._evidence.scenes[scene.index - 1].sentence.block == scene.sentence.block:
            before = list(self._evidence.scenes[scene.index - 1].entities)
        things = [m for m in before if m.how == "unknown" or (m.how in _NAMED and self._is_thing(m))]
        if len({i for m in things for i in m.ids}) != 1 or any(m.how == "unknown" and " " in m.text for m in things):
            return None
        return next(m for m in things if m.ids)

    def _is_thing(self, mention: EntityMention) -> bool:
        kinds = {self._evidence.type_of(i) for i in mention.ids}
        return not kinds & {"person", "place"}
