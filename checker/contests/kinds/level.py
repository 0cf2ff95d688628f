"""Neither side ahead: "tied at 79 after three quarters", "level at 20-20", "bij rust was het gelijk (79-79)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.figures import bare_figure
from checker.contests.kinds.scores import scores_in
from checker.contests.parts import parts_named, score_at
from checker.factbase.model import Amount
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_FIGURE = 4
"""How many words behind "tied" the figure may stand."""
_MOMENT = 9
_NEAR_BY = 8


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.played:
        return
    tokens, words = scene.sentence.tokens, telling.words
    for first, last in phrases_in(tokens, words.level):
        near = tokens[max(0, first - 3) : last + 1]
        low = max((t.index + 1 for t in tokens[:first] if t.text in ",;:"), default=0)
        around = tokens[low : last + _MOMENT]
        denied = any(t.norm in telling.evidence.rules.negations for t in near)
        if denied or any(True for _ in phrases_in(around, (*words.passing, *words.time_left, *words.some_time))):
            continue
        reach = range(max(0, first - _MOMENT), last + 1 + _MOMENT)
        named = [p for p in parts_named(words, tokens, 0, len(tokens)) if p[1] in reach]
        told = [
            scores for part in named if (found := score_at(telling, contest, part, scene))[1] and (scores := found[0])
        ]
        if len(told) == 1:
            yield from _judged(telling, scene, (first, last), told[0])


def _judged(
    telling: Telling, scene: Scene, span: tuple[int, int], scores: tuple[Statement, Statement]
) -> Iterator[Finding]:
    tokens = scene.sentence.tokens
    score = next(((a, b) for a, b in scores_in(scene) if span[1] < a <= span[1] + _FIGURE), None)
    behind = [f for f in telling.figures(scene) if span[1] < f.first <= span[1] + _FIGURE]
    behind = [bare_figure(scene, index) for index in score] if score is not None else behind
    same = [f for f in behind if f.number == behind[0].number]
    numbers = [_number(s) for s in scores]
    if numbers[0] != numbers[1]:
        ui = telling.explainer.ui
        shown = " – ".join(f"{show_entity(telling.base, s.subject, ui)} {_number(s)}" for s in scores)
        where = (tokens[span[0]].start, tokens[span[1]].end)
        if telling.free_span(*where) and (same or not behind):
            yield telling.finding(scene, scores[0], where, right=False, expected=shown, key="winner", also=(scores[1],))
            telling.silence(same)
        return
    near = all(abs(f.number - numbers[0]) <= _NEAR_BY for f in same)
    if same == behind[: len(same)] and near:
        yield from (telling.judged(scene, f, scores[i]) for i, f in enumerate(same[:2]) if telling.free(f))


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=1)
