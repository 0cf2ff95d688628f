"""By how much: "a six-point lead, 59-53", "up 17 heading into the fourth", "een voorsprong van elf punten"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.scores import scores_in
from checker.contests.parts import part_scores, parts_named, score_at
from checker.contests.stretch import another_day, said_of
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_NOUN = 3
"""How many words may stand between a figure and what it is ("a six - point lead", "voorsprong van elf punten")."""
_SCORE = 4
"""How many words may stand between a lead and the score that it comes of."""
_MOMENT = 7
_SCORED = ("points", "goals")
_WON = 8


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.played:
        return
    for figure in telling.figures(scene):
        if figure.value.hedge == "exact" and telling.free(figure):
            scores = _scores(telling, scene, contest, figure)
            if scores is not None:
                yield _judged(telling, scene, figure, scores)


def _scores(telling: Telling, scene: Scene, contest: Contest, figure: Figure) -> tuple[Statement, Statement] | None:
    """Return the two scores whose difference a figure is; None where it is no difference, or of some other moment."""
    words, tokens = telling.words, scene.sentence.tokens
    small = next((i for i in range(figure.first, 0, -1) if tokens[i - 1].norm not in words.adding_small), 0)
    near = tokens[max(0, small - _NOUN) : small]  # "trailed by only three"
    behind = tokens[figure.last + 1 : figure.last + 1 + _NOUN]
    around = said_of(telling.evidence, scene, figure.first, figure.last)
    final = (contest.scores[contest.sides[0]], contest.scores[contest.sides[1]])
    if any(True for _ in phrases_in(around, (*words.some_time, *words.best_yet))):
        return None
    strangers = any(not m.ids and m.first > figure.last for m in scene.entities)  # "lost by 22 to the Unknowns"
    if strangers or another_day(around, contest.day, words.day_parts):
        return None
    is_main = telling.evidence.occasions.main is contest
    points = any(p in _SCORED for p in telling.counted(figure, scene))
    hyphened = points and bool(behind) and behind[0].text == "-"  # "an 11-point win"
    counted = points or figure.value.noun is None
    of = any(t.norm in words.lead_of for t in near[-1:])
    said = behind if hyphened else near if counted and of else ()
    if any(t.norm in words.results for t in said):
        return final if is_main else None
    by = any(t.norm in words.by_so_much for t in near[-1:])
    won_by = (*words.won_by, *words.beat, *words.lost)
    if by and any(True for _ in phrases_in(tokens[max(0, figure.first - _WON) : figure.first], won_by)):
        return final if is_main and counted else None
    lead = any(t.norm in words.leads for t in said)
    noun = 1 if points and figure.value.noun is not None else 0
    standing = (*near[-1:], *behind[noun : noun + 1])  # "up six", "six points down"
    ahead = (points or not telling.counted(figure, scene)) and any(t.norm in words.margin for t in standing)
    if not (lead or ahead):
        return None
    beside = [
        (a, b)
        for a, b in scores_in(scene)
        if figure.last < a <= figure.last + _NOUN + _SCORE or b < figure.first <= b + _SCORE
    ]
    reach = min(len(tokens), figure.last + 1 + _MOMENT)
    told = (score_at(telling, contest, part, scene) for part in parts_named(words, tokens, figure.last + 1, reach))
    moments = [scores for scores, so_far in told if so_far and scores is not None]
    moments = moments or _moment_before(telling, scene, contest, figure)
    if moments and all(b < figure.first for _, b in beside):
        return moments[0]  # "led 55-54 at halftime and were two points behind going into the fourth quarter"
    if len(beside) == 1:
        return _stated(telling, scene, contest, beside[0])
    return moments[0] if moments and not beside else None


def _moment_before(
    telling: Telling, scene: Scene, contest: Contest, figure: Figure
) -> list[tuple[Statement, Statement]]:
    """Return the scores at the moment right before a figure ("entered the fourth trailing by three")."""
    tokens = scene.sentence.tokens
    low = max(0, figure.first - _MOMENT)
    apart = (",", ";", ":", *telling.evidence.rules.coordinators)
    for part in parts_named(telling.words, tokens, low, figure.first):
        between = tokens[part[2] + 1 : figure.first]
        scores, so_far = score_at(telling, contest, part, scene)
        alone = not any(part[2] < f.first < figure.first for f in telling.figures(scene))
        if scores is not None and so_far and alone and not any(t.norm in apart for t in between):
            return [scores]
    return []


def _stated(
    telling: Telling, scene: Scene, contest: Contest, score: tuple[int, int]
) -> tuple[Statement, Statement] | None:
    """Return the scores that a text gives itself, where a part or the whole of the contest has them."""
    tokens = scene.sentence.tokens
    said = sorted((int(tokens[score[0]].text), int(tokens[score[1]].text)))
    known = [(contest.scores[contest.sides[0]], contest.scores[contest.sides[1]])]
    for prop in telling.words.spans:
        found = (part_scores(telling, contest, prop, so_far=so_far) for so_far in (False, True))
        known.extend(pair for pair in found if pair is not None)
    return next((pair for pair in known if sorted(map(_number, pair)) == said), None)


def _judged(telling: Telling, scene: Scene, figure: Figure, scores: tuple[Statement, Statement]) -> Finding:
    numbers = sorted(map(_number, scores), reverse=True)
    margin = numbers[0] - numbers[1]
    right = figure.number == margin
    return telling.finding(
        scene,
        scores[0],
        (figure.start, figure.end),
        right=right,
        expected=f"{margin} ({numbers[0]}-{numbers[1]})",
        repair=None if right else telling.reworded(figure.value, margin),
        key=None if right else "counted_rows",
        also=(scores[1],),
    )


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=3)
