"""SARIF 2.1.0 (OASIS): what must be mended, for code scanning and editors.

A rule is a property of the fact base or a check; what is supported or not covered is no result. Columns count Unicode
code points. Paths are relative to the base `SRCROOT`, the root of the repository.
"""

from __future__ import annotations

import json
import re
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker import plugins
from checker.checks import Check
from checker.renderers import Renderer
from checker.renderers._findings import (
    Located,
    explanation,
    judged_wrong,
    label,
    path_in_repository,
    problem_text,
    region,
    sentence_span,
    source_name,
    sources,
)
from checker.renderers._markup import prose
from checker.renderers._text import one_line
from checker.report import Severity, Verdict
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.document import Document
    from checker.errors import Problem
    from checker.report import Evidence, Finding, Part, Report, Suppression
    from checker.ui import Words

Json = dict[str, Any]

_BASE = "SRCROOT"
_FINGERPRINT = "presscheckFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note", Severity.NONE: "none"}
_JUDGED = (Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.UNCLEAR)
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report) -> Mapping[str, str]:
    """Return a log of one run. It is written for a run without results too: that is what closes old alerts."""
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [_Log(report).run()],
    }
    # A lone surrogate is no text: readers of JSON refuse it.
    return {"": _SURROGATE.sub("\ufffd", json.dumps(log, ensure_ascii=False, indent=1)) + "\n"}


def location(path: str) -> Json:
    """Return a path as an artifact location: an absolute one as `file:` URI, another against the base."""
    if _DRIVE.match(path):
        return {"uri": "file:///" + quote(normpath(path.replace("\\", "/")), safe="/:", errors="replace")}
    if path.startswith("/"):
        return {"uri": "file:///" + quote(normpath(path).lstrip("/"), errors="replace")}
    # A colon, which would make the first part of the path a scheme, is escaped too.
    return {"uri": quote(normpath(path), errors="replace"), "uriBaseId": _BASE}


def message(text: str) -> Json:
    """Return a plain message. What would be a placeholder or a link there is escaped: a document may hold either."""
    text = _PLACEHOLDER.sub(r"{{\1}}", text)
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", r"\[").replace("]", r"\]")
    return {"text": text}


