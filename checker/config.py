"""Settings from `presscheck.toml` or `[tool.presscheck]` in `pyproject.toml`, found upwards from a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ConfigurationError, Problem

if TYPE_CHECKING:
    from checker.data import Located
    from checker.settings import Settings

FILES = ("presscheck.toml", "pyproject.toml")
_PATHS = ("facts", "baseline", "theme", "templates")
"""The settings that name a file or folder."""


def load_settings(folder: Path) -> Settings:
    """Return the settings that hold in a folder. Raises ConfigurationError with everything that is wrong in them."""
    from checker.settings import Settings  # noqa: PLC0415 - loads pydantic, which no help page needs

    start = folder.resolve()
    for parent in (start, *start.parents):
        for name in FILES:
            path = parent / name
            table = _table(path) if path.is_file() else None
            if table is not None:
                return _settings(table, path, start)
        if (parent / ".git").exists():
            break
    return Settings(folder=str(start))


def _shown(path: Path) -> str:
    """Return a path as seen from the working directory where that is shorter to read."""
    try:
        near = os.path.relpath(path)
    except (OSError, ValueError):
        return path.as_posix()
    return Path(near).as_posix()


def _table(path: Path) -> Located | None:
    """Return the settings that a file holds, or None where it is a `pyproject.toml` that has none."""
    from checker.toml import parse_toml  # noqa: PLC0415 - loads pydantic, which no help page needs

    def refusal(code: str, message: str) -> ConfigurationError:
        return ConfigurationError(Problem(path=_shown(path), code=code, message=message))

    try:
        located = parse_toml(path.read_text(encoding="utf-8-sig"), _shown(path))
    except UnicodeDecodeError:
        raise refusal(code="toml", message="this is not valid TOML: it is not UTF-8") from None
    except OSError as error:
        raise refusal(code="unreadable", message=f"cannot be read: {error.strerror or error}") from None
    if path.name == "presscheck.toml":
        return located
    table = located.at("tool", "presscheck")
    if not isinstance(located.value.get("tool"), dict) or "presscheck" not in located.value["tool"]:
        return None
    if not isinstance(table.value, dict):
        raise ConfigurationError(
            table.problem((), "wrong-type", "“tool.presscheck” must be a table: [tool.presscheck]")
        )
    return table


def _settings(table: Located, path: Path, folder: Path) -> Settings:
    from checker.settings import Settings, SettingsReader  # noqa: PLC0415 - see load_settings

    reader = SettingsReader(table)
    values = reader.read()
    if reader.problems:
        raise ConfigurationError(*reader.problems)
    for key in _PATHS:
        if key in values:
            # Seen from the folder, so that no path of this machine gets into a report.
            values[key] = Path(os.path.relpath(path.parent / values[key], folder)).as_posix()
    return Settings(**values, folder=str(path.parent), named=tuple(reader.named))
