"""How many of a side did something: "all five starters scored in double figures", "the only starter under ten".

Only where the rows of the side add up to its score, so that nobody is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.lineup import started
from checker.contests.sides import named_sides
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_TEN = 10
_SCORED = ("points", "goals")
_FAR = 12
_NEAR = 5


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    sides = [(first, side) for first, _, side, _ in named_sides(telling, scene, contest)]
    if not sides:
        return
    yield from _starters(telling, scene, contest, sides)
    yield from _players(telling, scene, contest)


def rows_of(telling: Telling, contest: Contest, side: str) -> dict[str, Statement] | None:
    """Return what every player of a side scored; None where the rows do not add up to what the side scored."""
    for prop in _SCORED:
        own = {
            person: line
            for person, line in telling.of_all(contest, prop).items()
            if telling.human(person) and telling.side_of(person, contest) == side
        }
        if own and contest.played and sum(map(_number, own.values())) == contest.score(side):
            return own
    return None


def _starters(telling: Telling, scene: Scene, contest: Contest, sides: list[tuple[int, str]]) -> Iterator[Finding]:
    """Judge how many starters of a side scored ten or more."""
    tokens = scene.sentence.tokens
    words = telling.words
    reached = [first for first, _ in phrases_in(tokens, words.double_figures)]
    if not reached:
        return
    for figure in telling.figures(scene):
        after = tokens[figure.last + 1 : figure.last + 1 + 5]
        nouns = [t.index for t in after if t.norm in words.starter_nouns]
        if not nouns or figure.number > _TEN or not nouns[0] < reached[0] <= nouns[0] + _FAR:
            continue
        near = [side for first, side in sides if abs(first - figure.first) <= _FAR and first < reached[0] + _FAR]
        if len(set(near)) != 1 or not telling.free(figure):
            continue
        own = rows_of(telling, contest, near[0])
        lines = [line for line in (own or {}).values() if started(telling, contest, line.subject)]
        if not lines:
            continue
        hits = [line for line in lines if _number(line) >= _TEN]
        between = any(nouns[0] < f.first < reached[0] for f in telling.figures(scene))
        if between:
            continue  # "four starters with 13 or more points and five in double figures"
        joined = any(f is not figure and figure.first - 3 <= f.last < figure.first for f in telling.figures(scene))
        if joined or (figure.number == len(lines) and _part_of(telling, scene, figure)):
            continue
        yield _counted(telling, scene, figure, hits or lines, len(hits))


def _players(telling: Telling, scene: Scene, contest: Contest) -> Iterator[Finding]:
    """Judge how many players of a side scored ten or more ("led six Reds in double figures")."""
    tokens = scene.sentence.tokens
    for reached, _ in phrases_in(tokens, telling.words.double_figures):
        for figure in telling.figures(scene):
            behind = [s for s in named_sides(telling, scene, contest) if s[0] == figure.last + 1]
            close = 0 < reached - figure.last <= _NEAR
            if not behind or not close or figure.number > _TEN or not telling.free(figure):
                continue
            between = tokens[behind[0][1] + 1 : reached]
            own = rows_of(telling, contest, behind[0][2])
            some = any(t.norm in (*telling.words.starter_nouns, *telling.words.bench_nouns) for t in between)
            if own is None or some or figure.value.hedge != "exact" or figure.value.role == "part":
                continue
            hits = [line for line in own.values() if _number(line) >= _TEN]
            yield _counted(telling, scene, figure, hits or list(own.values()), len(hits))


def _part_of(telling: Telling, scene: Scene, figure: Figure) -> bool:
    """Whether a figure only says how many there are ("four of the five starters")."""
    before = [t.norm for t in scene.sentence.tokens[max(0, figure.first - 2) : figure.first]]
    return any(word in telling.words.of for word in before)


def _counted(telling: Telling, scene: Scene, figure: Figure, lines: list[Statement], number: int) -> Finding:
    right = figure.number == number
    return telling.finding(
        scene,
        lines[0],
        (figure.start, figure.end),
        right=right,
        expected=str(number),
        repair=None if right else telling.reworded(figure.value, number),
        key=None if right else "counted_rows",
        also=tuple(lines[1:]),
    )


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=0)
