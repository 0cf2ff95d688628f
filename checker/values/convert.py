"""Units of measure and currencies: dimension, factor to its base unit, and the symbols they are written with."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from checker.data import Table, load_packaged


class Unit(Table):
    """A unit: `factor` times a number in it (plus `offset`) gives the number in the dimension's base unit."""

    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    symbols: tuple[str, ...] = ()
    """Symbols, where case counts; the same in every language."""


class UnitTable(Table):
    """`units.yaml`: base unit by dimension, and every unit by its English name in the singular."""

    bases: dict[str, str]
    units: dict[str, Unit]


class Iso4217(Table):
    """`iso4217.yaml` (baked): the codes of currencies, and the signs of the CLDR that stand for one of them."""

    codes: tuple[str, ...]
    signs: dict[str, str]


class CurrencyTable(Table):
    """`currencies.yaml`: what ISO 4217 and the CLDR do not know of currencies."""

    wordlike: tuple[str, ...]
    """Codes that are also words in capitals."""
    signs: dict[str, str]
    """Other signs."""


@cache
def unit_table() -> UnitTable:
    """Return the table of units."""
    return load_packaged(UnitTable, "values", "units.yaml")


def to_base(number: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a number in the base unit of its dimension, and that unit; a unit not in the table is its own base.

    Lengths of time are exact within day, hour, minute, week, and within month, quarter, year, decade, century; a month
    is no exact number of days, so the two are dimensions of their own.
    """
    table = unit_table()
    known = table.units.get(unit)
    if known is None:
        return number, unit
    return number * known.factor + known.offset, table.bases[known.dimension]


def same_dimension(a: str, b: str) -> bool:
    """Whether numbers in two units can be compared."""
    if a == b:
        return True
    units = unit_table().units
    return a in units and b in units and units[a].dimension == units[b].dimension


@cache
def unit_symbols() -> dict[str, str]:
    """Return the unit of every symbol."""
    return {symbol: name for name, unit in unit_table().units.items() for symbol in unit.symbols}


@cache
def currency_table() -> CurrencyTable:
    """Return what is known of currencies beside ISO 4217."""
    return load_packaged(CurrencyTable, "values", "currencies.yaml")


@cache
def currencies() -> tuple[dict[str, str], frozenset[str]]:
    """Return the currency of every sign, and every code."""
    standard = load_packaged(Iso4217, "values", "iso4217.yaml")
    return standard.signs | currency_table().signs, frozenset(standard.codes)
