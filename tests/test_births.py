"""Where somebody was born whom the sentence does not name, and what says nothing of that."""

from __future__ import annotations

import pytest
from small_base import alarms, check

WRONG = [
    ("nl", "Nora Vellinga won. De zeilster (37), geboren in ⟦Sigtun⟧, lachte."),
    ("en", "Nora Vellinga won. The sailor (37), born in ⟦Sigtun⟧, smiled."),
    ("nl", "Nora Vellinga won. Ze is 37 en geboren in ⟦Joure⟧."),
    ("en", "Nora Vellinga won. The 37-year-old Dutchwoman, who was born in ⟦Joure⟧, smiled."),
    ("en", "Zdeněk Brandl lost to Nora Vellinga. The 37-year-old was born in ⟦Joure⟧."),
]

SILENT = [
    ("nl", "Nora Vellinga won. De zeilster (37), geboren in Lemmer, lachte."),
    ("en", "Nora Vellinga won. The sailor (37), born in Lemmer, smiled."),
    ("nl", "Nora Vellinga won. De zeilster (24), geboren in Sigtun, werd tweede."),
    ("en", "Nora Vellinga won. The sailor (24), born in Sigtun, came second."),
    ("nl", "Nora Vellinga won. Haar moeder (61), geboren in Sigtun, lachte."),
    ("en", "Nora Vellinga won. Her mother, 61 and born in Sigtun, smiled."),
    ("nl", "Nora Vellinga versloeg Tor Lie. De zeiler (37), geboren in Sigtun, lachte."),
    ("en", "Nora Vellinga beat Tor Lie. The sailor (37), born in Sigtun, smiled."),
    ("nl", "Nora Vellinga won. De gedachte is geboren in Sigtun."),
    ("en", "Nora Vellinga won. The idea was born in Sigtun."),
    ("nl", "Nora Vellinga won. De zeilster (37), geboren in Friesland, lachte."),
    ("en", "Nora Vellinga won. The 37-year-old Norwegian, born in Sigtun, came second."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_wrong_birthplace_of_an_unnamed_person_is_found(language, text):
    start, end = text.index("⟦"), text.index("⟧") - 1
    found = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert [(a.start, a.end, a.subject, a.expected) for a in found] == [(start, end, "nora-vellinga", "Lemmer")]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_birthplace_that_may_be_right_is_left_alone(language, text):
    found = alarms(check(text, language))
    assert [alarm.text for alarm in found if alarm.property == "birthplace"] == []


def test_the_birthplace_of_somebody_else_does_not_make_it_right():
    text = "Femke Roorda keek toe. Nora Vellinga won. De zeilster (37), geboren in Sigtun, lachte."
    supported = [f for f in check(text, "nl").findings if f.property == "birthplace" and f.verdict.value == "supported"]
    assert supported == []


def test_the_right_birthplace_says_whose_wrong_age_it_is():
    (alarm,) = alarms(check("Nora Vellinga won. De zeilster is 34 en geboren in Lemmer.", "nl"))
    assert (alarm.text, alarm.subject, alarm.property) == ("34", "nora-vellinga", "born")
