"""Whether the contest told of was at home or away: "a road victory", "lost at home", "wonnen thuis met"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.scores import scores_in
from checker.contests.sides import subject_side
from checker.contests.stretch import another_day, clause
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding

_OPENING = 3
"""How many sentences at the beginning tell of the contest as a whole."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    main = telling.evidence.occasions.main
    if main is None or contest is not main or main.home is None or not main.played or scene.index > _OPENING:
        return
    words, tokens = telling.words, scene.sentence.tokens
    told = (*words.beat, *words.lost, *words.results)
    scores = [a for a, b in scores_in(scene) if {int(tokens[a].text), int(tokens[b].text)} == _final(main)]
    if any(True for _ in phrases_in(tokens, (*words.in_a_row, *words.meeting))):
        return
    for phrases, at_home in ((words.won_at_home, True), (words.won_away, False)):
        for first, last in phrases_in(tokens, phrases):
            low, high = clause(telling.evidence, scene, first, last)
            scored = any(low <= at < high for at in scores)
            another = another_day(tokens[low:high], main.day, words.day_parts)
            if another or not (scored or any(True for _ in phrases_in(tokens[low:high], told))):
                continue
            side = subject_side(telling, scene, main, first)
            span = (tokens[first].start, tokens[last].end)
            if side is None or (side == main.home) is at_home or not telling.free_span(*span):
                continue
            word = next((t.norm for t in tokens[first : last + 1] if t.norm in words.opposites), "")
            place = show_entity(telling.base, main.place or main.home, telling.explainer.ui)
            yield telling.finding(
                scene,
                main.scores[side],
                span,
                right=False,
                expected=f"{(words.won_away if at_home else words.won_at_home)[0]} ({place})",
                repair=words.opposites.get(word) if first == last else None,
                key="game_day",
            )


def _final(contest: Contest) -> set[int]:
    return {contest.score(side) for side in contest.sides}


kind = Kind(find=_find, rank=11)
