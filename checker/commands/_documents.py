"""The documents that a command is given: which files they are, and their bytes."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import DocumentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A document to read: `path` as it is shown, `file` where it is (None for standard input)."""

    path: str
    file: Path | None

    def read(self) -> bytes:
        """Return the bytes of the document. Raises DocumentError where the system does not give them."""
        try:
            if self.file is None:
                if sys.stdin is None:
                    raise DocumentError(_problem(self.path, code="unreadable", message="there is no standard input"))
                return sys.stdin.buffer.read()
            # A device such as /dev/zero has no end; a pipe is what a shell makes of <(command).
            mode = self.file.stat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
                raise DocumentError(_problem(self.path, code="unreadable", message="this is no file"))
            return self.file.read_bytes()
        except FileNotFoundError:
            message = "there is no such file or folder"
            raise DocumentError(_problem(self.path, code="missing-file", message=message)) from None
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            raise DocumentError(_problem(self.path, code="unreadable", message=message)) from None


def _problem(path: str, *, code: str, message: str, warning: bool = False) -> Problem:
    return Problem(path=path, code=code, message=message, warning=warning)


def _shown(path: str) -> str:
    """Return a path as it is shown; bytes of a file name that are no text show as escapes."""
    return Path(path).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def find_documents(paths: Iterable[str], suffixes: tuple[str, ...], problems: list[Problem]) -> list[Found]:
    """Return the documents that paths name, each once, in the order given and then by name.

    Folders are read recursively: files with one of the suffixes, hidden ones and links to folders left out. A folder
    that cannot be read, and a notice for one without documents, are added to `problems`; a file that is not there
    stands in the result and fails when it is read.
    """
    found: dict[str, Found] = {}
    for given in paths:
        if given == STANDARD_INPUT:
            found.setdefault(STANDARD_INPUT, Found(STANDARD_INPUT, None))
        elif not given:
            problems.append(_problem("", code="missing-file", message="an empty path names no file"))
        elif os.path.isdir(given):  # noqa: PTH112 - unlike Path.is_dir this raises nothing, whatever the name
            count = len(problems)
            inside = sorted(_inside(given, suffixes, problems))
            for file in inside:
                found.setdefault(os.path.realpath(file), Found(_shown(str(file)), file))
            if not inside and len(problems) == count:
                message = f"this folder holds no document; files of these types are read: {', '.join(suffixes)}"
                problems.append(_problem(_shown(given), code="no-documents", message=message, warning=True))
        else:
            found.setdefault(os.path.realpath(given), Found(_shown(given), Path(given)))
    return list(found.values())


def _inside(folder: str, suffixes: tuple[str, ...], problems: list[Problem]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        message = f"cannot be read: {error.strerror or error}"
        problems.append(_problem(_shown(str(error.filename)), code="unreadable", message=message))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            # `~$` begins the name of a lock file of an office program.
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in suffixes:
                file = Path(parent, name)
                if file.is_symlink() or file.is_file():
                    yield file
