"""Two figures of which the first is a part of the second: what went in, of what was tried."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.contests.figures import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.contests.figures import Figure
    from checker.contests.words import ContestWords
    from checker.factbase.model import FactBase
    from checker.mentions import Scene, ValueMention

_MADE = frozenset({"made", "scored", "converted", "hit", "won", "completed", "successful", "good"})
_TRIED = frozenset({"attempted", "attempts", "taken", "tried", "faced", "att", "total"})
_APART = 5
"""How many words may stand between the two figures."""


def pairs_of(base: FactBase) -> dict[str, str]:
    """Return the property of all attempts for each property of those that went in.

    A property says so itself (`whole`), or their names do: "tries_converted" and "tries_attempted".
    """
    used = set(base.by_property)
    found = {p: base.properties[p].whole or "" for p in used if base.properties[p].whole in used}
    for made in used:
        stem, _, ending = made.rpartition("_")
        if stem and ending in _MADE:
            tried = next((f"{stem}_{word}" for word in sorted(_TRIED) if f"{stem}_{word}" in used), None)
            if tried is not None:
                found.setdefault(made, tried)
    return found


def couples(figures: Sequence[Figure], scene: Scene, words: ContestWords) -> Iterator[tuple[Figure, Figure]]:
    """Yield two figures of which the first is a part of the second, by the words between them."""
    tokens = scene.sentence.tokens
    of, small = words.of, frozenset(words.small)
    joining = {word for phrase in of for word in phrase.split()} | small
    for made, tried in pairwise(figures):
        between = [t.norm for t in tokens[made.last + 1 : tried.first]]
        behind = tokens[tried.last + 1].norm if tried.last + 1 < len(tokens) else ""
        if made.number > tried.number or len(between) > _APART or behind in words.baskets:
            continue
        joined = any(" ".join(between[i : i + 2]) in of or between[i] in of for i in range(len(between)))
        told = joined and all(word in joining for word in between)
        if told or (between == ["-"] and _in_brackets(scene, made)):
            yield made, tried


def _in_brackets(scene: Scene, figure: Figure) -> bool:
    """Whether a figure stands in brackets, or behind a comma inside them: "(9-14 FG, 2-5 3Pt)"."""
    tokens = scene.sentence.tokens
    for index in range(figure.first - 1, max(-1, figure.first - 14), -1):
        if tokens[index].text == ")":
            return False
        if tokens[index].text == "(":
            return True
    return False


def is_whole(mention: ValueMention, scene: Scene, words: ContestWords) -> bool:
    """Whether a value is all that was tried, of which the figure before it went in ("six of his seven")."""
    figures = [f for m in scene.values for f in split(scene, m.value)]
    return any(tried.start == mention.start for _, tried in couples(figures, scene, words))
