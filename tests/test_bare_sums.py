"""Amounts whose currency or unit only the words around them tell."""

from __future__ import annotations

import pytest
from small_base import alarms, check, checker_of, document, marked

SLIPS = [
    ("nl", "De omzet van Halmstra kwam in 2024 uit op ⟦84,3 miljoen⟧."),
    ("en", "In 2024 the revenue of Halmstra came to ⟦84.3 million⟧."),
    ("en", "In 2024 Halmstra posted a revenue of ⟦84.3 million⟧."),
    ("en", "The Falk 9 weighs ⟦2,350 pounds⟧."),
    ("en", "The Falk 9 has a weight of ⟦2,350 pounds⟧."),
]
TRUE = [
    ("nl", "De omzet van Halmstra kwam in 2024 uit op 48,3 miljoen."),
    ("en", "In 2024 the revenue of Halmstra came to 48.3 million."),
    ("en", "The Falk 9 weighs 5,181 pounds."),
    ("en", "In 2024 the campaign of Halmstra reached 12 million people."),
    ("nl", "De omzet van Halmstra steeg in 2024, en een filmpje haalde 12 miljoen views."),
    ("en", "Revenue apart, Halmstra was seen 12 million times in 2024."),
    ("en", "The Falk 9 weighs more than its rival; a weight in the keel costs 900 pounds."),
    ("en", "A berth for the Falk 9 costs 300 pounds a year."),
]


@pytest.mark.parametrize(("language", "text"), SLIPS)
def test_a_wrong_amount_is_found(language, text):
    plain, start, end = marked(text)
    assert any(f.start < end and start < f.end for f in alarms(check(plain, language)))


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_a_true_amount_or_another_number_raises_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in alarms(check(text, language))] == []


VOCABULARY = """
properties:
  insured_value: {type: money, label: {nl: verzekerde waarde, en: insured value}}
  nature: {type: money, label: {nl: natuurbudget, en: budget for nature}}
"""
FACTS = """
lichtveld:
  type: organisation
  name: Lichtveld
  facts:
    nature: EUR 18 million
    insured_value: EUR 46 million
dijkhal:
  type: project
  name: Dijkhal
  facts: {investment: EUR 27.4 million}
"""
OWN_SLIPS = [
    ("nl", "Lichtveld is groot. Lichtveld is verzekerd voor ⟦56 miljoen⟧."),
    ("en", "Lichtveld is large. Lichtveld is insured for ⟦56 million⟧."),
    ("nl", "Lichtveld is groot. Er is ⟦28 miljoen⟧ voor de natuur."),
    ("en", "Lichtveld is large. There is ⟦28 million⟧ for nature."),
    ("nl", "De Dijkhal is af. Kosten: ⟦37,4 miljoen⟧."),
    ("en", "The Dijkhal is ready. Cost: ⟦37.4 million⟧."),
]
OWN_TRUE = [
    ("nl", "Lichtveld is groot. Er is 18 miljoen voor de natuur."),
    ("en", "Lichtveld is large. There is 3 million for the nature reserve next door."),
    ("nl", "Lichtveld is groot. Er is 28 miljoen voor nieuwbouw."),
    ("nl", "Lichtveld is groot. Daar kwamen 28 miljoen mensen voor de natuur."),
    ("en", "Lichtveld is large. It drew 28 million visitors for nature."),
    ("en", "Lichtveld is large. The museum next door is insured for 56 million."),
    ("nl", "De Dijkhal is af. Kosten van de brug: 3 miljoen."),
    ("en", "The Dijkhal is ready. Cost of the bridge: 3 million."),
]


def own(text, language):
    return checker_of(VOCABULARY, FACTS).check(document(text, language, "2026-06-01"))


@pytest.mark.parametrize(("language", "text"), OWN_SLIPS)
def test_a_sum_behind_a_colon_or_for_something(language, text):
    plain, start, end = marked(text)
    assert [(f.start, f.end) for f in alarms(own(plain, language))] == [(start, end)]


@pytest.mark.parametrize(("language", "text"), OWN_TRUE)
def test_a_sum_for_something_else(language, text):
    assert [(f.text, f.explanation) for f in alarms(own(text, language))] == []
