"""The domains of the corpus as data: a fact base, true texts, planted slips and harmless rewordings.

A domain is a folder beside this file: `facts/`, true texts `true*.md`, `slips.yaml` (each plants one error in a true
text) and `harmless.yaml` (each rewords a true text so that it stays true). `known.yaml` beside this file lists the false
alarms that the checker gives today. The drafts of the repository are a domain as well (`drafts`): they hold several
planted errors at once. Places are offsets in a document's source.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import RootModel

from checker.data import Table, parse_yaml, validate
from checker.report import Verdict  # noqa: TC001 - pydantic needs it at run time

if TYPE_CHECKING:
    from collections.abc import Iterable

CORPUS = Path(__file__).parent
REPOSITORY = CORPUS.parent.parent
DRAFTS = "drafts"
Place = tuple[int, int]


class Rewording(Table):
    """Replaces one occurrence (counted from 1) of a text in a document."""

    document: str
    text: str
    occurrence: int = 1
    replace: str

    def apply(self, source: str) -> tuple[str, Place]:
        """Return the reworded source and the place of the replacement in it; ValueError where there is none."""
        start = -1
        for _ in range(self.occurrence):
            start = source.find(self.text, start + 1)
            if start < 0:
                message = f"{self.document} does not hold “{self.text}” {self.occurrence} times"
                raise ValueError(message)
        return source[:start] + self.replace + source[start + len(self.text) :], (start, start + len(self.replace))


class Slip(Rewording):
    """A rewording that makes the text false; the finding must name one of `expected`."""

    expected: tuple[str, ...]

    def changed(self, place: Place) -> Place:
        """Return the part of the replacement's place that differs from the true text."""
        before = _common(self.text, self.replace)
        shorter = min(len(self.text), len(self.replace)) - before
        after = min(shorter, _common(self.text[::-1], self.replace[::-1]))
        return place[0] + before, max(place[1] - after, place[0] + before + 1)


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
        return as_is.apply(source)[1]


class KnownAlarm(Table):
    """A false alarm that the checker gives today, on a true text or after a rewording of it, and what goes wrong."""

    domain: str
    document: str
    rewording: str | None = None
    text: str
    reason: str


class KnownAlarms(RootModel[tuple[KnownAlarm, ...]]):
    """The file of false alarms that are known."""


class Slips(RootModel[tuple[Slip, ...]]):
    """A file of slips."""


class Rewordings(RootModel[tuple[Rewording, ...]]):
    """A file of harmless rewordings."""


class Plantings(RootModel[tuple[Planted, ...]]):
    """A file of errors that stand in the drafts."""


@dataclass(frozen=True, kw_only=True)
class Domain:
    """A fact base, texts to check with it, and what must and must not be found in them."""

    name: str
    facts: Path
    texts: dict[str, str]
    slips: tuple[Slip, ...] = ()
    harmless: tuple[Rewording, ...] = ()
    planted: tuple[Planted, ...] = ()


def domain_names() -> list[str]:
    """Return the names of all domains, the drafts of the repository last."""
    return [*sorted(path.parent.name for path in CORPUS.glob("*/facts")), DRAFTS]


@cache
def all_known_alarms() -> tuple[KnownAlarm, ...]:
    """Return the false alarms that the checker is known to give; DataError where the file is wrong."""
    path = CORPUS / "known.yaml"
    return validate(KnownAlarms, parse_yaml(path.read_text("utf-8"), str(path))).root


def known_alarms(name: str) -> list[KnownAlarm]:
    """Return the known false alarms of a domain."""
    return [alarm for alarm in all_known_alarms() if alarm.domain == name]


def load_domain(name: str) -> Domain:
    """Read a domain; FileNotFoundError or DataError where it is not complete."""
    if name == DRAFTS:
        folder = REPOSITORY / "sources" / "drafts"
        planted = validate(Plantings, parse_yaml((folder / "expected.yaml").read_text("utf-8"), "expected.yaml")).root
        return Domain(name=name, facts=REPOSITORY / "facts", texts=_texts(folder.glob("*.md")), planted=planted)
    folder = CORPUS / name
    slips, harmless = folder / "slips.yaml", folder / "harmless.yaml"
    return Domain(
        name=name,
        facts=folder / "facts",
        texts=_texts(folder.glob("true*.md")),
        slips=validate(Slips, parse_yaml(slips.read_text("utf-8"), str(slips))).root,
        harmless=validate(Rewordings, parse_yaml(harmless.read_text("utf-8"), str(harmless))).root
        if harmless.is_file()
        else (),
    )


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _texts(paths: Iterable[Path]) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(paths)}
