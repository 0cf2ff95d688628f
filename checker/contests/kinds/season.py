"""All wins or defeats of a season, as counts: "32 wins and 19 losses", "loss number 30", "op 32 overwinningen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.sides import named_sides
from checker.contests.stretch import clause
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding

_LEAST = 11
"""Fewer can be wins over a rival, at home or in a row that the text has told of before."""
_NEAR = 4
"""How far off a number may be, and still be that count."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    del contest
    main = telling.evidence.occasions.main
    if main is None or not main.played:
        return
    words, tokens = telling.words, scene.sentence.tokens
    for figure in telling.figures(scene):
        prop = _property(telling, scene, figure)
        if prop is None or figure.number < _LEAST or figure.value.hedge != "exact" or not telling.free(figure):
            continue
        low, high = clause(telling.evidence, scene, figure.first, figure.last)
        around = tokens[low : high + 1]
        less = (*words.in_a_row, *words.won_at_home, *words.won_away, *words.meeting, *words.career, *words.some_wins)
        if any(True for _ in phrases_in(around, less)):
            telling.silence(f for f in telling.figures(scene) if low <= f.first < high)  # "13 wins in 15 games"
            continue
        before = [side for _, last, side, _ in named_sides(telling, scene, main, phrased=True) if last < figure.first]
        line = telling.line(main, before[-1], prop) or telling.line(None, before[-1], prop) if before else None
        known = line.value.low if line is not None and isinstance(line.value, Amount) else None
        people = any(telling.person(m) is not None for m in telling.named(scene, last=figure.first))
        if line is not None and known is not None and not people and abs(int(known) - figure.number) <= _NEAR:
            yield telling.judged(scene, figure, line)


def _property(telling: Telling, scene: Scene, figure: Figure) -> str | None:
    """Return whether a figure counts wins or losses: by the noun behind it, or by the one that it numbers."""
    words, tokens = telling.words, scene.sentence.tokens
    behind = [t.norm for t in tokens[figure.last + 1 : figure.last + 2]] or [tokens[figure.last].norm]
    nouns = (*behind, (figure.value.noun or "").casefold())
    numbered = figure.first > 1 and tokens[figure.first - 1].norm in words.numbered
    for prop, counted, one in (
        ("wins", words.season_won, words.row_won),
        ("losses", words.season_lost, words.row_lost),
    ):
        if any(noun in counted for noun in nouns) or (numbered and tokens[figure.first - 2].norm in one):
            return prop
    return None


kind = Kind(find=_find, rank=14)
