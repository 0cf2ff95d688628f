"""Whether a record got better or worse: "improved to 14-5" of whoever won, "dropped to 11-8" of whoever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.scores import scores_in
from checker.contests.kinds.winner import result
from checker.contests.sides import named_sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    del contest  # "improved to 14-5 and host the Reds on Friday" names another one
    contest = telling.evidence.occasions.main
    if contest is None or contest.winner is None:
        return
    tokens, words = scene.sentence.tokens, telling.words
    records = {first for first, _ in scores_in(scene)}
    kinds = ((words.better_record, True), (words.worse_record, False))
    for phrases, better in kinds:
        for first, last in phrases_in(tokens, phrases):
            sides = [s for s in named_sides(telling, scene, contest) if s[1] < first]
            if last + 1 not in records or not sides or (sides[-1][2] == contest.winner) is better:
                continue
            between = tokens[sides[-1][1] + 1 : first]
            span = (tokens[first].start, tokens[last].end)
            other = any(True for _ in telling.named(scene, first=sides[-1][1] + 1, last=first))
            if other or any(t.text in ",;:" for t in between) or not telling.free_span(*span):
                continue
            word = " ".join(t.norm for t in tokens[first : last + 1])
            yield telling.finding(
                scene,
                contest.scores[contest.sides[0]],
                span,
                right=False,
                expected=result(telling, contest),
                repair=words.opposites.get(word),
                key="winner",
                also=(contest.scores[contest.sides[1]],),
            )


kind = Kind(find=_find, rank=3)
