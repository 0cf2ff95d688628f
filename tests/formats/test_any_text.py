"""Whatever text stands in every field of a report: each format can be read back, and says that text and no other."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hostile_report import HOSTILE
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_github import read as read_command

from checker.document import Block, BlockKind, Document
from checker.errors import Problem
from checker.renderers import renderers
from checker.renderers._claims import FORMULA
from checker.renderers._text import one_line
from checker.report import DocumentReport, Evidence, Finding, Part, Repair, Report, SourceNote, Verdict

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\x00\x1b\r\n\t\u2028\u202e%:,;=+-@<>&]'\"`[]{}\\ ")), max_size=30
)
FORMATS = ("checkstyle", "claimreview", "csv", "github", "gitlab", "junit", "markdown", "sarif", "xlsx")


def report_of(text):
    """A report in which every text is this one, or the document's own text after a first line."""
    whole = f"x\n{text}."
    finding = Finding(
        verdict=Verdict.CONTRADICTED, check="fact", start=2, end=2 + len(text), text=text, sentence=f"{text}.",
        explanation=text, property="born", property_label=text, subject=text, subject_name=text, claimed=text,
        expected=text, repairs=(Repair(2, 2 + len(text), text),), related=(Part("date", text, 2, 2 + len(text)),),
        evidence=(Evidence(statement=text, label=text, file=text, line=1, sources=(text,), note=text),),
    )  # fmt: skip
    document = Document(
        path=f"a/{text}", source=whole, text=whole, blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(whole)),),
        title=text, url=text,
    )  # fmt: skip
    problem = Problem(path=text, code="x", message=text)
    return Report(
        tool_version="1", ui="en", fact_base_path=text, fact_base_digest="", entities=0, statements=0, errors=(problem,),
        documents=(DocumentReport(document=document, as_of=None, findings=(finding,), unverified=(), notices=(problem,)),),
        sources={text: SourceNote(id=text, publisher=text, title=text, date=None, url=text)},
    )  # fmt: skip


def rendered(format_id, text):
    (output,) = renderers()[format_id].render(report_of(text)).values()
    return output


def explanations(format_id, output):
    """The explanation of the one finding, as a reader of the format finds it."""
    if format_id == "checkstyle":
        return ET.fromstring(output.encode()).find("file/error").get("message").partition(": ")[2]
    if format_id == "junit":
        return ET.fromstring(output.encode()).find(".//failure").get("message").partition(": ")[2]
    if format_id == "claimreview":
        return json.loads(output)["@graph"][0]["reviewBody"]
    if format_id == "gitlab":
        return json.loads(output)[0]["description"].partition(": ")[2]
    if format_id == "sarif":
        return json.loads(output)["runs"][0]["results"][0]["properties"]["expected"]
    if format_id == "github":
        lines = [read_command(line) for line in output.split("\n")]
        assert [line[0] for line in lines if line] == ["error", "error", "notice"]
        return lines[1][2]
    if format_id == "csv":
        (row,) = csv.DictReader(io.StringIO(output, newline=""))
        assert not any(cell.startswith(FORMULA) for cell in row.values())
        return row["explanation"]
    (sheet,) = openpyxl.load_workbook(io.BytesIO(output))
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    return sheet.cell(2, 15).value


@pytest.mark.parametrize("format_id", sorted(set(FORMATS) - {"markdown"}))
@settings(max_examples=60)
@given(TEXTS)
@example(HOSTILE["controls"])
@example(HOSTILE["no_characters"])
@example(HOSTILE["command"])
@example(HOSTILE["formula_behind"])
@example("_x0041_")
def test_what_is_written_is_read_back(format_id, text):
    said = explanations(format_id, rendered(format_id, text))
    if format_id == "sarif":  # keeps texts as they are, but for what is no text
        assert said == re.sub("[\ud800-\udfff]", "\ufffd", text)
        return
    expected = one_line(text) or "The fact base says otherwise."
    assert said == expected or (format_id == "csv" and said.replace("'", "") == expected.replace("'", ""))


@given(st.text(max_size=60))
def test_a_line_is_one_line_and_stays_one(text):
    line = one_line(text)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")
    ET.fromstring(f"<a>{line.translate({ord('<'): '', ord('&'): '', ord(']'): ''})}</a>")
    assert len(one_line(text, 10)) <= 10
