"""The two ends of a written range ("January 3-17", "vijf tot acht") as values of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.mentions import ValueMention

if TYPE_CHECKING:
    from checker.analysis import Sentence

_SEPARATOR = re.compile(r"(?<!\s)\s*(?:[-–—‑]|\b(?:tot en met|t/m|tot|to|until|through|till|and|en|à)\b)\s*")


def range_ends(mention: ValueMention, sentence: Sentence) -> list[ValueMention]:
    """Return the start and the end of a written range, each with its own span; nothing where it is no range."""
    value = mention.value
    if value.type == "date":
        if not value.date or "/" not in value.date:
            return []
        first, last = value.date.split("/")
        if first in ("", "..") or last in ("", ".."):
            return []
    elif value.number_to is None or value.number is None:
        return []
    separators = [m for m in _SEPARATOR.finditer(value.text) if m.start() > 0 and m.end() < len(value.text)]
    if len(separators) != 1:
        return []
    cut = separators[0]
    left, right = value.text[: cut.start()], value.text[cut.end() :]
    middle = value.start + cut.end()
    ends = []
    for side, text, start in (("start", left, value.start), ("end", right, middle)):
        end = start + len(text)
        own = replace(value, start=start, end=end, text=text, number_to=None, hedge="exact")
        if value.type == "date":
            own = replace(own, date=first if side == "start" else last)
        else:
            number = value.number if side == "start" else value.number_to
            own = replace(own, number=number, low=number, high=number)
        ends.append(
            ValueMention(
                value=own,
                first=sentence.at(start),
                last=sentence.at(end - 1),
                noun=mention.noun,
                side="start" if side == "start" else "end",
            )
        )
    return ends
