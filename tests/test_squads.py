"""Other squads of a club, and other routes than that of an event: what is said of them is said of nobody known."""

from __future__ import annotations

import pytest
from small_base import alarms, check, document

from checker.factbase.load import load_facts
from checker.pipeline import Checker

CLUB = """
osterhaven:
  type: team
  name: VC Osterhaven
  aliases: [Osterhaven]
  facts:
    members: {value: 310, valid: 2025-01-01/..}
    result: {value: 2, where: {season: 2024/2025}}
"""


@pytest.fixture(scope="module")
def club(tmp_path_factory):
    folder = tmp_path_factory.mktemp("club")
    (folder / "club.yaml").write_text(CLUB, encoding="utf-8")
    return Checker(load_facts(str(folder)))


def wrong(club, language, text):
    return [finding.text for finding in alarms(club.check(document(text, language, "2025-05-20")))]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "VC Osterhaven is dit seizoen als zevende geëindigd.", ["als zevende"]),
        ("en", "VC Osterhaven finished seventh this season.", ["seventh"]),
        ("nl", "VC Osterhaven is tevreden; de mannen zijn dit seizoen als zevende geëindigd.", []),
        ("en", "VC Osterhaven is pleased; the men finished seventh this season.", []),
        ("nl", "VC Osterhaven is tevreden; het jeugdteam is dit seizoen als zevende geëindigd.", []),
        ("en", "VC Osterhaven's men finished seventh this season.", []),
        ("nl", "Dankzij de jeugd is VC Osterhaven dit seizoen als zevende geëindigd.", ["als zevende"]),
    ],
)
def test_what_another_squad_did_is_not_what_the_club_did(club, language, text, found):
    assert wrong(club, language, text) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "VC Osterhaven heeft 310 leden, van wie de helft jonger is dan achttien."),
        ("en", "VC Osterhaven has 310 members, half of whom are younger than eighteen."),
    ],
)
def test_an_age_to_compare_with_is_no_earlier_figure(club, language, text):
    assert wrong(club, language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "De Zilvermeerronde 2025 gaat van Sigtun naar Lemmer.", ["Sigtun", "Lemmer"]),
        ("en", "The Zilvermeerronde 2025 goes from Lemmer to Joure.", ["Joure"]),
        ("nl", "De Zilvermeerronde 2025 gaat van Joure naar Kampen.", ["Joure", "Kampen"]),
        ("nl", "De langste etappe van de Zilvermeerronde 2025 gaat van Joure naar Kampen.", []),
        ("en", "The first leg of the Zilvermeerronde 2025 goes from Lemmer to Joure.", []),
    ],
)
def test_a_route_between_other_places_is_another_route(language, text, found):
    assert [finding.text for finding in alarms(check(text, language))] == found
