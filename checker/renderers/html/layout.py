"""The text of a document as it is laid out, cut into pieces where marks begin and end.

The pieces of all rows, one after the other, are the document's text: nothing is lost, doubled or moved, however marks
and blocks overlap.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.document import Document

_LOOSE = "loose"
"""The kind of a row of text that stands in no block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the text to mark: `verdict` styles it, `target` is the id that it links to, a lower `rank` wins."""

    start: int
    end: int
    verdict: str
    label: str
    target: str
    rank: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under one mark or none; `anchors` are the targets of the marks that begin with it."""

    text: str
    mark: Mark | None = None
    anchors: tuple[str, ...] = ()


@dataclass(slots=True)
class Row:
    """A block, or blocks that belong together: the items of a list, the cells of a table.

    `cells` holds the pieces by table row and cell; everything but a table has one cell per item, in one line. `levels`
    holds the depth of each item, or of the heading.
    """

    kind: str
    start: int
    end: int
    cells: list[list[tuple[Piece, ...]]] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)


def rows(document: Document, marks: Sequence[Mark]) -> list[Row]:
    """Lay out a document, with its marks in place."""
    result: list[Row] = []
    cutter = _Cutter(document.text, marks)
    last_cell = (-1, -1)
    heading_level = 0
    for kind, start, end, block_level, cell in _stretches(document):
        pieces = tuple(cutter.pieces(start, end))
        previous = result[-1] if result else None
        level = block_level
        if kind in (BlockKind.HEADLINE, BlockKind.HEADING):
            level = heading_level = min(max(1, block_level), heading_level + 1)
        if previous and kind == previous.kind == BlockKind.ITEM:
            previous.cells[0].append(pieces)
            previous.levels.append(level)
            previous.end = end
        elif previous and kind == previous.kind == BlockKind.CELL and cell > last_cell:
            if cell[0] != last_cell[0]:
                previous.cells.append([])
            previous.cells[-1].append(pieces)
            previous.end = end
        else:
            result.append(Row(str(kind), start, end, [[pieces]], [level]))
        last_cell = cell
    return result


def _stretches(document: Document) -> Iterator[tuple[str, int, int, int, tuple[int, int]]]:
    """Yield kind, start, end, level and table cell of every stretch of the text that is not blank, without overlaps."""
    text = document.text
    position = 0
    for block in sorted(document.blocks, key=lambda block: (block.start, block.end)):
        start, end = max(block.start, position), min(block.end, len(text))
        if start > position and text[position:start].strip():
            yield _LOOSE, position, start, 1, (-1, -1)
        if end > start and (block.kind is BlockKind.CELL or text[start:end].strip()):
            yield block.kind, start, end, block.level, (block.row or 0, block.column or 0)
        position = max(position, end)
    if text[position:].strip():
        yield _LOOSE, position, len(text), 1, (-1, -1)


class _Cutter:
    """Cuts stretches of the text, asked for in ascending order, at the ends of marks."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        self.waiting = sorted((m for m in marks if m.end > m.start), key=lambda m: (m.start, m.rank), reverse=True)
        self.open: list[Mark] = []

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of one stretch."""
        position = start
        while position < end:
            begun = []
            while self.waiting and self.waiting[-1].start <= position:
                begun.append(self.waiting.pop())
            self.open = [mark for mark in (*self.open, *begun) if mark.end > position]
            following = self.waiting[-1].start if self.waiting else end
            stop = min([end, following, *(mark.end for mark in self.open)])
            best = min(self.open, key=lambda mark: (mark.rank, mark.end - mark.start), default=None)
            yield Piece(self.text[position:stop], best, tuple(mark.target for mark in begun))
            position = stop
