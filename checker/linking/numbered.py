"""Which one of a count something was: "her fourth medal", "voor de derde keer", "it was the third visit of the band".

The last one is as many as there are so far. A higher one is wrong where it is said to have happened; a lower one only
where the sentence is about the one that has just been counted, for every earlier one was the third once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.comparing import Agreement
from checker.factbase.model import Amount
from checker.mentions.results import in_a_row, result_words

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import FactValue, Statement
    from checker.linking.counted import Counted
    from checker.mentions import Scene, ValueMention

_MORE = 3
"""How many more or fewer than there were "the fifth" may be, to be a slip and not a count of something else."""
_TELLING = 0.7
"""How surely a property must count a noun that an ordinal stands before."""
_POINTING = 4
"""How many words before an ordinal may say that it is the one in hand ("it was also her")."""
_LATELY = timedelta(days=45)
"""How long ago a count may have changed for a text to be about the change."""


class Numbered:
    """Answers for one document."""

    def __init__(self, evidence: Evidence, counted: Counted) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        self._counted = counted
        rules, language = evidence.rules, evidence.language
        words = result_words(language)
        self._times = frozenset(stem(word, language) for word in rules.times)
        self._was = frozenset(rules.copulas) & frozenset(rules.past)
        self._done = frozenset(words.won)
        self._this = frozenset((*rules.pronouns.neutral, *words.this)) - frozenset(rules.possessives)
        self._is = frozenset((*rules.copulas, *words.were))

    def is_occasion(self, mention: ValueMention) -> bool:
        """Whether an ordinal says how often something has happened ("voor de vijfde keer")."""
        value = mention.value
        nth = value.type == "ordinal" and value.role == "nth" and value.noun is not None
        return nth and stem(value.noun or "", self._evidence.language) in self._times

    def counts(self, prop: str, scene: Scene, mention: ValueMention) -> bool:
        """Whether an ordinal before a noun is one of what a property counts, or says an ordinal of its own."""
        spec = self._evidence.base.properties[prop]
        if mention.value.role != "nth" or mention.value.noun is None or self.is_occasion(mention):
            return True
        if spec.type != "count":
            return True
        return self._counted.strength(prop, scene, mention) >= _TELLING

    def compare(self, statement: Statement, scene: Scene, mention: ValueMention) -> tuple[FactValue, Agreement]:
        """Compare which one it was with how many there are so far."""
        fact, number = statement.value, mention.value.number
        if not isinstance(fact, Amount) or fact.low is None or fact.high is None or number is None:
            return fact, Agreement.INCOMPARABLE
        last = replace(fact, low=fact.high, written=str(fact.high))
        if number == fact.high:
            return last, Agreement.INSIDE
        if number > fact.high:
            told = self.is_occasion(mention) or self._happened(scene, mention)
            told |= self._points(scene, mention) and (number > fact.high + 1 or self._has_just_grown(statement))
            return last, Agreement.APART if told and number <= fact.high + _MORE else Agreement.INCOMPARABLE
        if self._is_the_latest(statement, scene, mention) and number >= fact.high - _MORE:
            return last, Agreement.APART
        within = fact.low < number or (number == fact.low and self.is_occasion(mention))
        return fact, Agreement.INSIDE if within else Agreement.INCOMPARABLE

    def _happened(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the sentence says that it is done: by a verb of the past, or a date gone by."""
        now = self._evidence.date
        tokens = scene.sentence.tokens
        told = any(t.norm in self._was or t.norm in self._done for t in tokens[: mention.first])
        told |= any(t.norm in self._done for t in tokens[mention.last + 1 :])
        dates = (when for _, when in self._evidence.times.years(scene))
        return told or (now is not None and any(when.last < now.first for when in dates))

    def _has_just_grown(self, statement: Statement) -> bool:
        """Whether a count went up a short time before the text, so that the text is about the one that was added."""
        now, valid, fact = self._evidence.date, statement.valid, statement.value
        if now is None or valid is None or not isinstance(fact, Amount):
            return False
        return fact.low != fact.high or timedelta(0) <= now.first - valid.first <= _LATELY

    def _is_the_latest(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence is about the one that the count has just gone up by ("it is her fourth title")."""
        if not self._has_just_grown(statement) or self._evidence.times.years(scene):
            return False
        if not self._points(scene, mention) and not self._is_won(scene, mention):
            return False
        return mention.noun == mention.last + 1 and self._closes(statement, scene, mention.noun)

    def _points(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether "it is" or "het was" stands right before an ordinal and whose it is."""
        tokens = scene.sentence.tokens
        near = tokens[max(0, mention.first - _POINTING) : mention.first]
        pointed = [t.index for t in near if t.norm in self._this]
        is_ = [t.index for t in near if t.norm in self._is]
        return bool(pointed and is_) and abs(pointed[-1] - is_[-1]) == 1

    def _is_won(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the one counted is what is won here: "took silver, her fourth medal", "won her third title"."""
        tokens = scene.sentence.tokens
        owner = mention.first - 1
        if owner < 1 or tokens[owner].norm not in self._evidence.rules.possessives:
            return False
        medal = any(v.last == owner - 2 and v.value.role == "rank" for v in scene.values)
        return (tokens[owner - 1].text == "," and medal) or tokens[owner - 1].norm in self._done

    def _closes(self, statement: Statement, scene: Scene, noun: int) -> bool:
        """Whether nothing behind the noun narrows it: not "her second title on grass", nor "in a row"."""
        tokens = scene.sentence.tokens
        following = [t.norm for t in tokens[noun + 1 : noun + 4]]
        if in_a_row(tokens, noun, self._evidence.language):
            return False
        if not following or not tokens[noun + 1].text[0].isalnum():
            return True
        owned = {statement.subject, *statement.where.values()}
        behind = [m for m in scene.entities if noun + 2 <= m.first <= noun + 4 and owned & set(m.ids)]
        return following[0] in self._evidence.prepositions and bool(behind)
