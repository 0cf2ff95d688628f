"""What a figure is weighed as, beside what the words around it signal: the statements that it could be a wrong one of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import base, checker, document

from checker.distortions import is_slip
from checker.evidence.edges import edges, held_by
from checker.factbase.model import Amount, Moment
from checker.period import parse
from checker.values import read_values

CASES = [
    # the beginning of a role, and the end of one
    ("nl", "Femke Roorda zit er sinds ⟦2021⟧ als woordvoerder.", "femke-roorda.role", "2023-02-01"),
    ("en", "Femke Roorda has been there as spokesperson since ⟦2021⟧.", "femke-roorda.role", "2023-02-01"),
    ("nl", "Tot ⟦2019⟧ was Dirk Okma algemeen directeur.", "dirk-okma.role", "2021-08-31"),
    ("en", "Dirk Okma stayed managing director until ⟦2019⟧.", "dirk-okma.role", "2021-08-31"),
    # the last one of a count
    ("nl", "Nora Vellinga ging voor haar ⟦dertiende⟧ start naar Lemmer.", "nora-vellinga.starts", "12"),
    ("en", "For her ⟦thirteenth⟧ start Nora Vellinga went to Lemmer.", "nora-vellinga.starts", "12"),
    # a bare age, and the years since a date
    ("nl", "Nora Vellinga, een zeilster die deze maand ⟦veertig⟧ werd, lacht.", "nora-vellinga.born", "37"),
    ("en", "Nora Vellinga, a sailor who turned ⟦forty⟧ this month, smiles.", "nora-vellinga.born", "37"),
    ("nl", "Halmstra heeft er met ⟦83 jaar⟧ veel zien veranderen.", "halmstra.founded", "73"),
    ("en", "Halmstra has ⟦83 years⟧ of change behind it.", "halmstra.founded", "73"),
    # millions without a currency
    ("nl", "De Waterbond kreeg er ⟦12 miljoen⟧ in.", "waterbond.gifts", "11000000"),
    ("en", "Waterbond got ⟦12 million⟧ of it.", "waterbond.gifts", "11000000"),
    # a slip of the hand, and one of the calendar, of what the text does not name
    ("nl", "Er deden 1.420 kilometer lang veel boten mee: ⟦1.420 kilometer⟧.", "zilvermeer-2025.distance", "1240"),
    ("nl", "De Havenhal is klaar. Op ⟦12 mei 2019⟧ gingen de deuren los.", "havenhal.opened", "2019-04-12"),
    ("en", "The Havenhal is ready. On ⟦12 May 2019⟧ its doors swung wide.", "havenhal.opened", "2019-04-12"),
]

SILENT = [
    ("nl", "Op ⟦7 april 1952⟧ stormde het in Lemmer."),
    ("nl", "Op ⟦12 mei 2019⟧ trouwde zij in Lemmer."),
    ("en", "On ⟦5 June 2025⟧ there is a fair in Lemmer."),
]


def readings(text, language):
    start, end = text.index("⟦"), text.index("⟧") - 1
    weighing = checker().weighing(document(text.replace("⟦", "").replace("⟧", ""), language))
    for scene in weighing.scenes:
        for mention in scene.values:
            if mention.start < end and start < mention.end:
                yield from weighing.figures.slips(scene, mention)


def shown(value):
    if isinstance(value, Amount):
        return str(value.number if value.number is not None else value.low)
    return value.period.edtf if isinstance(value, Moment) else str(value)


@pytest.mark.parametrize(("language", "text", "statement", "expected"), CASES)
def test_a_figure_is_weighed_as_a_wrong_one_of_what_it_could_be(language, text, statement, expected):
    found = {(c.statement.id, shown(c.reading.expected)) for c in readings(text, language)}
    assert any(one.startswith(statement) and value.startswith(expected) for one, value in found), found


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_day_is_of_nothing_that_the_text_does_not_name(language, text):
    assert [c.statement.id for c in readings(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Femke Roorda spreekt voor Halmstra sinds ⟦2023⟧."),
        ("en", "Femke Roorda speaks for Halmstra since ⟦2023⟧."),
    ],
)
def test_the_nearest_word_says_whether_a_date_begins_or_ends(language, text):
    assert not any(c.statement.id == "dirk-okma.role" for c in readings(text, language))


def test_the_ends_of_what_holds_for_a_time_are_dates_of_the_same_statement():
    for edge in edges(base()):
        assert edge.date.id == edge.held.id
        assert edge.date.subject in (edge.held.subject, getattr(edge.held.value, "id", None))
        assert held_by(base(), edge.date) == edge.held
        assert edge.date.value.period.overlaps(edge.held.valid)


def test_a_statement_is_no_end_of_another_one():
    assert [s.id for s in base().statements if held_by(base(), s) is not None] == []


@pytest.mark.parametrize(
    ("written", "recorded", "slip"),
    [
        ("12 May 2024", "2024-04-12", True),
        ("9 June 2024", "2024-06-19", True),
        ("21 June 2024", "2024-06-12", True),
        ("13 June 2024", "2024-06-12", False),
        ("12 June 2024", "2024-06-12", False),
        ("13 May 2024", "2024-06-12", False),
        ("12 May 2023", "2024-06-12", False),
        ("May 2024", "2024-04-12", False),
    ],
)
def test_one_slip_of_the_calendar(written, recorded, slip):
    value = next(iter(read_values(f"It was on {written}.", "en", parse("2024-08-01"))))
    assert is_slip(value, Moment(parse(recorded))) is slip


@given(st.dates().filter(lambda day: day.year > 999))
def test_a_right_date_is_no_slip(day):
    value = next(iter(read_values(f"It was on {day.day} {day:%B} {day.year}.", "en", None)), None)
    assert value is None or not is_slip(value, Moment(parse(day.isoformat())))
