"""A role beside a name that is not that person's: somebody else's, or another post than the base gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Term
from checker.languages import tenures
from checker.relations.posts import Post, apart, contained, post
from checker.report import Part, Repair, Verdict
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, TermMention
    from checker.relations.signs import Signs
    from checker.report import Finding

_LONGEST = 4
"""How many words a role beside a name has at most."""
_BESIDE = 3
_BREAKS = frozenset(',;:()–—“”"')


class Titles:
    """Judges the roles beside the names of one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer, signs: Signs) -> None:
        """Share what the other stages know of the document."""
        self._evidence = evidence
        self._base = evidence.base
        self._explain = explainer
        self._signs = signs
        rules = evidence.rules
        self._rules = rules
        self._elsewhere = frozenset((*rules.past, *rules.others, *rules.negations, *rules.plan_words))
        self._since = frozenset(rules.since)
        self._whose = frozenset((*rules.partitives, *rules.place_prepositions, *rules.purposes))
        self._less = frozenset(tenures(evidence.language).lesser)
        self._being = frozenset((*rules.auxiliaries, *rules.copulas)) - frozenset(rules.past)
        self._who = frozenset(rules.relatives)

    # A role of the base -------------------------------------------------------------------------------------------

    def wrong(self, scene: Scene, term: TermMention) -> Finding | None:
        """Return an alarm where a role of the base is given to somebody who has another one, or is another's."""
        roles = [s for s in term.statements if "apposition" in s.property.signs and self._holds(s)]
        if not roles:
            return None
        if self._lesser(scene, term.first):
            return None
        group = self._signs.apposed(scene, term.first, term.last)
        if group is None:
            return self._said_to_be(scene, term, roles)
        if len(group.mentions) != 1:
            return None
        person = group.mentions[0]
        behind = range(term.last + 1, person.first)
        if any(scene.sentence.tokens[i].norm in self._rules.partitives for i in behind[-2:]):
            return None  # "the spokesperson of Ingrid Berg"
        if self._of_another_time(scene, (term.first, term.last), person):
            return None
        if self._held_once(scene, term, person):
            return None
        own = self._roles_of(person, roles[0].property.id)
        if any(s in term.statements for s in own) or any(self._agrees(term.text, s) for s in own):
            return None
        taken = next((s for s in roles if self._begins(scene, s)), None)
        if own and self._evidence.date is not None and (taken is None or any(self._begins(scene, s) for s in own)):
            return self._another_post(scene, person, own[0], term.start, term.end)
        return self._another_holder(scene, term, person, roles)

    def _lesser(self, scene: Scene, first: int) -> bool:
        """Whether a word before a role makes it another one: "acting director", "waarnemende directeur"."""
        before = scene.sentence.tokens[first - 1].norm if first else ""
        return before in self._less or before.removesuffix("e") in self._less

    def _said_to_be(self, scene: Scene, term: TermMention, roles: Sequence[Statement]) -> Finding | None:
        """Return an alarm for "Berg, who has been chair of Acme since 2021" where somebody else is its chair."""
        tokens = scene.sentence.tokens
        index = term.first - 1
        while index > 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        inside = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        verb = index
        while index > 0 and (tokens[index].norm in self._being or index in inside or tokens[index].norm in self._since):
            index -= 1
        if index == verb or tokens[index].norm not in self._who or tokens[index - 1].text != ",":
            return None
        index -= 2
        while index > 0 and (
            tokens[index].text in (",", "(", ")") or any(v.first <= index <= v.last for v in scene.values)
        ):
            index -= 1
        person = next((m for m in scene.entities if m.last == index and m.how in ("name", "part", "unknown")), None)
        role = next((s for s in roles if self._place_named(s, scene, term, person)), None)
        behind = tokens[term.last + 1].norm if term.last + 1 < len(tokens) else ""
        alone = behind not in self._rules.place_prepositions and behind not in self._rules.partitives
        if role is None and alone and len({s.subject for s in roles}) == 1:
            role = roles[0] if set(roles[0].where.values()) & self._evidence.topic else None
        if person is None or role is None or (person.how == "unknown" and " " not in person.text):
            return None
        own = self._roles_of(person, role.property.id)
        if any(s in term.statements for s in own) or any(self._agrees(term.text, s) for s in own):
            return None
        clause = tokens[index : term.last + _LONGEST]
        if any(t.norm in self._elsewhere for t in clause):
            return None
        if own and not self._begins(scene, role):
            return self._another_post(scene, person, own[0], term.start, term.end)
        return self._another_holder(scene, term, person, [role])

    def _begins(self, scene: Scene, role: Statement) -> bool:
        """Whether a date of the sentence is when somebody came to a role, so that the name beside it is wrong."""
        years = {when.first.year for _, when in self._evidence.times.years(scene)}
        return role.valid is not None and role.valid.first.year in years

    def _held_once(self, scene: Scene, term: TermMention, person: EntityMention) -> bool:
        """Whether a former holder is named as such: with a date, a word of the past, or in "under rector Berg"."""
        if not any(s.subject in person.ids and not self._holds(s) for s in term.statements):
            return False
        tokens = scene.sentence.tokens
        before = tokens[term.first - 1].norm if term.first else ""
        dated = any(v.value.type == "date" for v in scene.values)
        return dated or before in self._evidence.prepositions or any(t.norm in self._rules.past for t in tokens)

    def _holds(self, statement: Statement) -> bool:
        when = self._evidence.date
        return statement.valid is None or when is None or statement.valid.overlaps(when)

    def _roles_of(self, person: EntityMention, name: str | None = None) -> list[Statement]:
        return [
            s
            for entity in person.ids
            for s in self._base.by_subject.get(entity, ())
            if isinstance(s.value, Term) and "apposition" in s.property.signs and self._holds(s)
            if name is None or s.property.id == name
        ]

    def _labels(self, statement: Statement) -> Sequence[str]:
        value = statement.value
        return value.labels.get(self._evidence.language, ()) if isinstance(value, Term) else ()

    def _agrees(self, text: str, statement: Statement) -> bool:
        """Whether a written role is only a shorter name of the one that the base gives."""
        return any(contained(text, label) for label in self._labels(statement))

    def _of_another_time(self, scene: Scene, role: tuple[int, int], person: EntityMention) -> bool:
        """Whether the words around a role or its holder say that it was so, will be so, or is somebody else's."""
        tokens = scene.sentence.tokens
        spans = (role, (person.first, person.last))
        near = {i for first, last in spans for i in self._segment(scene, first, last)}
        end = max(last for _, last in spans)
        dated = {v.first for v in scene.values if v.value.type == "date" and v.first in near}
        if any(v.value.type == "duration" and 0 < v.first - role[1] <= 3 for v in scene.values):
            return True  # "rector for six years"
        dated = {i for i in dated if i < end or not any(self._evidence.is_verb(t) for t in tokens[end:i])}
        if any(i == 0 or tokens[i - 1].norm not in self._since for i in dated):
            return True
        return any(tokens[i].norm in self._elsewhere for i in near)

    @staticmethod
    def _segment(scene: Scene, first: int, last: int) -> range:
        tokens = scene.sentence.tokens
        while first > 0 and tokens[first - 1].text not in _BREAKS:
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].text not in _BREAKS:
            last += 1
        return range(first, last + 1)

    def _another_post(self, scene: Scene, person: EntityMention, statement: Statement, start: int, end: int) -> Finding:
        parts = (Part("subject", person.text, person.start, person.end),)
        return self._explain.wrong_term(scene, statement, start, end, parts=parts, confidence=0.75)

    def _another_holder(
        self, scene: Scene, term: TermMention, person: EntityMention, roles: Sequence[Statement]
    ) -> Finding | None:
        before = scene.sentence.tokens[max(0, term.first - 1)]
        if term.last + 1 == person.first and before.norm in self._rules.partitives:
            return None  # "the bank of director Berg" says which bank
        role = next((s for s in roles if self._place_named(s, scene, term, person)), None)
        if person.how != "unknown" and len({s.subject for s in roles}) == 1:
            organisations = {v for s in roles for v in s.where.values()}
            here = not organisations or organisations & self._evidence.topic
            if here and not self._of_another_body(scene, term, person, organisations):
                role = roles[0]
        if role is None or (person.how == "unknown" and " " not in person.text) or role.subject in person.ids:
            return None
        holder = show_entity(self._base, role.subject, self._explain.ui)
        right = show_entity(self._base, role.subject, self._explain.language)
        return self._explain.finding(
            Verdict.CONTRADICTED,
            scene,
            role,
            person.start,
            person.end,
            key="holder",
            expected=holder,
            expected_value={"type": "entity", "entity": role.subject},
            claimed_value={"type": "entity", "entity": None},
            parts=(Part("cue", term.text, term.start, term.end),),
            repairs=(Repair(person.start, person.end, right),),
            confidence=0.75,
            value=term.text,
        )

    def _of_another_body(
        self, scene: Scene, term: TermMention, person: EntityMention, organisations: Collection[str]
    ) -> bool:
        """Whether a role is said to be at another body, or one is named in the sentence."""
        tokens = scene.sentence.tokens
        for last in (term.last, person.last):
            index = last + 1
            if index < len(tokens) and tokens[index].norm in self._whose:
                named = next((m for m in scene.entities if index < m.first <= index + 2), None)
                if named is None or not set(named.ids) & set(organisations):
                    return True
        kinds = {self._evidence.type_of(organisation) for organisation in organisations}
        others = [m.ids for m in scene.entities if not set(m.ids) & set(organisations)]
        return any(self._evidence.type_of(entity) in kinds for ids in others for entity in ids)

    @staticmethod
    def _place_named(statement: Statement, scene: Scene, term: TermMention, person: EntityMention | None) -> bool:
        """Whether the organisation of a role stands right beside it, or behind the name that follows it."""
        places = set(statement.where.values())
        last = person.last if person is not None and term.last < person.first <= term.last + 2 else term.last
        tokens = scene.sentence.tokens
        owners = {m.last for m in scene.entities if m.last + 2 < len(tokens) and tokens[m.last + 1].norm in ("'s", "s")}
        return any(
            set(m.ids) & places
            and min(abs(m.first - last), abs(term.first - m.last)) <= _BESIDE
            and (m.last not in owners or m.last < term.first)
            for m in scene.entities
        )

    # A role that the base does not know ---------------------------------------------------------------------------

    def unknown(self, scene: Scene) -> Iterator[Finding]:
        """Yield an alarm for each role beside a name that the base does not know and that cannot be that person's."""
        taken = {i for t in scene.terms for i in range(t.first, t.last + 1)}
        for person in scene.entities:
            if person.how not in ("name", "part") or len(person.ids) != 1:
                continue
            own = self._roles_of(person)
            if not own or self._evidence.date is None:
                continue
            for first, last in (self._before(scene, person), self._behind(scene, person)):
                if first > last or not taken.isdisjoint(range(first, last + 1)):
                    continue
                if self._of_another_time(scene, (first, last), person) or self._elsewhere_held(scene, last, own):
                    continue
                start, end = scene.sentence.tokens[first].start, scene.sentence.tokens[last].end
                written = post(self._explain.text[start:end], self._evidence.language)
                if written.name and all(self._clashes(written, s) for s in own):
                    yield self._another_post(scene, person, own[0], start, end)
                    break

    def _clashes(self, written: Post, statement: Statement) -> bool:
        posts = [post(label, self._evidence.language) for label in self._labels(statement)]
        return bool(posts) and all(apart(written, own) for own in posts)

    def _is_role_word(self, scene: Scene, index: int) -> bool:
        token = scene.sentence.tokens[index]
        if token.norm in self._evidence.articles or token.norm in self._evidence.prepositions:
            return False
        word = token.text.isalpha() and (token.text.islower() or token.text.isupper() or index == 0)
        return (word or token.text == "-") and not self._evidence.is_verb(token)

    def _before(self, scene: Scene, person: EntityMention) -> tuple[int, int]:
        """Return the first and the last of the words right before a name that may be its role."""
        first = person.first
        while first > 0 and person.first - first < _LONGEST and self._is_role_word(scene, first - 1):
            first -= 1
        last = person.first - 1
        while first < last and post(self._text(scene, first, last), self._evidence.language) == post(
            self._text(scene, first + 1, last), self._evidence.language
        ):
            first += 1
        return first, last

    def _behind(self, scene: Scene, person: EntityMention) -> tuple[int, int]:
        """Return the words behind a name and a comma, up to the next comma or preposition, that may be its role."""
        tokens = scene.sentence.tokens
        aged = {i for v in scene.values if v.value.type in ("age", "count") for i in range(v.first, v.last + 1)}
        index = person.last + 1
        while index < len(tokens) and (index in aged or tokens[index].text in "(),"):
            index += 1
        if index == person.last + 1:
            return 0, -1
        if index < len(tokens) and tokens[index].norm in self._evidence.articles:
            index += 1
        last = index
        while last < len(tokens) and last - index < _LONGEST and self._is_role_word(scene, last):
            last += 1
        subject = last < len(tokens) and tokens[last].norm in self._rules.partitives and last + 1 < len(tokens)
        if subject and tokens[last + 1].text.islower() and self._is_role_word(scene, last + 1):
            last += 2
            while last < len(tokens) and self._is_role_word(scene, last):
                last += 1
        closed = (
            last >= len(tokens)
            or not tokens[last].text[0].isalnum()
            or tokens[last].norm in (*self._rules.partitives, *self._rules.since, *self._rules.prepositions)
        )
        return (index, last - 1) if closed else (0, -1)

    def _text(self, scene: Scene, first: int, last: int) -> str:
        tokens = scene.sentence.tokens
        return self._explain.text[tokens[first].start : tokens[last].end]

    def _elsewhere_held(self, scene: Scene, last: int, own: Sequence[Statement]) -> bool:
        """Whether a role is said to be held at another organisation than those of the person's own roles."""
        tokens = scene.sentence.tokens
        index = last + 1
        if index >= len(tokens) or tokens[index].norm not in self._evidence.prepositions:
            return False
        index += 1
        while index < len(tokens) and tokens[index].norm in self._evidence.articles:
            index += 1
        held = {v for s in own for v in s.where.values()}
        named = next((m for m in scene.entities if m.first == index), None)
        return named is None or not held & set(named.ids)
