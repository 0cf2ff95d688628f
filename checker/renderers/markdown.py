"""Markdown (GitHub flavoured) for a comment on a pull request, or the summary of a job.

A comment holds 65,536 characters: the gravest findings are kept, and what does not fit is counted. The first line is a
mark by which a script finds its comment again, to replace it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.renderers import Renderer
from checker.renderers._findings import (
    explanation,
    faults,
    region,
    source_in_brief,
    sources,
    surroundings,
    web_address,
    worst_first,
)
from checker.renderers._markup import code, link, prose
from checker.renderers._tally import tally, total_counts
from checker.report import Severity
from checker.ui import words as load_words
from checker.ui.dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.errors import Problem
    from checker.renderers._findings import Located
    from checker.report import DocumentReport, Report, SourceNote, Unverified
    from checker.ui import Words

MARK = "<!-- presscheck -->"
LIMIT = 65_000
"""Bytes: never fewer than characters, however these are counted."""
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️", Severity.NONE: "✅"}
_MOST_PROBLEMS = 50
_MOST_NOTICES = 5
_FOLD = 150
"""Bytes of what folds the values of a document, and of the lines around it."""
_CONTEXT = 50
"""Characters of the sentence that are shown on each side of a value to check by hand."""
_LONGEST = 300
"""Characters that are quoted of one thing."""


def render(report: Report) -> Mapping[str, str]:
    """Return one comment."""
    return {"": _Comment(report).text()}


@dataclass
class _Section:
    """What is shown of one document: entries of findings by id, and of values to check by hand."""

    report: DocumentReport
    opened: bool = False
    findings: dict[str, str] = field(default_factory=dict)
    values: list[str] = field(default_factory=list)


class _Comment:
    """Fills a comment: head, problems, findings by gravity, values to check by hand, as far as there is room."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words: Words = load_words(report.ui)
        self.left = LIMIT
        self.more = 0

    def text(self) -> str:
        """Return the whole comment."""
        head = [*self._head()]
        self.left -= _size("\n".join(head)) + 500
        problems = [line for line in map(self._problem, self.report.errors[:_MOST_PROBLEMS]) if self._takes(line)]
        self.more += max(0, len(self.report.errors) - _MOST_PROBLEMS)
        sections = [_Section(document) for document in self.report.documents]
        self._choose_findings(sections)
        self._choose_values(sections)
        blocks = ["\n".join(head)]
        if problems:
            blocks.append(f"**{self.words.not_read}**\n\n" + "\n".join(problems))
        blocks += [self._section(section) for section in sections if section.opened]
        if self.more:
            blocks.append("*" + self.words.formats.more.format(n=self.more) + "*")
        blocks.append(self._foot())
        return "\n\n".join(blocks) + "\n"

    def _takes(self, text: str) -> bool:
        """Whether there is room for a text, which is then taken; else it is counted, and nothing after it gets in."""
        size = _size(text) + 2
        if size > self.left:
            self.more += 1
            self.left = 0
            return False
        self.left -= size
        return True

    def _opens(self, section: _Section) -> bool:
        """Whether there is room for the head of a document, which is then taken."""
        if not section.opened:
            size = _size(self._title(section.report)) + _FOLD
            section.opened = size <= self.left
            self.left -= size if section.opened else 0
        return section.opened

    def _choose_findings(self, sections: Sequence[_Section]) -> None:
        by_report = {id(section.report): section for section in sections}
        for item in worst_first(item for section in sections for item in faults(section.report)):
            section = by_report[id(item.report)]
            entry = self._entry(item)
            if not self._opens(section):
                self.more += 1
            elif self._takes(entry):
                section.findings[item.id] = entry

    def _choose_values(self, sections: Sequence[_Section]) -> None:
        for section in sections:
            if not self._opens(section):
                self.more += len(section.report.unverified)
                continue
            for value in section.report.unverified:
                entry = self._value(value, section.report)
                if self._takes(entry):
                    section.values.append(entry)

    def _counts(self, counts: Mapping[str, int]) -> str:
        return ", ".join(count.phrase for count in tally(counts, self.words))

    def _head(self) -> Iterator[str]:
        yield MARK
        yield f"## {self.words.page.report}: {self._counts(total_counts(self.report.documents))}"
        if not any(True for document in self.report.documents for _ in faults(document)) and not self.report.errors:
            yield ""
            yield self.words.formats.nothing if self.report.documents else self.words.page.no_documents

    def _foot(self) -> str:
        words = self.words.page
        made = words.made_by.format(version=self.report.tool_version)
        if self.report.fact_base_path is None:
            return f"<sub>{made} · {words.no_fact_base}</sub>"
        base = words.checked_against.format(
            path=prose(self.report.fact_base_path, _LONGEST),
            entities=self.report.entities,
            statements=self.report.statements,
        )
        return f"<sub>{made} · {base}</sub>"

    def _problem(self, problem: Problem) -> str:
        place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
        return f"- {code(place, _LONGEST)}: {prose(problem.message, _LONGEST)}"

    def _title(self, report: DocumentReport) -> str:
        document = report.document
        date = written_date(document.date.edtf, self.words) if document.date else self.words.no_date
        about = " · ".join([*([prose(document.title, _LONGEST)] if document.title else []), prose(date)])
        lines = [f"### {code(document.path, _LONGEST)}", f"{about}<br>{self._counts(report.counts())}"]
        if document.date is None:
            lines.append(f"> {self.words.undated}")
        notices = dict.fromkeys((*document.notices, *report.notices))
        lines += [f"> {prose(notice.message, _LONGEST)}" for notice in list(notices)[:_MOST_NOTICES]]
        if len(notices) > _MOST_NOTICES:
            lines.append(f"> {self.words.formats.more.format(n=len(notices) - _MOST_NOTICES)}")
        return "\n\n".join(lines)

    def _section(self, section: _Section) -> str:
        blocks = [self._title(section.report)]
        entries = [section.findings[item.id] for item in faults(section.report) if item.id in section.findings]
        if entries:
            blocks.append("\n".join(entries))
        if section.values:
            summary = self.words.formats.by_hand.say(len(section.report.unverified))
            values = "\n".join(section.values)
            blocks.append(f"<details><summary>{summary}</summary>\n\n{values}\n\n</details>")
        return "\n\n".join(blocks)

    def _entry(self, item: Located) -> str:
        finding = item.finding
        verdict = self.words.verdicts[finding.verdict].label
        said = code(finding.text, _LONGEST)
        choices = f" {self.words.formats.alternatives} ".join(code(r.text, _LONGEST) for r in finding.repairs)
        expected = choices or prose(finding.expected or "", _LONGEST)
        line = self.words.formats.line.format(line=item.region.line)
        head = f"- {_SIGNS[finding.severity]} **{verdict}**, {line}: {said}{f' → {expected}' if expected else ''}"
        lines = [head, prose(explanation(finding, self.words), _LONGEST * 2)]
        named = [self._source(source) for source in sources(finding, self.report)[:5]]
        if named:
            lines.append(f"*{self.words.formats.sources}*: {'; '.join(named)}")
        return "<br>".join(lines)

    def _source(self, source: SourceNote) -> str:
        name, url = prose(source_in_brief(source, self.words), _LONGEST), web_address(source.url)
        return link(name, url) if url and len(url) <= _LONGEST else name

    def _value(self, value: Unverified, report: DocumentReport) -> str:
        line = self.words.formats.line.format(line=region(report.document, value.start, value.end).line)
        reason = self.words.reasons.get(value.reason, value.reason)
        before, after = surroundings(report.document, value, _CONTEXT)
        gaps = " " * before.endswith(" "), " " * after.startswith(" ")
        shown = f"{prose(before)}{gaps[0]}{code(value.text, _LONGEST)}{gaps[1]}{prose(after)}"
        return f"- [ ] {line}: {shown}<br>*{prose(reason)}*"


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


renderer = Renderer(id="markdown", render=render)
