"""Brings a baseline up to date: which findings are new to it, and which of its entries are past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker.gate.baseline import entry_of
from checker.identity import finding_ids, fingerprints
from checker.report import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.gate.baseline import Baseline, Entry
    from checker.report import DocumentReport


class Checked(NamedTuple):
    """A document of the run: its path as seen from the folder of the baseline, what was found, what counts of it."""

    path: str
    found: DocumentReport
    judged: DocumentReport


@dataclass(frozen=True, slots=True)
class Renewal:
    """Entries to add, and the entries that match nothing any more, each with its line."""

    new: tuple[Entry, ...]
    past: tuple[tuple[Entry, int], ...]


def renew(
    baseline: Baseline, documents: Sequence[Checked], gone: Sequence[str], *, reason: str, until: date | None
) -> Renewal:
    """Compare a baseline with what a run found.

    Errors and warnings that count and have no entry become new entries, with the reason and last day given. `gone` are
    the paths of entries whose documents are not there any more: where a document was renamed, the reason goes along.
    """
    moved = {entry.fingerprint: entry for entry, _ in baseline.entries if entry.path in gone}
    new: list[Entry] = []
    past = [item for item in baseline.entries if item[0].path in gone]
    for path, found, judged in documents:
        names = dict(zip(finding_ids(found.document.path, found.findings), fingerprints(found.findings), strict=True))
        alarms = {
            name
            for name, finding in zip(names.values(), found.findings, strict=True)
            if finding.verdict is not Verdict.SUPPORTED
        }
        known = {entry.fingerprint for entry, _ in baseline.of(path)}
        past += [item for item in baseline.of(path) if item[0].fingerprint not in alarms]
        for finding in judged.findings:
            name = names[finding.id]
            grave = finding.severity in (Severity.ERROR, Severity.WARNING)
            if grave and not finding.suppressed and name not in known:
                old = moved.get(name)
                new.append(
                    entry_of(
                        finding, name, path, reason=old.reason if old else reason, until=old.until if old else until
                    )
                )
    return Renewal(tuple(new), tuple(past))
