"""Where somebody or something is from: "Acme of Delft", "komt uit Ermelo", "her native Ermelo".

What the base says of a place must be of the same kind, a country or a town; a region, a part of the world and a place
that lies in the right one contradict nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.countries import regions
from checker.factbase.model import Reference
from checker.relations.whence import Whence
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.relations.describing import Describing
    from checker.relations.slots import Slot

_AT_HOME = frozenset({"residence", "birthplace"})
_SEATS = frozenset({"headquarters", "city", "country", "origin"})
_NAMED = ("name", "part", "discouraged")
_ASIDE = 6
_PLAIN = 1
_STANDING = frozenset({"place", "project", "event"})
"""Types of what stands or is held where it is."""


class Origins:
    """Reads where the people, organisations and things of one document are said to be from."""

    def __init__(self, evidence: Evidence, describing: Describing) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._describing = describing
        self._whence = Whence(evidence)
        rules = evidence.rules
        self._of = frozenset((*rules.origin_prepositions, *rules.seat_prepositions))
        self._from = frozenset(rules.origin_prepositions)
        self._comings = frozenset(rules.comings)
        self._returns = frozenset(rules.returns)
        self._native = frozenset(rules.native)
        self._coordinators = frozenset(rules.coordinators)
        self._regions = regions(evidence.language)

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the statements about places in whose value's place a mention stands."""
        if mention.how not in ("name", "country", "unknown"):
            return
        based = self._is_base(scene, mention)
        if not based and (mention.first == 0 or not self._is_town(scene, mention)):
            return
        whose = self._from_there(scene, mention) or self._based_there(scene, mention)
        if whose is not None:
            person = any(self._evidence.type_of(i) == "person" for i in whose.ids)
            yield from self._stated(whose, mention, statements, _AT_HOME if person else _SEATS)
        described = self._whence.whose(scene, mention) if mention.ids else None
        if described is not None:
            yield from self._described(described, mention, statements)
        native = self._native_of(scene, mention)
        if native is not None:
            yield from self._stated(native, mention, statements, frozenset({"birthplace"}))

    def _is_base(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a place of the base stands in "PLACE-based"."""
        tokens = scene.sentence.tokens[mention.last + 1 : mention.last + 3]
        based = len(tokens) == 2 and tokens[0].text in ("-", "‑") and tokens[1].norm in self._evidence.rules.based
        return based and bool(mention.ids) and all(self._evidence.type_of(i) == "place" for i in mention.ids)

    def _based_there(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the name behind "PLACE-based", through one plain word at most."""
        if not self._is_base(scene, mention):
            return None
        tokens, start = scene.sentence.tokens, mention.last + 3
        found = next((m for m in scene.entities if m.first >= start and m.how in _NAMED), None)
        if (
            found is None
            or found.first - start > _PLAIN
            or any(not t.text.islower() for t in tokens[start : found.first])
        ):
            return None
        return None if any(self._evidence.type_of(i) == "person" for i in found.ids) else found

    def support(self, statement: Statement, scene: Scene, mention: EntityMention) -> tuple[Part, ...] | None:
        """Return the parts by which a mention is said to be where a statement's subject is from."""
        if mention.how not in ("name", "country") or statement.property.id not in _AT_HOME | _SEATS:
            return None
        if mention.first == 0 or not self._alike(statement, mention):
            return None
        for found in (self._from_there(scene, mention), self._whence.whose(scene, mention)):
            if isinstance(found, str) and found == statement.subject:
                return ()
            if found is not None and not isinstance(found, str) and statement.subject in found.ids:
                return (Part("subject", found.text, found.start, found.end),)
        return None

    def _described(
        self, whose: EntityMention | str, mention: EntityMention, statements: Sequence[Statement]
    ) -> Iterator[Slot]:
        """Yield the homes or seats of whom a phrase with a place describes; who is so called has but one."""
        ids = (whose,) if isinstance(whose, str) else whose.ids
        parts = () if isinstance(whose, str) else (Part("subject", whose.text, whose.start, whose.end),)
        person = any(self._evidence.type_of(i) == "person" for i in ids)
        names = _AT_HOME if person else _SEATS
        places = [s for s in statements if s.subject in ids and s.property.id in names and self._alike(s, mention)]
        if not any(self.lies_in(mention, s) for s in places):
            yield from ((s, parts) for s in places)

    def _stated(
        self, whose: EntityMention, mention: EntityMention, statements: Sequence[Statement], names: frozenset[str]
    ) -> Iterator[Slot]:
        """Yield what the base says of where somebody is from, if nothing that it says agrees with the text."""
        places = [
            s for s in statements if s.subject in whose.ids and s.property.id in names and self._alike(s, mention)
        ]
        if names == _AT_HOME and not any(s.property.id == "residence" for s in places):
            return  # who was born in one town may live in another, and be "from" both
        known = {s.value.id for s in places if isinstance(s.value, Reference)}
        if any(self._lies_in(mention, place) for place in known):
            return
        for statement in sorted(places, key=lambda s: s.property.id != "residence"):
            yield statement, (Part("subject", whose.text, whose.start, whose.end),)

    def _alike(self, statement: Statement, mention: EntityMention) -> bool:
        """Whether a statement's place is of the mention's kind: a country, or a town."""
        if not isinstance(statement.value, Reference):
            return False
        return self._describing.is_country(statement.value.id) == (mention.how == "country")

    def lies_in(self, mention: EntityMention, statement: Statement) -> bool:
        """Whether a mention is the place of a statement, or lies in it or around it."""
        return isinstance(statement.value, Reference) and self._lies_in(mention, statement.value.id)

    def _lies_in(self, mention: EntityMention, place: str) -> bool:
        """Whether the base says that one of two places lies in the other, in any way."""
        chain = {place, *self._evidence.tied(place), *self._evidence.related(place)}
        own = {
            *mention.ids,
            *(tied for i in mention.ids for tied in (*self._evidence.tied(i), *self._evidence.related(i))),
        }
        countries = {i for i in chain | own if self._describing.is_country(i)}
        return bool((chain - countries) & (own - countries)) or bool(chain & set(mention.ids))

    def _is_town(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name can be that of a town or country: a place of the base, a country, or a plain unknown name."""
        if mention.how == "country":
            return True
        if mention.ids:
            return all(self._evidence.type_of(i) == "place" for i in mention.ids)
        following = scene.sentence.tokens[mention.last + 1] if mention.last + 1 < len(scene.sentence.tokens) else None
        if following is not None and (following.text == "-" or following.norm in ("'s", "s")):
            return False
        return fold(mention.text) not in self._regions and mention.text.count(" ") < 2 and not mention.text.isupper()

    def _from_there(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return whom or what "from PLACE" is said of: the name before it, with an age or a verb of coming between."""
        tokens = scene.sentence.tokens
        before = tokens[mention.first - 1].norm
        if before not in self._of or self._joined(scene, mention):
            return None
        aged = {i for v in scene.values if v.value.type in ("age", "count") for i in range(v.first, v.last + 1)}
        index = mention.first - 2
        while index > 0 and (
            index in aged or tokens[index].text in (",", "(", ")") or tokens[index].norm in self._coordinators
        ):
            index -= 1
        for other in scene.entities:
            if other.last == index and other.how in _NAMED and not self._owned(scene, other):
                kinds = {self._evidence.type_of(i) for i in other.ids}
                if before in self._from and not kinds.isdisjoint(_STANDING):
                    return None  # "She saw the hall from Delft": what stands somewhere comes from nowhere
                return other if "person" not in kinds or before in self._from else None
        return self._coming(scene, mention) if before in self._from else None

    def _coming(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return who comes from a place: "Berg komt op de fiets uit Ermelo", "Berg, who comes from Ermelo"."""
        tokens = scene.sentence.tokens
        verb = next((t for t in reversed(tokens[: mention.first - 1]) if t.norm in self._comings), None)
        if verb is None or mention.first - verb.index > _ASIDE:
            return None
        if any(not t.text[0].isalnum() for t in tokens[verb.index : mention.first]):
            return None
        if any(t.norm in self._returns for t in tokens[verb.index - 1 : mention.last + 3]):
            return None
        inside = [m for m in scene.entities if m.explicit or m.how == "unknown"]
        if any(verb.index < m.first < mention.first for m in inside):
            return None
        earlier = [m for m in inside if m.last < verb.index]
        who = earlier[-1] if earlier else None
        if who is None:
            who = next((m for m in scene.entities if m.how == "pronoun" and verb.index - m.last in (1, 2)), None)
        if who is None or not any(self._evidence.type_of(i) == "person" for i in who.ids):
            return None
        close = [t.norm for t in tokens[who.last + 1 : verb.index]]
        return who if all(not word[0].isalnum() or word in self._evidence.rules.relatives for word in close) else None

    def _native_of(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return whose birthplace "her native PLACE" or "haar geboorteplaats PLACE" names."""
        tokens = scene.sentence.tokens
        if mention.first < 2 or tokens[mention.first - 1].norm not in self._native:
            return None
        return next((m for m in scene.entities if m.last == mention.first - 2 and m.how in ("pronoun", *_NAMED)), None)

    def _joined(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a place is one of several: "from Delft and Leiden"."""
        tokens = scene.sentence.tokens[mention.last + 1 : mention.last + 3]
        return len(tokens) == 2 and tokens[0].norm in self._coordinators and tokens[1].capital

    def _owned(self, scene: Scene, other: EntityMention) -> bool:
        """Whether a name only says whose something is: "the plant of Acme in Delft"."""
        index = other.first - 1
        tokens = scene.sentence.tokens
        while index >= 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        if index < 1 or tokens[index].norm not in self._evidence.rules.partitives:
            return False
        return not self._evidence.is_verb(tokens[index - 1])  # "kwam van Acme uit Delft"
