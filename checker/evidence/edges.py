"""When what a base says begins and ends: each end of the time of a role or relation, as a date of its own.

"Directeur sinds 2017" gives the first day of the statement that somebody is director. Such a date is a reading of that
statement: it keeps its id, so that the statement itself is the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from checker.factbase.model import Moment, Reference, Term
from checker.period import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.model import FactBase, Statement

Side = Literal["since", "until"]


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of the time of a statement; `date` is that statement with the day of the end as its value."""

    side: Side
    date: Statement
    held: Statement
    """The statement itself."""


def edges(base: FactBase) -> Iterator[Edge]:
    """Yield the known ends of the times of roles and relations, seen from either side of a relation."""
    for statement in base.statements:
        if statement.valid is None or not isinstance(statement.value, Reference | Term):
            continue
        ends = [part.strip() for part in statement.valid.edtf.split("/")]
        first, last = ends[0], ends[-1]
        sides: tuple[tuple[Side, str], ...] = (("since", first), ("until", last))
        for side, written in sides:
            if not written.strip("."):
                continue
            moment, dated = Moment(parse(written)), statement.property.model_copy(update={"type": "date"})
            about = {statement.subject: None}
            if isinstance(statement.value, Reference):
                about[statement.value.id] = None
            for subject in about:
                own = replace(statement, subject=subject, property=dated, value=moment, valid=None)
                yield Edge(side, own, statement)


def held_by(base: FactBase, statement: Statement) -> Statement | None:
    """Return the statement of whose time another one is an end, None where it is none."""
    spec = base.properties.get(statement.property.id)
    if spec is None or spec.type == statement.property.type or not isinstance(statement.value, Moment):
        return None
    return next((one for one in base.statements if one.id == statement.id), None)
