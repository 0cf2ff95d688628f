"""The words on a mention's own side of the quotation marks: “Never,” said Berg, who came in 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.mentions import Scene

_QUOTES = frozenset('“”„"«»')


def own_side(scene: Scene, first: int, last: int) -> tuple[Token, ...]:
    """Return the tokens of a sentence around tokens `first` to `last`, up to the nearest quotation marks."""
    tokens = scene.sentence.tokens
    begin = max((t.index + 1 for t in tokens[:first] if t.text in _QUOTES), default=0)
    end = min((t.index for t in tokens[last + 1 :] if t.text in _QUOTES), default=len(tokens))
    return tokens[begin:end]
