"""What a whole check must find, confirm and leave alone: sentence by sentence, Dutch and English beside each other.

The sentences stand in `slips.yaml`, `confirmed.yaml`, `unconfirmed.yaml` and `silence.yaml`, the fact base in
`small_base.py`. A case with `fails` (or `unrepaired`, where the suggestion is no good) is one that the checker gets wrong
today, with the reason: take the entry away when the test says that it passes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from small_base import DAY, NAMES, alarms, base, check, document, marked

from checker.checks import Check
from checker.factbase.model import EMPTY
from checker.pipeline import Checker, Options
from checker.plugins import discover
from checker.report import Verdict

FOLDER = Path(__file__).parent


def cases(table, *fields, fails="fails"):
    """The cases of a table, one per language: text, language, day, and what stands in the fields named."""
    found = []
    for case in yaml.safe_load((FOLDER / table).read_text(encoding="utf-8")):
        day = str(case.get("day", DAY))
        for language in ("nl", "en"):
            wrong = case.get(fails, {}).get(language)
            marks = [pytest.mark.xfail(strict=True, reason=wrong)] if wrong else []
            rest = [value.get(language) if isinstance(value := case.get(name), dict) else value for name in fields]
            values = (case[language], language, None if day == "-" else day, *rest)
            found.append(pytest.param(*values, marks=marks, id=f"{case['what']}-{language}"))
    return found


def at(findings, start, end):
    return [finding for finding in findings if finding.start < end and start < finding.end]


@pytest.mark.parametrize(("text", "language", "day", "verdict", "right"), cases("slips.yaml", "is", "right"))
def test_a_slip_is_found_at_its_place(text, language, day, verdict, right):
    plain, start, end = marked(text)
    found = alarms(check(plain, language, day))
    assert at(found, start, end), "not found"
    assert at(found, start, end) == found, "something right is called wrong"
    assert {finding.verdict for finding in found} == {Verdict(verdict or "contradicted")}
    if right is not None:
        assert [finding.repairs[0].text for finding in found if finding.repairs] == [right]


@pytest.mark.parametrize(("text", "language", "day"), cases("silence.yaml"))
def test_what_may_be_right_raises_no_alarm(text, language, day):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language, day))] == []


@pytest.mark.parametrize(("text", "language", "day"), cases("confirmed.yaml"))
def test_what_is_right_is_confirmed(text, language, day):
    plain, start, end = marked(text)
    report = check(plain, language, day)
    assert not alarms(report)
    assert Verdict.SUPPORTED in {finding.verdict for finding in at(report.findings, start, end)}


@pytest.mark.parametrize(("text", "language", "day"), cases("unconfirmed.yaml"))
def test_what_only_holds_a_known_value_is_not_called_true(text, language, day):
    plain, start, end = marked(text)
    found = at(check(plain, language, day).findings, start, end)
    assert [f"{f.subject}: {f.explanation}" for f in found if f.verdict is Verdict.SUPPORTED] == []


@pytest.mark.parametrize("table", ["slips.yaml", "silence.yaml", "confirmed.yaml", "unconfirmed.yaml"])
def test_no_two_cases_of_a_table_have_one_name(table):
    names = [case["what"] for case in yaml.safe_load((FOLDER / table).read_text(encoding="utf-8"))]
    assert len(names) == len(set(names))


# --- the report as a whole ---------------------------------------------------------------------------------------------

# One text with something of everything: what is right, what is wrong, and what nobody knows.
MIXED = {
    "nl": (
        "# De Zilvermeerronde 2025\nDe 38-jarige Nora Vellinga neemt Zdeněk Brandl mee. Zij werd in 2023 tweede.\n"
        "Halmstra heeft 250 medewerkers en 38 leerlingen, zegt woordvoerder Femke Roorda.\n"
        "De start is op woensdag 3 juni 2025. Mail pers@halmstra-jachten.example of [naam]. Norah Vellinga is er."
    ),
    "en": (
        "# The Zilvermeerronde 2025\n38-year-old Nora Vellinga takes Zdeněk Brandl along. She finished second in 2023.\n"
        "Halmstra has 250 employees and 38 apprentices, says spokesperson Femke Roorda.\n"
        "The start is on Wednesday 3 June 2025. Mail pers@halmstra-jachten.example or [name]. Norah Vellinga is there."
    ),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_text_gives_every_kind_of_verdict(language):
    report = check(MIXED[language], language)
    kinds = {finding.verdict for finding in report.findings}
    assert kinds >= {Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.INCONSISTENT, Verdict.MISSPELLED}
    assert "38" in {item.text for item in report.unverified}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_findings_stand_in_the_order_of_the_text_and_say_why(language):
    report = check(MIXED[language], language)
    assert [f.start for f in report.findings] == sorted(f.start for f in report.findings)
    assert [item.start for item in report.unverified] == sorted(item.start for item in report.unverified)
    for finding in report.findings:
        assert finding.text == MIXED[language][finding.start : finding.end]
        assert finding.text in finding.sentence
        assert "{" not in finding.explanation
        assert finding.check != "fact" or finding.evidence


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_value_is_both_judged_and_unverified(language):
    report = check(MIXED[language], language)
    for item in report.unverified:
        assert not at(report.findings, item.start, item.end)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_prose_is_in_the_language_of_the_interface_and_suggestions_in_that_of_the_text(language):
    text = {"nl": "Nora Vellinga is geboren op 15 maart 1988.", "en": "Nora Vellinga was born on 15 March 1988."}
    prose = {ui: alarms(check(text[language], language, ui=ui))[0] for ui in ("nl", "en")}
    assert "maart 1988" in prose["nl"].explanation
    assert "March 1988" in prose["en"].explanation
    assert {finding.repairs[0].text for finding in prose.values()} == {
        {"nl": "14 maart 1988", "en": "14 March 1988"}[language]
    }


@pytest.mark.parametrize(("text", "language", "day"), cases("slips.yaml", fails="unrepaired"))
def test_the_repair_of_a_slip_leaves_nothing_to_find(text, language, day):
    plain = marked(text)[0]
    found = alarms(check(plain, language, day))
    for finding in reversed(found):
        for repair in finding.repairs[:1]:
            plain = plain[: repair.start] + repair.text + plain[repair.end :]
    left = alarms(check(plain, language, day))
    assert [alarm.text for alarm in left] == [finding.text for finding in found if not finding.repairs], plain


def test_a_text_is_judged_on_the_day_asked_for():
    text = document("Halmstra heeft 225 medewerkers.", "nl", "2024-05-01")
    assert not alarms(Checker(base()).check(text))
    later = Checker(base(), Options(as_of=document("", "nl", "2025-05-01").date)).check(text)
    assert [f.verdict for f in alarms(later)] == [Verdict.OUTDATED]


def test_an_empty_fact_base_leaves_the_checks_that_need_none():
    report = Checker(EMPTY).check(document("Op dinsdag 18 juni 2025 kwamen er 300 mensen.", "nl"))
    assert [finding.check for finding in report.findings] == ["weekday"]
    assert "300" in [item.text for item in report.unverified]


@pytest.mark.parametrize("text", ["", "\n", "   ", ".", "[", "«»", "\u200b", "-" * 50, "1" * 400, "€", "(((((((" * 20])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_text_without_words_holds_no_finding(text, language):
    assert check(text, language).findings == ()


def test_every_check_has_a_name():
    assert set(discover("checker.checks", "check", Check)) >= {"contact", "names", "placeholder", "weekday"}


# --- any text ----------------------------------------------------------------------------------------------------------

SOUP = """
    de het een the a is was werd finished born geboren in op on van of with met en and , . ; : ( ) “ ” - – ' # 38 vijf five
    38-jarige 38-year-old keer times tweede second 2023 3 juni 2025 240 medewerkers employees € 48,3 miljoen euro % pk kilo
    meter sinds until dinsdag [datum] XX http:// a@b +31 514 hij she het bedrijf niet not of or minder dan over
