"""`presscheck schema`: the JSON Schema of the format `json`, for those who write programs that read it."""

from __future__ import annotations

import click

from checker.data import packaged


@click.command(name="schema", short_help="Print the JSON Schema of the JSON report.")
def command() -> None:
    """Print the JSON Schema (2020-12) of what `check --format json` writes."""
    click.echo(packaged("renderers", "json.schema.json").read_bytes(), nl=False)
