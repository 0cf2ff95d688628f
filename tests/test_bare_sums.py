"""Amounts whose currency or unit only the words around them tell."""

from __future__ import annotations

import pytest
from small_base import alarms, check, marked

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
