"""The reading of a text: every reader tried at every token that can begin a value, the longest reading kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from checker.values.ages import read_age
from checker.values.context import Context, Found
from checker.values.counts import read_count, read_ordinal
from checker.values.dates import read_date
from checker.values.figures import decimal_mark
from checker.values.hedges import hedged
from checker.values.lexicon import Beginning, lexicon
from checker.values.measures import read_measure, read_money, read_timed
from checker.values.model import Value
from checker.values.not_values import Span, find_spans
from checker.values.numeric_dates import month_first
from checker.values.ranges import leads_to
from checker.values.roles import share_units, with_role
from checker.values.tokens import Token, tokenise
from checker.values.years import in_named_years

if TYPE_CHECKING:
    from checker.period import Period
    from checker.values.lexicon import Lexicon

Reader = Callable[[Context, int], "Found | None"]
_MARGIN = 20
_RANGED = frozenset(("quantity", "money", "percent"))
# Of readings of one length the first is kept.
_READERS = (read_age, read_money, read_measure, read_timed, read_date, read_ordinal, read_count)
_DATES = (read_date,)


def read_values(text: str, language: str, reference: Period | None = None) -> tuple[Value, ...]:
    """Return the values of a text in order, none overlapping another; offsets are code points of `text`.

    `language` may name a region ("en-GB"), which tells how dates in digits are meant where the text does not.
    `reference` is the date of the document: with it relative dates are resolved and dates without a year get the
    nearest one; without it a year that is not known is written `XXXX`, which `checker.period` refuses, and words
    such as "gisteren" are left out. Raises DataError where the language has no tables; no text makes it fail.
    """
    code, _, region = language.partition("-")
    words = lexicon(code)
    tokens = tokenise(text)
    spans = find_spans(text, words)
    order = month_first(text, default=words.cldr.day_first == (region.upper() in words.cldr.other_order))
    context = Context(text, tokens, words, _mark(tokens, words), order, _usable(reference), _masked(tokens, spans))
    readings = []
    index = 0
    while index < len(tokens):
        idiom = words.not_values.match(tokens, index)
        if idiom:
            index = idiom[1]
            continue
        found = None if index in context.masked else _longest(context, index)
        if found is None:
            index += 1
            continue
        readings.append(with_role(context, found))
        index = found.end
    readings = in_named_years(context, readings)
    return tuple(_value(context, hedged(context, found)) for found in share_units(context, readings))


def find_not_values(text: str, language: str) -> tuple[Span, ...]:
    """Return the stretches of a text that hold digits but no value, in order, none overlapping another."""
    return tuple(find_spans(text, lexicon(language.partition("-")[0])))


def _usable(reference: Period | None) -> Period | None:
    """Leave out a reference date so near the ends of the calendar that a step from it may fall off."""
    if reference is None or reference.first.year < _MARGIN or reference.last.year > 9998 - _MARGIN:
        return None
    return reference


def _mark(tokens: list[Token], words: Lexicon) -> str:
    return decimal_mark((token.text for token in tokens if token.kind == "figure"), words.cldr.decimal_mark)


def _masked(tokens: list[Token], spans: list[Span]) -> frozenset[int]:
    masked = set()
    index = 0
    for span in spans:
        while index < len(tokens) and tokens[index].end <= span.start:
            index += 1
        while index < len(tokens) and tokens[index].start < span.end:
            masked.add(index)
            index += 1
    return frozenset(masked)


def _longest(context: Context, index: int) -> Found | None:
    token = context.tokens[index]
    readers: tuple[Reader, ...] = _READERS
    before = context.tokens[index - 1] if index and token.glued else None
    after_word = before is not None and before.kind == "word"
    if token.kind in ("word", "mark"):
        beginning = context.lexicon.beginning(token.key)
        if beginning is Beginning.NOTHING or (after_word and token.kind == "word"):
            return None
        if beginning is Beginning.DATE:
            readers = _DATES
    elif after_word:
        readers = _DATES  # "FY2025"; other figures after letters are part of a name
    best: Found | None = None
    for read in readers:
        found = read(context, index)
        if found and (best is None or found.end > best.end):
            best = found
    return _joined(context, best) if best else None


def _joined(context: Context, first: Found) -> Found:
    """Take "5% tot 10%" as one range: two readings of one kind with a range word between them."""
    fields = first.fields
    if fields["type"] not in _RANGED or "number_to" in fields:
        return first
    joined = context.lexicon.number_ranges.match(context.tokens, first.end)
    opener = context.lexicon.range_openers.match_before(context.tokens, first.start)
    if opener and context.key(first.end) == opener[0]:
        after = first.end + 1
    elif joined:
        after = joined[1]
    else:
        return first
    for read in (read_money, read_measure) if after < len(context.tokens) else ():
        second = read(context, after)
        same = second and all(second.fields.get(key) == fields.get(key) for key in ("type", "unit", "currency"))
        if leads_to(context, first.start):
            return first
        if second and same and "number_to" not in second.fields and second.fields["number"] > fields["number"]:
            both = {**fields, "number_to": second.fields["number"], "high": second.fields["high"]}
            return Found(first.start, second.end, both)
    return first


def _value(context: Context, found: Found) -> Value:
    start, end = context.tokens[found.start].start, context.tokens[found.end - 1].end
    fields: dict[str, Any] = found.fields
    return Value(start=start, end=end, text=context.text[start:end], **fields)
