"""A document to check: its text, its blocks, and the map from that text to the place in the file."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.errors import Problem
    from checker.period import Period


class BlockKind(StrEnum):
    """What a block is in the layout of its document."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the document's text that is read on its own: no sentence crosses a block.

    `start` and `end` are offsets in `Document.text`; `level` is the depth of a heading or list item (1 is outermost);
    `row` and `column` place a table cell (0 is the first).
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 1
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the markup (`<!-- ... -->`): where it begins in the source, and the block in which it stands.

    `block` holds the offsets in `Document.text` of that block; None between blocks.
    """

    start: int
    block: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Maps offsets of the extracted text to offsets of the file's decoded text.

    `runs` holds (offset in text, offset in source) of every place where a straight run begins, in order.
    """

    runs: tuple[tuple[int, int], ...] = ((0, 0),)

    def source(self, offset: int) -> int:
        """Return the source offset of a character of the text."""
        index = bisect.bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        text_offset, source_offset = self.runs[max(index, 0)]
        return source_offset + offset - text_offset

    def straight(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut a text span where the runs begin: each piece stands in the source as it stands in the text."""
        index = bisect.bisect_right(self.runs, start, key=lambda run: run[0])
        while index < len(self.runs) and self.runs[index][0] < end:
            yield start, self.runs[index][0]
            start = self.runs[index][0]
            index += 1
        if start < end:
            yield start, end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of a non-empty text span; its end follows the last character."""
        return (self.source(start), self.source(end - 1) + 1) if end > start else (self.source(start),) * 2


@dataclass(frozen=True, kw_only=True)
class Document:
    """A text to check.

    `source` is the decoded file (no byte-order mark, line ends untouched); `text` is what a reader sees of it. Offsets
    are Unicode code points. `date` is the day, month or year that the text is of, `date_origin` says who says so
    (`option`, `front-matter`, `metadata`, `dateline`, `head-line`). `url` is the address that the
    document gives itself, as it stands there; `digest` the SHA-256 of the file's bytes, `comments` the comments of
    the markup, in the order of the source.
    """

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    source_map: SourceMap = SourceMap()
    title: str | None = None
    url: str | None = None
    language: str = "en"
    date: Period | None = None
    date_origin: str | None = None
    digest: str = ""
    comments: tuple[Comment, ...] = ()
    notices: tuple[Problem, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [
            0,
            *(
                i + 1
                for i, c in enumerate(self.source)
                if c == "\n" or (c == "\r" and self.source[i + 1 : i + 2] != "\n")
            ),
        ]

    def line_span(self, source_offset: int) -> tuple[int, int]:
        """Return the offsets in `source` at which the line of an offset begins and the next one does."""
        line = bisect.bisect_right(self._line_starts, source_offset)
        following = self._line_starts[line] if line < len(self._line_starts) else len(self.source)
        return self._line_starts[line - 1], following

    def line_column(self, source_offset: int) -> tuple[int, int]:
        """Return line and column, counted from 1, of an offset in `source`."""
        line = bisect.bisect_right(self._line_starts, source_offset) - 1
        return line + 1, source_offset - self._line_starts[line] + 1
