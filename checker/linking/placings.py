"""The lists in which things take places: results, rankings, and a team's own ("world ranking", "plaats in de gids").

Which of them a text means it seldom says where a subject is in one only: "finished fourth" is then the place in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import stem, words_of
from checker.mentions.cues import COMPOUND_WEIGHT
from checker.mentions.results import RESULT, result_words

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention
    from checker.properties import Property

RANKING = "ranking"
_SHORT = 4
"""Letters of a noun in a compound, at least."""
_LEG = 3
"""How many words behind "after" may name a part of a contest."""


class Placings:
    """Answers for one fact base, in the language of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Find the properties of the base whose labels say that they are places."""
        base = evidence.base
        self.properties = frozenset(p for p in base.by_property if _is_list(base.properties[p]))
        held: dict[str, set[str]] = {}
        for prop in self.properties:
            for statement in base.by_property[prop]:
                held.setdefault(statement.subject, set()).add(prop)
        self._only = {
            subject: next(iter(props))
            for subject, props in held.items()
            if len(props) == 1 and evidence.type_of(subject) != "person"
        }
        self.alone = frozenset(p for p in self._only.values() if p != RESULT and _is_plain(base.properties[p]))
        """The lists, apart from results, that something is in that is in no other."""
        words = result_words(evidence.language)
        rules = evidence.rules
        self._evidence = evidence
        self._passing = frozenset((*words.passing, *words.meanwhile))
        self._on_the_way = frozenset(words.passing)
        self._after, self._legs = frozenset(words.after), frozenset(words.legs)
        self._lists = frozenset(words.lists)
        self._nouns = frozenset(stem(word, evidence.language) for word in words.lists)
        closed = (*words.overall, *rules.articles, *rules.definite, *rules.possessives, *rules.partitives)
        self._the, self._over = frozenset(rules.definite), evidence.prepositions
        self._plain = frozenset(closed) | evidence.prepositions

    def on_the_way(self, statement: Statement, scene: Scene) -> bool:
        """Whether a place is one of before the end: "after ten rounds", "halfway through the race"."""
        if statement.property.id not in self.properties:
            return False
        tokens = scene.sentence.tokens
        if any(t.norm in self._on_the_way for t in tokens):
            return True
        after = [t.index for t in tokens if t.norm in self._after]
        return any(t.norm in self._legs for index in after for t in tokens[index + 1 : index + 1 + _LEG])

    def names_another(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence names a list that is not that of a statement: "in the fair play ranking"."""
        if statement.property.id not in self.properties:
            return False
        tokens = scene.sentence.tokens
        known = {i for v in scene.values for i in range(v.first, v.last + 1)}
        known |= {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        cues = [c for c in scene.cues.get(statement.property.id, ()) if c.weight != COMPOUND_WEIGHT]
        known |= {i for c in cues for i in range(c.first, c.last + 1)}
        for v in scene.values:  # "in the 100 metres"
            over = [t.norm for t in tokens[max(0, v.first - 2) : v.first]]
            if v.value.type == "quantity" and over[-1:] and over[-1] in self._the and over[0] in self._over:
                return True
        for token in tokens:
            if token.index in range(mention.first, mention.last + 1):
                continue
            compound = self._evidence.rules.compounds and token.index not in known
            if compound and any(token.stem.endswith(n) and len(token.stem) > len(n) > _SHORT for n in self._nouns):
                return token.norm not in self._plain
            before = tokens[token.index - 1] if token.index else token
            if token.norm not in self._lists or not before.text.isalpha() or token is before:
                continue
            if before.index not in known and before.norm not in self._plain and not self._evidence.is_verb(before):
                return True
        return False

    def is_another(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a place that is only said to be one may be in another list than that of a statement.

        Nothing but a date, a figure and what the base knows may stand beside it: no "in the winter cup".
        """
        prop, tokens = statement.property.id, scene.sentence.tokens
        if prop not in self.alone or scene.cues.get(prop):
            return False
        if self._only.get(statement.subject) != prop or any(t.norm in self._passing for t in tokens):
            return True
        known = {i for v in scene.values for i in range(v.first, v.last + 1)}
        known |= {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        for token in tokens:
            if token.norm not in self._evidence.prepositions or token.index in known:
                continue
            following = token.index + 1
            if following < len(tokens) and tokens[following].norm in self._evidence.prepositions:
                continue  # "up on last year"
            while following < len(tokens) and tokens[following].norm in self._evidence.articles:
                following += 1
            if following not in known:
                return True
        owner = next((m for m in scene.entities if statement.subject in m.ids and m.last + 1 < mention.first), None)
        return owner is not None and tokens[owner.last + 1].norm in ("'s", "’s")


def _is_plain(prop: Property) -> bool:
    """Whether a label says nothing of which list it is ("final position", and not "world ranking")."""
    if prop.id == RANKING:
        return True
    for language in ("nl", "en"):
        words = words_of(prop.label.get(language, ""), language)
        known = {stem(word, language) for word in (*result_words(language).lists, *result_words(language).overall)}
        if words and all(word in known for word in words):
            return True
    return False


def _is_list(prop: Property) -> bool:
    if prop.type != "ordinal":
        return False
    if prop.id in (RESULT, RANKING):
        return True
    for language, label in prop.label.items():
        if language not in ("nl", "en"):
            continue
        nouns = {stem(word, language) for word in result_words(language).lists}
        for word in words_of(label, language):
            if word in nouns or any(word.endswith(noun) for noun in nouns if language == "nl" and len(noun) > 4):
                return True
    return False
