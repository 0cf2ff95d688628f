"""The language of a text, by a vote of its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.data import Table, load_packaged
from checker.languages import grammar, supported

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_REACH = 60_000
"""Code points that are read: more changes no vote."""
_LEAST_FOREIGN = 6
_LEAD = 1.25
"""How many times the votes of the next language the winner must have."""
_FOREIGN_LEAD = 2.0
"""To refuse a text takes a clearer vote than to choose between the languages that can be checked."""


class ForeignWords(Table):
    """The stop words of languages that are recognised but not supported."""

    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Detected:
    """What the words of a text say of its language: the winner's code, or None where the evidence is too weak."""

    language: str | None
    votes: Mapping[str, int]


@cache
def _voters() -> dict[str, tuple[str, ...]]:
    """Return the languages that each stop word votes for."""
    tables = dict(load_packaged(ForeignWords, "detect.yaml").words)
    tables |= {code: grammar(code).stop_words for code in supported()}
    voters: dict[str, tuple[str, ...]] = {}
    for code, words in sorted(tables.items()):
        for word in {word.casefold() for word in words}:
            voters[word] = (*voters.get(word, ()), code)
    return voters


def detect(text: str) -> Detected:
    """Return the language of a text.

    A language that is not supported wins only by a clear lead: a Dutch text may quote French. Where one leads by less,
    or two are close, no language is named.
    """
    voters = _voters()
    counts = Counter(word.group().casefold() for word in _WORD.finditer(text, 0, _REACH))
    votes: Counter[str] = Counter()
    for word, count in counts.items():
        for code in voters.get(word, ()):
            votes[code] += count
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    known = [(code, count) for code, count in ranked if code in supported()]
    best_known = known[0][1] if known else 0
    if ranked and ranked[0][0] not in supported():
        code, count = ranked[0]
        if count >= _LEAST_FOREIGN and count >= _FOREIGN_LEAD * best_known:
            return Detected(code, votes)
    second = ranked[1][1] if len(ranked) > 1 else 0
    if known and ranked[0] == known[0] and best_known >= _LEAD * second:
        return Detected(known[0][0], votes)
    return Detected(None, votes)
