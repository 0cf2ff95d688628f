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
    from checker.mentions import Scene
    from checker.names import NameIndex


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
            if not any(c.isdigit() for c in mention.value.text) or str(when.first.year) not in mention.value.text:
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
    del document


check = Check(run=_run)
