"""Buildings, works, ships, routes and events in the words of the press: who made them, since when, where they begin."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  architect: {type: entity, label: {nl: architect, en: architect}}
  passenger_room: {type: count, label: {nl: passagierscapaciteit, en: passenger capacity}, counts: {nl: [passagier], en: [passenger]}}
  winning_margin: {type: duration, label: {nl: voorsprong, en: winning margin}}
  seasons: {type: count, label: {nl: seizoenen, en: seasons}}
  viewers: {type: count, label: {nl: kijkers, en: viewers}}
  crossing_time: {type: duration, label: {nl: overtocht, en: crossing}}
"""
FACTS = """
glashuis:
  type: organisation
  name: Museum Glashuis
  facts:
    architect: aart-wessel
    opened: 1964-05-16
    visitors: {value: 112700, where: {year: 2024}}
    area: 3400 square metre
aart-wessel: {type: person, name: Aart Wessel, gender: male, facts: {born: 1921-02-03}}
lise-bruun: {type: person, name: Lise Bruun, gender: female, facts: {born: 1975-02-03}}
zoutpad:
  type: work
  name: Het Verre Pad
  facts:
    author: aart-wessel
    publisher: kade-boeken
    episodes: 8
    viewers: {value: 1200000}
kade-boeken: {type: company, name: Kade Boeken, facts: {founded: 1988}}
vark: {type: company, name: Studio Vark, facts: {founded: 1999}}
meermin:
  type: product
  name: Meermin
  facts:
    passenger_room: 1100
    range: 95 kilometre
    weight: 41 tonne
    manufacturer: kade-werf
kade-werf: {type: company, name: Kadewerf, facts: {founded: 1950}}
eilandlijn:
  type: service
  name: Eilandlijn
  facts:
    start: 1931-06-01
    crossing_time: 95 minutes
    price: EUR 21.40
duinloop:
  type: event
  name: Duinloop
  facts:
    first_edition: 1986
duinloop-2026:
  type: event
  name: Duinloop 2026
  facts:
    part_of: duinloop
    date: 2026-10-11
    start_place: gulpen
    finish_place: meerssen
    prize_money: EUR 55000
duinloop-2025:
  type: event
  name: Duinloop 2025
  facts:
    part_of: duinloop
    date: 2025-10-12
    winning_margin: 38 seconds
gulpen: {type: place, name: Gulpen, facts: {country: netherlands}}
meerssen: {type: place, name: Meerssen, facts: {country: netherlands}}
"""
DAY = "2026-05-20"


def check(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


SLIPS = [
    # Who made it
    ("nl", "Museum Glashuis, een ontwerp van ⟦Lise Bruun⟧, ligt aan het water."),
    ("en", "Museum Glashuis is a design by ⟦Lise Bruun⟧."),
    ("nl", "Museum Glashuis is van de hand van ⟦Lise Bruun⟧."),
    ("en", "Museum Glashuis was built to a design by ⟦Lise Bruun⟧."),
    ("nl", "Museum Glashuis werd gebouwd naar een ontwerp van ⟦Lise Bruun⟧."),
    ("en", "Museum Glashuis is the work of architect ⟦Lise Bruun⟧."),
    ("nl", "⟦Lise Bruun⟧ tekende voor het ontwerp van Museum Glashuis."),
    ("en", "⟦Lise Bruun⟧ was responsible for the design of Museum Glashuis."),
    ("nl", "Het Verre Pad verscheen op 5 november 2024 bij ⟦Studio Vark⟧."),
    ("nl", "De Meermin liep bij ⟦Studio Vark⟧ van stapel."),
    # Since when, on what day
    ("nl", "Museum Glashuis dateert van ⟦1954⟧."),
    ("en", "It was in ⟦1974⟧ that Museum Glashuis first opened its doors."),
    ("nl", "Het was in ⟦1974⟧ dat Museum Glashuis de deuren opende."),
    ("en", "Museum Glashuis has been welcoming visitors since ⟦1974⟧."),
    ("nl", "De Eilandlijn bestaat sinds ⟦1913⟧."),
    ("en", "The Eilandlijn has been running since ⟦1913⟧."),
    ("nl", "De Duinloop 2026 is op ⟦zondag 18 oktober⟧."),
    ("en", "The Duinloop 2026 is on ⟦10 October⟧ in Meerssen."),
    ("nl", "De Duinloop 2026 begint op ⟦10 oktober⟧."),
    ("nl", "De eerste Duinloop was in ⟦1968⟧."),
    ("en", "The Duinloop was first run in ⟦1996⟧."),
    # Where it begins and ends
    ("nl", "De Duinloop 2026 komt eraan. De start is in ⟦Meerssen⟧, de finish in Meerssen."),
    ("en", "The Duinloop 2026 is near. The start is in Gulpen and the finish in ⟦Gulpen⟧."),
    ("nl", "De finish van de Duinloop 2026 ligt in ⟦Gulpen⟧."),
    ("en", "The Duinloop 2026 sets off from ⟦Meerssen⟧."),
    # How many and how much
    ("en", "In 2024, ⟦121,700⟧ people found their way to Museum Glashuis."),
    ("en", "Museum Glashuis covers ⟦4,300⟧ sq m."),
    ("nl", "De Meermin biedt plaats aan ⟦1300⟧ passagiers."),
    ("en", "On one charge the Meermin covers ⟦120 kilometres⟧."),
    ("en", "The Meermin tips the scales at ⟦46 tonnes⟧."),
    ("en", "Jansen won the Duinloop 2025 by ⟦28 seconds⟧."),
    ("nl", "Bij de Duinloop 2026 valt ⟦65.000 euro⟧ te verdienen."),
]
TRUE = [
    ("nl", "Museum Glashuis toont een ontwerp van Lise Bruun."),
    ("en", "Museum Glashuis is next to a tower built to a design by Lise Bruun."),
    ("nl", "Lise Bruun tekende voor het ontwerp van de tuin van Museum Glashuis."),
    ("nl", "De folder over Museum Glashuis dateert van 1954."),
    ("en", "It was in 1974 that Museum Glashuis got a café."),
    ("en", "Museum Glashuis has been showing paintings since 1974."),
    ("nl", "De Duinloop 2026 is op 30 september uitverkocht."),
    ("en", "The Duinloop 2026 is on television on 12 October."),
    ("nl", "De persconferentie over de Duinloop 2026 is op 1 oktober."),
    ("nl", "Na de Duinloop 2026 is op 14 december de Winterloop."),
    ("en", "The first Duinloop took place in 1986."),
    ("nl", "De start van de kinderloop is in Meerssen; de Duinloop 2026 volgt later."),
    ("en", "The route of the Duinloop 2026 runs from Gulpen to Meerssen."),
    ("nl", "Door het lage water duurde de overtocht van de Eilandlijn maandag 130 minuten."),
    ("nl", "Een retour op de Eilandlijn kost 21,40 euro en een fiets 14 euro."),
    ("nl", "De eerste aflevering van Het Verre Pad trok 1,6 miljoen kijkers."),
    ("en", "The first episode of Het Verre Pad drew 1.6 million viewers."),
]


@pytest.mark.parametrize(("language", "text"), SLIPS)
def test_a_slip_is_found(language, text):
    plain, start, end = marked(text)
    assert any(f.start < end and f.end > start for f in check(plain, language)), plain


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_what_is_true_or_of_something_else_raises_no_alarm(language, text):
    assert [f"{f.text}: {f.explanation}" for f in check(text, language)] == []
