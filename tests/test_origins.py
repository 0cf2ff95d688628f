"""Where somebody or something is from: a wrong town or country, and what another place there does not contradict."""

from __future__ import annotations

import pytest
from small_base import alarms, check

from checker.report import Verdict

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
    ("nl", "Nora Vellinga, 37, een schippersdochter uit ⟦Sigtun⟧, wint.", "Lemmer"),
    ("en", "Nora Vellinga, 37, a young skipper from ⟦Sigtun⟧, wins.", "Lemmer"),
    ("nl", "Halmstra, een kleine werf uit ⟦Sigtun⟧, bouwt jachten.", "Lemmer"),
    ("en", "Halmstra, a small yard from ⟦Sigtun⟧, builds yachts.", "Lemmer"),
    ("nl", "Nora Vellinga wint. De 37-jarige uit ⟦Sigtun⟧ lacht.", "Lemmer"),
    ("en", "Nora Vellinga wins. The 37-year-old from ⟦Sigtun⟧ smiles.", "Lemmer"),
    ("nl", "Nora Vellinga wint. Daarna zwaaide de vrouw uit ⟦Sigtun⟧ naar de kade.", "Lemmer"),
    ("en", "Nora Vellinga wins. Later the woman from ⟦Sigtun⟧ waved at the quay.", "Lemmer"),
    ("nl", "Femke Roorda, 41 en uit ⟦Sigtun⟧, wil er niets over zeggen, niet vandaag.", "Lemmer"),
    ("en", "Femke Roorda, 41 and from ⟦Sigtun⟧, will not talk about it, not today.", "Lemmer"),
]

RIGHT = [
    ("nl", "Nora Vellinga, 37, een schippersdochter uit ⟦Lemmer⟧, wint."),
    ("en", "Nora Vellinga, 37, a young skipper from ⟦Lemmer⟧, wins."),
    ("nl", "Nora Vellinga wint. De 37-jarige uit ⟦Lemmer⟧ lacht."),
    ("en", "Nora Vellinga wins. The 37-year-old from ⟦Lemmer⟧ smiles."),
    ("nl", "Halmstra uit ⟦Lemmer⟧ bouwt jachten."),
    ("en", "Halmstra of ⟦Lemmer⟧ builds yachts."),
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
    ("nl", "Nora Vellinga, 37, een zeilster uit Joure, wint."),
    ("en", "Nora Vellinga, 37, a sailor from Joure, wins."),
    ("nl", "Nora Vellinga vaart met haar man, een schipper uit Sigtun."),
    ("en", "Nora Vellinga sails with her husband, a skipper from Sigtun."),
    ("nl", "Nora Vellinga, dochter van een schipper uit Sigtun, wint."),
    ("en", "Nora Vellinga, the daughter of a skipper from Sigtun, wins."),
    ("nl", "Nora Vellinga, een collega van een zeilster uit Sigtun, wint."),
    ("en", "Nora Vellinga, a colleague from Sigtun, wins."),
    ("nl", "Nora Vellinga wint. Een man uit Sigtun kijkt toe."),
    ("en", "Nora Vellinga wins. A man from Sigtun looks on."),
    ("nl", "Nora Vellinga klopt in de laatste meters Karel Dijkgraaf. De man uit Sigtun baalt."),
    ("en", "Nora Vellinga beats in the last metres Karel Dijkgraaf. The man from Sigtun is angry."),
    ("en", "Nora Vellinga wins. People from Sigtun cheer. A man from Sigtun waves."),
    ("nl", "Halmstra kreeg een order. De werf uit Sigtun greep ernaast."),
    ("en", "Halmstra won an order. The yard from Sigtun did not."),
]


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_a_wrong_town_is_found(language, text, right):
    start, end = text.index("⟦"), text.index("⟧") - 1
    (alarm,) = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert (alarm.start, alarm.end, alarm.expected) == (start, end, right)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_another_place_with_another_meaning_is_left_alone(language, text):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language))] == []


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_the_right_town_is_confirmed(language, text):
    start, end = text.index("⟦"), text.index("⟧") - 1
    report = check(text.replace("⟦", "").replace("⟧", ""), language)
    assert not alarms(report)
    assert (start, end) in [(f.start, f.end) for f in report.findings if f.verdict is Verdict.SUPPORTED]
