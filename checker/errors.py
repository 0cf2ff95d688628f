"""One class per cause of trouble; each says where, what was expected, and what to do.

Every error carries a stable `code`, listed in docs/reference/messages.md.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with one place of one file.

    `line` and `column` count from 1; both are None where the file as a whole is meant.
    """

    path: str
    code: str
    message: str
    line: int | None = None
    column: int | None = None
    warning: bool = False

    def __str__(self) -> str:
        """Return `path:line:column: message [code]`, the form that editors can jump to."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {'warning: ' if self.warning else ''}{self.message} [{self.code}]"


class PresscheckError(Exception):
    """Something that the user can mend: a list of problems, never a traceback."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; the text of the error is one problem per line."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class DataError(PresscheckError):
    """A data file (fact base, vocabulary, registry, language table) does not say what it should."""


class DocumentError(PresscheckError):
    """A document cannot be read or its language is not supported."""


class ConfigurationError(PresscheckError):
    """A configuration file or an option cannot be used."""


class PluginError(PresscheckError):
    """A file in a folder of plugins cannot be imported, or does not hold what its contract asks for."""


@contextmanager
def gathered(problems: list[Problem]) -> Iterator[None]:
    """Add the problems of a PresscheckError inside the block to a list and go on, so that all are reported at once."""
    try:
        yield
    except PresscheckError as error:
        problems.extend(error.problems)
