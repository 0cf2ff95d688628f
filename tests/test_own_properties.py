"""Properties of a team's own, with a label and nothing else: labels in one language, synonyms, what is counted."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  pupils: {type: count, label: {nl: leerlingen}}
  teachers: {type: count, label: {en: teachers}}
  classrooms: {type: count, label: {nl: klaslokalen}}
  canteen_seats: {type: count, label: {en: seats in the canteen}}
  school_trips: {type: count, label: {nl: schoolreizen}}
  solar: {type: count, label: {nl: zonnepanelen}}
  pass_rate: {type: percent, label: {nl: slagingspercentage}}
  locker_fee: {type: money, label: {en: locker fee}}
  desk_weight: {type: quantity, label: {nl: gewicht van een lessenaar}, unit: kilogram}
  battery: {type: quantity, label: {en: battery capacity}, unit: kilowatt hour}
  waiting: {type: duration, label: {en: waiting time for a place}}
  loaned: {type: count, label: {nl: uitgeleende laptops, en: laptops on loan}}
  capacity_of_hall: {type: count, label: {nl: capaciteit van de zaal, en: capacity of the hall}}
  buses: {type: count, label: {nl: busvloot, en: bus fleet}}
  waste: {type: quantity, label: {nl: afval per leerling, en: waste per pupil}, unit: kilogram}
"""
FACTS = """
bolderik:
  type: organisation
  name: Bolderik
  facts:
    pupils:
      - {value: 1180, where: {year: 2025}}
      - {value: 1240, where: {year: 2026}}
    teachers: {value: 96, valid: 2026-01-01/..}
    classrooms: {value: 54}
    canteen_seats: {value: 210}
    school_trips: {value: 14, where: {year: 2026}}
    solar: {value: 480}
    pass_rate: {value: 93, where: {year: 2026}}
    locker_fee: {value: EUR 24}
    desk_weight: {value: 19}
    battery: {value: 120}
    waiting: {value: 7 months}
    loaned: {value: 65}
    capacity_of_hall: {value: 340}
    employees: {value: 131, valid: 2026-01-01/..}
    buses:
      - {value: 15, valid: 2024-01-01/2025-12-31}
      - {value: 16, valid: 2026-01-01/..}
    waste: {value: 12}
"""
DAY = "2026-09-01"


