"""Interval against interval: numbers with units, currencies and hedges, dates of every precision, ages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.comparing import (
    Agreement,
    Range,
    age_on,
    age_range,
    compare,
    compare_amount,
    compare_period,
    hedged,
    read_period,
)
from checker.factbase.model import Amount, Contact, Moment, Reference, Term
from checker.period import day, parse
from checker.values import read_values

INSIDE, PARTIAL, APART, NO = Agreement.INSIDE, Agreement.PARTIAL, Agreement.APART, Agreement.INCOMPARABLE


def value(text, language="nl"):
    """The one value of a text."""
    (found,) = read_values(text, language, parse("2025-05-20"))
    return found


def amount(number, high=None, unit=None, currency=None):
    """An amount of the base: a number, or from a number (None: open) to another."""
    low = None if number is None else Decimal(str(number))
    return Amount(low=low, high=Decimal(str(high)) if high is not None else low, unit=unit, currency=currency)


AT_LEAST_75 = Amount(low=Decimal(75), high=None)
AT_MOST_75 = Amount(low=None, high=Decimal(75))


@pytest.mark.parametrize(
    ("language", "text", "fact", "agreement"),
    [
        # as written
        ("nl", "35 auto's", amount(35), INSIDE),
        ("nl", "35 auto's", amount(36), APART),
        ("en", "thirty-five cars", amount(35), INSIDE),
        ("nl", "1,2 miljoen bezoekers", amount(1234567), INSIDE),
        ("en", "1.2 million visitors", amount(1234567), INSIDE),
        ("nl", "1,2 miljoen bezoekers", amount(1260000), APART),
        ("en", "1.2 million visitors", amount(1149999), APART),
        # units of one dimension
        ("nl", "4,4 liter", amount(4395, unit="cubic centimetre"), INSIDE),
        ("en", "4.4 litres", amount(4395, unit="cubic centimetre"), INSIDE),
        ("nl", "4,4 liter", amount(4500, unit="cubic centimetre"), APART),
        ("nl", "1.240 meter", amount(1240, unit="kilometre"), APART),
        ("en", "770 miles", amount(1239, unit="kilometre"), INSIDE),
        ("nl", "30 kW", amount(30, unit="kilogram"), NO),
        ("en", "30 kg", amount(30), NO),
        # money
        ("nl", "€ 3,5 miljoen", amount(3500000, currency="EUR"), INSIDE),
        ("en", "€3.5 million", amount(3540000, currency="EUR"), INSIDE),
        ("nl", "€ 3,5 miljoen", amount(3600000, currency="EUR"), APART),
        ("en", "$3.5 million", amount(3500000, currency="EUR"), APART),
        ("en", "$4.1 million", amount(3500000, currency="EUR"), NO),
        # hedges
        ("nl", "ongeveer 100 auto's", amount(108), INSIDE),
        ("en", "about 100 cars", amount(108), INSIDE),
        ("nl", "ongeveer 100 auto's", amount(125), APART),
        ("nl", "minstens 100 auto's", amount(140), INSIDE),
        ("en", "at least 100 cars", amount(99), APART),
        ("nl", "hooguit 100 auto's", amount(140), APART),
        ("en", "at most 100 cars", amount(95), INSIDE),
        ("nl", "tot 100 auto's", amount(95), INSIDE),
        ("en", "at most 100 cars", amount(40), PARTIAL),
        ("nl", "ongeveer 250 auto's", amount(240), INSIDE),
        ("en", "about 3,100 cars", amount(3140), INSIDE),
        ("nl", "zo'n 3.400 auto's", amount(3140), PARTIAL),
        ("en", "some 3,410 cars", amount(3140), APART),
        ("nl", "circa 31,4 miljoen auto's", amount(32000000), INSIDE),
        ("en", "roughly 31.4 million cars", amount(33000000), APART),
        ("nl", "meer dan 100 auto's", amount(108), INSIDE),
        ("en", "more than 100 cars", amount(98), APART),
        ("nl", "bijna 100 auto's", amount(96), INSIDE),
        ("en", "almost 100 cars", amount(104), APART),
        ("nl", "meer dan 100 auto's", amount(500), PARTIAL),
        ("en", "fewer than 100 cars", amount(10), PARTIAL),
        # ranges
        ("nl", "vijf tot acht auto's", amount(7), INSIDE),
        ("en", "five to eight cars", amount(9), APART),
        ("nl", "vijf tot acht auto's", amount(5, 8), INSIDE),
        ("en", "five to eight cars", amount(7, 12), PARTIAL),
        # bounds in the base
        ("nl", "80 auto's", AT_LEAST_75, INSIDE),
        ("en", "70 cars", AT_LEAST_75, APART),
        ("nl", "80 auto's", AT_MOST_75, APART),
        ("en", "at least 70 cars", AT_LEAST_75, INSIDE),
        ("nl", "minstens 80 auto's", AT_LEAST_75, INSIDE),
        ("en", "80 cars", amount(75, 100), INSIDE),
        ("nl", "120 auto's", amount(75, 100), APART),
        # others
        ("nl", "14 procent", amount(14, unit="percent"), INSIDE),
        ("en", "14.4%", amount(14, unit="percent"), APART),
        ("nl", "vijf jaar", amount(60, unit="month"), INSIDE),
        ("en", "18 months", amount(2, unit="year"), APART),
    ],
)
def test_compare_amount(language, text, fact, agreement):
    assert compare_amount(value(text, language), fact) is agreement


@pytest.mark.parametrize(("language", "text"), [("en", "over two weeks"), ("nl", "over twee weken")])
def test_a_hedge_with_two_meanings_fails_only_where_both_fail(language, text):
    written = [v for v in read_values(text, language, None) if v.hedge_doubtful]
    for one in written:
        assert compare_amount(one, amount(2, unit="week")) is INSIDE
        assert compare_amount(one, amount(13, unit="day")) is APART
    assert written or language == "nl"  # "over" points at the future in Dutch


@pytest.mark.parametrize(
    ("hedge", "low", "high"),
    [
        ("exact", 90, 110),
        ("about", 79, 121),
        ("min", 90, None),
        ("over", 90, None),
        ("max", None, 110),
        ("under", None, 110),
    ],
)
def test_hedged(hedge, low, high):
    expected = Range(*(None if end is None else Decimal(end) for end in (low, high)))
    assert hedged(Decimal(90), Decimal(110), hedge) == expected


ends = st.one_of(st.none(), st.integers(-50, 50).map(Decimal))
ranges = st.tuples(ends, ends).map(lambda pair: Range(*sorted(pair)) if None not in pair else Range(*pair))


@given(ranges, ranges)
def test_apart_goes_both_ways_and_a_range_lies_in_itself(one, other):
    assert one.apart(other) == other.apart(one)
    assert one.within(one)
    assert not one.apart(one)
    if one.within(other):
        assert not one.apart(other)


@given(ranges, ranges, ranges)
def test_within_passes_on(one, other, third):
    if one.within(other) and other.within(third):
        assert one.within(third)


numbers = st.integers(1, 100_000)


@given(numbers, numbers)
def test_whole_numbers_agree_when_they_are_equal_whichever_is_written(one, other):
    forth = compare_amount(value(f"{one} auto's"), amount(other))
    back = compare_amount(value(f"{other} auto's"), amount(one))
    assert forth is back
    assert (forth is INSIDE) == (one == other)


@given(numbers, numbers, st.sampled_from(["ongeveer", "minstens", "hooguit", "meer dan"]))
def test_a_hedge_never_makes_the_plain_figure_wrong(number, fact, hedge):
    if hedge != "meer dan" and compare_amount(value(f"{number} auto's"), amount(fact)) is INSIDE:
        assert compare_amount(value(f"{hedge} {number} auto's"), amount(fact)) is INSIDE


@pytest.mark.parametrize(
    ("written", "recorded", "agreement"),
    [
        ("2025-05-07", "2025-05-07", INSIDE),
        ("2025-05-08", "2025-05-07", APART),
        ("2025-05", "2025-05-07", INSIDE),
        ("2025", "2025-05", INSIDE),
        ("2025-06", "2025-05-07", APART),
        ("2025-05-07", "2025-05", PARTIAL),
        ("2025-05-07", "2025", PARTIAL),
        ("2025-21", "2025-04-02", INSIDE),
        ("2025-21", "2025-06-02", APART),
        ("2025-01-03/2025-01-17", "2025-01-03/2025-01-17", INSIDE),
        ("2025-01", "2025-01-03/2025-01-17", INSIDE),
        ("2025-01-05", "2025-01-03/2025-01-17", PARTIAL),
        ("2025-02", "2025-01-03/2025-01-17", APART),
        ("199X", "1994", INSIDE),
        ("2021", "2021-09-01/..", PARTIAL),
        ("2020", "2021-09-01/..", APART),
    ],
)
def test_compare_period(written, recorded, agreement):
    assert compare_period(parse(written), parse(recorded)) is agreement


days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(day)
months = st.builds(lambda year, month: parse(f"{year}-{month:02d}"), st.integers(1900, 2100), st.integers(1, 12))


@given(st.one_of(days, months), st.one_of(days, months))
def test_dates_are_apart_both_ways(one, other):
    assert (compare_period(one, other) is APART) == (compare_period(other, one) is APART)
    assert compare_period(one, one) is INSIDE


@pytest.mark.parametrize(
    ("language", "text", "fact", "agreement"),
    [
        ("nl", "3 juni", "2019-06-03", INSIDE),
        ("en", "3 June", "2019-06-03", INSIDE),
        ("en", "4 June", "2019-06-03", APART),
        ("nl", "3 juni 2020", "2019-06-03", APART),
        ("en", "June 2019", "2019-06-03", INSIDE),
    ],
)
def test_a_date_without_a_year_is_of_the_year_that_it_is_compared_with(language, text, fact, agreement):
    assert compare(value(text, language), Moment(parse(fact))) is agreement


@pytest.mark.parametrize(
    "fact", [Moment(parse("2019")), Reference("acme"), Term({"en": ("director",)}), Contact("+31 20 555 01 23")]
)
def test_a_count_is_compared_with_numbers_alone(fact):
    assert compare(value("35 auto's"), fact) is NO


def test_a_date_is_not_compared_with_a_number():
    assert compare(value("3 juni 2019"), amount(2019)) is NO


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [("2025-05", "2025-05"), (None, None), ("", None), ("XXXX-05-07", None), ("no date", None)],
)
def test_read_period(edtf, expected):
    assert read_period(edtf) == (parse(expected) if expected else None)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("1988-03-14", "2025-03-13", 36),
        ("1988-03-14", "2025-03-14", 37),
        ("1988-02-29", "2025-02-28", 36),
        ("1988-02-29", "2025-03-01", 37),
        ("1988-03-14", "1988-03-14", 0),
    ],
)
def test_age_on(born, on, age):
    assert age_on(date.fromisoformat(born), date.fromisoformat(on)) == age


@pytest.mark.parametrize(
    ("born", "when", "low", "high"),
    [
        ("1988-03-14", "2025-05-20", 37, 37),
        ("1988-03-14", "2025-03", 36, 37),
        ("1988-03-14", "2025", 36, 37),
        ("1979-08", "2025-08-15", 45, 46),
        ("1979-08", "2025-09-01", 46, 46),
        ("1979", "2025-05-20", 45, 46),
        ("1979", "2025", 45, 46),
    ],
)
def test_age_range(born, when, low, high):
    assert age_range(parse(born), parse(when)) == Range(Decimal(low), Decimal(high))


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_coarser_date_widens_the_ages(born, on):
    exact = age_range(day(born), day(on))
    assert exact.low == exact.high == age_on(born, on)
    assert exact.within(age_range(parse(born.isoformat()[:7]), parse(on.isoformat()[:4])))
