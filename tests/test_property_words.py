"""Words, units and frames that signal a property of a team's own, and figures beside them that are of something else."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

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
  countries_at: {type: count, label: {nl: landen, en: countries}}
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
    loans: EUR 284 million
    bale_weight: {value: 540}
    sorting_lines: {value: 4}
    tour_length: {value: 75 minutes}
    countries: 12
schorfestival:
  type: event
  name: {nl: Schorfestival, en: Schor Festival}
  facts:
    start: 2026-06-03
    end: 2026-06-05
    visitors: {value: 14300, where: {year: 2026}}
    countries_at: {value: 19}
schotel:
  type: company
  name: Schotel
  facts:
    employees:
      - {value: 225, valid: 2024-01-01/2024-12-31}
      - {value: 240, valid: 2025-01-01/..}
schothal:
  type: place
  name: Schothal
  facts:
    opened: 2004-09-01
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


def _alarms(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


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
    ("nl", "In 2025 leverde Woonhof ⟦138⟧ nieuwbouwwoningen op en kocht het grond."),
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
    # a sum right before a thing
    ("en", "The queen opened the ⟦EUR 26 million⟧ Zandbank wind farm."),
    # the days of the event itself; a verb of change in another clause; nouns that differ
    ("nl", "Het Schorfestival, van 3 tot en met 5 juni 2026, trok ⟦13.400⟧ bezoekers."),
    ("en", "The Schor Festival, from 3 to 5 June 2026, drew ⟦13,400⟧ visitors."),
    ("en", "The Schor Festival had 40 acts from ⟦91⟧ countries."),
    ("en", "Woonhof has had ⟦12⟧ sorting lines since it started in 2009."),
    # not yet so many
    ("nl", "De Schothal, die in ⟦2014⟧ openging met nog geen duizend stoelen, is verkocht."),
    # the same digits in another magnitude are a slip
    ("en", "Zandbank cost ⟦EUR 62 billion⟧."),
    ("nl", "De leningen van Woonhof bedragen ⟦284 miljard euro⟧."),
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
    ("en", "In 2019 the second loan was still EUR 15 million."),
    ("en", "Jette Maas is not 39."),
    ("nl", "Jette Maas is geen 39."),
    ("nl", "Een vat met tap van Wierde kost 80 euro."),
    ("en", "Woonhof built 12 sheds in 2025."),
    # one of what the fact base has the sum of
    ("en", "Woonhof has secured a loan of EUR 14 million."),
    ("nl", "Woonhof sloot een lening van 14 miljoen euro af."),
    ("nl", "In juli 2026 trok het Schorfestival nog 2.000 bezoekers met een tentoonstelling."),
    ("en", "The number of members of Woonhof rose from 90 to 112."),
    ("en", "Woonhof began with two sorting lines, and 3 employees."),
    ("en", "A EUR 5 million grant went to the Zandbank wind farm."),
    ("en", "Schotel had 225 people in 2024 and has 12 boats now."),
    ("en", "Zilverzee was 300 metres off the quay."),
    ("nl", "De Zilverzee lag 300 meter van de kade."),
    ("nl", "Schotel had negen medewerkers toen het in 2009 begon."),
    ("en", "Schotel had nine employees when it started in 2009."),
    ("en", "Next: Schor Festival, 2 to 4 June 2028, 2,000 visitors."),
    # too far off to be a slip
    ("en", "Tours of Zandbank cost EUR 14.50."),
    ("nl", "Op Zandbank kost een rondvaart 14,50 euro."),
]


@pytest.mark.parametrize(("language", "text"), SLIPS)
def test_a_slip_is_found(language, text):
    plain, start, end = marked(text)
    assert any(f.start < end and start < f.end for f in _alarms(plain, language))


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_what_is_true_or_about_something_else_raises_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in _alarms(text, language)] == []
