"""Rises and falls that do not follow: "from 200 to 250, an increase of 20 percent", "52 more than the 250 before"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.checks import Check
from checker.checks._figures import figure_finding, rounded
from checker.figures.amounts import far, like, ratio, scaled, share_fits
from checker.figures.flow import DATE, flows
from checker.figures.patterns import find, table, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.amounts import Figure
    from checker.figures.flow import Flow
    from checker.figures.patterns import Hit
    from checker.mentions import Scene
    from checker.report import Finding


_ROUGHLY = Decimal("0.1")
"""How far from a multiple, as a part of it, two figures may be."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """What something was and what it became, and where the flow of the text says so."""

    before: Figure
    after: Figure
    start: int
    end: int
    told: tuple[Figure, ...] = ()
    """The figures that say so, where one of the two is computed."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.told or (self.before, self.after)


def _pair(before: Figure, after: Figure, hit: Hit, *told: Figure) -> Iterator[_Pair]:
    before = scaled(like(before, after), after)
    after = like(after, before)
    if before.kind == after.kind and before.number > 0 and not before.fraction:
        yield _Pair(before, after, hit.start, hit.end, told)


def _pairs(flow: Flow, language: str) -> Iterator[_Pair]:
    less = words_of(language, "less")
    for hit in find(flow, language, "pair"):
        yield from _pair(flow.figure(hit.kept["A"]), flow.figure(hit.kept["B"]), hit)
    for hit in find(flow, language, "pair_before"):
        before = flow.figure(hit.kept["A"])
        for after in flow.near(before):
            if after.value.start < before.value.start:
                yield from _pair(before, after, hit)
    for relation, known in (("pair_difference", "B"), ("pair_change", "A")):
        for hit in find(flow, language, relation):
            figure, by = flow.figure(hit.kept[known]), flow.figure(hit.kept["D"])
            by = like(by, figure)
            down = hit.kept.get("more") in less
            sign = 1 if (known == "A") != down else -1
            if by.kind == figure.kind and (figure.value.noun is None or by.value.noun is None or known == "B"):
                step = max(figure.step, by.step)
                other = replace(figure, number=figure.number + sign * by.number, step=step)
                before, after = (figure, other) if known == "A" else (other, figure)
                yield from _pair(before, after, hit, figure, by)


def _glue(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(words_of(language, "glue")))
    date = f"[{chr(DATE)}-{chr(0x10FFFD)}]"
    few = rf"(?: [^\s.,;:()\U000F0000-\U0010FFFD]+| {date}){{0,6}}"
    return re.compile(rf"{few}(?: [,.;(:](?: (?:{words})| {date})*)?")


def _attached(claim: Hit, pairs: Sequence[_Pair], flow: Flow, glue: re.Pattern[str]) -> list[_Pair]:
    """Return the pairs right before a claim, with nothing between them but words that join."""
    found = []
    for pair in pairs:
        if pair.end <= claim.start and claim.start - pair.end < 160:
            between = flow.text[pair.end : claim.start]
            if any(c in between for c in ",.;(:") and glue.fullmatch(between):
                found.append(pair)
    latest = max((pair.end for pair in found), default=0)
    return [pair for pair in found if pair.end == latest]


def _alike(claim: Figure, pair: _Pair) -> bool:
    """Whether a change of this size, in percent or in points, is that of the pair."""
    bounds = ratio(pair.after, pair.before)
    if bounds is None:
        return True
    low, high = bounds[0] - 1, bounds[1] - 1
    if low < 0:
        low, high = (-high, -low) if high < 0 else (Decimal(0), max(high, -low))
    if share_fits(claim, low, high):
        return True
    points = abs(pair.after.number - pair.before.number)
    by = claim.share or Decimal(0)
    return pair.after.kind[0] == "percent" and not far(by, points, (claim, pair.after, pair.before))


def _everywhere(claim: Figure, flow: Flow, *, down: bool = False) -> Iterator[_Pair]:
    """Yield every two figures of the sentence of a claim and the one before it: an alarm needs all of them to fail.

    The greater one comes last, or first where the claim is of a fall.
    """
    near = [f for f in flow.near(claim) if f.value is not claim.value and f.number > 0]
    for before in near:
        for after in near:
            if before.value is not after.value or before.number != after.number:
                one, other = like(before, after), like(after, before)
                if one.kind == other.kind and not one.fraction and (one.number > other.number) == down:
                    yield _Pair(one, other, 0, 0)


def _ends_well(hit: Hit, flow: Flow, language: str) -> bool:
    """Whether nothing follows a percentage that could say what else it is of ("of 8 percent in Germany")."""
    rest = flow.text[hit.end :]
    follows = ("", *(f" {fold(word)}" for word in table(language).words.get("after_share", ())))
    return bool(re.match(r" [.,;:)]|$", rest)) or any(word and rest.startswith(word) for word in follows)


