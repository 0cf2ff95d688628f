"""What a number counts where its own noun does not stand behind it.

"64 acts; in 2025 there were 58", "a fleet of fifteen. Now there are sixteen", "84 works, 31 of them on loan", "of its
214 employees, 17 are apprentices", "the number of students fell to 18,400".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lemmas import finite
from checker.mentions.labels import LABEL_WEIGHT, SYNONYM

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.mentions import CueMention, Scene, ValueMention
    from checker.mentions.cues import CueIndex

    Source = tuple[Scene, ValueMention]

_PHRASE = 1.1
"""A counted noun, or a label, of several words says more than its last word alone."""
_MEASURED = frozenset({"quantity", "money", "percent", "duration"})
_ELLIPSIS = 6
"""How many words may stand between two numbers that share the noun of the first."""
_TELLING = 0.7
"""From which weight on a cue, or a whole label, can say what a number counts."""
_PREDICATE = 4
"""How many words may stand between a number and what is said of that many."""
_CLAUSE = 10
"""How many words may stand between "the number of students" and the number."""


class Counted:
    """Answers for one document."""

    def __init__(self, evidence: Evidence, cues: CueIndex) -> None:
        """Share the evidence of the document and the cues of its language."""
        self._evidence = evidence
        self._cues = cues
        rules = evidence.rules
        self._rules = rules
        relative = (*rules.relatives, *rules.part_relatives)
        self._them = frozenset((*rules.pronouns.plural, *rules.definite, *relative))
        self._own = frozenset(rules.possessives)
        self._narrowing = frozenset((*rules.relatives, *rules.partitives))

    def noun(self, scene: Scene, mention: ValueMention) -> str | None:
        """Return the counted noun, the likeliest where it must be looked for."""
        return next((other.value.noun for _, other in self.sources(scene, mention)), None)

    def sources(self, scene: Scene, mention: ValueMention) -> tuple[Source, ...]:
        """Return the numbers whose noun a number may count, the likeliest first: itself where it has one."""
        value = mention.value
        if value.noun is not None:
            return ((scene, mention),)
        if value.type != "count":
            return ()
        return self._following(scene, mention) or self._before(scene, mention)

    def antecedent(self, scene: Scene, mention: ValueMention) -> Source | None:
        """Return the bare number of the sentence before that an elliptical one is another of ("a fleet of fifteen")."""
        if not self._elliptic(scene, mention) or self.sources(scene, mention):
            return None
        others = [v for v in scene.values if v.last < mention.first and v.value.type != "date"]
        if others or not self._exists(scene, mention):
            return None
        before = self._sentence_before(scene)
        counts = [v for v in before.values if v.value.type == "count" and v.value.role == "amount"] if before else []
        return (before, counts[0]) if before is not None and len(counts) == 1 else None

    def pointed(self, scene: Scene, mention: ValueMention) -> frozenset[str]:
        """Return the properties whose noun in the sentence before is counted ("... the chairs. There are 640 of them").

        Only where no other number comes into question, and nothing narrows it ("12 of them are new").
        """
        value = mention.value
        if value.type != "count" or value.noun is not None or value.role != "amount" or not value.text[:1].isalnum():
            return frozenset()
        if not self._elliptic(scene, mention) or not self._exists(scene, mention) or self.sources(scene, mention):
            return frozenset()
        tokens = scene.sentence.tokens
        end = mention.last + (3 if self.is_part(scene, mention) else 1)
        before = self._sentence_before(scene)
        if before is None or any(v.last < mention.first and v.value.type != "date" for v in scene.values):
            return frozenset()
        if end < len(tokens) and tokens[end].text[0].isalnum():
            return frozenset()
        types = {prop: spec.type for prop, spec in self._evidence.base.properties.items()}
        return frozenset(
            prop
            for prop, cues in before.cues.items()
            if types.get(prop) == "count" and prop in self._evidence.base.by_property
            if any(self._is_noun(prop, before, cue) for cue in cues)
        )

    def _is_noun(self, prop: str, scene: Scene, cue: CueMention) -> bool:
        """Whether a cue is the word for what a property counts, and no number stands before it."""
        word = scene.sentence.tokens[cue.last].norm
        numbered = any(v.first < cue.first <= v.last + 3 for v in scene.values if v.value.type == "count")
        label = cue.weight in (LABEL_WEIGHT, LABEL_WEIGHT * SYNONYM)
        return not numbered and (self._cues.counts(prop, word) == 1.0 or (label and not cue.whole))

    def named(self, prop: str, scene: Scene, mention: ValueMention) -> bool:
        """Whether the noun of a number is what a property counts."""
        return self.held(prop, scene, mention) or any(
            self.strength(prop, *source) >= _TELLING for source in self.sources(scene, mention)
        )

    def strength(self, prop: str, scene: Scene, mention: ValueMention) -> float:
        """Return how surely a property counts the noun of a number: by its nouns, or by its label at that place."""
        noun, start = mention.value.noun, mention.value.noun_start
        if noun is None:
            return 0.0
        cues = [c for c in scene.cues.get(prop, ()) if start is not None and c.start <= start < c.end]
        if any(self._cues.phrase_counted(prop, cue, start or 0) for cue in cues):
            return _PHRASE
        if any(c.whole for c in cues):
            return _PHRASE
        by_label = max((c.weight for c in cues if c.weight >= _TELLING), default=0.0)
        return max(self._cues.counts(prop, noun), 1.0 if by_label == LABEL_WEIGHT else by_label)

    def held(self, prop: str, scene: Scene, mention: ValueMention) -> bool:
        """Whether a number is how many of anything there is room for ("room for 90 passengers", "holds 9,000")."""
        cues = scene.cues.get(prop, ())
        return any(
            c.last == mention.first - 1
            and c.weight >= _TELLING
            and " ".join(t.norm for t in scene.sentence.tokens[c.first : c.last + 1]) in self._rules.rooms
            for c in cues
        )

    def is_part(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a number is so many "of them"."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        return (
            after + 1 < len(tokens)
            and tokens[after].norm in self._rules.partitives
            and tokens[after + 1].norm in self._them
        )

    def is_whole(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a number is all that somebody has ("of its 214 employees", "220 van zijn 1.900 medewerkers")."""
        tokens = scene.sentence.tokens
        if mention.first < 2 or mention.value.noun is None:
            return False
        owner, opener = tokens[mention.first - 1], tokens[mention.first - 2]
        after = mention.value.noun_end
        following = scene.sentence.at(after - 1) + 1 if after else mention.last + 1
        narrowed = following < len(tokens) and tokens[following].norm in self._narrowing
        return owner.norm in self._own and opener.norm in self._rules.partitives and not narrowed

    def said(self, prop: str, scene: Scene, mention: ValueMention) -> bool:
        """Whether the words around a bare number say that it counts what a property counts."""
        if self.held(prop, scene, mention):
            return True
        ways = (self._predicated, self._headed, self._numbered, self._led)
        cues = [c for c in scene.cues.get(prop, ()) if c.weight >= _TELLING]
        return any(way(scene, mention, cue) for cue in cues for way in ways)

    def predicated(self, prop: str, scene: Scene, mention: ValueMention) -> bool:
        """Whether what is said of so many is what a property counts ("31 of them on loan", "17 are apprentices")."""
        cues = [c for c in scene.cues.get(prop, ()) if c.weight >= _TELLING]
        return any(self._predicated(scene, mention, cue) for cue in cues)

    def _predicated(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        tokens = scene.sentence.tokens
        between = tokens[mention.last + 1 : cue.first]
        if cue.first <= mention.last or len(between) > _PREDICATE:
            return False
        skipped = (*self._rules.auxiliaries, *self._rules.prepositions, *self._rules.articles)
        if not all(t.norm in skipped or (t.norm in self._them and self.is_part(scene, mention)) for t in between):
            return False
        after = tokens[cue.last + 1].norm if cue.last + 1 < len(tokens) else ""
        return (bool(between) or after not in self._rules.partitives) and after not in self._rules.restrictors

    def _headed(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a cue stands right before a number, as its head ("a capacity of 9,000", "Seats: 90")."""
        tokens = scene.sentence.tokens
        if cue.last >= mention.first:
            return False
        colon = cue.last == mention.first - 2 and tokens[cue.last + 1].text == ":"
        if not colon and not self._evidence.times.adjoins(scene, mention, cue.first, cue.last):
            return False
        index = cue.first - 1
        while index > 0 and tokens[index].norm in (*self._evidence.articles, *self._own):
            index -= 1
        parted = index >= 0 and tokens[index].norm in self._rules.partitives
        return not parted and tokens[mention.first - 1].norm not in self._rules.definite

    def _led(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a cue opens its clause and only whose it is, when and a verb come between ("Membership is 400")."""
        tokens = scene.sentence.tokens
        if cue.last >= mention.first or mention.first - cue.last > _CLAUSE:
            return False
        known = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        known |= {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        before = (*self._evidence.articles, *self._own, "'s", "’s")
        opening = [t for t in tokens[: cue.first] if t.norm not in before and t.index not in known]
        if any(t.text not in ",;:" for t in opening[-1:]):
            return False
        between = [t for t in tokens[cue.last + 1 : mention.first] if t.index not in known]
        small = (
            *self._rules.prepositions,
            *self._rules.articles,
            *self._rules.auxiliaries,
            *self._rules.numbers,
            ":",
            "'s",
        )
        language, told = self._evidence.language, (":", *self._rules.measuring, *self._rules.rises)
        verbs = [t for t in between if t.norm in told or self._evidence.is_verb(t) or finite(t.norm, language)]
        return bool(verbs) and all(t.norm in small or t in verbs for t in between)

    def _numbered(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether "the number of students" opens the clause of a number that counts nothing else."""
        tokens = scene.sentence.tokens
        if cue.last >= mention.first or mention.first - cue.last > _CLAUSE or cue.first == 0:
            return False
        near = [t.norm for t in tokens[max(0, cue.first - 2) : cue.first]]
        if not set(near) & set(self._rules.numbers):
            return False
        between = tokens[cue.last + 1 : mention.first]
        return not any(t.text in ",;:" or t.norm in self._evidence.openers for t in between)

    def _following(self, scene: Scene, mention: ValueMention) -> tuple[Source, ...]:
        """Return the number after it, with which it shares a noun ("twee of vier wielen")."""
        following = next((v for v in scene.values if v.first > mention.last), None)
        if following is None or following.value.type != "count" or following.first - mention.last > 2:
            return ()
        between = scene.sentence.tokens[mention.last + 1 : following.first]
        joined = all(t.norm in self._rules.coordinators or t.text == "," for t in between)
        return self.sources(scene, following) if between and joined else ()

    def _exists(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a form of "to be" stands right before an elliptical number: so many there are.

        "In the whole town there are fifty" counts those of the town.
        """
        tokens = scene.sentence.tokens
        near = tokens[max(0, mention.first - 4) : mention.first]
        told = [m.first for m in scene.entities if m.ids] + [v.first for v in scene.values if v.value.type == "date"]
        elsewhere = tokens[0].norm in self._evidence.prepositions and not any(i < mention.first for i in told)
        return not elsewhere and any(t.norm in self._rules.auxiliaries and self._evidence.is_verb(t) for t in near)

    def _elliptic(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a word stands for what was counted ("there were 58", "nu zijn het er 31")."""
        near = scene.sentence.tokens[max(0, mention.first - 3) : mention.first]
        return any(t.norm in self._rules.counting for t in near)

    def _before(self, scene: Scene, mention: ValueMention) -> tuple[Source, ...]:
        """Return the numbers before, where a word stands for one or the year alone is new.

        "64 acts; in 2025 there were 58", "48,200 visitors in 2025 and 44,500 in 2024", "nu zijn het er 31".
        """
        tokens = scene.sentence.tokens
        kin = [v for v in scene.values if v.last < mention.first and v.value.type == "count" and v.value.noun]
        if self._elliptic(scene, mention):
            measured = [v.last for v in scene.values if v.last < mention.first and v.value.type in _MEASURED]
            if measured and (not kin or measured[-1] > kin[-1].last):
                return ()  # "a range of 130 kilometres; I managed 104 of them"
            if kin:
                return ((scene, kin[-1]),)
            before = self._sentence_before(scene)
            if before is None or not self._exists(scene, mention):
                return ()
            counts = [v for v in before.values if v.value.type == "count" and v.value.noun]
            return tuple((before, v) for v in reversed(counts))
        if not kin:
            return ()
        following = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        dated = any(v.value.type == "date" and v.first in (mention.last + 1, mention.last + 2) for v in scene.values)
        between = tokens[kin[-1].last + 1 : mention.first]
        joined = [t for t in between[-2:] if t.norm in self._rules.coordinators]
        if dated and joined and following in self._evidence.prepositions and len(between) <= _ELLIPSIS:
            return ((scene, kin[-1]),)
        return ()

    def _sentence_before(self, scene: Scene) -> Scene | None:
        """Return the sentence before, of the same paragraph."""
        before = self._evidence.scenes[scene.index - 1] if scene.index else None
        return before if before is not None and before.sentence.block == scene.sentence.block else None
