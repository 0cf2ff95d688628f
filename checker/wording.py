"""Values, dates and findings as people read them, in the language of the interface or of the text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from checker.countries import countries
from checker.data import Table, load_packaged
from checker.factbase.model import Amount, Contact, Members, Moment, Reference, Term
from checker.languages import supported
from checker.values.lengths import TIMES, is_clock_form, split
from checker.values.tables import Units

if TYPE_CHECKING:
    from datetime import date

    from checker.factbase.model import FactBase, FactValue, Statement
    from checker.period import Period
    from checker.report import JsonValue
    from checker.values.model import Value


class Messages(Table):
    """`messages.yaml` of a language."""

    months: tuple[str, ...]
    date: str
    month: str
    seasons: tuple[str, ...]
    interval: str
    since: str
    until: str
    decimal: str
    thousands: str
    numbers: tuple[str, ...]
    tens: dict[int, str]
    ordinals: tuple[str, ...]
    ordinal_suffix: str
    weekdays: tuple[str, ...]
    million: str
    billion: str
    age: str
    units: dict[str, str]
    at_least: str
    at_most: str
    ordinal: str
    expected_age: str
    expected_age_founded: str
    expected_since: str
    expected_until: str
    sources: str
    valid: str
    texts: dict[str, str]
    slips: dict[str, str]
    """What went wrong with a figure, by the trace that it left."""
    conjunction: str = ""


@cache
def messages(language: str) -> Messages:
    """Return the words of a language."""
    return load_packaged(Messages, "languages", language, "messages.yaml")


@cache
def month_names() -> frozenset[str]:
    """Return the names of the months in every language, and their first three letters, in lower case."""
    names = {name.casefold() for code in supported() for name in messages(code).months}
    return frozenset(names | {name[:3] for name in names})


@cache
def weekday_names() -> dict[str, int]:
    """Return the number of every weekday's name, in every language and in lower case; Monday is 0."""
    return {name.casefold(): number for code in supported() for number, name in enumerate(messages(code).weekdays)}


def show_number(number: Decimal, language: str) -> str:
    """Return a number in digits, in the notation of a language."""
    words = messages(language)
    whole, _, fraction = f"{number.normalize():f}".partition(".")
    digits = whole.lstrip("-")
    if len(digits) > 4:
        digits = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", words.thousands, digits)
    return ("-" if whole.startswith("-") else "") + digits + (words.decimal + fraction if fraction else "")


def show_day(day: date, language: str) -> str:
    """Return a day as people write it."""
    words = messages(language)
    return words.date.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def show_period(period: Period, language: str) -> str:
    """Return a period as people write it, no finer than it was written."""
    words = messages(language)
    if period.is_interval:
        start, end = (part.strip() for part in period.edtf.split("/"))
        open_start, open_end = start in ("..", ""), end in ("..", "")
        first = "" if open_start else _show_point(start, period.first, language)
        last = "" if open_end else _show_point(end, period.last, language)
        if open_end:
            return words.since.format(start=first)
        return words.until.format(end=last) if open_start else words.interval.format(start=first, end=last)
    return _show_point(period.edtf, period.first, language)


def _show_point(edtf: str, day: date, language: str) -> str:
    words = messages(language)
    parts = [part for part in edtf.rstrip("?~%").split("-") if part and part != "XX"]
    if len(parts) >= 3:
        return show_day(day, language)
    if len(parts) == 2 and "X" not in edtf:
        month = int(parts[1])
        name = words.seasons[month - 21] if month > 12 else words.months[month - 1]
        return words.month.format(month=name, year=parts[0])
    return edtf if parts and "X" in parts[0] else str(int(parts[0])) if parts else ""


def show_entity(base: FactBase, entity: str, language: str) -> str:
    """Return the name of an entity or country."""
    known = base.entities.get(entity)
    if known is not None:
        return known.name(language)
    country = countries().get(entity)
    return country.names[language][0] if country and language in country.names else entity


def show_fact(base: FactBase, value: FactValue, language: str, kind: str = "") -> str:
    """Return a value of the base as people read it; `kind` is its property's type."""
    words = messages(language)
    match value:
        case Moment():
            return show_period(value.period, language)
        case Reference():
            return show_entity(base, value.id, language)
        case Term():
            return value.label(language)
        case Contact():
            return value.text
        case Members():
            return ", ".join(show_fact(base, item, language) for item in value.items)
        case Amount():
            return _show_amount(value, words, language, kind)


