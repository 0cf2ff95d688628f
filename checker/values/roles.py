"""The role of a value beside its neighbours: part of a whole, difference, target."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker.values.context import HYPHENS
from checker.values.hedges import hedge_before
from checker.values.measures import iso_duration
from checker.values.nouns import counted_noun
from checker.values.numbers import read_number
from checker.values.numeric_dates import year_of

if TYPE_CHECKING:
    from checker.values.context import Context, Found

_COMPARED = frozenset(("count", "quantity", "money", "percent", "duration", "age"))
_SHARED = ("type", "unit", "currency", "noun", "noun_start", "noun_end")
_LISTABLE = frozenset(("count", "quantity", "percent", "money", "age", "duration"))
_REACH = 3
_THOUSAND = 1000
_HALF = Decimal("0.5")


def with_role(context: Context, found: Found) -> Found:
    """Return a reading with its role, where its neighbours give one: part, difference or target."""
    fields = found.fields
    if fields["type"] not in _COMPARED or fields.get("role"):
        return found
    lexicon, tokens = context.lexicon, context.tokens
    if fields["type"] == "count":
        whole = _whole(context, found.end, fields["number"])
        if whole is not None:
            noun = counted_noun(context, whole)
            named = (
                {"noun": None, "noun_start": None, "noun_end": None}
                if noun is None
                else {"noun": context.text[noun[0] : noun[1]], "noun_start": noun[0], "noun_end": noun[1]}
            )
            return found._replace(fields={**fields, "role": "part", **named})
    hedge = hedge_before(context, found)
    start = hedge[1] if hedge and not hedge[0].doubtful else found.start  # "steeg tot" is no difference
    if lexicon.targets.match_before(tokens, start):
        return found._replace(fields={**fields, "role": "target"})
    if fields["type"] == "count" and lexicon.more.match(tokens, found.end):
        return found._replace(
            fields={**fields, "role": "difference", "noun": None, "noun_start": None, "noun_end": None}
        )
    if lexicon.change.match_before(tokens, start) or _compared(context, found):
        return found._replace(fields={**fields, "role": "difference"})
    return found


def share_units(context: Context, readings: list[Found]) -> list[Found]:
    """Give a bare number in a list what the number after it counts: "5.000 en 10.000 meter", "two and four wheels"."""
    shared = list(readings)
    chained, size = False, 1
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        bare = first.fields["type"] == "count" and first.fields.get("role", "amount") == "amount"
        between = [context.key(at) for at in range(first.end, second.start)]
        aside = context.key(first.start - 1) in (",", "(")  # "X, 33 and 1.98 metres tall": an age, no length
        chained = bare and first.fields.get("noun") is None and _listed(context, between, chained=chained)
        chained = chained and not (aside and second.fields["type"] == "quantity" and _finer(second, first))
        given = {name: second.fields[name] for name in _SHARED if second.fields.get(name) is not None}
        chained = chained and given["type"] in _LISTABLE and "role" not in second.fields
        chained = chained and (given["type"] != "duration" or "unit" in given)
        if chained:
            if given["type"] == "duration":
                given["duration"] = iso_duration({given["unit"]: first.fields["number"]})
            size = max(size, _magnitude(context, second))
            sized = _of_magnitude(first.fields, size)
            shared[index] = first._replace(fields={**sized, **given})
        else:
            size = 1
    return _with_currency(context, shared)


def _with_currency(context: Context, readings: list[Found]) -> list[Found]:
    """Give every sum of "EUR 512, 548 and 583 million" the currency of the first and the magnitude of the last."""
    shared = list(readings)
    for index, first in enumerate(readings):
        if first.fields["type"] != "money" or "number_to" in first.fields or _magnitude(context, first) > 1:
            continue
        last = index
        while last + 1 < len(readings) and _bare(readings[last + 1]):
            between = [context.key(at) for at in range(readings[last].end, readings[last + 1].start)]
            if not (_listed(context, between, chained=True) or between == [","]):
                break
            last += 1
        size = _magnitude(context, readings[last])
        if last == index or size == 1:
            continue
        given = {"type": "money", "currency": first.fields["currency"]}
        for at in range(index, last + 1):
            fields = readings[at].fields
            shared[at] = readings[at]._replace(fields={**_of_magnitude(fields, size if at < last else 1), **given})
    return shared


def _finer(second: Found, first: Found) -> bool:
    """Whether a number has decimals and the one before it has none."""
    number, other = second.fields.get("number"), first.fields.get("number")
    return number is not None and other is not None and number % 1 != 0 and other % 1 == 0


def _bare(reading: Found) -> bool:
    fields = reading.fields
    return fields["type"] == "count" and fields.get("noun") is None and fields.get("role", "amount") == "amount"


def _magnitude(context: Context, reading: Found) -> int:
    """Return the magnitude ("miljoen", "bn") that a reading is written with, or 1."""
    numerals = context.lexicon.numerals
    sizes = (
        numerals.scales.get(context.key(at)) or numerals.magnitudes.get(context.key(at))
        for at in range(reading.start + 1, reading.end)
    )
    size = next((size for size in sizes if size), 1)
    return int(size) if reading.fields.get("number", 0) >= size >= _THOUSAND else 1


def _of_magnitude(fields: dict[str, Any], size: int) -> dict[str, Any]:
    """Return the fields of a small bare number as so many thousands or millions."""
    number = fields["number"]
    if size == 1 or number >= _THOUSAND or "number_to" in fields:
        return fields
    slack = Decimal(10) ** min(int(number.as_tuple().exponent), 0) * _HALF  # half of the last digit written
    return {**fields, "number": number * size, "low": (number - slack) * size, "high": (number + slack) * size}


def _listed(context: Context, between: list[str], *, chained: bool) -> bool:
    """Whether "and" stands between two numbers, or a comma in a list that ends with "and"."""
    joiners = context.lexicon.numerals.joiners
    if between and between[0] in HYPHENS:
        between = between[1:]  # "15- en 16-jarigen"
    crossed = len(between) == 1 and (between[0] in ("x", "×") or between[0] in context.lexicon.numerals.dimension_words)
    return (
        crossed
        or (len(between) == 1 and (between[0] in joiners or (chained and between[0] == ",")))
        or (len(between) == 2 and between[0] == "," and between[1] in joiners)
    )


def _whole(context: Context, end: int, part: Decimal) -> int | None:
    """Return the index after the number of the whole ("drie van haar zeven zeges", "8-of-16"), or None."""
    at = end + 1 if context.hyphen(end) else end
    joined = context.lexicon.part_words.match(context.tokens, at)
    if at > end and context.is_word(at) and context.hyphen(at + 1):
        after = at + 2  # "5-for-9"
    elif joined:
        after = joined[1]
    else:
        return None
    whole = read_number(context, after)
    if whole is None or whole.ordinal or whole.value <= part:
        return None
    in_year = whole.plain and year_of(context.key(after)) is not None
    return None if in_year else whole.end


def _compared(context: Context, found: Found) -> bool:
    """Whether a comparative follows the value or the noun that it counts ("drie zeges meer dan")."""
    if context.lexicon.more.match(context.tokens, found.end):
        return True
    noun_end = found.fields.get("noun_end")
    if noun_end is None:
        return False
    for index in range(found.end, min(found.end + _REACH, len(context.tokens))):
        if context.tokens[index].end == noun_end:
            return context.lexicon.more.match(context.tokens, index + 1) is not None
    return False
