"""A block of text as a flow of words and figures, in which patterns are found.

Every figure is one character and so is every date, whatever they look like in the text; quotes are left out, dashes are
commas, and a full stop stands only between sentences. Words are in lower case without diacritics.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.figures.amounts import Figure, figures_of, part_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.mentions import Scene, ValueMention

FIGURE = 0xF0000
DATE = 0x100000
_MOST = 60000
_DROPPED = frozenset("\"'“”„‘’«»*_")
_DASHES = frozenset("-‐‑‒–—―−")


@dataclass(frozen=True)
class Flow:
    """A block: its `text` as patterns see it, and what its figure and date characters stand for."""

    text: str
    figures: tuple[Figure, ...]
    dates: tuple[tuple[Scene, ValueMention], ...]
    scenes: tuple[Scene, ...]

    def figure(self, character: str) -> Figure:
        """Return the figure that a character stands for."""
        return self.figures[ord(character) - FIGURE]

    def date(self, character: str) -> tuple[Scene, ValueMention]:
        """Return the date that a character stands for."""
        return self.dates[ord(character) - DATE]

    @cached_property
    def of_scene(self) -> dict[int, tuple[Figure, ...]]:
        """The figures of each sentence, by its number in the document."""
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.scene.index, []).append(figure)
        return {index: tuple(items) for index, items in found.items()}

    def near(self, figure: Figure, back: int = 1) -> tuple[Figure, ...]:
        """Return the figures of a figure's sentence and of the `back` sentences before it, in their order."""
        index = figure.scene.index
        return tuple(f for i in range(index - back, index + 1) for f in self.of_scene.get(i, ()))


def flows(scenes: Sequence[Scene]) -> Iterator[Flow]:
    """Yield the blocks of running text of a document; table cells are no running text."""
    for _, group in groupby(scenes, key=lambda scene: scene.sentence.block):
        block = tuple(group)
        if block[0].kind != "cell":
            yield make_flow(block)


def counts_by_noun(blocks: Sequence[Flow], language: str) -> dict[str, list[Figure]]:
    """Return every count of a text by the stem of the noun that it counts."""
    counts: dict[str, list[Figure]] = {}
    for flow in blocks:
        for figure in flow.figures:
            if figure.kind == ("count", "") and figure.value.noun and not figure.fraction:
                counts.setdefault(stem(figure.value.noun, language), []).append(figure)
    return counts


def make_flow(scenes: Sequence[Scene]) -> Flow:
    """Return sentences as one flow; linear in their length."""
    words: list[str] = []
    figures: list[Figure] = []
    dates: list[tuple[Scene, ValueMention]] = []
    for scene in scenes:
        starts = {mention.first: mention for mention in scene.values}
        hedges = {
            index
            for mention in scene.values
            if mention.value.hedge_start is not None and mention.value.hedge_start < mention.start
            and mention.value.type != "date" and not mention.value.hedge_doubtful
            for index in range(scene.sentence.at(mention.value.hedge_start), mention.first)
        }  # fmt: skip
        past = -1
        for token in scene.sentence.tokens:
            if token.index <= past or token.index in hedges:
                continue
            mention = starts.get(token.index)
            if mention is not None and len(figures) < _MOST and len(dates) < _MOST:
                past = mention.last
                own = figures_of(mention, scene)
                if _part_of_one(mention, scene):
                    own = (part_figure(mention, scene),)
                    if words and words[-1] in _ONE:
                        words.pop()
                if own:
                    words.append("".join(chr(FIGURE + len(figures) + i) for i in range(len(own))))
                    figures.extend(own)
                    continue
                if mention.value.type == "date":
                    words.append(chr(DATE + len(dates)))
                    dates.append((scene, mention))
                    continue
                past = token.index
            if token.text in _DROPPED or (token.text in _DASHES and _glued(scene, token.index)):
                continue
            words.append("," if token.text in _DASHES else "." if token.text in (".", "!", "?", "…") else token.norm)
        while words and words[-1] == ".":
            words.pop()
        words.append(".")
    return Flow("".join(f" {word}" for word in words), tuple(figures), tuple(dates), tuple(scenes))


_ONE = frozenset({"een", "a", "an", "one"})


def _part_of_one(mention: ValueMention, scene: Scene) -> bool:
    """Whether an ordinal is a part of one: "met een vijfde", "by a fifth"."""
    value = mention.value
    if value.type != "ordinal" or value.noun or mention.first == 0 or value.text.isdigit():
        return False
    number = value.number or 0
    return 3 <= number <= 10 and scene.sentence.tokens[mention.first - 1].norm in _ONE


def _glued(scene: Scene, index: int) -> bool:
    """Whether a hyphen stands inside a word."""
    tokens = scene.sentence.tokens
    return 0 < index < len(tokens) - 1 and tokens[index - 1].end == tokens[index].start
