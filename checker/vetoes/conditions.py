"""Conditions, places and restrictions of which the base knows nothing: "In winter ...", "with panniers", "at home"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.evidence.evidence import Evidence
    from checker.evidence.qualifiers import Qualified
    from checker.factbase.model import Statement
    from checker.linking.signals import Signals
    from checker.mentions import Scene, ValueMention


class Conditions:
    """Answers for one document."""

    def __init__(self, evidence: Evidence, signals: Signals) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        self._signals = signals
        rules = evidence.rules
        self._rules = rules
        self._restrictors = frozenset(rules.restrictors)
        self._closed = evidence.closed | frozenset((*rules.possessives, *rules.totals))

    def conditional(self, scene: Scene, statement: Statement, mention: ValueMention) -> bool:
        """Whether a phrase narrows what is said: "In winter ...", "With panniers ...", "a ticket with audio tour"."""
        tokens = scene.sentence.tokens
        cues = scene.cues.get(statement.property.id, ())
        behind = mention.last + 1
        if mention.value.type == "duration" and any(c.first <= behind <= c.last for c in cues):
            return False  # "412 days without an accident"
        if mention.value.type == "duration" and behind < len(tokens) and tokens[behind].norm in self._rules.including:
            return not any(m.first in (behind + 1, behind + 2) and statement.subject in m.ids for m in scene.entities)
        for index in {c.last + 1 for c in cues if c.last + 2 < mention.first}:
            added = tokens[index].norm in self._rules.including
            # "a V8 with a displacement of 4 litres": what is added is what the property says.
            named = index + 2 if tokens[index + 1].norm in self._rules.articles else index + 1
            itself = any(m.first <= named <= m.last and statement.subject in m.ids for m in scene.entities)
            if added and not itself and not any(c.first == named for c in cues):
                return True
        moment = tokens[0].norm in self._rules.moments
        if not (moment or tokens[0].norm in self._rules.conditions) or len(tokens) < 3:
            return False
        if not moment and tokens[1].norm in self._rules.totals:
            # "In the sport mode Alpha has a range of 70 km": a frame of what is named behind it.
            said = ("name", "pronoun") if tokens[0].norm in self._rules.including else ("name",)
            told = any(m.how in said and m.first > 2 and statement.subject in m.ids for m in scene.entities)
            if mention.value.type != "quantity" or tokens[1].norm not in self._rules.definite or not told:
                return False
        if any(t.text == ";" for t in tokens[: mention.first]):
            return False
        if tokens[1].norm in self._rules.credits:
            return False  # "Op naam van Berg staan 14 zeges"
        owned = tokens[1].norm in (*self._rules.possessives, *self._rules.articles)
        if any(c.first in (0, 1 + owned) for c in cues):
            return False  # "With a jump of 4.66 metres", "On one charge it covers 95 km"
        reach = tokens[1 + owned : 7]
        named_at = {m.first for m in scene.entities if m.first > 2}
        own = {c.first for c in scene.cues.get(statement.property.id, ())}
        end = next(
            (t.index for t in reach if t.text == "," or self._evidence.is_verb(t) or t.index in named_at | own),
            min(6, len(tokens)),
        )
        if mention.first < end:
            return False
        dated = any(v.first < end and v.value.type == "date" for v in scene.values)
        # Only a name that is the phrase itself: in "With panniers the Kade costs ..." the Kade is the subject.
        named = any(m.first <= 2 and (m.ids or m.how == "unknown") for m in scene.entities)
        return not dated and not named

    def elsewhere(self, scene: Scene, statement: Statement, mention: ValueMention, qualified: Qualified) -> bool:
        """Whether the sentence opens with a place that the statement does not name ("In die stad heeft X 30 ...")."""
        tokens = scene.sentence.tokens
        if (
            mention.value.type not in ("count", "money", "percent")
            or tokens[0].norm not in self._rules.place_prepositions
        ):
            return False
        places = [m for m in scene.entities if m.first in (1, 2) and m.how in ("name", "noun", "country", "unknown")]
        named = {part.start for part in qualified.parts}
        family = self._evidence.related(statement.subject) | self._evidence.tied(statement.subject)
        return any(
            m.last < mention.first
            and not any(t.text == ";" for t in tokens[m.last : mention.first])
            and m.start not in named
            and statement.subject not in m.ids
            and (
                m.how in ("country", "unknown")
                or any(self._evidence.type_of(i) == "place" for i in m.ids)
                or not family & set(m.ids)
            )
            for m in places
        )

    def restricted(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a phrase right after the counted noun narrows it ("op zandondergrond", "at home")."""
        if self._signals.counted.is_whole(scene, mention):
            return False
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if mention.value.noun_end is not None and mention.value.noun_end > mention.end:
            after = scene.sentence.at(mention.value.noun_end - 1) + 1
        known = {
            index
            for cues in (scene.cues.get(statement.property.id, ()),)
            for cue in cues
            for index in range(cue.first, cue.last + 1)
        }
        while after < len(tokens) and after in known and tokens[after].norm not in self._rules.purposes:
            after += 1  # and not "40 places for wheelchair users"
        if self._is_made(scene, after, known):
            return True
        if after >= len(tokens) or tokens[after].norm not in self._restrictors:
            return False
        if tokens[after].norm in self._rules.prepositions and self._ends(scene, after):
            return False  # "leverde 128 woningen op en ...": a particle of the verb
        stop = min(len(tokens), after + 4)
        for index in range(after + 1, stop):
            if index in known:
                return False
            if tokens[index].norm in self._evidence.owners and index + 1 < len(tokens):
                if tokens[index + 1].norm in self._rules.credits:
                    return False  # "two albums to her name"
                continue
            if any(m.first <= index <= m.last and m.how != "unknown" for m in scene.entities):
                return False
            if any(v.first <= index <= v.last for v in scene.values):
                return False
            if tokens[index].norm in self._rules.articles or not tokens[index].text[0].isalnum():
                continue
            words = {w.casefold() for w in statement.where.values()}
            return tokens[index].norm not in words
        return False

    def _is_made(self, scene: Scene, index: int, known: Collection[int]) -> bool:
        """Whether "of" and a noun without an article say what kind of them is counted ("eight boats of wood")."""
        tokens = scene.sentence.tokens
        if index + 1 >= len(tokens) or tokens[index].norm not in self._rules.partitives or index + 1 in known:
            return False
        noun = tokens[index + 1]
        if not noun.text.isalpha() or not noun.text.islower() or noun.norm in self._closed:
            return False
        named = any(m.first <= index + 1 <= m.last for m in scene.entities)
        return not named and not any(v.first <= index + 1 <= v.last for v in scene.values)

    def _ends(self, scene: Scene, index: int) -> bool:
        """Whether a clause ends with a word."""
        tokens = scene.sentence.tokens
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        return after is None or after.text in ".,;:!?" or after.norm in self._rules.coordinators