"""
WORDS = (*NAMES, *SOUP.split(), "\n", "\n# ")
texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
    st.text(max_size=120),
)


@settings(max_examples=150)
@given(texts, st.sampled_from(["nl", "en"]), st.sampled_from([None, DAY, "2025-05", "2025"]))
def test_any_text_is_checked_and_every_finding_lies_in_it(text, language, day):
    report = check(text, language, day)
    for item in (*report.findings, *report.unverified):
        assert 0 <= item.start < item.end <= len(text)
        assert item.text == text[item.start : item.end]
    for finding in report.findings:
        assert 0 <= finding.confidence <= 1
        for part in (*finding.parts, *finding.related):
            assert 0 <= part.start <= part.end <= len(text)
        for repair in finding.repairs:
            assert 0 <= repair.start <= repair.end <= len(text)


@settings(max_examples=60)
@given(texts, st.sampled_from(["nl", "en"]))
def test_the_same_text_gives_the_same_report(text, language):
    fresh = Checker(base())
    assert fresh.check(document(text, language)) == fresh.check(document(text, language)) == check(text, language)


@settings(max_examples=60)
@given(st.sampled_from(["nl", "en"]), st.integers(0, 40))
def test_what_stands_in_front_moves_a_finding_and_changes_nothing_else(language, size):
    before = "x" * size + "\n"
    plain = check(MIXED[language], language)
    moved = check(before + MIXED[language], language)
    shift = len(before)
    assert [(f.start - shift, f.text, f.verdict) for f in moved.findings] == [
        (f.start, f.text, f.verdict) for f in plain.findings
    ]
