"""What changed since another state of the texts and the facts, and which findings that touches."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from checker.factbase.model import Members, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.document import Document
    from checker.factbase.model import FactBase, Statement
    from checker.report import DocumentReport, Finding, Unverified

KeyT = TypeVar("KeyT")

_HUNK = re.compile(r"^@@ -[0-9]+(?:,[0-9]+)? \+([0-9]+)(?:,([0-9]+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Changed:
    """The lines of a document that changed, or all of it.

    A line n stands here as 2n and the gap behind it as 2n + 1, so that lines taken out leave a mark between two others.
    `spans` are in order, both ends included.
    """

    everything: bool = False
    spans: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return self.everything or bool(self.spans)

    def touches(self, first: int, last: int) -> bool:
        """Whether something changed in or between two lines."""
        number = bisect.bisect_left(self.spans, 2 * first, key=lambda span: span[1])
        return self.everything or (number < len(self.spans) and self.spans[number][0] <= 2 * last)


EVERYTHING = Changed(everything=True)
UNCHANGED = Changed()


def read_diff(patch: str) -> Changed:
    """Return what a unified diff of one file, without lines of context, says of the new file.

    Git shows no lines of a file that it takes for binary: then everything counts as changed.
    """
    spans = []
    for match in _HUNK.finditer(patch):
        start, count = int(match[1]), int(match[2] or 1)
        # A hunk that only takes out lines names the line before the gap.
        spans.append((2 * start, 2 * (start + count - 1)) if count else (2 * start + 1, 2 * start + 1))
    if not spans and re.search(r"^(?:Binary files |GIT binary patch)", patch, re.MULTILINE):
        return EVERYTHING
    return Changed(spans=tuple(sorted(spans)))


def only_changed(report: DocumentReport, changed: Changed) -> DocumentReport:
    """Return a report with what stands on changed lines: the value, its sentence, or anything it was read from."""
    if changed.everything:
        return report
    lines = _Lines(report.document)

    def stays(item: Finding | Unverified) -> bool:
        parts = (*getattr(item, "parts", ()), *getattr(item, "related", ()))
        spans = (lines.sentence(item), *((part.start, part.end) for part in parts))
        return any(changed.touches(*lines.of(*span)) for span in spans)

    return replace(
        report,
        findings=tuple(finding for finding in report.findings if stays(finding)),
        unverified=tuple(item for item in report.unverified if stays(item)),
    )


class _Lines:
    """The lines of a document as git counts them: by line feeds alone."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ends = [match.start() for match in re.finditer("\n", document.source)]

    def of(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last line of a span of the text."""
        first, last = self.document.source_map.span(start, end)
        return bisect.bisect_left(self.ends, first) + 1, bisect.bisect_left(self.ends, max(last - 1, first)) + 1

    def sentence(self, item: Finding | Unverified) -> tuple[int, int]:
        """Return the span of the sentence around an item, or its own where the sentence is not found."""
        text, length = self.document.text, len(item.sentence)
        start = text.rfind(item.sentence, max(0, item.end - length), item.start + length)
        return (start, start + length) if 0 <= start <= item.start else (item.start, item.end)


@dataclass(frozen=True, slots=True)
class TouchedFacts:
    """The statements and entities of a fact base that are not what they were, by id."""

    statements: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()

    def touches(self, report: DocumentReport) -> bool:
        """Whether a finding rests on one of them."""
        return any(
            finding.subject in self.entities or any(proof.statement in self.statements for proof in finding.evidence)
            for finding in report.findings
        )


def touched_facts(old: FactBase, new: FactBase) -> TouchedFacts:
    """Compare two states of a fact base; notes, sources, and where a statement stands do not count.

    All statements on one property of one entity are judged together, so they are touched together. A changed entity
    touches what is said of it and what names it, a changed property all that is said by it.
    """
    entities = _different(_entities(old), _entities(new))
    properties = _different(old.properties, new.properties)
    groups = _different(_groups(old), _groups(new))
    statements = frozenset(
        item.id
        for item in new.statements
        if (item.subject, item.property.id) in groups
        or item.property.id in properties
        or not entities.isdisjoint((item.subject, *item.where.values(), *_named(item)))
    )
    return TouchedFacts(statements, frozenset(entities))


def _different(old: Mapping[KeyT, object], new: Mapping[KeyT, object]) -> set[KeyT]:
    return {key for key in {*old, *new} if old.get(key) != new.get(key)}


def _entities(base: FactBase) -> dict[str, object]:
    return {name: replace(entity, file="", line=1) for name, entity in base.entities.items() if not entity.country}


def _groups(base: FactBase) -> dict[tuple[str, str], list[str]]:
    """Return what is said of each property of each entity, in an order that does not depend on the files."""
    groups: dict[tuple[str, str], list[str]] = {}
    for item in base.statements:
        said = (item.value, sorted(item.where.items()), item.valid, item.rows)
        groups.setdefault((item.subject, item.property.id), []).append(repr(said))
    return {key: sorted(said) for key, said in groups.items()}


def _named(statement: Statement) -> Iterable[str]:
    values = statement.value.items if isinstance(statement.value, Members) else (statement.value,)
    return (value.id for value in values if isinstance(value, Reference))
