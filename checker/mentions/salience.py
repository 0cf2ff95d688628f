"""What a document has spoken of so far, and how often."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class Salience:
    """Which entities the document has spoken of, the most recent last, and how often."""

    recent: list[str] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=dict)

    def note(self, ids: Iterable[str], weight: int = 1) -> None:
        """Record that entities are spoken of now."""
        for entity in ids:
            if entity in self.recent:
                self.recent.remove(entity)
            self.recent.append(entity)
            self.count[entity] = self.count.get(entity, 0) + weight
