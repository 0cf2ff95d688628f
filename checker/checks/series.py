"""A number and a list that do not agree: "three wins: 2019 and 2021", "for the fourth time, after 2019 and 2022"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.checks import Check
from checker.checks._figures import figure_finding
from checker.figures.flow import DATE, flows
from checker.figures.patterns import find
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.flow import Flow
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

_DATE = re.compile(f"[{chr(DATE)}-{chr(0x10FFFD)}]")
_MOST = 12


def _years(flow: Flow, listed: str) -> list[ValueMention] | None:
    """Return the dates of a list, or None where one is a stretch of time or they are of different precision."""
    mentions = [flow.date(character)[1] for character in _DATE.findall(listed)]
    written = [mention.value.date or "" for mention in mentions]
    plain = all("/" not in text and "X" not in text for text in written)
    return mentions if plain and len({len(text) for text in written}) == 1 and len(set(written)) > 1 else None


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    for flow in flows(scenes):
        seen: set[int] = set()
        for relation, before in (("series", 0), ("series_nth", 1)):
            for hit in find(flow, explainer.language, relation):
                listed = _years(flow, hit.kept["list"])
                figure = flow.figure(hit.kept["N"])
                if listed is None or figure.loose or figure.value.start in seen:
                    continue
                seen.add(figure.value.start)
                found = len(listed) + before
                if not 1 < figure.number <= _MOST or figure.number == found or abs(figure.number - found) > 2:
                    continue
                if figure.kind[0] == "duration" and figure.value.unit != "year":
                    continue
                finding = figure_finding(
                    "series", figure, explainer, key="series_nth" if before else "series", related=(),
                    expected=Decimal(found), listed=", ".join(m.value.text for m in listed),
                )  # fmt: skip
                parts = tuple(Part("related", m.value.text, m.start, m.end) for m in listed)
                yield _with(finding, parts)


def _with(finding: Finding, parts: tuple[Part, ...]) -> Finding:
    return replace(finding, related=parts)


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A number and a list that do not agree.",
        "nl": "Een aantal en een opsomming die niet overeenkomen.",
    },
)
