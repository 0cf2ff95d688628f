"""How many saw it: a figure that a contest has once, whoever the sentence is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding

_OF_ALL = "visitors"
_FEW, _MANY = 200, 1000
"""Which figures behind "in front of" are of those who watch, alone and with another noun."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    known = [*telling.of_all(contest, _OF_ALL).values(), *telling.base.facts_of(contest.id, _OF_ALL)]
    tokens = scene.sentence.tokens
    for figure in telling.figures(scene):
        crowd = [c for c in scene.cues.get(_OF_ALL, ()) if c.weight == 1.0 and 0 < figure.first - c.last <= 2]
        fans = (figure.value.noun or "").casefold() in telling.words.crowd
        before = [last for _, last in phrases_in(tokens[: figure.first], telling.words.in_front_of)]
        alone = figure.value.noun is None or figure.number >= _MANY
        front = bool(before) and before[-1] == figure.first - 1 and alone and figure.number >= _FEW
        crowd = crowd if figure.value.noun is None else []  # "the visitors had 39 rebounds"
        counted = fans or crowd or front or _OF_ALL in telling.counted(figure, scene)
        headed = bool(tokens) and tokens[0].norm in telling.words.attendance and len(telling.figures(scene)) == 1
        counted = counted or (headed and figure.number >= _FEW)
        if len(known) != 1 or not counted or not telling.free(figure) or figure.value.hedge != "exact":
            continue
        away = (*telling.words.other_time, *telling.evidence.rules.capacities)
        near = tokens[max(0, figure.first - 6) : figure.last + 8]
        summed = any(True for _ in phrases_in(near, telling.words.sums))
        if figure.value.role == "amount" and not summed and not any(t.norm in away for t in near):
            yield telling.judged(scene, figure, known[0])


kind = Kind(find=_find, rank=8)
