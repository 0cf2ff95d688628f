"""The parts that dates are made of: years, months, days of the month, weekdays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.values.numerals import read_spelled
from checker.values.numeric_dates import year_of

if TYPE_CHECKING:
    from checker.values.context import Context

_APOSTROPHES = frozenset("'’‘")


def year_at(context: Context, index: int) -> tuple[int, int] | None:
    """Read a year in digits or words, or with an apostrophe ("'25"), and return the index after it."""
    if index >= len(context.tokens):
        return None
    key = context.key(index)
    year = year_of(key) if context.is_figure(index) else None
    if year and context.key(index + 1) == "-" and context.glued(index + 1) and context.key(index + 2).startswith("0"):
        return None  # "2025-05" goes together
    if year:
        return year, index + 1
    short_year = context.is_figure(index + 1) and context.glued(index + 1) and len(context.key(index + 1)) == 2
    if key in _APOSTROPHES and not context.glued(index) and short_year and context.key(index + 1).isdigit():
        short = int(context.key(index + 1))
        return (2000 if short < 50 else 1900) + short, index + 2
    if context.is_word(index):
        spelled = read_spelled(context.lexicon, context.tokens, index)
        if spelled and not spelled.ordinal and 1500 <= spelled.number <= 2100:
            return spelled.number, spelled.end
    return None


def optional_year(context: Context, index: int) -> tuple[int | None, int]:
    """Read a year that may follow a day, month or season, with "of", "van" or a comma before it."""
    for at in (index, index + 1):
        if at > index and context.key(index) not in context.lexicon.dates.of:
            break
        found = year_at(context, at)
        if found and not context.is_word(at):
            return found
    same = context.lexicon.same_year.match(context.tokens, index)
    if same and context.reference and context.reference.first.year == context.reference.last.year:
        return context.reference.first.year, same[1]
    at = index + 1 if context.key(index) in context.lexicon.dates.of and context.key(index) != "," else index
    moved = context.lexicon.shifts.match(context.tokens, at)
    if moved and context.reference and context.lexicon.dates.units.get(context.key(moved[1])) == "year":
        return context.reference.first.year + moved[0], moved[1] + 1
    return None, index


def month_at(context: Context, index: int, *, alone: bool) -> tuple[int, int] | None:
    """Read the name of a month; `alone` refuses what is a month only beside a number ("Jan", "may")."""
    found = context.lexicon.months.match(context.tokens, index)
    if found is None:
        return None
    text = context.tokens[index].text
    if context.key(index + 1) == "." and found[1] == index + 2 and not context.glued(index + 1):
        return None
    dates = context.lexicon.dates
    if alone and (
        context.key(index) in context.lexicon.shy_months
        or (context.key(index) in dates.proper_months and text[0].islower())
    ):
        return None
    return found


def day_at(context: Context, index: int) -> tuple[int, int] | None:
    """Read a day of the month: digits with or without an ordinal ending, or an ordinal in words."""
    if context.is_figure(index):
        key = context.key(index)
        if not (key.isdigit() and 1 <= len(key) <= 2 and 1 <= int(key) <= 31):
            return None
        glued_ending = context.key(index + 1) in context.lexicon.numerals.ordinal_endings and context.glued(index + 1)
        return int(key), index + 2 if glued_ending else index + 1
    if context.is_word(index):
        spelled = read_spelled(context.lexicon, context.tokens, index)
        if spelled and spelled.ordinal and 1 <= spelled.number <= 31:
            return spelled.number, spelled.end
        if spelled and not spelled.bare_article and 1 <= spelled.number <= 31:
            return (spelled.number, spelled.end) if context.lexicon.months.match(context.tokens, spelled.end) else None
    return None


def after_weekday(context: Context, index: int) -> int:
    """Return the index after a weekday (and a comma or article after it), or the index itself."""
    found = context.lexicon.weekdays.match(context.tokens, index)
    if found is None:
        return index
    at = found[1] + 1 if context.key(found[1]) == "," else found[1]
    return at + 1 if context.key(at) in context.lexicon.dates.articles else at


def ordinal_at(context: Context, start: int) -> tuple[int, int] | None:
    """Read an ordinal in digits or words, and return the index after it."""
    if context.is_figure(start):
        key = context.key(start)
        glued = context.key(start + 1) in context.lexicon.numerals.ordinal_endings and context.glued(start + 1)
        return (int(key), start + 2) if glued and key.isdigit() and len(key) <= 2 else None
    if context.is_word(start):
        spelled = read_spelled(context.lexicon, context.tokens, start)
        return (spelled.number, spelled.end) if spelled and spelled.ordinal else None
    return None
