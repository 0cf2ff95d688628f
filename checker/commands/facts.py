"""`presscheck facts`: look after the fact base; `lint` finds every error in it, `show` prints what it says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from checker.commands._notices import say, visible
from checker.commands._options import (
    INTERFACE_LANGUAGE,
    DateType,
    facts_folder,
    facts_option,
    load_base,
    settings_here,
)
from checker.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.model import Entity, FactBase, Statement
    from checker.period import Period


def _load(folder: str | None) -> FactBase:
    """Return the fact base; a folder must be there, given or by default."""
    try:
        return load_base(facts_folder(folder, settings_here()) or "facts")
    except DataError as error:
        say(*error.problems)
        count = sum(not problem.warning for problem in error.problems)
        click.echo(f"{count} error{'s' if count != 1 else ''} in the fact base", err=True)
        sys.exit(2)


@click.group(name="facts", short_help="Look after the fact base.")
def command() -> None:
    """Look after the fact base."""


@command.command(name="lint")
@facts_option
def lint(facts: str | None) -> None:
    """Find every error in the fact base, with file, line and column.

    Exit status: 0 in order (there may be warnings), 2 errors.
    """
    base = _load(facts)
    say(*base.warnings)
    entities = sum(not entity.country for entity in base.entities.values())
    click.echo(
        f"{base.path}: {entities} entities, {len(base.statements)} statements, {len(base.sources)} sources, no errors"
    )


@command.command(name="show")
@click.argument("entity")
@facts_option
@click.option("--as-of", "as_of", type=DateType(), help="What holds on this date (default: everything ever recorded).")
@click.option("--ui", type=INTERFACE_LANGUAGE, help="The language of the labels (default: en).")
def show(entity: str, facts: str | None, as_of: Period | None, ui: str | None) -> None:
    """Print what the fact base says of ENTITY (an id or a name)."""
    from checker.data import nearest  # noqa: PLC0415 - `--help` stays fast

    base = _load(facts)
    found = _named(base, entity)
    if not found:
        names = {name for item in base.entities.values() for name in (item.id, *item.all_names())}
        click.echo(f"unknown entity “{visible(entity)}”{nearest(entity, sorted(names))}", err=True)
        sys.exit(2)
    language = ui or settings_here().ui
    for item in found:
        for line in _lines(base, item, as_of, language):
            click.echo(visible(line))


def _named(base: FactBase, entity: str) -> list[Entity]:
    """Return the entity with that id, else every entity with that name."""
    if entity in base.entities:
        return [base.entities[entity]]
    wanted = entity.strip().casefold()
    return [
        item
        for item in base.entities.values()
        if wanted in (name.casefold() for name in (item.id, *item.all_names(), *item.discouraged))
    ]


def _lines(base: FactBase, entity: Entity, as_of: Period | None, ui: str) -> Iterator[str]:
    others = [name for name in entity.all_names() if name != entity.name(ui)]
    yield f"{entity.name(ui)} ({entity.type}, {entity.id}){' – also: ' + ', '.join(others) if others else ''}"
    statements = base.by_subject.get(entity.id, ())
    for statement in statements:
        if as_of is None or statement.valid is None or statement.valid.overlaps(as_of):
            yield from _statement(base, statement, as_of, ui)
    if not statements:
        yield "  no statements about it"


def _statement(base: FactBase, statement: Statement, as_of: Period | None, ui: str) -> Iterator[str]:
    from checker.comparing import age_range  # noqa: PLC0415
    from checker.factbase.model import Moment  # noqa: PLC0415
    from checker.wording import show_entity, show_fact, show_period, source_names  # noqa: PLC0415

    label = statement.property.label.get(ui, statement.property.id)
    value = show_fact(base, statement.value, ui, statement.property.type)
    if as_of is not None and "age" in statement.property.signs and isinstance(statement.value, Moment):
        ages = age_range(statement.value.period, as_of)
        value += f" (age {ages.low}" + (f" or {ages.high}" if ages.high != ages.low else "") + ")"
    where = ", ".join(f"{kind} {show_entity(base, item, ui)}" for kind, item in statement.where.items())
    extra = "; ".join(filter(None, (where, show_period(statement.valid, ui) if statement.valid else "")))
    yield f"  {label}: {value}{f' [{extra}]' if extra else ''}"
    if statement.rows:
        yield f"      counted over {len(statement.rows)} row{'s' if len(statement.rows) != 1 else ''} of a table"
    sources = source_names(base, statement)
    yield f"      {statement.id} – {statement.file}:{statement.line}{f' – {sources}' if sources else ''}"
