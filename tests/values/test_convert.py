"""Units of one dimension can be compared, others cannot."""

from decimal import Decimal

import pytest

from checker.values.convert import same_dimension, to_base, unit_table


@pytest.mark.parametrize(
    ("number", "unit", "other", "same"),
    [
        ("4.4", "litre", "cubic centimetre", "4400"),
        ("1", "mile", "metre", "1609.344"),
        ("1", "kilometre", "metre", "1000"),
        ("100", "metric horsepower", "kilowatt", "73.549875"),
        ("36", "kilometre per hour", "metre per second", "10"),
        ("1", "hectare", "square metre", "10000"),
        ("2", "week", "day", "14"),
        ("1.5", "year", "month", "18"),
        ("1", "decade", "year", "10"),
        ("1", "tonne", "kilogram", "1000"),
        ("1", "kilowatt hour", "megajoule", "3.6"),
        ("212", "degree Fahrenheit", "degree Celsius", "100"),
    ],
)
def test_the_same_amount_in_two_units_has_one_base(number, unit, other, same):
    first, base = to_base(Decimal(number), unit)
    second, other_base = to_base(Decimal(same), other)
    assert base == other_base
    assert abs(first - second) < Decimal("1e-9")
    assert same_dimension(unit, other)


@pytest.mark.parametrize(
    ("a", "b"), [("metre", "litre"), ("month", "day"), ("watt", "joule"), ("litre", "no such unit")]
)
def test_other_dimensions_do_not_mix(a, b):
    assert not same_dimension(a, b)


def test_an_unknown_unit_is_its_own_base():
    assert to_base(Decimal(3), "furlong") == (Decimal(3), "furlong")
    assert same_dimension("furlong", "furlong")


def test_every_unit_has_a_dimension_with_a_base_and_a_symbol_of_its_own():
    table = unit_table()
    assert {unit.dimension for unit in table.units.values()} <= set(table.bases)
    assert set(table.bases.values()) <= set(table.units)
    symbols = [symbol for unit in table.units.values() for symbol in unit.symbols]
    assert len(symbols) == len(set(symbols))
