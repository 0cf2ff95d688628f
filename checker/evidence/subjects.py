"""How well a sentence names the subject of a statement: by name, pronoun, noun, or as what it goes on about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.evidence.acted_on import acted_on
from checker.evidence.clauses import Clauses
from checker.evidence.strangers import Strangers
from checker.evidence.unspoken import Unspoken
from checker.factbase.model import Reference
from checker.properties import built_in
from checker.report import Part
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checker.evidence.setting import Group, Setting
    from checker.factbase.model import Entity, Statement
    from checker.mentions import EntityMention, Scene

_QUALIFYING = frozenset({"place", "class", "country"})
"""Types that mostly qualify what is said of others."""
_GATHERING = ("event", "competition", "person")
"""Types of which figures of any kind can be given."""
_TIED = frozenset({"agreement", "project"})
"""Types whose entities a text seldom names: it speaks of "the agreement" and whom it is between."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A score between 0 and 1, and the parts of the text that it rests on."""

    score: float
    parts: tuple[Part, ...] = ()
    rival: bool = False
    """Whether another possible subject stands nearer."""
    nearer: tuple[Group, ...] = ()
    """The possible subjects that stand nearer."""


def _groups(ranked: Sequence[tuple[float, Group]]) -> tuple[Group, ...]:
    return tuple(group for _, group in ranked)


