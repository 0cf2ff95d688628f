"""Figures that no rule settles, and that are most likely slips: the second opinion, when all else has been judged.

The rules say an alarm where one thing after another is clear. Where none is but all hint at the same statement (who is
spoken of, by what words, what the text has given rightly around it), the fitted trees of `checker/likelihood` weigh it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.comparing import is_near
from checker.factbase.model import Amount
from checker.likelihood.features import Around, describe, plain, ranked, vetoes
from checker.likelihood.trees import fitted
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.likelihood.features import Features
    from checker.linking.linker import Linker, Reading
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

_NEARBY = 400
"""How many characters from a figure a right claim is near."""
_ROUGHLY = Decimal("1.15")
"""How many times as large as the base's a figure with a hedge may be."""
_SETTLED = frozenset({"part", "target", "difference"})
"""Roles of values that are none of the base's figures."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A figure, and a statement of which it may be a wrong one, with all that is seen of it."""

    scene: Scene
    mention: ValueMention
    reading: Reading
    features: Features


class Suspects:
    """Weighs the open figures of one document, of which the right claims are known."""

    def __init__(self, evidence: Evidence, linker: Linker, findings: Sequence[Finding]) -> None:
        """Index the right claims."""
        self._evidence = evidence
        self._linker = linker
        self._right = [f for f in findings if f.verdict is Verdict.SUPPORTED and f.subject and f.property]
        self._said = frozenset((f.subject or "", f.property or "") for f in self._right)
        self._model = fitted()

    def likely(self, left: Sequence[tuple[Scene, ValueMention]]) -> Iterator[tuple[Scene, ValueMention, Judgement]]:
        """Yield the open figures that are most likely slips; of a sentence, one for each statement."""
        judged = [(scene, mention, self._judge(scene, mention)) for scene, mention in left]
        surest: dict[tuple[int, str], float] = {}
        for scene, _, judgement in judged:
            if judgement is not None and judgement.reading is not None:
                key = scene.index, judgement.reading.statement.id
                surest[key] = max(surest.get(key, 0.0), judgement.confidence)
        for scene, mention, judgement in judged:
            if judgement is None or judgement.reading is None:
                continue
            if surest.pop((scene.index, judgement.reading.statement.id), None) == judgement.confidence:
                yield scene, mention, judgement

    def _judge(self, scene: Scene, mention: ValueMention) -> Judgement | None:
        best = max(
            ((self._model.probability(s.features), s) for s in self.find(scene, mention, least=self._model.threshold)),
            key=lambda pair: (pair[0], pair[1].reading.statement.id),
            default=None,
        )
        if best is None or best[0] < self._model.threshold:
            return None
        return Judgement(Verdict.CONTRADICTED, best[1].reading, confidence=round(best[0], 2))

    def find(self, scene: Scene, mention: ValueMention, *, least: float = 0.0) -> Iterator[Suspect]:
        """Yield the statements of which a figure may be a wrong one, but for those less likely than `least`."""
        if mention.value.role in _SETTLED:
            return
        readings = self._linker.in_view(scene, mention)
        around = self._around(scene, mention)
        for rank, reading in enumerate(ranked(readings)):
            if self._is_as_good(reading, scene, mention) or self._is_no_record(reading):
                continue
            features = describe(reading, readings, (scene, mention), setting=self._evidence, around=around) | {
                "rank": float(rank)
            }
            # Reasons against an alarm only ever make it less likely, and take long to find.
            if least and self._model.probability(plain(features), least=least) < least:
                continue
            full = self._linker.with_every_veto(reading, scene, mention)
            yield Suspect(scene, mention, full, plain(features) | vetoes(full))

    def _is_as_good(self, reading: Reading, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is right in its way: "25 other teams" of 26, "almost two thirds" for 64 per cent."""
        fact, value = reading.statement.value, mention.value
        if value.hedge != "exact" and isinstance(fact, Amount) and is_near(value, fact, times=_ROUGHLY):
            return True
        behind = scene.sentence.tokens[mention.last + 1 : mention.last + 2]
        others = any(t.norm in self._evidence.rules.others for t in behind)
        return others and isinstance(fact, Amount) and value.number is not None and value.number + 1 == fact.number

    def _is_no_record(self, reading: Reading) -> bool:
        """Whether a figure may be any, and the statement's is the best that there ever was ("won in 34.58 seconds")."""
        label = reading.statement.property.label.get(self._evidence.language, "").casefold().split()
        said = reading.cue >= WEIGHTS.alarm_cue
        return not said and any(word in self._evidence.rules.records for word in label)

    def _around(self, scene: Scene, mention: ValueMention) -> Around:
        tokens = scene.sentence.tokens
        first, last = tokens[0].start, tokens[-1].end
        others = [f for f in self._right if f.end <= mention.start or mention.end <= f.start]
        near = [f for f in others if abs(f.start - mention.start) < _NEARBY]
        return Around(
            said=self._said,
            sentence=Counter(f.subject or "" for f in others if first <= f.start and f.end <= last),
            nearby=Counter(f.subject or "" for f in near),
            document=Counter(f.subject or "" for f in others),
        )