def _compact(number: Decimal, words: Messages, language: str) -> str:
    """Return a large amount with its magnitude in words ("1,24 miljard") where no figure is lost by it."""
    for size, name in ((Decimal(10) ** 9, words.billion), (Decimal(10) ** 6, words.million)):
        scaled = number / size
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.001")):
            return f"{show_number(scaled, language)} {name}"
    return _with_cents(show_number(number, language), language)


def _with_cents(shown: str, language: str) -> str:
    """Return an amount of money with two decimals where it has any ("68,50")."""
    whole, mark, fraction = shown.partition(messages(language).decimal)
    return f"{whole}{mark}{fraction:0<2}" if mark else shown


@cache
def _unit_words(language: str) -> dict[str, str]:
    """Return the first word that a language has for each unit, where it reads values at all."""
    try:
        table = load_packaged(Units, "languages", language, "units.yaml").words
    except FileNotFoundError:
        return {}
    return {unit: forms[0] for unit, forms in table.items() if forms}


def show_length(amount: Amount, language: str, like: str) -> str:
    """Return a length of time in words; with "and" before its last part where a text like it has one."""
    words = messages(language)
    shown = _show_amount(amount, words, language, "duration")
    *most, number, unit = shown.split(" ")
    return (
        f"{' '.join(most)} {words.conjunction} {number} {unit}" if most and words.conjunction in like.split() else shown
    )


def _unit(number: Decimal, unit: str, words: Messages, language: str) -> str:
    """Return the name of a unit behind a number."""
    known = _unit_words(language)
    if unit in TIMES and abs(number) == 1:
        return known.get(unit, unit)
    name = words.units.get(unit) or known.get(unit, unit)
    return f"{name}s" if language == "en" and unit not in words.units and abs(number) != 1 else name


def _show_amount(value: Amount, words: Messages, language: str, kind: str) -> str:
    def one(number: Decimal) -> str:
        shown = (
            _compact(number, words, language)
            if value.currency or (kind == "money" and not value.unit)
            else show_number(number, language)
        )
        if value.currency:
            return f"{value.currency} {shown}"
        if value.unit:
            if is_clock_form(value.written):
                return value.written
            parts = split(number, value.unit, value.written)
            if len(parts) > 1:
                return " ".join(f"{show_number(n, language)} {_unit(n, unit, words, language)}" for n, unit in parts)
            return f"{shown} {_unit(number, value.unit, words, language)}"
        return words.ordinal.format(value=shown) if kind == "ordinal" else shown

    if value.low is not None and value.high is not None:
        return one(value.low) if value.low == value.high else f"{show_number(value.low, language)}-{one(value.high)}"
    if value.low is not None:
        return words.at_least.format(value=one(value.low))
    return words.at_most.format(value=one(value.high)) if value.high is not None else ""


def fact_json(value: FactValue, kind: str) -> JsonValue:
    """Return a value of the base in the typed form of the JSON output."""
    match value:
        case Moment():
            return {"type": "date", "date": value.period.edtf}
        case Reference():
            return {"type": kind or "entity", "entity": value.id}
        case Term():
            return {"type": "term", "term": value.label("en")}
        case Contact():
            return {"type": "contact", "text": value.text}
        case Members():
            return {"type": "set", "members": [_member_text(item) for item in value.items]}
        case Amount():
            result: JsonValue = {"type": kind}
            if value.low is not None and value.low == value.high:
                result["number"] = plain(value.low)
            else:
                if value.low is not None:
                    result["min"] = plain(value.low)
                if value.high is not None:
                    result["max"] = plain(value.high)
            if value.unit:
                result["unit"] = value.unit
            if value.currency:
                result["currency"] = value.currency
            return result


def _member_text(item: Amount | Moment | Reference | Term) -> str:
    match item:
        case Amount():
            return item.written
        case Moment():
            return item.period.edtf
        case Reference():
            return item.id
        case Term():
            return item.label("en")


def plain(number: Decimal) -> int | float:
    """Return a number as JSON writes it, whole numbers without a point."""
    return int(number) if number == number.to_integral_value() else float(number)


def value_json(value: Value) -> JsonValue:
    """Return a value of the text in the typed form of the JSON output."""
    result: JsonValue = {"type": value.type}
    if value.number is not None and value.type != "date":
        result["number"] = plain(value.number)
    if value.number_to is not None:
        result["number_to"] = plain(value.number_to)
    for name in ("unit", "currency", "date", "duration"):
        item = getattr(value, name)
        if item is not None:
            result[name] = item
    if value.hedge != "exact":
        result["hedge"] = value.hedge
    result["role"] = value.role
    if value.noun:
        result["noun"] = value.noun
    return result


