"""Marks the findings that somebody set aside; reports what sets nothing aside: unused, expired, without a reason."""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from checker.errors import Problem
from checker.gate.comments import read_ignores
from checker.identity import fingerprints
from checker.report import Suppression, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.gate.baseline import Baseline
    from checker.report import DocumentReport


class _Marks:
    """The suppressions of one document, and what must be said of them."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.found: dict[int, Suppression] = {}
        self.problems: list[Problem] = []

    def add(
        self,
        hits: Sequence[int],
        *,
        kind: Literal["comment", "baseline"],
        reason: str,
        until: date | None,
        path: str,
        line: int,
        column: int | None,
    ) -> None:
        """Set findings aside, by their numbers, or report why not."""

        def report(code: str, message: str) -> None:
            self.problems.append(Problem(path=path, code=code, message=message, line=line, column=column, warning=True))

        what = "comment" if kind == "comment" else "entry"
        if not hits:
            report(code="ignore-unused", message=f"this {what} ignores nothing (any more); remove it")
        elif not reason.strip():
            message = f'this {what} gives no reason, so nothing is ignored; write reason{"=" if column else ": "}"..."'
            report(code="ignore-reason", message=message)
        elif until is not None and until < self.today:
            message = f"this {what} held until {until}; mend the text or the facts, or give it a later day"
            report(code="ignore-expired", message=message)
        else:
            suppression = Suppression(kind=kind, reason=reason.strip(), path=path, line=line, until=until)
            for number in hits:
                self.found.setdefault(number, suppression)


def suppress(
    report: DocumentReport, *, topics: Sequence[str], baseline: Baseline | None, path: str | None, today: date
) -> DocumentReport:
    """Return a report whose findings are marked where a comment or the baseline ignores them.

    `topics` are the checks and properties that a comment can name, `path` the document's as seen from the folder of the
    baseline (None where it has none), `today` the day that their last days are compared with. What is wrong with the
    comments and entries is added to the notices.
    """
    document = report.document
    marks = _Marks(today)
    alarms = [number for number, item in enumerate(report.findings) if item.verdict is not Verdict.SUPPORTED]
    places = sorted((document.source_map.source(report.findings[number].start), number) for number in alarms)
    ignores, problems = read_ignores(document, topics)
    marks.problems.extend(problems)
    for ignore in ignores:
        first = bisect.bisect_left(places, (ignore.start, -1))
        last = bisect.bisect_left(places, (ignore.end, -1))
        marks.add(
            [number for offset, number in places[first:last] if ignore.matches(report.findings[number], offset)],
            kind="comment", reason=ignore.reason, until=ignore.until, path=document.path, line=ignore.line,
            column=ignore.column,
        )  # fmt: skip
    if baseline and path is not None:
        names = fingerprints(report.findings)
        by_name = {names[number]: number for number in alarms}
        for entry, line in baseline.of(path):
            hits = [by_name[entry.fingerprint]] if entry.fingerprint in by_name else []
            marks.add(
                hits,
                kind="baseline",
                reason=entry.reason,
                until=entry.until,
                path=baseline.path,
                line=line,
                column=None,
            )
    findings = tuple(replace(item, suppressed=marks.found.get(number)) for number, item in enumerate(report.findings))
    notices = sorted(marks.problems, key=lambda item: (item.path != document.path, item.line or 0, item.column or 0))
    return replace(report, findings=findings, notices=(*report.notices, *notices))
