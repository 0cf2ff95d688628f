"""What differs between two texts, so that a reader sees at once what to change."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+|\s+|[^\w\s]")
_LONGEST = 300
"""Characters up to which two texts are compared: the comparison is quadratic, and nobody reads the rest."""


class Chunk(NamedTuple):
    """A stretch of a text, and whether it differs from the other text."""

    text: str
    changed: bool


def difference(old: str, new: str) -> tuple[tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Return both texts in chunks: figures differ as a whole, words by their letters, and long texts as a whole."""
    if old == new or max(len(old), len(new)) > _LONGEST:
        return (Chunk(old, old != new),), (Chunk(new, old != new),)
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    left: list[Chunk] = []
    right: list[Chunk] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        before, after = "".join(olds[start:end]), "".join(news[new_start:new_end])
        if kind == "equal":
            left.append(Chunk(before, changed=False))
            right.append(Chunk(after, changed=False))
        elif before.isalpha() and after.isalpha():
            _letters(before, after, left, right)
        else:
            left.append(Chunk(before, changed=True))
            right.append(Chunk(after, changed=True))
    return tuple(chunk for chunk in left if chunk.text), tuple(chunk for chunk in right if chunk.text)


def _letters(before: str, after: str, left: list[Chunk], right: list[Chunk]) -> None:
    """Add two words that share how they begin or end; words that share little differ as a whole."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    if 3 * (head + tail) < 2 * max(len(before), len(after)):
        head = tail = 0
    for word, chunks in ((before, left), (after, right)):
        end = len(word) - tail
        chunks += [
            Chunk(word[:head], changed=False),
            Chunk(word[head:end], changed=True),
            Chunk(word[end:], changed=False),
        ]


def _shared(one: str, other: str) -> int:
    """Return with how many of the same characters two texts begin."""
    unequal = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(unequal, min(len(one), len(other)))