class Subjects:
    """Answers for one document."""

    def __init__(self, setting: Setting) -> None:
        """Index the names of the base, for those that begin with another one."""
        self._setting = setting
        self._clauses = Clauses(setting)
        self.strangers = Strangers(setting)
        self.told: dict[int, set[str]] = {}
        """What the right figures of a scene are about, by its index."""
        self._unspoken = Unspoken(setting, self.strangers, self.told)
        self._values: dict[int, list[tuple[int, int]]] = {}
        self._established: dict[int, set[str]] = {}
        self._vouched: dict[tuple[int, str], frozenset[int]] = {}
        self._families: dict[tuple[str, str], frozenset[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        for entity in setting.base.entities.values():
            for name in set(entity.names.values()):
                self._by_name.setdefault(name, []).append(entity.id)

    def establish(self, scene: Scene, subject: str, start: int, end: int) -> None:
        """Record that a claim of a scene, with its value at `start` to `end`, has been recognised as about `subject`.

        What is the value of one claim is not the subject of another, and a sentence mostly keeps its subject.
        """
        self._values.setdefault(scene.index, []).append((start, end))
        self._established.setdefault(scene.index, set()).add(subject)

    def vouch(self, scene: Scene, subject: str, answer: Answer) -> None:
        """Record that a figure of a scene is right for `subject`, though other subjects may stand nearer to it.

        Where the scene does not name it, what it opens with as a pronoun means it.
        """
        self.told.setdefault(scene.index, set()).add(subject)
        known = self._vouched.get((scene.index, subject), frozenset())
        if not answer.parts:
            groups = self._setting.groups(scene)
            known |= {group.first for group in groups if group.first == 0 and group.mentions[0].how == "pronoun"}
        self._vouched[scene.index, subject] = known | {group.first for group in answer.nearer}

    def answer(self, statement: Statement, scene: Scene, first: int, last: int, segment: tuple[int, int]) -> Answer:
        """Return how well the text names a statement's subject for something at tokens `first` to `last`."""
        found = self._answer(statement, scene, first, last, segment)
        passable = self._vouched.get((scene.index, statement.subject))
        if passable is None or found.score >= WEIGHTS.established:
            return found
        if not passable.issuperset(group.first for group in found.nearer):
            return found
        return Answer(WEIGHTS.established, found.parts)

    def _answer(self, statement: Statement, scene: Scene, first: int, last: int, segment: tuple[int, int]) -> Answer:
        family = self._family(statement)
        if scene.heads and not self._setting.groups(scene):
            return self._of_cell(statement, scene, family)
        ranked: list[tuple[float, Group]] = []
        for group in self._setting.groups(scene):
            named = (
                statement.subject in group.ids
                or self._by_family(statement, group, family)
                or self._meant(statement, scene, group) is not None
            )
            if not (named or self._is_rival(statement, scene, group)) or (group.first >= first and group.last <= last):
                continue
            if not named and (self._is_value(scene, group) or self._is_cue(statement, scene, group)):
                continue
            if self._is_possessor(statement, scene, group) or self._clauses.left_behind(scene, group, first):
                continue
            if not named and self._clauses.of_next_clause(scene, group, last):
                continue  # "Tickets cost EUR 35 and sold out when the hall filled its seats"
            if not named and self._clauses.in_phrase(scene, group) and self._is_tied(statement, group):
                continue  # "De motor van de fabrikant X levert ...", "35 matches for his old club"
            if self._clauses.opens_another(scene, group, last):
                continue  # "It makes seven titles for the girl from Alphen, and today she is eighth"
            if group.first > segment[1] or (group.first > last and self._is_object(scene, group)):
                continue  # it belongs to the next value, or is no subject there
            ranked.append((self._distance(statement, scene, group, span=(first, last), segment=segment), group))
        ranked.sort(key=lambda pair: pair[0])
        for rank, (_, group) in enumerate(ranked):
            meant = self._meant(statement, scene, group)
            own = statement.subject in group.ids or meant is not None
            if not own and not self._by_family(statement, group, family):
                continue
            wanted = {statement.subject} if own else family
            mention = meant or next(m for m in group.mentions if wanted & set(m.ids))
            part = Part("subject", mention.text, mention.start, mention.end)
            score = (1.0, WEIGHTS.second_subject)[rank] if rank < 2 else WEIGHTS.later_subject
            if any(nearer.unknown for _, nearer in ranked[:rank]):
                score = WEIGHTS.behind_unknown
            if not mention.explicit:
                score *= WEIGHTS.reference
            likeliest = (*mention.ids, statement.subject)[0]
            kin = statement.subject in self._setting.related(likeliest)
            if own and meant is None and mention.how == "pronoun" and likeliest != statement.subject and not kin:
                score *= WEIGHTS.elsewhere  # "hij" may be the thing, but there is a person it can be
            if not own:
                score *= WEIGHTS.family + (0.05 if statement.subject in self._setting.topic else 0.0)
            return Answer(score, (part,), rival=rank > 0, nearer=_groups(ranked[:rank]))
        rival = bool(ranked) or any(
            g.last < first
            and any(
                self._setting.type_of(e) not in _QUALIFYING and e not in self._setting.base.qualifying for e in g.ids
            )
            and not self._is_value(scene, g)
            for g in self._setting.groups(scene)
        )
        hinted = self._hinted(statement, scene, first, last)
        if hinted is not None:
            return hinted
        done_to = acted_on(self._setting, statement, scene)
        if done_to is not None:
            return Answer(WEIGHTS.previous, (done_to,))
        score = self._unspoken.score(statement, scene, family)
        if ranked and ranked[0][1].unknown:
            return Answer(min(score, WEIGHTS.of_unknown), (), rival=True, nearer=_groups(ranked))
        if statement.subject in self._established.get(scene.index, ()) and not any(g.unknown for _, g in ranked):
            return Answer(max(score, WEIGHTS.established), (), rival=False)
        if ranked and self._is_peer(statement, ranked[0][1]):
            return Answer(min(score, WEIGHTS.of_peer), (), rival=True, nearer=_groups(ranked))
        return Answer(score * WEIGHTS.rival_present if rival else score, (), rival=rival, nearer=_groups(ranked))

    def _by_family(self, statement: Statement, group: Group, family: frozenset[str]) -> bool:
        """Whether a group names the whole that a statement's subject is a part of, and no other part of it."""
        wholes = family & group.ids
        others = {part for whole in wholes for part in self._setting.related(whole)} - {*wholes, statement.subject}
        return bool(wholes) and others.isdisjoint(group.ids)

    def _is_peer(self, statement: Statement, group: Group) -> bool:
        """Whether a group names another one of the same kind as a statement's subject: what is said is said of it."""
        kind = self._setting.type_of(statement.subject)
        named = any(m.how in ("name", "part") for m in group.mentions)
        return named and bool(group.ids) and all(self._setting.type_of(e) == kind for e in group.ids)

    def _is_tied(self, statement: Statement, group: Group) -> bool:
        """Whether a group is what other facts of a statement's subject, or its qualifiers, name."""
        tied = self._setting.tied(statement.subject) | set(statement.where.values())
        return bool(group.ids) and group.ids <= tied

    def _of_cell(self, statement: Statement, scene: Scene, family: frozenset[str]) -> Answer:
        """Return how well the heads of a table's row and column name a statement's subject, or what it is tied to."""
        heads = [self._setting.scenes[index] for index in scene.heads]
        mentions = [m for head in heads for m in head.entities]
        for mention in mentions:
            if statement.subject in mention.ids or family & set(mention.ids):
                return Answer(WEIGHTS.reference, (Part("subject", mention.text, mention.start, mention.end),))
        holders = self._setting.holders(statement.property.id)
        for mention in mentions:
            tied = [holder for holder in holders if self._setting.tied(holder) & set(mention.ids)]
            if tied == [statement.subject]:
                return Answer(WEIGHTS.named, (Part("subject", mention.text, mention.start, mention.end),))
        if mentions:
            return Answer(0.0, rival=True)
        return Answer(self._unspoken.score(statement, scene, family))

    def _meant(self, statement: Statement, scene: Scene, group: Group) -> EntityMention | None:
        """Return the pronoun of a group that means a statement's subject because nothing nearer can have the property.

        "The club got a grant from the fund for Alpha. It starts in May": of these, only a project starts.
        """
        kinds = statement.property.subjects
        own = self._setting.type_of(statement.subject)
        for mention in group.mentions:
            person = any(self._setting.type_of(e) == "person" for e in mention.ids)
            told = () if person else sorted(self.told.get(scene.index - 1, ()))
            candidates = (*mention.ids, *mention.others, *told)
            if mention.how != "pronoun" or statement.subject not in candidates:
                continue
            before = candidates[: candidates.index(statement.subject)]
            if any(self._setting.type_of(e) == "person" and self._just_spoken_of(scene, e) for e in before):
                return None  # "she" is the woman of the sentence before, whatever is said of her
            if before and all(self._cannot_have(statement, own, kinds, entity) for entity in before):
                return mention
        return None

    def _just_spoken_of(self, scene: Scene, entity: str) -> bool:
        near = self._setting.scenes[max(0, scene.index - 1) : scene.index]
        return any(entity in m.ids for other in near for m in other.entities)

    def _cannot_have(self, statement: Statement, own: str, kinds: Sequence[str], entity: str) -> bool:
        """Whether an entity is of another type than a statement's subject, and its type does not have the property."""
        kind = self._setting.type_of(entity)
        if kind == own or (kinds and kind in kinds):
            return False
        return not self._setting.base.facts_of(entity, statement.property.id)

    def _is_object(self, scene: Scene, group: Group) -> bool:
        """Whether a pronoun behind a value is no subject: one that no verb stands before ("in 2023 eindigde hij")."""
        if any(m.how != "pronoun" for m in group.mentions) or not self._clauses.in_phrase(scene, group):
            return False
        before = scene.sentence.tokens[group.first - 1].norm
        return before not in self._setting.rules.partitives  # "340 paintings of hers": she is the one who has them

    def _is_value(self, scene: Scene, group: Group) -> bool:
        """Whether a group is itself the value of a recognised claim."""
        spans = self._values.get(scene.index, ())
        if not self._clauses.in_phrase(scene, group):
            return False
        return bool(spans) and all(any(s <= m.start and m.end <= e for s, e in spans) for m in group.mentions)

    def _is_possessor(self, statement: Statement, scene: Scene, group: Group) -> bool:
        """Whether a group is only the "her" of "her teacher", whose noun is not what the property is about."""
        if any(m.how != "pronoun" for m in group.mentions) or group.last + 1 >= len(scene.sentence.tokens):
            return False
        noun = scene.sentence.tokens[group.last + 1]
        rules = self._setting.rules
        closed = (*rules.verbs, *rules.auxiliaries, *rules.prepositions, *rules.coordinators, *rules.modals)
        if not noun.text.isalpha() or not noun.text.islower() or noun.norm in closed:
            return False
        named = any(m.first <= noun.index <= m.last for m in scene.entities)
        cues = scene.cues.get(statement.property.id, ())
        return named and not any(c.first <= noun.index <= c.last for c in cues)

    @staticmethod
    def _is_cue(statement: Statement, scene: Scene, group: Group) -> bool:
        """Whether a group is a noun that signals the property itself ("de samenwerking met X loopt tot 2028").

        So is what only looks like a name because it opens the sentence ("Charging takes an hour").
        """
        if any(m.how != "noun" and (m.how != "unknown" or m.first) for m in group.mentions):
            return False
        cues = scene.cues.get(statement.property.id, ())
        return any(c.first <= group.first and group.last <= c.last for c in cues)

    def _is_rival(self, statement: Statement, scene: Scene, group: Group) -> bool:
        """Whether a group could be the subject of a statement's property instead.

        A property that says whose it is has rivals of those types; one that does not, of any type but places and the
        kinds that mostly qualify.
        """
        if group.unknown:
            return self.strangers.can_be(statement, scene, group)
        if group.ids <= self._qualifying(statement) and not self._clauses.acts(scene, group):
            return False  # the event, distance or platform of which the statement is, or could be
        kinds: Collection[str] = statement.property.subjects
        here = any(statement.subject in m.ids for m in scene.entities)
        if here and not kinds and statement.property.id not in built_in():
            # A team's own property is of what has it; what came or took part may be said of any event or person.
            own_kinds = self.strangers.kinds(statement)
            kinds = {*own_kinds, *_GATHERING}
            people = {self._setting.type_of(entity) for entity in group.ids} == {"person"}
            if statement.property.type == "date" and people and "person" not in own_kinds:
                return False  # who bought or discovered it
        own = self._setting.type_of(statement.subject)
        for entity in group.ids:
            kind = self._setting.type_of(entity)
            if kind == own or (kind in kinds if kinds else kind not in _QUALIFYING):
                return True
        return self._clauses.acts(scene, group)

    def _qualifying(self, statement: Statement) -> frozenset[str]:
        """Return what qualifies a statement or another one of its subject and property, and what only qualifies."""
        alike = self._setting.base.facts_of(statement.subject, statement.property.id)
        return self._setting.base.qualifying.union(value for other in alike for value in other.where.values())

    def _hinted(self, statement: Statement, scene: Scene, first: int, last: int) -> Answer | None:
        """Return how well a noun of the subject's type beside the value stands for it ("een driejarige overeenkomst").

        Which of several entities of that type is meant, what they are tied to says: the share of it in the sentence.
        """
        kind = self._setting.type_of(statement.subject)
        nouns = self._setting.rules.type_nouns.get(kind, ())
        if kind not in _TIED or not nouns:
            return None
        for token in scene.sentence.tokens[max(0, first - 3) : last + 4]:
            if token.norm in nouns or token.stem in {stem(noun, self._setting.language) for noun in nouns}:
                tied = self._setting.tied(statement.subject)
                here = {i for m in scene.entities for i in m.ids}
                near = here | {i for m in self._setting.scenes[max(0, scene.index - 1)].entities for i in m.ids}
                near |= {j for i in near for j in self._setting.related(i)}
                share = len(tied & near) / len(tied) if tied else 0.0
                return Answer(0.3 + 0.6 * share * share, (Part("subject", token.text, token.start, token.end),))
        return None

    def _family(self, statement: Statement) -> frozenset[str]:
        """Return what may be named in the subject's stead: the series of an edition, the parent of a team.

        Only what has no statement of the same property itself.
        """
        subject, prop = statement.subject, statement.property.id
        if (subject, prop) in self._families:
            return self._families[subject, prop]
        found: set[str] = set()
        for name in ("part_of", "parent", "owner"):
            for other in self._setting.base.facts_of(subject, name):
                # When a whole began says nothing of its parts.
                dated = statement.property.type == "date" and name == "part_of"
                if isinstance(other.value, Reference) and not (
                    dated and self._setting.type_of(other.value.id) != self._setting.type_of(subject)
                ):
                    found.add(other.value.id)
        own = self._setting.base.entities.get(subject)
        if own is not None and own.type not in ("person", "event"):
            # "Acme" may stand for "Acme Racing": the name that another one begins with.
            # "Zephyr", itself known as a boat, does not stand for "Zephyr 9".
            found.update(e for e in self._shorter(own) if self._setting.type_of(e) != own.type)
        self._families[subject, prop] = frozenset(e for e in found if not self._setting.base.facts_of(e, prop))
        return self._families[subject, prop]

    def _shorter(self, entity: Entity) -> Iterator[str]:
        for name in entity.names.values():
            words = name.split()
            for size in range(1, len(words)):
                yield from self._by_name.get(" ".join(words[:size]), ())

    def _distance(
        self, statement: Statement, scene: Scene, group: Group, *, span: tuple[int, int], segment: tuple[int, int]
    ) -> float:
        first, last = span
        if group.last < first:
            cost = scene.sentence.cost(group.last, first)
        elif group.first > last:
            cost = scene.sentence.cost(last, group.first)
            # What follows is the subject only in a close bond ("veertienvoudig winnaar N.N.").
            pronoun = all(m.how == "pronoun" for m in group.mentions)
            cost = cost + 0.3 if pronoun else cost if cost < 0.12 else cost + 0.1
        else:
            cost = 0.0
        if "age" in statement.property.signs and group.last < first <= group.last + 3:
            following = scene.sentence.tokens[group.last + 1].text
            if following in ",(":
                return min(cost, 0.02)  # "Jansen, now 71," has that age, whoever he is in the sentence
        if self._clauses.in_phrase(scene, group):
            cost += 0.2  # what stands in a prepositional phrase is seldom the subject
            past = self._clauses.in_relative(scene, group, first) or self._clauses.compared(scene, group, first)
            cost += 0.3 if past else 0.0
        elif self._clauses.aside(scene, group, first) or (
            statement.property.type == "date" and self._clauses.behind_verb(scene, group, first)
        ):
            cost += 0.3
        if (
            self._clauses.opens(scene, group, first)
            or self._clauses.related_by_clause(scene, group, first)
            or self._clauses.described(scene, group, first)
        ):
            cost = min(cost, 0.02)
        if self._clauses.owns(scene, group, span):
            cost = min(cost, 0.02)
        outside = group.last < segment[0] or group.first > segment[1]
        return cost + (0.35 if outside else 0.0)
