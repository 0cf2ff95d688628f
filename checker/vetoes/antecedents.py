"""Figures that a noun without a name has: "lost to a Dane, 31, who has 20 wins", "her Czech helmsman, 43, sailed".

What a relative clause or an apposition says is said of the word before it, and not of somebody named further back; so
is what is said of "Berg's helmsman" or of "the helmsman of Berg".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention

_PHRASE = 4
"""How many words a noun phrase may have behind its article."""
_VALUES = frozenset({"age", "count", "ordinal"})
_FAR = 12
_SOURCE = 6
"""How many words "according to" and the source may have."""


class Antecedents:
    """Finds such nouns in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._relatives = frozenset(rules.relatives) - frozenset(rules.wheres)
        self._owning = frozenset((*rules.possessives, "'s", "’s"))
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)
        self._definite = frozenset(rules.definite)
        self._partitives = frozenset(rules.partitives)
        self._copulas = frozenset((*rules.copulas, *rules.becoming, *rules.likening))
        self._speech = frozenset(rules.speech_verbs)

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> Iterator[str]:
        """Yield what forbids an alarm about a figure of a person."""
        if mention.value.type not in _VALUES or self._evidence.type_of(statement.subject) != "person":
            return
        noun = self._related(scene, mention)
        if noun is None and mention.value.type == "age":
            noun = self._apposed(scene, mention)
        if noun is not None and self._is_another(statement, scene, noun):
            yield "somebody else"
        if mention.value.type == "age" and self._headed(statement, scene, mention, answer):
            yield "somebody else"
        if self._quoted(scene, mention) or self._told_by_clause(statement, scene, mention, answer):
            yield "somebody else"

    def _related(self, scene: Scene, mention: ValueMention) -> int | None:
        """Return the noun whose relative clause a figure stands in: "the novelist, who wrote 30 novels"."""
        tokens = scene.sentence.tokens
        for token in reversed(tokens[max(0, mention.first - _FAR) : mention.first]):
            if token.text in ";:":
                return None
            if token.norm in self._relatives:
                return self._before(scene, token.index)
            if token.text == "," and token.index + 1 < len(tokens):
                following = tokens[token.index + 1]
                if following.norm not in self._relatives:
                    return None
        return None

    def _before(self, scene: Scene, index: int) -> int | None:
        """Return the word before a relative word, over a comma and an age between commas."""
        tokens = scene.sentence.tokens
        index -= 1
        ages = {i for v in scene.values for i in range(v.first, v.last + 1)}
        while index > 0 and (tokens[index].text in ",()" or index in ages):
            index -= 1
        return index if index > 0 else None

    def _apposed(self, scene: Scene, mention: ValueMention) -> int | None:
        """Return the noun right before the comma or bracket of an age: "her helmsman, 43,"."""
        tokens = scene.sentence.tokens
        index, joining = mention.first - 1, self._evidence.rules.coordinators
        numbers = {i for v in scene.values for i in range(v.first, v.last + 1)}
        while index > 1 and (tokens[index].norm in joining or index in numbers):
            index -= 1  # "the couple, 71 and 74"
        return index - 1 if index > 0 and tokens[index].text in ",(" else None

    def _is_another(self, statement: Statement, scene: Scene, noun: int) -> bool:
        """Whether a noun is one of somebody new: "a Dane", "her helmsman", "beat the Dane who"."""
        tokens = scene.sentence.tokens
        if not _is_common(scene, tokens[noun], noun) or self._means(statement, scene, noun):
            return False
        start = noun
        while start > 0 and noun - start < _PHRASE and _is_common(scene, tokens[start - 1], start - 1):
            if tokens[start - 1].norm in (*self._owning, *self._indefinite, *self._definite):
                break
            if self._evidence.is_verb(tokens[start - 1]) or tokens[start - 1].norm in self._evidence.prepositions:
                return False
            start -= 1
        if start == 0:
            return False
        before = tokens[start - 1]
        owned = before.norm in self._owning
        if not owned and before.norm not in self._indefinite | self._definite:
            return False
        if owned and not before.text[0].isalpha():
            return True
        opens = start < 2 or not tokens[start - 2].text[0].isalnum()
        if opens:
            return owned  # "The writer, who ...", "Berg, a writer who ..." say who somebody named is
        return owned or (tokens[start - 2].norm not in self._copulas and self._named_before(statement, scene, start))

    def _named_before(self, statement: Statement, scene: Scene, index: int) -> bool:
        return any(statement.subject in m.ids and m.last < index - 1 for m in scene.entities)

    def _means(self, statement: Statement, scene: Scene, index: int) -> bool:
        """Whether a noun stands for the subject itself."""
        return any(
            m.first <= index <= m.last and m.how in ("epithet", "noun") and statement.subject in (*m.ids, *m.others)
            for m in scene.entities
        )

    def _headed(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether the name only says whose somebody is: "the helmsman of Berg is 43", "Berg's helmsman is 43"."""
        cued = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        starts = {part.start for part in answer.parts if part.role == "subject"}
        for owner in scene.entities:
            if owner.start not in starts or owner.last >= mention.first:
                continue
            head = self._head(scene, owner, mention.first)
            if head is not None and head not in cued and not self._means(statement, scene, head):
                return True
        return False

    def _head(self, scene: Scene, owner: EntityMention, end: int) -> int | None:
        """Return the noun that a name belongs to, where it opens its clause and a verb follows."""
        tokens = scene.sentence.tokens
        after = owner.last + 1
        verb = next((t.index for t in tokens[after:end] if t.norm in self._evidence.rules.copulas), None)
        if verb is None:
            return None
        if tokens[after].norm in self._owning and _plain_run(tokens[after + 1 : verb]):
            return verb - 1 if verb > after + 1 else None
        index = owner.first - 1
        if verb != after or index < 2 or tokens[index].norm not in self._partitives:
            return None
        noun, start = index - 1, index - 1
        while start > 0 and _is_common(scene, tokens[start - 1], start - 1):
            start -= 1
        begins = start == 0 or not tokens[start - 1].text[0].isalnum()
        return noun if begins and start < noun and _is_common(scene, tokens[noun], noun) else None

    def _told_by_clause(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether a name only stands in the clause that says who the subject is: "The Dane who beat Berg has"."""
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._evidence.articles:
            return False
        opener = next((t.index for t in tokens[2 : 2 + _PHRASE] if t.norm in self._relatives), None)
        if opener is None or not all(_is_common(scene, t, t.index) for t in tokens[1:opener]):
            return False
        if self._means(statement, scene, opener - 1):
            return False
        firsts = [scene.sentence.at(part.start) for part in answer.parts if part.role == "subject"]
        last = next((t.index for t in tokens[opener:] if t.text in ",;:"), len(tokens))
        return bool(firsts) and all(opener < first < min(last, mention.first) for first in firsts)

    def _quoted(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a name is only the source, and a subject of its own follows: "According to Berg, the team has"."""
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._speech:
            return False
        comma = next((t.index for t in tokens[:_SOURCE] if t.text == ","), None)
        start = None if comma is None else comma + 1
        if start is None:  # "Volgens Berg heeft het team"
            source = next((m for m in scene.entities if m.first == 1), None)
            start = source.last + 2 if source is not None and source.explicit else None
        if start is None or start >= mention.first or tokens[start].norm not in self._evidence.articles:
            return False
        verb = next((t.index for t in tokens[start:] if self._evidence.is_verb(t)), len(tokens))
        run = tokens[start + 1 : min(verb, mention.first)]
        return bool(run) and not any(m.how != "adjective" and start < m.first <= run[-1].index for m in scene.entities)


def _is_common(scene: Scene, token: Token, index: int) -> bool:
    """Whether a word is no name: in lower case, or a word of nationality, or what opens the sentence."""
    nation = any(m.first <= index <= m.last and m.how in ("inhabitant", "adjective") for m in scene.entities)
    plain = token.text.isalpha() and (token.text.islower() or nation or index == 0)
    return plain or token.norm in ("'s", "’s")


def _plain_run(tokens: tuple[Token, ...]) -> bool:
    return all(t.text.isalpha() for t in tokens)
