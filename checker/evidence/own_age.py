"""Whose age a sentence gives, if any: that of the name right before it, or of somebody who is only called something.

“Every engineer told me so,” said Anna Berg, 43, ...; "Her predecessor, Jan Vos, 69, ..."; "haar 12-jarige dochter".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.mentions.epithets import of_name

if TYPE_CHECKING:
    from checker.comparing import Range
    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.values.model import Value

OF_OTHERS = frozenset({"a figure for each", "a plan or rumour", "somebody else", "one of several"})
"""Reasons against an alarm that such an age does not have."""

_FAR = 15
"""How many years a bare number may be off and still be an age: "(6)" and "(48)" may be a seed, a place or a page."""


def far_from(value: Value, ages: Range) -> bool:
    """Whether a number that only stands where an age could is too far off to be one; swapped figures are a slip."""
    if not value.text.isdigit() or value.number is None or ages.low is None or ages.high is None:
        return False
    swapped = {f"{int(end):02}"[::-1] for end in (ages.low, ages.high)}
    return value.text not in swapped and not ages.low - _FAR <= value.number <= ages.high + _FAR


def own_age(evidence: Evidence, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
    """Whether an age stands alone behind the name of the subject, in brackets or between commas, or right before it."""
    tokens = scene.sentence.tokens
    if mention.value.type == "age" and "-" in mention.value.text:
        ahead = (
            m.start for m in scene.entities if m.first == mention.last + 1 and m.how in ("name", "part", "epithet")
        )
        return any(p.role == "subject" and p.start == start for start in ahead for p in answer.parts)
    if mention.value.type != "age" or mention.first < 2 or tokens[mention.first - 1].text not in "(,–—":
        return False
    behind = tokens[mention.last + 1 : mention.last + 2]
    joined = mention.first < mention.last  # "Berg, 41 years old and ..."
    if any(t.text[0].isalnum() and not (joined and t.norm in evidence.rules.coordinators) for t in behind):
        return False
    bearer = next((m for m in scene.entities if m.explicit and m.last == mention.first - 2), None)
    return bearer is not None and any(p.role == "subject" and p.end == bearer.end for p in answer.parts)


def of_another(evidence: Evidence, scene: Scene, mention: ValueMention) -> bool:
    """Whether an age is that of a common noun ("haar 12-jarige dochter") and no name follows it."""
    tokens, rules = scene.sentence.tokens, evidence.rules
    joined = mention.first > 1 and tokens[mention.first - 1].norm in rules.partitives
    if joined and not any(m.last == mention.first - 2 and m.how == "name" for m in scene.entities if m.ids):
        return not _is_apposed(scene, mention.first - 2)  # "een man van 63"
    following = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    if calls(evidence, scene, mention) and any(has_stranger(other) for other in evidence.scenes[: scene.index][-1:]):
        return True
    if _is_new(evidence, scene, mention):
        return True
    if following is None or "-" not in mention.value.text or not following.text.isalpha():
        return False
    if following.norm in rules.kin:
        return True  # "the 30-year-old daughter of the director"
    if not of_name(scene, following.index + 1, rules.partitives):
        return True  # "de 61-jarige directeur van de bank"
    if mention.first > 0 and tokens[mention.first - 1].norm in rules.definite:
        return False  # "de 23-jarige spits" is somebody just spoken of
    if following.capital or following.norm in (*rules.verbs, *rules.coordinators):
        return False
    spoken = [
        m
        for m in scene.entities
        if mention.last < m.first <= mention.last + 4 and m.how != "pronoun"
        if not any(t.norm in rules.prepositions for t in tokens[mention.last + 1 : m.first])  # "a patient from Delft"
    ]
    return not spoken and not any(m.first == mention.last + 1 for m in scene.entities if m.ids)


def calls(evidence: Evidence, scene: Scene, mention: ValueMention) -> bool:
    """Whether a sentence opens with an age for a name ("The 45-year-old won"): no noun or name follows it."""
    tokens = scene.sentence.tokens
    if mention.value.type != "age" or "-" not in mention.value.text or mention.first != 1:
        return False
    if tokens[0].norm not in evidence.rules.definite or mention.last + 1 >= len(tokens):
        return False
    following = tokens[mention.last + 1]
    return following.norm in evidence.prepositions or evidence.is_verb(following)


def has_stranger(scene: Scene) -> bool:
    """Whether a sentence has two words or more with capitals in a row that name nobody whom the base knows."""
    known = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
    strange = [t.index for t in scene.sentence.tokens if t.capital and t.text.isalpha() and t.index not in known]
    return any(one + 1 == other for one, other in pairwise(strange))


def _is_new(evidence: Evidence, scene: Scene, mention: ValueMention) -> bool:
    """Whether an age with "a" before it opens a sentence that speaks of somebody new: "A 19-year-old from X won"."""
    tokens, rules = scene.sentence.tokens, evidence.rules
    if mention.first != 1 or tokens[0].norm not in set(rules.articles) - set(rules.definite):
        return False
    verb = next((t.index for t in tokens[mention.last + 1 :] if evidence.is_verb(t)), len(tokens))
    people = (m for m in scene.entities if m.how in ("name", "part") and _is_human(evidence, m))
    named = any(person.first < verb for person in people)
    return not named and not any(t.norm in rules.copulas for t in tokens[verb : verb + 1])


def _is_human(evidence: Evidence, mention: EntityMention) -> bool:
    return any(evidence.type_of(entity) == "person" for entity in mention.ids)


def _is_apposed(scene: Scene, noun: int) -> bool:
    """Whether a noun with its article stands between commas behind a name ("Anna Berg, a Norwegian of 43")."""
    opens = noun > 2 and scene.sentence.tokens[noun - 2].text == ","
    return opens and any(m.explicit and m.ids and m.last == noun - 3 for m in scene.entities)
