"""Numbers as press texts write them: figures and words, magnitudes, fractions, signs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.values.figures import read_figure
from checker.values.numerals import read_spelled

if TYPE_CHECKING:
    from checker.values.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in the tokens `start` to `end` (exclusive).

    `slack` is half the width of what would be written so (0 where it is exact); `plain` marks a bare row of digits,
    which may be a year; `year` a pair of number words as only years are written; `article` that it rests on an article.
    """

    start: int
    end: int
    value: Decimal
    to: Decimal | None = None
    slack: Decimal = Decimal(0)
    ordinal: bool = False
    spelled: bool = False
    plain: bool = False
    year: bool = False
    rough: bool = False
    article: bool = False
    scaled: bool = False
    plus: bool = False
    """Whether "+" or "-plus" follows and belongs to it: at least this number."""


def read_number(context: Context, start: int, *, money: bool = False) -> Number | None:
    """Return the number that begins at a token, without a range, or None. `money` allows "m" for a million."""
    index, sign = _sign(context, start)
    if index >= len(context.tokens) or index in context.masked:
        return None
    token = context.tokens[index]
    number: Number | None
    if token.kind == "word":
        number = _words(context, index)
    elif token.kind == "vulgar":
        number = Number(start=index, end=index + 1, value=_vulgar(token.text))
    elif token.kind == "figure":
        number = _figures(context, index, money=money)
    else:
        number = None
    if number is None or (sign < 0 and number.ordinal):
        return None
    return replace(number, start=start, value=number.value * sign) if index > start else number


def _sign(context: Context, start: int) -> tuple[int, int]:
    key = context.key(start)
    following = context.is_figure(start + 1)
    free = not context.glued(start) or context.key(start - 1) in ("(", "“", '"', "€", "$", "£")
    if key in ("-", "−", "–", "+") and following and context.glued(start + 1) and free:
        return start + 1, 1 if key == "+" else -1
    if key in context.lexicon.numerals.minus and (following or context.is_word(start + 1)):
        return start + 1, -1
    return start, 1


def _vulgar(text: str) -> Decimal:
    return Decimal(str(unicodedata.numeric(text)))


def _magnitude(context: Context, index: int, *, money: bool) -> tuple[int, int]:
    """Return a magnitude that stands at a token, or 1, and the index after it."""
    numerals = context.lexicon.numerals
    at = index + 1 if context.hyphen(index) else index
    if not context.is_word(at):
        return 1, index
    key, text = context.key(at), context.tokens[at].text
    size = numerals.scales.get(key) or numerals.magnitudes.get(key) or numerals.hundreds.get(key)
    counted = context.glued(at) and (text in ("k", "K") or context.key(at + 1) in numerals.people_magnitudes)
    if size is None and (money or counted):
        size = numerals.money_magnitudes.get(text)
    if size is None:
        return 1, index
    end = at + 1
    if key in numerals.magnitudes and context.key(end) == "." and context.glued(end) and context.is_word(end + 1):
        money_follows = context.lexicon.currency_words.match(context.tokens, end + 1)
        end += 1 if money_follows or context.tokens[end + 1].text[0].islower() else 0
    return size, end


def _figures(context: Context, index: int, *, money: bool) -> Number | None:
    token = context.tokens[index]
    figure = read_figure(token.text, context.mark)
    if figure is None:
        return None
    value, end = figure.number, index + 1
    slack = Decimal(5).scaleb(-figure.decimals - 1) if figure.decimals else Decimal(0)
    plain = token.text.isdigit()
    following = context.tokens[end] if end < len(context.tokens) else None
    if following and following.kind == "vulgar" and plain:
        return Number(start=index, end=end + 1, value=value + _vulgar(following.text))
    if plain:
        fraction = _written_fraction(context, index, value)
        if fraction is not None:
            return fraction
    endings = context.lexicon.numerals.ordinal_endings
    whole = not figure.decimals and following is not None and following.glued
    if whole and following and following.key in endings and _is_ordinal(context, index):
        return Number(start=index, end=end + 1, value=value, ordinal=True)
    size, end = _magnitude(context, end, money=money)
    if size > 1:
        scaled = Number(start=index, end=end, value=value * size, slack=(slack or Decimal("0.5")) * size, scaled=True)
        return _with_smaller(context, scaled, size) if not figure.decimals else scaled
    dozen = _collective(context, end)
    if dozen and not dozen.rough and plain:
        return Number(start=index, end=dozen.end, value=value * dozen.value)
    half = context.lexicon.halves.match(context.tokens, end)
    if half and plain and value < 1000:
        return _scaled_words(context, Number(start=index, end=half[1], value=value + Decimal("0.5")))
    return Number(start=index, end=end, value=value, slack=slack, plain=plain)


