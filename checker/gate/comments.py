"""Ignoring a finding beside the text: `<!-- presscheck-ignore: contradicted wins reason="..." until=2026-12-31 -->`.

A comment holds for the text beside it, on its line, or for the next block (see `reach`). A region stands between
`presscheck-ignore-start: ...` and `presscheck-ignore-end`. What is ignored is named: verdicts, and checks or
properties; `text="..."` narrows it to findings with these words. A reason must be given; `until` is the last day on
which it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checker.data import nearest, shortened
from checker.errors import Problem
from checker.gate.days import read_day
from checker.gate.reach import Reach
from checker.report import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.document import Document
    from checker.report import Finding

_OPEN, _CLOSE = "<!--", "-->"
_IGNORE, _START, _END = "presscheck-ignore", "presscheck-ignore-start", "presscheck-ignore-end"
_DIRECTIVE = re.compile(r"\s*(presscheck[\w-]*)[ \t]*:?", re.IGNORECASE)
_PART = re.compile(
    r"""
    (?P<key>[A-Za-z_-]+)=(?P<value>"[^"]*"|'[^']*'|“[^”]*”|[^\s"',]+)
    | (?P<word>[A-Za-z0-9_-]+)
    | (?P<space>[\s,]+)
    """,
    re.VERBOSE,
)
_MOST = 1000
"""Comments of a document that are read: each is held against every finding."""
_KEYS = ("reason", "until", "text")
_LISTED = ", ".join(_KEYS)
VERDICTS = tuple(verdict.value for verdict in Verdict if verdict not in (Verdict.SUPPORTED, Verdict.UNVERIFIED))
"""The verdicts that can be ignored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """What a comment asks to ignore: findings with one of the verdicts and one of the topics, where any are named.

    `topics` are checks and properties. `start` and `end` are the offsets in the document's source between which the
    findings begin; `line` and `column` are the comment's own.
    """

    verdicts: frozenset[str]
    topics: frozenset[str]
    text: str | None
    reason: str
    until: date | None
    start: int
    end: int
    line: int
    column: int

    def matches(self, finding: Finding, offset: int) -> bool:
        """Whether a finding that begins at an offset of the source is meant."""
        return (
            self.start <= offset < self.end
            and (not self.verdicts or finding.verdict.value in self.verdicts)
            and (not self.topics or finding.check in self.topics or finding.property in self.topics)
            and (self.text is None or self.text == finding.text)
        )


class _WrongError(Exception):
    """What is wrong with a comment, for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class _Request:
    """What a comment says, without its place."""

    verdicts: frozenset[str]
    topics: frozenset[str]
    text: str | None
    reason: str
    until: date | None


def read_ignores(document: Document, topics: Sequence[str]) -> tuple[tuple[Ignore, ...], tuple[Problem, ...]]:
    """Return what the comments of a document ask to ignore, in their order, and what is wrong with them.

    `topics` are the checks and properties that there are. A comment that cannot be read ignores nothing.
    """
    reader = _Reader(document, topics)
    return tuple(sorted(reader.ignores(), key=lambda item: (item.line, item.column))), tuple(reader.problems)


class _Reader:
    """One pass over the comments of a document."""

    def __init__(self, document: Document, topics: Sequence[str]) -> None:
        self.document = document
        self.topics = topics
        self.problems: list[Problem] = []

    @cached_property
    def reach(self) -> Reach:
        return Reach(self.document)

    def ignores(self) -> Iterator[Ignore]:
        source = self.document.source
        opened: list[tuple[int, int, _Request | None]] = []
        number = 0
        for comment in self.document.comments:
            offset = comment.start
            close = source.find(_CLOSE, offset + len(_OPEN))
            end = close if close >= 0 else len(source)
            content = source[offset + len(_OPEN) : end]
            named = _DIRECTIVE.match(content)
            if not named:
                continue
            number += 1
            if number > _MOST:
                self._report(offset, f"only {_MOST} comments of a document are read; use regions, or the baseline")
                break
            end = min(end + len(_CLOSE), len(source))
            directive = named[1].lower()
            if directive == _END:
                if opened:
                    start, begin, request = opened.pop()
                    yield from self._placed(request, start, begin, offset)
                else:
                    self._report(offset, f"nothing is open here that “{_END}” could end; remove it")
                continue
            request = self._request(directive, content[named.end() :], offset)
            if directive == _START:
                opened.append((offset, end, request))
            elif request:
                yield from self._placed(request, offset, *self.reach.of(comment, end))
        for start, _, _ in opened:
            self._report(start, f"this region is not ended: write <!-- {_END} --> where it ends")

    def _report(self, offset: int, message: str) -> None:
        line, column = self.document.line_column(offset)
        self.problems.append(
            Problem(path=self.document.path, code="ignore", message=message, line=line, column=column, warning=True)
        )

    def _placed(self, request: _Request | None, offset: int, start: int, end: int) -> Iterator[Ignore]:
        if request is None:
            return
        line, column = self.document.line_column(offset)
        yield Ignore(
            verdicts=request.verdicts, topics=request.topics, text=request.text, reason=request.reason,
            until=request.until, start=start, end=end, line=line, column=column,
        )  # fmt: skip

    def _request(self, directive: str, content: str, offset: int) -> _Request | None:
        """Return what a comment asks for, or None where it cannot be read, which is reported."""
        try:
            return self._parse(directive, content)
        except _WrongError as error:
            self._report(offset, f"{error}; nothing is ignored here")
            return None

    def _parse(self, directive: str, content: str) -> _Request:
        if directive not in (_IGNORE, _START):
            raise _WrongError(f"unknown comment “{directive}”{nearest(directive, (_IGNORE, _START, _END))}")
        values: dict[str, str] = {}
        words: list[str] = []
        bare = ""
        at = 0
        while at < len(content):
            part = _PART.match(content, at)
            if part is None or (part["word"] and content[part.end() : part.end() + 1] == "="):
                raise _WrongError(f'cannot be read from {shortened(content[at:].strip())}; write reason="..."')
            at = part.end()
            if part["key"]:
                key = part["key"].lower()
                if key not in _KEYS:
                    raise _WrongError(f"unknown key “{key}”{nearest(key, _KEYS) or f'; known: {_LISTED}'}")
                if key in values:
                    raise _WrongError(f"“{key}” stands here twice")
                value = part["value"]
                is_quoted = value[0] in "\"'“"
                values[key] = " ".join((value[1:-1] if is_quoted else value).split())
                bare = "" if is_quoted else key
            elif part["word"] and bare in ("reason", "text"):
                raise _WrongError(f'put the words of “{bare}” in quotation marks: {bare}="..."')
            elif part["word"]:
                words.append(self._known(part["word"]))
        if not words and not values.get("text"):
            raise _WrongError(f"say what is ignored: a verdict ({', '.join(VERDICTS)}), a check, a property or text=")
        verdicts = frozenset(word for word in words if word in VERDICTS)
        return _Request(
            verdicts=verdicts,
            topics=frozenset(words) - verdicts,
            text=values.get("text") or None,
            reason=values.get("reason", ""),
            until=self._until(values["until"]) if "until" in values else None,
        )

    @staticmethod
    def _until(text: str) -> date:
        try:
            return read_day(text)
        except ValueError as error:
            raise _WrongError(f"“until” must be {error}, found {shortened(text)}") from None

    def _known(self, word: str) -> str:
        known = (*VERDICTS, *self.topics)
        if word not in known:
            hint = nearest(word, known) or f"; verdicts: {', '.join(VERDICTS)}"
            raise _WrongError(f"“{word}” is no verdict, check or property{hint}")
        return word
