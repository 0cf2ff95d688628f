"""Words and phrases by which a clause says that something is held: "director", "sponsor", "has led", "in office".

A head may speak of every statement of its role or relation that holds for a time; which one it is, `holdings` finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.factbase.model import Reference, Term
from checker.languages import tenures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene

Kind = Literal["noun", "verb", "phrase"]

_TELLING = 0.8
"""From which weight on a cue is the noun of a relation."""
_PREFIX = 4
"""How long a word must be at least that begins a compound."""


@dataclass(frozen=True, slots=True)
class Head:
    """A word or phrase that says that something is held, and the statements that it can speak of."""

    first: int
    last: int
    kind: Kind
    statements: tuple[Statement, ...]
    begins: bool = False
    """Whether the word itself says that it begins ("bought")."""


class Heads:
    """Finds the heads of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Index the statements that hold for a time, by the words that say so."""
        self._evidence = evidence
        self._words = tenures(evidence.language)
        self._lesser_words = frozenset(self._words.lesser)
        by_property: dict[str, list[Statement]] = {}
        leading: list[Statement] = []
        for statement in evidence.base.statements:
            if statement.valid is not None and isinstance(statement.value, Reference | Term):
                by_property.setdefault(statement.property.id, []).append(statement)
                if self._leads(statement):
                    leading.append(statement)
        self._by_property = {prop: tuple(own) for prop, own in by_property.items()}
        self._leading = tuple(leading)
        self._found: dict[int, tuple[Head, ...]] = {}

    def of(self, scene: Scene) -> tuple[Head, ...]:
        """Return the heads of a sentence."""
        if scene.index not in self._found:
            found = self._find(scene) if self._by_property else ()
            self._found[scene.index] = tuple(head for head in found if not self._lesser(scene, head))
        return self._found[scene.index]

    def timed(self, prop: str) -> tuple[Statement, ...]:
        """Return the statements of a role or relation that hold for a time."""
        return self._by_property.get(prop, ())

    def holder(self, statement: Statement) -> str | None:
        """Return the person who holds what a statement says, if it is a person."""
        value = statement.value
        if isinstance(value, Reference) and self._evidence.type_of(value.id) == "person":
            return value.id
        return statement.subject if self._evidence.type_of(statement.subject) == "person" else None

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
        return any(noun.endswith(self._words.leaders) for noun in nouns) and (
            term or self.holder(statement) is not None
        )

    def _lesser(self, scene: Scene, head: Head) -> bool:
        """Whether a word makes a post another one: "deputy director", "waarnemend burgemeester"."""
        tokens = scene.sentence.tokens
        if head.kind != "noun":
            return False
        before = [t.norm for t in tokens[max(0, head.first - 2) : head.first] if t.text != "-"]
        compound = self._evidence.rules.compounds and any(
            len(word) >= _PREFIX and tokens[head.first].norm.startswith(word) for word in self._lesser_words
        )
        return compound or (bool(before) and before[-1] in self._lesser_words)

    def _find(self, scene: Scene) -> Iterator[Head]:
        for term in scene.terms:
            own = tuple(s for s in term.statements if s.valid is not None)
            if own:
                yield Head(term.first, term.last, "noun", own)
        for prop, cues in scene.cues.items():
            # "A role", "a post" is said of many things; which one, its own name says.
            own = tuple(s for s in self.timed(prop) if not isinstance(s.value, Term))
            for cue in cues:
                if own and cue.weight >= _TELLING and not self._evidence.is_verb(scene.sentence.tokens[cue.first]):
                    yield Head(cue.first, cue.last, "noun", own)
        tokens = scene.sentence.tokens
        norms = [t.norm for t in tokens]
        for index, norm in enumerate(norms):
            if norm in self._words.leading and self._leading:
                yield Head(index, index, "verb", self._leading)
            for prop, verbs in self._words.verbs.items():
                own = self.timed(prop)
                if norm in verbs and own:
                    yield Head(index, index, "verb", own)
            for prop, verbs in self._words.acquiring.items():
                own = self.timed(prop)
                if norm in verbs and own:
                    yield Head(index, index, "verb", own, begins=True)
            for phrase in self._words.office:
                words = phrase.split()
                if norms[index : index + len(words)] == words and self._leading:
                    yield Head(index, index + len(words) - 1, "phrase", self._leading)
