"""A sentence says a thing once: where a figure is right, another of its kind beside it is about something else.

"Its 19 federations have 1.2 million members", "42, who was 29 when she began"; "96 homes: 66 apartments" has 66 judged
as what else it may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Amount
from checker.report import Verdict
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention

    Again = Callable[[ValueMention, frozenset[str], frozenset[str]], Judgement]
    """Judges a value without these statements and without these properties."""

Judged = tuple["ValueMention", Judgement]

_SMALL = 20
"""Up to which number two figures are easily the same by chance."""
_LISTED = 2
"""How near two figures of a list stand; each may have a subject of its own ("have four and three wins")."""


def once(scene: Scene, judged: Sequence[Judged], linker: Linker, again: Again) -> list[Judged]:
    """Return the judgements of a sentence without alarms about what another of its figures says rightly.

    `again` judges a figure by the statements that may still be meant. Those are of other properties, or of another year
    where what is right is the old figure ("rose to 221 million from 189 million").
    """
    right = [
        (mention, judgement.reading.statement)
        for mention, judgement in judged
        if judgement.verdict is Verdict.SUPPORTED and judgement.reading is not None and _alone(mention)
        if not _is_roughly_anothers(scene, mention, judgement.reading, linker)
    ]
    old = {mention.start for mention, _ in right if linker.compared(scene, mention)}
    found = []
    for mention, judgement in judged:
        said = [(other, s) for other, s in right if other.start in old or not _listed(mention, other)]
        reading = judgement.reading
        if judgement.verdict is not Verdict.CONTRADICTED or reading is None or not _alone(mention):
            found.append((mention, judgement))
        elif any(_same(mention, other) and s.property != reading.statement.property for other, s in right):
            found.append((mention, Judgement(Verdict.UNVERIFIED, reading, reason="no-statement")))
        elif any(s.id == reading.statement.id for _, s in said):
            others = frozenset(s.property.id for other, s in said if other.start not in old)
            found.append((mention, again(mention, frozenset(s.id for _, s in said), others)))
        else:
            found.append((mention, judgement))
    return found


def _is_roughly_anothers(scene: Scene, mention: ValueMention, reading: Reading, linker: Linker) -> bool:
    """Whether a figure is only near what a statement says, and most likely of others ("others have some 91")."""
    fact = reading.expected
    if mention.value.hedge != "about" or not isinstance(fact, Amount) or fact.number == mention.value.number:
        return False
    return bool(linker.with_every_veto(reading, scene, mention).vetoes)


def _same(one: ValueMention, other: ValueMention) -> bool:
    """Whether two values are one figure that is said twice, and no small number that many things have."""
    number = one.value.number
    return (
        number is not None and number == other.value.number and one.value.unit == other.value.unit and number > _SMALL
    )


def _alone(mention: ValueMention) -> bool:
    """Whether a value is a figure, and no end of a range."""
    return mention.side is None and mention.value.type != "date"


def _listed(one: ValueMention, other: ValueMention) -> bool:
    return max(one.first - other.last, other.first - one.last) <= _LISTED
