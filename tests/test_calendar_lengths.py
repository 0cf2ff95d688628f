"""Lengths of time of which one is in months or years and the other in weeks or days."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  construction_time: {type: duration, label: {nl: bouwtijd, en: construction time}}
  renovation_time: {type: duration, label: {nl: duur van de verbouwing, en: renovation time}}
  waiting_time: {type: duration, label: {nl: wachttijd, en: waiting time}}
"""
FACTS = """
dokken:
  type: place
  name: Dokken
  facts: {opened: 2026-09-04, construction_time: 14 months, renovation_time: 26 months}
stella:
  type: product
  name: Stella
  facts: {waiting_time: 5 weeks}
"""
DAY = "2026-10-12"


def found(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Dokken is open. De bouw duurde ⟦veertien weken⟧."),
        ("en", "Dokken is open. Construction took ⟦fourteen weeks⟧."),
        ("nl", "Dokken is open. De verbouwing duurde ⟦26 weken⟧."),
        ("en", "The renovation of Dokken took ⟦26 weeks⟧."),
        ("nl", "De wachttijd voor de Stella is ⟦vijf maanden⟧."),
        ("en", "The waiting time for the Stella is ⟦five months⟧."),
    ],
)
def test_another_unit_of_the_calendar(language, text):
    plain, start, end = marked(text)
    assert [(f.start, f.end) for f in found(plain, language)] == [(start, end)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Dokken is open. De bouw duurde ongeveer zestig weken."),
        ("en", "Dokken is open. Construction took sixty weeks."),
        ("nl", "Dokken is open. De verbouwing van het dak duurde twee maanden."),
        ("en", "Dokken is open. The renovation of the roof took two months."),
        ("nl", "De wachttijd voor de Stella is ruim een maand."),
        ("en", "The waiting time for the Stella is over a month."),
        ("nl", "De wachttijd voor de Stella is niet langer dan zes maanden."),
        ("en", "Construction of Dokken stood still for two months."),
    ],
)
def test_what_may_be_as_long_raises_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in found(text, language)] == []
