"""What a comment stands beside: a part of one block, and never more than one block or one row of a table."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from checker.document import BlockKind

if TYPE_CHECKING:
    from checker.document import Comment, Document


class Reach:
    """Where the text of a document stands in its source, beside its comments."""

    def __init__(self, document: Document) -> None:
        """Look the blocks up once."""
        self.document = document
        self.places = document.source_map
        placed = ((self.places.span(block.start, block.end), block) for block in document.blocks)
        self.blocks = sorted(placed, key=lambda item: item[0])
        self.starts = [start for (start, _), _ in self.blocks]
        self._runs: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def of(self, comment: Comment, end: int) -> tuple[int, int]:
        """Return the offsets in the source between which a comment holds, which ends at `end`.

        Inside a block: what the block has on the comment's lines, or all of it where there is nothing. Behind a block
        on its last line: what that block has there; behind a cell, the row. Else the next block.
        """
        first, last = self.document.line_span(comment.start)[0], self.document.line_span(end)[1]
        if comment.block:
            start, stop = self.places.span(*comment.block)
            part = (max(first, start), min(last, stop))
            return part if self._has_text(comment.block, *part) else (start, stop)
        number = bisect.bisect_left(self.starts, comment.start)
        is_last = number == len(self.blocks)
        if number and self.blocks[number - 1][0][1] > first and (is_last or self.starts[number] >= last):
            return max(first, self._row_start(number - 1)), self.blocks[number - 1][0][1]
        return (end, end) if is_last else self.blocks[number][0]

    def _has_text(self, block: tuple[int, int], first: int, last: int) -> bool:
        """Whether a block shows something between two offsets of the source."""
        if block not in self._runs:
            pieces = self.places.straight(*block)
            self._runs[block] = sorted((self.places.source(start), end - start) for start, end in pieces)
        runs = self._runs[block]
        number = max(bisect.bisect_right(runs, first, key=lambda run: run[0]) - 1, 0)
        while number < len(runs) and runs[number][0] < last:
            at, length = runs[number]
            if self.document.source[max(at, first) : min(at + length, last)].strip():
                return True
            number += 1
        return False

    def _row_start(self, number: int) -> int:
        """Return where the row of a table's cell begins, or any other block itself."""
        while number and self.blocks[number][1].kind is BlockKind.CELL:
            here, before = self.blocks[number][1], self.blocks[number - 1][1]
            if (
                before.kind is not BlockKind.CELL
                or before.row != here.row
                or (before.column or 0) >= (here.column or 0)
            ):
                break
            number -= 1
        return self.starts[number]
