"""The edition at hand: in a text of October 2025 "the Harbour Run" is the Harbour Run of October 2025, too.

Of the editions that the base knows of a series it is the one nearest in time to the document. "The 37th edition" is
that of this number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.factbase.model import Amount, Moment, Reference
from checker.languages import grammar
from checker.mentions.other_editions import year_beside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene
    from checker.period import Period

_WHEN = ("date", "start", "end")


class AtHand:
    """Finds the edition that a text means where it only names the series."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect the dated editions of each series."""
        self._base = base
        rules = grammar(language)
        self._of = frozenset(rules.partitives)
        self._plain = frozenset((*rules.articles, *rules.definite, *rules.possessives, *rules.prepositions))
        self._others = frozenset((*rules.others, *rules.past, *rules.earlier, *rules.parts, *rules.following))
        self._editions: dict[str, list[tuple[date, str]]] = {}
        for statement in base.by_property.get("part_of", ()):
            if not isinstance(statement.value, Reference):
                continue
            days = [
                fact.value.period.first
                for name in _WHEN
                for fact in base.facts_of(statement.subject, name)
                if isinstance(fact.value, Moment)
            ]
            whole = base.entities.get(statement.value.id)
            if days and whole is not None and whole.type in ("event", "competition"):
                self._editions.setdefault(statement.value.id, []).append((min(days), statement.subject))

    def read(self, scenes: Sequence[Scene], when: Period | None) -> None:
        """Let each mention of a series mean its edition at hand, too; `when` is the date of the document."""
        if when is None or not self._editions:
            return
        nearest = {
            series: min(editions, key=lambda edition: (abs((edition[0] - when.first).days), edition[1]))[1]
            for series, editions in self._editions.items()
        }
        for scene in scenes:
            for position, mention in enumerate(scene.entities):
                meant = self._told(scene, mention)
                if meant is None:
                    meant = [] if self._is_other(scene, mention) else [nearest[e] for e in mention.ids if e in nearest]
                found = [edition for edition in meant if edition not in mention.ids]
                if found:
                    scene.entities[position] = replace(mention, ids=(*mention.ids, *found))

    def _told(self, scene: Scene, mention: EntityMention) -> list[str] | None:
        """Return the editions of the year or number beside a mention, None where there is none."""
        year = year_beside(scene, mention, self._of)
        if year is not None:
            return [name for series in mention.ids for day, name in self._editions.get(series, ()) if day.year == year]
        before = [v.value for v in scene.values if v.last == mention.first - 1]
        number = next((value for value in before if value.type == "ordinal"), None)
        if number is None:
            return None
        return [
            edition
            for series in mention.ids
            for _, edition in self._editions.get(series, ())
            for fact in self._base.facts_of(edition, "edition")
            if isinstance(fact.value, Amount) and fact.value.low == number.number
        ]

    def _is_other(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a word before a mention makes it one of another time: "last year's race", "the 35th Harbour Run"."""
        if not mention.first:
            return False
        index = mention.first - 1
        index -= scene.sentence.tokens[index].norm == "'s"  # "last year's race"
        before = scene.sentence.tokens[index]
        if any(v.first <= index <= v.last for v in scene.values):
            return True
        if mention.how == "noun":
            return before.norm not in self._plain
        return before.norm in self._others
