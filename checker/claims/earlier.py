"""Figures that another one is compared with: "up from 12.8 million", "tegen 6.900 een jaar eerder".

Where the new figure is recognised, the old one is that of the statement before it: the same subject and property, of
the year before or the time that ended when this one began.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from checker.comparing import Agreement
from checker.evidence.times import YEAR_KINDS
from checker.report import Verdict
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase, Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.period import Period
    from checker.values.model import Value

Judged = tuple["ValueMention", Judgement]

Back = Literal["a year before", "before"]
_YEAR_BEFORE: Back = "a year before"
_BEFORE: Back = "before"
_CONFIDENCE = 0.75
_MAGNITUDE = 500
"""How many times the old figure the new one may be, before they share a magnitude that stands only once."""
_SHARED = frozenset({"count", "money", "percent", "quantity", "ordinal"})
_THOUSAND = 1000
_HALF = Decimal("0.5")
_SCALES = (Decimal(10) ** 9, Decimal(10) ** 6, Decimal(1000))
_BRACKET = 3
"""How many tokens stand before a figure in brackets at least."""
_NAMED = 3
"""How many words behind a figure the name of somebody else may stand."""
_YEARS = frozenset({"year", "decade", "century"})
_REACH = 7
"""How many words behind an old figure may say of when it is."""


class Earlier:
    """Judges the old figures of one document."""

    def __init__(self, base: FactBase, linker: Linker) -> None:
        """Share the linker of the document."""
        self._base = base
        self._linker = linker
        rules = linker.rules
        self._was = frozenset((*rules.past, *rules.copulas)) & frozenset((*rules.verbs, *rules.auxiliaries))
        self._standing = frozenset((*rules.counting, *rules.pronouns.neutral, *rules.definite))
        self._prepositions, self._articles = frozenset(rules.prepositions), frozenset(rules.articles)
        small = (*rules.prepositions, *rules.auxiliaries, *rules.articles, *rules.coordinators)
        self._a_year_ago = frozenset((*rules.earlier, *rules.spans, *rules.articles, *rules.definite))
        self._still = frozenset(rules.still)
        self._bare = self._was | self._standing | frozenset((*small, *rules.where, *rules.still))

    def judge(self, scene: Scene, judged: Sequence[Judged], before: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of old figures that the new ones beside them explain.

        `before` holds what was judged in the sentence before: "Een jaar eerder waren het er 1.092".
        """
        found = list(judged)
        for position, (mention, judgement) in enumerate(found):
            if mention.value.role == "difference":
                continue
            if judgement.verdict is not Verdict.UNVERIFIED:
                if judgement.verdict is Verdict.CONTRADICTED and before and self._looks_back(scene, mention):
                    newer = self._newer(mention, before)  # "a year earlier" than what the sentence before tells of
                    better = self._old(scene, mention, *newer) if newer else None
                    found[position] = better or (mention, judgement)
                continue
            if self._linker.compared(scene, mention):
                if self._of_another(scene, mention) or self._long_ago(scene, mention):
                    continue
                newer = self._newer(mention, found)
                better = self._old(scene, mention, *newer) if newer else None
            elif self._looks_back(scene, mention):
                newer = self._newer(mention, before)
                better = self._old(scene, mention, *newer) if newer else None
            else:
                better = self._elliptic(scene, mention, (*before, *found[:position]))
            if better is not None:
                found[position] = better
        return found

    def _looks_back(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence opens with an earlier time and gives a number of what the one before counted."""
        if mention.value.type == "count" and mention.value.noun is not None:
            return False
        earlier = self._linker.earlier_words
        return any(
            v.value.type == "date" and v.first <= 1 and earlier & set(v.value.text.casefold().split())
            for v in scene.values
        )

    def _of_another(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is that of whom its own clause goes on to name ("against 16,200 at Acme")."""
        tokens = scene.sentence.tokens
        after = tokens[mention.last + 1 : mention.last + 2]
        if not after or after[0].norm not in self._prepositions:
            return False
        named = [m for m in scene.entities if mention.last + 1 < m.first <= mention.last + _NAMED]
        between = [tokens[mention.last + 2 : m.first] for m in named]
        return any(all(t.norm in self._articles for t in words) for words in between)

    def _long_ago(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether "ten years earlier", or "in ten years", says that a figure is not of the time right before."""
        if any(v.value.type == "duration" and v.value.unit in _YEARS and _is_many(v) for v in scene.values):
            return True
        for date, _ in self._linker.years(scene):
            words = set(date.value.text.casefold().split())
            if date.last < mention.first <= date.last + _NAMED and self._linker.earlier_words & words:
                return not words <= self._a_year_ago
        return False

    def _elliptic(self, scene: Scene, mention: ValueMention, judged: Sequence[Judged]) -> Judged | None:
        """Judge a bare figure of another year by the statement of that year: "In 2024 was die nog 21,4".

        Which figure before it is meant, the year says: the nearest one with a statement of just that year.
        """
        told = self._other_year(scene, mention)
        if told is None:
            return None
        for other, judgement in reversed(judged):
            reading = judgement.reading
            if reading is None or judgement.verdict not in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
                continue
            read = _read_like(mention, other)
            olds = self._olds(reading.statement, told)
            if read is None or len(olds) != 1:
                if told == _BEFORE:
                    return None  # "Dat was 618" goes on about the figure right before it
                continue
            old = self._linker.as_statement(olds[0], scene, read)
            if old is None or old.agreement not in (Agreement.INSIDE, Agreement.APART):
                continue
            right = old.agreement is Agreement.INSIDE
            verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
            return read, Judgement(verdict, old, confidence=_CONFIDENCE)
        return None

    def _olds(self, new: Statement, told: Period | Back) -> list[Statement]:
        """Return the statements that an old figure can be of: that of a year, of the year before, or the last one."""
        olds, time = self.before(new), self.time(new)
        if isinstance(told, str):
            last = olds[0] if olds else None
            then = self.time(last) if last is not None else None
            follows = time is not None and then is not None and time.first.year - then.first.year == 1
            newest = not any(new in self.before(other) for other in self._base.facts_of(new.subject, new.property.id))
            return olds[:1] if (follows if told == _YEAR_BEFORE else newest) else []
        if time is None or time.overlaps(told):
            return []
        return [statement for statement in olds if told == self._linker.year_of(statement)]

    def _other_year(self, scene: Scene, mention: ValueMention) -> Period | Back | None:
        """Return the time of a clause that only says how many or much "it" or "that" was then."""
        value, tokens = mention.value, scene.sentence.tokens
        bracketed = self._in_bracket(scene, mention)
        if bracketed is not None:
            return bracketed
        if value.type != "count" or value.noun is not None or value.role != "amount":
            return None
        low = max((t.index + 1 for t in tokens[: mention.first] if t.text in ",;:–—("), default=0)
        high = next((t.index for t in tokens[mention.last + 1 :] if not t.text[0].isalnum()), len(tokens))
        dates = [(v, when) for v, when in self._linker.years(scene) if low <= v.first < high]
        inside = {i for v, _ in dates for i in range(v.first, v.last + 1)}
        inside |= {*range(mention.first, mention.last + 1)}
        rest = [t for t in tokens[low:high] if t.index not in inside]
        stands = any(t.norm in self._standing for t in rest)
        was = any(t.norm in self._was for t in rest)
        if not dates:
            opening = low == 0 or tokens[low - 1].text == "("
            only = all(t.norm in self._standing | self._was | self._still for t in rest)
            return _BEFORE if opening and only and was and (stands or low) else None
        aside = low > 0 and tokens[low - 1].text == ","
        if len(dates) != 1 or not all(t.norm in self._bare for t in rest) or not ((stands and was) or aside):
            return None
        words = set(dates[0][0].value.text.casefold().split())
        if self._linker.earlier_words & words:
            return _YEAR_BEFORE if words <= self._a_year_ago else None  # and not "ten years earlier"
        return dates[0][1] if dates[0][1].precision == "year" else None

    def _in_bracket(self, scene: Scene, mention: ValueMention) -> Period | None:
        """Return the year that stands before a figure in brackets behind the new one ("73.6 million (2024: 68.9)")."""
        tokens = scene.sentence.tokens
        if mention.first < _BRACKET or tokens[mention.first - 1].text != ":":
            return None
        dates = [(v, when) for v, when in self._linker.years(scene) if v.last == mention.first - 2]
        headed = [when for v, when in dates if v.first and tokens[v.first - 1].text == "("]
        return headed[0] if headed and headed[0].precision == "year" else None

    @staticmethod
    def _newer(mention: ValueMention, judged: Sequence[Judged]) -> tuple[ValueMention, Statement] | None:
        """Return the nearest recognised figure of the same kind, and its statement."""
        best: tuple[int, ValueMention, Statement] | None = None
        for other, judgement in judged:
            reading = judgement.reading
            if other is mention or reading is None:
                continue
            if judgement.verdict not in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
                continue
            if _read_like(mention, other) is None:
                continue
            distance = abs(other.start - mention.start)
            if best is None or distance < best[0]:
                best = (distance, other, reading.statement)
        return (best[1], best[2]) if best else None

    def _old(self, scene: Scene, mention: ValueMention, other: ValueMention, new: Statement) -> Judged | None:
        olds = self.before(new)
        labelled = any(c.first <= mention.first <= c.last for c in scene.cues.get(new.property.id, ()))
        if not olds or labelled:
            return None  # the "thirty" of "the share under thirty"
        read = _read_like(mention, other)
        if read is None:
            return None
        new_number, old_number = other.value.number, read.value.number
        if new_number and old_number and new_number > old_number * _MAGNITUDE:
            return None  # "from 187 to 204 million"
        named = self._named_time(scene, mention)
        known = [self._linker.as_statement(statement, scene, read) for statement in olds]
        right = [r for r in known if r is not None and r.agreement is Agreement.INSIDE and self._of_time(r, named)]
        if right:
            return read, Judgement(Verdict.SUPPORTED, right[0], confidence=_CONFIDENCE)
        last = known[0]
        if last is None or last.agreement is not Agreement.APART or not self._of_time(last, named):
            return None
        return read, Judgement(Verdict.CONTRADICTED, last, confidence=_CONFIDENCE)

    def before(self, new: Statement) -> list[Statement]:
        """Return the statements that a newer one took the place of, the latest first."""
        own = {k: v for k, v in new.where.items() if k not in YEAR_KINDS}
        start = self.time(new)
        if start is None:
            return []
        olds = []
        for statement in self._base.facts_of(new.subject, new.property.id):
            when = self.time(statement)
            if statement.id == new.id or when is None or when.first >= start.first:
                continue
            if {k: v for k, v in statement.where.items() if k not in YEAR_KINDS} == own:
                olds.append((when.first, statement))
        return [statement for _, statement in sorted(olds, key=lambda pair: pair[0], reverse=True)]

    def time(self, statement: Statement) -> Period | None:
        """Return the time that a statement is about."""
        return self._linker.year_of(statement) or statement.valid

    def _named_time(self, scene: Scene, mention: ValueMention) -> Period | None:
        """Return the time that stands right behind an old figure ("in 2024", "een jaar eerder")."""
        for date, when in self._linker.years(scene):
            if self._linker.earlier_words & set(date.value.text.casefold().split()):
                continue  # "a year earlier": than the new figure, not than the text
            between = any(mention.last < v.first < date.first for v in scene.values)  # "from 12 to 30 in 2025"
            if mention.last < date.first <= mention.last + _REACH and not between:
                return when
        return None

    def _of_time(self, reading: Reading, named: Period | None) -> bool:
        when = self.time(reading.statement)
        return named is None or (when is not None and when.overlaps(named))


def _is_many(mention: ValueMention) -> bool:
    """Whether a length is one of several years."""
    return mention.value.number is not None and (mention.value.number > 1 or mention.value.unit != "year")


def _read_like(mention: ValueMention, other: ValueMention) -> ValueMention | None:
    """Return a figure as one of the kind of another: a bare number shares its unit, currency and word of magnitude."""
    value, like = mention.value, other.value
    if value.type == like.type and (value.type != "count" or value.noun is not None or like.noun is not None):
        return mention
    if value.type != "count" or value.noun is not None or like.type not in _SHARED or value.number is None:
        return mention if value.type == like.type else None
    scale = _scale(like) if value.number < _THOUSAND and not any(c.isalpha() for c in value.text) else Decimal(1)
    low, high = (
        value.low if value.low is not None else value.number,
        value.high if value.high is not None else value.number,
    )
    if scale > 1 and low == high:
        low, high = low - _HALF, high + _HALF
    scaled = replace(
        value,
        type=like.type,
        unit=like.unit,
        currency=like.currency,
        number=value.number * scale,
        low=low * scale,
        high=high * scale,
    )
    return replace(mention, value=scaled)


def _scale(like: Value) -> Decimal:
    """Return what the word of magnitude of a figure stands for ("23.7 million")."""
    if like.number is None or not any(c.isalpha() for c in like.text):
        return Decimal(1)
    written = re.search(r"\d+(?:[.,]\d+)?", like.text)
    if written is None:
        return Decimal(1)
    number = Decimal(written[0].replace(",", "."))
    return next((s for s in _SCALES if number * s == like.number), Decimal(1))
