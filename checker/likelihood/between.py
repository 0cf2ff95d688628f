"""What stands between a figure and the words that say whose it is and of what: names, other figures, commas, verbs.

"Berg, who beat Vos in nine games, has three titles": the nearest name is not always the one meant, and what stands
between tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.setting import Setting
    from checker.likelihood.features import Features
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention

_SAID = frozenset({"cue", "noun"})
_OPENING = 1
"""The last token at which a subject opens its sentence."""


def between(reading: Reading, scene: Scene, mention: ValueMention, setting: Setting) -> Features:
    """Return what stands between a figure and the subject and the cue of its reading, if its sentence has them."""
    found: Features = {}
    for what, roles in (("subject", frozenset({"subject"})), ("cue", _SAID)):
        spans = [_span(scene, part.start, part.end) for part in reading.parts if part.role in roles]
        inside = [span for span in spans if span is not None]
        if not inside:
            continue
        first, last = min(inside, key=lambda span: max(span[0] - mention.last, mention.first - span[1]))
        gap = range(last + 1, mention.first) if last < mention.first else range(mention.last + 1, first)
        tokens = [scene.sentence.tokens[index] for index in gap]
        found[f"{what} before"] = last < mention.first
        found[f"{what} behind"] = first > mention.last
        found[f"names to {what}"] = sum(one.first in gap for one in scene.entities)
        found[f"figures to {what}"] = sum(one.first in gap for one in scene.values)
        found[f"commas to {what}"] = sum(token.text in ",;:" for token in tokens)
        found[f"verbs to {what}"] = sum(setting.is_verb(token) for token in tokens)
        found[f"words to {what}"] = len(tokens)
        if what == "subject":
            found["subject opens"] = first <= _OPENING
    return found


def _span(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """Return the first and last token of a span of the text that is in a sentence, else None."""
    tokens = scene.sentence.tokens
    if end <= tokens[0].start or start >= tokens[-1].end:
        return None
    return scene.sentence.at(start), scene.sentence.at(end - 1)
