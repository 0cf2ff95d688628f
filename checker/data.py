"""YAML into validated models, with errors that point at file, line and column.

Scalars reach the models as text and get their type from the schema alone, so `no` stays a word, `1.10` keeps its
zero and `0123` its nought. Keys given twice, anchors and aliases are refused. Only PyYAML's event stream is used: no
object is ever constructed from a tag, and nesting costs no stack (the composer would crash on very deep nesting).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from rapidfuzz import fuzz, process

from checker.errors import DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from pydantic_core import ErrorDetails

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 40
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2 does not allow in a file, escaped or not."""
_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}
Keys = tuple[str | int, ...]
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
    """Plain data (dict, list, str, None) of a file or of a part of it, and the place of every key path.

    `places` has the key paths of the whole file; `keys` is the path at which `value` stands in it.
    """

    path: str
    value: Any
    places: Mapping[Keys, Place]
    keys: Keys = ()

    def at(self, *keys: str | int) -> Located:
        """Return the part at a key path below this one; its value is None where there is none."""
        value = self.value
        for key in keys:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                value = None
        return Located(self.path, value, self.places, (*self.keys, *keys))

    def items(self) -> Iterator[tuple[str, Located]]:
        """Yield every key of a mapping with the part below it; nothing for other data."""
        for key in self.value if isinstance(self.value, dict) else ():
            yield key, self.at(key)

    def place(self, keys: Sequence[str | int] = ()) -> Place:
        """Return the place of the deepest node on the key path that exists."""
        path = (*self.keys, *keys)
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(1, 1))

    def existing(self, keys: Sequence[str | int]) -> Keys:
        """Return the keys of a path without those that name nothing in the data."""
        found: Keys = ()
        for key in keys:
            if (*self.keys, *found, key) in self.places:
                found = (*found, key)
        return found

    def problem(self, keys: Sequence[str | int], code: str, message: str, *, warning: bool = False) -> Problem:
        """Return a problem at the place of a key path."""
        place = self.place(keys)
        return Problem(
            path=self.path, code=code, message=message, line=place.line, column=place.column, warning=warning
        )


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean “...”?)` for the nearest known name, or an empty text when none is near."""
    names = list(known)
    # A slip of the pen first; then a part, or the same words in another order.
    for scorer in (fuzz.ratio, fuzz.WRatio):
        hit = process.extractOne(word, names, scorer=scorer, processor=str.casefold, score_cutoff=70)
        if hit:
            break
    return f" (did you mean “{hit[0]}”?)" if hit else ""


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known name of which a word is but a slip of the pen, or None; short words are never slips."""
    if len(word) < 4:
        return None
    hit = process.extractOne(word, list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=80)
    return hit[0] if hit else None


def shortened(value: object) -> str:
    """Return a value as a message shows it: in quotes, cut after 60 characters."""
    text = str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


class _Composer:
    """Builds plain data and places from the events of one YAML text."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.events = iter(yaml.parse(text, Loader=_Loader))
        self.places: dict[Keys, Place] = {}
        self.problems: list[Problem] = []

    def document(self) -> Any:  # noqa: ANN401 - YAML holds anything
        value, seen = None, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    self._report(
                        event, code="yaml", message="a second document begins here (---); a data file holds one"
                    )
                    break
                seen = True
                value = self._node(next(self.events), ())
        return value

    def _report(self, event: yaml.Event, *, code: str, message: str) -> None:
        place = _place(event.start_mark)
        self.problems.append(Problem(path=self.path, code=code, message=message, line=place.line, column=place.column))

    def _node(self, event: yaml.Event, keys: Keys) -> Any:  # noqa: ANN401
        self.places.setdefault(keys, _place(event.start_mark))
        if len(keys) > _MAX_DEPTH:
            self._report(event, code="yaml", message="the nesting is too deep here; write the data out")
            raise DataError(*self.problems)
        if getattr(event, "anchor", None):
            message = "anchors and aliases (& and *) are not used in data files; write the value out, or quote the text"
            self._report(event, code="yaml", message=message)
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in ("", "~", "null") else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self._node(event, (*keys, len(items))))
            return items
        return self._mapping(keys) if isinstance(event, yaml.MappingStartEvent) else None

    def _mapping(self, keys: Keys) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or not event.value.strip():
                self._report(
                    event, code="yaml", message="a key must be a word here; quote a text that begins with a bracket"
                )
                if not isinstance(event, yaml.ScalarEvent):
                    self._node(event, (*keys, ""))
                self._node(next(self.events), (*keys, ""))
            elif event.value in result:
                message = f"the key {shortened(event.value)} stands here a second time; keep one of the two"
                self._report(event, code="duplicate-key", message=message)
                self._node(next(self.events), (*keys, ""))
            else:
                # A value is shown at its key, where a reader looks for it.
                self.places[(*keys, event.value)] = _place(event.start_mark)
                result[event.value] = None
                result[event.value] = self._node(next(self.events), (*keys, event.value))
        return result


def _place(mark: Any) -> Place:  # noqa: ANN401 - the pure and the compiled parser have a class of their own each
    """Return the place of a mark of the parser; the start of the file where it has none."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def compose_yaml(text: str, path: str) -> tuple[Located, tuple[Problem, ...]]:
    """Read a YAML text into plain data with places, and report the keys given twice and the like beside it.

    Raises DataError where the text is no YAML at all, so that there is no data.
    """
    bad = _UNPRINTABLE.search(text)
    if bad:
        line, column = text.count("\n", 0, bad.start()) + 1, bad.start() - text.rfind("\n", 0, bad.start())
        message = f"the character U+{ord(bad[0]):04X} is not allowed in YAML; remove it"
        raise DataError(Problem(path=path, code="yaml", message=message, line=line, column=column))
    try:
        composer = _Composer(text, path)
        value = composer.document()
    except yaml.MarkedYAMLError as error:
        place = _place(error.problem_mark or error.context_mark)
        message = f"this is not valid YAML: {error.problem or error.context}; check indentation, colons and quotes"
        problem = Problem(path=path, code="yaml", message=message, line=place.line, column=place.column)
        raise DataError(problem) from None
    except yaml.YAMLError as error:
        raise DataError(Problem(path=path, code="yaml", message=f"this is not valid YAML: {error}")) from None
    return Located(path, value, composer.places), tuple(composer.problems)


def parse_yaml(text: str, path: str) -> Located:
    """Read a YAML text into plain data with places. Raises DataError where it is no YAML or repeats a key."""
    located, problems = compose_yaml(text, path)
    if problems:
        raise DataError(*problems)
    return located


def _expectation(item: ErrorDetails) -> str:
    """Return what was expected, as the end of a sentence that begins with “expected”."""
    if item["type"] == "literal_error":
        return f"one of {item['ctx']['expected'].replace(chr(39), '')}"
    return _EXPECTED.get(item["type"], item["msg"].removeprefix("Value error, ").removeprefix("Input should be "))


def _faults(error: ValidationError, located: Located, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield the faults that pydantic found at the places of the offending keys, with the nearest known key."""
    wrong: dict[Keys, list[ErrorDetails]] = {}
    for item in error.errors(include_url=False):
        keys = item["loc"]
        name = str(keys[-1]) if keys else "this file"
        if item["type"] == "extra_forbidden":
            known = list(model.model_fields) if len(keys) == 1 else []
            hint = nearest(name, known) or (f"; known keys: {', '.join(known)}" if known else "")
            yield located.problem(keys, "unknown-key", f"unknown key {shortened(name)}{hint}")
        elif item["type"] == "missing":
            yield located.problem(keys, "missing-key", f"the key “{name}” is missing here")
        else:
            wrong.setdefault(located.existing(keys), []).append(item)
    for keys, items in wrong.items():
        if any(len(other) > len(keys) and other[: len(keys)] == keys for other in wrong):
            continue  # one branch of a union accepted this level and failed deeper: that fault says more
        expected = " or ".join(dict.fromkeys(map(_expectation, items)))
        found = items[0]["input"]
        shown = "a list" if isinstance(found, list) else "keys" if isinstance(found, dict) else shortened(found)
        path = (*located.keys, *keys)
        name = f"“{path[-1]}”: " if path else ""
        yield located.problem(keys, "wrong-type", f"{name}expected {expected}, found {shown}")


def validate(model: type[ModelT], located: Located) -> ModelT:
    """Validate located data against a model; a known key without a value counts as left out.

    Raises DataError with a problem per fault.
    """
    raw = {} if located.value is None else located.value
    if isinstance(raw, dict):
        raw = {key: value for key, value in raw.items() if value is not None or key not in model.model_fields}
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise DataError(*_faults(error, located, model)) from None


@cache
def packaged(*parts: str) -> Traversable:
    """Return a file or folder of the package's own data, wherever the package is installed."""
    return files("checker").joinpath(*parts)


def load_packaged(model: type[ModelT], *parts: str) -> ModelT:
    """Load and validate one of the package's own YAML files."""
    resource = packaged(*parts)
    return validate(model, parse_yaml(resource.read_text(encoding="utf-8"), "/".join(("checker", *parts))))
