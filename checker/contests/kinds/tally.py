"""Which win or loss of the season it was: "their 43rd loss", "de 35e overwinning van het seizoen", "op 33 om 30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.sides import named_sides, subject_side
from checker.contests.stretch import clause, said_of
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding

_LEAST = 11
"""Fewer can be wins over a rival, at home or in a row that the text has told of before."""
_NEAR = 4
"""How far off a number may be, and still be that count."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    main = telling.evidence.occasions.main
    if contest is None or contest is not main or contest.winner is None:
        return
    words, tokens = telling.words, scene.sentence.tokens
    for mention in scene.values:
        number = mention.value.number
        if mention.value.type != "ordinal" or number is None or number < _LEAST:
            continue
        noun = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        prop = "wins" if noun in words.row_won else "losses" if noun in words.row_lost else None
        around = said_of(telling.evidence, scene, mention.first, mention.last)
        other = (*words.in_a_row, *words.won_at_home, *words.won_away, *words.meeting, *words.career)
        if prop is None or any(True for _ in phrases_in(around, other)):
            continue
        low, high = clause(telling.evidence, scene, mention.first, mention.last)
        named = [(first, side) for first, _, side, _ in named_sides(telling, scene, contest, phrased=True)]
        sides = {side for first, side in named if low <= first < high} or {side for _, side in named}
        side = subject_side(telling, scene, contest, mention.first) if len(sides) != 1 else sides.pop()
        side = side or contest.winner if prop == "wins" else side
        line = telling.line(contest, side, prop) or telling.line(None, side, prop) if side is not None else None
        if line is None or not isinstance(line.value, Amount) or line.value.low is None:
            continue
        known = int(line.value.low)
        fits = (contest.winner == side) is (prop == "wins")
        if fits and abs(known - int(number)) <= _NEAR and telling.free_span(mention.start, mention.end):
            right = number == known
            yield telling.finding(
                scene,
                line,
                (mention.start, mention.end),
                right=right,
                repair=None if right else telling.reworded(mention.value, known),
            )


kind = Kind(find=_find, rank=14)
