"""What formats for other programs say of each finding: its rule, its place, who says so, and in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import join, normpath
from typing import TYPE_CHECKING

from checker.identity import finding_ids
from checker.renderers._text import one_line
from checker.report import Severity, SourceNote, Verdict
from checker.ui.dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.document import Document
    from checker.errors import Problem
    from checker.report import DocumentReport, Finding, Report, Unverified
    from checker.ui import Words

_SEVERITIES = {severity: rank for rank, severity in enumerate(Severity)}
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_VERDICTS = {verdict: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file: lines and columns count from 1, `end_column` is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its id and the document that it is in."""

    id: str
    finding: Finding
    report: DocumentReport

    @property
    def document(self) -> Document:
        """The document that the finding is in."""
        return self.report.document

    @property
    def path(self) -> str:
        """The path of the document, as it was given."""
        return self.report.document.path

    @property
    def region(self) -> Region:
        """Where the finding stands in the file."""
        return region(self.document, self.finding.start, self.finding.end)

    @property
    def rule(self) -> str:
        """The rule that the finding breaks: `fact.` and the property, or `check.` and the id of the check."""
        finding = self.finding
        return f"fact.{finding.property or 'claim'}" if finding.check == "fact" else f"check.{finding.check}"


def region(document: Document, start: int, end: int) -> Region:
    """Return where a span of the document's text stands in its file."""
    first, after = document.source_map.span(start, end)
    # The end is counted from the last character: what follows it may be the next line.
    last = document.line_column(after - 1) if after > first else None
    line, column = document.line_column(first)
    return Region(line, column, last[0], last[1] + 1) if last else Region(line, column, line, column)


def sentence_span(document: Document, item: Finding | Unverified) -> tuple[int, int] | None:
    """Return the span of the sentence of a finding or value in the document's text, if it stands around it."""
    length = len(item.sentence)
    start = document.text.rfind(item.sentence, max(0, item.end - length), item.start + length)
    return (start, start + length) if length and 0 <= start <= item.start and start + length >= item.end else None


def surroundings(document: Document, item: Finding | Unverified, longest: int) -> tuple[str, str]:
    """Return what stands before and after a finding or value in its sentence: whole words, about `longest` characters.

    Each is one line; a space between it and the value is kept.
    """
    span = sentence_span(document, item)
    if span is None:
        return "", ""
    before, after = document.text[span[0] : item.start], document.text[item.end : span[1]]
    first, last = one_line(before), one_line(after)
    if len(first) > longest:
        first = "…" + first[-longest:].partition(" ")[2]
    if len(last) > longest:
        last = last[:longest].rpartition(" ")[0] + "…"
    return first + " " * before[-1:].isspace(), " " * after[:1].isspace() + last


def path_in_repository(path: str, report: Report) -> str:
    """Return a path as seen from the root of the repository, which services show findings by; an absolute one stays."""
    if not path or path == "-" or path.startswith("/") or _DRIVE.match(path):
        return path
    return normpath(join(report.folder, path))


def located(report: DocumentReport) -> Iterator[Located]:
    """Yield all findings of a document with their ids, in the order of the text."""
    ids = finding_ids(report.document.path, report.findings)
    for name, finding in zip(ids, report.findings, strict=True):
        yield Located(name, finding, report)


def faults(report: DocumentReport) -> Iterator[Located]:
    """Yield the findings of a document that somebody must look at, in the order of the text: none that is ignored."""
    return (item for item in judged_wrong(report) if not item.finding.suppressed)


def judged_wrong(report: DocumentReport) -> Iterator[Located]:
    """Yield what is not supported, whether it is ignored or not, in the order of the text."""
    return (item for item in located(report) if item.finding.verdict is not Verdict.SUPPORTED)


def worst_first(items: Iterable[Located]) -> list[Located]:
    """Return findings by severity, then verdict, then how sure they are; else in the order given."""
    return sorted(
        items,
        key=lambda item: (
            _SEVERITIES[item.finding.severity],
            _VERDICTS[item.finding.verdict],
            -item.finding.confidence,
        ),
    )


def about(finding: Finding) -> str:
    """Return whose what a finding is about, such as a person and "born"; the check where it is about no such thing."""
    topic = (finding.subject_name or finding.subject, finding.property_label or finding.property)
    return one_line(", ".join(part for part in topic if part) or finding.check)


def label(finding: Finding, words: Words) -> str:
    """Return a finding in a few words: its verdict, and what it is about."""
    return f"{words.verdicts[finding.verdict].label}: {about(finding)}"


def explanation(finding: Finding, words: Words) -> str:
    """Return the explanation of a finding as one line; what its verdict means where it has none."""
    return one_line(finding.explanation) or words.verdicts[finding.verdict].meaning


def problem_text(problem: Problem) -> str:
    """Return the message of a problem as one line; its code where it has none."""
    return one_line(problem.message) or problem.code


def sources(finding: Finding, report: Report) -> tuple[SourceNote, ...]:
    """Return the sources behind a finding, each once; of one that is not registered only the id is known."""
    names = dict.fromkeys(name for evidence in finding.evidence for name in evidence.sources)
    return tuple(report.sources.get(name) or SourceNote(id=name, publisher=name, title="") for name in names)


def source_in_brief(source: SourceNote, words: Words) -> str:
    """Return a source in fewer words: publisher and date."""
    date = written_date(source.date, words) if source.date else ""
    return one_line(words.source.format(publisher=source.publisher, date=date) if date else source.publisher)


def source_name(source: SourceNote, words: Words) -> str:
    """Return a source in a few words: publisher, title, date."""
    date = written_date(source.date, words) if source.date else ""
    return one_line(", ".join(part for part in (source.publisher, source.title, date) if part))


def web_address(url: str | None) -> str | None:
    """Return an address if a browser may follow it: http and https alone, without a space or a control."""
    url = url or ""
    return url if url.lower().startswith(("https://", "http://")) and one_line(url) == url and " " not in url else None
