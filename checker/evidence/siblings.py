"""One thing in several years: whose figure a clause gives that names no year itself.

The year is that of the paragraph, of the heading, of the figures that the text last presented; without any of these the
last year that has gone by, or, of an event, the edition of the text's own year. A figure of an earlier year is then
last year's figure in this year's place, unless the sentence looks back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.linking.readings import Reading
    from checker.period import Period

UNNAMED = "a year that the text does not name"
"""What forbids an alarm about a statement of such a year, unless another year's figure stands in its place."""
_INHERITED = ("before", "heading", "document")
_UNFOUND = ("none", "document")


def meant(reading: Reading, apart: Sequence[Reading], as_of: Period | None) -> Reading | None:
    """Return the statement of a later year that the clause means, where a reading is that of an earlier one."""
    found = [other for other in apart if _of_later_year(reading, other) and _means(reading, other, as_of)]
    found += [other for other in apart if _is_yet_to_come(reading, other, as_of)]
    return max(found, key=lambda other: (other.bound in _INHERITED, other.score), default=None)


def _of_later_year(reading: Reading, other: Reading) -> bool:
    """Whether two readings differ in their year alone, and the other one's comes later."""
    return (
        reading.year is not None
        and other.year is not None
        and reading.year.last < other.year.first
        and _of_one_thing(reading, other)
    )


def _is_yet_to_come(reading: Reading, other: Reading, as_of: Period | None) -> bool:
    """Whether a reading is of a later year than the text, which names none, and the other one of the text's own."""
    if as_of is None or reading.year is None or other.year is None or reading.looks_back or other.unstated:
        return False
    late = reading.unstated and reading.bound in _UNFOUND and reading.year.first > as_of.last
    return late and other.year.overlaps(as_of) and _of_one_thing(reading, other)


def _of_one_thing(reading: Reading, other: Reading) -> bool:
    """Whether two readings, of which the first is right, differ in their time alone."""
    one, two = reading.statement, other.statement
    return (
        reading.agreement is Agreement.INSIDE
        and (reading.series, one.property.id) == (other.series, two.property.id)
        and one.property.type != "date"
        and _apart_from_time(reading) == _apart_from_time(other)
    )


def _apart_from_time(reading: Reading) -> dict[str, str]:
    return {kind: value for kind, value in reading.statement.where.items() if kind not in ("year", "edition", "season")}


def _means(reading: Reading, other: Reading, as_of: Period | None) -> bool:
    if reading.looks_back or reading.bound not in _UNFOUND:
        return False
    if reading.reached and as_of is not None and other.year is not None and other.year.first < as_of.first:
        return True  # "fell to 5.9 percent": what it came to is the newest figure
    if other.bound in _INHERITED and reading.bound == "none":
        return True
    if as_of is None or reading.bound != "none" or not reading.unstated or other.year is None:
        return False
    if other.year.overlaps(as_of):
        # The year that is going on has no figures yet; the edition of this year is what an event is about.
        yearly = not {"edition", "season"} & set(other.statement.where)
        last = reading.year is not None and reading.year.last.year == as_of.first.year - 1
        return not (yearly and last and "event" not in other.statement.property.subjects)
    # A rank may be that of a race that nobody names; annual figures are those of the last year that has gone by.
    return other.year.last < as_of.first and other.statement.property.type != "ordinal"
