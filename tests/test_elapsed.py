"""How long something has lasted, as people write it: whole years counted either way, rounded, hedged."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.comparing import Agreement
from checker.evidence.elapsed import agrees, as_amount
from checker.period import parse
from checker.values.model import Value

INSIDE, APART, PARTIAL = Agreement.INSIDE, Agreement.APART, Agreement.PARTIAL


def length(number, unit, hedge="exact"):
    return Value(type="duration", start=0, end=1, text="x", number=Decimal(number), unit=unit, hedge=hedge)


@pytest.mark.parametrize(
    ("number", "unit", "hedge", "start", "when", "expected"),
    [
        ("39", "year", "exact", "1986-09-15", "2026-06-01", INSIDE),  # completed
        ("40", "year", "exact", "1986-09-15", "2026-06-01", INSIDE),  # of the calendar
        ("38", "year", "exact", "1986-09-15", "2026-06-01", APART),
        ("42", "year", "exact", "1986-09-15", "2026-06-01", APART),
        ("20", "year", "exact", "2004-12", "2026-06-01", INSIDE),  # a round number
        ("5", "year", "exact", "2021", "2026-06-01", INSIDE),
        ("5", "year", "over", "2010", "2026-06-01", PARTIAL),
        ("7", "year", "over", "2019-03-01", "2026-06-01", INSIDE),
        ("9", "year", "over", "2019-03-01", "2026-06-01", APART),
        ("5", "year", "under", "2021-09-01", "2026-06-01", INSIDE),
        ("3", "year", "under", "2021-09-01", "2026-06-01", APART),
        ("2.5", "year", "exact", "2023-12-01", "2026-06-01", INSIDE),
        ("4.5", "year", "exact", "2023-12-01", "2026-06-01", APART),
        ("3", "week", "exact", "2026-05-11", "2026-06-01", INSIDE),
        ("7", "week", "exact", "2026-05-11", "2026-06-01", APART),
        ("2", "month", "exact", "2026-05-11", "2026-06-01", APART),
        ("10", "year", "about", "2015", "2026-06-01", INSIDE),
        ("3", "hour", "exact", "2015", "2026-06-01", Agreement.INCOMPARABLE),
        ("3", "year", "exact", "2027", "2026-06-01", Agreement.INCOMPARABLE),
    ],
)
def test_a_length_of_time_agrees_with_its_ends(number, unit, hedge, start, when, expected):
    assert agrees(length(number, unit, hedge), parse(start), parse(when)) is expected


@pytest.mark.parametrize(("nearly", "expected"), [(True, APART), (False, PARTIAL)])
def test_almost_twenty_is_not_ten_but_less_than_twenty_may_be(nearly, expected):
    assert agrees(length("20", "year", "under"), parse("2016-08-01"), parse("2026-06-01"), nearly=nearly) is expected


def test_the_right_length_is_given_in_completed_years():
    amount = as_amount(parse("2019-03-01"), parse("2026-06-01"), "year")
    assert (amount.low, amount.high, amount.unit) == (7, 7, "year")
