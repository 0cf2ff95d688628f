"""A folder of facts into a FactBase, or every error in it at once. The only owner of the order of steps."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.countries import countries
from checker.errors import DataError, Problem, gathered
from checker.factbase.cells import CellReader
from checker.factbase.consistency import contradictions, name_warnings, source_warnings
from checker.factbase.contests import find_contests
from checker.factbase.derive import read_derived
from checker.factbase.entities import country_entity, read_entities
from checker.factbase.files import REGISTRY, FactFiles
from checker.factbase.model import FactBase, Members, Reference, Statement
from checker.factbase.sources import Registry, find_registry, read_registry
from checker.factbase.statements import StatementReader, doubtful_qualifiers
from checker.factbase.tables import LoadedTable, TableReader
from checker.factbase.values import ValueReader
from checker.factbase.vocabulary import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.factbase.model import Entity


def load_facts(folder: str) -> FactBase:
    """Load the fact base of a folder; an empty folder is an empty fact base with a warning.

    Raises DataError with every problem in it, in the order of files and lines; a folder that is not there is one too.
    """
    root = Path(folder)
    if not os.path.isdir(folder):  # noqa: PTH112 - unlike Path.is_dir this raises nothing, whatever the name
        what = "this is a file, not a folder" if os.path.exists(folder) else "there is no such folder"  # noqa: PTH110
        message = f"{what}; name your fact base with --facts DIR"
        raise DataError(Problem(path=folder, code="missing-folder", message=message))
    files = FactFiles(root)
    files.load()
    base, problems = _load(files)
    if any(not problem.warning for problem in problems):
        # One fault can be found from two sides; it is said once.
        raise DataError(*sorted(dict.fromkeys(problems), key=_place))
    if not base.statements:
        message = "the fact base holds no statement; only the checks that need no facts are run"
        problems.append(Problem(path=folder, code="empty-fact-base", message=message, warning=True))
    return replace(base, warnings=tuple(sorted(dict.fromkeys(problems), key=_place)))


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.path, problem.line or 0, problem.column or 0


def _load(files: FactFiles) -> tuple[FactBase, list[Problem]]:
    """Return the base as far as it could be read, and every problem; the base is of use only without errors."""
    problems = files.problems
    vocabulary = read_vocabulary(files.vocabularies, problems, complete=not files.vocabulary_unread)
    registry = _registry(files, problems)
    entities, written = read_entities(files.entities, files.unread_ids, problems)
    values = ValueReader(entities)
    reader = StatementReader(vocabulary, entities, values, registry)
    statements = [item for key, node in written.items() for item in reader.read(key, node.at("facts"))]
    problems.extend(reader.problems)
    problems.extend(doubtful_qualifiers(reader.qualifiers, entities))

    table_reader = TableReader(files, entities, values, registry)
    tables: dict[str, LoadedTable] = {}
    for name, node in vocabulary.tables.items():
        with gathered(table_reader.problems):
            tables[name] = table_reader.read(name, node)
    problems.extend(table_reader.problems)
    for name, node in vocabulary.derived.items():
        with gathered(problems):
            statements.extend(read_derived(name, node, tables, vocabulary, entities))
    cells = CellReader(vocabulary, entities, values, statements)
    statements.extend(cell for table in tables.values() for cell in cells.read(table))
    properties = {**vocabulary.properties, **cells.columns}

    problems.extend(contradictions(statements))
    problems.extend(name_warnings(entities))
    problems.extend(source_warnings(statements))
    base = FactBase(
        path=files.root.as_posix(),
        digest=files.digest(),
        entities={**entities, **_countries_named(statements, entities)},
        statements=tuple(statements),
        properties=properties,
        sources=registry.sources,
        contests=find_contests(statements, tables, entities, properties),
    )
    return base, problems


def _registry(files: FactFiles, problems: list[Problem]) -> Registry:
    file = find_registry(files.root)
    if file is None:
        return Registry()
    # Shown as seen from the folder as it was given, so that no path of this machine gets into a report.
    shown = Path(os.path.normpath(files.root / os.path.relpath(file, files.root.resolve()))).as_posix()
    try:
        text = files.read(file, REGISTRY, shown)
    except DataError as error:
        problems.extend(error.problems)
        return Registry(given=True, complete=False)
    return read_registry(text, shown, problems)


def _countries_named(statements: Sequence[Statement], entities: dict[str, Entity]) -> dict[str, Entity]:
    """Return the built-in countries that statements name, as entities."""
    named = {word for statement in statements for word in _ids(statement)}
    return {name: country_entity(name) for name in countries() if name in named and name not in entities}


def _ids(statement: Statement) -> Iterator[str]:
    yield from statement.where.values()
    values = statement.value.items if isinstance(statement.value, Members) else (statement.value,)
    yield from (value.id for value in values if isinstance(value, Reference))
