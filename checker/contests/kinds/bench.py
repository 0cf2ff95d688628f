"""What all who came in later scored: "the Reds' bench scored 30 points", "outscored their reserves 30-19".

Only where the rows of the side add up to its score, so that nobody is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.figures import bare_figure
from checker.contests.kinds.lineup import started
from checker.contests.kinds.scores import scores_in
from checker.contests.kinds.squads import rows_of
from checker.contests.parts import total
from checker.contests.sides import named_sides
from checker.contests.stretch import clause
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_SCORED = ("points", "goals")
_FAR = 12
_OF = 3
"""How many words may stand between "the bench" and whose it is ("de bank van de Reds")."""
_NEAR_BY = 9
"""How many points off a score of two benches may be, and still be that score."""
_VERB = 4
"""How many words may stand between "the bench" and a bare figure ("the bench managed just 15")."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    nouns = list(phrases_in(scene.sentence.tokens, telling.words.bench_nouns))
    sides = [(first, side) for first, _, side, _ in named_sides(telling, scene, contest, phrased=True)]
    if not nouns or not sides:
        return
    yield from _compared(telling, scene, contest, nouns)
    for first, last in nouns:
        owner = _owner(telling, scene, sides, first, last)
        if owner is not None and not _of_less(telling, scene, first, last):
            yield from _judged(telling, scene, contest, owner, (first, last))


def _total(telling: Telling, contest: Contest, side: str) -> Statement | None:
    """Return what those of a side who came in later scored together."""
    own = rows_of(telling, contest, side)
    lines = [line for line in (own or {}).values() if started(telling, contest, line.subject) is False]
    return total(lines) if lines else None


def _compared(telling: Telling, scene: Scene, contest: Contest, nouns: list[tuple[int, int]]) -> Iterator[Finding]:
    """Judge a score of the two benches ("outscored the Reds' bench 42-34")."""
    tokens, words = scene.sentence.tokens, telling.words
    benches = [_total(telling, contest, side) for side in contest.sides]
    for one, other in scores_in(scene):
        low, high = clause(telling.evidence, scene, one, other)
        near = [n for n in nouns if low <= n[0] < high]
        outscored = any(True for _ in phrases_in(tokens[low:high], (*words.outscored, *words.won_part)))
        less = (*words.other_time, *words.spans["quarter_4_points"], *words.spans["half_1_points"])
        if not near or not (outscored or len(near) > 1) or any(True for _ in phrases_in(tokens[low:high], less)):
            continue
        if any(t.text == "(" for t in tokens[low:one]):
            continue  # the figures of somebody
        lines = sorted((b for b in benches if b is not None), key=_number, reverse=True)
        pair = sorted((bare_figure(scene, one), bare_figure(scene, other)), key=lambda f: -f.number)
        near_by = all(abs(f.number - _number(s)) <= _NEAR_BY for f, s in zip(pair, lines, strict=False))
        if len(lines) == len(pair) and near_by:
            yield from (telling.judged(scene, f, s) for f, s in zip(pair, lines, strict=True) if telling.free(f))


def _owner(telling: Telling, scene: Scene, sides: list[tuple[int, str]], first: int, last: int) -> str | None:
    """Return whose bench is meant: the side beside it, else the only one of the sentence, or of its clause."""
    tokens = scene.sentence.tokens
    behind = [s for start, s in sides if last < start <= last + _OF and tokens[last + 1].norm in telling.words.of_side]
    beside = [s for start, s in sides if first - _OF <= start < first]
    if behind or beside:
        return (behind or beside)[0]
    low, high = clause(telling.evidence, scene, first, last)
    own = {s for start, s in sides if low <= start < high} or {s for _, s in sides}
    return own.pop() if len(own) == 1 else None


def _of_less(telling: Telling, scene: Scene, first: int, last: int) -> bool:
    words = telling.words
    low, high = clause(telling.evidence, scene, first, last)
    tokens = scene.sentence.tokens[low:high]
    named = any(low <= m.first < first and telling.person(m) is not None for m in telling.named(scene))
    less = (*words.other_time, *words.together, *words.margin_words)
    return named or any(True for _ in phrases_in(tokens, less))


def _judged(telling: Telling, scene: Scene, contest: Contest, side: str, noun: tuple[int, int]) -> Iterator[Finding]:
    low, high = clause(telling.evidence, scene, *noun)
    beside = [f for f in telling.figures(scene) if low <= f.first < high and -_FAR < f.first - noun[1] < _FAR]
    counted = [f for f in beside if any(p in _SCORED for p in telling.counted(f, scene)) and telling.free(f)]
    bare = [f for f in beside if 0 < f.first - noun[1] <= _VERB and f.value.noun is None]
    of = [f for f in beside if _is_part(telling, scene, f, counted)]
    found = of or (counted or [f for f in bare if _scored(telling, scene, noun[1], f)])
    line = _total(telling, contest, side)
    if len(found) != 1 or line is None or not telling.free(found[0]) or found[0].value.hedge != "exact":
        return
    yield telling.judged(scene, found[0], line)
    yield from _other(telling, scene, contest, side, found[0])


def _is_part(telling: Telling, scene: Scene, figure: Figure, wholes: list[Figure]) -> bool:
    """Whether a figure is a part of the one behind it ("42 of their 125 points")."""
    tokens = scene.sentence.tokens
    behind = tokens[figure.last + 1].norm if figure.last + 1 < len(tokens) else ""
    return behind in telling.words.of and any(0 < w.first - figure.last <= _OF for w in wholes)


def _scored(telling: Telling, scene: Scene, last: int, figure: Figure) -> bool:
    """Whether nothing but a verb of scoring stands between a bench and a bare figure."""
    tokens = scene.sentence.tokens
    after = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    between = [t.norm for t in tokens[last + 1 : figure.first] if t.norm not in telling.words.adding_small]
    told = len(between) == 1 and between[0] in (*telling.words.scored, *telling.words.adding)
    return told and (after is None or not after.text[0].isalnum())


def _other(telling: Telling, scene: Scene, contest: Contest, side: str, told: Figure) -> Iterator[Finding]:
    """Judge the bench of the other side, of which only the figure is told ("die van de Reds 34")."""
    tokens = scene.sentence.tokens
    for first, last, other, _ in named_sides(telling, scene, contest, phrased=True):
        before = [t.norm for t in tokens[max(0, first - _OF) : first]]
        that = any(" ".join(before[i : i + 2]) in telling.words.that_of for i in range(len(before)))
        bare = last + 1 < len(tokens) and tokens[last + 1].text.isdecimal()
        figure = bare_figure(scene, last + 1) if bare else None
        line = _total(telling, contest, other)
        if other != side and first > told.last and that and figure is not None and line is not None:
            yield telling.judged(scene, figure, line)


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=0)
