"""Writing reports: whole or not at all, and never over something that the user wrote."""

from __future__ import annotations

import os
import stat
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checker.config import FILES
from checker.errors import PresscheckError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


class OutputError(PresscheckError):
    """A report cannot be written where it should go."""


def as_bytes(text: str | bytes) -> bytes:
    """Return a text as UTF-8; what is no text, a lone surrogate of a file name, as an escape."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


def step_summary() -> Path | None:
    """Return the file that GitHub shows as the summary of a job; every command of a step adds to it."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(os.path.realpath(path)) if path else None


def _refusal(path: str | Path, *, code: str, message: str) -> OutputError:
    return OutputError(Problem(path=str(path), code=code, message=message))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the files of one run.

    `documents` are the files that are checked and `facts` the folder of the fact base, as real paths: nothing is
    written over them, nor over `baseline`, the file of findings that are known, nor twice over one file. `adds_to` is a
    file, as a real path, that others write to as well.
    """

    documents: frozenset[Path]
    facts: Path | None
    adds_to: Path | None = None
    baseline: Path | None = None
    _written: set[Path] = field(default_factory=set)

    def check(self, target: Path) -> Path:
        """Return the real path of a file to write. Raises OutputError where the user's own work stands there."""
        from checker.factbase.files import REGISTRY  # noqa: PLC0415 - loads pydantic, which no help page needs

        real = Path(os.path.realpath(target))
        in_facts = self.facts is not None and real.is_relative_to(self.facts)
        what = (
            "the fact base" if in_facts
            else "the registry of sources" if real.name == REGISTRY and real.is_file()
            else "the configuration" if real.name in FILES
            else "the baseline" if real == self.baseline
            else "a document" if real in self.documents
            else "another output of this run" if real in self._written
            else None
        )  # fmt: skip
        if what:
            raise _refusal(target, code="unwritable", message=f"this is {what}; choose another name for the report")
        return real

    def write(self, target: Path, text: str | bytes) -> None:
        """Write a text so that a reader sees the old file or the new one, never half of it. Raises OutputError.

        What `adds_to` names keeps what it holds: the text comes after it.
        """
        real = self.check(target)
        data = as_bytes(text)
        try:
            if real == self.adds_to and real.is_file():
                before = real.read_bytes()
                data = before + (b"\n" if before and not before.endswith(b"\n") else b"") + data
            real.parent.mkdir(parents=True, exist_ok=True)
            if real.exists() and not stat.S_ISREG(real.stat().st_mode):
                _write_in_place(real, data)
            else:
                _replace(real, data)
                self._written.add(real)
        except OSError as error:
            message = f"cannot be written: {error.strerror or error}"
            raise _refusal(target, code="unwritable", message=message) from None

    def write_pages(self, folder: Path, texts: Mapping[str, str] | Mapping[str, bytes]) -> None:
        """Write pages, by their names inside a folder. Raises OutputError before the first where a name leads out."""
        root = Path(os.path.realpath(folder))
        for name in texts:
            if not Path(os.path.realpath(root / name)).is_relative_to(root):
                raise _refusal(folder, code="report", message=f"the page “{name}” would lie outside the report folder")
            self.check(root / name)
        for name, text in texts.items():
            self.write(folder / name, text)


def _write_in_place(target: Path, data: bytes) -> None:
    """Write to a device or pipe such as /dev/stdout, which must stay what it is; a folder is refused by the system."""
    with target.open("wb") as stream:
        stream.write(data)


def _replace(target: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".presscheck-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the permissions that a file has, or that a new one would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    current = os.umask(0)
    os.umask(current)
    return 0o666 & ~current
