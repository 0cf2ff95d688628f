"""All claims of a report as a table: what CSV and XLSX hold, a row per finding and per value nobody vouches for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.renderers._findings import explanation, located, region, source_name, sources
from checker.renderers._ignored import why_ignored
from checker.renderers._text import one_line
from checker.report import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.renderers._findings import Located
    from checker.report import DocumentReport, Report, Unverified
    from checker.ui import Words

Cell = str | int | float

COLUMNS = (
    "path", "title", "date", "line", "column", "verdict", "severity", "check", "property", "subject", "text", "claimed",
    "expected", "suggestion", "explanation", "sentence", "sources", "statements", "confidence", "ignored", "id",
)  # fmt: skip
FORMULA = tuple("=+-@\t\r＝＋－＠")
"""A spreadsheet takes a cell that begins with one of these for a formula."""


def claims(report: Report, words: Words) -> Iterator[dict[str, Cell]]:
    """Yield a row per claim by the names of `COLUMNS`, in the order of the documents and of their text."""
    for document in report.documents:
        rows: list[tuple[int, dict[str, Cell]]] = []
        rows += [(item.finding.start, _finding(item, report, words)) for item in located(document)]
        rows += [(value.start, _unverified(value, document, words)) for value in document.unverified]
        for _, row in sorted(rows, key=lambda pair: pair[0]):
            texts = {name: one_line(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
            yield {name: texts.get(name, "") for name in COLUMNS}


def _document(report: DocumentReport, start: int, end: int) -> dict[str, Cell]:
    document = report.document
    place = region(document, start, end)
    return {
        "path": document.path,
        "title": document.title or "",
        "date": document.date.edtf if document.date else "",
        "line": place.line,
        "column": place.column,
    }


def _finding(item: Located, report: Report, words: Words) -> dict[str, Cell]:
    finding = item.finding
    return _document(item.report, finding.start, finding.end) | {
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "check": finding.check,
        "property": finding.property or "",
        "subject": finding.subject_name or finding.subject or "",
        "text": finding.text,
        "claimed": finding.claimed or "",
        "expected": finding.expected or "",
        "suggestion": "; ".join(repair.text for repair in finding.repairs),
        "explanation": explanation(finding, words),
        "sentence": finding.sentence,
        "sources": "; ".join(source_name(source, words) for source in sources(finding, report)),
        "statements": "; ".join(f"{each.statement} ({each.file}:{each.line})" for each in finding.evidence),
        "confidence": round(finding.confidence, 4),
        "ignored": why_ignored(finding.suppressed, words) if finding.suppressed else "",
        "id": item.id,
    }


def _unverified(item: Unverified, report: DocumentReport, words: Words) -> dict[str, Cell]:
    return _document(report, item.start, item.end) | {
        "verdict": Verdict.UNVERIFIED.value,
        "severity": Verdict.UNVERIFIED.severity.value,
        "text": item.text,
        "explanation": words.reasons.get(item.reason, item.reason),
        "sentence": item.sentence,
    }
