"""`presscheck check`: documents to findings, in the terminal, as data, and as reports."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands._documents import find_documents
from checker.commands._notices import Progress, say
from checker.commands._options import (
    DOCUMENT_LANGUAGE,
    INTERFACE_LANGUAGE,
    DateType,
    facts_folder,
    facts_option,
    load_base,
    settings_here,
)
from checker.commands._output import OutputError, Writer
from checker.config import FAIL_LEVELS
from checker.errors import DataError, PresscheckError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.commands._documents import Found
    from checker.document import Document
    from checker.factbase.model import FactBase
    from checker.period import Period
    from checker.pipeline import Checker
    from checker.renderers import Renderer
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
@click.option("--format", "format_", metavar="FORMAT", help="Print this format (default: terminal); json is another.")
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
    chosen = _format(format_ or "terminal", known, "--format")
    targets = _targets(outputs, known)
    folder = facts_folder(facts, settings)
    errors: list[Problem] = []
    found = find_documents(paths, known_suffixes(), errors)
    writer = Writer(
        documents=frozenset(Path(os.path.realpath(item.file)) for item in found if item.file),
        facts=Path(os.path.realpath(folder)) if folder else None,
    )
    for _, target in targets:
        writer.check(target)
    say(*errors)

    base, faults = _load(folder)
    errors = [problem for problem in (*errors, *faults) if not problem.warning]
    ui = ui or settings.ui
    documents: list[DocumentReport] = []
    if not faults:
        reading = _Reading(language=language, date=date, default_language=settings.language)
        documents, unread = _check(found, base, reading, ui=ui, as_of=as_of)
        errors += unread
    result = _report(base, documents, errors, ui=ui)

    # Files first: a reader that closes the pipe must not cost the reports.
    unwritten = _write(result, writer, targets, Path(report) if report else None, known)
    _print(result, chosen, known, verbose=verbose)
    if errors or unwritten:
        sys.exit(2)
    sys.exit(int(_fails(result, fail_on or settings.fail_on)))


def _format(name: str, known: Mapping[str, Renderer], option: str) -> str:
    if name not in known or known[name].folder:
        usable = ", ".join(sorted(item for item in known if not known[item].folder))
        hint = " (--report DIR writes HTML)" if name in known else ""
        raise click.BadParameter(f"unknown format “{name}”; choose one of: {usable}{hint}", param_hint=option)
    return name


def _targets(outputs: Sequence[str], known: Mapping[str, Renderer]) -> list[tuple[str, Path]]:
    """Return the formats and files of `--output`. Raises BadParameter where one cannot be used."""
    targets: list[tuple[str, Path]] = []
    for output in outputs:
        name, equals, path = output.partition("=")
        if not equals or not path:
            raise click.BadParameter("write FORMAT=PATH, for example json=out.json", param_hint="--output")
        targets.append((_format(name, known, "--output"), Path(path)))
    real = [os.path.realpath(path) for _, path in targets]
    if len(set(real)) < len(real):
        raise click.BadParameter("two outputs go to one file", param_hint="--output")
    return targets


def _load(folder: str | None) -> tuple[FactBase, tuple[Problem, ...]]:
    """Return the fact base, or an empty one and what is wrong with it; both are said on standard error."""
    try:
        base = load_base(folder)
    except DataError as error:
        from checker.factbase.model import EMPTY  # noqa: PLC0415

        say(*error.problems)
        return EMPTY, error.problems
    say(*(warning for warning in base.warnings if warning.code == "empty-fact-base"))
    return base, ()


class _Reading:
    """Reads documents as the options say."""

    def __init__(self, *, language: str | None, date: Period | None, default_language: str) -> None:
        self._language = language
        self._date = date
        self._default_language = default_language

    def read(self, found: Found) -> Document:
        """Return a document. Raises DocumentError."""
        from checker.reading import read_document  # noqa: PLC0415

        return read_document(
            found.path,
            found.read(),
            language=self._language,
            date=self._date,
            default_language=self._default_language,
        )


def _check(
    found: Sequence[Found], base: FactBase, reading: _Reading, *, ui: str, as_of: Period | None
) -> tuple[list[DocumentReport], list[Problem]]:
    """Return what was found in the documents, and why some could not be checked."""
    from checker.pipeline import Checker, Options  # noqa: PLC0415 - loads spaCy

    checker = Checker(base, Options(ui=ui, as_of=as_of))
    documents: list[DocumentReport] = []
    errors: list[Problem] = []
    progress = Progress(len(found))
    for item in found:
        progress.step(item.path)
        try:
            document = reading.read(item)
            progress.say(*document.notices)
            documents.append(_checked(checker, document))
        except PresscheckError as error:
            progress.say(*error.problems)
            errors.extend(error.problems)
    progress.end()
    return documents, errors


def _checked(checker: Checker, document: Document) -> DocumentReport:
    """Return what was found in one document. Raises PresscheckError where a fault of ours breaks it off."""
    try:
        return checker.check(document)
    except PresscheckError:
        raise
    except Exception as error:
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        where = f" at {Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else ""
        message = (
            f"could not be checked: {type(error).__name__}{where}; this is a fault of presscheck, please report it"
        )
        raise PresscheckError(Problem(path=document.path, code="internal", message=message)) from error


def _report(base: FactBase, documents: Sequence[DocumentReport], errors: Sequence[Problem], *, ui: str) -> Report:
    from checker import __version__  # noqa: PLC0415
    from checker.report import Report, SourceNote  # noqa: PLC0415

    return Report(
        tool_version=__version__,
        ui=ui,
        fact_base_path=base.path,
        fact_base_digest=base.digest,
        entities=sum(not entity.country for entity in base.entities.values()),
        statements=len(base.statements),
        documents=tuple(documents),
        errors=tuple(errors),
        warnings=base.warnings,
        sources={
            source.id: SourceNote(
                id=source.id,
                publisher=source.publisher,
                title=source.title,
                date=source.date.edtf if source.date else None,
                url=source.url,
            )
            for source in base.sources.values()
        },
    )


def _write(
    report: Report,
    writer: Writer,
    targets: Sequence[tuple[str, Path]],
    folder: Path | None,
    known: Mapping[str, Renderer],
) -> bool:
    """Write every file that was asked for; return whether one could not be written, which is said."""
    failed = False
    for name, target in targets:
        try:
            writer.write(target, next(iter(known[name].render(report).values())))
        except OutputError as error:
            say(*error.problems)
            failed = True
    if folder:
        try:
            writer.write_pages(folder, known["html"].render(report))
        except OutputError as error:
            say(*error.problems)
            failed = True
    return failed


def _print(report: Report, chosen: str, known: Mapping[str, Renderer], *, verbose: bool) -> None:
    if chosen == "terminal":
        from checker.renderers.terminal import render_terminal  # noqa: PLC0415

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = shutil.get_terminal_size((100, 24)).columns
        click.echo(render_terminal(report, colour=colour, width=width, verbose=verbose), nl=False, color=colour)
        return
    for text in known[chosen].render(report).values():
        click.echo(text, nl=False)


def _fails(report: Report, level: str) -> bool:
    if level == "never":
        return False
    wanted = ("error",) if level == "error" else ("error", "warning")
    return any(finding.severity.value in wanted for item in report.documents for finding in item.findings)
