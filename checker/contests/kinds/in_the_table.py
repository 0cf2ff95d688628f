"""What a side has in the table, behind what it did: "beat the Reds 3-1 and lead the table with 49 points"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.sides import subject_side
from checker.contests.stretch import bare_words, clause
from checker.contests.words import is_margin
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding

_BEHIND = 4


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or contest.winner is None:
        return
    words, tokens = telling.words, scene.sentence.tokens
    plain = bare_words(telling.evidence, tokens)
    told = [plain[last].index for _, last in phrases_in(plain, (*words.beat, *words.lost))]
    for figure in telling.figures(scene):
        exact = figure.value.hedge == "exact" and figure.value.role == "amount"
        if not told or told[0] > figure.first or not exact or not telling.free(figure):
            continue
        counted = telling.counted(figure, scene)
        side = subject_side(telling, scene, contest, figure.first)
        if len(counted) != 1 or side is None or telling.line(contest, side, counted[0]) is not None:
            continue
        line = telling.line(None, side, counted[0])
        known = all(telling.line(None, one, counted[0]) is not None for one in contest.sides)
        low, high = clause(telling.evidence, scene, figure.first, figure.last)
        less = (*words.in_a_row, *words.meeting, *words.won_at_home, *words.won_away, *words.career)
        behind = any(t.norm in words.margin for t in tokens[figure.last + 1 : figure.last + _BEHIND])
        others = [m for m in telling.named(scene, last=figure.first) if not set(m.ids) & set(contest.sides)]
        if line is None or not known or behind or others or is_margin(words, tokens, figure.first):
            continue
        if any(True for _ in phrases_in(tokens[low:high], less)):
            continue
        mention = next(m for m in telling.named(scene) if side in m.ids)
        yield telling.judged(scene, figure, line, (Part("subject", mention.text, mention.start, mention.end),))


kind = Kind(find=_find, rank=21)
