"""Patterns over the flow of a text, written in the language data (`figures.yaml`).

A pattern is a row of words with, between them:

- a capital letter: a figure, kept under that letter, with up to four words and dates of its own ("12 nieuwe leden");
- `AB`: two figures of one range; `@`: a date; `@Y`: a date, kept; `@list`: two dates or more, kept;
- `{noun}`: any word, kept under `unit`;
- `{name}`: one of the words or phrases of the list of that name; what was found is kept under the name;
- `..`: up to three words and dates; `...`: up to twelve words and dates (no figure, no full stop);
- `[` and `]`: around what may be left out; `a|b`: one of two words;
- `$`: the end of a phrase: punctuation stands next;
- `.`: the end of a sentence; other punctuation stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.data import Table, load_packaged
from checker.figures.flow import DATE, FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.figures.flow import Flow

_FIGURE = f"[{chr(FIGURE)}-{chr(DATE - 3)}]"
_DATE = f"[{chr(DATE)}-{chr(0x10FFFD)}]"
_WORD = rf"[^\s.,:;()!?{chr(FIGURE)}-{chr(0x10FFFD)}]{{1,40}}"
_OWN = f"(?: {_WORD}| {_DATE}){{0,4}}?"
_FEW = f"(?: {_WORD}| {_DATE}){{0,3}}?"
_GAP = rf"(?: [^\s.{chr(FIGURE)}-{chr(DATE - 3)}]{{1,40}}){{0,12}}?"


class Figures(Table):
    """`figures.yaml` of a language: lists of words, and patterns by the relation that they state."""

    words: dict[str, tuple[str, ...]]
    patterns: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern was found: its span in the flow's text, and what was kept by name (figures as characters)."""

    start: int
    end: int
    kept: dict[str, str]


@cache
def table(language: str) -> Figures:
    """Return the words and patterns of a language."""
    return load_packaged(Figures, "languages", language, "figures.yaml")


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """Return a list of words, folded."""
    return frozenset(fold(word) for word in table(language).words.get(name, ()))


def _one_of(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(phrase)) for phrase in sorted(phrases, key=len, reverse=True))


def _compile(pattern: str, words: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    parts: list[str] = []
    seen: set[str] = set()

    def keep(name: str, body: str) -> str:
        if name in seen:
            return f"(?:{body})"
        seen.add(name)
        return f"(?P<{name}>{body})"

    for item in pattern.split():
        if len(item) == 1 and item.isupper():
            parts.append(f" {keep(item, _FIGURE)}{_OWN}")
        elif len(item) == 2 and item.isalpha() and item.isupper():  # two figures of one range
            parts.append(f" {keep(item[0], _FIGURE)}{keep(item[1], _FIGURE)}{_OWN}")
        elif item == "@list":
            joined = f"(?: ,)?(?: (?:{_one_of(words['and'])}))?"
            parts.append(keep("list", f"(?: {_DATE})(?:{joined} {_DATE}){{1,14}}"))
        elif item == "{noun}":
            parts.append(f" {keep('unit', _WORD)}")
        elif item == "@":
            parts.append(f" {_DATE}")
        elif item.startswith("@"):
            parts.append(f" {keep(item[1:], _DATE)}")
        elif item.startswith("{"):
            name = item.strip("{}")
            parts.append(f" {keep(name, _one_of(words[name]))}")
        elif item == "...":
            parts.append(_GAP)
        elif item == "..":
            parts.append(_FEW)
        elif item == "[":
            parts.append("(?:")
        elif item == "]":
            parts.append(")?")
        elif item == "$":
            parts.append("(?= [.,;:)])")
        else:
            parts.append(f" (?:{'|'.join(re.escape(fold(word)) for word in item.split('|'))})")
    return re.compile("".join(parts) + "(?= |$)")


@cache
def patterns(language: str, relation: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a relation in a language; none where the language has none."""
    data = table(language)
    return tuple(_compile(pattern, data.words) for pattern in data.patterns.get(relation, ()))


def find(flow: Flow, language: str, relation: str) -> Iterator[Hit]:
    """Yield every place where a relation is stated, pattern by pattern."""
    for pattern in patterns(language, relation):
        start = 0
        while match := pattern.search(flow.text, start):
            yield Hit(match.start(), match.end(), {k: v for k, v in match.groupdict().items() if v is not None})
            start = match.start() + 1
