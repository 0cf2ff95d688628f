"""Names in a value's place: after a cue, as what somebody is said to be, known or unknown; and what explains them."""

from __future__ import annotations

import pytest
from small_base import alarms, check

WRONG = [
    ("nl", "De Falk 9 is gebouwd door ⟦Zeewerf⟧.", "Halmstra Jachten"),
    ("en", "The Falk 9 was built by ⟦Zeewerf⟧.", "Halmstra Jachten"),
    ("nl", "De fabrikant van de Falk 9 is ⟦Okkema⟧.", "Halmstra Jachten"),
    ("en", "The manufacturer of the Falk 9 is ⟦Okkema⟧.", "Halmstra Jachten"),
    ("nl", "De fabrikant van de Falk 9 is ⟦Zeewerf⟧.", "Halmstra Jachten"),
    ("en", "The Falk 9's manufacturer is ⟦Zeewerf⟧.", "Halmstra Jachten"),
    ("nl", "⟦Okkema⟧ is de fabrikant van de Falk 9.", "Halmstra Jachten"),
    ("en", "⟦Okkema⟧ is the manufacturer of the Falk 9.", "Halmstra Jachten"),
    (
        "nl",
        "De stuurman van Nora Vellinga is de Duitse ⟦Karel Dijkgraaf⟧, die altijd goede zin heeft.",
        "Zdeněk Brandl",
    ),
    ("en", "The helmsman of Nora Vellinga is the German ⟦Karel Dijkgraaf⟧, who always keeps calm.", "Zdeněk Brandl"),
    ("nl", "Nora Vellinga vaart met stuurman ⟦Iris Kuipers⟧.", "Zdeněk Brandl"),
    ("en", "Nora Vellinga sails with helmsman ⟦Iris Kuipers⟧.", "Zdeněk Brandl"),
]

SILENT = [
    ("nl", "Het interieur van de Falk 9 is gebouwd door Zeewerf."),
    ("en", "The interior of the Falk 9 was built by Zeewerf."),
    ("nl", "De Falk 9 is gebouwd door Halmstra en Zeewerf."),
    ("en", "The Falk 9 was built by Halmstra and Zeewerf."),
    ("nl", "Een fabrikant van boten als de Falk 9 is Okkema."),
    ("en", "A manufacturer of boats is Okkema."),
    ("nl", "De fabrikant van de motor is Okkema."),
    ("en", "The manufacturer of the engine is Okkema."),
    ("nl", "De fabrikant van de Falk 9 was Okkema."),
    ("en", "The manufacturer of the Falk 9 was Okkema."),
    ("nl", "Okkema is fabrikant van andere boten dan de Falk 9."),
    ("en", "The rival of the manufacturer of the Falk 9 is Okkema."),
    ("nl", "De stuurmannen van Nora Vellinga is Karel Dijkgraaf beu."),
    ("nl", "De vorige stuurman van Nora Vellinga is Karel Dijkgraaf."),
    ("en", "The former helmsman of Nora Vellinga is Karel Dijkgraaf."),
    ("nl", "De partner van Halmstra is Okkema."),
    ("en", "A partner of Halmstra is Okkema."),
]


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_a_wrong_name_in_a_values_place_is_found(language, text, right):
    start, end = text.index("⟦"), text.index("⟧") - 1
    (alarm,) = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert (alarm.start, alarm.end, alarm.expected) == (start, end, right)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_another_name_with_another_meaning_is_left_alone(language, text):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language))] == []
