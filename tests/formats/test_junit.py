"""JUnit XML, read back by a reader library and by an XML parser."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hostile_report import hostile_report, ignored_report
from junitparser import Error, Failure, JUnitXml, Skipped
from museum_reports import REPORTS, every_verdict

from checker.renderers.junit import render
from checker.report import Severity

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report, "ignored_nl": lambda: ignored_report("nl")}


def read(report):
    return JUnitXml.fromstring(render(report)[""].encode("utf-8"))


def outcome(case):
    (result,) = case.result or [None]
    return type(result)


@pytest.mark.parametrize("name", SHOWN)
def test_a_reader_counts_what_the_attributes_say(name):
    read_back = read(SHOWN[name]())
    stated = (read_back.tests, read_back.failures, read_back.errors, read_back.skipped)
    for suite in read_back:
        said = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert said == (suite.tests, suite.failures, suite.errors, suite.skipped)
    read_back.update_statistics()
    assert stated == (read_back.tests, read_back.failures, read_back.errors, read_back.skipped)


def test_a_case_for_each_finding():
    report = every_verdict()
    for document, suite in zip(report.documents, read(report), strict=True):
        assert suite.name == document.document.path
        expected = {
            Severity.NONE: type(None), Severity.ERROR: Failure, Severity.WARNING: Skipped, Severity.NOTE: Skipped,
        }  # fmt: skip
        assert [outcome(case) for case in suite] == [expected[finding.severity] for finding in document.findings]
        numbers = {item.name: int(item.value) for item in suite.properties()}
        assert numbers == document.counts()


def test_a_failure_says_what_is_wrong_and_what_is_right():
    (suite, _) = read(every_verdict())
    (case,) = [case for case in suite if case.name == "Ines Falk, born: 36"]
    (failure,) = case.result
    assert failure.type == "contradicted"
    assert failure.message == "contradicted: On 7 May 2025 Ines Falk is 35: she was born on 14 August 1989."
    assert failure.text.splitlines() == [
        "drafts/opening.md:3:97",
        failure.message,
        "Director Ines Falk, 36, calls it the largest project since the museum was founded in 1911.",
        "Write instead: 35",
        "Sources: Chamber of Records, Entry 4411, 2023",
        "Sources: Elsewhere, A page",
    ]


def test_names_of_cases_differ_and_hold_no_line():
    for report in (every_verdict(), hostile_report()):
        for suite in read(report):
            names = [case.name for case in suite]
            assert len(names) == len(set(names))
    root = ET.fromstring(render(every_verdict())[""])
    assert all(int(case.get("line")) >= 1 for case in root.iter("testcase"))


def test_what_is_ignored_has_not_failed():
    (suite, _) = read(ignored_report())
    skipped = [case.result[0].message for case in suite if outcome(case) is Skipped]
    assert "Ignored: agreed {0} with **the board**" in skipped
    assert "Ignored until 31 December 2025: =old" in skipped


def test_what_could_not_be_done_is_an_error():
    *_, suite = read(REPORTS["undated_and_errors"]())
    assert [outcome(case) for case in suite] == [Error, Error]
    assert suite.errors == 2
    assert suite.name == "Niet gelukt"


def test_hostile_texts_are_text():
    root = ET.fromstring(render(hostile_report())[""])
    assert {element.tag for element in root.iter()} == {
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped", "error",
    }  # fmt: skip
    names = [case.get("name") for case in root.iter("testcase")]
    assert any("<script>alert(1)</script>" in name for name in names)
    assert all(len(name) <= 210 for name in names)
