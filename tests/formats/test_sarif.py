"""SARIF: by the validator of its authors where it is installed, and by what the standard and GitHub ask of each field."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hostile_report import hostile_report, ignored_report
from jsonschema import Draft202012Validator
from museum_reports import REPORTS, every_verdict

from checker import plugins
from checker.checks import Check
from checker.choices import interface_languages
from checker.renderers.sarif import location, message, render
from checker.report import Verdict

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report, "ignored_nl": lambda: ignored_report("nl")}


def log(report):
    return json.loads(render(report)[""])


def results(report):
    return log(report)["runs"][0]["results"]


@pytest.fixture(scope="module")
def multitool():
    """The validator: npm install --global @microsoft/sarif-multitool."""
    command = shutil.which("sarif-multitool")
    if command is None or shutil.which("node") is None:
        pytest.skip("sarif-multitool is not installed (npm install --global @microsoft/sarif-multitool)")
    return command


@pytest.mark.parametrize("name", SHOWN)
def test_the_validator_finds_nothing(name, multitool, tmp_path):
    """Errors and warnings of the standard and of GitHub; the one warning asks for a web site, which there is not."""
    written = tmp_path / "log.sarif"
    written.write_text(render(SHOWN[name]())[""], encoding="utf-8")
    found = tmp_path / "found.sarif"
    arguments = ["validate", written, "--rule-kind", "'Sarif;Gh'", "--level", "'Error;Warning'", "--output", found]
    done = subprocess.run([multitool, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert found.is_file(), done.stdout + done.stderr
    (run,) = json.loads(found.read_text(encoding="utf-8-sig"))["runs"]
    assert {item["ruleId"] for item in run["results"]} <= {"SARIF2005"}, done.stdout
    assert run["invocations"][0]["executionSuccessful"]


@pytest.mark.parametrize("name", SHOWN)
def test_the_schema_is_kept(name, multitool):
    package = Path(multitool).resolve().parent.parent
    schemas = [path for root in (package, package.parent) for path in root.rglob("sarif-2.1.0.json")]
    if not schemas:
        pytest.skip("this release of sarif-multitool brings no schema")
    Draft202012Validator(json.loads(schemas[0].read_text(encoding="utf-8-sig"))).validate(log(SHOWN[name]()))


def test_a_result_for_each_finding_that_is_not_supported():
    report = every_verdict()
    wrong = [
        item for document in report.documents for item in document.findings if item.verdict is not Verdict.SUPPORTED
    ]
    assert [item["message"]["text"] for item in results(report)] == [item.explanation for item in wrong]
    assert [item["level"] for item in results(report)] == [item.severity.value for item in wrong]


def test_a_clean_run_says_so():
    (run,) = log(REPORTS["nothing_found"]())["runs"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert len(run["artifacts"]) == 2


def test_what_could_not_be_done_is_a_notification():
    (run,) = log(REPORTS["undated_and_errors"]())["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = [(item["level"], item["descriptor"]["id"]) for item in invocation["toolExecutionNotifications"]]
    assert levels == [("error", "unreadable"), ("error", "unknown-key")]
    place = invocation["toolExecutionNotifications"][1]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 4, "startColumn": 3}


def test_regions_are_where_the_text_is():
    report = every_verdict()
    source = {item.document.path: item.document.source for item in report.documents}
    for result in results(report):
        place = result["locations"][0]["physicalLocation"]
        lines = source[unquote(place["artifactLocation"]["uri"])].split("\n")
        region = place["region"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        assert region["snippet"]["text"] in place["contextRegion"]["snippet"]["text"]


def test_a_fix_per_alternative():
    (result,) = [item for item in results(every_verdict()) if item["ruleId"] == "fact.wins"]
    texts = [fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for fix in result["fixes"]]
    assert texts == ["twice", "2 times"]
    assert result["fixes"][0]["description"]["text"] == "Replace “three times” by “twice”."
    changed = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert changed == {key: value for key, value in region.items() if key != "snippet"}


def test_fingerprints_differ_and_stay_when_lines_move():
    report = every_verdict()
    prints = [item["partialFingerprints"] for item in results(report)]
    assert len({item["presscheckFinding/v1"] for item in prints}) == len(prints)
    assert all(item["primaryLocationLineHash"] == item["presscheckFinding/v1"] for item in prints)


def test_rules_are_declared_with_help_that_fits_the_limits():
    for ui in ("en", "nl"):
        (run,) = log(ignored_report(ui))["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == sorted({item["ruleId"] for item in run["results"]})
        for rule in rules:
            assert rule["help"]["text"]
            assert rule["help"]["markdown"]
            assert len(rule["name"]) <= 255
            assert len(rule["shortDescription"]["text"]) <= 1024
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note", "none")
        assert all(rules[item["ruleIndex"]]["id"] == item["ruleId"] for item in run["results"])


def test_the_help_of_a_check_is_what_the_check_says_it_finds():
    for ui in ("en", "nl"):
        rules = {rule["id"]: rule for rule in log(ignored_report(ui))["runs"][0]["tool"]["driver"]["rules"]}
        check = plugins.load("checker.checks", "weekday", "check", Check)
        assert rules["check.weekday"]["shortDescription"]["text"] == check.finds[ui]
        assert rules["check.percentage"]["help"]["text"]  # no file says what it finds


@pytest.mark.parametrize("name", plugins.names("checker.checks"))
def test_a_check_says_in_every_language_what_it_finds(name):
    finds = plugins.load("checker.checks", name, "check", Check).finds
    assert set(finds) == set(interface_languages())
    assert all(text.endswith(".") and len(text) <= 200 for text in finds.values())


def test_ignored_findings_are_suppressed_and_stay():
    suppressions = [item["suppressions"] for item in results(ignored_report()) if item["suppressions"]]
    assert [(each["kind"], each["status"], each["justification"]) for (each,) in suppressions] == [
        ("inSource", "accepted", "agreed {0} with **the board**"),
        ("external", "accepted", "=old"),
    ]
    assert suppressions[1][0]["properties"] == {"until": "2025-12-31"}
    assert all(item["suppressions"] == [] for item in results(every_verdict()))


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("drafts/a.md", "drafts/a.md", True),
        ("./a b.md", "a%20b.md", True),
        ("a/../b.md", "b.md", True),
        ("a:b.md", "a%3Ab.md", True),
        ("één.md", "%C3%A9%C3%A9n.md", True),
        ("a#b?c%d.md", "a%23b%3Fc%25d.md", True),
        ("a\\b.md", "a%5Cb.md", True),
        ("-", "-", True),
        ("/tmp/a b.md", "file:///tmp/a%20b.md", False),
        ("C:\\x\\..\\a.md", "file:///C:/a.md", False),
    ],
)
def test_paths_are_addresses(path, uri, base):
    given = location(path)
    assert given["uri"] == uri
    assert ("uriBaseId" in given) is base
    assert urlsplit(uri).scheme == ("" if base else "file")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("as it is", "as it is"),
        ("a set {x} and [y]", "a set {x} and [y]"),
        ("{0} of {12}", "{{0}} of {{12}}"),
        ("[here](https://evil.example)", r"\[here\](https://evil.example)"),
        ("\\[a](1)", "\\\\\\[a\\](1)"),
    ],
)
def test_a_message_holds_no_placeholder_and_no_link(text, said):
    assert message(text) == {"text": said}
