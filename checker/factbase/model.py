"""The fact base as objects: entities, statements with typed values, tables and sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from checker.errors import Problem
    from checker.factbase.contests import Contest
    from checker.period import Period
    from checker.properties import Property


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number, or bounds where the world gives no more: `low` to `high`, None for an open end.

    `unit` is the English singular ("litre", "year", "percent"), `currency` ISO 4217. `written` is the base's own text.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    currency: str | None = None
    written: str = ""

    @property
    def number(self) -> Decimal | None:
        """The exact number, or None where only bounds are known."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or stretch of time."""

    period: Period


@dataclass(frozen=True, slots=True)
class Reference:
    """Another entity of the base, or a built-in country, by id."""

    id: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase with its labels per language; the first label of a language is the one to suggest."""

    labels: Mapping[str, tuple[str, ...]]

    def label(self, language: str) -> str:
        """Return the label in a language, or in any other where that is missing."""
        return next(iter(self.labels.get(language) or next(iter(self.labels.values()))))

    def all_labels(self) -> tuple[str, ...]:
        """Return every label in every language."""
        return tuple(dict.fromkeys(label for labels in self.labels.values() for label in labels))


@dataclass(frozen=True, slots=True)
class Members:
    """A set of values, complete as it stands."""

    items: tuple[Amount | Moment | Reference | Term, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """An address or number to reach somebody by."""

    text: str


_ACTING = frozenset({"event", "competition", "organisation", "company", "team", "person", "project", "agreement"})
"""Types of which others may tell facts though the base has none."""
FactValue = Amount | Moment | Reference | Term | Members | Contact
Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One fact: a property of an entity has a value, for a time, under qualifiers, by sources.

    `where` maps a kind of qualifier (event, year, class ...) to an entity id, a country id, a year or a word. `valid`
    is None where the fact always holds. `rows` are the table rows behind a derived statement.
    """

    id: str
    subject: str
    property: Property
    value: FactValue
    where: Mapping[str, str] = field(default_factory=dict)
    valid: Period | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    file: str = ""
    line: int = 1
    column: int = 1
    rows: tuple[Row, ...] = ()
    derived: bool = False
    table: str | None = None
    """The table whose cell it is."""
    complete: bool = False
    """Whether that table declares that it has every row of its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that has facts, with its names per language."""

    id: str
    type: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    discouraged: tuple[str, ...] = ()
    gender: str | None = None
    file: str = ""
    line: int = 1
    country: bool = False

    @property
    def human(self) -> bool:
        """Whether this is somebody: a person, or one of a team's own type ("artist") with a gender."""
        return self.type == "person" or self.gender is not None

    def name(self, language: str) -> str:
        """Return the name in a language, or the first one given."""
        return self.names.get(language) or next(iter(self.names.values()))

    def all_names(self) -> tuple[str, ...]:
        """Return every name and alias that is in order to use, the canonical ones first."""
        return tuple(dict.fromkeys((*self.names.values(), *self.aliases)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An entry of the registry of sources."""

    id: str
    publisher: str
    title: str
    date: Period | None = None
    language: str | None = None
    url: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, kw_only=True)
class FactBase:
    """Everything that a team vouches for. `warnings` are lint warnings: the base can be used as it is."""

    path: str | None
    digest: str
    entities: Mapping[str, Entity]
    statements: tuple[Statement, ...]
    properties: Mapping[str, Property]
    sources: Mapping[str, Source] = field(default_factory=dict)
    contests: tuple[Contest, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @cached_property
    def by_subject(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each entity, in the order of the files."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.subject, []).append(statement)
        return {subject: tuple(items) for subject, items in found.items()}

    @cached_property
    def by_property(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of each property id, in the order of the files."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.property.id, []).append(statement)
        return {name: tuple(items) for name, items in found.items()}

    @cached_property
    def series(self) -> Mapping[str, str]:
        """What each thing is an edition or a part of."""
        return {s.subject: s.value.id for s in self.by_property.get("part_of", ()) if isinstance(s.value, Reference)}

    @cached_property
    def qualifying(self) -> frozenset[str]:
        """The products and the like that have no facts of their own, and only qualify those of others: a platform."""
        values = {value for statement in self.statements for value in statement.where.values()} - self.by_subject.keys()
        known = (self.entities[value] for value in values if value in self.entities)
        return frozenset(entity.id for entity in known if not entity.human and entity.type not in _ACTING)

    def facts_of(self, subject: str, name: str) -> tuple[Statement, ...]:
        """Return the statements of one property of one entity."""
        return self._by_both.get((subject, name), ())

    @cached_property
    def _by_both(self) -> Mapping[tuple[str, str], tuple[Statement, ...]]:
        found: dict[tuple[str, str], list[Statement]] = {}
        for statement in self.statements:
            found.setdefault((statement.subject, statement.property.id), []).append(statement)
        return {key: tuple(items) for key, items in found.items()}


EMPTY = FactBase(path=None, digest="", entities={}, statements=(), properties={})
