"""`presscheck check`: documents to findings, in the terminal, as data, and as reports."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import period
from checker.config import Settings, load_settings
from checker.errors import DataError, PresscheckError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.factbase.model import FactBase
    from checker.period import Period
    from checker.report import DocumentReport, Report

_MANY = 20
"""From how many documents on progress is shown."""


class _Edtf(click.ParamType):
    """A date on the command line, as EDTF."""

    name = "DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        if isinstance(value, period.Period):
            return value
        try:
            return period.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _documents(paths: Iterable[str], suffixes: tuple[str, ...]) -> Iterator[tuple[str, Path | None]]:
    """Yield (path as given, file) of every document; None for standard input. Folders are read recursively."""
    seen: set[Path] = set()
    for given in paths:
        if given == "-":
            yield "-", None
            continue
        root = Path(given)
        if not root.is_dir():
            yield given, root
            continue
        for file in sorted(root.rglob("*")):
            relative = file.relative_to(root)
            hidden = any(part.startswith((".", "~$")) for part in relative.parts)
            if file.is_file() and file.suffix.lower() in suffixes and not hidden and file.resolve() not in seen:
                seen.add(file.resolve())
                yield file.as_posix(), file


def _read(path: str, file: Path | None) -> bytes:
    if file is None:
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except FileNotFoundError:
        message = "there is no such file or folder"
        raise PresscheckError(Problem(path=path, code="missing-file", message=message)) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise PresscheckError(Problem(path=path, code="unreadable", message=message)) from None


def write_atomically(target: Path, text: str) -> None:
    """Write a text so that a reader sees the old file or the new one, never half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".presscheck-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _write_report(folder: Path, texts: Mapping[str, str]) -> None:
    root = folder.resolve()
    for name, text in texts.items():
        target = (root / name).resolve()
        if not target.is_relative_to(root):
            message = f"the page “{name}” would lie outside the report folder"
            raise PresscheckError(Problem(path=str(folder), code="report", message=message))
        write_atomically(target, text)


def load_base(folder: str | None, settings: Settings) -> FactBase:
    """Return the fact base of a folder; without one given and without `facts/`, an empty base with a warning."""
    from checker.factbase.load import load_facts  # noqa: PLC0415 - `--help` must not load pydantic
    from checker.factbase.model import EMPTY, FactBase  # noqa: PLC0415

    chosen = folder or settings.facts
    if chosen is None and not Path("facts").is_dir():
        message = "there is no folder “facts”; only the checks that need no facts are run (name yours with --facts DIR)"
        warning = Problem(path="facts", code="empty-fact-base", message=message, warning=True)
        return FactBase(**{**vars(EMPTY), "warnings": (warning,)})
    return load_facts(chosen or "facts")


