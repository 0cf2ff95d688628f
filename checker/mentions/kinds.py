"""What a kind of thing is called in the other languages: "hal" is "hall", so that "the hall" can mean the Alphahal."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.data import Table, load_packaged

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kinds(Table):
    """Rows of nouns with one meaning, by language; all lower case, singular where the kind has one."""

    kinds: tuple[dict[str, str], ...]


@cache
def _rows() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in load_packaged(Kinds, "mentions", "kinds.yaml").kinds:
        for word in row.values():
            found.setdefault(word, set()).update(row.values())
    return {word: frozenset(words) for word, words in found.items()}


def names_of_kind(word: str) -> frozenset[str]:
    """Return what a kind of thing is called in every language, the word itself included; empty where it is no kind."""
    return _rows().get(word, frozenset())
