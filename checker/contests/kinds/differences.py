"""How many more one side had than the other: "grabbed 13 more rebounds than the Reds", "zes keer minder balverlies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.nouns import named_by
from checker.contests.sides import named_sides, subject_side
from checker.contests.stretch import another_day, clause
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_NEAR = 3
"""How many words may stand between a figure and "more"."""
_THAN = 6
"""How many words behind "more" the other side may stand."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.id:
        return
    tokens, words = scene.sentence.tokens, telling.words
    for figure in telling.figures(scene):
        if figure.value.hedge != "exact" or not telling.free(figure):
            continue
        behind = tokens[figure.last + 1 : figure.last + 1 + _NEAR]
        more = next((t for t in behind if t.norm in (*words.more, *words.fewer)), None)
        than = next((t for t in tokens[figure.last + 1 :] if t.norm in words.than), None)
        if more is None or than is None or than.index - more.index > _THAN:
            continue
        prop = _property(telling, scene, figure, tokens[figure.last + 1 : than.index])
        sides = _sides(telling, scene, contest, figure, than.index)
        low, high = clause(telling.evidence, scene, figure.first, figure.last)
        around = tokens[low : max(high, than.index)]
        less = (*words.other_time, *words.part_time, *words.part_side, *words.some_time)
        if prop is None or sides is None or any(True for _ in phrases_in(around, less)):
            continue
        if another_day(around, contest.day, words.day_parts):
            continue
        own, other = (telling.line(contest, side, prop) for side in sides)
        if own is not None and other is not None:
            yield _judged(telling, scene, figure, more, (own, other))


def _property(telling: Telling, scene: Scene, figure: Figure, between: Sequence[Token]) -> str | None:
    counted = telling.counted(figure, scene)
    known = [p for p in counted if telling.base.by_property.get(p)]
    if len(known) == 1:
        return known[0]
    named = [found for token in between if (found := named_by(telling, scene, token))]
    if not named:  # "24 turnovers, six fewer than the Reds"
        earlier = [telling.counted(f, scene) for f in telling.figures(scene) if f.first < figure.first]
        named = earlier[-1] if earlier and len(earlier[-1]) == 1 else []
    return named[0] if named else None


def _sides(telling: Telling, scene: Scene, contest: Contest, figure: Figure, than: int) -> tuple[str, str] | None:
    """Return the side that has more or less, and the one that it is compared with."""
    tokens = scene.sentence.tokens
    named = [s for s in named_sides(telling, scene, contest, phrased=True) if than < s[0] <= than + _NEAR]
    opponents = any(True for _ in phrases_in(tokens[than + 1 : than + 1 + _NEAR], telling.words.opponents))
    own = subject_side(telling, scene, contest, figure.first)
    people = [m for m in telling.named(scene, last=figure.first) if telling.person(m) is not None]
    if own is None or people or not (opponents or (named and named[0][2] != own)):
        return None
    return own, contest.other(own)


def _judged(telling: Telling, scene: Scene, figure: Figure, more: Token, lines: tuple[Statement, Statement]) -> Finding:
    numbers = [int(s.value.low or 0) if isinstance(s.value, Amount) else 0 for s in lines]
    gap = numbers[0] - numbers[1] if more.norm in telling.words.more else numbers[1] - numbers[0]
    right = figure.number == gap
    turned = gap < 0
    span = (more.start, more.end) if turned else (figure.start, figure.end)
    return telling.finding(
        scene,
        lines[0],
        span,
        right=right,
        expected=f"{abs(gap)} ({numbers[0]}-{numbers[1]})",
        repair=telling.words.opposites.get(more.norm) if turned else telling.reworded(figure.value, gap),
        key=None if right else "counted_rows",
        also=(lines[1],),
    )


kind = Kind(find=_find, rank=0)
