"""A value of the text against a value of the base: interval against interval, in unit and time.

A written value denotes every value that would be written so; a hedge widens or opens that interval. Inside each other
is agreement, apart is disagreement, a partial overlap means that one side says more than the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from checker import period
from checker.factbase.model import Amount, Moment
from checker.values.convert import same_dimension, to_base
from checker.values.lengths import length_of
from checker.wording import month_names, weekday_names

if TYPE_CHECKING:
    from datetime import date

    from checker.factbase.model import FactValue
    from checker.period import Period
    from checker.values.model import Hedge, Value


_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.437"), "year": Decimal("365.2425")}
_CALENDAR = Decimal("1.15")
"""How many times as long a stretch of so many months may be as one of as many days."""


class Agreement(StrEnum):
    """How a written value and a recorded one stand to each other."""

    INSIDE = "inside"
    PARTIAL = "partial"
    APART = "apart"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Range:
    """An interval of numbers; None is an open end."""

    low: Decimal | None
    high: Decimal | None

    def apart(self, other: Range) -> bool:
        """Whether no number lies in both."""
        return (self.high is not None and other.low is not None and self.high < other.low) or (
            self.low is not None and other.high is not None and self.low > other.high
        )

    def within(self, other: Range) -> bool:
        """Whether every number of this range lies in the other."""
        low = other.low is None or (self.low is not None and self.low >= other.low)
        high = other.high is None or (self.high is not None and self.high <= other.high)
        return low and high


_WIDER = Decimal("0.10")
"""What “about” may differ from the truth: a tenth, the usual reading of a round figure."""
_ROUNDING = Decimal("0.02")
"""What “about” may differ from the truth at least, however exact the figure is."""
_EXACT = Decimal("0.01")
"""The share of a figure that its last digit tells of, from which on down it is no round one."""
_HALF = 5
_NEAR = Decimal("0.15")
"""How far below a figure the truth may lie that is “nearly” it or “up to” it, or above one that is “over” it."""
POINT = "percentage point"
ODD_SHARES = frozenset({POINT, "per mille"})


def hedged(low: Decimal, high: Decimal, hedge: Hedge) -> Range:
    """Return the numbers that a hedged figure can mean."""
    size = max(abs(low), abs(high))
    match hedge:
        case "about":
            return Range(low - size * _WIDER, high + size * _WIDER)
        case "min" | "over":
            return Range(low, None)
        case "max":
            return Range(None, high)
        case "under":
            return Range(None, high)
        case _:
            return Range(low, high)


def _bounds(value: Value) -> tuple[Decimal, Decimal] | None:
    length = length_of(value) if value.type == "duration" else None
    if length is not None:
        return length.number - length.slack, length.number + length.slack
    if value.number is None:
        return None
    low = value.low if value.low is not None else value.number
    high = value.high if value.high is not None else (value.number_to or value.number)
    if value.number_to is not None and (value.high is None or value.high < value.number_to):
        high = value.number_to
    return low, high


def _same_unit(range_: Range, unit: str | None) -> Range:
    if unit is None:
        return range_
    return Range(*(None if end is None else to_base(end, unit)[0] for end in (range_.low, range_.high)))


def is_near(value: Value, fact: Amount, *, times: Decimal | int) -> bool:
    """Whether a figure is at most so many times as large or as small as a recorded amount."""
    bounds = _bounds(value)
    ends = [end for end in (fact.low, fact.high) if end is not None]
    if bounds is None or not ends:
        return True
    length = length_of(value) if value.type == "duration" else None
    unit = None if value.type == "money" else length.unit if length else value.unit
    written = _same_unit(Range(*bounds), unit)
    recorded = _same_unit(Range(min(ends), max(ends)), fact.unit if unit else None)
    low, high = written.low or Decimal(0), written.high or Decimal(0)
    return low <= (recorded.high or Decimal(0)) * times and (recorded.low or Decimal(0)) <= high * times


def _by_calendar(bounds: tuple[Decimal, Decimal], unit: str, fact: Amount, fact_unit: str) -> Agreement:
    """Compare lengths of time of which one is in months or years and the other in days or weeks.

    Months differ in length, so that only the same number of another unit is wrong: "14 weeks" for 14 months.
    """
    ends = [end for end in (fact.low, fact.high) if end is not None]
    if unit not in _DAYS or fact_unit not in _DAYS or not ends:
        return Agreement.INCOMPARABLE
    low, high = bounds[0] * _DAYS[unit], bounds[1] * _DAYS[unit]
    first, last = min(ends) * _DAYS[fact_unit], max(ends) * _DAYS[fact_unit]
    apart = high * _CALENDAR < first or low > last * _CALENDAR
    apart = apart and bounds[0] <= ends[0] <= bounds[1]
    return Agreement.APART if apart and len(ends) > 1 else Agreement.INCOMPARABLE


def compare_amount(value: Value, fact: Amount) -> Agreement:
    """Compare a number of the text with an amount of the base, units converted, currencies never."""
    bounds = _bounds(value)
    if bounds is None:
        return Agreement.INCOMPARABLE
    if (value.currency or fact.currency) and value.currency != fact.currency:
        # Amounts are never converted; the same figure in another currency is a slip.
        same = fact.low is not None and fact.low == fact.high and bounds[0] <= fact.low <= bounds[1]
        return Agreement.APART if same and value.currency and fact.currency else Agreement.INCOMPARABLE
    value_unit, fact_unit = value.unit, fact.unit
    length = length_of(value) if value.type == "duration" else None
    if length is not None:
        value_unit = length.unit
    if value.type == "percent" and value_unit != fact_unit and ODD_SHARES & {value_unit, fact_unit}:
        # A share is no difference between two shares: the same figure with the wrong one of both words is a slip.
        return Agreement.APART if value.number == fact.low == fact.high else Agreement.INCOMPARABLE
    if value.type in ("count", "ordinal", "percent", "money", "age"):
        value_unit = fact_unit = None
    if (value_unit is None) != (fact_unit is None):
        return Agreement.INCOMPARABLE
    if value_unit and fact_unit and value_unit != fact_unit and not same_dimension(value_unit, fact_unit):
        plain = value.hedge in ("exact", "about")
        return _by_calendar(bounds, value_unit, fact, fact_unit) if plain else Agreement.INCOMPARABLE
    written = _same_unit(Range(*bounds), value_unit)
    recorded = _same_unit(Range(fact.low, fact.high), fact_unit)
    if written.low is None or written.high is None:
        return Agreement.INCOMPARABLE
    if value.hedge == "about" and not value.hedge_doubtful and value.number and value.number_to is None:
        return _about(written, recorded, _grain(value.number) / abs(value.number))
    if value.hedge != "exact":
        opened = hedged(written.low, written.high, value.hedge)
        if value.hedge in ("over", "under", "max") and recorded.low == recorded.high and not value.hedge_doubtful:
            near = abs(written.low) * _NEAR
            far = recorded.low is not None and not (written.low - near <= recorded.low <= written.high + near)
            if not opened.apart(recorded) and far:
                return Agreement.PARTIAL
        both = [opened, written] if value.hedge_doubtful else [opened]
        results = [_relate(one, recorded) for one in both]
        return next((r for r in (Agreement.INSIDE, Agreement.PARTIAL) if r in results), Agreement.APART)
    return _relate(written, recorded)


def _grain(number: Decimal) -> Decimal:
    """Return the step in which a number was rounded, as its last digit tells: 50 of 250, 10 of 3,410, 0.1 of 31.4."""
    _, digits, exponent = number.normalize().as_tuple()
    return (Decimal(5) if digits[-1] == _HALF else Decimal(1)).scaleb(int(exponent))


def _about(written: Range, recorded: Range, grain: Decimal) -> Agreement:
    """Compare "about" so many: what the last digit allows is right, and up to a tenth not wrong.

    Of a figure that is told to the hundredth part, what its last digit does not allow is wrong ("some 3,410").
    """
    low, high = written.low or Decimal(0), written.high or Decimal(0)
    size = max(abs(low), abs(high))
    slack = min(_WIDER, max(_ROUNDING, grain))
    told = _relate(Range(low - size * slack, high + size * slack), recorded)
    if told is not Agreement.APART or grain <= _EXACT:
        return told
    loose = hedged(low, high, "about")
    return Agreement.APART if loose.apart(recorded) else Agreement.PARTIAL


def _relate(written: Range, recorded: Range) -> Agreement:
    if written.apart(recorded):
        return Agreement.APART
    if recorded.within(written) or (written.within(recorded) and recorded.low == recorded.high):
        return Agreement.INSIDE
    if recorded.low is None or recorded.high is None:
        return Agreement.INSIDE if written.within(recorded) else Agreement.PARTIAL
    return Agreement.INSIDE if written.within(recorded) else Agreement.PARTIAL


def compare_period(written: Period, recorded: Period) -> Agreement:
    """Compare dates: the coarser holds the finer; what only says more than the base is partial."""
    if not written.overlaps(recorded):
        return Agreement.APART
    if written.covers(recorded):
        return Agreement.INSIDE
    return Agreement.PARTIAL


def read_period(edtf: str | None) -> Period | None:
    """Return the period of a value's date, or None where it has no known year."""
    if not edtf:
        return None
    try:
        return period.parse(edtf)
    except ValueError:
        return None


