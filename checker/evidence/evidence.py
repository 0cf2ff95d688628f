"""How well a sentence speaks of a statement: its subject, its qualifiers and its time, apart from the value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contests.occasions import Occasions
from checker.evidence.qualifiers import Qualifiers
from checker.evidence.setting import Setting
from checker.evidence.subjects import Subjects
from checker.evidence.times import Times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.period import Period


class Evidence(Setting):
    """A document with its kinds of answers."""

    def __init__(
        self, base: FactBase, language: str, scenes: Sequence[Scene], topic: frozenset[str], date: Period | None
    ) -> None:
        """`topic` holds the entities that the document is about; `date` is its judgement date."""
        super().__init__(base, language, scenes, topic, date)
        self.subjects = Subjects(self)
        self.times = Times(self)
        self.occasions = Occasions(self, self.times)
        self.qualifiers = Qualifiers(self, self.times, self.occasions)
