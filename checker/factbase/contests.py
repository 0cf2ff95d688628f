"""Games, matches and races between two sides, as the statements and tables of a fact base tell of them.

A contest is found in what teams have "in" it (`where: {game: ...}`), in rows with two columns of teams (a schedule), or
in an event that names its home and its away team. What one part of the base knows of a contest completes the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker import period
from checker.factbase.model import Amount, Moment, Reference, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.factbase.model import Entity, Row
    from checker.factbase.tables import LoadedTable
    from checker.period import Period
    from checker.properties import Property

_SCORES = ("score", "points", "goals")
"""The properties that can be a side's score, the surest first."""
_SIDES = frozenset({"team", "club", "organisation", "company"})
_HOME = ("home", "host", "thuis")
_AWAY = ("away", "visitor", "visiting", "guest", "uit")
_CONTESTS = frozenset({"event", "game", "match", "fixture", "race", "contest", "wedstrijd", "duel"})
"""Kinds of qualifier, and types of entity, that can be one contest."""
_FIGURES = frozenset({"count", "number"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Two sides and what each scored; `id` is what statements about it name in their `where` (empty: nothing)."""

    id: str
    sides: tuple[str, str]
    day: Period | None = None
    home: str | None = None
    place: str | None = None
    """The arena, stadium or place where it is, if the base has it as an entity."""
    scores: Mapping[str, Statement] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What tells it apart from all others."""
        return self.id, tuple(sorted(self.sides))

    @property
    def played(self) -> bool:
        """Whether the score of both sides is known."""
        return len(self.scores) == 2

    def score(self, side: str) -> int:
        """Return what a side scored."""
        value = self.scores[side].value
        assert isinstance(value, Amount)
        return int(value.low or 0)

    def other(self, side: str) -> str:
        """Return the opponent of a side."""
        return self.sides[1] if side == self.sides[0] else self.sides[0]

    @property
    def winner(self) -> str | None:
        """The side that scored more; None for a draw, or where it is not known."""
        if not self.played or self.score(self.sides[0]) == self.score(self.sides[1]):
            return None
        return max(self.sides, key=self.score)


def find_contests(
    statements: Sequence[Statement],
    tables: Mapping[str, LoadedTable],
    entities: Mapping[str, Entity],
    properties: Mapping[str, Property],
) -> tuple[Contest, ...]:
    """Return every contest, by its day."""
    found: dict[tuple[str, tuple[str, ...]], Contest] = {}
    logged = [*_scheduled(tables, entities, properties), *_scored(statements, entities), *_named(statements)]
    if any(contest.id for contest in logged):
        logged = [contest for contest in logged if contest.id]  # the other figures are those of a season
    days = {s.subject: s.value.period for s in statements if s.property.id == "date" and isinstance(s.value, Moment)}
    for contest in logged:
        known = found.get(contest.key)  # a day can have several
        found[contest.key] = contest if known is None else _joined(known, contest)
    dated = (replace(c, day=c.day or days.get(c.id) or _day_in(c.id)) for c in found.values())
    return tuple(sorted(dated, key=lambda c: (c.day.first.toordinal() if c.day else 0, c.id)))


def _joined(one: Contest, other: Contest) -> Contest:
    return replace(
        one,
        day=one.day or other.day,
        home=one.home or other.home,
        place=one.place or other.place,
        scores={**one.scores, **other.scores},
    )


def _day_in(name: str) -> Period | None:
    """Return the day that is itself what statements name ("where: {date: 2026-02-14}")."""
    try:
        return period.parse(name) if name[:4].isdigit() else None
    except ValueError:
        return None


def _scored(statements: Sequence[Statement], entities: Mapping[str, Entity]) -> Iterator[Contest]:
    """Yield the contests in which just two teams have a score."""
    lines: dict[tuple[str, str], dict[str, Statement]] = {}
    for statement in statements:
        rank = statement.property.id
        team = entities.get(statement.subject)
        if rank not in _SCORES or team is None or team.type not in _SIDES or len(statement.where) > 1:
            continue
        if not isinstance(statement.value, Amount) or statement.value.number is None:
            continue
        kind, named = next(iter(statement.where.items()), ("", ""))
        if not named or named in entities or _day_in(named) is not None or kind in _CONTESTS:
            lines.setdefault((named, rank), {})[statement.subject] = statement
    for (named, _), scores in sorted(lines.items(), key=lambda item: _SCORES.index(item[0][1])):
        if len(scores) == 2 and _is_occasion(named, entities):
            first, second = scores
            yield Contest(id=named, sides=(first, second), scores=scores)


def _is_occasion(named: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a qualifier can be one game: no competition, class or place."""
    known = entities.get(named)
    return known is None or known.type in _CONTESTS


def _named(statements: Sequence[Statement]) -> Iterator[Contest]:
    """Yield the events that name both their teams."""
    teams: dict[str, dict[str, str]] = {}
    for statement in statements:
        if statement.property.id in ("home_team", "away_team") and isinstance(statement.value, Reference):
            teams.setdefault(statement.subject, {})[statement.property.id] = statement.value.id
    for event, sides in teams.items():
        if len(sides) == 2:
            home, away = sides["home_team"], sides["away_team"]
            yield Contest(id=event, sides=(home, away), home=home)


def _scheduled(
    tables: Mapping[str, LoadedTable], entities: Mapping[str, Entity], properties: Mapping[str, Property]
) -> Iterator[Contest]:
    """Yield the rows of the tables that have a home and an away column."""
    for table in tables.values():
        columns = [c for c, kind in table.columns.items() if kind in _SIDES]
        home = next((c for c in columns if c.casefold().startswith(_HOME)), None)
        away = next((c for c in columns if c.casefold().startswith(_AWAY)), None)
        if home is None or away is None:
            continue
        figures = [c for c, kind in table.columns.items() if kind in _FIGURES]
        own = [_score_column(figures, sides) for sides in (_HOME, _AWAY)]
        for row, line in zip(table.rows, table.lines, strict=True):
            if row.get(home) not in entities or row.get(away) not in entities:
                continue
            day = next((_day_in(row[c]) for c, kind in table.columns.items() if kind == "date" and row.get(c)), None)
            named = next((row[c] for c, k in table.columns.items() if k not in _SIDES and row.get(c) in entities), "")
            name = named if _is_occasion(named, entities) and named else (day.edtf if day else f"{table.name}:{line}")
            sides = (row[home], row[away])
            scores = {
                side: _score(table, row, line, properties, (side, column, name))
                for side, column in zip(sides, own, strict=True)
                if column and row.get(column, "").isdecimal()
            }
            place = next((row[c] for c, k in table.columns.items() if k == "place" and row.get(c) in entities), None)
            played = scores if len(scores) == 2 else {}
            yield Contest(id=name, sides=sides, day=day, home=row[home], place=place, scores=played)


def _score_column(figures: Sequence[str], sides: tuple[str, ...]) -> str | None:
    """Return the column of a side's score: the first that begins with the side and names no part of the game."""
    own = [c for c in figures if c.casefold().startswith(sides)]
    telling = ("score", "points", "goals", "pts", "punten", "doelpunten", "result")
    return next((c for c in own if c.casefold().endswith(telling)), own[0] if len(own) == 1 else None)


def _score(
    table: LoadedTable, row: Row, line: int, properties: Mapping[str, Property], said: tuple[str, str, str]
) -> Statement:
    side, column, name = said
    kind = next((p for p in _SCORES if column.casefold().endswith(p)), "score")
    number = Decimal(row[column])
    return Statement(
        id=f"{side}.{kind}.{name}",
        subject=side,
        property=properties[kind],
        value=Amount(low=number, high=number, written=row[column]),
        where={},
        sources=table.sources,
        file=table.file,
        line=line,
        rows=(row,),
        derived=True,
        table=table.name,
        complete=table.complete is not None,
    )
