"""The day of an event by what somebody does at it."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

FACTS = """
jan-berg: {type: person, name: Jan Berg, gender: male, facts: {born: 2001-11-30}}
ola-lund: {type: person, name: Ola Lund, gender: male, facts: {born: 1997-06-11}}
aker-ensemble: {type: team, name: Aker Ensemble}
aker-classic:
  type: event
  name: Aker Classic
  facts:
    date:
      - {value: 2025-09-28, where: {year: 2025}}
      - {value: 2026-09-27, where: {year: 2026}}
lake-festival:
  type: event
  name: {nl: Meerfestival, en: Lake Festival}
  facts: {start: 2026-09-18, end: 2026-09-22}
"""
DAY = "2026-10-12"


def found(text, language):
    return alarms(checker_of("properties: {}", FACTS).check(document(text, language, DAY)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Op ⟦20 september⟧ won Jan Berg de Aker Classic."),
        ("en", "On ⟦20 September⟧ Jan Berg won the Aker Classic."),
        ("nl", "Jan Berg startte op ⟦20 september⟧ in de Aker Classic."),
        ("en", "Jan Berg won the Aker Classic on ⟦20 September⟧."),
        ("en", "Jan Berg is glad. On the ⟦last Saturday of September⟧, he won the Aker Classic."),
        ("nl", "Het Aker Ensemble speelde op ⟦26 september⟧ op het Meerfestival."),
        ("en", "Aker Ensemble performed at the Lake Festival on ⟦26 September⟧."),
    ],
)
def test_another_day_than_that_of_the_event(language, text):
    plain, start, end = marked(text)
    assert [(f.start, f.end) for f in found(plain, language)] == [(start, end)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Op 27 september won Jan Berg de Aker Classic."),
        ("en", "On the last Sunday of September he won the Aker Classic."),
        ("en", "Jan Berg won the Aker Classic on 28 September 2025."),
        ("nl", "Op 20 september won Jan Berg een startplek voor de Aker Classic."),
        ("en", "On 20 September Jan Berg won the qualifier for the Aker Classic."),
        ("nl", "Op 20 september reed Jan Berg het parcours van de Aker Classic."),
        ("en", "On 20 September Jan Berg rode the Aker Classic course."),
        ("nl", "Op 20 september start de kaartverkoop van de Aker Classic."),
        ("en", "On 20 September Jan Berg won in Oslo; the Aker Classic came later."),
        ("en", "On 20 September Jan Berg won a race, and he starts in the Aker Classic."),
        ("nl", "Jan Berg won de Aker Classic en vertrok op 30 september."),
        ("en", "Jan Berg won the Aker Classic and flew home on 30 September."),
        ("en", "Aker Ensemble performed at the Lake Festival on 20 September."),
        ("nl", "Tot 20 september kan Jan Berg zich inschrijven voor de Aker Classic."),
        ("en", "On 20 June Jan Berg won the Aker Classic for juniors."),
        ("en", "Jan Berg, who won the Aker Classic, plays golf on 20 September."),
    ],
)
def test_silence_about_other_days(language, text):
    assert [(f.text, f.explanation) for f in found(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Op 27 september 2026, een ⟦zaterdag⟧, was het druk."),
        ("en", "On 27 September 2026, a ⟦Saturday⟧, it was busy."),
        ("nl", "Op 27 september, een ⟦zaterdag⟧, was het druk."),
    ],
)
def test_a_weekday_behind_its_date(language, text):
    plain, start, end = marked(text)
    assert [(f.start, f.end) for f in found(plain, language)] == [(start, end)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Op 27 september 2026, een zondag, was het druk."),
        ("en", "On 27 September 2026, a Sunday, it was busy."),
        ("en", "On 27 September 2026, a Saturday paper wrote about it."),
    ],
)
def test_a_right_weekday_behind_its_date(language, text):
    assert found(text, language) == []
