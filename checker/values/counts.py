"""Counts and ordinals, with the role that each plays: amount, rank, one in a series, part, difference or multiple."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.values.context import Found
from checker.values.dates import read_date
from checker.values.measures import bounds, is_clock_time
from checker.values.nouns import counted_noun
from checker.values.numerals import read_grown
from checker.values.ranges import read_range

if TYPE_CHECKING:
    from checker.values.context import Context
    from checker.values.numbers import Number

_ROMAN = re.compile(r"(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LETTERS = (("C", "D", 100), ("X", "L", 10), ("I", "V", 1))

_ENDS = frozenset(",.;)")
_PARTING = frozenset(",;")
_SENTENCES = frozenset(".!?:")
_NAME, _REACH = 3, 16
"""How many words the name before a number may have, and how far back the number is that says what is counted."""


def read_count(context: Context, start: int) -> Found | None:
    """Read a count, a number of times or a multiple that begins at a token."""
    lexicon = context.lexicon
    multiple = lexicon.multiples.match(context.tokens, start)
    shy = context.key(start) in lexicon.numerals.bare_multiples
    if multiple and not context.glued(start) and not (shy and context.key(multiple[1]) not in lexicon.multiple_after):
        number = Decimal(multiple[0])
        fields: dict[str, Any] = {"type": "count", "number": number, "low": number, "high": number}
        often = (
            context.key(start) in lexicon.numerals.occasions
            and context.key(multiple[1]) not in lexicon.numerals.multiple_after
        )
        return Found(start, multiple[1], fields if often else {**fields, "role": "multiple"})
    grown = _grown_together(context, start)
    if grown:
        return grown
    found = read_range(context, start)
    if found is None or found.ordinal or is_clock_time(context, found):
        return None
    end = found.end
    joined = end + 1 if context.hyphen(end) else end
    for ending in lexicon.numerals.multiple_endings:
        if context.key(joined) == ending and (joined > end or context.glued(joined)):
            return Found(start, joined + 1, {"type": "count", "role": "multiple", **bounds(found, measured=False)})
    times = lexicon.times.match(context.tokens, joined)
    crossed = context.key(joined) in ("x", "×") and (not context.glued(joined) or context.is_figure(joined + 1))
    if times and not crossed:  # "3x as fast", and not "12 x 4 metres"
        compared = context.key(times[1]) in lexicon.multiple_after
        role = {"role": "multiple"} if joined > end or compared or context.key(joined) in ("x", "×") else {}
        word = context.tokens[joined]
        named = {} if role else {"noun": word.text, "noun_start": word.start, "noun_end": word.end}
        return Found(start, times[1], {"type": "count", **bounds(found, measured=False), **role, **named})
    if joined > end and context.is_word(joined) and not context.hyphen(joined + 1):
        # "5-sterren", "four-cylinder": a number grown to what it counts.
        noun_span = counted_noun(context, joined, singular=True)
        if noun_span:
            return _with_noun(context, Found(start, end, {"type": "count", **bounds(found, measured=False)}), noun_span)
    noun = _noun(context, found)
    halved = found.end == start + 1 and context.key(start) in lexicon.numerals.bare_halves
    if (noun is None or halved) and _names(context, found):
        return None
    fields = {"type": "count", **bounds(found, measured=False)}
    return _with_noun(context, Found(start, end, fields), noun)


def _names(context: Context, number: Number) -> bool:
    """Whether a number that counts nothing is a name's ("Boeing 737") or a pronoun ("one of the best")."""
    start, lexicon = number.start, context.lexicon
    if number.to is not None:
        return False
    if number.end == start + 1 and context.key(start) in context.lexicon.not_alone:
        if context.lexicon.more.match(context.tokens, number.end):
            return False
        parts = context.lexicon.part_words.match(context.tokens, number.end)
        return parts is None or read_range(context, parts[1]) is None
    verb = number.end == start + 1 and context.key(start) in context.lexicon.numerals.verbs_too
    if verb and context.key(number.end) in context.lexicon.determiners:
        return True
    half = number.value < 1 and context.key(start) in context.lexicon.numerals.bare_halves
    if half and number.end == start + 1:
        return context.lexicon.part_words.match(context.tokens, number.end) is None
    scored = context.hyphen(number.end) and context.is_figure(number.end + 1)
    if number.spelled and context.hyphen(start - 1) and context.is_word(start - 2):
        return True  # "straight-six"
    if start == 0 or context.glued(start) or scored or number.scaled:
        return False
    if not number.plain and not number.spelled and lexicon.nouns.capitalised:
        return False
    before, own = context.tokens[start - 1], context.tokens[start].text
    day = lexicon.weekdays.match(context.tokens, start - 1) is not None  # "on Saturday 9,600"
    capital = before.kind == "word" and before.text[0].isupper() and (len(before.text) > 1 or before.glued) and not day
    if number.spelled:  # "BBC Two", and not "They Won Two"
        return capital and own[0].isupper() and not own.isupper() and start + 1 == number.end
    opening = start == 1 or context.tokens[start - 2].text in '.!?:;“"\n'
    acronym = before.text.isupper() and context.key(start - 1) not in (
        *lexicon.stops,
        *lexicon.hedges_before.first_words(),
    )
    if capital and not acronym and _left_out(context, number):
        return False
    return capital and (acronym or not opening or own.endswith(".0"))  # "NPO 1", "Web 2.0"


