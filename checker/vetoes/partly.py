"""Figures of a part, of a moment on the way, of one market, or of another one of the kind, by the words around them.

"Of Alpha's employees, 38 are over sixty", "after five stages of the race", "exports to Sweden, where its share is 6 per
cent", "a used Alpha costs", "replaces one of two years", "won twice the national title": none contradicts a total.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Amount, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_SAID = 3
"""How far behind a count the word for what is counted may stand ("17 are apprentices")."""
_OF_COUNTRY = ("inhabitant", "adjective", "epithet")
_DATED = 6
"""How many words behind "at" the date of an opening may stand ("at the start of 2025")."""
_ACTS = 3
"""How many words somebody without a name and a verb are at least ("A dealer offers")."""


class Partly:
    """Finds such words in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._rules = rules
        self._partitives = frozenset(rules.partitives)
        self._indefinite = self._evidence.articles - frozenset(rules.definite)
        self._purposes = frozenset(rules.purposes)
        self._used = frozenset(rules.used)
        self._passed = frozenset(rules.passed)
        self._ones = frozenset(rules.ones)
        self._nearby = tuple(tuple(phrase.split()) for phrase in rules.nearby)
        self._early = tuple(tuple(phrase.split()) for phrase in rules.early)
        self._larger = frozenset(rules.larger)
        self._wheres = frozenset(rules.wheres)
        self._than = frozenset(rules.likening)
        self._compared = frozenset(rules.differences)

    def find(self, statement: Statement, scene: Scene, mention: ValueMention) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        counted = mention.value.type == "count"
        if counted and (self._of_those(statement, scene, mention) or self._on_the_way(statement, scene, mention)):
            yield "some of them"
        if counted and self._is_threshold(scene, mention):
            yield "a figure to compare with"
        if mention.value.role == "multiple" and self._of_another(scene, mention):
            yield "at something that the base does not know of"
        if self._is_there(statement, scene, mention):
            yield "a place that the base does not know of"
        if self._is_used(statement, scene) or self._is_one(scene, mention) or self._is_beside(statement, scene):
            yield "another one of its kind"
        if mention.value.type == "date" and self._is_for(statement, scene, mention):
            yield "somebody else"
        if mention.value.type == "age" and self._is_foreign(statement, scene, mention):
            yield "somebody else"
        if self._of_the_first_year(scene, mention):
            yield "a figure of another time"
        if mention.value.type == "money" and self._asked(statement, scene, mention):
            yield "somebody else"
        if counted and self._of_the_whole(scene, mention):
            yield "somebody else"

    def _of_those(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence opens with those of which some are counted behind a comma: "Of its employees, 38 are"."""
        tokens = scene.sentence.tokens
        comma = next((t.index for t in tokens[: mention.first] if t.text == ","), None)
        reach = range(mention.last + 1, mention.last + 1 + _SAID)
        cues = scene.cues.get(statement.property.id, ())
        if any(c.first in reach and tokens[c.last].norm not in self._rules.prepositions for c in cues):
            return False  # "Of its employees, 17 are apprentices": that is how many apprentices it has
        return comma is not None and tokens[0].norm in self._partitives

    def _on_the_way(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether fewer than all were behind somebody at a moment: "After five stages"."""
        value, number = statement.value, mention.value.number
        if not isinstance(value, Amount) or value.low is None or number is None or number > value.low:
            return False
        return mention.first > 0 and scene.sentence.tokens[mention.first - 1].norm in self._passed

    def _is_threshold(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a bare number is what an age is compared with: "older than sixty"."""
        near = [t.norm for t in scene.sentence.tokens[max(0, mention.first - 2) : mention.first]]
        return mention.value.noun is None and len(near) > 1 and near[1] in self._than and near[0] in self._compared

    def _of_another(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether how often somebody did a thing is followed by one that nobody knows ("twice the national title")."""
        tokens = scene.sentence.tokens
        first = mention.last + 1
        if first + 1 >= len(tokens) or tokens[first].norm not in self._rules.definite:
            return False
        near = range(first + 1, min(len(tokens), first + 4))
        known = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        return tokens[first + 1].text.islower() and not any(i in known for i in near)

    def _is_there(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a clause tells of a place that is not the subject's own: "to Sweden, where its share is"."""
        tokens = scene.sentence.tokens
        where = next((t.index for t in reversed(tokens[: mention.first]) if t.norm in self._wheres), 0)
        if not where or any(t.text in ";:" for t in tokens[where : mention.first]):
            return False
        last = where - 2 if tokens[where - 1].text == "," else where - 1
        place = next((m for m in scene.entities if m.last == last and m.how in ("name", "country", "unknown")), None)
        if place is None or any(statement.subject in m.ids and m.last + 2 == place.first for m in scene.entities):
            return False  # "the Alphahal in Berg, where 500 seats are"
        own = self._evidence.tied(statement.subject) | {statement.subject, *statement.where.values()}
        kinds = {self._evidence.type_of(entity) for entity in place.ids}
        return not set(place.ids) & own and kinds <= {"place", "country"}

    def _is_used(self, statement: Statement, scene: Scene) -> bool:
        """Whether a sentence speaks of a used one: "Second-hand, an Alpha costs"."""
        tokens = scene.sentence.tokens
        own = [m for m in scene.entities if statement.subject in m.ids]
        pairs = {f"{a.norm}-{b.norm}" for a, b in zip(tokens, tokens[2:], strict=False)}
        beside = any(m.first > 0 and tokens[m.first - 1].norm in self._used for m in own)
        return bool(own) and (beside or tokens[0].norm in self._used or not self._used.isdisjoint(pairs))

    def _is_one(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is that of "one" which is not named: "replaces one of two years"."""
        near = [t.norm for t in scene.sentence.tokens[max(0, mention.first - 2) : mention.first]]
        measured = mention.value.type in ("duration", "quantity", "money")
        return measured and len(near) > 1 and near[1] in self._partitives and near[0] in self._ones

    def _is_beside(self, statement: Statement, scene: Scene) -> bool:
        """Whether the subject's name only says where something else is: "the hall next to the Alphahal"."""
        tokens = scene.sentence.tokens
        for mention in scene.entities:
            if statement.subject not in mention.ids or not mention.explicit:
                continue
            first = mention.first - (mention.first > 0 and tokens[mention.first - 1].norm in self._evidence.articles)
            before = tuple(t.norm for t in tokens[:first])
            if any(before[-len(words) :] == words for words in self._nearby):
                return True
        return False

    def _of_the_first_year(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a clause names a time long gone without a date: "In its first year", "had 180 at the opening"."""
        tokens = scene.sentence.tokens
        if mention.value.type in ("date", "age"):
            return False
        for token in tokens[:-1]:
            opening = tuple(t.norm for t in tokens[token.index + 1 : token.index + 5])
            at = next((i for i in (0, 1) for words in self._early if opening[i : i + len(words)] == words), None)
            if at is None or token.norm not in self._rules.prepositions:
                continue
            low, high = sorted((token.index, mention.first))
            dated = any(v.value.type == "date" and 0 < v.first - token.index <= _DATED for v in scene.values)
            if not dated and (token.index == 0 or not any(t.text in ",;:" for t in tokens[low:high])):
                return True
        return False

    def _asked(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sum is what somebody without a name does with the subject: "A dealer offers the Alpha for"."""
        tokens = scene.sentence.tokens
        own = next((m for m in scene.entities if statement.subject in m.ids), None)
        if own is None or tokens[0].norm not in self._indefinite or not _ACTS <= own.first < mention.first:
            return False
        stranger = any(m.how == "unknown" and m.last < own.first for m in scene.entities)
        return stranger or any(self._evidence.is_verb(t) for t in tokens[2 : own.first])

    def _of_the_whole(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a clause counts those of something larger: "the whole municipality has 51,000"."""
        tokens = scene.sentence.tokens
        begin = max((t.index for t in tokens[: mention.first] if t.text in ",;:"), default=-1)
        near = tokens[begin + 1 : mention.first]
        return any(t.norm in self._larger and tokens[t.index - 1].norm in self._rules.definite for t in near if t.index)

    def _is_for(self, statement: Statement, scene: Scene, date: ValueMention) -> bool:
        """Whether something else than the subject, which is for it, has a date: "Ticket sales for the Cup start on"."""
        tokens = scene.sentence.tokens
        family = self._evidence.related(statement.subject)
        own = [m for m in scene.entities if family & set(m.ids)]
        for mention in own:
            first = mention.first - (mention.first > 0 and tokens[mention.first - 1].norm in self._evidence.articles)
            if first < 1 or tokens[first - 1].norm not in self._purposes:
                return False
            if any(cue.last == first - 2 for cue in scene.cues.get(statement.property.id, ())):
                return False  # "The permit for Alpha runs until": whose permit it is
            between = tokens[mention.last + 1 : date.first]
            if between and between[0].text == "," and not any(t.text == "," for t in between[1:]):
                return False  # "collected 412,000 for Alpha, the charity founded in 1998"
        return bool(own)

    def _is_foreign(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether an age is that of somebody of another country than the subject's: "the 43-year-old Czech"."""
        own = {
            s.value.id
            for s in self._evidence.base.facts_of(statement.subject, "nationality")
            if isinstance(s.value, Reference)
        }
        called = next((m for m in scene.entities if m.first == mention.last + 1 and m.how in _OF_COUNTRY), None)
        return bool(own) and called is not None and not own & {*called.ids, *called.others}
