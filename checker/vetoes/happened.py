"""What an event on a date happened to: the subject of a statement, or another thing that is only said beside it.

"The quay beside the chapel was built in 1931", "De bouw van het parkeerdek begon in 2024", "the temporary permit".
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker.comparing import read_period
from checker.factbase.model import Moment
from checker.properties import built_in

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, Scene, ValueMention

_OCCASIONS = frozenset({"event", "competition"})
"""Types of what nothing but itself begins with."""
_OPENING = 4
"""Where a date stands at the latest that opens its sentence."""
_YEAR = 4
"""Letters of a date that is a year."""
_LONG = timedelta(days=365)
"""What lies further back does not happen again on a later day."""
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
        if mention.value.type != "date" or prop.type != "date" or scene.heads:
            return False
        if (not subjects and self._done_by_noun(statement, scene, mention)) or self._object_of(
            statement, scene, mention
        ):
            return True
        if self._is_ahead(statement, mention):
            return True
        if prop.id in built_in():
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

    def _is_ahead(self, statement: Statement, mention: ValueMention) -> bool:
        """Whether a day is yet to come, where the base's was long ago: an open day is no opening."""
        now, known = self._evidence.date, statement.value
        if now is None or not isinstance(known, Moment) or known.period.last > now.first - _LONG:
            return False
        told = read_period(mention.value.date)
        if told is None or told.precision != "day":
            return False
        first, own = told.first, known.period.first
        return first > now.last and (first.month, first.day) != (own.month, own.day)

    def _done_by_noun(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a noun that names nobody is what begins or ends ("Registration opens on 1 May")."""
        tokens = scene.sentence.tokens
        cues = scene.cues.get(statement.property.id, ())
        telling = {i for c in cues for i in range(c.first, c.last + 1)}
        telling |= {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        telling |= {i for v in scene.values for i in range(v.first, v.last + 1)}
        opening = self._evidence.rules.compounds and mention.first < _OPENING
        for cue in cues:
            verb = tokens[cue.first]
            if cue.first != cue.last:
                continue
            if cue.first and tokens[cue.first - 1].norm in self._evidence.rules.coordinators:
                # "Ticket sales began on 1 May and end on 25 May"
                verb = next((t for t in tokens[1 : cue.first] if self._evidence.is_verb(t)), verb)
            if not self._evidence.is_verb(verb):
                continue
            for noun in (verb.index - 1, self._behind(scene, verb.index) if opening else -1):
                token = tokens[noun] if 0 <= noun < len(tokens) else None
                if token is None or token.index in telling:
                    continue
                plain = self._plain(token) or (token.index == 0 and self._plain_opener(token))
                if plain and not self._is_work(statement, token):
                    return True
        return False

    def _is_work(self, statement: Statement, token: Token) -> bool:
        """Whether a noun stands for the subject itself: the construction of a line is no other thing that begins."""
        rules, kind = self._evidence.rules, self._evidence.type_of(statement.subject)
        own = rules.type_nouns.get(kind, ())
        if kind in _OCCASIONS:
            return token.norm in own
        return token.norm in (*own, *rules.wholes, *rules.works)

    def _behind(self, scene: Scene, verb: int) -> int:
        """Return the noun behind a verb and an article ("Op 1 mei startte de inschrijving")."""
        tokens = scene.sentence.tokens
        after = verb + 1
        if after + 1 < len(tokens) and tokens[after].norm in self._evidence.articles:
            return after + 1
        return -1

    def _plain_opener(self, token: Token) -> bool:
        closed = (*self._evidence.closed, *self._evidence.articles)
        return token.text.isalpha() and token.norm not in closed and not self._evidence.is_verb(token)

    def _object_of(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a year without a number says when somebody did something about it ("watched the start last year")."""
        if any(c.isdigit() for c in mention.value.text) or len(mention.value.date or "") > _YEAR:
            return False
        tokens = scene.sentence.tokens
        for cue in scene.cues.get(statement.property.id, ()):
            article = cue.first - 1
            if cue.last < mention.first and article > 0 and tokens[article].norm in self._evidence.articles:
                verb = tokens[article - 1]
                if self._evidence.is_verb(verb) and verb.norm not in self._evidence.rules.copulas:
                    return True
        return False

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
