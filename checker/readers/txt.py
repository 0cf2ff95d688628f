"""Plain text: blocks from its lines alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.datelines import is_kicker, is_only_date
from checker.document import Block, BlockKind
from checker.readers import Draft, Reader
from checker.readers._decoding import decode
from checker.readers._front_matter import read_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ITEM = re.compile(r"(?:[-–—*+·•▪▫■□●○◦‣►✓→]|\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)")
_RULER = re.compile(r"[\W_]*")
_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_SENTENCES = re.compile(r"[.!?…][\"'”’)]*\s+[^\W\d_a-z]")
_CONTACT = re.compile(r"@|\bwww\.|https?:|\d[\d ()./-]{5,}\d")
_LOWER_WORD = re.compile(r"[^\W\d_]+[,;]?(?=\s|\Z)")
_FIRST_WORD = re.compile(r"\S+")

# Lengths in characters. A line that a program wrapped is no shorter than the first and no longer than the second.
_SHORTEST_WRAPPED = 40
_LONGEST_WRAPPED = 120
_LONGEST_HEADING = 100
_LONGEST_HEADLINE = 200


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its indentation, its item marker and its end; offsets in the source, `run` its paragraph."""

    start: int
    end: int
    text: str
    run: int
    indent: int
    marked: bool


def _lines(source: str, start: int) -> Iterator[_Line]:
    run = 0
    offset = start
    for raw in source[start:].splitlines(keepends=True):
        text = raw.strip()
        if _RULER.fullmatch(text):
            run += 1
        else:
            begin = offset + len(raw) - len(raw.lstrip())
            marker = _ITEM.match(text)
            shift = marker.end() if marker else 0
            yield _Line(begin + shift, begin + len(text), text[shift:], run, begin - offset, marker is not None)
        offset += len(raw)


def _breaks_sentence(line: _Line, following: _Line) -> bool:
    """Whether a sentence plainly runs on from a line of some length into the next."""
    return (
        line.run == following.run
        and not following.marked
        and line.end - line.start >= _SHORTEST_WRAPPED
        and not _FINAL.search(line.text[-8:])
        and following.text[0].islower()
        and _LOWER_WORD.match(following.text) is not None
    )


def _wrap_width(lines: Sequence[_Line]) -> int:
    """Return the width at which the text is hard-wrapped, or 0 where no line proves that it is."""
    proven = {line.run for line, following in pairwise(lines) if _breaks_sentence(line, following)}
    widths = (line.indent + len(line.text) for line in lines if line.run in proven and " " in line.text)
    return max((width for width in widths if width <= _LONGEST_WRAPPED), default=0)


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """Whether the line break between two lines stands for a space."""
    if line.run != following.run or following.marked:
        return False
    if _breaks_sentence(line, following):
        return True
    if line.marked and following.indent > line.indent:
        return True
    length = line.indent + len(line.text)
    first = _FIRST_WORD.match(following.text)
    room = length + 1 + (first.end() if first else 0)
    # The wrapping program would have kept the first word of the next line if it had fitted.
    return 0 < width < room and _SHORTEST_WRAPPED <= length <= _LONGEST_WRAPPED


def _paragraphs(lines: Sequence[_Line]) -> Iterator[tuple[_Line, bool]]:
    """Join the lines of each paragraph; yield it as one line, and whether it was one line in the source."""
    width = _wrap_width(lines)
    index = 0
    while index < len(lines):
        last = index
        while last + 1 < len(lines) and _continues(lines[last], lines[last + 1], width):
            last += 1
        if last == index:
            yield lines[index], True
        else:
            text = " ".join(line.text for line in lines[index : last + 1])
            yield replace(lines[index], end=lines[last].end, text=text), False
        index = last + 1


def _is_label(line: _Line) -> bool:
    """Whether a line is no more than a date ("Date: 12 March 2024") or names the kind of text."""
    return is_kicker(line.text[:_LONGEST_HEADLINE]) or is_only_date(line.text)


def _is_heading(line: _Line, following: _Line | None, *, single: bool) -> bool:
    if (
        not single
        or len(line.text) > _LONGEST_HEADING
        or _FINAL.search(line.text[-8:])
        or line.text.endswith((",", ";"))
    ):
        return False
    if _CONTACT.search(line.text) or not any(c.isalpha() for c in line.text):
        return False
    if line.text.isupper() and len(line.text) > 3:
        return True
    if following is None or _CONTACT.search(following.text[:_LONGEST_HEADING]):
        return False
    # Short lines on end are an address, a cast or a signature.
    is_short = len(following.text) <= _LONGEST_HEADING and not _FINAL.search(following.text[-8:])
    return line.run != following.run or following.marked or not is_short or following.text.isupper()


def _is_headline(line: _Line, following: _Line | None) -> bool:
    ends = _FINAL.search(line.text[-8:]) is not None
    if len(line.text) > _LONGEST_HEADLINE or (following is None and ends):
        return False
    return not (ends and _SENTENCES.search(line.text))


def _blocks(source: str, start: int) -> Iterator[Block]:
    paragraphs = list(_paragraphs(list(_lines(source, start))))
    indents: list[int] = []
    headline_due = True
    for index, (line, single) in enumerate(paragraphs):
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else None
        if line.marked:
            while indents and indents[-1] > line.indent:
                indents.pop()
            if not indents or indents[-1] < line.indent:
                indents.append(line.indent)
            yield Block(kind=BlockKind.ITEM, start=line.start, end=line.end, level=len(indents))
            headline_due = False
            continue
        indents.clear()
        kind = BlockKind.PARAGRAPH
        if headline_due and _is_label(line):
            yield Block(kind=kind, start=line.start, end=line.end)
            continue
        if headline_due and _is_headline(line, following):
            kind = BlockKind.HEADLINE
        elif _is_heading(line, following, single=single):
            kind = BlockKind.HEADING
        headline_due = False
        yield Block(kind=kind, start=line.start, end=line.end)


def _read(data: bytes, path: str) -> Draft:
    source, notices = decode(data, path)
    front = read_front_matter(source, path)
    return Draft(
        source=source,
        text=source,
        blocks=tuple(_blocks(source, front.end)),
        title=front.title,
        url=front.url,
        language=front.language,
        dates=front.dates,
        notices=(*notices, *front.notices),
    )


reader = Reader(suffixes=(".txt", ".text"), read=_read)
