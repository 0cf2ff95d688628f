"""What a sentence is about that does not name it: what went before, the heading above, or the document's topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.mentions.cues import NOUN_WEIGHT
from checker.properties import built_in
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from checker.evidence.setting import Group, Setting
    from checker.evidence.strangers import Strangers
    from checker.factbase.model import Statement
    from checker.mentions import Scene

_FIGURES = frozenset({"count", "money", "percent", "quantity"})
_OWN = 0.9
"""From which weight on a cue is a property's own."""
_SAID = 0.8
"""From which weight on a noun is that of a property."""
_REACH = 4
"""How many sentences back, over those that name nobody, somebody is still spoken of."""


class Unspoken:
    """Scores the subjects that one document's sentences leave out."""

    def __init__(self, setting: Setting, strangers: Strangers, told: Mapping[int, AbstractSet[str]]) -> None:
        """Share the document and its language, and what the right figures of each sentence are about."""
        self._told = told
        self._setting = setting
        self._strangers = strangers

    def score(self, statement: Statement, scene: Scene, family: AbstractSet[str]) -> float:
        """Return how clearly a sentence is about a statement's subject, or its `family`, without naming it."""
        subject = statement.subject
        best = 0.0
        ceiling = 1.0
        if scene.index > 0:
            before = self._setting.scenes[scene.index - 1]
            if before.kind == scene.kind:
                spoken = {entity for group in self._setting.groups(before) for entity in group.ids}
                # Somebody unknown who was spoken of after it is what "he" or "it" means now.
                last = max((g for g in self._setting.groups(before)), key=lambda g: g.last, default=None)
                first = scene.sentence.tokens[0].norm
                pointing = first in self._setting.rules.definite and first not in self._setting.rules.articles
                taken = self._is_taken_over(statement, before)
                elsewhere = taken or (last is not None and pointing and subject not in last.ids)
                factor = WEIGHTS.elsewhere if elsewhere else 1.0
                ceiling = WEIGHTS.previous * factor
                if subject in spoken or self._is_told(statement, scene, before):
                    best = WEIGHTS.previous * factor
                elif family & spoken:
                    best = WEIGHTS.previous * WEIGHTS.family * factor
                elif self._goes_on_about(subject, scene):
                    best = WEIGHTS.heading
        for index in scene.headings:
            if any(subject in mention.ids for mention in self._setting.scenes[index].entities):
                best = max(best, WEIGHTS.heading)
        if subject in self._setting.topic:
            best = max(best, WEIGHTS.topic)
        elif subject in self._setting.mentioned:
            best = max(best, WEIGHTS.mentioned)
        if self._holds_alone(statement):
            spoken_of = subject in self._setting.mentioned and (
                statement.property.id not in built_in() or self._is_topic_of_clause(statement, scene)
            )
            best = max(best, WEIGHTS.sole_holder_mentioned if spoken_of else WEIGHTS.sole_holder)
        if self._speaks_for_itself(statement, scene):
            best = max(best, WEIGHTS.sole_holder_mentioned)
        if self._other_subject(statement, scene):
            best *= WEIGHTS.elsewhere
        return min(best, ceiling) if ceiling < WEIGHTS.previous else best

    def _is_told(self, statement: Statement, scene: Scene, before: Scene) -> bool:
        """Whether the sentence before, of the same paragraph, gave a right figure of a statement's subject."""
        if statement.property.type == "date" or before.sentence.block != scene.sentence.block:
            return False  # what was on a day is as often something else
        return statement.subject in self._told.get(before.index, ())

    def _speaks_for_itself(self, statement: Statement, scene: Scene) -> bool:
        """Whether a sentence without any name gives a figure that only what the document is about has."""
        if statement.property.type not in _FIGURES or statement.subject not in self._setting.topic:
            return False
        if self._setting.groups(scene) or not self._holds_alone(statement):
            return False
        cues = [c for c in scene.cues.get(statement.property.id, ()) if c.weight >= _OWN]
        tokens = scene.sentence.tokens
        said = any(self._setting.is_verb(t) for t in tokens) or any(c.first == 0 for c in cues)
        others = len(tokens) > 1 and self._setting.is_verb(tokens[1]) and tokens[0].norm not in self._setting.closed
        return bool(cues) and said and not (others and not any(c.first == 0 for c in cues)) and tokens[1].text != ":"

    def _holds_alone(self, statement: Statement) -> bool:
        """Whether nobody else has the property; of the document's topic, whether nobody else that the text names."""
        holders = self._setting.holders(statement.property.id)
        if statement.subject in self._setting.topic:
            holders = holders & self._setting.mentioned
        return holders == {statement.subject}

    def _is_taken_over(self, statement: Statement, before: Scene) -> bool:
        """Whether a sentence names somebody unknown last, but for where it was, so that the next may be about them."""
        for group in sorted(self._setting.groups(before), key=lambda g: -g.last):
            if not group.unknown:
                if all(self._setting.type_of(entity) == "place" for entity in group.ids):
                    continue
                return False
            if self._takes_over(statement, before, group):
                return True
        return False

    def _takes_over(self, statement: Statement, before: Scene, group: Group) -> bool:
        """Whether the next sentence can go on about somebody unknown: not about what something is compared with."""
        index = group.first - 1
        tokens = before.sentence.tokens
        while index > 0 and tokens[index].norm in self._setting.articles:
            index -= 1
        if index > 0 and tokens[index].norm in self._setting.rules.likening:
            return False
        return self._strangers.can_stay(statement, before, group)

    def _goes_on_about(self, subject: str, scene: Scene) -> bool:
        """Whether an entity was the last one named in the paragraph, and only sentences without names came since."""
        for index in range(scene.index - 1, max(-1, scene.index - _REACH), -1):
            before = self._setting.scenes[index]
            if before.sentence.block != scene.sentence.block:
                return False
            groups = self._setting.groups(before)
            if groups:
                return len(groups) == 1 and groups[0].ids == {subject}
            if before.sentence.tokens[0].norm not in self._setting.closed:
                return False  # "Alpha does too.": it may be a name
        return False

    def _is_topic_of_clause(self, statement: Statement, scene: Scene) -> bool:
        """Whether the property itself is the subject of the sentence: "De omzet steeg", "The budget is"."""
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._setting.articles:
            return False
        return any(c.first == 1 and c.weight == 1.0 for c in scene.cues.get(statement.property.id, ()))

    def _other_subject(self, statement: Statement, scene: Scene) -> bool:
        """Whether the sentence opens with a noun phrase of its own that is nobody known ("De lichtste woog 19 kilo").

        A noun that signals the property is no such subject ("De omzet steeg").
        """
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._setting.articles or any(v.first <= 1 <= v.last for v in scene.values):
            return False  # "This year ..." is no subject
        cues = scene.cues.get(statement.property.id, ())
        telling = {index for cue in cues for index in range(cue.first, cue.last + 1)}
        if self._apposed(scene, telling):
            return True
        verb = next((t.index for t in tokens[1:6] if self._setting.is_verb(t) or t.index in telling), None)
        comma = next((t.index for t in tokens[2:5] if t.text == ","), 0)
        if (
            comma
            and (verb is None or verb > comma)
            and not any(
                t.capital or t.norm in self._setting.rules.others or t.norm in self._setting.rules.past
                for t in tokens[1:comma]
            )
        ):
            verb = comma  # "The current trains, of 1999, are ..."
        if (
            verb is None
            or verb < 2
            or (verb in telling and not self._setting.is_verb(tokens[verb]) and verb - 1 in telling)
        ):
            return False
        head = tokens[verb - 1]
        if not head.text.isalpha() or head.capital or head.index in telling:
            return False
        named = any(m.first <= head.index <= m.last for m in scene.entities)
        if tokens[0].norm not in self._setting.rules.definite:
            noun = verb in telling and not any(c.first == verb and c.weight == 1.0 for c in cues)
            noun |= verb not in telling and self._of_subject(statement, scene, head.index)
            return not named and not noun  # "A ticket costs ...": what costs that is the ticket
        properties, own = self._setting.base.properties, self._setting.base.facts_of
        property_noun = any(
            c.first <= head.index <= c.last
            for prop, cs in scene.cues.items()
            for c in cs
            if c.weight >= _SAID
            and properties[prop].type not in ("entity", "place", "set")
            and not (
                properties[prop].type == "count"
                and (
                    (c.weight == NOUN_WEIGHT and not own(statement.subject, prop))
                    or self._counted(prop).endswith(head.stem)
                )  # "The trains" are
            )
        )
        return not named and not property_noun

    def _counted(self, prop: str) -> str:
        """Return the stem of the noun that a property's label ends in: what it counts."""
        words = self._setting.base.properties[prop].label.get(self._setting.language, "").split()
        return stem(words[-1].casefold(), self._setting.language) if words else ""

    def _of_subject(self, statement: Statement, scene: Scene, index: int) -> bool:
        """Whether a noun signals another property of a statement's subject ("A weekend ticket went to ...")."""
        return any(
            c.first <= index <= c.last and c.weight >= _SAID and self._setting.base.facts_of(statement.subject, prop)
            for prop, cues in scene.cues.items()
            for c in cues
        )

    def _apposed(self, scene: Scene, telling: AbstractSet[int]) -> bool:
        """Whether the cue is said of a noun phrase of its own in front ("The hall next door, opened in 2011, ...")."""
        tokens = scene.sentence.tokens
        comma = next((t.index for t in tokens[2:6] if t.text == ","), 0)
        if not comma or comma + 1 not in telling or telling & {*range(1, comma)}:
            return False
        inside = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        return not any(t.index in inside or t.capital or self._setting.is_verb(t) for t in tokens[1:comma])
