"""Measures the checker on the domains of the corpus: `python -m tests.corpus.harness [domain ...] [--verbose]`.

Every alarm on a true or harmlessly reworded text is a false one. A slip is caught when a finding at its place has the
right kind of verdict and names the right value. Places are offsets in a document's source.
"""

from __future__ import annotations

import json
import re
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.factbase.load import load_facts
from checker.pipeline import Checker, Options
from checker.reading import read_document
from checker.report import DocumentReport, Finding, Verdict

from .domains import Slip, domain_names, load_domain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document import Document
    from checker.factbase.model import FactBase

    from .domains import Domain, Place, Planted, Rewording

CAUGHT = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.INCONSISTENT, Verdict.MISSPELLED})
ALARMS = CAUGHT | {Verdict.UNCLEAR}


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that an editor would have to look at; `change` is the rewording that raised it, if any."""

    document: str
    line: int
    place: Place
    finding: Finding
    change: Rewording | None = None

    def __str__(self) -> str:
        finding = self.finding
        after = f" (after “{self.change.text}” → “{self.change.replace}”)" if self.change else ""
        about = " ".join(filter(None, (finding.subject, finding.property))) or finding.check
        return (
            f"{self.document}:{self.line} {finding.verdict} “{finding.text}” [{about}] {finding.explanation}"
            f"{f' | expected: {finding.expected}' if finding.expected else ''}{after}"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one slip: `found` tells what the checker said at its place; `vouched`, that it called it true."""

    slip: Slip | Planted
    line: int
    caught: bool
    vouched: bool
    found: tuple[str, ...]

    def __str__(self) -> str:
        change = f"“{self.slip.text}” → “{self.slip.replace}”" if isinstance(self.slip, Slip) else f"“{self.slip.text}”"
        wanted = " / ".join(self.slip.expected)
        return (
            f"{self.slip.document}:{self.line} {change} (wanted: {wanted}); found: {'; '.join(self.found) or 'nothing'}"
        )


@dataclass(kw_only=True)
class Tally:
    """What the texts of one language gave."""

    documents: int = 0
    words: int = 0
    supported: int = 0
    unverified: int = 0
    rewordings: int = 0
    false_alarms: list[Alarm] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    side_alarms: list[Alarm] = field(default_factory=list)
    harmless_alarms: list[Alarm] = field(default_factory=list)

    @property
    def caught(self) -> int:
        """The number of slips that were caught."""
        return sum(outcome.caught for outcome in self.outcomes)


class Session:
    """Checks texts against one fact base; messages are in the language of the text."""

    def __init__(self, base: FactBase) -> None:
        self._checkers = {ui: Checker(base, Options(ui=ui)) for ui in ("nl", "en")}

    def check(self, name: str, source: str) -> DocumentReport:
        """Check a text as if it were read from a file of that name; a crash of the checker is an alarm of its own."""
        document = read_document(name, source.encode("utf-8"))
        try:
            return self._checkers[document.language].check(document)
        except Exception as error:  # noqa: BLE001 - one crash must not hide what all other texts give
            place = traceback.extract_tb(error.__traceback__)[-1]
            message = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
            crash = Finding(
                verdict=Verdict.UNCLEAR, check="crash", start=0, end=1, text="", sentence="", explanation=message
            )
            return DocumentReport(document=document, as_of=document.date, findings=(crash,), unverified=())


