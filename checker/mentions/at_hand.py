"""The edition at hand: in a text of October 2025 "the Harbour Run" is the Harbour Run of October 2025, too.

It is the edition around whose days a document was written that names no other one. A year beside the name, or a number
("the 37th edition"), says which one is meant there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.comparing import read_period
from checker.factbase.model import Amount, Moment, Reference
from checker.languages import grammar
from checker.mentions.other_editions import year_beside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene
    from checker.period import Period

_WHEN = ("date", "start", "end")
_AROUND = 92
"""How many days before or after an edition a text is about it."""


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
        named = {entity for scene in scenes for mention in scene.entities for entity in mention.ids}
        chosen = {series: self._chosen(editions, named, when.first) for series, editions in self._editions.items()}
        for scene in scenes:
            for position, mention in enumerate(scene.entities):
                meant = self._told(scene, mention)
                if meant is None:
                    meant = [] if self._is_other(scene, mention) else [chosen[e] for e in mention.ids if e in chosen]
                found = [edition for edition in meant if edition is not None and edition not in mention.ids]
                if found:
                    scene.entities[position] = replace(mention, ids=(*mention.ids, *found))

    @staticmethod
    def _chosen(editions: Sequence[tuple[date, str]], named: AbstractSet[str], today: date) -> str | None:
        """Return the edition around whose days a document was written, if it names no other one."""
        day, best = min(editions, key=lambda edition: (abs((edition[0] - today).days), edition[1]))
        alone = not any(edition in named for _, edition in editions if edition != best)
        return best if alone and abs((day - today).days) <= _AROUND else None

    def _told(self, scene: Scene, mention: EntityMention) -> Sequence[str | None] | None:
        """Return the editions of the year, date or number beside a mention, None where there is none."""
        beside = year_beside(scene, mention, self._of)
        behind = (mention.last + 1, mention.last + 2)  # "the Harbour Run in January 2026"
        told = (read_period(v.value.date) for v in scene.values if v.value.type == "date" and v.first in behind)
        years = {beside} if beside is not None else {period.first.year for period in told if period is not None}
        if years:
            return [name for series in mention.ids for day, name in self._editions.get(series, ()) if day.year in years]
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
