"""From readings to a verdict, with readings made by hand: what supports, what may alarm, and what stops an alarm."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from checker.comparing import Agreement
from checker.factbase.model import Amount, Statement
from checker.linking.readings import Reading
from checker.period import parse
from checker.properties import built_in
from checker.report import Verdict
from checker.verdicts import judge

INSIDE, PARTIAL, APART = Agreement.INSIDE, Agreement.PARTIAL, Agreement.APART
NOW = parse("2025-05-20")
TWO_YEARS = timedelta(days=731)
FACT = Amount(low=Decimal(4), high=Decimal(4))


def reading(agreement, who="jane", prop="wins", *, valid=None, conflicts=(), vetoes=(), rival=False, **given):
    """A reading that is sure of its subject and its cue, unless it is told otherwise."""
    statement = Statement(
        id=f"{who}.{prop}.{valid}",
        subject=who,
        property=built_in()[prop],
        value=FACT,
        valid=parse(valid) if valid else None,
    )
    sure = {"subject": 1.0, "cue": 1.0, "qualifier": 0.0, "when": "always"}
    return Reading(
        statement=statement,
        agreement=agreement,
        expected=FACT,
        conflicts=conflicts,
        vetoes=vetoes,
        parts=(),
        rival=rival,
        **{**sure, **given},
    )


def verdict(*readings, planned=False, past=False, as_of=NOW):
    return judge(readings, as_of, TWO_YEARS, planned=planned, past=past).verdict


def test_no_reading_gives_no_verdict():
    judgement = judge([], NOW, TWO_YEARS, planned=False, past=False)
    assert (judgement.verdict, judgement.reading, judgement.reason) == (Verdict.UNVERIFIED, None, "no-statement")


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([reading(INSIDE)], Verdict.SUPPORTED),
        ([reading(APART)], Verdict.CONTRADICTED),
        ([reading(PARTIAL)], Verdict.UNVERIFIED),
        # a close reading in which the text is right stops the alarm
        ([reading(APART), reading(INSIDE, prop="titles", cue=0.9)], Verdict.SUPPORTED),
        ([reading(APART), reading(INSIDE, prop="titles", cue=0.65)], Verdict.UNVERIFIED),
        ([reading(APART), reading(PARTIAL, prop="titles", cue=0.8)], Verdict.UNVERIFIED),
        # a far one does not
        ([reading(APART), reading(INSIDE, who="john", prop="titles", cue=0.2)], Verdict.CONTRADICTED),
        # the value belongs to another subject, and the nearest has the property itself
        ([reading(APART), reading(INSIDE, who="john", rival=True)], Verdict.CONTRADICTED),
    ],
)
def test_one_reading_against_another(readings, expected):
    assert verdict(*readings) is expected
    assert verdict(*reversed(readings)) is expected


@pytest.mark.parametrize(
    "doubt",
    [
        {"vetoes": ("a plan or rumour",)},
        {"subject": 0.5},
        {"cue": 0.45},
        {"conflicts": (("year", "own", 0, 4),)},
        {"when": "elsewhen"},
    ],
    ids=lambda doubt: next(iter(doubt)),
)
def test_any_doubt_stops_an_alarm(doubt):
    assert verdict(reading(APART, **doubt)) is Verdict.UNVERIFIED


def test_a_veto_stops_no_support():
    assert verdict(reading(INSIDE, vetoes=("a plan or rumour",))) is Verdict.SUPPORTED


def test_a_weak_reading_supports_nothing():
    assert verdict(reading(INSIDE, subject=0.4, cue=0.4)) is Verdict.UNVERIFIED


def test_confidence_follows_the_score_and_stays_below_one():
    sure, doubtful = (
        judge([reading(INSIDE, subject=subject, qualifier=1.0)], NOW, TWO_YEARS, planned=False, past=False)
        for subject in (1.0, 0.5)
    )
    assert doubtful.confidence < sure.confidence <= 1.0


def old(valid, **given):
    return reading(INSIDE, valid=valid, **{"when": "past", **given})


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        # ended lately: outdated, with or without a successor
        ([old("2023-01-01/2024-12-31")], Verdict.OUTDATED),
        ([old("2023-01-01/2024-12-31"), reading(APART, valid="2025-01-01/..", when="now")], Verdict.OUTDATED),
        ([old("2020-01-01/2023-05-21")], Verdict.OUTDATED),
        # ended long ago: wrong where there is a successor, else nobody knows
        ([old("2020-01-01/2023-05-01")], Verdict.UNVERIFIED),
        ([old("2020-01-01/2023-05-01"), reading(APART, valid="2023-05-02/..", when="now")], Verdict.CONTRADICTED),
        # not yet
        ([old("2026-01-01/..", when="later")], Verdict.CONTRADICTED),
        # vetoed
        ([old("2023-01-01/2024-12-31", vetoes=("somebody else",))], Verdict.UNVERIFIED),
    ],
)
def test_what_was_or_will_be_true(readings, expected):
    assert verdict(*readings) is expected


def test_the_successor_of_an_outdated_value_is_told():
    successor = reading(APART, valid="2025-01-01/..", when="now")
    stranger = reading(APART, who="john", when="now", cue=0.6)
    judgement = judge([old("2023-01-01/2024-12-31"), stranger, successor], NOW, TWO_YEARS, planned=False, past=False)
    assert judgement.also == (successor,)


def test_not_yet_says_so():
    judgement = judge([old("2026-01-01/..", when="later")], NOW, TWO_YEARS, planned=False, past=False)
    assert judgement.reason == "not-yet"


def test_how_long_a_value_is_outdated_is_the_callers_choice():
    ended = old("2023-01-01/2024-12-31")
    assert judge([ended], NOW, timedelta(days=30), planned=False, past=False).verdict is Verdict.UNVERIFIED


def test_a_sentence_about_the_past_or_the_future_is_not_outdated():
    assert verdict(old("2023-01-01/2024-12-31"), past=True) is Verdict.UNVERIFIED
    assert verdict(old("2026-01-01/..", when="later"), planned=True) is Verdict.SUPPORTED


def test_an_undated_text_is_not_outdated():
    assert verdict(old("2023-01-01/2024-12-31"), as_of=None) is Verdict.UNVERIFIED
    assert verdict(reading(INSIDE, when="unknown", valid="2023"), as_of=None) is Verdict.SUPPORTED
    assert verdict(reading(APART, when="unknown", valid="2023"), as_of=None) is Verdict.CONTRADICTED


def test_the_reason_says_whose_the_value_may_be():
    def reason(*readings):
        return judge(readings, NOW, TWO_YEARS, planned=False, past=False).reason

    assert reason(reading(APART, rival=True, vetoes=("another subject is nearer",))) == "other-subject"
    assert reason(reading(PARTIAL)) == "too-precise"
    assert reason(reading(APART, cue=0.1)) == "no-statement"


def test_another_repair_that_costs_as_little_is_shown_too():
    wrong_value = reading(APART)
    wrong_year = replace(reading(INSIDE, valid="2023"), conflicts=(("year", "own", 3, 7),))
    judgement = judge([wrong_value, wrong_year], NOW, TWO_YEARS, planned=False, past=False)
    assert judgement.verdict is Verdict.CONTRADICTED
    assert judgement.also == (wrong_year,)


def test_of_dates_that_are_as_good_the_near_one_is_meant():
    first = reading(APART, "first", "opened", days_off=1200)
    second = reading(APART, "second", "opened", subject=0.7, days_off=7)
    assert judge([first, second], NOW, TWO_YEARS, planned=False, past=False).reading is second
    near = reading(APART, "second", "opened", subject=0.7, days_off=1000)
    assert judge([first, near], NOW, TWO_YEARS, planned=False, past=False).reading is first
    unsure = reading(APART, "second", "opened", subject=0.7, days_off=7, vetoes=("a plan or rumour",))
    assert judge([first, unsure], NOW, TWO_YEARS, planned=False, past=False).reading is first
