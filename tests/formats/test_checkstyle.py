"""Checkstyle XML against the shape that its readers know: checkstyle > file > error with five attributes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hostile_report import hostile_report, ignored_report
from museum_reports import REPORTS, every_verdict

from checker.renderers.checkstyle import render
from checker.report import Verdict

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report}


@pytest.mark.parametrize("name", SHOWN)
def test_the_shape(name):
    text = render(SHOWN[name]())[""]
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = ET.fromstring(text.encode("utf-8"))
    assert (root.tag, set(root.attrib)) == ("checkstyle", {"version"})
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        for error in file:
            assert error.tag == "error"
            assert {"line", "severity", "message", "source"} <= set(error.attrib) <= {
                "line", "column", "severity", "message", "source",
            }  # fmt: skip
            assert error.get("severity") in ("ignore", "info", "warning", "error")
            assert int(error.get("line")) >= 1
            assert int(error.get("column", "1")) >= 1
            assert error.get("message")
            assert " " not in error.get("source")
    names = [file.get("name") for file in root]
    assert len(names) == len(set(names))


def test_an_error_for_each_finding_to_be_mended():
    report = every_verdict()
    root = ET.fromstring(render(report)[""])
    assert [file.get("name") for file in root] == [item.document.path for item in report.documents]
    for document, file in zip(report.documents, root, strict=True):
        wrong = [item for item in document.findings if item.verdict is not Verdict.SUPPORTED]
        assert [error.get("severity") for error in file] == [item.severity.value for item in wrong]
    errors = {(e.get("line"), e.get("column"), e.get("source")) for e in root.iter("error")}
    assert {("3", "57", "presscheck.check.weekday"), ("3", "97", "presscheck.fact.born")} <= errors


def test_what_is_ignored_is_not_there():
    assert len(list(ET.fromstring(render(ignored_report())[""]).iter("error"))) + 2 == len(
        list(ET.fromstring(render(every_verdict())[""]).iter("error"))
    )


def test_what_could_not_be_done_is_an_error_of_its_file():
    root = ET.fromstring(render(REPORTS["undated_and_errors"]())[""])
    found = {file.get("name"): [dict(error.attrib) for error in file] for file in root}
    assert found["facts/people.yaml"] == [
        {
            "line": "4", "column": "3", "severity": "error", "message": "onbekende sleutel “nam”",
            "source": "presscheck.unknown-key",
        }
    ]  # fmt: skip
    assert found["drafts/stuk.docx"][0]["line"] == "1"
