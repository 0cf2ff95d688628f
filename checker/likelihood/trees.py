"""The fitted trees: how likely a figure is a slip, or right, from what is seen of it.

They are boosted decision trees (Friedman 2001): each adds to the log-odds what its leaf holds. `tests/corpus/fit.py`
fits them on the texts and slips of the corpus and writes the JSON files beside this one; docs/decisions says why.
"""

from __future__ import annotations

import json
import math
from functools import cache, cached_property
from importlib import resources
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from pydantic import model_validator

from checker.data import Table

if TYPE_CHECKING:
    from collections.abc import Mapping


About = Literal["slip", "fact", "wrong name", "right name", "alarm"]
FITTED: dict[About, str] = {
    "slip": "slips.json",
    "fact": "facts.json",
    "wrong name": "wrong_names.json",
    "right name": "right_names.json",
    "alarm": "alarms.json",
}
"""The files of the models: how likely a figure is a slip of a statement, or its value, the same of a name,
and how likely an alarm of the rules on a figure is right."""


class Tree(Table):
    """One tree as parallel lists, a place per node: where a feature is at most the bound, on to `low`, else `high`.

    Nodes below 0 are leaves: -1 is the first of `leaves`.
    """

    features: tuple[int, ...]
    bounds: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    leaves: tuple[float, ...]

    @model_validator(mode="after")
    def _whole(self) -> Tree:
        size = len(self.features)
        if not size == len(self.bounds) == len(self.low) == len(self.high) or len(self.leaves) != size + 1:
            raise ValueError("a tree has as many bounds and ways as features, and a leaf more")
        ways = [(node, way) for node, both in enumerate(zip(self.low, self.high, strict=True)) for way in both]
        if any(not (node < way < size or -len(self.leaves) <= way < 0) for node, way in ways):
            raise ValueError("a way leads on to a later node or to a leaf")
        return self

    def leaf(self, row: list[float]) -> float:
        """Return what the tree adds to the log-odds."""
        node = 0 if self.features else -1
        while node >= 0:
            node = self.low[node] if row[self.features[node]] <= self.bounds[node] else self.high[node]
        return self.leaves[-node - 1]


class Trees(Table):
    """A fitted model: its features in their order, the threshold of an alarm, and the trees."""

    features: tuple[str, ...]
    threshold: float
    trees: tuple[Tree, ...]

    def probability(self, features: Mapping[str, float], *, least: float = 0.0) -> float:
        """Return the chance that the trees see, between 0 and 1; 0 as soon as it is clear to be less than `least`."""
        row = [float(features.get(name, 0.0)) for name in self.features]
        needed = math.log(least / (1.0 - least)) if 0.0 < least < 1.0 else -math.inf
        odds = 0.0
        for tree, more in zip(self.trees, self._more, strict=True):
            odds += tree.leaf(row)
            if odds + more < needed:
                return 0.0
        return 1.0 / (1.0 + math.exp(-odds))

    def likely(self, features: Mapping[str, float]) -> bool:
        """Whether the chance reaches the model's threshold."""
        return self.probability(features, least=self.threshold) >= self.threshold

    @cached_property
    def _more(self) -> tuple[float, ...]:
        """What the trees behind each one can add to the log-odds at most."""
        best = [max(tree.leaves) for tree in self.trees]
        return tuple(reversed([*accumulate(reversed([*best[1:], 0.0]))]))


@cache
def fitted(about: About) -> Trees:
    """Return the trees that the package ships: one for each kind of claim."""
    text = resources.files("checker.likelihood").joinpath(FITTED[about]).read_text(encoding="utf-8")
    return Trees.model_validate(json.loads(text))
