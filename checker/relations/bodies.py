"""At which body somebody is said to hold a post: "Berg, treasurer of Acme", where the base has the post at another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Reference, Term
from checker.mentions.cues import COMPOUND_WEIGHT
from checker.report import Repair, Verdict
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.relations.signs import Signs
    from checker.report import Finding

_NAMED = ("name", "part", "discouraged")
_DESCRIBED = 3
"""How many words may say what a body is ("chair of residents' union Acme")."""
_NO_BODY = frozenset({"person", "place", "country", "event", "product"})
_BEFORE = 2
_LABEL = 0.8
_CONFIDENCE = 0.75


class Bodies:
    """Judges the bodies behind the posts of one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer, signs: Signs) -> None:
        """Share what the other stages know of the document."""
        self._evidence = evidence
        self._base = evidence.base
        self._explain = explainer
        self._signs = signs
        rules = evidence.rules
        self._at = frozenset((*rules.partitives, *rules.place_prepositions)) - frozenset(rules.origin_prepositions)
        self._elsewhere = frozenset((*rules.past, *rules.others, *rules.negations, *rules.plan_words))

    def find(self, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each body that stands behind somebody's own post."""
        taken: set[int] = set()
        for first, last, posts in self._posts(scene):
            body = None if first in taken else self._behind(scene, last)
            person = None if body is None else self._holder(scene, first, last)
            if body is None or person is None:
                continue
            own = [s for s in posts if _person(s) == person and _bodies(s)]
            if own and all(self._holds(s) for s in own):
                finding = self._judged(scene, (first, last), body, person, own)
                if finding is not None:
                    taken.add(first)
                    yield finding

    def _posts(self, scene: Scene) -> Iterator[tuple[int, int, Sequence[Statement]]]:
        """Yield where posts stand, with the statements that they name: roles, and relations of bodies to people."""
        for term in scene.terms:
            yield term.first, term.last, [s for s in term.statements if "apposition" in s.property.signs]
        for name, cues in scene.cues.items():
            held = [s for s in self._base.by_property.get(name, ()) if self._is_of_person(s)]
            for cue in cues if held else ():
                if cue.weight >= _LABEL and cue.weight != COMPOUND_WEIGHT:
                    yield cue.first, cue.last, held

    def _is_of_person(self, statement: Statement) -> bool:
        value = statement.value
        return isinstance(value, Reference) and self._evidence.type_of(value.id) == "person"

    def _holds(self, statement: Statement) -> bool:
        when = self._evidence.date
        return statement.valid is None or when is None or statement.valid.overlaps(when)

    def _behind(self, scene: Scene, last: int) -> EntityMention | None:
        """Return the body right behind a post and its preposition."""
        tokens, index = scene.sentence.tokens, last + 1
        if index >= len(tokens) or tokens[index].norm not in self._at:
            return None
        body = next((m for m in scene.entities if m.first > index and m.how in (*_NAMED, "unknown")), None)
        if body is None or body.how == "unknown" or len(body.ids) != 1 or body.first - index - 1 > _DESCRIBED:
            return None
        if self._evidence.type_of(body.ids[0]) in _NO_BODY:
            return None
        for token in tokens[index + 1 : body.first]:
            word = token.text.islower() or token.text[0] in "'’"
            if not word or token.norm in self._evidence.prepositions:
                return None
        after = tokens[body.last + 1] if body.last + 1 < len(tokens) else None
        return None if after is not None and after.norm in ("'s", "s", "'", "’", "-") else body

    def _holder(self, scene: Scene, first: int, last: int) -> str | None:
        """Return the one person whom a post stands beside, if nothing says that it was so, or is another one."""
        tokens = scene.sentence.tokens
        group = self._signs.apposed(scene, first, last)
        if group is None or len(group.mentions) != 1 or len(group.mentions[0].ids) != 1:
            return None
        person = group.mentions[0]
        begin = person.last if person.last < first else max(0, first - _BEFORE)
        doubted = any(t.norm in self._elsewhere for t in tokens[begin:first])
        return None if doubted or person.first > last else person.ids[0]

    def _judged(
        self, scene: Scene, span: tuple[int, int], body: EntityMention, person: str, own: Sequence[Statement]
    ) -> Finding | None:
        (written,) = body.ids
        right = next((s for s in own if written in self._around(s)), None)
        if right is None and (len({next(iter(_bodies(s))) for s in own}) > 1 or self._tied(person, written)):
            return None
        statement = right or own[0]
        known = written if right is not None else next(iter(_bodies(statement)))
        if known not in self._base.entities:
            return None
        shown = show_entity(self._base, known, self._explain.language)
        tokens = scene.sentence.tokens
        start, end = tokens[span[0]].start, tokens[span[1]].end
        return self._explain.finding(
            Verdict.CONTRADICTED if right is None else Verdict.SUPPORTED,
            scene,
            statement,
            body.start,
            body.end,
            key="contradicted" if right is None else "supported",
            expected=show_entity(self._base, known, self._explain.ui),
            expected_value={"type": "entity", "entity": known},
            claimed_value={"type": "entity", "entity": written},
            parts=(self._explain.part("cue", start, end),),
            repairs=(Repair(body.start, body.end, shown),) if right is None else (),
            confidence=_CONFIDENCE,
        )

    def _around(self, statement: Statement) -> set[str]:
        """Return the bodies of a role, with what each is a part of, its parts, and what owns it."""
        found: set[str] = set()
        for where in _bodies(statement):
            found |= {where, *self._evidence.related(where), *self._evidence.tied(where)}
        return found

    def _tied(self, person: str, body: str) -> bool:
        """Whether the base ties somebody and a body in any other way."""
        if body in self._evidence.tied(person) or person in self._evidence.tied(body):
            return True
        return any(body in s.where.values() for s in self._base.by_subject.get(person, ()))


def _person(statement: Statement) -> str:
    """Return who has a post: the subject of a role, the value of a relation."""
    return statement.value.id if isinstance(statement.value, Reference) else statement.subject


def _bodies(statement: Statement) -> tuple[str, ...]:
    """Return at which bodies a post is held."""
    if isinstance(statement.value, Reference):
        return (statement.subject,)
    return tuple(statement.where.values()) if isinstance(statement.value, Term) else ()
