"""Other squads of a club: "the men finished seventh" says nothing of a club whose women the fact base tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_CLUBS = frozenset({"team", "organisation", "company"})
_ENDS = frozenset((";", ":", ".", "“", "”", '"'))


class Squads:
    """Finds them in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        self._squads = frozenset(evidence.rules.squads)
        self._articles = frozenset(evidence.rules.definite)

    def is_other(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a squad is what the clause of a figure is about, and the statement is of the club as a whole."""
        if self._evidence.type_of(statement.subject) not in _CLUBS or statement.where.keys() & {"gender", "class"}:
            return False
        tokens = scene.sentence.tokens
        first = mention.first
        while first > 0 and tokens[first - 1].text not in _ENDS:
            first -= 1
        return any(
            token.norm in self._squads and token.index and tokens[token.index - 1].norm in self._articles
            for token in tokens[first : mention.first]
        )
