"""What a text says rightly around a claim of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.report import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import Finding

_NEARBY = 400
"""How many characters from a claim a right one is near."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the text says rightly around a claim, besides that claim itself: claims by subject."""

    said: frozenset[tuple[str, str]] = frozenset()
    """The subjects and properties that the text gives rightly anywhere."""
    sentence: Counter[str] = field(default_factory=Counter)
    nearby: Counter[str] = field(default_factory=Counter)
    document: Counter[str] = field(default_factory=Counter)


class RightClaims:
    """The right claims of one document."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep those that a statement proves right."""
        self._right = [f for f in findings if f.verdict is Verdict.SUPPORTED and f.subject and f.property]
        self._said = frozenset((f.subject or "", f.property or "") for f in self._right)

    def subjects(self, scene: Scene, prop: str) -> frozenset[str]:
        """Return the subjects of which a scene gives a property rightly."""
        tokens = scene.sentence.tokens
        first, last = tokens[0].start, tokens[-1].end
        here = (f for f in self._right if first <= f.start and f.end <= last)
        return frozenset(f.subject or "" for f in here if f.property == prop)

    def around(self, scene: Scene, start: int, end: int) -> Around:
        """Return the right claims around a span of a scene."""
        tokens = scene.sentence.tokens
        first, last = tokens[0].start, tokens[-1].end
        others = [f for f in self._right if f.end <= start or end <= f.start]
        near = [f for f in others if abs(f.start - start) < _NEARBY]
        return Around(
            said=self._said,
            sentence=Counter(f.subject or "" for f in others if first <= f.start and f.end <= last),
            nearby=Counter(f.subject or "" for f in near),
            document=Counter(f.subject or "" for f in others),
        )


def share_told(base: FactBase, subject: str, around: Around) -> float:
    """Return how much of what a base says of a subject a text gives rightly, from 0 to 1."""
    own = {statement.property.id for statement in base.by_subject.get(subject, ())}
    return round(sum(one == subject for one, _ in around.said) / max(1, len(own)), 2)
