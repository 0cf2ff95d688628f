"""Whose figures a sentence gives that does not name whom: told by its right figures, by asides, by what only qualifies."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  first_week: {type: count, label: {nl: exemplaren in de eerste week, en: copies in the first week}}
  shops: {type: count, label: {nl: winkels, en: shops}}
"""
FACTS = """
brak:
  type: product
  name: Brak
  facts:
    first_week: 86000
    available_from:
      - {value: 2024-09-26, where: {platform: konsool}}
      - {value: 2025-03-20, where: {platform: tavla}}
konsool: {type: product, name: Konsool}
tavla: {type: product, name: Tavla}
oxel:
  type: company
  name: Oxel
  facts: {founded: 1958, shops: 218}
pitta:
  type: company
  name: Pitta
  facts: {founded: 1987, shops: 63}
oxel-pitta:
  type: agreement
  name: {nl: overeenkomst tussen Oxel en Pitta, en: agreement between Oxel and Pitta}
  facts: {parties: [oxel, pitta], date: 2026-07-07, duration: 5 years, value: EUR 31 million}
old:
  type: product
  name: {nl: Stuiter Een, en: Bouncer One}
  facts: {available_from: 2016, mass: 34 kg}
new:
  type: product
  name: {nl: Stuiter Twee, en: Bouncer Two}
  facts: {available_from: 2026-11, mass: 9 kg}
"""
DAY = "2026-09-14"


def found(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # What only qualifies is no subject.
        ("nl", "De groei komt van Brak. Hij verscheen voor de Konsool op ⟦26 september 2023⟧."),
        ("en", "The growth comes from Brak. It was released for the Konsool on ⟦26 September 2023⟧."),
        # A right figure tells whose the others of its sentence are.
        ("nl", "Oxel en Pitta tekenden op 7 juli een overeenkomst. Die loopt ⟦zes jaar⟧ en is 31 miljoen euro waard."),
        ("en", "Oxel and Pitta signed an agreement on 7 July. It runs for ⟦six years⟧ and is worth 31 million euros."),
        # Behind an aside, a sentence goes on about what it began with.
        ("nl", "Pitta, de keten die Oxel in 2014 kocht, had een goed jaar. Het heeft ⟦65 winkels⟧."),
        ("en", "Pitta, the chain that Oxel bought in 2014, had a good year. It has ⟦65 shops⟧."),
    ],
)
def test_a_slip_is_found(language, text):
    plain, start, end = marked(text)
    assert [(f.start, f.end) for f in found(plain, language)] == [(start, end)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Pitta, de keten die Oxel in 2014 kocht, had een goed jaar. Het heeft 63 winkels."),
        ("en", "Pitta, the chain that Oxel bought in 2014, had a good year. Founded in 1987, it runs 63 shops."),
        (
            "nl",
            "Oxel had met Stuiter Twee succes. Van de Stuiter Een gingen er 800 weg sinds dat product in 2016 uitkwam.",
        ),
        (
            "en",
            "Bouncer Two sells well. Of the Bouncer One it sold 8,750 since that product came on the market in 2016.",
        ),
        (
            "nl",
            "Oxel en Pitta tekenden op 7 juli een overeenkomst. Een eerdere liep zes jaar en was 12 miljoen euro waard.",
        ),
        (
            "en",
            "Oxel and Pitta signed an agreement on 7 July. An earlier one ran for six years and was worth 12 million.",
        ),
    ],
)
def test_what_is_right_or_of_others_raises_no_alarm(language, text):
    assert found(text, language) == []
