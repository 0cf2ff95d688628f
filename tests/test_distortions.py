"""Which figures are one slip of the hand away from another, and which only happen to be near it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import traces
from checker.distortions import distortion, is_beyond
from checker.factbase.model import Amount, Moment
from checker.period import parse
from checker.values.model import Value
from checker.vetoes.vetoes import ANOTHER_NOUN


def value(text, kind="count", *, number=None, **more):
    digits = Decimal(number if number is not None else text.split()[0].replace(",", ""))
    return Value(type=kind, start=0, end=len(text), text=text, number=digits, **more)


def amount(number, **more):
    return Amount(low=Decimal(number), high=Decimal(number), **more)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "recorded", "recorded_unit", "expected"),
    [
        ("412", "count", None, "421", None, "swapped"),
        ("1,580", "count", None, "1850", None, "swapped"),
        ("20,400", "count", None, "24000", None, "swapped"),
        ("26", "count", None, "62", None, None),  # two digits have no shape of their own
        ("26 metres", "quantity", "metre", "62", "metre", "swapped"),
        ("8.4 metres", "quantity", "metre", "4.8", "metre", "swapped"),
        ("214", "count", None, "412", None, None),  # no neighbours
        ("1,852", "count", None, "1752", None, "mistyped"),
        ("1,852", "count", None, "1859", None, None),  # the last digit: near, and no more than that
        ("86 metres", "quantity", "metre", "96", "metre", None),  # one digit of two
        ("9.46 metres", "quantity", "metre", "9.66", "metre", "mistyped"),
        ("185", "count", None, "1850", None, None),
        ("47 miles", "quantity", "mile", "47", "kilometre", "unit"),
        ("7 miles", "quantity", "mile", "7", "kilometre", None),  # one digit
        ("47 tonnes", "quantity", "tonne", "47", "kilometre", None),
        ("14 weeks", "duration", "week", "14", "month", "unit"),
        ("26 centimetres", "quantity", "centimetre", "0.62", "metre", "swapped"),
        ("62 metres", "quantity", "metre", "0.62", "metre", "magnitude"),
        ("6.2 metres", "quantity", "metre", "0.62", "metre", None),  # ten times is no other unit
        ("62", "count", None, "62", None, None),  # right
    ],
)
def test_distortion(text, kind, unit, recorded, recorded_unit, expected):
    assert distortion(value(text, kind, unit=unit), amount(recorded, unit=recorded_unit)) == expected


@pytest.mark.parametrize(
    ("text", "number", "recorded", "expected"),
    [
        ("2.6 million", "2600000", "2600000000", "magnitude"),
        ("2.6 million", "2600000", "26000000", None),  # ten times: another figure
        ("2 million", "2000000", "2000000000", None),  # one digit
        ("2,600,000", "2600000", "2600000000", None),  # no word that may be another one
    ],
)
def test_magnitude(text, number, recorded, expected):
    assert distortion(value(text, number=number), amount(recorded)) == expected


@pytest.mark.parametrize(
    ("text", "written", "recorded", "expected"),
    [
        ("1946", "1946", "1964-05-12", "swapped"),
        ("May 1946", "1946-05", "1964-05-12", "swapped"),
        ("June 1946", "1946-06", "1964-05-12", None),
        ("12 May 1965", "1965-05-12", "1964-05-12", "mistyped"),
        ("1 May 1965", "1965-05-01", "1964-05-01", None),  # the first of a month is the day of many things
        ("1965", "1965", "1964-05-12", None),
        ("12 May", "1965-05-12", "1964-05-12", None),  # the text names no year
    ],
)
def test_years(text, written, recorded, expected):
    date = Value(type="date", start=0, end=len(text), text=text, date=written)
    assert distortion(date, Moment(parse(recorded))) == expected


@given(st.integers(100, 10**9).filter(lambda number: number % 10), st.data())
def test_swapping_two_digits_leaves_a_trace(number, data):
    digits = list(str(number))
    position = data.draw(st.integers(0, len(digits) - 2))
    digits[position], digits[position + 1] = digits[position + 1], digits[position]
    if digits[0] == "0" or digits[position] == digits[position + 1]:
        return
    assert distortion(value("".join(digits)), amount(str(number))) in ("swapped", "mistyped")


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_trace_is_the_same_both_ways(one, other):
    assert distortion(value(str(one)), amount(str(other))) == distortion(value(str(other)), amount(str(one)))


@pytest.mark.parametrize(
    ("text", "number", "unit", "recorded", "expected"),
    [
        ("685 kilometres", "685", "kilometre", "2.9", True),
        ("3.5 metres", "3.5", "metre", "2.9", False),
        ("250 metres", "250", "metre", "2.9", False),
        ("29 kilometres", "29", "kilometre", "2.9", True),
        ("2.9 kilometres", "2.9", "kilometre", "2.9", False),  # the unit is the slip
    ],
)
def test_what_is_too_far_off_is_no_slip(text, number, unit, recorded, expected):
    written = value(text, "quantity", number=number, unit=unit)
    assert is_beyond(written, amount(recorded, unit="metre"), named=True) is expected


@pytest.mark.parametrize(
    ("text", "recorded", "expected"),
    [
        ("64", "218", True),
        ("190", "218", False),
        ("8,200", "134000", True),
        ("16", "6", False),  # both are small
        ("21,800", "218", True),
        ("2,180", "218", False),  # a zero too many
    ],
)
def test_where_nobody_is_named_another_size_is_another_thing(text, recorded, expected):
    assert is_beyond(value(text), amount(recorded), named=False) is expected


def test_reasons_that_a_trace_outweighs_are_reasons_that_there_are():
    package = Path(traces.__file__).parent.parent
    code = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py") if path.stem != "traces")
    own = (traces._NEARER, traces._BARE, ANOTHER_NOUN, traces._ELSEWHERE)
    assert all(f'"{reason}"' in code for reason in (*traces._NARROW, *traces._FOREIGN, *own))
