"""Settings from `presscheck.toml` or `[tool.presscheck]` in `pyproject.toml`, found upwards from a folder."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from checker.errors import ConfigurationError, Problem

FILES = ("presscheck.toml", "pyproject.toml")
FAIL_LEVELS = ("error", "warning", "never")
_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project sets once; an option on the command line wins."""

    facts: str | None = None
    """The folder of the fact base, seen from the folder that the settings hold in."""
    ui: str = "en"
    fail_on: str = "error"
    language: str = "en"
    """The language of texts too short to tell."""


def interface_languages() -> tuple[str, ...]:
    """Return the languages of the interface, in alphabetical order."""
    from checker.data import packaged  # noqa: PLC0415 - loads pydantic, which no help page needs

    names = (entry.name for entry in packaged("ui").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def document_languages() -> tuple[str, ...]:
    """Return the languages of documents that can be checked, in alphabetical order."""
    from checker.languages import supported  # noqa: PLC0415 - loads pydantic, which no help page needs

    return supported()


def load_settings(folder: Path) -> Settings:
    """Return the settings that hold in a folder. Raises ConfigurationError with everything that is wrong in them."""
    start = folder.resolve()
    for parent in (start, *start.parents):
        for name in FILES:
            path = parent / name
            table = _table(path) if path.is_file() else None
            if table is not None:
                return _settings(table, path, start)
        if (parent / ".git").exists():
            break
    return Settings()


def _shown(path: Path) -> str:
    """Return a path as seen from the working directory where that is shorter to read."""
    try:
        near = os.path.relpath(path)
    except (OSError, ValueError):
        return path.as_posix()
    return Path(near).as_posix()


def _table(path: Path) -> dict[str, Any] | None:
    """Return the settings that a file holds, or None where it is a `pyproject.toml` that has none."""

    def refusal(code: str, message: str, line: int | None = None, column: int | None = None) -> ConfigurationError:
        return ConfigurationError(Problem(path=_shown(path), code=code, message=message, line=line, column=column))

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise refusal(code="toml", message="this is not valid TOML: it is not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = str(error) or "nested too deeply"
        place = _TOML_PLACE.search(message)
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        message = f"this is not valid TOML: {_TOML_PLACE.sub('', message)}"
        raise refusal(code="toml", message=message, line=line, column=column) from None
    except OSError as error:
        raise refusal(code="unreadable", message=f"cannot be read: {error.strerror or error}") from None
    if path.name == "presscheck.toml":
        return data
    tool = data.get("tool")
    if not isinstance(tool, dict) or "presscheck" not in tool:
        return None
    if not isinstance(tool["presscheck"], dict):
        raise refusal(code="wrong-type", message="“tool.presscheck” must be a table: [tool.presscheck]")
    return tool["presscheck"]


def _allowed(key: str) -> tuple[str, ...]:
    """Return the values that a setting can have; empty where any text will do."""
    if key == "fail_on":
        return FAIL_LEVELS
    return interface_languages() if key == "ui" else document_languages() if key == "language" else ()


def _settings(table: dict[str, Any], path: Path, folder: Path) -> Settings:
    known = [field.name for field in fields(Settings)]
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for given, value in table.items():
        key = given.replace("-", "_")
        if key not in known:
            near = get_close_matches(key, known, n=1)
            names = ", ".join(name.replace("_", "-") for name in known)
            hint = f" (did you mean “{near[0].replace('_', '-')}”?)" if near else f"; known keys: {names}"
            problems.append(Problem(path=_shown(path), code="unknown-key", message=f"unknown key “{given}”{hint}"))
            continue
        allowed = _allowed(key)
        if not isinstance(value, str) or not value or (allowed and value not in allowed):
            expected = f"one of {', '.join(allowed)}" if allowed else "a text"
            message = f"“{given}” must be {expected}, found {str(value)[:60]!r}"
            problems.append(Problem(path=_shown(path), code="wrong-type", message=message))
            continue
        # Seen from the folder, so that no path of this machine gets into a report.
        values[key] = Path(os.path.relpath(path.parent / value, folder)).as_posix() if key == "facts" else value
    if problems:
        raise ConfigurationError(*problems)
    return Settings(**values)
