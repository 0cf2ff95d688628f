"""Words that say a value by themselves: what they imply, and that they only ever support."""

from __future__ import annotations

import pytest
from small_base import alarms, base, check, scenes

from checker.claims.implied import Implied
from checker.report import Verdict


def implied(text, language):
    found = [item for scene in scenes(text, language) for item in Implied(base(), language).find(scene)]
    return sorted({(name, mention.value.text, int(mention.value.number)) for name, mention in found})


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("nl", "Nora Vellinga is de winnaar.", "winnaar"),
        ("nl", "Nora Vellinga won gisteren.", "won"),
        ("nl", "Het is haar overwinning.", "overwinning"),
        ("nl", "Zij behaalde een eindoverwinning.", "eindoverwinning"),
        ("en", "Nora Vellinga is the winner.", "winner"),
        ("en", "Nora Vellinga won yesterday.", "won"),
        ("en", "It was her triumph.", "triumph"),
    ],
)
def test_a_word_implies_a_first_place(language, text, word):
    assert implied(text, language) == [("result", word, 1)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Nora Vellinga werd tweede."),
        ("en", "Nora Vellinga came second."),
        ("nl", "De gewone dag."),
        ("en", "A wonder."),
    ],
)
def test_other_words_imply_nothing(language, text):
    assert implied(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "In 2023 eindigde Nora Vellinga als winnaar."),
        ("en", "In 2023 Nora Vellinga finished as the winner."),
        ("nl", "Nora Vellinga werd in 2022 de winnaar."),
        ("en", "Nora Vellinga was the winner in 2022."),
    ],
)
def test_an_implied_value_never_contradicts(language, text):
    assert alarms(check(text, language)) == []
    assert not [f for f in check(text, language).findings if f.verdict is Verdict.SUPPORTED and f.property == "result"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "Nora Vellinga werd in 2024 winnaar."), ("en", "Nora Vellinga finished as the winner in 2024.")],
)
def test_an_implied_value_supports(language, text):
    found = check(text, language).findings
    assert [(f.property, f.verdict) for f in found] == [("result", Verdict.SUPPORTED)]
