"""Amounts that a verb gives to something: "spent EUR 410,000 on paint", "owns 45 percent of the shipyard next door".

Where only a verb names the property, what follows the amount says what it went to, or of what it is: a part, unless the
statement is qualified by just that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import words_of
from checker.properties import built_in

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_TYPES = frozenset({"money", "percent", "quantity"})

_WHOLE = 5
"""How many words what a percentage is a share of may have."""


class Directed:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the words of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._openers = frozenset((*rules.prepositions, *rules.partitives))
        self._partitives = frozenset(rules.partitives)
        self._heading = frozenset((*rules.partitives, ":"))
        self._determiners = frozenset((*rules.articles, *rules.definite, *rules.possessives))
        self._articles = frozenset((*rules.articles, *rules.definite))

    def goes_to(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a phrase behind an amount says what a verb gives it to."""
        if mention.value.type not in _TYPES or statement.property.id in built_in():
            return False
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if after + 1 >= len(tokens) or tokens[after].norm not in self._openers or not self._by_verb(statement, scene):
            return False
        if mention.value.type == "quantity" and tokens[after].norm in self._partitives:
            return False  # "processed 182,000 tonnes of waste"
        if mention.value.type == "percent" and tokens[after].norm in self._partitives:
            # "puts 16 per cent of its revenue into research": what it goes to stands behind what it is a share of
            reach = range(after + 1, min(after + _WHOLE, len(tokens) - 1))
            after = next((i for i in reach if tokens[i].norm in self._openers), after)
        first = after + 1
        while first + 1 < len(tokens) and tokens[first].norm in self._articles:
            first += 1
        if not tokens[first].text[0].isalnum() or any(v.first <= first <= v.last for v in scene.values):
            return False  # "spent EUR 3.7 million in 2025"
        if any(cue.first <= first <= cue.last for cue in scene.cues.get(statement.property.id, ())):
            return False  # "hold luggage stays at 25 euros per suitcase"
        qualifiers = set(statement.where.values())
        return not any(m.first <= first <= m.last and qualifiers & set(m.ids) for m in scene.entities)

    def _by_verb(self, statement: Statement, scene: Scene) -> bool:
        """Whether no cue of the property is a noun: its label's own word, behind an article, or before "of" or ":"."""
        tokens = scene.sentence.tokens
        label = set(words_of(statement.property.label.get(self._evidence.language, ""), self._evidence.language))
        cues = scene.cues.get(statement.property.id, ())
        for cue in cues:
            before = tokens[cue.first - 1].norm if cue.first else ""
            after = tokens[cue.last + 1].norm if cue.last + 1 < len(tokens) else ""
            own = any(t.stem in label and not self._evidence.is_verb(t) for t in tokens[cue.first : cue.last + 1])
            if own or before in self._determiners or after in self._heading:
                return False
        return bool(cues)
