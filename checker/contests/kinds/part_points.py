"""What a side scored in a part: "a 43-point fourth quarter", "scored 36 in the second", "in de rust 36 punten"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.parts import ORDER, part_scores, parts_named
from checker.contests.sides import named_sides
from checker.contests.stretch import another_day, clause
from checker.contests.words import since_moment
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_SCORED = ("points", "goals")
_BEHIND = 5
"""How many words behind a figure the part may begin ("36 points in the second half")."""
_AHEAD = 12
_VERB = 3
_SHARE = 0.6
"""A smaller share of what a side scored is taken for a part of it, and a larger one for something else."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.played:
        return
    parts = list(parts_named(telling.words, scene.sentence.tokens, 0, len(scene.sentence.tokens)))
    parts += _that_part(telling, scene, parts)
    if not parts:
        return
    for figure in telling.figures(scene):
        if figure.value.hedge == "exact" and telling.free(figure):
            yield from _judged(telling, scene, contest, figure, parts)


def _judged(
    telling: Telling, scene: Scene, contest: Contest, figure: Figure, parts: list[tuple[str, int, int]]
) -> Iterator[Finding]:
    words, tokens = telling.words, scene.sentence.tokens
    part = _part(telling, scene, figure, parts)
    side = _side(telling, scene, contest, figure)
    if part is None or side is None:
        return
    low, high = clause(telling.evidence, scene, figure.first, figure.last)
    # What is said of another part before it, or behind the next comma, says nothing of these points.
    low = max([low, *(p[2] + 1 for p in parts if p[2] < figure.first and p != part)])
    high = next((i for i in range(max(part[2], figure.last), high) if tokens[i].text == ","), high)
    around = tokens[min(low, part[1]) : max(high, part[2] + 1)]
    less = (
        *words.flurry,
        *words.some_time,
        *words.passing,
        *words.time_left,
        *words.part_side,
        *words.together,
        *words.best_yet,
    )
    if any(True for _ in phrases_in(around, less)) or another_day(around, contest.day, words.day_parts):
        return
    prop, start, end = part
    if since_moment(words, tokens, start, end):
        prop = "half_2_points"
    elif any(True for _ in phrases_in(tokens[start : end + 1], words.moments)):
        return
    if any(t.norm in (*words.entering, *words.up_to) for t in tokens[max(0, start - 2) : start]):
        return
    scores = part_scores(telling, contest, prop)
    if scores is None:
        return
    own = next(s for s in scores if s.subject == side)
    other = next(s for s in scores if s.subject != side)
    known = _number(own)
    if figure.number == _number(other) != known:
        return
    elsewhere = [p for p in _others(prop) if figure.number == _of(telling, contest, p, side)]
    again = any(True for _ in phrases_in(tokens[start : end + 1], words.that_part))
    if figure.number != known and len(elsewhere) == 1 and figure.first < start and not again:
        yield _other_part(telling, scene, (start, end), elsewhere[0], own)
        telling.silence((figure,))
        return
    if not known * _SHARE <= figure.number <= known / _SHARE:
        return
    yield telling.judged(scene, figure, own)


def _that_part(telling: Telling, scene: Scene, parts: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return the places where a sentence speaks again of the part named before ("20 points in that frame")."""
    found = []
    for first, last in phrases_in(scene.sentence.tokens, telling.words.that_part):
        before = [p for p in parts if p[2] < first]
        found += [(max(before, key=lambda p: p[2])[0], first, last)] if before else []
    return found


def _others(prop: str) -> tuple[str, ...]:
    return tuple(p for series in ORDER if prop in series for p in series if p != prop)


def _of(telling: Telling, contest: Contest, prop: str, side: str) -> int | None:
    line = telling.line(contest, side, prop)
    return _number(line) if line is not None else None


def _other_part(telling: Telling, scene: Scene, span: tuple[int, int], prop: str, own: Statement) -> Finding:
    """Return the finding that so many points were those of another part than the one that is named."""
    tokens = scene.sentence.tokens
    short = telling.words.short_spans.get(prop, ()) if span[0] == span[1] else ()
    right = (*short, *telling.words.spans[prop])[0]
    return telling.finding(
        scene,
        own,
        (tokens[span[0]].start, tokens[span[1]].end),
        right=False,
        expected=right,
        repair=right,
        key="part",
    )


def _part(
    telling: Telling, scene: Scene, figure: Figure, parts: list[tuple[str, int, int]]
) -> tuple[str, int, int] | None:
    """Return the one part in which a figure of points is said to have been scored."""
    tokens = scene.sentence.tokens
    points = any(p in _SCORED for p in telling.counted(figure, scene))
    near = tokens[max(0, figure.first - _VERB) : figure.first]
    scored = any(True for _ in phrases_in(near, telling.words.scored))
    if not points and not (scored and figure.value.noun is None):
        return None
    behind = [p for p in parts if figure.last < p[1] <= figure.last + 1 + _BEHIND]
    low, _ = clause(telling.evidence, scene, figure.first, figure.last)
    ahead = [p for p in parts if 0 < figure.first - p[2] <= _AHEAD and p[1] >= low]
    later = min((f.first for f in telling.figures(scene) if f.first > figure.last), default=len(tokens))
    behind = [p for p in behind if p[1] <= later]
    if not behind and len({p[0] for p in ahead}) > 1:
        return None
    return next(iter(behind or ahead), None)


def _side(telling: Telling, scene: Scene, contest: Contest, figure: Figure) -> str | None:
    """Return the side that scored: the last one named before a figure, with nobody and nothing else behind it."""
    before = [s for s in named_sides(telling, scene, contest) if s[1] < figure.first]
    if not before:
        return None
    _, last, side, mention = before[-1]
    others = list(telling.named(scene, first=last + 1, last=figure.first))
    people = [m for m in telling.named(scene, last=figure.first) if telling.person(m) is not None]
    behind = (mention is not None and telling.in_phrase(scene, mention)) or any(
        scene.sentence.tokens[i].text in ("'", "’", "'s", "’s") for i in range(last, min(last + 2, figure.first))
    )
    return None if others or people or behind else side


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=4)
