"""What sentences are about that name nobody, or name somebody who cannot have the property."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  cabins: {type: count, label: {nl: hutten, en: cabins}}
  lifeboats: {type: count, label: {nl: reddingsboten, en: lifeboats}}
  fuel_tank: {type: quantity, label: {nl: inhoud van de brandstoftank, en: fuel tank capacity}, unit: litre}
  engine_power: {type: quantity, label: {nl: motorvermogen, en: engine power}, unit: kilowatt}
  punctuality: {type: percent, label: {nl: stiptheid, en: punctuality}}
  build_cost: {type: money, label: {nl: bouwkosten, en: building cost}}
  trophies: {type: count, label: {nl: bekers, en: trophies}}
  longest_throw: {type: quantity, label: {nl: verste worp, en: longest throw}, unit: metre}
  parking_spaces: {type: count, label: {nl: parkeerplaatsen, en: parking spaces}}
"""
FACTS = """
wadlijn:
  type: company
  name: Wadlijn
  facts:
    employees: {value: 310}
    revenue: {value: EUR 42 million, where: {year: 2025}}
    punctuality: {value: 96, where: {year: 2025}}
    director: {value: hester-moll}
hester-moll:
  type: person
  name: Hester Moll
  gender: female
griend:
  type: ship
  name: {nl: Griend, en: Griend}
  facts:
    owner: {value: wadlijn}
    manufacturer: {value: doekes}
    cabins: {value: 48}
    lifeboats: {value: 6}
    fuel_tank: {value: 9400}
    engine_power: {value: 2400}
    build_cost: {value: EUR 18 million}
delf:
  type: organisation
  name: {nl: Roeibond Delf, en: Delf Rowing Union}
  facts:
    trophies: {value: 7, where: {year: 2026}}
    longest_throw: {value: 21.4, where: {event: zeilweek}}
zeilweek:
  type: event
  name: Zeilweek
  facts:
    visitors: {value: 5200}
doekes:
  type: company
  name: Doekes
  facts:
    founded: {value: "1921"}
terminal:
  type: place
  name: {nl: Wadterminal, en: Wad Terminal}
  facts:
    owner: {value: wadlijn}
    parking_spaces: {value: 640}
    opened: {value: 2026-03-02}
"""
DAY = "2026-05-12"


