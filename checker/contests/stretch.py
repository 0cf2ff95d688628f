"""The words that are said of a figure: its own clause, without one that is put in, and what the sentence opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contests.words import contest_words
from checker.wording import weekday_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.evidence.setting import Setting
    from checker.mentions import Scene
    from checker.period import Period

_STOPS = frozenset(";:")
_DASHES = frozenset("-–")
_SOON = 4
"""How many words behind a joining word may begin a clause of its own ("and Hall scored")."""


def said_of(setting: Setting, scene: Scene, first: int, last: int) -> list[Token]:
    """Return the words of the clause around the tokens `first` to `last`, in their order.

    "Hall, who has averaged 17 points over his last five games, had 29 points": the last five games say nothing of 29.
    """
    tokens = scene.sentence.tokens
    low, high = clause(setting, scene, first, last)
    comma = next((t.index for t in tokens[:low] if t.text == ","), 0)
    opening = tokens[:comma]
    named = any(m.explicit and m.first < comma for m in scene.entities)
    before = [] if named or any(map(setting.is_verb, opening)) else list(opening)
    if high < len(tokens) and tokens[high].norm in contest_words(setting.language).when:
        ends = (i for i in range(high + 1, len(tokens)) if _bounds(setting, tokens, frozenset(), i))
        high = next(ends, len(tokens))  # "13 points when the first quarter ended"
    return [*before, *tokens[low:high]]


def clause(setting: Setting, scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Return where the clause of the tokens `first` to `last` begins and ends (the end exclusive)."""
    tokens = scene.sentence.tokens
    starts = frozenset(m.first for m in scene.entities if m.explicit)
    low = next((i + 1 for i in range(first - 1, -1, -1) if _bounds(setting, tokens, starts, i)), 0)
    high = next((i for i in range(last + 1, len(tokens)) if _bounds(setting, tokens, starts, i)), len(tokens))
    return low, high


def _bounds(setting: Setting, tokens: Sequence[Token], starts: frozenset[int], index: int) -> bool:
    """Whether a clause ends at a token, and another one begins behind it; the items of a list are one clause."""
    token = tokens[index]
    if token.text in _STOPS:
        return True
    after = tokens[index + 1 : index + 1 + _SOON]
    if token.text == "," and index > 1 and any(t.norm in contest_words(setting.language).after_it for t in after[:1]):
        return True  # "had 30 points, after scoring 27 in Tuesday's win"
    if token.norm in setting.rules.coordinators:
        for other in after:
            if other.text.isdecimal() or other.text == ",":
                return False
            if other.index in starts or setting.is_verb(other):
                return True
        return False
    if token.text == ",":
        begins = bool(after) and (after[0].index in starts or setting.is_verb(after[0]))
        return begins or (bool(after) and after[0].norm in setting.owners)  # "20 points, his best of the season"
    return token.norm in setting.openers and token.norm not in setting.rules.comparisons and index > 0


def another_day(tokens: Sequence[Token], day: Period | None, day_parts: tuple[str, ...]) -> bool:
    """Whether words name a weekday that is not the one of a contest ("had lost by 22 on Monday")."""
    days = {number for _, number in weekdays_in(tokens, day_parts)}
    return day is not None and bool(days) and day.first.weekday() not in days


def bare_words(setting: Setting, tokens: Sequence[Token]) -> list[Token]:
    """Return tokens without scores and weekdays, which may stand inside "won zaterdag met 3-1 van"."""
    days = {token.index for token, _ in weekdays_in(tokens, contest_words(setting.language).day_parts)}
    days |= {t.index for t in tokens if t.index + 1 in days and t.norm in setting.rules.prepositions}
    return [t for t in tokens if not t.text.isdecimal() and t.text not in _DASHES and t.index not in days]


def weekdays_in(tokens: Sequence[Token], parts: tuple[str, ...]) -> list[tuple[Token, int]]:
    """Return the words that name a weekday, also with a part of the day ("zaterdagavond"), and which one it is."""
    days = weekday_names()
    found = []
    for token in tokens:
        plain = next((token.norm.removesuffix(p) for p in parts if token.norm.removesuffix(p) in days), token.norm)
        if plain in days:
            found.append((token, days[plain]))
    return found
