"""Lengths of time that do not follow from their ends: "between 2019 and 2024, six years"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.checks import Check
from checker.checks._figures import figure_finding
from checker.comparing import read_period
from checker.figures.flow import flows
from checker.figures.patterns import find
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.flow import Flow
    from checker.figures.patterns import Hit
    from checker.mentions import Scene
    from checker.report import Finding


def _ends(flow: Flow, hit: Hit) -> tuple[date, date, str] | None:
    """Return the first and last point that a hit names, and how precise both are (`year`, `month` or `day`)."""
    texts = [flow.date(hit.kept[name])[1].value.date or "" for name in ("Y", "Z") if name in hit.kept]
    points = [point.strip() for text in texts for point in text.split("/")]
    if len(points) != 2 or any(
        not p or "." in p or p.startswith("XXXX") != points[0].startswith("XXXX") for p in points
    ):
        return None
    if points[0].startswith("XXXX"):
        points = [p.replace("XXXX", "2001") for p in points]
    first, last = (read_period(point) for point in points)
    if first is None or last is None or first.precision != last.precision or first.is_interval or last.is_interval:
        return None
    return first.first, last.first, first.precision


def _lengths(start: date, end: date, precision: str, unit: str, *, inside: bool) -> frozenset[int]:
    """Return the lengths that may be said of a stretch of time: with its last year, month or day, and without it."""
    if precision == "year" and unit == "year":
        plain = end.year - start.year
    elif precision in ("month", "day") and unit == "month":
        plain = (end.year - start.year) * 12 + end.month - start.month
    elif precision == "day" and unit == "day":
        plain = (end - start).days
    elif precision in ("month", "day") and unit == "year":
        months = (end.year - start.year) * 12 + end.month - start.month
        return frozenset({months // 12, (months + 11) // 12, round(months / 12)})
    else:
        return frozenset()
    if plain < 1:
        return frozenset()
    only = inside and precision == "year"
    less = {plain - 1} if precision == "day" else set()
    return frozenset({plain} if only else {plain, plain + 1} | less)


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    language = explainer.language
    for flow in flows(scenes):
        judged: set[int] = set()
        for relation in ("span_between", "span"):
            for hit in find(flow, language, relation):
                length = flow.figure(hit.kept["L"])
                ends = _ends(flow, hit)
                if length.kind[0] != "duration" or length.value.start in judged or ends is None:
                    continue
                if length.number != length.number.to_integral_value():
                    continue
                judged.add(length.value.start)
                fine = _lengths(*ends, length.value.unit or "", inside=relation == "span_between")
                number = int(length.number)
                if not fine or number in fine or (length.loose and {number - 1, number + 1} & fine):
                    continue
                finding = figure_finding(
                    "duration", length, explainer, key="duration", related=(), expected=Decimal(min(fine)),
                    when=_said(flow, hit, explainer),
                )  # fmt: skip
                yield _with_dates(finding, flow, hit)


def _said(flow: Flow, hit: Hit, explainer: Explainer) -> str:
    mentions = [flow.date(hit.kept[name])[1] for name in ("Y", "Z") if name in hit.kept]
    return " – ".join(explainer.text[m.start : m.end] for m in mentions)


def _with_dates(finding: Finding, flow: Flow, hit: Hit) -> Finding:
    mentions = [flow.date(hit.kept[name])[1] for name in ("Y", "Z") if name in hit.kept]
    return replace(finding, related=tuple(Part("related", m.value.text, m.start, m.end) for m in mentions))


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A length of time that does not follow from its ends.",
        "nl": "Een duur die niet volgt uit begin en einde.",
    },
)
