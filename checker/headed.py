"""What a measure is said of: the word right beside it ("Shifts: nine hours", "5 percent alcohol")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.labels import BARE_WEIGHT

if TYPE_CHECKING:
    from checker.evidence import Evidence
    from checker.mentions import CueMention, Scene, ValueMention

_BEHIND = 3
"""How many small words may stand between a value and what is measured."""


class Headed:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the words of the language."""
        self._evidence = evidence
        self._rules = evidence.rules

    def says(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a value is said of a word beside it ("Shifts: nine hours", "5 percent alcohol")."""
        if cue.weight >= BARE_WEIGHT and cue.first > mention.last:
            return self._follows(scene, mention, cue)
        named = {i for m in scene.entities if m.explicit for i in range(m.first, m.last + 1)}
        between = list(scene.sentence.tokens[cue.last + 1 : mention.first])
        if len(between) > 1 and between[0].norm in self._rules.partitives:  # "the belt of Acme measures 380 metres"
            between = [t for t in between[1:] if t.index not in named and t.norm not in self._evidence.articles]
        words = (*self._rules.partitives, *self._rules.copulas, *self._rules.measuring, ":")
        return cue.weight >= BARE_WEIGHT and cue.last < mention.first and len(between) == 1 and between[0].norm in words

    def _follows(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether what is measured stands right behind a value and ends its phrase ("47 miles off the coast")."""
        tokens = scene.sentence.tokens
        small = frozenset((*self._evidence.articles, *self._rules.prepositions))
        if mention.value.type == "percent":
            small = frozenset()  # "5 percent of the visitors" are a part of them
        between = tokens[mention.last + 1 : cue.first]
        if len(between) > _BEHIND or not all(t.norm in small for t in between):
            return False
        after = tokens[cue.last + 1] if cue.last + 1 < len(tokens) else None
        closed = (*self._rules.prepositions, *self._rules.coordinators, *self._evidence.openers)
        ends = after is None or not after.text[0].isalnum() or after.norm in closed or self._evidence.is_verb(after)
        return ends and mention.value.type in ("quantity", "percent", "duration")
