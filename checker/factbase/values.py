"""A value of the fact base's YAML into its typed form, by the type of its property.

Numbers may be bare or carry their unit or currency ("4.4 litre", "EUR 3.5 million"); such text is read by the value
reader in English notation. Durations may be ISO 8601 (`P4Y`), dates are EDTF.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from checker import period
from checker.countries import find_country
from checker.factbase.model import Amount, Contact, FactValue, Members, Moment, Reference, Term
from checker.values import read_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checker.factbase.model import Entity
    from checker.properties import Property

_NUMBER = re.compile(r"[-+−]?\d+(?:[ ,_]\d{3})*(?:\.\d+)?")
_ISO_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)([YMWD])|T(\d+(?:\.\d+)?)([HMS]))")
_ISO_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


class ValueProblem(ValueError):
    """A value is not of its property's type; the text says what was expected."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the code of the problem beside its text."""
        super().__init__(message)
        self.code = code


def _number(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text.strip()):
        return None
    try:
        return Decimal(re.sub(r"[ ,_]", "", text.strip().replace("−", "-")))
    except InvalidOperation:
        return None


def _amount(text: str, spec: Property, unit: str | None, currency: str | None) -> Amount:
    number = _number(text)
    default = {"percent": "percent"}.get(spec.type)
    if number is not None:
        return Amount(
            low=number, high=number, unit=unit or spec.unit or default, currency=currency, written=text.strip()
        )
    iso = _ISO_DURATION.fullmatch(text.strip())
    if spec.type == "duration" and iso:
        amount = Decimal(iso[1] or iso[3])
        return Amount(low=amount, high=amount, unit=_ISO_UNITS[iso[2] or f"T{iso[4]}"], written=text)
    wanted = {"quantity": "quantity", "duration": "duration", "money": "money", "percent": "percent"}.get(spec.type)
    found = [v for v in read_values(text, "en") if v.number is not None and v.type == wanted]
    if len(found) == 1 and found[0].text == text.strip() and found[0].number is not None:
        value = found[0]
        exact = value.number
        return Amount(
            low=exact,
            high=value.number_to or exact,
            unit=unit or value.unit or default,
            currency=currency or value.currency,
            written=text.strip(),
        )
    examples = {
        "count": "a whole number such as 35",
        "ordinal": "a rank such as 2",
        "quantity": "a number with its unit, such as 4.4 litre",
        "duration": "a duration such as 4 years or P4Y",
        "money": "an amount with its currency, such as EUR 3.5 million",
        "percent": "a percentage such as 12.5",
    }
    raise ValueProblem("wrong-type", f"“{text}” is not {examples[spec.type]}")


def _check_amount(amount: Amount, spec: Property) -> Amount:
    for bound in (amount.low, amount.high):
        if bound is not None and spec.type in ("count", "ordinal") and bound != bound.to_integral_value():
            raise ValueProblem("wrong-type", f"{spec.id} is a {spec.type}: {bound} is no whole number")
    if spec.type == "money" and amount.currency is None:
        raise ValueProblem("wrong-type", f"“{amount.written}” has no currency; write for example EUR {amount.written}")
    if spec.type in ("quantity", "duration") and amount.unit is None:
        raise ValueProblem("wrong-type", f"“{amount.written}” has no unit; write for example {amount.written} metre")
    return amount


def _term(raw: Any) -> Term:  # noqa: ANN401 - YAML holds anything
    if isinstance(raw, str):
        return Term({"": (raw,)})
    if isinstance(raw, dict):
        labels: dict[str, tuple[str, ...]] = {}
        for language, words in raw.items():
            given = words if isinstance(words, list) else [words]
            if not given or not all(isinstance(word, str) and word.strip() for word in given):
                raise ValueProblem("wrong-type", f"the label in {language} must be a word or a list of words")
            labels[language] = tuple(given)
        if labels:
            return Term(labels)
    raise ValueProblem("wrong-type", "expected a word, or a word per language such as {nl: directeur, en: director}")


class ValueReader:
    """Reads values of one fact base: it knows which entities there are."""

    def __init__(self, entities: Mapping[str, Entity], nearest: Callable[[str], str]) -> None:
        """`nearest` proposes a known id for an unknown one, as ` (did you mean “...”?)`."""
        self._entities = entities
        self._nearest = nearest

    def reference(self, raw: Any, kind: str) -> Reference:  # noqa: ANN401 - YAML holds anything
        """Return the entity or country that a text names by id. Raises ValueProblem for an unknown one."""
        if isinstance(raw, str):
            if raw in self._entities:
                return Reference(raw)
            country = find_country(raw)
            if country:
                return Reference(country.id)
        what = "entity or country" if kind == "place" else "entity"
        raise ValueProblem("unknown-entity", f"unknown {what} “{raw}”{self._nearest(str(raw))}")

    def read(self, raw: Any, spec: Property, unit: str | None = None, currency: str | None = None) -> FactValue:  # noqa: ANN401
        """Return the typed value. Raises ValueProblem with a code and a sentence that says what was expected."""
        match spec.type:
            case "count" | "ordinal" | "quantity" | "duration" | "money" | "percent":
                return self._read_amount(raw, spec, unit, currency)
            case "date":
                if not isinstance(raw, str):
                    raise ValueProblem("wrong-type", "expected an EDTF date such as 2025-05-07")
                try:
                    return Moment(period.parse(raw))
                except ValueError as error:
                    raise ValueProblem("bad-date", str(error)) from None
            case "place" | "entity":
                return self.reference(raw, spec.type)
            case "term":
                return _term(raw)
            case "set":
                items = raw if isinstance(raw, list) else [raw]
                return Members(tuple(self._member(item) for item in items))
            case "contact":
                if not isinstance(raw, str) or not raw.strip():
                    raise ValueProblem("wrong-type", "expected an address or number as text")
                return Contact(raw.strip())

    def _read_amount(self, raw: Any, spec: Property, unit: str | None, currency: str | None) -> Amount:  # noqa: ANN401
        if isinstance(raw, dict) and raw and set(raw) <= {"min", "max", "unit", "currency"}:
            unit, currency = raw.get("unit", unit), raw.get("currency", currency)
            ends = {
                end: _check_amount(_amount(str(raw[end]), spec, unit, currency), spec)
                for end in ("min", "max")
                if raw.get(end) is not None
            }
            if not ends:
                raise ValueProblem("wrong-type", "expected bounds such as {min: 75}")
            low, high = ends.get("min"), ends.get("max")
            known = low or high
            if low and high and low.low is not None and high.high is not None and low.low > high.high:
                raise ValueProblem("wrong-type", "the bound `min` is larger than `max`")
            return Amount(
                low=low.low if low else None,
                high=high.high if high else None,
                unit=known.unit if known else None,
                currency=known.currency if known else None,
                written="-".join(e.written for e in ends.values()),
            )
        if not isinstance(raw, str):
            raise ValueProblem("wrong-type", f"expected one {spec.type}")
        return _check_amount(_amount(raw, spec, unit, currency), spec)

    def _member(self, raw: Any) -> Amount | Moment | Reference | Term:  # noqa: ANN401
        if isinstance(raw, str):
            if raw in self._entities:
                return Reference(raw)
            number = _number(raw)
            if number is not None:
                return Amount(low=number, high=number, written=raw)
        return _term(raw)