def as_coarse(expected: Period, value: Value) -> Period:
    """Return a date no finer than the text's own."""
    written = read_period(value.date)
    if written is None or expected.is_interval or expected.precision != "day":
        return expected
    size = {"month": 7, "year": 4}.get(written.precision)
    if written.is_interval:
        size = 4
    return period.parse(expected.edtf[:size]) if size else period.day(expected.first)


def age_on(born: date, day: date) -> int:
    """Return the completed years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_range(born: Period, when: Period) -> Range:
    """Return the youngest and oldest age that somebody born in `born` can have during `when`."""
    return Range(Decimal(age_on(born.last, when.first)), Decimal(age_on(born.first, when.last)))


def _with_year(value: Value, fact: Period) -> str | None:
    """Give a date that is written without a year ("3 January") the year of what it is compared with.

    Where the reader has put in the year of the document's own time, that year is a guess and not what the text says.
    """
    edtf = value.date
    if edtf and "XXXX" in edtf:
        return edtf.replace("XXXX", f"{fact.first.year:04d}")
    if edtf and "/" not in edtf and len(edtf) >= 7 and not re.search(r"\d{4}", value.text):
        names = set(re.findall(r"[^\W\d_]+", value.text.casefold()))
        if names & month_names():
            return f"{fact.first.year:04d}{edtf[4:]}"
    return edtf


def days_off(value: Value, fact: FactValue) -> int:
    """Return how many days lie between a date of the text and one of the base; 0 for all else."""
    written = read_period(_with_year(value, fact.period)) if isinstance(fact, Moment) and value.type == "date" else None
    if written is None or not isinstance(fact, Moment) or written.overlaps(fact.period):
        return 0
    return max((fact.period.first - written.last).days, (written.first - fact.period.last).days)


def compare(value: Value, fact: FactValue) -> Agreement:
    """Compare a value of the text with a value of the base of a compatible type."""
    match fact:
        case Amount():
            return compare_amount(value, fact)
        case Moment() if value.text.casefold() in weekday_names():
            # A bare weekday is some week's: it can agree with a date, never contradict one.
            weekday = weekday_names()[value.text.casefold()]
            same = fact.period.first == fact.period.last and weekday == fact.period.first.weekday()
            return Agreement.INSIDE if same else Agreement.INCOMPARABLE
        case Moment():
            written = read_period(_with_year(value, fact.period))
            return compare_period(written, fact.period) if written else Agreement.INCOMPARABLE
        case _:
            return Agreement.INCOMPARABLE
