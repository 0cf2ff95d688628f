"""What the fitted trees see of a figure: how it is written, in what phrase it stands and what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import checker, document

from checker.likelihood.shapes import _numbers

EMPLOYEES = "halmstra.employees.3"


def seen(text, language, wanted):
    start, end = text.index("⟦"), text.index("⟧") - 1
    weighing = checker().weighing(document(text.replace("⟦", "").replace("⟧", ""), language))
    found = {
        candidate.statement.id: candidate.features
        for scene in weighing.scenes
        for mention in scene.values
        if mention.start < end and start < mention.end
        for candidate in weighing.figures.slips(scene, mention)
    }
    return found[wanted]


@pytest.mark.parametrize(
    ("language", "text", "wanted", "features"),
    [
        # the base has 262 employees, and 12 starts of Nora Vellinga
        ("nl", "Halmstra heeft ⟦226⟧ medewerkers.", EMPLOYEES, {"digits in another order": 1, "digits apart": 2}),
        ("en", "Halmstra has ⟦622⟧ employees.", EMPLOYEES, {"digits in another order": 1, "last digit alike": 1}),
        ("nl", "Halmstra heeft ⟦263⟧ medewerkers.", EMPLOYEES, {"one apart": 1, "more": 1, "digits alike": 2}),
        ("en", "Halmstra has ⟦26⟧ employees.", EMPLOYEES, {"other length": 1, "less": 1, "noughts of base": 0}),
        ("nl", "Nora Vellinga kwam dertien keer; de ⟦dertien⟧ starts staan.", "nora-vellinga.starts", {"in words": 1}),
        ("nl", "Bij Halmstra werken de ⟦250⟧ medewerkers.", EMPLOYEES, {"behind an article": 1, "behind a verb": 0}),
        ("en", "Halmstra needs its ⟦250⟧ employees.", EMPLOYEES, {"behind a possessive": 1, "closes the clause": 0}),
        ("en", "Halmstra pays staff (⟦250⟧ employees).", EMPLOYEES, {"in brackets": 1, "subject before": 1}),
        ("nl", "⟦250⟧ medewerkers telt Halmstra.", EMPLOYEES, {"opens the sentence": 1, "subject behind": 1}),
        (
            "en",
            "Halmstra, with Okkema, has ⟦250⟧ employees.",
            EMPLOYEES,
            {"commas to subject": 2, "names to subject": 1},
        ),
        (
            "nl",
            "De Havenhal is er sinds ⟦12 mei 2019⟧.",
            "havenhal.opened",
            {"same year": 1, "same month": 0, "same day": 1},
        ),
        ("en", "The Havenhal opened on ⟦12 May 2019⟧.", "havenhal.opened", {"later than base": 1, "parts apart": 1}),
    ],
)
def test_a_figure_is_seen_as_it_stands(language, text, wanted, features):
    found = seen(text, language, wanted)
    assert {name: float(found.get(name, 0)) for name in features} == features


def test_what_a_text_gives_rightly_counts_for_the_rest_of_it():
    alone = seen("Halmstra has ⟦250⟧ employees.", "en", EMPLOYEES)
    beside = seen("Halmstra, founded in 1952, has ⟦250⟧ employees.", "en", EMPLOYEES)
    assert alone["share told"] == alone["share right here"] == 0
    assert 0 < beside["share told"] < 1
    assert beside["share right here"] == 0.5


@given(st.decimals(1, 10**6, places=0), st.decimals(1, 10**6, places=0))
def test_digits_are_alike_both_ways(one, other):
    there, back = _numbers(one, other), _numbers(other, one)
    for name in ("digits alike", "digits apart", "digits in another order", "first digit alike", "other length"):
        assert there.get(name) == back.get(name)
    assert (there["noughts"], there["decimals"]) == (back["noughts of base"], back["decimals of base"])
