"""Lists of years with one wrong, and figures with the wrong year."""

from __future__ import annotations

import pytest
from small_base import alarms, check, checker_of, document, marked

VOCABULARY = """
properties:
  harvest: {type: quantity, label: {nl: oogst, en: harvest}, unit: tonne}
"""
FACTS = """
peerdal:
  type: company
  name: Peerdal
  facts:
    harvest:
      - {value: 1840, where: {year: 2024}}
      - {value: 1965, where: {year: 2025}}
    loss: {value: EUR 3.2 million, where: {year: 2025}}
    founded: 1931
appelveen:
  type: company
  name: Appelveen
  facts:
    founded: 1948
klaas-tinga:
  type: person
  name: Klaas Tinga
  gender: male
  facts:
    result:
      - {value: 1, where: {event: keurdag, year: 2019}}
      - {value: 1, where: {event: keurdag, year: 2022}}
      - {value: 2, where: {event: keurdag, year: 2024}}
      - {value: 3, where: {event: keurdag, year: 2025}}
keurdag:
  type: event
  name: Keurdag
  facts:
    first_edition: 1990
"""
DAY = "2026-05-12"


def found(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


LISTS = [
    ("nl", "Zdeněk Brandl won de Zilvermeerronde in 2011, 2013, ⟦2017⟧ en 2019.", "2016"),
    ("en", "Zdeněk Brandl won the Zilvermeerronde in 2011, ⟦2014⟧, 2016 and 2019.", "2013"),
]


@pytest.mark.parametrize(("language", "text", "right"), LISTS)
def test_the_one_wrong_year_of_a_list(language, text, right):
    plain, start, end = marked(text)
    assert [(f.start, f.end, f.expected, f.repairs[0].text) for f in alarms(check(plain, language))] == [
        (start, end, right, right)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Zdeněk Brandl won de Zilvermeerronde in 2011, 2013, 2016 en 2019."),
        ("en", "Zdeněk Brandl won the Zilvermeerronde in 2011, 2013, 2016 and 2019."),
        # a part of them, and two wrong ones
        ("nl", "Zdeněk Brandl won de Zilvermeerronde onder meer in 2011 en 2016."),
        ("en", "Zdeněk Brandl spent the winters of 2012, 2014, 2016 and 2019 in Sweden."),
        # years of something else, and of somebody else
        ("nl", "Karel Dijkgraaf won in 2011, 2013, 2017 en 2019."),
        ("en", "Zdeněk Brandl was there when Karel Dijkgraaf won in 2011, 2013, 2017 and 2019."),
    ],
)
def test_years_that_are_not_of_that_list(language, text):
    assert alarms(check(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("nl", "Klaas Tinga was de winnaar in ⟦2018⟧ en 2022.", "2019"),
        ("en", "Klaas Tinga, the winner in 2019 and ⟦2023⟧, finished third last year.", "2022"),
    ],
)
def test_two_years_with_the_word_of_the_rank(language, text, right):
    plain, start, end = marked(text)
    assert [(f.start, f.end, f.expected) for f in found(plain, language)] == [(start, end, right)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Klaas Tinga deed mee in 2018 en 2022."),
        ("en", "Klaas Tinga took part in 2018 and 2022."),
        ("nl", "Klaas Tinga won de Keurdag in 2019 en 2022."),
        ("en", "Klaas Tinga, the winner in 2019 and 2022, finished third last year."),
        ("en", "Klaas Tinga was fourth in 2018 and 2020."),
    ],
)
def test_two_years_of_something_else(language, text):
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("nl", "Peerdal leed een verlies van 3,2 miljoen euro in ⟦2024⟧.", "2025"),
        ("en", "Peerdal made a loss of EUR 3.2 million in ⟦2024⟧.", "2025"),
        ("nl", "De oogst van Peerdal was in ⟦2023⟧ 1.840 ton.", "2024"),
        ("en", "Peerdal's harvest came to 1,840 tonnes in ⟦2023⟧.", "2024"),
    ],
)
def test_a_figure_with_the_wrong_year(language, text, right):
    plain, start, end = marked(text)
    assert [(f.start, f.end, f.expected, f.repairs[0].text) for f in found(plain, language)] == [
        (start, end, right, right)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Peerdal leed een verlies van 3,2 miljoen euro in 2025."),
        ("en", "Peerdal made a loss of EUR 3.2 million in 2025."),
        # another one's, a round figure, a plan, and a range
        ("nl", "Appelveen, ouder dan Peerdal, leed een verlies van 3,2 miljoen euro in 2024."),
        ("en", "Appelveen made a loss of EUR 3.2 million in 2024."),
        ("en", "Peerdal made a loss of EUR 3 million in 2024."),
        ("nl", "Peerdal voorziet een verlies van 3,2 miljoen euro in 2028."),
        ("en", "Peerdal expects a loss of EUR 3.2 million in 2028."),
        ("en", "In 2023 the harvest of Peerdal was less than 1,840 tonnes."),
    ],
)
def test_a_figure_whose_year_may_be_right(language, text):
    assert found(text, language) == []
