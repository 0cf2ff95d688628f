"""What a fact base must not say at once: two values of one thing at the same time, and names that two things share."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from checker.data import shortened
from checker.errors import Problem
from checker.factbase.model import Amount, Contact, Members, Moment, Reference, Term
from checker.values.convert import to_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.factbase.model import Entity, FactValue, Statement


def amounts_apart(one: Amount, other: Amount) -> bool:
    """Whether no number can be both amounts (in a common unit; amounts of different currencies are never compared)."""
    if one.currency != other.currency:
        return False
    bounds = []
    for amount in (one, other):
        ends = [
            None if end is None else (to_base(end, amount.unit)[0] if amount.unit else end)
            for end in (amount.low, amount.high)
        ]
        bounds.append(ends)
    (low, high), (other_low, other_high) = bounds
    below = high is not None and other_low is not None and high < other_low
    above = low is not None and other_high is not None and low > other_high
    return below or above


def _apart(one: FactValue, other: FactValue, *, single: bool) -> bool:
    match one, other:
        case Amount(), Amount():
            return amounts_apart(one, other)
        case Moment(), Moment():
            return not one.period.overlaps(other.period)
        case Reference(), Reference():
            return single and one.id != other.id
        case Contact(), Contact():
            return single and one.text != other.text
        case Term(), Term():
            return single and set(one.all_labels()).isdisjoint(other.all_labels())
        case Members(), Members():
            return set(map(str, one.items)) != set(map(str, other.items))
        case _:
            return False


def contradictions(statements: Sequence[Statement]) -> Iterator[Problem]:
    """Yield a problem for each two statements of one subject and property that cannot both hold at some time.

    A count over the rows of a table is one of the two where the base also states the count.
    """
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        if not statement.property.open:
            key = (statement.subject, statement.property.id, *sorted(statement.where.items()))
            groups.setdefault(key, []).append(statement)
    for group in groups.values():
        for one, other in combinations(group, 2):
            together = one.valid is None or other.valid is None or one.valid.overlaps(other.valid)
            if (one.derived and other.derived) or not together:
                continue
            if _apart(one.value, other.value, single=one.property.single):
                counted = " (counted over a table)" if other.derived else ""
                message = (
                    f"“{other.id}”{counted} contradicts “{one.id}” at {one.file}:{one.line}: same subject,"
                    " property and qualifiers, another value at the same time; correct one, or tell them apart by"
                    " `valid` or `where`"
                )
                yield Problem(
                    path=other.file, code="contradiction", message=message, line=other.line, column=other.column
                )


def name_warnings(entities: Mapping[str, Entity]) -> Iterator[Problem]:
    """Yield a warning for each name that two entities share."""
    owners: dict[str, Entity] = {}
    for entity in entities.values():
        for name in dict.fromkeys(name.casefold() for name in (*entity.all_names(), *entity.discouraged)):
            first = owners.setdefault(name, entity)
            if first is not entity:
                message = f"the name {shortened(name)} is also a name of {first.id} ({first.file}:{first.line})"
                yield Problem(
                    path=entity.file, code="shared-name", message=message, line=entity.line, column=1, warning=True
                )


def source_warnings(statements: Sequence[Statement]) -> Iterator[Problem]:
    """Yield one warning for all the statements that name no source."""
    unsourced = [statement for statement in statements if not statement.sources and not statement.derived]
    if unsourced:
        first = unsourced[0]
        count = "1 statement names" if len(unsourced) == 1 else f"{len(unsourced)} statements name"
        message = f"{count} no source; the first is {first.id}"
        yield Problem(
            path=first.file, code="no-source", message=message, line=first.line, column=first.column, warning=True
        )
