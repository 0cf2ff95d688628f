"""Whether a name only says whose or which another thing is: "the German arm of Alpha", "the Alpha plant in Delft".

What is said of such a thing (when it began, where it is, whose it is, how many it has) is not said of the name. Nor is
what somebody did to another thing ("founded by Alpha in 2017"), and a cue that ends in a preposition may go on to name
somebody else ("640 people work at sea").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.mentions.deeds import deeds_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.report import Part

_PHRASE = 4
"""How many words of a phrase may stand before its noun."""
_OBJECT = 3
"""How many words behind a preposition a name may stand that it governs."""
_OWNERS = frozenset({"company", "organisation", "team"})
_OF_COUNTRY = ("adjective", "country", "inhabitant")


class Belonging:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._rules = rules
        self._determiners = frozenset((*rules.articles, *rules.definite, *rules.possessives))
        between = frozenset(rules.inside) - frozenset(rules.place_prepositions)
        self._tying = between | frozenset(rules.partitives)
        self._agents = frozenset(rules.agents)
        self._prepositions = frozenset(rules.prepositions)

    def is_about_another(
        self, statement: Statement, scene: Scene, mention: EntityMention, parts: Iterable[Part]
    ) -> bool:
        """Whether a name in the place of a statement's value is that of something else than its subject."""
        if self._evidence.type_of(statement.subject) not in _OWNERS:
            return False
        tokens, parts = scene.sentence.tokens, tuple(parts)
        for part in parts:
            first = scene.sentence.at(part.start)
            if part.role == "cue" and first > 1 and tokens[first - 1].norm in self._rules.relatives:
                head = first - 3 if tokens[first - 2].text == "," else first - 2
                if not any(m.last == head and statement.subject in m.ids for m in scene.entities):
                    return True  # "a plant that is owned by Alpha"
        return self.of_another(statement, scene, mention.first, parts) or self.of_somebody(scene, mention.first, parts)

    def of_another(self, statement: Statement, scene: Scene, at: int, parts: Iterable[Part]) -> bool:
        """Whether the subject that parts name only tells which other thing is meant, at or before a token."""
        if self._evidence.type_of(statement.subject) not in _OWNERS:
            return False
        parts = tuple(parts)
        spans = [(scene.sentence.at(p.start), scene.sentence.at(p.end - 1)) for p in parts if p.role == "cue"]
        telling = self._telling(statement, scene) | {i for low, high in spans for i in range(low, high + 1)}
        ends = {c.last for c in scene.cues.get(statement.property.id, ())}
        for part in parts:
            if part.role != "subject":
                continue
            first, last = scene.sentence.at(part.start), scene.sentence.at(part.end - 1)
            if self._of_many(scene, last):
                return True
            if self._goes_back(scene, last, at):
                continue
            if first <= at or {first - 1, first - 2} & ends:
                own = [
                    m.first for m in scene.entities if statement.subject in m.ids and m.first <= first and m.explicit
                ]
                pointing = any(m.first == first and m.how == "pronoun" for m in scene.entities)
                named = {first, *(own if pointing else ())}
                if first <= at and any(self._is_complement(scene, index, telling) for index in named):
                    return True
                if self._is_modifier(statement, scene, first, last, telling):
                    return True
        return False

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, parts: Sequence[Part]) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if self.of_another(statement, scene, mention.first, parts):
            yield "a part of the subject"
        if self.did_it(statement, scene, mention, parts):
            yield "what happened to something else"
        if self.goes_on(statement, scene):
            yield "somebody else"
        if self._said_of_another(statement, scene, mention, parts):
            yield "somebody else"
        if mention.value.type == "date" and self.of_somebody(scene, mention.first, parts):
            yield "somebody else"

    def did_it(self, statement: Statement, scene: Scene, mention: ValueMention, parts: Iterable[Part]) -> bool:
        """Whether the subject of a date is named as who did it to something else: "was founded by Alpha in 2017"."""
        if mention.value.type != "date" or self._evidence.type_of(statement.subject) not in _OWNERS:
            return False
        tokens, at = scene.sentence.tokens, scene.sentence.at
        subjects = [(at(part.start), at(part.end - 1)) for part in parts if part.role == "subject"]
        return any(
            first and tokens[first - 1].norm in self._agents and not self._goes_back(scene, last, mention.first)
            for first, last in subjects
        )

    def goes_on(self, statement: Statement, scene: Scene) -> bool:
        """Whether every cue of a count ends in a preposition that another noun than the subject follows."""
        if statement.property.type != "count":
            return False
        tokens, cues = scene.sentence.tokens, scene.cues.get(statement.property.id, ())
        sure = [c for c in cues if c.weight == 1.0]
        if not sure or any(tokens[c.last].norm not in self._prepositions or c.first == c.last for c in sure):
            return False
        return all(self._governs_another(statement, scene, c.last + 1) for c in sure)

    def _said_of_another(
        self, statement: Statement, scene: Scene, mention: ValueMention, parts: Sequence[Part]
    ) -> bool:
        """Whether somebody who is not named stands before the verb, and the subject only behind the value.

        "Electric cars have 12 per cent of the market, says Alpha"; "The union of the crews has 310, Alpha more".
        """
        tokens = scene.sentence.tokens
        if self._evidence.type_of(statement.subject) not in _OWNERS:
            return False
        cues = [c for c in scene.cues.get(statement.property.id, ()) if c.weight == 1.0]
        behind = [p for p in parts if p.role == "subject" and p.start > mention.end]
        if not behind or len(behind) != sum(p.role == "subject" for p in parts):
            return False
        opening = tokens[: mention.first]
        told = any(m.first < mention.first for m in scene.entities) or any(c.first < mention.first for c in cues)
        of = next((t.index for t in opening if t.norm in self._rules.partitives), len(tokens))
        verb = any(self._evidence.is_verb(t) for t in opening[of:])
        if not told and verb and opening and tokens[0].norm in self._determiners:
            return True
        if not cues:
            return False
        if not all(c.first < mention.first and self._evidence.is_verb(tokens[c.first]) for c in cues):
            return False
        return any(self._plain(t) for t in tokens[: cues[0].first])

    def _governs_another(self, statement: Statement, scene: Scene, index: int) -> bool:
        tokens = scene.sentence.tokens
        reach = range(index, index + _OBJECT)
        if index >= len(tokens) or any(v.first in (index, index + 1) for v in scene.values):
            return False
        return tokens[index].text[0].isalnum() and not any(
            m.first in reach and (not m.ids or statement.subject in {*m.ids, *m.others}) for m in scene.entities
        )

    def _goes_back(self, scene: Scene, last: int, at: int) -> bool:
        """Whether a clause or an aside about a name holds what is said: "the home of Alpha, which has 46 trains"."""
        tokens = scene.sentence.tokens
        if last + 2 < at and tokens[last + 1].norm in self._prepositions:
            last = next((m.last for m in scene.entities if m.first == last + 2), last)  # "of Alpha in Delft, which has"
        if last + 2 >= at or tokens[last + 1].text not in (",", "("):
            return False
        return tokens[last + 1].text == "(" or tokens[last + 2].norm in (*self._rules.relatives, *self._rules.articles)

    def _of_many(self, scene: Scene, last: int) -> bool:
        """Whether a noun for a subject goes on to say whose it is, naming nobody: "the union of the drivers"."""
        tokens = scene.sentence.tokens
        noun = any(m.last == last and m.how == "noun" for m in scene.entities)
        if not noun or last + 2 >= len(tokens) or tokens[last + 1].norm not in self._rules.partitives:
            return False
        if tokens[last + 2].norm not in self._rules.definite:
            return False
        for following in tokens[last + 3 : last + 3 + _OBJECT]:
            if self._evidence.is_verb(following):
                return following.index > last + 3
            if not (following.text.isalpha() and following.text.islower()):
                return False
        return False

    def _telling(self, statement: Statement, scene: Scene) -> set[int]:
        """Return the words that speak of the subject itself: cues of the property, nouns for all of it, its name."""
        found = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        kind = self._evidence.type_of(statement.subject)
        alike = {"company": "", "organisation": "team"}.get(kind, kind)  # "the team of the rowing club" is the club
        nouns = (*self._rules.wholes, *self._rules.type_nouns.get(alike, ()))
        deeds = deeds_of(statement.property, self._evidence.language)  # "the catering of Alpha is done by"
        nouns = (*nouns, *(fold(noun) for deed in deeds for noun in deed.deed))
        found |= {t.index for t in scene.sentence.tokens if t.norm in nouns}
        found |= {v.noun for v in scene.values if v.noun is not None and v.value.type != "ordinal"}
        return found | {m.last for m in scene.entities if m.explicit and m.how not in _OF_COUNTRY}

    def _is_complement(self, scene: Scene, first: int, telling: Collection[int]) -> bool:
        """Whether "of" or "between" stands before a name, and another noun with its article before that."""
        tokens = scene.sentence.tokens
        index = self._before(scene, first)
        while index > 0 and tokens[index].norm in self._rules.coordinators:
            joined = next((m.first for m in scene.entities if m.last == index - 1), None)
            if joined is None:
                return False
            index = self._before(scene, joined)  # "between Alpha and Beta"
        if index < 1 or tokens[index].norm not in self._tying:
            return False
        head = tokens[index - 1]
        if head.index in telling or not self._plain(head):
            return False
        for before in reversed(tokens[max(0, head.index - _PHRASE) : head.index]):
            if before.norm in self._determiners:
                return True
            spans = [(m.first, m.last) for m in scene.entities] + [(v.first, v.last) for v in scene.values]
            described = any(low <= before.index <= high for low, high in spans)
            if not (described or before.norm in self._tying or self._plain(before)):
                return False
        return head.index == 0

    def _before(self, scene: Scene, first: int) -> int:
        """Return the token before a name and its article."""
        index = first - 1
        while index > 0 and scene.sentence.tokens[index].norm in self._evidence.articles:
            index -= 1
        return index

    def _is_modifier(self, statement: Statement, scene: Scene, first: int, last: int, telling: Collection[int]) -> bool:
        """Whether a noun follows a name behind an article: "the Alpha plant in Delft", "an Alpha recipe"."""
        tokens = scene.sentence.tokens
        if self._rules.compounds or first == 0 or last + 2 >= len(tokens):
            return False
        if self._evidence.type_of(statement.subject) not in _OWNERS or tokens[first - 1].norm not in self._determiners:
            return False
        head = tokens[last + 1]
        if head.norm.endswith(("ed", "s")) or head.index in telling or not self._plain(head):
            return False
        after = tokens[last + 2]
        if any(v.first == last + 3 for v in scene.values):
            return False  # "at the Alpha stand at 3,200"
        return after.norm in self._prepositions or self._evidence.is_verb(after) or after.norm.endswith("ing")

    def _plain(self, token: Token) -> bool:
        """Whether a token is a word in small letters that can be a noun or an adjective."""
        closed = token.norm in self._evidence.closed or token.norm in self._prepositions
        word = token.text.isalpha() and (token.text.islower() or token.index == 0)
        return word and not closed and not self._evidence.is_verb(token)

    def of_somebody(self, scene: Scene, at: int, parts: Iterable[Part]) -> bool:
        """Whether a clause is about a person, and the subject says of where ("Anna Berg of Alpha lives in Delft")."""
        tokens = scene.sentence.tokens
        for part in parts:
            first = scene.sentence.at(part.start)
            if part.role != "subject" or not 1 < first < at or tokens[first - 1].norm not in self._rules.partitives:
                continue
            for mention in scene.entities:
                person = mention.ids and all(self._evidence.type_of(i) == "person" for i in mention.ids)
                named = mention.how == "unknown" or (person and mention.explicit and mention.how != "epithet")
                if mention.last == first - 2 and mention.first <= 1 and named:
                    return True
        return False