def _alarms(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


SLIPS = [
    # somebody unknown in the sentence before, who cannot have the property
    ("nl", "De Griend vaart sneller dan de Rottum. Het schip telt ⟦71⟧ hutten."),
    ("en", "The Griend is faster than the Rottum. The engine power is ⟦3,150⟧ kilowatts."),
    ("nl", "De Griend ligt in Zoutkamp. De brandstoftank heeft een inhoud van ⟦5.150⟧ liter."),
    ("en", "The Griend lies near Zoutkamp. The fuel tank has a capacity of ⟦5,150⟧ litres."),
    ("nl", "De Griend is er. Dat is goed. Er zijn ⟦elf⟧ reddingsboten."),
    ("en", "The Griend is here. That is good. There are ⟦eleven⟧ lifeboats."),
    ("en", "The Griend is here. “I like that.” There are ⟦eleven⟧ lifeboats."),
    # the noun for whoever has it, before its owner
    ("nl", "De ploeg van Roeibond Delf won ⟦negen⟧ bekers in 2026."),
    ("en", "The team of the Delf Rowing Union won ⟦nine⟧ trophies in 2026."),
    # what the statement is of, or who cannot have such a property, stands nearer
    ("nl", "Roeibond Delf opende de Zeilweek met een verste worp van ⟦12,4⟧ meter."),
    ("en", "The Delf Rowing Union opened the Zeilweek with a longest throw of ⟦12.4⟧ metres."),
    ("nl", "De Griend, die Wadlijn bij Doekes liet bouwen, heeft een motorvermogen van ⟦3.150⟧ kilowatt."),
    ("en", "The Griend that Wadlijn ordered has an engine power of ⟦3,150⟧ kilowatts."),
    # nobody is named, and only the document's topic has the property
    ("nl", "Wadlijn groeit. Het gaat goed. Vorig jaar steeg de omzet tot ⟦53⟧ miljoen euro."),
    ("en", "Wadlijn grows. All is well. Sales rose to EUR ⟦53⟧ million last year."),
    # a clause about the place right before it
    ("nl", "Wadlijn bouwt ook aan de Wadterminal in Delfzijl, waar ⟦515⟧ parkeerplaatsen komen."),
    ("en", "Wadlijn is also at work on the Wad Terminal in Delfzijl, where ⟦515⟧ parking spaces are built."),
]

SILENT = [
    ("nl", "De Griend vaart naast de Rottum. Dat schip telt 71 hutten."),
    ("en", "The Griend sails beside the Rottum. That ship has 71 cabins."),
    ("nl", "De Griend kreeg gezelschap van de Rottum. Aan boord zijn 71 hutten."),
    ("en", "The Griend is joined by the Rottum. On board are 71 cabins."),
    ("nl", "De Griend is er. Rederij Noordvaart bouwt de Rottum. De brandstoftank heeft een inhoud van 5.150 liter."),
    ("en", "The Griend is here. Noordvaart builds the Rottum. The fuel tank has a capacity of 5,150 litres."),
    ("nl", "De Griend is er. De aanlegplaats ernaast, geopend in 2011, is 3 hectare."),
    ("en", "The Wad Terminal is here. The car park next door, opened in 2011, is full."),
    ("nl", "Wadlijn geeft geld aan een werkplaats in Delfzijl, waar 85 mensen werken."),
    ("en", "Wadlijn gives money to a workshop in Delfzijl, where 85 employees repair boats."),
    ("nl", "De ploeg van Wadlijn telt 25 mensen."),
    ("en", "The crew of Wadlijn has 25 people."),
    ("nl", "De jeugdploeg van Roeibond Delf won drie bekers in 2026."),
    ("en", "The opponent of the Delf Rowing Union won three trophies in 2026."),
    ("nl", "De Griend ligt stil. Op de Zeilweek waren 90 hutten te huur."),
    ("en", "The Griend lies still. At the Zeilweek, 90 cabins were for rent."),
    ("nl", "De Griend ligt stil. Hester Moll had 90 hutten laten bouwen."),
    ("en", "The Griend lies still. Hester Moll once had 90 cabins built."),
    ("nl", "De Griend vaart weer. Bij Doekes liggen 15 reddingsboten te koop."),
    ("en", "The Griend sails again. At Doekes, 15 lifeboats are on sale."),
    ("nl", "De Griend vaart weer. Voor Wadlijn bouwt Doekes 15 reddingsboten."),
    ("en", "The Griend sails again. Doekes builds 15 lifeboats for Wadlijn."),
    ("nl", "De drie grootste hutten van de Griend zijn geboekt."),
    ("en", "The three largest cabins of the Griend are booked."),
    ("nl", "Wadlijn groeit. De drie grootste hutten zijn geboekt."),
    ("en", "Wadlijn grows. Tickets cost EUR 12 and a coffee costs EUR 3."),
    ("nl", "Wadlijn groeit. Alle medewerkers, de jongste van hen 15, zijn er."),
    ("en", "Wadlijn grows. All employees, the youngest of them 15, are there."),
    ("nl", "Wadlijn groeit. Kosten: 11.000 euro."),
    ("nl", "De Wadterminal is open. De haven in Delfzijl heeft 900 parkeerplaatsen."),
    ("nl", "De Griend is kleiner dan de Rottum. Dat schip telt 71 hutten."),
    ("nl", "De Griend vaart weer. De Rottum in Delfzijl heeft 71 hutten."),
    ("en", "The Griend sails again. The ship in Delfzijl has 71 cabins."),
    ("en", "The Wad Terminal is open. The car park in Delfzijl has 900 parking spaces."),
]


@pytest.mark.parametrize(("language", "text"), SLIPS)
def test_slips_are_found(language, text):
    plain, start, _ = marked(text)
    found = _alarms(plain, language)
    assert [f.start <= start < f.end for f in found] == [True], [f.explanation for f in found]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_others_have_is_left_alone(language, text):
    assert [f.explanation for f in _alarms(text, language)] == []
