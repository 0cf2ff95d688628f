"""A wrong surname: the right first name with a surname that looks like the right one, of somebody whom no one knows.

"Wim Schuttevaer" stands for Wim Schutterop where nobody else of the base is a Wim, and the text does not name the
right one beside him.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Postfix, Prefix

from checker.analysis import fold
from checker.claims.name_forms import name_finding
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import Finding

_OPENING = 4
"""How many letters two surnames begin with alike at least."""
_ENDING = 4
"""How many letters they end with alike at least; many surnames that have no more in common end in "sen" or "man"."""
_SHORT = 3
"""How many letters a first name has at least."""


def wrong_surnames(scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    """Yield the names of nobody that differ from that of the only one of a first name by a surname like it."""
    bearers = _bearers(base)
    written = Counter(mention.text for scene in scenes for mention in scene.entities if mention.how == "unknown")
    named = {m.ids[0] for scene in scenes for m in scene.entities if m.how == "name" and len(m.ids) == 1}
    for scene in scenes:
        for mention in scene.entities:
            words = mention.text.split()
            if mention.how != "unknown" or len(words) != 2 or written[mention.text] > 1:
                continue  # who is written so twice is called so
            known = bearers.get(fold(words[0]), ())
            if len(known) != 1 or known[0][0] in named or not _alike(fold(words[1]), known[0][1]):
                continue
            entity = known[0][0]
            right = show_entity(base, entity, explainer.language)
            yield name_finding(scene, mention, entity, right, explainer, key="misspelled")


def _bearers(base: FactBase) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the people of a base by first name, each with the surname, if they have one of either."""
    found: dict[str, dict[str, str]] = {}
    for entity in base.entities.values():
        if entity.type == "person":
            for name in entity.all_names():
                words = [fold(word) for word in name.split()]
                if len(words) == 2 and len(words[0]) >= _SHORT:
                    found.setdefault(words[0], {})[entity.id] = words[1]
    return {first: tuple(sorted(people.items())) for first, people in found.items()}


def _alike(one: str, other: str) -> bool:
    if one.removesuffix("s") == other:
        return False  # the genitive of a Dutch name
    return Prefix.similarity(one, other) >= _OPENING or Postfix.similarity(one, other) >= _ENDING
