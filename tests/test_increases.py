"""How much more or less than before, judged by two statements of the base."""

from __future__ import annotations

import pytest
from small_base import alarms, check, marked

from checker.report import Verdict

SLIPS = [
    ("nl", "Halmstra heeft 240 medewerkers, ⟦dertien⟧ meer dan vorig jaar.", "15"),
    ("en", "Halmstra has 240 employees, ⟦13⟧ more than last year.", "15"),
    ("nl", "Halmstra heeft 240 medewerkers, ⟦51⟧ meer dan een jaar geleden.", "15"),
    ("en", "Halmstra has 240 employees, ⟦51⟧ more than a year ago.", "15"),
    ("nl", "Halmstra haalde in 2024 een omzet van 48,3 miljoen euro, ⟦2,4 miljoen euro⟧ meer dan in 2023.", "4,2"),
    ("en", "Halmstra had a revenue of EUR 48.3 million in 2024, ⟦EUR 2.4 million⟧ more than in 2023.", "4.2"),
    ("en", "Halmstra had a revenue of EUR 48.3 million in 2024, ⟦19 percent⟧ more than in 2023.", "10"),
    ("nl", "Halmstra haalde in 2024 een omzet van 48,3 miljoen euro, ⟦19 procent⟧ meer dan een jaar eerder.", "10"),
]
TRUE = [
    ("nl", "Halmstra heeft 240 medewerkers, vijftien meer dan vorig jaar."),
    ("en", "Halmstra has 240 employees, 15 more than last year."),
    ("nl", "Halmstra haalde in 2024 een omzet van 48,3 miljoen euro, 4,2 miljoen euro meer dan in het jaar daarvoor."),
    ("en", "Halmstra had a revenue of EUR 48.3 million in 2024, EUR 4.3 million more than in 2023."),
    ("en", "Halmstra had a revenue of EUR 48.3 million in 2024, 9.5 percent more than in 2023."),
    ("en", "Halmstra had a revenue of EUR 48.3 million in 2024, 10 percent more than a year earlier."),
    # another one, another time, a time without a figure
    ("nl", "Halmstra heeft 240 medewerkers, 145 meer dan Okkema."),
    ("en", "Halmstra has 240 employees, 145 more than Okkema."),
    ("en", "Halmstra has 240 employees, 40 more than its rival."),
    ("nl", "Halmstra heeft 240 medewerkers, 40 meer dan de concurrent."),
    ("en", "Halmstra has 240 employees, 90 more than in 2019."),
    ("nl", "Halmstra heeft 240 medewerkers, 90 meer dan in 2019."),
    ("en", "Halmstra has 240 employees, 60 more than five years ago."),
    ("nl", "Halmstra heeft 240 medewerkers, 60 meer dan vijf jaar eerder."),
    ("en", "Halmstra has 240 employees, 20 more than planned."),
    ("nl", "Halmstra heeft 240 medewerkers, 20 meer dan verwacht."),
    ("en", "Halmstra has 240 employees and won four more races than last year."),
    ("en", "Halmstra has 240 employees, 8 more than ever before."),
    ("en", "Halmstra has 240 employees, 30 more at Okkema than last year."),
]


@pytest.mark.parametrize(("language", "text", "right"), SLIPS)
def test_a_wrong_difference_is_found_with_the_right_one(language, text, right):
    plain, start, end = marked(text)
    found = [f for f in alarms(check(plain, language, ui=language)) if f.start < end and start < f.end]
    assert [f.verdict for f in found] == [Verdict.CONTRADICTED]
    assert found[0].expected is not None
    assert right in found[0].expected


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_other_differences_raise_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in alarms(check(text, language))] == []


def test_the_finding_names_both_figures():
    found = alarms(check("Halmstra has 240 employees, 51 more than last year.", "en"))
    assert "from 225 to 240, a difference of 15" in found[0].explanation
    assert [repair.text for repair in found[0].repairs] == ["15"]
    assert len(found[0].evidence) == 2
