"""Negations that deny a value: "has never won three", and those that deny only what is said of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.mentions import Scene, ValueMention


class Denial:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._negations = frozenset(rules.negations)
        self._definite = frozenset(rules.definite)
        self._owned = frozenset((*rules.definite, *rules.possessives))
        self._denied: dict[tuple[int, int, tuple[int, int]], bool] = {}

    def denies(self, scene: Scene, mention: ValueMention, segment: tuple[int, int]) -> bool:
        """Whether a negation beside a value denies it; nothing denied is supported either."""
        key = (scene.index, mention.first, segment)
        if self.presupposed(scene, mention):
            return False
        if key not in self._denied:
            low, high = max(segment[0], mention.first - 12), min(segment[1], mention.last + 12)
            share = (
                mention.value.type == "percent" and mention.value.role == "amount"
            )  # "7 percent of the graduates have no work"
            reach = 0.6 if share else 0.3
            self._denied[key] = any(
                token.norm in self._negations and (share or not self._denies_later(scene, mention, token.index))
                for token in scene.sentence.tokens[low : high + 1]
                if not self._hedges(scene, mention, token.start)
                if scene.sentence.cost(token.index, mention.first) < reach
            )
        return self._denied[key]

    def presupposed(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is that of a definite phrase, which is there whatever is denied ("not without its 190")."""
        before = scene.sentence.tokens[mention.first - 1].norm if mention.first else ""
        return mention.value.type == "count" and mention.value.noun is not None and before in self._owned

    @staticmethod
    def _hedges(scene: Scene, mention: ValueMention, start: int) -> bool:
        """Whether a negation is a part of the hedge of another value ("opened in 2014 with not yet 10,000")."""
        others = (v.value for v in scene.values if v is not mention)
        return any(v.hedge_start is not None and v.hedge_start <= start < v.start for v in others)

    def _denies_later(self, scene: Scene, mention: ValueMention, index: int) -> bool:
        """Whether a negation denies what is said elsewhere ("a loss of 5 million is not a disaster")."""
        tokens = scene.sentence.tokens
        if index < mention.first:
            return self._is_over(scene, index, mention.first)
        between = tokens[mention.last + 1 : index]
        if any(t.norm in self._evidence.rules.coordinators for t in between):
            return True  # "It has 384 pages and no plot"
        if tokens[0].norm in self._definite and not any(self._evidence.is_verb(t) for t in tokens[: mention.first]):
            return any(self._evidence.is_verb(t) for t in between)  # "The rise of 3.7 percent was not welcome"
        behind = (mention.last if mention.noun is None else mention.noun) + 1
        opening = tokens[0].norm in self._evidence.rules.at_years and behind < index
        if opening and (tokens[behind].text == "," or self._evidence.is_verb(tokens[behind])):
            return True  # "With 22 podiums, Berg is no stranger to it"
        if mention.value.type == "age":
            return any(t.text == "," for t in between)  # "Jansen, 39, is not jealous"
        if mention.value.type not in ("money", "percent", "quantity", "duration"):
            return False
        return any(t.text == "," or self._evidence.is_verb(t) for t in between)

    def _is_over(self, scene: Scene, index: int, first: int) -> bool:
        """Whether the clause of a negation ends before a token ("If nobody objects, it is sold on 1 January")."""
        tokens = scene.sentence.tokens
        ends = [at for at in range(index + 2, first) if tokens[at - 1].text == ","]
        subordinate = tokens[0].norm in self._evidence.openers
        return any(subordinate or self._evidence.is_verb(tokens[at]) for at in ends if at < first or subordinate)
