"""Whether a value of the text agrees with a statement, as people write it: ages, dates far and near, ends of ranges.

`comparing` compares two values as such; what is here depends on the sentence, the date of the document, or the base.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.comparing import Agreement, Range, age_range, compare, read_period
from checker.evidence.own_age import far_from
from checker.factbase.model import Amount, Moment
from checker.period import Period, day

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import FactValue, Statement
    from checker.linking.lasting import Lasting
    from checker.linking.numbered import Numbered
    from checker.mentions import Scene, ValueMention
    from checker.values.model import Value

_YEAR = re.compile(r"\d{4}")
_A_DAY = 10
"""How long a day is as it is written in the base ("2026-10-06")."""
_A_MONTH = 7
"""How long a month is."""
_EARLIEST = date(3, 1, 1)
_A_YEAR = timedelta(days=366)
"""How far ahead an age may be given ("who turns 58 in August")."""
_BIRTHDAYS = Decimal(2)
"""How many years off a birthday without a date may be before it is one of another time."""
_SLACK = (0, 15, 4)
"""How many days off a length of time in years (written to the year), months and weeks may be."""


class Agreements:
    """Compares the values of one document with the statements that they may speak of."""

    def __init__(self, evidence: Evidence, lasting: Lasting, numbered: Numbered) -> None:
        """Collect the lengths of time by name, and the currencies of every property."""
        self._evidence = evidence
        self._date = evidence.date
        self._base = evidence.base
        self._rules = evidence.rules
        self._lasting = lasting
        self._numbered = numbered
        self._turned = frozenset(self._rules.turned)
        days = zip(self._rules.spans, _SLACK, strict=False)
        self._slack = [(stem(span, evidence.language), slack) for span, slack in days]
        self._currencies: dict[str, set[str]] = {}
        for statement in self._base.statements:
            if isinstance(statement.value, Amount) and statement.value.currency:
                self._currencies.setdefault(statement.property.id, set()).add(statement.value.currency)

    def was_right(self, statement: Statement, mention: ValueMention) -> bool:
        """Whether an age was right within the last two years, as in a text that was written or copied then."""
        value, fact, when = mention.value, statement.value, self._date
        if value.type != "age" or value.number is None or when is None or not isinstance(fact, Moment):
            return False
        earlier = Period("", max(when.first, _EARLIEST) - 2 * _A_YEAR, when.last)
        ages = age_range(fact.period, earlier)
        return not Range(value.number, value.number).apart(ages)

    def compare(self, statement: Statement, scene: Scene, mention: ValueMention) -> tuple[FactValue, Agreement]:
        """Return what a statement leads one to expect of a value, and whether the value agrees with that."""
        value, fact = mention.value, statement.value
        if isinstance(fact, Moment) and value.type in ("duration", "ordinal"):
            return self._lasting.compare(scene, mention, fact)
        if value.type == "age":
            return self._age(statement, scene, mention)
        if value.type == "ordinal" and value.role == "nth":
            if statement.property.id == "result" or (statement.property.id == "ranking" and value.noun is not None):
                return fact, Agreement.INCOMPARABLE  # "after the first period" is no place
            if statement.property.type == "count":
                return self._numbered.compare(statement, scene, mention)
        if mention.side is not None:
            return self._compare_side(mention, fact)
        other_currency = value.currency and isinstance(fact, Amount) and fact.currency != value.currency
        if other_currency and value.currency in self._currencies.get(statement.property.id, ()):
            # The same figure in another currency is a slip only where the base knows no other currency for it.
            return fact, Agreement.INCOMPARABLE
        if value.type == "date" and isinstance(fact, Moment) and self._near(value, fact):
            return fact, Agreement.INSIDE
        if value.type == "date" and isinstance(fact, Moment) and self._long_ago(value, fact):
            return fact, Agreement.INCOMPARABLE
        if value.type == "duration" and statement.property.type == "count":
            value = replace(value, type="count", unit=None)  # "412 days" of so many days
        return fact, compare(value, fact)

    @staticmethod
    def as_last(statement: Statement, mention: ValueMention) -> tuple[FactValue, Agreement]:
        """Compare an ordinal with a count as if it were the last one of them ("her fourth title" of five)."""
        value, fact = mention.value, statement.value
        nth = value.type == "ordinal" and value.role == "nth" and statement.property.type == "count"
        if not nth or not isinstance(fact, Amount) or fact.high is None or value.number is None:
            return fact, Agreement.INCOMPARABLE
        last = replace(fact, low=fact.high, written=str(fact.high))
        return last, Agreement.INSIDE if value.number == fact.high else Agreement.APART

    def _long_ago(self, value: Value, fact: Moment) -> bool:
        """Whether what is written without its year cannot be of a year long ago: a month, or a day where none is known.

        "In June the plant reopens" says nothing of a plant that opened in September 1974.
        """
        written = len(value.date or "")
        if self._date is None or _YEAR.search(value.text) or written < _A_MONTH:
            return False
        known = written >= _A_DAY and fact.period.precision != "year"
        return not known and fact.period.last.year < self._date.first.year - 1

    def _near(self, value: Value, fact: Moment) -> bool:
        """Whether "in three weeks" or "two months ago" is as near to a date as such words are."""
        when = read_period(value.date)
        if when is None:
            return False
        words = {stem(word, self._evidence.language) for word in value.text.split()}
        if self._years_ago(value, when, words):
            completed = (
                when.first.replace(year=when.first.year - 1, month=self._date.first.month) if self._date else None
            )
            return completed is not None and completed <= fact.period.last and fact.period.first <= when.last
        if any(character.isdigit() for character in value.text):
            return False
        slack = max((days for span, days in self._slack if span in words), default=0)
        reach = timedelta(days=slack)
        return bool(slack) and fact.period.first <= when.last + reach and when.first - reach <= fact.period.last

    def _years_ago(self, value: Value, when: Period, words: Collection[str]) -> bool:
        """Whether a date is written as so many years ago, which people count by those that are completed."""
        if self._date is None or when.precision != "year" or when.last >= self._date.first or not self._slack:
            return False
        counted = len(words) > 2 or value.text[:1].isdigit()
        return self._slack[0][0] in words and counted and not _YEAR.search(value.text)

    @staticmethod
    def _compare_side(mention: ValueMention, fact: FactValue) -> tuple[FactValue, Agreement]:
        """Compare one end of a written range with the same end of what the base says."""
        first = mention.side == "start"
        match fact:
            case Moment() if fact.period.is_interval:
                end = Moment(day(fact.period.first if first else fact.period.last))
                return end, compare(mention.value, end)
            case Moment():
                return fact, compare(mention.value, fact)
            case Amount() if fact.low is not None and fact.high is not None and fact.low != fact.high:
                bound = fact.low if first else fact.high
                own = Amount(low=bound, high=bound, unit=fact.unit, currency=fact.currency, written=str(bound))
                return own, compare(mention.value, own)
            case _:
                return fact, Agreement.INCOMPARABLE

    @staticmethod
    def _birthday(
        expected: Amount, born: Period, written: Range, then: Period | None, when: Period
    ) -> tuple[FactValue, Agreement]:
        """Compare the age of a birthday: at its date, or else the last or next one; any other is of another time."""
        around = Period("", when.first - _A_YEAR, when.last + _A_YEAR)
        ages = age_range(born, around if then is None else then if then.precision == "year" else day(then.last))
        if not written.apart(ages):
            return expected, Agreement.INSIDE
        wide = Range((ages.low or _BIRTHDAYS) - _BIRTHDAYS, (ages.high or _BIRTHDAYS) + _BIRTHDAYS)
        near = then is not None or not written.apart(wide)
        return expected, Agreement.APART if near else Agreement.INCOMPARABLE

    def _age(self, statement: Statement, scene: Scene, mention: ValueMention) -> tuple[FactValue, Agreement]:
        """Compare an age with that on the day of the document, or at the date of its clause."""
        value, fact = mention.value, statement.value
        if not isinstance(fact, Moment) or value.number is None:
            return fact, Agreement.INCOMPARABLE
        when = self._date
        for death in self._base.facts_of(statement.subject, "died"):
            if isinstance(death.value, Moment):
                when = death.value.period
        if when is None:
            return fact, Agreement.INCOMPARABLE
        ages = age_range(fact.period, when)
        expected = Amount(low=ages.low, high=ages.high, unit="year", written="")
        written = Range(value.low or value.number, value.high or value.number_to or value.number)
        if value.hedge in ("about", "under", "over"):
            slack = Decimal(1)
            written = Range((written.low or slack) - slack, (written.high or slack) + slack)
        then = self._evidence.times.clause_date(scene, mention)
        near = scene.sentence.tokens[max(0, mention.first - 4) : mention.last + 2]
        coming = Period("", when.first, when.last + _A_YEAR)
        if any(t.norm in self._rules.birthdays for t in near):
            dated = [period for _, period in self._evidence.times.years(scene)]
            then = dated[0] if then is None and len(dated) == 1 else then
            return self._birthday(expected, fact.period, written, then, when)
        if then is None and any(t.norm in self._turned for t in near):
            # "turned 57": within the year that is behind, or on the day itself
            right = not written.apart(age_range(fact.period, Period("", when.first - _A_YEAR, when.last)))
            return expected, Agreement.INSIDE if right else Agreement.APART
        far = then is not None and not then.overlaps(Period("", when.first - _A_YEAR, when.last + _A_YEAR))
        if far and then is not None and any(t.norm in (*self._rules.turnings, *self._rules.be) for t in near):
            # "turned 30 in 2018", "will be 40 in 2028"
            right = not written.apart(age_range(fact.period, then))
            return expected, Agreement.INSIDE if right else Agreement.INCOMPARABLE
        if any(t.norm in self._rules.turnings for t in near):
            # "turned 57 this month": the age at the end of it. Without a date, that of the year to come.
            whole = Period("", when.first - _A_YEAR, when.last + _A_YEAR)
            end = day(then.last) if then is not None and then.overlaps(whole) else coming
            past = any(t.norm in self._turned for t in near)
            if then is not None and then.last < when.first and then.precision != "year" and not past:
                end = Period("", then.last, then.last + _A_YEAR)  # "turns 30 in November": the next one
            right = not written.apart(age_range(fact.period, end))
            return expected, Agreement.INSIDE if right else Agreement.APART
        if not written.apart(ages):
            return expected, Agreement.INSIDE
        if far_from(value, ages):
            return fact, Agreement.INCOMPARABLE
        # "At 23 she turned professional in 2022", "In 2022, as a 22-year-old": the age at another time.
        others = [then] if then is not None else []
        if mention.first == 1 and scene.sentence.tokens[0].norm in self._evidence.prepositions:
            others += [other for _, other in self._evidence.times.years(scene)]
        if any(o.first <= coming.last and not written.apart(age_range(fact.period, o)) for o in others):
            return expected, Agreement.INSIDE
        return expected, Agreement.APART
