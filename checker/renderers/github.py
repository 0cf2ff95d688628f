"""GitHub workflow commands: a finding becomes an annotation of its line. For standard output in a job.

GitHub shows ten errors, ten warnings and ten notices of a step, so the worst come first; the format `markdown` can be
the summary of the job and holds them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.renderers import Renderer
from checker.renderers._findings import explanation, faults, label, path_in_repository, worst_first
from checker.renderers._tally import tally, total_counts
from checker.renderers._text import one_line
from checker.report import Severity
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.errors import Problem
    from checker.renderers._findings import Located
    from checker.report import Report
    from checker.ui import Words

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
    Severity.NONE: "notice",
}
_LONGEST_TITLE = 255
_LONGEST_MESSAGE = 4000
"""The service takes 64 KB; more than this nobody reads beside a line."""


def render(report: Report) -> Mapping[str, str]:
    """Return a line per annotation, and a line of counts that is no command."""
    words = load_words(report.ui)
    lines = [_problem(problem, "error", report) for problem in report.errors]
    found = worst_first(item for document in report.documents for item in faults(document))
    lines += [_annotation(item, report, words) for item in found]
    for document in report.documents:
        notices = dict.fromkeys((*document.document.notices, *document.notices))
        lines += [_problem(problem, "notice", report) for problem in notices]
    counts = ", ".join(count.phrase for count in tally(total_counts(report.documents), words))
    lines.append(f"{words.documents.say(len(report.documents))}: {counts}")
    return {"": "\n".join(lines) + "\n"}


def _annotation(item: Located, report: Report, words: Words) -> str:
    finding, place = item.finding, item.region
    properties: dict[str, str | int] = {
        "file": path_in_repository(item.path, report),
        "line": place.line,
        "endLine": place.end_line,
    }
    if place.line == place.end_line:  # GitHub takes columns within one line only
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = one_line(label(finding, words), _LONGEST_TITLE)
    return _command(_COMMANDS[finding.severity], properties, explanation(finding, words))


def _problem(problem: Problem, command: str, report: Report) -> str:
    places = {"file": path_in_repository(problem.path, report), "line": problem.line, "col": problem.column}
    properties: dict[str, str | int] = {key: value for key, value in places.items() if value}
    return _command(command, properties | {"title": problem.code}, problem.message)


def _command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    """Return a workflow command. Nothing in it can end it or begin another: controls are gone, signs are escaped."""
    clean = {key: one_line(str(value)) for key, value in properties.items()}
    given = ",".join(f"{key}={_property(value)}" for key, value in clean.items() if value)
    return f"::{name} {given}::{_data(one_line(message, _LONGEST_MESSAGE))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


renderer = Renderer(id="github", render=render)
