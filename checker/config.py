"""Settings from `presscheck.toml` or `[tool.presscheck]` in `pyproject.toml`, found upwards from a folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from checker.errors import ConfigurationError, Problem

_CHOICES = {"ui": ("nl", "en"), "fail_on": ("error", "warning", "never"), "language": ("nl", "en")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project sets once; an option on the command line wins."""

    facts: str | None = None
    """The folder of the fact base, relative to the file that says so."""
    ui: str = "en"
    fail_on: str = "error"
    language: str = "en"
    """The language of texts too short to tell."""


def _table(path: Path) -> dict[str, Any] | None:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(Problem(path=str(path), code="toml", message=f"this is not valid TOML: {error}")) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise ConfigurationError(Problem(path=str(path), code="unreadable", message=message)) from None
    if path.name == "presscheck.toml":
        return data
    table = data.get("tool", {}).get("presscheck")
    return table if isinstance(table, dict) else None


def load_settings(folder: Path) -> Settings:
    """Return the settings that hold in a folder. Raises ConfigurationError for an unknown key or a wrong value."""
    for parent in (folder.resolve(), *folder.resolve().parents):
        for name in ("presscheck.toml", "pyproject.toml"):
            path = parent / name
            if path.is_file():
                table = _table(path)
                if table is not None:
                    return _settings(table, path)
        if (parent / ".git").exists():
            break
    return Settings()


def _settings(table: dict[str, Any], path: Path) -> Settings:
    known = [field.name for field in fields(Settings)]
    values: dict[str, str] = {}
    for raw_key, value in table.items():
        key = raw_key.replace("-", "_")
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f" (did you mean “{near[0].replace('_', '-')}”?)" if near else ""
            raise ConfigurationError(Problem(path=str(path), code="unknown-key", message=f"unknown key “{raw_key}”{hint}"))
        allowed = _CHOICES.get(key)
        if not isinstance(value, str) or (allowed and value not in allowed):
            expected = f"one of {', '.join(allowed)}" if allowed else "a text"
            message = f"“{raw_key}” must be {expected}, found {value!r}"
            raise ConfigurationError(Problem(path=str(path), code="wrong-type", message=message))
        values[key] = str(path.parent / value) if key == "facts" else value
    return Settings(**values)
