"""Wins and losses in a row: "third straight win", "lost two in a row", "ongeslagen in vier duels".

A row is counted backwards over the contests of a side, and only where one that broke it is known and the table declares
that it has every contest between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

_REACH = 7
"""How many words may stand between the number and what says that it is a row."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or contest.day is None or contest is not telling.evidence.occasions.main:
        return
    tokens = scene.sentence.tokens
    words = telling.words
    for first, last in phrases_in(tokens, words.in_a_row):
        near = [
            v
            for v in scene.values
            if v.value.type in ("count", "ordinal") and abs(v.first - (first if v.first < first else last)) <= _REACH
        ]
        if not near:
            continue
        number = min(near, key=lambda v: abs(v.first - first))
        low, high = min(number.first, first), max(number.last, last)
        around = tokens[max(0, low - _REACH) : high + 3]
        kinds = [
            name
            for name, phrases in (("won", words.row_won), ("lost", words.row_lost), ("unbeaten", words.row_unbeaten))
            if any(True for _ in phrases_in(around, phrases))
        ]
        sides = [m for m in telling.named(scene) if len(set(m.ids) & set(contest.sides)) == 1]
        near_by = [m for m in sides if m.last < low][-1:] or [m for m in sides if high < m.first <= high + _REACH][:1]
        side = next((i for m in near_by for i in m.ids if i in contest.sides), None)
        if {i for m in sides for i in m.ids} >= set(contest.sides) and contest.winner and kinds != ["unbeaten"]:
            # "beat the Reds for their third straight win": whose it is, the winning says.
            side = contest.other(contest.winner) if kinds == ["lost"] else contest.winner
        if len(kinds) != 1 or side is None or not telling.free_span(number.start, number.end):
            continue
        yield from _judged(telling, scene, contest, (side, kinds[0], number))


def _judged(telling: Telling, scene: Scene, contest: Contest, said: tuple[str, str, ValueMention]) -> Iterator[Finding]:
    side, kind_of, number = said
    row = _row(telling, contest, side, kind_of)
    if row is None or number.value.number is None:
        return
    if not row and number.value.number != 0:
        return  # somebody else's row, or another kind
    right = int(number.value.number) == len(row)
    statements = tuple(c.scores[side] for c in row)
    repair = None if right else telling.reworded(number.value, len(row))
    yield telling.finding(
        scene,
        statements[0],
        (number.start, number.end),
        right=right,
        expected=str(len(row)),
        repair=repair,
        key=None if right else "in_a_row",
        also=statements[1:],
    )


def _row(telling: Telling, contest: Contest, side: str, kind_of: str) -> list[Contest] | None:
    """Return the contests of a row up to one, the latest first; None where its beginning is not known."""
    past = [c for c in telling.base.contests if side in c.sides and c.day is not None and c.played]
    past = [c for c in past if contest.day is not None and c.day is not None and c.day.first <= contest.day.last]
    row: list[Contest] = []
    for game in sorted(past, key=lambda c: c.day.first.toordinal() if c.day else 0, reverse=True):
        holds = {
            "won": game.winner == side,
            "lost": game.winner == game.other(side),
            "unbeaten": game.winner != game.other(side),
        }[kind_of]
        if not holds:
            return row
        if not game.scores[side].complete and game is not contest:
            return None
        row.append(game)
    return None


kind = Kind(find=_find, rank=9)
