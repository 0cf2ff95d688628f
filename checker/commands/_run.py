"""One run: the documents that were named, checked against the fact base, as a report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.commands._notices import Progress, say
from checker.commands._options import load_base
from checker.errors import DataError, PresscheckError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.commands._documents import Found
    from checker.document import Document
    from checker.factbase.model import FactBase
    from checker.period import Period
    from checker.pipeline import Checker
    from checker.report import DocumentReport, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How documents are read: what the options say of all of them."""

    language: str | None
    date: Period | None
    default_language: str

    def read(self, found: Found) -> Document:
        """Return a document. Raises DocumentError."""
        return self.document(found.path, found.read())

    def document(self, path: str, data: bytes) -> Document:
        """Return a document of these bytes. Raises DocumentError."""
        from checker.reading import read_document  # noqa: PLC0415 - help pages load nothing of this

        return read_document(
            path,
            data,
            language=self.language,
            date=self.date,
            default_language=self.default_language,
        )


def load(folder: str | None) -> tuple[FactBase, tuple[Problem, ...]]:
    """Return the fact base, or an empty one and what is wrong with it; both are said on standard error."""
    try:
        base = load_base(folder)
    except DataError as error:
        from checker.factbase.model import EMPTY  # noqa: PLC0415

        say(*error.problems)
        return EMPTY, error.problems
    say(*(warning for warning in base.warnings if warning.code == "empty-fact-base"))
    return base, ()


def check_all(
    found: Sequence[Found], base: FactBase, reading: Reading, *, ui: str, as_of: Period | None
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


def _folder() -> str:
    """Return the working directory as seen from the root of its repository; empty where there is none."""
    try:
        here = Path.cwd()
    except OSError:
        return ""
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return "" if root == here else here.relative_to(root).as_posix()


def make_report(base: FactBase, documents: Sequence[DocumentReport], errors: Sequence[Problem], *, ui: str) -> Report:
    """Return the report of a run."""
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
        folder=_folder(),
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
