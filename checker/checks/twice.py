"""One thing with two values in one text: in the headline and the body, in the lead and the boilerplate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.checks import Check
from checker.checks._figures import figure_finding
from checker.figures.amounts import figures_of
from checker.figures.repeated import disagreements, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.repeated import Told
    from checker.mentions import Scene
    from checker.report import Finding

_MOST = 400
"""How many figures are compared with each other at most, so that time stays linear in a long text."""


def _explained(one: Told, other: Told, scenes: Sequence[Scene]) -> bool:
    """Whether the text relates two figures itself: both in one sentence, or their difference beside one of them."""
    by = abs(one.figure.number - other.figure.number)
    for side, rival in ((one, other), (other, one)):
        for mention in side.figure.scene.values:
            numbers = {f.number for f in figures_of(mention, side.figure.scene)}
            if rival.figure.number in numbers or by in numbers:
                return True
    index = {one.figure.scene.index, other.figure.scene.index}
    after = {i + 1 for i in index if i + 1 < len(scenes)}
    return any(by in {f.number for f in figures_of(m, scenes[i])} for i in after for m in scenes[i].values)


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del base
    found = told(document, scenes)[:_MOST]
    reported: set[int] = set()
    for one, other in disagreements(found, found):
        if reported & {one.figure.value.start, other.figure.value.start} or _explained(one, other, scenes):
            continue
        times = [sum(t.figure.number == side.figure.number and t.things & side.things != set() for t in found)
                 for side in (one, other)]  # fmt: skip
        if min(times) > 1:
            continue  # both come back: they are two things
        # What stands alone against a figure that comes back is the slip; else the summary, which was written last.
        blamed, right = (one, other) if times[0] < times[1] or (times[0] == times[1] and one.summary) else (other, one)
        reported |= {t.figure.value.start for t in found if t.figure.number in (one.figure.number, other.figure.number)}
        finding = figure_finding(
            "twice", blamed.figure, explainer, key="twice", related=(right.figure,), confidence=0.75
        )
        yield replace(finding, expected=right.figure.value.text)


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "Two values for one thing in the same text.",
        "nl": "Twee waarden voor één ding in dezelfde tekst.",
    },
)
