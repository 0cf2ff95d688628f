"""The registry of sources: who said it, when, and where it can be found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from checker import period
from checker.data import Table, compose_yaml, nearest, shortened, validate
from checker.errors import DataError, Problem, gathered
from checker.factbase.files import REGISTRY
from checker.factbase.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from checker.data import Located


class SourceSpec(Table):
    """An entry of `sources/registry.yaml` as a person writes it."""

    publisher: str | None = None
    title: str
    date: str | None = None
    language: str | None = None
    url: str | None = None
    archived: str | None = None
    file: str | None = None
    sha256: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Registry:
    """The sources by id.

    `given` is False where a fact base has no registry, so that sources are only warned about; `complete` is False where
    the registry could not be read, so that no source can be called unknown; `broken` are entries with a fault.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    given: bool = False
    complete: bool = True
    broken: frozenset[str] = frozenset()

    def unknown(self, ids: Sequence[str], located: Located) -> Iterator[Problem]:
        """Yield a problem for each source that the registry does not hold; they stand under `source` of `located`."""
        for source in ids if self.complete else ():
            if source not in self.sources and source not in self.broken:
                hint = nearest(source, self.sources) if self.given else "; there is no sources/registry.yaml"
                message = f"unknown source {shortened(source)}{hint}"
                yield located.problem(("source",), "unknown-source", message, warning=not self.given)


def find_registry(facts: Path) -> Path | None:
    """Return the registry inside, beside or above a folder of facts, the nearest first."""
    resolved = facts.resolve()
    for folder in (resolved, *resolved.parents):
        for candidate in (folder / REGISTRY, folder / "sources" / REGISTRY):
            if candidate.is_file():
                return candidate
        if (folder / ".git").exists():
            return None
    return None


def read_registry(text: str, path: str, problems: list[Problem]) -> Registry:
    """Return the sources of a registry; adds everything that is wrong in it to `problems`."""
    try:
        located, found = compose_yaml(text, path)
    except DataError as error:
        problems.extend(error.problems)
        return Registry(given=True, complete=False)
    problems.extend(found)
    if located.value is not None and not isinstance(located.value, dict):
        problems.append(located.problem((), "wrong-type", "expected source ids, each with publisher, title and date"))
        return Registry(given=True, complete=False)
    sources: dict[str, Source] = {}
    for key, node in located.items():
        with gathered(problems):
            sources[key] = _source(key, node)
    return Registry(sources, given=True, broken=frozenset(key for key, _ in located.items()) - frozenset(sources))


def _source(key: str, located: Located) -> Source:
    spec = validate(SourceSpec, located)
    date = None
    if spec.date is not None:
        try:
            date = period.parse(spec.date)
        except ValueError as error:
            raise DataError(located.problem(("date",), "bad-date", str(error))) from None
    return Source(
        id=key,
        publisher=spec.publisher or _host(spec.url) or key,
        title=spec.title,
        date=date,
        language=spec.language,
        url=spec.url,
        sha256=spec.sha256,
    )


def _host(url: str | None) -> str | None:
    """Return the host of an address without `www.`, to show where no publisher is given."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
