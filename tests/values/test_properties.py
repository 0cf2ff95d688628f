"""What must hold for every number, date, amount and text, not for chosen ones."""

import string
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from checker import period
from checker.values import find_not_values, read_values
from checker.values.lexicon import lexicon

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
NUMBERS = st.one_of(st.integers(2, 10**9), st.integers(2, 2000), st.sampled_from([10**k for k in range(1, 10)]))
DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))
_PIECES = [
    "drie", "twenty", "vierjarige", "59-jarige", "january", "mei", "2025", "12.345,6", "1,234.5", "€", "$", "%", "km/u", "3-", "-", "–", "/",
    ":", ".", ",", "(", ")", "à", "tussen", "en", "between", "and", "of", "de", "the", "eerste", "half a", "een", "million", "mln", "½", "’80",
    "\n", " ", "\u00a0", "3x", "4×4", "+31 6", "@", "www.", "als", "last", "week", "ago", "geleden", "over", "0", "00", "²", "é", "e\u0301", "①", "٣",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=string.digits + " .,-–/:%€jaren", max_size=200),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
)


def only(text, language, reference=None):
    values = read_values(text, language, reference)
    assert len(values) == 1, (text, values)
    return values[0]


@LANGUAGES
@settings(max_examples=400, deadline=None)
@given(number=NUMBERS)
def test_a_number_survives_being_spelled_out(language, number):
    words = num2words(number, lang=language).replace(",", "")
    value = only(f"({words})", language)
    assert (value.type, value.number, value.text) == ("count", number, words)


@settings(max_examples=200, deadline=None)
@given(number=st.integers(2, 10**6))
def test_dutch_words_may_be_written_apart(number):
    words = num2words(number, lang="nl").replace("duizend", "duizend ").replace("  ", " ").strip()
    assert only(f"({words})", "nl").number == number


@LANGUAGES
@settings(max_examples=200, deadline=None)
@given(number=st.integers(1, 10**6))
def test_an_ordinal_survives_being_spelled_out(language, number):
    words = num2words(number, lang=language, to="ordinal").replace(",", "")
    value = only(f"de ({words})", language)
    assert (value.type, value.number) == ("ordinal", number)


@LANGUAGES
@settings(max_examples=200, deadline=None)
@given(number=st.decimals(0, 10**9, places=2))
def test_a_number_survives_its_own_locale(language, number):
    value = only(f"({format_decimal(number, '#,##0.00', locale=language)})", language)
    assert (value.type, value.number) == ("count", number)
    assert value.low < number < value.high


@pytest.mark.parametrize(
    "form", ["full", "long", "d MMMM y", "d MMM y", "EEEE d MMMM y", "dd.MM.y", "y-MM-dd", "d MMMM"]
)
@LANGUAGES
@settings(max_examples=80, deadline=None)
@given(day=DAYS)
def test_a_date_survives_every_format(language, form, day):
    near = day + timedelta(days=20)
    value = only(f"({format_date(day, form, locale=language)})", language, period.day(near))
    assert (value.type, value.date) == ("date", day.isoformat())


@pytest.mark.parametrize("form", ["MMMM y", "MMM y"])
@LANGUAGES
@settings(max_examples=80, deadline=None)
@given(day=DAYS)
def test_a_month_survives_its_formats(language, form, day):
    assert only(f"({format_date(day, form, locale=language)})", language).date == f"{day:%Y-%m}"


@settings(max_examples=200, deadline=None)
@given(first=DAYS, days=st.integers(1, 300), language=st.sampled_from(["nl", "en"]))
def test_a_stretch_of_days_keeps_both_ends(first, days, language):
    last = first + timedelta(days=days)
    written = [format_date(day, "d MMMM y", locale=language) for day in (first, last)]
    joined = {"nl": " tot en met ", "en": " to "}[language].join(written)
    assert only(f"({joined})", language).date == f"{first.isoformat()}/{last.isoformat()}"


@pytest.mark.parametrize(
    ("language", "unit", "code"),
    [
        ("nl", "dagen", "P{}D"), ("nl", "weken", "P{}W"), ("nl", "maanden", "P{}M"), ("nl", "jaar", "P{}Y"), ("nl", "uur", "PT{}H"),
        ("en", "days", "P{}D"), ("en", "weeks", "P{}W"), ("en", "months", "P{}M"), ("en", "years", "P{}Y"), ("en", "hours", "PT{}H"),
    ],
)  # fmt: skip
@settings(max_examples=40, deadline=None)
@given(number=st.integers(2, 999))
def test_a_duration_keeps_its_unit(language, unit, code, number):
    for written in (str(number), num2words(number, lang=language)):
        value = only(f"({written} {unit})", language)
        assert (value.type, value.duration, value.number) == ("duration", code.format(number), number)


@pytest.mark.parametrize("sign", ["€", "$", "£", "EUR ", "USD "])
@LANGUAGES
@settings(max_examples=60, deadline=None)
@given(amount=st.decimals(0, 10**9, places=2))
def test_an_amount_of_money_survives(language, sign, amount):
    value = only(f"({sign}{format_decimal(amount, '#,##0.00', locale=language)})", language)
    currency = {"€": "EUR", "$": "USD", "£": "GBP"}.get(sign, sign.strip())
    assert (value.type, value.number, value.currency) == ("money", amount, currency)


@settings(max_examples=1_500, deadline=None)
@given(text=TEXTS, language=st.sampled_from(["nl", "en", "de"]), dated=st.booleans())
def test_any_text_gives_ordered_spans_inside_it(text, language, dated):
    end = 0
    for value in read_values(text, language, period.parse("2025-05-07") if dated else None):
        assert end <= value.start < value.end <= len(text)
        assert text[value.start : value.end] == value.text
        assert 0 <= value.hedge_start <= value.start
        if value.noun is not None:
            assert text[value.noun_start : value.noun_end] == value.noun
        if value.low is not None:
            assert value.low <= value.number <= (value.number_to or value.number) <= value.high
        end = value.end
    spans = find_not_values(text, language)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "date_text", ["0001-01-01", "9998-12-31", "0001", "9998", "2025-21", "199X", "../2025", "2025/.."]
)
@LANGUAGES
def test_no_reference_date_is_too_far_away(language, date_text):
    words = {"nl": "gisteren vorig jaar over 500 jaar 4000 dagen geleden komende week kerst 7 mei", "en": "yesterday last year in 500 years "
             "4000 days ago next week Christmas May 7"}  # fmt: skip
    for value in read_values(words[language], language, period.parse(date_text)):
        assert value.type != "date" or "X" in value.date or period.parse(value.date)


@LANGUAGES
def test_the_tables_hold_no_word_twice_in_one_meaning(language):
    tables = lexicon(language)
    assert not set(tables.numerals.units) & set(tables.numerals.ordinals)
    assert not set(tables.numerals.not_alone) - set(tables.numerals.units)


def test_a_large_number_is_exact():
    assert only("(12345678901234567890)", "en").number == Decimal(12345678901234567890)


@pytest.mark.parametrize("digits", [27, 28, 29, 40])
def test_the_bounds_of_a_huge_number_hold_it(digits):
    for value in read_values(f"({'7' * digits} km)", "en"):
        assert value.low < value.number < value.high
