"""The formats that a run is asked for: which, where they go, and writing them."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands._notices import say
from checker.commands._output import as_bytes
from checker.errors import PresscheckError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.commands._output import Writer
    from checker.renderers import Renderer
    from checker.report import Brand, Report
    from checker.settings import Settings

Target = tuple[str, Path]
"""A format and the file that it goes to, or the folder."""


def printed_format(name: str, known: Mapping[str, Renderer]) -> str:
    """Return the format of `--format`. Raises BadParameter where it is none, or none to print here."""
    renderer = _known(name, known, "--format")
    if renderer.folder:
        message = f"“{name}” is pages in a folder; write them with --output {name}=DIR"
        raise click.BadParameter(message, param_hint="--format")
    if renderer.binary and _is_terminal():
        message = f"“{name}” is no text for a terminal; write it to a file: --output {name}=PATH"
        raise click.BadParameter(message, param_hint="--format")
    return name


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _known(name: str, known: Mapping[str, Renderer], option: str) -> Renderer:
    """Return a format that can be made here. Raises BadParameter."""
    if name not in known:
        near = get_close_matches(name.lower(), known, n=1)
        hint = f"did you mean “{near[0]}”?" if near else f"choose one of: {', '.join(known)}"
        raise click.BadParameter(f"unknown format “{name}”; {hint}", param_hint=option)
    renderer = known[name]
    if renderer.needs and find_spec(renderer.needs) is None:
        message = f"the format “{name}” needs an extra: pip install 'presscheck[{name}]'"
        raise click.BadParameter(message, param_hint=option)
    return renderer


def read_targets(outputs: Sequence[str], known: Mapping[str, Renderer]) -> list[Target]:
    """Return the formats and files of `--output`. Raises BadParameter where one cannot be used."""
    targets: list[Target] = []
    for output in outputs:
        name, equals, path = output.partition("=")
        if not equals or not path or "\0" in path:
            raise click.BadParameter("write FORMAT=PATH, for example json=out.json", param_hint="--output")
        if path == "-":
            message = f"a file is needed, such as {name}=out; --format {name} prints it"
            raise click.BadParameter(message, param_hint="--output")
        folder = _known(name, known, "--output").folder
        if not folder and (path.endswith("/") or Path(path).is_dir()):
            message = f"“{path}” is a folder; name a file in it, for example {name}={path.rstrip('/')}/out"
            raise click.BadParameter(message, param_hint="--output")
        if folder and Path(path).is_file():
            raise click.BadParameter(f"“{path}” is a file; {name} needs a folder", param_hint="--output")
        targets.append((name, Path(path)))
    real = [os.path.realpath(path) for _, path in targets]
    if len(set(real)) < len(real):
        raise click.BadParameter("two outputs go to one file", param_hint="--output")
    return targets


def write_report(report: Report, writer: Writer, targets: Sequence[Target], known: Mapping[str, Renderer]) -> bool:
    """Write everything that was asked for; return whether something could not be written, which is said."""
    failed = False
    for name, target in targets:
        try:
            texts = known[name].render(replace(report, remembered=_remembered(target, known[name])))
            if known[name].folder:
                writer.write_pages(target, texts)
            else:
                (text,) = texts.values()
                writer.write(target, text)
        except PresscheckError as error:
            say(*error.problems)
            failed = True
    return failed


def read_brand(settings: Settings, targets: Sequence[Target]) -> Brand:
    """Return the look of the pages that a run writes. Raises PresscheckError where the theme cannot be used."""
    from checker.report import Brand  # noqa: PLC0415 - help pages load nothing of this

    if not (settings.theme or settings.templates) or all(name != "html" for name, _ in targets):
        return Brand()
    from checker.renderers.html.theme import load_brand  # noqa: PLC0415

    return load_brand(settings.theme, settings.templates)


def _remembered(target: Path, renderer: Renderer) -> str:
    """Return what the run before left in the folder; nothing where it left nothing that can be read."""
    try:
        return (target / renderer.remembers).read_text(encoding="utf-8") if renderer.remembers else ""
    except (OSError, ValueError):
        return ""


def print_report(report: Report, chosen: str, known: Mapping[str, Renderer], *, verbose: bool) -> None:
    """Print a report in one format on standard output; what programs read is UTF-8 whatever the system prefers."""
    if chosen == "terminal":
        from checker.renderers.terminal import render_terminal  # noqa: PLC0415 - only where it is asked for

        colour = _is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = shutil.get_terminal_size((100, 24)).columns
        click.echo(render_terminal(report, colour=colour, width=width, verbose=verbose), nl=False, color=colour)
        return
    for text in known[chosen].render(report).values():
        click.echo(as_bytes(text), nl=False)
