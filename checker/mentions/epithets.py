"""People by what they are: "the dean", "de topvrouw", "the director of the festival".

A role or a relation of the fact base that one person holds now stands for that person, where a definite article or a
possessive comes before it and no name behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Reference
from checker.languages import grammar
from checker.mentions import EntityMention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import Scene

_TELLING = 0.9


class Epithets:
    """Finds the people whom the roles of one language stand for."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect who holds which relation now."""
        self._base = base
        rules = grammar(language)
        self._definite = frozenset(rules.definite)
        said = rules.pronouns
        self._owners = frozenset((*said.male, *said.female, *said.neutral, *said.speaker))
        self._of = frozenset(rules.partitives)
        self._kinds = frozenset(noun for nouns in rules.type_nouns.values() for noun in nouns)
        self._articles = frozenset(rules.articles)
        self._holders: dict[str, list[Statement]] = {}
        for statement in base.statements:
            known = base.entities.get(statement.value.id) if isinstance(statement.value, Reference) else None
            if known is not None and known.human and self._holds_on(statement):
                self._holders.setdefault(statement.property.id, []).append(statement)

    @staticmethod
    def _holds_on(statement: Statement) -> bool:
        return statement.valid is None or statement.valid.edtf.endswith((".", "/"))

    def find(self, scene: Scene, spoken: Sequence[str]) -> Iterator[EntityMention]:
        """Yield a mention for each role that stands for somebody; `spoken` is who was spoken of, the latest last."""
        tokens = scene.sentence.tokens
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        done: set[int] = set()
        for first, last, people in self._roles(scene):
            if first in done or first in named or not self._definite_before(tokens, _before_age(scene, first)):
                continue
            following = tokens[last + 1] if last + 1 < len(tokens) else None
            if following is not None and (following.capital or last + 1 in named) and following.norm not in self._of:
                continue
            here = [i for m in scene.entities if m.explicit and m.last < first for i in m.ids]
            person = self._who(scene, last, people, (*spoken, *here), here)
            if _before_age(scene, first) != first and not of_name(scene, last + 1, self._of):
                continue  # "the 61-year-old director of the bank" may be anybody
            if person is None:
                continue
            done.add(first)
            start, end = tokens[first].start, tokens[last].end
            text = " ".join(t.text for t in tokens[first : last + 1])
            yield EntityMention(start=start, end=end, text=text, first=first, last=last, ids=(person,), how="epithet")

    def _roles(self, scene: Scene) -> Iterator[tuple[int, int, list[tuple[str, frozenset[str]]]]]:
        """Yield each role with the people who have it, and whose role it is (the organisation, say)."""
        for term in scene.terms:
            people = [
                (s.subject, frozenset(s.where.values()))
                for s in term.statements
                if self._holds_on(s) and "apposition" in s.property.signs and self._base.entities[s.subject].human
            ]
            if people:
                yield term.first, term.last, people
        for prop, cues in scene.cues.items():
            held = self._holders.get(prop)
            if held:
                people = [(s.value.id, frozenset((s.subject,))) for s in held if isinstance(s.value, Reference)]
                for cue in cues:
                    if cue.weight >= _TELLING:
                        yield cue.first, cue.last, people

    def _definite_before(self, tokens: Sequence[Token], first: int) -> bool:
        if first == 0:
            return False
        before = tokens[first - 1].norm
        if first > 1 and before in self._kinds:  # "the tournament director"
            before = tokens[first - 2].norm
        return before in self._definite or before in self._owners or before == "'s"

    def _who(
        self,
        scene: Scene,
        last: int,
        people: Sequence[tuple[str, frozenset[str]]],
        spoken: Sequence[str],
        here: Sequence[str],
    ) -> str | None:
        """Return the one of several who is meant: whom the sentence has named before (`here`), else the latest."""
        tokens = scene.sentence.tokens
        index = last + 1
        if index < len(tokens) and tokens[index].norm in self._of:
            index += 1
            while index < len(tokens) and tokens[index].norm in self._articles:
                index += 1
            whose = next((m for m in scene.entities if m.first == index), None)
            if whose is None or not whose.ids:
                return None
            people = [(person, of) for person, of in people if of & set(whose.ids)]
        candidates = {person for person, _ in people}
        if len(candidates) == 1:
            return next(iter(candidates))
        latest = [person for person in here if person in candidates]
        latest = latest or [person for person in spoken if person in candidates]
        return latest[-1] if latest and len(set(latest)) == 1 else None


def _before_age(scene: Scene, first: int) -> int:
    """Return where a role begins with the age before it ("the 52-year-old dean")."""
    return next((v.first for v in scene.values if v.value.type == "age" and v.last == first - 1), first)


def of_name(scene: Scene, index: int, partitives: Collection[str]) -> bool:
    """Whether what a role is of, if it goes on with that, is named."""
    tokens = scene.sentence.tokens
    if index >= len(tokens) or tokens[index].norm not in partitives:
        return True
    return any(m.explicit and index < m.first <= index + 2 for m in scene.entities)
