"""What a sentence says of whom and when: names that stand together, the part of a sentence that is a value's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import DAY, base, scenes

from checker.evidence.evidence import Evidence
from checker.evidence.setting import groups
from checker.period import parse


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


def evidence(text, language):
    found = scenes(text, language)
    return found, Evidence(base(), language, found, frozenset(), parse(DAY))


@pytest.mark.parametrize(
    ("language", "text", "together"),
    [
        ("nl", "Nora Vellinga en Zdeněk Brandl varen samen.", [["Nora Vellinga", "Zdeněk Brandl"]]),
        ("en", "Nora Vellinga and Zdeněk Brandl sail together.", [["Nora Vellinga", "Zdeněk Brandl"]]),
        ("nl", "Nora Vellinga won van Zdeněk Brandl.", [["Nora Vellinga"], ["Zdeněk Brandl"]]),
        ("en", "Nora Vellinga beat Zdeněk Brandl.", [["Nora Vellinga"], ["Zdeněk Brandl"]]),
        (
            "nl",
            "Nora Vellinga, Iris Kuipers en Femke Roorda juichen.",
            [["Nora Vellinga", "Iris Kuipers", "Femke Roorda"]],
        ),
        ("en", "Halmstra and the Waterbond agree.", [["Halmstra", "Waterbond"]]),
        ("en", "Unlike Zdeněk Brandl, Nora Vellinga was calm that day.", [["Zdeněk Brandl"], ["Nora Vellinga"]]),
        pytest.param(
            "nl",
            "Volgens Iris Kuipers, Halmstra en de bank is dat zo.",
            [["Iris Kuipers", "Halmstra"]],
        ),
    ],
)
def test_names_that_stand_together_are_one_subject(language, text, together):
    found = [
        [m.text for m in group.mentions if m.how == "name"] for group in groups(scenes(text, language)[0], language)
    ]
    assert [names for names in found if names] == together


def own_part(text, language, value):
    """The words that belong to a value alone, without what joins them to the next."""
    found, judged = evidence(text, language)
    scene = found[0]
    mention = next(v for v in scene.values if v.value.text.startswith(value))
    first, last = judged.times.segment(scene, mention)
    return (
        text[scene.sentence.tokens[first].start : scene.sentence.tokens[last].end]
        .rstrip(".,")
        .removesuffix(" en")
        .removesuffix(" and")
    )


@pytest.mark.parametrize(
    ("language", "text", "value", "part"),
    [
        ("nl", "Halmstra heeft 240 medewerkers.", "240", "Halmstra heeft 240 medewerkers"),
        ("nl", "Halmstra heeft 240 medewerkers en 14 boten.", "240", "Halmstra heeft 240 medewerkers"),
        ("nl", "Halmstra heeft 240 medewerkers en 14 boten.", "14", "14 boten"),
        ("en", "Halmstra has 240 employees and 14 boats.", "14", "14 boats"),
        ("en", "In 2023 she came second, in 2024 first.", "second", "In 2023 she came second"),
        ("nl", "Halmstra heeft 240 medewerkers; Okkema heeft er 95.", "240", "Halmstra heeft 240 medewerkers"),
    ],
)
def test_values_of_one_type_share_a_sentence_out(language, text, value, part):
    assert own_part(text, language, value) == part


def clause_date(text, language, value):
    found, judged = evidence(text, language)
    scene = found[-1]
    mention = next(v for v in scene.values if v.value.text.startswith(value))
    date = judged.times.clause_date(scene, mention)
    return date.edtf if date else None


@pytest.mark.parametrize(
    ("language", "text", "value", "date"),
    [
        ("nl", "In 2024 had Halmstra 225 medewerkers.", "225", "2024"),
        ("en", "In 2024 Halmstra had 225 employees.", "225", "2024"),
        ("nl", "Halmstra had 225 medewerkers in 2024.", "225", "2024"),
        ("en", "Halmstra had 225 employees in 2024.", "225", "2024"),
        ("nl", "Halmstra heeft 225 medewerkers.", "225", None),
        ("nl", "Sinds 2024 heeft Halmstra 225 medewerkers.", "225", None),
        ("en", "Since 2024 Halmstra has had 225 employees.", "225", None),
        ("nl", "Halmstra heeft 225 medewerkers, en in 2030 komt er een hal.", "225", None),
        ("en", "Halmstra has 225 employees, and in 2030 there will be a hall.", "225", None),
        ("nl", "Het in 1952 opgerichte Halmstra heeft 225 medewerkers.", "225", None),
        ("en", "Halmstra, founded in 1952, has 225 employees.", "225", None),
    ],
)
def test_a_date_in_the_clause_of_a_value_says_when_it_held(language, text, value, date):
    assert clause_date(text, language, value) == date


def subject(text, language, value, statement_id):
    """How well a text names the subject of a statement for a value in its last sentence."""
    found, judged = evidence(text, language)
    scene = found[-1]
    mention = next(v for v in scene.values if v.value.text.startswith(value))
    statement = next(s for s in base().statements if s.subject == statement_id[0] and s.property.id == statement_id[1])
    whole = (0, len(scene.sentence.tokens) - 1)
    return judged.subjects.answer(statement, scene, mention.first, mention.last, whole)


HALMSTRA, OKKEMA = ("halmstra", "employees"), ("okkema", "employees")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Halmstra heeft vandaag 95 medewerkers, anders dan Okkema."),
        ("en", "Halmstra has 95 employees today, unlike Okkema."),
    ],
)
def test_the_nearest_name_is_the_subject_and_a_further_one_has_a_rival(language, text):
    near, far = (subject(text, language, "95", who) for who in (HALMSTRA, OKKEMA))
    assert near.score > far.score
    assert not near.rival
    assert far.rival


@pytest.mark.parametrize(
    ("language", "named", "meant", "absent", "unknown"),
    [
        (
            "nl",
            "Halmstra heeft 95 medewerkers.",
            "Halmstra groeit. Het bedrijf heeft 95 medewerkers.",
            "Er zijn 95 medewerkers.",
            "Ook in Zeewerf werken 95 medewerkers.",
        ),
        (
            "en",
            "Halmstra has 95 employees.",
            "Halmstra is growing. The company has 95 employees.",
            "There are 95 employees.",
            "At the new Zeewerf there are 95 employees.",
        ),
    ],
)
def test_a_name_is_surer_than_a_reference_and_that_than_none(language, named, meant, absent, unknown):
    scores = [subject(text, language, "95", HALMSTRA).score for text in (named, meant, absent, unknown)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores[:3])) == 3
    assert all(0 <= score <= 1 for score in scores)


@given(st.sampled_from(["nl", "en"]), st.integers(0, 5000), st.integers(0, 5000))
def test_the_value_never_decides_who_is_meant(language, one, other):
    texts = {
        "nl": "Halmstra heeft {} medewerkers, anders dan Okkema.",
        "en": "Halmstra has {} employees, unlike Okkema.",
    }
    answers = [
        subject(texts[language].format(number), language, str(number), HALMSTRA).score for number in (one, other)
    ]
    assert answers[0] == answers[1]
