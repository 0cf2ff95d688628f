"""Figures, dates and places of what belongs to somebody are not those of the owner: the arm, the plant, the quarrel."""

from __future__ import annotations

import pytest

from tests.small_base import alarms, check

SILENT = [
    ("nl", "De Duitse tak van Halmstra is opgericht in 2012."),
    ("en", "The German arm of Halmstra was founded in 2012."),
    ("nl", "De Zweedse tak van Halmstra is gevestigd in Sigtun."),
    ("en", "The Swedish arm of Halmstra is based in Sigtun."),
    ("nl", "De raad van commissarissen van Halmstra zetelt in Sigtun."),
    ("en", "The supervisory board of Halmstra has its seat in Sigtun."),
    ("nl", "Het geschil tussen Halmstra en Okkema gaat terug tot 2015."),
    ("en", "The quarrel between Halmstra and Okkema goes back to 2015."),
    ("nl", "Het jeugdfonds werd in 2017 door Halmstra opgericht."),
    ("en", "The youth fund was founded by Halmstra in 2017."),
    ("nl", "De Duitse tak van Halmstra heeft een marktaandeel van 6 procent."),
    ("en", "The German arm of Halmstra has a market share of 6 per cent."),
    ("en", "A Halmstra design dating back to 1934 is on show."),
    ("en", "The Halmstra plant in Sigtun employs 60 people."),
    ("en", "About 60 people work at the Halmstra plant in Sigtun."),
    ("nl", "Halmstra heeft in België 25 procent van de markt."),
    ("en", "Halmstra has 25 per cent of the market in Belgium."),
    ("nl", "Bij Halmstra werken in Sigtun 45 mensen."),
    ("nl", "Bij Halmstra in Sigtun werken 45 mensen."),
    ("en", "Halmstra employs 45 people in Sigtun."),
    ("en", "Some 45 people work at Halmstra in Sigtun."),
    ("nl", "Elektrische boten hebben 12 procent van de markt, zegt Halmstra."),
    ("en", "Electric boats have 12 per cent of the market, says Halmstra."),
    ("en", "Halmstra is growing. Some 640 people are now at work at sea."),
    ("en", "Halmstra is growing. Some 640 people are now at work at sea, 90 of them divers."),
    ("nl", "Femke Roorda van Halmstra houdt kantoor in Sigtun."),
    ("en", "Femke Roorda of Halmstra has been in business since 2011."),
]

FOUND = [
    ("nl", "Halmstra zag in 1962 het levenslicht.", "1962"),
    ("en", "Halmstra traces its roots to 1962.", "1962"),
    ("nl", "De wieg van Halmstra stond in 1962 in een schuur.", "1962"),
    ("en", "Halmstra dates back to 1962.", "1962"),
    ("nl", "De Waterbond werd in 1941 in het leven geroepen.", "1941"),
    ("en", "The Waterbond has been around since 1941.", "1941"),
    ("nl", "Halmstra, in 1962 begonnen als smederij, bouwt jachten.", "1962"),
    ("en", "Halmstra came into being in 1962.", "1962"),
    ("nl", "Halmstra zetelt in Sigtun.", "Sigtun"),
    ("en", "Halmstra is run from Sigtun.", "Sigtun"),
    ("nl", "Halmstra houdt kantoor in Sigtun.", "Sigtun"),
    ("en", "Halmstra has its seat in Sigtun.", "Sigtun"),
    ("nl", "Halmstra is een werkgever van 290 mensen.", "290"),
    ("en", "Some 290 people work at Halmstra.", "290"),
    ("nl", "Een kleine 290 mensen verdienen hun brood bij Halmstra.", "290"),
    ("en", "Halmstra provides jobs for 290 people.", "290"),
    ("nl", "Halmstra bedient 24 procent van de markt.", "24 procent"),
    ("en", "Halmstra commands 24 per cent of the market.", "24 per cent"),
    ("nl", "De overeenkomst met de Zilvermeerronde ging op 1 november 2024 in.", "1 november 2024"),
    ("en", "The agreement with the Zilvermeerronde took effect on 1 November 2024.", "1 November 2024"),
    ("nl", "De overeenkomst met de Zilvermeerronde geldt voor vier jaar.", "vier jaar"),
    ("en", "Signed for four years, the agreement with the Zilvermeerronde is new.", "four years"),
]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_is_said_of_another_thing_is_no_error(language, text):
    assert not alarms(check(text, language))


@pytest.mark.parametrize(("language", "text", "slip"), FOUND)
def test_what_an_organisation_is_said_to_be_is_judged(language, text, slip):
    assert [f.text for f in alarms(check(text, language)) if slip in f.text]
