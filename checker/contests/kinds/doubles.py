"""Double-doubles and triple-doubles: in how many of the counts of a row somebody reached ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_COUNTED = ("points", "rebounds", "assists", "steals", "blocks")
_TEN = 10
_NAMES = {2: "double-double", 3: "triple-double"}
_BEFORE = 5


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    tokens = scene.sentence.tokens
    words = telling.words
    for number, names in ((2, words.double), (3, words.triple)):
        for first, last in phrases_in(tokens, names):
            near = tokens[max(0, first - _BEFORE) : first]
            if any(t.norm in (*words.nearly, *telling.evidence.rules.negations) for t in near):
                continue
            lines = [line for line in telling.of_all(contest, "rebounds").values() if telling.human(line.subject)]
            meant = telling.subject(scene, first, last, lines)
            if meant is None or meant[1].start in telling.wrong_names or (meant[1].start >= tokens[last].end):
                continue
            own = [line for p in _COUNTED if (line := telling.line(contest, meant[0].subject, p)) is not None]
            reached = [line for line in own if _number(line) >= _TEN]
            if len(own) < len(_NAMES) + 1 or len(reached) == number:
                continue
            most = sorted(own, key=_number, reverse=True)[: max(number, len(reached))]
            yield telling.finding(
                scene,
                (reached or own)[0],
                (tokens[first].start, tokens[last].end),
                right=False,
                expected=", ".join(f"{_number(line)} {telling.explainer.label(line)}" for line in most),
                repair=_NAMES.get(len(reached)),
                key="doubles",
                parts=(meant[1],),
                also=tuple((reached or own)[1:]),
            )


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=6)
