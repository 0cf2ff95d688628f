"""Who started and who came off the bench, by a column of words in the rows of a contest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contests.claims import Kind, Telling
from checker.contests.words import phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    tokens = scene.sentence.tokens
    words = telling.words
    for phrases, starts in ((words.started, True), (words.substituted, False)):
        for first, last in phrases_in(tokens, phrases):
            near = tokens[max(0, first - 3) : first]
            if any(t.norm in telling.evidence.rules.negations for t in near):
                continue
            people = [m for m in telling.named(scene, last=first) if telling.person(m) is not None]
            if (
                not people
                or any(m.start in telling.wrong_names for m in people)
                or (len(people) > 1 and people[-2].last + 2 == people[-1].first)
            ):
                continue
            row = _row(telling, contest, people[-1].ids[0])
            began = _started(telling, row) if row is not None else None
            if row is None or began is None or began is starts:
                continue
            other = words.substituted if starts else words.started
            span = (tokens[first].start, tokens[last].end)
            yield telling.finding(scene, row, span, right=False, expected=other[0], repair=other[0], key="lineup")


def started(telling: Telling, contest: Contest, person: str) -> bool | None:
    """Return whether somebody played from the beginning; None where no row says it."""
    row = _row(telling, contest, person)
    return _started(telling, row) if row is not None else None


def _row(telling: Telling, contest: Contest, person: str) -> Statement | None:
    return next((line for line in telling.lines(contest) if line.subject == person and line.rows), None)


def _started(telling: Telling, statement: Statement) -> bool | None:
    """Return what a row says of starting: its one cell with such a word; None where none or both say it."""
    cells = {cell.casefold() for row in statement.rows for cell in row.values()}
    starter = bool(cells & set(telling.words.starter_cells))
    bench = bool(cells & set(telling.words.bench_cells))
    return starter if starter is not bench else None


kind = Kind(find=_find, rank=7)
