"""Who was ahead: "trailed 58-64 at halftime", "leidde bij rust", "won the fourth quarter", by the scores of the parts.

Only the word is judged here, and only where the figures beside it are right: which side they are of, the word says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.scores import scores_in
from checker.contests.parts import parts_named, score_at
from checker.contests.sides import subject_side
from checker.contests.words import since_moment
from checker.factbase.model import Amount
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_BEFORE = 6
"""How many words may stand between the word and the score or the part."""
_NEAR = 9
_BESIDE = 2


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.played:
        return
    words = telling.words
    kinds = ((words.led_at, True), (words.trailed_at, False), (words.won_part, True), (words.lost_part, False))
    verbs = [span for phrases, _ in kinds for span in phrases_in(scene.sentence.tokens, phrases)]
    for phrases, ahead in kinds:
        for first, last in phrases_in(scene.sentence.tokens, phrases):
            whole = phrases in (words.won_part, words.lost_part)
            until = min((start for start, _ in verbs if start > last), default=len(scene.sentence.tokens))
            scores = _scores_beside(telling, scene, contest, (first, last), until, whole=whole)
            side = subject_side(telling, scene, contest, first) if scores is not None else None
            if (
                scores is None
                or side is None
                or _is_preposition(telling, scene, first, last)
                or _taken_back(telling, scene, first, last)
            ):
                continue
            own = next(s for s in scores if s.subject == side)
            other = next(s for s in scores if s.subject != side)
            if _number(own) == _number(other) or (_number(own) > _number(other)) is ahead:
                continue
            yield _wrong(telling, scene, (first, last), own, other)


def _scores_beside(
    telling: Telling, scene: Scene, contest: Contest, span: tuple[int, int], until: int, *, whole: bool
) -> tuple[Statement, Statement] | None:
    """Return what the sides had where the words beside a verb say; None where no part or another score is named."""
    tokens = scene.sentence.tokens
    high = min((t.index for t in tokens[span[1] + 1 :] if t.text in ";:"), default=len(tokens))
    high = min(high, span[1] + 1 + _NEAR, until)  # what stands behind another verb is said by that one
    low = span[0] if telling.explainer.language != "nl" else max(0, span[0] - _NEAR)
    pairs = [p for p in scores_in(scene) if low <= p[0] and p[1] < high]
    found: list[tuple[int, tuple[Statement, Statement]]] = []
    for prop, start, end in parts_named(telling.words, tokens, low, high):
        distance = start - span[1] if start > span[1] else span[0] - end
        scores, so_far = score_at(telling, contest, (prop, start, end), scene)
        if not 0 < distance <= _BEFORE + 2 * len(pairs) or (not pairs and whole == so_far):
            continue
        if scores is not None and (pairs or not since_moment(telling.words, tokens, start, end)):
            found.append((distance, scores))
    if not found or len(pairs) > 1:
        return None
    _, scores = min(found, key=lambda item: item[0])
    if pairs:
        said = {int(tokens[pairs[0][0]].text), int(tokens[pairs[0][1]].text)}
        return scores if said == {_number(s) for s in scores} else None
    return scores


def _is_preposition(telling: Telling, scene: Scene, first: int, last: int) -> bool:
    """Whether "voor rust" only says when: such a word is about the score beside one, or with its verb."""
    tokens = scene.sentence.tokens
    if tokens[first].norm not in telling.words.bare or first != last:
        return False
    beside = any(abs(a - last) <= _BESIDE or abs(first - b) <= _BESIDE for a, b in scores_in(scene))
    return not beside and not any(t.norm in telling.words.stood for t in tokens[max(0, first - _NEAR) : first])


def _taken_back(telling: Telling, scene: Scene, first: int, last: int) -> bool:
    rules = telling.evidence.rules
    tokens = scene.sentence.tokens
    near = tokens[max(0, first - 4) : last + _BEFORE]
    denied = frozenset((*rules.negations, *rules.modals, *telling.words.nearly, "if", "when", "als", "toen"))
    return any(t.norm in denied for t in near) or any(True for _ in phrases_in(near, telling.words.some_time))


def _wrong(telling: Telling, scene: Scene, span: tuple[int, int], own: Statement, other: Statement) -> Finding:
    tokens = scene.sentence.tokens
    word = " ".join(t.norm for t in tokens[span[0] : span[1] + 1])
    ui = telling.explainer.ui
    shown = " – ".join(f"{show_entity(telling.base, s.subject, ui)} {_number(s)}" for s in (own, other))
    right = telling.words.opposites.get(word)
    return telling.finding(
        scene,
        own,
        (tokens[span[0]].start, tokens[span[1]].end),
        right=False,
        expected=f"{right}: {shown}" if right else shown,
        repair=right,
        key="winner",
        also=(other,),
    )


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=3)
