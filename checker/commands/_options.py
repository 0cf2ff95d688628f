"""Options that several commands share, and the types of their values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import period
from checker.config import document_languages, interface_languages, load_settings
from checker.errors import ConfigurationError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.config import Settings
    from checker.factbase.model import FactBase
    from checker.period import Period


class DateType(click.ParamType["Period"]):
    """A day, month or year on the command line, as EDTF."""

    name = "DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        """Return the date. Fails with a message where it is none."""
        if isinstance(value, period.Period):
            return value
        try:
            read = period.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if read.is_interval:
            self.fail(f"“{read}” is an interval; write one day, month or year, such as 2025-05-07", param, ctx)
        return read


class LanguageType(click.ParamType[str]):
    """A language by its code; which there are is known when one is given, so that help pages load nothing."""

    name = "CODE"

    def __init__(self, known: Callable[[], tuple[str, ...]]) -> None:
        """Keep the function that returns the codes."""
        self._known = known

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code. Fails with a message that lists the codes where it is unknown."""
        if value not in self._known():
            self.fail(f"“{value}” is not supported; choose one of: {', '.join(self._known())}", param, ctx)
        return str(value)


DOCUMENT_LANGUAGE = LanguageType(document_languages)
INTERFACE_LANGUAGE = LanguageType(interface_languages)
facts_option = click.option("--facts", "facts", metavar="DIR", help="The fact base (default: facts).")


def settings_here() -> Settings:
    """Return the settings of the working directory. Raises ConfigurationError."""
    try:
        return load_settings(Path.cwd())
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise ConfigurationError(Problem(path=".", code="unreadable", message=message)) from None


def facts_folder(folder: str | None, settings: Settings) -> str | None:
    """Return the folder of the fact base: the option, else the setting, else `facts` if it is there, else None."""
    if folder is not None:
        return folder
    return settings.facts or ("facts" if Path("facts").is_dir() else None)


def load_base(folder: str | None) -> FactBase:
    """Return the fact base of a folder; without one, an empty base with a warning. Raises DataError."""
    from dataclasses import replace  # noqa: PLC0415 - help pages load nothing of this

    from checker.factbase.load import load_facts  # noqa: PLC0415
    from checker.factbase.model import EMPTY  # noqa: PLC0415

    if folder is not None:
        return load_facts(folder)
    message = "there is no folder “facts”; only the checks that need no facts are run (name yours with --facts DIR)"
    return replace(EMPTY, warnings=(Problem(path="facts", code="empty-fact-base", message=message, warning=True),))
