"""What went in of what was tried: "8-of-16 from the field", "six of his seven free throws", "negen uit twaalf"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contests.claims import Kind, Telling
from checker.contests.couples import couples, pairs_of
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_REACH = 6
"""How many words before and behind two figures may say what was tried."""


def _signalled(telling: Telling, scene: Scene, couple: tuple[Figure, Figure], pairs: dict[str, str]) -> list[str]:
    """Return what the words around two figures say was tried, the nearest behind them first."""
    made, tried = couple
    figures = telling.figures(scene)
    after = min((f.first for f in figures if f.first > tried.last), default=len(scene.sentence.tokens))
    before = max((f.last for f in figures if f.last < made.first), default=-1)
    behind: list[tuple[int, int, str]] = []
    ahead: list[tuple[int, int, str]] = []
    for part, whole in pairs.items():
        for cue in (*scene.cues.get(part, ()), *scene.cues.get(whole, ())):
            if cue.weight < 0.8:
                continue
            size = cue.first - cue.last
            if tried.last <= cue.first <= tried.last + _REACH and cue.first < after:
                behind.append((cue.first, size, part))
            elif made.first - _REACH <= cue.last < made.first and cue.first > before:
                ahead.append((made.first - cue.last, size, part))
            elif made.last <= cue.first <= tried.first:
                behind.append((cue.first, size, part))
    found = behind or ahead
    # "three-point attempts" are told from "attempts": the longest name at the nearest place.
    nearest = min((place for place, _, _ in found), default=0)
    longest = min((size for place, size, _ in found if place == nearest), default=0)
    overlapping = [part for place, size, part in found if place + 0 == nearest and size == longest]
    return list(dict.fromkeys(overlapping))


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    pairs = pairs_of(telling.base)
    if not pairs:
        return
    for made, tried in couples(telling.figures(scene), scene, telling.words):
        if not (telling.free(made) and telling.free(tried)):
            continue
        wanted = _signalled(telling, scene, (made, tried), pairs)
        yield from _judged(
            telling, scene, contest, (made, tried), {p: pairs[p] for p in wanted or pairs}, told=bool(wanted)
        )


def _judged(
    telling: Telling,
    scene: Scene,
    contest: Contest,
    couple: tuple[Figure, Figure],
    pairs: dict[str, str],
    *,
    told: bool,
) -> Iterator[Finding]:
    made, tried = couple
    lines: dict[str, list[tuple[Statement, Statement]]] = {}
    for part, whole in pairs.items():
        for holder, went_in in telling.of_all(contest, part).items():
            all_of = telling.line(contest, holder, whole)
            if all_of is not None:
                lines.setdefault(holder, []).append((went_in, all_of))
    meant = telling.subject(scene, made.first, tried.last, [found[0][0] for found in lines.values()])
    if meant is None:
        return
    subject = meant[0].subject
    segment = (max(0, made.first - 12), min(len(scene.sentence.tokens) - 1, tried.last + 8))
    if telling.evidence.occasions.of_less(subject, scene, segment):
        return
    own = lines[subject]
    exact = [pair for pair in own if (_number(pair[0]), _number(pair[1])) == (made.number, tried.number)]
    if not exact and not told:
        own = [pair for pair in own if _number(pair[1])]
    chosen: Sequence[tuple[Statement, Statement]] = exact[:1] or (own if len(own) == 1 else ())
    for went_in, all_of in chosen:
        yield telling.judged(scene, made, went_in, (meant[1],))
        yield telling.judged(scene, tried, all_of, (meant[1],))


def _number(statement: Statement) -> int:
    value = statement.value
    return int(value.low or 0) if isinstance(value, Amount) else -1


kind = Kind(find=_find, rank=1)
