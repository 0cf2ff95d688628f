"""Dates that a sentence gives a thing by its order alone, without a word that signals the property.

"The Cup is on 12 October", "De eerste Alpharonde was in 1986", "the ferry service has existed since 1931".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.languages import tenures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.setting import Setting
    from checker.mentions import EntityMention, Scene, ValueMention

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}")
_NAMED = ("name", "part", "discouraged")
_OCCASIONS = frozenset({"event", "competition"})
_FIRST = "first_edition"
_BEGINNINGS = ("founded", _FIRST, "opened")
"""The properties by which something exists since a date, before its start."""


def dated(setting: Setting, scene: Scene, date: ValueMention) -> Iterator[tuple[str, str]]:
    """Yield the entities and their properties that a date can be of by the order of the words."""
    for thing in scene.entities:
        if thing.how not in _NAMED or thing.last >= date.first or len(thing.ids) != 1:
            continue
        entity, facts = thing.ids[0], setting.base.facts_of
        between = scene.sentence.tokens[thing.last + 1 : date.first]
        if not between or _inside(setting, scene, thing):
            continue
        begins = tenures(setting.language).begins
        if setting.type_of(entity) in _OCCASIONS and _is_on(setting, scene, thing, date, begins):
            if not facts(entity, "start"):
                yield entity, "date"  # the only day of it
        elif setting.type_of(entity) in _OCCASIONS and _is_on(setting, scene, thing, date):
            yield from ((entity, p) for p in ("date", "start") if p == "date" or not facts(entity, "end"))
        if _first_was(setting, scene, thing, date):
            yield entity, _FIRST
        existing = frozenset(tenures(setting.language).existing)
        if date.value.hedge == "min" and between[0].norm in existing and setting.type_of(entity) not in _OCCASIONS:
            small = (*existing, *tenures(setting.language).adverbs, *setting.rules.since)
            if all(t.norm in small for t in between) and not any(facts(entity, p) for p in _BEGINNINGS):
                yield entity, "start"


def _inside(setting: Setting, scene: Scene, thing: EntityMention) -> bool:
    """Whether a word stands before a thing, so that the sentence may be about something else."""
    tokens = scene.sentence.tokens
    index = thing.first - 1
    while index >= 0 and (tokens[index].norm in setting.articles or _ordinal(scene, index) is not None):
        index -= 1
    return index >= 0 and tokens[index].text[0].isalnum() and tokens[index].norm not in setting.rules.coordinators


def _ordinal(scene: Scene, index: int) -> int | None:
    found = next((v for v in scene.values if v.value.type == "ordinal" and v.first <= index <= v.last), None)
    return None if found is None or found.value.number is None else int(found.value.number)


def _is_on(
    setting: Setting, scene: Scene, thing: EntityMention, date: ValueMention, also: tuple[str, ...] = ()
) -> bool:
    """Whether nothing but "is" and "on" stands between a thing and a day, and the clause ends with them."""
    if not _DAY.fullmatch(date.value.date or ""):
        return False
    tokens, rules, words = scene.sentence.tokens, setting.rules, tenures(setting.language)
    between = [t.norm for t in tokens[thing.last + 1 : date.first]]
    verbs = also or (*rules.copulas, *words.occurring, *words.scheduled)
    small = (*verbs, *words.on, "for", "voor")
    if between[0] not in verbs or between[-1] not in (*words.on, "for", "voor") or any(w not in small for w in between):
        return False
    after = tokens[date.last + 1] if date.last + 1 < len(tokens) else None
    if after is None or not after.text[0].isalnum() or after.norm in rules.coordinators:
        return True
    place = next((m for m in scene.entities if m.first in (after.index + 1, after.index + 2)), None)
    return after.norm in rules.place_prepositions and place is not None


def _first_was(setting: Setting, scene: Scene, thing: EntityMention, date: ValueMention) -> bool:
    """Whether a sentence says in which year the first of a series was."""
    tokens, rules = scene.sentence.tokens, setting.rules
    if not thing.first or _ordinal(scene, thing.first - 1) != 1 or not _YEAR.match(date.value.date or ""):
        return False
    between = [t.norm for t in tokens[thing.last + 1 : date.first]]
    words = tenures(setting.language)
    return all(w in (*rules.copulas, *rules.past, *words.on, *words.occurring) for w in between)
