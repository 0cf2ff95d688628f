"""Ages that only the person beside them makes one: "the dean, 58.", "Jansen, 41 jaar en ...", "a Dane of 21"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.languages import Grammar
    from checker.mentions import Scene, ValueMention

_YOUNGEST, _OLDEST = 5, 110
_JOINTS = frozenset("-–")
_NAMED = frozenset({"name", "part", "epithet", "noun", "pronoun", "inhabitant"})


def read_ages(scenes: Sequence[Scene], base: FactBase, language: str) -> None:
    """Turn the counts and lengths of time that stand right behind a person into ages."""
    rules = grammar(language)
    now, copulas = frozenset(rules.now), frozenset(rules.copulas)
    joining, partitives = frozenset(rules.coordinators), frozenset(rules.partitives)
    human = {entity.id for entity in base.entities.values() if entity.human}
    for scene in scenes:
        people = {m.last for m in scene.entities if m.how in _NAMED and human & set(m.ids)}
        from_there = {m.last for m in scene.entities if m.how == "inhabitant"}
        if not people and not from_there:
            continue
        for position, mention in enumerate(scene.values):
            if not _may_be_age(mention):
                continue
            ends = _ends(scene, mention, now | joining)
            of_them = mention.first - 2 in from_there and scene.sentence.tokens[mention.first - 1].norm in partitives
            behind = ends and (of_them or _behind(scene, mention, people, now, copulas))
            behind = behind or (ends and _contracted(scene, mention, people, rules))
            if behind or _turned(scene, mention, people, rules) or _inverted(scene, mention, people, copulas):
                years = mention.value.number
                scene.values[position] = replace(
                    mention, value=replace(mention.value, type="age", unit="year", number=years, low=years, high=years)
                )


def _may_be_age(mention: ValueMention) -> bool:
    value = mention.value
    if value.number is None or value.number_to is not None or value.noun is not None or value.role != "amount":
        return False
    if value.type == "duration":
        return value.duration == f"P{value.number}Y" and value.number >= _YOUNGEST
    whole = value.number == value.number.to_integral_value()
    return value.type == "count" and whole and Decimal(_YOUNGEST) <= value.number <= Decimal(_OLDEST)


def _behind(
    scene: Scene, mention: ValueMention, people: set[int], now: frozenset[str], copulas: frozenset[str]
) -> bool:
    """Whether a person stands right before, with a comma or bracket, or "is" and the end of the clause behind."""
    tokens = scene.sentence.tokens
    index = mention.first - 1
    while index > 0 and tokens[index].norm in now:
        index -= 1
    if index < 1:
        return False
    if tokens[index].text in ",(" and index - 1 in people:
        return True
    return mention.value.type == "count" and tokens[index].norm in copulas and index - 1 in people


def _turned(scene: Scene, mention: ValueMention, people: set[int], rules: Grammar) -> bool:
    """Whether a verb of turning ends the relative clause of a person ("Jansen, die 57 is", "die in mei 57 werd")."""
    tokens = scene.sentence.tokens
    verb = mention.last + 1
    verbs = (*rules.turnings, *rules.copulas)
    if mention.value.type != "count" or verb >= len(tokens) or tokens[verb].norm not in verbs:
        return False
    closed = verb + 1 >= len(tokens) or not tokens[verb + 1].text[0].isalnum()
    opener = next((i for i in range(mention.first - 1, 1, -1) if tokens[i].norm in rules.relatives), None)
    return closed and opener is not None and tokens[opener - 1].text == "," and opener - 2 in people


def _contracted(scene: Scene, mention: ValueMention, people: set[int], rules: Grammar) -> bool:
    """Whether a pronoun with a short form of "to be" stands right before: "I'm 39", "she's 39"."""
    index = mention.first - 1
    if mention.value.type != "count" or index < 0 or scene.sentence.tokens[index].norm not in rules.contracted:
        return False
    return any(m.how == "pronoun" and m.last in people and index - m.last in (0, 1) for m in scene.entities)


def _inverted(scene: Scene, mention: ValueMention, people: set[int], copulas: frozenset[str]) -> bool:
    """Whether a number opens its clause, with "is" and somebody right behind: "Veertig is hij", "Forty she is"."""
    tokens, after = scene.sentence.tokens, mention.last + 1
    opens = mention.first == 0 or not tokens[mention.first - 1].text[0].isalnum()
    if mention.value.type != "count" or not opens or after + 1 >= len(tokens):
        return False
    is_them = tokens[after].norm in copulas and after + 1 in people
    they_are = after in people and tokens[after + 1].norm in copulas
    closed = after + 2 >= len(tokens) or not tokens[after + 2].text[0].isalnum()
    return closed and (is_them or they_are)


def _ends(scene: Scene, mention: ValueMention, more: frozenset[str]) -> bool:
    tokens = scene.sentence.tokens
    following = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    if following is None:
        return True
    joined = following.start == tokens[mention.last].end and following.text in _JOINTS
    if joined and mention.last + 2 < len(tokens) and tokens[mention.last + 2].text[0].isdigit():
        return False  # "beat Berg, 6-4, 7-5"
    return not following.text[0].isalnum() or following.norm in more
