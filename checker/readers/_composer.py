"""Composes the text that people see, block by block, with the map back to the source."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.document import Block, BlockKind, Comment, SourceMap

_GAP = "\n\n"
_SPACE = re.compile(r"[ \t\n\r\f]+")


class Composer:
    """Collects pieces of the source into blocks; blocks are parted by an empty line in the text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int]] = []
        self._pending: list[tuple[str, int]] = []
        self._blocks: list[Block] = []
        self._comments: list[Comment] = []
        self._beside: list[int] = []
        """The comments in the open block."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that were ended so far.

        The first heading of level 1, or else one that opens the text, is the headline.
        """
        headings = [index for index, block in enumerate(self._blocks) if block.kind is BlockKind.HEADING]
        headline = next((index for index in headings if self._blocks[index].level == 1), None)
        if headline is None and 0 in headings:
            headline = 0
        return tuple(
            replace(block, kind=BlockKind.HEADLINE, level=1) if index == headline else block
            for index, block in enumerate(self._blocks)
        )

    @property
    def text(self) -> str:
        """The text of the blocks that were ended so far."""
        return "".join(self._parts)

    @property
    def source_map(self) -> SourceMap:
        """The map from `text` to the source."""
        return SourceMap(tuple(self._runs) if self._runs and self._runs[0][0] == 0 else ((0, 0), *self._runs))

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments of the markup, in the order of the source."""
        return tuple(sorted(self._comments, key=lambda comment: comment.start))

    def comment(self, offset: int) -> None:
        """Remember a comment that begins at this offset in the source, in the open block."""
        self._beside.append(offset)

    def add(self, text: str, offset: int, *, collapse: bool = False) -> None:
        """Append text to the open block; `offset` is where its first character stands in the source.

        With `collapse`, white space becomes one space, as a browser shows it, and none after other white space.
        """
        end = 0
        for space in _SPACE.finditer(text) if collapse else ():
            self._append_pending(text[end : space.start()], offset + end)
            if self._pending and not self._pending[-1][0][-1].isspace():
                self._pending.append((" ", offset + space.start()))
            end = space.end()
        self._append_pending(text[end:], offset + end)

    def _append_pending(self, text: str, offset: int) -> None:
        if text:
            self._pending.append((text, offset))

    def end_block(self, kind: BlockKind, *, level: int = 1, row: int | None = None, column: int | None = None) -> bool:
        """End the open block. Return False where it held nothing but white space: then there is no block."""
        pieces, self._pending = self._pending, []
        beside, self._beside = self._beside, []
        while pieces and not pieces[-1][0].strip():
            pieces.pop()
        first = next((index for index, piece in enumerate(pieces) if piece[0].strip()), None)
        if first is None:
            self._comments.extend(map(Comment, beside))
            return False
        pieces = pieces[first:]
        text, offset = pieces[0]
        lead = len(text) - len(text.lstrip())
        pieces[0] = (text[lead:], offset + lead)
        text, offset = pieces[-1]
        pieces[-1] = (text.rstrip(), offset)
        if self._length:
            self._append(_GAP)
        start = self._length
        for text, offset in pieces:
            if not self._runs or offset - self._length != self._runs[-1][1] - self._runs[-1][0]:
                self._runs.append((self._length, offset))
            self._append(text)
        self._blocks.append(Block(kind=kind, start=start, end=self._length, level=level, row=row, column=column))
        self._comments.extend(Comment(offset, (start, self._length)) for offset in beside)
        return True

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
