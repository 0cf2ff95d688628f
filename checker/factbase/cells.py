"""The cells of a table as statements: each row says something of whom or what it is about.

A row "game, player, points" says how many points the player had in that game. A column speaks of a property by its
name (an id, another id, or a label); one that nobody knows is a property of its own, with the column's words as label.
What is written out elsewhere outranks a cell.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker import period
from checker.factbase.model import Amount, Statement
from checker.factbase.values import FactValueError
from checker.languages import supported
from checker.properties import Property

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.factbase.model import Entity, Row
    from checker.factbase.tables import LoadedTable
    from checker.factbase.values import ValueReader
    from checker.factbase.vocabulary import Vocabulary

_FIGURES: dict[str, frozenset[str]] = {
    "count": frozenset({"count", "duration", "quantity", "percent", "ordinal"}),
    "number": frozenset({"count", "duration", "quantity", "percent", "ordinal"}),
    "ordinal": frozenset({"ordinal", "count"}),
    "quantity": frozenset({"quantity"}),
    "duration": frozenset({"duration"}),
    "money": frozenset({"money"}),
    "percent": frozenset({"percent"}),
}
"""Which types of property the figures of a column can be of."""
_OWN = {"count": "count", "number": "count", "ordinal": "ordinal", "percent": "percent"}
"""The type of a property that a column makes by itself."""
_SETTINGS = frozenset({"event", "competition", "class", "place", "country", "entity", "agreement", "document"})
"""Types of column that say where and when, rather than whom a row is about."""
_SIDES = frozenset({"team", "club", "organisation", "company"})
"""Types of column that, beside a person, say whose the person is."""


class CellReader:
    """Reads the cells of the tables of one fact base."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        entities: Mapping[str, Entity],
        values: ValueReader,
        written: Sequence[Statement],
    ) -> None:
        """`written` are the statements that there are without the cells."""
        self._entities = entities
        self._values = values
        self._written = {(s.subject, s.property.id, tuple(sorted(s.where.values()))) for s in written}
        self._names = {_plain(name): vocabulary.properties[target] for name, target in vocabulary.names.items()}
        for prop in vocabulary.properties.values():
            for label in prop.label.values():
                self._names.setdefault(_plain(label), prop)
        self._results = vocabulary.properties.get(RESULT)
        self.columns: dict[str, Property] = {}
        """The properties that columns made by themselves, by id."""

    def read(self, table: LoadedTable) -> Iterator[Statement]:
        """Yield the statements of a table; none where its rows do not tell apart what they are about."""
        about = table.subject or _about(table.columns)
        figures = {column: prop for column, kind in table.columns.items() if (prop := self._property(column, kind))}
        figures.pop(about or "", None)
        settings = _settings(table, about, figures) if about in table.columns else None
        if about is None or settings is None:
            return
        for row, line in zip(table.rows, table.lines, strict=True):
            if row.get(about) not in self._entities:
                continue
            where = {column: row[column] for column in settings if row.get(column)}
            for column, prop in figures.items():
                value = self._value(row.get(column, ""), prop)
                if value is None or (row[about], prop.id, tuple(sorted(where.values()))) in self._written:
                    continue
                yield Statement(
                    id=".".join((row[about], prop.id, *where.values())),
                    subject=row[about],
                    property=prop,
                    value=value,
                    where=where,
                    sources=table.sources,
                    file=table.file,
                    line=line,
                    rows=(row,),
                    derived=True,
                    table=table.name,
                    complete=_within(table, row),
                )

    def _value(self, cell: str, prop: Property) -> Amount | None:
        """Return the number of a cell; None for an empty one, and one that is in no unit that is known."""
        try:
            value = self._values.read(cell, prop) if cell else None
        except FactValueError:
            return None
        return value if isinstance(value, Amount) else None

    def _property(self, column: str, kind: str) -> Property | None:
        """Return the property of a column of figures; None for any other column."""
        if kind not in _FIGURES:
            return None
        known = self._names.get(_plain(column)) or self.columns.get(column)
        if kind == "ordinal" and known is not None and known.type not in _FIGURES[kind]:
            known = self._results  # a "position" of figures is no place on the field
        if known is not None:
            return known if known.type in _FIGURES[kind] else None
        if kind not in _OWN:
            return None
        words = " ".join(column.replace("_", " ").replace("-", " ").split())
        label = dict.fromkeys(supported(), words)
        self.columns[column] = Property.model_validate({"id": column, "type": _OWN[kind], "label": label})
        return self.columns[column]


def _plain(name: str) -> str:
    return "_".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _about(columns: Mapping[str, str]) -> str | None:
    """Return the column that the rows are about: the first person, else the first that is no setting, or is one."""
    actors = [c for c, kind in columns.items() if kind not in {*_FIGURES, *_SETTINGS, "year", "date", *_WORDS}]
    people = [c for c in actors if columns[c] == "person"]
    settings = [column for column, kind in columns.items() if kind in _SETTINGS]
    return next(iter(people or actors or settings), None)


_WORDS = frozenset({"word", "text", "term"})
RESULT = "result"
"""The property of what somebody came to in an event, which a column of places gives."""


def _settings(table: LoadedTable, about: str | None, figures: Mapping[str, Property]) -> tuple[str, ...] | None:
    """Return the columns that qualify each row: those that its subject does not imply, and words only where needed."""
    kinds = table.columns
    person = about is not None and kinds[about] == "person"
    rest = [c for c in kinds if c != about and c not in figures]
    firm = [c for c in rest if kinds[c] not in _WORDS and not (person and kinds[c] in _SIDES)]
    for chosen in (firm, [c for c in rest if c not in _words_too_long(table, rest)]):
        if _tells_apart(table.rows, (about or "", *chosen)):
            return tuple(chosen)
    return None


def _words_too_long(table: LoadedTable, columns: Iterable[str]) -> frozenset[str]:
    """Return the columns of free text: remarks tell nothing apart."""
    return frozenset(c for c in columns if table.columns[c] == "text")


def _tells_apart(rows: Sequence[Row], columns: Sequence[str]) -> bool:
    seen = Counter(tuple(row.get(column, "") for column in columns) for row in rows)
    return all(number == 1 for number in seen.values())


def _within(table: LoadedTable, row: Row) -> bool:
    """Whether a row lies in the time for which its table has every row."""
    if table.complete is None:
        return False
    for column, kind in table.columns.items():
        if kind in ("year", "date") and row.get(column):
            try:
                return table.complete.overlaps(period.parse(row[column]))
            except ValueError:
                return False
    return True
