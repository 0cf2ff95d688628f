"""Where somebody or something is from: a wrong town or country, and what another place there does not contradict."""

from __future__ import annotations

import pytest
from small_base import alarms, check

WRONG = [
    ("nl", "Nora Vellinga kreeg een boot door Halmstra uit ⟦Sigtun⟧.", "Lemmer"),
    ("en", "Nora Vellinga sails a boat by Halmstra of ⟦Sigtun⟧.", "Lemmer"),
    ("nl", "Halmstra uit ⟦Joure⟧ bouwt jachten.", "Lemmer"),
    ("en", "Halmstra, of ⟦Joure⟧, builds yachts.", "Lemmer"),
    ("nl", "Nora Vellinga zag haar geboorteplaats ⟦Sigtun⟧ terug.", "Lemmer"),
    ("en", "Nora Vellinga saw her native ⟦Sigtun⟧ again.", "Lemmer"),
    ("nl", "Femke Roorda komt op de fiets uit ⟦Joure⟧.", "Lemmer"),
    ("en", "Femke Roorda comes by bicycle from ⟦Joure⟧.", "Lemmer"),
    ("nl", "Femke Roorda, 41 en uit ⟦Joure⟧, lacht.", "Lemmer"),
    ("en", "Femke Roorda, 41, from ⟦Joure⟧, smiles.", "Lemmer"),
    ("nl", "Femke Roorda, die in ⟦Joure⟧ woont, lacht.", "Lemmer"),
    ("en", "Femke Roorda, who lives in ⟦Joure⟧, is the successor of somebody.", "Lemmer"),
    ("nl", "Nora Vellinga, die geboren is in ⟦Sigtun⟧, wint.", "Lemmer"),
    ("en", "Nora Vellinga, who was born in ⟦Joure⟧, wins.", "Lemmer"),
]

SILENT = [
    ("nl", "Halmstra uit Friesland bouwt jachten."),
    ("en", "Halmstra of Friesland builds yachts."),
    ("nl", "De fabriek van Halmstra uit Joure is dicht."),
    ("nl", "Een fan van Halmstra uit Joure is er."),
    ("nl", "Halmstra in Joure is dicht."),
    ("en", "Halmstra in Joure is closed."),
    ("nl", "Nora Vellinga uit Joure wint."),
    ("en", "Nora Vellinga from Joure wins."),
    ("nl", "Femke Roorda komt terug uit Joure."),
    ("en", "Femke Roorda comes straight from Joure."),
    ("nl", "Femke Roorda komt net uit Joure."),
    ("nl", "Femke Roorda zegt dat Karel Dijkgraaf uit Joure komt."),
    ("en", "Femke Roorda says that Karel Dijkgraaf comes from Joure."),
    ("nl", "Femke Roorda komt met een boot van Karel Dijkgraaf uit Joure."),
    ("en", "Femke Roorda comes with Karel Dijkgraaf from Joure."),
    ("nl", "Nora Vellinga, die in Lemmer geboren is, woont in Joure."),
    ("en", "Nora Vellinga, who was born in Lemmer, lives in Joure."),
    ("nl", "Femke Roorda komt uit Joure en Sneek."),
    ("en", "Femke Roorda comes from Joure and Sneek."),
    ("nl", "Nora Vellinga vaart van Lemmer uit Joure voorbij."),
    ("nl", "Femke Roorda werd geboren in Joure."),
    ("en", "Femke Roorda was born in Joure."),
]


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_a_wrong_town_is_found(language, text, right):
    start, end = text.index("⟦"), text.index("⟧") - 1
    (alarm,) = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert (alarm.start, alarm.end, alarm.expected) == (start, end, right)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_another_place_with_another_meaning_is_left_alone(language, text):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language))] == []
