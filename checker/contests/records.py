"""The wins and losses of a season: "the Reds (12-7)", "improved to 12-7", "een balans van 12-7"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.readings import Reading, number_of
from checker.contests.sides import sides_of_city, subject_side

if TYPE_CHECKING:
    from checker.contests.claims import Telling
    from checker.mentions import Scene

_MORE_PLAYED = 3
"""How many games a record in brackets may be off, and still be that record."""


def record(telling: Telling, scene: Scene, team: str | None, first: int, said: tuple[int, int]) -> Reading | None:
    """Return the wins and losses of the team that a pair stands right behind, or that has "improved to" it."""
    tokens = scene.sentence.tokens
    main = telling.evidence.occasions.main
    if team is None:
        verbs = (*telling.words.record, *telling.words.improved)
        ends = {end for _, end in phrases_in(tokens[:first], verbs)}
        if first - 1 not in ends or _restricted(telling, scene, first + 3):
            return None
        team = _spoken_of(telling, scene, first)
    if team is None:
        return None
    if main is not None:
        team = next(iter(sides_of_city(telling, main, team)), team)
    won, lost = (telling.line(None, team, prop) for prop in ("wins", "losses"))
    if main is not None:
        won = won or telling.line(main, team, "wins")
        lost = lost or telling.line(main, team, "losses")
    if won is None or lost is None:
        return None
    played = number_of(won) + number_of(lost)
    return Reading((won, lost), ordered=True, sure=abs(said[0] + said[1] - played) <= _MORE_PLAYED)


def _spoken_of(telling: Telling, scene: Scene, first: int) -> str | None:
    """Return the team that has "improved to" the figures at a token: of both sides of a contest the subject."""
    main = telling.evidence.occasions.main
    named = [m for m in telling.named(scene, last=first - 1) if any(not telling.human(i) for i in m.ids)]
    named = [m for m in named if not telling.in_phrase(scene, m)] or named  # "at the Dome, improving to 12-7"
    if main is not None and len({m.ids[0] for m in named} & set(main.sides)) > 1 and named[-1].ids[0] in main.sides:
        return subject_side(telling, scene, main, first)  # "the Reds beat the Blues, improving to 12-7"
    return named[-1].ids[0] if named else None


def _restricted(telling: Telling, scene: Scene, behind: int) -> bool:
    """Whether wins and losses are those of some games only ("are 15-4 when leading", "are 9-3 on the road")."""
    near = [t.norm for t in scene.sentence.tokens[behind : behind + 3]]
    rules = telling.evidence.rules
    narrows = bool(near) and near[0] in (*rules.clause_openers, *telling.evidence.prepositions)
    if len(near) > 1 and near[0] in (*telling.words.accompanied, *telling.words.after_it):
        narrows = not any(word in telling.words.results for word in near[1:])  # "improved to 14-5 with the win"
    return narrows and not any(word in telling.words.seasons for word in near)
