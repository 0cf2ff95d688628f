"""Figures of another version of a thing: its prototype, what it replaces, what it was at first, how heavy it is laden.

"The prototype was 8.9 metres", "The boat it replaces weighed three tonnes", "It replaced a pavilion that was 9 metres
high", "It originally weighed 2.5 tonnes": none of these is what the fact base says of the thing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.data import Table, load_packaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_MEASURES = frozenset({"quantity", "money", "count", "duration"})
_NEAR = 0.35
_HEAD = 7
"""How many words a noun phrase may have between its article and "that"."""


class Words(Table):
    """What a language calls other versions; each a word or several in order, lower case."""

    nouns: tuple[str, ...]
    """Another version of a thing."""
    states: tuple[str, ...]
    """The state of a thing in which it measures something else than by itself."""
    firsts: tuple[str, ...]
    """That it was so at first."""
    replacing: tuple[str, ...]
    """Verbs of taking the place of another thing."""
    comparing: tuple[str, ...]
    """What opens a sentence about another thing than the one that it names first."""


@cache
def _words(language: str) -> Words:
    return load_packaged(Words, "languages", language, "variants.yaml")


def _phrases(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.split()) for word in words)


class Variants:
    """Finds the figures of other versions in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        words, rules = _words(evidence.language), evidence.rules
        self._nouns = _phrases(words.nouns)
        self._firsts = _phrases(words.firsts)
        self._comparing = _phrases(words.comparing)
        self._states = frozenset(words.states)
        self._replacing = frozenset(words.replacing)
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if self._is_variant(statement, scene, mention):
            yield "another version"
        if mention.value.type not in _MEASURES:
            return
        if self._in_state(statement, scene, mention):
            yield "a condition that the base does not know"
        if any(self._stands(scene, phrase, mention) for phrase in self._firsts):
            yield "what was so at first"
        if self._replaced(scene, mention, answer) or self._of_object(statement, scene, mention):
            yield "what it replaces"
        if self._compares(scene, mention, answer):
            yield "what it is compared with"

    def _starts(self, scene: Scene, phrase: tuple[str, ...], before: int) -> Iterator[int]:
        tokens = scene.sentence.tokens[:before]
        for index in range(len(tokens) - len(phrase) + 1):
            if tuple(t.norm for t in tokens[index : index + len(phrase)]) == phrase:
                yield index

    def _is_variant(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether another version is what the words before a value speak of, and its subject is not named behind it."""
        tokens = scene.sentence.tokens
        known = self._evidence.base.entities.get(statement.subject)
        own = " ".join(fold(name) for name in (known.all_names() if known else ()))
        for phrase in self._nouns:
            if " ".join(phrase) in own or " ".join(phrase) == statement.property.id:
                continue
            for index in self._starts(scene, phrase, mention.first):
                last = index + len(phrase) - 1
                of = last + 1 < len(tokens) and tokens[last + 1].norm in self._evidence.rules.partitives
                named = any(last < m.first < mention.first and m.explicit for m in scene.entities)
                cued = any(c.first <= last <= c.last for c in scene.cues.get(statement.property.id, ()))
                broken = any(t.text in ";:" for t in tokens[last : mention.first])
                broken |= any(
                    last < v.first < mention.first and v.value.type == mention.value.type for v in scene.values
                )
                if (of or not named) and not (cued or broken):
                    return True
        return False

    def _in_state(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether the clause says in what state a thing measures so ("Fully loaded, ...", "beladen weegt ze")."""
        cued = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        return mention.value.type == "quantity" and any(
            t.norm in self._states and t.index not in cued and scene.sentence.cost(t.index, mention.first) < _NEAR
            for t in scene.sentence.tokens
        )

    def _stands(self, scene: Scene, phrase: tuple[str, ...], mention: ValueMention) -> bool:
        """Whether a phrase stands before a value in its clause."""
        return any(
            scene.sentence.cost(index + len(phrase) - 1, mention.first) < _NEAR
            for index in self._starts(scene, phrase, mention.first)
        )

    def _replaced(self, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether the subject is only what takes the place of the thing spoken of ("The boat it replaces weighed")."""
        tokens = scene.sentence.tokens
        for part in answer.parts:
            last = scene.sentence.at(part.end - 1)
            first = scene.sentence.at(part.start)
            if part.role != "subject" or first < 2 or last + 2 >= mention.first:
                continue
            before = first - 1
            while before > 0 and tokens[before].norm in self._evidence.articles:
                before -= 1
            behind = tokens[last + 2]
            ends = self._evidence.is_verb(behind) or behind.text == "," or not behind.text[0].isalnum()
            plain = self._is_noun(tokens[before]) or tokens[before].norm in self._evidence.rules.relatives
            if tokens[last + 1].norm in self._replacing and ends and plain:
                return True
        return False

    def _of_object(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether "that" before a value goes back to a thing that only the sentence knows ("replaced a hall that")."""
        tokens = scene.sentence.tokens
        relatives = self._evidence.rules.relatives
        for index in range(mention.first - 1, _HEAD - 4, -1):
            if tokens[index].text in ",;:":
                return False
            if tokens[index].norm not in relatives:
                continue
            head = next(
                (t.index for t in reversed(tokens[max(0, index - _HEAD) : index]) if t.norm in self._indefinite), None
            )
            if head is None or head < 2 or any(t.text in ",;:" for t in tokens[head - 1 : index]):
                return False
            verb = tokens[head - 1]
            named = any(head < m.first < index and (m.explicit or m.how == "unknown") for m in scene.entities)
            subject = any(m.last < head and statement.subject in m.ids for m in scene.entities)
            copula = verb.norm in self._evidence.rules.copulas
            return subject and not named and not copula and verb.norm in self._replacing
        return False

    def _is_noun(self, token: Token) -> bool:
        closed = (*self._evidence.articles, *self._evidence.prepositions)
        return token.text.isalpha() and token.norm not in closed and not self._evidence.is_verb(token)

    def _compares(self, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether a subject is only named in the phrase that opens the sentence, to compare another thing with."""
        tokens = scene.sentence.tokens
        phrase = next((p for p in self._comparing if tuple(t.norm for t in tokens[: len(p)]) == p), None)
        if phrase is None:
            return False
        for part in answer.parts:
            first = scene.sentence.at(part.start)
            named = [m for m in scene.entities if m.explicit and m.first < mention.first and m.how != "unknown"]
            if part.role == "subject" and named and max(m.first for m in named) <= len(phrase) + 1:
                return part.text[:1].islower() or first <= len(phrase) + 1
        return False
