"""Shares that do not follow from the figures beside them: "12 of 40 (25 percent)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.checks import Check
from checker.checks._figures import figure_finding, rounded
from checker.figures.amounts import like, ratio, share_fits
from checker.figures.flow import counts_by_noun, flows
from checker.figures.patterns import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.amounts import Figure
    from checker.figures.flow import Flow
    from checker.mentions import Scene
    from checker.report import Finding


def _fits(claim: Figure, part: Figure, whole: Figure) -> bool:
    part, whole = like(part, whole), like(whole, part)
    if part.kind != whole.kind or part.number > whole.number:
        return False
    bounds = ratio(part, whole)
    return bounds is None or share_fits(claim, *bounds)


def _claims(flow: Flow, language: str) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield (share, part, whole) of every share that a sentence gives with its figures, each share once."""
    seen: set[int] = set()
    for claim, part, whole in _stated(flow, language):
        same = like(part, whole).kind == like(whole, part).kind
        if claim.share is None or not same or part.fraction or whole.fraction or claim.value.start in seen:
            continue
        seen.add(claim.value.start)
        yield claim, part, whole


def _stated(flow: Flow, language: str) -> Iterator[tuple[Figure, Figure, Figure]]:
    for hit in find(flow, language, "share"):
        yield flow.figure(hit.kept["P"]), flow.figure(hit.kept["X"]), flow.figure(hit.kept["T"])
    for hit in find(flow, language, "share_of_before"):
        claim, part = flow.figure(hit.kept["P"]), flow.figure(hit.kept["X"])
        before = [f for f in flow.near(part) if f.scene is not part.scene]
        wholes = [f for f in before if like(part, f).kind == f.kind and f.number >= like(part, f).number]
        if wholes:
            yield claim, part, min(wholes, key=lambda f: f.number)


def _named(flow: Flow, language: str, counts: dict[str, list[Figure]]) -> Iterator[tuple[Figure, Figure, list[Figure]]]:
    """Yield (share, part, what the whole may be) where the whole is named only: "of the members 186 are organic"."""
    for hit in find(flow, language, "share_of_named"):
        claim, part = flow.figure(hit.kept["P"]), flow.figure(hit.kept["X"])
        wholes = [f for f in counts.get(stem(hit.kept["unit"], language), []) if f.number > part.number]
        if claim.share is not None and not part.fraction and wholes:
            yield claim, part, wholes


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    blocks = list(flows(scenes))
    counts = counts_by_noun(blocks, explainer.language)
    for flow in blocks:
        for claim, part, wholes in _named(flow, explainer.language, counts):
            numbers = [f.number for f in wholes]
            often = max(numbers, key=numbers.count)
            if numbers.count(often) > 1 and not claim.loose and not any(_fits(claim, part, f) for f in wholes):
                whole = wholes[numbers.index(often)]
                share = rounded(part.number / whole.number * 100, claim)
                yield figure_finding("share", claim, explainer, key="share", related=(part, whole), expected=share)
        for claim, part, whole in _claims(flow, explainer.language):
            finding = _judged(flow, claim, part, whole, explainer)
            if finding is not None:
                yield finding


def _judged(flow: Flow, claim: Figure, part: Figure, whole: Figure, explainer: Explainer) -> Finding | None:
    near = [f for f in flow.near(claim, back=2) if f.value is not claim.value and f.share is None]
    part, whole = like(part, whole), like(whole, part)
    if claim.loose or part.number > whole.number or any(_fits(claim, part, f) for f in near if f.value != part.value):
        return None
    share = rounded(part.number / whole.number * 100, claim)
    return figure_finding("share", claim, explainer, key="share", related=(part, whole), expected=share)


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A share that does not follow from part and whole.",
        "nl": "Een aandeel dat niet volgt uit deel en geheel.",
    },
)
