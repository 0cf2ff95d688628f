"""Whose post a name beside it is, where its body stands elsewhere in the text."""

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  treasurer: {type: entity, values: [person], label: {nl: penningmeester, en: treasurer}, single: true}
  head_chef: {type: entity, values: [person], label: {nl: chef-kok, en: head chef}, single: true}
"""
FACTS = """
roeiclub:
  type: organisation
  name: {nl: Roeiclub Vliet, en: Vliet Rowing Club}
  aliases: [Vliet]
  facts:
    captain: {value: anna-berg, valid: 2021-01-01/..}
    treasurer: {value: kees-dahl, valid: 2022-01-01/..}
    chair:
      - {value: oud-voor, valid: 2010-01-01/2019-12-31}
      - {value: roos-holm, valid: 2020-01-01/..}
regatta:
  type: event
  name: {nl: Vlietregatta, en: Vliet Regatta}
  facts: {director: sam-lund}
eetkamer:
  type: restaurant
  name: De Eetkamer
  facts: {head_chef: {value: tess-moor, valid: 2017-01-01/..}}
bootshuis:
  type: restaurant
  name: Het Bootshuis
  facts: {head_chef: {value: lars-nord, valid: 2019-01-01/..}}
anna-berg: {type: person, name: Anna Berg, gender: female}
kees-dahl: {type: person, name: Kees Dahl, gender: male}
roos-holm: {type: person, name: Roos Holm, gender: female}
oud-voor: {type: person, name: Otto Voor, gender: male}
sam-lund: {type: person, name: Sam Lund, gender: male}
tess-moor: {type: person, name: Tess Moor, gender: female}
lars-nord: {type: person, name: Lars Nord, gender: male}
ivo-wind:
  type: person
  name: Ivo Wind
  gender: male
  facts: {role: {value: {nl: materiaalcommissaris, en: boatman}, where: {organisation: roeiclub}}}
