"""Options that several commands share, and the types of their values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker import period
from checker.choices import document_languages, interface_languages
from checker.config import load_settings
from checker.errors import ConfigurationError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.factbase.model import FactBase
    from checker.period import Period
    from checker.settings import Settings

CommandT = TypeVar("CommandT", bound="Callable[..., Any]")


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


class ShareType(click.ParamType[float]):
    """A number from 0 to 1."""

    name = "NUMBER"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number. Fails with a message where it is none, or not in that range."""
        try:
            number = float(str(value))
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:
            self.fail(f"“{value}” is no number from 0 to 1, such as 0.8", param, ctx)
        return number


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


class DayType(DateType):
    """A day on the command line."""

    name = "DAY"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        """Return the day. Fails with a message where it is none."""
        read = super().convert(value, param, ctx)
        if read.precision != "day":
            self.fail(f"“{read}” is no day; write one such as 2025-05-07", param, ctx)
        return read


DOCUMENT_LANGUAGE = LanguageType(document_languages)
INTERFACE_LANGUAGE = LanguageType(interface_languages)
facts_option = click.option("--facts", "facts", metavar="DIR", help="The fact base (default: facts).")
_RUN_OPTIONS = (
    facts_option,
    click.option("--date", type=DateType(), help="The date of the documents; outranks what they say themselves."),
    click.option("--as-of", "as_of", type=DateType(), help="Judge as of this date (default: the document's date)."),
    click.option(
        "--language", type=DOCUMENT_LANGUAGE, help="The language of the documents (default: declared, or detected)."
    ),
    click.option("--ui", type=INTERFACE_LANGUAGE, help="The language of the findings (default: en)."),
    click.option(
        "--baseline", metavar="FILE", help="Findings that are known (default: presscheck-baseline.yaml, if there)."
    ),
    click.option("--today", type=DayType(), help="The day on which ignores expire (default: --as-of, else the clock)."),
)


def run_options(command: CommandT) -> CommandT:
    """Add the options of every command that checks documents."""
    for option in reversed(_RUN_OPTIONS):
        command = option(command)
    return command


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
    from checker.properties import built_in  # noqa: PLC0415

    if folder is not None:
        return load_facts(folder)
    message = "there is no folder “facts”; only the checks that need no facts are run (name yours with --facts DIR)"
    return replace(
        EMPTY,
        properties=built_in(),
        warnings=(Problem(path="facts", code="empty-fact-base", message=message, warning=True),),
    )
