"""A number in digits and in words that are not the same: "5 (six)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.checks import Check
from checker.checks._figures import figure_finding
from checker.figures.flow import flows
from checker.figures.patterns import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import Finding

_YEARS = 1900


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    for flow in flows(scenes):
        for hit in find(flow, explainer.language, "digits"):
            one, other = flow.figure(hit.kept["A"]), flow.figure(hit.kept["B"])
            written = {f.value.text.replace(".", "").replace(",", "").isdigit() for f in (one, other)}
            counts = one.kind == other.kind == ("count", "") and not (one.fraction or other.fraction)
            plain = one.value.role == other.value.role == "amount" and not (one.loose or other.loose)
            if written != {True, False} or not counts or not plain or one.number == other.number:
                continue
            if max(one.number, other.number) >= _YEARS or one.value.end > other.value.start:
                continue
            yield figure_finding(
                "digits", other, explainer, key="digits", related=(one,), expected=one.number, confidence=0.9
            )


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A number in digits and in words that are not the same.",
        "nl": "Een getal in cijfers en in woorden die niet gelijk zijn.",
    },
)
