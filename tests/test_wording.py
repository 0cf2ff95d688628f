"""Numbers, dates, values and suggestions as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import base

from checker.factbase.model import Amount, Contact, Members, Moment, Reference, Term
from checker.period import parse
from checker.values import read_values
from checker.wording import (
    fact_json,
    number_word,
    plain,
    rewrite,
    show_day,
    show_entity,
    show_fact,
    show_number,
    show_period,
    source_names,
    value_json,
)


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


def value(text, language):
    return next(iter(read_values(text, language, parse("2025-05-20"))))


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        ("0", "0", "0"),
        ("35", "35", "35"),
        ("4400", "4400", "4400"),
        ("10300", "10.300", "10,300"),
        ("1234567", "1.234.567", "1,234,567"),
        ("4.4", "4,4", "4.4"),
        ("-12345.50", "-12.345,5", "-12,345.5"),
        ("1E+3", "1000", "1000"),
        ("100", "100", "100"),
    ],
)
def test_show_number(number, dutch, english):
    assert show_number(Decimal(number), "nl") == dutch
    assert show_number(Decimal(number), "en") == english


@given(st.integers(-(10**12), 10**12), st.sampled_from(["nl", "en"]))
def test_a_shown_number_reads_as_itself(number, language):
    assert int(show_number(Decimal(number), language).replace(".", "").replace(",", "")) == number


@pytest.mark.parametrize(
    ("edtf", "dutch", "english"),
    [
        ("2025-05-07", "7 mei 2025", "7 May 2025"),
        ("2025-05", "mei 2025", "May 2025"),
        ("2025", "2025", "2025"),
        ("2025-21", "lente 2025", "spring 2025"),
        ("0962", "962", "962"),
        ("199X", "199X", "199X"),
        ("2025-05-07?", "7 mei 2025", "7 May 2025"),
        ("2021-09-01/..", "sinds 1 september 2021", "since 1 September 2021"),
        ("../2021-09", "tot en met september 2021", "until September 2021"),
        ("2025-01-03/2025-01-17", "3 januari 2025 tot en met 17 januari 2025", "3 January 2025 to 17 January 2025"),
    ],
)
def test_show_period(edtf, dutch, english):
    assert show_period(parse(edtf), "nl") == dutch
    assert show_period(parse(edtf), "en") == english


def test_show_day():
    assert show_day(date(2025, 3, 1), "nl") == "1 maart 2025"
    assert show_day(date(2025, 3, 1), "en") == "1 March 2025"


@pytest.mark.parametrize(
    ("entity", "dutch", "english"),
    [
        ("halmstra", "Halmstra Jachten", "Halmstra Jachten"),
        ("partnership", "overeenkomst met de Zilvermeerronde", "agreement with the Zilvermeerronde"),
        ("czechia", "Tsjechië", "Czechia"),
        ("norway", "Noorwegen", "Norway"),
        ("nobody-knows", "nobody-knows", "nobody-knows"),
    ],
)
def test_show_entity(entity, dutch, english):
    assert show_entity(base(), entity, "nl") == dutch
    assert show_entity(base(), entity, "en") == english


def exactly(number, **rest):
    return Amount(low=Decimal(number), high=Decimal(number), **rest)


@pytest.mark.parametrize(
    ("fact", "kind", "dutch", "english"),
    [
        (exactly(240), "count", "240", "240"),
        (exactly(3), "ordinal", "plaats 3", "place 3"),
        (exactly("9.2", unit="metre"), "quantity", "9,2 meter", "9.2 metres"),
        (exactly(1, unit="metre"), "quantity", "1 meter", "1 metre"),
        (exactly(2350, unit="kilogram"), "quantity", "2350 kilogram", "2350 kilograms"),
        (exactly(4200, unit="square metre"), "quantity", "4200 m²", "4200 m²"),
        (exactly(1, unit="square metre"), "quantity", "1 m²", "1 m²"),
        (exactly(5, unit="nautical mile"), "quantity", "5 zeemijl", "5 nautical miles"),
        pytest.param(
            exactly(6, unit="foot"),
            "quantity",
            "6 voet",
            "6 feet",
            marks=wrong("every English unit is made plural with an s"),
        ),
        (exactly(48300000, currency="EUR"), "money", "EUR 48,3 miljoen", "EUR 48.3 million"),
        (exactly(1240000000, currency="EUR"), "money", "EUR 1,24 miljard", "EUR 1.24 billion"),
        (exactly(189500, currency="EUR"), "money", "EUR 189.500", "EUR 189,500"),
        (Amount(low=Decimal(75), high=None), "count", "minstens 75", "at least 75"),
        (Amount(low=None, high=Decimal(75)), "count", "hooguit 75", "at most 75"),
        (Amount(low=Decimal(5), high=Decimal(8)), "count", "5-8", "5-8"),
        (Moment(parse("1988-03-14")), "date", "14 maart 1988", "14 March 1988"),
        (Reference("sweden"), "place", "Zweden", "Sweden"),
        (Term({"nl": ("voorzitter",), "en": ("chair", "chairman")}), "term", "voorzitter", "chair"),
        (Term({"en": ("V8",)}), "term", "V8", "V8"),
        (Contact("+31 514 555 270"), "contact", "+31 514 555 270", "+31 514 555 270"),
        (Members((Reference("lemmer"), Reference("sweden"))), "set", "Lemmer, Zweden", "Lemmer, Sweden"),
    ],
)
def test_show_fact(fact, kind, dutch, english):
    assert show_fact(base(), fact, "nl", kind) == dutch
    assert show_fact(base(), fact, "en", kind) == english


@pytest.mark.parametrize(
    ("fact", "kind", "expected"),
    [
        (exactly(240), "count", {"type": "count", "number": 240}),
        (exactly("9.2", unit="metre"), "quantity", {"type": "quantity", "number": 9.2, "unit": "metre"}),
        (exactly(5, currency="EUR"), "money", {"type": "money", "number": 5, "currency": "EUR"}),
        (Amount(low=Decimal(75), high=None), "count", {"type": "count", "min": 75}),
        (Amount(low=Decimal(5), high=Decimal(8)), "count", {"type": "count", "min": 5, "max": 8}),
        (Moment(parse("2025-05")), "date", {"type": "date", "date": "2025-05"}),
        (Reference("sweden"), "place", {"type": "place", "entity": "sweden"}),
        (Reference("sweden"), "", {"type": "entity", "entity": "sweden"}),
        (Contact("x@y.example"), "contact", {"type": "contact", "text": "x@y.example"}),
        (Members((Moment(parse("2024")), Reference("a"))), "set", {"type": "set", "members": ["2024", "a"]}),
    ],
)
def test_fact_json(fact, kind, expected):
    assert fact_json(fact, kind) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "35 auto's", {"type": "count", "number": 35, "role": "amount", "noun": "auto's"}),
        (
            "en",
            "about 4.4 litres",
            {"type": "quantity", "number": 4.4, "unit": "litre", "hedge": "about", "role": "amount"},
        ),
        ("nl", "3 juni 2025", {"type": "date", "date": "2025-06-03", "role": "amount"}),
        ("en", "$5 million", {"type": "money", "number": 5000000, "currency": "USD", "role": "amount"}),
    ],
)
def test_value_json(language, text, expected):
    assert value_json(value(text, language)) == expected


@pytest.mark.parametrize(("number", "shown"), [("5", 5), ("5.0", 5), ("5.5", 5.5), ("1E+2", 100)])
def test_plain(number, shown):
    assert plain(Decimal(number)) == shown
    assert type(plain(Decimal(number))) is type(shown)


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        (0, "nul", "zero"),
        (1, "een", "one"),
        (12, "twaalf", "twelve"),
        (20, "twintig", "twenty"),
        (90, "negentig", "ninety"),
        (21, None, None),
    ],
)
def test_number_word(number, dutch, english):
    assert number_word(number, "nl") == dutch
    assert number_word(number, "en") == english


REWRITTEN = [
    # digits stay digits
    ("nl", "36-jarige", 35, "35-jarige"),
    ("en", "36-year-old", 35, "35-year-old"),
    ("nl", "9,8 meter", "9.2", "9,2 meter"),
    ("en", "9.8 metres", "9.2", "9.2 metres"),
    ("nl", "13.300 inwoners", 10300, "10.300"),
    ("en", "13,300 inhabitants", 10300, "10,300"),
    ("nl", "€ 198.500", 189500, "€ 189.500"),
    ("en", "€198,500", 189500, "€189,500"),
    ("nl", "17%", 14, "14%"),
    ("nl", "2.530 kilo", 2350, "2.350 kilo"),
    ("nl", "8,4 miljard euro", 8400000, "8,4 miljoen euro"),
    ("en", "EUR 8.4 billion", 8400000, "EUR 8.4 million"),
    ("en", "EUR 1.2 million", 1200000000, "EUR 1.2 billion"),
    ("nl", "86,50 euro", Decimal("68.5"), "68,50 euro"),
    ("en", "2,530 kg", 2350, "2,350 kg"),
    # words stay words
    ("nl", "dertien auto's", 14, "veertien"),
    ("en", "thirteen cars", 14, "fourteen"),
    ("nl", "Vijfvoudig winnaar", 4, "Viervoudig"),
    ("en", "Five-time winner", 4, "Four-time"),
    ("nl", "vijfjarige overeenkomst", 3, "driejarige"),
    # a word for which there is none short becomes digits
    ("nl", "twintig auto's", 35, "35"),
    ("en", "twenty cars", 35, "35"),
    # ordinals
    ("nl", "als vierde", 2, "als tweede"),
    ("en", "finished fourth", 2, "second"),
    ("nl", "7e plaats", 5, "5e plaats"),
    ("en", "7th place", 2, "2nd place"),
    ("en", "21st place", 13, "13th place"),
    ("en", "2nd place", 22, "22nd place"),
    # scale words stay
    ("nl", "1,24 miljard euro", 1340000000, "1,34 miljard euro"),
    ("en", "€1.24 billion", 1340000000, "€1.34 billion"),
    ("nl", "€ 43,8 miljoen", 48300000, "€ 48,3 miljoen"),
    ("en", "2 million visitors", 3500000, "3.5 million"),
]


@pytest.mark.parametrize(("language", "text", "number", "expected"), REWRITTEN)
def test_rewrite(language, text, number, expected):
    assert rewrite(value(text, language), Decimal(str(number)), language) == expected


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [("nl", "vijf auto's", "4.5"), ("en", "five cars", "4.5"), ("nl", "€ 48,3 miljoen", "48312345")],
)
def test_a_number_that_does_not_fit_the_form_is_not_put_in(language, text, number):
    assert rewrite(value(text, language), Decimal(number), language) is None


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.sampled_from(["nl", "en"]))
def test_a_rewritten_count_reads_as_the_new_number(old, new, language):
    noun = {"nl": "auto's", "en": "cars"}[language]
    text = f"{show_number(Decimal(old), language)} {noun}"
    rewritten = rewrite(value(text, language), Decimal(new), language)
    assert value(f"{rewritten} {noun}", language).number == new


def test_source_names_are_nothing_where_a_statement_has_no_source():
    assert source_names(base(), base().statements[0]) == ""
