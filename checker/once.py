"""A sentence says a thing once: where a figure is right, another of its kind beside it is about something else.

"Its 19 federations have 1.2 million members", "412 million, from 385 million", "42, who was 29 when she began".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import Verdict
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.mentions import ValueMention

Judged = tuple["ValueMention", Judgement]

_LISTED = 2
"""How near two figures of a list stand; each may have a subject of its own ("have four and three wins")."""


def once(judged: Sequence[Judged]) -> list[Judged]:
    """Return the judgements of a sentence without alarms about what another of its figures says rightly."""
    right = [
        (mention, judgement.reading.statement.id)
        for mention, judgement in judged
        if judgement.verdict is Verdict.SUPPORTED and judgement.reading is not None and _alone(mention)
    ]
    found = []
    for mention, judgement in judged:
        reading = judgement.reading
        if (
            judgement.verdict is Verdict.CONTRADICTED
            and reading is not None
            and _alone(mention)
            and any(statement == reading.statement.id and not _listed(mention, other) for other, statement in right)
        ):
            found.append((mention, Judgement(Verdict.UNVERIFIED, reading, reason="no-statement")))
        else:
            found.append((mention, judgement))
    return found


def _alone(mention: ValueMention) -> bool:
    """Whether a value is a figure, and no end of a range."""
    return mention.side is None and mention.value.type != "date"


def _listed(one: ValueMention, other: ValueMention) -> bool:
    return max(one.first - other.last, other.first - one.last) <= _LISTED
