"""The readings of a value: which statements it can speak of, how surely, and what forbids an alarm."""

from __future__ import annotations

import pytest
from small_base import DAY, base, checker, scenes

from checker.comparing import Agreement
from checker.evidence.evidence import Evidence
from checker.linking.linker import Linker
from checker.period import parse


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


def readings(text, language, value, day=DAY):
    """The readings of the value of a text that begins with some words, the best first."""
    found = scenes(text, language, day)
    judged = Evidence(base(), language, found, frozenset(), parse(day) if day else None)
    linker = Linker(judged, checker()._index(language).cues, every_veto=True)
    for scene in found:
        for mention in scene.values:
            if mention.value.text.startswith(value):
                return linker.readings(scene, mention)
    raise AssertionError(f"no value {value}")


def best(text, language, value, day=DAY):
    found = readings(text, language, value, day)
    return (found[0].statement.subject, found[0].statement.property.id) if found else None


@pytest.mark.parametrize(
    ("language", "text", "value", "statement"),
    [
        # the counted noun, the cue, the unit or the type of value says which property it is
        ("nl", "Halmstra heeft 99 medewerkers.", "99", ("halmstra", "employees")),
        ("en", "Halmstra has 99 employees.", "99", ("halmstra", "employees")),
        ("nl", "Halmstra heeft 99 werkboten.", "99", ("halmstra", "workshop_boats")),
        ("en", "Halmstra has 99 workboats.", "99", ("halmstra", "workshop_boats")),
        ("nl", "De Falk 9 weegt 99 kilo.", "99", ("falk", "weight")),
        ("en", "The Falk 9 weighs 99 kg.", "99", ("falk", "weight")),
        ("nl", "De Falk 9 heeft een lengte van 99 meter.", "99", ("falk", "length")),
        ("en", "The Falk 9 has a length of 99 metres.", "99", ("falk", "length")),
        ("nl", "Nora Vellinga is 99 jaar oud.", "99", ("nora-vellinga", "born")),
        ("en", "Nora Vellinga is 99 years old.", "99", ("nora-vellinga", "born")),
        ("nl", "Halmstra is in 1899 opgericht.", "1899", ("halmstra", "founded")),
        ("en", "Halmstra was founded in 1899.", "1899", ("halmstra", "founded")),
        ("nl", "Negenvoudig winnaar Zdeněk Brandl is er.", "Negen", ("zdenek-brandl", "wins")),
        ("en", "Nine-time winner Zdeněk Brandl is here.", "Nine", ("zdenek-brandl", "wins")),
        # the edition, not the series
        ("nl", "De Zilvermeerronde 2025 begint op 9 juli 2025.", "9 juli", ("zilvermeer-2025", "start")),
        ("en", "The Zilvermeerronde 2025 starts on 9 July 2025.", "9 July", ("zilvermeer-2025", "start")),
        # the nearest subject
        ("nl", "Halmstra is groot, maar Okkema heeft 99 medewerkers.", "99", ("okkema", "employees")),
        ("en", "Halmstra is big, but Okkema has 99 employees.", "99", ("okkema", "employees")),
    ],
)
def test_the_best_reading(language, text, value, statement):
    assert best(text, language, value) == statement


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("nl", "Acht van de veertien werkboten zijn nieuw.", "Acht"),
        ("en", "Eight of the fourteen workboats are new.", "Eight"),
        ("nl", "Nora Vellinga traint 12 keer per week.", "12"),
        ("en", "Nora Vellinga trains 12 times a week.", "12"),
        ("nl", "Halmstra heeft 4,5 medewerkers per boot.", "4,5"),
        ("en", "Halmstra has 4.5 employees per boat.", "4.5"),
        ("nl", "De Falk 9 kost 30 procent minder.", "30"),
        ("nl", "Het is 12 graden.", "12"),
        ("en", "It is 12 degrees.", "12"),
    ],
)
def test_a_part_a_rate_or_a_label_has_no_reading_that_could_alarm(language, text, value):
    found = readings(text, language, value)
    assert not [r for r in found if r.agreement is not Agreement.INSIDE and not r.vetoes and r.score > 0.6]


@pytest.mark.parametrize(
    ("language", "certain", "doubtful"),
    [
        ("nl", "Halmstra heeft 99 medewerkers.", "Er zijn hier nu 99 medewerkers."),
        ("en", "Halmstra has 99 employees.", "There are 99 employees here now."),
        ("nl", "Halmstra heeft 99 medewerkers.", "Halmstra is blij. Er zijn 99 medewerkers."),
        ("en", "Halmstra has 99 employees.", "Halmstra is pleased. There are 99 employees."),
        ("nl", "Halmstra heeft 99 medewerkers.", "De werf Zeewerf, dat groter is dan Halmstra, heeft 99 medewerkers."),
        ("en", "Halmstra has 99 employees.", "The yard Zeewerf, which is bigger than Halmstra, has 99 employees."),
        pytest.param(
            "nl",
            "Halmstra heeft 99 medewerkers.",
            "Zeewerf, dat groter is dan Halmstra, heeft 99 medewerkers.",
            marks=wrong("one unknown word that opens a sentence is no name"),
        ),
        pytest.param(
            "en",
            "Halmstra has 99 employees.",
            "Zeewerf, which is bigger than Halmstra, has 99 employees.",
            marks=wrong("one unknown word that opens a sentence is no name"),
        ),
    ],
)
def test_what_says_less_of_a_subject_scores_less(language, certain, doubtful):
    def score(text):
        return max(r.score for r in readings(text, language, "99") if r.statement.subject == "halmstra")

    assert score(doubtful) < score(certain)


