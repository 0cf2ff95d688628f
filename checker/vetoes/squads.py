"""Other squads of a club: "the men finished seventh" says nothing of a club whose women the fact base tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_ENDS = frozenset((";", ":", ".", "“", "”", '"'))


class Squads:
    """Finds them in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        self._squads = frozenset(evidence.rules.squads)
        rules = evidence.rules
        self._articles = frozenset((*rules.definite, *rules.possessives, "'s", "’s"))

    def is_other(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a squad stands before a place in the clause, and the club that the base has it of not between."""
        if self._evidence.type_of(statement.subject) != "team" or mention.value.type != "ordinal":
            return False
        if statement.where.keys() & {"gender", "class"}:
            return False
        tokens = scene.sentence.tokens
        first = mention.first
        while first > 0 and tokens[first - 1].text not in _ENDS:
            first -= 1
        club = max(
            (m.last for m in scene.entities if statement.subject in m.ids and m.last < mention.first), default=-1
        )
        return any(
            token.norm in self._squads and (not token.index or tokens[token.index - 1].norm in self._articles)
            for token in tokens[max(first, club + 1) : mention.first]
        )