class _Log:
    """Makes the objects of one run."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words: Words = load_words(report.ui)
        self.found = [item for document in report.documents for item in judged_wrong(document)]
        examples = {item.rule: item.finding for item in reversed(self.found)}
        self.rules = {name: examples[name] for name in sorted(examples)}
        self.index = {name: number for number, name in enumerate(self.rules)}

    def run(self) -> Json:
        """Return the run."""
        report = self.report
        problems = [*report.errors]
        for document in report.documents:
            problems += dict.fromkeys((*document.document.notices, *document.notices))
        return {
            "tool": {
                "driver": {
                    "name": "presscheck",
                    "fullName": f"presscheck {report.tool_version}",
                    "semanticVersion": report.tool_version,
                    "rules": [_rule(name, finding, report.ui) for name, finding in self.rules.items()],
                }
            },
            "invocations": [
                {
                    "executionSuccessful": not report.errors,
                    "toolExecutionNotifications": [self._notification(problem) for problem in problems],
                }
            ],
            "originalUriBaseIds": {_BASE: {"description": {"text": self.words.formats.base}}},
            "artifacts": [self._artifact(document.document) for document in report.documents],
            "columnKind": "unicodeCodePoints",
            # What ends a line for `Document.line_column`.
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": [self._result(item) for item in self.found],
        }

    def _result(self, item: Located) -> Json:
        finding, document = item.finding, item.document
        related = [self._part(part, document) for part in finding.related]
        related += [self._evidence(evidence) for evidence in finding.evidence]
        result: Json = {
            "ruleId": item.rule,
            "ruleIndex": self.index[item.rule],
            "kind": "fail",
            "level": _LEVELS[finding.severity],
            "message": message(explanation(finding, self.words)),
            "locations": [
                {
                    "physicalLocation": self._place(document, finding.start, finding.end)
                    | self._context(document, finding)
                }
            ],
            # The second name is the one that GitHub compares; without it, it would hash the whole line.
            "partialFingerprints": {_FINGERPRINT: item.id, "primaryLocationLineHash": item.id},
            "suppressions": [self._suppression(finding.suppressed)] if finding.suppressed else [],
        }
        if finding.severity is Severity.NONE:
            result["kind"] = "informational"
        if related:
            result["relatedLocations"] = [place | {"id": number} for number, place in enumerate(related, 1)]
        if finding.repairs:
            result["fixes"] = [self._fix(document, r.start, r.end, r.text) for r in finding.repairs]
        result["properties"] = {
            "verdict": finding.verdict.value,
            "label": label(finding, self.words),
            "claimed": finding.claimed,
            "expected": finding.expected,
            "confidence": round(finding.confidence, 4),
            "sources": [source_name(source, self.words) for source in sources(finding, self.report)],
        }
        return result

    def _place(self, document: Document, start: int, end: int) -> Json:
        return {
            "artifactLocation": self._location(document.path),
            "region": _region(document, start, end) | {"snippet": {"text": document.text[start:end]}},
        }

    def _context(self, document: Document, finding: Finding) -> Json:
        """Return the sentence around a finding; nothing where it is no more than the finding itself."""
        span = sentence_span(document, finding)
        if span in (None, (finding.start, finding.end)):
            return {}
        return {"contextRegion": _region(document, *span) | {"snippet": {"text": finding.sentence}}}

    def _part(self, part: Part, document: Document) -> Json:
        return {
            "physicalLocation": self._place(document, part.start, part.end),
            "message": message(one_line(part.text) or part.role),
        }

    def _evidence(self, evidence: Evidence) -> Json:
        physical: Json = {"artifactLocation": self._location(evidence.file)}
        if evidence.line:
            physical["region"] = {"startLine": evidence.line}
        return {"physicalLocation": physical, "message": message(one_line(evidence.label) or evidence.statement)}

    def _suppression(self, suppression: Suppression) -> Json:
        place: Json = {"artifactLocation": self._location(suppression.path), "region": {"startLine": suppression.line}}
        until = {"properties": {"until": suppression.until.isoformat()}} if suppression.until else {}
        return {
            "kind": "inSource" if suppression.kind == "comment" else "external",
            "status": "accepted",
            "justification": one_line(suppression.reason),
            "location": {"physicalLocation": place},
        } | until

    def _fix(self, document: Document, start: int, end: int, text: str) -> Json:
        change = self.words.formats.replace.format(old=one_line(document.text[start:end]), new=one_line(text))
        return {
            "description": message(change),
            "artifactChanges": [
                {
                    "artifactLocation": self._location(document.path),
                    "replacements": [
                        {"deletedRegion": _region(document, start, end), "insertedContent": {"text": text}}
                    ],
                }
            ],
        }

    def _artifact(self, document: Document) -> Json:
        artifact: Json = {"location": self._location(document.path), "roles": ["analysisTarget"]}
        return artifact | ({"hashes": {"sha-256": document.digest}} if document.digest else {})

    def _notification(self, problem: Problem) -> Json:
        notification: Json = {
            "descriptor": {"id": problem.code},
            "level": "warning" if problem.warning else "error",
            "message": message(problem_text(problem)),
        }
        if problem.path:
            place: Json = {"artifactLocation": self._location(problem.path)}
            if problem.line:
                column = {"startColumn": problem.column} if problem.column else {}
                place["region"] = {"startLine": problem.line} | column
            notification["locations"] = [{"physicalLocation": place}]
        return notification

    def _location(self, path: str) -> Json:
        return location(path_in_repository(path, self.report))


def _rule(name: str, finding: Finding, ui: str) -> Json:
    """Return the rule that a finding breaks, with help for those who see the finding alone."""
    words = load_words(ui)
    about = finding.property_label or finding.property
    if finding.check == "fact" and about:
        short = words.formats.fact_rule.format(label=about)
        verdicts: Iterable[Verdict] = _JUDGED
    else:
        short = _finds(finding.check, ui)
        verdicts = ()
    meanings = [f"{words.verdicts[verdict].label}: {words.verdicts[verdict].meaning}" for verdict in verdicts]
    help_ = [short, *meanings, words.formats.advice]
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in re.split(r"[\W_]+", finding.property or finding.check)),
        "shortDescription": {"text": one_line(short, 1024)},
        "fullDescription": {"text": one_line(short, 1024)},
        "help": {"text": "\n".join(help_), "markdown": _markdown(prose(short), meanings, words.formats.advice)},
        "defaultConfiguration": {"level": _LEVELS[finding.verdict.severity]},
        "properties": {"tags": ["facts" if finding.check == "fact" else "text"]},
    }


def _markdown(short: str, meanings: Sequence[str], advice: str) -> str:
    return "\n\n".join(part for part in (short, "\n".join(f"- {line}" for line in meanings), advice) if part)


def _finds(check: str, ui: str) -> str:
    """Return what a check looks for, in the words of its own file; of one that has none, what all of them do."""
    known = check in plugins.names("checker.checks")
    finds = plugins.load("checker.checks", check, "check", Check).finds if known else {}
    return finds.get(ui) or load_words(ui).formats.check_rule


def _region(document: Document, start: int, end: int) -> Json:
    place = region(document, start, end)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


renderer = Renderer(id="sarif", render=render)