def _with_smaller(context: Context, number: Number, size: int) -> Number:
    """Read on in "2 miljoen 300 duizend": figures with smaller and smaller magnitudes."""
    value, end = number.value, number.end
    while context.is_figure(end) and not context.glued(end):
        figure = read_figure(context.tokens[end].text, context.mark)
        following, stop = _magnitude(context, end + 1, money=False)
        if figure is None or figure.decimals or not 1 < following < size or figure.number * following >= size:
            break
        value, end, size = value + figure.number * following, stop, following
    return replace(number, end=end, value=value, slack=Decimal("0.5") * size)


def _is_ordinal(context: Context, index: int) -> bool:
    """Whether an ending after digits makes them an ordinal; a full stop does so beside few words only."""
    if context.key(index + 1) != ".":
        return True
    place = context.key(index + 2) in context.lexicon.nouns.place_nouns
    return place or (context.key(index - 1) in context.lexicon.numerals.ordinal_contexts and context.is_word(index + 2))


def _written_fraction(context: Context, index: int, value: Decimal) -> Number | None:
    """Read "3/4" and "1 1/2", not "24/7" and not a score in a date."""

    def part(at: int) -> Decimal | None:
        if not (
            context.is_figure(at)
            and context.key(at + 1) in ("/", "⁄")
            and context.glued(at + 1)
            and context.glued(at + 2)
        ):
            return None
        if not context.is_figure(at + 2) or (context.key(at + 3) == "/" and context.glued(at + 3)):
            return None
        top, bottom = context.key(at), context.key(at + 2)
        if not (top.isdigit() and bottom.isdigit()) or len(top) > 2 or bottom not in _DENOMINATORS:
            return None
        return Decimal(int(top)) / Decimal(int(bottom)) if 0 < int(top) < int(bottom) else None

    alone = part(index)
    if alone is not None:
        return Number(start=index, end=index + 3, value=alone)
    mixed = part(index + 1) if not context.glued(index + 1) else None
    return Number(start=index, end=index + 4, value=value + mixed) if mixed is not None else None


_DENOMINATORS = frozenset(("2", "3", "4", "5", "6", "8", "10", "16", "32", "64", "100"))


def _words(context: Context, index: int) -> Number | None:
    lexicon = context.lexicon
    tokens = context.tokens
    collective = _collective(context, index)
    if collective:
        return collective
    fraction = lexicon.fractions.match(tokens, index)
    spelled = read_spelled(lexicon, tokens, index)
    if fraction and (spelled is None or fraction[1] >= spelled.end):
        number = Number(start=index, end=fraction[1], value=fraction[0], spelled=True)
        return _scaled_words(context, number)
    if spelled is None:
        return _half_compound(context, index)
    if spelled.bare_article:
        return _after_article(context, index)
    number = Number(
        start=index,
        end=spelled.end,
        value=Decimal(spelled.number),
        ordinal=spelled.ordinal,
        spelled=True,
        year=spelled.year,
    )
    if number.ordinal:
        return number
    if context.key(spelled.end) in lexicon.numerals.decimal_words:
        number = _with_decimals(context, number)
        if number.end > spelled.end:
            return _scaled_words(context, number)
    half = lexicon.halves.match(tokens, spelled.end)
    if half and tokens[spelled.end - 1].key in lexicon.numerals.scales:
        scale = Decimal(lexicon.numerals.scales[tokens[spelled.end - 1].key])
        return replace(number, end=half[1], value=number.value + scale / 2, slack=scale / 20, scaled=True)
    if half and not spelled.year:
        return _scaled_words(context, replace(number, end=half[1], value=number.value + Decimal("0.5")))
    if context.key(spelled.end) in lexicon.numerals.joiners and context.is_word(spelled.end + 1) and not spelled.year:
        part = _part_of_one(context, spelled.end + 1)
        if part:
            return replace(number, end=part[1], value=number.value + part[0])
    joined = spelled.end + 1 if context.hyphen(spelled.end) else spelled.end
    share = lexicon.numerals.denominators.get(context.key(joined))
    if share and number.value < share and _is_share(context, joined, number.value):
        return replace(number, end=joined + 1, value=number.value / share)
    size, end = _magnitude(context, spelled.end, money=False)
    if size > 1 and context.key(end - 1) not in lexicon.numerals.scales:
        return replace(number, end=end, value=number.value * size, slack=Decimal("0.5") * size, scaled=True)
    collective = _collective(context, spelled.end)
    if collective and collective.end > spelled.end:
        return replace(number, end=collective.end, value=number.value * collective.value)
    if number.value >= 1_000_000:
        unit = _last_scale(context, number)
        return replace(number, slack=Decimal("0.5") * unit, scaled=True)
    return number


