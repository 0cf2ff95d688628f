"""What the clause of a date or of a length of time says that somebody holds: a role, a post, a sponsorship, a house.

A head says it: the noun of a role or relation ("director", "sponsor"), a verb of leading or owning, a phrase such as
"in office". It must stand together with the time: no other verb, no other noun's preposition, no comma of an apposition
between; and whom or what it is about must stand there too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.evidence.clauses import Clauses
from checker.evidence.heads import Heads
from checker.factbase.model import Reference
from checker.languages import tenures

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.evidence.heads import Head
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention

Time = Literal["bound", "within", "beginning", "length"]
"""What a time is to what is held: an end that a word marks, a date within it, the date of its beginning, its length."""

_WIDEST = 14
"""How many words may stand between a head and a time."""
_NOUNS = 3
"""How many words that are in no closed class may stand between."""
_OBJECT = 8
"""How many words away from a verb what it leads or owns may stand."""
_A_DAY = 10
"""How long a day is."""
_PERSON = 16
"""How many words away from a head the person may stand."""


class Holdings:
    """Finds what is held in the clauses of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Index the statements that hold for a time, by the words that say so."""
        self._clauses = Clauses(evidence)
        self._evidence = evidence
        rules = evidence.rules
        self.words = tenures(evidence.language)
        self._heads = Heads(evidence)
        self._rejecting = frozenset((*rules.negations, *rules.others, *rules.hypotheses))
        self._breaking = frozenset((*rules.coordinators, *rules.clause_openers)) - frozenset(self.words.joins)
        self._joining = frozenset(rules.coordinators)
        self._being = frozenset((*rules.auxiliaries, *rules.copulas, *self.words.adverbs))
        self._closed = frozenset((*evidence.articles, *self.words.joins))
        self._bounding = frozenset(
            (*rules.since, *rules.until, *self.words.ends, *self.words.adverbs, *self.words.lasts, *self.words.on)
        )

    def holder(self, statement: Statement) -> str | None:
        """Return the person who holds what a statement says, if it is a person."""
        return self._heads.holder(statement)

    def of(self, scene: Scene, mention: ValueMention, time: Time) -> tuple[Statement, ...]:
        """Return the statements that a time bounds or measures, none where that is not sure.

        That of a beginning needs a verb that says so ("became", "werd"); beside a length of time such a verb is another
        claim ("after six years as an alderman she became mayor").
        """
        best: tuple[int, tuple[Statement, ...]] | None = None
        for head in self._heads.of(scene):
            gap = mention.first - head.last if head.last < mention.first else head.first - mention.last
            if gap < 1 or gap > _WIDEST or (best is not None and gap >= best[0]):
                continue
            if not self._together(scene, head, mention) or not self._fits(scene, head, mention, time):
                continue
            found = tuple(s for s in head.statements if self._present(scene, head, s, mention))
            if found:
                best = (gap, found)
        return best[1] if best else ()

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
        stays = any(t.norm in self.words.staying for t in between)
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
                if comma and token.norm in self.words.beginning:
                    return False  # "The director, Anna Berg, began in 2001 as a trainee"
                linked = False
            elif token.norm in self._being:
                if before and (
                    (comma and not stays) or (head.kind == "noun" and not goes_on and self._evidence.is_verb(token))
                ):
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
            if tokens[end - 1].norm in self._joining and tokens[end].norm not in self.words.ends:
                break  # "sponsor of the library, and in 2020 partner of the fair"; not the "en" of "tot en met"
            end -= 1
        between = tokens[head.last + 1 : end]
        commas = [i for i, token in enumerate(between) if token.text == ","]
        if len(commas) > 1 and commas[-1] == len(between) - 1:
            aside = between[commas[-2] :]
            if not any(self._evidence.is_verb(t) or t.norm in self._breaking for t in aside):
                return between[: commas[-2]]  # "a member of the alliance, a group of nine, since 2024"
        return between

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
        first = mention.first - (mention.value.type == "date")  # "op 1 mei": no more than when
        return tokens[-1].text == "?" or any(
            t.norm in doubts
            for t in tokens[low : high + 1]
            if not first <= t.index <= mention.last and not self._is_still(scene, t.index)
        )

    def _is_still(self, scene: Scene, index: int) -> bool:
        """Whether a word only says that something goes on until a date ("nog tot eind 2028")."""
        following = scene.sentence.tokens[index + 1 :][:1]
        return bool(following) and following[0].norm in self._evidence.rules.until

    def _takes_effect(self, scene: Scene, head: Head, mention: ValueMention) -> bool:
        """Whether a clause with a day says of nothing but a beginning when it is: no announcement, no other verb."""
        tokens = scene.sentence.tokens
        low, high = min(head.first, mention.first), max(head.last, mention.last)
        while low > 0 and tokens[low - 1].text not in ',;:“”"':
            low -= 1
        while high + 1 < len(tokens) and tokens[high + 1].text[0].isalnum():
            high += 1
        rules, words = self._evidence.rules, self.words
        known = (*words.effect, *words.beginning, *words.joins, *words.adverbs, *rules.auxiliaries, *rules.modals)
        known = (*known, *rules.coordinators, *rules.articles, *rules.definite, *rules.relatives, *rules.likening)
        plain = frozenset((*known, *self._evidence.prepositions)) - frozenset(words.announcing)
        spans = [(m.first, m.last) for m in scene.entities] + [(v.first, v.last) for v in scene.values]
        spans += [(t.first, t.last) for t in scene.terms] + [(head.first, head.last)]
        taken = {i for first, last in spans for i in range(first, last + 1)}
        return all(t.norm in plain or t.index in taken or t.capital for t in tokens[low : high + 1])

    def _fits(self, scene: Scene, head: Head, mention: ValueMention, time: Time) -> bool:
        day = mention.value.type == "date" and len(mention.value.date or "") >= _A_DAY
        if time == "beginning" and day and not self._takes_effect(scene, head, mention):
            return False
        return time in ("bound", "within") or self._begins(scene, head, mention) == (time == "beginning")

    def _begins(self, scene: Scene, head: Head, mention: ValueMention) -> bool:
        """Whether a verb of beginning stands in the clause of a head and a time."""
        tokens = scene.sentence.tokens
        if head.begins:
            return True
        begun = self.words.beginning
        if " ".join(t.norm for t in tokens[head.first : head.last + 1]) in self.words.come_to:
            begun = (*begun, *self._evidence.rules.comings)  # "kwam in 2019 aan het roer"
        low, high = min(head.first, mention.first), max(head.last, mention.last)
        while low > 0 and tokens[low - 1].norm not in self._breaking and tokens[low - 1].text not in ',;:“”"':
            low -= 1
        while (
            high + 1 < len(tokens) and tokens[high + 1].text.isalpha() and tokens[high + 1].norm not in self._breaking
        ):
            high += 1
        return any(t.norm in begun for t in tokens[low : high + 1])

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
            and not self._is_place(scene, m)
            and not (m.how in ("noun", "epithet") and head.first <= m.last and m.first <= head.last)
        ]
        if people:
            tokens = scene.sentence.tokens
            # "Berg came to the helm in 2021, as the successor of Jansen": not whom another clause names.
            own = [m for m in people if m.first < head.last or "," not in [t.text for t in tokens[head.last : m.first]]]
            nearest = min(own or people, key=lambda m: (_gap(head, m), m.first))
            return frozenset(nearest.ids) if _gap(head, nearest) <= _PERSON else frozenset()
        if head.kind == "noun":
            return frozenset()
        now = self._evidence.date
        posts = [h for h in self._heads.of(scene) if h.kind == "noun" and h.last < head.first]
        held = [s for h in posts for s in h.statements if s.valid and now and s.valid.overlaps(now)]
        here = {i for m in scene.entities for i in m.ids}
        holders = {self.holder(s) for s in held if self._sides(s) & here} - {None}
        return frozenset(h for h in holders if h is not None) if len(holders) == 1 else frozenset()

    def _present(self, scene: Scene, head: Head, statement: Statement, mention: ValueMention) -> bool:
        """Whether both sides of a statement stand in the clause, or one of them and nothing that could be the other."""
        low, high = min(head.first, mention.first), max(head.last, mention.last)
        here = [m for m in scene.entities if m.how not in ("adjective", "country") and not self._kind_of(scene, m)]
        person = self.holder(statement)
        sides = self._sides(statement)
        around = [m for m in here if low - 2 <= m.first <= self._end(scene, high)]
        if any(
            m.how == "unknown" and not self._is_place(scene, m) and abs(m.first - head.first) <= _OBJECT for m in here
        ):
            return False
        if person is not None:
            if person not in self._person(scene, head):
                return False
            things = [m for m in around if not self._is_person(m)]
            other = sides - {person}
            told = [m for m in things if other & self._family(m) and self._object(scene, head, m)]
            if head.kind == "phrase" and self._has_object(scene, head):
                return False
            if head.kind == "verb":
                return any(abs(m.first - head.first) <= _OBJECT for m in told)
            return bool(told) or (not things and not self._of_something(scene, head))
        if head.begins:
            return self._bought(scene, head, sides)
        said = [side for side in sides if any(side in self._family(m) for m in here)]
        if len(said) == len(sides):
            return True
        explicit = [m for m in here if m.explicit and sides & set(m.ids)]
        if head.kind != "noun" or not explicit or not self._alone(scene, head):
            return False
        others = [m for m in around if m.ids and not sides & self._family(m)]
        same = [s for s in self._heads.timed(statement.property.id) if self._sides(s) & set(explicit[0].ids)]
        return not others and {s.subject for s in same} == {statement.subject}

    def _kind_of(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a noun is told apart by the word before it ("the swimming club") and so means another one."""
        before = scene.sentence.tokens[mention.first - 1] if mention.first else None
        if mention.how != "noun" or before is None or not before.text.isalpha():
            return False
        closed = (*self._evidence.articles, *self._evidence.prepositions, *self._evidence.rules.pronouns.neutral)
        return before.norm not in closed and not self._evidence.is_verb(before)

    def _is_place(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether an unknown name is most likely a place, by the preposition before it."""
        before = scene.sentence.tokens[mention.first - 1].norm if mention.first else ""
        return mention.how == "unknown" and before in self.words.places

    def _end(self, scene: Scene, index: int) -> int:
        """Return the last token of the phrase that goes on behind a token: up to a comma, "and", or a few words."""
        tokens = scene.sentence.tokens
        stop = min(len(tokens) - 1, index + _OBJECT)
        for place in range(index + 1, stop + 1):
            if not tokens[place].text[0].isalnum() or tokens[place].norm in self._breaking:
                return place
        return stop

    def _object(self, scene: Scene, head: Head, mention: EntityMention) -> bool:
        """Whether a name is what a head is of: not "director of the shop of Acme", "leads the choir of Acme"."""
        tokens = scene.sentence.tokens
        if mention.first < head.first:
            index = mention.first
            while index > 0 and tokens[index - 1].norm in self._evidence.articles:
                index -= 1
            return head.kind != "verb" or index == 0 or tokens[index - 1].norm not in self._evidence.prepositions
        closed = (*self._closed, *self._evidence.rules.place_prepositions)
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        return all(t.norm in closed or t.index in named for t in tokens[head.last + 1 : mention.first])

    def _has_object(self, scene: Scene, head: Head) -> bool:
        """Whether a phrase goes on with a noun of its own: "took over the choir"."""
        tokens = scene.sentence.tokens
        index = head.last + 1
        while index < len(tokens) and tokens[index].norm in self._evidence.articles:
            index += 1
        named = any(m.first == index for m in scene.entities)
        return index > head.last + 1 and not named

    def _bought(self, scene: Scene, head: Head, sides: frozenset[str]) -> bool:
        """Whether both sides of a statement are who a verb of buying is said of, before it, and what, right behind."""
        tokens = scene.sentence.tokens
        dated = {i for v in scene.values if v.value.type == "date" for i in range(v.first - 1, v.last + 1)}
        index = head.last + 1
        while index < len(tokens) and (index in dated or tokens[index].norm in self._evidence.articles):
            index += 1
        bought = next((m for m in scene.entities if m.first == index), None)
        buyers = [m for m in scene.entities if m.last < head.first and m.how not in ("adjective", "country")]
        if not buyers and bought is not None:  # "In 2011 kocht Alpha Beta"
            buyers, index = [bought], bought.last + 1
            bought = next((m for m in scene.entities if m.first == index), None)
        if bought is None or not buyers or len(buyers) > 1 or not buyers[0].ids:
            return False
        after = tokens[bought.last + 1] if bought.last + 1 < len(tokens) else None
        if after is not None and after.text in ("-", "'s", "’s"):
            return False
        left, right = self._family(buyers[0]) & sides, self._family(bought) & sides
        return bool(left and right) and len(left | right) == len(sides)

    def _sides(self, statement: Statement) -> frozenset[str]:
        value = statement.value
        if isinstance(value, Reference):
            return frozenset({statement.subject, value.id})
        return frozenset({statement.subject, *statement.where.values()})

    def _family(self, mention: EntityMention) -> frozenset[str]:
        return frozenset(other for entity in mention.ids for other in self._evidence.related(entity))

    def _of_something(self, scene: Scene, head: Head) -> bool:
        """Whether a head goes on with "of" something, or "in" a place that nobody knows ("conductor in Erfurt")."""
        tokens = scene.sentence.tokens
        after = head.last + 1
        abroad = any(m.first == after + 1 and m.how == "unknown" and self._is_place(scene, m) for m in scene.entities)
        dated = any(v.first == after + 1 and v.value.type == "date" for v in scene.values)  # "van 2011 tot"
        return abroad or (after < len(tokens) and tokens[after].norm in self._evidence.rules.partitives and not dated)

    def _alone(self, scene: Scene, head: Head) -> bool:
        """Whether nothing behind a head says of what ("the main sponsor, ...", "is eigenaar en ...")."""
        tokens = scene.sentence.tokens
        following = tokens[head.last + 1] if head.last + 1 < len(tokens) else None
        return (
            following is None
            or not following.text[0].isalnum()
            or following.norm in self._bounding - self._evidence.articles - frozenset(self.words.on)
            or following.norm in self._breaking
        )


def _gap(head: Head, mention: EntityMention) -> int:
    return min(abs(mention.first - head.last), abs(head.first - mention.last))
