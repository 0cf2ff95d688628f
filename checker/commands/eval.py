"""`presscheck eval`: how well the checker does on a corpus: slips caught, false alarms, claims linked."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.commands._notices import visible
from checker.errors import DataError, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.errors import Problem
    from checker.evaluation.corpus import Domain
    from checker.evaluation.figures import Figures
    from checker.evaluation.measure import Tally

_CORPUS = "tests/corpus"
_ALL = "all"
_COLUMNS = ("caught", "linked", "alarms/1,000 words", "reworded alarms/1,000")
_WIDTH = 22


@dataclass(frozen=True, slots=True)
class _Row:
    """The figures of a kind in a language of a domain; None stands for all of them together."""

    domain: str | None
    language: str | None
    kind: str | None
    figures: Figures


@click.command(name="eval", short_help="Measure the checker on a corpus of texts.")
@click.argument("folders", nargs=-1, metavar="[FOLDER]...")
@click.option("--format", "format_", type=click.Choice(("terminal", "json")), default="terminal", help="What to print.")
@click.option("--verbose", "-v", is_flag=True, help="Also list every false alarm and every slip that is missed.")
def command(*, folders: tuple[str, ...], format_: str, verbose: bool) -> None:
    """Measure the checker on domains: folders with facts, true texts, planted slips and harmless rewordings.

    A FOLDER is a domain, or a corpus that holds domains (default: tests/corpus). Per domain, language and kind of
    claim: planted slips caught at their place with the right value, true claims that are linked, and false alarms per
    1,000 words. Exit status: 0, or 2 where something could not be read.
    """
    from checker.evaluation.corpus import find_domains, load_domain  # noqa: PLC0415 - help pages load nothing of this
    from checker.evaluation.measure import measure  # noqa: PLC0415

    problems: list[Problem] = []
    domains: list[Domain] = []
    for folder in find_domains(map(Path, folders or (_CORPUS,))):
        with gathered(problems):
            domains.append(load_domain(folder))
    if problems:
        raise DataError(*problems)
    measured: list[tuple[str, Mapping[str, Tally]]] = []
    for domain in domains:
        tallies = measure(domain)
        measured.append((domain.name, tallies))
        if format_ == "terminal":
            _print_domain(domain.name, tallies, verbose=verbose)
    if format_ == "json":
        rows = [row for name, tallies in measured for row in _rows(name, tallies)]
        rows += _total_rows([tallies for _, tallies in measured])
        shown = {"version": "1", "rows": [_as_json(row) for row in rows]}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        _print_rows(_total_rows([tallies for _, tallies in measured]))


def _rows(name: str | None, tallies: Mapping[str, Tally]) -> Iterator[_Row]:
    """Yield the figures of a domain: per language and kind, per language, and of all."""
    from checker.evaluation.figures import figures, kinds_in  # noqa: PLC0415 - help pages load nothing of this

    for language, tally in tallies.items():
        for kind in kinds_in([tally]):
            yield _Row(name, language, kind, figures([tally], kind))
        yield _Row(name, language, None, figures([tally]))
    yield _Row(name, None, None, figures(tallies.values()))


def _total_rows(domains: Sequence[Mapping[str, Tally]]) -> list[_Row]:
    """Return the figures of all domains together: per kind, per language, and of all."""
    from checker.evaluation.figures import figures, kinds_in  # noqa: PLC0415 - help pages load nothing of this

    everything = [tally for tallies in domains for tally in tallies.values()]
    rows = [_Row(None, None, kind, figures(everything, kind)) for kind in kinds_in(everything)]
    for language in dict.fromkeys(language for tallies in domains for language in tallies):
        own = [tallies[language] for tallies in domains if language in tallies]
        rows.append(_Row(None, language, None, figures(own)))
    return [*rows, _Row(None, None, None, figures(everything))]


def _as_json(row: _Row) -> dict[str, Any]:
    shares = ("caught_share", "linked_share", "alarm_rate", "reworded_alarm_rate")
    values = {name: getattr(row.figures, name) for name in shares}
    rounded = {name: None if value is None else round(value, 4) for name, value in values.items()}
    return {"domain": row.domain, "language": row.language, "kind": row.kind, **asdict(row.figures), **rounded}


def _print_domain(name: str, tallies: Mapping[str, Tally], *, verbose: bool) -> None:
    _print_rows(_rows(name, tallies))
    for tally in tallies.values() if verbose else ():
        missed = [outcome for outcome in tally.outcomes if not outcome.caught]
        for label, items in (
            ("false alarm", tally.false_alarms),
            ("after a rewording", tally.harmless_alarms),
            ("missed", missed),
        ):
            for item in items:
                click.echo(f"  {label}: {visible(str(item))}")
    click.echo("")


def _print_rows(rows: Iterator[_Row] | Sequence[_Row]) -> None:
    click.echo(f"{'':{_WIDTH + 8}}" + "".join(f"{head:>{_WIDTH}}" for head in _COLUMNS))
    for row in rows:
        name = f"{visible(row.domain or _ALL)} {row.language or _ALL} {row.kind or _ALL}"
        figures = row.figures
        cells = (
            _share(figures.caught, figures.slips),
            _share(figures.linked, figures.covered),
            _rate(figures.alarms, figures.alarm_rate),
            _rate(figures.reworded_alarms, figures.reworded_alarm_rate),
        )
        click.echo(f"{name:{_WIDTH + 8}}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells))


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({100 * part / whole:.0f} %)" if whole else "-"


def _rate(number: int, rate: float | None) -> str:
    return "-" if rate is None else f"{number} ({rate:.2f})"
