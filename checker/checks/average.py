"""Averages that do not follow: "54 million over three years, an average of 16 million a year"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.checks import Check
from checker.checks._figures import figure_finding, rounded
from checker.figures.amounts import like
from checker.figures.flow import counts_by_noun, flows
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

_FACTOR = 2
"""How far an average may be off for its figures to be those that it is meant of."""


_LENGTHS = ("year", "month", "week", "day", "hour")


def _length(word: str, language: str) -> str | None:
    """Return the unit of time that a noun names, if it names one."""
    return next((unit for unit in _LENGTHS if word in words_of(language, unit)), None)


def _is_average(mean: Figure, total: Figure, number: Figure) -> bool:
    low, high = total.low / number.high, total.high / number.low
    slack = (mean.step or _last_digit(mean.number)) / 2
    if mean.loose:
        slack += mean.number / 10
    return low <= mean.number + slack and high >= mean.number - slack


def _last_digit(number: Decimal) -> Decimal:
    """Return how finely an average was written: to ones, or to the place of its last digit that is no nought."""
    digits = str(int(abs(number)))
    noughts = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** min(noughts, max(len(digits) - 2, 0))


def _numbers(flow: Flow, mean: Figure, unit: str, all_counts: dict[str, list[Figure]], language: str) -> list[Figure]:
    """Return what the things of an average may number, the surest first: counts of that noun, lengths of time."""
    near = {f.value.start for f in flow.near(mean, back=2)}
    same = [f for f in all_counts.get(stem(unit, language), []) if f.value is not mean.value]
    # The number of a thing elsewhere in the text may be that of another year.
    found = [f for f in same if f.value.start in near]
    length = _length(unit, language)
    if length is not None:
        found += [f for f in flow.near(mean, back=3) if f.kind == ("duration", length)]
    return found


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    language = explainer.language
    blocks = list(flows(scenes))
    counts = counts_by_noun(blocks, language)
    for flow in blocks:
        seen: set[int] = set()
        for hit in find(flow, language, "average"):
            mean = flow.figure(hit.kept["M"])
            if mean.value.start in seen:
                continue
            seen.add(mean.value.start)
            finding = _judged(flow, mean, hit.kept["unit"], counts, explainer)
            if finding is not None:
                yield finding


def _judged(
    flow: Flow, mean: Figure, unit: str, counts: dict[str, list[Figure]], explainer: Explainer
) -> Finding | None:
    language = explainer.language
    near = [f for f in flow.near(mean, back=1) if f.value.start < mean.value.start and f.number > 0]
    mean = next((like(mean, f) for f in reversed(near) if f.kind[0] == "money" and mean.kind == ("count", "")), mean)
    totals = [f for f in near if like(f, mean).kind == mean.kind and f.number > mean.number]
    numbers = _numbers(flow, mean, unit, counts, language)
    anything = [f for f in flow.near(mean, back=2) if f.kind[0] in ("count", "duration") and f.number > 0]
    anything += counts.get(stem(unit, language), [])
    if any(_is_average(mean, t, n) for t in totals for n in (*numbers, *anything) if t is not n and n.number > 0):
        return None
    generic = stem(unit, language) in {stem(word, language) for word in words_of(language, "generic")}
    if generic:
        numbers = [f for f in anything if f.kind == ("count", "") and f.value is not mean.value]
    day = _length(unit, language)
    if not numbers and day is not None and len(near) >= 3:
        return _over_list(near, mean, explainer)
    for total in reversed(totals):
        for number in numbers:
            found = total.number / number.number
            if total is not number and mean.number / _FACTOR < found < mean.number * _FACTOR:
                return figure_finding(
                    "average", mean, explainer, key="average", related=(total, number), expected=rounded(found, mean)
                )
    return None


def _over_list(near: Sequence[Figure], mean: Figure, explainer: Explainer) -> Finding | None:
    """Judge the average of a list whose total stands right before it: three days, their sum, the average a day."""
    *parts, total = near
    parts = [p for p in parts if p.kind == total.kind]
    added = sum((p.number for p in parts), Decimal(0))
    if len(parts) < 2 or abs(added - total.number) > total.step or total.kind != mean.kind:
        return None
    found = total.number / len(parts)
    fits = abs(found - mean.number) <= max(mean.step, _last_digit(mean.number))
    if fits or mean.loose or not mean.number / _FACTOR < found < mean.number * _FACTOR:
        return None
    return figure_finding(
        "average", mean, explainer, key="average", related=(*parts, total), expected=rounded(found, mean)
    )


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "An average that does not follow from total and number.",
        "nl": "Een gemiddelde dat niet volgt uit totaal en aantal.",
    },
)
