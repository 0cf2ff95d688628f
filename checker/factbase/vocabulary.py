"""The vocabulary of a fact base: the built-in properties, and a team's own from `vocabulary.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import Field

from checker.data import Table, nearest, shortened, validate
from checker.errors import DataError, gathered
from checker.factbase.units import unit_name
from checker.properties import Property, built_in, inherit
from checker.values.convert import unit_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.data import Located
    from checker.errors import Problem


class VocabularySpec(Table):
    """`vocabulary.yaml`: a team's own properties, its tables, and what is counted over them."""

    properties: dict[str, object] = Field(default_factory=dict)
    tables: dict[str, object] = Field(default_factory=dict)
    derived: dict[str, object] = Field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """The properties by id, the id for every name that a fact base may use, and the parts that speak of tables.

    `broken` holds names whose property has a fault of its own, so that no statement is judged by it; `complete` is
    False where a whole vocabulary could not be read, so that no name can be called unknown.
    """

    properties: Mapping[str, Property]
    names: Mapping[str, str]
    tables: Mapping[str, Located]
    derived: Mapping[str, Located]
    broken: frozenset[str]
    complete: bool

    def find(self, name: str, located: Located) -> Property | None:
        """Return the property of that name, or None where its own fault is reported already.

        Raises DataError for a name that nobody knows; `located` is where it stands.
        """
        if name in self.names:
            return self.properties[self.names[name]]
        if name in self.broken or not self.complete:
            return None
        hint = nearest(name, self.names)
        message = f"unknown property {shortened(name)}{hint}; properties of your own go in vocabulary.yaml"
        raise DataError(located.problem((), "unknown-property", message))


class _Properties:
    """Reads a team's properties; one may be `like` another that stands below it."""

    def __init__(self, nodes: Mapping[str, Located], problems: list[Problem]) -> None:
        self.nodes = nodes
        self.problems = problems
        self.done: dict[str, Property | None] = {}
        self.akas = {alias: item for item in built_in().values() for alias in item.aka}

    def read(self, name: str, trail: tuple[str, ...] = ()) -> Property | None:
        """Return a property with all that it inherits, or None where it, or what it is like, has a fault."""
        if name not in self.done:
            self.done[name] = None
            with gathered(self.problems):
                self.done[name] = self._read(name, (*trail, name))
        return self.done[name]

    def _read(self, name: str, trail: tuple[str, ...]) -> Property | None:
        node = self.nodes[name]
        like = node.at("like").value
        parent = self._parent(like, node, trail) if isinstance(like, str) else None
        if isinstance(node.value, dict) and "type" not in node.value and isinstance(like, str):
            if parent is None:
                return None
            node = replace(node, value={**node.value, "type": parent.type})
        own = validate(Property, node)
        if own.unit is not None:
            unit = unit_name(own.unit)
            if unit is None:
                raise DataError(
                    node.problem(
                        ("unit",),
                        "unknown-unit",
                        f"unknown unit {shortened(own.unit)}{nearest(own.unit, unit_table().units)}",
                    )
                )
            own = own.model_copy(update={"unit": unit})
        if like is not None and parent is None:
            return None
        return (inherit(own, parent) if parent else own).model_copy(update={"id": name, "like": own.like})

    def _parent(self, like: str, node: Located, trail: tuple[str, ...]) -> Property | None:
        if like in self.nodes and like != trail[-1]:
            if like in trail:
                message = f"a property cannot be like itself: {' – '.join((*trail, like))}"
                raise DataError(node.problem(("like",), "unknown-property", message))
            return self.read(like, trail)
        parent = built_in().get(like) or self.akas.get(like)
        if parent is None:
            hint = nearest(like, [*self.nodes, *built_in()])
            message = f"unknown property {shortened(like)}{hint}"
            raise DataError(node.problem(("like",), "unknown-property", message))
        return parent


def read_vocabulary(files: Sequence[Located], problems: list[Problem], *, complete: bool) -> Vocabulary:
    """Return the built-in vocabulary with that of the files; adds what is wrong in them to `problems`."""
    parts: dict[str, dict[str, Located]] = {"properties": {}, "tables": {}, "derived": {}}
    for located in files:
        with gathered(problems):
            validate(VocabularySpec, located)
        for part, found in parts.items():
            for name, node in located.at(part).items():
                if name in found:
                    first = found[name]
                    message = f"“{name}” is declared already at {first.path}:{first.place().line}"
                    problems.append(node.problem((), "duplicate-id", message))
                found.setdefault(name, node)
    reader = _Properties(parts["properties"], problems)
    own = {name: item for name in parts["properties"] if (item := reader.read(name)) is not None}
    properties = {**built_in(), **own}
    # Ids outrank other names, and a team's names the built-in ones.
    names = {name: name for name in properties}
    for item in (*own.values(), *built_in().values()):
        for alias in item.aka:
            names.setdefault(alias, item.id)
    broken = frozenset(parts["properties"]) - frozenset(own)
    for name in broken:
        names.pop(name, None)
    return Vocabulary(properties, names, parts["tables"], parts["derived"], broken, complete)
