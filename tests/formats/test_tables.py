"""CSV and XLSX, read back: all claims, and no cell that a spreadsheet computes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hostile_report import HOSTILE, hostile_report, ignored_report
from museum_reports import REPORTS, every_verdict

from checker.renderers import xlsx
from checker.renderers._claims import COLUMNS, FORMULA
from checker.renderers.csv import render as render_csv
from checker.renderers.xlsx import render as render_xlsx
from checker.ui import words

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report}


def table(report):
    return list(csv.DictReader(io.StringIO(render_csv(report)[""], newline="")))


def book(report):
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(report)[""]))


@pytest.mark.parametrize("name", SHOWN)
def test_csv_is_a_row_per_claim(name):
    report = SHOWN[name]()
    text = render_csv(report)[""]
    rows = table(report)
    assert len(rows) == sum(len(item.findings) + len(item.unverified) for item in report.documents)
    assert text.count("\r\n") == len(rows) + 1
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert text.split("\r\n", 1)[0] == ",".join(COLUMNS)
    assert all(None not in row and None not in row.values() for row in rows)


def test_csv_holds_what_is_wrong_what_is_right_and_who_says_so():
    (row,) = [row for row in table(every_verdict()) if row["text"] == "three times"]
    assert row == {
        "path": "drafts/opening.md", "title": "Lantern Museum opens its north wing", "date": "2025-05-07", "line": "13",
        "column": "35", "verdict": "contradicted", "severity": "error", "check": "fact", "property": "wins",
        "subject": "Lantern Museum", "text": "three times", "claimed": "3", "expected": "2",
        "suggestion": "twice; 2 times",
        "explanation": "The table of prizes has two rows for the Lantern Museum: 2014 and 2021.",
        "sentence": "The museum won the Beacon Prize three times, most recently in 2021.",
        "sources": "Lantern Museum, Annual report 2024, 1 March 2025", "statements": "prizes (facts/museum.yaml:3)",
        "confidence": "0.88", "ignored": "", "id": row["id"],
    }  # fmt: skip


def test_claims_and_values_stand_in_the_order_of_the_text():
    rows = [row for row in table(every_verdict()) if row["path"] == "drafts/opening.md"]
    places = [(int(row["line"]), int(row["column"])) for row in rows]
    assert places == sorted(places)
    assert [row["text"] for row in rows if row["verdict"] == "unverified"] == ["38", "10 to 17 hours", "12", "85"]


def test_csv_has_no_formula():
    for row in table(hostile_report()):
        assert not any(cell.startswith(FORMULA) for cell in row.values())
    texts = {row["text"] for row in table(hostile_report())}
    assert {"'" + HOSTILE["formula"], "'" + HOSTILE["formula_minus"], "'＝1+1", "'=1+1"} <= texts


def test_csv_has_no_formula_where_a_semicolon_ends_a_cell():
    for line in render_csv(hostile_report())[""].split("\r\n"):
        for cell in line.split(";"):
            assert not cell.strip(' "').startswith(FORMULA)


@pytest.mark.parametrize("name", SHOWN)
def test_a_workbook_holds_the_rows_of_the_table(name):
    report = SHOWN[name]()
    (sheet,) = book(report)
    rows = list(sheet.iter_rows(min_row=2))
    expected = table(report)
    assert len(rows) == len(expected)
    assert [cell.value for cell in sheet[1]] == [words(report.ui).formats.columns[column] for column in COLUMNS]
    for cells, row in zip(rows, expected, strict=True):
        for cell, column in zip(cells, COLUMNS, strict=True):
            if column in ("verdict", "severity"):
                continue
            given = "" if cell.value is None else str(cell.value)
            wanted = re.sub(r"(\A|; ?)'(?=[=+@＝-])", r"\1", row[column])
            if column == "confidence":
                assert float(given or 0) == float(wanted or 0)
            else:
                assert given == (wanted if len(wanted) <= 32_000 else wanted[:31_999] + "…")


@pytest.mark.parametrize("ui", ["en", "nl"])
def test_a_workbook_computes_nothing_and_links_to_nothing(ui):
    data = render_xlsx(hostile_report(ui))[""]
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data))
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n")
            assert cell.hyperlink is None
            assert len(str(cell.value or "")) <= 32_767
            if str(cell.value or "").startswith(FORMULA):
                assert cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist() if "worksheets" in name)
        assert not any("externalLink" in name or "vba" in name.lower() for name in archive.namelist())
    assert b"<f>" not in text
    assert b"<f " not in text


def test_a_workbook_speaks_the_language_of_the_interface():
    (sheet,) = book(ignored_report("nl"))
    assert sheet.title == "Beweringen"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:U{sheet.max_row}"
    verdicts = {row[5] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert {"onjuist", "bevestigd", "niet gedekt"} <= verdicts


def test_many_rows_go_on_in_another_sheet(monkeypatch):
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 8)
    sheets = list(book(every_verdict()))
    assert [sheet.title for sheet in sheets] == ["Claims", "Claims 2", "Claims 3"]
    assert sum(sheet.max_row - 1 for sheet in sheets) == len(table(every_verdict()))


def test_a_report_without_claims_is_an_empty_table():
    report = replace(every_verdict(), documents=())
    assert table(report) == []
    (sheet,) = book(report)
    assert sheet.max_row == 1
