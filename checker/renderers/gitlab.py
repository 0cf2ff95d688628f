"""GitLab Code Quality: a JSON list of what must be mended, for the widget of a merge request."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from checker.renderers import Renderer
from checker.renderers._findings import explanation, faults, path_in_repository, problem_text
from checker.renderers._text import one_line
from checker.report import Severity
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.errors import Problem
    from checker.renderers._findings import Located
    from checker.report import Report
    from checker.ui import Words

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info", Severity.NONE: "info"}
"""`critical` is left to what could not be read at all: nobody knows what is wrong there."""


def render(report: Report) -> Mapping[str, str]:
    """Return the list; GitLab asks for one without a byte-order mark, and with fingerprints that all differ."""
    words = load_words(report.ui)
    issues = [_issue(item, report, words) for document in report.documents for item in faults(document)]
    issues += [_problem(problem, report) for problem in dict.fromkeys(report.errors)]
    return {"": json.dumps(issues, ensure_ascii=True, indent=1) + "\n"}


def _issue(item: Located, report: Report, words: Words) -> dict[str, Any]:
    finding, place = item.finding, item.region
    return {
        "type": "issue",
        "check_name": item.rule,
        "description": f"{words.verdicts[finding.verdict].label}: {explanation(finding, words)}",
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _digest(item.path, item.id),
        "location": {"path": _path(item.path, report), "lines": {"begin": place.line, "end": place.end_line}},
    }


def _problem(problem: Problem, report: Report) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": problem.code,
        "description": problem_text(problem),
        "categories": ["Bug Risk"],
        "severity": "critical",
        "fingerprint": _digest(problem.path, problem.code, problem.message, f"{problem.line}:{problem.column}"),
        "location": {"path": _path(problem.path, report), "lines": {"begin": problem.line or 1}},
    }


def _path(path: str, report: Report) -> str:
    """Return a path as GitLab compares it: from the root of the repository, without `./` before it."""
    return one_line(path_in_repository(path, report))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:40]


renderer = Renderer(id="gitlab", render=render)
