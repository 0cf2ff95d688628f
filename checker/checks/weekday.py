"""The weekday that a text gives for a date must be that date's weekday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.checks import Check
from checker.comparing import read_period
from checker.languages import supported
from checker.report import Finding, Repair, Verdict
from checker.wording import messages, show_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene, ValueMention
    from checker.names import NameIndex
    from checker.period import Period


def _run(
    document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer, names: NameIndex
) -> Iterator[Finding]:
    del base, names
    days = {name.casefold(): number for code in supported() for number, name in enumerate(messages(code).weekdays)}
    for scene in scenes:
        tokens = scene.sentence.tokens
        for mention in scene.values:
            if mention.value.type != "date":
                continue
            when = read_period(mention.value.date)
            if when is None or when.first != when.last:
                continue
            # The weekday may be part of what was read as the date, or stand before it or in brackets after it.
            around = tokens[max(0, mention.first - 2) : mention.last + 3]
            given = [t for t in around if t.norm in days]
            if len(given) != 1 or days[given[0].norm] == when.first.weekday():
                continue
            token = given[0]
            if not any(c.isdigit() for c in mention.value.text):
                continue
            if str(when.first.year) not in mention.value.text and not _near(document, scene, mention, when):
                continue
            right = messages(explainer.language).weekdays[when.first.weekday()]
            yield Finding(
                verdict=Verdict.INCONSISTENT,
                check="weekday",
                start=token.start,
                end=token.end,
                text=token.text,
                sentence=explainer.sentence(scene),
                explanation=explainer.say(
                    "weekday",
                    date=show_day(when.first, explainer.ui),
                    expected=messages(explainer.ui).weekdays[when.first.weekday()],
                    claimed=token.text,
                ),
                claimed=token.text,
                expected=right,
                expected_value={"type": "weekday", "text": right},
                repairs=(Repair(token.start, token.end, right),),
            )


def _near(document: Document, scene: Scene, mention: ValueMention, when: Period) -> bool:
    """Whether a date without a year can only be of the document's own time: half a year around it, no other year near."""
    if document.date is None or document.date.precision != "day":
        return False
    if abs((when.first - document.date.first).days) > 200:
        return False
    years = [m for m in scene.values if m is not mention and m.value.type == "date" and m.value.date]
    return not any(str(when.first.year) != (m.value.date or "")[:4] for m in years)


check = Check(run=_run)
