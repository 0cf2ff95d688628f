"""JSON, version 1: everything that a run found, for other programs. json.schema.json beside this file describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.identity import finding_ids
from checker.renderers import Renderer
from checker.renderers._tally import total_counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.document import Document
    from checker.errors import Problem
    from checker.report import DocumentReport, Evidence, Finding, Report, Suppression, Unverified

VERSION = "1"


def render(report: Report) -> Mapping[str, str]:
    """Return the report as one JSON text. Offsets are those of the source: code points, end exclusive."""
    text = json.dumps(_report(report), ensure_ascii=False, indent=1) + "\n"
    # A file name that is no UTF-8 holds lone surrogates: as JSON's own escapes they can be written and read again.
    return {"": text.encode("utf-8", "backslashreplace").decode("utf-8")}


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": VERSION,
        "tool": {"name": "presscheck", "version": report.tool_version},
        "fact_base": None
        if report.fact_base_path is None
        else {
            "path": report.fact_base_path,
            "digest": report.fact_base_digest,
            "entities": report.entities,
            "statements": report.statements,
        },
        "documents": [_document(document) for document in report.documents],
        "summary": {"documents": len(report.documents)} | total_counts(report.documents),
        "errors": [_problem(problem) for problem in report.errors],
    }


def _document(report: DocumentReport) -> dict[str, Any]:
    document = report.document
    ids = finding_ids(document.path, report.findings)
    return {
        "path": document.path,
        "title": document.title,
        "language": document.language,
        "date": document.date and document.date.edtf,
        "as_of": report.as_of and report.as_of.edtf,
        "digest": document.digest,
        "findings": [_finding(name, item, document) for name, item in zip(ids, report.findings, strict=True)],
        "unverified": [_unverified(item, document) for item in report.unverified],
        "summary": report.counts(),
        "notices": [_problem(problem) for problem in dict.fromkeys((*document.notices, *report.notices))],
    }


def _span(start: int, end: int, document: Document) -> dict[str, int]:
    source_start, source_end = document.source_map.span(start, end)
    return {"start": source_start, "end": source_end}


def _located_span(start: int, end: int, document: Document) -> dict[str, int]:
    span = _span(start, end, document)
    line, column = document.line_column(span["start"])
    return span | {"line": line, "column": column}


def _finding(name: str, finding: Finding, document: Document) -> dict[str, Any]:
    return {
        "id": name,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "check": finding.check,
        "property": finding.property,
        "subject": finding.subject,
        "subject_name": finding.subject_name,
        "text": finding.text,
        **_located_span(finding.start, finding.end, document),
        "sentence": finding.sentence,
        "parts": [{"role": p.role, "text": p.text, **_span(p.start, p.end, document)} for p in finding.parts],
        "claimed": finding.claimed,
        "claimed_value": finding.claimed_value,
        "expected": finding.expected,
        "expected_value": finding.expected_value,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "related": [{"role": p.role, "text": p.text, **_span(p.start, p.end, document)} for p in finding.related],
        "explanation": finding.explanation,
        "repairs": [{**_span(r.start, r.end, document), "text": r.text} for r in finding.repairs],
        "confidence": round(finding.confidence, 4),
        "suppressed": finding.suppressed and _suppression(finding.suppressed),
    }


def _suppression(suppression: Suppression) -> dict[str, Any]:
    return {
        "kind": suppression.kind,
        "reason": suppression.reason,
        "until": suppression.until and suppression.until.isoformat(),
        "path": suppression.path,
        "line": suppression.line,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "statement": evidence.statement,
        "file": evidence.file,
        "line": evidence.line,
        "valid": evidence.valid,
        "sources": list(evidence.sources),
        "rows": [dict(row) for row in evidence.rows],
    }


def _unverified(item: Unverified, document: Document) -> dict[str, Any]:
    return {
        "text": item.text,
        **_located_span(item.start, item.end, document),
        "type": item.type,
        "value": item.value,
        "reason": item.reason,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "code": problem.code,
        "message": problem.message,
        "line": problem.line,
        "column": problem.column,
    }


renderer = Renderer(id="json", render=render)
