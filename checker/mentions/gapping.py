"""Figures that leave out what they count: "34 projects in Kenya, 27 in Nepal", "83 per cent to aid, 11 to staff".

The noun or unit of the figure before is theirs, where the words after it are built alike, or a name stands right before
each ("Alpha heeft 240 medewerkers, Beta 95").
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.languages import grammar
from checker.lemmas import finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.mentions import Scene, ValueMention
    from checker.values.model import Value

_FULL = frozenset({"percent", "money", "quantity"})
_MEASURED = frozenset({"percent", "quantity"})
_HALF = Decimal("0.5")
_CLOSING = frozenset(",.;:)!?–—”\"'")


class Gapping:
    """Completes such figures in one language."""

    def __init__(self, language: str) -> None:
        """Collect the words that join and that may follow a figure."""
        self._language = language
        rules = grammar(language)
        self._joining = frozenset((*rules.coordinators, ",", ";"))
        self._prepositions = frozenset(rules.prepositions)
        self._verbs = frozenset((*rules.verbs, *rules.auxiliaries))
        self._than = frozenset((*rules.comparisons, *rules.likening))

    def read(self, scenes: Sequence[Scene]) -> None:
        """Give the bare figures of scenes what the figure before them counts or measures."""
        for scene in scenes:
            model: ValueMention | None = None
            for position, mention in enumerate(scene.values):
                if _is_full(mention):
                    model = mention
                elif model is not None and _is_bare(mention) and self._is_alike(scene, model, mention):
                    scene.values[position] = _completed(mention, model)

    def _is_alike(self, scene: Scene, model: ValueMention, bare: ValueMention) -> bool:
        tokens = scene.sentence.tokens
        end = model.noun if model.noun is not None and model.noun > model.last else model.last
        between = tokens[end + 1 : bare.first]
        if any(t.norm in self._verbs or t.norm in self._than or finite(t.norm, self._language) for t in between):
            return False
        before = tokens[bare.first - 1].norm
        after = tokens[bare.last + 1].norm if bare.last + 1 < len(tokens) else "."
        if before in self._joining:
            return after in self._prepositions and tokens[end + 1].norm == after
        named = next((m for m in scene.entities if m.last == bare.first - 1 and m.how != "pronoun"), None)
        if named is None:
            return False
        opens = named.first - 1
        if opens > 0 and tokens[opens].norm in self._prepositions:
            opens -= 1
        if opens < 0 or tokens[opens].norm not in self._joining:
            return False
        first = any(m.last < model.first and m.how != "pronoun" for m in scene.entities)
        return first and (after in _CLOSING or after in self._joining)


def _is_full(mention: ValueMention) -> bool:
    value = mention.value
    if value.role != "amount" or value.number is None or mention.side is not None:
        return False
    return value.type in _FULL or (value.type == "count" and value.noun is not None)


def _is_bare(mention: ValueMention) -> bool:
    value = mention.value
    bare = value.type == "count" and value.noun is None and value.role == "amount" and value.number is not None
    return bare and value.number_to is None and mention.side is None


def _completed(bare: ValueMention, model: ValueMention) -> ValueMention:
    """Return a bare figure with the noun, unit or currency of the one before it."""
    own, other = bare.value, model.value
    value = replace(own, type=other.type, unit=other.unit, currency=other.currency)
    if other.noun is not None:
        value = replace(value, noun=other.noun, noun_start=other.noun_start, noun_end=other.noun_end)
    return replace(bare, value=_rounded(value), noun=model.noun)


def _rounded(value: Value) -> Value:
    """Return a value with the bounds of a measured one: 12 kilometres is what rounds to 12."""
    if value.type not in _MEASURED or value.number is None or value.low != value.high:
        return value
    if value.number != value.number.to_integral_value():
        return value
    return replace(value, low=value.number - _HALF, high=value.number + _HALF)
