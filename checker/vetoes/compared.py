"""Values with which another one of their kind is compared: "412 miljoen, tegen 385 miljoen", "from 12 to 14 shops"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.mentions import Scene, ValueMention


_BESIDE = 3
"""How many tokens may lie between two figures of which the one led to the other."""


class Compared:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        rules = evidence.rules
        self._rules = rules
        self._comparisons = frozenset(rules.comparisons)
        self._earlier = frozenset(rules.earlier)

    def is_old(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is what another one of its kind is compared with ("412 miljoen, tegen 385 miljoen")."""
        tokens = scene.sentence.tokens
        bare = mention.value.type == "count" and mention.value.noun is None  # "182,000 tonnes, up from 171,000"
        kinds = {mention.value.type, *(("quantity", "money", "percent") if bare else ())}
        kin = [v for v in scene.values if v is not mention and v.value.type in kinds]
        following = min((v.first for v in kin if v.first > mention.last), default=len(tokens))
        after = [t.norm for t in tokens[mention.last + 1 : min(mention.last + 7, following)]]
        if self._of_next(scene, mention, after):
            return False
        if any(word in self._earlier for word in after):
            return True
        directly = tokens[mention.first - 1].norm if mention.first else ""
        if any(directly == start and end in after[:2] for start, end in self._rules.routes):
            return True
        if any(directly == start for start, _ in self._rules.routes) and any(
            v.last < mention.first and self._apart(scene, v, mention) <= _BESIDE and _alike(v, mention) for v in kin
        ):
            return True
        before = [t.norm for t in tokens[max(0, mention.first - 3) : mention.first]]
        if bare and any(word in self._rules.aged_than for word in before):
            return False  # "half of them are younger than eighteen"
        return any(word in self._comparisons for word in before) and any(
            v.last < mention.first and mention.first - v.last < 25 for v in kin
        )

    @staticmethod
    def _apart(scene: Scene, one: ValueMention, other: ValueMention) -> int:
        """Return how many tokens lie between two figures, the dates left out ("to 31 last year, from 27 in 2023")."""
        dated = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        return sum(i not in dated for i in range(one.last + 1, other.first)) + 1

    def _of_next(self, scene: Scene, mention: ValueMention, after: list[str]) -> bool:
        """Whether "a year earlier" behind a comma tells of a bare number there ("641, where a year ago it was 618")."""
        if "," not in after:
            return False
        comma = mention.last + 1 + after.index(",")
        told = next((t.index for t in scene.sentence.tokens[comma:] if t.norm in self._earlier), None)
        later = [v for v in scene.values if v.first > comma and v.value.type == "count" and v.value.noun is None]
        return told is not None and any(told < v.first for v in later)


def _alike(one: ValueMention, two: ValueMention) -> bool:
    """Whether two numbers may count the same ("from 12 to 14 shops", not "612 athletes from 19 countries")."""
    nouns = {v.value.noun for v in (one, two)}
    return None in nouns or len(nouns) == 1
