"""Lengths of time that a label alone names: what is caught by the words for the activity, and what stays silent."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

from checker.mentions.activities import activity_words, counted_unit
from checker.properties import Property

VOCABULARY = """
properties:
  crossing_time: {type: duration, label: {nl: vaartijd, en: crossing time}}
  charging_time: {type: duration, label: {nl: laadtijd, en: charging time}}
  battery_warranty: {type: duration, label: {nl: garantie op de accu, en: battery warranty}}
  safe_days: {type: count, label: {nl: dagen zonder ongeval, en: days without an accident}}
"""
WORLD = """
zwaluw:
  type: product
  name: Zwaluw
  facts:
    crossing_time: 55 minutes
    charging_time: 4 hours
    battery_warranty: 8 years
werf-oost:
  type: company
  name: Werf Oost
  facts:
    safe_days: 412
"""


def found(text, language):
    return alarms(checker_of(VOCABULARY, WORLD).check(document(text, language, "2026-06-01")))


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("nl", "Met de Zwaluw is het ⟦65 minuten⟧ varen.", "55 minuten"),
        ("en", "The Zwaluw crosses in ⟦45 minutes⟧.", "55 minutes"),
        ("nl", "De Zwaluw staat ⟦zes uur⟧ aan de lader.", "vier uur"),
        ("en", "The Zwaluw is recharged in ⟦six hours⟧.", "four hours"),
        ("nl", "Werf Oost telt nu ⟦421 dagen⟧ zonder ongeval.", "412 dagen"),
        ("en", "Werf Oost now counts ⟦421 days⟧ without an accident.", "412 days"),
    ],
)
def test_a_wrong_length_is_found_by_what_it_is_the_length_of(language, text, right):
    plain, start, end = marked(text)
    alarm = found(plain, language)
    assert [plain[f.start : f.end] for f in alarm] == [plain[start:end]]
    assert [r.text for f in alarm for r in f.repairs[:1]] == [right]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Met de Zwaluw is het 55 minuten varen."),
        ("en", "Werf Oost now counts 412 days without an accident."),
        # how often, another scale, a part, another time, a narrower label, another count
        ("nl", "De Zwaluw vaart elke 30 minuten."),
        ("nl", "De Zwaluw vaart om de 30 minuten."),
        ("en", "The Zwaluw sails every 30 minutes."),
        ("en", "The Zwaluw was sailing for three weeks."),
        ("en", "The Zwaluw charges in two hours to 80 percent."),
        ("nl", "De Zwaluw laadt in twee uur op tot 80 procent."),
        ("en", "In the 1960s the Zwaluw crossed in 90 minutes."),
        ("nl", "De Zwaluw heeft twee jaar garantie."),
        ("en", "The Zwaluw carries a two-year warranty."),
        ("en", "Werf Oost was closed for 20 days."),
        ("nl", "De Zwaluw voer 20 minuten later uit."),
    ],
)
def test_another_length_stays_silent(language, text):
    assert [(f.text, f.property) for f in found(text, language)] == []


def prop(kind, label):
    return Property(id="own", type=kind, label={"en": label})


def test_a_label_that_narrows_its_activity_has_none_of_its_words():
    assert "sails" in activity_words(prop("duration", "crossing time"), "en")
    assert not activity_words(prop("duration", "winter crossing time"), "en")
    assert not activity_words(prop("date", "crossing time"), "en")


@pytest.mark.parametrize(
    ("kind", "label", "unit"),
    [
        ("count", "days without an accident", "day"),
        ("count", "opening hours", "hour"),
        ("count", "holidaymakers", None),
        ("duration", "days", None),
    ],
)
def test_a_count_may_be_of_a_unit_of_time(kind, label, unit):
    assert counted_unit(prop(kind, label)) == unit
