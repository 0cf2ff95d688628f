"""All figures of a sentence are those of somebody else: then the name is wrong, once, and not each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contests.claims import Kind, Telling
from checker.contests.words import phrases_in
from checker.factbase.model import Amount
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_LEAST = 2
"""How many figures must fit the other one."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    people = [m for m in telling.named(scene) if len(m.ids) == 1 and telling.human(m.ids[0])]
    for place, mention in enumerate(people):
        if mention.how not in ("name", "part"):
            continue
        end = next((m.first for m in people[place + 1 :] if m.ids != mention.ids), len(scene.sentence.tokens))
        between = [m for m in people[place + 1 :] if m.ids == mention.ids]
        figures = [f for f in telling.figures(scene) if mention.last < f.first < end]
        tokens = scene.sentence.tokens[mention.first : end]
        words = telling.words
        if between or any(True for _ in phrases_in(tokens, (*words.other_time, *words.part_time, *words.together))):
            continue
        yield from _judged(telling, scene, contest, mention, figures)


def _judged(
    telling: Telling, scene: Scene, contest: Contest, mention: EntityMention, figures: list[Figure]
) -> Iterator[Finding]:
    named = mention.ids[0]
    said: list[tuple[Figure, str]] = []
    for figure in figures:
        props = [p for p in telling.counted(figure, scene) if telling.line(contest, named, p)]
        if props and figure.value.hedge == "exact" and figure.value.role == "amount":
            said.append((figure, props[0]))
    if len(said) < _LEAST or any(_number(telling.line(contest, named, p)) == f.number for f, p in said):
        return
    others = {s for s in telling.of_all(contest, said[0][1]) if telling.human(s) and s != named}
    fitting = [o for o in others if all(_number(telling.line(contest, o, p)) == f.number for f, p in said)]
    if len(fitting) != 1:
        return
    shown = show_entity(telling.base, fitting[0], telling.explainer.ui)
    lines = [line for _, p in said if (line := telling.line(contest, fitting[0], p)) is not None]
    yield telling.finding(
        scene,
        lines[0],
        (mention.start, mention.end),
        right=False,
        expected=shown,
        repair=shown,
        key="figures_of",
        value=", ".join(str(f.number) for f, _ in said),
        also=tuple(lines[1:]),
    )
    for figure, prop in said:
        line = telling.line(contest, fitting[0], prop)
        if line is not None:
            yield telling.judged(scene, figure, line)
    telling.silence(figures)


def _number(statement: Statement | None) -> int:
    if statement is None or not isinstance(statement.value, Amount):
        return -1
    return int(statement.value.low or 0)


kind = Kind(find=_find, rank=0)
