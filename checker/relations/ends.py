"""The two ends of a route, said of their nouns: "The start is in Delft and the finish in Gouda", "de finish is in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import Part
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene
    from checker.relations.slots import Slot

_ENDS = frozenset({"route_start", "route_end"})
_REACH = 8
_OF = 2
"""How far behind "of" the name begins."""


class Ends:
    """Reads in one document where things start and finish."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        rules = evidence.rules
        self._small = frozenset((*rules.copulas, *rules.auxiliaries, *rules.standing, *evidence.articles))
        self._places = frozenset(rules.place_prepositions)

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the statements about an end of a route in whose value's place a town stands."""
        tokens = scene.sentence.tokens
        if mention.how != "name" or not mention.first or tokens[mention.first - 1].norm not in self._places:
            return
        if any(self._evidence.type_of(i) != "place" for i in mention.ids):
            return
        for statement in statements:
            if not _ENDS & set(statement.property.signs):
                continue
            for cue in scene.cues.get(statement.property.id, ()):
                parts = self._of_end(scene, mention, statement, cue)
                if parts is not None:
                    yield statement, (*parts, Part("cue", "", cue.start, cue.end))
                    break

    def elsewhere(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether a town stands at an end of a route, and a statement tells of another place."""
        if statement.property.type != "place":
            return False
        facts = self._evidence.base.by_subject.get(statement.subject, ())
        ends = [s for s in facts if s.property.id != statement.property.id]
        return any(True for _ in self.slots(scene, mention, ends))

    def _of_end(
        self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention
    ) -> tuple[Part, ...] | None:
        """Return the parts that say whose end it is; None where another word stands between the noun and the town."""
        tokens, rules = scene.sentence.tokens, self._evidence.rules
        before = tokens[cue.first - 1].norm if cue.first else ""
        if not 0 < mention.first - cue.last <= _REACH or before not in self._evidence.articles:
            return None
        between = tokens[cue.last + 1 : mention.first - 1]
        named = None
        if between and between[0].norm in rules.partitives:
            named = next((m for m in scene.entities if 0 < m.first - between[0].index <= _OF), None)
            if named is None or statement.subject not in named.ids:
                return None
            between = tokens[named.last + 1 : mention.first - 1]
        if any(t.norm not in self._small for t in between):
            return None
        if named is not None:
            return (Part("subject", named.text, named.start, named.end),)
        whole = (0, len(tokens) - 1)
        answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, whole)
        return answer.parts if answer.score >= WEIGHTS.alarm_subject and not answer.rival else None
