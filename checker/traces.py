"""Slips that leave a trace: a figure that the text says little about, and that is a figure of the base gone wrong.

Where a sentence does not say clearly whose or which figure it gives, the shape of a wrong figure may: "830 metres" in
a text about a hall whose belt is 380 metres long. Whatever the figure looks like, its subject must be in view, and
nothing may speak for another figure. A right figure has no trace, so that this never vouches for one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.distortions import distortion
from checker.factbase.model import Amount, Moment
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.distortions import Distortion
    from checker.factbase.model import FactBase, Statement
    from checker.linking import Linker, Reading
    from checker.mentions import Scene, ValueMention

    Judged = tuple[ValueMention, Judgement]

_NARROW = frozenset(
    {
        "a condition that the base does not know",
        "a restriction that the base does not know",
        "a frame that the base does not know",
        "a place that the base does not know of",
        "a new thing",
        "a part of the year",
        "a part of something, or a change",
    }
)
"""What may make a figure another one than the base's; hardly so where it is the base's own with two digits swapped."""
_NEARER = "another subject is nearer"
_MEASURED = frozenset({"quantity", "money", "percent", "duration"})


class Traces:
    """Finds the slips that left a trace in the figures of one document."""

    def __init__(self, base: FactBase, linker: Linker) -> None:
        """Share the linker of the document."""
        self._linker = linker
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        for statement in base.statements:
            if isinstance(statement.value, Amount | Moment):
                self._statements[statement.property.type].append(statement)

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of figures that are a figure of the base gone wrong."""
        said = {j.reading.statement.id for _, j in judged if j.verdict is Verdict.SUPPORTED and j.reading is not None}
        found = []
        for mention, judgement in judged:
            unknown = judgement.verdict is Verdict.UNVERIFIED and mention.side is None
            better = self._better(scene, mention) if unknown else None
            if better is None or better.reading is None or better.reading.statement.id in said:
                found.append((mention, judgement))
            else:
                found.append((mention, better))
        return found

    def _better(self, scene: Scene, mention: ValueMention) -> Judgement | None:
        found = sorted(self._traces(scene, mention), key=lambda pair: (-pair[1].score, pair[1].statement.id))
        if not found or self._is_right(scene, mention):
            return None
        slip, best = found[0]
        if any(other.statement.property.id != best.statement.property.id for _, other in found[1:]):
            return None  # two figures that this may be
        return Judgement(Verdict.CONTRADICTED, best, reason=slip, confidence=WEIGHTS.traced)

    def _traces(self, scene: Scene, mention: ValueMention) -> Iterator[tuple[Distortion, Reading]]:
        for statement in self._statements.get(mention.value.type, ()):
            slip = distortion(mention.value, statement.value)
            reading = self._linker.read_as(statement, scene, mention) if slip is not None else None
            if (
                slip is not None
                and reading is not None
                and _speaks(slip, reading, measured=mention.value.type in _MEASURED)
            ):
                yield slip, reading

    def _is_right(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the figure is a right one of somebody in view."""
        return any(
            reading.agreement is Agreement.INSIDE and reading.subject >= WEIGHTS.support_subject
            for reading in self._linker.readings(scene, mention)
        )


def _speaks(slip: Distortion, reading: Reading, *, measured: bool) -> bool:
    """Whether the sentence says enough about a statement, for a figure with such a trace of it."""
    if reading.agreement is not Agreement.APART or reading.conflicts or reading.denied:
        return False
    if reading.when not in ("always", "now", "unknown"):
        return False
    subject, cue = reading.subject, reading.cue
    if slip == "mistyped":
        likely = (measured and subject >= WEIGHTS.traced_subject) or (
            subject >= WEIGHTS.traced_weakly and cue >= WEIGHTS.traced_cue
        )
        return likely and not reading.vetoes
    in_view = subject >= WEIGHTS.traced_subject or (subject >= WEIGHTS.traced_faintly and cue >= WEIGHTS.traced_cue)
    against = set(reading.vetoes) - _NARROW
    if cue >= WEIGHTS.traced_cue:
        against.discard(_NEARER)
    return in_view and not against
