"""Ignoring beside the text: what a comment reaches, what it must say, and what is said when it ignores nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gate_project import BORN, HEADS, write
from jsonschema import Draft202012Validator

from checker.data import packaged

IGNORE = '<!-- presscheck-ignore: contradicted born reason="known" -->'
DAY = '<!-- presscheck-ignore: weekday reason="known" -->'
START = '<!-- presscheck-ignore-start: born reason="known" -->'
END = "<!-- presscheck-ignore-end -->"
MONDAY = {"nl": "maandag 7 mei 2025", "en": "Monday 7 May 2025"}
"""It was a Wednesday."""
NAMES = {"nl": "Eda Bosman woont in België.", "en": "Eda Bosman lives in Belgium."}


def ignored(report):
    """The lines of the alarms that are ignored, and of those that count."""
    findings = [item for item in report["documents"][0]["findings"] if item["verdict"] != "supported"]
    return (
        [item["line"] for item in findings if item["suppressed"]],
        [item["line"] for item in findings if not item["suppressed"]],
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("{born}", ([], [6])),
        (f"{IGNORE}\n{{born}}", ([7], [])),
        (f"{IGNORE}\n\n\n{{born}}", ([9], [])),
        (f"{{born}} {IGNORE}", ([6], [])),
        (f"{IGNORE} {{born}}", ([6], [])),
        (f"{{born}}\n{IGNORE}", ([], [6])),
        (f"{IGNORE}\n{{born}}\n\n{{born}}", ([7], [9])),
        (f"{IGNORE}\n- {{born}}\n- {{born}}", ([7], [8])),
        (f"- {{born}}\n- {{born}} {IGNORE}\n", ([7], [6])),
        (f"| a | b |\n|---|---|\n| {{day}} | {DAY} |\n| {{day}} | c |", ([8], [9])),
        (f"| a | b |\n|---|---|\n| {{day}} {DAY} | {{day}} |", (1, 1)),
        (f"| a | b |\n|---|---|\n| {{day}} | {DAY} {{day}} |", (1, 1)),
        (f"# {IGNORE} {{born}}\n\n{{born}}", ([6], [8])),
        (f"- {IGNORE} {{born}}\n- {{born}}", ([6], [7])),
        (f"{IGNORE}\n> {{born}}", ([7], [])),
        (f"{IGNORE}\n# {{born}}\n\n{{born}}", ([7], [9])),
        (f"{{born}}\n{{born}} {IGNORE}\n{{born}}", ([7], [6, 8])),
        (f"{START}\n{{born}}\n\n{{born}}\n\n{END}\n\n{{born}}", ([7, 9], [13])),
        (f"{{born}} {START} {{born}} {END} {{born}}", ([6], [6, 6])),
        (f"{START}\n{{born}}\n\n{START}\n{{born}}\n\n{END}\n{{born}}\n\n{END}\n{{born}}", ([7, 10, 13], [16])),
        # What is shown as code is no comment.
        (f"`{IGNORE}` {{born}}", ([], [6])),
        (f"    {IGNORE}\n\n{{born}}", ([], [8])),
        (f"```\n{IGNORE}\n```\n{{born}}", ([], [9])),
        # Only what is named.
        ('<!-- presscheck-ignore: outdated born reason="x" -->\n{born}', ([], [7])),
        ('<!-- presscheck-ignore: contradicted residence reason="x" -->\n{born}', ([], [7])),
        ('<!-- presscheck-ignore: contradicted reason="x" -->\n{born}', ([7], [])),
        ('<!-- presscheck-ignore: born reason="x" -->\n{born}', ([7], [])),
        ('<!-- presscheck-ignore: fact reason="x" -->\n{born}', ([7], [])),
        ('<!-- presscheck-ignore: born, residence, outdated, contradicted reason="x" -->\n{born}', ([7], [])),
        ('<!-- presscheck-ignore: weekday names reason="x" -->\n{eda}', ([7], [])),
        ('<!-- presscheck-ignore: text="Eda Bosman" reason="x" -->\n{eda}', ([7], [])),
        ('<!-- presscheck-ignore: text="Eda" reason="x" -->\n{eda}', ([], [7])),
        # However it is written.
        ("<!--presscheck-ignore:born reason='a \"b\"'-->\n{born}", ([7], [])),
        ("<!-- presscheck-ignore born reason=“known” -->\n{born}", ([7], [])),
        ('<!-- Presscheck-Ignore: born\n  reason="a\n  b"\n  until=2030-01-01 -->\n{born}', ([10], [])),
        (f"{IGNORE}\r\n{{born}}", ([7], [])),
    ],
)
def test_what_a_comment_reaches(text, lines, language, check):
    written = HEADS[language] + text.format(born=BORN[language], eda=NAMES[language], day=MONDAY[language])
    status, report, _ = check(write("a.md", written), "--today", "2025-06-01")
    found = ignored(report)
    if not isinstance(lines[0], list):  # several on one line
        assert tuple(map(len, found)) == lines
        return
    assert found == lines
    if not lines[1]:
        assert report["documents"][0]["summary"]["suppressed"] == len(lines[0])
        assert report["summary"]["suppressed"] == len(lines[0])
        assert status == 0
    elif lines[1] and "{eda}" not in text:
        assert status == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{IGNORE}<p>{{born}}</p>", ([1], [])),
        (f"{IGNORE}\n<p>{{born}}</p>\n<p>{{born}}</p>", ([2], [3])),
        (f"<p>{{born}} {IGNORE}</p>\n<p>{{born}}</p>", ([1], [2])),
        (f"<p>\n{{born}}</p>{IGNORE}\n<p>{{born}}</p>", ([2], [3])),
        (f"<ul>\n{IGNORE}\n<li>{{born}}</li>\n<li>{{born}}</li></ul>", ([3], [4])),
        (f"<table>\n{DAY}\n<tr><td>{{day}}</td></tr>\n<tr><td>{{day}}</td></tr></table>", ([3], [4])),
        (f"{START}<p>{{born}}</p>\n<p>{{born}}</p>{END}\n<p>{{born}}</p>", ([1, 2], [3])),
        # A page may be one long line: a comment holds for one block of it.
        (f"<p>{{born}}</p><p>{IGNORE}{{born}}</p><p>{{born}}</p>", (1, 2)),
        (f"<p>{{born}}</p><p>{{born}} {IGNORE}</p><p>{{born}}</p>", (1, 2)),
        (f"<p>{{born}}</p>{IGNORE}<p>{{born}}</p><p>{{born}}</p>", (1, 2)),
        (f"<table><tr><td>{{day}}<td>{DAY}{{day}}<tr><td>{{day}}</table>", (1, 2)),
        (f"<table><tr><td>{{day}}<td>{{day}}<td>{DAY}\n<tr><td>{{day}}</table>", (2, 1)),
        (f"<table><tr><td>{{day}}<td>x</table><table><tr><td>{{day}}<td>{DAY}</table>", (1, 1)),
        (f"<p>\n{IGNORE}\n{{born}}\n{{born}}</p>\n<p>{{born}}</p>", ([3, 4], [5])),
        (f"<p>\n{{born}}\n{{born}} {IGNORE}\n{{born}}</p>", ([3], [2, 4])),
        (f"{{born}} {IGNORE}<p>{{born}}</p>", (1, 1)),
        (f"<div>\n{IGNORE}\n</div>\n\n<section>\n<p>{{born}}</p></section>", ([6], [])),
        (f"<pre>{IGNORE.replace('<', '&lt;')}</pre>\n<p>{{born}}</p>", ([], [2])),
        (f"<script>{IGNORE}</script>\n<p>{{born}}</p>", ([], [2])),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_comment_reaches_in_html(text, lines, language, check):
    written = text.format(born=BORN[language], day=MONDAY[language])
    _, report, _ = check(write("a.html", written), "--language", language, "--date", "2025-05-07")
    found = ignored(report)
    assert (found if isinstance(lines[0], list) else tuple(map(len, found))) == lines


def test_an_ignored_finding_is_shown_with_its_reason(check, run):
    text = HEADS["nl"] + IGNORE.replace(" -->", " until=2025-12-31 -->") + "\n" + BORN["nl"]
    write("a.md", text)
    _, report, _ = check("a.md", "--today", "2025-12-31")
    Draft202012Validator(json.loads(packaged("renderers", "json.schema.json").read_text(encoding="utf-8"))).validate(
        report
    )
    (finding,) = report["documents"][0]["findings"]
    assert finding["suppressed"] == {
        "kind": "comment",
        "reason": "known",
        "until": "2025-12-31",
        "path": "a.md",
        "line": 6,
    }
    assert report["documents"][0]["summary"]["contradicted"] == 0
    plain = run("check", "a.md", "--today", "2025-12-31", "--ui", "nl").stdout
    assert "14 maart 1991" not in plain
    assert "1 genegeerd" in plain
    told = run("check", "a.md", "--today", "2025-12-31", "--ui", "nl", "-v", "--report", "pages").stdout
    assert "Genegeerd tot en met 31 december 2025: known" in told
    page = Path("pages/a.md.html").read_text(encoding="utf-8")
    assert "Genegeerd tot en met 31 december 2025: known</p>" in page
    assert "<strong>1</strong> genegeerd" in page
    assert "<strong>0</strong> te verbeteren" in page


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ('presscheck-ignore: born reason=" "', 'this comment gives no reason, so nothing is ignored; write reason="..." [ignore-reason]'),
        ("presscheck-ignore: born", "this comment gives no reason, so nothing is ignored"),
        ('presscheck-ignore: residence reason="x"', "this comment ignores nothing (any more); remove it [ignore-unused]"),
        ('presscheck-ignore: born reason="x" until=2025-05-31', "this comment held until 2025-05-31; mend the text or the facts, or give it a later day [ignore-expired]"),
        ('presscheck-ignore: born reason="x" until=31-12-2025', "“until” must be a day such as 2026-12-31, found “31-12-2025”; nothing is ignored here [ignore]"),
        ('presscheck-ignore: born reason="x" until=2025-02-30', "“until” must be a day such as 2026-12-31, found “2025-02-30”"),
        ('presscheck-ignore: contradictid born reason="x"', "“contradictid” is no verdict, check or property (did you mean “contradicted”?); nothing is ignored here [ignore]"),
        ('presscheck-ignore: supported reason="x"', "“supported” is no verdict, check or property"),
        ('presscheck-ignore: reason="x"', "say what is ignored: a verdict (contradicted, outdated, inconsistent, misspelled, unclear), a check, a property or text=; nothing is ignored here"),
        ("presscheck-ignore: born reason=known for long", 'put the words of “reason” in quotation marks: reason="..."; nothing is ignored here'),
        ('presscheck-ignore: born reazon="x"', "unknown key “reazon” (did you mean “reason”?)"),
        ('presscheck-ignore: born reason="x" reason="y"', "“reason” stands here twice"),
        ('presscheck-ignore: born reason="x', 'cannot be read from “reason="x”; write reason="..."'),
        ('presscheck-ignored: born reason="x"', "unknown comment “presscheck-ignored” (did you mean “presscheck-ignore”?)"),
        ('presscheck-ignore-start: residence reason="x"', "this region is not ended: write <!-- presscheck-ignore-end --> where it ends"),
        ("presscheck-ignore-end", "nothing is open here that “presscheck-ignore-end” could end; remove it"),
    ],
)  # fmt: skip
def test_a_comment_that_ignores_nothing_is_reported(comment, said, check):
    write("a.md", f"{HEADS['en']}<!-- {comment} -->\n{BORN['en']}")
    status, report, stderr = check("a.md", "--today", "2025-06-01")
    assert status == 1, "the error counts"
    assert ignored(report) == ([], [7])
    assert f"a.md:6:1: warning: {said}" in stderr
    assert [notice["line"] for notice in report["documents"][0]["notices"]] == [6]


def test_expiry_is_told_by_today_then_as_of(check):
    write("a.md", f"{HEADS['en']}{IGNORE.replace(' -->', ' until=2025-06-01 -->')}\n{BORN['en']}")
    assert check("a.md", "--today", "2025-06-01")[0] == 0
    assert check("a.md", "--today", "2025-06-02")[0] == 1
    assert check("a.md", "--as-of", "2025-06-01")[0] == 0
    assert check("a.md", "--as-of", "2025-06-02")[0] == 1
    assert check("a.md", "--as-of", "2025-06-02", "--today", "2025-06-01")[0] == 0


def test_without_a_day_the_clock_tells(check, monkeypatch):
    from datetime import date  # noqa: PLC0415

    class Day(date):
        @classmethod
        def today(cls):
            return date(2025, 6, 2)

    monkeypatch.setattr("checker.commands._gate.date", Day)
    write("a.md", f"{HEADS['en']}{IGNORE.replace(' -->', ' until=2025-06-01 -->')}\n{BORN['en']}")
    assert check("a.md")[0] == 1


def test_a_document_of_comments_alone_takes_no_time(check):
    write("a.md", HEADS["en"] + f"{IGNORE} x\n" * 3000)
    _, report, _ = check("a.md")
    assert "only 1000 comments of a document are read" in report["documents"][0]["notices"][-1]["message"]
