"""YAML into validated models, with errors that point at file, line and column.

Scalars reach the models as text and get their type from the schema alone, so `no` stays a word, `1.10` keeps its
zero and `0123` its nought. Keys given twice are refused. PyYAML's composer does the reading; no object is ever
constructed from a tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from rapidfuzz import fuzz, process

from checker.errors import DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from importlib.resources.abc import Traversable

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 40
ModelT = TypeVar("ModelT", bound=BaseModel)


class Table(BaseModel):
    """Base of every model that is read from a data file: frozen, and a key that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node of a YAML file stands; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data (dict, list, str, None) and the place of every key path in it."""

    path: str
    value: Any
    places: dict[tuple[str | int, ...], Place]

    def place(self, keys: Sequence[str | int]) -> Place:
        """Return the place of the deepest node on the key path that exists."""
        path = tuple(keys)
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(1, 1))

    def problem(self, keys: Sequence[str | int], code: str, message: str, *, warning: bool = False) -> Problem:
        """Return a problem at the place of a key path."""
        place = self.place(keys)
        return Problem(
            path=self.path, code=code, message=message, line=place.line, column=place.column, warning=warning
        )


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean “...”?)` for the nearest known name, or an empty text when none is near."""
    hit = process.extractOne(word, list(known), scorer=fuzz.WRatio, score_cutoff=70)
    return f" (did you mean “{hit[0]}”?)" if hit else ""


def parse_yaml(text: str, path: str) -> Located:
    """Compose a YAML text into plain data with places. Raises DataError where it is no YAML or repeats a key."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = {"line": mark.line + 1, "column": mark.column + 1} if mark else {}
        message = f"this is not valid YAML: {error.problem or error.context}; check indentation, colons and quotes"
        raise DataError(Problem(path=path, code="yaml", message=message, **where)) from None
    except yaml.YAMLError as error:
        raise DataError(Problem(path=path, code="yaml", message=f"this is not valid YAML: {error}")) from None
    places: dict[tuple[str | int, ...], Place] = {}
    problems: list[Problem] = []
    seen: set[int] = set()

    def build(node: Any, keys: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - YAML holds anything
        place = Place(node.start_mark.line + 1, node.start_mark.column + 1)
        places.setdefault(keys, place)
        if len(keys) > _MAX_DEPTH or id(node) in seen:
            message = "anchors, aliases and very deep nesting are not used in data files; write the value out"
            problems.append(Problem(path=path, code="yaml", message=message, line=place.line, column=place.column))
            return None
        if isinstance(node, yaml.ScalarNode):
            plain_null = node.style is None and node.value in ("", "~", "null")
            return None if plain_null else node.value
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [build(child, (*keys, index)) for index, child in enumerate(node.value)]
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            key_place = Place(key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if key in result:
                message = f"the key “{key}” stands here a second time; keep one of the two"
                problems.append(
                    Problem(path=path, code="duplicate-key", message=message, line=key_place.line, column=key_place.column)
                )
                continue
            places[(*keys, key)] = key_place
            result[key] = build(value_node, (*keys, key))
        return result

    value = build(node, ()) if node is not None else None
    if problems:
        raise DataError(*problems)
    return Located(path, value, places)


def validation_problems(error: ValidationError, located: Located, prefix: tuple[str | int, ...] = ()) -> list[Problem]:
    """Turn a pydantic error into problems at the places of the offending keys, with the nearest known key."""
    problems = []
    for item in error.errors(include_url=False, include_context=True):
        keys = (*prefix, *item["loc"])
        name = str(item["loc"][-1]) if item["loc"] else "this file"
        if item["type"] == "extra_forbidden":
            problems.append(located.problem(keys, "unknown-key", f"unknown key “{name}”"))
        elif item["type"] == "missing":
            problems.append(located.problem(keys, "missing-key", f"the key “{name}” is missing here"))
        else:
            found = item.get("input")
            shown = f", found “{found}”" if isinstance(found, str | int | float) else ""
            message = item["msg"].removeprefix("Value error, ")
            problems.append(located.problem(keys, "wrong-type", f"“{name}”: {message}{shown}"))
    return problems


def validate(model: type[ModelT], located: Located) -> ModelT:
    """Validate located data against a model. Raises DataError with a problem per fault."""
    try:
        return model.model_validate(located.value if located.value is not None else {})
    except ValidationError as error:
        known = list(model.model_fields)
        problems = [
            Problem(
                path=p.path,
                code=p.code,
                message=p.message + nearest(p.message.split("“")[1].split("”")[0], known)
                if p.code == "unknown-key"
                else p.message,
                line=p.line,
                column=p.column,
            )
            for p in validation_problems(error, located)
        ]
        raise DataError(*problems) from None


@cache
def packaged(*parts: str) -> Traversable:
    """Return a file or folder of the package's own data, wherever the package is installed."""
    return files("checker").joinpath(*parts)


def load_packaged(model: type[ModelT], *parts: str) -> ModelT:
    """Load and validate one of the package's own YAML files."""
    resource = packaged(*parts)
    return validate(model, parse_yaml(resource.read_text(encoding="utf-8"), "/".join(("checker", *parts))))