"""

WRONG = [
    ("nl", "Roeiclub Vliet groeit. ⟦Ivo Wind⟧, de penningmeester, is blij.", "Kees Dahl"),
    ("en", "Vliet Rowing Club is growing. ⟦Ivo Wind⟧, the treasurer, is pleased.", "Kees Dahl"),
    ("nl", "Roeiclub Vliet groeit. ⟦Ivo Wind⟧ (penningmeester) is blij.", "Kees Dahl"),
    ("en", "Vliet Rowing Club is growing. ⟦Ivo Wind⟧ (treasurer) is pleased.", "Kees Dahl"),
    ("nl", "Roeiclub Vliet groeit. ⟦Ivo Wind⟧, 44, aanvoerder sinds 2021, stopt.", "Anna Berg"),
    ("en", "Vliet Rowing Club is growing. ⟦Ivo Wind⟧, 44, captain since 2021, is leaving.", "Anna Berg"),
    ("nl", "Roeiclub Vliet kiest: voorzitter is Roos Holm, penningmeester ⟦Ivo Wind⟧.", "Kees Dahl"),
    ("en", "Vliet Rowing Club's treasurer, ⟦Ivo Wind⟧, is pleased.", "Kees Dahl"),
    ("nl", "Na de Vlietregatta was het stil. “Het was vol”, zegt ⟦Ivo Wind⟧, de regattadirecteur.", "Sam Lund"),
    ("en", "After the Vliet Regatta it was quiet. “It was full,” says ⟦Ivo Wind⟧, the regatta director.", "Sam Lund"),
    ("nl", "De ster is van De Eetkamer, waar ⟦Ivo Wind⟧ sinds 2017 chef-kok is.", "Tess Moor"),
    ("en", "The star is held by De Eetkamer, where ⟦Ivo Wind⟧ has been head chef since 2017.", "Tess Moor"),
    ("nl", "Roeiclub Vliet staat onder leiding van voorzitter ⟦Ivo Wind⟧.", "Roos Holm"),
    ("nl", "Roeiclub Vliet groeit. “In 1995 waren we klein”, zegt penningmeester ⟦Ivo Wind⟧.", "Kees Dahl"),
    ("en", "Vliet Rowing Club is growing. “In 1995 we were small,” says treasurer ⟦Ivo Wind⟧.", "Kees Dahl"),
    ("en", "Vliet Rowing Club is in the hands of chair ⟦Ivo Wind⟧.", "Roos Holm"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_a_known_person_in_the_place_of_the_holder(language, text, right):
    plain, start, end = marked(text)
    found = alarms(checker_of(VOCABULARY, FACTS).check(document(plain, language)))
    assert [(f.start, f.end, f.expected) for f in found] == [(start, end, right)]


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_the_holder_of_a_post(language, text, right):
    plain, start, end = marked(text)
    assert not alarms(checker_of(VOCABULARY, FACTS).check(document(plain[:start] + right + plain[end:], language)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # the post is held elsewhere
        ("nl", "Roeiclub Vliet groeit. Ivo Wind, penningmeester van de schaakclub, is blij."),
        ("en", "Vliet Rowing Club is growing. Ivo Wind, treasurer of the chess club, is pleased."),
        ("nl", "Roeiclub Vliet groeit met Waterbron. Ivo Wind, de penningmeester, is blij."),
        ("en", "Vliet Rowing Club is growing with Waterbron Aid. Ivo Wind, the treasurer, is pleased."),
        ("nl", "De ster is van Het Bootshuis, waar Lars Nord sinds 2019 chef-kok is."),
        ("en", "The star is held by Het Bootshuis, where Lars Nord has been head chef since 2019."),
        ("nl", "De ster is van De Eetkamer, waar Ivo Wind geen chef-kok is."),
        ("en", "The star is held by De Eetkamer, where Ivo Wind is not head chef."),
        # it is another post
        ("nl", "Roeiclub Vliet groeit. Adjunct-penningmeester Ivo Wind is blij."),
        ("en", "Vliet Rowing Club is growing. Ivo Wind, deputy treasurer, is pleased."),
        ("nl", "Roeiclub Vliet groeit. Jeugdaanvoerder Ivo Wind is blij."),
        ("en", "Vliet Rowing Club is growing. Youth captain Ivo Wind is pleased."),
        ("nl", "Jeugdaanvoerder Ivo Wind van Roeiclub Vliet is blij."),
        ("en", "Youth captain Ivo Wind of Vliet Rowing Club is pleased."),
        ("nl", "Technisch directeur Ivo Wind van de Vlietregatta is blij."),
        ("en", "Technical director Ivo Wind of the Vliet Regatta is pleased."),
        ("nl", "Schooldirecteur Ivo Wind roeit mee in de Vlietregatta."),
        # it is another time
        ("nl", "Roeiclub Vliet groeit. Otto Voor, toen voorzitter, opende in 2012 de loods."),
        ("en", "Vliet Rowing Club is growing. Otto Voor, then chair, opened the shed in 2012."),
        ("nl", "In 1995 opende penningmeester Ivo Wind de loods van Roeiclub Vliet."),
        ("en", "In 1995 treasurer Ivo Wind opened the shed of Vliet Rowing Club."),
        ("nl", "Roeiclub Vliet groeit. Vanaf september is de penningmeester Ivo Wind."),
        ("en", "Vliet Rowing Club is growing. From September the treasurer is Ivo Wind."),
        # two people
        ("nl", "Roeiclub Vliet groeit. Aan tafel zaten Ivo Wind, de penningmeester, en de voorzitter."),
        ("en", "Vliet Rowing Club is growing. At the table sat Ivo Wind, the treasurer, and the chair."),
        ("nl", "Roeiclub Vliet groeit. De aanvoerder, Ivo Wind en Roos Holm waren er."),
        ("en", "Vliet Rowing Club is growing. The captain, Ivo Wind and Roos Holm were there."),
        ("en", "Vliet Rowing Club is growing. Ivo Wind, the treasurer's brother, is pleased."),
    ],
)
def test_a_post_of_another_kind_body_or_time(language, text):
    assert not alarms(checker_of(VOCABULARY, FACTS).check(document(text, language)))
