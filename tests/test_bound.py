"""Until when somebody is bound: contracts and agreements, in every form, and what ends on another date."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  title_sponsor: {type: entity, label: {nl: hoofdsponsor, en: title sponsor}}
  sponsorship_until: {type: date, label: {nl: sponsorcontract tot, en: sponsorship until}}
  research_partner: {type: entity, label: {nl: onderzoekspartner, en: research partner}}
"""
FACTS = """
jan-berg:
  type: person
  name: Jan Berg
  gender: male
  facts: {born: 2001-11-30, contract_until: 2029-12-31}
ola-lund:
  type: person
  name: Ola Lund
  gender: male
  facts: {contract_until: 2028-12-31}
eva-moen:
  type: person
  name: Eva Moen
  gender: female
  facts: {born: 1974-09-03}
team-aker:
  type: team
  name: Team Aker
  facts:
    founded: 2011
    title_sponsor: {value: solvik, valid: 2019-01-01/2030-12-31}
    sponsorship_until: 2030-12-31
solvik: {type: company, name: Solvik}
fjord-university:
  type: organisation
  name: {nl: Fjorduniversiteit, en: Fjord University}
  facts:
    research_partner: {value: solvik, valid: 2022-01-01/2027-12-31}
"""
DAY = "2026-10-12"


def found(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


PERSONS = [
    ("nl", "Jan Berg heeft zijn contract bij Team Aker verlengd tot ⟦31 december 2028⟧."),
    ("en", "Jan Berg has extended his contract with Team Aker until ⟦31 December 2028⟧."),
    ("nl", "Jan Berg tekende bij tot ⟦2028⟧."),
    ("en", "Jan Berg has signed on until ⟦2028⟧."),
    ("nl", "Jan Berg ligt tot ⟦eind 2028⟧ vast bij Team Aker."),
    ("en", "The papers tie Jan Berg to Team Aker through ⟦2028⟧."),
    ("nl", "Jan Berg blijft tot ⟦eind 2028⟧ bij Team Aker."),
    ("en", "Jan Berg stays with Team Aker until ⟦2028⟧."),
    ("nl", "Het contract van Jan Berg loopt tot ⟦eind 2028⟧."),
    ("en", "Jan Berg's contract expires on ⟦31 December 2028⟧."),
    ("nl", "Jan Berg, wiens contract op ⟦31 december 2028⟧ afloopt, is blij."),
    ("en", "Jan Berg is tied to Team Aker until ⟦the end of 2028⟧."),
    ("en", "Jan Berg has signed a deal that runs until ⟦2028⟧."),
    ("en", "Jan Berg has committed to Team Aker until ⟦2028⟧."),
]


@pytest.mark.parametrize(("language", "text"), PERSONS)
def test_the_end_of_a_contract(language, text):
    plain, start, end = marked(text)
    assert [(f.start, f.end, f.subject, f.expected) for f in found(plain, language)] == [
        (start, end, "jan-berg", "31 December 2029")
    ]


def test_the_end_of_the_contract_of_somebody_else():
    text = "Jan Berg rides. Jan Berg wins. Jan Berg rests.\nJan Berg is back. "
    text += "The 24-year-old, who is ill, has a contract until ⟦31 December 2028⟧."
    plain, start, end = marked(text + " Ola Lund is there too.")
    assert [(f.start, f.end, f.subject) for f in found(plain, "en")] == [(start, end, "jan-berg")]


def test_the_end_of_an_own_contract():
    plain, start, end = marked("Jan Berg's own contract runs until the ⟦summer of 2028⟧.")
    assert [(f.start, f.end, f.subject) for f in found(plain, "en")] == [(start, end, "jan-berg")]


PAIRS = [
    ("nl", "Hoofdsponsor Solvik blijft tot en met ⟦2028⟧ aan Team Aker verbonden.", "31 December 2030"),
    ("en", "Solvik will remain title sponsor of Team Aker until ⟦the end of 2028⟧.", "31 December 2030"),
    ("en", "Solvik has backed Team Aker under a contract that runs until ⟦2028⟧.", "31 December 2030"),
    ("nl", "De samenwerking van de Fjorduniversiteit met Solvik loopt tot ⟦eind 2029⟧.", "31 December 2027"),
    ("en", "Fjord University extended its partnership with Solvik through ⟦2029⟧.", "31 December 2027"),
]


@pytest.mark.parametrize(("language", "text", "right"), PAIRS)
def test_the_end_of_what_binds_two(language, text, right):
    plain, start, end = marked(text)
    assert [(f.start, f.end, f.expected) for f in found(plain, language)] == [(start, end, right)]


TRUE = [
    ("nl", "Jan Berg heeft zijn contract bij Team Aker verlengd tot eind 2029."),
    ("en", "Jan Berg is under contract until 2029, Ola Lund until 2028."),
    ("en", "Jan Berg's old contract ran until 2026."),
    ("en", "Jan Berg has signed until 2029, with an option until 2030."),
    ("en", "Jan Berg signed a shoe deal until 2027."),
    ("nl", "Jan Berg heeft een contract met Nikon tot 2027."),
    ("en", "Jan Berg has a contract with Nikon until 2027."),
    ("nl", "Jan Berg blijft tot november 2026 in Spanje."),
    ("en", "Jan Berg stays in Spain until November 2026."),
    ("nl", "De coach van Jan Berg tekende tot 2027."),
    ("en", "Jan Berg's coach signed until 2027."),
    ("en", "Jan Berg's brother is under contract until 2027."),
    ("nl", "Solvik heeft met Team Aker een huurcontract tot 2027."),
    ("en", "Solvik and Team Aker extended the lease until 2027."),
    ("nl", "Jan Berg wil graag tot 2032 bij Team Aker blijven."),
    ("en", "Jan Berg hopes to stay with Team Aker until 2032."),
    ("en", "Jan Berg could sign until 2032."),
    ("nl", "Team Aker heeft Jan Berg een contract tot 2032 aangeboden."),
    ("en", "Team Aker has offered Jan Berg a contract until 2032."),
    ("en", "Jan Berg turned down a deal until 2032."),
    ("nl", "Ploeggenoot Karel Dijkgraaf van Jan Berg ligt vast tot 2027."),
    ("en", "Team Aker has its captain under contract until 2029."),
    ("nl", "Team Aker heeft zijn kopman onder contract tot eind 2029."),
    ("en", "Eva Moen extended her deal with the arena until 2027, Team Aker says."),
    ("nl", "Solvik blijft tot 2027 in Oslo gevestigd, meldt Team Aker."),
]


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_silence_about_other_ends(language, text):
    assert [(f.text, f.explanation) for f in found(text, language)] == []
