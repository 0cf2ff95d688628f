"""For which team somebody is said to play: "Berg led the Alphas with 20 points", "20 points for the Alphas"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.data import Table, load_packaged, packaged
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.relations.slots import Slot

_PROPERTY = "team"
_NAMED = ("name", "part", "discouraged")
_POSITION = 2
"""How many words may stand between a team and its player ("Alphas point guard Berg")."""


class Words(Table):
    """The file `memberships.yaml` of a language."""

    leading: tuple[str, ...] = ()
    """Verbs of what a player does with the own team."""
    playing_for: tuple[str, ...] = ()
    """Words between what a player did and the team that it was for."""
    among: tuple[str, ...] = ()
    """Words before a team at the head of a sentence that goes on about one of its players."""


@cache
def _words(language: str) -> Words:
    if not packaged("languages", language, "memberships.yaml").is_file():
        return Words()
    return load_packaged(Words, "languages", language, "memberships.yaml")


class Memberships:
    """Reads for whom the people of one document play."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        words = _words(evidence.language)
        self._leading = frozenset(words.leading)
        self._for = frozenset(words.playing_for)
        self._among = frozenset(words.among)
        self._teams: dict[str, list[Statement]] = {}
        for statement in evidence.base.by_property.get(_PROPERTY, ()):
            self._teams.setdefault(statement.subject, []).append(statement)

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the team of the player whose team a mention is said to be."""
        person = self._player(scene, mention)
        if person is None:
            return
        tied = self._evidence.tied(person.ids[0])
        if tied & set(mention.ids):
            return  # an earlier club, or one that somebody is on loan to
        for statement in statements:
            if statement.property.id == _PROPERTY and statement.subject == person.ids[0]:
                yield statement, (Part("subject", person.text, person.start, person.end),)

    def support(self, statement: Statement, scene: Scene, mention: EntityMention) -> tuple[Part, ...] | None:
        """Return the part that says that somebody plays for a team, if a mention is said to be that team."""
        person = self._player(scene, mention) if statement.property.id == _PROPERTY else None
        if person is None or statement.subject not in person.ids:
            return None
        return (Part("subject", person.text, person.start, person.end),)

    def _player(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the player with a team of the base whom the words around a team's name give to it."""
        if not self._teams or mention.how not in _NAMED or len(mention.ids) != 1:
            return None
        if self._evidence.type_of(mention.ids[0]) != "team":
            return None
        start = mention.first
        while start > 0 and scene.sentence.tokens[start - 1].norm in self._evidence.articles:
            start -= 1
        person = (
            self._led(scene, mention, start)
            or self._done_for(scene, start)
            or self._among_them(scene, mention, start)
            or self._of_theirs(scene, mention)
        )
        return person if person is not None and len(person.ids) == 1 and person.ids[0] in self._teams else None

    def _led(self, scene: Scene, mention: EntityMention, start: int) -> EntityMention | None:
        """Return the player of "Berg led the Alphas with"."""
        tokens = scene.sentence.tokens
        if start < 2 or tokens[start - 1].norm not in self._leading or self._possessive(scene, mention):
            return None
        return next((m for m in scene.entities if m.last == start - 2 and m.how in _NAMED), None)

    def _done_for(self, scene: Scene, start: int) -> EntityMention | None:
        """Return the player of "Berg had 20 points and 11 assists for the Alphas"."""
        tokens = scene.sentence.tokens
        if start < 3 or tokens[start - 1].norm not in self._for:
            return None
        counted = any(v.noun == start - 2 for v in scene.values)
        people = [m for m in scene.entities if m.last < start and (m.how in _NAMED or m.how == "unknown")]
        if not counted or not people:
            return None
        person = people[-1]
        if person.how == "unknown" or person.last + 1 >= len(tokens) or self._possessive(scene, person):
            return None
        if person.first > 0 and tokens[person.first - 1].norm in self._evidence.prepositions:
            return None
        between = tokens[person.last + 1 : start - 1]
        return person if between and self._evidence.is_verb(between[0]) else None

    def _among_them(self, scene: Scene, mention: EntityMention, start: int) -> EntityMention | None:
        """Return the player of "Bij de Alphas was Berg de beste"."""
        tokens = scene.sentence.tokens
        if start != 1 or tokens[0].norm not in self._among or mention.last + 2 >= len(tokens):
            return None
        if tokens[mention.last + 1].norm not in self._evidence.rules.copulas:
            return None  # "at the Alphas Berg saw": a guest
        return next((m for m in scene.entities if m.first == mention.last + 2 and m.how in _NAMED), None)

    def _of_theirs(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the player of "Alphas point guard Berg": only words of a position between."""
        tokens = scene.sentence.tokens
        person = next((m for m in scene.entities if m.first > mention.last and m.how in _NAMED), None)
        if person is None or not 1 < person.first - mention.last <= _POSITION + 1:
            return None
        between = range(mention.last + 1, person.first)
        held = {i for t in scene.terms for i in range(t.first, t.last + 1)}
        return person if all(i in held and tokens[i].text.islower() for i in between) else None

    @staticmethod
    def _possessive(scene: Scene, mention: EntityMention) -> bool:
        after = scene.sentence.tokens[mention.last + 1 : mention.last + 2]
        return bool(after) and after[0].norm in ("'s", "s", "'", "’", "-")
