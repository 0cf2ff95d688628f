"""The registry of sources: who said it, when, and where it can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from checker import period
from checker.data import Located, Table, nearest, parse_yaml, validation_problems
from checker.errors import DataError, Problem
from checker.factbase.model import Source

if TYPE_CHECKING:
    from pathlib import Path


class SourceSpec(Table):
    """An entry of `sources/registry.yaml` as a person writes it."""

    publisher: str
    title: str
    date: str | None = None
    language: str | None = None
    url: str | None = None
    archived: str | None = None
    file: str | None = None
    sha256: str | None = None
    note: str | None = None


def find_registry(facts: Path) -> Path | None:
    """Return the registry inside, beside or above a folder of facts, the nearest first."""
    resolved = facts.resolve()
    for folder in (resolved, *resolved.parents):
        for candidate in (folder / "registry.yaml", folder / "sources" / "registry.yaml"):
            if candidate.is_file():
                return candidate
        if (folder / ".git").exists():
            return None
    return None


def load_registry(text: str, path: str) -> tuple[dict[str, Source], list[Problem]]:
    """Read a registry; returns the sources by id and every problem in it."""
    try:
        located: Located = parse_yaml(text, path)
    except DataError as error:
        return {}, list(error.problems)
    if located.value is None:
        return {}, []
    if not isinstance(located.value, dict):
        return {}, [located.problem((), "wrong-type", "expected source ids with publisher, title and date")]
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for key, raw in located.value.items():
        try:
            spec = SourceSpec.model_validate(raw if raw is not None else {})
        except ValidationError as error:
            for problem in validation_problems(error, located, (key,)):
                hint = ""
                if problem.code == "unknown-key":
                    hint = nearest(problem.message.split("“")[1].split("”")[0], SourceSpec.model_fields)
                problems.append(
                    Problem(
                        path=problem.path,
                        code=problem.code,
                        message=problem.message + hint,
                        line=problem.line,
                        column=problem.column,
                    )
                )
            continue
        date = None
        if spec.date is not None:
            try:
                date = period.parse(spec.date)
            except ValueError as error:
                problems.append(located.problem((key, "date"), "bad-date", str(error)))
        sources[key] = Source(
            id=key,
            publisher=spec.publisher,
            title=spec.title,
            date=date,
            language=spec.language,
            url=spec.url,
            sha256=spec.sha256,
        )
    return sources, problems
