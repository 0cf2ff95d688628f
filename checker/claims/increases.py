"""How much more or less than before: "six more than last year", "550 fewer than a year ago".

Where a figure is recognised, the difference beside it is judged by the statement of that figure and the one before it.
Nothing is said where the text compares with somebody else, or with a time of which the base has no figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.comparing import POINT, Agreement, compare_amount
from checker.factbase.model import Amount
from checker.report import Verdict
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.earlier import Earlier
    from checker.factbase.model import Statement
    from checker.linking.linker import Linker
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.period import Period

    Judged = tuple[ValueMention, Judgement]

_REACH = 8
"""How many words behind a difference may say of when it is."""
_CONFIDENCE = 0.75
_HUNDRED = Decimal(100)
_THOUSAND = 1000
_DECIMALS = re.compile(r"\d[.,](\d{1,2})(?!\d)")
_TYPES = frozenset({"count", "money", "quantity", "percent"})


class Increases:
    """Judges the differences of one document."""

    def __init__(self, linker: Linker, earlier: Earlier) -> None:
        """Share the linker of the document, and what knows which statement came before another."""
        self._linker = linker
        self._earlier = earlier
        rules = linker.rules
        self._than = frozenset((*rules.likening, *rules.comparisons))
        self._ago = frozenset(rules.earlier)
        self._spans = frozenset(rules.spans)
        self._a_year_ago = self._ago | self._spans | frozenset((*rules.articles, *rules.definite))
        self._more = frozenset(rules.differences)

    def judge(self, scene: Scene, judged: Sequence[Judged]) -> list[Judged]:
        """Return the judgements of a scene, with those of differences that two statements of the base explain."""
        found = list(judged)
        for position, (mention, judgement) in enumerate(found):
            if mention.value.role != "difference" or mention.value.type not in _TYPES:
                continue
            if judgement.verdict is not Verdict.UNVERIFIED:
                continue
            better = self._difference(scene, mention, found)
            if better is not None:
                found[position] = mention, better
        return found

    def _difference(self, scene: Scene, mention: ValueMention, judged: Sequence[Judged]) -> Judgement | None:
        compared, when = self._compared_with(scene, mention)
        if not compared:
            return None
        readings = [
            known
            for other, judgement in judged
            if judgement.verdict is Verdict.SUPPORTED
            and judgement.reading is not None
            and self._comparable(mention, other)
            for known in [self.against(mention, judgement.reading, when)]
            if known is not None
        ]
        right = next((r for r in readings if r[0].agreement is Agreement.INSIDE), None)
        if right is not None:
            return Judgement(Verdict.SUPPORTED, right[0], (right[1],), reason="difference", confidence=_CONFIDENCE)
        if len({new.statement.id for new, _ in readings}) != 1 or readings[0][0].agreement is not Agreement.APART:
            return None
        new, old = readings[0]
        return Judgement(Verdict.CONTRADICTED, new, (old,), reason="difference", confidence=_CONFIDENCE)

    @staticmethod
    def _comparable(mention: ValueMention, other: ValueMention) -> bool:
        value = mention.value
        if other is mention or other.value.role != "amount":
            return False
        if value.type == "percent":
            return other.value.type in ("count", "money", "quantity")
        return other.value.type == value.type and other.value.currency == value.currency

    def _compared_with(self, scene: Scene, mention: ValueMention) -> tuple[bool, Period | None]:
        """Return whether a difference is one with an earlier time, and which one is named (None: the one before)."""
        tokens = scene.sentence.tokens
        behind = tokens[mention.last + 1 : mention.last + 1 + _REACH]
        stop = next((t.index for t in behind if t.text in ",;:.()"), mention.last + 1 + _REACH)
        near = [t for t in behind if t.index < stop]
        if len(near) < 2 or near[0].norm not in self._more or near[1].norm not in self._than:
            return False, None  # "four more races than last year" counts races
        start = near[1].index
        after = [t for t in near if t.index > start]
        if any(start < m.first < stop for m in scene.entities):
            return False, None  # "more than at Acme"
        for date, when in self._linker.years(scene):
            if start < date.first < stop:
                words = set(date.value.text.casefold().split())
                if not self._ago & words:
                    return True, when
                return words <= self._a_year_ago, None  # and not "five years earlier"
        spans = any(t.norm in self._spans for t in after)
        counted = any(start < v.first < stop for v in scene.values)
        return spans and not counted and any(t.norm in self._ago for t in after), None

    def against(self, mention: ValueMention, new: Reading, when: Period | None) -> tuple[Reading, Reading] | None:
        """Return the reading of a difference by the statement of the new figure, and that of the old one.

        The old one is that of a time, or of the year right before.
        """
        recorded = new.statement.value
        if not isinstance(recorded, Amount) or recorded.number is None:
            return None
        olds = self._earlier.before(new.statement)
        if when is None:
            olds = [old for old in olds[:1] if self._follows(old, new.statement)]
        for old in olds:
            time = self._earlier.time(old)
            if not isinstance(old.value, Amount) or old.value.number is None:
                continue
            if when is not None and (time is None or not time.overlaps(when)):
                continue
            expected = _expected(mention, recorded, old.value)
            if expected is None:
                return None
            slack, exact = expected
            agreement = compare_amount(mention.value, slack)
            return (
                replace(new, expected=exact, agreement=agreement, parts=()),
                replace(new, statement=old, expected=old.value, parts=()),
            )
        return None

    def _follows(self, old: Statement, new: Statement) -> bool:
        """Whether a statement is of the year right before another one."""
        first, second = self._earlier.time(old), self._earlier.time(new)
        return first is not None and second is not None and second.first.year - first.first.year == 1


def _expected(mention: ValueMention, new: Amount, old: Amount) -> tuple[Amount, Amount] | None:
    """Return the difference of two amounts as far as they are written, and as one number."""
    if new.number is None or old.number is None or (new.unit, new.currency) != (old.unit, old.currency):
        return None
    difference, slack = abs(new.number - old.number), _last_place(new) + _last_place(old)
    if mention.value.unit == POINT:
        if new.unit == POINT:
            return None
        slack = _finest(new.number) / 2 + _finest(old.number) / 2
        exact = Amount(low=difference, high=difference, unit=POINT)
        return replace(exact, low=max(Decimal(0), difference - slack), high=difference + slack), exact
    if mention.value.type == "percent":
        if not old.number:
            return None
        share = difference / old.number * _HUNDRED
        slack = max(slack, _rounded(new.number) + _rounded(old.number))
        wide = slack / old.number * _HUNDRED * 2
        place = min(Decimal(1), _finest(mention.value.number or Decimal(0)))
        rounded = share.quantize(place if share >= 1 else min(place, Decimal("0.1")))
        return Amount(low=share - wide, high=share + wide), Amount(low=rounded, high=rounded, unit="percent")
    low, high = difference - slack, difference + slack
    return (
        Amount(low=low, high=high, unit=new.unit, currency=new.currency),
        Amount(low=difference, high=difference, unit=new.unit, currency=new.currency),
    )


def _finest(number: Decimal) -> Decimal:
    """Return what the last figure of a number stands for that is no zero: tenths in "9.5", thousands in "95,000"."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))


def _rounded(number: Decimal) -> Decimal:
    """Return half of the last place of a number that ends in three zeros or more, as rounded ones do."""
    return _finest(number) / 2 if _finest(number) >= _THOUSAND else Decimal(0)


def _last_place(amount: Amount) -> Decimal:
    """Return half of what the last written decimal of "EUR 3.1 million" stands for; a plain number is exact."""
    if amount.number is None or amount.number < _HUNDRED * 1000 or not re.search(r"[^\W\d_]{5,}", amount.written):
        return Decimal(0)
    scale = Decimal(10) ** (9 if amount.number >= Decimal(10) ** 9 else 6)
    decimals = _DECIMALS.search(amount.written)
    return scale / (Decimal(10) ** (len(decimals[1]) if decimals else 0)) / 2
