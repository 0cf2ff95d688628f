"""The report for people at a terminal: what must be mended, then one line of counts."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from checker.renderers import Renderer
from checker.renderers._ignored import why_ignored
from checker.renderers._tally import tally, total_counts
from checker.renderers._text import one_line
from checker.report import Severity, Verdict
from checker.ui import words as load_words
from checker.ui.dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.report import DocumentReport, Finding, Report, SourceNote
    from checker.ui import Words

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NONE: "green", Severity.NOTE: "cyan"}
_LONGEST_QUOTE = 80
"""Characters of the document's text that are shown at most in one place."""
_NARROWEST = 40


def render_terminal(report: Report, *, colour: bool, width: int, verbose: bool = False) -> str:
    """Return the report as lines for a terminal of `width` columns, in `report.ui`.

    Only findings that need attention are shown; `verbose` adds those that are supported or ignored, and the values that
    nobody vouches for. Prose is wrapped, lines that name a place are not, so that editors can follow them.
    """
    return "\n".join(_Writer(report, colour=colour, width=max(width, _NARROWEST), verbose=verbose).lines()) + "\n"


class _Writer:
    def __init__(self, report: Report, *, colour: bool, width: int, verbose: bool) -> None:
        self.report = report
        self.words: Words = load_words(report.ui)
        self.colour = colour
        self.width = width
        self.verbose = verbose

    def lines(self) -> Iterator[str]:
        for document in self.report.documents:
            yield from self._document(document)
        if self.report.errors:
            yield self._style(self.words.not_read, fg="red", bold=True)
            yield from (self._style(one_line(str(problem)), fg="red") for problem in self.report.errors)
            yield ""
        if len(self.report.documents) != 1:
            number = self.words.documents.say(len(self.report.documents))
            yield self._style(f"{number}: {self._counts(total_counts(self.report.documents))}", bold=True)

    def _style(self, text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
        return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if self.colour else text

    def _quoted(self, text: str) -> str:
        opening, closing = self.words.quotes
        return f"{opening}{one_line(text, _LONGEST_QUOTE)}{closing}"

    def _counts(self, counts: Mapping[str, int]) -> str:
        return ", ".join(count.phrase for count in tally(counts, self.words))

    def _wrapped(self, text: str, indent: str = "    ") -> Iterator[str]:
        yield from textwrap.wrap(one_line(text), self.width, initial_indent=indent, subsequent_indent=indent)

    def _document(self, report: DocumentReport) -> Iterator[str]:
        document = report.document
        date = written_date(document.date.edtf, self.words) if document.date else self.words.no_date
        head = [one_line(document.path), *([one_line(document.title, _LONGEST_QUOTE)] if document.title else []), date]
        yield self._style(" · ".join(head), bold=True)
        if document.date is None:
            yield from (self._style(line, fg="yellow") for line in self._wrapped(self.words.undated, "  "))
        for finding in report.findings:
            if self.verbose or not (finding.verdict is Verdict.SUPPORTED or finding.suppressed):
                yield from self._finding(finding, report)
        if self.verbose:
            for item in report.unverified:
                place = self._place(report, item.start, item.end)
                label = self._style(self.words.not_covered, fg="cyan")
                yield f"{place}  {label}  {self._quoted(item.text)}"
                yield from self._wrapped(self.words.reasons.get(item.reason, item.reason))
        for notice in dict.fromkeys((*document.notices, *report.notices)):
            yield self._style(one_line(str(notice)), fg="yellow")
        yield "  " + self._style(self._counts(report.counts()), bold=True)
        yield ""

    def _place(self, report: DocumentReport, start: int, end: int) -> str:
        document = report.document
        line, column = document.line_column(document.source_map.span(start, end)[0])
        return f"{one_line(document.path)}:{line}:{column}"

    def _finding(self, finding: Finding, report: DocumentReport) -> Iterator[str]:
        verdict = self.words.verdicts[finding.verdict].label
        line = [
            self._place(report, finding.start, finding.end),
            self._style(verdict, fg=_COLOURS[finding.severity], bold=True),
            self._correction(finding),
        ]
        source = self._source(finding)
        yield "  ".join(line) + (self._style(f"  ({source})", dim=True) if source else "")
        if finding.verdict is not Verdict.SUPPORTED:
            yield from self._wrapped(finding.explanation)
        if finding.suppressed:
            yield from self._wrapped(why_ignored(finding.suppressed, self.words))

    def _correction(self, finding: Finding) -> str:
        """Return what the text says and what it should say; alternatives are joined by a slash."""
        said = self._quoted(finding.text)
        if finding.verdict is Verdict.SUPPORTED:
            return said
        texts = [self._quoted(repair.text) for repair in finding.repairs] or [
            one_line(finding.expected or "", _LONGEST_QUOTE)
        ]
        return f"{said} → {' / '.join(texts)}" if texts != [""] else said

    def _source(self, finding: Finding) -> str:
        """Return the first source of the finding in a few words, and how many more there are."""
        ids = list(dict.fromkeys(name for evidence in finding.evidence for name in evidence.sources))
        if not ids:
            return next((one_line(f"{item.file}:{item.line}") for item in finding.evidence), "")
        note = self.report.sources.get(ids[0])
        more = f" +{len(ids) - 1}" if len(ids) > 1 else ""
        return (self._named(note) if note else one_line(ids[0], _LONGEST_QUOTE)) + more

    def _named(self, note: SourceNote) -> str:
        publisher = one_line(note.publisher, _LONGEST_QUOTE)
        if note.date is None:
            return publisher
        return self.words.source.format(publisher=publisher, date=written_date(note.date, self.words))


def render(report: Report) -> Mapping[str, str]:
    """Return the report without colour, for a file or a pipe."""
    return {"": render_terminal(report, colour=False, width=100)}


renderer = Renderer(id="terminal", render=render)
