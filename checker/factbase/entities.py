"""The entities of a fact base: who and what there is, with all names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, field_validator

from checker.countries import countries
from checker.data import Table, nearest, shortened, validate
from checker.errors import DataError, Problem, gathered
from checker.factbase.model import Entity
from checker.languages import supported
from checker.properties import built_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.data import Located

_SPELT = ("name", "names", "aliases", "discouraged")


class EntitySpec(Table):
    """An entity as a person writes it in `facts/*.yaml`."""

    type: str
    name: str | dict[str, str]
    names: dict[str, str] = Field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    discouraged: tuple[str, ...] = ()
    gender: Literal["male", "female", "neutral"] | None = None
    note: str | None = None
    facts: dict[str, Any] = Field(default_factory=dict)

    @field_validator("type")
    @classmethod
    def _one_spelling(cls, given: str) -> str:
        return given.strip().lower()

    @field_validator("aliases", "discouraged", mode="before")
    @classmethod
    def _all_languages(cls, given: Any) -> Any:  # noqa: ANN401 - what a person wrote, before its check
        """Take a word, a list of words, or these per language; in a text every name is looked for."""
        if isinstance(given, dict):
            groups = [group if isinstance(group, list) else [group] for group in given.values()]
            return [word for group in groups for word in group]
        return [given] if isinstance(given, str) else given

    @field_validator("name", "names", "aliases", "discouraged")
    @classmethod
    def _not_empty(cls, given: Any) -> Any:  # noqa: ANN401
        words = [given] if isinstance(given, str) else list(given.values() if isinstance(given, dict) else given)
        if not all(any(character.isalnum() for character in word) for word in words):
            raise ValueError("names with a letter or digit in them")
        return given


def country_entity(country_id: str, located: Located | None = None) -> Entity:
    """Return a built-in country as an entity; `located` is where a fact base speaks of it."""
    names = {code: countries()[country_id].name(code) for code in supported()}
    place = located.place() if located else None
    return Entity(
        id=country_id,
        type="place",
        names=names,
        file=located.path if located else "",
        line=place.line if place else 1,
        country=True,
    )


def _entity(key: str, located: Located) -> Entity:
    """Return one entity. Raises DataError with every fault in it; faults in its facts are found later."""
    raw = {} if located.value is None else located.value
    if key in countries() and isinstance(raw, dict) and not any(name in raw for name in _SPELT):
        # A country is known by its names in every language: facts alone make it a subject.
        validate(EntitySpec, replace(located, value={"type": "place", "name": key, **raw}))
        return country_entity(key, located)
    spec = validate(EntitySpec, located)
    names = {"": spec.name} if isinstance(spec.name, str) else dict(spec.name)
    if not names:
        raise DataError(located.problem(("name",), "missing-key", "a name is missing here"))
    return Entity(
        id=key,
        type=spec.type,
        names={**names, **spec.names},
        aliases=spec.aliases,
        discouraged=spec.discouraged,
        gender=spec.gender,
        file=located.path,
        line=located.place().line,
    )


def read_entities(
    files: Sequence[Located], unread: Mapping[str, Problem], problems: list[Problem]
) -> tuple[dict[str, Entity], dict[str, Located]]:
    """Return the entities by id, and where each is written.

    An entity with a fault of its own counts as known, without type or names, so that its fault alone is reported and
    not every reference to it; so do the ids of `unread` files. What is wrong is added to `problems`.
    """
    entities: dict[str, Entity] = {}
    written: dict[str, Located] = {}
    for located in files:
        for key, node in located.items():
            if key in entities:
                first = entities[key]
                message = f"the id “{key}” is used already at {first.file}:{first.line}; ids are unique"
                problems.append(node.problem((), "duplicate-id", message))
                continue
            entities[key] = Entity(id=key, type="", names={"": key}, file=node.path, line=node.place().line)
            written[key] = node
            with gathered(problems):
                entities[key] = _entity(key, node)
    for key, problem in unread.items():
        entities.setdefault(key, Entity(id=key, type="", names={"": key}, file=problem.path))
    problems.extend(_doubtful_types(entities, written))
    return entities, written


def known_types() -> frozenset[str]:
    """Return the types of entity that built-in properties speak of."""
    return frozenset(name for item in built_in().values() for name in (*item.subjects, *item.values))


def _doubtful_types(entities: Mapping[str, Entity], written: Mapping[str, Located]) -> list[Problem]:
    """Return a warning for each type that stands once and looks like a known one."""
    types = [entity.type for entity in entities.values()]
    found = []
    for key, entity in entities.items():
        if entity.type and entity.type not in known_types() and types.count(entity.type) == 1 and key in written:
            hint = nearest(entity.type, known_types())
            if hint:
                message = f"no other entity is of type {shortened(entity.type)}{hint}"
                found.append(written[key].problem(("type",), "unknown-type", message, warning=True))
    return found


def named(word: str, entities: Mapping[str, Entity]) -> str:
    """Return, as the end of a message, the id of the entity that has the word as a name; empty where none has."""
    folded = word.strip().casefold()
    found = (e.id for e in entities.values() if folded in (name.casefold() for name in e.all_names()))
    known = next(found, None)
    return f"; write its id, “{known}”" if known is not None else ""


def suggestion(word: str, entities: Mapping[str, Entity]) -> str:
    """Return what to write instead of a word that is the id of no entity, as the end of a message; empty if unknown."""
    return named(word, entities) or nearest(word, [*entities, *countries()])
