"""The checks that need no claim: weekdays, placeholders, contacts, names. Each with what it must leave alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import DAY, check

from checker.report import Severity, Verdict
from checker.wording import messages


def found(text, language, name, day="2025-05-20"):
    """(text, expected) of the alarms of one check."""
    return [
        (f.text, f.expected)
        for f in check(text, language, day).findings
        if f.check == name and f.verdict is not Verdict.SUPPORTED
    ]


WEEKDAYS = {"nl": messages("nl").weekdays, "en": messages("en").weekdays}
MONTHS = {"nl": messages("nl").months, "en": messages("en").months}


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)), st.integers(0, 6), st.sampled_from(["nl", "en"]))
def test_a_weekday_with_a_full_date_is_right_or_told(day, number, language):
    written = WEEKDAYS[language][number]
    text = f"Zie {written} {day.day} {MONTHS[language][day.month - 1]} {day.year}."
    right = WEEKDAYS[language][day.weekday()]
    expected = [] if number == day.weekday() else [(written, right)]
    assert found(text, language, "weekday") == expected


@pytest.mark.parametrize(
    ("language", "text", "alarms"),
    [
        ("nl", "Het is op dinsdag 18-06-2025.", [("dinsdag", "woensdag")]),
        ("en", "It is on 18 June 2025 (Tuesday).", [("Tuesday", "Wednesday")]),
        ("en", "It is on Tuesday, June 18, 2025.", [("Tuesday", "Wednesday")]),
        # any day near the date of the text may be meant where no year is given
        ("nl", "Het was op dinsdag 18 juni.", []),
        ("en", "It is on Wednesday 18 June.", []),
        # a day that is near the text's own date is that of its own year
        ("nl", "De vergadering is op vrijdag 26 juni.", [("vrijdag", "donderdag")]),
        ("en", "The meeting is on Friday 26 June.", [("Friday", "Thursday")]),
        ("nl", "De brug ging open op vrijdag 8 mei.", [("vrijdag", "donderdag")]),
        ("en", "The bridge opened on Friday 8 May.", [("Friday", "Thursday")]),
        # unless another year is spoken of, or what was
        ("nl", "Een jaar eerder was de vergadering op woensdag 26 juni.", []),
        ("en", "The first fair, in 2024, opened on Wednesday 26 June.", []),
        ("en", "The meeting was on Wednesday 26 June.", []),
        ("nl", "De kermis begint op zaterdag 7 februari.", []),
        # both ends of a stretch of days
        ("nl", "Van vrijdag 27 tot en met zaterdag 29 juni is er muziek.", [("zaterdag", "zondag")]),
        ("en", "There is music from Friday 27 to Saturday 29 June.", [("Saturday", "Sunday")]),
        # no date, or two weekdays
        ("nl", "Het is op dinsdag en woensdag.", []),
        ("en", "The Friday of June 2025 was fine.", []),
        ("nl", "Van maandag tot dinsdag 18 juni 2025.", []),
    ],
)
def test_weekdays(language, text, alarms):
    assert found(text, language, "weekday") == alarms


def test_a_weekday_without_a_year_in_a_text_without_a_date_is_left_alone():
    assert found("Het is op vrijdag 18 juni.", "nl", "weekday", None) == []


@pytest.mark.parametrize(
    ("language", "text", "alarms"),
    [
        ("nl", "Op [datum] komt [naam] met [aantal] gasten.", ["[datum]", "[naam]", "[aantal]"]),
        ("en", "On [date] we meet [name] at [place].", ["[date]", "[name]", "[place]"]),
        ("nl", "De omzet is XX miljoen.", ["XX"]),
        ("en", "It grew by xx percent.", []),
        ("en", "It grew by XXX percent.", ["XXX"]),
        ("nl", "Prijs: TBD.", ["TBD"]),
        ("en", "Lorem ipsum dolor sit amet.", ["Lorem ipsum"]),
        ("en", "Date: [TK].", ["[TK]"]),
        ("nl", "Volgt: [...]", ["[...]"]),
        # quotes, Roman numbers, sizes
        ("nl", "„Het [bedrijf] groeit”, zegt zij.", []),
        ("en", "“It [the company] is growing,” she says.", []),
        ("nl", "Lodewijk XX en maat XXL.", []),
        ("en", "Super Bowl XX was in 1986, size XXL.", []),
        ("en", "He wrote [sic] that.", []),
    ],
)
def test_placeholders(language, text, alarms):
    assert [name for name, _ in found(text, language, "placeholder")] == alarms


@pytest.mark.parametrize(
    ("text", "alarms"),
    [
        ("Mail pers@halmstra-jachten.example.", []),
        ("Mail pers@halmstra-jachten.exampel.", [("pers@halmstra-jachten.exampel", "pers@halmstra-jachten.example")]),
        ("Kijk op halmstra-jachten.example.", []),
        ("Kijk op www.halmstra-jachten.example/pers.", []),
        (
            "Kijk op www.halmsta-jachten.example.",
            [("www.halmsta-jachten.example", "https://www.halmstra-jachten.example")],
        ),
        ("Bel 0031 514 555 270.", []),
        ("Bel +31 514 555 271.", [("+31 514 555 271", "+31 514 555 270")]),
        ("Bel +31 20 123 45 67.", []),
        ("Mail info@anders.example.", []),
    ],
)
def test_contacts_near_those_of_the_base(text, alarms):
    report = check(text, "nl")
    assert [
        (f.text, f.expected) for f in report.findings if f.evidence and f.verdict is not Verdict.SUPPORTED
    ] == alarms


@pytest.mark.parametrize(
    ("text", "alarms"),
    [
        ("Kijk op htp://anders.example.", [("htp://anders.example", "http://anders.example")]),
        ("Mail info@@anders.example.", [("info@@anders.example", None)]),
        ("Bel +31 20 123.", [("+31 20 123", None)]),
        ("Bel +31 20 123 45.", [("+31 20 123 45", None)]),
    ],
)
def test_malformed_contacts(text, alarms):
    assert found(text, "nl", "contact") == alarms


@pytest.mark.parametrize(
    ("language", "text", "alarms"),
    [
        ("nl", "Ook Norah Vellinga doet mee.", [("Norah Vellinga", "Nora Vellinga")]),
        ("en", "We also see Nora Velinga.", [("Nora Velinga", "Nora Vellinga")]),
        ("nl", "Femke Roorda opent. Femmie Roorda sluit.", [("Femmie Roorda", "Femke Roorda")]),
        ("en", "Femke Roorda opens. Femmie Roorda closes.", [("Femmie Roorda", "Femke Roorda")]),
        ("nl", "Iris Cuipers opent de hal.", [("Iris Cuipers", "Iris Kuipers")]),
        ("en", "Iris Kuypers opens the hall.", [("Iris Kuypers", "Iris Kuipers")]),
        ("nl", "Ook Femke Roodra zegt niets.", [("Femke Roodra", "Femke Roorda")]),
        ("nl", "Vellinga won. Ook in de haven zong Velinga.", [("Velinga", "Vellinga")]),
        # another first name that is a slip, or with the role of the right one
        ("nl", "Irs Kuipers opent de hal.", [("Irs Kuipers", "Iris Kuipers")]),
        ("nl", "Algemeen directeur Piet Kuipers opent de hal.", [("Piet Kuipers", "Iris Kuipers")]),
        ("en", "Spokesperson Anna Roorda says nothing.", [("Anna Roorda", "Femke Roorda")]),
        ("en", "Anna Roorda, spokesperson of Halmstra, says nothing.", [("Anna Roorda", "Femke Roorda")]),
        # a name that nobody knows in two spellings
        ("nl", "Wij zagen Orla Berkvens. Later zong Orla Berckvens.", [("Orla Berckvens", "Orla Berkvens")]),
        ("en", "We saw Orla Berkvens. Later Orla Berckvens sang.", [("Orla Berckvens", "Orla Berkvens")]),
        # somebody else of the family, or of nearly the same surname
        ("nl", "De zeilster Anna Vellinga won de race.", []),
        ("nl", "Oud-directeur Piet Kuipers opent de hal.", []),
        ("nl", "Ook I. Kuipers en mevrouw Kuipers komen.", []),
        ("nl", "De familie Roorde en de heer Brandt zijn er.", []),
        ("en", "The Roorde family and Mr Brandt are here.", []),
        ("nl", "Wij zagen Orla Berkvens en Orla Berckvens.", []),
        ("nl", "Wij zagen Orla Berkvens. Later zong Orlo Berkvens.", []),
        ("en", "We saw Mette Jansen. Later Mette Jansens sang.", []),
        ("nl", "Het meer bij Lemmar is mooi, zegt Halmstrand.", []),
        # an alias alone, a surname, another person of the name
        ("nl", "Femmie Roorda opent de hal.", []),
        ("en", "Femke Roorda opens. Roorda closes.", []),
        ("nl", "Nora Vellinga komt met haar zus Sietske Vellinga.", []),
    ],
)
def test_names(language, text, alarms):
    assert found(text, language, "names") == alarms


@pytest.mark.parametrize(
    ("language", "text", "check_id", "related", "statements"),
    [
        ("nl", "De regatta is op dinsdag 7 mei 2025.", "weekday", ["dinsdag 7 mei 2025"], []),
        ("en", "The regatta is on Tuesday 7 May 2025.", "weekday", ["Tuesday 7 May 2025"], []),
        ("nl", "Ook Norah Vellinga doet mee.", "names", [], ["nora-vellinga.name"]),
        ("en", "Femke Roorda opens. Femmie Roorda closes.", "names", ["Femke Roorda"], ["femke-roorda.name"]),
    ],
)
def test_what_an_alarm_rests_on(language, text, check_id, related, statements):
    """The place to compare with, and the line of the fact base that says so."""
    (finding,) = [f for f in check(text, language, DAY).findings if f.check == check_id]
    assert [part.text for part in finding.related] == related
    assert [text[part.start : part.end] for part in finding.related] == related
    assert [item.statement for item in finding.evidence] == statements
    assert all(item.file and item.line >= 1 for item in finding.evidence)


def test_missing_accents_are_a_mere_note():
    report = check("Zdenek Brandl vaart. Zdenek Brandl wint.", "nl")
    (note,) = [f for f in report.findings if f.check == "names"]
    assert (note.text, note.expected, note.severity) == ("Zdenek Brandl", "Zdeněk Brandl", Severity.NOTE)
    assert not [f for f in check("Zdeněk Brandl vaart.", "nl").findings if f.check == "names"]


@pytest.mark.parametrize(
    ("language", "text", "alarms"),
    [
        ("nl", "De Kampcross zal op 7 mei 2025 beginnen. Okma won de Kampcross op 7 mei 2025.", ["7 mei 2025"]),
        ("en", "The Camp Cross will be run on 7 May 2025. Okma won the Camp Cross on 7 May 2025.", ["7 May 2025"]),
        # another day, another event, what somebody said, plans only
        ("nl", "De Kampcross zal op 8 mei 2025 beginnen. Okma won de Kampcross op 7 mei 2024.", []),
        ("en", "The Camp Cross will be run on 7 May 2026. Okma won the Camp Cross on 7 May 2025.", []),
        ("nl", "Het museum zal op 7 mei 2025 sluiten. Okma won de Kampcross op 7 mei 2025.", []),
        ("en", "The museum will close on 7 May 2025. Okma won the Camp Cross on 7 May 2025.", []),
        ("nl", "De Kampcross zal op 7 mei 2025 beginnen. De Kampcross van 7 mei 2025 is vol.", []),
    ],
)
def test_events_to_come(language, text, alarms):
    assert [text for text, _ in found(text, language, "coming")] == alarms
