"""The files of a fact base: which ones are read, their text, and a digest of all of it."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path, PurePath

from checker.data import Located, compose_yaml
from checker.errors import DataError, Problem

VOCABULARY = ("vocabulary.yaml", "vocabulary.yml")
REGISTRY = "registry.yaml"
_SUFFIXES = (".yaml", ".yml")
_TOP_KEY = re.compile(r"^['\"]?([^\s#'\"\-\[{][^:\n'\"]*)['\"]?[ \t]*:(?:[ \t]|$)", re.MULTILINE)


class FactFiles:
    """Reads the files of one fact base and collects what is wrong with them.

    Files are named by the folder as it was given; `digest` depends on what the files hold and on their names inside the
    folder alone, not on where the folder stands.
    """

    def __init__(self, root: Path) -> None:
        """Read nothing yet; `root` must be a folder."""
        self.root = root
        self.problems: list[Problem] = []
        self.entities: list[Located] = []
        self.vocabularies: list[Located] = []
        self.unread_ids: dict[str, Problem] = {}
        """Keys at the top of files that are no YAML: they are known, so that only the fault itself is reported."""
        self.vocabulary_unread = False
        self._hash = hashlib.sha256()

    def shown(self, file: Path) -> str:
        """Return the name of a file as it is printed."""
        return (self.root / file).as_posix()

    def digest(self) -> str:
        """Return the SHA-256 of everything read so far."""
        return self._hash.hexdigest()

    def read(self, file: Path, name: str, shown: str) -> str:
        """Return the text of a file; `name` identifies it in the digest. Raises DataError where it cannot be read."""
        try:
            data = file.read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            raise DataError(Problem(path=shown, code="unreadable", message=message)) from None
        self._hash.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\0".encode("utf-8", "surrogateescape"))
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            message = "is not UTF-8 here; save the file as UTF-8"
            raise DataError(Problem(path=shown, code="encoding", message=message, line=line)) from None

    def load(self) -> None:
        """Read every YAML file of the folder, the registry of sources apart, in the order of their names."""
        for relative in self._found():
            shown = self.shown(relative)
            is_vocabulary = relative.name in VOCABULARY
            try:
                text = self.read(self.root / relative, relative.as_posix(), shown)
            except DataError as error:
                self.problems.extend(error.problems)
                self.vocabulary_unread |= is_vocabulary
                continue
            try:
                located, problems = compose_yaml(text, shown)
            except DataError as error:
                self.problems.extend(error.problems)
                self.vocabulary_unread |= is_vocabulary
                self.unread_ids |= {match[1].strip(): error.problems[0] for match in _TOP_KEY.finditer(text)}
                continue
            self.problems.extend(problems)
            if located.value is not None and not isinstance(located.value, dict):
                expected = "properties, tables and derived" if is_vocabulary else "entity ids, each with type and name"
                self.problems.append(located.problem((), "wrong-type", f"expected {expected}"))
                continue
            (self.vocabularies if is_vocabulary else self.entities).append(located)

    def _found(self) -> list[Path]:
        """Return the YAML files below the root, relative to it; hidden files and folders are left out."""
        found: list[Path] = []
        for folder, folders, names in os.walk(self.root, onerror=self._unreadable):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(folder, name)
                wanted = not name.startswith(".") and PurePath(name).suffix.lower() in _SUFFIXES and name != REGISTRY
                if wanted and (path.is_file() or path.is_symlink()):
                    found.append(path.relative_to(self.root))
        return sorted(found)

    def _unreadable(self, error: OSError) -> None:
        message = f"cannot be read: {error.strerror or error}"
        self.problems.append(Problem(path=Path(error.filename).as_posix(), code="unreadable", message=message))
