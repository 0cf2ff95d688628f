"""The visible text of an HTML tree: its blocks, with every character's place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.entities import html5
from typing import TYPE_CHECKING, Any

from checker.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.readers._composer import Composer

_DROPPED = frozenset({
    "audio", "base", "canvas", "datalist", "del", "embed", "head", "iframe", "link", "math", "meta", "noembed",
    "noframes", "noscript", "object", "rp", "rt", "s", "script", "select", "strike", "style", "svg", "template",
    "textarea", "title", "video",
})  # fmt: skip
_BOILERPLATE = frozenset({"nav", "footer", "aside", "form", "button", "menu"})
_BOILERPLATE_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "li": BlockKind.ITEM,
    "dt": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
}
_BLOCKS = frozenset({
    "address", "article", "body", "center", "details", "dialog", "div", "dl", "fieldset", "figure", "header", "hgroup",
    "hr", "html", "legend", "main", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", *_HEADINGS, *_KINDS, *_BOILERPLATE,
})  # fmt: skip
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_SPAN = re.compile(r"[1-9][0-9]{0,3}")
_MOST_COLUMNS = 1000
_MOST_SLIPS = 200
"""After so many tags and characters on end that are not in a text node, its place in the source is given up."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a piece of text make of it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    depth: int = 0
    row: int | None = None
    column: int | None = None
    boilerplate: bool = False
    quoted: bool = False
    preformatted: bool = False


def _reference(source: str, start: int, data: str) -> tuple[str, int]:
    """Return what the character reference at an offset stands for and where it ends; an empty text if it is none.

    `data` is what the parser read there: it knows best which character a number stands for.
    """
    match = _REFERENCE.match(source, start)
    if not match:
        return "", start
    written = match.group()
    if written[1] == "#":
        return data[:1], match.end()
    if written[1:] in html5:
        return html5[written[1:]], match.end()
    # Some names need no semicolon, and end where the longest of them does: “&ampere” is “&ere”.
    length = next((length for length in range(len(written) - 1, 1, -1) if written[1:length] in html5), 0)
    return (html5[written[1:length]], start + length) if length else ("", start)


def align(data: str, source: str, offset: int) -> Iterator[tuple[str, int]]:
    """Yield pieces of a text node with the offset in the source at which each stands, character for character.

    The source differs from the node's data where it holds character references, CRLF, or tags that the parser threw
    away in the middle of the text.
    """
    if source.startswith(data, offset):
        yield data, offset
        return
    start = index = 0
    at = begin = offset
    slips = 0
    while index < len(data) and at < len(source) and slips < _MOST_SLIPS:
        character = source[at]
        if character == data[index] and character != "&":
            index += 1
            at += 1
            slips = 0
            continue
        if start < index:
            yield data[start:index], begin
        if character == "&":
            value, end = _reference(source, at, data[index : index + 1])
            if value and data.startswith(value, index):
                for part in value:
                    yield part, at
                index += len(value)
                at = end
            elif data[index] == "&":
                yield "&", at
                index += 1
                at += 1
            else:
                at += 1
                slips += 1
        elif character == "\r" and data[index] == "\n":
            yield "\n", at
            index += 1
            at += 2 if source[at + 1 : at + 2] == "\n" else 1
        elif character == "<":
            # A tag or comment that left no node.
            slips += 1
            close = source.find("-->", at) + 3 if source.startswith("<!--", at) else source.find(">", at) + 1
            at = close if close > at else at + 1
        else:
            at += 1
            slips += 1
        start, begin = index, at
    # Where the two cannot be matched, the rest keeps the last place that is sure.
    if start < index:
        yield data[start:index], begin
    for part in data[index:]:
        yield part, min(at, max(len(source) - 1, 0))


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or _HIDING.search(attributes.get("style") or "") is not None


def _is_footnote_mark(node: Any) -> bool:  # noqa: ANN401 - a node of the parser
    """Whether a superscript is a link to a note, whose number would run into the figure before it."""
    links = [child for child in node.children or () if child.name == "a"]
    return bool(links) and (links[0].attrs.get("href") or "").startswith("#")


