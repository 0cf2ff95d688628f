"""How a sentence says something without a cue word: by the order and kind of the words around a name.

The signs are those of `properties.Sign`. Each serves every domain: an adjective of nationality before its noun, "uit"
or "from" after a person, a role beside a name, two names as a pair, a place within a place, the two ends of a route.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.evidence.clauses import Clauses
from checker.evidence.setting import Group
from checker.factbase.model import Reference
from checker.languages import grammar
from checker.relations.births import Births
from checker.relations.describing import Describing
from checker.relations.doers import Doers
from checker.relations.ends import Ends
from checker.relations.holders import Holders
from checker.relations.memberships import Memberships
from checker.relations.nations import Nations
from checker.relations.origins import Origins
from checker.relations.sites import Sites
from checker.relations.slots import Slots
from checker.report import Part
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene

_ROUTE = frozenset({"route_start", "route_end"})


class Signs:
    """Reads the signs of one document's sentences."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the evidence of the document."""
        self._clauses = Clauses(evidence)
        self._evidence = evidence
        self._base = evidence.base
        rules = grammar(evidence.language)
        self._rules = rules
        self._describing = Describing(evidence)
        self._slots = Slots(evidence, self._describing)
        self._towns = Origins(evidence, self._describing)
        self._nations = Nations(evidence, self._describing)
        self._sites = Sites(evidence, self._towns)
        self._births = Births(evidence, self._towns)
        self._doers = Doers(evidence)
        self._ends = Ends(evidence)
        self._memberships = Memberships(evidence)
        self._posts = Holders(evidence)
        self._coordinators = frozenset((*rules.coordinators, *rules.companions))
        self._articles = frozenset((*rules.articles, *rules.definite))
        self._prepositions = frozenset(rules.prepositions)
        self._verbs = frozenset(rules.verbs)
        self._openers = frozenset(rules.clause_openers)
        self._places = frozenset(rules.place_prepositions)
        self._origins = frozenset(rules.origin_prepositions)

    def support(
        self, statement: Statement, scene: Scene, mention: EntityMention
    ) -> tuple[float, tuple[Part, ...]] | None:
        """Return the score and parts of a sign by which a mention says a statement, or None."""
        for sign in statement.property.signs:
            subject = self._read(sign, statement, scene, mention)
            if subject is not None:
                return 0.9, (Part("subject", subject.text, subject.start, subject.end),)
        done = next((parts for _, parts in self._doers.slots(scene, mention, (statement,))), None)
        done = self._towns.support(statement, scene, mention) if done is None else done
        done = self._memberships.support(statement, scene, mention) if done is None else done
        if done is not None:
            return 0.9, done
        return self._listed(statement, scene, mention)

    def same_kind(self, mention: EntityMention, statement: Statement) -> bool:
        """Whether a name can be a value of the kind that a statement's is."""
        return self._slots.same_kind(mention, statement)

    def of_another(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether a place is said to be where somebody else than a statement's subject was born."""
        return self._births.of_another(statement, scene, mention) or self._ends.elsewhere(statement, scene, mention)

    def _read(self, sign: str, statement: Statement, scene: Scene, mention: EntityMention) -> EntityMention | None:
        match sign:
            case "adjective":
                return self._describing.described(scene, mention, statement.subject)
            case "origin":
                return self._coming_from(scene, mention, statement.subject)
            case "within":
                return self._containing(scene, mention, statement.subject)
            case "pair":
                return self._paired(scene, mention, statement.subject)
            case "route_start" | "route_end":
                ends = self._route(scene, mention)
                if (
                    ends == sign
                    and self._evidence.subjects.answer(
                        statement, scene, mention.first, mention.last, (0, len(scene.sentence.tokens) - 1)
                    ).score
                    >= WEIGHTS.mentioned * WEIGHTS.rival_present
                ):
                    return mention
        return None

    def _coming_from(self, scene: Scene, mention: EntityMention, subject: str) -> EntityMention | None:
        """Return the subject that "uit ..." or "from ..." follows."""
        tokens = scene.sentence.tokens
        if mention.how != "country" or mention.first == 0 or tokens[mention.first - 1].norm not in self._origins:
            return None
        return self._before(scene, mention.first - 1, subject, 8)

    def _before(self, scene: Scene, end: int, subject: str, reach: int) -> EntityMention | None:
        """Return the subject's mention shortly before a token, with no verb and no other name of its kind between."""
        kind = self._evidence.type_of(subject)
        for other in sorted(scene.entities, key=lambda m: -m.last):
            if other.last >= end or other.how == "adjective":
                continue
            if end - other.last - 1 > reach:
                return None
            between = scene.sentence.tokens[other.last + 1 : end]
            if any(t.norm in self._verbs for t in between) or self._another_noun(between):
                return None
            if subject in other.ids:
                return other
            if other.how == "unknown" or any(self._evidence.type_of(i) == kind for i in other.ids):
                return None
        return None

    def _another_noun(self, between: Sequence[Token]) -> bool:
        """Whether a noun phrase that is no apposition stands between: "Berg met a mayor from Germany"."""
        if any(self._evidence.is_verb(t) for t in between):
            return True
        return any(
            t.norm in self._articles and (i == 0 or between[i - 1].text not in (",", "(", "–", "—"))
            for i, t in enumerate(between)
        )

    def _containing(self, scene: Scene, mention: EntityMention, subject: str) -> EntityMention | None:
        """Return the place that a mention names the country or city of: "X in Y", "X (Y)", "X, Y", "Y's X"."""
        tokens = scene.sentence.tokens
        holders = self._holders(subject)
        for other in scene.entities:
            if not holders & set(other.ids) or other.how == "pronoun" or other is mention:
                continue
            between = tokens[other.last + 1 : mention.first] if other.last < mention.first else ()
            if between and len(between) <= 3:
                words = [t.norm for t in between if t.norm not in self._articles]
                place = len(words) == 1 and (words[0] in self._places or words[0] in ("(", ","))
                if place and mention.how in ("country", "name"):
                    return other
            gap = tokens[mention.last + 1 : other.first]
            plain = not any(t.norm in self._prepositions or t.norm in self._verbs for t in gap)  # "in German by Acme"
            if mention.how == "adjective" and 0 < other.first - mention.last <= 2 and plain:
                return other
            if (
                mention.how in ("name", "country")
                and other.how == "noun"
                and 0 < mention.first - other.last <= 4
                and any(t.norm in self._places for t in between)
            ):
                return other
        return None

    def _holders(self, subject: str) -> frozenset[str]:
        """Return a place with the city that it lies in: what holds of the country of one holds of the other."""
        found = {subject}
        for statement in self._base.by_subject.get(subject, ()):
            if statement.property.id == "city" and isinstance(statement.value, Reference):
                found.add(statement.value.id)
        return frozenset(found)

    def _paired(self, scene: Scene, mention: EntityMention, subject: str) -> EntityMention | None:
        for group in self._evidence.groups(scene):
            if mention in group.mentions and not group.unknown:
                others = [m for m in group.mentions if m is not mention]
                for other in others:
                    gap = max(mention.first - other.last, other.first - mention.last)
                    if subject in other.ids and other.explicit and gap <= 3:
                        return other
        return None

    def _route(self, scene: Scene, mention: EntityMention) -> str | None:
        """Return `route_start` or `route_end` for a place in "from A to B"."""
        tokens = scene.sentence.tokens
        if mention.first == 0:
            return None
        before = tokens[mention.first - 1].norm
        for start, end in self._rules.routes:
            if before == start and any(t.norm == end for t in tokens[mention.last + 1 : mention.last + 3]):
                return "route_start"
            if before == end:
                earlier = [t.index for t in tokens[: mention.first - 1] if t.norm == start]
                if (
                    earlier
                    and mention.first - earlier[-1] <= 6
                    and any(m.first == earlier[-1] + 1 for m in scene.entities)
                ):
                    return "route_end"
        return None

    def of_a_leg(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether "from A to B" is the route of a part of what a statement is of ("its first leg goes from A to B")."""
        if self._route(scene, mention) is None or not _ROUTE & set(statement.property.signs):
            return False
        return any(token.norm in self._rules.legs for token in scene.sentence.tokens)

    def _listed(
        self, statement: Statement, scene: Scene, mention: EntityMention
    ) -> tuple[float, tuple[Part, ...]] | None:
        """Return the sign of a line that holds a name alone, under a heading that is a cue."""
        tokens = scene.sentence.tokens
        if mention.first > 1 or mention.last < len(tokens) - 2 or not mention.explicit:
            return None
        for index in scene.headings[-2:]:
            for cue in self._evidence.scenes[index].cues.get(statement.property.id, ()):
                if cue.weight >= 0.8:
                    text = " ".join(
                        t.text for t in self._evidence.scenes[index].sentence.tokens[cue.first : cue.last + 1]
                    )
                    return 0.6, (Part("cue", text, cue.start, cue.end),)
        return None

    def apposed(self, scene: Scene, first: int, last: int) -> Group | None:
        """Return whom a role at tokens `first` to `last` is said of: the name right beside it.

        Between them may stand commas, articles, and the organisation of the role.
        """
        tokens = scene.sentence.tokens
        best: tuple[float, Group] | None = None
        for group in self._evidence.groups(scene):
            persons = [
                m
                for m in group.mentions
                if m.how in ("name", "part", "unknown", "discouraged")
                and (m.how == "unknown" or any(self._evidence.type_of(i) == "person" for i in m.ids))
            ]
            for person in persons:
                if person.last < first and self._clauses.closes_aside(scene, person):
                    continue
                if person.last + 1 < first and tokens[person.last + 1].norm in ("'s", "’s"):
                    continue  # "Berg's publisher, Dahl": somebody else than Berg
                low, high = (person.last, first) if person.last < first else (last, person.first)
                between = tokens[low + 1 : high]
                organisation = {
                    i
                    for m in scene.entities
                    if m is not person and m.ids and not any(self._evidence.type_of(e) == "person" for e in m.ids)
                    for i in range(m.first, m.last + 1)
                }
                ages = {
                    i
                    for v in scene.values
                    if v.value.type in ("age", "count", "date")
                    for i in range(v.first, v.last + 1)
                }
                plain = [t for t in between if t.index not in organisation and t.index not in ages]
                if len(plain) > 3 or any(
                    t.norm in self._verbs or t.norm in self._coordinators or t.norm in self._openers for t in plain
                ):
                    continue
                if any(
                    t.text[0].isalnum()
                    and t.norm not in self._articles
                    and t.norm not in self._prepositions
                    and t.norm not in ("'s", "s")
                    for t in plain
                ):
                    continue
                cost = scene.sentence.cost(low, high)
                alone = Group(person.first, person.last, (person,))
                if best is None or cost < best[0]:
                    best = (cost, alone)
        if best and best[0] < 0.5:
            return best[1]
        return self._line_above(scene)

    def predicate(self, scene: Scene, first: int, last: int) -> bool:
        """Whether a form of "to be" or "to become" stands close to a role, which is then said of the subject."""
        around = scene.sentence.tokens[max(0, first - 4) : last + 4]
        return any(t.norm in self._rules.auxiliaries for t in around)

    def _line_above(self, scene: Scene) -> Group | None:
        """Return the person that stands alone on the line before a short line, as in a block of contacts."""
        if scene.index == 0 or len(scene.sentence.tokens) > 10 or scene.sentence.tokens[-1].text in ".!?":
            return None
        before = self._evidence.scenes[scene.index - 1]
        alone = [m for m in before.entities if m.how in ("name", "unknown")]
        if len(alone) != 1 or len(before.sentence.tokens) > alone[0].last - alone[0].first + 3:
            return None
        if before.sentence.block == scene.sentence.block:
            return None
        return Group(alone[0].first, alone[0].last, (alone[0],))

    def slots(
        self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]
    ) -> Iterator[tuple[Statement, tuple[Part, ...]]]:
        """Yield the statements in whose value's place a mention stands, the surest first."""
        yield from self._describing.slots(scene, mention, statements)
        yield from self._origin_slots(scene, mention, statements)
        yield from self._within_slots(scene, mention, statements)
        yield from self._nations.slots(scene, mention, statements)
        yield from self._sites.slots(scene, mention, statements)
        yield from self._births.slots(scene, mention, statements)
        yield from self._doers.slots(scene, mention, statements)
        yield from self._memberships.slots(scene, mention, statements)
        yield from self._posts.slots(scene, mention, statements)
        yield from self._towns.slots(scene, mention, statements)
        yield from self._ends.slots(scene, mention, statements)
        yield from self._route_slots(scene, mention, statements)
        yield from self._slots.find(scene, mention, statements)

    def _origin_slots(
        self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]
    ) -> Iterator[tuple[Statement, tuple[Part, ...]]]:
        for statement in statements:
            person = self._evidence.type_of(statement.subject) == "person"
            if "origin" in statement.property.signs and person and mention.how == "country":
                subject = self._coming_from(scene, mention, statement.subject)
                if subject is not None:
                    yield statement, (Part("subject", subject.text, subject.start, subject.end),)

    def _within_slots(
        self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]
    ) -> Iterator[tuple[Statement, tuple[Part, ...]]]:
        if mention.how not in ("country", "adjective"):
            return
        for statement in statements:
            if "within" not in statement.property.signs or not isinstance(statement.value, Reference):
                continue
            if self._describing.is_country(statement.value.id):
                subject = self._containing(scene, mention, statement.subject)
                if subject is None or self._one_of_a_list(scene, subject, mention):
                    continue
                if not (subject.how == "noun" and mention.how == "adjective"):
                    yield statement, (Part("subject", subject.text, subject.start, subject.end),)

    def _one_of_a_list(self, scene: Scene, place: EntityMention, mention: EntityMention) -> bool:
        """Whether a country behind a place and a comma is the next of several, or what the clause goes on about."""
        tokens = scene.sentence.tokens
        if mention.first != place.last + 2 or tokens[place.last + 1].text != "," or mention.last + 1 >= len(tokens):
            return False
        following, after = tokens[mention.last + 1], tokens[mention.last + 2 : mention.last + 3]
        if following.text == "," and after:
            return any(m.first == after[0].index and m.how in ("country", "name", "unknown") for m in scene.entities)
        return following.text[0].isalnum() and following.norm not in self._prepositions

    def _route_slots(
        self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]
    ) -> Iterator[tuple[Statement, tuple[Part, ...]]]:
        end = self._route(scene, mention)
        if end is None:
            return
        whole = (0, len(scene.sentence.tokens) - 1)
        for statement in statements:
            if end in statement.property.signs:
                answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, whole)
                if answer.score >= WEIGHTS.alarm_subject:
                    yield statement, answer.parts