@click.command(name="check", short_help="Check documents against the fact base.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--facts", "facts_folder", metavar="DIR", help="The fact base (default: facts).")
@click.option("--date", "date", type=_Edtf(), help="The date of the documents; outranks what they say themselves.")
@click.option("--as-of", "as_of", type=_Edtf(), help="Judge as of this date (default: the document's date).")
@click.option("--language", metavar="CODE", help="The language of the documents: nl or en (default: declared or detected).")
@click.option("--ui", type=click.Choice(["nl", "en"]), help="The language of the findings (default: en).")
@click.option("--format", "format_", metavar="FORMAT", help="Print this format (default: terminal); json is another.")
@click.option("--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="Also write a format to a file; repeatable.")
@click.option("--report", metavar="DIR", help="Write an HTML page per document and an index to this folder.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "never"]), help="Exit with 1 from which severity on (default: error)."
)
@click.option("--verbose", "-v", is_flag=True, help="Also list what is supported and what nobody vouches for.")
def command(
    paths: tuple[str, ...],
    facts_folder: str | None,
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
    try:
        settings = load_settings(Path.cwd())
    except PresscheckError as error:
        _fail(error)
        sys.exit(2)
    from checker.languages import supported  # noqa: PLC0415 - `--help` must not load pydantic
    from checker.renderers import renderers  # noqa: PLC0415

    if language is not None and language not in supported():
        message = f"“{language}” is not supported; choose one of: {', '.join(supported())}"
        raise click.BadParameter(message, param_hint="--language")
    known = renderers()
    chosen = format_ or "terminal"
    targets = [output.partition("=")[::2] for output in outputs]
    for name in (chosen, *(name for name, _ in targets)):
        if name not in known or known[name].folder:
            usable = ", ".join(sorted(item for item in known if not known[item].folder))
            raise click.BadParameter(f"unknown format “{name}”; choose one of: {usable}", param_hint="--format")
    if any(not target for _, target in targets):
        raise click.BadParameter("write FORMAT=PATH, for example json=out.json", param_hint="--output")
    result = _run(paths, facts_folder, settings, date=date, as_of=as_of, language=language, ui=ui or settings.ui)
    _print(result, chosen, verbose=verbose)
    failed = bool(result.errors)
    try:
        for name, target in targets:
            write_atomically(Path(target), next(iter(known[name].render(result).values())))
        if report:
            _write_report(Path(report), known["html"].render(result))
    except PresscheckError as error:
        _fail(error)
        failed = True
    except OSError as error:
        _fail(PresscheckError(Problem(path=str(error.filename), code="unwritable", message=f"cannot be written: {error.strerror}")))
        failed = True
    sys.exit(2 if failed else int(_fails(result, fail_on or settings.fail_on)))


def _run(
    paths: tuple[str, ...],
    facts_folder: str | None,
    settings: Settings,
    *,
    date: Period | None,
    as_of: Period | None,
    language: str | None,
    ui: str,
) -> Report:
    from checker import __version__  # noqa: PLC0415
    from checker.factbase.model import EMPTY  # noqa: PLC0415
    from checker.reading import known_suffixes, read_document  # noqa: PLC0415
    from checker.report import Report, SourceNote  # noqa: PLC0415

    errors: list[Problem] = []
    documents: list[DocumentReport] = []
    try:
        base = load_base(facts_folder, settings)
    except DataError as error:
        _fail(error)
        errors.extend(error.problems)
        base = EMPTY
    if not errors:
        from checker.pipeline import Checker, Options  # noqa: PLC0415 - loads spaCy

        for warning in base.warnings:
            if warning.code == "empty-fact-base":
                click.echo(str(warning), err=True)
        checker = Checker(base, Options(ui=ui, as_of=as_of))
        found = list(_documents(paths, known_suffixes()))
        for number, (path, file) in enumerate(found, 1):
            _progress(number, len(found), path)
            try:
                document = read_document(
                    path if file else "-",
                    _read(path, file),
                    language=language,
                    date=date,
                    default_language=settings.language,
                )
            except PresscheckError as error:
                _fail(error)
                errors.extend(error.problems)
                continue
            for notice in document.notices:
                click.echo(str(notice), err=True)
            documents.append(checker.check(document))
        if not found:
            empty = Problem(path=paths[0], code="no-documents", message="holds no document that can be read", warning=True)
            click.echo(str(empty), err=True)
    return Report(
        tool_version=__version__,
        ui=ui,
        fact_base_path=base.path,
        fact_base_digest=base.digest,
        entities=len([e for e in base.entities.values() if not e.country]),
        statements=len(base.statements),
        documents=tuple(documents),
        errors=tuple(errors),
        warnings=base.warnings,
        sources={
            s.id: SourceNote(
                id=s.id, publisher=s.publisher, title=s.title, date=s.date.edtf if s.date else None, url=s.url
            )
            for s in base.sources.values()
        },
    )


def _progress(number: int, total: int, path: str) -> None:
    if total < _MANY:
        return
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{number}/{total} {path[-60:]}", nl=number == total, err=True)
    elif number % 100 == 0 or number == total:
        click.echo(f"{number}/{total}", err=True)


def _print(report: Report, chosen: str, *, verbose: bool) -> None:
    from checker.renderers import renderers  # noqa: PLC0415

    if chosen == "terminal":
        from checker.renderers.terminal import render_terminal  # noqa: PLC0415

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        width = _width()
        click.echo(render_terminal(report, colour=colour, width=width, verbose=verbose), nl=False, color=colour)
        return
    for text in renderers()[chosen].render(report).values():
        click.echo(text, nl=False)


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 100


def _fails(report: Report, level: str) -> bool:
    if level == "never":
        return False
    wanted = ("error",) if level == "error" else ("error", "warning")
    return any(f.severity.value in wanted for d in report.documents for f in d.findings)


def _fail(error: PresscheckError) -> None:
    for problem in error.problems:
        click.echo(str(problem), err=True)
