"""How much something grew, judged by two figures of the base, or by the property that is the growth itself."""

from __future__ import annotations

import pytest
from small_base import alarms, check, checker_of, document, marked

from checker.report import Verdict

VOCABULARY = """
properties:
  rent: {type: money, label: {nl: gemiddelde huur, en: average rent}}
  rent_increase: {type: percent, label: {nl: huurverhoging, en: rent increase}}
  punctuality: {type: percent, label: {nl: punctualiteit, en: punctuality}}
"""
FACTS = """
zuiderhof:
  type: organisation
  name: Zuiderhof
  facts:
    rent_increase: {value: 3.7 %, where: {year: 2026}}
    punctuality: [{value: 91.8 %, where: {year: 2024}}, {value: 94.3 %, where: {year: 2025}}]
    rent: [{value: EUR 618, where: {year: 2025}}, {value: EUR 641, where: {year: 2026}}]
"""
SLIPS = [
    ("nl", "In 2024 steeg de omzet van Halmstra met ⟦5,9 procent⟧ tot 48,3 miljoen euro.", "9,5 procent"),
    ("en", "Halmstra's revenue grew by ⟦5.9 per cent⟧ to EUR 48.3 million in 2024.", "9.5 per cent"),
    ("nl", "De omzet van Halmstra steeg in 2024 met ⟦5,9 procent⟧.", "9,5 procent"),
    ("en", "In 2024 Halmstra's revenue grew by ⟦5.9 per cent⟧.", "9.5 per cent"),
    ("nl", "De omzet van Halmstra groeide in 2024 met ⟦2,4 miljoen euro⟧.", "EUR 4,2 miljoen"),
    ("en", "Halmstra's revenue rose by ⟦EUR 2.4 million⟧ to EUR 48.3 million in 2024.", "EUR 4.2 million"),
    ("nl", "Het aantal medewerkers van Halmstra groeide met ⟦9 procent⟧.", "7 procent"),
    ("en", "The number of employees at Halmstra grew by ⟦9 per cent⟧ to 240.", "7 per cent"),
]
OWN_SLIPS = [
    ("nl", "Zuiderhof verhuurt. De huren stegen dit jaar met ⟦4,7 procent⟧.", "3.7 per cent"),
    ("en", "Zuiderhof is a landlord. Rents went up by ⟦4.7 per cent⟧ this year.", "3.7 per cent"),
    ("nl", "Zuiderhof verhuurt. De verhoging van ⟦4,7 procent⟧ viel niet goed.", "3.7 per cent"),
    ("en", "Zuiderhof is a landlord. Rents went up by ⟦3.7 percentage points⟧ this year.", "3.7 per cent"),
    (
        "nl",
        "De punctualiteit van Zuiderhof verbeterde in 2025 met ⟦2,5 procent⟧ tot 94,3 procent.",
        "2.5 percentage points",
    ),
    ("en", "Punctuality at Zuiderhof improved by ⟦3.5 percentage points⟧ to 94.3 per cent in 2025.", "2.5 percentage"),
]
TRUE = [
    ("nl", "In 2024 steeg de omzet van Halmstra met 9,5 procent tot 48,3 miljoen euro."),
    ("en", "Halmstra's revenue grew by 9.5 per cent to EUR 48.3 million in 2024."),
    ("en", "Halmstra's revenue grew by almost 10 per cent to EUR 48.3 million in 2024."),
    # a part, an average, another measure, another time
    ("en", "Halmstra's revenue grew by 5.9 per cent in Germany."),
    ("nl", "De omzet van Halmstra steeg in Duitsland met 5,9 procent."),
    ("en", "Halmstra's organic revenue grew by 5.9 per cent in 2024."),
    ("nl", "De autonome omzet van Halmstra groeide in 2024 met 5,9 procent."),
    ("en", "Halmstra's revenue grew by 5.9 per cent on average."),
    ("nl", "De omzet van Halmstra groeide gemiddeld met 5,9 procent."),
    ("en", "Halmstra's revenue grew by 5.9 per cent in the first half of 2024."),
    ("nl", "De omzet van Halmstra groeide in het eerste kwartaal van 2024 met 5,9 procent."),
    ("en", "Halmstra's revenue from repairs grew by 15 per cent in 2024."),
    ("nl", "De omzet van Halmstra uit reparaties groeide in 2024 met 15 procent."),
    ("en", "Halmstra's revenue per employee grew by 15 per cent in 2024."),
    ("en", "Halmstra's revenue grew by 15 per cent a year."),
    ("nl", "De omzet van Halmstra groeide sinds 2020 met 15 procent."),
    ("en", "Halmstra's revenue has grown by 15 per cent since 2020."),
    ("nl", "De omzet van Halmstra groeide in vijf jaar met 15 procent."),
    ("nl", "De omzet van Halmstra groeit in 2026 met 15 procent."),
    # a plan, somebody else
    ("nl", "De omzet van Halmstra moet met 15 procent groeien."),
    ("en", "Halmstra wants revenue to grow by 15 per cent."),
    ("en", "Okkema's revenue grew by 5.9 per cent in 2024."),
    ("en", "Halmstra's revenue and profit grew by 15 per cent in 2024."),
    ("en", "The revenue of boatyards like Halmstra grew by 15 per cent in 2024."),
    ("nl", "De omzet van jachtwerven als Halmstra groeide in 2024 met 15 procent."),
    # a level is not its change
    ("en", "Halmstra's market share grew by 15 per cent."),
    ("nl", "Het marktaandeel van Halmstra groeide met 15 procent."),
]
OWN_TRUE = [
    ("nl", "De huren van Zuiderhof stegen dit jaar met 3,7 procent."),
    ("nl", "Zuiderhof verhuurt. De verhoging van 3,7 procent viel niet goed."),
    ("nl", "De punctualiteit van Zuiderhof verbeterde in 2025 met 2,5 procentpunt tot 94,3 procent."),
    ("en", "The punctuality of Zuiderhof improved by 2.7 per cent to 94.3 per cent in 2025."),
    ("en", "Zuiderhof's rents of new homes rose 4.1 per cent this year."),
    ("nl", "De huren van nieuwe woningen van Zuiderhof stegen dit jaar met 4,1 procent."),
    ("en", "Zuiderhof's rents rose 4.1 per cent last year."),
    ("nl", "Zuiderhof verhuurt. Een verhoging van 4,7 procent is niet gewoon."),
    ("en", "Zuiderhof is a landlord. Rents of its competitors went up by 4.7 per cent this year."),
]


