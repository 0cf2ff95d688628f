"""Figures that no rule settles, and that are most likely slips, or right: the second opinion, when all else is judged.

The rules say an alarm where one thing after another is clear. Where none is but all hint at the same statement (who is
spoken of, by what words, what the text has given rightly around it), the fitted trees of `checker/likelihood` weigh it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.comparing import Agreement, is_near
from checker.distortions import distortion
from checker.factbase.model import Amount
from checker.likelihood.around import RightClaims
from checker.likelihood.features import describe, plain, ranked, vetoes
from checker.likelihood.rivals import Rivals
from checker.likelihood.surroundings import Surroundings
from checker.likelihood.trees import fitted
from checker.linking.wider import Wider
from checker.mentions.events import is_end
from checker.report import Verdict
from checker.verdicts import Judgement
from checker.weights import WEIGHTS
from checker.wording import month_names, weekday_names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.likelihood.features import Features
    from checker.likelihood.trees import About
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

    Figure = tuple[Scene, ValueMention]

_ENDS = frozenset({"end", "contract_until"})
_MATCHES = 4
"""How many statements by which a figure is right are weighed."""
_DECISIVE = frozenset(
    {
        "a frame that the base does not know",
        "a new thing",
        "a part of a contest",
        "a year that the text does not name",
        "another one of a series",
        "at something that the base does not know of",
        "one of several",
        "what it is compared with",
        "the next one of a series",
        "what was so at another time",
        "what was so until then",
        "what was so when something else happened",
    }
)
"""Reasons against an alarm that say that a figure is of something else, or of another time: nothing outweighs them."""
_ROUGHLY = Decimal("1.15")
"""How many times as large as the base's a figure with a hedge may be."""
_SETTLED = frozenset({"part", "target", "difference"})
"""Roles of values that are none of the base's figures."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure, and a statement of which it may be a wrong one, or the right one, with all that is seen of it."""

    scene: Scene
    mention: ValueMention
    reading: Reading
    features: Features

    @property
    def statement(self) -> Statement:
        """The statement."""
        return self.reading.statement


