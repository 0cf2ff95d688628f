"""What a noun counts that no figure stands before: "without a turnover", "13 more rebounds than"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contests.couples import pairs_of

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.contests.claims import Telling
    from checker.mentions import Scene

_SURE = 0.8


def named_by(telling: Telling, scene: Scene, token: Token) -> str | None:
    """Return the one property that the longest name at a word stands for: what went in, where it is all tried too."""
    known = telling.base.by_property
    found = [
        (c.last - c.first, prop)
        for prop, cues in scene.cues.items()
        for c in cues
        if prop in known
        and telling.base.properties[prop].type == "count"
        and c.weight >= _SURE
        and c.first <= token.index <= c.last
    ]
    longest = max((size for size, _ in found), default=0)
    names = {prop for size, prop in found if size == longest}
    names -= {whole for part, whole in pairs_of(telling.base).items() if part in names}
    return names.pop() if len(names) == 1 else None