def own(text, language):
    return checker_of(VOCABULARY, FACTS).check(document(text, language, "2026-06-01"))


@pytest.mark.parametrize(("language", "text", "right"), SLIPS)
def test_a_wrong_growth_is_found_with_the_right_one(language, text, right):
    plain, start, end = marked(text)
    found = alarms(check(plain, language, ui=language))
    assert [(f.start, f.end, f.verdict, f.expected) for f in found] == [(start, end, Verdict.CONTRADICTED, right)]


@pytest.mark.parametrize(("language", "text", "right"), OWN_SLIPS)
def test_properties_that_are_a_change_and_points_of_shares(language, text, right):
    plain, start, end = marked(text)
    found = alarms(own(plain, language))
    assert [(f.start, f.end) for f in found] == [(start, end)]
    assert found[0].expected.startswith(right)


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_other_growth_raises_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in alarms(check(text, language))] == []


@pytest.mark.parametrize(("language", "text"), OWN_TRUE)
def test_other_changes_raise_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in alarms(own(text, language))] == []


def test_the_right_growth_is_supported_by_both_figures():
    found = [f for f in check(TRUE[0][1], "nl").findings if f.text == "9,5 procent"]
    assert [(f.verdict, len(f.evidence)) for f in found] == [(Verdict.SUPPORTED, 2)]


def test_the_repair_says_points_where_points_are_meant():
    text = "De punctualiteit van Zuiderhof verbeterde in 2025 met 2,5 procent tot 94,3 procent."
    assert [repair.text for repair in alarms(own(text, "nl"))[0].repairs] == ["2,5 procentpunt"]
