"""The baseline: a file of findings that are known, each with the reason why it does not count.

It is YAML that people edit: comments, reasons and the order of entries stay as they are when entries are added or taken
out. Paths in it are seen from its own folder.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - pydantic reads the annotation at run time
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator

from checker.data import Table, parse_yaml, shortened, validate
from checker.errors import DataError, Problem
from checker.gate.days import read_day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from checker.report import Finding

NAME = "presscheck-baseline.yaml"
"""The file that is used where none is named."""
HEAD = """\
# Findings that are known and do not count. Each needs a reason; from the day after `until` on it counts again.
# `presscheck baseline` adds entries; reasons, days and comments are yours.
version: 1
ignored:
"""


def _day(text: str | None) -> date | None:
    return None if text is None else read_day(text)


class Entry(Table):
    """One finding that is known. `verdict`, `property`, `text` and `sentence` are for people."""

    fingerprint: str
    path: str
    verdict: str = ""
    property: str = ""
    text: str = ""
    sentence: str = ""
    reason: str = ""
    until: Annotated[date | None, BeforeValidator(_day)] = None


class _File(Table):
    version: Literal["1"]
    ignored: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline, each with its line in the file; `path` names the file as it is shown."""

    path: str
    entries: tuple[tuple[Entry, int], ...] = ()

    def of(self, path: str) -> tuple[tuple[Entry, int], ...]:
        """Return the entries of a document, by its path as seen from the folder of the baseline."""
        return tuple(item for item in self.entries if item[0].path == path)


def read_baseline(text: str, path: str) -> Baseline:
    """Read the text of a baseline; `path` names it in messages. Raises DataError with everything that is wrong."""
    located = parse_yaml(text, path)
    if located.value is not None and not isinstance(located.value, dict):
        raise DataError(located.problem((), "wrong-type", "expected the keys version and ignored; is this a baseline?"))
    entries = validate(_File, located).ignored
    lines = [located.place(("ignored", number)).line for number in range(len(entries))]
    first: dict[tuple[str, str], int] = {}
    problems = []
    for entry, line in zip(entries, lines, strict=True):
        known = first.setdefault((entry.path, entry.fingerprint), line)
        if known != line:
            message = (
                f"the fingerprint {shortened(entry.fingerprint)} stands in line {known} already; keep one of the two"
            )
            problems.append(Problem(path=path, code="duplicate-key", message=message, line=line))
    if problems:
        raise DataError(*problems)
    return Baseline(path, tuple(zip(entries, lines, strict=True)))


def entry_of(finding: Finding, fingerprint: str, path: str, *, reason: str, until: date | None) -> Entry:
    """Return the entry of a finding in the document of a path."""
    return Entry(
        fingerprint=fingerprint,
        path=path,
        verdict=finding.verdict.value,
        property=finding.property or "",
        text=finding.text,
        sentence=" ".join(finding.sentence.split()),
        reason=reason,
        until=until.isoformat() if until else None,
    )


def updated(text: str, path: str, new: Iterable[Entry], gone: Collection[int]) -> str:
    """Return the text of a baseline with entries added at its end, and without those whose lines are in `gone`.

    Every other byte stays. Raises DataError where the file is written so that this cannot be done.
    """
    added = tuple(new)
    old = read_baseline(text, path) if text.strip() else Baseline(path)
    kept = [entry for entry, line in old.entries if line not in gone]
    newline = "\r\n" if "\r\n" in text else "\n"
    result = _without(text, old, gone) if text.strip() else HEAD
    if added:
        result = _opened(result, empty=not kept)
        result += "".join(_written(entry) for entry in added).replace("\n", newline)
    try:
        if [entry for entry, _ in read_baseline(result, path).entries] == [*kept, *added]:
            return result
    except DataError:
        pass
    message = "cannot be changed as it is written: let “ignored:” come last, and each entry begin a line with “- ”"
    raise DataError(Problem(path=path, code="baseline", message=message))


def _without(text: str, old: Baseline, gone: Collection[int]) -> str:
    """Take out entries with the comments above them."""
    if not gone:
        return text
    lines = text.splitlines(keepends=True)
    starts = [_start(lines, line) for _, line in old.entries]
    ends = [*starts[1:], len(lines)]
    drop = {
        number
        for (_, line), start, end in zip(old.entries, starts, ends, strict=True)
        if line in gone
        for number in range(start, end)
    }
    return "".join(line for number, line in enumerate(lines) if number not in drop)


def _start(lines: list[str], line: int) -> int:
    """Return the index of the first line of an entry: that of its first comment, if comments stand above it."""
    index = line - 1
    while index and lines[index - 1].lstrip().startswith("#"):
        index -= 1
    return index


def _opened(text: str, *, empty: bool) -> str:
    """Return a text that entries can be added to."""
    if not text.endswith("\n"):
        text += "\n"
    if empty and "ignored:" in text:
        return text.replace("ignored: []", "ignored:")
    return text if "ignored:" in text else f"{text}ignored:\n"


def _written(entry: Entry) -> str:
    said = entry.model_dump(mode="json", exclude={"until"})
    lines = [f"{name}: {_quoted(value)}" for name, value in said.items() if value or name == "reason"]
    if entry.until:
        lines.append(f"until: {entry.until.isoformat()}")
    return f"- {lines[0]}\n" + "".join(f"  {line}\n" for line in lines[1:])


def _quoted(text: str) -> str:
    """Return a text in quotation marks: what looks like something else in YAML (`no`, `1.10`) stays what it is."""
    # A JSON text is a YAML text too, but for a few characters that YAML takes for line ends.
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08X}" for sign in written)
