"""The day on which somebody takes a post, and when somebody came to an organisation."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

FACTS = """
eva-moen:
  type: person
  name: Eva Moen
  gender: female
  facts:
    joined: 2014-05-01
    role: {value: {nl: algemeen directeur, en: managing director}, where: {organisation: acme}, valid: 2026-05-01/..}
nils-vik:
  type: person
  name: Nils Vik
  gender: male
  facts:
    role: {value: {nl: algemeen directeur, en: managing director}, where: {organisation: acme}, valid: 2012-03-01/2026-04-30}
acme: {type: company, name: Acme}
bolt: {type: company, name: Bolt}
stella: {type: product, name: Stella, facts: {available_from: 2026-11-02}}
dokken: {type: place, name: Dokken, facts: {opened: 1974-09-05}}
"""


def found(text, language):
    return alarms(checker_of("properties: {}", FACTS).check(document(text, language, "2026-10-12")))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Eva Moen treedt op ⟦1 juni 2026⟧ aan als algemeen directeur van Acme."),
        ("nl", "Eva Moen wordt op ⟦1 juni 2026⟧ algemeen directeur van Acme."),
        ("en", "Eva Moen became managing director of Acme on ⟦1 June 2026⟧."),
        ("nl", "Op ⟦1 juni⟧ neemt Eva Moen het roer over van Nils Vik."),
        ("en", "Eva Moen takes over from Nils Vik on ⟦1 June⟧."),
        ("nl", "Eva Moen kwam in ⟦2012⟧ bij Acme."),
        ("en", "Eva Moen came aboard in ⟦2012⟧."),
        ("nl", "De Stella is vanaf ⟦12 november⟧ te koop."),
        ("en", "The Stella reaches Dutch shops on ⟦5 December⟧."),
    ],
)
def test_another_day(language, text):
    plain, start, end = marked(text)
    assert [(f.start, f.end) for f in found(plain, language)] == [(start, end)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Eva Moen treedt op 1 mei 2026 aan als algemeen directeur van Acme."),
        ("nl", "Eva Moen wordt op 1 juni gehuldigd als algemeen directeur van Acme."),
        ("nl", "Op 3 maart 2026 werd Eva Moen benoemd als algemeen directeur van Acme."),
        ("en", "On 3 March Eva Moen was named managing director of Acme."),
        ("nl", "Op 3 juni begint Eva Moen als algemeen directeur van Acme haar vakantie."),
        ("en", "Eva Moen took questions as managing director of Acme on 3 June."),
        ("nl", "Eva Moen kwam in 2012 bij Bolt."),
        ("en", "Eva Moen came aboard the ferry in 2012."),
        ("nl", "In juni gaat Dokken weer open."),
        ("en", "Dokken opens again in June."),
    ],
)
def test_silence_about_other_days(language, text):
    assert [(f.text, f.explanation) for f in found(text, language)] == []