def _with_decimals(context: Context, number: Number) -> Number:
    """Read on in "drie komma vijf": digits in words after the decimal mark in words."""
    digits = ""
    index = number.end + 1
    while len(digits) < 9:
        digit = context.lexicon.numerals.units.get(context.key(index))
        if digit is None or (digit > 9 and digits):
            break
        digits += str(digit)
        index += 1
    if not digits:
        return number
    return replace(
        number, end=index, value=number.value + Decimal(f"0.{digits}"), slack=Decimal(5).scaleb(-len(digits) - 1)
    )


def _part_of_one(context: Context, index: int) -> tuple[Decimal, int] | None:
    """Read "three quarters" after "two and": a number below one in words, and the index after it."""
    fraction = context.lexicon.fractions.match(context.tokens, index)
    if fraction and fraction[0] < 1:
        return fraction
    top = context.lexicon.numerals.units.get(context.key(index))
    bottom = context.lexicon.numerals.denominators.get(context.key(index + 1))
    return (Decimal(top) / bottom, index + 2) if top and bottom and top < bottom else None


def _last_scale(context: Context, number: Number) -> int:
    scales = context.lexicon.numerals.scales
    return scales.get(context.key(number.end - 1), 1) if number.end > number.start else 1


def _collective(context: Context, index: int) -> Number | None:
    numerals = context.lexicon.numerals
    key = context.key(index)
    if key in numerals.rough:
        return Number(start=index, end=index + 1, value=Decimal(numerals.rough[key]), spelled=True, rough=True)
    named = context.lexicon.collectives.match(context.tokens, index)
    return Number(start=index, end=named[1], value=Decimal(named[0]), spelled=True) if named else None


def _after_article(context: Context, index: int) -> Number | None:
    """Read an article as one, before a numeric noun only: "een tiental", "a dozen", "a third of"."""
    collective = _collective(context, index + 1)
    if collective:
        return replace(collective, start=index)
    if context.lexicon.numerals.denominators.get(context.key(index + 1)) and _is_share(context, index + 1, Decimal(1)):
        share = context.lexicon.numerals.denominators[context.key(index + 1)]
        return Number(start=index, end=index + 2, value=Decimal(1) / share, spelled=True)
    whole = context.lexicon.part_words.match(context.tokens, index + 1)
    if whole and whole[1] > index + 2 and _counts(context, whole[1]):
        return Number(start=index, end=index + 1, value=Decimal(1), spelled=True)  # "een op de tien"
    half = context.lexicon.halves.match(context.tokens, index + 1)
    return Number(start=index, end=half[1], value=Decimal("1.5"), spelled=True) if half else None


def _counts(context: Context, index: int) -> bool:
    """Whether a figure or number word stands at a token, an article apart."""
    if not context.is_word(index):
        return context.is_figure(index)
    spelled = read_spelled(context.lexicon, context.tokens, index)
    return spelled is not None and not spelled.bare_article and not spelled.ordinal


def _is_share(context: Context, index: int, top: Decimal) -> bool:
    """Whether a denominator word is one: a plural ("thirds"), or what it is part of follows ("een derde van")."""
    key = context.key(index)
    ordinal = context.lexicon.numerals.ordinals.get(key)
    if ordinal is None:
        return True
    if context.lexicon.part_words.match(context.tokens, index + 1):
        return True
    one = context.key(index - 1) in context.lexicon.numerals.units
    return (top > 1 or one) and not context.is_word(index + 1)


def _half_compound(context: Context, index: int) -> Number | None:
    """Read "tweeëneenhalf": a number word with a half grown to it."""
    token = context.tokens[index]
    for ending in context.lexicon.numerals.half:
        if " " not in ending and len(ending) > 5 and token.key.endswith(ending) and len(token.key) > len(ending):
            parts = context.lexicon.numerals.units.get(token.key[: -len(ending)])
            if parts is not None:
                number = Number(start=index, end=index + 1, value=parts + Decimal("0.5"), spelled=True)
                return _scaled_words(context, number)
    return None


def _scaled_words(context: Context, number: Number) -> Number:
    """Apply a magnitude after a fraction ("anderhalf miljoen", "half a million")."""
    at = number.end
    if context.key(at) in context.lexicon.numerals.articles:
        at += 1
    size, end = _magnitude(context, at, money=False)
    if size == 1 and context.key(at) in context.lexicon.numerals.hundreds:
        size, end = 100, at + 1
    if size == 1:
        return number
    return replace(number, end=end, value=number.value * size, slack=Decimal("0.05") * size, scaled=True)
