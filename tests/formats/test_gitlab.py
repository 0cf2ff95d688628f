"""GitLab Code Quality against the fields and limits that GitLab documents."""

from __future__ import annotations

import json
import re

import pytest
from hostile_report import hostile_report, ignored_report
from jsonschema import Draft202012Validator
from museum_reports import REPORTS, every_verdict

from checker.renderers.gitlab import render
from checker.report import Verdict

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report}
DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{40}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_documented_fields(name):
    text = render(SHOWN[name]())[""]
    issues = json.loads(text)
    Draft202012Validator(DOCUMENTED).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert not any(issue["location"]["path"].startswith("./") for issue in issues)
    assert text.isascii()


def test_an_issue_for_each_finding_to_be_mended():
    report = every_verdict()
    wrong = [
        item for document in report.documents for item in document.findings if item.verdict is not Verdict.SUPPORTED
    ]
    severities = {"error": "major", "warning": "minor"}
    issues = json.loads(render(report)[""])
    assert [issue["severity"] for issue in issues] == [severities[item.severity.value] for item in wrong]
    assert issues[1]["check_name"] == "fact.born"
    assert issues[1]["location"] == {"path": "drafts/opening.md", "lines": {"begin": 3, "end": 3}}
    assert re.match(r"contradicted: On 7 May 2025 Ines Falk is 35", issues[1]["description"])


def test_what_is_ignored_is_not_there_and_a_clean_run_is_an_empty_list():
    assert len(json.loads(render(ignored_report())[""])) == len(json.loads(render(every_verdict())[""])) - 2
    assert json.loads(render(REPORTS["nothing_found"]())[""]) == []


def test_what_could_not_be_done_is_critical():
    *_, first, second = json.loads(render(REPORTS["undated_and_errors"]())[""])
    assert (first["check_name"], first["severity"], first["location"]["path"]) == (
        "unreadable", "critical", "drafts/stuk.docx",
    )  # fmt: skip
    assert second["location"]["lines"] == {"begin": 4}
