"""What puts a figure in a frame of its own: a design, a heat, or a sentence that goes on about somebody else.

"In the first design it was 252 metres", "at her first attempt she cleared 4.46 metres", "The old hall was small.
Building it took eight months": none of these is what the fact base tells of.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.factbase.model import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_OPENING = 6
"""How many words the phrase that opens a sentence may have."""
_ROW_AND_COLUMN = 2
_NEAR = 0.35
_RESULTS = frozenset({"quantity", "duration", "ordinal", "count"})


class Framing:
    """Finds the frames of the values of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language that make one."""
        self._evidence = evidence
        rules = evidence.rules
        self._drafts = frozenset(rules.drafts)
        self._phases = frozenset(rules.phases)
        self._others = frozenset(rules.others)
        self._general_words = frozenset(rules.general)
        self._wishes = frozenset(rules.wishes)
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)
        self._rates = frozenset(rules.rates) - self._indefinite
        self._earlier = frozenset(rules.past) - frozenset((*rules.verbs, *rules.auxiliaries))
        self._following = frozenset((*rules.prepositions, *rules.partitives))

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if self._drafted(scene, mention):
            yield "a plan or rumour"
        if statement.where and mention.value.type in _RESULTS and self._in_phase(statement, scene, mention):
            yield "a part of a contest"
        if not answer.parts and self._goes_on(scene):
            yield "somebody else"
        if self._opens_with_another(statement, scene, mention, answer):
            yield "somebody else"
        tokens = scene.sentence.tokens
        rules = self._evidence.rules
        start = next((t.index + 1 for t in reversed(tokens[: mention.first]) if t.text == ";"), 0)
        if start + 1 < mention.first and tokens[start].norm in self._rates and tokens[start + 1].norm in rules.spans:
            yield "a figure for each"
        if mention.value.type == "count" and (self._some_day(scene, mention) or self._elsewhere(scene, mention)):
            yield "a frame that the base does not know"
        if mention.value.type != "date" and self._under_another(scene, mention):
            yield "what was so under somebody else"
        if self._in_another_row(statement, scene):
            yield "the row of something else"
        if self._theirs(scene, answer):
            yield "somebody else"
        if self._general(scene, answer):
            yield "any one of its kind"
        if mention.value.type == "money" and self._wished(scene, mention):
            yield "a plan or rumour"

    def _drafted(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the sentence opens with a design or plan in which the value stands."""
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._evidence.prepositions:
            return False
        for token in tokens[1 : min(_OPENING, mention.first)]:
            if token.text == "," or self._evidence.is_verb(token):
                return False
            if token.norm in self._drafts:
                return True
        return False

    def _in_phase(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a heat, an attempt or the like stands in the clause of a value, and is no cue of the property."""
        cued = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        return any(
            t.norm in self._phases
            and t.index not in cued
            and scene.sentence.cost(t.index, mention.first if t.index < mention.first else mention.last) < _NEAR
            for t in scene.sentence.tokens
        )

    def _goes_on(self, scene: Scene) -> bool:
        """Whether the sentence before, in the same paragraph, opened with another one ("The previous hall ...")."""
        if scene.index == 0:
            return False
        before = self._evidence.scenes[scene.index - 1]
        if before.sentence.block != scene.sentence.block:
            return False
        opening = before.sentence.tokens[:3]
        return opening[0].norm in self._evidence.articles and any(t.norm in self._others for t in opening[1:])

    def _opens_with_another(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether the sentence opens with a noun phrase of its own: "The head of the firm", "The old hall".

        A noun that signals a property is no such subject ("The price of a ticket is ..."), nor is one that says
        something of others ("A spokesman says that ...").
        """
        tokens = scene.sentence.tokens
        start = 2 if len(tokens) > 2 and tokens[1].text == "," and tokens[0].text.isalpha() else 0
        owned = tokens[start].norm in self._evidence.rules.possessives
        if not (owned or tokens[start].norm in self._evidence.articles) or start + 2 >= len(tokens):
            return False
        reach = tokens[start + 1 : min(start + _OPENING + 1, mention.first)]
        end = next((t for t in reach if t.norm in self._following or t.text in ",(" or self._evidence.is_verb(t)), None)
        if end is None or end.index <= start + 1 or end.index + 1 >= len(tokens):
            return False
        if end.norm in self._following and any(v.first <= end.index + 1 <= v.last for v in scene.values):
            return False  # "The building of 12,400 square metres has 96 beds"
        own = self._evidence.times.year_of(statement)
        if own is not None and any(own.overlaps(when) for _, when in self._evidence.times.years(scene)):
            return False  # "The previous one, in 2024, ..."
        closing = next((t.index for t in tokens[end.index + 1 : mention.first] if t.text == ","), end.index)
        around = [scene.sentence.at(part.start) for part in answer.parts if part.role == "subject"]
        # "the former" of two
        pair = any(m.first == start + 1 and m.ids and m.how == "noun" for m in scene.entities)
        pair = pair and self._evidence.is_verb(tokens[start + 2])
        loose = tokens[start].norm in self._indefinite or (tokens[start + 1].norm in self._earlier and not pair)
        around = [at for at in around if not (owned and at == start) and not (loose and start < at < end.index)]
        if any(not (end.text == "," and end.index < at < closing) for at in around):
            return False
        related = end.text == "," and tokens[end.index + 1].norm in self._evidence.rules.relatives
        rest = tokens[end.index + (2 if related else 0) : mention.first]
        if any(t.norm in self._evidence.openers for t in rest):
            return False
        head = tokens[end.index - 1]
        firm = [m for m in scene.entities if not (loose and m.how == "noun")]
        mentioned = {i for m in firm for i in range(m.first, m.last + 1)}
        counted = {i for v in scene.values for i in range(v.first, v.last + 1)}
        if mentioned & {*range(start + 1, end.index)} or counted & {*range(start + 1, end.index)}:
            return False
        properties = self._evidence.base.properties
        old = tokens[start + 1].norm in self._earlier
        telling = any(
            c.first <= head.index <= c.last
            and properties[prop].type not in ("entity", "place", "set", "term")
            and (prop == statement.property.id or not old)
            and (tokens[start].norm not in self._indefinite or c.first == start + 1 or c.weight == 1.0)
            for prop, cues in scene.cues.items()
            for c in cues
        )
        own_cues = scene.cues.get(statement.property.id, ())
        telling = telling or any(c.whole and c.first == start + 1 for c in own_cues)  # "A bale of card weighs"
        if telling or not head.text.isalpha() or not head.text.islower() or head.norm in self._evidence.rules.totals:
            return False
        indefinite = tokens[start].norm in self._indefinite
        aside = end.text == "," and mention.value.type != "age"
        return owned or indefinite or old or related or aside or end.norm in self._evidence.rules.partitives

    def _some_day(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the sentence opens with some day or other: "On a busy Monday 1,100 people ..."."""
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._evidence.prepositions or tokens[1].norm not in self._indefinite:
            return False
        days = self._evidence.rules.days
        return any(t.norm in days for t in tokens[2 : min(_OPENING, mention.first)])

    def _elsewhere(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the sentence opens with a place of something that nobody knows: "On the roof of the car park ..."."""
        tokens = scene.sentence.tokens
        rules = self._evidence.rules
        if tokens[0].norm not in self._evidence.prepositions or tokens[1].norm not in self._evidence.articles:
            return False
        reach = tokens[2 : min(_OPENING, mention.first)]
        of = next((t.index for t in reach if t.norm in rules.partitives), None)
        if of is None:
            return False
        head = of + 2 if tokens[of + 1].norm in self._evidence.articles else of + 1
        named = any(m.first <= head <= m.last or of < m.first < head for m in scene.entities)
        inside = any(v.first <= head <= v.last for v in scene.values)
        return head < mention.first and tokens[head].text.islower() and not named and not inside

    def _under_another(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the sentence opens with somebody in whose time it was, and that time is over ("Under Jansen ...")."""
        now = self._evidence.date
        if scene.sentence.tokens[0].norm not in self._evidence.rules.reigns:
            return False
        limit = date.max if now is None else now.first
        people = {i for m in scene.entities if m.first == 1 and m.last < mention.first for i in m.ids}
        base = self._evidence.base
        posts = [fact for person in people for fact in base.by_subject.get(person, ()) if fact.property.type == "term"]
        posts += [s for s in base.statements if isinstance(s.value, Reference) and s.value.id in people]
        return any(post.valid is not None and post.valid.last < limit for post in posts)

    def _in_another_row(self, statement: Statement, scene: Scene) -> bool:
        """Whether a cell's row is headed by a name that nobody knows, and another row by the subject."""
        if len(scene.heads) < _ROW_AND_COLUMN:
            return False
        scenes = self._evidence.scenes
        head = scenes[scene.heads[0]]
        if head.entities or head.cues or not head.sentence.tokens[0].capital:
            return False
        rows = {s.heads[0] for s in scenes if len(s.heads) == _ROW_AND_COLUMN and s.heads[1] == scene.heads[1]}
        return any(statement.subject in m.ids for row in rows for m in scenes[row].entities)

    def _theirs(self, scene: Scene, answer: Answer) -> bool:
        """Whether the subject is "its director" of a name in the sentence that nobody knows."""
        tokens = scene.sentence.tokens
        pronouns = self._evidence.rules.pronouns
        owners = {*pronouns.male, *pronouns.female, *pronouns.neutral}
        for part in answer.parts:
            first = scene.sentence.at(part.start)
            if part.role == "subject" and part.text[:1].islower() and first and tokens[first - 1].norm in owners:
                return any(m.how == "unknown" and m.last < first for m in scene.entities)
        return False

    def _general(self, scene: Scene, answer: Answer) -> bool:
        """Whether the subject is any one of its kind ("The average Dutch university", "Een vergelijkbare lijn")."""
        tokens = scene.sentence.tokens
        for part in answer.parts:
            if part.role != "subject" or not part.text[:1].islower():
                continue
            first = scene.sentence.at(part.start)
            for index in range(first - 1, max(-1, first - 4), -1):
                if tokens[index].norm in self._evidence.articles:
                    break
                if tokens[index].norm in self._general_words:
                    return True
        return False

    def _wished(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a verb of asking or offering stands before a value in its clause ("asked for EUR 5.5 million")."""
        tokens = scene.sentence.tokens
        return any(
            t.norm in self._wishes and scene.sentence.cost(t.index, mention.first) < _NEAR
            for t in tokens[: mention.first]
        )
