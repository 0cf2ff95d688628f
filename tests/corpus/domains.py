"""The domains of the corpus: every folder beside this file, and the drafts of the repository (`drafts`).

The format of a domain is that of `checker.evaluation.corpus`. The drafts hold several planted errors at once. `known.yaml`
beside this file lists the false alarms that the checker gives today.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import RootModel

from checker.data import Table, parse_yaml, validate
from checker.evaluation.corpus import Domain, Planted, read_text
from checker.evaluation.corpus import load_domain as load_folder

CORPUS = Path(__file__).parent
REPOSITORY = CORPUS.parent.parent
DRAFTS = "drafts"


class KnownAlarm(Table):
    """A false alarm that the checker gives today, on a true text or after a rewording of it, and what goes wrong."""

    domain: str
    document: str
    rewording: str | None = None
    text: str
    reason: str


class KnownAlarms(RootModel[tuple[KnownAlarm, ...]]):
    """The file of false alarms that are known."""


class Plantings(RootModel[tuple[Planted, ...]]):
    """A file of errors that stand in the drafts."""


def domain_names() -> list[str]:
    """Return the names of all domains, the drafts of the repository last."""
    return [*sorted(path.parent.name for path in CORPUS.glob("*/facts")), DRAFTS]


@cache
def all_known_alarms() -> tuple[KnownAlarm, ...]:
    """Return the false alarms that the checker is known to give; DataError where the file is wrong."""
    path = CORPUS / "known.yaml"
    return validate(KnownAlarms, parse_yaml(read_text(path), str(path))).root


def known_alarms(name: str) -> list[KnownAlarm]:
    """Return the known false alarms of a domain."""
    return [alarm for alarm in all_known_alarms() if alarm.domain == name]


def load_domain(name: str) -> Domain:
    """Read a domain; DataError where it is not complete."""
    if name != DRAFTS:
        return load_folder(CORPUS / name)
    folder = REPOSITORY / "sources" / "drafts"
    planted = validate(Plantings, parse_yaml(read_text(folder / "expected.yaml"), "expected.yaml")).root
    texts = {path.name: read_text(path) for path in sorted(folder.glob("*.md"))}
    return Domain(name=name, facts=REPOSITORY / "facts", texts=texts, planted=planted)