def vetoes(text, language, value, who, prop):
    found = [
        r for r in readings(text, language, value) if (r.statement.subject, r.statement.property.id) == (who, prop)
    ]
    return [veto for reading in found for veto in reading.vetoes]


@pytest.mark.parametrize(
    ("language", "text", "value", "who", "prop"),
    [
        ("nl", "Halmstra heeft 99 medewerkers.", "99", "halmstra", "employees"),
        ("en", "Halmstra has 99 employees.", "99", "halmstra", "employees"),
        ("nl", "Zdeněk Brandl won 9 keer.", "9", "zdenek-brandl", "wins"),
        ("en", "Zdeněk Brandl won 9 times.", "9", "zdenek-brandl", "wins"),
        ("nl", "Zdeněk Brandl behaalde 9 zeges in de Zilvermeerronde.", "9", "zdenek-brandl", "wins"),
        ("en", "Zdeněk Brandl took 9 wins in the Zilvermeerronde.", "9", "zdenek-brandl", "wins"),
    ],
)
def test_a_plain_claim_is_not_vetoed(language, text, value, who, prop):
    assert [] in [list(r.vetoes) for r in readings(text, language, value) if r.statement.property.id == prop]
    assert not vetoes(text, language, value, who, prop)


@pytest.mark.parametrize(
    ("language", "text", "value", "who", "prop"),
    [
        # a plan, a denial, somebody else, a restriction, another time, a comparison
        ("nl", "Het doel van Halmstra is 99 medewerkers.", "99", "halmstra", "employees"),
        ("en", "The goal of Halmstra is 99 employees.", "99", "halmstra", "employees"),
        ("nl", "Halmstra heeft geen 99 medewerkers.", "99", "halmstra", "employees"),
        ("en", "Halmstra does not have 99 employees.", "99", "halmstra", "employees"),
        ("nl", "De rivaal van Halmstra heeft 99 medewerkers.", "99", "halmstra", "employees"),
        ("en", "The rival of Halmstra has 99 employees.", "99", "halmstra", "employees"),
        ("nl", "Zdeněk Brandl behaalde 9 zeges op zandondergrond.", "9", "zdenek-brandl", "wins"),
        ("en", "Zdeněk Brandl took 9 wins on sand.", "9", "zdenek-brandl", "wins"),
        ("en", "Zdeněk Brandl won 9 times at home.", "9", "zdenek-brandl", "wins"),
        ("nl", "Halmstra heeft 240 medewerkers, tegen 99 vorig jaar.", "99", "halmstra", "employees"),
        ("en", "Halmstra has 240 employees, compared with 99 last year.", "99", "halmstra", "employees"),
        ("nl", "Eén medewerker van Halmstra juicht.", "Eén", "halmstra", "employees"),
        ("en", "One employee of Halmstra cheers.", "One", "halmstra", "employees"),
    ],
)
def test_what_may_mean_something_else_is_vetoed(language, text, value, who, prop):
    found = [
        r for r in readings(text, language, value) if (r.statement.subject, r.statement.property.id) == (who, prop)
    ]
    assert all(r.vetoes or r.score < 0.6 for r in found)


@pytest.mark.parametrize(
    ("day", "when"),
    [("2024-06-01", "later"), ("2025-06-01", "now"), ("2026-06-01", "past"), (None, "unknown")],
)
def test_a_statement_holds_or_not_on_the_day_of_the_text(day, when):
    found = readings("Halmstra heeft 240 medewerkers.", "nl", "240", day)
    assert {r.when for r in found if r.statement.valid and r.statement.valid.edtf == "2025-01-01/2025-12-31"} == {when}


def test_readings_are_sorted_and_say_what_they_rest_on():
    found = readings("Halmstra heeft 99 medewerkers en Okkema niet.", "nl", "99")
    assert [r.score for r in found] == sorted((r.score for r in found), reverse=True)
    assert {part.role for part in found[0].parts} >= {"subject", "noun"}


@pytest.mark.parametrize(
    ("language", "text"), [("nl", "Halmstra heeft {} medewerkers."), ("en", "Halmstra has {} employees.")]
)
def test_the_value_itself_never_raises_a_reading(language, text):
    scores = [
        {(r.statement.id, round(r.score, 6)) for r in readings(text.format(number), language, number)}
        for number in ("240", "225", "95", "7000")
    ]
    assert scores[0] == scores[1] == scores[2] == scores[3]