class _Walk:
    """One pass over a tree, without recursion: a document may nest as deep as it likes."""

    def __init__(self, source: str, base: int, composer: Composer) -> None:
        self.source = source
        self.base = base
        self.composer = composer
        self.breaks = 0
        self.tables: list[tuple[int, int]] = []
        """Row and next column of the open tables, the innermost last."""

    def run(self, root: Any) -> None:  # noqa: ANN401 - a node of the parser
        stack: list[tuple[Any, _Context, bool]] = [(root, _Context(), False)]
        while stack:
            node, context, leaving = stack.pop()
            if leaving:
                self.flush(context)
                if node.name == "table":
                    self.tables.pop()
                continue
            if node.name == "#text":
                self.text(node, context)
                continue
            if node.name == "br":
                self.line_break(node, context)
                continue
            if node.name == "#comment" and node.origin_offset is not None:
                self.composer.comment(self.base + node.origin_offset)
                continue
            if node.name.startswith(("#comment", "!")) or node.name in _DROPPED:
                continue
            inner = context
            attributes = getattr(node, "attrs", None) or {}
            if attributes and _is_hidden(attributes):
                continue
            if node.name == "sup" and _is_footnote_mark(node):
                continue
            if node.name in _BLOCKS:
                self.flush(context)
                inner = self.enter(node.name, attributes, context)
                stack.append((node, inner, True))
            stack.extend((child, inner, False) for child in reversed(node.children or ()))
        self.flush(_Context())

    def enter(self, name: str, attributes: dict[str, str | None], context: _Context) -> _Context:
        """Return the context inside a block element."""
        if name in _HEADINGS:
            return replace(context, kind=BlockKind.HEADING, level=_HEADINGS[name])
        if name in ("ul", "ol", "dl"):
            return replace(context, depth=context.depth + 1)
        if name == "table":
            self.tables.append((-1, 0))
            return replace(context, row=None, column=None)
        if name == "tr" and self.tables:
            self.tables[-1] = (self.tables[-1][0] + 1, 0)
        elif name in ("td", "th") and self.tables:
            row, column = self.tables[-1]
            span = attributes.get("colspan") or "1"
            width = min(int(span), _MOST_COLUMNS) if _SPAN.fullmatch(span) else 1
            self.tables[-1] = (row, column + width)
            return replace(context, kind=BlockKind.CELL, level=1, row=row, column=column)
        elif name in _KINDS:
            level = max(context.depth, 1) if _KINDS[name] is BlockKind.ITEM else 1
            return replace(context, kind=_KINDS[name], level=level, quoted=context.quoted or name == "blockquote")
        elif (name in _BOILERPLATE and not context.quoted) or attributes.get("role") in _BOILERPLATE_ROLES:
            return replace(context, boilerplate=True)
        elif name == "pre":
            return replace(context, preformatted=True)
        return context

    def text(self, node: Any, context: _Context) -> None:  # noqa: ANN401 - a node of the parser
        data = node.data or ""
        offset = node.origin_offset
        if not data or offset is None:
            return
        for piece, at in align(data, self.source, offset):
            self.composer.add(piece, self.base + at, collapse=not context.preformatted)
        if not data.isspace():
            self.breaks = 0

    def line_break(self, node: Any, context: _Context) -> None:  # noqa: ANN401 - a node of the parser
        self.breaks += 1
        if self.breaks > 1:
            self.flush(context)
        elif node.origin_offset is not None:
            self.composer.add("\n", self.base + node.origin_offset)

    def flush(self, context: _Context) -> None:
        """End the open block as what its context makes of it."""
        kind = BlockKind.BOILERPLATE if context.boilerplate else context.kind
        row, column = (context.row, context.column) if kind is BlockKind.CELL else (None, None)
        level = context.level if kind in (BlockKind.HEADING, BlockKind.ITEM) else 1
        self.breaks = 0
        self.composer.end_block(kind, level=level, row=row, column=column)


def compose(root: Any, source: str, composer: Composer, *, base: int = 0) -> None:  # noqa: ANN401 - a node of the parser
    """Add the visible text below a node to a composer.

    `source` is the text that was parsed, `base` where it begins in the file.
    """
    _Walk(source, base, composer).run(root)


def parse(source: str) -> Any:  # noqa: ANN401 - a node of the parser
    """Return the root of the tree of an HTML text, scripts and metadata included, with source offsets."""
    from justhtml import JustHTML  # noqa: PLC0415 - only who reads HTML pays for its parser

    return JustHTML(source, sanitize=False, track_node_locations=True).root
