"""CSV tables with declared columns, and the statements that follow from counting their rows.

A count holds only within what the table declares `complete`; outside it no statement is made, so no text can be wrong
by it. A count over rows is a statement per stretch of time between two rows, with the rows as its evidence.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from checker import period
from checker.data import Table
from checker.errors import Problem
from checker.factbase.model import Amount, Reference, Statement
from checker.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.factbase.model import Entity, Row
    from checker.factbase.values import ValueReader
    from checker.properties import Property

_WHOLE = ("count", "ordinal", "year", "number")


class TableSpec(Table):
    """A table as `vocabulary.yaml` declares it."""

    file: str
    columns: dict[str, str]
    complete: str | None = None
    source: str | list[str] | None = None
    label: dict[str, str] | str | None = None
    note: str | None = None


class DerivedSpec(Table):
    """A property that is counted over a table's rows."""

    count: str
    subject: str
    where: dict[str, str] = {}
    by: str | list[str] | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """The rows of a table, checked against the declared columns."""

    name: str
    file: str
    rows: tuple[Row, ...]
    complete: Period | None
    sources: tuple[str, ...]


def load_table(
    name: str, spec: TableSpec, text: str, path: str, entity_types: set[str], reader: ValueReader
) -> tuple[LoadedTable, list[Problem]]:
    """Read a CSV text; returns the table and a problem per wrong cell, with its line."""
    problems: list[Problem] = []
    rows: list[Row] = []
    delimiter = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    cells = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    try:
        header = [cell.strip() for cell in next(cells, [])]
        missing = [column for column in spec.columns if column not in header]
        if missing:
            message = f"the column “{missing[0]}” is declared in the vocabulary but is not in this file"
            problems.append(Problem(path=path, code="table-column", message=message, line=1))
        for record in cells:
            if not any(cell.strip() for cell in record):
                continue
            row = {column: cell.strip() for column, cell in zip(header, record, strict=False) if column in spec.columns}
            for column, kind in spec.columns.items():
                cell = row.get(column, "")
                fault = _cell_fault(cell, kind, entity_types, reader)
                if fault:
                    problems.append(
                        Problem(
                            path=path, code="table-cell", message=f"column “{column}”: {fault}", line=cells.line_num
                        )
                    )
            rows.append(row)
    except csv.Error as error:
        message = f"this is not valid CSV: {error}"
        problems.append(Problem(path=path, code="table-cell", message=message, line=cells.line_num))
    complete = None
    if spec.complete:
        complete = period.parse(spec.complete)
    sources = (spec.source,) if isinstance(spec.source, str) else tuple(spec.source or ())
    return LoadedTable(name, path, tuple(rows), complete, sources), problems


def _cell_fault(cell: str, kind: str, entity_types: set[str], reader: ValueReader) -> str | None:
    if not cell:
        return None
    if kind in _WHOLE and not cell.lstrip("-").isdigit():
        return f"“{cell}” is no whole number"
    if kind == "date":
        try:
            period.parse(cell)
        except ValueError as error:
            return str(error)
    if kind in entity_types or kind in ("entity", "place"):
        try:
            reader.reference(cell, "place" if kind == "place" else "entity")
        except ValueError as error:
            return str(error)
    return None


def _row_time(row: Row, column: str | None) -> Period | None:
    if column is None or not row.get(column):
        return None
    try:
        return period.parse(row[column])
    except ValueError:
        return None


def derive(
    name: str,
    spec: DerivedSpec,
    table: LoadedTable,
    prop: Property,
    entities: Mapping[str, Entity],
    line: int,
    path: str,
) -> list[Statement]:
    """Return the statements that a derived property makes: one per subject, group and stretch of time."""
    if table.complete is None:
        return []
    groups = [spec.by] if isinstance(spec.by, str) else list(spec.by or ())
    subjects = sorted({row[spec.subject] for row in table.rows if row.get(spec.subject) in entities})
    statements: list[Statement] = []
    for subject in subjects:
        own = [row for row in table.rows if row[spec.subject] == subject]
        for group in sorted({tuple(row.get(column, "") for column in groups) for row in own}):
            where = {column: value for column, value in zip(groups, group, strict=True) if value}
            rows = [row for row in own if tuple(row.get(column, "") for column in groups) == group]
            hits = [row for row in rows if all(row.get(column) == value for column, value in spec.where.items())]
            timed = sorted(
                ((moment, row) for row in hits if (moment := _row_time(row, spec.time))), key=lambda pair: pair[0].first
            )
            for valid, low, high, behind in _steps(timed, hits, spec.time, table.complete):
                count = Amount(low=Decimal(low), high=Decimal(high), written=str(high))
                suffix = ".".join(filter(None, (*group, valid.edtf.replace("/", "_"))))
                statements.append(
                    Statement(
                        id=f"{subject}.{name}.{suffix}",
                        subject=subject,
                        property=prop,
                        value=count,
                        where=where,
                        valid=valid,
                        sources=table.sources,
                        file=path,
                        line=line,
                        rows=tuple(behind),
                        derived=True,
                    )
                )
    return statements


def _steps(
    timed: list[tuple[Period, Row]], hits: list[Row], time: str | None, complete: Period
) -> list[tuple[Period, int, int, list[Row]]]:
    """Return (stretch, fewest, most, rows) of a running count.

    Inside the year (or other coarse date) of a row the count may or may not include it yet, so both are true there.
    """
    if time is None:
        return [(complete, len(hits), len(hits), hits)]
    steps: list[tuple[Period, int, int, list[Row]]] = []
    begin, count = complete.first, 0
    moments = sorted({(moment.first, moment.last) for moment, _ in timed})
    for first, last in moments:
        at = sum(1 for moment, _ in timed if (moment.first, moment.last) == (first, last))
        if begin < first:
            steps.append((_stretch(begin, first - timedelta(days=1)), count, count, [row for _, row in timed[:count]]))
        steps.append((_stretch(first, last), count, count + at, [row for _, row in timed[: count + at]]))
        count += at
        begin = last + timedelta(days=1)
    if begin <= complete.last:
        steps.append((_stretch(begin, complete.last), count, count, [row for _, row in timed[:count]]))
    return steps


def _stretch(first: date, last: date) -> Period:
    left = ".." if first == date.min else first.isoformat()
    right = ".." if last == date.max else last.isoformat()
    return Period(f"{left}/{right}", first, last)


__all__ = ["DerivedSpec", "LoadedTable", "Reference", "TableSpec", "derive", "load_table"]