class OpenFigures:
    """Weighs the figures of one document that no rule settles; the right claims are known."""

    def __init__(self, evidence: Evidence, linker: Linker, findings: Sequence[Finding]) -> None:
        """Index the right claims."""
        self._evidence = evidence
        self._linker = linker
        self._wider = Wider(linker)
        self._right = RightClaims(findings)
        self._surroundings = Surroundings(evidence)

    def likely(self, left: Sequence[Figure]) -> Iterator[tuple[Scene, ValueMention, Judgement]]:
        """Yield the open figures that are most likely slips, and those that are most likely right."""
        alarmed = set()
        for scene, mention, judgement in self._surest([(*one, self._judge("slip", *one)) for one in left]):
            alarmed.add(mention.start)
            yield scene, mention, judgement
        for scene, mention in left:
            right = None if mention.start in alarmed else self._judge("fact", scene, mention)
            if right is not None:
                yield scene, mention, right

    @staticmethod
    def _surest(
        judged: Sequence[tuple[Scene, ValueMention, Judgement | None]],
    ) -> Iterator[tuple[Scene, ValueMention, Judgement]]:
        """Yield the figures that have a judgement; of a sentence, one for each statement."""
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

    def _judge(self, about: About, scene: Scene, mention: ValueMention) -> Judgement | None:
        model = fitted(about)
        find = self.slips(scene, mention, least=model.threshold) if about == "slip" else self.facts(scene, mention)
        weighed = ((model.probability(candidate.features), candidate.reading) for candidate in find)
        best = max(weighed, key=lambda pair: (pair[0], pair[1].statement.id), default=None)
        if best is None or best[0] < model.threshold:
            return None
        verdict = Verdict.CONTRADICTED if about == "slip" else Verdict.SUPPORTED
        return Judgement(verdict, best[1], confidence=round(best[0], 2))

    def slips(self, scene: Scene, mention: ValueMention, *, least: float = 0.0) -> Iterator[Candidate]:
        """Yield the statements of which a figure may be a wrong one, but for those less likely than `least`."""
        if mention.value.role in _SETTLED or self._is_day_of_text(mention):
            return
        readings = self._wider.in_view(scene, mention)
        seen = self._seen(scene, mention, readings)
        for rank, reading in enumerate(ranked(readings, mention.value)):
            if self._is_as_good(reading, scene, mention) or self._is_no_record(reading):
                continue
            if _counts_another(reading, mention) or self._is_told_of_another(reading, scene):
                continue
            if _is_no_count(reading, mention) or _is_in_brackets(reading, scene, mention):
                continue
            prop = reading.statement.property
            if self._is_beginning(scene, mention) and (prop.id in _ENDS or is_end(prop)):
                continue
            features = seen(reading, rank)
            # Reasons against an alarm only ever make it less likely, and take long to find.
            if least and fitted("slip").probability(plain(features), least=least) < least:
                continue
            full = self._linker.with_every_veto(reading, scene, mention)
            if not _DECISIVE & set(full.vetoes):
                yield Candidate(scene, mention, full, plain(features) | vetoes(full))

    def facts(self, scene: Scene, mention: ValueMention) -> Iterator[Candidate]:
        """Yield the statements by which a figure is right, whether or not the text says whose it is."""
        if mention.value.role in _SETTLED:
            return
        matching = [
            reading
            for reading in self._wider.matching(scene, mention)
            if not reading.denied and not reading.conflicts and not self._is_of_another(reading, scene)
        ]
        if not matching:
            return
        readings = [*matching, *(r for r in self._wider.in_view(scene, mention) if r.agreement is Agreement.APART)]
        seen = self._seen(scene, mention, readings)
        alike = {"matches": len(matching), "matched subjects": len({r.statement.subject for r in matching})}
        for rank, reading in enumerate(matching[:_MATCHES]):
            full = self._linker.with_every_veto(reading, scene, mention)
            yield Candidate(scene, mention, full, seen(full, rank) | alike)

    def raised(self, scene: Scene, mention: ValueMention, statements: Collection[str]) -> Candidate | None:
        """Return the reading of an alarm that the rules have raised on a figure, by one of some statements."""
        found = (one for one in self.slips(scene, mention) if one.statement.id in statements)
        return next(found, None)

    def _seen(
        self, scene: Scene, mention: ValueMention, readings: Sequence[Reading]
    ) -> Callable[[Reading, int], Features]:
        """Return what tells what is seen of the readings of a figure, by their ranks."""
        around = self._right.around(scene, mention.start, mention.end)
        rivals = Rivals(readings, mention)
        times = {"planned": self._linker.planned(scene, mention), "past": self._linker.past(scene, mention)}

        def features(reading: Reading, rank: int) -> Features:
            own = describe(reading, readings, (scene, mention), setting=self._evidence, around=around)
            seen = self._surroundings.describe(reading, scene, mention, around) | rivals.describe(reading)
            return own | seen | {"rank": float(rank), **times}

        return features

    def _is_day_of_text(self, mention: ValueMention) -> bool:
        """Whether a date is the day of the text itself, as its dateline has it, or seen from there ("yesterday")."""
        day, value = self._evidence.date, mention.value
        if value.date is None:
            return False
        words = value.text.casefold()
        named = any(c.isdigit() for c in words) or any(word in month_names() for word in words.split())
        named = named or any(name in words for name in weekday_names())
        return not named or (day is not None and value.date == day.edtf)

    def _is_beginning(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a word right before a date says that something begins on it ("From 5 October the bridge closes")."""
        before = scene.sentence.tokens[mention.first - 1 : mention.first] if mention.first else ()
        return any(token.norm in self._evidence.rules.since for token in before)

    def _is_of_another(self, reading: Reading, scene: Scene) -> bool:
        """Whether a sentence names somebody else than the subject of a statement: "Jansen has three titles"."""
        subject = reading.statement.subject
        named = [entity for mention in scene.entities if mention.explicit for entity in mention.ids]
        kin = self._evidence.related(subject)
        kind = self._evidence.type_of(subject)
        return not kin & set(named) and kind == "person" and any(self._evidence.type_of(e) == kind for e in named)

    def _is_told_of_another(self, reading: Reading, scene: Scene) -> bool:
        """Whether a sentence gives the same of another subject, and does not name that of a statement.

        "Beta has 510 employees, 267 of them in shops": these are Beta's.
        """
        kin = self._evidence.related(reading.statement.subject)
        told = self._right.subjects(scene, reading.statement.property.id)
        named = {entity for mention in scene.entities for entity in mention.ids}
        return bool(told - kin) and not told & kin and not kin & named

    def _is_as_good(self, reading: Reading, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is right in its way: "another 25" of 26, "almost two thirds" for 64 per cent."""
        fact, value = reading.statement.value, mention.value
        if value.hedge != "exact" and isinstance(fact, Amount) and is_near(value, fact, times=_ROUGHLY):
            return True
        tokens, rules = scene.sentence.tokens, self._evidence.rules
        others = any(t.norm in rules.others for t in tokens[mention.last + 1 : mention.last + 2])
        others = others or (mention.first > 0 and tokens[mention.first - 1].norm in rules.further)
        return others and isinstance(fact, Amount) and value.number is not None and value.number + 1 == fact.number

    def _is_no_record(self, reading: Reading) -> bool:
        """Whether a figure may be any, and the statement's is the best that there ever was ("won in 34.58 seconds")."""
        label = reading.statement.property.label.get(self._evidence.language, "").casefold().split()
        said = reading.cue >= WEIGHTS.alarm_cue
        return not said and any(word in self._evidence.rules.records for word in label)


def _counts_another(reading: Reading, mention: ValueMention) -> bool:
    """Whether what is counted has a noun of its own, and neither a word nor a digit leads to the statement."""
    value = mention.value
    if value.type != "count" or value.noun is None or reading.cue or any(part.role == "noun" for part in reading.parts):
        return False
    return distortion(value, reading.statement.value) is None


def _is_no_count(reading: Reading, mention: ValueMention) -> bool:
    """Whether a figure with a fraction stands for what is counted whole: "57.48" is a time or a mark, no 74 clubs."""
    number, fact = mention.value.number, reading.statement.value
    whole = isinstance(fact, Amount) and fact.low is not None and fact.low % 1 == 0
    return mention.value.type == "count" and number is not None and number % 1 != 0 and whole


def _is_in_brackets(reading: Reading, scene: Scene, mention: ValueMention) -> bool:
    """Whether brackets around a date say something else of a figure or name before them ("21.97 (set in 2024)")."""
    tokens = scene.sentence.tokens
    opens = max((t.index for t in tokens[: mention.first] if t.text in "()"), default=-1)
    if mention.value.type != "date" or opens < 0 or tokens[opens].text != "(":
        return False
    inside = tokens[opens + 1 : mention.first]
    cues = {i for c in scene.cues.get(reading.statement.property.id, ()) for i in range(c.first, c.last + 1)}
    return len(inside) > 1 and not any(t.index in cues for t in inside)
