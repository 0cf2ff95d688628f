"""From a file's bytes to a document: picks the reader, and settles language, date and title for all formats alike."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from checker.datelines import byline, dateline, head_line
from checker.detect import detect
from checker.document import Block, BlockKind, Document
from checker.errors import DocumentError, Problem
from checker.languages import supported
from checker.plugins import discover
from checker.readers import Dated, Draft, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.period import Period

_HEAD_BLOCKS = 12
"""Datelines and head lines are looked for in this many blocks: a list of highlights may stand before the dateline."""
_DATELINE_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.HEADING})
_LONGEST_BLOCK = 20_000
_SHORTEST_PIECE = 10_000
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*(?=\s)")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?")
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})


@cache
def _readers() -> dict[str, Reader]:
    """Return the readers by suffix."""
    plugins = discover("checker.readers", "reader", Reader)
    return {suffix: plugin for plugin in plugins.values() for suffix in plugin.suffixes}


def known_suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that can be read, in lower case, in alphabetical order."""
    return tuple(sorted(_readers()))


def _reader_for(path: str, data: bytes) -> Reader:
    """Return the reader of a file by its suffix, or for `-` (standard input) by its content."""
    readers = _readers()
    if path == "-":
        sniffed = (reader for reader in readers.values() if reader.sniff and reader.sniff(data))
        return next(sniffed, readers[".txt"])
    suffix = PurePath(path).suffix.lower()
    if suffix not in readers:
        known = ", ".join(known_suffixes())
        what = f"no reader for files of type “{suffix}”" if suffix else "a file without a suffix"
        raise DocumentError(Problem(path=path, code="format", message=f"{what}; these can be read: {known}"))
    return readers[suffix]


def _split_long(text: str, block: Block) -> Iterator[Block]:
    """Cut a very long block at the end of a sentence, else at white space, else where it must be."""
    start = block.start
    while block.end - start > _LONGEST_BLOCK:
        window = text[start + _SHORTEST_PIECE : start + _LONGEST_BLOCK]
        cuts = [match.end() for match in _SENTENCE_END.finditer(window)]
        if cuts:
            cut = start + _SHORTEST_PIECE + cuts[-1]
        else:
            spaces = max(window.rfind(" "), window.rfind("\n"))
            cut = start + _SHORTEST_PIECE + (spaces if spaces >= 0 else len(window))
        yield replace(block, start=start, end=cut)
        start = cut
        while start < block.end and text[start].isspace():
            start += 1
    yield replace(block, start=start) if start != block.start else block


def _language(draft: Draft, path: str, option: str | None, default: str) -> tuple[str, tuple[Problem, ...]]:
    """Settle the language: option, then declared, then detected, then the default; with what must be noticed."""

    def checked(code: str, origin: str) -> str:
        if code not in supported():
            known = ", ".join(supported())
            message = f"{origin} is “{code}”, which cannot be checked; supported: {known} (choose one with --language)"
            raise DocumentError(Problem(path=path, code="language", message=message))
        return code

    if option is not None:
        tag = _TAG.fullmatch(option.strip())
        return checked(tag.group(1).lower() if tag else option, "the language asked for"), ()
    detected = detect(_prose(draft)).language
    tag = _TAG.fullmatch(draft.language.strip()) if draft.language else None
    if tag and tag.group(1).lower() not in _NO_LANGUAGE:
        declared = checked(tag.group(1).lower(), "the declared language")
        if detected in (None, declared):
            return declared, ()
        message = f"declares “{declared}” as its language but reads as “{detected}”; choose with --language"
        return declared, (Problem(path=path, code="language-disagrees", message=message, warning=True),)
    if detected is not None:
        return checked(detected, "the language of this text"), ()
    message = f"too short to tell its language; read as “{default}” (choose with --language)"
    notice = Problem(path=path, code="language-default", message=message, warning=True)
    return default, (notice,) if draft.blocks else ()


