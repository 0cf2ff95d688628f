"""`presscheck facts`: look after the fact base. `lint` finds every error in it, `show` prints what it says of an entity."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.check import _Edtf, load_base
from checker.config import load_settings
from checker.errors import PresscheckError

if TYPE_CHECKING:
    from checker.factbase.model import FactBase
    from checker.period import Period

_facts = click.option("--facts", "folder", metavar="DIR", help="The fact base (default: facts).")


def _load(folder: str | None) -> FactBase:
    try:
        return load_base(folder, load_settings(Path.cwd()))
    except PresscheckError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        count = sum(not problem.warning for problem in error.problems)
        click.echo(f"{count} error{'s' if count != 1 else ''} in the fact base", err=True)
        sys.exit(2)


@click.group(name="facts", short_help="Look after the fact base.")
def command() -> None:
    """Look after the fact base."""


@command.command(name="lint")
@_facts
def lint(folder: str | None) -> None:
    """Find every error in the fact base, with file, line and column.

    Exit status: 0 in order (there may be warnings), 2 errors.
    """
    base = _load(folder)
    for warning in base.warnings:
        click.echo(str(warning), err=True)
    entities = sum(not entity.country for entity in base.entities.values())
    click.echo(
        f"{base.path or 'no fact base'}: {entities} entities, {len(base.statements)} statements,"
        f" {len(base.sources)} sources, no errors"
    )


@command.command(name="show")
@click.argument("entity")
@_facts
@click.option("--as-of", "as_of", type=_Edtf(), help="What holds on this date (default: everything ever recorded).")
@click.option("--ui", type=click.Choice(["nl", "en"]), default="en", help="The language of the labels.")
def show(entity: str, folder: str | None, as_of: Period | None, ui: str) -> None:
    """Print what the fact base says of ENTITY (an id or a name)."""
    from checker.comparing import age_range  # noqa: PLC0415 - `--help` stays fast
    from checker.data import nearest  # noqa: PLC0415
    from checker.factbase.model import Moment  # noqa: PLC0415
    from checker.wording import show_entity, show_fact, show_period, source_names  # noqa: PLC0415

    base = _load(folder)
    found = base.entities.get(entity) or next(
        (e for e in base.entities.values() if entity.casefold() in (n.casefold() for n in e.all_names())), None
    )
    if found is None:
        names = {name: e.id for e in base.entities.values() for name in (e.id, *e.all_names())}
        click.echo(f"unknown entity “{entity}”{nearest(entity, names)}", err=True)
        sys.exit(2)
    others = [name for name in found.all_names() if name != found.name(ui)]
    click.echo(f"{found.name(ui)} ({found.type}, {found.id}){' – also: ' + ', '.join(others) if others else ''}")
    for statement in base.by_subject.get(found.id, ()):
        if as_of is not None and statement.valid is not None and not statement.valid.overlaps(as_of):
            continue
        label = statement.property.label.get(ui, statement.property.id)
        value = show_fact(base, statement.value, ui, statement.property.type)
        if as_of is not None and "age" in statement.property.signs and isinstance(statement.value, Moment):
            ages = age_range(statement.value.period, as_of)
            value += f" (age {ages.low}" + (f" or {ages.high}" if ages.high != ages.low else "") + ")"
        where = ", ".join(f"{kind} {show_entity(base, item, ui)}" for kind, item in statement.where.items())
        valid = show_period(statement.valid, ui) if statement.valid else ""
        extra = "; ".join(filter(None, (where, valid)))
        click.echo(f"  {label}: {value}{f' [{extra}]' if extra else ''}")
        if statement.rows:
            click.echo(f"      counted over {len(statement.rows)} row(s) of a table")
        sources = source_names(base, statement)
        click.echo(f"      {statement.id} – {statement.file}:{statement.line}{f' – {sources}' if sources else ''}")
