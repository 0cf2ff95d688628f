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
    ("nl", "De 37-jarige directeur van Halmstra vertrekt."),
    ("en", "The 37-year-old Halmstra engineer won a prize."),
    ("en", "A two-year extension of the agreement with the Zilvermeerronde is possible."),
    ("en", "After a two-year trial the agreement with the Zilvermeerronde was signed."),
    ("en", "Halmstra made revenue of EUR 48.3 million in 2024, up 9.5 per cent."),
    ("en", "Halmstra made revenue of EUR 48.3 million in 2024, up 97 per cent on 2014."),
    ("en", "Halmstra made revenue of EUR 48.3 million in 2024, up 97 per cent in ten years."),
    ("en", "Halmstra made revenue of EUR 48.3 million in 2024, up 4 per cent in Sweden alone."),
    ("nl", "Halmstra boekte in 2024 een omzet van 48,3 miljoen euro, 6 procent meer dan begroot."),
    ("nl", "Zeven mensen hebben een klacht over Halmstra."),
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
    ("nl", "De 75 jaar oude werf Halmstra bouwt jachten.", "75 jaar"),
    ("en", "The 75-year-old boatbuilder Halmstra is hiring.", "75-year-old"),
    ("nl", "De vierjarige overeenkomst met de Zilvermeerronde is getekend.", "vierjarige"),
    ("en", "The four-year agreement with the Zilvermeerronde was signed in spring.", "four-year"),
    ("nl", "Halmstra boekte in 2024 een omzet van 48,3 miljoen euro, een stijging van 15 procent.", "15 procent"),
    ("en", "Halmstra made revenue of EUR 48.3 million in 2024, up 15 per cent.", "15 per cent"),
    ("en", "Revenue of Halmstra rose to EUR 48.3 million last year, from EUR 41.4 million in 2023.", "41.4 million"),
    ("en", "The 290-strong workforce of Halmstra will be trained.", "290"),
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
