"""Who had most: "led the Reds with 31 points", "a game-high 14 rebounds", "met negen doelpunten topscorer".

One row with more proves such a claim wrong, whether the table is complete or not. Where the figure is that of the one
who did have most, the name is wrong; else the word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.factbase.model import Amount
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_WITH = 6
"""How many words may stand between the word for the best and the figure."""
_OBJECT = 4
_BETWEEN = 12


@dataclass(frozen=True, slots=True)
class _Claim:
    """Somebody is the best of a side (None: of both) in what a figure counts; `first` to `last` are the words."""

    person: EntityMention
    side: str | None
    figure: Figure | None
    props: tuple[str, ...]
    first: int
    last: int


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    for claim in (*_led(telling, scene, contest), *_called_best(telling, scene, contest)):
        low = min(claim.first, claim.figure.first if claim.figure else claim.first)
        high = max(claim.last, claim.figure.last if claim.figure else claim.last)
        tokens = scene.sentence.tokens[low : min(len(scene.sentence.tokens), high + 5)]
        less = (*telling.words.other_time, *telling.words.part_time, *telling.words.together)
        if not any(True for _ in phrases_in(tokens, less)):
            yield from _judged(telling, scene, contest, claim)


def _led(telling: Telling, scene: Scene, contest: Contest) -> Iterator[_Claim]:
    """Yield "X led the Reds with 20 points", "X led all scorers with 32"."""
    tokens = scene.sentence.tokens
    words = telling.words
    for first, last in phrases_in(tokens, (*words.led, *words.led_all)):
        person = _person_before(telling, scene, contest, first)
        if person is None:
            continue
        everybody = " ".join(t.norm for t in tokens[first : last + 1]) in words.led_all
        team = next(
            (m for m in telling.named(scene, first=last + 1, last=last + _OBJECT) if set(m.ids) & set(contest.sides)),
            None,
        )
        start = team.last if team is not None else last
        figure = next((f for f in telling.figures(scene) if start < f.first <= start + _WITH), None)
        if figure is None or not telling.free(figure) or figure.value.role == "part":
            continue
        behind = tokens[last + 1 : last + 1 + _OBJECT]
        some = (*words.part_side, *words.bench_nouns, *words.starter_nouns, *words.some_players)
        if everybody and any(True for _ in phrases_in(behind, some)):
            continue  # "led all reserves with 14"
        side = next((i for i in team.ids if i in contest.sides), None) if team else None
        if side is None and not everybody:
            continue
        props = tuple(p for p in telling.counted(figure, scene) if telling.line(contest, person.ids[0], p))
        if props:
            yield _Claim(person, side, figure, props, first, last)


def _called_best(telling: Telling, scene: Scene, contest: Contest) -> Iterator[_Claim]:
    """Yield "a game-high 14 rebounds", "met negen doelpunten topscorer van de wedstrijd"."""
    tokens = scene.sentence.tokens
    words = telling.words
    for phrases, all_of in ((words.best, True), (words.best_of_side, False)):
        for first, last in phrases_in(tokens, phrases):
            person = _person_before(telling, scene, contest, first)
            if person is None:
                continue
            figure = next((f for f in telling.figures(scene) if last < f.first <= last + 2), None)
            if figure is None:
                near = [f for f in telling.figures(scene) if first - _BETWEEN <= f.first and f.last < first]
                near = [f for f in near if any(p in _SCORED for p in telling.counted(f, scene))]
                figure = near[-1] if near else None
            if figure is None:
                continue
            props = tuple(p for p in telling.counted(figure, scene) if telling.line(contest, person.ids[0], p))
            side = None if all_of else telling.side_of(person.ids[0], contest)
            if props and (all_of or side is not None):
                yield _Claim(person, side, figure, props, first, last)


_SCORED = frozenset({"points", "goals"})


def _person_before(telling: Telling, scene: Scene, contest: Contest, position: int) -> EntityMention | None:
    """Return the one person that the words before a token speak of last, known to the contest."""
    people = [
        m
        for m in telling.named(scene, last=position)
        if (person := telling.person(m)) is not None and telling.side_of(person, contest)
    ]
    if not people:
        return None
    last = people[-1]
    joined = [m for m in people[:-1] if m.last + 2 == last.first]
    return None if joined else last


def _judged(telling: Telling, scene: Scene, contest: Contest, claim: _Claim) -> Iterator[Finding]:
    person = claim.person.ids[0]
    if claim.side is not None and telling.side_of(person, contest) != claim.side:
        return
    prop = claim.props[0]
    own = telling.line(contest, person, prop)
    if own is None:
        return
    rivals = {
        subject: line
        for subject, line in telling.of_all(contest, prop).items()
        if telling.human(subject) and (claim.side is None or telling.side_of(subject, contest) == claim.side)
    }
    best = max(rivals.values(), key=lambda line: (_number(line), line.subject == person))
    if claim.figure is not None and telling.free(claim.figure):
        if claim.figure.number == _number(own) or claim.figure.number != _number(best):
            yield telling.judged(scene, claim.figure, own)
        elif _number(best) > _number(own):
            shown = show_entity(telling.base, best.subject, telling.explainer.ui)
            yield _wrong_name(telling, scene, claim, best, shown)
            yield telling.judged(scene, claim.figure, best)
            telling.silence(f for f in telling.figures(scene) if f.first > claim.figure.last)
            return
    if _number(best) > _number(own) and (claim.figure is None or claim.figure.number == _number(own)):
        yield _wrong_word(telling, scene, claim, best)


def _wrong_name(telling: Telling, scene: Scene, claim: _Claim, best: Statement, shown: str) -> Finding:
    span = (claim.person.start, claim.person.end)
    value = f"{_number(best)} {telling.explainer.label(best)}"
    return telling.finding(scene, best, span, right=False, expected=shown, repair=shown, key="figures_of", value=value)


def _wrong_word(telling: Telling, scene: Scene, claim: _Claim, best: Statement) -> Finding:
    tokens = scene.sentence.tokens
    shown = f"{show_entity(telling.base, best.subject, telling.explainer.ui)} ({_number(best)})"
    return telling.finding(
        scene,
        best,
        (tokens[claim.first].start, tokens[claim.last].end),
        right=False,
        expected=shown,
        key="most",
    )


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=4)