def _prose(draft: Draft) -> str:
    """Return the text of the blocks, as far as a vote on the language needs it."""
    pieces: list[str] = []
    length = 0
    for block in draft.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        pieces.append(draft.text[block.start : min(block.end, block.start + 100_000)])
        length += block.end - block.start
        if length > 100_000:
            break
    return "\n".join(pieces)


@dataclass(frozen=True, slots=True)
class _Opening:
    """What the first blocks say of the date, and the blocks without a head line before the headline."""

    dates: tuple[Dated, ...]
    blocks: tuple[Block, ...]


def _opening(text: str, blocks: tuple[Block, ...], language: str) -> _Opening:
    """Look for a dateline and a head line in the first blocks."""
    lines: list[Dated] = []
    bare: list[Dated] = []
    heads: list[Dated] = []
    result = list(blocks)
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        piece = text[block.start : min(block.end, block.start + 400)]
        head = head_line(piece, language)
        if head:
            heads.append(Dated("head-line", head.period))
            rest = piece[head.end :].lstrip(" \t|–—-:")
            if rest and block.kind in (BlockKind.HEADLINE, BlockKind.HEADING):
                result[index] = replace(block, start=block.start + len(piece) - len(rest))
            continue
        line = dateline(piece, language) or byline(piece, language) if block.kind in _DATELINE_KINDS else None
        if line:
            is_bare = not piece[line.end :].strip()
            (bare if is_bare else lines).append(Dated("dateline", line.period))
    # Several bare dates are a programme, not a dateline.
    lines = lines or (bare if len({dated.period for dated in bare}) == 1 else [])
    return _Opening((*lines[:1], *heads[:1]), tuple(result))


def _date(dates: tuple[Dated, ...], path: str) -> tuple[Dated | None, tuple[Problem, ...]]:
    """Return the most trusted date, and a notice for the first that cannot be the same day."""
    if not dates:
        return None, ()
    first, *others = dates
    for other in others:
        if not first.period.overlaps(other.period):
            message = (
                f"gives itself two dates: {first.period} ({first.origin}) and {other.period} ({other.origin});"
                f" {first.period} was used"
            )
            return first, (Problem(path=path, code="date-disagrees", message=message, warning=True),)
    return first, ()


def _title(draft: Draft, blocks: tuple[Block, ...]) -> str | None:
    if draft.title:
        return " ".join(draft.title.split()) or None
    headline = next((block for block in blocks if block.kind is BlockKind.HEADLINE), None)
    return " ".join(draft.text[headline.start : headline.end].split()) if headline else None


def read_document(
    path: str,
    data: bytes,
    *,
    language: str | None = None,
    date: Period | None = None,
    default_language: str = "en",
) -> Document:
    """Read a file's bytes into a document.

    `path` chooses the reader by its suffix (`-`, standard input, by content) and is kept as given. `language` and
    `date` outrank all that the document says; `default_language` stands in where a text is too short to tell.
    What had to be guessed or passed over is in the document's notices.

    Raises DocumentError for an unknown suffix (code `format`), for bytes that are no text (`binary`) and for a text
    in a language that cannot be checked (`language`).
    """
    draft = _reader_for(path, data).read(data, path)
    notices = list(draft.notices)
    if not any(not character.isspace() for block in draft.blocks for character in draft.text[block.start : block.end]):
        notices.append(Problem(path=path, code="empty", message="holds no text to check", warning=True))
    code, language_notices = _language(draft, path, language, default_language)
    opening = _opening(draft.text, draft.blocks, code)
    given = (Dated("option", date),) if date else ()
    settled, date_notices = _date((*given, *draft.dates, *opening.dates), path)
    return Document(
        path=path,
        source=draft.source,
        text=draft.text,
        blocks=tuple(piece for block in opening.blocks for piece in _split_long(draft.text, block)),
        source_map=draft.source_map,
        title=_title(draft, opening.blocks),
        url=draft.url,
        language=code,
        date=settled.period if settled else None,
        date_origin=settled.origin if settled else None,
        digest=hashlib.sha256(data).hexdigest(),
        comments=draft.comments,
        notices=(*notices, *language_notices, *date_notices),
    )
