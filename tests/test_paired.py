"""Dates whose meaning the rest of the sentence tells: the other end of a stretch of days, the sum of a deal."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  announced: {type: date, label: {nl: aangekondigd, en: announced}}
"""
FACTS = """
zandhuis:
  type: organisation
  name: Zandhuis
  facts: {founded: 1961}
glas-in-de-duinen:
  type: event
  name: {nl: Glas in de duinen, en: Glass in the dunes}
  facts: {start: 2026-10-03, end: 2027-01-31}
roeiweek:
  type: event
  name: {nl: Roeiweek, en: Rowing Week}
  facts: {date: 2026-08-14/2026-08-18}
loan-to-kaap:
  type: project
  name: {nl: bruikleen aan Kunsthal Kaap, en: loan to Kunsthal Kaap}
  facts: {borrower: kaap, start: 2027-03-06, end: 2027-06-27}
kaap:
  type: organisation
  name: Kunsthal Kaap
  facts: {founded: 1990}
tuinfonds-gift:
  type: agreement
  name: {nl: schenking van het Tuinfonds, en: gift of the Garden Fund}
  facts: {value: EUR 2.4 million, announced: 2025-11}
"""
DAY = "2026-05-12"


def found(text, language):
    own = VOCABULARY + "  borrower: {type: entity, label: {nl: bruiklener, en: borrower}, values: [organisation]}\n"
    return alarms(checker_of(own, FACTS).check(document(text, language, DAY)))


INTRO = {
    "nl": "Glas in de duinen is de tentoonstelling van Zandhuis. ",
    "en": "Glass in the dunes is Zandhuis's show. ",
}


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "nl",
            "Van ⟦10 oktober 2026⟧ tot en met 31 januari 2027 is werk van vijftig makers te zien.",
            "3 October 2026",
        ),
        (
            "nl",
            "Van 3 oktober 2026 tot en met ⟦28 februari 2027⟧ is werk van vijftig makers te zien.",
            "31 January 2027",
        ),
        ("en", "Work by fifty makers is shown from 3 October 2026 to ⟦31 December 2026⟧.", "31 January 2027"),
        ("en", "Kunsthal Kaap takes it over from 6 March to ⟦27 July 2027⟧.", "27 June 2027"),
        ("nl", "De Roeiweek, van 14 tot en met ⟦19 augustus⟧, wordt druk.", "18 August 2026"),
        ("nl", "In ⟦november 2024⟧ leverde de schenking van het Tuinfonds 2,4 miljoen euro op.", "November 2025"),
        ("en", "In ⟦October 2025⟧ the gift of the Garden Fund brought in EUR 2.4 million.", "November 2025"),
    ],
)
def test_the_date_that_does_not_go_with_the_rest(language, text, right):
    plain, start, end = marked(INTRO[language] + text)
    assert [(f.start, f.end, f.expected) for f in found(plain, language)] == [(start, end, right)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Van 3 oktober 2026 tot en met 31 januari 2027 is werk van vijftig makers te zien."),
        ("en", "Work by fifty makers is shown from 3 October 2026 to 31 January 2027."),
        # the first days only, and days of something else
        ("nl", "Van 3 oktober tot en met 11 oktober 2026 is de toegang gratis."),
        ("en", "From 3 October to 11 October 2026 admission is free."),
        ("nl", "Van 14 tot en met 16 augustus is er op het water veel te doen."),
        ("nl", "Van 5 oktober 2026 tot en met 12 februari 2027 is de brug dicht."),
        ("en", "The bridge is closed from 5 October 2026 to 12 February 2027."),
        # what will be done with a sum, and when; the year alone
        ("nl", "De 2,4 miljoen euro van het Tuinfonds wordt in november 2027 uitgegeven."),
        ("en", "The EUR 2.4 million of the Garden Fund will be spent in November 2027."),
        ("en", "In November 2025 the gift of the Garden Fund brought in EUR 2.4 million."),
    ],
)
def test_dates_that_go_with_the_rest_or_are_of_something_else(language, text):
    assert found(INTRO[language] + text, language) == []
