"""A change from one figure to another, read as a range: "rose from EUR 96.4 million to EUR 108.7 million".

The two ends are figures of two times and no bounds. What says so is a verb of change or of going before them ("prices
range from 10 to 20 euros" is a range).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.languages import grammar
from checker.mentions import ValueMention
from checker.mentions.ranges import range_ends
from checker.values import read_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.mentions import Scene

_SIZED = frozenset({"count", "money", "percent", "quantity"})


def part_changes(scenes: Sequence[Scene], language: str) -> None:
    """Give the scenes of a document the two figures of each change instead of the range between them."""
    rules = grammar(language)
    starts = frozenset(start for start, _ in rules.routes)
    rises = frozenset(stem(word, language) for word in rules.rises)
    moves = frozenset(rules.moves)
    for scene in scenes:
        tokens = scene.sentence.tokens
        changed = any(t.stem in rises or t.norm in moves for t in tokens)
        values: list[ValueMention] = []
        for mention in scene.values:
            from_to = changed and mention.first > 0 and tokens[mention.first - 1].norm in starts
            values.extend(_ends(scene, mention, language) if from_to else [mention])
        scene.values = values


def _ends(scene: Scene, mention: ValueMention, language: str) -> list[ValueMention]:
    """Return the figures at both ends of a range, each as it is written; the range itself where it is none."""
    if mention.value.type not in _SIZED:
        return [mention]
    found = []
    for end in range_ends(mention, scene.sentence):
        read = read_values(end.value.text, language)
        if len(read) != 1 or read[0].start or read[0].type not in (mention.value.type, "count"):
            return [mention]
        own = replace(
            read[0], start=end.value.start, end=end.value.start + read[0].end, hedge_start=end.value.start, noun=None
        )
        if end.side == "end" and own.type == mention.value.type:
            own = replace(
                own,
                noun=mention.value.noun,
                noun_start=mention.value.noun_start,
                noun_end=mention.value.noun_end,
            )
        noun = mention.noun if own.noun is not None else None
        found.append(ValueMention(value=own, first=end.first, last=scene.sentence.at(own.end - 1), noun=noun))
    return found or [mention]
