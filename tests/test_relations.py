"""Claims between names: who holds a role, who made what, where something is; and what explains another name there."""

from __future__ import annotations

import pytest
from small_base import alarms, base, check

from checker.report import Verdict


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.mark.parametrize(
    ("language", "text", "statement"),
    [
        ("nl", "De Falk 9 is gebouwd door Halmstra.", ("falk", "manufacturer")),
        ("en", "The Falk 9 was built by Halmstra.", ("falk", "manufacturer")),
        ("nl", "Halmstra is gevestigd in Lemmer.", ("halmstra", "headquarters")),
        ("en", "Halmstra is based in Lemmer.", ("halmstra", "headquarters")),
        ("nl", "Stuurman van Nora Vellinga is Zdeněk Brandl.", ("nora-vellinga", "sailing_master")),
        ("en", "Nora Vellinga's helmsman is Zdeněk Brandl.", ("nora-vellinga", "sailing_master")),
        ("nl", "Nora Vellinga werd geboren in Lemmer.", ("nora-vellinga", "birthplace")),
        ("en", "Nora Vellinga was born in Lemmer.", ("nora-vellinga", "birthplace")),
    ],
)
def test_a_relation_is_confirmed(language, text, statement):
    report = check(text, language)
    assert not alarms(report)
    assert statement in [(f.subject, f.property) for f in report.findings if f.verdict is Verdict.SUPPORTED]


@pytest.mark.parametrize(
    ("language", "text", "name", "right"),
    [
        ("nl", "De Falk 9 is gebouwd door Okkema.", "Okkema", "Halmstra Jachten"),
        ("en", "The Falk 9 was built by Okkema.", "Okkema", "Halmstra Jachten"),
        ("nl", "Halmstra is gevestigd in Sigtun.", "Sigtun", "Lemmer"),
        ("en", "Halmstra is based in Sigtun.", "Sigtun", "Lemmer"),
        (
            "nl",
            "Nora Vellinga vaart met stuurman Karel Dijkgraaf.",
            "Karel Dijkgraaf",
            "Zdeněk Brandl",
        ),
        ("en", "Nora Vellinga sails with helmsman Karel Dijkgraaf.", "Karel Dijkgraaf", "Zdeněk Brandl"),
        ("nl", "Nora Vellinga werd geboren in Sigtun.", "Sigtun", "Lemmer"),
        ("en", "Nora Vellinga was born in Sigtun.", "Sigtun", "Lemmer"),
    ],
)
def test_another_name_in_the_place_of_the_value_is_an_error(language, text, name, right):
    (alarm,) = alarms(check(text, language))
    assert (alarm.text, alarm.verdict, alarm.expected) == (name, Verdict.CONTRADICTED, right)
    assert [repair.text for repair in alarm.repairs] == [right]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De Falk 9 is niet gebouwd door Okkema."),
        ("en", "The Falk 9 was not built by Okkema."),
        ("nl", "De Falk 9 wordt misschien gebouwd door Okkema."),
        ("en", "The Falk 9 may be built by Okkema."),
        ("nl", "De vorige boot werd gebouwd door Okkema."),
        ("en", "The previous boat was built by Okkema."),
        ("nl", "Halmstra opent een hal in Sigtun."),
        ("en", "Halmstra opens a hall in Sigtun."),
        ("nl", "Nora Vellinga vaart met voormalig stuurman Karel Dijkgraaf."),
        ("en", "Nora Vellinga sails with former helmsman Karel Dijkgraaf."),
        ("nl", "Karel Dijkgraaf vaart met stuurman Niels Onrust."),
        ("en", "Karel Dijkgraaf sails with helmsman Niels Onrust."),
        ("nl", "De Falk 12 is gebouwd door Okkema."),
        ("en", "The Falk 12 was built by Okkema."),
        ("nl", "Halmstra werd verslagen door Okkema."),
        ("en", "Halmstra was beaten by Okkema."),
    ],
)
def test_another_name_with_another_meaning_is_left_alone(language, text):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language))] == []


def test_an_open_property_never_contradicts():
    assert base().properties["part_of"].open
    assert not alarms(check("De Zilvermeerronde 2025 is onderdeel van de Oosterbeker.", "nl"))
    assert not alarms(check("The Zilvermeerronde 2025 is part of the Oosterbeker.", "en"))
