"""Checkstyle XML, which most collectors of lint results read: a file per document, an error per finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.renderers import Renderer
from checker.renderers._findings import explanation, faults, problem_text
from checker.renderers._text import one_line
from checker.renderers._xml import element, written
from checker.report import Severity
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from checker.report import Report

_VERSION = "8.0"
"""The version of Checkstyle whose shape this is: readers ask for one, and do not compare it."""
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info", Severity.NONE: "ignore"}


def render(report: Report) -> Mapping[str, str]:
    """Return one `checkstyle` element; a document without findings is an empty `file`."""
    words = load_words(report.ui)
    root = element("checkstyle", version=_VERSION)
    files: dict[str, Element] = {}

    def file(given: str) -> Element:
        path = one_line(given)
        if path not in files:
            files[path] = element("file", root, name=path)
        return files[path]

    for document in report.documents:
        inside = file(document.document.path)
        for item in faults(document):
            finding, place = item.finding, item.region
            text = f"{words.verdicts[finding.verdict].label}: {explanation(finding, words)}"
            source = f"presscheck.{item.rule}"
            severity = _SEVERITIES[finding.severity]
            element(
                "error", inside, line=place.line, column=place.column, severity=severity, message=text, source=source
            )
    for problem in report.errors:
        where = {"line": problem.line or 1} | ({"column": problem.column} if problem.column else {})
        source = f"presscheck.{problem.code}"
        element("error", file(problem.path), **where, severity="error", message=problem_text(problem), source=source)
    return {"": written(root)}


renderer = Renderer(id="checkstyle", render=render)