def measure(domain: Domain) -> dict[str, Tally]:
    """Check the texts of a domain as they are, then with each slip and each harmless rewording; tallies per language."""
    session = Session(load_facts(str(domain.facts)))
    reports = {name: session.check(name, source) for name, source in domain.texts.items()}
    tallies: dict[str, Tally] = {}
    for name, report in reports.items():
        tally = tallies.setdefault(report.document.language, Tally())
        tally.documents += 1
        tally.words += len(report.document.text.split())
        tally.supported += report.counts()["supported"]
        tally.unverified += len(report.unverified)
        planted = [(item, item.find(domain.texts[name])) for item in domain.planted if item.document == name]
        tally.outcomes.extend(_outcome(item, place, report) for item, place in planted)
        tally.false_alarms.extend(
            alarm for alarm in _alarms(name, report) if not any(_touches(alarm, place, report) for _, place in planted)
        )
    for change in (*domain.slips, *domain.harmless):
        before = reports[change.document]
        tally = tallies[before.document.language]
        source, place = change.apply(domain.texts[change.document])
        report = session.check(change.document, source)
        known = {
            _moved(alarm, place, len(change.replace) - len(change.text)) for alarm in _alarms(change.document, before)
        }
        fresh = [a for a in _alarms(change.document, report, change) if (a.place, a.finding.verdict) not in known]
        if isinstance(change, Slip):
            tally.outcomes.append(_outcome(change, place, report))
            tally.side_alarms.extend(alarm for alarm in fresh if not _touches(alarm, place, report))
        else:
            tally.rewordings += 1
            tally.harmless_alarms.extend(fresh)
    return tallies


def _place(document: Document, start: int, end: int) -> Place:
    return document.source_map.span(start, end)


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alarms(name: str, report: DocumentReport, change: Rewording | None = None) -> list[Alarm]:
    document = report.document
    alarms = []
    for finding in report.findings:
        if finding.verdict in ALARMS:
            place = _place(document, finding.start, finding.end)
            alarms.append(Alarm(name, document.line_column(place[0])[0], place, finding, change))
    return alarms


def _moved(alarm: Alarm, place: Place, longer: int) -> tuple[Place, Verdict]:
    """Return place and verdict of an alarm of the true text in the text where `place` grew by `longer` characters."""
    start, end = alarm.place
    by = longer if start >= place[0] else 0
    return (start + by, end + by), alarm.finding.verdict


def _touches(alarm: Alarm, place: Place, report: DocumentReport) -> bool:
    """Tell whether an alarm is about a place: it stands there, mends it, or points at it."""
    mended = [(repair.start, repair.end) for repair in alarm.finding.repairs]
    pointed = [(part.start, part.end) for part in alarm.finding.related]
    places = (alarm.place, *(_place(report.document, start, end) for start, end in mended + pointed))
    return any(_overlap(place, one) for one in places)


def _outcome(slip: Slip | Planted, place: Place, report: DocumentReport) -> Outcome:
    document = report.document
    here = [f for f in report.findings if _overlap(_place(document, f.start, f.end), place)]
    verdicts = CAUGHT if isinstance(slip, Slip) else {slip.verdict}
    caught = any(f.verdict in verdicts and _names(f, slip.expected) for f in here)
    found = [f"{f.verdict} “{f.text}” [{f.subject} {f.property}] {f.expected or ''}".strip() for f in here]
    found += [
        f"unverified “{value.text}” ({value.reason})"
        for value in report.unverified
        if _overlap(_place(document, value.start, value.end), place)
    ]
    changed = slip.changed(place) if isinstance(slip, Slip) else place
    supported = [f for f in here if f.verdict is Verdict.SUPPORTED]
    vouched = not caught and any(_overlap(_place(document, f.start, f.end), changed) for f in supported)
    return Outcome(slip, document.line_column(place[0])[0], caught, vouched, tuple(found))


def _names(finding: Finding, expected: Sequence[str]) -> bool:
    """Tell whether what a finding expects or repairs holds one of the words; a figure must stand on its own."""
    value = json.dumps(finding.expected_value, ensure_ascii=False) if finding.expected_value else ""
    said = "\n".join((finding.expected or "", value, *(repair.text for repair in finding.repairs))).casefold()
    return any(
        re.search(rf"(?<![\d.,]){re.escape(word)}(?![.,]?\d)", said) if word[:1].isdigit() else word.casefold() in said
        for word in expected
    )


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
