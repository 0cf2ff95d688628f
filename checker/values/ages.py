"""Ages: "41-jarige", "41 jaar oud", "aged 41", "in her twenties", and a bare "(41)" after a name."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.values.context import Found
from checker.values.measures import bounds, find_unit
from checker.values.nouns import counted_noun, counted_plural
from checker.values.numbers import Number
from checker.values.numerals import read_grown
from checker.values.ranges import read_range

if TYPE_CHECKING:
    from collections.abc import Container

    from checker.values.context import Context

_OLDEST = 130
_ENDS = frozenset((".", ",", ";", ")", "", "!", "?", "\n", "”", '"'))


def _age(number: Number, start: int, end: int) -> Found:
    return Found(start, end, {"type": "age", "unit": "year", **bounds(number, measured=False)})


def read_age(context: Context, start: int) -> Found | None:
    """Read an age that begins at a token."""
    lexicon = context.lexicon
    ten = lexicon.age_decades.match(context.tokens, start)
    if ten and not counted_plural(context, ten[1]):
        low = Decimal(ten[0])
        fields: dict[str, Any] = {"number": low, "number_to": low + 9, "low": low, "high": low + 9}
        return Found(start, ten[1], {"type": "age", "unit": "year", **fields})
    group = _group(context, start)
    if group:
        return group
    before = lexicon.age_before.match(context.tokens, start)
    if before:
        opened = lexicon.range_openers.match(context.tokens, before[1])
        number = read_range(context, opened[1] if opened else before[1])
        if number and not number.ordinal and 0 <= number.value <= _OLDEST and number.slack == 0:
            after = lexicon.age_after.match(context.tokens, number.end)
            end = after[1] if after else number.end
            unit = lexicon.unit_words.match(context.tokens, number.end)
            if not after and unit and unit[0] == "year":
                end = unit[1]
            return _age(number, start, end) if not unit or unit[0] == "year" else None
        return None
    compound = _grown_together(context, start)
    if compound:
        return compound
    number = read_range(context, start)
    if number is None and context.key(start) in lexicon.numerals.articles:
        return _not_in_years(context, Number(start=start, end=start + 1, value=Decimal(1), spelled=True))
    if number is None or number.ordinal or number.value < 0:
        return None
    after = lexicon.age_after.match(context.tokens, number.end)
    if after:
        return _age(number, start, after[1])
    if number.value > _OLDEST:
        return _of_things(context, number)
    young = _not_in_years(context, number)
    if young:
        return young
    joined = number.end + 1 if context.hyphen(number.end) else number.end
    if context.key(joined) in lexicon.units.age_plus:
        older = _age(number, start, joined + 1)
        return older._replace(fields={**older.fields, "hedge": "min"})
    ending = lexicon.age_endings.match(context.tokens, joined)
    if ending and (joined > number.end or context.glued(joined) or not context.is_figure(start) or " " in ending[0]):
        if _lasts(context, number, ending[1]):
            return None
        return _age(number, start, ending[1])
    return _in_years(context, number) or _in_decade(context, number) or _bare(context, number)


def _group(context: Context, start: int) -> Found | None:
    """Read "over-65s" and "under 12s": everybody above or below an age."""
    hedge = context.lexicon.units.age_groups.get(context.key(start))
    at = start + 2 if context.hyphen(start + 1) else start + 1
    if hedge is None or not context.is_figure(at) or context.key(at + 1) != "s" or not context.glued(at + 1):
        return None
    number = Number(start=at, end=at + 1, value=Decimal(context.key(at))) if context.key(at).isdigit() else None
    if number is None or number.value > _OLDEST:
        return None
    found = _age(number, start, at + 2)
    return found._replace(fields={**found.fields, "hedge": hedge})


def _of_things(context: Context, number: Number) -> Found | None:
    """Read "200-year-old" and "200 jaar oude": an age that nobody reaches; "200-jarig" is how long something lasts."""
    joined = number.end + 1 if context.hyphen(number.end) else number.end
    ending = context.lexicon.age_endings.match(context.tokens, joined)
    if ending and ending[1] > joined + 1:
        return _age(number, number.start, ending[1])
    return _not_in_years(context, number)


def _not_in_years(context: Context, number: Number) -> Found | None:
    """Read "5 maanden oud", "10-month-old" and "a year old"."""
    unit = find_unit(context, number.end)
    if unit is None or unit[0] not in ("day", "week", "month", "year"):
        return None
    end = unit[1] + 1 if context.hyphen(unit[1]) else unit[1]
    if context.key(end) not in context.lexicon.units.person_words or context.hyphen(end + 1):
        return None
    return Found(number.start, end + 1, {"type": "age", **bounds(number, measured=False), "unit": unit[0]})


def _grown_together(context: Context, start: int) -> Found | None:
    """Read "vierjarige" and "zestienjarige": a number word and its ending in one word."""
    grown = read_grown(context.lexicon, context.tokens[start], context.lexicon.units.age_endings)
    if grown is None:
        return None
    number = Number(start=start, end=start + 1, value=Decimal(grown[0]), spelled=True)
    return None if _lasts(context, number, start + 1) else _age(number, start, start + 1)


def _lasts(context: Context, number: Number, end: int) -> bool:
    """Whether "vierjarige" says how long something lasts rather than how old somebody is."""
    noun = counted_noun(context, end)
    if noun is not None:
        word = context.text[noun[0] : noun[1]].lower()
        if word.endswith(context.lexicon.units.lasting_nouns):
            return True
        if context.text[noun[0]].isupper():
            return False
    return number.spelled and number.value < 10 and noun is not None and not word.endswith(context.lexicon.units.people)


def _in_decade(context: Context, number: Number) -> Found | None:
    """Read "his early 40s" as an age from 40 to 49."""
    end = number.end
    ended = context.glued(end) and context.key(end) in context.lexicon.dates.decade_endings
    owned = any(context.key(number.start - back) in context.lexicon.age_owners for back in (1, 2, 3))
    if not (number.plain and number.value % 10 == 0 and 20 <= number.value <= 90 and ended and owned):
        return None
    return _age(replace(number, to=number.value + 9), number.start, end + 1)


def _bare(context: Context, number: Number) -> Found | None:
    """Read "Petersen (41)", "Jane Petersen, 41," and "turned 27"."""
    start, end = number.start, number.end
    if not (context.is_figure(start) and number.plain and number.to is None and number.value <= 114):
        return None
    if context.key(end) in _ENDS and _of_somebody(context, start):
        return _age(number, start, end)
    closed = context.key(end) in _ENDS or context.key(end) in context.lexicon.units.who
    if number.value >= 16 and closed and _of_countryman(context, start):
        return _age(number, start, end)
    if number.value < 10:
        return None
    before = context.tokens[start - 2] if start >= 2 else None
    named = before is not None and before.kind == "word" and before.text[0].isupper() and len(before.text) > 1
    if named and context.key(start - 1) == "(" and context.key(end) in (")", ",", ";"):
        return _age(number, start, end)
    if number.value >= 16 and _apposed(context, number, end):
        return _age(number, start, end)
    closes = context.key(end) == "," or context.key(end) in context.lexicon.units.subjects
    if context.key(start - 1) in context.lexicon.units.age_at and closes and number.value >= 14:
        return _age(number, start, end)
    turned = context.lexicon.units.turned
    if context.key(start - 1) in context.lexicon.units.subjects and context.key(end) in turned:
        return _age(number, start, end)  # "toen ze 17 was"
    dated = context.key(end) in context.lexicon.calendar_words
    if context.key(end) not in _ENDS and not dated and not context.lexicon.after_age.match(context.tokens, end):
        return None
    for back in range(1, 5):
        verb = context.key(start - back)
        if verb in turned:
            return _age(number, start, end)
        hedge = context.lexicon.hedges_before.match_before(context.tokens, start - back + 1)
        passed = verb in context.lexicon.calendar_words or verb in context.lexicon.units.subjects
        passed = passed or verb in (*context.lexicon.units.after_age, *context.lexicon.units.age_now)
        if not passed and hedge is None:
            break
    return None


def _of_somebody(context: Context, start: int) -> bool:
    """Whether a bare number stands behind a person: "zijn zoon van 7", "his son, 7,"."""
    units = context.lexicon.units
    joined = context.key(start - 1) == "," or context.key(start - 1) in units.age_of
    return joined and context.is_word(start - 2) and context.key(start - 2).endswith(units.people)


def _of_countryman(context: Context, start: int) -> bool:
    """Whether a bare number stands behind what somebody is by a name: "a Spaniard of 43", "een Spaanse van 43"."""
    units = context.lexicon.units
    noun = context.tokens[start - 2] if start >= 3 else None
    if noun is None or noun.kind != "word" or not noun.text.istitle():
        return False
    return context.key(start - 1) in units.age_of and context.key(start - 3) in context.lexicon.numerals.articles


def _apposed(context: Context, number: Number, end: int, ends: Container[str] = (",",)) -> bool:
    """Whether a number stands between commas behind a name: "Jane Petersen, 41,", "Petersen, now 41,"."""
    at = number.start - 1
    at -= context.key(at) in context.lexicon.units.age_now
    before = context.tokens[at - 1] if at >= 1 else None
    named = before is not None and before.kind == "word" and before.text[0].isupper() and len(before.text) > 1
    calendar = context.key(at - 1) in context.lexicon.calendar_words
    end += context.key(end) in context.lexicon.units.age_since  # "Petersen, 41 inmiddels,"
    return named and not calendar and context.key(at) == "," and context.key(end) in ends


def _in_years(context: Context, number: Number) -> Found | None:
    """Read a number of years as an age where it stands by people: "kinderen van 4 tot 12 jaar", "hij is 61 jaar"."""
    lexicon = context.lexicon
    unit = lexicon.unit_words.match(context.tokens, number.end)
    if unit is None or unit[0] != "year" or number.slack:
        return None
    start, end = number.start, unit[1]
    for back in range(1, 5):
        if context.key(start - back) in lexicon.age_nouns:
            return _age(number, start, end)
        if context.key(start - back) not in lexicon.stops:
            break
    if lexicon.age_limits.match_before(context.tokens, start) and number.to is None:
        return _age(number, start, end)
    if context.key(start - 1) == "(" and context.key(end) == ")" and number.value >= 10:
        before = context.tokens[start - 2].text if start >= 2 else ""
        return _age(number, start, end) if before[:1].isupper() else None
    if _apposed(context, number, end, _ENDS) and number.value >= 10:
        return _age(number, start, end)
    if context.key(start - 1) in lexicon.units.subjects and context.key(end) in lexicon.units.turned:
        return _age(number, start, end)
    of_people = lexicon.older.match(context.tokens, end)
    verb = start - 2 if context.key(start - 1) in lexicon.units.age_now else start - 1
    closed = number.value >= 14 and context.key(end) in _ENDS and context.key(verb) in lexicon.units.turned
    return _age(number, start, end) if of_people or closed else None
