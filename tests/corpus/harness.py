"""Lists what the checker does on the domains of the corpus: `python -m tests.corpus.harness [domain ...] [--verbose]`.

`presscheck eval` gives the figures by language and kind; this names every text, alarm and slip behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.evaluation.measure import Session, Tally, measure
from checker.factbase.load import load_facts
from checker.report import Verdict

from .domains import domain_names, load_domain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.evaluation.corpus import Domain


def _show(name: str, tallies: dict[str, Tally], *, verbose: bool) -> None:
    for language, tally in tallies.items():
        rate = 1000 * len(tally.false_alarms) / max(tally.words, 1)
        click.echo(
            f"{name} {language}: {tally.documents} texts, {tally.words} words, {len(tally.false_alarms)} false alarms "
            f"({rate:.1f} per 1,000 words), slips {tally.caught}/{len(tally.outcomes)}, "
            f"slips called true {sum(outcome.vouched for outcome in tally.outcomes)}, "
            f"side alarms {len(tally.side_alarms)}, harmless rewordings with an alarm "
            f"{len({id(alarm.change) for alarm in tally.harmless_alarms})}/{tally.rewordings}, "
            f"supported {tally.supported}, unverified {tally.unverified}"
        )
        _list("false alarm", tally.false_alarms)
        _list("harmless", tally.harmless_alarms)
        _list("side alarm", tally.side_alarms)
        _list("called true", [outcome for outcome in tally.outcomes if outcome.vouched])
        _list("missed", [outcome for outcome in tally.outcomes if not (outcome.caught or outcome.vouched)])
        if verbose:
            _list("caught", [outcome for outcome in tally.outcomes if outcome.caught])


def _list(kind: str, items: Sequence[object]) -> None:
    for item in items:
        click.echo(f"  {kind}: {item}")


def _show_values(domain: Domain) -> None:
    session = Session(load_facts(str(domain.facts)))
    for name, source in domain.texts.items():
        report = session.check(name, source)
        document = report.document
        lines = [
            (f.start, f"{f.verdict} “{f.text}” [{f.subject} {f.property}] {f.explanation}")
            for f in report.findings
            if f.verdict is Verdict.SUPPORTED
        ]
        lines += [(value.start, f"unverified “{value.text}” ({value.reason})") for value in report.unverified]
        for start, line in sorted(lines):
            click.echo(f"  {name}:{document.line_column(document.source_map.source(start))[0]} {line}")


@click.command()
@click.argument("names", nargs=-1, metavar="[DOMAIN]...")
@click.option("--verbose", "-v", is_flag=True, help="Also list the slips caught and every value of the true texts.")
def main(names: tuple[str, ...], *, verbose: bool) -> None:
    """Measure false alarms and caught slips on the domains named, or on all."""
    total = Tally()
    for name in names or domain_names():
        domain = load_domain(name)
        tallies = measure(domain)
        _show(name, tallies, verbose=verbose)
        if verbose:
            _show_values(domain)
        for tally in tallies.values():
            total.words += tally.words
            total.false_alarms += tally.false_alarms
            total.outcomes += tally.outcomes
    click.echo(
        f"all: {total.words} words, {len(total.false_alarms)} false alarms "
        f"({1000 * len(total.false_alarms) / max(total.words, 1):.1f} per 1,000 words), "
        f"slips {total.caught}/{len(total.outcomes)}"
    )


if __name__ == "__main__":
    main()
