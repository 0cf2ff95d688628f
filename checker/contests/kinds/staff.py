"""Who coaches a side: whom a report calls the coach belongs to one of the two sides, where the base knows both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contests.claims import Kind
from checker.factbase.model import Reference
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.claims import Telling
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    for mention in scene.entities:
        person = telling.person(mention) if mention.how == "name" else None
        if person is None or not telling.free_span(mention.start, mention.end) or _takes_part(telling, person, contest):
            continue
        for prop, cues in scene.cues.items():
            if any(cue.last == mention.first - 1 for cue in cues) and telling.base.by_property.get(prop):
                finding = _judged(telling, scene, contest, mention, prop)
                if finding is not None:
                    yield finding
                    break


def _judged(telling: Telling, scene: Scene, contest: Contest, mention: EntityMention, prop: str) -> Finding | None:
    """Return the finding about whoever holds a post at a side that has nothing to do with the contest."""
    held = [s for s in telling.base.by_property[prop] if _holder(s) == mention.ids[0]]
    own = [s for side in contest.sides for s in telling.base.facts_of(side, prop) if _holder(s) is not None]
    if not held or {s.subject for s in own} != set(contest.sides):
        return None
    elsewhere = {s.subject for s in held}
    if elsewhere & set(contest.sides) or _named_near(telling, scene, elsewhere):
        return None
    named = {i for other in telling.scenes for m in other.entities if m.how == "name" for i in m.ids}
    left = [s for s in own if _holder(s) not in named] or own
    shown = ", ".join(show_entity(telling.base, _holder(s) or "", telling.explainer.ui) for s in left)
    return telling.finding(
        scene,
        left[0],
        (mention.start, mention.end),
        right=False,
        expected=shown,
        repair=shown if len(left) == 1 else None,
        key="of_neither",
        also=tuple(left[1:]),
    )


def _takes_part(telling: Telling, person: str, contest: Contest) -> bool:
    return telling.side_of(person, contest) is not None or any(s.subject == person for s in telling.lines(contest))


def _named_near(telling: Telling, scene: Scene, entities: set[str]) -> bool:
    """Whether the paragraph names what somebody does belong to ("next is X, whose coach Y was there")."""
    block = scene.sentence.block
    return any(
        not entities.isdisjoint(m.ids)
        for other in telling.scenes
        if other.sentence.block == block
        for m in other.entities
    )


def _holder(statement: Statement) -> str | None:
    return statement.value.id if isinstance(statement.value, Reference) else None


kind = Kind(find=_find, rank=4)
