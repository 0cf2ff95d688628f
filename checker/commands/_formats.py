"""The formats that a run is asked for: which, where they go, and writing them."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands._notices import say
from checker.commands._output import OutputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.commands._output import Writer
    from checker.renderers import Renderer
    from checker.report import Report

Target = tuple[str, Path]
"""A format and the file that it goes to."""


def known_format(name: str, known: Mapping[str, Renderer], option: str) -> str:
    """Return the name of a format that is one text. Raises BadParameter where it is none."""
    if name not in known or known[name].folder:
        usable = ", ".join(sorted(item for item in known if not known[item].folder))
        hint = " (--report DIR writes HTML)" if name in known else ""
        raise click.BadParameter(f"unknown format “{name}”; choose one of: {usable}{hint}", param_hint=option)
    return name


def read_targets(outputs: Sequence[str], known: Mapping[str, Renderer]) -> list[Target]:
    """Return the formats and files of `--output`. Raises BadParameter where one cannot be used."""
    targets: list[Target] = []
    for output in outputs:
        name, equals, path = output.partition("=")
        if not equals or not path:
            raise click.BadParameter("write FORMAT=PATH, for example json=out.json", param_hint="--output")
        targets.append((known_format(name, known, "--output"), Path(path)))
    real = [os.path.realpath(path) for _, path in targets]
    if len(set(real)) < len(real):
        raise click.BadParameter("two outputs go to one file", param_hint="--output")
    return targets


def write_report(
    report: Report,
    writer: Writer,
    targets: Sequence[Target],
    folder: Path | None,
    known: Mapping[str, Renderer],
) -> bool:
    """Write every file that was asked for; return whether one could not be written, which is said."""
    failed = False
    for name, target in targets:
        try:
            writer.write(target, next(iter(known[name].render(report).values())))
        except OutputError as error:
            say(*error.problems)
            failed = True
    if folder:
        try:
            writer.write_pages(folder, known["html"].render(report))
        except OutputError as error:
            say(*error.problems)
            failed = True
    return failed


def print_report(report: Report, chosen: str, known: Mapping[str, Renderer], *, verbose: bool) -> None:
    """Print a report in one format on standard output."""
    if chosen == "terminal":
        from checker.renderers.terminal import render_terminal  # noqa: PLC0415 - only where it is asked for

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = shutil.get_terminal_size((100, 24)).columns
        click.echo(render_terminal(report, colour=colour, width=width, verbose=verbose), nl=False, color=colour)
        return
    for text in known[chosen].render(report).values():
        click.echo(text, nl=False)
