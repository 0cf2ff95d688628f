"""Words that say a value by themselves: "wereldkampioen" is a first place, "won" too.

Such a word only ever supports: that somebody won something does not contradict a second place elsewhere.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.mentions import ValueMention
from checker.values.model import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.model import FactBase
    from checker.mentions import Scene


class Implied:
    """Finds the words of one language that imply a value of some property of the base."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect the words of the properties that the base uses."""
        self._words: dict[str, list[tuple[str, int]]] = {}
        for name in base.by_property:
            for word, number in base.properties[name].implies.get(language, {}).items():
                if " " not in word:
                    self._words.setdefault(stem(word, language), []).append((name, number))

    def find(self, scene: Scene) -> Iterator[tuple[str, ValueMention]]:
        """Yield (property, value) for each such word; a compound counts by its end ("clubkampioen")."""
        for token in scene.sentence.tokens:
            hits = self._words.get(token.stem)
            if hits is None and len(token.stem) > 7:
                hits = next((h for w, h in self._words.items() if len(w) > 4 and token.stem.endswith(w)), None)
            for name, number in hits or ():
                value = Value(
                    type="ordinal",
                    start=token.start,
                    end=token.end,
                    text=token.text,
                    number=Decimal(number),
                    low=Decimal(number),
                    high=Decimal(number),
                    role="rank",
                )
                yield name, ValueMention(value=value, first=token.index, last=token.index)
