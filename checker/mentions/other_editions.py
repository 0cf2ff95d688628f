"""Editions that the base does not know: "the 2026 Harbour Cup", "Havenbeker 2026" where it only has another year's.

They are other events than the series and than its known editions: nothing that the base says of these holds for them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.factbase.model import Moment
from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene

_YEAR = re.compile(r"(?:19|20)\d\d")
_RECURRING = frozenset({"event", "competition"})
_WHEN = frozenset({"date", "start", "end"})
"""The properties that say when an edition is."""


class OtherEditions:
    """Finds such editions of the events of one base."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect the years that the base knows of each event, and the words before the year of one."""
        self._of = frozenset(grammar(language).partitives)
        self._base = base
        self._known: dict[str, set[int]] = {}
        self._dated: set[str] = set()
        series = base.series
        for statement in base.statements:
            years = set(_years(statement.where.values()))
            if statement.property.id in _WHEN and isinstance(statement.value, Moment):
                years |= {statement.value.period.first.year, statement.value.period.last.year}
                self._dated |= {statement.subject, series.get(statement.subject, statement.subject)}
            for event in (statement.subject, *statement.where.values()):
                self._known.setdefault(event, set()).update(years)
        for edition, whole in series.items():
            self._known.setdefault(whole, set()).update(self._known.get(edition, ()))

    def mark(self, scenes: Sequence[Scene]) -> None:
        """Make an unknown name of an event's name with a year beside it of which the base says nothing."""
        for scene in scenes:
            for position, mention in enumerate(scene.entities):
                year = year_beside(scene, mention, self._of)
                if year is None or not self._is_other(mention, year):
                    continue
                scene.entities[position] = replace(mention, ids=(), how="unknown")

    def _is_other(self, mention: EntityMention, year: int) -> bool:
        """Whether all that a name can mean are events, and the base knows years of them but not this one."""
        entities = [self._base.entities.get(entity) for entity in mention.ids]
        return bool(entities) and all(
            entity is not None
            and entity.type in _RECURRING
            and entity.id in self._dated
            and year not in self._known[entity.id]
            for entity in entities
        )


def _years(texts: Iterable[str]) -> Iterator[int]:
    for text in texts:
        yield from (int(year) for year in _YEAR.findall(text))


def year_beside(scene: Scene, mention: EntityMention, of: frozenset[str]) -> int | None:
    """Return the bare year right before or behind a name or noun, or behind it with a word `of` between, if any."""
    tokens = scene.sentence.tokens
    if mention.how not in ("name", "noun") or _YEAR.search(mention.text):
        return None
    behind = mention.last + 1
    behind += behind < len(tokens) and tokens[behind].norm in of
    for index in (mention.first - 1, behind):
        if 0 <= index < len(tokens) and _YEAR.fullmatch(tokens[index].text):
            longer = any(v.first <= index <= v.last and v.first < v.last for v in scene.values)
            return None if longer else int(tokens[index].text)  # "3 June 2025"
    return None
