"""`presscheck check`: documents to findings, in the terminal, as data, and as reports."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands._documents import find_documents
from checker.commands._formats import print_report, printed_format, read_targets, write_report
from checker.commands._notices import say
from checker.commands._options import (
    DOCUMENT_LANGUAGE,
    INTERFACE_LANGUAGE,
    DateType,
    facts_folder,
    facts_option,
    settings_here,
)
from checker.commands._output import Writer, step_summary
from checker.commands._run import Reading, check_all, load, make_report
from checker.config import FAIL_LEVELS

if TYPE_CHECKING:
    from checker.errors import Problem
    from checker.period import Period
    from checker.report import DocumentReport, Report


@click.command(name="check", short_help="Check documents against the fact base.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@facts_option
@click.option("--date", type=DateType(), help="The date of the documents; outranks what they say themselves.")
@click.option("--as-of", "as_of", type=DateType(), help="Judge as of this date (default: the document's date).")
@click.option(
    "--language", type=DOCUMENT_LANGUAGE, help="The language of the documents (default: declared, or detected)."
)
@click.option("--ui", type=INTERFACE_LANGUAGE, help="The language of the findings (default: en).")
@click.option(
    "--format", "format_", metavar="FORMAT", help="Print this format (default: terminal), such as json or github."
)
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="Also write a format to a file; repeatable."
)
@click.option("--report", metavar="DIR", help="Write an HTML page per document and an index to this folder.")
@click.option("--fail-on", type=click.Choice(FAIL_LEVELS), help="Exit with 1 from which severity on (default: error).")
@click.option("--verbose", "-v", is_flag=True, help="Also list what is supported and what nobody vouches for.")
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
    verbose: bool,
) -> None:
    """Check documents (files, folders, or - for standard input) against the fact base.

    Exit status: 0 nothing to fix, 1 findings, 2 something could not be read or used.
    """
    settings = settings_here()
    from checker.reading import known_suffixes  # noqa: PLC0415 - help pages load nothing of this
    from checker.renderers import renderers  # noqa: PLC0415

    known = renderers()
    chosen = printed_format(format_ or "terminal", known)
    targets = read_targets((*outputs, *([f"html={report}"] if report else [])), known)
    folder = facts_folder(facts, settings)
    errors: list[Problem] = []
    found = find_documents(paths, known_suffixes(), errors)
    writer = Writer(
        documents=frozenset(Path(os.path.realpath(item.file)) for item in found if item.file),
        facts=Path(os.path.realpath(folder)) if folder else None,
        adds_to=step_summary(),
    )
    for name, target in targets:
        if not known[name].folder:
            writer.check(target)
    say(*errors)

    base, faults = load(folder)
    errors = [problem for problem in (*errors, *faults) if not problem.warning]
    ui = ui or settings.ui
    documents: list[DocumentReport] = []
    if not faults:
        reading = Reading(language=language, date=date, default_language=settings.language)
        documents, unread = check_all(found, base, reading, ui=ui, as_of=as_of)
        errors += unread
    result = make_report(base, documents, errors, ui=ui)

    # Files first: a reader that closes the pipe must not cost the reports.
    unwritten = write_report(result, writer, targets, known)
    print_report(result, chosen, known, verbose=verbose)
    if errors or unwritten:
        sys.exit(2)
    sys.exit(int(_fails(result, fail_on or settings.fail_on)))


def _fails(report: Report, level: str) -> bool:
    if level == "never":
        return False
    wanted = ("error",) if level == "error" else ("error", "warning")
    return any(
        finding.severity.value in wanted
        for item in report.documents
        for finding in item.findings
        if not finding.suppressed
    )
