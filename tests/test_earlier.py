"""Figures of another year that stand alone: what "it" was then, in the unit of the figure before."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  salt: {type: quantity, label: {nl: zoutproductie, en: salt production}, unit: tonne}
  ponds: {type: count, label: {nl: bekkens, en: ponds}}
  guides: {type: count, label: {nl: gidsen, en: guides}}
"""
FACTS = """
zilt:
  type: company
  name: Ziltpan
  facts:
    salt:
      - {value: 12600, where: {year: 2024}}
      - {value: 14900, where: {year: 2025}}
    revenue:
      - {value: EUR 7.4 million, where: {year: 2024}}
      - {value: EUR 9.2 million, where: {year: 2025}}
    ponds:
      - {value: 31, where: {year: 2023}}
      - {value: 38, where: {year: 2025}}
    guides: {value: 12, where: {year: 2025}}
"""
DAY = "2026-05-12"


def report(text, language):
    return checker_of(VOCABULARY, FACTS).check(document(text, language, DAY))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro. In 2024 was die nog ⟦6,4⟧.", "EUR 7.4 million"),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025. In 2024 that was ⟦6.4⟧.", "EUR 7.4 million"),
        ("nl", "Ziltpan telde in 2025 38 bekkens en 12 gidsen; in 2023 waren het er ⟦36⟧.", "31"),
        ("en", "Ziltpan had 38 ponds and 12 guides in 2025; in 2023 there were ⟦36⟧.", "31"),
        ("nl", "De zoutproductie van Ziltpan was in 2025 14.900 ton, tegen ⟦16.200⟧ in 2024.", "12,600 tonnes"),
        ("en", "Salt production of Ziltpan was 14,900 tonnes in 2025, up from ⟦16,200⟧ in 2024.", "12,600 tonnes"),
        # no year at all, or one that is counted back
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro. Dat was ⟦6,4⟧.", "EUR 7.4 million"),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025. It was ⟦6.4⟧.", "EUR 7.4 million"),
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro (was ⟦6,4⟧).", "EUR 7.4 million"),
        ("en", "Ziltpan had revenue of EUR 9.2 million (was ⟦6.4⟧) in 2025.", "EUR 7.4 million"),
        (
            "nl",
            "Ziltpan had in 2025 een omzet van 9,2 miljoen, waar die een jaar eerder nog ⟦6,4⟧ was.",
            "EUR 7.4 million",
        ),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025, where a year earlier it was ⟦6.4⟧.", "EUR 7.4 million"),
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro, in 2024 nog ⟦6,4⟧.", "EUR 7.4 million"),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025, a year earlier still ⟦6.4⟧.", "EUR 7.4 million"),
    ],
)
def test_found(language, text, expected):
    plain, start, end = marked(text)
    found = [f for f in alarms(report(plain, language)) if f.start < end and start < f.end]
    assert [f.expected for f in found] == [expected]
    right = {"6,4": "7,4", "6.4": "7.4", "36": "31", "16.200": "12.600", "16,200": "12,600"}[plain[start:end]]
    assert not alarms(report(plain[:start] + right + plain[end:], language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # what it was somewhere, at most, or long ago; of what has no older figure
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro. Dat was 6,4 in Zeeland."),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025. It was 6.4 in Zeeland."),
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro. Dat was 6 procent te weinig."),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025. It was once 3."),
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro, tien jaar eerder nog 3,1."),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025, ten years earlier still 3.1."),
        ("nl", "Ziltpan had in 2024 een omzet van 7,4 miljoen euro. Dat was 6,4."),
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro, Brakhoek nog 6,4."),
        # a year of which the base has nothing
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro. In 2019 was die nog 6,4."),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025. In 2019 that was 6.4."),
        # more is said than how many it was
        ("nl", "Ziltpan telde in 2025 38 bekkens. In 2023 waren er 24 vol."),
        ("en", "Ziltpan had 38 ponds in 2025. In 2023 there were 24 in use."),
        ("nl", "Ziltpan had in 2025 een omzet van 9,2 miljoen euro. In 2024 was Brakhoek goed voor 6,4."),
        ("en", "Ziltpan had revenue of EUR 9.2 million in 2025. In 2024 Brakhoek was at 6.4."),
        # no figure of the base before it
        ("nl", "Ziltpan kreeg 4.100 gasten. In 2024 waren het er 3.900."),
        ("en", "Ziltpan had 4,100 guests. In 2024 there were 3,900."),
        # its own noun
        ("nl", "Ziltpan telde in 2025 38 bekkens. In 2023 waren het er 24 met een dak."),
        ("en", "Ziltpan had 38 ponds in 2025. In 2023 it was 24 roofs."),
        # a comparison of something else
        ("nl", "De zoutproductie van Ziltpan was in 2025 14.900 ton, tegen 16.200 bij Brakhoek."),
        ("en", "Salt production of Ziltpan was 14,900 tonnes in 2025, against 16,200 at Brakhoek."),
    ],
)
def test_silence(language, text):
    assert not alarms(report(text, language))
