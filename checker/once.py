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


def once(judged: Sequence[Judged]) -> list[Judged]:
    """Return the judgements of a sentence without alarms about what another of its figures says rightly."""
    said = {
        judgement.reading.statement.id
        for mention, judgement in judged
        if judgement.verdict is Verdict.SUPPORTED and judgement.reading is not None and mention.side is None
    }
    return [
        (mention, Judgement(Verdict.UNVERIFIED, judgement.reading, reason="no-statement"))
        if judgement.verdict is Verdict.CONTRADICTED
        and judgement.reading is not None
        and mention.side is None
        and judgement.reading.statement.id in said
        else (mention, judgement)
        for mention, judgement in judged
    ]
