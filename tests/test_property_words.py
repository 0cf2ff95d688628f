"""Words, units and frames that signal a property of a team's own, and figures beside them that are of something else."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from small_base import document, marked

from checker.factbase.load import load_facts
from checker.pipeline import Checker, Options
from checker.report import Severity

VOCABULARY = """
properties:
  coast_distance: {type: quantity, label: {nl: kustafstand}, unit: kilometre}
  cable_length: {type: quantity, label: {nl: lengte van de exportkabel}, unit: kilometre}
  alcohol: {type: percent, label: {nl: alcoholpercentage, en: alcohol content}}
  keg_size: {type: quantity, label: {nl: inhoud}, unit: litre}
  crew: {type: count, label: {nl: bemanningsleden}}
  bale_weight: {type: quantity, label: {nl: gewicht van een baal}, unit: kilogram}
  sorting_lines: {type: count, label: {nl: sorteerbanen}}
  renovated_homes: {type: count, label: {nl: gerenoveerde woningen, en: renovated homes}}
  new_homes: {type: count, label: {nl: nieuwbouwwoningen, en: new-build homes}}
  tour_length: {type: duration, label: {nl: duur van de rondleiding, en: length of the tour}}
  guests: {type: count, label: {nl: capaciteit, en: capacity}}
  stalls: {type: count, label: {nl: marktkramen, en: market stalls}}
  jump: {type: quantity, label: {nl: sprong, en: jump}, unit: metre}
"""
FACTS = """
zandbank:
  type: project
  name: {nl: windpark Zandbank, en: Zandbank wind farm}
  aliases: [Zandbank]
  facts:
    coast_distance: {value: 47}
    cable_length: {value: 84}
    area: 2.1 square kilometre
    start: 2024-03-11
    investment: EUR 62 million
    stalls: {value: 24}
zilverzee:
  type: product
  name: Zilverzee
  facts:
    crew: {value: 118}
    length: 112 metre
    guests: {value: 640}
wierde:
  type: product
  name: Wierde Tripel
  aliases: [Wierde]
  facts:
    alcohol: {value: 8.6 %}
    keg_size: {value: 20}
woonhof:
  type: organisation
  name: Woonhof
  facts:
    homes: 8512
    renovated_homes: {value: 310, where: {year: 2025}}
    new_homes: {value: 128, where: {year: 2025}}
    bale_weight: {value: 540}
    sorting_lines: {value: 4}
    tour_length: {value: 75 minutes}
    countries: 12
jette-maas:
  type: person
  name: Jette Maas
  gender: female
  facts:
    born: 1990-01-12
    height: 1.82 metre
ilse-brand:
  type: person
  name: Ilse Brand
  gender: female
  facts:
    jump: {value: 4.66, where: {year: 2026}}
loan-b:
  type: agreement
  name: {nl: tweede lening, en: second loan}
  facts:
    value: EUR 21 million
    announced: 2022-03
