"""New figures of which only what they are compared with tells the year: "drew 79,400 visitors, up from 68,400".

Where the old figure beside one is right for some year, or the change is right between two years, the new one is that of
the year after it, though the text names no year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.evidence.siblings import UNNAMED
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.earlier import Earlier
    from checker.claims.increases import Increases
    from checker.factbase.model import Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention

    Judged = tuple[ValueMention, Judgement]

_CONFIDENCE = 0.75
_CLOSE = 4
"""How many words on from a change what it led to may stand ("rose 9.4 per cent to EUR 204 million")."""


class Vouched:
    """Judges the new figures of one document."""

    def __init__(self, linker: Linker, earlier: Earlier, increases: Increases) -> None:
        """Share what knows the figure before another one, and the difference of two."""
        self._linker = linker
        self._earlier = earlier
        self._increases = increases

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of figures whose year the figures beside them tell."""
        found = list(judged)
        for position, (mention, judgement) in enumerate(found):
            if judgement.verdict is not Verdict.UNVERIFIED or mention.value.role != "amount":
                continue
            if self._linker.compared(scene, mention):
                continue
            wrong = next(self._wrong(scene, mention, judged), None)
            if wrong is not None:
                found[position] = mention, Judgement(Verdict.CONTRADICTED, wrong, confidence=_CONFIDENCE)
        return found

    def _wrong(self, scene: Scene, mention: ValueMention, judged: Sequence[Judged]) -> Iterator[Reading]:
        """Yield the reading of a figure by the one statement that it can be of."""
        for reading in self._linker.readings(scene, mention):
            sure = reading.subject >= WEIGHTS.alarm_subject and reading.cue >= WEIGHTS.alarm_cue
            if reading.agreement is Agreement.INSIDE and reading.subject >= WEIGHTS.support_subject:
                return
            if reading.agreement is not Agreement.APART or not sure or reading.score < WEIGHTS.alarm:
                continue
            if set(reading.vetoes) != {UNNAMED} or reading.conflicts:
                continue
            old = next(iter(self._earlier.before(reading.statement)), None)
            if old is None:
                continue
            if any(self._is_old(scene, other, judgement, old) for other, judgement in judged) or any(
                self._is_change(mention, other, reading) for other, _ in judged
            ):
                yield reading

    def _is_old(self, scene: Scene, mention: ValueMention, judgement: Judgement, old: Statement) -> bool:
        """Whether a figure is what another one is compared with, and right for a statement."""
        reading = judgement.reading
        if judgement.verdict is not Verdict.SUPPORTED or reading is None or reading.statement.id != old.id:
            return False
        return self._linker.compared(scene, mention)

    def _is_change(self, mention: ValueMention, other: ValueMention, new: Reading) -> bool:
        """Whether a percentage right before a figure is by how much the statement's own figure rose or fell."""
        value = other.value
        if value.type != "percent" or value.role != "difference" or not 0 < mention.first - other.last <= _CLOSE:
            return False
        pair = self._increases.against(other, new, None)
        return pair is not None and pair[0].agreement is Agreement.INSIDE