def _left_out(context: Context, number: Number) -> bool:
    """Whether a number behind a name leaves out what one before it counts: "Kenya has 34 schools, Nepal 19."."""
    if context.key(number.end) not in _ENDS and number.end < len(context.tokens):
        return False
    start = number.start - 1
    while start > 0 and number.start - start < _NAME and context.tokens[start - 1].text[0].isupper():
        start -= 1
    if start > 1 and context.is_word(start - 1) and context.tokens[start - 1].text.islower():
        start -= 1  # ", in Nepal 19"
    if context.key(start - 1) not in _PARTING:
        return False
    for index in range(start - 2, max(0, start - _REACH), -1):
        if context.key(index) in _SENTENCES:
            return False
        if context.is_figure(index) and context.is_word(index + 1) and context.tokens[index + 1].text[0].islower():
            return not context.tokens[index - 1].text[0].isupper()
    return False


def _noun(context: Context, number: Number) -> tuple[int, int] | None:
    at = number.end
    hedge = context.lexicon.hedges_after.match(context.tokens, at)
    at = hedge[1] if hedge else at
    parts = context.lexicon.part_words.match(context.tokens, at)
    if parts and (number.rough or number.value < 1):
        at = parts[1]
    return counted_noun(context, at, singular=number.value == 1 and number.to is None)


def _with_noun(context: Context, found: Found, noun: tuple[int, int] | None) -> Found:
    if noun is None:
        return found
    named = {"noun": context.text[noun[0] : noun[1]], "noun_start": noun[0], "noun_end": noun[1]}
    return found._replace(fields=found.fields | named)


def _grown_together(context: Context, start: int) -> Found | None:
    """Read "zesvoudige", "tweemaal", "threefold": a number word with an ending grown to it."""
    numerals = context.lexicon.numerals
    token = context.tokens[start]
    times = tuple(word for word in numerals.times if len(word) > 2)
    grown = read_grown(context.lexicon, token, (*numerals.multiple_endings, *times, *numerals.count_endings))
    if grown is None:
        return None
    number, ending = Decimal(grown[0]), grown[1]
    fields: dict[str, Any] = {"type": "count", "number": number, "low": number, "high": number}
    if ending in numerals.multiple_endings:
        return Found(start, start + 1, {**fields, "role": "multiple"})
    if ending in numerals.count_endings:
        return Found(start, start + 1, fields)
    return _with_noun(context, Found(start, start + 1, fields), (token.end - len(ending), token.end))


