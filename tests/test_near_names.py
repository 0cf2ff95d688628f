"""Full names that are nearly one of the base, and those that are somebody else's."""

from __future__ import annotations

import pytest
from small_base import alarms, check

from checker.report import Verdict


@pytest.mark.parametrize(
    ("language", "text", "wrong", "right"),
    [
        ("nl", "Volgens Iris Kuiper is het mooi.", "Iris Kuiper", "Iris Kuipers"),
        ("en", "According to Iris Kuiper it is good.", "Iris Kuiper", "Iris Kuipers"),
        ("nl", "Volgens Iris Kuiperij is het mooi.", "Iris Kuiperij", "Iris Kuipers"),
        ("en", "According to Iris Kuiperij it is good.", "Iris Kuiperij", "Iris Kuipers"),
        ("nl", "Volgens Nora Vellenga is het mooi.", "Nora Vellenga", "Nora Vellinga"),
        ("en", "According to Nora Vellynk it is good.", "Nora Vellynk", "Nora Vellinga"),
        ("nl", "De werf Halmtra Jachten bouwt.", "Halmtra Jachten", "Halmstra Jachten"),
        ("en", "The yard Halmara Jachten builds.", "Halmara Jachten", "Halmstra Jachten"),
    ],
)
def test_a_name_that_is_nearly_right_is_misspelled(language, text, wrong, right):
    (alarm,) = alarms(check(text, language))
    assert (alarm.verdict, alarm.text, alarm.expected) == (Verdict.MISSPELLED, wrong, right)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Volgens Iris Kuijtman is het mooi."),
        ("en", "According to Iris Kuijtman it is good."),
        ("nl", "Volgens Tine Kuiperij is het mooi."),
        ("en", "According to Tine Kuiperij it is good."),
        ("nl", "Iris Kuipers en Iris Kuiperij lachen."),
        ("en", "Iris Kuipers and Iris Kuiperij smile."),
        ("nl", "Iris Kuiperij lacht. Later won Iris Kuiperij."),
        ("en", "Iris Kuiperij smiles. Later Iris Kuiperij won."),
        ("nl", "De werf Zeewerf Jachten bouwt."),
        ("en", "The yard Holland Jachten builds."),
    ],
)
def test_a_name_that_may_be_somebody_elses_is_left_alone(language, text):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language))] == []
