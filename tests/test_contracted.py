"""Other agreements than the known one, permits that end nothing else, aims, and figures of the first days."""

from __future__ import annotations

import pytest

from tests.small_base import alarms, check

SILENT = [
    ("en", "The television deal of the Zilvermeerronde expires at the end of 2026."),
    ("nl", "De televisiedeal van de Zilvermeerronde loopt eind 2026 af."),
    ("nl", "De overeenkomst van Halmstra met de Havenhal loopt tot eind 2026."),
    ("en", "Halmstra's agreement with the Havenhal runs until the end of 2026."),
    ("nl", "Halmstra heeft een overeenkomst met Zeewerf tot 2026."),
    ("en", "The agreement can be ended early, until 1 January 2026."),
    ("en", "The agreement with the Zilvermeerronde can be ended early, until 1 January 2026."),
    ("nl", "De overeenkomst met de Zilvermeerronde kan tot 1 januari 2026 worden opgezegd."),
    ("en", "Okkema’s contract with the Zilvermeerronde expired in 2024."),
    ("nl", "Het contract van Okkema met de Zilvermeerronde liep in 2024 af."),
    ("en", "Okkema signed a deal with the Zilvermeerronde until 2027, with an option until 2030."),
    ("en", "The Zilvermeerronde has a deal until 2027, with an option until 2030."),
    ("nl", "De Zilvermeerronde heeft een deal tot 2027, met een optie tot 2030."),
    ("en", "Halmstra's collective labour agreement runs until 31 December 2026."),
    ("en", "The collective labour agreement of the Waterbond runs until 31 December 2026."),
    ("nl", "De cao van Halmstra loopt tot 31 december 2026."),
    ("en", "The yard is tied to the Zilvermeerronde until 2027."),
    ("nl", "De werf is tot 2027 aan de Zilvermeerronde verbonden."),
    ("en", "the Zilvermeerronde has a permit until 2028."),
    ("nl", "De Zilvermeerronde heeft een vergunning tot 2028."),
    ("en", "Halmstra's revenue doubled in ten years from EUR 24 million to EUR 48.3 million."),
    ("nl", "De omzet van Halmstra verdubbelde in tien jaar van 24 miljoen euro naar 48,3 miljoen euro."),
    ("en", "Halmstra has 240 employees. By 2030 it should be 320."),
    ("nl", "Halmstra heeft 240 medewerkers. In 2030 moeten het er 320 zijn."),
    ("nl", "Halmstra wil groeien. De omzet moet dan 60 miljoen euro zijn."),
    ("nl", "Halmstra wil in 2030 groter zijn. De omzet moet dan 60 miljoen euro zijn."),
    ("en", "Halmstra wants to grow by 2030. Revenue should then be EUR 60 million."),
    ("en", "Halmstra signed an agreement with the Zilvermeerronde. It replaces a one-year deal."),
    ("nl", "De overeenkomst met de Zilvermeerronde is getekend. Zij vervangt een eenjarige deal."),
    ("nl", "Halmstra sloot een overeenkomst met de Zilvermeerronde. Die vervangt een deal van een jaar."),
    ("en", "The Zilvermeerronde 2025 has a permit until 1 July 2025."),
    ("nl", "De Zilvermeerronde 2025 heeft een vergunning tot 1 juli 2025."),
    ("en", "The sponsor deal of the Zilvermeerronde 2025 ends on 31 December 2026."),
    ("nl", "Het sponsorcontract van de Zilvermeerronde 2025 loopt tot 31 december 2026."),
    ("nl", "De huur van de Havenhal loopt tot eind 2028."),
    ("en", "Brandl is under contract with Okkema until 2026."),
    ("en", "The agreement with the Zilvermeerronde can be extended until 2030."),
    ("nl", "De overeenkomst met de Zilvermeerronde kan tot 2030 worden verlengd."),
    ("en", "Besides the agreement with the Zilvermeerronde, Halmstra signed a contract for six years."),
    ("nl", "Naast de overeenkomst met de Zilvermeerronde tekende Halmstra een contract voor zes jaar."),
    ("en", "Halmstra will soon employ 320 people."),
    ("nl", "Halmstra zal 320 medewerkers tellen."),
    ("en", "Halmstra should have 320 employees by then."),
    ("nl", "Halmstra moet dan 320 medewerkers hebben."),
    ("en", "Halmstra had 40 employees in its first year."),
    ("nl", "Halmstra had bij de oprichting 40 medewerkers."),
    ("en", "Halmstra had 40 employees at the outset."),
    ("nl", "Halmstra had bij de start 40 medewerkers."),
    ("en", "Half of the revenue of Halmstra in 2024, EUR 24.1 million, came from abroad."),
    ("en", "Halmstra made EUR 12 million of its 2024 revenue abroad."),
    ("nl", "De helft van de opbrengst van de Waterbond, 5,5 miljoen euro, gaat naar boten."),
    ("en", "The union of the ferry crews has 3,200 members, the Waterbond more."),
    ("en", "The agreement with the Zilvermeerronde was concluded in September 2024."),
    ("nl", "De overeenkomst met de Zilvermeerronde werd in september 2024 gesloten."),
    ("en", "Halmstra earned EUR 4 million from the sale of a building in 2024."),
    ("nl", "Halmstra behaalde in 2024 een omzet van 4 miljoen euro op de verhuur."),
]

FOUND = [
    ("en", "The agreement with the Zilvermeerronde runs until 30 September 2028.", "30 September 2028"),
    ("nl", "De overeenkomst met de Zilvermeerronde loopt tot 30 september 2028.", "30 september 2028"),
    ("en", "The agreement between Halmstra and the Zilvermeerronde runs until September 2028.", "September 2028"),
    ("nl", "De overeenkomst tussen Halmstra en de Zilvermeerronde loopt tot september 2028.", "september 2028"),
    (
        "en",
        "Halmstra and the Zilvermeerronde work together. The agreement runs until 30 September 2028.",
        "30 September",
    ),
    ("nl", "Halmstra en de Zilvermeerronde werken samen. De overeenkomst loopt tot 30 september 2028.", "30 september"),
    ("en", "The Zilvermeerronde 2025 runs until 17 June 2025.", "17 June 2025"),
    ("nl", "De Zilvermeerronde 2025 loopt tot 17 juni 2025.", "17 juni 2025"),
    ("en", "Halmstra will train its 290 employees.", "290"),
    ("nl", "Halmstra heeft nu 290 medewerkers; het moeten er meer worden.", "290"),
    ("en", "At the start of 2025 Halmstra had 290 employees.", "290"),
]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_true_sentences_raise_no_alarm(language, text):
    assert not alarms(check(text, language))


@pytest.mark.parametrize(("language", "text", "slip"), FOUND)
def test_slips_beside_them_are_found(language, text, slip):
    assert [f.text for f in alarms(check(text, language)) if slip in f.text]
