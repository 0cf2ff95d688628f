"""What a sentence goes on about behind an aside: "Alpha, the chain that Beta bought in 2014, had a good year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import grammar
from checker.lemmas import finite

if TYPE_CHECKING:
    from checker.mentions import Scene


def resumed(scene: Scene, language: str) -> tuple[str, ...]:
    """Return what a sentence begins with, where all else that it names stands in an aside between it and its verb."""
    tokens = scene.sentence.tokens
    first = next((m for m in scene.entities if m.explicit), None)
    if first is None or first.first > 1 or first.last + 1 >= len(tokens) or tokens[first.last + 1].text != ",":
        return ()
    comma = max((t.index for t in tokens[first.last + 2 : -1] if t.text == ","), default=0)
    verb = tokens[comma + 1]
    if not comma or not (verb.norm in grammar(language).verbs or finite(verb.norm, language)):
        return ()
    named = (m for m in scene.entities if m.explicit and m is not first)
    return first.ids if all(m.last < comma for m in named) else ()
