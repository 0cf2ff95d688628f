"""Markdown: what a reader of the rendered page sees; code, comments and link targets are left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.document import BlockKind, SourceMap
from checker.readers import Draft, Reader
from checker.readers import _html_text as html_text
from checker.readers._composer import Composer
from checker.readers._decoding import decode
from checker.readers._front_matter import read_front_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?|\n")


class _Lines:
    """The lines of a source, and where the parser's stripped contents stand in them."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.starts = [start, *(match.end() for match in _LINE_END.finditer(source, start)), len(source)]
        self.reached = (-1, 0)
        """The line of the last table cell, and the column behind it."""

    def _line(self, number: int) -> tuple[int, str]:
        start = self.starts[min(number, len(self.starts) - 1)]
        end = self.starts[min(number + 1, len(self.starts) - 1)]
        return start, self.source[start:end].rstrip("\r\n")

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the lines from `first` up to `last`."""
        return self._line(first)[0], self._line(last)[0]

    def cell(self, content: str, number: int) -> SourceMap:
        """Return the map from a table cell's content to the source. Cells are asked for in their order."""
        start, line = self._line(number)
        column = self.reached[1] if self.reached[0] == number else 0
        written = content.replace("|", r"\|")
        place = line.find(written, column)
        place = max(place, column)
        self.reached = (number, place + len(written))
        runs = [(0, start + place)]
        for index, character in enumerate(content):
            if character == "|":  # its backslash is not in the content
                runs.append((index, start + place + index + len(runs)))
        return SourceMap(tuple(runs))

    def content(self, content: str, number: int) -> SourceMap:
        """Return the map from the content of a paragraph or heading, whose lines lost their prefixes, to the source."""
        runs = []
        offset = 0
        for index, text in enumerate(content.split("\n")):
            start, line = self._line(number + index)
            bare = text.strip()
            stripped = line.rstrip()
            place = len(stripped) - len(bare) if stripped.endswith(bare) else max(line.find(bare), 0)
            runs.append((offset, start + place - (len(text) - len(text.lstrip()))))
            if index:
                # The line break before it maps to the end of the line above.
                above, above_line = self._line(number + index - 1)
                runs[-1:] = [(offset - 1, above + len(above_line)), runs[-1]]
            offset += len(text) + 1
        return SourceMap(tuple(runs))


class _Blocks:
    """One pass over the parser's tokens."""

    def __init__(self, lines: _Lines, composer: Composer) -> None:
        self.lines = lines
        self.composer = composer
        self.open: list[str] = []
        self.row = -1
        self.column = -1
        self.level = 1
        """The level of the last heading."""

    def run(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                self.inline(token)
            elif token.type == "html_block":
                self.html(token)
            elif token.nesting > 0:
                self.open.append(token.type)
                self.place(token)
            elif token.nesting < 0:
                self.open.pop()

    def place(self, token: Token) -> None:
        if token.type == "heading_open":
            self.level = int(token.tag[1:])
        elif token.type == "table_open":
            self.row = -1
        elif token.type == "tr_open":
            self.row += 1
            self.column = -1
        elif token.type in ("td_open", "th_open"):
            self.column += 1

    def inline(self, token: Token) -> None:
        from checker.readers._markdown_inline import visible  # noqa: PLC0415 - see `_read`

        container = self.open[-1] if self.open else ""
        number = token.map[0] if token.map else 0
        is_cell = container in ("td_open", "th_open")
        places = self.lines.cell(token.content, number) if is_cell else self.lines.content(token.content, number)
        for text, place in visible(token.children or (), token.content):
            for start, end in places.straight(place, place + len(text)):
                piece = text[start - place : end - place]
                self.composer.add(piece, places.source(start), collapse=piece != "\n")
        for child in token.children or ():
            if child.type == "html_inline" and child.content.startswith("<!--"):
                self.composer.comment(places.source(int(child.meta["end"]) - len(child.content)))
        level = 1
        kind = BlockKind.PARAGRAPH
        if is_cell:
            self.composer.end_block(BlockKind.CELL, row=self.row, column=self.column)
            return
        if container == "heading_open":
            level = self.level
            kind = BlockKind.HEADING
        elif "list_item_open" in self.open:
            kind = BlockKind.ITEM
            level = self.open.count("list_item_open")
        elif "blockquote_open" in self.open:
            kind = BlockKind.QUOTE
        self.composer.end_block(kind, level=level)

    def html(self, token: Token) -> None:
        start, end = self.lines.span(*(token.map or (0, 0)))
        piece = self.lines.source[start:end]
        html_text.compose(html_text.parse(piece), piece, self.composer, base=start)


def _read(data: bytes, path: str) -> Draft:
    from checker.readers._markdown_inline import parser  # noqa: PLC0415 - only who reads Markdown pays for its parser

    source, notices = decode(data, path)
    front = read_front_matter(source, path)
    composer = Composer()
    _Blocks(_Lines(source, front.end), composer).run(parser().parse(source[front.end :]))
    return Draft(
        source=source,
        text=composer.text,
        blocks=composer.blocks,
        source_map=composer.source_map,
        comments=composer.comments,
        title=front.title,
        url=front.url,
        language=front.language,
        dates=front.dates,
        notices=(*notices, *front.notices),
    )


reader = Reader(suffixes=(".md", ".markdown", ".mdown"), read=_read)
