"""`presscheck compare`: documents against each other, where they contradict one another. No fact base is needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.choices import FAIL_LEVELS
from checker.commands._documents import find_documents
from checker.commands._formats import print_report, printed_format, read_targets, write_report
from checker.commands._notices import say
from checker.commands._options import DOCUMENT_LANGUAGE, INTERFACE_LANGUAGE, DateType, settings_here
from checker.commands._output import Writer
from checker.commands._run import Reading, make_report
from checker.errors import PresscheckError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.commands._documents import Found
    from checker.contrast import Text
    from checker.period import Period


@click.command(name="compare", short_help="Compare documents with each other.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--date", type=DateType(), help="The date of the documents; outranks what they say themselves.")
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
@click.option("--fail-on", type=click.Choice(FAIL_LEVELS), help="Exit with 1 from which severity on (default: error).")
def command(
    *,
    paths: tuple[str, ...],
    date: Period | None,
    language: str | None,
    ui: str | None,
    format_: str | None,
    outputs: tuple[str, ...],
    fail_on: str | None,
) -> None:
    """Compare documents (files, or folders) with each other, and show where they contradict one another.

    Versions of one text, in one language or two, and texts on the same subject. No fact base is needed. Exit status: 0
    they agree, 1 they contradict each other, 2 something could not be read or used.
    """
    settings = settings_here()
    from checker.reading import known_suffixes  # noqa: PLC0415 - help pages load nothing of this
    from checker.renderers import renderers  # noqa: PLC0415

    known = renderers()
    chosen = printed_format(format_ or "terminal", known)
    targets = read_targets(outputs, known)
    errors: list[Problem] = []
    found = find_documents(paths, known_suffixes(), errors)
    if len(found) < 2:
        raise click.UsageError("name two documents or more to compare")
    writer = Writer(documents=frozenset(Path(os.path.realpath(item.file)) for item in found if item.file), facts=None)
    for name, target in targets:
        if not known[name].folder:
            writer.check(target)
    say(*errors)
    errors = [problem for problem in errors if not problem.warning]
    texts, unread = _read(found, Reading(language=language, date=date, default_language=settings.language))
    errors += unread

    from checker.contrast import contrast  # noqa: PLC0415 - loads spaCy
    from checker.factbase.model import EMPTY  # noqa: PLC0415

    result = make_report(EMPTY, contrast(texts, ui or settings.ui), errors, ui=ui or settings.ui)
    unwritten = write_report(result, writer, targets, known)
    print_report(result, chosen, known, verbose=False)
    level = fail_on or settings.fail_on
    wanted = {"never": (), "error": ("error",)}.get(level, ("error", "warning"))
    fails = any(finding.severity.value in wanted for item in result.documents for finding in item.findings)
    sys.exit(2 if errors or unwritten else int(fails))


def _read(found: Sequence[Found], reading: Reading) -> tuple[list[Text], list[Problem]]:
    """Return the documents that can be compared, and why others cannot."""
    from checker.contrast import read_text  # noqa: PLC0415 - loads spaCy

    texts: list[Text] = []
    errors: list[Problem] = []
    for item in found:
        try:
            document = reading.read(item)
        except PresscheckError as error:
            say(*error.problems)
            errors.extend(error.problems)
        else:
            say(*document.notices)
            texts.append(read_text(document))
    return texts, errors
