"""What goes to standard error: problems, notices and progress."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.errors import Problem

_MANY = 20
"""From how many documents on progress is shown."""
_STEP = 100
"""A log that is no terminal gets a line for so many documents."""


def visible(text: str) -> str:
    """Return a text without characters that would act on a terminal; other lines and controls show as a mark."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def say(*problems: Problem) -> None:
    """Write problems to standard error, a line each."""
    for problem in problems:
        click.echo(visible(str(problem)), err=True)


class Progress:
    """Tells how far a run has come, where it has many documents: in place on a terminal, else a line now and then."""

    def __init__(self, total: int) -> None:
        """Show nothing yet."""
        self._total = total
        self._number = 0
        self._in_place = total >= _MANY and sys.stderr.isatty()

    def step(self, path: str) -> None:
        """Say that the next document is being checked."""
        self._number += 1
        number, total = self._number, self._total
        if self._in_place:
            click.echo(f"\r\x1b[K{number}/{total} {visible(path)[-60:]}", nl=False, err=True)
        elif total >= _MANY and (number % _STEP == 0 or number == total):
            click.echo(f"{number}/{total}", err=True)

    def say(self, *problems: Problem) -> None:
        """Write problems to standard error, clear of the progress."""
        if problems:
            self.end()
            say(*problems)

    def end(self) -> None:
        """Clear the line of progress."""
        if self._in_place:
            click.echo("\r\x1b[K", nl=False, err=True)
