"""Whom or what a sentence means that does not name it: a ticket of many, a compound, a pronoun, a route by its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.small_base import alarms, checker_of, document, marked

if TYPE_CHECKING:
    from checker.report import Finding

DAY = "2026-06-01"
VOCABULARY = """
properties:
  sailings: {type: count, label: {nl: afvaarten per week, en: sailings a week}, counts: {nl: [keer], en: [times]}}
  ordered: {type: count, label: {nl: bestelde toestellen, en: aircraft ordered}, cues: {nl: [bestelde, besteld], en: [bought, ordered, on order]}}
  suites: {type: count, label: {nl: suites, en: suites}}
"""
FACTS = """
alpha:
  type: company
  name: Alpha Ferries
  facts:
    headquarters: delft
    fleet:
      - {value: 14, where: {year: 2024}}
      - {value: 16, where: {year: 2025}}
    employees: 420
berg:
  type: company
  name: Berg Aviation
  facts: {headquarters: delft}
day-ticket:
  type: product
  name: {nl: dagkaart, en: day ticket}
  facts: {price: EUR 8.50}
season-ticket:
  type: product
  name: {nl: seizoenkaart, en: season ticket}
  facts: {price: EUR 64}
swift:
  type: product
  name: Swift 90
  facts: {ordered: 32, manufacturer: berg}
crossing:
  type: route
  name: Delft-Sigtun
  facts: {start_place: delft, finish_place: sigtun, sailings: 4, ticket_price: EUR 59}
hotel-acme:
  type: hotel
  name: Hotel Acme
  facts: {suites: 14, owner: alpha}
delft: {type: place, name: Delft}
sigtun: {type: place, name: Sigtun}
lemmer: {type: place, name: Lemmer}
"""

FOUND = [
    ("nl", "Een dagkaart kost ⟦9,50 euro⟧."),
    ("en", "A day ticket costs ⟦EUR 9.50⟧."),
    ("nl", "Nieuws van Alpha Ferries. Een dagkaart kost nu ⟦9,50 euro⟧."),
    ("en", "News from Alpha Ferries. A day ticket now sets you back ⟦EUR 9.50⟧."),
    ("nl", "Alpha Ferries verbouwt Hotel Acme. Het driesterrenhotel telt ⟦40⟧ suites."),
    ("en", "Alpha Ferries is rebuilding Hotel Acme. The three-star hotel has ⟦40⟧ suites."),
]
SILENT = [
    ("nl", "Alpha Ferries verbouwt Hotel Acme. Het zusterhotel telt 40 suites."),
    ("en", "Alpha Ferries is rebuilding Hotel Acme. The sister hotel has 40 suites."),
    ("nl", "Alpha Ferries verbouwt Hotel Acme, een stadshotel. Het strandhotel telt 40 suites."),
    ("en", "Alpha Ferries is rebuilding Hotel Acme. A beach hotel next door has 40 suites."),
    ("nl", "Alpha Ferries verbouwt Hotel Acme. Het strandhotel van Zeewerf telt 40 suites."),
    ("en", "Alpha Ferries is rebuilding Hotel Acme. The beach hotel of Zeewerf has 40 suites."),
    (
        "nl",
        "Alpha Ferries verbouwt dit jaar zowel het oude Hotel Acme als het nieuwe Hotel Zeewerf. Het driesterrenhotel telt 40 suites.",
    ),
    ("nl", "Alpha Ferries verbouwt Hotel Acme.\nHet strandhotel telt 40 suites."),
    ("nl", "Een dagkaart van Zeewerf kost 12 euro."),
    ("en", "A day ticket of Zeewerf costs EUR 12."),
    ("nl", "Een dagkaart voor kinderen kost 4 euro."),
    ("en", "A day ticket for children costs EUR 4."),
    ("nl", "Een dagkaart voor het pretpark kost 40 euro."),
    ("en", "A day ticket for the theme park costs EUR 40."),
    ("nl", "Een dagkaart kostte in 1990 nog 3 euro."),
    ("en", "A day ticket cost EUR 3 in 1990."),
    ("nl", "Een dagkaart wordt 1 euro duurder."),
    ("en", "A day ticket will cost EUR 1 more."),
    ("nl", "Een dagkaart en een broodje kosten samen 12 euro."),
    ("en", "A day ticket and a sandwich cost EUR 12 together."),
    ("nl", "Een dagkaart kost bij de concurrent 9,75 euro."),
    ("en", "A day ticket costs EUR 9.75 at its rival."),
    ("nl", "Een dagkaart in Parijs kost 12 euro."),
    ("en", "A day ticket in Paris costs EUR 12."),
    ("nl", "Een dagkaart kost in Parijs 12 euro."),
    ("en", "A day ticket costs EUR 12 in Paris."),
    ("nl", "Een dagkaart die op zaterdag geldt, kost 12 euro."),
    ("en", "A day ticket that is valid on Saturdays costs EUR 12."),
]


def _alarms(text: str, language: str) -> list[Finding]:
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


@pytest.mark.parametrize(("language", "text"), FOUND)
def test_found(language: str, text: str) -> None:
    """A wrong figure of what is meant is found."""
    plain, start, end = marked(text)
    hits = [f for f in _alarms(plain, language) if f.start < end and start < f.end]
    assert hits, text


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_silent(language: str, text: str) -> None:
    """What may be another one gives no alarm."""
    assert not _alarms(text, language), text
