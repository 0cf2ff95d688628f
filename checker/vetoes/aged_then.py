"""Ages of the moment that a clause tells of: "won it aged 19", "at the age of 19", "At 19, she left school"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Moment

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention


def aged_then(evidence: Evidence, scene: Scene, mention: ValueMention) -> bool:
    """Whether an age is what somebody had at that moment, and the sentence does not say when it was.

    "Jansen, aged 52," and "Jansen is aged 52" give the age of now, as does "At 52, Jansen is the oldest".
    """
    rules = evidence.rules
    if scene.cues.get("died") or evidence.times.clause_date(scene, mention) is not None:
        return False  # the age is that of a day that is known
    tokens = scene.sentence.tokens
    behind = " ".join(t.norm for t in tokens[mention.last + 1 :])
    if any(behind.startswith(f"{phrase} ") for phrase in rules.that_year):
        return True  # "turned 23 in the year of her debut"
    index = mention.first - 1
    if index >= 0 and tokens[index].norm in rules.at_age:
        verb = next((t for t in tokens[mention.last + 1 :] if evidence.is_verb(t)), None)
        if not index and _goes_on_now(evidence, scene, mention):
            return False
        if index or verb is None or verb.norm in rules.past:
            return True
        already = any(t.norm in rules.now for t in tokens[mention.last + 1 : verb.index])
        return not (verb.norm in rules.copulas or (already and verb.norm in rules.auxiliaries))
    opening = mention.value.text.split()[0].casefold()
    if opening in rules.at_age:
        return True
    if opening not in rules.aged:
        return False
    aside = index >= 0 and tokens[index].text in ",("
    if not aside:
        return index < 0 or tokens[index].norm not in rules.copulas
    if any(m.last == index - 1 and not m.ids for m in scene.entities):
        return True  # of somebody whom the base does not know
    people = [m.last for m in scene.entities if m.last < index and any(evidence.type_of(e) == "person" for e in m.ids)]
    return not people or any(evidence.is_verb(t) for t in tokens[max(people) + 1 : index])


def _goes_on_now(evidence: Evidence, scene: Scene, mention: ValueMention) -> bool:
    """Whether what is right behind somebody behind an opening age is a verb of now: "At 58, she shows no sign"."""
    tokens, rules = scene.sentence.tokens, evidence.rules
    start = mention.last + 2 if tokens[min(mention.last + 1, len(tokens) - 1)].text == "," else mention.last + 1
    who = next((m for m in scene.entities if m.first == start and m.how in ("name", "part", "pronoun")), None)
    if who is None or who.last + 1 >= len(tokens):
        return False
    verb, closed = tokens[who.last + 1], (*rules.past, *rules.copulas, *rules.auxiliaries, *rules.speech_verbs)
    return verb.text.islower() and verb.norm.endswith(rules.present) and verb.norm not in closed


def never_yet(evidence: Evidence, scene: Scene, statement: Statement, mention: ValueMention) -> bool:
    """Whether a clause of the past gives somebody an age that they have not reached yet ("at 37, she had to")."""
    born, today, age = statement.value, evidence.date, mention.value.low
    if not isinstance(born, Moment) or today is None or age is None:
        return False
    verbs = {t.norm for t in scene.sentence.tokens}
    if verbs.isdisjoint(evidence.rules.past) or not verbs.isdisjoint(
        (*evidence.rules.modals, *evidence.rules.plan_words)
    ):
        return False
    first, last = born.period.first, today.last
    return age > last.year - first.year - ((last.month, last.day) < (first.month, first.day))
