"""What a fact base must not say at once: two values of one thing at the same time, and names that two things share."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from checker.errors import Problem
from checker.factbase.model import Amount, Members, Moment, Reference
from checker.values.convert import to_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
        case Members(), Members():
            return set(map(str, one.items)) != set(map(str, other.items))
        case _:
            return False


def contradictions(statements: Sequence[Statement]) -> Iterator[Problem]:
    """Yield a problem for each two statements of one subject and property that cannot both hold at some time."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        if not statement.derived:
            key = (statement.subject, statement.property.id, *sorted(statement.where.items()))
            groups.setdefault(key, []).append(statement)
    for group in groups.values():
        for one, other in combinations(group, 2):
            together = one.valid is None or other.valid is None or one.valid.overlaps(other.valid)
            if together and _apart(one.value, other.value, single=one.property.single):
                message = (
                    f"“{other.id}” contradicts “{one.id}” at {one.file}:{one.line}: same subject, property and"
                    f" qualifiers, another value at the same time; correct one, or tell them apart by `valid` or `where`"
                )
                yield Problem(path=other.file, code="contradiction", message=message, line=other.line, column=1)


def name_warnings(
    entities: Mapping[str, Entity], statements: Iterable[Statement], path: str
) -> Iterator[Problem]:
    """Yield a warning for each name that two entities share, and one for the statements without a source."""
    owners: dict[str, Entity] = {}
    for entity in entities.values():
        for name in dict.fromkeys(name.casefold() for name in entity.all_names()):
            first = owners.setdefault(name, entity)
            if first is not entity:
                message = f"the name “{name}” is also a name of {first.id} ({first.file}:{first.line})"
                yield Problem(
                    path=entity.file or path, code="shared-name", message=message, line=entity.line, warning=True
                )
    unsourced = [statement for statement in statements if not statement.sources and not statement.derived]
    if unsourced:
        message = f"{len(unsourced)} statement(s) name no source, the first is {unsourced[0].id}"
        yield Problem(
            path=unsourced[0].file, code="no-source", message=message, line=unsourced[0].line, warning=True
        )