_NOBODY = frozenset({"", "unknown", "onbekend"})
"""Publishers that are none."""


def number_word(number: int, language: str) -> str | None:
    """Return a whole number up to a hundred in words, or None."""
    words = messages(language)
    if 0 <= number < len(words.numbers):
        return words.numbers[number].replace("é", "e")
    if number % 10 == 0:
        return words.tens.get(number)
    return None


_THOUSAND = 1000
_GROUPED = re.compile(r"\d{1,3}(?:([.,\u00a0\u202f])\d{3})+")


def rewrite(value: Value, number: Decimal, language: str) -> str | None:
    """Return the text of a value with another number in the same form: digits stay digits, words words.

    None where the number cannot be put in without rewriting more than the number.
    """
    text = value.text
    digits = re.search(r"\d[\d.,  ]*\d|\d", text)
    if digits:
        scale = _scale(value, digits[0])
        scaled = number / scale if scale else number
        if scaled != scaled.quantize(Decimal("0.001")) or (scale not in (None, 1) and scaled >= _THOUSAND):
            return _remagnified(text, digits, number, language)
        shown = show_number(scaled, language)
        grouped = _GROUPED.fullmatch(digits[0])
        if grouped and scale == 1 and scaled == scaled.to_integral_value():
            shown = f"{int(scaled):,}".replace(",", grouped[1])
        if value.type == "money" and scale == 1:
            shown = _with_cents(shown, language)
        if "." in digits[0] and "," not in digits[0] and number != number.to_integral_value():
            shown = shown.replace(",", ".")
        tail = text[digits.end() :]
        if value.type == "ordinal" and language == "en" and re.match(r"(?:st|nd|rd|th)\b", tail):
            tail = _english_suffix(int(number)) + tail[2:]
        return text[: digits.start()] + shown + tail
    if number != number.to_integral_value() or value.number is None:
        return None
    words = messages(language)
    whole, old = int(number), int(value.number)
    folded = text.lower().replace("é", "e")
    if value.type == "ordinal" and 0 <= whole < len(words.ordinals) and 0 <= old < len(words.ordinals):
        before = words.ordinals[old]
        new: str | None = words.ordinals[whole]
    else:
        before_word = number_word(old, language)
        if before_word is None:
            return None
        before, new = before_word, number_word(whole, language) or str(whole)
    position = folded.find(before)
    if position < 0 or new is None:
        return None
    if text[position : position + 1].isupper():
        new = new[:1].upper() + new[1:]
    return text[:position] + new + text[position + len(before) :]


def _remagnified(text: str, digits: re.Match[str], number: Decimal, language: str) -> str | None:
    """Return the text of a value with another word of magnitude ("8,4 miljard euro": "8,4 miljoen euro")."""
    words = messages(language)
    tail = text[digits.end() :]
    written = next((name for name in (words.billion, words.million) if name in tail), None)
    for size, name in ((9, words.billion), (6, words.million)):
        scaled = number / Decimal(10) ** size
        if written and name != written and 1 <= scaled == scaled.quantize(Decimal("0.001")):
            return text[: digits.start()] + show_number(scaled, language) + tail.replace(written, name, 1)
    return None


def _scale(value: Value, digits: str) -> Decimal | None:
    """Return what the digits of a value must be multiplied by to give its number ("1,24 miljard": 10^9)."""
    if value.number is None or value.number == 0:
        return None
    plain = re.sub(r"[^\d]", "", digits).lstrip("0")
    own = re.sub(r"[^\d]", "", f"{value.number.normalize():f}").strip("0")
    if not plain or plain.strip("0") != own:
        return None
    if _GROUPED.fullmatch(digits) and Decimal(plain) == value.number:
        return Decimal(1)
    for power in range(13):
        base = value.number / (Decimal(10) ** power)
        shown = (show_number(base, "nl"), show_number(base, "en"), f"{base.normalize():f}")
        if digits in shown or digits in [f"{form}0" for form in shown[:2] if base % 1]:
            return Decimal(10) ** power
    return None


def _english_suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def source_names(base: FactBase, statement: Statement) -> str:
    """Return the first source of a statement as people read it, and how many more there are."""
    if not statement.sources:
        return ""
    source = base.sources.get(statement.sources[0])
    name = statement.sources[0]
    if source is not None:
        known = source.publisher if source.publisher.casefold() not in _NOBODY else ""
        name = f"{known}, {source.title}" if known else source.title
    more = len(statement.sources) - 1
    return f"{name} +{more}" if more else name
