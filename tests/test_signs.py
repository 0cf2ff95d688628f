"""What a sentence says without a cue word: by the order and kind of the words around a name."""

from __future__ import annotations

import pytest
from small_base import check, marked

from checker.report import Verdict


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


def judged(text, language):
    """The verdicts on the marked words."""
    plain, start, end = marked(text)
    return {f.verdict for f in check(plain, language).findings if f.start < end and start < f.end}


YES, NO, NOTHING = {Verdict.SUPPORTED}, {Verdict.CONTRADICTED}, set()


@pytest.mark.parametrize(
    ("language", "text", "verdicts"),
    [
        # an adjective before the name, through plain words, and not before a noun of its own
        ("nl", "De ⟦Nederlandse⟧ Nora Vellinga won.", YES),
        ("en", "⟦Dutch⟧ sailor Nora Vellinga won.", YES),
        ("nl", "De ⟦Belgische⟧ zeilster Nora Vellinga won.", NO),
        ("en", "⟦Belgian⟧ sailor Nora Vellinga won.", NO),
        ("nl", "De ⟦Belgische⟧ vriend van Nora Vellinga won.", NOTHING),
        ("en", "The ⟦Belgian⟧ friend of Nora Vellinga won.", NOTHING),
        ("nl", "Het ⟦Belgische⟧ publiek zag Nora Vellinga winnen.", NOTHING),
        pytest.param(
            "en",
            "The ⟦Belgian⟧ crowd saw Nora Vellinga win.",
            NOTHING,
            marks=wrong("an adjective passes over its own noun and a verb that no list knows"),
        ),
        ("nl", "Zij won de ⟦Belgische⟧ Halmstra-beker.", NOTHING),
        # origin
        ("nl", "Nora Vellinga uit ⟦Nederland⟧ won.", YES),
        ("en", "Nora Vellinga from the ⟦Netherlands⟧ won.", YES),
        (
            "nl",
            "Nora Vellinga uit ⟦België⟧ won.",
            NO,
        ),
        ("en", "Nora Vellinga from ⟦Belgium⟧ won.", NO),
        ("nl", "Nora Vellinga kocht een boot uit ⟦Polen⟧.", NOTHING),
        ("en", "Nora Vellinga bought a boat from ⟦Poland⟧.", NOTHING),
        ("nl", "Nora Vellinga won van Karel Dijkgraaf uit ⟦Polen⟧.", NOTHING),
        (
            "en",
            "Nora Vellinga beat Karel Dijkgraaf from ⟦Poland⟧.",
            NOTHING,
        ),
        # a place within a place
        ("nl", "De finish is in Sigtun, ⟦Zweden⟧.", YES),
        ("en", "The finish is in Sigtun, ⟦Sweden⟧.", YES),
        ("nl", "De finish is in Sigtun (⟦Polen⟧).", NO),
        ("en", "The finish is in Sigtun (⟦Poland⟧).", NO),
        ("nl", "Van Sigtun varen zij naar ⟦Polen⟧.", NOTHING),
        ("en", "From Sigtun they sail to ⟦Poland⟧.", NOTHING),
        ("nl", "Sigtun en ⟦Polen⟧ doen mee.", NOTHING),
        ("en", "Sigtun and ⟦Poland⟧ take part.", NOTHING),
        # a route
        ("nl", "De Zilvermeerronde 2025 loopt van Lemmer naar ⟦Sigtun⟧.", YES),
        ("en", "The Zilvermeerronde 2025 runs from Lemmer to ⟦Sigtun⟧.", YES),
        ("nl", "De Zilvermeerronde 2025 loopt van ⟦Sigtun⟧ naar Polen.", NO),
        ("en", "The Zilvermeerronde 2025 runs from ⟦Sigtun⟧ to Poland.", NO),
        ("nl", "De bus rijdt van ⟦Sigtun⟧ naar Lemmer.", NOTHING),
        ("en", "The bus goes from ⟦Sigtun⟧ to Lemmer.", NOTHING),
        # two names as a pair
        ("nl", "Nora Vellinga en ⟦Zdeněk Brandl⟧ varen samen.", YES),
        ("en", "Nora Vellinga and ⟦Zdeněk Brandl⟧ sail together.", YES),
        ("nl", "Nora Vellinga en ⟦Iris Kuipers⟧ praten.", NOTHING),
        ("en", "Nora Vellinga and ⟦Iris Kuipers⟧ talk.", NOTHING),
        # a role beside a name
        ("nl", "⟦Algemeen directeur⟧ Iris Kuipers is blij.", YES),
        ("en", "Iris Kuipers, Halmstra's ⟦managing director⟧, is pleased.", YES),
        ("nl", "De ⟦algemeen directeur⟧ sprak met Nora Vellinga.", NOTHING),
        ("en", "The ⟦managing director⟧ spoke with Nora Vellinga.", NOTHING),
        ("nl", "Een ⟦woordvoerder⟧ van Nora Vellinga sprak.", NOTHING),
        ("en", "A ⟦spokesperson⟧ for Nora Vellinga spoke.", NOTHING),
    ],
)
def test_signs(language, text, verdicts):
    assert judged(text, language) == verdicts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Iris Kuipers\nAlgemeen directeur, Halmstra"),
        ("en", "Iris Kuipers\nManaging director, Halmstra"),
    ],
)
def test_a_role_on_the_line_below_a_name_is_that_persons(language, text):
    found = check(text, language).findings
    assert [f.subject for f in found if f.property == "role" and f.verdict is Verdict.SUPPORTED] == ["iris-kuipers"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "# Stuurman\nZdeněk Brandl"), ("en", "# Helmsman\nZdeněk Brandl")],
)
def test_a_name_alone_under_a_heading_that_is_a_cue_is_its_value(language, text):
    found = check(text, language).findings
    assert [(f.property, f.verdict) for f in found] == [("sailing_master", Verdict.SUPPORTED)]
