"""Years that stand before a noun as a label: "its 2025 revenue", "Alpha's 2025 sales", "the 2024 budget".

Such a number looks like a count of what the noun says. It is a year where it is near that of the document, written
without a separator, and the noun is the word for a sum, a share or a measure, which nobody counts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import Scene, ValueMention

_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 10
"""How many years from the document's own such a year may be."""
_TELLING = 0.7
"""From which weight on a cue is the word for a property."""
_UNCOUNTED = frozenset({"money", "percent", "quantity", "duration"})


def label_years(scenes: Sequence[Scene], base: FactBase, now: int | None) -> None:
    """Read the years of scenes that stand before such a noun; `now` is the year of the document."""
    if now is None:
        return
    for scene in scenes:
        scene.values = [_year(scene, v, base, now) or v for v in scene.values]


def _year(scene: Scene, mention: ValueMention, base: FactBase, now: int) -> ValueMention | None:
    value = mention.value
    if value.type != "count" or value.number is None or not _YEAR.fullmatch(value.text):
        return None
    if abs(int(value.number) - now) > _NEAR:
        return None
    labelled = any(
        cue.first in (mention.last + 1, mention.last + 2) and cue.weight >= _TELLING
        for prop, cues in scene.cues.items()
        if prop in base.properties and base.properties[prop].type in _UNCOUNTED
        for cue in cues
    )
    if not labelled:
        return None
    bare = replace(value, noun=None, noun_start=None, noun_end=None, number=None, low=None, high=None)
    return replace(mention, value=replace(bare, type="date", date=value.text, role="amount"), noun=None)
