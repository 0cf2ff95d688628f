"""A street of the base with another house number: "Boslaan 12" for "Boslaan 21"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.factbase.model import Term
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_PROPERTY = "address"
_LETTERS = 5
"""Letters from which on a street is no ordinary word."""
_NUMBER = re.compile(r"\d{1,4}")
_CONFIDENCE = 0.8


class Addresses:
    """Judges the house numbers of one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer) -> None:
        """Collect the streets of the base, with the numbers that it knows in each."""
        self._explain = explainer
        self._streets: dict[tuple[str, ...], dict[str, Statement]] = {}
        for statement in evidence.base.by_property.get(_PROPERTY, ()):
            for label in statement.value.all_labels() if isinstance(statement.value, Term) else ():
                words = tuple(re.findall(r"[^\W_]+", fold(label.split(",")[0])))
                street, number = words[:-1], words[-1:]
                known = sum(map(len, street)) >= _LETTERS and bool(number) and _NUMBER.fullmatch(number[0]) is not None
                if known:
                    self._streets.setdefault(street, {})[number[0]] = statement

    def find(self, scene: Scene) -> Iterator[Finding]:
        """Yield an alarm for each house number that the base does not know in its street."""
        if not self._streets:
            return
        tokens = [t for t in scene.sentence.tokens if t.text[0].isalnum()]
        norms = [t.norm for t in tokens]
        for street, numbers in self._streets.items():
            size = len(street)
            for index in range(len(tokens) - size):
                number = tokens[index + size]
                if tuple(norms[index : index + size]) != street or not tokens[index].capital:
                    continue
                beside = number.index == tokens[index + size - 1].index + 1
                if not beside or _NUMBER.fullmatch(number.text) is None or number.text in numbers or len(numbers) > 1:
                    continue
                (statement,) = numbers.values()
                first, last = tokens[index], number
                part = Part(
                    "cue", " ".join(t.text for t in tokens[index : index + size]), first.start, number.start - 1
                )
                strange = any(m.how == "unknown" and m.last < first.index for m in scene.entities)
                if strange or self._counts(scene, last.index):
                    continue  # of a neighbour whom nobody knows, or no house number
                yield self._explain.wrong_term(
                    scene, statement, first.start, last.end, parts=(part,), confidence=_CONFIDENCE
                )

    @staticmethod
    def _counts(scene: Scene, index: int) -> bool:
        """Whether a number is the day or year of a date, or counts what stands behind it: "in de Boslaan 12 bomen"."""
        value = next((v for v in scene.values if v.first <= index <= v.last), None)
        return value is not None and (
            value.value.type != "count" or value.noun is not None or value.first != value.last
        )
