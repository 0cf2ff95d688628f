"""In which town a building or a project is said to lie: "the Northern Hall in Delft"; nothing lies in two towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.countries import cities
from checker.factbase.model import Reference
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.relations.origins import Origins
    from checker.relations.slots import Slot

_SITES = frozenset({"place", "project"})
"""Types of what stands where it stands; a company or an event may be in several towns."""
_TOWNS = frozenset({"city", "place"})
_HOUSES = frozenset({"organisation"})
"""Types of what has one house: a museum, a hospital; a company may have a branch in any town."""
_SEATS = frozenset({"headquarters", "city"})
_BODIES = frozenset({"person", "company", "organisation"})
"""Types whose own town is no town of the institutions that they are tied to: a sponsor, a director."""
_SPREAD = ("locations", "branches", "stores")
"""Properties of what is in several towns."""


class Sites:
    """Reads where the buildings and projects of one document are said to lie."""

    def __init__(self, evidence: Evidence, origins: Origins) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._origins = origins
        self._inside = frozenset(evidence.rules.town_prepositions)
        self._joining = frozenset(evidence.rules.coordinators)
        self._at = frozenset(evidence.rules.place_prepositions) - frozenset(evidence.rules.partitives)
        self._being = frozenset(evidence.rules.copulas) - frozenset(evidence.rules.past)
        self._cities = {fold(name) for name in cities(evidence.language)}
        self._beside = frozenset(
            (*evidence.rules.companions, *evidence.rules.comparisons, *evidence.rules.coordinators)
        )

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the town of the site right before a mention, with "in" between."""
        yield from self._held(scene, mention, statements)
        site = self._site(scene, mention)
        if site is None or not self._is_town(mention):
            return
        for statement in statements:
            value = statement.value
            house = self._evidence.type_of(statement.subject) in _HOUSES
            own = statement.subject in site.ids and statement.property.id in (_SEATS if house else _TOWNS)
            if not own or not isinstance(value, Reference) or self._evidence.type_of(value.id) != "place":
                continue
            if self._evidence.base.facts_of(value.id, "city"):
                continue  # it lies in a building or a quarter
            if not self._origins.lies_in(mention, statement):
                yield statement, (Part("subject", site.text, site.start, site.end),)

    def _held(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield where an event is, of "The final is at PLACE", "De finale is op 9 mei in PLACE"."""
        tokens = scene.sentence.tokens
        index = mention.first - 1
        while index > 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        if mention.how != "name" or index < 2 or tokens[index].norm not in self._at:
            return
        behind = tokens[mention.last + 1 : mention.last + 3]
        if len(behind) == 2 and (behind[0].norm in self._joining or behind[0].norm in ("-", "'s", "s")):
            return
        index -= 1
        when = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        while index > 1 and (
            index in when or (index + 1 in when and tokens[index].norm in self._evidence.prepositions)
        ):
            index -= 1
        if tokens[index].norm not in self._being:
            return
        event = next((m for m in scene.entities if m.last == index - 1 and m.how in ("name", "noun")), None)
        before = event.first - 1 if event is not None else 0
        while before > 0 and tokens[before].norm in self._evidence.articles:
            before -= 1
        if before > 0 and tokens[before].norm in self._evidence.prepositions:
            return  # "the draw for the final is at ..."
        if event is None or len(event.ids) != 1 or self._evidence.type_of(event.ids[0]) != "event":
            return
        kinds = {self._evidence.type_of(i) for i in mention.ids}
        for statement in statements:
            value = statement.value
            if statement.subject not in event.ids or statement.property.id not in _TOWNS or statement.where:
                continue
            alike = isinstance(value, Reference) and self._evidence.type_of(value.id) in kinds
            if alike and not self._origins.lies_in(mention, statement):
                yield statement, (Part("subject", event.text, event.start, event.end),)

    def _site(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        tokens = scene.sentence.tokens
        if mention.first < 2 or tokens[mention.first - 1].norm not in self._inside:
            return None
        behind = tokens[mention.last + 1 : mention.last + 3]
        if len(behind) == 2 and behind[0].norm in self._joining and behind[1].capital:
            return None
        site = next((m for m in scene.entities if m.last == mention.first - 2 and m.how == "name"), None)
        if site is None or len(site.ids) != 1:
            return None
        kind = self._evidence.type_of(site.ids[0])
        return site if kind in _SITES or (kind in _HOUSES and self._at_home(scene, site, mention)) else None

    def _at_home(self, scene: Scene, house: EntityMention, mention: EntityMention) -> bool:
        """Whether an institution right before a town must be at home there: no guest, nothing else of it."""
        tokens, base = scene.sentence.tokens, self._evidence.base
        index = house.first - 1
        while index >= 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        if index >= 0 and tokens[index].norm in self._beside:
            return False
        if not mention.ids or any(base.facts_of(house.ids[0], name) for name in _SPREAD):
            return False
        there = {s.subject for s in base.statements if isinstance(s.value, Reference) and s.value.id in mention.ids}
        held = {i for i in there if self._evidence.type_of(i) not in _BODIES}
        return not held & self._evidence.tied(house.ids[0]) and not any(
            house.ids[0] in self._evidence.tied(i) for i in there if self._evidence.type_of(i) != "person"
        )

    def _is_town(self, mention: EntityMention) -> bool:
        """Whether a mention is a town: one of the base, or of those that everybody knows; not a quarter or a street."""
        if mention.how == "unknown":
            return fold(mention.text) in self._cities
        base = self._evidence.base
        tied = any(base.facts_of(i, name) for i in mention.ids for name in ("city", "place", "part_of"))
        return mention.how == "name" and not tied and all(self._evidence.type_of(i) == "place" for i in mention.ids)
