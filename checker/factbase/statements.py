"""The statements of a fact base: what stands under `facts:` of an entity, typed by the property that it is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import Field, field_validator

from checker import period
from checker.countries import find_country
from checker.data import Table, shortened, slip_of, validate
from checker.errors import DataError, gathered
from checker.factbase.entities import named
from checker.factbase.model import Statement
from checker.factbase.values import FactValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.data import Located
    from checker.errors import Problem
    from checker.factbase.model import Entity, FactValue
    from checker.factbase.sources import Registry
    from checker.factbase.values import ValueReader
    from checker.factbase.vocabulary import Vocabulary
    from checker.period import Period
    from checker.properties import Property

_BOUNDS = frozenset({"min", "max"})


class StatementSpec(Table):
    """A statement written out, with its qualifiers."""

    value: Any
    id: str | None = None
    unit: str | None = None
    currency: str | None = None
    where: dict[str, str] = Field(default_factory=dict)
    valid: str | None = None
    source: tuple[str, ...] = ()
    note: str | None = None

    @field_validator("source", mode="before")
    @classmethod
    def _one_source(cls, given: Any) -> Any:  # noqa: ANN401 - what a person wrote, before its check
        return (given,) if isinstance(given, str) else given


_WRITTEN_OUT = frozenset(StatementSpec.model_fields) - {"id"} | _BOUNDS
"""Keys that tell a statement from a bare value; `id` is a language code too (Indonesian)."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One word of a `where`, with the place where it stands and whether it names an entity or country."""

    kind: str
    value: str
    located: Located
    names_entity: bool


class StatementReader:
    """Reads the statements of one fact base, and collects what is wrong with them and how they are qualified."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        entities: Mapping[str, Entity],
        values: ValueReader,
        registry: Registry,
    ) -> None:
        """Keep what statements may name."""
        self._vocabulary = vocabulary
        self._entities = entities
        self._values = values
        self._registry = registry
        self._ids: dict[str, Statement] = {}
        self.problems: list[Problem] = []
        self.qualifiers: list[Qualifier] = []

    def read(self, subject: str, facts: Located) -> Iterator[Statement]:
        """Yield the statements about one entity that are in order."""
        numbers: Counter[str] = Counter()
        for name, node in facts.items():
            prop = None
            with gathered(self.problems):
                prop = self._vocabulary.find(name, node)
            for item in _written(prop, node) if prop else ():
                assert prop is not None
                with gathered(self.problems):
                    numbers[prop.id] += 1
                    yield self._statement(subject, prop, item, numbers[prop.id])

    def _statement(self, subject: str, prop: Property, node: Located, number: int) -> Statement:
        """Return one statement. Raises DataError with every fault in it."""
        problems: list[Problem] = []
        raw = node.value
        is_written_out = isinstance(raw, dict) and not _WRITTEN_OUT.isdisjoint(raw)
        if is_written_out and not _BOUNDS.isdisjoint(raw) and "value" not in raw:
            ends = {key: raw[key] for key in sorted(_BOUNDS & set(raw))}
            raw = {**{key: item for key, item in raw.items() if key not in ends}, "value": ends}
        spec = validate(StatementSpec, replace(node, value=raw)) if is_written_out else StatementSpec(value=raw)
        value: FactValue | None = None
        try:
            value = self._values.read(spec.value, prop, spec.unit, spec.currency)
        except FactValueError as error:
            problems.append(node.problem(("value",) if is_written_out else (), error.code, str(error)))
        valid: Period | None = None
        if spec.valid is not None:
            try:
                valid = period.parse(spec.valid)
            except ValueError as error:
                problems.append(node.problem(("valid",), "bad-date", str(error)))
        problems.extend(self._registry.unknown(spec.source, node))
        where = {kind: self._qualifier(kind, word, node.at("where", kind)) for kind, word in spec.where.items()}
        if value is None or any(not problem.warning for problem in problems):
            raise DataError(*problems)
        self.problems.extend(problems)
        place = node.place()
        statement = Statement(
            id=spec.id or f"{subject}.{prop.id}" + (f".{number}" if number > 1 else ""),
            subject=subject,
            property=prop,
            value=value,
            where=where,
            valid=valid,
            sources=spec.source,
            note=spec.note,
            file=node.path,
            line=place.line,
            column=place.column,
        )
        first = self._ids.setdefault(statement.id, statement)
        if first is not statement:
            message = f"the statement id {shortened(statement.id)} is used already at {first.file}:{first.line}"
            raise DataError(node.problem(("id",), "duplicate-id", message))
        return statement

    def _qualifier(self, kind: str, word: str, located: Located) -> str:
        """Return the id of the entity or country that a qualifier names, or its word as it stands."""
        country = find_country(word) if kind in ("country", "market") and word not in self._entities else None
        value = country.id if country else word
        self.qualifiers.append(Qualifier(kind, value, located, word in self._entities or country is not None))
        return value


def _written(prop: Property, node: Located) -> Iterator[Located]:
    """Yield the statements that stand under one property: one value, or a list of values or statements.

    A list of plain values is one value of a set. Several entities given as `value` share their qualifiers.
    """
    raw = node.value
    is_statements = isinstance(raw, list) and any(
        isinstance(item, dict) and not _WRITTEN_OUT.isdisjoint(item) for item in raw
    )
    if isinstance(raw, list) and raw and (prop.type != "set" or is_statements):
        for index in range(len(raw)):
            yield from _spread(prop, node.at(index))
    else:
        yield from _spread(prop, node)


def _spread(prop: Property, node: Located) -> Iterator[Located]:
    values = node.at("value").value if isinstance(node.value, dict) else None
    if prop.type in ("entity", "place", "contact") and isinstance(values, list) and values and "id" not in node.value:
        for value in values:
            yield replace(node, value={**node.value, "value": value})
    else:
        yield node


def doubtful_qualifiers(qualifiers: Sequence[Qualifier], entities: Mapping[str, Entity]) -> Iterator[Problem]:
    """Yield a problem for each `where` that looks like a misspelt kind, or like a misspelt or unknown entity.

    A word near an id is an error where that kind names entities everywhere else, and a warning otherwise.
    """
    kinds = Counter(item.kind for item in qualifiers)
    entities_of = Counter(item.kind for item in qualifiers if item.names_entity)
    words_of: dict[str, set[str]] = {}
    for item in qualifiers:
        if not item.names_entity:
            words_of.setdefault(item.kind, set()).add(item.value)
    usual = [kind for kind, count in kinds.items() if count > 2]
    for item in qualifiers:
        known = slip_of(item.kind, usual) if kinds[item.kind] == 1 else None
        if known:
            message = f"no other `where` says “{item.kind}” (did you mean “{known}”?)"
            yield item.located.problem((), "unknown-qualifier", message, warning=True)
        if item.names_entity or item.value[:1].isdigit():
            continue
        always = entities_of[item.kind] > 0 and len(words_of[item.kind]) == 1
        hint = named(item.value, entities)
        near = None if hint else slip_of(item.value, entities)
        if hint or near:
            message = f"{shortened(item.value)} is no entity{hint or f' (did you mean “{near}”?)'}"
            yield item.located.problem((), "unknown-entity", message, warning=not always)
        elif always and entities_of[item.kind] > 1:
            message = f"{shortened(item.value)} is no entity, though every other “{item.kind}” is one"
            yield item.located.problem((), "unknown-entity", message, warning=True)
