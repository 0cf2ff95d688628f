"""What the clause of a date or of a length of time says that somebody holds: a role, a post, a sponsorship, a house.

A head says it: the noun of a role or relation ("director", "sponsor"), a verb of leading or owning, a phrase such as
"in office". It must stand together with the time: no other verb, no other noun's preposition, no comma of an apposition
between; and whom or what it is about must stand there too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.clauses import Clauses
from checker.factbase.model import Reference, Term
from checker.languages import tenures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.analysis import Token
    from checker.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention

Kind = Literal["noun", "verb", "phrase"]
Time = Literal["bound", "within", "beginning", "length"]
"""What a time is to what is held: an end that a word marks, a date within it, the date of its beginning, its length."""

_TELLING = 0.8
"""From which weight on a cue is the noun of a relation."""
_WIDEST = 14
"""How many words may stand between a head and a time."""
_NOUNS = 3
"""How many words that are in no closed class may stand between."""
_OBJECT = 8
"""How many words away from a verb what it leads or owns may stand."""
_PERSON = 16
"""How many words away from a head the person may stand."""


@dataclass(frozen=True, slots=True)
class Head:
    """A word or phrase that says that something is held, and the statements that it can speak of."""

    first: int
    last: int
    kind: Kind
    statements: tuple[Statement, ...]


class Holdings:
    """Finds what is held in the clauses of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Index the statements that hold for a time, by the words that say so."""
        self._clauses = Clauses(evidence)
        self._evidence = evidence
        rules = evidence.rules
        self.words = tenures(evidence.language)
        self._timed = [s for s in evidence.base.statements if s.valid is not None and self._two_sided(s)]
        self._leading = tuple(s for s in self._timed if self._leads(s))
        self._heads: dict[int, tuple[Head, ...]] = {}
        self._rejecting = frozenset((*rules.negations, *rules.others, *rules.hypotheses))
        self._breaking = frozenset((*rules.coordinators, *rules.clause_openers)) - frozenset(self.words.joins)
        self._being = frozenset((*rules.auxiliaries, *rules.copulas, *self.words.adverbs))
        self._closed = frozenset((*evidence.articles, *self.words.joins))
        self._bounding = frozenset(
            (*rules.since, *rules.until, *self.words.ends, *self.words.adverbs, *self.words.lasts)
        )

    @staticmethod
    def _two_sided(statement: Statement) -> bool:
        return isinstance(statement.value, Reference | Term)

    def _leads(self, statement: Statement) -> bool:
        """Whether a statement says who leads something, by the noun of its role or property."""
        term = isinstance(statement.value, Term)
        cues = (w for words in statement.property.cues.values() for w in words)
        names = (
            statement.value.all_labels()
            if isinstance(statement.value, Term)
            else (*statement.property.label.values(), *cues)
        )
        nouns = {part for name in names for part in name.casefold().replace("-", " ").split()}
        return any(noun.endswith(self.words.leaders) for noun in nouns) and (term or self.holder(statement) is not None)

    def holder(self, statement: Statement) -> str | None:
        """Return the person who holds what a statement says, if it is a person."""
        value = statement.value
        if isinstance(value, Reference) and self._evidence.type_of(value.id) == "person":
            return value.id
        return statement.subject if self._evidence.type_of(statement.subject) == "person" else None

    def of(self, scene: Scene, mention: ValueMention, time: Time) -> tuple[Statement, ...]:
        """Return the statements that a time bounds or measures, none where that is not sure.

        That of a beginning needs a verb that says so ("became", "werd"); beside a length of time such a verb is another
        claim ("after six years as an alderman she became mayor").
        """
        best: tuple[int, tuple[Statement, ...]] | None = None
        for head in self._heads_of(scene):
            gap = mention.first - head.last if head.last < mention.first else head.first - mention.last
            if gap < 1 or gap > _WIDEST or (best is not None and gap >= best[0]):
                continue
            if not self._together(scene, head, mention) or not self._fits(scene, head, mention, time):
                continue
            found = tuple(s for s in head.statements if self._present(scene, head, s, mention))
            if found:
                best = (gap, found)
        return best[1] if best else ()

    # Heads ------------------------------------------------------------------------------------------------------

    def _heads_of(self, scene: Scene) -> tuple[Head, ...]:
        if scene.index not in self._heads:
            self._heads[scene.index] = tuple(self._find(scene)) if self._timed else ()
        return self._heads[scene.index]

    def _find(self, scene: Scene) -> Iterator[Head]:
        for term in scene.terms:
            own = tuple(s for s in term.statements if s.valid is not None)
            if own:
                yield Head(term.first, term.last, "noun", own)
        for prop, cues in scene.cues.items():
            own = tuple(s for s in self._evidence.base.by_property.get(prop, ()) if s in self._timed)
            for cue in cues:
                if own and cue.weight >= _TELLING and not self._evidence.is_verb(scene.sentence.tokens[cue.first]):
                    yield Head(cue.first, cue.last, "noun", own)
        tokens = scene.sentence.tokens
        norms = [t.norm for t in tokens]
        for index, norm in enumerate(norms):
            if norm in self.words.leading and self._leading:
                yield Head(index, index, "verb", self._leading)
            for prop, verbs in self.words.verbs.items():
                own = tuple(s for s in self._timed if s.property.id == prop)
                if norm in verbs and own:
                    yield Head(index, index, "verb", own)
            for phrase in self.words.office:
                words = phrase.split()
                if norms[index : index + len(words)] == words and self._leading:
                    yield Head(index, index + len(words) - 1, "phrase", self._leading)

    # Standing together ------------------------------------------------------------------------------------------

    def _together(self, scene: Scene, head: Head, mention: ValueMention) -> bool:
        """Whether a head and a time stand in one clause, with nothing between that the time could belong to."""
        before = head.last < mention.first
        between = self._between(scene, head, mention)
        title = any(m.first == head.last + 1 and self._is_person(m) for m in scene.entities)
        if title and not before and head.kind == "noun":
            return False  # "Since 2019 director Jansen has ...": a title, not what is held since then
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        aside = {i for v in scene.values if v.value.type in ("age", "date") for i in range(v.first, v.last + 1)}
        goes_on = any(t.norm in self.words.staying or t.norm in self.words.beginning for t in between)
        linked, comma, nouns = True, False, 0
        for token in between:
            if token.index in named or token.index in aside:
                linked = False
            elif token.text == ",":
                if not before:
                    return False
                comma, linked = True, False
            elif token.norm in self._closed:
                linked = True
            elif token.norm in self.words.beginning or token.norm in self.words.staying:
                linked = False
            elif token.norm in self._being:
                if before and (comma or (head.kind == "noun" and not goes_on and self._evidence.is_verb(token))):
                    return False  # "Director Jansen has, since 2012, ...": another predicate
                linked = False
            elif token.text in "()-":
                linked = False
            elif self._parts(token) or (before and (comma or title or not linked)):
                return False
            else:
                nouns += 1
        return nouns <= _NOUNS and not self._unsure(scene, head, mention)

    def _between(self, scene: Scene, head: Head, mention: ValueMention) -> tuple[Token, ...]:
        """Return the tokens between a head and a time, without the words that bound the time itself."""
        tokens = scene.sentence.tokens
        if mention.last < head.first:
            return tokens[mention.last + 1 : head.first]
        end = mention.first
        while end - 1 > head.last and tokens[end - 1].norm in self._bounding:
            end -= 1
        return tokens[head.last + 1 : end]

    def _parts(self, token: Token) -> bool:
        """Whether a token begins another clause or phrase: a verb, a preposition, "and", a stop."""
        return (
            not token.text[0].isalnum()
            or token.norm in self._rejecting
            or token.norm in self._breaking
            or token.norm in self._evidence.prepositions
            or self._evidence.is_verb(token)
        )

    def _unsure(self, scene: Scene, head: Head, mention: ValueMention) -> bool:
        """Whether a word of the clause says that it is not, not yet or perhaps so."""
        tokens = scene.sentence.tokens
        rules = self._evidence.rules
        doubts = frozenset((*rules.negations, *rules.modals, *rules.plan_words, *self.words.again))
        doubts -= frozenset(self.words.nearly)
        low, high = min(head.first, mention.first), max(head.last, mention.last)
        while low > 0 and tokens[low - 1].norm not in self._breaking and tokens[low - 1].text not in ',;:“”"':
            low -= 1
        while (
            high + 1 < len(tokens) and tokens[high + 1].norm not in self._breaking and tokens[high + 1].text.isalnum()
        ):
            high += 1
        return tokens[-1].text == "?" or any(
            t.norm in doubts for t in tokens[low : high + 1] if not mention.first <= t.index <= mention.last
        )

    def _fits(self, scene: Scene, head: Head, mention: ValueMention, time: Time) -> bool:
        return time in ("bound", "within") or self._begins(scene, head, mention) == (time == "beginning")

    def _begins(self, scene: Scene, head: Head, mention: ValueMention) -> bool:
        """Whether a verb of beginning stands in the clause of a head and a time."""
        tokens = scene.sentence.tokens
        low, high = min(head.first, mention.first), max(head.last, mention.last)
        while low > 0 and tokens[low - 1].norm not in self._breaking and tokens[low - 1].text not in ',;:“”"':
            low -= 1
        while (
            high + 1 < len(tokens) and tokens[high + 1].text.isalpha() and tokens[high + 1].norm not in self._breaking
        ):
            high += 1
        return any(t.norm in self.words.beginning for t in tokens[low : high + 1])

    # Whom and what it is about ----------------------------------------------------------------------------------

    def _is_person(self, mention: EntityMention) -> bool:
        return mention.how == "unknown" or any(self._evidence.type_of(i) == "person" for i in mention.ids)

    def _person(self, scene: Scene, head: Head) -> frozenset[str]:
        """Return whom a head is said of: the nearest person, or who holds the post that the sentence is about."""
        people = [
            m
            for m in scene.entities
            if self._is_person(m)
            and not self._clauses.closes_aside(scene, m)
            and not (m.how in ("noun", "epithet") and head.first <= m.last and m.first <= head.last)
        ]
        if people:
            nearest = min(people, key=lambda m: (_gap(head, m), m.first))
            return frozenset(nearest.ids) if _gap(head, nearest) <= _PERSON else frozenset()
        if head.kind == "noun":
            return frozenset()
        now = self._evidence.date
        posts = [h for h in self._heads_of(scene) if h.kind == "noun" and h.last < head.first]
        held = [s for h in posts for s in h.statements if s.valid and now and s.valid.overlaps(now)]
        here = {i for m in scene.entities for i in m.ids}
        holders = {self.holder(s) for s in held if self._sides(s) & here} - {None}
        return frozenset(h for h in holders if h is not None) if len(holders) == 1 else frozenset()

    def _present(self, scene: Scene, head: Head, statement: Statement, mention: ValueMention) -> bool:
        """Whether both sides of a statement stand in the clause, or one of them and nothing that could be the other."""
        low, high = min(head.first, mention.first), max(head.last, mention.last)
        here = [m for m in scene.entities if m.how not in ("adjective", "country")]
        person = self.holder(statement)
        sides = self._sides(statement)
        around = [m for m in here if low - 2 <= m.first <= high + _OBJECT]
        if any(m.how == "unknown" and abs(m.first - head.first) <= _OBJECT for m in here):
            return False
        if person is not None:
            if person not in self._person(scene, head):
                return False
            things = [m for m in around if not self._is_person(m)]
            other = sides - {person}
            told = [m for m in things if other & self._family(m)]
            if head.kind == "verb":
                return any(abs(m.first - head.first) <= _OBJECT for m in told)
            return bool(told) or (not things and not self._of_something(scene, head))
        said = [side for side in sides if any(side in self._family(m) for m in here)]
        if len(said) == len(sides):
            return True
        explicit = [m for m in here if m.explicit and sides & set(m.ids)]
        if head.kind != "noun" or not explicit or self._of_something(scene, head):
            return False
        others = [m for m in around if m.ids and not sides & self._family(m)]
        return not others and bool(sides & self._evidence.topic - set(explicit[0].ids))

    def _sides(self, statement: Statement) -> frozenset[str]:
        value = statement.value
        if isinstance(value, Reference):
            return frozenset({statement.subject, value.id})
        return frozenset({statement.subject, *statement.where.values()})

    def _family(self, mention: EntityMention) -> frozenset[str]:
        return frozenset(other for entity in mention.ids for other in self._evidence.related(entity))

    def _of_something(self, scene: Scene, head: Head) -> bool:
        """Whether a head goes on with "of" something ("sponsor of the swimming pool")."""
        tokens = scene.sentence.tokens
        after = head.last + 1
        return after < len(tokens) and tokens[after].norm in self._evidence.rules.partitives


def _gap(head: Head, mention: EntityMention) -> int:
    return min(abs(mention.first - head.last), abs(head.first - mention.last))
