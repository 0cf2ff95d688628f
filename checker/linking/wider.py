"""Every statement that a value of a text may be of, well signalled or not: what the fitted trees choose from.

The rules read a value by the properties that the words around it signal. Here it is read by all statements of its kind
whose subject is in view, by those from which one slip of the hand makes it, as a length of time since a date, as the
last one of a count, and as an end of the time of a role or relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.distortions import distortion, is_slip
from checker.evidence.edges import edges
from checker.evidence.elapsed import countable
from checker.evidence.heads import Heads
from checker.evidence.sides import own_side
from checker.linking.linker import FITS
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.edges import Side
    from checker.factbase.model import Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Parts, Reading
    from checker.mentions import Scene, ValueMention

Cue = tuple[float, "Parts"]

_NOTHING: Cue = (0.0, ())
_FOR_SURE: Cue = (1.0, ())
_MILLION = 100_000
"""From which number on "0.4 million" may be a sum of money."""
_STANDING = frozenset({"building", "place", "product", "vehicle", "venue"})
"""Types of things of which an ordinal says which part it is."""
_YOUNGEST, _OLDEST = 5, 110
_BEFORE = 4
"""How many words before a date may say whether it is a beginning or an end."""


class Wider:
    """Reads the values of one document widely."""

    def __init__(self, linker: Linker) -> None:
        """Index the times of roles and relations."""
        self._linker = linker
        evidence = linker.evidence
        self._evidence = evidence
        self._base = evidence.base
        rules = evidence.rules
        self._turning = frozenset((*rules.turnings, *rules.turned, *rules.be, *rules.copulas))
        self._edges = tuple(edges(evidence.base))
        self._heads = Heads(evidence)

    def in_view(self, scene: Scene, mention: ValueMention) -> list[Reading]:
        """Return every reading of a value whose subject is in view, or that one slip of the hand makes.

        They are as the value was last judged. Reasons against an alarm are only looked for where a rule may raise one.
        """
        segment = self._evidence.times.segment(scene, mention)
        seen = self._linker.seen(scene, mention)
        found = {(r.statement.id, r.statement.property.type, r.statement.subject): r for r in seen}
        for statement, cue in self._statements(scene, mention, segment):
            key = statement.id, statement.property.type, statement.subject
            if key in found:
                continue
            if statement.subject not in self._evidence.in_text:
                if distortion(mention.value, statement.value) is None:
                    continue
            elif not is_slip(mention.value, statement.value):
                answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, segment)
                if answer.score < WEIGHTS.in_view:
                    continue
            reading = self._linker.read(statement, scene, mention, segment, cue, widely=True)
            if reading is not None:
                found[key] = reading
        return list(found.values())

    def matching(self, scene: Scene, mention: ValueMention) -> list[Reading]:
        """Return the readings by which a value is right, of all statements of the base of its kind."""
        segment = self._evidence.times.segment(scene, mention)
        found = []
        for statement, cue in self._statements(scene, mention, segment):
            if self._linker.agreement(statement, scene, mention) is not Agreement.INSIDE:
                continue
            reading = self._linker.read(statement, scene, mention, segment, cue, widely=True)
            if reading is not None and reading.agreement is Agreement.INSIDE:
                found.append(reading)
        return sorted(found, key=lambda r: (-(r.subject + r.cue), r.statement.id))

    def _statements(
        self, scene: Scene, mention: ValueMention, segment: tuple[int, int]
    ) -> Iterator[tuple[Statement, Cue]]:
        """Yield the statements of the kind of a value, with how well the words around it signal their properties."""
        value = mention.value
        types = FITS[value.type]
        cues = self._linker.cues(scene, mention, segment, types)
        if value.type == "ordinal" and value.role == "nth":
            types |= {"count"}
            cues = self._linker.cues(scene, mention, segment, frozenset({"count"})) | cues
        if value.type == "duration" and countable(value.unit):
            types |= {"date"}
            cues = cues | self._linker.lasting(scene, mention)
        if value.type == "count" and value.noun is None and self._is_large(mention):
            types |= {"money"}
            cues = self._linker.cues(scene, mention, segment, frozenset({"money"})) | cues
        if value.type == "count" and value.noun is None and self._turns(scene, mention):
            yield from ((s, _FOR_SURE) for s in self._base.statements if "age" in s.property.signs)
        for prop, statements in self._base.by_property.items():
            spec = self._base.properties[prop]
            if spec.type in types and (value.type != "age" or "age" in spec.signs):
                for statement in statements:
                    if value.type != "ordinal" or spec.type == "ordinal" or self._repeats(statement):
                        yield statement, cues.get(prop, _NOTHING)
        if value.type == "date":
            yield from self._ends(scene, mention)

    def _repeats(self, statement: Statement) -> bool:
        """Whether what is counted of a subject comes one after the other: titles do, the floors of a tower do not.

        In reports of contests wins of a career stand beside those of a season, which rules of their own tell apart.
        """
        return not self._base.contests and self._evidence.type_of(statement.subject) not in _STANDING

    @staticmethod
    def _is_large(mention: ValueMention) -> bool:
        """Whether a number is one of millions, in words of magnitude."""
        value = mention.value
        return value.number is not None and value.number >= _MILLION and any(c.isalpha() for c in value.text)

    def _turns(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a verb of turning or being stands beside a number that may be an age ("she turned forty in May")."""
        number, tokens = mention.value.number, scene.sentence.tokens
        if number is None or not _YOUNGEST <= number <= _OLDEST or number != number.to_integral_value():
            return False
        beside = (*tokens[max(0, mention.first - 1) : mention.first], *tokens[mention.last + 1 : mention.last + 2])
        return any(t.norm in self._turning for t in beside)

    def _ends(self, scene: Scene, mention: ValueMention) -> Iterator[tuple[Statement, Cue]]:
        """Yield the ends of what the sentence says that somebody holds, and of what they hold in any case."""
        if not self._edges:
            return
        beside = {token.index for token in own_side(scene, mention.first, mention.last)}
        heads = (head for head in self._heads.of(scene) if head.first in beside)
        said = {statement.id for head in heads for statement in head.statements}
        side = self._side(scene, mention)
        for edge in self._edges:
            if edge.side == side:
                yield edge.date, _FOR_SURE if edge.held.id in said else _NOTHING

    def _side(self, scene: Scene, mention: ValueMention) -> Side:
        """Return which end of a time a date is, by the words before it; that something was on a date begins it."""
        rules = self._evidence.rules
        near = [t.norm for t in scene.sentence.tokens[max(0, mention.first - _BEFORE) : mention.first + 1]]
        bound = next((word for word in reversed(near) if word in rules.since or word in rules.until), None)
        return "until" if mention.side == "end" or (bound is not None and bound not in rules.since) else "since"
