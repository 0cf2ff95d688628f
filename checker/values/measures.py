"""Quantities, durations, money and percentages: a number with what it is a number of."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.values.context import Found
from checker.values.convert import unit_table
from checker.values.nouns import counted_noun
from checker.values.numbers import Number
from checker.values.numerals import read_grown
from checker.values.numeric_dates import year_of
from checker.values.ranges import changes, leads_to, read_range

if TYPE_CHECKING:
    from checker.values.context import Context

_DURATION = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H",
    "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y",
}  # fmt: skip
_IN_OTHERS = {
    "fortnight": ("week", 2),
    "quarter": ("month", 3),
    "quarter of an hour": ("minute", 15),
    "half hour": ("minute", 30),
    "half year": ("month", 6),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
_ORDER = ("year", "month", "week", "day", "hour", "minute", "second")

_MANY = 1000
_CLOSED = frozenset((".", ",", ";", "", "!", "?", "\n"))
_MINUS = frozenset("-−–")
_TIMED = re.compile(r"(\d{1,3}):(?:([0-5]\d):([0-5]\d(?:[.,]\d{1,3})?)|([0-5]\d[.,]\d{1,3}))(?![\d:])")
_DOTTED = re.compile(r"(\d{1,2})\.(?:([0-5]\d)\.([0-5]\d,\d{1,3})|([0-5]\d,\d{1,2}))(?![\d.,]*\d)")


def plain(number: Decimal) -> str:
    """Return a number in digits, without an exponent and without trailing noughts."""
    text = format(number.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def bounds(number: Number, *, measured: bool) -> dict[str, Any]:
    """Return the number fields of a value; a measured whole number stands for what rounds to it."""
    whole = measured and number.value == number.value.to_integral_value()
    slack = number.slack if number.slack or not whole else Decimal("0.5")
    top = number.value if number.to is None else number.to
    fields: dict[str, Any] = {"number": number.value, "low": number.value - slack, "high": top + slack}
    if number.to is not None:
        fields["number_to"] = number.to
    if number.plus:
        fields["hedge"] = "min"
    elif number.rough:
        fields["hedge"] = "about"
    return fields


def find_unit(context: Context, index: int) -> tuple[str, int, bool] | None:
    """Return the unit that stands at a token (after a hyphen too), the index after it, and whether it is adjectival."""
    lexicon = context.lexicon
    joined = context.hyphen(index)
    at = index + 1 if joined else index
    if at >= len(context.tokens):
        return None
    found = lexicon.unit_words.match(context.tokens, at)
    if joined and found is None and context.hyphen(at + 1) and at + 2 < len(context.tokens):
        hyphened = lexicon.unit_words.match([context.tokens[at], context.tokens[at + 2]], 0)  # "5,200-square-metre"
        found = (hyphened[0], at + 3) if hyphened and hyphened[1] == 2 else None
    best: tuple[str, int, bool] | None = (found[0], found[1], joined) if found else None
    # A symbol is case-sensitive and may hold marks and digits, so it is looked up as a slice of the text.
    start = context.tokens[at].start
    for stop in range(min(len(context.tokens), at + 6), at, -1):
        end = context.tokens[stop - 1].end
        if end - start > 14:
            continue
        unit = lexicon.unit_symbols.get(context.text[start:end])
        if unit is None or (best and stop <= best[1]):
            continue
        if _symbol_fits(context, at, stop):
            best = (unit, stop, joined)
            break
    if best is None and (joined or context.glued(at)) and context.key(at) in lexicon.unit_adjectives:
        best = (lexicon.unit_adjectives[context.key(at)], at + 1, True)
    return best


def _symbol_fits(context: Context, start: int, stop: int) -> bool:
    """Whether a symbol of one letter, or one like "in", stands where nothing else can be meant."""
    text = context.text[context.tokens[start].start : context.tokens[stop - 1].end]
    if context.glued(stop) and (context.is_word(stop) or context.is_figure(stop)):
        return text == "h" and context.is_figure(stop) and len(context.key(stop)) == 2  # "2h30"
    if text in ('"', "”", "″", "in"):
        short = text == "in" and context.key(stop) == "." and not context.glued(start)
        return text == "″" or (short and context.is_figure(start - 1))  # "put 84 million in."
    if text == "s" and context.glued(start) and context.key(start - 1).isdigit():
        return False  # "1990s", "under-12s"
    if len(text) == 1 and text.isalpha() and text.isupper():
        return context.glued(start) or text in ("W", "V", "A")
    return not (len(text) == 1 and text.isalpha() and text in "tgs") or context.glued(start) or text in ("t", "g", "s")


def read_measure(context: Context, start: int) -> Found | None:
    """Read a number with a unit, a percentage, or money after its number."""
    grown = read_grown(context.lexicon, context.tokens[start], context.lexicon.unit_adjectives)
    if grown:
        spelled = Number(start=start, end=start + 1, value=Decimal(grown[0]), spelled=True)
        return _duration(context, spelled, context.lexicon.unit_adjectives[grown[1]], start + 1, adjective=True)
    number = read_range(context, start) or _one(context, start)
    if number is None or number.ordinal:
        return None
    end = _part_of(context, number)
    share = context.lexicon.percent.match(context.tokens, end + 1 if context.hyphen(end) else end)
    if share:
        points = {"unit": share[0]} if share[0] else {}
        return Found(start, share[1], {"type": "percent", **bounds(number, measured=True), **points})
    part = context.lexicon.subunits.match(context.tokens, end)
    if part and (context.glued(end) or len(context.key(end)) > 1):
        hundredth = replace(number, value=number.value / 100, to=number.to / 100 if number.to is not None else None)
        return Found(start, part[1], {"type": "money", "currency": part[0], **bounds(hundredth, measured=False)})
    money = _currency_after(context, end)
    if money:
        whole, stop = _with_cents(context, number, *money)
        return Found(start, stop, {"type": "money", "currency": money[0], **bounds(whole, measured=False)})
    article = context.key(end) in context.lexicon.numerals.articles and number.spelled
    unit_found = find_unit(context, end + 1 if article else end) or _long_unit(context, end)
    if unit_found is None:
        return None
    unit, stop, adjective = unit_found
    if unit in context.lexicon.units.money_units and number.value >= _MANY:
        currency = context.lexicon.units.money_units[unit]
        return Found(start, stop, {"type": "money", "currency": currency, **bounds(number, measured=False)})
    if unit in _DURATION or unit in _IN_OTHERS:
        number, stop = and_a_half(context, number, stop)
        return _duration(context, number, unit, stop, adjective=adjective)
    number, stop = and_a_half(context, number, stop)
    finer = _finer(context, number, unit, stop)
    if finer:
        number, stop = finer
    return Found(start, stop, {"type": "quantity", "unit": unit, **bounds(number, measured=True)})


def _long_unit(context: Context, index: int) -> tuple[str, int, bool] | None:
    """Return the unit of time behind an adjective: "twee volle dagen", "three long years"."""
    lexicon = context.lexicon
    if context.key(index) not in lexicon.units.duration_adjectives:
        return None
    unit = lexicon.unit_words.match(context.tokens, index + 1)
    return (unit[0], unit[1], False) if unit and (unit[0] in _DURATION or unit[0] in _IN_OTHERS) else None


def _part_of(context: Context, number: Number) -> int:
    """Return where the unit of a number begins: after "of an" in "three quarters of an hour", else after the number."""
    joined = context.lexicon.part_words.match(context.tokens, number.end)
    share = joined and number.value < 1 and number.spelled and number.to is None
    if joined and share and context.key(joined[1]) in context.lexicon.numerals.articles:
        return joined[1] + 1
    return number.end


def and_a_half(context: Context, number: Number, end: int) -> tuple[Number, int]:
    """Read on in "a year and a half": the number with a half of its unit, and the index after it."""
    half = context.lexicon.halves.match(context.tokens, end)
    if half is None or number.to is not None or number.slack or find_unit(context, half[1]):
        return number, end
    return replace(number, value=number.value + Decimal("0.5")), half[1]


def _finer(context: Context, number: Number, unit: str, end: int) -> tuple[Number, int] | None:
    """Read on in "1 meter 80" and "6 feet 2 inches": the number with its finer part, and the index after it."""
    figure = context.key(end)
    whole = number.plain and number.to is None and context.is_figure(end) and figure.isdigit()
    if not whole or (not context.glued(end - 1) and context.glued(end)):
        return None
    following = find_unit(context, end + 1)
    if unit == "metre" and len(figure) == 2 and following is None and number.value < 10:
        return replace(number, value=number.value + Decimal(figure) / 100, slack=Decimal("0.005")), end + 1
    if unit == "foot" and following is not None and following[0] == "inch" and int(figure) < 12:
        return replace(number, value=number.value + Decimal(figure) / 12, slack=Decimal("0.05")), following[1]
    return None


def _one(context: Context, start: int) -> Number | None:
    """Read the article of "for a year", "na een week", "about an hour" as one; elsewhere "a year" is "per year"."""
    lexicon = context.lexicon
    if context.key(start) not in lexicon.numerals.articles:
        return None
    if lexicon.percent.match(context.tokens, start + 1):
        return Number(start=start, end=start + 1, value=Decimal(1), spelled=True)
    unit = lexicon.unit_words.match(context.tokens, start + 1)
    halved = unit is not None and lexicon.halves.match(context.tokens, unit[1]) is not None
    if unit is None or (unit[0] not in _DURATION and unit[0] not in _IN_OTHERS and not halved):
        return None
    opened = context.key(start - 1) in lexicon.units.duration_before
    closed = context.key(unit[1]) in lexicon.units.duration_after or context.key(start + 1) in lexicon.units.lone_units
    if not (opened or closed or halved or lexicon.hedges_before.match_before(context.tokens, start)):
        return None
    return Number(start=start, end=start + 1, value=Decimal(1), spelled=True)


def _with_cents(context: Context, number: Number, currency: str, end: int) -> tuple[Number, int]:
    """Read on in "ten dollars and twenty cents" and "25 euro 50": the amount with its cents, and the index after it."""
    at = end + 1 if context.key(end) in context.lexicon.numerals.joiners else end
    cents = read_range(context, at) if at < len(context.tokens) and number.to is None and not number.scaled else None
    if cents is None or cents.to is not None or cents.ordinal or not 0 < cents.value < 100:
        return number, end
    part = context.lexicon.subunits.match(context.tokens, cents.end)
    named = part is not None and (part[0] == currency or context.key(cents.end).startswith("cent"))
    short = part is None and at == end and cents.plain and len(context.key(at)) == 2 and not context.glued(at)
    if named or (short and counted_noun(context, cents.end) is None and find_unit(context, cents.end) is None):
        whole = replace(number, value=number.value + cents.value / 100)
        return whole, part[1] if part else cents.end
    return number, end


def _currency_after(context: Context, index: int) -> tuple[str, int] | None:
    at = index + 1 if context.hyphen(index) else index
    if at >= len(context.tokens):
        return None
    token = context.tokens[at]
    capitals = context.is_word(at + 1) and context.tokens[at + 1].text.isupper() and len(context.key(at + 1)) > 1
    if year_of(context.key(at - 1)) and context.is_figure(at + 1) and not context.glued(at + 1):
        return None  # "in 2025 EUR 583 million"
    if token.text in context.lexicon.currency_codes and not capitals:
        return token.text, at + 1
    if token.text in context.lexicon.currency_signs and (token.glued or not context.is_figure(at + 1)):
        return context.lexicon.currency_signs[token.text], at + 1
    return context.lexicon.currency_words.match(context.tokens, at)


def read_timed(context: Context, start: int) -> Found | None:
    """Read the time that a race took: "1:23:45", "1:23,4", and "1.23,45" where decimals have a comma."""
    if not context.is_figure(start):
        return None
    colon = context.key(start + 1) == ":"
    if not colon and context.lexicon.cldr.decimal_mark != ",":
        return None
    match = (_TIMED if colon else _DOTTED).match(context.text, context.tokens[start].start)
    if match is None:
        return None
    hours, minutes, seconds = (match[1], match[2], match[3]) if match[3] else (None, match[1], match[4])
    if hours is None and len(seconds) == 5 and seconds[2] != context.lexicon.cldr.decimal_mark:
        hours, minutes, seconds = match[1], seconds[:2], seconds[3:]  # "2:22.55" where decimals have a comma
    parts = {"minute": Decimal(minutes), "second": Decimal(seconds.replace(",", "."))}
    if hours:
        parts = {"hour": Decimal(hours), **parts}
    end = start
    while end < len(context.tokens) and context.tokens[end].start < match.end():
        end += 1
    return Found(start, end, {"type": "duration", "duration": iso_duration(parts)})


def read_money(context: Context, start: int) -> Found | None:
    """Read money that begins with its sign or code ("€ 3,5 miljoen", "EUR 1.2bn")."""
    negative = context.key(start) in _MINUS and context.glued(start + 1) and not context.glued(start)
    sign = _sign_before(context, start + 1 if negative else start)
    if sign is None:
        return None
    currency, index = sign
    number = read_range(context, index, money=True)
    if number is None or number.ordinal or not (context.is_figure(index) or context.key(index) in _MINUS):
        return None
    if number.to is not None and changes(context, start):
        number = replace(number, to=None, end=index + 1)
    if negative:
        number = replace(number, value=-number.value)
    end = number.end
    joined = context.lexicon.number_ranges.match(context.tokens, end)
    opener = context.lexicon.range_openers.match_before(context.tokens, start)
    after = end + 1 if opener and context.key(end) == opener[0] else joined[1] if joined else None
    if number.to is None and after is not None:
        again = _sign_before(context, after)
        second = read_range(context, again[1], money=True) if again and again[0] == currency else None
        if second and second.to is None and second.value > number.value and not leads_to(context, start):
            fields = bounds(number, measured=False) | {"number_to": second.value, "high": second.value + second.slack}
            return Found(start, second.end, {"type": "money", "currency": currency, **fields})
    if context.key(end) == "," and context.key(end + 1) in ("-", "–", "—") and context.glued(end):
        end += 2
    repeated = _currency_after(context, end)
    if repeated and repeated[0] == currency:
        end = repeated[1]
    return Found(start, end, {"type": "money", "currency": currency, **bounds(number, measured=False)})


def _sign_before(context: Context, start: int) -> tuple[str, int] | None:
    if start >= len(context.tokens):
        return None
    for stop in (start + 2, start + 1):
        if stop > len(context.tokens):
            continue
        text = context.text[context.tokens[start].start : context.tokens[stop - 1].end]
        code = context.lexicon.currency_signs.get(text) or (text if text in context.lexicon.clear_codes else None)
        if code:
            return code, stop
    if context.key(start) == "euro" and context.is_figure(start + 1):
        return "EUR", start + 1
    return None


def _duration(context: Context, number: Number, unit: str, end: int, *, adjective: bool) -> Found | None:
    if number.value < 0 or is_clock_time(context, number):
        return None
    start = number.start
    fields: dict[str, Any] = {"type": "duration", "unit": unit, **bounds(number, measured=False)}
    whole = {unit: number.value}
    at = end
    while number.to is None and not adjective and unit in _ORDER:
        # "1 uur en 23 minuten": smaller and smaller units make one length of time.
        skip = at + 1 if context.key(at) in (",", *context.lexicon.numerals.joiners) else at
        more = read_range(context, skip) if skip < len(context.tokens) else None
        if more is None or more.ordinal or more.to is not None:
            break
        following = find_unit(context, more.end)
        smaller = _ORDER[_ORDER.index(unit) + 1 :]
        if following is None:
            if not (unit == "hour" and skip == at and more.value < 60 and context.is_figure(skip)):
                break
            whole["minute"] = more.value
            at = more.end
            break
        if following[0] not in smaller:
            break
        unit, at = following[0], following[1]
        whole[unit] = more.value
    if at > end:
        return Found(start, at, {"type": "duration", "duration": iso_duration(whole)})
    fields["duration"] = iso_duration(whole)
    table = unit_table().units
    fields["unit"] = unit if unit in table else "year"
    return Found(start, end, fields)


def is_clock_time(context: Context, number: Number) -> bool:
    """Whether a number is an hour of the clock: "om acht uur"."""
    lexicon, units = context.lexicon, context.lexicon.units
    if context.key(number.start - 1) not in units.clock_before:
        return False
    closed = context.key(number.end) in _CLOSED or lexicon.day_times.match(context.tokens, number.end) is not None
    return context.key(number.end) in units.clock or (1 <= number.value <= 12 and number.to is None and closed)


def iso_duration(parts: dict[str, Decimal]) -> str:
    """Return the ISO 8601 form of a length of time in the units that it was written in."""
    if len(parts) == 1:
        unit, number = next(iter(parts.items()))
        base, factor = _IN_OTHERS.get(unit, (unit, 1))
        return _DURATION[base].format(plain(number * factor))
    calendar = "".join(f"{plain(parts[u])}{u[0].upper()}" for u in ("year", "month", "week", "day") if u in parts)
    clock = "".join(f"{plain(parts[u])}{u[0].upper()}" for u in ("hour", "minute", "second") if u in parts)
    return f"P{calendar}" + (f"T{clock}" if clock else "")
