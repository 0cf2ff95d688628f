"""The terminal and JSON formats, and what all formats share."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click
import pytest
from hostile_report import hostile_report, ignored_report
from jsonschema import Draft202012Validator
from museum_reports import REPORTS, english_draft, every_verdict, undated_and_errors

from checker.data import packaged
from checker.errors import Problem
from checker.identity import finding_ids
from checker.renderers import renderers
from checker.renderers.json import render as render_json
from checker.renderers.terminal import render_terminal
from checker.report import Verdict
from checker.ui import words
from checker.ui.dates import written_date

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads(packaged("renderers", "json.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("format_id", ["terminal", "json"])
def test_golden(name, format_id, golden):
    suffix = {"terminal": "txt", "json": "json"}[format_id]
    texts = renderers()[format_id].render(REPORTS[name]())
    golden(GOLDEN / format_id / f"{name}.{suffix}", texts[""])


def test_every_renderer_has_the_name_of_its_module_and_is_pure():
    for name, renderer in renderers().items():
        assert renderer.id == name
        assert renderer.render(every_verdict()) == renderer.render(every_verdict())


@pytest.mark.parametrize("report", [*REPORTS.values(), ignored_report, hostile_report])
def test_json_follows_its_schema(report):
    shown = report()
    if report is hostile_report:  # its reasons are no reasons
        shown = replace(shown, documents=tuple(replace(item, unverified=()) for item in shown.documents))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(render_json(shown)[""]))


def test_json_schema_refuses_what_is_not_version_1():
    data = json.loads(render_json(every_verdict())[""])
    data["documents"][0]["findings"][0]["verdict"] = "unverified"
    assert not Draft202012Validator(SCHEMA).is_valid(data)


def test_json_offsets_are_those_of_the_source():
    report = every_verdict()
    data = json.loads(render_json(report)[""])
    for document, shown in zip(report.documents, data["documents"], strict=True):
        source = document.document.source
        for item in shown["findings"] + shown["unverified"]:
            assert source[item["start"] : item["end"]] == item["text"]
            line = source.split("\n")[item["line"] - 1]
            assert line[item["column"] - 1 :].startswith(item["text"])
            for part in item.get("parts", []) + item.get("related", []):
                assert source[part["start"] : part["end"]] == part["text"]


def test_json_counts_add_up():
    data = json.loads(render_json(every_verdict())[""])
    for verdict in ("supported", "contradicted", "unverified"):
        assert data["summary"][verdict] == sum(document["summary"][verdict] for document in data["documents"])


@pytest.mark.parametrize("ui", ["nl", "en"])
def test_a_run_without_documents_or_fact_base_is_a_report_too(ui):
    report = replace(every_verdict(), documents=(), fact_base_path=None, ui=ui)
    data = json.loads(render_json(report)[""])
    Draft202012Validator(SCHEMA).validate(data)
    assert data["fact_base"] is None
    assert data["summary"]["documents"] == 0
    assert render_terminal(report, colour=False, width=80).startswith(words(ui).documents.say(0))
    assert words(ui).page.no_documents in renderers()["html"].render(report)["index.html"]


def test_json_survives_a_file_name_that_is_no_utf_8():
    report = replace(undated_and_errors(), errors=(Problem(path="caf\udce9.md", code="x", message="x"),))
    text = render_json(report)[""]
    assert json.loads(text.encode("utf-8"))["errors"][0]["path"] == "caf\udce9.md"


def test_ids_differ_and_survive_edits_elsewhere():
    document = english_draft()
    ids = finding_ids("a.md", document.findings)
    assert len(set(ids)) == len(ids)
    moved = [replace(item, start=item.start + 99, end=item.end + 99) for item in document.findings]
    assert finding_ids("./a.md", moved) == ids
    assert not set(finding_ids("b.md", document.findings)) & set(ids)
    twice = finding_ids("a.md", [document.findings[0]] * 3)
    assert twice == (ids[0], f"{ids[0]}-2", f"{ids[0]}-3")


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": Verdict.UNCLEAR},
        {"check": "x"},
        {"property": "x"},
        {"subject": "x"},
        {"text": "x"},
        {"sentence": "x"},
    ],
)
def test_ids_change_with_what_is_said(change):
    finding = english_draft().findings[0]
    assert finding_ids("a.md", [finding]) != finding_ids("a.md", [replace(finding, **change)])


def test_terminal_shows_supported_and_unverified_only_on_demand():
    report = every_verdict()
    short = render_terminal(report, colour=False, width=100)
    long = render_terminal(report, colour=False, width=100, verbose=True)
    assert "drafts/nieuws/vleugel.txt:3:4" not in short
    assert "drafts/nieuws/vleugel.txt:3:4  supported  “35-jarige”" in long
    assert "not covered  “38”" in long
    assert "“38”" not in short


def test_terminal_colour_is_on_demand_and_changes_no_word():
    report = every_verdict()
    plain = render_terminal(report, colour=False, width=100)
    coloured = render_terminal(report, colour=True, width=100)
    assert "\x1b" not in plain
    assert "\x1b[31m" in coloured
    assert click.unstyle(coloured) == plain


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31mred\x1b[0m",
        "\x1b]0;title\x07",
        "\x9b2J",
        "a\rb\x08\x7f",
        "\u202egnirts\u2066",
        "\udcff",
        "\x1b[" * 5000,
    ],
)
def test_terminal_is_not_steered_by_a_document(hostile):
    report = every_verdict()
    document = report.documents[0]
    finding = replace(
        document.findings[1], text=hostile, explanation=hostile, expected=hostile, repairs=(), verdict=Verdict.UNCLEAR
    )
    hostile_document = replace(document.document, path=f"a{hostile}.md", title=hostile)
    changed = replace(document, document=hostile_document, findings=(finding,))
    text = render_terminal(replace(report, documents=(changed,)), colour=False, width=80)
    assert all(character == "\n" or character.isprintable() for character in text)
    text.encode("utf-8")


def test_terminal_shortens_and_wraps_very_long_text():
    report = every_verdict()
    document = report.documents[0]
    finding = replace(document.findings[1], text="x" * 10_000, explanation="y" * 10_000)
    text = render_terminal(replace(report, documents=(replace(document, findings=(finding,)),)), colour=False, width=60)
    assert "x" * 81 not in text
    assert "y" * 61 not in text


@pytest.mark.parametrize(
    ("edtf", "nl", "en"),
    [
        ("2025-05-07", "7 mei 2025", "7 May 2025"),
        ("2025-05", "mei 2025", "May 2025"),
        ("2025", "2025", "2025"),
        ("2025-24", "winter 2025", "winter 2025"),
        ("2018-04/..", "sinds april 2018", "since April 2018"),
        ("../2025", "tot en met 2025", "until 2025"),
        ("2025-01-03/2025-01-17", "3 januari 2025 tot en met 17 januari 2025", "3 January 2025 to 17 January 2025"),
        ("199X", "199X", "199X"),
        ("2025-05~", "2025-05~", "2025-05~"),
    ],
)
def test_dates_in_words(edtf, nl, en):
    assert written_date(edtf, words("nl")) == nl
    assert written_date(edtf, words("en")) == en


def test_interface_languages_know_every_verdict_and_reason():
    for language in ("nl", "en"):
        assert set(words(language).verdicts) == set(Verdict)
    assert words("nl").reasons.keys() == words("en").reasons.keys()
    assert words("nl").page.roles.keys() == words("en").page.roles.keys()
    schema_reasons = SCHEMA["$defs"]["unverified"]["properties"]["reason"]["enum"]
    assert set(schema_reasons) == set(words("en").reasons)
