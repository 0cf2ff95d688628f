"""Where it was: "at their arena in the capital", by the place of the contest, else that of its home side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.scores import scores_in
from checker.factbase.model import Reference
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_OPENING = 3
"""How many sentences at the beginning tell where it was."""
_BEFORE = 3


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    main = telling.evidence.occasions.main
    if main is None or contest is not main or not main.played or main.home is None or scene.index > _OPENING:
        return
    words = telling.words
    tokens = scene.sentence.tokens
    sides = {e for m in scene.entities for e in m.ids if e in main.sides}
    told = any(True for _ in phrases_in(tokens, (*words.beat, *words.lost))) or scores_in(scene)
    teams = {e for m in scene.entities if m.explicit for e in m.ids if e in _teams(telling)}
    if not sides or not told or teams - set(main.sides) or any(True for _ in phrases_in(tokens, words.other_time)):
        return
    own = _places(telling, main.home) | ({main.place, *_places(telling, main.place)} if main.place else set())
    for mention in telling.named(scene):
        place = mention.ids[0]
        if len(mention.ids) != 1 or telling.evidence.type_of(place) != "place" or mention.how != "name":
            continue
        if place in own or not _is_where(telling, scene, mention):
            continue
        right = _instead(telling, main, place)
        if right is None or not telling.free_span(mention.start, mention.end):
            continue
        shown = show_entity(telling.base, right, telling.explainer.language)
        yield telling.finding(
            scene,
            main.scores[main.home],
            (mention.start, mention.end),
            right=False,
            expected=shown,
            repair=shown,
            key="venue",
        )


def _teams(telling: Telling) -> set[str]:
    return {side for contest in telling.base.contests for side in contest.sides}


def _places(telling: Telling, entity: str | None) -> set[str]:
    """Return the places that the facts of an entity name: a team's city and arena, an arena's city."""
    facts = telling.base.by_subject.get(entity or "", ())
    return {s.value.id for s in facts if isinstance(s.value, Reference) and _is_place(telling, s.value.id)}


def _is_place(telling: Telling, entity: str) -> bool:
    return telling.evidence.type_of(entity) == "place"


def _is_where(telling: Telling, scene: Scene, mention: EntityMention) -> bool:
    """Whether a place is where the sentence says that something was."""
    tokens = scene.sentence.tokens
    before = [t.norm for t in tokens[max(0, mention.first - _BEFORE) : mention.first]]
    while before and before[-1] in (*telling.evidence.articles, *telling.words.own):
        before.pop()
    after = tokens[mention.last + 1].text if mention.last + 1 < len(tokens) else ""
    return bool(before) and before[-1] in telling.words.where and not after[:1].isupper() and after not in ("'", "’")


def _instead(telling: Telling, main: Contest, place: str) -> str | None:
    """Return the place that a text should have named: of the same kind as that of another team, for the home side."""
    assert main.home is not None
    arenas = {c.place for c in telling.base.contests if c.place}
    for statement in telling.base.statements:
        if not isinstance(statement.value, Reference) or statement.value.id != place:
            continue
        if statement.subject not in _teams(telling) or statement.subject == main.home:
            continue
        found = {
            s.value.id
            for s in telling.base.facts_of(main.home, statement.property.id)
            if isinstance(s.value, Reference)
        }
        if len(found) == 1 and place not in found:
            return main.place if main.place and place in arenas else found.pop()
    return main.place if place in arenas and main.place != place else None


kind = Kind(find=_find, rank=11)
