"""Totals that their parts do not add up to: "60 homes: 20 in Ede and 30 in Tiel", "in total", "of which"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.checks import Check
from checker.checks._figures import figure_finding
from checker.figures.amounts import far, like
from checker.figures.flow import DATE, FIGURE, flows
from checker.figures.patterns import find, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.amounts import Figure
    from checker.figures.flow import Flow
    from checker.mentions import Scene
    from checker.report import Finding

_FIGURE = re.compile(f"[{chr(FIGURE)}-{chr(DATE - 3)}]")
_DATE = re.compile(f"[{chr(DATE)}-{chr(0x10FFFD)}]")
_BRACKETS = re.compile(r" \([^()]{0,200} \)")
_NEAR = Decimal("0.3")
"""How far off, as a part of the total, a sum of differently named things may be for the total to be meant."""
_FEW = 20
_LONGEST = 600


def _items(flow: Flow, text: str, language: str) -> list[Figure] | None:
    """Return the figures of a list, one an item; None where an item has none or several, or the list names examples."""
    joiners = "|".join(sorted(words_of(language, "and")))
    plain = _BRACKETS.sub("", text)
    items = [item for item in re.split(rf" ,(?: (?:{joiners}))?| (?:{joiners})(?= )", plain) if item.strip()]
    found: list[Figure] = []
    for item in items:
        figures = [c for c in _FIGURE.findall(item) if flow.figure(c).kind[0] != "ordinal"]
        if not figures and found and not words_of(language, "articles") & set(item.split()[:1]):
            continue  # "280 technicians and office staff"
        words = set(item.split())
        if len(figures) != 1 or _DATE.search(item) or words & words_of(language, "nothing"):
            return None
        found.append(flow.figure(figures[0]))
    return found


def _wrong(total: Figure, parts: Sequence[Figure], language: str) -> Decimal | None:
    """Return what the parts add up to where that is not the total and the total is meant to be their sum."""
    own = [like(part, total) for part in parts]
    total = like(total, own[0]) if own else total
    usable = all(p.kind == total.kind and not p.fraction and p.value.role != "multiple" for p in own)
    if len(own) < 2 or not usable or total.fraction or total.kind[0] in ("percent", "duration") or total.loose:
        return None
    found = sum((p.number for p in own), Decimal(0))
    if not far(found, total.number, (total, *own)):
        return None
    noun = total.value.noun and stem(total.value.noun, language)
    other_things = any(p.value.noun and stem(p.value.noun, language) != noun for p in own)
    if other_things and total.kind[0] == "count" and total.number < _FEW:
        return None
    return found if abs(found - total.number) <= _NEAR * max(total.number, Decimal(4)) else None


def _listed(flow: Flow, explainer: Explainer) -> Iterator[Finding]:
    """Yield totals before a colon that the list after it does not give."""
    language = explainer.language
    for hit in find(flow, language, "list_start"):
        rest = flow.text[hit.end : hit.end + _LONGEST]
        end = re.search(r" [.;!?:](?= |$)", rest)
        parts = _items(flow, rest[: end.start()], language) if end else None
        if parts is None:
            continue
        total = flow.figure(hit.kept["T"])
        before = [f for f in flow.near(total, back=0) if f.value.start <= total.value.start]
        if total.number == len(parts) and len(before) > 1:
            total = before[-2]  # "860 students at three sites: ..."
        found = _wrong(total, parts, language)
        if found is not None and not any(_sums(parts, f) for f in before):
            yield figure_finding("sum", total, explainer, key="sum", related=parts, expected=found)


def _in_total(flow: Flow, explainer: Explainer) -> Iterator[Finding]:
    """Yield totals that follow the sentence with their parts."""
    for hit in find(flow, explainer.language, "total_after"):
        total = flow.figure(hit.kept["T"])
        before = [f for f in flow.near(total) if f.scene.index == total.scene.index - 1]
        parts = [f for f in before if like(f, total).kind == total.kind]
        runs = [parts[i:j] for i in range(len(parts)) for j in range(i + 2, len(parts) + 1)]
        if len(parts) > 8 or any(_sums(run, total) for run in runs):
            continue
        found = _wrong(total, parts, explainer.language)
        if found is not None:
            yield figure_finding("sum", total, explainer, key="sum", related=parts, expected=found)


def _sums(parts: Sequence[Figure], total: Figure) -> bool:
    own = [like(part, total) for part in parts]
    found = sum((p.number for p in own), Decimal(0))
    return not far(found, total.number, (total, *own))


def _of_which(flow: Flow, explainer: Explainer) -> Iterator[Finding]:
    """Yield totals of which the parts that are named are more than all."""
    for hit in find(flow, explainer.language, "of_which"):
        total, *parts = (flow.figure(hit.kept[name]) for name in "TXY")
        own = [like(part, total) for part in parts]
        if any(p.kind != total.kind or p.fraction or p.loose for p in own) or total.loose:
            continue
        if own[-1].number > total.number and own[-1].value.noun is not None:
            continue  # "412 shops, of which 137 are franchises, and 31,200 employees"
        found = sum((p.number for p in own), Decimal(0))
        if found > total.number and far(found, total.number, (total, *own)):
            yield figure_finding("sum", total, explainer, key="parts_exceed", related=parts, expected=found)


def _grown(flow: Flow, explainer: Explainer) -> Iterator[Finding]:
    """Yield new totals that are not an old one and what was added: "eight more will come, making 72"."""
    for hit in find(flow, explainer.language, "grown"):
        total, added = flow.figure(hit.kept["T"]), flow.figure(hit.kept["N"])
        added = like(added, total)
        earlier = [like(f, total) for f in flow.near(added) if f.scene.index < total.scene.index]
        earlier = [f for f in earlier if f.kind == total.kind == added.kind]
        if not earlier or total.loose or added.loose:
            continue
        if not any(_sums((one, added), total) for one in earlier):
            first = min(earlier, key=lambda f: abs(f.number + added.number - total.number))
            if abs(first.number + added.number - total.number) <= _NEAR * total.number:
                expected = first.number + added.number
                yield figure_finding("sum", total, explainer, key="sum", related=(first, added), expected=expected)


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    for flow in flows(scenes):
        if len(flow.figures) >= 3:
            yield from _listed(flow, explainer)
            yield from _in_total(flow, explainer)
            yield from _of_which(flow, explainer)
            yield from _grown(flow, explainer)


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A total that is not the sum of its parts.",
        "nl": "Een totaal dat niet de som van de delen is.",
    },
)
