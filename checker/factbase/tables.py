"""CSV tables with declared columns: their rows, each cell checked against the type of its column."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import field_validator

from checker import period
from checker.data import Table, nearest, shortened, validate
from checker.errors import DataError, Problem
from checker.factbase.entities import known_types
from checker.factbase.values import FactValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from checker.data import Located
    from checker.factbase.files import FactFiles
    from checker.factbase.model import Entity, Row
    from checker.factbase.sources import Registry
    from checker.factbase.values import ValueReader
    from checker.period import Period

_WHOLE = frozenset({"count", "ordinal", "year", "number"})
_PLAIN = frozenset({"date", "word", "term", "text", "entity", "place", "quantity", "duration", "money", "percent"})


class TableSpec(Table):
    """A table as `vocabulary.yaml` declares it: its file, and the type of each column that is used."""

    file: str
    columns: dict[str, str]
    complete: str | None = None
    """The time (EDTF) for which every row is there; only within it is anything counted."""
    subject: str | None = None
    """The column that says whom or what each row is about; found by its type where it is left out."""
    source: tuple[str, ...] = ()
    label: dict[str, str] | str | None = None
    note: str | None = None

    @field_validator("source", mode="before")
    @classmethod
    def _one_source(cls, given: Any) -> Any:  # noqa: ANN401 - what a person wrote, before its check
        return (given,) if isinstance(given, str) else given


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """The rows of a table, checked against the declared columns."""

    name: str
    file: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    complete: Period | None
    sources: tuple[str, ...]
    subject: str | None = None
    lines: tuple[int, ...] = ()
    """The line of each row in the file."""


class TableReader:
    """Reads the tables of one fact base, and collects what is wrong with them."""

    def __init__(
        self, files: FactFiles, entities: Mapping[str, Entity], values: ValueReader, registry: Registry
    ) -> None:
        """Keep what cells may name."""
        self._files = files
        self._entities = entities
        self._values = values
        self._registry = registry
        self._types = {entity.type for entity in entities.values()}
        self.problems: list[Problem] = []

    def read(self, name: str, located: Located) -> LoadedTable:
        """Return a table; wrong cells are added to `problems`. Raises DataError where it cannot be read at all."""
        spec = validate(TableSpec, located)
        self.problems.extend(self._registry.unknown(spec.source, located))
        complete = None
        if spec.complete is not None:
            try:
                complete = period.parse(spec.complete)
            except ValueError as error:
                self.problems.append(located.problem(("complete",), "bad-date", str(error)))
        for column, kind in spec.columns.items():
            known = {*_WHOLE, *_PLAIN, *known_types(), *self._types}
            if kind not in known:
                message = f"“{column}”: unknown type of column {shortened(kind)}{nearest(kind, known)}"
                self.problems.append(located.problem(("columns", column), "unknown-type", message))
        file = self._inside(spec.file, located)
        relative = file.relative_to(self._files.root.resolve())
        shown = self._files.shown(relative)
        text = self._files.read(file, relative.as_posix(), shown)
        found = list(self._rows(spec, text, shown))
        rows, lines = tuple(row for row, _ in found), tuple(line for _, line in found)
        if spec.subject is not None and spec.subject not in spec.columns:
            message = f"there is no column {shortened(spec.subject)}{nearest(spec.subject, spec.columns)}"
            self.problems.append(located.problem(("subject",), "table-column", message))
        return LoadedTable(name, shown, spec.columns, rows, complete, spec.source, spec.subject, lines)

    def _inside(self, name: str, located: Located) -> Path:
        """Return a file of the fact base. Raises DataError where it is elsewhere, or not there."""
        root = self._files.root.resolve()
        try:
            file = (root / name).resolve()
            if file.is_relative_to(root) and file.is_file():
                return file
            outside = not file.is_relative_to(root)
        except (OSError, ValueError):  # a name that no file system can hold
            outside = False
        message = (
            f"the file {shortened(name)} lies outside the fact base"
            if outside
            else f"there is no file {shortened(name)}"
        )
        message += "; a table stands inside the folder of the fact base, for example tables/results.csv"
        raise DataError(located.problem(("file",), "missing-file", message))

    def _rows(self, spec: TableSpec, text: str, path: str) -> Iterator[tuple[Row, int]]:
        head = text.partition("\n")[0]
        delimiter = ";" if head.count(";") > head.count(",") else ","
        cells = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

        def report(*, code: str, message: str) -> None:
            self.problems.append(Problem(path=path, code=code, message=message, line=max(cells.line_num, 1)))

        try:
            header = [cell.strip() for cell in next(cells, [])]
            wrong_columns = [column for column in spec.columns if header.count(column) != 1]
            for column in wrong_columns:
                fault = "stands twice in" if column in header else "is declared in the vocabulary but not in"
                hint = "" if column in header else nearest(column, header)
                report(code="table-column", message=f"the column “{column}” {fault} the first line{hint}")
            for record in () if wrong_columns else cells:
                if not any(cell.strip() for cell in record):
                    continue
                if len(record) != len(header):
                    report(
                        code="table-cell", message=f"this row has {len(record)} cells, the first line has {len(header)}"
                    )
                    continue
                row = {
                    column: cell.strip() for column, cell in zip(header, record, strict=True) if column in spec.columns
                }
                for column, cell in row.items():
                    wrong = self._fault(cell, spec.columns[column])
                    if wrong:
                        report(code="table-cell", message=f"column “{column}”: {wrong}")
                yield row, max(cells.line_num, 1)
        except csv.Error as error:
            report(code="table-cell", message=f"this is not valid CSV: {error}")

    def _fault(self, cell: str, kind: str) -> str | None:
        """Return what is wrong with a cell; an empty one is in order."""
        if not cell:
            return None
        try:
            if kind in _WHOLE and not (cell.removeprefix("-").isdecimal() and cell.isascii()):
                return f"{shortened(cell)} is no whole number"
            if kind == "date":
                period.parse(cell)
            elif kind in ("entity", "place"):
                self._values.reference(cell, kind)
            elif kind in self._types:
                named = self._entities.get(self._values.reference(cell).id)
                if named and named.type not in ("", kind):
                    return f"expected an entity of type {kind}, but “{cell}” is of type {named.type}"
        except (FactValueError, ValueError) as error:
            return str(error)
        return None
