"""The scores of all parts in a row: "Quarter scores: 24-29, 31-23, 22-20, 36-30", "kwartstanden", "setstanden"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.figures import bare_figure
from checker.contests.kinds.scores import scores_in
from checker.contests.parts import ORDER, part_scores
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_LEAST = 3
_SETS = tuple(f"set_{number}_points" for number in range(1, 6))


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.played:
        return
    tokens = scene.sentence.tokens
    ends = [last for _, last in phrases_in(tokens, telling.words.by_parts)]
    if not ends:
        return
    said = [(bare_figure(scene, one), bare_figure(scene, other)) for one, other in scores_in(scene) if one > ends[0]]
    if len(said) < _LEAST:
        return
    readings = [r for series in (*ORDER, _SETS) for r in _readings(telling, contest, series, len(said))]
    if not readings:
        return
    meant = max(readings, key=lambda reading: _agreeing(said, reading))
    if _agreeing(said, meant) < len(said):  # half of the figures
        return
    for pair, scores in zip(said, meant, strict=True):
        yield from (telling.judged(scene, f, s) for f, s in zip(pair, scores, strict=True) if telling.free(f))


def _readings(
    telling: Telling, contest: Contest, series: tuple[str, ...], length: int
) -> Iterator[list[tuple[Statement, Statement]]]:
    """Yield the scores of as many parts as are told, of each part or so far, with either side first."""
    for so_far in (False, True):
        found = [part_scores(telling, contest, part, so_far=so_far) for part in series]
        known = [scores for scores in found if scores is not None]
        if len(known) == length:
            yield known
            yield [(other, one) for one, other in known]


def _agreeing(said: list[tuple[Figure, Figure]], scores: list[tuple[Statement, Statement]]) -> int:
    return sum(
        f.number == _number(s)
        for pair, known in zip(said, scores, strict=True)
        for f, s in zip(pair, known, strict=True)
    )


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=0)
