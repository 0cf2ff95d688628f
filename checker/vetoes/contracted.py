"""Dates and sums of other agreements than the one that the base knows, and of what only somebody has a contract for.

"The television deal", "Beta's contract with", "can be extended until 2032", "replaces a two-year deal" tell of another
agreement, or of what may become of one; "has a permit until 2028", "is tied to the race until 2027" end no race.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.evidence.bound import binding_words
from checker.mentions.events import is_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention

_AGREEMENT = "agreement"
_ENDS = frozenset({"start", "end", "duration"})
_PARTIES = 7
"""How many words behind a noun its parties may stand."""
_BEFORE = 3
"""How many words before a length of time the verb may stand that says what it replaces."""


class Contracted:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of contracts of the language."""
        self._evidence = evidence
        rules, words = evidence.rules, binding_words(evidence.language)
        self._nouns = frozenset(words.nouns)
        self._plain = frozenset((*words.describing, *words.small, *rules.articles, *rules.definite, *rules.possessives))
        self._plain |= evidence.closed | frozenset(rules.prepositions)
        self._with = frozenset((*words.with_, *rules.partitives))
        self._may = frozenset(words.may)
        self._granted = frozenset((*words.nouns, *words.permits))
        self._tying = frozenset(words.tying)
        self._concluding = frozenset(words.concluding)
        self._until = frozenset(rules.until)
        self._replacing = frozenset(words.replacing)

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if not self._nouns:
            return
        if self._evidence.type_of(statement.subject) == _AGREEMENT:
            if any(self._is_another(statement, scene, m) for m in self._named(scene, answer)):
                yield "another agreement"
            if mention.value.type in ("date", "duration") and self._may_be(statement, scene, mention):
                yield "what may become of an agreement"
            if statement.property.id == "end" and self._is_concluded(scene, mention):
                yield "when it was concluded"
            if mention.value.type == "duration" and self._replaced(scene, mention):
                yield "another agreement"
        elif self._is_granted(statement, scene, mention):
            yield "until when somebody has a contract"

    def _named(self, scene: Scene, answer: Answer) -> list[EntityMention]:
        """Return the nouns by which a sentence speaks of an agreement."""
        starts = {part.start for part in answer.parts if part.role == "subject"}
        return [m for m in scene.entities if m.start in starts and m.how == "noun"]

    def _is_another(self, statement: Statement, scene: Scene, noun: EntityMention) -> bool:
        """Whether a word before a noun, or who has the contract with whom, makes it another one than is known."""
        tokens = scene.sentence.tokens
        tied = self._evidence.tied(statement.subject) | {statement.subject}
        before = tokens[noun.first - 1] if noun.first else None
        named = {i for m in scene.entities if m is not noun for i in range(m.first, m.last + 1)}
        known = {i for v in scene.values for i in range(v.first, v.last + 1)} | named
        names = self._evidence.base.entities[statement.subject].all_names()
        own = {word.casefold() for name in names for word in name.split()}
        if before is not None and before.index not in known and before.text.isalpha() and before.text.islower():
            described = before.norm in self._plain or before.norm in own or self._evidence.is_verb(before)
            if not described:
                return True  # "the television deal"
        parties = [m for m in scene.entities if self._is_party(scene, noun, m)]
        return any(not tied & {*m.ids, *m.others} for m in parties)

    def _is_party(self, scene: Scene, noun: EntityMention, mention: EntityMention) -> bool:
        """Whether a name says whose a contract is, or with whom."""
        tokens = scene.sentence.tokens
        if mention.how not in ("name", "part", "unknown"):
            return False
        if mention.last < noun.first:
            between = [t.norm for t in tokens[mention.last + 1 : noun.first]]
            return between[:1] in (["'s"], ["’s"], ["'"]) and len(between) <= _BEFORE
        if mention.first - noun.last > _PARTIES:
            return False
        at = mention.first - 1
        while at > noun.last and tokens[at].norm in self._evidence.articles:
            at -= 1
        return tokens[at].norm in self._with and not any(
            self._evidence.is_verb(t) for t in tokens[noun.last + 1 : mention.first]
        )

    def _may_be(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a clause tells of an option, or of what may happen ("can be extended until 2032")."""
        tokens = scene.sentence.tokens
        first, last = mention.first, mention.last
        while first > 0 and tokens[first - 1].text not in ";:":
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].text not in ",;:":
            last += 1
        own = {i for m in scene.entities if statement.subject in m.ids for i in range(m.first, m.last + 1)}
        own |= {i for v in scene.values for i in range(v.first, v.last + 1)}  # the month of May
        return any(t.norm in self._may and t.index not in own for t in tokens[first : last + 1])

    def _is_concluded(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a date is when an agreement was made ("was concluded in September 2023"), and not until when."""
        near = [t.norm for t in scene.sentence.tokens[max(0, mention.first - _PARTIES) : mention.last + _BEFORE]]
        return not self._concluding.isdisjoint(near) and self._until.isdisjoint(near)

    def _replaced(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a length of time is that of what an agreement replaces ("it replaces a one-year deal")."""
        near = scene.sentence.tokens[max(0, mention.first - _BEFORE) : mention.first]
        return any(t.norm in self._replacing for t in near)

    def _is_granted(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a word for a contract or permit stands in the clause of a date that would end something else."""
        prop = statement.property
        if mention.value.type not in ("date", "duration") or not (prop.id in _ENDS or is_end(prop)):
            return False
        label = {word for words in prop.label.values() for word in words.casefold().split()}
        named = {i for m in scene.entities if m.ids and m.how != "noun" for i in range(m.first, m.last + 1)}
        tokens = scene.sentence.tokens
        first, last = mention.first, mention.last
        while first > 0 and tokens[first - 1].text not in ";:":
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].text not in ",;:":
            last += 1
        for token in tokens[first : last + 1]:
            if token.index in named or token.norm in label:
                continue
            ending = self._evidence.rules.compounds and any(
                token.norm.endswith(noun) and token.norm != noun for noun in self._granted
            )
            if token.norm in self._granted or token.norm in self._tying or ending:
                return True
        return False
