"""How far sides are apart in a table: "five points clear of the Reds", "two behind the leaders", "volgt op twee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_OTHER = 5
"""How many words behind "clear of" the other side may be named."""
_NOUN = 3


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is not None and telling.of_all(contest, "points"):
        return  # where points are scored, two sides are apart by these
    table = telling.of_season("points")
    ranks = telling.of_season("ranking")
    if len(table) < 2 or not set(table) <= set(ranks):
        return
    leader = next((team for team in table if _number(ranks[team]) == 1), None)
    words, tokens = telling.words, scene.sentence.tokens
    for figure in telling.figures(scene):
        counted = telling.counted(figure, scene)
        if (counted and "points" not in counted) or not telling.free(figure):
            continue
        near = tokens[figure.last + 1 : figure.last + 1 + _NOUN]
        apart = [last for _, last in phrases_in(near, words.apart)]
        ahead = tokens[max(0, figure.first - _NOUN) : figure.first]
        follows = [last for _, last in phrases_in(ahead, words.follows_at)]
        if not apart and not (follows and follows[-1] == len(ahead) - 1):
            continue
        end = figure.last + 1 + apart[0] if apart else figure.last
        pair = _pair(telling, scene, (figure.first, end), table, leader)
        if pair is None:
            telling.silence((figure,))
        elif figure.value.hedge == "exact":
            yield _judged(telling, scene, figure, pair)


def _pair(
    telling: Telling, scene: Scene, span: tuple[int, int], table: dict[str, Statement], leader: str | None
) -> tuple[Statement, Statement] | None:
    """Return the points of the side that is spoken of, and of the one that it is apart from.

    `span` is the figure with the words of the distance; `leader` is meant by "behind the leaders".
    """
    tokens = scene.sentence.tokens
    teams = [m for m in telling.named(scene) if len(m.ids) == 1 and m.ids[0] in table]
    before = [m for m in teams if m.last < span[0] and not telling.in_phrase(scene, m)]
    near = range(span[1] + 1, span[1] + 1 + _OTHER)
    behind = [m.ids[0] for m in teams if m.first in near]
    leaders = any(True for _ in phrases_in(tokens[near.start : near.stop], telling.words.leaders))
    own = {m.ids[0] for m in before}
    other = behind[0] if behind else (leader if leaders else None)
    if len(own) != 1 or other is None or other in own:
        return None
    return table[own.pop()], table[other]


def _judged(telling: Telling, scene: Scene, figure: Figure, pair: tuple[Statement, Statement]) -> Finding:
    numbers = [_number(line) for line in pair]
    gap = abs(numbers[0] - numbers[1])
    right = figure.number == gap
    return telling.finding(
        scene,
        pair[0],
        (figure.start, figure.end),
        right=right,
        expected=f"{gap} ({numbers[0]}-{numbers[1]})",
        repair=None if right else telling.reworded(figure.value, gap),
        key=None if right else "counted_rows",
        also=(pair[1],),
    )


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=0)
