"""Measures the checker on a domain: false alarms, slips caught, and true values that are linked.

Every alarm on a true or harmlessly reworded text is a false one. A slip is caught when a finding at its place has the
right kind of verdict and names the right value; what it changes is linked when a finding supports it in the true text.
Places are offsets in a document's source.
"""

from __future__ import annotations

import json
import re
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checker.evaluation.corpus import Slip
from checker.evaluation.kinds import kind_at, kind_of
from checker.factbase.load import load_facts
from checker.pipeline import Checker, Options
from checker.reading import read_document
from checker.report import DocumentReport, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document import Document
    from checker.evaluation.corpus import Domain, Place, Planted, Rewording
    from checker.factbase.model import FactBase
    from checker.mentions import Scene

CAUGHT = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.INCONSISTENT, Verdict.MISSPELLED})
ALARMS = CAUGHT | {Verdict.UNCLEAR}
_CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that an editor would have to look at; `change` is the rewording that raised it, if any."""

    document: str
    line: int
    place: Place
    kind: str
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
    """What became of one slip: `found` tells what the checker said at its place; `vouched`, that it called it true.

    `linked` tells whether a finding supports what stood there in the true text; None where there is no true text.
    """

    slip: Slip | Planted
    line: int
    kind: str
    linked: bool | None
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
    """What a rewording adds to the alarms on the true text."""
    reworded_words: int = 0
    reworded_alarms: list[Alarm] = field(default_factory=list)
    """All alarms on reworded texts."""

    @property
    def caught(self) -> int:
        """The number of slips that were caught."""
        return sum(outcome.caught for outcome in self.outcomes)


class Session:
    """Checks texts against one fact base; messages are in the language of the text."""

    def __init__(self, base: FactBase) -> None:
        """Build nothing before the first text of a language."""
        self.base = base
        self._checkers = {ui: Checker(base, Options(ui=ui)) for ui in ("nl", "en")}

    def scenes(self, document: Document) -> list[Scene]:
        """Return what the sentences of a document hold."""
        return self._checkers[document.language].scenes(document)

    def check(self, name: str, source: str) -> DocumentReport:
        """Check a text as if it were read from a file of that name; a crash of the checker is an alarm of its own."""
        document = read_document(name, source.encode("utf-8"))
        try:
            return self._checkers[document.language].check(document)
        except Exception as error:  # noqa: BLE001 - one crash must not hide what all other texts give
            place = traceback.extract_tb(error.__traceback__)[-1]
            message = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
            crash = Finding(
                verdict=Verdict.UNCLEAR, check=_CRASH, start=0, end=1, text="", sentence="", explanation=message
            )
            return DocumentReport(document=document, as_of=document.date, findings=(crash,), unverified=())


def measure(domain: Domain) -> dict[str, Tally]:
    """Check the texts of a domain as they are, then with each slip and each harmless rewording; tallies per language.

    Raises PresscheckError where the fact base or a text cannot be read.
    """
    base = load_facts(str(domain.facts))
    session = Session(base)
    reports = {name: session.check(name, source) for name, source in domain.texts.items()}
    scenes = {
        name: [] if any(finding.check == _CRASH for finding in report.findings) else session.scenes(report.document)
        for name, report in reports.items()
    }
    tallies: dict[str, Tally] = {}
    for name, report in reports.items():
        tally = tallies.setdefault(report.document.language, Tally())
        tally.documents += 1
        tally.words += _words(report)
        tally.supported += report.counts()["supported"]
        tally.unverified += len(report.unverified)
        for item in (item for item in domain.planted if item.document == name):
            place = item.find(domain.texts[name])
            kind = kind_at(base, report.document, scenes[name], place)
            tally.outcomes.append(_outcome(item, place, report, kind=kind, linked=None))
        planted = [item.find(domain.texts[name]) for item in domain.planted if item.document == name]
        tally.false_alarms.extend(
            alarm
            for alarm in _alarms(base, name, report)
            if not any(_touches(alarm, place, report) for place in planted)
        )
    for change in (*domain.slips, *domain.harmless):
        before = reports[change.document]
        tally = tallies[before.document.language]
        source, place = change.apply(domain.texts[change.document])
        report = session.check(change.document, source)
        longer = len(change.replace) - len(change.text)
        known = {_moved(alarm, place, longer) for alarm in _alarms(base, change.document, before)}
        alarms = _alarms(base, change.document, report, change)
        fresh = [a for a in alarms if (a.place, a.finding.verdict) not in known]
        if isinstance(change, Slip):
            true = change.changed(change.place(domain.texts[change.document]))
            kind = kind_at(base, before.document, scenes[change.document], true)
            tally.outcomes.append(_outcome(change, place, report, kind=kind, linked=_supports(before, true)))
            tally.side_alarms.extend(alarm for alarm in fresh if not _touches(alarm, place, report))
        else:
            tally.rewordings += 1
            tally.reworded_words += _words(report)
            tally.reworded_alarms.extend(alarms)
            tally.harmless_alarms.extend(fresh)
    return tallies


def _words(report: DocumentReport) -> int:
    return len(report.document.text.split())


def _place(document: Document, start: int, end: int) -> Place:
    return document.source_map.span(start, end)


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alarms(base: FactBase, name: str, report: DocumentReport, change: Rewording | None = None) -> list[Alarm]:
    document = report.document
    alarms = []
    for finding in report.findings:
        if finding.verdict in ALARMS:
            place = _place(document, finding.start, finding.end)
            line = document.line_column(place[0])[0]
            alarms.append(Alarm(name, line, place, kind_of(base, finding), finding, change))
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


def _supports(report: DocumentReport, place: Place) -> bool:
    """Tell whether a finding calls what stands at a place true."""
    supported = (f for f in report.findings if f.verdict is Verdict.SUPPORTED)
    return any(_overlap(_place(report.document, f.start, f.end), place) for f in supported)


def _outcome(slip: Slip | Planted, place: Place, report: DocumentReport, *, kind: str, linked: bool | None) -> Outcome:
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
    return Outcome(
        slip,
        document.line_column(place[0])[0],
        kind,
        linked,
        caught,
        vouched=not caught and _supports(report, changed),
        found=tuple(found),
    )


def _names(finding: Finding, expected: Sequence[str]) -> bool:
    """Tell whether what a finding expects or repairs holds one of the words; a figure must stand on its own."""
    value = json.dumps(finding.expected_value, ensure_ascii=False) if finding.expected_value else ""
    said = "\n".join((finding.expected or "", value, *(repair.text for repair in finding.repairs))).casefold()
    return any(
        re.search(rf"(?<![\d.,]){re.escape(word)}(?![.,]?\d)", said) if word[:1].isdigit() else word in said
        for word in map(str.casefold, expected)
    )
