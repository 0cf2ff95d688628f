"""Lengths of time that say when something began: "bestaat veertig jaar", "its 30th anniversary", "is twee weken open".

They are read as the date of a property that says by which words it lasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.evidence.dated import END
from checker.evidence.elapsed import agrees, as_amount, countable
from checker.languages import tenures
from checker.mentions.events import is_end, lasting_words
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.evidence.setting import Setting
    from checker.factbase.model import FactValue, Moment
    from checker.languages import Tenures
    from checker.mentions import EntityMention, Scene, ValueMention

_DURATION = "duration"
_LASTING = frozenset({"company", "organisation", "team"})
_DESCRIBING = 2
"""How many words may say what a thing is between its age and its name."""
_CLAUSE = 12
"""How many words around a length of time may say that it is another one."""
_NEAR = 7
"""How many words may stand between a length of time and the word that it lasts by."""
_MARK = 3
"""How many words before a length may say that it is that so far."""
_OF_WHOM = 4
"""How many words behind an anniversary may say whose it is."""


class Lasting:
    """Finds the properties that a length of time of one document speaks of, and compares it with them."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the properties that the base uses."""
        self._evidence = evidence
        rules = evidence.rules
        self._words = tenures(evidence.language)
        self._phrases: list[tuple[str, tuple[str, ...]]] = []
        self._beginnings: list[str] = []
        for name in evidence.base.by_property:
            spec = evidence.base.properties[name]
            for phrase in (*spec.lasting.get(evidence.language, ()), *lasting_words(spec, evidence.language)):
                self._phrases.append((name, tuple(phrase.split())))
            if spec.type == "date" and "age" in spec.signs and "person" not in spec.subjects:
                self._beginnings.append(name)
        dates = (p for p in evidence.base.by_property if evidence.base.properties[p].type == "date")
        self._ends = [p for p in dates if p == END or is_end(evidence.base.properties[p])]
        self._empty = frozenset((*self._words.adverbs, *rules.auxiliaries, *rules.articles, *rules.since))
        self._filling = self._empty | frozenset(self._words.lasts)
        self._held = frozenset(
            (*rules.negations, *rules.modals, *rules.rates, *self._words.again, *rules.others, *rules.past)
        ) - frozenset(rules.articles)

    def find(self, scene: Scene, mention: ValueMention) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return the properties whose date a length of time tells, with the words that say so."""
        value = mention.value
        if value.type == "age" or (value.type == "duration" and value.unit == "year"):
            found = self._grows(scene, mention) or self._celebrates(scene, mention) or self._describes(scene, mention)
        elif value.type == "ordinal":
            found = self._celebrates(scene, mention)
        else:
            found = {}
        if value.type == "duration" and self._runs(scene, mention):
            return {_DURATION: _sure(Part("noun", value.text, mention.start, mention.end))}
        if value.type == "duration" and countable(value.unit):
            left = self._is_left(scene, mention)
            if left:
                return left
            found = found or self._lasts(scene, mention)
        if not found or self._otherwise(scene, mention):
            return {}
        return found

    def compare(self, scene: Scene, mention: ValueMention, fact: Moment) -> tuple[FactValue, Agreement]:
        """Compare a length of time with the time from a date to when the clause says that it is reached."""
        when = self._evidence.times.clause_date(scene, mention) or self._evidence.date
        if when is None or (mention.value.type == "duration" and not countable(mention.value.unit)):
            return fact, Agreement.INCOMPARABLE
        value = mention.value
        if fact.period.first > when.last and remains(scene, mention, self._words):
            expected = as_amount(when, fact.period, value.unit or "year")
            return expected, agrees(value, when, fact.period, nearly=self._nearly(scene, mention))
        expected = as_amount(fact.period, when, value.unit or "year")
        return expected, agrees(value, fact.period, when, nearly=self._nearly(scene, mention))

    def _nearly(self, scene: Scene, mention: ValueMention) -> bool:
        return is_nearly(scene, mention, self._words)

    def _otherwise(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a word of the clause makes the length another one: "elke", "nog", "was", "zal"."""
        tokens = scene.sentence.tokens
        rules = self._evidence.rules
        ends = frozenset((*rules.coordinators, *rules.clause_openers))
        for step, stop in ((-1, max(-1, mention.first - _CLAUSE)), (1, min(len(tokens), mention.last + _CLAUSE))):
            for index in range(mention.first - 1 if step < 0 else mention.last + 1, stop, step):
                if not tokens[index].text[0].isalnum() or tokens[index].norm in ends:
                    break
                if tokens[index].norm in self._held:
                    return True
        return False

    def _is_left(self, scene: Scene, mention: ValueMention) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return when something ends, for a length of time that is left of it ("loopt nog dertig jaar")."""
        tokens = scene.sentence.tokens
        if not remains(scene, mention, self._words) or not self._closes(scene, mention.last):
            return {}
        begin = max(0, mention.first - _NEAR)
        at = next((i for i in range(mention.first - 1, begin - 1, -1) if tokens[i].norm in self._words.running), None)
        if at is None or any(not t.text[0].isalnum() for t in tokens[at : mention.first]):
            return {}
        part = Part("cue", tokens[at].text, tokens[at].start, tokens[at].end)
        return dict.fromkeys(self._ends, _sure(part))

    def _lasts(self, scene: Scene, mention: ValueMention) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return the properties with their own word beside a length: "bestaat al 40 jaar", "been open for a week"."""
        tokens = scene.sentence.tokens
        norms = [t.norm for t in tokens]
        found: dict[str, tuple[float, tuple[Part, ...]]] = {}
        for name, words in self._phrases:
            size = len(words)
            for at in range(len(tokens) - size + 1):
                if tuple(norms[at : at + size]) != words:
                    continue
                before = at < mention.first
                between = tokens[at + size : mention.first] if before else tokens[mention.last + 1 : at]
                end = mention.last if before else at + size - 1
                told = self._evidence.is_verb(tokens[at]) or self._up_to_now(scene, mention, words)
                if told and self._only(scene, between) and self._closes(scene, end):
                    found[name] = (1.0, (Part("cue", " ".join(words), tokens[at].start, tokens[at + size - 1].end),))
        return found

    def _up_to_now(self, scene: Scene, mention: ValueMention, words: tuple[str, ...]) -> bool:
        """Whether a length is said to be that so far: an exhibition that "is zes weken open" may be so in all."""
        before = [t.norm for t in scene.sentence.tokens[max(0, mention.first - _MARK) : mention.first]]
        return not {*self._words.so_far, *self._evidence.rules.since}.isdisjoint((*words, *before))

    def _only(self, scene: Scene, between: Sequence[Token]) -> bool:
        """Whether nothing stands between but empty words, hedges, other times and the name of whom it is about."""
        named = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        dated = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        plain = [t for t in between if t.index not in named | dated]
        return len(plain) <= _NEAR and all(t.norm in self._filling for t in plain)

    def _closes(self, scene: Scene, index: int) -> bool:
        """Whether a clause ends behind a token, so that nothing narrows it ("bestaat tien jaar in deze stad")."""
        tokens = scene.sentence.tokens
        if index + 1 >= len(tokens):
            return True
        following = tokens[index + 1]
        rules = self._evidence.rules
        closing = (*rules.coordinators, *rules.clause_openers, *self._words.lasts)
        return not following.text[0].isalnum() or following.norm in closing or self._evidence.is_verb(following)

    def _grows(self, scene: Scene, mention: ValueMention) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return the beginnings of a thing that is said to be, or to turn, so many years old."""
        tokens = scene.sentence.tokens
        rules = self._evidence.rules
        index = mention.first - 1
        while index > 0 and tokens[index].norm in self._empty - frozenset(rules.copulas):
            index -= 1
        turning = index > 0 and tokens[index].norm in rules.turnings
        being = index > 0 and tokens[index].norm in rules.copulas and mention.value.type == "age"
        if not (turning or being) or not self._closes(scene, mention.last):
            return {}
        owner = next((m for m in scene.entities if m.last == index - 1 and m.ids), None)
        if owner is None or tokens[owner.first - 1].norm in self._evidence.prepositions:
            return {}  # "The director of Acme is 40"
        if any(self._evidence.type_of(i) == "person" for i in owner.ids):
            return {}
        part = Part("cue", tokens[index].text, tokens[index].start, tokens[index].end)
        return self._all(part)

    def _describes(self, scene: Scene, mention: ValueMention) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return the beginnings of a thing before whose name an age stands ("the 27-year-old chip maker Alpha").

        "The 27-year-old Alpha engineer" is a person.
        """
        if mention.value.type != "age":
            return {}
        tokens = scene.sentence.tokens
        reach = range(mention.last + 1, mention.last + 2 + _DESCRIBING)
        owner = next((m for m in scene.entities if m.first in reach and m.how == "name"), None)
        if owner is None or any(self._evidence.type_of(i) not in _LASTING for i in owner.ids):
            return {}
        between = tokens[mention.last + 1 : owner.first]
        if any(t.norm in self._evidence.prepositions or not (t.text.isalpha() and t.text.islower()) for t in between):
            return {}
        after = tokens[owner.last + 1] if owner.last + 1 < len(tokens) else None
        small = (*self._evidence.prepositions, *self._evidence.openers)
        ends = after is None or after.text in ".,;:!?()" or after.norm in small or self._evidence.is_verb(after)
        return self._all(Part("noun", owner.text, owner.start, owner.end)) if ends else {}

    def _runs(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a length of time stands right before what it is the length of ("the five-year agreement")."""
        if _DURATION not in self._evidence.base.by_property:
            return False
        things = [m for m in scene.entities if m.first == mention.last + 1 and m.ids and m.how in ("name", "noun")]
        return any(self._evidence.type_of(i) == "agreement" for m in things for i in m.ids)

    def _all(self, part: Part) -> dict[str, tuple[float, tuple[Part, ...]]]:
        return dict.fromkeys(self._beginnings, _sure(part))

    def _celebrates(self, scene: Scene, mention: ValueMention) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return the beginnings that an anniversary tells of, unless it is that of something else."""
        tokens = scene.sentence.tokens
        at = mention.noun if mention.noun is not None else mention.last + 1
        if at >= len(tokens) or tokens[at].norm not in self._words.anniversaries:
            return {}
        part = Part("cue", tokens[at].text, tokens[at].start, tokens[at].end)
        found = self._all(part)
        if self._closes(scene, at) or at + 2 >= len(tokens):
            return found
        following = tokens[at + 1]
        if following.norm in self._evidence.rules.partitives:
            reach = range(at + 2, min(at + 2 + _OF_WHOM, len(tokens)))
            owner = next((m for m in scene.entities if m.first in reach and m.ids), None)
            plain = tokens[at + 2 : owner.first] if owner else ()
            return (
                found
                if owner and owner.how != "pronoun" and all(t.norm in self._evidence.articles for t in plain)
                else {}
            )
        return found if following.norm not in self._evidence.prepositions else {}


def takes(setting: Setting, scene: Scene, thing: EntityMention, length: ValueMention) -> bool:
    """Whether a verb of lasting, and nothing else, joins a thing to a length of time that ends its clause.

    "The Silent Quay lasts 85 minutes", "De verbouwing gaat dertig maanden duren".
    """
    tokens = scene.sentence.tokens
    words = tenures(setting.language)
    rules = setting.rules
    behind = length.last + 1
    if behind < len(tokens) and tokens[behind].norm in words.taking:
        behind += 1
    if behind < len(tokens) and tokens[behind].text[0].isalnum() and tokens[behind].norm not in rules.coordinators:
        return False  # "takes two hours to assemble"
    between = tokens[thing.last + 1 : behind]
    plain = [t for t in between if not length.first <= t.index <= length.last]
    small = (*words.taking, *words.adverbs, *rules.auxiliaries, *rules.modals)
    return any(t.norm in words.taking for t in plain) and all(t.norm in small for t in plain)


def remains(scene: Scene, mention: ValueMention, words: Tenures) -> bool:
    """Whether a word before a length of time says that it is what is left ("nog bijna tien jaar")."""
    return any(t.norm in words.remaining for t in scene.sentence.tokens[max(0, mention.first - _MARK) : mention.first])


def is_nearly(scene: Scene, mention: ValueMention, words: Tenures) -> bool:
    """Whether a word right before a number says that it is just not reached ("bijna", "almost")."""
    return any(t.norm in words.nearly for t in scene.sentence.tokens[max(0, mention.first - 2) : mention.first])


def _sure(part: Part) -> tuple[float, tuple[Part, ...]]:
    return 1.0, (part,)
