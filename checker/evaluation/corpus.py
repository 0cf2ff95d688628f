"""A domain of a corpus as data: a fact base, true texts, planted slips and harmless rewordings.

A domain is a folder: `facts/`, true texts `true*.md`, `slips.yaml` (each plants one error in a true text) and, if there
are any, `harmless.yaml` (each rewords a true text so that it stays true). Places are offsets in a document's source.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, TypeVar

from pydantic import Field

from checker.data import Table, nearest, parse_yaml, shortened, validate
from checker.errors import DataError, Problem, gathered
from checker.report import Verdict  # noqa: TC001 - pydantic needs it at run time

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Place = tuple[int, int]
_TEXTS = "true*.md"


class Rewording(Table):
    """Replaces one occurrence (counted from 1) of a text in a document."""

    document: str
    text: str = Field(min_length=1)
    occurrence: int = Field(default=1, ge=1)
    replace: str

    def place(self, source: str) -> Place:
        """Return the place of the text in a true source; ValueError where there is none."""
        start = -1
        for _ in range(self.occurrence):
            start = source.find(self.text, start + 1)
            if start < 0:
                times = f" {self.occurrence} times" if self.occurrence > 1 else ""
                message = f"{self.document} does not hold {shortened(self.text)}{times}"
                raise ValueError(message)
        return start, start + len(self.text)

    def apply(self, source: str) -> tuple[str, Place]:
        """Return the reworded source and the place of the replacement in it; ValueError where there is none."""
        start, end = self.place(source)
        return source[:start] + self.replace + source[end:], (start, start + len(self.replace))

    def _kept(self) -> tuple[int, int]:
        """Return how many characters the text and its replacement have in common at their start and at their end."""
        before = _common(self.text, self.replace)
        shorter = min(len(self.text), len(self.replace)) - before
        return before, min(shorter, _common(self.text[::-1], self.replace[::-1]))

    def changed(self, place: Place) -> Place:
        """Return the part of a place (of the text, or of its replacement) that differs between the two."""
        before, after = self._kept()
        return place[0] + before, max(place[1] - after, place[0] + before + 1)


class Slip(Rewording):
    """A rewording that makes the text false; the finding must name one of `expected`."""

    expected: tuple[str, ...] = Field(min_length=1)


class Planted(Table):
    """An error that stands in a draft already: the verdict that it must get, and words of which one must be named."""

    document: str
    text: str
    occurrence: int = 1
    verdict: Verdict
    expected: tuple[str, ...]

    def find(self, source: str) -> Place:
        """Return the place of the error; ValueError where there is none."""
        as_is = Rewording(document=self.document, text=self.text, occurrence=self.occurrence, replace=self.text)
        return as_is.place(source)


@dataclass(frozen=True, kw_only=True)
class Domain:
    """A fact base, texts to check with it, and what must and must not be found in them."""

    name: str
    facts: Path
    texts: dict[str, str]
    slips: tuple[Slip, ...] = ()
    harmless: tuple[Rewording, ...] = ()
    planted: tuple[Planted, ...] = ()


ChangeT = TypeVar("ChangeT", bound=Rewording)


def find_domains(folders: Iterable[Path]) -> list[Path]:
    """Return the domains that folders are or hold, each once, in the order given and then by name.

    Raises DataError where a folder is not there, or neither a domain nor a corpus of domains.
    """
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for folder in folders:
        inside = [folder] if (folder / "facts").is_dir() else sorted(path.parent for path in folder.glob("*/facts"))
        if not folder.is_dir():
            problems.append(_problem(folder, code="missing-folder", message="there is no such folder"))
        elif not inside:
            message = "this folder is no domain (it holds no folder “facts”), nor does it hold one"
            problems.append(_problem(folder, code="no-domain", message=message))
        for path in inside:
            found.setdefault(path.resolve(), path)
    if problems:
        raise DataError(*problems)
    return list(found.values())


def load_domain(folder: Path) -> Domain:
    """Read a domain. Raises DataError with everything that is wrong with its texts and changes."""
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for path in sorted(folder.glob(_TEXTS)):
        with gathered(problems):
            texts[path.name] = read_text(path)
    if not texts and not problems:
        problems.append(_problem(folder, code="missing-file", message=f"there is no true text ({_TEXTS}) in it"))
    slips: tuple[Slip, ...] = ()
    harmless: tuple[Rewording, ...] = ()
    with gathered(problems):
        slips = _changes(Slip, folder / "slips.yaml", texts)
    if (folder / "harmless.yaml").exists():
        with gathered(problems):
            harmless = _changes(Rewording, folder / "harmless.yaml", texts)
    if problems:
        raise DataError(*problems)
    name = folder.name or folder.resolve().name
    return Domain(name=name, facts=folder / "facts", texts=texts, slips=slips, harmless=harmless)


def read_text(path: Path) -> str:
    """Return the text of a file, with line feeds as its line ends. Raises DataError."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise DataError(_problem(path, code="missing-file", message="there is no such file")) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        column = error.start - error.object.rfind(b"\n", 0, error.start)
        message = "is not UTF-8 here; save the file as UTF-8"
        problem = Problem(path=path.as_posix(), code="encoding", message=message, line=line, column=column)
        raise DataError(problem) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise DataError(_problem(path, code="unreadable", message=message)) from None


def _changes(model: type[ChangeT], path: Path, texts: dict[str, str]) -> tuple[ChangeT, ...]:
    """Read a file of changes to the texts. Raises DataError, also for one that changes nothing in them."""
    located = parse_yaml(read_text(path), path.as_posix())
    if not isinstance(located.value, list | None):
        message = "expected a list, each item with document, text, replace" + ", expected" * (model is Slip)
        raise DataError(located.problem((), "wrong-type", message))
    problems: list[Problem] = []
    found: list[ChangeT] = []
    for number in range(len(located.value or ())):
        item = located.at(number)
        with gathered(problems):
            if not isinstance(item.value, dict):
                raise DataError(item.problem((), "wrong-type", "expected keys with values, such as document and text"))
            change = validate(model, item)
            if change.document not in texts:
                message = f"there is no true text {shortened(change.document)}{nearest(change.document, texts)}"
                raise DataError(item.problem(("document",), "unknown-text", message))
            try:
                change.place(texts[change.document])
            except ValueError as error:
                raise DataError(item.problem(("text",), "text-not-found", str(error))) from None
            if change.replace == change.text:
                raise DataError(item.problem(("replace",), "no-change", "the replacement is the text itself"))
            found.append(change)
    if problems:
        raise DataError(*problems)
    return tuple(found)


def _problem(path: Path, *, code: str, message: str) -> Problem:
    return Problem(path=path.as_posix(), code=code, message=message)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
