"""What the trees learn from besides the corpus: right claims that chance alters, and fact bases with holes."""

from __future__ import annotations

import random

import pytest
from corpus.sown import altered, groups, right_figures, right_names, with_holes
from small_base import base, checker, document

TEXTS = {
    "nl": "Halmstra telt 240 medewerkers. De Zilvermeerronde 2025 begint op 3 juni 2025. Zdeněk Brandl uit Tsjechië doet mee.",
    "en": "Halmstra has 240 employees. The Zilvermeerronde 2025 starts on 3 June 2025. Zdeněk Brandl from Czechia takes part.",
}


def sown(language):
    """The right claims of a text, with the document."""
    source = document(TEXTS[language], language)
    known = checker().weighing(source)
    claims = (source, known.findings, known.scenes, TEXTS[language])
    return source, right_figures(*claims), right_names(*claims)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_right_claims_of_a_text_are_where_they_stand(language):
    _, figures, names = sown(language)
    told = {TEXTS[language][slice(*one.place)] for one in (*figures, *names)}
    assert {"240", {"nl": "3 juni 2025", "en": "3 June 2025"}[language]} <= told
    assert {"nl": "Tsjechië", "en": "Czechia"}[language] in told
    assert all(one.statements for one in (*figures, *names))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_right_figure_becomes_another_one_in_the_same_form(language, seed):
    source, figures, _ = sown(language)
    for figure in figures:
        right = TEXTS[language][slice(*figure.place)]
        text = altered(figure, base(), source, random.Random(seed))
        assert text is None or (text != right and not text.startswith("0"))
        assert text is None or text.count(" ") == right.count(" ")


def test_figures_that_are_altered_together_stand_apart():
    _, figures, _ = sown("en")
    assert [len(group) for group in groups(figures)] == [1] * len(figures)


@pytest.mark.parametrize("seed", range(5))
def test_a_fact_base_with_holes_only_lacks_what_the_whole_one_has(seed):
    poorer = with_holes(base(), random.Random(seed))
    assert {s.id for s in poorer.statements} < {s.id for s in base().statements}
    assert {s.property.id for s in poorer.statements} <= poorer.properties.keys()
    assert with_holes(base(), random.Random(seed)).statements == poorer.statements
