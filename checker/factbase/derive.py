"""Statements that follow from counting the rows of a table.

A count holds only within what the table declares `complete`; outside it no statement is made, so no text can be wrong
by it. It is a statement per stretch of time between two rows, with the rows as its evidence.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import Field, field_validator

from checker import period
from checker.data import Table, nearest, shortened, validate
from checker.errors import DataError
from checker.factbase.model import Amount, Statement
from checker.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.data import Located
    from checker.factbase.model import Entity, Row
    from checker.factbase.tables import LoadedTable
    from checker.factbase.vocabulary import Vocabulary
    from checker.properties import Property


class DerivedSpec(Table):
    """A property that is counted over a table's rows."""

    count: str
    """The table."""
    subject: str
    """The column whose entities are the subjects."""
    where: dict[str, str] = Field(default_factory=dict)
    """Only rows with these cells are counted."""
    by: tuple[str, ...] = ()
    """Columns that tell counts apart and qualify them."""
    time: str | None = None
    """The column (a year or date) from which on a row counts."""

    @field_validator("by", mode="before")
    @classmethod
    def _one_column(cls, given: Any) -> Any:  # noqa: ANN401 - what a person wrote, before its check
        return (given,) if isinstance(given, str) else given


def read_derived(
    name: str,
    located: Located,
    tables: Mapping[str, LoadedTable],
    vocabulary: Vocabulary,
    entities: Mapping[str, Entity],
) -> tuple[Statement, ...]:
    """Return the statements that one entry of `derived` makes. Raises DataError with every fault in it."""
    spec = validate(DerivedSpec, located)
    prop = vocabulary.find(name, located)
    if spec.count not in tables:
        if spec.count in vocabulary.tables:
            return ()  # its own fault is reported
        message = f"unknown table {shortened(spec.count)}{nearest(spec.count, vocabulary.tables)}"
        raise DataError(located.problem(("count",), "unknown-table", message))
    table = tables[spec.count]
    used = {"subject": (spec.subject,), "where": spec.where, "by": spec.by, "time": (spec.time,) if spec.time else ()}
    problems = []
    for key, columns in used.items():
        for column in columns:
            if column not in table.columns:
                message = f"the table “{spec.count}” has no column {shortened(column)}{nearest(column, table.columns)}"
                problems.append(located.problem((key,), "table-column", message))
    if spec.time and table.columns.get(spec.time, "year") not in ("year", "date"):
        message = f"the column “{spec.time}” holds no dates; its type must be year or date"
        problems.append(located.problem(("time",), "wrong-type", message))
    elif spec.time and spec.time in table.columns and not all(_row_time(row, spec.time) for row in table.rows):
        message = f"some rows of the table “{spec.count}” have no “{spec.time}”, so they cannot be counted by it"
        problems.append(located.problem(("time",), "table-cell", message))
    if prop and prop.type != "count":
        message = f"rows are counted, but {prop.id} is of type {prop.type}; name a property of type count"
        problems.append(located.problem((), "wrong-type", message))
    if not problems and table.complete is None:
        message = (
            f"the table “{spec.count}” does not declare for which years it is `complete`, so nothing is counted over it"
        )
        problems.append(located.problem((), "not-complete", message, warning=True))
    if problems:
        raise DataError(*problems)
    return tuple(_statements(spec, table, prop, entities, located)) if prop else ()


def _statements(
    spec: DerivedSpec, table: LoadedTable, prop: Property, entities: Mapping[str, Entity], located: Located
) -> Iterator[Statement]:
    assert table.complete is not None
    groups: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for row in table.rows:
        if row.get(spec.subject) in entities:
            key = (row[spec.subject], tuple(row.get(column, "") for column in spec.by))
            groups.setdefault(key, []).append(row)
    place = located.place()
    for (subject, group), rows in sorted(groups.items(), key=lambda item: item[0]):
        hits = [row for row in rows if all(row.get(column) == value for column, value in spec.where.items())]
        for valid, fewest, most, behind in _steps(hits, spec.time, table.complete):
            suffix = ".".join(filter(None, (*group, valid.edtf.replace("/", "_"))))
            yield Statement(
                id=f"{subject}.{prop.id}.{suffix}",
                subject=subject,
                property=prop,
                value=Amount(low=Decimal(fewest), high=Decimal(most), written=str(most)),
                where={column: value for column, value in zip(spec.by, group, strict=True) if value},
                valid=valid,
                sources=table.sources,
                file=located.path,
                line=place.line,
                column=place.column,
                rows=tuple(behind),
                derived=True,
            )


def _row_time(row: Row, column: str) -> Period | None:
    try:
        return period.parse(row.get(column, ""))
    except ValueError:
        return None


def _moments(hits: Sequence[Row], time: str) -> list[tuple[date, date, list[Row]]]:
    """Return the stretches in which rows fall, in order, with their rows; those that overlap are one."""
    timed = [(moment, row) for row in hits if (moment := _row_time(row, time))]
    moments: list[tuple[date, date, list[Row]]] = []
    for moment, row in sorted(timed, key=lambda pair: (pair[0].first, pair[0].last)):
        if moments and moment.first <= moments[-1][1]:
            first, last, rows = moments[-1]
            moments[-1] = (first, max(last, moment.last), [*rows, row])
        else:
            moments.append((moment.first, moment.last, [row]))
    return moments


def _steps(hits: Sequence[Row], time: str | None, complete: Period) -> Iterator[tuple[Period, int, int, Sequence[Row]]]:
    """Yield (stretch, fewest, most, rows) of a running count, for the time in which the table is complete.

    Inside the year (or other coarse date) of a row the count may or may not include it yet, so both are true there.
    """
    if time is None:
        yield complete, len(hits), len(hits), hits
        return
    begin = complete.first
    counted: list[Row] = []
    for first, last, rows in _moments(hits, time):
        if first > complete.last:
            break
        before = len(counted)
        if begin < first:
            yield _stretch(begin, first - timedelta(days=1)), before, before, tuple(counted)
        counted.extend(rows)
        if begin <= last:
            yield _stretch(max(begin, first), min(last, complete.last)), before, len(counted), tuple(counted)
        if last >= complete.last:
            return
        begin = max(begin, last + timedelta(days=1))
    yield _stretch(begin, complete.last), len(counted), len(counted), tuple(counted)


def _stretch(first: date, last: date) -> Period:
    left = ".." if first == date.min else first.isoformat()
    right = ".." if last == date.max else last.isoformat()
    return Period(f"{left}/{right}", first, last)
