"""On which day of the week it was: "beat the Reds on Tuesday", against the day of the contest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.scores import scores_in
from checker.contests.sides import named_sides
from checker.contests.stretch import weekdays_in
from checker.wording import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.analysis import Token
    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding

_AFTER = 7
"""How many words before a weekday "after" may stand, by which it is another day ("after a win on Monday")."""
_OPENING = 4
"""How many sentences at the beginning tell on which day it was."""


def renamed(telling: Telling, token: Token, day: int) -> str:
    """Return a token with another weekday in it."""
    names = messages(telling.explainer.language).weekdays
    own = next((name for name in names if token.norm.startswith(name.casefold())), token.norm)
    right = names[day] + token.text[len(own) :]
    return right if token.capital else right[:1].lower() + right[1:]


def wrong_day(telling: Telling, scene: Scene, contest: Contest, token: Token, statement_of: Contest) -> Finding:
    """Return the finding that a contest was, or will be, on another weekday."""
    assert contest.day is not None
    names = messages(telling.explainer.language).weekdays
    right = renamed(telling, token, contest.day.first.weekday())
    line = next(iter(contest.scores.values()), None) or next(iter(statement_of.scores.values()))
    return telling.finding(
        scene,
        line,
        (token.start, token.end),
        right=False,
        expected=f"{names[contest.day.first.weekday()]} ({contest.day.first.isoformat()})",
        repair=right,
        key="game_day",
    )


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    main = telling.evidence.occasions.main
    if main is None or main.day is None or not main.played or main.day.first != main.day.last:
        return
    if scene.index > _OPENING:
        return
    tokens = scene.sentence.tokens
    words = telling.words
    days = weekdays_in(tokens, words.day_parts)
    sides = {side for _, _, side, _ in named_sides(telling, scene, main)}
    scores = {main.score(side) for side in main.sides}
    final = any({int(tokens[a].text), int(tokens[b].text)} & scores for a, b in scores_in(scene))
    told = any(True for _ in phrases_in(tokens, (*words.beat, *words.lost)))
    known = final or (told and len(sides) > 1 and contest is main)
    teams = {side for game in telling.base.contests for side in game.sides}
    strangers = any(set(m.ids) & (teams - set(main.sides)) for m in telling.named(scene) if m.explicit)
    if len(days) != 1 or not sides or not known or strangers:
        return
    token, day = days[0]
    near = [t.norm for t in tokens[max(0, token.index - 3) : token.index]]
    around = (*near[-1:], *(t.norm for t in tokens[token.index + 1 : token.index + 2]))
    behind = any(t.norm in words.since_then for t in tokens[max(0, token.index - _AFTER) : token.index])
    other = (
        behind or any(word in words.other_day for word in near) or any(c.isdigit() for word in around for c in word[:1])
    )
    possessive = any(t.text in ("'s", "’s", "'", "’") for t in tokens[token.index + 1 : token.index + 2])
    if possessive or day == main.day.first.weekday() or other or any(True for _ in phrases_in(tokens, words.meeting)):
        return
    if telling.free_span(token.start, token.end):
        yield wrong_day(telling, scene, main, token, main)


kind = Kind(find=_find, rank=10)