def _percentages(flow: Flow, pairs: Sequence[_Pair], explainer: Explainer) -> Iterator[Finding]:
    language = explainer.language
    glue = _glue(language)
    falling = words_of(language, "falling") | words_of(language, "less")
    claims: dict[int, tuple[Figure, list[_Pair], list[_Pair]]] = {}
    for hit in find(flow, language, "percent_first"):
        claim = flow.figure(hit.kept["P"])
        own = list(_pair(flow.figure(hit.kept["A"]), flow.figure(hit.kept["B"]), hit))
        if claim.share is not None and own:
            claims.setdefault(claim.value.start, (claim, own, []))
    for hit in find(flow, language, "percent"):
        claim = flow.figure(hit.kept["P"])
        if claim.share is not None and _ends_well(hit, flow, language):
            attached = _attached(hit, pairs, flow, glue)
            if attached:
                down = not falling.isdisjoint((hit.kept.get("rising"), hit.kept.get("more")))
                near = list(_everywhere(claim, flow, down=down))
                claims.setdefault(claim.value.start, (claim, attached, near))
    for claim, own, near in claims.values():
        fine = any(_alike(claim, pair) for pair in (*own, *near))
        if not fine and not claim.loose:
            pair = own[0]
            change = abs(pair.after.number / pair.before.number - 1) * 100
            yield figure_finding(
                "change",
                claim,
                explainer,
                key="change",
                related=pair.figures,
                expected=rounded(change, claim),
            )


def _differences(flow: Flow, pairs: Sequence[_Pair], explainer: Explainer) -> Iterator[Finding]:
    language = explainer.language
    claims: dict[int, tuple[Figure, list[_Pair]]] = {}
    for relation in ("difference", "difference_time"):
        for hit in find(flow, language, relation):
            claim = flow.figure(hit.kept["D"])
            own = list(_pair(flow.figure(hit.kept["A"]), flow.figure(hit.kept["B"]), hit))
            timed = relation == "difference" or claim.kind[0] in ("duration", "quantity")
            if own and timed:
                claims.setdefault(claim.value.start, (claim, own))
    glue = _glue(language)
    for hit in find(flow, language, "difference_of"):
        attached = _attached(hit, pairs, flow, glue)
        if attached and _ends_well(hit, flow, language):
            claim = flow.figure(hit.kept["D"])
            claims.setdefault(claim.value.start, (claim, attached))
    for hit in find(flow, language, "difference_then"):
        claim, before = flow.figure(hit.kept["D"]), flow.figure(hit.kept["A"])
        earlier = [f for f in flow.near(claim) if f.scene is not claim.scene]
        own = [pair for after in earlier for pair in _pair(before, after, hit)]
        if own:
            claims.setdefault(claim.value.start, (claim, own))
    for claim, own in claims.values():
        if claim.loose or not any(_comparable(claim, pair) for pair in own):
            continue
        if not any(_differs_by(claim, pair) for pair in (*own, *_everywhere(claim, flow))):
            pair = next(pair for pair in own if _comparable(claim, pair))
            by = abs(pair.after.number - pair.before.number)
            yield figure_finding("change", claim, explainer, key="difference", related=pair.figures, expected=by)


def _multiples(flow: Flow, explainer: Explainer) -> Iterator[Finding]:
    """Yield multiples that are not that of the figures beside them: "twice as many as", "doubled from 10 to 30"."""
    language = explainer.language
    seen: set[int] = set()
    for hit in find(flow, language, "multiple"):
        claim = flow.figure(hit.kept["M"])
        if claim.value.start in seen:
            continue
        seen.add(claim.value.start)
        for pair in _pair(flow.figure(hit.kept["A"]), flow.figure(hit.kept["B"]), hit):
            bounds = ratio(pair.after, pair.before)
            slack = claim.number * _ROUGHLY
            if claim.value.role != "multiple" or claim.loose or bounds is None:
                continue
            if bounds[1] < claim.number - slack or bounds[0] > claim.number + slack:
                times = (pair.after.number / pair.before.number).quantize(Decimal("0.1")).normalize() + 0
                yield figure_finding("change", claim, explainer, key="multiple", related=pair.figures, expected=times)
    for name, factor in (("doubled", Decimal(2)), ("tripled", Decimal(3)), ("halved", Decimal("0.5"))):
        for hit in find(flow, language, name):
            for pair in _pair(flow.figure(hit.kept["A"]), flow.figure(hit.kept["B"]), hit):
                bounds = ratio(pair.after, pair.before)
                slack = factor * _ROUGHLY * 2
                if bounds is not None and (bounds[1] < factor - slack or bounds[0] > factor + slack):
                    by = (pair.after.number / pair.before.number).quantize(Decimal("0.1")).normalize() + 0
                    yield figure_finding(
                        "change", pair.after, explainer, key="doubled", related=(pair.before,),
                        said=hit.kept[name], times=f"{by}",
                    )  # fmt: skip


def _comparable(claim: Figure, pair: _Pair) -> bool:
    return like(claim, pair.after).kind[0] == pair.after.kind[0] and (
        claim.kind[0] == "percent" or like(claim, pair.after).kind == pair.after.kind
    )


def _differs_by(claim: Figure, pair: _Pair) -> bool:
    if not _comparable(claim, pair):
        return claim.share is not None and _alike(claim, pair)
    by = like(claim, pair.after)
    found = abs(pair.after.number - pair.before.number)
    return not far(by.number, found, (by, pair.after, pair.before)) or (
        claim.kind == ("percent", "") and _alike(claim, pair)
    )


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    for flow in flows(scenes):
        if len(flow.figures) < 2:
            continue
        pairs = list(_pairs(flow, explainer.language))
        yield from _percentages(flow, pairs, explainer)
        yield from _differences(flow, pairs, explainer)
        yield from _multiples(flow, explainer)


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A rise, fall or difference that does not follow from the figures beside it.",
        "nl": "Een stijging, daling of verschil dat niet volgt uit de cijfers ernaast.",
    },
)
