"""`presscheck check`: documents to findings, in the terminal, as data, and as reports."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.choices import FAIL_LEVELS
from checker.commands._documents import find_documents
from checker.commands._explain import SpotType, print_explained
from checker.commands._formats import print_report, printed_format, read_brand, read_targets, write_report
from checker.commands._gate import Doorkeeper, GateOptions, baseline_file, open_gate
from checker.commands._notices import say
from checker.commands._options import ShareType, facts_folder, run_options, settings_here
from checker.commands._output import Writer, step_summary
from checker.commands._run import Reading, check_all, load, make_report
from checker.commands._since import look_back
from checker.errors import PresscheckError

if TYPE_CHECKING:
    from checker.commands._explain import Spot
    from checker.errors import Problem
    from checker.period import Period
    from checker.report import DocumentReport


@click.command(name="check", short_help="Check documents against the fact base.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@run_options
@click.option(
    "--format", "format_", metavar="FORMAT", help="Print this format (default: terminal), such as json or github."
)
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="Also write a format to a file; repeatable."
)
@click.option("--report", metavar="DIR", help="Write an HTML page per document and an index to this folder.")
@click.option("--fail-on", type=click.Choice(FAIL_LEVELS), help="Exit with 1 from which severity on (default: error).")
@click.option(
    "--min-confidence",
    type=ShareType(),
    help="List findings less sure than this among what to check by hand (default: 0).",
)
@click.option("--since", metavar="REV", help="Report what changed since this git revision, in the texts or the facts.")
@click.option("--verbose", "-v", is_flag=True, help="Also list what is supported and what nobody vouches for.")
@click.option("--explain", is_flag=True, help="Also print the statements that compete for each value, with scores.")
@click.option("--at", "spot", type=SpotType(), help="With --explain: only for the values at this place.")
def command(
    *,
    paths: tuple[str, ...],
    facts: str | None,
    date: Period | None,
    as_of: Period | None,
    language: str | None,
    ui: str | None,
    format_: str | None,
    outputs: tuple[str, ...],
    report: str | None,
    fail_on: str | None,
    min_confidence: float | None,
    baseline: str | None,
    today: Period | None,
    since: str | None,
    verbose: bool,
    explain: bool,
    spot: Spot | None,
) -> None:
    """Check documents (files, folders, or - for standard input) against the fact base.

    Exit status: 0 nothing to fix, 1 findings, 2 something could not be read or used.
    """
    settings = settings_here()
    from checker.reading import known_suffixes  # noqa: PLC0415 - help pages load nothing of this
    from checker.renderers import renderers  # noqa: PLC0415

    known = renderers()
    chosen = printed_format(format_ or "terminal", known)
    if spot is not None and not explain:
        raise click.UsageError("--at says which values to explain; use it with --explain")
    if explain and chosen != "terminal":
        raise click.BadParameter(f"it goes with the terminal, not with {chosen}", param_hint="--explain")
    targets = read_targets((*outputs, *([f"html={report}"] if report else [])), known)
    brand = read_brand(settings, targets)
    folder = facts_folder(facts, settings)
    known_file = baseline_file(baseline, settings)
    errors: list[Problem] = []
    found = find_documents(paths, known_suffixes(), errors)
    writer = Writer(
        documents=frozenset(Path(os.path.realpath(item.file)) for item in found if item.file),
        facts=Path(os.path.realpath(folder)) if folder else None,
        adds_to=step_summary(),
        baseline=Path(os.path.realpath(known_file)) if known_file else None,
    )
    for name, target in targets:
        if not known[name].folder:
            writer.check(target)
    say(*errors)

    base, faults = load(folder)
    errors = [problem for problem in (*errors, *faults) if not problem.warning]
    ui = ui or settings.ui
    options = GateOptions(fail_on=fail_on, min_confidence=min_confidence, today=today, as_of=as_of)
    reading = Reading(language=language, date=date, default_language=settings.language)
    fails = False
    documents: list[DocumentReport] = []
    if not faults:
        try:
            gate = open_gate(settings, base, known_file, options)
            past = look_back(since, found, base, folder, reading) if since is not None else None
        except PresscheckError as error:
            say(*error.problems)
            errors += error.problems
        else:
            keeper = Doorkeeper(gate, settings, {item.path: item.file for item in found})
            worth = past.worth_checking(found) if past else found
            documents, unread = check_all(worth, base, reading, ui=ui, as_of=as_of)
            documents = keeper.judge(documents)
            documents = past.only(documents) if past else documents
            fails = keeper.fails(documents)
            errors += unread
    result = replace(make_report(base, documents, errors, ui=ui), brand=brand)

    # Files first: a reader that closes the pipe must not cost the reports.
    unwritten = write_report(result, writer, targets, known)
    print_report(result, chosen, known, verbose=verbose)
    if explain:
        print_explained(base, documents, spot, ui=ui, as_of=as_of)
    sys.exit(2 if errors or unwritten else int(fails))
