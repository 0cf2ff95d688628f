"""What a card of the HTML report shows of a finding, ready to be printed by a template that decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.renderers._ignored import why_ignored
from checker.renderers.html.difference import Chunk, difference
from checker.report import Verdict
from checker.ui.dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.document import Document
    from checker.report import Evidence, Finding, Report, Unverified
    from checker.ui import Words

GLYPHS = {
    Verdict.CONTRADICTED: "✕",
    Verdict.OUTDATED: "↻",
    Verdict.INCONSISTENT: "≠",
    Verdict.MISSPELLED: "Aa",
    Verdict.UNCLEAR: "?",
    Verdict.SUPPORTED: "✓",
    Verdict.UNVERIFIED: "○",
}
"""A sign per verdict, so that nobody has to tell colours apart."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as a reader can find it: `url` is empty unless it is a web address."""

    name: str
    title: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its validity, its sources, and the table rows behind it."""

    label: str
    valid: str
    note: str
    origin: str
    sources: tuple[SourceView, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding as a reader sees it. `before` and `after` are what surrounds `text` in its sentence."""

    id: str
    verdict: str
    glyph: str
    label: str
    meaning: str
    topic: str
    line: int
    text: str
    claimed: tuple[Chunk, ...]
    replaces: str
    """What the suggestions replace, where that is not `text`."""
    read_as: str
    expected: str
    expected_is_suggestion: bool
    explanation: str
    before: str
    after: str
    suggestions: tuple[str, ...]
    corrected: tuple[tuple[Chunk, ...], ...]
    """The suggestions in chunks: what differs from the text stands out."""
    statements: tuple[StatementView, ...]
    parts: tuple[tuple[str, str], ...]
    related: tuple[tuple[str, int], ...]
    check: str
    authority: str
    """Who says so, where no statement does: the calendar, the text itself."""
    confidence: str
    ignored: str
    """Why the finding does not count; empty where it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandCheck:
    """A value that a person must check by hand, with the reason."""

    id: str
    text: str
    before: str
    after: str
    reason: str
    line: int


class CardMaker:
    """Makes the cards of one document."""

    def __init__(self, report: Report, document: Document, words: Words) -> None:
        self._sources = {source.id: self._source(words, source.id, report) for source in report.sources.values()}
        self._document = document
        self._words = words

    def card(self, name: str, finding: Finding) -> Card:
        """Return the card of a finding whose id is `name`."""
        verdict = self._words.verdicts[finding.verdict]
        before, after = self._surroundings(finding.start, finding.end, finding.sentence)
        read_as = finding.claimed or ""
        replaces = self._replaces(finding)
        suggestions = tuple(repair.text for repair in finding.repairs)
        pairs = [difference(replaces or finding.text, suggestion) for suggestion in suggestions]
        label = finding.property_label or finding.property
        return Card(
            id=name,
            verdict=finding.verdict.value,
            glyph=GLYPHS[finding.verdict],
            label=verdict.label,
            meaning=verdict.meaning,
            topic=" · ".join(part for part in (finding.subject_name or finding.subject, label) if part),
            line=self._line(finding.start, finding.end),
            text=finding.text,
            claimed=pairs[0][0] if pairs and not replaces else (Chunk(finding.text, changed=not replaces),),
            replaces=replaces,
            read_as=read_as if read_as != finding.text else "",
            expected=finding.expected or "",
            expected_is_suggestion=finding.expected in (None, "", *(repair.text for repair in finding.repairs)),
            explanation=finding.explanation,
            before=before,
            after=after,
            suggestions=suggestions,
            corrected=tuple(new for _, new in pairs),
            statements=tuple(self._statement(evidence) for evidence in finding.evidence),
            parts=tuple((self._words.page.roles.get(p.role, p.role), p.text) for p in finding.parts),
            related=tuple((part.text, self._line(part.start, part.end)) for part in finding.related),
            check=finding.check,
            authority=self._authority(finding),
            confidence=f"{finding.confidence:.0%}",
            ignored=why_ignored(finding.suppressed, self._words) if finding.suppressed else "",
        )

    def hand_checks(self, items: Iterable[Unverified]) -> tuple[HandCheck, ...]:
        """Return the values that nobody vouches for; their ids count from 1 (`u1`)."""
        result = []
        for number, item in enumerate(items, 1):
            before, after = self._surroundings(item.start, item.end, item.sentence)
            reason = self._words.reasons.get(item.reason, item.reason)
            line = self._line(item.start, item.end)
            result.append(
                HandCheck(id=f"u{number}", text=item.text, before=before, after=after, reason=reason, line=line)
            )
        return tuple(result)

    def _authority(self, finding: Finding) -> str:
        if finding.check == "fact" or any(evidence.sources for evidence in finding.evidence):
            return ""
        page = self._words.page
        return page.authorities.get(finding.check, page.text_itself)

    def _replaces(self, finding: Finding) -> str:
        """Return what the repairs of a finding replace where that is another stretch of the text; else nothing."""
        spans = {(repair.start, repair.end) for repair in finding.repairs}
        if len(spans) != 1 or spans == {(finding.start, finding.end)}:
            return ""
        ((start, end),) = spans
        return self._document.text[start:end]

    def _line(self, start: int, end: int) -> int:
        return self._document.line_column(self._document.source_map.span(start, end)[0])[0]

    def _surroundings(self, start: int, end: int, sentence: str) -> tuple[str, str]:
        """Return the sentence before and after a span; both empty where the sentence is not found around it."""
        text = self._document.text
        first = text.rfind(sentence, max(0, end - len(sentence)), start + len(sentence))
        if not sentence or not 0 <= first <= start or first + len(sentence) < end:
            return "", ""
        return text[first:start], text[end : first + len(sentence)]

    def _statement(self, evidence: Evidence) -> StatementView:
        columns = tuple(dict.fromkeys(name for row in evidence.rows for name in row))
        return StatementView(
            label=evidence.label or evidence.statement,
            valid=written_date(evidence.valid, self._words) if evidence.valid else "",
            note=evidence.note or "",
            origin=f"{evidence.statement} · {evidence.file}:{evidence.line}",
            sources=tuple(self._sources.get(name) or SourceView(name, "", "", "") for name in evidence.sources),
            columns=columns,
            rows=tuple(tuple(row.get(name, "") for name in columns) for row in evidence.rows),
        )

    @staticmethod
    def _source(words: Words, name: str, report: Report) -> SourceView:
        note = report.sources[name]
        web = (note.url or "").lower().startswith(("https://", "http://"))
        date = written_date(note.date, words) if note.date else ""
        return SourceView(note.publisher, note.title, date, note.url or "" if web else "")
