"""Ages by which a sentence calls whom the one before it spoke of: "The 24-year-old from Lemmer lost", "De 43-jarige".

Such an age names somebody; where it is nobody's, or that of somebody of whom the paragraph does not speak, it is a
wrong age of the only person there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.evidence.own_age import calls
from checker.factbase.model import Amount
from checker.report import Verdict
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention

    Figure = tuple[Scene, ValueMention]

_BACK = 2
"""How many sentences before may be those that speak of somebody."""
_OFF = 2
"""How many years such an age is mostly off."""
_CONFIDENCE = 0.9


class Called:
    """Finds such ages in one document."""

    def __init__(self, linker: Linker) -> None:
        """Share what links the figures of the document."""
        self._linker = linker
        self._evidence = linker.evidence

    def wrong(self, left: Iterable[Figure]) -> Iterator[tuple[Scene, ValueMention, Judgement]]:
        """Yield the ages that are wrong, of the figures that nothing else settles."""
        for scene, mention in left:
            judgement = self._judge(scene, mention)
            if judgement is not None:
                yield scene, mention, judgement

    def _judge(self, scene: Scene, mention: ValueMention) -> Judgement | None:
        if not calls(self._evidence, scene, mention):
            return None
        person, spoken = self._spoken_of(scene)
        if person is None:
            return None
        ages = [r for r in self._linker.readings(scene, mention) if "age" in r.statement.property.signs]
        if any(r.agreement is not Agreement.APART and r.statement.subject in spoken for r in ages):
            return None
        own = next((r for r in ages if r.statement.subject == person), None)
        if own is None or own.conflicts or not _is_slip(own, mention):
            return None
        verdict = Verdict.OUTDATED if own.lately else Verdict.CONTRADICTED
        return Judgement(verdict, own, confidence=_CONFIDENCE)

    def _spoken_of(self, scene: Scene) -> tuple[str | None, frozenset[str]]:
        """Return the one person of whom the sentence before speaks, or None; and all that the paragraph has named."""
        before = [s for s in self._evidence.scenes[: scene.index] if s.sentence.block == scene.sentence.block]
        spoken = frozenset(entity for other in before for mention in other.entities for entity in mention.ids)
        for other in reversed(before[-_BACK:]):
            known = {i for m in other.entities if m.ids for i in range(m.first, m.last + 1)}
            if any(token.capital and token.index and token.index not in known for token in other.sentence.tokens):
                return None, spoken  # somebody whom the base does not know
            people = {
                mention.ids[0]
                for mention in other.entities
                if mention.ids and self._evidence.type_of(mention.ids[0]) == "person"
            }
            if people:
                return (next(iter(people)) if len(people) == 1 else None), spoken
        return None, spoken


def _is_slip(reading: Reading, mention: ValueMention) -> bool:
    """Whether an age is some two years off, or that of the base with its digits swapped."""
    fact, number = reading.expected, mention.value.number
    if reading.agreement is not Agreement.APART or not isinstance(fact, Amount) or number is None:
        return False
    ends = [end for end in (fact.low, fact.high) if end is not None]
    return any(abs(end - number) <= _OFF or str(end)[::-1] == str(number) for end in ends)
