"""A value of the fact base's YAML into its typed form, by the type of its property.

Numbers may be bare or carry their unit or currency ("4.4 litre", "EUR 3.5 million"); such text is read by the value
reader in English notation. Durations may be ISO 8601 (`P4Y`), dates are EDTF.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from checker import period
from checker.countries import find_country
from checker.data import nearest, shortened
from checker.factbase.entities import suggestion
from checker.factbase.model import Amount, Contact, FactValue, Members, Moment, Reference, Term
from checker.factbase.units import currency_code, unit_name
from checker.values import read_values
from checker.values.convert import unit_table
from checker.values.lengths import length_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.factbase.model import Entity
    from checker.properties import Property

_NUMBER = re.compile(r"[-+−]?(?:[0-9]+|[0-9]{1,3}(?:[ ,_][0-9]{3})+)(?:\.[0-9]+)?")
_TWO_READINGS = re.compile(r"[-+−]?[0-9]{1,3}\.[0-9]{3}")
_ISO_DURATION = re.compile(r"P(?:([0-9]+(?:\.[0-9]+)?)([YMWD])|T([0-9]+(?:\.[0-9]+)?)([HMS]))")
_ISO_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
_EXAMPLES = {
    "count": "a whole number such as 35",
    "ordinal": "a rank such as 2",
    "quantity": "a number with its unit, such as 4.4 litre",
    "duration": "a duration such as 4 years, 18 months or P4Y",
    "money": "an amount with its currency, such as EUR 3.5 million",
    "percent": "a percentage such as 12.5",
    "date": "an EDTF date such as 2025-05-07, 2025-05 or 2025-01-03/2025-01-17",
    "entity": "the id of an entity",
    "place": "the id of an entity or country",
    "contact": "an address or number as text",
}


class FactValueError(ValueError):
    """A value is not of its property's type; the text says what was expected, `code` names the problem."""

    def __init__(self, *, code: str, message: str) -> None:
        """Keep the code of the problem beside its text."""
        super().__init__(message)
        self.code = code


def _kind(raw: Any) -> str:  # noqa: ANN401 - YAML holds anything
    """Return how a message shows data that should have been something else."""
    return "a list" if isinstance(raw, list) else "keys with values" if isinstance(raw, dict) else shortened(raw)


def _number(text: str) -> Decimal | None:
    plain = text.strip()
    return Decimal(re.sub(r"[ ,_]", "", plain.replace("−", "-"))) if _NUMBER.fullmatch(plain) else None


def _given_unit(unit: str | None) -> str | None:
    if unit is None:
        return None
    name = unit_name(unit)
    if name is None:
        raise FactValueError(
            code="unknown-unit", message=f"unknown unit {shortened(unit)}{nearest(unit, unit_table().units)}"
        )
    return name


def _given_currency(currency: str | None) -> str | None:
    if currency is None:
        return None
    code = currency_code(currency)
    if code is None:
        message = f"unknown currency {shortened(currency)}; write its ISO 4217 code, for example EUR"
        raise FactValueError(code="unknown-unit", message=message)
    return code


def _amount(text: str, spec: Property, unit: str | None, currency: str | None) -> Amount:
    """Return the amount that a text says; `unit` and `currency` are those given beside it, by their names."""
    default = "percent" if spec.type == "percent" else None
    plain = text.strip()
    number = _number(plain)
    if number is not None:
        if spec.type == "money" and _TWO_READINGS.fullmatch(plain):
            message = f"“{plain}” can be read in two ways; write {plain.replace('.', '')}, or {number.normalize():f}"
            raise FactValueError(code="wrong-type", message=message)
        return Amount(low=number, high=number, unit=unit or spec.unit or default, currency=currency, written=plain)
    iso = _ISO_DURATION.fullmatch(plain)
    if spec.type == "duration" and iso:
        amount = Decimal(iso[1] or iso[3])
        return Amount(low=amount, high=amount, unit=_ISO_UNITS[iso[2] or f"T{iso[4]}"], written=plain)
    read = read_values(plain, "en")
    length = length_of(read[0]) if spec.type == "duration" and [v.text for v in read] == [plain] else None
    if length is not None:
        return Amount(low=length.number, high=length.number, unit=length.unit, written=plain)
    found = [v for v in read if v.number is not None and v.type == spec.type]
    if len(found) != 1 or found[0].text != plain:
        raise FactValueError(code="wrong-type", message=f"{shortened(text)} is not {_EXAMPLES[spec.type]}")
    value = found[0]
    for given, written in ((unit, value.unit), (currency, value.currency)):
        if given and written and given != written:
            raise FactValueError(
                code="wrong-type", message=f"“{plain}” is in {written}, and {given} is given beside it"
            )
    return Amount(
        low=value.number,
        high=value.number_to or value.number,
        unit=unit or value.unit or default,
        currency=currency or value.currency,
        written=plain,
    )


def _checked(amount: Amount, spec: Property) -> Amount:
    """Return the amount if it fits its property. Raises FactValueError."""
    for bound in (amount.low, amount.high):
        if bound is None:
            continue
        if spec.type in ("count", "ordinal") and bound != bound.to_integral_value():
            message = f"“{amount.written}” is no whole number, but {spec.id} is a {spec.type}"
            raise FactValueError(code="wrong-type", message=f"{message} (thousands are written 12500 or 12,500)")
        if bound < (1 if spec.type == "ordinal" else 0) and spec.type in ("count", "ordinal", "duration"):
            raise FactValueError(
                code="wrong-type", message=f"“{amount.written}” is too small for {_EXAMPLES[spec.type]}"
            )
    if spec.type == "money" and amount.currency is None:
        raise FactValueError(
            code="wrong-type", message=f"“{amount.written}” has no currency; write for example EUR {amount.written}"
        )
    if spec.type in ("quantity", "duration") and amount.unit is None:
        unit = "days" if spec.type == "duration" else "metre"
        raise FactValueError(
            code="wrong-type", message=f"“{amount.written}” has no unit; write for example {amount.written} {unit}"
        )
    return amount


