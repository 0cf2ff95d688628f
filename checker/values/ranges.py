"""Ranges of two numbers ("twee tot zes", "5-8"), and what else belongs to a number: "5 (vijf)", "60-plus"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.values.context import HYPHENS
from checker.values.nouns import counted_noun
from checker.values.numbers import Number, read_number
from checker.values.numeric_dates import year_of

if TYPE_CHECKING:
    from checker.values.context import Context

_DASHES = HYPHENS | {"—"}
_BIG = Decimal(1000)
_NEAR = 4
"""How many words before "from" may say that something changed."""


def read_range(context: Context, start: int, *, money: bool = False) -> Number | None:
    """Return the number or range of numbers ("twee tot zes", "5-8") that begins at a token, or None.

    What was read once is kept in the context: every reader asks for the same numbers.
    """
    known = context.ranges
    if (start, money) not in known:
        known[start, money] = _read_range(context, start, money=money)
    return known[start, money]


def _read_range(context: Context, start: int, *, money: bool) -> Number | None:
    first = read_number(context, start, money=money)
    if first is None or _vague(context, first):
        return None
    first = _plus(context, _said_twice(context, first))
    if first.plus or first.ordinal or first.year:
        return first
    joined = _range_join(context, first, money=money)
    if joined is None or changes(context, first.start) or (first.plain and _scored(context, first, joined)):
        return first
    second = read_number(context, joined, money=money)
    if second is None or second.ordinal or second.year:
        return first
    low = first.value
    if second.scaled and not first.scaled and low < _BIG:
        low = _like(second, context, low)
    elif first.spelled and second.spelled and second.value % _BIG == 0 and low < second.value / _BIG < _BIG:
        low *= _BIG  # "two to three thousand"
    if first.plain and second.scaled and year_of(context.key(start)) and context.is_word(joined - 1):
        return first  # "steeg in 2025 tot 583 miljoen"
    years = first.plain and second.plain and year_of(context.key(start)) and year_of(context.key(joined))
    if second.value <= low or (years and context.is_word(joined - 1)):
        return first
    return replace(first, end=second.end, value=low, to=second.value, slack=max(first.slack, second.slack), plain=False)


def changes(context: Context, start: int) -> bool:
    """Whether "from 12 to 30" says how something changed, and not between what it lies; `start` is the first number."""
    opener = context.lexicon.range_openers.match_before(context.tokens, start)
    return opener is not None and changed_before(context, opener[1])


def leads_to(context: Context, start: int) -> bool:
    """Whether an amount, of a unit of its own, changed to the next one: "improved by 2.5 percent to 94.3 percent"."""
    opened = context.lexicon.range_openers.match_before(context.tokens, start)
    return changes(context, start) or (opened is None and changed_before(context, start))


def changed_before(context: Context, index: int) -> bool:
    """Whether a verb of change stands before a token, with at most a few words between ("rose in 2025 to 30")."""
    for at in range(index, max(0, index - _NEAR), -1):
        if at < index and not (context.is_word(at) or context.is_figure(at)):
            return False
        if context.lexicon.changed.match_before(context.tokens, at):
            return True
    return False


def _scored(context: Context, first: Number, joined: int) -> bool:
    """Whether two figures with a hyphen are a score: "het werd 1-4"."""
    if context.key(first.end) not in HYPHENS or not context.is_figure(joined):
        return False
    told = any(context.key(first.start - back) in context.lexicon.score_words for back in range(1, 5))
    return told and counted_noun(context, joined + 1) is None


def _vague(context: Context, number: Number) -> bool:
    """Whether a magnitude stands after a word that makes it no number ("paar duizend")."""
    first = context.lexicon.parts.get(context.key(number.start))
    return bool(first and first.value >= 100 and context.lexicon.vague.match_before(context.tokens, number.start))


def _plus(context: Context, first: Number) -> Number:
    end = first.end
    if context.key(end) == "+" and context.glued(end) and not (context.is_figure(end + 1) and context.glued(end + 1)):
        return replace(first, end=end + 1, plus=True, plain=False)
    if context.hyphen(end) and context.key(end + 1) in context.lexicon.numerals.about_endings:
        return replace(first, end=end + 2, rough=True, plain=False)
    if context.hyphen(end) and context.key(end + 1) in context.lexicon.numerals.plus:
        return replace(first, end=end + 2, plus=True, plain=False)
    return first


def _like(second: Number, context: Context, low: Decimal) -> Decimal:
    """Give the first number of "2 tot 3 miljoen" the magnitude of the second."""
    size = context.lexicon.numerals.scales.get(context.key(second.end - 1))
    size = size or context.lexicon.numerals.magnitudes.get(context.key(second.end - 1))
    size = size or context.lexicon.numerals.money_magnitudes.get(context.key(second.end - 1), 1)
    return low * size


def _range_join(context: Context, first: Number, *, money: bool) -> int | None:
    """Return where the second number of a range begins, or None."""
    end = first.end
    key = context.key(end)
    if key in HYPHENS and context.glued(end) and not context.glued(end + 1) and context.is_word(end + 1):
        hanging = context.lexicon.number_ranges.match(context.tokens, end + 1)
        return hanging[1] if hanging else None  # "3- tot 5-jarigen"
    if key in _DASHES:
        spaced = not context.glued(end) and not context.glued(end + 1)
        return end + 1 if context.hyphen(end) or key == "—" or (spaced and (key == "–" or money)) else None
    matched = context.lexicon.number_ranges.match(context.tokens, end)
    listed = context.key(first.start - 1) == "," and key in context.lexicon.numerals.alternatives
    if matched and not context.glued(end) and not listed:
        return matched[1]
    opener = context.lexicon.range_openers.match_before(context.tokens, first.start)
    return end + 1 if opener and key == opener[0] else None


def _said_twice(context: Context, first: Number) -> Number:
    """Take "5 (vijf)" as one number where both agree."""
    if context.key(first.end) == "(" and context.key(first.end + 2) == ")":
        again = read_number(context, first.end + 1)
        if again and again.end == first.end + 2 and again.value == first.value and again.spelled != first.spelled:
            return replace(first, end=first.end + 3)
    return first
