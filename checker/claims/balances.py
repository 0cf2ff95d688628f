"""How often somebody won, drew and lost: "five wins, three draws and one defeat", "won 19, drew six and lost nine".

The numbers stand for one stretch of games, which the base may know of one season, one event, or not at all. It is that
of which most of them are right; the others are then wrong. Where few are right the text tells of other games,
and nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.analysis import stem, words_of
from checker.comparing import Agreement, is_near
from checker.factbase.model import Amount
from checker.mentions.results import result_words
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.properties import Property

    Judged = tuple[ValueMention, Judgement]

_CONFIDENCE = 0.75
_APART = 8
"""How many words may stand between two numbers of one balance."""
_BEHIND = 2
"""How many words may stand between a number and the outcome behind it ("drie keer remise")."""


@dataclass(slots=True)
class _Stretch:
    """What the base knows of the games of somebody in one season or event: a statement for each outcome."""

    facts: dict[str, Statement] = field(default_factory=dict)


class Balances:
    """Judges the balances of one document."""

    def __init__(self, linker: Linker) -> None:
        """Collect the words of the language, and what the base knows."""
        evidence = linker.evidence
        self._evidence = evidence
        self._linker = linker
        language = evidence.language
        outcomes = result_words(language).outcomes
        self._nouns = {stem(word, language): outcome for outcome, words in outcomes.items() for word in words}
        self._verbs = {verb: outcome for outcome, words in result_words(language).ended.items() for verb in words}
        rules = evidence.rules
        self._between = frozenset((*rules.times, *rules.counting, *rules.adverbs, *result_words(language).games))
        self._stretches = _stretches(evidence)

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of the balances in it."""
        found = list(judged)
        if not self._stretches:
            return found
        for run in self._runs(scene, found):
            for position, better in self._balance(scene, found, run):
                found[position] = found[position][0], better
        return found

    def _runs(self, scene: Scene, judged: Sequence[Judged]) -> Iterator[dict[str, int]]:
        """Yield the numbers that stand together, each of another outcome, as positions by outcome."""
        run: dict[str, int] = {}
        last = -1
        for position, (mention, _) in enumerate(judged):
            outcome = self._outcome(scene, mention)
            if outcome is None:
                continue
            if outcome in run or (run and mention.first - last > _APART):
                if len(run) > 1:
                    yield run
                run = {}
            run[outcome] = position
            last = mention.last
        if len(run) > 1:
            yield run

    def _outcome(self, scene: Scene, mention: ValueMention) -> str | None:
        """Return whether a number counts what was won, drawn or lost; None where it counts something else."""
        value, tokens = mention.value, scene.sentence.tokens
        if value.type != "count" or value.role == "target" or value.hedge != "exact":
            return None
        ended = bool(mention.first) and tokens[mention.first - 1].norm in self._verbs
        if value.role == "difference" and not ended:
            return None  # "three more wins", and not "lost three"
        if value.noun is not None and (own := self._nouns.get(stem(value.noun, self._evidence.language))):
            return own
        behind = mention.last + 1
        for token in tokens[behind : behind + _BEHIND + 1]:
            if token.stem in self._nouns and token.norm not in self._verbs:
                return self._nouns[token.stem]
            if token.norm not in self._between:
                break
        for token in reversed(tokens[max(0, mention.first - _BEHIND) : mention.first]):
            if token.norm in self._verbs:
                plain = value.noun is None or value.noun.casefold() in self._between
                return self._verbs[token.norm] if plain else None
            if token.norm not in self._between:
                break
        return None

    def _balance(self, scene: Scene, judged: Sequence[Judged], run: dict[str, int]) -> Iterator[tuple[int, Judgement]]:
        """Yield the judgements of the numbers of a balance by the one stretch of games that most of them fit."""
        best: list[dict[str, Reading]] = []
        most = 0
        for stretch in self._stretches:
            if not stretch.facts.keys() >= run.keys():
                continue
            readings = {
                outcome: reading
                for outcome, position in run.items()
                for reading in [self._linker.as_statement(stretch.facts[outcome], scene, judged[position][0])]
                if reading is not None
            }
            named = readings and all(r.subject >= WEIGHTS.traced_subject and not r.rival for r in readings.values())
            if len(readings) < len(run) or not named or any(r.conflicts for r in readings.values()):
                continue
            right = sum(r.agreement is Agreement.INSIDE for r in readings.values())
            if right > most:
                best, most = [], right
            if right == most:
                best.append(readings)
        if len(best) != 1 or most * 2 < len(run) or (most == 1 and not self._is_likely(judged, run, best[0])):
            for position in run.values():
                if judged[position][1].verdict is Verdict.CONTRADICTED:
                    yield position, Judgement(Verdict.UNVERIFIED)
            return
        for outcome, reading in best[0].items():
            verdict = Verdict.SUPPORTED if reading.agreement is Agreement.INSIDE else Verdict.CONTRADICTED
            yield run[outcome], Judgement(verdict, reading, confidence=_CONFIDENCE)

    @staticmethod
    def _is_likely(judged: Sequence[Judged], run: dict[str, int], readings: dict[str, Reading]) -> bool:
        """Whether the numbers of a text, if wrong, may still be meant for those of the base."""
        return all(
            isinstance(r.expected, Amount) and is_near(judged[run[outcome]][0].value, r.expected, times=2)
            for outcome, r in readings.items()
        )


def _stretches(evidence: Evidence) -> list[_Stretch]:
    found: dict[tuple[object, ...], _Stretch] = {}
    outcomes = {p: _outcome_of(evidence.base.properties[p]) for p in evidence.base.by_property}
    for prop, outcome in outcomes.items():
        if outcome is None:
            continue
        for s in evidence.base.by_property[prop]:
            valid = s.valid.edtf if s.valid is not None else None
            key = (s.subject, *sorted(s.where.items()), valid)
            found.setdefault(key, _Stretch()).facts.setdefault(outcome, s)
    return [stretch for stretch in found.values() if len(stretch.facts) > 1]


def _outcome_of(prop: Property) -> str | None:
    """Return the outcome that a property counts, by a label that says nothing more ("games won", "remises")."""
    if prop.type != "count":
        return None
    for language, label in prop.label.items():
        if language not in ("nl", "en"):
            continue
        words = result_words(language)
        told: dict[str, str] = {}
        for table in (words.outcomes, words.ended):
            told |= {stem(word, language): outcome for outcome, known in table.items() for word in known}
        games = {stem(word, language) for word in words.games}
        own = [stem(word, language) for word in words_of(label, language)]
        outcomes = {told[word] for word in own if word in told}
        if len(outcomes) == 1 and all(word in told or word in games for word in own):
            return outcomes.pop()
    return None