def _bounds(raw: Mapping[str, Any], spec: Property, unit: str | None, currency: str | None) -> Amount:
    """Return an amount of which only bounds are known: `{min: 75}`, `{min: 3, max: 5}`."""
    ends: dict[str, Amount] = {}
    for end in ("min", "max"):
        given = raw.get(end)
        if isinstance(given, str):
            ends[end] = _checked(_amount(given, spec, unit, currency), spec)
        elif given is not None:
            raise FactValueError(code="wrong-type", message=f"expected one number as `{end}`, found {_kind(given)}")
    low, high = ends.get("min"), ends.get("max")
    known = low or high
    if known is None:
        raise FactValueError(code="wrong-type", message="expected bounds such as {min: 75}")
    if low and high:
        if (low.unit, low.currency) != (high.unit, high.currency):
            raise FactValueError(code="wrong-type", message="the bounds `min` and `max` are not in the same unit")
        if low.low is not None and high.high is not None and low.low > high.high:
            raise FactValueError(code="wrong-type", message="the bound `min` is larger than `max`")
    return Amount(
        low=low.low if low else None,
        high=high.high if high else None,
        unit=known.unit,
        currency=known.currency,
        written="-".join(end.written for end in ends.values()),
    )


def _term(raw: Any) -> Term:  # noqa: ANN401
    expected = "expected a word, or words per language such as {nl: directeur, en: [director, head]}"
    if isinstance(raw, str) and raw.strip():
        return Term({"": (raw,)})
    if not isinstance(raw, dict) or not raw:
        raise FactValueError(code="wrong-type", message=f"{expected}, found {_kind(raw)}")
    labels: dict[str, tuple[str, ...]] = {}
    for language, words in raw.items():
        if not _LANGUAGE.fullmatch(language):
            raise FactValueError(code="wrong-type", message=f"{expected}; {shortened(language)} is no language code")
        given = words if isinstance(words, list) else [words]
        if not given or not all(isinstance(word, str) and word.strip() for word in given):
            raise FactValueError(
                code="wrong-type", message=f"the label in {language} must be a word or a list of words"
            )
        labels[language] = tuple(given)
    return Term(labels)


class ValueReader:
    """Reads values of one fact base: it knows which entities there are."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """Keep the entities; ids outrank countries."""
        self._entities = entities

    def reference(self, raw: Any, kind: str = "entity") -> Reference:  # noqa: ANN401
        """Return the entity or country that a text names by id. Raises FactValueError for an unknown one."""
        if not isinstance(raw, str):
            raise FactValueError(code="wrong-type", message=f"expected {_EXAMPLES[kind]}, found {_kind(raw)}")
        if raw in self._entities:
            return Reference(raw)
        country = find_country(raw)
        if country:
            return Reference(country.id)
        what = "entity or country" if kind == "place" else "entity"
        raise FactValueError(
            code="unknown-entity", message=f"unknown {what} {shortened(raw)}{suggestion(raw, self._entities)}"
        )

    def read(self, raw: Any, spec: Property, unit: str | None = None, currency: str | None = None) -> FactValue:  # noqa: ANN401
        """Return the typed value; `unit` and `currency` are those given beside it.

        Raises FactValueError with a code and a sentence that says what was expected.
        """
        match spec.type:
            case "count" | "ordinal" | "quantity" | "duration" | "money" | "percent":
                return self._read_amount(raw, spec, _given_unit(unit), _given_currency(currency))
            case "date":
                if not isinstance(raw, str):
                    raise FactValueError(code="wrong-type", message=f"expected {_EXAMPLES['date']}, found {_kind(raw)}")
                try:
                    return Moment(period.parse(raw))
                except ValueError as error:
                    raise FactValueError(code="bad-date", message=str(error)) from None
            case "place" | "entity":
                return self.reference(raw, spec.type)
            case "term":
                return _term(raw)
            case "set":
                items = raw if isinstance(raw, list) else [raw]
                if not items:
                    raise FactValueError(
                        code="wrong-type", message="expected the members of the set, found an empty list"
                    )
                if all(isinstance(item, str) and (item in self._entities or find_country(item)) for item in items):
                    return Members(tuple(self.reference(item) for item in items))
                return Members(tuple(self._member(item) for item in items))
            case "contact":
                if not isinstance(raw, str) or not raw.strip():
                    raise FactValueError(
                        code="wrong-type", message=f"expected {_EXAMPLES['contact']}, found {_kind(raw)}"
                    )
                return Contact(raw.strip())

    def _read_amount(self, raw: Any, spec: Property, unit: str | None, currency: str | None) -> Amount:  # noqa: ANN401
        if isinstance(raw, dict) and raw and set(raw) <= {"min", "max", "unit", "currency"}:
            unit = unit or _given_unit(raw.get("unit"))
            return _bounds(raw, spec, unit, currency or _given_currency(raw.get("currency")))
        if not isinstance(raw, str):
            raise FactValueError(code="wrong-type", message=f"expected {_EXAMPLES[spec.type]}, found {_kind(raw)}")
        return _checked(_amount(raw, spec, unit, currency), spec)

    def _member(self, raw: Any) -> Amount | Moment | Reference | Term:  # noqa: ANN401
        if isinstance(raw, str):
            if raw in self._entities:
                return Reference(raw)
            number = _number(raw)
            if number is not None:
                return Amount(low=number, high=number, written=raw)
        return _term(raw)
