"""In which town a building is said to lie, and what says nothing of that."""

from __future__ import annotations

import pytest
from small_base import alarms, check


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De start is bij de Havenhal in ⟦Sigtun⟧."),
        ("en", "The start is at the Havenhal in ⟦Sigtun⟧."),
        ("nl", "De Havenhal in ⟦Londen⟧ is open."),
        ("en", "The Havenhal in ⟦Copenhagen⟧ is open."),
    ],
)
def test_a_building_in_another_town_is_found(language, text):
    start, end = text.index("⟦"), text.index("⟧") - 1
    found = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert [(a.start, a.end, a.subject, a.expected) for a in found] == [(start, end, "havenhal", "Lemmer")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De start is bij de Havenhal in Lemmer."),
        ("en", "The start is at the Havenhal in Lemmer."),
        ("nl", "De Havenhal in Friesland is open."),
        ("en", "The Havenhal in Friesland is open."),
        ("nl", "De Havenhal in Nederland is open."),
        ("en", "The Havenhal in the old Kerkwijk is open."),
        ("nl", "De Havenhal in Kerkwijk is open."),
        ("nl", "Halmstra in Sigtun is dicht."),
        ("en", "Halmstra in Sigtun is closed."),
        ("en", "Nora Vellinga left the Havenhal for Sigtun."),
        ("nl", "De Havenhal nabij Sigtun is open."),
        ("en", "The Havenhal near Sigtun is open."),
        ("en", "Nora Vellinga saw the Havenhal in Sigtun and Lemmer."),
    ],
)
def test_a_building_elsewhere_may_be_right(language, text):
    assert [alarm.text for alarm in alarms(check(text, language))] == []
