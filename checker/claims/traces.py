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
from checker.vetoes.vetoes import ANOTHER_NOUN
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.distortions import Distortion
    from checker.factbase.model import FactBase, Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.values.model import Value

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
        "a figure of another time",
    }
)
"""What may make a figure another one than the base's; hardly so where it is the base's own with two digits swapped."""
_NEARER = "another subject is nearer"
_BARE = "nothing says what is counted"
_ELSEWHERE = "the cue is not beside the date"

_FOREIGN = frozenset(
    {
        "somebody else",
        "those of somebody else",
        "what is the subject's, and not the subject",
        "a figure to compare with",
        "a figure for each",
        "a figure for each year",
        "what it is compared with",
        "the row of something else",
        "what was so under somebody else",
        "what was so at another time",
        "any one of its kind",
        "another price or size for some",
        "another one of a series",
        "a heading without its subject",
        "part of a name",
        "a hypothesis",
        "a negation",
        "a difference",
        "what was",
    }
)
"""What makes a figure somebody else's or that of another time, whatever it looks like."""
_AMOUNTS = frozenset({"a difference", "a figure for each", "a figure for each year"})
"""Those of them that may be the same number by chance, and hardly so with the unit swapped."""
_MONTH = 7
"""How long a month is as it is written in the base ("1974-11")."""
_MEASURED = frozenset({"quantity", "money", "percent", "duration"})
_RARE = frozenset({*_MEASURED, "ordinal"})
"""Types of which two figures are next to never each other's mirror by chance: they have a unit, or are ranks."""


class Traces:
    """Finds the slips that left a trace in the figures of one document."""

    def __init__(self, base: FactBase, linker: Linker) -> None:
        """Share the linker of the document."""
        self._linker = linker
        self._said: set[str] = set()
        """The statements that the text has given rightly so far."""
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        for statement in base.statements:
            if isinstance(statement.value, Amount | Moment):
                self._statements[statement.property.type].append(statement)

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of figures that are a figure of the base gone wrong."""
        said = {j.reading.statement.id for _, j in judged if j.verdict is Verdict.SUPPORTED and j.reading is not None}
        self._said |= said
        found = []
        for mention, judgement in judged:
            better = self._better(scene, mention, judgement) if mention.side is None else None
            reading = better.reading if better is not None else None
            if better is None or reading is None or self._given(reading, said):
                found.append((mention, judgement))
            else:
                found.append((mention, better))
        return found

    def _given(self, reading: Reading, said: set[str]) -> bool:
        """Whether the text has given a figure rightly: here, or before and this one is not clearly the same."""
        statement = reading.statement.id  # "a grant of 2.1 million. The bar brings in 1.2 million"
        return statement in said or (statement in self._said and not _clear(reading))

    def _better(self, scene: Scene, mention: ValueMention, judgement: Judgement) -> Judgement | None:
        """Return the judgement of a figure as one gone wrong, where nothing surer was found."""
        blamed = judgement.reading if judgement.verdict is Verdict.CONTRADICTED else None
        if judgement.verdict is not Verdict.UNVERIFIED and (
            blamed is None or distortion(mention.value, blamed.statement.value) is not None
        ):
            return None
        found = sorted(self._traces(scene, mention), key=lambda pair: (-pair[1].score, pair[1].statement.id))
        if blamed is not None:
            found = [pair for pair in found if _clear(pair[1])]
        if not found:
            return None
        readings = self._linker.readings(scene, mention)
        slip, best = found[0]
        sure = mention.value.type in _RARE and _clear(best)
        if any(_is_right(reading) or (not sure and _is_theirs(reading, best)) for reading in readings):
            return None
        if any(other.statement.property.id != best.statement.property.id for _, other in found[1:]):
            return None  # two figures that this may be
        return Judgement(Verdict.CONTRADICTED, best, reason=slip, confidence=WEIGHTS.traced)

    def _traces(self, scene: Scene, mention: ValueMention) -> Iterator[tuple[Distortion, Reading]]:
        strange = any(m.how == "unknown" and m.first < mention.first for m in scene.entities)
        for statement in self._statements.get(mention.value.type, ()):
            slip = distortion(mention.value, statement.value)
            reading = self._linker.read_as(statement, scene, mention) if slip is not None else None
            if slip is not None and reading is not None and _speaks(slip, reading, mention.value, strange=strange):
                yield slip, reading


def _is_right(reading: Reading) -> bool:
    """Whether a figure is a right one of somebody in view."""
    return reading.agreement is Agreement.INSIDE and reading.subject >= WEIGHTS.support_subject


def _is_theirs(reading: Reading, traced: Reading) -> bool:
    """Whether somebody else who has the property too stands in the sentence, and the subject of the trace does not."""
    one, other = reading.statement, traced.statement
    named = reading.subject >= WEIGHTS.named > traced.subject
    return named and one.property.id == other.property.id and one.subject != other.subject


def _clear(reading: Reading) -> bool:
    """Whether the sentence says by itself whose and which figure it gives."""
    return reading.subject >= WEIGHTS.traced_subject and reading.cue >= WEIGHTS.traced_cue


def _speaks(slip: Distortion, reading: Reading, value: Value, *, strange: bool) -> bool:
    """Whether the sentence says enough about a statement, for a figure with such a trace of it.

    `strange` says that a name that the base does not know stands before the figure: it may be theirs.
    """
    if reading.agreement is not Agreement.APART or reading.denied:
        return False
    of_now = reading.when in ("always", "now", "unknown")
    if reading.conflicts or (not of_now and not (slip == "swapped" and _clear(reading) and not reading.vetoes)):
        return False
    subject, cue = reading.subject, reading.cue
    against = set(reading.vetoes)
    if slip == "mistyped":
        likely = (value.type in _MEASURED and subject >= WEIGHTS.traced_subject) or (
            subject >= WEIGHTS.traced_weakly and cue >= WEIGHTS.traced_cue
        )
        return likely and not against
    if subject < WEIGHTS.traced_subject and strange and slip != "unit":
        return subject >= WEIGHTS.traced_faintly and cue >= WEIGHTS.traced_cue and not against - _NARROW - {_NEARER}
    if slip == "unit" or (slip == "swapped" and value.type in _RARE):
        in_view = subject >= WEIGHTS.traced_dimly or (subject > 0 and (cue >= WEIGHTS.traced_dim_cue or slip == "unit"))
        return in_view and not against & (_FOREIGN - _AMOUNTS if slip == "unit" else _FOREIGN)
    if value.type == "date" and slip == "swapped" and len(value.date or "") >= _MONTH:
        against.discard(_ELSEWHERE)  # "November 1947" for November 1974
    faintly = 0.0 if slip == "swapped" else WEIGHTS.traced_faintly
    in_view = subject >= WEIGHTS.traced_subject or (subject > faintly and cue >= WEIGHTS.traced_cue)
    against -= _NARROW
    if cue >= WEIGHTS.traced_cue:
        against.discard(_NEARER)
    if slip == "swapped" and subject >= WEIGHTS.traced_subject:
        against.discard(_BARE)
        if cue >= WEIGHTS.traced_hint:
            against.discard(ANOTHER_NOUN)
    return in_view and not against
