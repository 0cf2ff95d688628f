"""GitHub workflow commands, read back as the runner reads them, and against the limits that GitHub documents."""

from __future__ import annotations

import re

import pytest
from hostile_report import HOSTILE, hostile_report, ignored_report
from museum_reports import REPORTS, every_verdict

from checker.renderers.github import render

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report}
ESCAPES = (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))


def read(line):
    """One line as the runner takes it apart: (command, properties, message), or None where it is no command."""
    if not line.lstrip().startswith("::") or "::" not in line.lstrip()[2:]:
        return None
    head, message = line.lstrip()[2:].split("::", 1)
    command, _, given = head.partition(" ")
    properties = dict(each.split("=", 1) for each in given.strip().split(",") if each)
    return command, {key: unescaped(value) for key, value in properties.items()}, unescaped(message)


def unescaped(text):
    for escape, sign in ESCAPES:
        text = text.replace(escape, sign)
    return text


def commands(report):
    return [read(line) for line in render(report)[""].split("\n")[:-2]]


@pytest.mark.parametrize("name", SHOWN)
def test_every_line_but_the_last_is_a_command(name):
    *lines, counts, empty = render(SHOWN[name]())[""].split("\n")
    assert empty == ""
    assert read(counts) is None
    assert "##[" not in counts
    for line in lines:
        command, properties, message = read(line)
        assert command in ("error", "warning", "notice")
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert len(properties["title"]) <= 255
        assert len(message.encode("utf-8")) < 64 * 1024
        assert "\n" not in message
        numbers = {key: int(properties[key]) for key in properties if key not in ("file", "title")}
        assert all(number >= 1 for number in numbers.values())
        if "endColumn" in properties:  # columns only within one line
            assert numbers["line"] == numbers["endLine"]
            assert numbers["col"] < numbers["endColumn"]


def test_a_command_for_each_finding_the_gravest_first():
    found = commands(every_verdict())
    assert [command for command, _, _ in found] == ["error"] * 8 + ["warning"] * 2 + ["notice"]
    verdicts = [properties["title"].split(":")[0] for _, properties, _ in found[:10]]
    assert verdicts == ["contradicted"] * 3 + ["outdated"] * 2 + ["inconsistent"] * 3 + ["misspelled", "unclear"]
    assert found[0] == (
        "error",
        {
            "file": "drafts/opening.md", "line": "3", "endLine": "3", "col": "97", "endColumn": "99",
            "title": "contradicted: Ines Falk, born",
        },
        "On 7 May 2025 Ines Falk is 35: she was born on 14 August 1989.",
    )  # fmt: skip


def test_what_is_ignored_is_not_annotated():
    assert len(commands(ignored_report())) == len(commands(every_verdict())) - 2
    assert render(ignored_report("nl"))[""].splitlines()[-1].endswith("2 genegeerd")


def test_what_could_not_be_done_comes_first():
    found = commands(REPORTS["undated_and_errors"]())
    assert [(c, p.get("file"), p.get("line"), p["title"]) for c, p, _ in found[:2]] == [
        ("error", "drafts/stuk.docx", None, "unreadable"),
        ("error", "facts/people.yaml", "4", "unknown-key"),
    ]


def test_nothing_in_a_document_ends_a_command_or_begins_another():
    text = render(hostile_report())[""]
    number = len(HOSTILE)
    assert len(text.splitlines()) == len(text.split("\n")) - 1 == 3 * number + 1
    found = commands(hostile_report())
    paths = {properties.get("file") for _, properties, _ in found[number : 2 * number]}
    assert paths == {hostile_report().documents[0].document.path}
    assert any("::stop-commands::x" in message for _, _, message in found)
    assert not re.search(r"(?m)^\s*##\[", text)
