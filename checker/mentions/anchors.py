"""Years that hang on another year of the text, and not on its date: "derde in 2023 en een jaar later tweede"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.languages import grammar
from checker.mentions import ValueMention
from checker.values.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.languages import Grammar
    from checker.mentions import Scene

_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|2[01]\d{2})(?!\d)")
_FARTHEST = 60
_DIGITS = 4


def anchor_years(scenes: Sequence[Scene], language: str, date: int | None) -> None:
    """Give "a year later" and "het jaar daarvoor" the year that they mean, where the text has named one just before.

    `date` is the year of the document, from which such words were counted until now.
    """
    rules = grammar(language)
    before: Scene | None = None
    for scene in scenes:
        near = before is not None and before.sentence.block == scene.sentence.block
        earlier = before.values if near and before is not None else []
        for first, last, steps in list(_hanging(scene, rules, date)):
            known = [*earlier, *(v for v in scene.values if v.last < first)]
            anchors = _anchors(known)
            if anchors and 0 < abs(steps) <= _FARTHEST:
                _settle(scene, first, last, sorted(anchor + steps for anchor in anchors))
        before = scene


def _anchors(values: Sequence[ValueMention]) -> set[int]:
    """Return the last year that was written, and the last one that was itself counted from another after that."""
    found: set[int] = set()
    for mention in reversed(values):
        date = mention.value.date or ""
        if mention.value.type != "date" or not date[:4].isdigit():
            continue
        if _YEAR.search(mention.value.text):
            return found | {int(date.rpartition("/")[2][:4])}
        if not found and len(date) == _DIGITS:
            found.add(int(date))
    return found  # "vorig jaar": the document's own date says which


def _hanging(scene: Scene, rules: Grammar, date: int | None) -> Iterator[tuple[int, int, int]]:
    """Yield the first and last token of words like "two years later", and how many years they count."""
    tokens = scene.sentence.tokens
    for index, token in enumerate(tokens):
        steps = (token.norm in rules.years_on) - (token.norm in rules.years_back)
        if not steps:
            continue
        noun = index - 1
        last = index
        if noun < 0 or tokens[noun].norm not in rules.years:
            noun = index + 1  # "the following year"
            last = noun
            if noun >= len(tokens) or tokens[noun].norm not in rules.years:
                continue
        if noun < index and last + 1 < len(tokens) and tokens[last + 1].norm in rules.hanging_on:
            continue  # "a year after the merger", "een jaar later dan gepland"
        if noun < index and token.norm in rules.prepositions and last + 1 < len(tokens) and tokens[last + 1].capital:
            continue  # "a year after Alpha became the owner"
        over = next((v for v in scene.values if v.first <= noun <= v.last), None)
        if over is not None and over.value.type == "duration" and over.value.number is not None and noun < index:
            if over.value.number == over.value.number.to_integral_value():
                yield over.first, last, steps * int(over.value.number)
        elif over is not None and over.value.type == "date" and date is not None and over.last >= last:
            if (over.value.date or "").isdigit():
                yield over.first, last, int(over.value.date or 0) - date
        elif over is None and tokens[min(noun, index) - 1].norm in rules.articles:
            yield min(noun, index), last, steps


def _settle(scene: Scene, first: int, last: int, years: Sequence[int]) -> None:
    """Put the date in the place of what stood there."""
    tokens = scene.sentence.tokens
    start, end = tokens[first].start, tokens[last].end
    text = "".join(" " * (i > first) + tokens[i].text for i in range(first, last + 1))
    date = "/".join(f"{year:04d}" for year in years)
    value = Value(type="date", start=start, end=end, text=text, date=date, hedge_start=start)
    kept = [v for v in scene.values if v.last < first or v.first > last]
    scene.values = sorted([*kept, ValueMention(value=value, first=first, last=last)], key=lambda v: v.start)