"""
DAY = "2026-09-01"


@cache
def _checker() -> Checker:
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts"
        facts.mkdir()
        (facts / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
        (facts / "world.yaml").write_text(FACTS, encoding="utf-8")
        return Checker(load_facts(str(facts)), Options(ui="en"))


def _alarms(text, language):
    report = _checker().check(document(text, language, DAY))
    return [f for f in report.findings if f.severity in (Severity.ERROR, Severity.WARNING)]


SLIPS = [
    # the id of a property names it, beside a label in the other language
    ("en", "Woonhof runs ⟦five⟧ sorting lines."),
    # a compound of what is measured and the measure, in either language
    ("nl", "Wierde Tripel bevat ⟦6,8 procent⟧ alcohol."),
    ("en", "Wierde Tripel contains ⟦6.8 percent⟧ alcohol."),
    ("en", "Zandbank wind farm lies ⟦74 kilometres⟧ off the coast."),
    ("nl", "Windpark Zandbank ligt ⟦74 kilometer⟧ uit de kust."),
    ("en", "Zandbank has an export cable of ⟦48 kilometres⟧."),
    ("nl", "De exportkabel van Zandbank meet ⟦48 kilometer⟧."),
    # the unit of one property only
    ("nl", "Jette Maas is ⟦1,92 meter⟧."),
    ("en", "Zandbank covers ⟦12 square kilometres⟧."),
    # a whole label outranks its last word
    ("nl", "In 2025 werden bij Woonhof ⟦301⟧ woningen gerenoveerd."),
    ("en", "Woonhof renovated ⟦301⟧ homes in 2025."),
    ("nl", "Woonhof leverde in 2025 ⟦138⟧ nieuwbouwwoningen op."),
    # crew, and what there is room for
    ("en", "The Zilverzee has a crew of ⟦181⟧."),
    ("nl", "De Zilverzee heeft een bemanning van ⟦181⟧."),
    ("en", "The Zilverzee has room for ⟦460⟧ guests."),
    ("nl", "De Zilverzee biedt plaats aan ⟦460⟧ mensen."),
    ("en", "The Zilverzee holds ⟦460⟧ people."),
    # an opening phrase that is of the value itself; a noun phrase that is the label
    ("nl", "Met een sprong over ⟦4,76 meter⟧ won Ilse Brand in 2026."),
    ("nl", "Woonhof sorteert karton. Een baal karton weegt ⟦450 kilo⟧."),
    ("en", "Woonhof sorts card. A bale of card weighs ⟦450 kilograms⟧."),
    # a negation of something else; a date that is the occasion's own
    ("en", "Jette Maas, ⟦39⟧, is not jealous."),
    ("nl", "Jette Maas, ⟦39⟧, is niet jaloers."),
    ("en", "The second loan raised ⟦EUR 12 million⟧ in March 2022."),
    # what a project adds is what it has
    ("nl", "Zandbank krijgt ⟦42⟧ marktkramen."),
    ("en", "Zandbank adds ⟦42⟧ market stalls."),
]
TRUE = [
    ("nl", "Wierde Tripel bevat 5 procent rogge."),
    ("en", "Wierde Tripel is taxed at 21 percent alcohol duty."),
    ("nl", "Van de alcohol in Wierde Tripel komt 5 procent uit honing."),
    ("en", "Zandbank lies in the sea. The nearest port is 12 kilometres from the wind farm."),
    ("nl", "Windpark Zandbank ligt op zee. De haven ligt 12 kilometer verderop."),
    ("en", "Zandbank has a second export cable of 48 kilometres."),
    ("nl", "In 2024 werd bij Zandbank een kabel van 12 kilometer gelegd."),
    ("nl", "Jette Maas is 12 kilometer van huis."),
    ("en", "Jette Maas is 300 metres from the line."),
    ("nl", "Ilse Brand bleef vijf centimeter onder haar sprong van 4,66 meter."),
    ("en", "Ilse Brand stayed five centimetres below her jump of 4.66 metres."),
    ("nl", "Woonhof renoveerde in 2025 310 woningen; de buurcorporatie renoveerde 900 woningen."),
    ("en", "Woonhof has 8,512 homes, and 40 of them were sold."),
    ("nl", "Woonhof heeft 8.512 woningen."),
    ("en", "A larger boat has room for 900 guests."),
    ("nl", "In het restaurant van de Zilverzee is plaats voor 60 gasten."),
    ("en", "The restaurant on the Zilverzee has room for 60 guests."),
    ("en", "The Zilverzee has room for 40 cars."),
    ("nl", "Op de Zilverzee werken 12 koks."),
    ("nl", "Een lichtere baal weegt 300 kilo."),
    ("en", "A lighter bale weighs 300 kilograms."),
    ("en", "A rondo tour in German at Woonhof takes 90 minutes."),
    ("nl", "In winter weegt een baal van Woonhof 600 kilo."),
    ("nl", "Zandbank kreeg er 3 marktkramen bij."),
    ("en", "Zandbank adds 3 more market stalls."),
    ("en", "In 2019 the second loan was still EUR 12 million."),
    ("en", "Jette Maas is not 39."),
    ("nl", "Jette Maas is geen 39."),
    ("nl", "Een vat met tap van Wierde kost 80 euro."),
    ("en", "Woonhof built 12 sheds in 2025."),
]


@pytest.mark.parametrize(("language", "text"), SLIPS)
def test_a_slip_is_found(language, text):
    plain, start, end = marked(text)
    assert any(f.start < end and start < f.end for f in _alarms(plain, language))


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_what_is_true_or_about_something_else_raises_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in _alarms(text, language)] == []
