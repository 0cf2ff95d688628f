"""Versions that nobody knows: "Zephyr 5" is another thing than the Zephyr, and than the Zephyr 9."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.lemmas import finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import Scene

_NUMBERED = frozenset({"product", "event", "project", "document"})
_DIGITS = 3
"""How many digits the number of a version has at most."""


def number_versions(scenes: Sequence[Scene], base: FactBase, language: str) -> None:
    """Make an unknown name of a product's name and the bare number right behind it."""
    for scene in scenes:
        tokens = scene.sentence.tokens
        bare = {
            v.first: v
            for v in scene.values
            if v.first == v.last
            and v.value.type == "count"
            and v.value.role == "amount"
            and (v.value.noun is None or finite(v.value.noun.casefold(), language))
        }
        for position, mention in enumerate(scene.entities):
            behind = bare.get(mention.last + 1)
            if mention.how != "name" or behind is None or not behind.value.text.isdigit():
                continue
            number = tokens[behind.first]
            known = (base.entities.get(entity) for entity in mention.ids)
            if len(number.text) > _DIGITS or not all(e is not None and e.type in _NUMBERED for e in known):
                continue
            text = f"{mention.text} {number.text}"
            scene.entities[position] = replace(
                mention, end=number.end, last=number.index, text=text, ids=(), how="unknown"
            )
            scene.values = [v for v in scene.values if v is not behind]
