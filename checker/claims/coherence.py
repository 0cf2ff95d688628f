"""A sentence mostly gives the figures of one subject: beside one that is right, the next is that subject's too.

"De omzet kwam uit op 212 miljoen, de winst op 94 miljoen": neither names the company, but the text that gives its
revenue rightly speaks of it; so does a figure whose own words and the base alone tell whose it is. What stands nearer
to the right figure, and was no obstacle, is none to the others: "Housing Alpha builds 60 flats and 38 houses" are those
of the estate that has 60 flats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.once import Again
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention

    Judged = tuple[ValueMention, Judgement]

_SMALL = 12
"""Up to which number a figure is easily right by chance."""
_A_DAY = 10
"""How long a day is as it is written in the base ("2026-10-06")."""


def coherent(scene: Scene, judged: Sequence[Judged], linker: Linker, again: Again) -> list[Judged]:
    """Return the judgements of a sentence, those of open figures made with the subjects of the right ones in view.

    `again` judges a figure by the properties that no right figure of the sentence has: a sentence says a thing once.
    """
    right = [
        (mention, judgement.reading)
        for mention, judgement in judged
        if judgement.verdict is Verdict.SUPPORTED and judgement.reading is not None
    ]
    elsewhere = {m.start for m, j in judged if _is_elsewhere(j, [r for _, r in right])}
    judged = [
        (m, Judgement(Verdict.UNVERIFIED, j.reading, reason="other-subject") if m.start in elsewhere else j)
        for m, j in judged
    ]
    vouching = [(m, r) for m, r in right if _telling(m) and r.cue >= WEIGHTS.alarm_cue]
    strange = any(m.how in ("name", "part", "unknown") for m in scene.entities)  # it may be theirs
    vouching += [(m, j.faint) for m, j in judged if j.faint is not None and not strange and _telling(m)]
    for mention, reading in vouching:
        linker.vouch(scene, mention, reading.statement)
    if not vouching:
        return list(judged)
    said = frozenset(reading.statement.property.id for _, reading in right)
    settled = elsewhere | {m.start for m, j in judged if j.faint is not None}  # no figure vouches for itself
    return [
        (m, again(m, frozenset(), said) if j.verdict is Verdict.UNVERIFIED and m.start not in settled else j)
        for m, j in judged
    ]


def _is_elsewhere(judgement: Judgement, right: Sequence[Reading]) -> bool:
    """Whether the subject of an alarm is a word that means somebody else beside a right figure.

    "It has twelve hotels with 1,412 rooms": where "it" has the twelve hotels, it is not the one with 154 rooms.
    """
    reading = judgement.reading
    if judgement.verdict is not Verdict.CONTRADICTED or reading is None:
        return False
    own = {part.start for part in reading.parts if part.role == "subject"}
    others = [r for r in right if r.statement.subject != reading.statement.subject]
    return any(part.start in own for r in others for part in r.parts if part.role == "subject")


def _telling(mention: ValueMention) -> bool:
    """Whether a value is hardly right by chance."""
    value = mention.value
    if value.type == "date":
        return len(value.date or "") >= _A_DAY
    return value.number is not None and (value.number > _SMALL or value.unit is not None)
