"""What two or more had between them: "Price and Hall combined for 51 points", "samen goed voor zestien doelpunten"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.parts import total
from checker.contests.sides import named_sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_BETWEEN = 4
_SEVERAL = 2
_OF = 6
"""How many words may stand between a part and its whole."""
_BEHIND = 10
"""How many words may stand between "together" and the figure."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    tokens = scene.sentence.tokens
    for start, end in phrases_in(tokens, telling.words.together):
        yield from _sums(telling, scene, contest, start, end)


def _sums(telling: Telling, scene: Scene, contest: Contest, start: int, end: int) -> Iterator[Finding]:
    """Yield the findings of the figures behind "together", which stand at the tokens `start` to `end`."""
    tokens = scene.sentence.tokens
    partitives = telling.evidence.rules.partitives
    for figure in [f for f in telling.figures(scene) if end < f.first <= end + _BEHIND][:_SEVERAL]:
        if not telling.free(figure) or figure.value.hedge != "exact":
            continue
        between = tokens[end + 1 : figure.first]
        after = list(takewhile(lambda t: t.text not in ",;:", tokens[figure.last + 1 : figure.last + 8]))
        less = (*telling.words.other_time, *telling.words.part_time)
        if any(t.text in ";:" for t in between) or any(True for _ in phrases_in((*between, *after), less)):
            continue
        mentions = _joined(list(telling.named(scene, last=figure.first)), tokens, start)
        people = list(dict.fromkeys(p for m in mentions if (p := telling.person(m)) is not None))
        counts = telling.counted(figure, scene) or _of_all(telling, scene, figure)
        if not people and _are_both(telling, scene, contest, start):
            people = list(contest.sides)
        if len(people) < _SEVERAL:
            telling.silence((figure,))
        for prop in counts:
            lines = [telling.line(contest, person, prop) for person in people]
            known: list[Statement] = [line for line in lines if line is not None]
            if len(known) == len(people) > 1:
                yield telling.judged(scene, figure, total(known))
                break
        behind = tokens[figure.last + 1].norm if figure.last + 1 < len(tokens) else ""
        later = next((f.first for f in telling.figures(scene) if f.first > figure.last), len(tokens))
        if behind in partitives or any(True for _ in telling.named(scene, first=figure.last, last=later)):
            return  # "51 of the Reds' 113 points"


def _of_all(telling: Telling, scene: Scene, figure: Figure) -> list[str]:
    """Return what is counted where the figure is a part of the next one ("51 of the Reds' 113 points")."""
    tokens = scene.sentence.tokens
    later = next((f for f in telling.figures(scene) if f.first > figure.last), None)
    behind = tokens[figure.last + 1].norm if figure.last + 1 < len(tokens) else ""
    if later is None or behind not in telling.evidence.rules.partitives or later.first - figure.last > _OF:
        return []
    return telling.counted(later, scene)


def _are_both(telling: Telling, scene: Scene, contest: Contest, start: int) -> bool:
    """Whether both sides are meant: by their names, or as "the teams"."""
    before = scene.sentence.tokens[:start]
    named = {side for first, _, side, _ in named_sides(telling, scene, contest) if first < start}
    return named == set(contest.sides) or any(True for _ in phrases_in(before, telling.words.sides))


def _joined(mentions: list[EntityMention], tokens: Sequence[Token], start: int) -> list[EntityMention]:
    """Return the mentions of the last list of names; those in a clause before it have nothing to do with the sum."""
    before = [m for m in mentions if m.last < start] or mentions
    found = before[-1:]
    for mention in reversed(before[:-1]):
        between = tokens[mention.last + 1 : found[0].first]
        if len(between) > _BETWEEN:
            break
        if any(t.text == ";" for t in between):
            break
        found.insert(0, mention)
    return found


kind = Kind(find=_find, rank=3)
