"""What a pronoun means that something is done to: "The museum bought it in 1956", "Zij ontdekte hem in 2024".

It is no subject of its sentence, so that no rule for subjects finds it: it is the thing named last that has the date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.properties import built_in
from checker.report import Part

if TYPE_CHECKING:
    from checker.evidence.setting import Setting
    from checker.factbase.model import Statement
    from checker.mentions import Scene

_REACH = 3
"""How many sentences back the thing may be named."""


def acted_on(setting: Setting, statement: Statement, scene: Scene) -> Part | None:
    """Return the pronoun beside a verb that signals a team's own date, if it means the subject of a statement."""
    prop = statement.property
    if prop.type != "date" or prop.id in built_in():
        return None
    pronouns = setting.rules.pronouns
    persons = "person" in {setting.type_of(s.subject) for s in setting.base.by_property[prop.id]}
    own = (*pronouns.neutral, *pronouns.thing, *pronouns.plural) if not persons else (*pronouns.male, *pronouns.female)
    tokens = scene.sentence.tokens
    for cue in scene.cues.get(prop.id, ()):
        after = tokens[cue.last + 1 : cue.last + 3]
        if not cue.last or not after or after[0].norm not in own or after[0].norm in setting.rules.possessives:
            continue
        if len(after) > 1 and after[1].norm not in (*setting.prepositions, *setting.rules.auxiliaries):
            continue  # "kocht het pand in 1956"
        if _named_last(setting, statement, scene) == statement.subject:
            return Part("subject", after[0].text, after[0].start, after[0].end)
    return None


def _named_last(setting: Setting, statement: Statement, scene: Scene) -> str | None:
    """Return which holder of a property the sentences before name last, where it is one alone."""
    holders = setting.holders(statement.property.id)
    kinds = {setting.type_of(holder) for holder in holders}
    for index in range(scene.index - 1, max(-1, scene.index - 1 - _REACH), -1):
        before = setting.scenes[index]
        if before.sentence.block != scene.sentence.block:
            return None
        tokens = before.sentence.tokens
        unknown = [m.first for m in before.entities if m.how == "unknown"]
        if any(not first or tokens[first - 1].norm not in setting.prepositions for first in unknown):
            return None  # it may be something that nobody knows
        things = {i for m in before.entities for i in m.ids if setting.type_of(i) in kinds}
        if things:
            return next(iter(things)) if len(things) == 1 and things <= holders else None
    return None
