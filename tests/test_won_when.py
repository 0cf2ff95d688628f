"""The years in which somebody won: one and more of them, with the winner named before, behind, or without a verb."""

from __future__ import annotations

import pytest
from small_base import alarms, check, checker_of, document, marked

FACTS = """
ida-tveit: {type: person, name: Ida Tveit, gender: female, facts: {nationality: norway}}
per-holm: {type: person, name: Per Holm, gender: male, facts: {nationality: denmark}}
fjord-cup:
  type: event
  name: Fjord Cup
  facts:
    city: bremvik
    winner:
      - {value: ida-tveit, where: {year: 2021}}
      - {value: per-holm, where: {year: 2022}}
      - {value: per-holm, where: {year: 2023}}
      - {value: ida-tveit, where: {year: 2024}}
      - {value: per-holm, where: {year: 2025}}
open-air: {type: event, name: Open Air}
bremvik: {type: place, name: Bremvik}
"""

SLIPS = [
    ("nl", "Zdeněk Brandl won de Zilvermeerronde in ⟦2018⟧.", "2011, 2013, 2016, 2019"),
    ("nl", "Nora Vellinga won de Zilvermeerronde in 2018 en ⟦2019⟧.", "2024"),
    ("en", "Nora Vellinga won the Zilvermeerronde in 2018 and ⟦2019⟧.", "2024"),
    ("nl", "In ⟦2019⟧ won Nora Vellinga de Zilvermeerronde.", "2018, 2024"),
    ("en", "In ⟦2019⟧ Nora Vellinga won the Zilvermeerronde.", "2018, 2024"),
    ("nl", "Nora Vellinga, winnares van de Zilvermeerronde in ⟦2019⟧, is er weer.", "2018, 2024"),
    ("en", "Nora Vellinga, winner of the Zilvermeerronde in ⟦2019⟧, is back.", "2018, 2024"),
    ("nl", "Nora Vellinga, die de Zilvermeerronde in ⟦2019⟧ won, is er weer.", "2018, 2024"),
    ("en", "The ⟦2019⟧ champion Nora Vellinga starts in the Zilvermeerronde.", "2018, 2024"),
    ("nl", "Nora Vellinga won de Zilvermeerronde in 2018 en 2024, Zdeněk Brandl in ⟦2018⟧.", "2011, 2013, 2016, 2019"),
    ("en", "Nora Vellinga won the Zilvermeerronde in 2018, Zdeněk Brandl in ⟦2024⟧.", "2011, 2013, 2016, 2019"),
    ("nl", "Nora Vellinga was in ⟦2019⟧ de winnares van de Zilvermeerronde.", "2018, 2024"),
    ("en", "Brandl met Nora Vellinga, who won the Zilvermeerronde in ⟦2019⟧.", "2018, 2024"),
]


@pytest.mark.parametrize(("language", "text", "right"), SLIPS)
def test_a_year_in_which_somebody_else_won(language, text, right):
    plain, start, end = marked(text)
    assert [(f.start, f.end, f.expected) for f in alarms(check(plain, language))] == [(start, end, right)]


OWN = [
    ("nl", "De Fjord Cup was mooi. De Noorse Ida Tveit, winnares in ⟦2022⟧ en 2024, werd derde.", "2021"),
    ("en", "The Fjord Cup was fun. Ida Tveit, winner in ⟦2022⟧ and 2024, came third.", "2021"),
    ("nl", "De Fjord Cup begint. Per Holm won in Bremvik in 2022 en ⟦2024⟧.", "2023, 2025"),
    ("en", "The Fjord Cup begins. Ida Tveit won in Bremvik in ⟦2023⟧ and again in 2024.", "2021"),
    ("en", "Ida Tveit won the Fjord Cup in ⟦2020⟧ and 2024.", "2021"),
]


@pytest.mark.parametrize(("language", "text", "right"), OWN)
def test_by_the_winners_of_an_event(language, text, right):
    plain, start, end = marked(text)
    found = alarms(checker_of("properties: {}", FACTS).check(document(plain, language, "2026-05-12")))
    assert [(f.start, f.end, f.expected) for f in found] == [(start, end, right)]


TRUE = [
    ("nl", "Nora Vellinga won de Zilvermeerronde in 2018 en 2024, Zdeněk Brandl in 2016 en 2019."),
    ("en", "Nora Vellinga won the Zilvermeerronde in 2018 and 2024, Zdeněk Brandl in 2016 and 2019."),
    ("nl", "Nora Vellinga won in 2019 de jeugdwedstrijd van de Zilvermeerronde."),
    ("en", "In 2019 Nora Vellinga won a stage in the Zilvermeerronde."),
    ("nl", "Nora Vellinga won in 2019 een etappe in de Zilvermeerronde."),
    ("en", "Nora Vellinga won silver in 2019 in the Zilvermeerronde."),
    ("nl", "Nora Vellinga won in 2019 de Grote Prijs van Lemmer."),
    ("en", "Nora Vellinga won the Lake Prize in 2019, and the Zilvermeerronde later."),
    ("nl", "Nora Vellinga is er weer. Haar vader won de Zilvermeerronde in 2019."),
    ("en", "Nora Vellinga is back. Her father won the Zilvermeerronde in 2019."),
    ("nl", "Nora Vellinga versloeg in de Zilvermeerronde de winnaar van 2019."),
    ("en", "Nora Vellinga beat the 2019 winner in the Zilvermeerronde."),
    ("nl", "Nora Vellinga won de Zilvermeerronde in 2024 opnieuw."),
    ("en", "The team around Nora Vellinga won the Zilvermeerronde in 2019."),
    ("nl", "Karel Dijkgraaf won de Zilvermeerronde in 2019, Nora Vellinga werd tweede."),
    ("en", "Vellinga, who beat Brandl in 2023, won the Zilvermeerronde."),
    ("nl", "Nora Vellinga kan de Zilvermeerronde winnen, net als Brandl in 2019."),
    ("en", "The Zilvermeerronde of 2019 was won by Zdeněk Brandl, not by Nora Vellinga."),
    ("nl", "Nora Vellinga won de Zilvermeerronde niet in 2019."),
    ("en", "Nora Vellinga has not won the Zilvermeerronde since 2024."),
]


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_silence_about_what_else_was_won(language, text):
    assert [(f.text, f.explanation) for f in alarms(check(text, language))] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De Open Air was nat. Ida Tveit, winnares in 2022, werd derde."),
        ("en", "The Fjord Cup was fun. Ida Tveit won the Open Air in 2022."),
        ("nl", "De Fjord Cup was mooi. Ida Tveit won in 2022 in Oslo."),
        ("en", "The Fjord Cup was fun. Ida Tveit won a medal in 2022 and 2023."),
        ("en", "The Fjord Cup was fun. Ida Tveit, youth champion in 2022, came third."),
    ],
)
def test_silence_about_other_events(language, text):
    assert alarms(checker_of("properties: {}", FACTS).check(document(text, language, "2026-05-12"))) == []
