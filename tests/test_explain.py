"""What a finding says: one plain sentence, the right value with how it follows, the suggestion, the evidence."""

from __future__ import annotations

import pytest
from small_base import alarms, check

from checker.report import Verdict


def alarm(text, language, ui, day="2025-05-20"):
    (found,) = alarms(check(text, language, day, ui))
    return found


@pytest.mark.parametrize(
    ("ui", "expected"),
    [("nl", "37 op 20 mei 2025 (geboren 14 maart 1988)"), ("en", "37 on 20 May 2025 (born 14 March 1988)")],
)
def test_an_age_says_how_it_follows(ui, expected):
    found = alarm("De 38-jarige Nora Vellinga zeilt.", "nl", ui)
    assert found.expected == expected
    assert found.expected_value == {"type": "age", "number": 37, "unit": "year"}
    assert found.claimed_value["number"] == 38
    assert found.evidence[0].statement == "nora-vellinga.born"


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "Halmstra heeft 225 medewerkers."), ("en", "Halmstra has 225 employees.")],
)
@pytest.mark.parametrize(("ui", "ended"), [("nl", "31 december 2024"), ("en", "31 December 2024")])
def test_an_outdated_value_says_until_when_it_held_and_what_holds_now(language, text, ui, ended):
    found = alarm(text, language, ui)
    assert found.verdict is Verdict.OUTDATED
    assert ended in found.explanation
    assert found.expected == "240"
    assert found.expected_value == {"type": "count", "number": 240}
    assert [proof.valid for proof in found.evidence] == ["2024-01-01/2024-12-31", "2025-01-01/2025-12-31"]


@pytest.mark.parametrize(("ui", "since"), [("nl", "1 januari 2026"), ("en", "1 January 2026")])
def test_what_is_only_true_later_says_from_when(ui, since):
    found = alarm("Halmstra heeft 262 medewerkers.", "nl", ui)
    assert found.verdict is Verdict.CONTRADICTED
    assert since in found.explanation
    assert found.expected == "240"


@pytest.mark.parametrize(
    ("language", "text", "ui", "expected"),
    [
        ("nl", "De Falk 9 weegt 2,6 ton.", "nl", "2350 kilogram (2,35 ton)"),
        ("en", "The Falk 9 weighs 2.6 tonnes.", "en", "2350 kilograms (2.35 tonnes)"),
        ("nl", "De Falk 9 heeft een lengte van 9,8 meter.", "nl", "9,2 meter"),
    ],
)
def test_a_quantity_is_shown_in_the_unit_of_the_text_as_well(language, text, ui, expected):
    assert alarm(text, language, ui).expected == expected


@pytest.mark.parametrize(
    ("language", "text", "repair"),
    [
        ("nl", "Halmstra is opgericht in mei 1962.", "mei 1952"),
        ("en", "Halmstra was founded in May 1962.", "May 1952"),
        ("nl", "Halmstra is opgericht in 1962.", "1952"),
        ("en", "Halmstra was founded on 7 May 1962.", "7 May 1952"),
        ("nl", "Iris Kuipers werd geboren op 12 juni 1979.", "augustus 1979"),
    ],
)
def test_a_date_is_suggested_as_finely_as_it_is_written_and_known(language, text, repair):
    assert [suggested.text for suggested in alarm(text, language, language).repairs][:1] == [repair]


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "Zdeněk Brandl behaalde vijf overwinningen."), ("en", "Zdeněk Brandl has taken five wins.")],
)
def test_a_derived_value_shows_the_rows_behind_it(language, text):
    found = alarm(text, language, "en")
    assert [row["year"] for row in found.evidence[0].rows] == ["2011", "2013", "2016", "2019"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "In 2022 werd Nora Vellinga tweede."), ("en", "In 2022 Nora Vellinga finished second.")],
)
def test_the_other_repair_of_a_rank_is_its_year(language, text):
    found = alarm(text, language, language)
    assert "2023" in [repair.text for repair in found.repairs]
    assert {"subject", "cue"} <= {part.role for part in found.parts}


@pytest.mark.parametrize(
    ("ui", "words"),
    [("nl", ["De tekst zegt", "Halmstra Jachten", "240"]), ("en", ["The text says", "Halmstra Jachten", "240"])],
)
def test_the_explanation_is_a_sentence_in_the_language_of_the_interface(ui, words):
    found = alarm("Halmstra heeft 250 medewerkers.", "nl", ui)
    assert all(word in found.explanation for word in words)
    assert found.explanation.endswith(".")
    assert found.subject_name == "Halmstra Jachten"
    assert found.property_label == {"nl": "medewerkers", "en": "employees"}[ui]
    assert found.evidence[0].file.endswith("things.yaml")
    assert found.evidence[0].line > 1


@pytest.mark.parametrize("text", ["Halmstra heeft 250 medewerkers.", "Bij Halmstra werken 250 mensen."])
def test_a_small_figure_is_marked_together_with_its_noun(text):
    found = alarm(text, "nl", "nl")
    assert found.text.startswith("250 ")
    assert [(r.start, r.end) for r in found.repairs] == [(found.start, found.start + 3)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            "De 38-jarige Nora Vellinga zeilt. Zij werd in 2023\nderde in de Zilvermeerronde. Halmstra heeft 225 medewerkers.",
        ),
        ("en", "Nora Vellinga, 38, has started 15 times. In 2023 she came\nthird. Halmstra has 225 employees."),
    ],
)
def test_the_parts_of_a_finding_are_what_stands_there(language, text):
    findings = check(text, language, "2025-05-20").findings
    parts = [part for finding in findings for part in (*finding.parts, *finding.related)]
    assert len(parts) >= 3
    assert all(part.text and text[part.start : part.end] == part.text for part in parts)
