"""The index of the HTML report as typed data: all documents, what changed, and what comes up again and again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.identity import finding_ids
from checker.renderers._tally import tally, total_counts
from checker.renderers.html.history import change, previous_run, run_of
from checker.renderers.html.names import link
from checker.renderers.html.titles import said, title
from checker.report import Verdict
from checker.ui.dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.renderers._tally import Count
    from checker.renderers.html.history import Change, Run
    from checker.report import Report
    from checker.ui import Words

_MOST = 10
"""Lines of a list of what comes up most."""
_PLACES = 5
"""Links of such a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A document in the index; `day` sorts by date, `numbers` go with the counts of the index."""

    title: str
    path: str
    link: str
    language: str
    date: str
    day: str
    numbers: tuple[int, ...]
    change: Change | None


@dataclass(frozen=True, slots=True)
class Trend:
    """What changed since the run before, in the documents that both have; `counts` are differences per count."""

    new: int
    gone: int
    counts: tuple[int, ...]
    added: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Place:
    """A link to a finding, with the title of its document."""

    link: str
    title: str


@dataclass(frozen=True, slots=True)
class Frequent:
    """Something that comes up `number` times, with a few of the places; `rest` is how many more there are."""

    label: str
    note: str
    number: int
    places: tuple[Place, ...]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """The list of all documents."""

    counts: tuple[Count, ...]
    documents: str
    lines: tuple[Line, ...]
    trend: Trend | None
    contradicted: tuple[Frequent, ...]
    uncovered: tuple[Frequent, ...]
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


def index_page(report: Report, names: Sequence[str], words: Words) -> IndexPage:
    """Return the index of a report; `names` are the files of the pages of its documents."""
    totals = tally(total_counts(report.documents), words)
    run, previous = run_of(report), previous_run(report)
    lines = []
    for name, item in zip(names, report.documents, strict=True):
        document = item.document
        numbers = {count.key: count.number for count in tally(item.counts(), words)}
        lines.append(
            Line(
                title=title(item),
                path=document.path,
                link=link(name),
                language=document.language,
                date=written_date(document.date.edtf, words) if document.date else "",
                day=document.date.first.isoformat() if document.date else "",
                numbers=tuple(numbers.get(count.key, 0) for count in totals),
                change=change(document.path, run, previous),
            )
        )
    return IndexPage(
        counts=totals,
        documents=words.documents.say(len(report.documents)),
        lines=tuple(lines),
        trend=_trend(run, previous, [count.key for count in totals], words),
        contradicted=_contradicted(report, names),
        uncovered=_uncovered(report, names, words),
        errors=said(report.errors),
        warnings=said(report.warnings),
    )


def _trend(run: Run, previous: Run | None, keys: Sequence[str], words: Words) -> Trend | None:
    if previous is None:
        return None
    both = [path for path in run if path in previous]
    changes = [found for path in both if (found := change(path, run, previous))]

    def numbers(of: Run) -> dict[str, int]:
        total: dict[str, int] = defaultdict(int)
        for path in both:
            for name, number in of[path].counts.items():
                total[name] += number
        return {count.key: count.number for count in tally(total, words)}

    now, then = numbers(run), numbers(previous)
    return Trend(
        new=sum(item.new for item in changes),
        gone=sum(item.gone for item in changes),
        counts=tuple(now.get(key, 0) - then.get(key, 0) for key in keys),
        added=len(run) - len(both),
        dropped=len(previous) - len(both),
    )


def _contradicted(report: Report, names: Sequence[str]) -> tuple[Frequent, ...]:
    """Return the statements that texts go against most."""
    labels: dict[str, str] = {}
    places: dict[str, list[Place]] = defaultdict(list)
    for name, item in zip(names, report.documents, strict=True):
        ids = finding_ids(item.document.path, item.findings)
        for id_, finding in zip(ids, item.findings, strict=True):
            if finding.verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED) and not finding.suppressed:
                for evidence in {evidence.statement: evidence for evidence in finding.evidence}.values():
                    labels.setdefault(evidence.statement, evidence.label)
                    places[evidence.statement].append(Place(f"{link(name)}#{id_}", title(item)))
    return _most((labels[key] or key, key, found) for key, found in places.items())


def _uncovered(report: Report, names: Sequence[str], words: Words) -> tuple[Frequent, ...]:
    """Return the values that no statement covers and that come up most."""
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for name, item in zip(names, report.documents, strict=True):
        for number, value in enumerate(item.unverified, 1):
            key = (value.type, " ".join(value.text.split()).casefold())
            shown.setdefault(key, (value.text, words.reasons.get(value.reason, value.reason)))
            places[key].append(Place(f"{link(name)}#u{number}", title(item)))
    return _most((*shown[key], found) for key, found in places.items())


def _most(items: Iterable[tuple[str, str, list[Place]]]) -> tuple[Frequent, ...]:
    """Return what comes up more than once, the most frequent first."""
    ordered = sorted((item for item in items if len(item[2]) > 1), key=lambda item: (-len(item[2]), item[0], item[1]))
    return tuple(
        Frequent(label, note, len(places), tuple(places[:_PLACES]), max(0, len(places) - _PLACES))
        for label, note, places in ordered[:_MOST]
    )
