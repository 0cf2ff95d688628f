"""On which side somebody plays: "scored 25 to lead the Reds", "off the Reds' bench", "For the Reds, it was Hall"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.sides import named_sides
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_OWN = 2
"""How many words may stand between "to lead" and the side."""
_NAME = 7
"""How many words behind "for the Reds" the player may be named."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    people = [m for m in telling.named(scene) if telling.person(m) is not None and m.how in ("name", "part")]
    if not people or any(True for _ in phrases_in(scene.sentence.tokens, telling.words.other_time)):
        return
    for first, last, side, mention in named_sides(telling, scene, contest):
        person = _led(telling, scene, people, first) or _of_bench(telling, scene, people, first, last)
        person = person or _opening(telling, scene, people, first, last)
        own = telling.side_of(person.ids[0], contest) if person is not None else None
        if person is None or own is None or own == side or person.start in telling.wrong_names:
            continue
        yield from _wrong(telling, scene, contest, own, (first, last, mention))


def _led(telling: Telling, scene: Scene, people: list[EntityMention], first: int) -> EntityMention | None:
    """Return who leads a side that stands right behind "to lead the"."""
    tokens = scene.sentence.tokens
    near = tokens[max(0, first - _OWN - 2) : first]
    leads = [last for _, last in phrases_in(near, telling.words.to_lead)]
    before = [m for m in people if m.last < first]
    return before[-1] if leads and len(near) - 1 - leads[-1] <= _OWN - 1 and len({m.ids for m in before}) == 1 else None


def _of_bench(
    telling: Telling, scene: Scene, people: list[EntityMention], first: int, last: int
) -> EntityMention | None:
    """Return who came off the bench of a side ("off the Reds' bench", "led the Reds' reserves")."""
    tokens, words = scene.sentence.tokens, telling.words
    behind = tokens[last + 1 : last + 3]
    noun = any(True for _ in phrases_in(behind, words.bench_nouns))
    near = tokens[max(0, first - 3) : first]
    off = any(True for _ in phrases_in(near, (*words.off, *words.led)))
    before = [m for m in people if m.last < first]
    return before[-1] if noun and off and before else None


def _opening(
    telling: Telling, scene: Scene, people: list[EntityMention], first: int, last: int
) -> EntityMention | None:
    """Return who is told of first behind "For the Reds," at the beginning of a sentence, with a figure of their own."""
    tokens, words = scene.sentence.tokens, telling.words
    behind = [m for m in people if last < m.first <= last + _NAME]
    if first > _OWN or tokens[0].norm not in words.among or not behind:
        return None
    figures = [f for f in telling.figures(scene) if f.first > behind[0].last and telling.counted(f, scene)]
    doing = (*words.scored, *words.adding, *words.led, *words.relatives)
    between = [t.norm for t in tokens[last + 1 : behind[0].first]]
    then = tokens[behind[0].last + 1 : behind[0].last + 3]
    does = any(start == 0 for start, _ in phrases_in(then, doing)) or (bool(between) and between[0] in doing)
    plain = all(word in (*doing, *words.it_was, ",") for word in between)
    return behind[0] if figures and does and plain else None


def _wrong(
    telling: Telling, scene: Scene, contest: Contest, own: str, named: tuple[int, int, EntityMention | None]
) -> Iterator[Finding]:
    first, last, mention = named
    tokens = scene.sentence.tokens
    span = (mention.start, mention.end) if mention is not None else (tokens[first].start, tokens[last].end)
    if not contest.scores or not telling.free_span(*span):
        return
    shown = show_entity(telling.base, own, telling.explainer.language)
    yield telling.finding(scene, contest.scores[own], span, right=False, expected=shown, key="squad")
    if tokens[last + 1 : last + 2] and tokens[last + 1].text == "(":
        end = next((t.end for t in tokens[last + 1 :] if t.text == ")"), span[1])
        telling.silence_span(span[1], end)  # the record is that of the side that is meant, or of the one that is named


kind = Kind(find=_find, rank=1)