def _alarms(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


SLIPS = [
    # the label in the text's language, inflected
    ("nl", "Bolderik heeft ⟦45⟧ klaslokalen."),
    ("nl", "Bolderik telt in 2026 ⟦1.420⟧ leerlingen."),
    ("en", "Bolderik has ⟦69⟧ teachers."),
    ("en", "Bolderik charges a locker fee of ⟦EUR 42⟧."),
    # a synonym in the same language, and in the other one
    ("nl", "Bolderik beschikt over ⟦45⟧ lokalen."),
    ("nl", "Bolderik telt ⟦69⟧ leraren."),
    ("nl", "Bolderik heeft ⟦69⟧ docenten."),
    ("en", "Bolderik has ⟦45⟧ classrooms."),
    ("en", "Bolderik has ⟦1,420⟧ pupils in 2026."),
    ("en", "Bolderik has ⟦840⟧ solar panels."),
    ("en", "The pass rate at Bolderik was ⟦39 percent⟧ in 2026."),
    ("en", "Bolderik makes ⟦41⟧ school trips in 2026."),
    ("nl", "De wachttijd voor een plaats op Bolderik is ⟦negen maanden⟧."),
    ("nl", "De kantine van Bolderik telt ⟦310⟧ stoelen."),
    ("nl", "De capaciteit van de accu van Bolderik is ⟦210 kilowattuur⟧."),
    # a verb for the label's noun
    ("nl", "Een lessenaar van Bolderik weegt ⟦91 kilo⟧."),
    # a bare number behind its head
    ("en", "The hall of Bolderik has a capacity of ⟦430⟧."),
    ("nl", "De zaal van Bolderik heeft een capaciteit van ⟦430⟧."),
    ("en", "The number of pupils at Bolderik rose to ⟦1,420⟧ in 2026."),
    ("nl", "Het aantal leerlingen van Bolderik steeg in 2026 naar ⟦1.420⟧."),
    # the noun of the number before
    ("nl", "Bolderik telt in 2026 1.240 leerlingen. In 2025 waren het er ⟦1.810⟧."),
    ("en", "Bolderik has 1,240 pupils in 2026; in 2025 there were ⟦1,810⟧."),
    ("nl", "Bolderik had een busvloot van vijftien. Nu zijn het er ⟦negentien⟧."),
    ("en", "Bolderik had a bus fleet of fifteen. Now there are ⟦nineteen⟧."),
    # what is for each by its label
    ("nl", "Elke leerling van Bolderik produceerde ⟦21 kilo⟧ afval."),
    ("en", "Every pupil at Bolderik produced ⟦21 kilograms⟧ of waste."),
    # what is said of so many of them
    ("en", "Bolderik bought 300 laptops, ⟦56⟧ of them on loan."),
    ("en", "Bolderik is growing. Of its 131 employees, ⟦69⟧ are teachers."),
    ("en", "Bolderik put ten of its ⟦113⟧ employees on the job."),
    ("nl", "Bolderik zet tien van zijn ⟦113⟧ medewerkers in."),
    # all of a label but what the kind of value says by itself
    ("en", "Bolderik has a battery of ⟦210 kilowatt hours⟧."),
    ("nl", "Bolderik heeft een accu van ⟦210 kilowattuur⟧."),
]
TRUE = [
    ("nl", "Bolderik had een busvloot van vijftien. Nu zijn het er zestien."),
    ("en", "Bolderik had a bus fleet of fifteen. Now there are sixteen."),
    ("en", "Bolderik had a bus fleet of fifteen. Two drivers left, and now there are nine."),
    ("nl", "Bolderik had een busvloot van vijftien. In de hele stad zijn het er vijftig."),
    ("en", "Every pupil at Bolderik has 3 kilograms of books."),
    ("en", "Bolderik paid for the lockers in three years, EUR 42 a month."),
    ("en", "Bolderik charged its battery with 40 kilowatt hours on Sunday."),
    ("nl", "Bolderik laadde de accu zondag met 40 kilowattuur."),
    ("en", "Waiting for the bus to Bolderik took 40 minutes."),
    ("nl", "Bolderik heeft 54 klaslokalen, waarvan twaalf nieuwe."),
    ("nl", "Van de 9.000 docenten in de provincie werken er 96 bij Bolderik."),
    ("en", "Of the 9,000 teachers in the province, 96 work at Bolderik."),
    ("en", "Bolderik has 54 classrooms, ten of them in the annex."),
    ("nl", "Bolderik heeft 54 klaslokalen, tien daarvan in de dependance."),
    ("en", "Of its 54 classrooms, 12 are new."),
    ("nl", "Van de klaslokalen zijn er 12 vernieuwd."),
    ("en", "Bolderik has 131 employees, 30 of them part-time teachers."),
    ("en", "Three of the teachers at Bolderik won a prize."),
    ("nl", "Drie leraren van Bolderik wonnen een prijs."),
    ("nl", "De buurschool telt 800 leerlingen."),
    ("en", "A school nearby has 800 pupils and 60 teachers."),
    ("en", "In 2026 Bolderik has 1,240 pupils; its neighbour has 60 teachers."),
    ("en", "The sports hall of the town has a capacity of 900."),
    ("nl", "De stoel van de rector weegt 30 kilo."),
    ("en", "A bus seats 50."),
    ("en", "Bolderik bought a bus that seats 50."),
    ("en", "A third of the pupils of Bolderik come by bus."),
    ("nl", "Bolderik nam twintig leerlingen van een andere school over."),
    ("en", "Bolderik hired eight teachers."),
    ("nl", "Nu zijn het er 1.240. Bolderik telde in 2025 1.180 leerlingen."),
    ("nl", "Bolderik heeft 480 zonnepanelen. In de stad zijn het er 20.000."),
    ("en", "Bolderik has 480 solar panels. In the town there are 20,000."),
    ("nl", "Op Bolderik kwamen 340 ouders naar de zaal."),
    ("en", "The hall of Bolderik was full: 200 parents and 140 pupils came."),
    ("en", "Two of the lockers cost EUR 100 to repair."),
    ("nl", "Bolderik zet tien van zijn 131 medewerkers in."),
    ("nl", "Inmiddels staan er op Bolderik 120 zonnepanelen."),
    ("en", "Bolderik already has 120 solar panels."),
    ("en", "Bolderik has 480 solar panels. Its supplier has 900 solar panels on its own roof."),
    ("en", "Bolderik sold 40 of the laptops."),
    ("nl", "Het aantal leerlingen van Bolderik steeg in 2026 met 60."),
    ("en", "The number of pupils at Bolderik rose by 60 in 2026."),
    ("en", "The number of complaints from pupils at Bolderik fell to 12."),
    ("nl", "Het aantal klachten van leerlingen op Bolderik daalde naar 12."),
]


@pytest.mark.parametrize(("language", "text"), SLIPS)
def test_a_slip_is_found_through_the_label_alone(language, text):
    plain, start, end = marked(text)
    assert any(f.start < end and start < f.end for f in _alarms(plain, language))


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_what_is_true_or_about_something_else_raises_no_alarm(language, text):
    assert [(f.text, f.explanation) for f in _alarms(text, language)] == []
