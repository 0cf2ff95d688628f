"""What holds for every format: its files of output, both languages, and that nothing in a document gets out of it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
from hostile_report import CONTROLS, HOSTILE, TURNS, hostile_report, ignored_report
from museum_reports import REPORTS, every_verdict

from checker.renderers import renderers

GOLDEN = Path(__file__).parent.parent / "golden"
SUFFIXES = {
    "checkstyle": "xml", "claimreview": "json", "csv": "csv", "github": "txt", "gitlab": "json", "junit": "xml",
    "markdown": "md", "sarif": "sarif", "xlsx": "json",
}  # fmt: skip
SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report, "ignored_nl": lambda: ignored_report("nl")}
TEXTS = [name for name, item in renderers().items() if not (item.folder or item.binary)]


def as_text(output):
    """The one text of a format, or what is in a workbook: its bytes depend on the library that packs them."""
    (text,) = output.values()
    if isinstance(text, str):
        return text
    book = openpyxl.load_workbook(io.BytesIO(text))
    sheets = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    return json.dumps(sheets, ensure_ascii=False, indent=1) + "\n"


def shortened(text):
    """A golden file is read by people: the word of 40,000 characters stands in it once as so many."""
    return text.replace("x" * 31_999 + "…", "<x 31,999…>").replace("x" * 40_000, "<x 40,000>").replace("\x00", "<NUL>")


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("format_id", SUFFIXES)
def test_golden(name, format_id, golden):
    text = shortened(as_text(renderers()[format_id].render(SHOWN[name]())))
    golden(GOLDEN / format_id / f"{name}.{SUFFIXES[format_id]}", text)


def test_every_format_has_its_files():
    assert set(SUFFIXES) | {"html", "json", "terminal"} == set(renderers())
    assert {path.name for path in GOLDEN.iterdir() if path.is_dir()} == set(renderers())


@pytest.mark.parametrize("format_id", renderers())
@pytest.mark.parametrize("report", [hostile_report, ignored_report, every_verdict])
def test_the_same_report_gives_the_same_bytes(format_id, report):
    assert renderers()[format_id].render(report()) == renderers()[format_id].render(report())


@pytest.mark.parametrize("format_id", TEXTS)
def test_every_format_can_be_written_as_utf_8(format_id):
    (text,) = renderers()[format_id].render(hostile_report()).values()
    if format_id != "json":  # whose offsets point into the text as it is: it keeps what cannot be written as an escape
        text.encode("utf-8")
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize("format_id", sorted(set(TEXTS) - {"json", "sarif"}))
def test_no_control_and_no_turn_of_direction_gets_through(format_id):
    (text,) = renderers()[format_id].render(hostile_report()).values()
    left = set(text) & set(CONTROLS + TURNS + "\ufffe\uffff")
    assert left <= ({"\r", "\n"} if format_id == "csv" else {"\n"})


@pytest.mark.parametrize("format_id", sorted(set(renderers()) - {"html", "json"}))
def test_both_languages_are_spoken(format_id):
    dutch = as_text(renderers()[format_id].render(ignored_report("nl")))
    english = as_text(renderers()[format_id].render(ignored_report("en")))
    assert dutch != english


@pytest.mark.parametrize("format_id", sorted(set(renderers()) - {"html", "terminal"}))
def test_a_format_says_what_is_wrong_and_what_is_right(format_id):
    """The claimed value, the explanation and, where there is one, the correction of every finding to be mended."""
    text = as_text(renderers()[format_id].render(every_verdict()))
    findings = [finding for report in every_verdict().documents for finding in report.findings]
    for finding in findings:
        if finding.severity.value == "none" or (format_id == "claimreview" and finding.check != "fact"):
            continue
        if format_id == "claimreview" and finding.verdict.value == "unclear":
            continue
        plain = json.dumps(finding.explanation)[1:-1] if format_id == "gitlab" else finding.explanation
        assert plain in text.replace('\\"', '"') or plain in text


def test_the_hostile_texts_are_hostile():
    assert len(HOSTILE) == len(set(HOSTILE.values()))
    assert "\x00" in CONTROLS
