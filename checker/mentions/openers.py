"""Names that open a sentence: a capital says nothing there, but elsewhere in the text it does.

"Zeewerf has 900 employees." is about somebody whom nobody knows where another sentence says "its rival Zeewerf".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.mentions import EntityMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.mentions import Scene

_SHORT = 3


def name_openers(scenes: Sequence[Scene]) -> None:
    """Make unknown names of the words that open a sentence and stand within another one as such a name."""
    known = {m.text for scene in scenes for m in scene.entities if m.how == "unknown" and m.first == m.last > 0}
    for scene in scenes:
        first = next((t for t in scene.sentence.tokens if t.text[0].isalnum()), None)
        if first is None or len(first.text) <= _SHORT or first.text not in known:
            continue
        if any(m.first <= first.index <= m.last for m in scene.entities):
            continue
        opener = EntityMention(
            start=first.start,
            end=first.end,
            text=first.text,
            first=first.index,
            last=first.index,
            ids=(),
            how="unknown",
        )
        scene.entities = sorted([*scene.entities, opener], key=lambda m: (m.start, m.end))
