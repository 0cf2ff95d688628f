"""What a value in a text is: the typed, located result of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

ValueType = Literal["count", "ordinal", "age", "date", "duration", "quantity", "money", "percent"]
Hedge = Literal["exact", "about", "min", "max", "over", "under"]
Role = Literal["amount", "rank", "nth", "part", "difference", "target", "multiple"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value as the text writes it.

    `start` and `end` (exclusive) are code points of the text that was read, and `text` is that slice: digits or words
    with unit, currency sign or ordinal ending, without the hedge and without the counted noun ("41-jarige",
    "2,5-liter", "zes keer", "€ 3,5 miljoen", "May 5-9").

    - count, ordinal, percent: `number` (Dutch "zesvoudig", "6-time": a count with role `multiple`);
      age: `number`, `unit` ("year"); quantity: `number` and `unit` (English singular: "litre"); money: `number` and
      `currency` (ISO 4217); date: `date` (EDTF); duration: `duration` (ISO 8601 in the unit written: P2W stays P2W),
      and `number`, `unit` where it is one number of one unit.
    - `number_to` closes a range ("twee tot zes").
    - `low` and `high` bound the numbers that would be written like this (precision, not the hedge): "2.5" is 2.45 to
      2.55, "1.2 million" 1,150,000 to 1,250,000, a count of 30 exactly 30 to 30.
    - `hedge`: `about`, `min` (at least), `max` (at most, up to), `over` (more than), `under` (fewer than, almost);
      `hedge_start` is where its words begin (equal to `start` when there are none), `hedge_doubtful` that the word has
      another reading that is no hedge ("over two weeks", "tot").
    - `role`: `rank` (a place reached), `nth` (which one in a series: "zijn tweede deelname"), `part` (part of a larger
      number: "drie van haar zeven"), `difference` ("drie meer dan"), `target`, `multiple` ("viervoudig"), else
      `amount`.
    - `noun` is the head of what is counted, as written, with its span `noun_start`, `noun_end` (in the same text).
    """

    type: ValueType
    start: int
    end: int
    text: str
    number: Decimal | None = None
    number_to: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    date: str | None = None
    duration: str | None = None
    hedge: Hedge = "exact"
    hedge_start: int | None = None
    hedge_doubtful: bool = False
    role: Role = "amount"
    noun: str | None = None
    noun_start: int | None = None
    noun_end: int | None = None
