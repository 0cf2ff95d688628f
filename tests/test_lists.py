"""Lists against the sets of a base: colours, countries, people; a member swapped, one too many, a part of it."""

from __future__ import annotations

import pytest
from small_base import document

from checker.factbase.load import load_facts
from checker.pipeline import Checker
from checker.report import Verdict

FACTS = """
alma:
  type: product
  name: Alma
  facts:
    colours: {value: [{nl: okergeel, en: ochre}, {nl: notenbruin, en: walnut brown}, {nl: nachtblauw, en: midnight blue}]}
berit:
  type: product
  name: Berit
  facts:
    colours: {value: [{nl: okergeel, en: ochre}, {nl: mosgroen, en: moss green}, {nl: nachtblauw, en: midnight blue}]}
veerhuis:
  type: company
  name: Veerhuis
  facts:
    markets: {value: [netherlands, norway, estonia]}
    founders: {value: [ada-wols, ben-tuin, cor-riem]}
ada-wols: {type: person, name: Ada Wols}
ben-tuin: {type: person, name: Ben Tuin}
cor-riem: {type: person, name: Cor Riem}
"""
VOCABULARY = """
properties:
  markets: {type: set, label: {nl: landen, en: countries}, cues: {nl: [actief in], en: [active in]}}
  founders: {type: set, label: {nl: oprichters, en: founders}}
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("facts")
    (folder / "things.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    return load_facts(str(folder))


def findings(base, text, language):
    report = Checker(base).check(document(text, language))
    return [f for f in report.findings if f.property in ("colours", "markets", "founders")]


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("nl", "De kleuren van de Alma zijn okergeel, notenbruin en ⟦koraalrood⟧.", "nachtblauw"),
        ("en", "The colours of the Alma are ochre, walnut brown and ⟦coral red⟧.", "midnight blue"),
        ("nl", "De kleuren van de Alma zijn ⟦koraalrood⟧, notenbruin en nachtblauw.", "okergeel"),
        ("en", "The colours of the Alma are ochre, ⟦coral red⟧, and midnight blue.", "walnut brown"),
        ("nl", "Veerhuis is actief in Nederland, ⟦Zweden⟧ en Estland.", "Noorwegen"),
        ("en", "Veerhuis is active in the Netherlands, ⟦Sweden⟧ and Estonia.", "Norway"),
        ("nl", "De oprichters van Veerhuis zijn Ada Wols, ⟦Dirk Noot⟧ en Cor Riem.", "Ben Tuin"),
        ("en", "The founders of Veerhuis are Ada Wols, ⟦Dirk Noot⟧ and Cor Riem.", "Ben Tuin"),
        ("nl", "Veerhuis is actief in Nederland, Noorwegen, Estland en ⟦Finland⟧.", None),
        ("en", "Veerhuis is active in the Netherlands, Norway, Estonia and ⟦Finland⟧.", None),
        ("nl", "Veerhuis groeit. Zijn landen zijn Nederland, ⟦Zweden⟧ en Estland.", "Noorwegen"),
        ("nl", "Veerhuis levert de Alma. De landen zijn Nederland, ⟦Zweden⟧ en Estland.", "Noorwegen"),
        ("en", "Veerhuis sells the Alma. The countries are the Netherlands, ⟦Sweden⟧ and Estonia.", "Norway"),
    ],
)
def test_a_member_that_does_not_belong_is_found(base, language, text, right):
    start, end = text.index("⟦"), text.index("⟧") - 1
    (finding,) = findings(base, text.replace("⟦", "").replace("⟧", ""), language)
    assert (finding.verdict, finding.start, finding.end) == (Verdict.CONTRADICTED, start, end)
    assert [repair.text for repair in finding.repairs] == ([right] if right else [])


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("nl", "De kleuren van de Alma zijn nachtblauw, okergeel en notenbruin.", "alma"),
        ("en", "The colours of the Alma are midnight blue, ochre and walnut brown.", "alma"),
        ("nl", "De kleuren van de Berit zijn okergeel, mosgroen en nachtblauw.", "berit"),
        ("en", "The colours of the Berit are ochre, moss green and midnight blue.", "berit"),
        ("nl", "Veerhuis is actief in Estland, Noorwegen en Nederland.", "veerhuis"),
        ("en", "Veerhuis is active in Estonia, Norway and the Netherlands.", "veerhuis"),
    ],
)
def test_a_whole_list_agrees_in_any_order(base, language, text, subject):
    assert [(f.verdict, f.subject) for f in findings(base, text, language)] == [(Verdict.SUPPORTED, subject)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De kleuren van de Alma zijn niet okergeel, notenbruin en koraalrood."),
        ("en", "The colours of the Alma are not ochre, walnut brown and coral red."),
        ("nl", "De kleuren van de vorige Alma waren okergeel, notenbruin en koraalrood."),
        ("en", "The colours of the previous Alma were ochre, walnut brown and coral red."),
        ("nl", "De Alma is er in de kleuren okergeel en notenbruin."),
        ("en", "The Alma comes in the colours ochre and walnut brown."),
        ("nl", "Veerhuis is actief in Nederland en Noorwegen."),
        ("en", "Veerhuis is active in the Netherlands and Norway."),
        ("nl", "Veerhuis is actief in Nederland, Noorwegen en op het water."),
        ("en", "Veerhuis is active in the Netherlands, Norway and on the water."),
        ("nl", "Karel Dijkgraaf is actief in Nederland, Zweden en Estland."),
        ("en", "Karel Dijkgraaf is active in the Netherlands, Sweden and Estonia."),
        ("nl", "Ada Wols, Dirk Noot en Cor Riem lachen."),
        ("nl", "De landen zijn Nederland, Zweden en Estland."),
        ("nl", "Veerhuis levert de Alma. De landen van de Berit zijn Nederland, Zweden en Estland."),
        ("en", "Veerhuis sells the Alma. The countries of the Berit are the Netherlands, Sweden and Estonia."),
        ("en", "Veerhuis sells the Alma. Colours like ochre, coral red and midnight blue are loved."),
        ("en", "Ada Wols, Dirk Noot and Cor Riem smile."),
    ],
)
def test_a_part_another_time_or_somebody_elses_list_is_left_alone(base, language, text):
    assert [f for f in findings(base, text, language) if f.verdict is not Verdict.SUPPORTED] == []
