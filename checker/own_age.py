"""An age right behind a name is that of its bearer, whatever else the sentence says.

“Every engineer told me so,” said Anna Berg, 43, ...; "Her predecessor, Jan Vos, 69, ..."; “Over tien jaar ...,” verwacht
Anna Berg (43).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.mentions import Scene, ValueMention
    from checker.subjects import Answer

OF_OTHERS = frozenset({"a figure for each", "a plan or rumour", "somebody else"})
"""Reasons against an alarm that such an age does not have."""


def own_age(scene: Scene, mention: ValueMention, answer: Answer) -> bool:
    """Whether an age stands alone behind the name of the subject, in brackets or between commas."""
    tokens = scene.sentence.tokens
    if mention.value.type != "age" or mention.first < 2 or tokens[mention.first - 1].text not in ("(", ","):
        return False
    behind = tokens[mention.last + 1 : mention.last + 2]
    if any(t.text[0].isalnum() for t in behind):
        return False
    bearer = next((m for m in scene.entities if m.explicit and m.last == mention.first - 2), None)
    return bearer is not None and any(p.role == "subject" and p.end == bearer.end for p in answer.parts)
