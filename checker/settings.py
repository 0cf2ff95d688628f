"""What a project sets once: the keys of its configuration, what they may hold, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from checker import plugins
from checker.choices import FAIL_LEVELS, LEVELS, document_languages, interface_languages
from checker.data import nearest, shortened
from checker.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.data import Located

FACT = "fact"
"""The check that compares with the fact base: its findings are told apart by their property."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What holds for some documents only; None where it says nothing.

    `paths` are patterns, seen from the folder of the configuration.
    """

    paths: tuple[str, ...]
    fail_on: str | None = None
    min_confidence: float | None = None
    checks: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project sets once; an option on the command line wins.

    `folder` is where the configuration stands, an absolute path; `named` are the properties that it names, with what to
    say of each if there is no such property: which there are is known when the fact base is.
    """

    facts: str | None = None
    """The folder of the fact base, seen from the folder that the settings hold in."""
    ui: str = "en"
    fail_on: str = "error"
    language: str = "en"
    """The language of texts too short to tell."""
    min_confidence: float = 0.0
    baseline: str | None = None
    """The file of findings that are known, seen like `facts`."""
    theme: str | None = None
    """The theme file of the HTML report, seen like `facts`."""
    templates: str | None = None
    """The folder of templates that stand in for those of the HTML report, seen like `facts`."""
    checks: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    folder: str = field(default="", compare=False)
    named: tuple[tuple[str, Problem], ...] = field(default=(), compare=False)

    def unknown_properties(self, known: Iterable[str]) -> tuple[Problem, ...]:
        """Return a problem for each property that the configuration names and that is not among the known ones."""
        names = tuple(known)
        return tuple(
            Problem(
                path=problem.path,
                code=problem.code,
                message=problem.message + nearest(name, names),
                line=problem.line,
                column=problem.column,
            )
            for name, problem in self.named
            if name not in names
        )


KEYS = tuple(item.name.replace("_", "-") for item in fields(Settings) if item.compare)
OVERRIDE_KEYS = tuple(item.name.replace("_", "-") for item in fields(Override))
"""The keys of the configuration, and of a table under `overrides`."""


class SettingsReader:
    """Reads a table of settings; what is wrong is collected in `problems`."""

    def __init__(self, table: Located) -> None:
        """`table` is the table of the configuration, with its places."""
        self.table = table
        self.problems: list[Problem] = []
        self.named: list[tuple[str, Problem]] = []

    def read(self) -> dict[str, Any]:
        """Return the values of the keys, by the name of the field that they set."""
        return self._read(self.table, KEYS)

    def _read(self, table: Located, known: tuple[str, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for given, node in table.items():
            key = given.replace("_", "-")
            if key not in known:
                hint = nearest(given, known) or f"; known keys: {', '.join(known)}"
                self._report(node, f"unknown key {shortened(given)}{hint}", code="unknown-key")
                continue
            value = self._value(key, given, node)
            if value is not None:
                values[key.replace("-", "_")] = value
        return values

    def _value(self, key: str, given: str, node: Located) -> Any:  # noqa: ANN401 - a value of any key
        if key == "overrides":
            return self._overrides(node)
        if key in ("checks", "properties"):
            return self._levels(key, node)
        if key == "min-confidence":
            return self._share(given, node)
        if key == "paths":
            return self._paths(given, node)
        return self._word(key, given, node)

    def _report(self, node: Located, message: str, *, code: str = "wrong-type") -> None:
        self.problems.append(node.problem((), code, message))

    def _word(self, key: str, given: str, node: Located) -> str | None:
        allowed: tuple[str, ...] = FAIL_LEVELS if key == "fail-on" else ()
        if key in ("ui", "language"):
            allowed = interface_languages() if key == "ui" else document_languages()
        value = node.value
        if isinstance(value, str) and value and (not allowed or value in allowed):
            return value
        expected = f"one of {', '.join(allowed)}" if allowed else "a text"
        hint = nearest(value, allowed) if isinstance(value, str) else ""
        self._report(node, f"“{given}” must be {expected}, found {_shown(value)}{hint}")
        return None

    def _share(self, given: str, node: Located) -> float | None:
        value = node.value
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        self._report(node, f"“{given}” must be a number from 0 to 1, found {_shown(value)}")
        return None

    def _paths(self, given: str, node: Located) -> tuple[str, ...] | None:
        value = node.value
        if isinstance(value, list) and value and all(isinstance(item, str) and item.strip("/. ") for item in value):
            return tuple(value)
        self._report(node, f'“{given}” must be a list of patterns such as ["drafts/**"], found {_shown(value)}')
        return None

    def _levels(self, key: str, node: Located) -> dict[str, str] | None:
        if not isinstance(node.value, dict):
            self._report(node, f'“{key}” must be a table such as {{name = "warning"}}, found {_shown(node.value)}')
            return None
        levels: dict[str, str] = {}
        for name, item in node.items():
            if key == "properties":
                message = f"“{key}” names the property “{name}”, which is neither built in nor in the vocabulary"
                self.named.append((name, item.problem((), "unknown-property", message)))
            elif name not in (known := (FACT, *plugins.names("checker.checks"))):
                hint = nearest(name, known) or f"; the checks are: {', '.join(known)}"
                self._report(item, f"“{key}” names the check “{name}”, which does not exist{hint}", code="unknown-key")
                continue
            if item.value in LEVELS:
                levels[name] = item.value
            else:
                hint = nearest(item.value, LEVELS) if isinstance(item.value, str) else ""
                self._report(item, f"“{name}” must be one of {', '.join(LEVELS)}, found {_shown(item.value)}{hint}")
        return levels

    def _overrides(self, node: Located) -> tuple[Override, ...] | None:
        if not isinstance(node.value, list) or not all(isinstance(item, dict) for item in node.value):
            self._report(node, f"“overrides” must be tables, each headed [[overrides]], found {_shown(node.value)}")
            return None
        found = []
        for number in range(len(node.value)):
            table = node.at(number)
            before = len(self.problems)
            values = self._read(table, OVERRIDE_KEYS)
            if "paths" in values:
                found.append(Override(**values))
            elif len(self.problems) == before:
                message = 'an override must say for which documents it holds: paths = ["drafts/**"]'
                self._report(table, message, code="missing-key")
        return tuple(found)


def _shown(value: object) -> str:
    """Return a value as a message shows it; yes and no as TOML writes them."""
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    if value == "":
        return "an empty text"
    return str(value).lower() if isinstance(value, bool) else shortened(value)
