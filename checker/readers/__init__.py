"""Readers turn the bytes of a file into a draft: the text that people see, its blocks and its metadata.

Each document format is one module of this folder that binds `reader` to a `Reader`; `checker.reading` finds it by its
file. A reader does not judge: which language and date count is decided there, for all formats alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.document import SourceMap

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.document import Block, Comment
    from checker.errors import Problem
    from checker.period import Period


STRAIGHT = SourceMap()
"""The map of a text that is its own source."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a document claims for itself, and where it says so (see `Document.date_origin`)."""

    origin: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader makes of a file.

    `source` is the decoded file without byte-order mark, line ends untouched; `text` what people see of it, with
    `blocks` in the order of the text and `source_map` from its offsets to those of `source`. `comments` are those
    of the markup, in the order of the source. `language` is the language tag that the document
    declares, `url` the address that it gives itself, `dates` the dates that its metadata give, the most trusted first.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    source_map: SourceMap = STRAIGHT
    title: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[Dated, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A document format.

    `suffixes` are in lower case with their full stop. `read` takes the bytes of a file and its path (for problems
    alone: it opens nothing), returns a draft for any text however broken, and raises DocumentError where the bytes
    are not of this format. `sniff` says whether bytes without a file name look like this format.
    """

    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Draft]
    sniff: Callable[[bytes], bool] | None = None
