"""Figures of the base with swapped digits or another unit, where the sentence hardly says whose or what they are."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  flour: {type: quantity, label: {nl: meelverbruik, en: flour use}, unit: tonne}
  oven_temperature: {type: quantity, label: {nl: oventemperatuur, en: oven temperature}, unit: kilowatt}
  loaf_price: {type: money, label: {nl: broodprijs, en: price of a loaf}}
  proving_time: {type: duration, label: {nl: rijstijd, en: proving time}}
  course_members: {type: count, label: {nl: cursisten, en: course members}}
  payout: {type: money, label: {nl: uitkering, en: payout}}
  first_batch: {type: date, label: {nl: eerste baksel, en: first batch}}
  rent: {type: money, label: {nl: pacht, en: lease}}
  oven_door: {type: quantity, label: {nl: hoogte van de ovendeur, en: height of the oven door}, unit: metre}
"""
FACTS = """
korenaar:
  type: company
  name: Korenaar
  facts:
    flour: {value: 1840}
    loaf_price: {value: EUR 3.85}
    proving_time: {value: 36 hours}
    employees: {value: 276, valid: 2026-01-01/..}
    course_members:
      - {value: 418, where: {year: 2024}}
      - {value: 452, where: {year: 2025}}
    payout:
      - {value: EUR 2.4 million, where: {year: 2024}}
      - {value: EUR 3.1 million, where: {year: 2025}}
    ranking: {value: 216, where: {year: 2025}}
    first_batch: 1974-11
    rent: {value: EUR 186000}
    oven_door: {value: 0.62}
roggebloem:
  type: company
  name: Roggebloem
  facts:
    employees: {value: 510, valid: 2026-01-01/..}
    rent: {value: EUR 33000}
"""
DAY = "2026-05-12"
OPENING = {"nl": "Korenaar bakt brood. ", "en": "Korenaar bakes bread. "}


def report(text, language):
    return checker_of(VOCABULARY, FACTS).check(document(OPENING[language] + text, language, DAY))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Er gaat ⟦1.480 ton⟧ doorheen.", "1840 tonnes"),
        ("en", "Some of it, ⟦1,480 tonnes⟧, comes from Zeeland.", "1840 tonnes"),
        ("nl", "Daarvoor betaal je ⟦8,35 euro⟧.", "3.85"),
        ("en", "That will be ⟦EUR 8.35⟧, please.", "3.85"),
        ("nl", "Het deeg ligt daar ⟦36 dagen⟧ te rusten.", "36 hours"),
        ("en", "The dough sits there for ⟦36 days⟧.", "36 hours"),
        ("nl", "Korenaar klom naar plaats ⟦261⟧.", "216"),
        ("en", "Korenaar climbed to ⟦261st⟧ place.", "216"),
        ("nl", "Korenaar nam de 2026-lichting aan: ⟦267⟧ in totaal.", "276"),
        ("en", "Korenaar employs ⟦267⟧ people in its own mill.", "276"),
        ("nl", "In 2025 keerde Korenaar ⟦1,3 miljoen euro⟧ uit.", "3.1"),
        ("en", "Korenaar’s payout in 2025 came to ⟦EUR 1.3 million⟧.", "3.1"),
        ("nl", "Bij Korenaar stookten ze de oven op in ⟦november 1947⟧.", "November 1974"),
        ("en", "At Korenaar bakers lit the oven in ⟦November 1947⟧.", "November 1974"),
        ("nl", "Bakkers van Korenaar kruipen er door: ⟦26 centimeter⟧.", "0.62 metres (62 centimetres)"),
        ("en", "Bakers of Korenaar crawl through ⟦26 centimetres⟧.", "0.62 metres (62 centimetres)"),
        ("nl", "De ovendeur van Korenaar heeft een hoogte van ⟦62 meter⟧.", "0.62 metres"),
        ("en", "The oven door of Korenaar has a height of ⟦62 metres⟧.", "0.62 metres"),
    ],
)
def test_found(language, text, expected):
    text, start, end = marked(text)
    shift = len(OPENING[language])
    found = [f for f in report(text, language).findings if f.start < end + shift and start + shift < f.end]
    assert [f.verdict.value for f in found] == ["contradicted"], found
    assert expected in found[0].expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # the figure of somebody else, named or not
        ("nl", "Bij Tarwehof kost een brood 8,35 euro."),
        ("en", "At Tarwehof a loaf costs EUR 8.35."),
        ("nl", "De concurrent gebruikt 1.480 ton."),
        ("en", "A rival uses 1,480 tonnes."),
        ("nl", "Roggebloem heeft 510 medewerkers, van wie 267 in de winkels."),
        ("en", "Roggebloem has 510 employees, 267 of them in shops."),
        # a figure that is another one of the base
        ("nl", "In 2024 waren er 418 cursisten."),
        ("en", "In 2024 there were 418 course members."),
        # a figure that the text has given rightly already
        ("nl", "De broodprijs is 3,85 euro. Voor een taart betaal je 8,35 euro."),
        ("en", "The price of a loaf is EUR 3.85. That will be EUR 8.35, please."),
        # no figure of the base gone wrong
        ("nl", "Een taart kost 8,45 euro."),
        ("en", "A cake costs EUR 8.45."),
        ("nl", "De molen is 38 uur per week open."),
        ("en", "The mill is open 38 hours a week."),
        # swapped digits of a number that may count anything
        ("nl", "Op de gevel zitten 267 tegels."),
        ("en", "The front has 267 tiles."),
    ],
)
def test_silence(language, text):
    assert not alarms(report(text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Korenaar had in 2025 ⟦425⟧ cursisten.", "452"),
        ("en", "Korenaar had ⟦425⟧ course members in 2025.", "452"),
        ("nl", "De pacht bedraagt ⟦168.000 euro⟧, waarvan Roggebloem een deel betaalt.", "EUR 186,000"),
        ("en", "The lease comes to ⟦EUR 168,000⟧, of which Roggebloem pays a part.", "EUR 186,000"),
    ],
)
def test_the_likeness_says_which_figure_was_meant(language, text, expected):
    text, _, _ = marked(text)
    found = [f for f in report(text, language).findings if f.verdict.value == "contradicted"]
    assert [f.expected for f in found] == [expected]
