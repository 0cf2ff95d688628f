"""Figures of what a subject is compared with: "longer than the ferry of 112 metres", "lichter dan een sloep"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.mentions import Scene, ValueMention

_REACH = 10
"""How many words may stand between "than" and a figure."""


class Likened:
    """Finds the figures of one document that belong to what is compared with."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the words of the language."""
        self._evidence = evidence
        self._than = frozenset(evidence.rules.than)

    def is_other(self, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether a value is that of the noun phrase behind "than", which does not name the subject."""
        tokens = scene.sentence.tokens
        for index in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
            token = tokens[index]
            if token.text in ",;:" or self._evidence.is_verb(token):
                return False
            if token.norm not in self._than:
                continue
            named = any(p.role == "subject" and token.end <= p.start < mention.start for p in answer.parts)
            between = tokens[index + 1 : mention.first]
            return (
                not named
                and len(between) > 1
                and between[0].norm in self._evidence.articles
                and between[1].text.isalpha()
            )
        return False
