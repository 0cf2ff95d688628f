"""Verbs that say of an amount what the label of a property says as a noun: "contributes" for the contribution."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  contribution: {type: money, label: {nl: bijdrage, en: contribution}}
  stake: {type: percent, label: {nl: belang, en: stake}}
  damage: {type: money, label: {nl: schade, en: damage}}
  catch: {type: quantity, label: {nl: vangst, en: catch}, unit: tonne}
  rescues: {type: count, label: {nl: reddingen op zee, en: rescues}, counts: {nl: [redding], en: [rescue]}}
  spending: {type: money, label: {nl: bestedingen, en: spending}}
"""
FACTS = """
kotterfonds:
  type: organisation
  name: {nl: Kotterfonds, en: Kotter Fund}
  facts:
    contribution: {value: EUR 14 million}
    stake: {value: 35}
    catch: {value: 2600}
veerhuis:
  type: organisation
  name: Veerhuis
  facts:
    spending: {value: EUR 3.7 million}
"""
DAY = "2026-05-12"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Het Kotterfonds draagt ⟦16 miljoen euro⟧ bij.", "EUR 14 million"),
        ("nl", "Het Kotterfonds heeft ⟦16 miljoen euro⟧ bijgedragen.", "EUR 14 million"),
        ("en", "The Kotter Fund contributes ⟦EUR 16 million⟧.", "EUR 14 million"),
        ("nl", "Het Kotterfonds bezit ⟦45 procent⟧.", "35 per cent"),
        ("en", "The Kotter Fund owns ⟦45 percent⟧.", "35 per cent"),
        ("nl", "Het Kotterfonds ving ⟦2.900 ton⟧.", "2600 tonnes"),
        ("en", "The Kotter Fund caught ⟦2,900 tonnes⟧.", "2600 tonnes"),
        ("nl", "Veerhuis besteedde ⟦4,1 miljoen euro⟧.", "EUR 3.7 million"),
        ("en", "Veerhuis spent ⟦EUR 4.1 million⟧.", "EUR 3.7 million"),
    ],
)
def test_found(language, text, expected):
    plain, start, end = marked(text)
    found = alarms(checker_of(VOCABULARY, FACTS).check(document(plain, language, DAY)))
    assert [(f.start, f.expected) for f in found] == [(start, expected)]
    assert end > start


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Het Kotterfonds bezit 45 procent van de werf Zandoog."),
        ("en", "The Kotter Fund owns 45 percent of the Zandoog shipyard."),
        ("nl", "Voordat de bank instapte, bezat het Kotterfonds 45 procent."),
        ("en", "Before the bank came in, the Kotter Fund owned 45 percent."),
        ("nl", "Het Kotterfonds draagt 16 miljoen euro per jaar bij."),
        ("en", "The Kotter Fund contributes EUR 16 million a year."),
        ("nl", "Veerhuis besteedde 410.000 euro aan verf."),
        ("en", "Veerhuis spent EUR 410,000 on paint."),
        ("nl", "Brakhoek draagt 16 miljoen euro bij aan het Kotterfonds."),
        ("en", "Brakhoek contributes EUR 16 million to the Kotter Fund."),
    ],
)
def test_silence(language, text):
    assert not alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))
