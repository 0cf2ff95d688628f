"""`presscheck baseline`: takes what a run finds into a file of findings that are known."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands._documents import find_documents
from checker.commands._gate import Doorkeeper, GateOptions, baseline_file, open_gate, read_text, seen_from
from checker.commands._notices import say, visible
from checker.commands._options import DayType, facts_folder, run_options, settings_here
from checker.commands._output import Writer
from checker.commands._run import Reading, check_all, load

if TYPE_CHECKING:
    from checker.errors import Problem
    from checker.gate.baseline import Baseline, Entry
    from checker.period import Period

_FAILED = 2


@click.command(name="baseline", short_help="Take what is found now into the baseline.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@run_options
@click.option(
    "--reason", default="", metavar="TEXT", help="Why the new entries do not count (default: to be filled in)."
)
@click.option("--until", type=DayType(), help="The last day on which the new entries hold.")
@click.option("--prune", is_flag=True, help="Take out the entries that match nothing any more.")
def command(
    *,
    paths: tuple[str, ...],
    facts: str | None,
    date: Period | None,
    as_of: Period | None,
    language: str | None,
    ui: str | None,
    baseline: str | None,
    today: Period | None,
    reason: str,
    until: Period | None,
    prune: bool,
) -> None:
    """Check documents, and add every error and warning that is not ignored yet to the baseline.

    Reasons, days and comments in that file stay as they are. An entry without a reason ignores nothing.
    """
    settings = settings_here()
    from checker.gate.baseline import NAME, Baseline, updated  # noqa: PLC0415 - help pages load nothing of this
    from checker.gate.renewal import Checked, renew  # noqa: PLC0415
    from checker.reading import known_suffixes  # noqa: PLC0415

    folder = facts_folder(facts, settings)
    target = baseline_file(baseline, settings) or Path(os.path.relpath(Path(settings.folder, NAME))).as_posix()
    problems: list[Problem] = []
    found = find_documents(paths, known_suffixes(), problems)
    writer = Writer(
        documents=frozenset(Path(os.path.realpath(item.file)) for item in found if item.file),
        facts=Path(os.path.realpath(folder)) if folder else None,
    )
    writer.check(Path(target))
    say(*problems)
    base, faults = load(folder)
    if faults:
        sys.exit(_FAILED)

    text = read_text(target) if Path(target).exists() else ""
    gate = open_gate(settings, base, target if text.strip() else None, GateOptions(today=today, as_of=as_of))
    old = gate.baseline or Baseline(target)
    reading = Reading(language=language, date=date, default_language=settings.language)
    reports, errors = check_all(found, base, reading, ui=ui or settings.ui, as_of=as_of)
    files = {item.path: item.file for item in found}
    judged = Doorkeeper(gate, settings, files).judge(reports, quiet=True)
    here = str(Path(target).parent)
    documents = []
    for report, counted in zip(reports, judged, strict=True):
        file = files[report.document.path]
        path = seen_from(file, here) if file else None
        if path is not None:
            documents.append(Checked(path, report, counted))
    gone = sorted({entry.path for entry, _ in old.entries if not Path(here, entry.path).exists()})
    renewal = renew(old, documents, gone, reason=reason.strip(), until=until.first if until else None)

    past = renewal.past if prune else ()
    if renewal.new or past:
        writer.write(Path(target), updated(text, target, renewal.new, [line for _, line in past]))
    _tell(old, renewal.new, renewal.past, prune=prune)
    if errors or any(not problem.warning for problem in problems):
        sys.exit(_FAILED)


def _tell(old: Baseline, new: tuple[Entry, ...], past: tuple[tuple[Entry, int], ...], *, prune: bool) -> None:
    for entry in new:
        click.echo(_line("added", entry))
    for entry, _ in past:
        click.echo(_line("removed" if prune else "matches nothing any more (--prune removes it)", entry))
    count = len(old.entries) + len(new) - (len(past) if prune else 0)
    click.echo(f"{visible(old.path)}: {count} known, {len(new)} new, {len(past)} past")
    left = [
        entry for entry in (*(entry for entry, _ in old.entries if (entry, _) not in past), *new) if not entry.reason
    ]
    if left:
        click.echo(f"{len(left)} without a reason: they ignore nothing until you write one", err=True)


def _line(what: str, entry: Entry) -> str:
    words = " ".join(part for part in (entry.verdict, entry.property) if part)
    return visible(f"{what}: {entry.path}: {words} “{entry.text}”")
