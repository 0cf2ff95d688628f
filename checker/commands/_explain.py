"""Why each value got its verdict: the statements that compete for it, with their scores, as lines for a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from checker.commands._notices import visible
from checker.report import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.linking.readings import Reading
    from checker.period import Period
    from checker.pipeline import Checker, Explained
    from checker.report import DocumentReport, Finding
    from checker.ui import Words

_MOST = 5
"""How many statements are shown for one value."""
_PLACE = re.compile(r"([1-9][0-9]{0,8})(?::([1-9][0-9]{0,8}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a document, or one column of it; both count from 1."""

    line: int
    column: int | None = None


class SpotType(click.ParamType[Spot]):
    """A place of a document on the command line."""

    name = "LINE[:COLUMN]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Spot:
        """Return the place. Fails with a message where it is none."""
        if isinstance(value, Spot):
            return value
        read = _PLACE.fullmatch(str(value))
        if read is None:
            self.fail(f"“{visible(str(value))}” is no place; write a line, or line:column, such as 14:32", param, ctx)
        return Spot(int(read[1]), int(read[2]) if read[2] else None)


def print_explained(
    base: FactBase, reports: list[DocumentReport], spot: Spot | None, *, ui: str, as_of: Period | None
) -> None:
    """Print the competing statements of every value of documents, or of those at one place."""
    from checker.pipeline import Checker, Options  # noqa: PLC0415 - loads spaCy

    checker = Checker(base, Options(ui=ui, as_of=as_of))
    for report in reports:
        for line in explained(checker, report, spot):
            click.echo(visible(line))


def explained(checker: Checker, report: DocumentReport, spot: Spot | None) -> Iterator[str]:
    """Yield the lines about one document, whose report the same checker made."""
    from checker.explain import Explainer  # noqa: PLC0415 - loads spaCy
    from checker.ui import words as load_words  # noqa: PLC0415 - help pages load nothing of this

    document, ui = report.document, checker.options.ui
    words = load_words(ui)
    explainer = Explainer(checker.base, ui, document.language, report.as_of, document.text)
    chosen = [item for item in checker.explain(document) if spot is None or _stands_at(report, item, spot)]
    for item in chosen:
        line, column = document.line_column(document.source_map.source(item.mention.start))
        kind = words.explain.types.get(item.mention.value.type, item.mention.value.type)
        opening, closing = words.quotes
        quoted = f"{opening}{item.mention.value.text}{closing}"
        yield f"{document.path}:{line}:{column}  {quoted}  {kind}  {_verdict(report, item, words)}"
        for number, reading in enumerate(item.readings[:_MOST], 1):
            yield from _reading(number, reading, _alarm(report, item, reading), explainer, words)
            yield from _recognised(item, reading, words)
        if not item.readings:
            yield f"    {words.explain.none}"
        elif len(item.readings) > _MOST:
            yield f"    {words.explain.more.say(len(item.readings) - _MOST)}"
    if spot is not None and not chosen:
        yield f"{document.path}: {words.explain.no_value}"


def _stands_at(report: DocumentReport, item: Explained, spot: Spot) -> bool:
    document = report.document
    start, end = document.source_map.span(item.mention.start, item.mention.end)
    line, column = document.line_column(start)
    return line == spot.line and (spot.column is None or column <= spot.column < column + end - start)


def _verdict(report: DocumentReport, item: Explained, words: Words) -> str:
    """Return what became of a value: the verdict of the finding there, or why nobody vouches for it."""
    start, end = item.mention.start, item.mention.end
    for finding in report.findings:
        if finding.start < end and start < finding.end:
            return words.verdicts[finding.verdict].label
    for value in report.unverified:
        if value.start < end and start < value.end:
            return f"{words.not_covered} ({words.reasons.get(value.reason, value.reason)})"
    return words.not_covered


def _alarm(report: DocumentReport, item: Explained, reading: Reading) -> Finding | None:
    """Return the alarm on a value that rests on a reading of it, if there is one."""
    start, end = item.mention.start, item.mention.end
    here = (f for f in report.findings if f.start < end and start < f.end and f.severity is not Severity.NONE)
    return next((f for f in here if any(e.statement == reading.statement.id for e in f.evidence)), None)


def _recognised(item: Explained, reading: Reading, words: Words) -> Iterator[str]:
    """Yield that a value is right by a reading of it, as far as all that stands around it tells."""
    weighed = item.weighed
    if weighed is None or weighed.reading is None or weighed.verdict is not Verdict.SUPPORTED:
        return
    if weighed.reading.statement == reading.statement:
        yield f"         {words.explain.recognised.replace('{chance}', f'{weighed.confidence:.2f}')}"


def _reading(number: int, reading: Reading, alarm: Finding | None, explainer: Explainer, words: Words) -> Iterator[str]:
    own = words.explain
    proof = explainer.proof(reading.statement)
    yield f"    {number}. {reading.score:.2f}  {proof.label}  [{proof.statement} – {proof.file}:{proof.line}]"
    yield (
        f"         {own.subject} {reading.subject:.2f}, {own.cue} {reading.cue:.2f}, "
        f"{own.qualifier} {reading.qualifier:.2f}; {own.agreements[reading.agreement.value]}"
        f"{f'; {own.times[reading.when]}' if reading.when in own.times else ''}"
    )
    conflicts = dict.fromkeys(explainer.text[start:end] or kind for kind, _, start, end in reading.conflicts)
    if conflicts:
        yield f"         {own.ruled_out}: {', '.join(conflicts)}"
    if reading.vetoes:
        vetoes = (_veto(veto, explainer, words) for veto in dict.fromkeys(reading.vetoes))
        outweighed = own.outweighed.replace("{chance}", f"{alarm.confidence:.2f}") if alarm is not None else None
        yield f"         {outweighed or own.no_alarm}: {'; '.join(vetoes)}"


def _veto(veto: str, explainer: Explainer, words: Words) -> str:
    """Return what forbids an alarm in the language of the interface; one that has no words there yet as it is."""
    name = veto.removeprefix("cue of ")
    if name != veto and name in explainer.base.properties:
        label = explainer.base.properties[name].label
        return words.explain.other_cue.replace("{label}", label.get(explainer.ui, name))
    return words.explain.vetoes.get(veto, veto)
