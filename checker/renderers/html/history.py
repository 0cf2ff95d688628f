"""What one run leaves for the next, and what changed between the two.

The file is JSON: per document the counts and the ids of what is wrong, of this run and of the one before. A run that
finds the same as the last one keeps what that was compared with, so that making a report twice changes nothing.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from checker.identity import finding_ids
from checker.report import Verdict

if TYPE_CHECKING:
    from checker.report import Report

FILE = "presscheck-run.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Past:
    """A document as a run found it: its counts by verdict, and the ids of the findings that somebody must look at."""

    counts: dict[str, int]
    wrong: tuple[str, ...]


Run = dict[str, Past]
"""The documents of a run by path."""


@dataclass(frozen=True, slots=True)
class Change:
    """How many findings of a document are new since the run before, and how many are gone; None for a new document."""

    new: int
    gone: int


def run_of(report: Report) -> Run:
    """Return what a run found."""
    run: Run = {}
    for item in report.documents:
        names = finding_ids(item.document.path, item.findings)
        wrong = sorted(
            name
            for name, finding in zip(names, item.findings, strict=True)
            if finding.verdict is not Verdict.SUPPORTED and not finding.suppressed
        )
        run[item.document.path] = Past(item.counts(), tuple(wrong))
    return run


def previous_run(report: Report) -> Run | None:
    """Return what to compare a run with; None where there is nothing, or what the last run left is damaged."""
    try:
        data = json.loads(report.remembered)
        if not isinstance(data, dict) or data.get("version") != _VERSION:
            return None
        last = _read(data["documents"])
        before = _read(data["previous"]) if data["previous"] is not None else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return before if last == run_of(report) else last


def written(run: Run, previous: Run | None) -> str:
    """Return the file for the next run."""
    data: dict[str, Any] = {"version": _VERSION, "documents": _plain(run), "previous": _plain(previous)}
    return json.dumps(data, indent=1, sort_keys=True, ensure_ascii=True) + "\n"


def change(path: str, run: Run, previous: Run | None) -> Change | None:
    """Return what changed in a document; None where the run before did not have it."""
    if previous is None or path not in previous:
        return None
    now, then = set(run[path].wrong), set(previous[path].wrong)
    return Change(len(now - then), len(then - now))


def _plain(run: Run | None) -> dict[str, Any] | None:
    return None if run is None else {path: asdict(past) for path, past in run.items()}


def _read(data: dict[str, Any]) -> Run:
    """Return a run. Raises ValueError, TypeError, KeyError or AttributeError where the data is none."""
    return {
        str(path): Past(
            {str(name): int(number) for name, number in past["counts"].items()},
            tuple(str(name) for name in past["wrong"]),
        )
        for path, past in data.items()
    }
