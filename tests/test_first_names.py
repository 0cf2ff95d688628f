"""A surname of the base behind another first name: somebody else, unless what is said of that person tells better."""

from __future__ import annotations

import pytest
from small_base import check

from checker.report import Verdict


def wrong_names(text, language):
    return [(f.text, f.expected) for f in check(text, language).findings if f.verdict is Verdict.MISSPELLED]


@pytest.mark.parametrize(
    ("language", "text", "claimed"),
    [
        ("nl", "Ook Petra Vellinga, op 14 maart 1988 geboren in Lemmer, doet mee.", "Petra Vellinga"),
        ("en", "Also there is Petra Vellinga, who was born in Lemmer on 14 March 1988.", "Petra Vellinga"),
        ("nl", "In 2024 werd Wietske Vellinga eerste in de soloklasse van de Zilvermeerronde.", "Wietske Vellinga"),
        ("en", "In 2024 Wilma Vellinga came first in the solo class of the Zilvermeerronde.", "Wilma Vellinga"),
    ],
)
def test_who_is_told_rightly_of_but_for_the_first_name_is_misnamed(language, text, claimed):
    assert wrong_names(text, language) == [(claimed, "Nora Vellinga")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Ook Petra Vellinga doet mee."),
        ("en", "We also met Petra Vellinga."),
        ("nl", "Haar zus Petra Vellinga is in Lemmer geboren."),
        ("en", "Her sister Petra Vellinga was born in Lemmer."),
        ("nl", "Ook Nora Vellinga, op 14 maart 1988 geboren in Lemmer, doet mee."),
        ("en", "Also there is Nora Vellinga, who was born in Lemmer on 14 March 1988."),
    ],
)
def test_another_first_name_alone_is_somebody_else(language, text):
    assert wrong_names(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Volgens Irma Kuipers groeit Halmstra.", [("Irma Kuipers", "Iris Kuipers")]),
        ("en", "According to Irma Kuipers, Halmstra is growing.", [("Irma Kuipers", "Iris Kuipers")]),
        ("nl", "Volgens Petra Kuipers groeit Halmstra.", []),
        ("en", "According to Petra Kuipers, Halmstra is growing.", []),
        ("nl", "Volgens Irma Kuipers groeit Halmstra. Iris Kuipers zweeg.", []),
        ("en", "According to Irma Kuipers, Halmstra is growing. Iris Kuipers kept silent.", []),
        ("nl", "Dankzij vrijwilliger Ilse Kuipers kon de jachthaven open.", []),
        ("en", "According to Ingrid Kuipers of the fire brigade, the harbour is safe.", []),
        ("nl", "Irma Kuipers is haar zus.", []),
        ("en", "Irma Kuipers is her sister.", []),
        ("nl", "Ing. Kuipers is blij.", []),
        ("en", "Inspector Kuipers is pleased.", []),
    ],
)
def test_a_first_name_that_begins_alike_is_a_slip_where_no_family_is_spoken_of(language, text, found):
    assert wrong_names(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Volgens Iris Kuipman groeit de stad nog elk jaar een beetje.", [("Iris Kuipman", "Iris Kuipers")]),
        (
            "en",
            "According to Iris Kuipman, the town is still growing a little every year.",
            [("Iris Kuipman", "Iris Kuipers")],
        ),
        (
            "en",
            "According to Iris Schuipers, the town is still growing a little every year.",
            [("Iris Schuipers", "Iris Kuipers")],
        ),
        ("nl", "Volgens Iris Jansen groeit de stad nog elk jaar een beetje.", []),
        ("en", "According to Iris Jansen, the town is still growing a little every year.", []),
        ("nl", "Iris Kuipers en Iris Kuipman zwegen de hele avond over de plannen.", []),
        ("en", "Iris Kuipers and Iris Kuipman kept silent about the plans all evening.", []),
    ],
)
def test_a_surname_like_that_of_the_only_one_of_a_first_name_is_a_slip(language, text, found):
    assert wrong_names(text, language) == found
