"""Where somebody was born whom the sentence does not name: "De sprinter (27), geboren in Ermelo, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.countries import regions
from checker.factbase.model import Reference
from checker.relations.unnamed import Unnamed
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene
    from checker.relations.origins import Origins
    from checker.relations.slots import Slot

BIRTHPLACE = "birthplace"
_SURE = 0.9
_BETWEEN = 3


class Births:
    """Reads the birthplaces of the unnamed people of one document."""

    def __init__(self, evidence: Evidence, origins: Origins) -> None:
        """Share the evidence of the document."""
        self._origins = origins
        self._unnamed = Unnamed(evidence)
        self._small = frozenset((*evidence.rules.place_prepositions, *evidence.rules.copulas, *evidence.articles))
        self._regions = regions(evidence.language)

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the birthplace of the person whose place of birth a mention is said to be."""
        found = self._person(scene, mention)
        if found is None:
            return
        person, cue = found
        for statement in statements:
            own = statement.subject == person and statement.property.id == BIRTHPLACE
            if own and not self._origins.lies_in(mention, statement):
                yield statement, (Part("cue", "", cue.start, cue.end),)

    def of_another(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether a place is said to be where somebody else than a statement's subject was born."""
        cue = self._cue(scene, mention) if statement.property.id == BIRTHPLACE else None
        if cue is None:
            return False
        end = min(cue.first, mention.first)
        person = self._unnamed.of(scene, end)
        right = isinstance(statement.value, Reference) and statement.value.id in mention.ids
        if person is None and right:
            return False  # the right town speaks for the person, whatever age stands beside it
        return person != statement.subject if person else self._unnamed.excludes(scene, end, statement.subject)

    def _person(self, scene: Scene, mention: EntityMention) -> tuple[str, CueMention] | None:
        """Return the unnamed person who is said to be born in a place, with the cue that says so."""
        if mention.how == "unknown" and (fold(mention.text) in self._regions or " " in mention.text):
            return None
        cue = self._cue(scene, mention)
        person = None if cue is None else self._unnamed.of(scene, min(cue.first, mention.first))
        return None if person is None or cue is None else (person, cue)

    def _cue(self, scene: Scene, mention: EntityMention) -> CueMention | None:
        if mention.how not in ("name", "unknown"):
            return None
        cues = scene.cues.get(BIRTHPLACE, ())
        return next((c for c in cues if c.weight >= _SURE and self._beside(scene, c, mention)), None)

    def _beside(self, scene: Scene, cue: CueMention, mention: EntityMention) -> bool:
        """Whether only small words stand between "born" and a place, and the place is not one of several."""
        tokens = scene.sentence.tokens
        between = (
            tokens[cue.last + 1 : mention.first] if cue.last < mention.first else tokens[mention.last + 1 : cue.first]
        )
        placed = mention.first > 0 and tokens[mention.first - 1].norm in self._small
        return placed and len(between) <= _BETWEEN and all(t.norm in self._small for t in between)
