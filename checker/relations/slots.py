"""The places where a name is the value of a property: after its cue, or as what somebody or something is said to be.

"designed by ...", "born in ...", "in ... geboren", "the director of the festival is ...", "... is the director of it".
A name there that is another one than the value of the statement contradicts it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.factbase.model import Reference
from checker.languages import tenures
from checker.mentions.cues import COMPOUND_WEIGHT
from checker.mentions.deeds import deeds, deeds_of
from checker.relations.appositions import Appositions
from checker.relations.other_posts import OtherPosts
from checker.report import Part
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene
    from checker.relations.describing import Describing

_REACH = 4
"""How many words may stand between a cue and the name."""
_SURE = 0.9
_LABEL = 0.8
Slot = tuple["Statement", tuple[Part, ...]]


class Slots:
    """Finds the statements in whose value's place the names of one document stand."""

    def __init__(self, evidence: Evidence, describing: Describing) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._describing = describing
        self._appositions = Appositions(evidence)
        self._others = OtherPosts(evidence)
        rules = evidence.rules
        self._articles = frozenset((*rules.articles, *rules.definite))
        self._definite = frozenset(
            (*rules.definite, *rules.pronouns.neutral, *rules.pronouns.male, *rules.pronouns.female)
        )
        self._prepositions = frozenset(rules.prepositions)
        self._openers = frozenset(rules.clause_openers)
        self._places = frozenset(rules.place_prepositions)
        self._agents = frozenset(rules.agents)
        self._of = frozenset(rules.partitives)
        self._copulas = frozenset(rules.copulas)
        self._copulas |= frozenset(rules.becoming)
        self._past = frozenset(rules.past)
        self._coordinators = frozenset((*rules.coordinators, ","))

    def find(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the statements in whose value's place a mention stands, each with the parts that say so."""
        if mention.how not in ("name", "part", "country", "unknown", "adjective"):
            return
        for statement in statements:
            if not self.same_kind(mention, statement) or statement.subject in mention.ids:
                continue  # nobody is somebody's coach and that one as well
            for cue in self._whole(scene.cues.get(statement.property.id, ())):
                if self._lesser(scene, cue):
                    continue
                parts = None
                if mention.how == "adjective":
                    parts = self._said_before(scene, mention, statement, cue)
                    if parts is not None:
                        yield statement, parts
                        break
                    continue
                if not statement.property.open:
                    parts = self._beside(scene, mention, statement, cue)
                parts = parts or self._predicate(scene, mention, statement, cue)
                parts = parts or self._as_its(scene, mention, statement, cue)
                sure = statement.property.single and cue.weight != COMPOUND_WEIGHT
                if parts is None and (mention.how != "unknown" or sure) and not self._other(scene, cue, statement):
                    parts = self._appositions.find(scene, mention, statement, cue)
                if parts is not None:
                    yield statement, parts
                    break

    @staticmethod
    def _whole(cues: Sequence[CueMention]) -> list[CueMention]:
        """Return cues with the words of a label that stand side by side as one ("main sponsor")."""
        joined: list[CueMention] = []
        for cue in sorted(cues, key=lambda c: (c.first, c.last)):
            before = joined[-1] if joined else None
            if before is not None and before.whole and cue.whole and before.last + 1 == cue.first:
                joined[-1] = replace(before, end=cue.end, last=cue.last)
            else:
                joined.append(cue)
        return joined

    # A cue and a name right beside it -------------------------------------------------------------------------------

    def _beside(
        self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention
    ) -> tuple[Part, ...] | None:
        tokens = scene.sentence.tokens
        preposed = mention.first > 0 and tokens[mention.first - 1].norm in self._places
        behind = tokens[mention.last + 1 : cue.first]
        between = tokens[cue.last + 1 : mention.first]
        place = statement.property.type == "place"
        called = self._called(scene, mention, statement, cue)
        if preposed and cue.first > mention.last and len(behind) <= 1 and cue.weight >= _SURE:
            between = ()
        elif cue.last >= mention.first or len(between) > _REACH or not (called or self._telling(cue, between, mention)):
            return None
        if self._by_verb(scene, statement, cue):
            return None
        if not between and (self._other(scene, cue, statement) or self._of_others(scene, mention, statement)):
            return None
        if not all(self._fills(scene, t, place=place) for t in between) or self._left_by(between, statement):
            return None
        if (
            place
            and not preposed
            and not called
            and not any(t.norm in self._places for t in tokens[cue.first : mention.first])
        ):
            return None
        if mention.how == "unknown" and self._one_of_several(scene, mention):
            return None
        whole = (0, len(tokens) - 1)
        if self._until(scene):
            return None
        answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, whole)
        if self._evidence.labelled(scene, cue.first) and not answer.parts:
            return None
        if any(self._owns_another(scene, part, cue) for part in answer.parts):
            return None
        if answer.score < WEIGHTS.alarm_subject or answer.rival:
            return None
        if mention.how == "unknown" and any(self._is_complement(scene, part) for part in answer.parts):
            return None
        return (*answer.parts, self._part(scene, cue))

    def _other(self, scene: Scene, cue: CueMention, statement: Statement) -> bool:
        """Whether a word before a cue makes it another post than a statement's: "technical director"."""
        return self._others.lasts(statement) and self._others.modified(scene, cue, statement)

    def _of_others(self, scene: Scene, mention: EntityMention, statement: Statement) -> bool:
        """Whether "of" somebody or something else stands right behind a name: "Coach Berg of the Betas lost"."""
        tokens = scene.sentence.tokens
        index = mention.last + 1
        if index >= len(tokens) or tokens[index].norm not in self._of:
            return False
        own = self._evidence.tied(statement.subject) | {statement.subject}
        behind = next((m for m in scene.entities if index < m.first <= index + 2), None)
        return behind is not None and behind.explicit and not set(behind.ids) & own

    def _telling(self, cue: CueMention, between: Sequence[Token], mention: EntityMention) -> bool:
        """Whether a cue is sure enough; of one that is only a label, "by" must say that a name is its value."""
        if cue.weight >= (1.0 if mention.how == "unknown" else _SURE):
            return True  # of a compound ("keeperstrainer") nobody knows the holder
        return cue.weight >= _LABEL and bool(between) and between[0].norm in self._agents

    def _lesser(self, scene: Scene, cue: CueMention) -> bool:
        """Whether a word before a cue makes it another post: "acting director"."""
        tokens = scene.sentence.tokens
        before = tokens[cue.first - 1].norm if cue.first else ""
        if before == "-" and not any(m.last == cue.first - 2 and m.ids for m in scene.entities):
            return True  # "assistant-coach"
        less = tenures(self._evidence.language).lesser
        return before in less or before.removesuffix("e") in less

    def _until(self, scene: Scene) -> bool:
        """Whether a sentence says until when something was so, and was no longer then."""
        tokens, rules = scene.sentence.tokens, self._evidence.rules
        was = any(t.norm in self._past for t in tokens)
        return was and any(
            v.value.type == "date"
            and (tokens[v.first].norm in rules.until or (v.first > 0 and tokens[v.first - 1].norm in rules.until))
            for v in scene.values
        )

    def _owns_another(self, scene: Scene, part: Part, cue: CueMention) -> bool:
        """Whether a subject only says whose another thing is ("the director of Acme's sister company")."""
        tokens = scene.sentence.tokens
        after = scene.sentence.at(part.end - 1) + 1
        first = scene.sentence.at(part.start)
        if part.role == "subject" and any(t.norm in ("'s", "s") for t in tokens[max(0, first - 2) : first]):
            return True  # "Acme's sister company" is not Acme
        owner = part.role == "subject" and after + 1 < len(tokens) and tokens[after].norm in ("'s", "s")
        return owner and after + 1 not in range(cue.first - _REACH, cue.last + 1)

    def _by_verb(self, scene: Scene, statement: Statement, cue: CueMention) -> bool:
        """Whether a cue is a verb with "by" ("written by"), which says who did it only of what is tied to it."""
        first, last = (scene.sentence.tokens[index].norm for index in (cue.first, cue.last))
        language = self._evidence.language
        done = {fold(verb) for deed in deeds_of(statement.property, language) for verb in deed.done}
        return last in deeds(language).by and first in done

    def _called(self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention) -> bool:
        """Whether a cue is a label that says what a name right behind it is: "skipper Berg", "its port of Delft"."""
        tokens = scene.sentence.tokens
        between = tokens[cue.last + 1 : mention.first]
        size = len(statement.property.label.get(self._evidence.language, "").split())
        if cue.weight < _LABEL or cue.last - cue.first + 1 < size or not self._singular(scene, cue, bare=True):
            return False
        if mention.how == "unknown" and not statement.property.single:
            return False
        return not between or (len(between) == 1 and between[0].norm in self._of and statement.property.type == "place")

    def _fills(self, scene: Scene, token: Token, *, place: bool) -> bool:
        """Whether a word may stand between a cue and its name: an article, a preposition, what the name is."""
        if token.norm in self._openers and token.norm not in self._articles:
            return False
        if token.norm in self._articles or token.norm in self._prepositions or token.text == ":":
            return True
        if place and token.norm in self._copulas:
            return True  # "geboren is in"
        return self._describes(scene, token.index)

    def _left_by(self, between: Sequence[Token], statement: Statement) -> bool:
        """Whether a post is taken from somebody: "took over the chair from Berg", "nam de leiding over van Berg"."""
        value = statement.value
        if not isinstance(value, Reference) or self._evidence.type_of(value.id) != "person":
            return False
        small = [t.norm for t in between if t.norm in self._prepositions]
        return any(word in self._evidence.rules.origin_prepositions for word in small) or len(small) > 1

    def _one_of_several(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name is joined to another one, so that the base may know only one of them."""
        tokens = scene.sentence.tokens
        for other in scene.entities:
            low, high = (other, mention) if other.first < mention.first else (mention, other)
            between = tokens[low.last + 1 : high.first]
            if (
                other is not mention
                and between
                and len(between) <= 2
                and all(t.norm in self._coordinators for t in between)
            ):
                return any(t.norm in self._evidence.rules.coordinators for t in between)
        return False

    def _is_complement(self, scene: Scene, part: Part) -> bool:
        """Whether a subject only belongs to another noun: "the interior of the hall was designed by ..."."""
        first = scene.sentence.at(part.start)
        index = first - 1
        while index >= 0 and scene.sentence.tokens[index].norm in self._articles:
            index -= 1
        return part.role == "subject" and index > 0 and scene.sentence.tokens[index].norm in self._prepositions

    @staticmethod
    def _part(scene: Scene, cue: CueMention) -> Part:
        text = " ".join(t.text for t in scene.sentence.tokens[cue.first : cue.last + 1])
        return Part("cue", text, cue.start, cue.end)

    # "under the Norwegian flag", "with Delft as its home port" -------------------------------------------------------

    def _said_before(
        self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention
    ) -> tuple[Part, ...] | None:
        """Return the parts of a word of nationality right before a label whose value is a country."""
        if statement.property.type != "place" or cue.first != mention.last + 1 or cue.weight < _LABEL:
            return None
        index = mention.first - 1
        while index > 0 and scene.sentence.tokens[index].norm in self._articles:
            index -= 1
        if index < 0 or scene.sentence.tokens[index].norm not in self._prepositions:
            return None
        return self._clearly(scene, mention, statement, cue)

    def _as_its(
        self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention
    ) -> tuple[Part, ...] | None:
        """Return the parts of "with NAME as its CUE", "heeft NAME als CUE"."""
        rules, tokens = self._evidence.rules, scene.sentence.tokens
        after = mention.last + 1
        if cue.weight < _LABEL or not after < cue.first <= after + 2 or tokens[after].norm not in rules.likening:
            return None
        known = mention.how != "unknown" or statement.property.single
        between = tokens[after + 1 : cue.first]
        if not known or any(t.norm not in (*rules.possessives, *rules.definite) for t in between):
            return None
        if any(v.value.type == "date" for v in scene.values) or self._one_of_several(scene, mention):
            return None
        return self._clearly(scene, mention, statement, cue)

    def _clearly(
        self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention
    ) -> tuple[Part, ...] | None:
        whole = (0, len(scene.sentence.tokens) - 1)
        answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, whole)
        if answer.score < WEIGHTS.alarm_subject or answer.rival:
            return None
        return (*answer.parts, self._part(scene, cue))

    # "The director of the festival is ..." --------------------------------------------------------------------------

    def _predicate(
        self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention
    ) -> tuple[Part, ...] | None:
        """Return the parts of "the CUE of SUBJECT is NAME", "SUBJECT's CUE is NAME" or "NAME is the CUE of SUBJECT"."""
        tokens = scene.sentence.tokens
        if cue.weight < _LABEL or not self._singular(scene, cue):
            return None
        if cue.last < mention.first:
            copula = mention.first - 1
            while copula > cue.last and (tokens[copula].norm in self._articles or self._describes(scene, copula)):
                copula -= 1
            if not self._is_copula(tokens[copula]) or copula <= cue.last:
                return None
            subject = self._whose(scene, statement, cue, copula)
            last = mention.last
        else:
            copula = mention.last + 1
            between = tokens[copula + 1 : cue.first]
            if copula >= cue.first or not self._is_copula(tokens[copula]):
                return None
            if len(between) > 1 or any(t.norm not in self._evidence.rules.definite for t in between):
                return None
            subject = self._whose(scene, statement, cue, len(tokens))
            last = cue.last
        if subject is not None:
            return Part("subject", subject.text, subject.start, subject.end), self._part(scene, cue)
        return (self._part(scene, cue),) if self._of_one(scene, mention, statement, cue, last) else None

    def _of_one(self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention, last: int) -> bool:
        """Whether a label says by itself whose it is: only one thing, that the text is about, has the property."""
        base, tokens = self._evidence.base, scene.sentence.tokens
        if not mention.ids or statement.property.open or cue.weight == COMPOUND_WEIGHT:
            return False
        if {s.subject for s in base.by_property.get(statement.property.id, ())} != {statement.subject}:
            return False
        behind = tokens[last + 1].norm if last + 1 < len(tokens) else ""
        if behind in self._prepositions or statement.subject not in self._evidence.mentioned:
            return False
        facts = base.facts_of(statement.subject, statement.property.id)
        if any(isinstance(s.value, Reference) and s.value.id in mention.ids for s in facts):
            return False
        near = self._evidence.scenes[max(0, scene.index - 1) : scene.index + 1]
        there = [m for s in near for m in s.entities if s is not scene or not cue.first <= m.first <= cue.last]
        return not any(m.how == "unknown" or (m.how == "noun" and not m.ids) for m in there)

    def _describes(self, scene: Scene, index: int) -> bool:
        """Whether a word is one of nationality, which may stand before a name."""
        words = ("adjective", "inhabitant")
        return any(m.how in words and m.first <= index <= m.last for m in scene.entities)

    def _is_copula(self, token: Token) -> bool:
        return token.norm in self._copulas and token.norm not in self._past

    def _singular(self, scene: Scene, cue: CueMention, *, bare: bool = False) -> bool:
        """Whether a cue is one definite noun: "the director", "its sponsor", "Hoofdsponsor van ..." in front.

        A `bare` one may stand behind a verb or preposition too ("vanuit thuishaven", "says director").
        """
        before = scene.sentence.tokens[cue.first - 1] if cue.first else None
        head = scene.sentence.tokens[cue.last]
        if head.norm != head.stem and head.norm.endswith("s") and not head.stem.endswith("s"):
            return False
        if bare and before is not None:
            plain = before.norm in self._prepositions or self._evidence.is_verb(before)
            if plain and before.norm not in self._of:
                return True
        return (
            before is None
            or before.norm in self._definite
            or before.norm in (*self._evidence.rules.possessives, "'s", "s")
            or not before.text[0].isalnum()
        )

    def _whose(self, scene: Scene, statement: Statement, cue: CueMention, end: int) -> EntityMention | None:
        """Return the statement's subject where it stands right behind a cue with "of", or as its owner before it."""
        tokens = scene.sentence.tokens
        index = cue.last + 1
        if index < min(end, len(tokens)) and tokens[index].norm in self._of:
            index += 1
            begin = index
            while index < len(tokens) and tokens[index].norm in self._articles:
                index += 1
            for m in scene.entities:
                if begin <= m.first <= index and statement.subject in m.ids:
                    return m if end == len(tokens) or m.last == end - 1 else None
            return None
        if index != end and end != len(tokens):
            return None
        for m in scene.entities:
            gap = tokens[m.last + 1 : cue.first]
            owner = m.how == "pronoun" or [t.norm for t in gap] in (["'s"], ["s"], ["'"])
            if statement.subject in m.ids and m.last < cue.first and owner and len(gap) <= 1:
                return m
        return None

    def same_kind(self, mention: EntityMention, statement: Statement) -> bool:
        """Whether a name can be a value of the statement's kind: both countries, both persons ... or nobody knows."""
        value = statement.value
        if not isinstance(value, Reference):
            return False
        kind = self._evidence.type_of(value.id)
        is_country = self._describing.is_country(value.id)
        if mention.how == "unknown":
            return " " in mention.text if kind == "person" else not is_country
        if mention.how in ("country", "adjective"):
            return is_country
        alike = any(self._evidence.type_of(i) == kind for i in mention.ids)
        return not is_country and (alike or (kind == "place" and self._bears_a_town(mention)))

    def _bears_a_town(self, mention: EntityMention) -> bool:
        """Whether a name may be the town after which a body is called ("Delft" of the "University of Delft")."""
        if " " in mention.text or not mention.ids:
            return False
        known = [self._evidence.base.entities.get(i) for i in mention.ids]
        return all(
            entity is not None
            and not entity.human
            and any(mention.text in name.split()[1:] for name in entity.names.values())
            for entity in known
        )
