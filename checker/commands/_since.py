"""What changed since a revision: the lines of the documents, and the facts that they rest on."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from checker.commands._git import Repository
from checker.commands._notices import say
from checker.errors import PresscheckError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.commands._documents import Found
    from checker.commands._run import Reading
    from checker.factbase.model import FactBase
    from checker.gate.changes import Changed, TouchedFacts
    from checker.report import DocumentReport

_REGISTRY = "registry.yaml"


@dataclass(frozen=True, slots=True)
class Since:
    """What changed: the lines of each document, by the path that it is shown with, and the facts, None if none did."""

    lines: Mapping[str, Changed]
    facts: TouchedFacts | None

    def worth_checking(self, found: Sequence[Found]) -> list[Found]:
        """Return the documents in which something can be reported."""
        return [item for item in found if self.facts or self.lines[item.path]]

    def only(self, reports: Sequence[DocumentReport]) -> list[DocumentReport]:
        """Return what is to be reported: all of a document that the facts touch, else what stands on changed lines."""
        from checker.gate.changes import only_changed  # noqa: PLC0415 - help pages load nothing of this

        result = []
        for report in reports:
            changed = self.lines[report.document.path]
            if self.facts and self.facts.touches(report):
                result.append(report)
            elif changed:
                result.append(only_changed(report, changed))
        return result


def look_back(revision: str, found: Sequence[Found], base: FactBase, folder: str | None, reading: Reading) -> Since:
    """Compare documents and facts with a revision of the repository around the working directory. Raises GitError."""
    repository = Repository(Path.cwd(), revision)
    changed = repository.changed()
    documents = _Documents(repository, changed, reading)
    lines = {item.path: documents.lines(item) for item in found}
    return Since(lines, _facts(repository, changed, base, folder))


class _Documents:
    def __init__(self, repository: Repository, changed: Mapping[str, str | None], reading: Reading) -> None:
        self.repository = repository
        self.changed = changed
        self.reading = reading
        self.tracked = repository.tracked()

    def lines(self, item: Found) -> Changed:
        """Return the lines of a document that changed; what git does not know is new."""
        from checker.gate.changes import EVERYTHING, UNCHANGED, read_diff  # noqa: PLC0415

        path = self.repository.path(item.file) if item.file else None
        if path is None or path not in self.tracked:
            return EVERYTHING
        if path not in self.changed:
            return UNCHANGED
        old = self.changed[path]
        if old is None:
            return EVERYTHING
        changed = read_diff(self.repository.diff(old, path))
        return EVERYTHING if changed and self._read_anew(item, old) else changed

    def _read_anew(self, item: Found, old: str) -> bool:
        """Whether a document got another date or language, by which every sentence of it is judged."""
        try:
            now = self.reading.read(item)
            before = self.reading.document(item.path, self.repository.old_bytes(old))
        except PresscheckError:
            return True
        return (now.date, now.language) != (before.date, before.language)


def _facts(
    repository: Repository, changed: Mapping[str, str | None], base: FactBase, folder: str | None
) -> TouchedFacts | None:
    """Return which facts changed, or None where none did; what cannot be compared is said and counts as changed."""
    from checker.factbase.load import load_facts  # noqa: PLC0415 - help pages load nothing of this
    from checker.factbase.model import EMPTY  # noqa: PLC0415
    from checker.gate.changes import touched_facts  # noqa: PLC0415

    if folder is None:
        return None
    inside = repository.path(Path(folder))
    if inside is None:
        say(_notice(folder, "lies outside the repository, so what changed in the facts is not known"))
        return None

    def is_fact(path: str) -> bool:
        return PurePosixPath(path).name == _REGISTRY or inside == "." or path.startswith(f"{inside}/")

    if not any(is_fact(path) for path in (*changed, *repository.untracked())):
        return None
    files = [(name, path) for name, path in repository.old_files() if is_fact(path)]
    with tempfile.TemporaryDirectory(prefix="presscheck-") as temporary:
        Path(temporary, ".git").mkdir()  # nothing above this folder belongs to it
        for (_, path), data in zip(files, repository.old_blobs([name for name, _ in files]), strict=True):
            target = Path(temporary, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        root = Path(temporary, inside)
        try:
            old = load_facts(str(root)) if root.is_dir() else EMPTY
        except PresscheckError:
            say(_notice(folder, "could not be read as it was then, so all of it counts as changed"))
            old = EMPTY
    touched = touched_facts(old, base)
    return touched if touched.statements or touched.entities else None


def _notice(folder: str, message: str) -> Problem:
    return Problem(path=folder, code="git", message=message, warning=True)
