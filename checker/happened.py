"""What an event on a date happened to: the subject of a statement, or another thing that is only said beside it.

"The quay beside the chapel was built in 1931", "De bouw van het parkeerdek begon in 2024", "the temporary permit".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.properties import built_in

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, Scene, ValueMention
    from checker.subjects import Answer

_REACH = 5
"""How many words behind "of" the thing may stand that it is of."""


class Happened:
    """Answers for one document, about the dates that a team's own properties give."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the closed classes of the language."""
        self._evidence = evidence

    def to_another(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether the words around a date say that something happened to another thing than the subject."""
        prop = statement.property
        at = scene.sentence.at
        subjects = [(at(p.start), at(p.end - 1)) for p in answer.parts if p.role == "subject"]
        if prop.type == "date" and any(self._goes_on(statement, scene, last) for _, last in subjects):
            return True
        if mention.value.type != "date" or prop.type != "date" or prop.id in built_in() or scene.heads:
            return False
        cues = [c for c in scene.cues.get(prop.id, ()) if not mention.first <= c.first <= mention.last]
        if not cues:
            return False
        nearest = min(cues, key=lambda c: min(abs(c.last - mention.first), abs(c.first - mention.last)))
        if not subjects and nearest.last == nearest.first and nearest.first > 1:
            rules = self._evidence.rules
            named = (*self._evidence.articles, *self._evidence.prepositions, *rules.partitives, *rules.possessives)
            return scene.sentence.tokens[nearest.first - 1].norm not in named
        telling = {i for c in cues for i in range(c.first, c.last + 1)}
        if any(self._beside(scene, first, telling) for first, _ in subjects):
            return True
        return self._of_other(scene, nearest, [first for first, _ in subjects]) or self._narrowed(scene, nearest)

    def _plain(self, token: Token) -> bool:
        """Whether a token is a word of its own in small letters: no name, article, preposition or verb."""
        return (
            token.text.isalpha()
            and token.text.islower()
            and token.norm not in self._evidence.closed
            and token.norm not in self._evidence.articles
            and not self._evidence.is_verb(token)
        )

    def _beside(self, scene: Scene, first: int, telling: set[int]) -> bool:
        """Whether a subject only tells which other thing is meant ("the quay beside the chapel")."""
        tokens = scene.sentence.tokens
        index = first - 1
        while index > 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        if index < 1 or index in telling:
            return False
        unknown = index < first - 1 and self._plain(tokens[index])  # "opposite the chapel"
        if tokens[index].norm not in self._evidence.prepositions and not unknown:
            return False
        head = tokens[index - 1]
        inside = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        inside |= {i for v in scene.values for i in range(v.first, v.last + 1)}
        return head.index not in telling | inside and self._plain(head)

    def _goes_on(self, statement: Statement, scene: Scene, last: int) -> bool:
        """Whether a noun for the subject is told apart by something that it has nothing to do with.

        "The contract for the tower" is no loan to the city.
        """
        tokens = scene.sentence.tokens
        noun = any(m.last == last and m.how == "noun" for m in scene.entities)
        after = last + 1
        if not noun or after + 1 >= len(tokens) or tokens[after].norm not in self._evidence.prepositions:
            return False
        kin = self._evidence.tied(statement.subject) | {statement.subject}
        next_to = range(after + 1, after + 4)
        named = [m for m in scene.entities if m.first in next_to and m.ids]
        article = tokens[after + 1].norm in self._evidence.articles
        if tokens[after].norm in self._evidence.rules.partitives and article and not named and after + 2 < len(tokens):
            return self._plain(tokens[after + 2])  # "the contract of the captain"
        return any(not kin & set(m.ids) for m in named)

    def _of_other(self, scene: Scene, cue: CueMention, subjects: list[int]) -> bool:
        """Whether a noun is said to be that of something else ("construction of the car park began")."""
        tokens = scene.sentence.tokens
        after = cue.first + 1
        if after >= len(tokens) or tokens[after].norm not in self._evidence.rules.partitives:
            return False
        dated = any(v.first == after + 1 and v.value.type == "date" for v in scene.values)
        return not dated and not any(after < first <= after + _REACH for first in subjects)

    def _narrowed(self, scene: Scene, cue: CueMention) -> bool:
        """Whether a word before a thing makes it another one ("the temporary permit runs until ...")."""
        before = scene.sentence.tokens[cue.first - 1] if cue.first else None
        return cue.last > cue.first and before is not None and self._plain(before)
