"""Units and currencies as a person names them in a fact base, into the names that values carry."""

from __future__ import annotations

from functools import cache

from checker.languages import supported
from checker.values import read_values
from checker.values.convert import currencies, unit_table


@cache
def unit_name(text: str) -> str | None:
    """Return the English singular of a unit given as a symbol, abbreviation or word in any language, or None."""
    name = text.strip()
    if name in ("percent", "%"):
        return "percent"
    if name in unit_table().units:
        return name
    for language in supported():
        for number in ("2", "1"):
            for value in read_values(f"{number} {name}", language):
                if value.unit and value.text == f"{number} {name}":
                    return value.unit
    return None


@cache
def currency_code(text: str) -> str | None:
    """Return the ISO 4217 code of a currency given as a code or a sign, or None."""
    signs, codes = currencies()
    name = text.strip()
    return name.upper() if name.upper() in codes else signs.get(name)
