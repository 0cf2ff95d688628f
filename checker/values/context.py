"""What every reader of values is given, and what it hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from checker.period import Period
    from checker.values.lexicon import Lexicon
    from checker.values.numbers import Number
    from checker.values.tokens import Token


class Found(NamedTuple):
    """A reading of the tokens `start` to `end` (exclusive); `fields` are those of `Value`."""

    start: int
    end: int
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """A text that is being read.

    `mark` is its decimal mark; `month_first` how it writes dates in digits; `masked` holds the indices of tokens that
    belong to something that is no value.
    """

    text: str
    tokens: list[Token]
    lexicon: Lexicon
    mark: str
    month_first: bool
    reference: Period | None
    masked: frozenset[int]
    ranges: dict[tuple[int, bool], Number | None] = field(default_factory=dict)
    """The numbers read so far, by first token and whether as money."""

    def key(self, index: int) -> str:
        """Return the key of a token, or an empty text outside the text."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def glued(self, index: int) -> bool:
        """Whether a token exists and stands against the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].glued

    def is_word(self, index: int) -> bool:
        """Whether a token exists and is a word."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word"

    def is_figure(self, index: int) -> bool:
        """Whether a token exists and is a figure."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "figure"

    def hyphen(self, index: int) -> bool:
        """Whether a token is a hyphen with nothing between it and its neighbours."""
        return self.key(index) in HYPHENS and self.glued(index) and self.glued(index + 1)


HYPHENS = frozenset("-‐‑–")
