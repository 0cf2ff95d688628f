"""Phrases of one or more words, looked up in a row of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from checker.values.tokens import Token, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one or more tokens with what they mean; the longest one wins."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        """Index the phrases by their tokens."""
        self._by_tokens = {tuple(token.key for token in tokenise(phrase)): value for phrase, value in meanings.items()}
        self._lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        ends: dict[str, set[int]] = {}
        for keys in self._by_tokens:
            lengths.setdefault(keys[0], set()).add(len(keys))
            ends.setdefault(keys[-1], set()).add(len(keys))
        self._lengths = {key: tuple(sorted(sizes, reverse=True)) for key, sizes in lengths.items()}
        self._ends = {key: tuple(sorted(sizes, reverse=True)) for key, sizes in ends.items()}

    def match(self, tokens: list[Token], index: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase that begins at a token, and the index after it."""
        if index >= len(tokens):
            return None
        for size in self._lengths.get(tokens[index].key, ()):
            keys = tuple(token.key for token in tokens[index : index + size])
            if len(keys) == size and keys in self._by_tokens:
                return self._by_tokens[keys], index + size
        return None

    def match_before(self, tokens: list[Token], index: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase that ends just before a token, and where the phrase begins."""
        if index < 1:
            return None
        for size in self._ends.get(tokens[index - 1].key, ()):
            if size <= index:
                keys = tuple(token.key for token in tokens[index - size : index])
                if keys in self._by_tokens:
                    return self._by_tokens[keys], index - size
        return None

    def first_words(self) -> Iterable[str]:
        """Return the first token of every phrase."""
        return self._lengths.keys()

    def __contains__(self, key: str) -> bool:
        return (key,) in self._by_tokens


def phrases(words: tuple[str, ...]) -> Phrases[str]:
    """Return phrases that mean themselves."""
    return Phrases({word: word for word in words})
