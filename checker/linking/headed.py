"""What a measure is said of: the word beside it ("Shifts: nine hours", "charging takes two hours")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import tenures
from checker.mentions.labels import BARE_WEIGHT

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.mentions import CueMention, Scene, ValueMention

_BEHIND = 3
"""How many small words may stand between a value and what is measured."""


class Headed:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the words of the language."""
        self._evidence = evidence
        self._rules = evidence.rules
        words = tenures(evidence.language)
        self._taking = frozenset(words.taking)
        self._small = frozenset((*words.taking, *words.adverbs, *evidence.rules.auxiliaries, *evidence.articles))
        self._joined = frozenset((*evidence.rules.partitives, *words.with_what))
        self._closing = frozenset((*evidence.rules.coordinators, *evidence.openers, *words.taken))

    def says(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a value is said of a word beside it ("Shifts: nine hours", "5 percent alcohol")."""
        if cue.weight >= BARE_WEIGHT and cue.first > mention.last:
            return self._follows(scene, mention, cue)
        if mention.value.type == "duration" and cue.weight >= BARE_WEIGHT and self._takes(scene, mention, cue):
            return True
        named = {i for m in scene.entities if m.explicit for i in range(m.first, m.last + 1)}
        between = list(scene.sentence.tokens[cue.last + 1 : mention.first])
        money = mention.value.type == "money"
        joins = self._rules.prepositions if money else self._rules.partitives  # "Entry to Acme is EUR 14"
        if len(between) > 1 and between[0].norm in joins:  # "the belt of Acme measures 380 metres"
            between = [t for t in between[1:] if t.index not in named and t.norm not in self._evidence.articles]
        words = (*self._rules.partitives, *self._rules.copulas, *self._rules.measuring, ":")
        if money:
            words = (*words, *self._rules.purposes)  # "insured for 46 million"
        return cue.weight >= BARE_WEIGHT and cue.last < mention.first and len(between) == 1 and between[0].norm in words

    def _takes(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a verb of lasting joins what is done to a length of time that ends its clause.

        "Charging takes 25 minutes", "De bouw van het schip duurde twee jaar": nothing else stands between but whose it
        is, and nothing narrows it in front ("the night crossing takes nine hours").
        """
        tokens = scene.sentence.tokens
        before = tokens[cue.first - 1] if cue.first else None
        known = (*self._evidence.articles, *self._rules.definite, *self._rules.possessives, *self._rules.ones)
        named = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        if before is not None and before.text.isalpha() and before.norm not in known and before.index not in named:
            return False
        behind = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
        if behind is not None and behind.text[0].isalnum() and behind.norm not in self._closing:
            return False  # "takes two hours to assemble"
        holders = {s.subject for s in self._evidence.base.by_property.get(cue.property, ())}
        whose = {i for m in scene.entities if holders & set(m.ids) for i in range(m.first, m.last + 1)}
        between = [t for t in tokens[cue.last + 1 : mention.first] if t.index not in whose]
        return any(t.norm in self._taking for t in between) and all(
            t.norm in self._small or t.norm in self._joined for t in between
        )

    def _follows(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether what is measured stands right behind a value and ends its phrase ("47 miles off the coast")."""
        tokens = scene.sentence.tokens
        small = frozenset((*self._evidence.articles, *self._rules.prepositions))
        if mention.value.type == "percent":
            small = frozenset()  # "5 percent of the visitors" are a part of them
        between = tokens[mention.last + 1 : cue.first]
        if len(between) > _BEHIND or not all(t.norm in small for t in between):
            return False
        after = tokens[cue.last + 1] if cue.last + 1 < len(tokens) else None
        closed = (*self._rules.prepositions, *self._rules.coordinators, *self._evidence.openers)
        ends = after is None or not after.text[0].isalnum() or after.norm in closed or self._evidence.is_verb(after)
        if mention.value.type == "money":
            return ends and bool(between) and between[0].norm in self._rules.purposes  # "18 million for nature"
        return ends and mention.value.type in ("quantity", "percent", "duration")