def read_ordinal(context: Context, start: int) -> Found | None:
    """Read an ordinal that begins at a token: a rank ("derde", "in fourth", "second place") or one in a series."""
    lexicon = context.lexicon
    nouns = lexicon.nouns
    fixed = lexicon.rank_phrases.match(context.tokens, start)
    if fixed and not (fixed[1] > start + 1 and read_date(context, fixed[1] - 1)):  # "second | last year"
        number = Decimal(fixed[0]) if fixed[0] else None
        return Found(
            start, fixed[1], {"type": "ordinal", "role": "rank", "number": number, "low": number, "high": number}
        )
    roman = _roman(context, start) or _placed(context, start)
    if roman:
        return roman
    if lexicon.not_ordinals.match(context.tokens, start) or _inside_phrase(context, start):
        return None
    prefixed = context.key(start) in nouns.rank_prefixes
    found = read_range(context, start + 1 if prefixed else start) if start + prefixed < len(context.tokens) else None
    if found is None or not found.ordinal:
        return None
    end = found.end
    fields: dict[str, Any] = {"type": "ordinal", "number": found.value, "low": found.value, "high": found.value}
    at = end + 1 if context.hyphen(end) else end
    if context.key(at) in nouns.place_nouns:
        return Found(start, at + 1, {**fields, "role": "rank"})
    then = read_date(context, end) if end < len(context.tokens) else None
    noun = None if then else counted_noun(context, end, singular=True)  # "second two years ago" counts no years
    before = context.key(start - 1)
    if noun is None and before in nouns.rank_relatives and context.key(end) in nouns.rank_behind:
        return Found(start, end, {**fields, "role": "rank"})  # "die tweede werd"
    verb = before in nouns.rank_verbs
    if verb or prefixed or (noun is None and before not in nouns.nth_before):
        ends = verb or noun is None
        used = not (verb or prefixed or then) and context.is_word(end) and context.key(end) not in lexicon.stops
        return Found(start, end, {**fields, "role": "rank"}) if ends and not used else None  # "first introduced in"
    return _with_noun(context, Found(start, end, {**fields, "role": "nth"}), noun)


def _placed(context: Context, start: int) -> Found | None:
    """Read "plaats 4" and "positie 12": a rank in figures behind its noun."""
    if context.key(start) not in context.lexicon.nouns.place_nouns or not context.is_figure(start + 1):
        return None
    figure = context.key(start + 1)
    if not (figure.isdigit() and 0 < int(figure) < 1000) or counted_noun(context, start + 2):
        return None
    number = Decimal(figure)
    return Found(start, start + 2, {"type": "ordinal", "role": "rank", "number": number, "low": number, "high": number})


def _inside_phrase(context: Context, start: int) -> bool:
    """Whether an ordinal is a later word of a phrase that gives none ("ten eerste", "in eerste instantie")."""
    matches = (context.lexicon.not_ordinals.match(context.tokens, start - back) for back in (1, 2, 3) if start >= back)
    return any(found and found[1] > start for found in matches)


def _roman(context: Context, start: int) -> Found | None:
    """Read a roman numeral that numbers the noun before it: "hoofdstuk IV", "Part III"."""
    token = context.tokens[start]
    match = _ROMAN.fullmatch(token.text)
    if (
        match is None
        or start == 0
        or token.text in ("C", "L")
        or context.key(start - 1) not in context.lexicon.numbered
    ):
        return None
    value = sum(_digit(match[group], *letters) for group, letters in enumerate(_LETTERS, 1))
    before = context.tokens[start - 1]
    number = Decimal(value)
    found = Found(start, start + 1, {"type": "ordinal", "number": number, "low": number, "high": number, "role": "nth"})
    return _with_noun(context, found, (before.start, before.end)) if value else None


def _digit(text: str, one: str, five: str, unit: int) -> int:
    """Return the value of one place of a roman numeral ("IV", "XC")."""
    if len(text) == 2 and text[0] == one and text[1] != one and text[1] != five:
        return 9 * unit
    if text == one + five:
        return 4 * unit
    return unit * (5 * text.count(five) + text.count(one))
