"""In which town a building or a project is said to lie: "the Northern Hall in Delft"; nothing lies in two towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.countries import cities
from checker.factbase.model import Reference
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.origins import Origins
    from checker.slots import Slot

_SITES = frozenset({"place", "project"})
"""Types of what stands where it stands; a company or an event may be in several towns."""
_TOWNS = frozenset({"city", "place"})


class Sites:
    """Reads where the buildings and projects of one document are said to lie."""

    def __init__(self, evidence: Evidence, origins: Origins) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._origins = origins
        self._inside = frozenset(evidence.rules.town_prepositions)
        self._joining = frozenset(evidence.rules.coordinators)
        self._cities = {fold(name) for name in cities(evidence.language)}

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the town of the site right before a mention, with "in" between."""
        site = self._site(scene, mention)
        if site is None or not self._is_town(mention):
            return
        for statement in statements:
            value = statement.value
            own = statement.subject in site.ids and statement.property.id in _TOWNS
            if not own or not isinstance(value, Reference) or self._evidence.type_of(value.id) != "place":
                continue
            if self._evidence.base.facts_of(value.id, "city"):
                continue  # it lies in a building or a quarter
            if not self._origins.lies_in(mention, statement):
                yield statement, (Part("subject", site.text, site.start, site.end),)

    def _site(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        tokens = scene.sentence.tokens
        if mention.first < 2 or tokens[mention.first - 1].norm not in self._inside:
            return None
        behind = tokens[mention.last + 1 : mention.last + 3]
        if len(behind) == 2 and behind[0].norm in self._joining and behind[1].capital:
            return None
        site = next((m for m in scene.entities if m.last == mention.first - 2 and m.how == "name"), None)
        if site is None or len(site.ids) != 1 or self._evidence.type_of(site.ids[0]) not in _SITES:
            return None
        return site

    def _is_town(self, mention: EntityMention) -> bool:
        """Whether a mention is a town: one of the base, or of those that everybody knows; not a quarter or a street."""
        if mention.how == "unknown":
            return fold(mention.text) in self._cities
        base = self._evidence.base
        tied = any(base.facts_of(i, name) for i in mention.ids for name in ("city", "place", "part_of"))
        return mention.how == "name" and not tied and all(self._evidence.type_of(i) == "place" for i in mention.ids)
