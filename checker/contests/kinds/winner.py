"""Who won: "beat", "lost to", "versloeg", by the scores; and the opponent, where the score is that of another pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.stretch import bare_words
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.factbase.contests import Contest
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_REACH = 6
"""How many words may stand between the verb and the side that it is done to."""
_BEFORE = 3
"""How many words before the verb may take it back ("failed to beat", "could not beat")."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or contest.winner is None:
        return
    tokens = bare_words(telling.evidence, scene.sentence.tokens)
    words = telling.words
    for phrases, won in ((words.lost, False), (words.beat, True)):
        for first, last in phrases_in(tokens, phrases):
            start, end = tokens[first].index, tokens[last].index
            shown = last if end - start == last - first else first  # "wonnen zaterdag met 3-1 van"
            if _taken_back(telling, scene, start) or not telling.free_span(tokens[first].start, tokens[shown].end):
                continue
            sides = _sides(telling, scene, contest, start, end)
            if sides is None:
                continue
            subject, _ = sides
            if (contest.winner == subject) is won:
                continue
            yield _wrong(telling, scene, contest, (tokens[first], tokens[shown]), won=won)


def result(telling: Telling, contest: Contest) -> str:
    """Return the two sides with what they scored, the winner first."""
    ranked = sorted(contest.sides, key=contest.score, reverse=True)
    names = (show_entity(telling.base, side, telling.explainer.ui) for side in ranked)
    return " – ".join(f"{name} {contest.score(side)}" for name, side in zip(names, ranked, strict=True))


def _sides(telling: Telling, scene: Scene, contest: Contest, start: int, end: int) -> tuple[str, EntityMention] | None:
    """Return the side that a verb is said of and the other one behind it; None where the words leave that open."""
    teams = [m for m in telling.named(scene) if len(set(m.ids) & set(contest.sides)) == 1 and m.how != "pronoun"]
    before = [m for m in teams if m.last < start and not telling.in_phrase(scene, m)]
    behind = [m for m in teams if end < m.first <= end + _REACH]
    if not before or not behind:
        return None
    subject = next(i for i in before[-1].ids if i in contest.sides)
    other = next(i for i in behind[0].ids if i in contest.sides)
    between: Sequence[Token] = scene.sentence.tokens[before[-1].last + 1 : start]
    return (subject, behind[0]) if subject != other and not any(t.text in ";:" for t in between) else None


def _taken_back(telling: Telling, scene: Scene, start: int) -> bool:
    """Whether a verb is denied, planned or only possible."""
    rules = telling.evidence.rules
    words = frozenset((*rules.negations, *rules.modals, *rules.plan_words, "to", "te", "of", "if", "when", "als"))
    tokens = scene.sentence.tokens
    near = tokens[max(0, start - _BEFORE) : start]
    return any(t.norm in words for t in near) or tokens[-1].text == "?"


def _wrong(telling: Telling, scene: Scene, contest: Contest, span: tuple[Token, Token], *, won: bool) -> Finding:
    ranked = sorted(contest.sides, key=contest.score, reverse=True)
    alone = span[0] is span[1]
    own = telling.words.opposites.get(span[0].norm) if alone else None
    own = own or (telling.words.lost if won else telling.words.beat)[0]
    return telling.finding(
        scene,
        contest.scores[ranked[0]],
        (span[0].start, span[1].end),
        right=False,
        expected=result(telling, contest),
        repair=own,
        key="winner",
        also=(contest.scores[ranked[1]],),
    )


kind = Kind(find=_find, rank=5)
