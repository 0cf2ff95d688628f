"""A wrong first name: a surname of the base with another one, of whom the sentence says what is right of its bearer.

Another first name alone says nothing: that is somebody else of the family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.name_forms import wrong_first_name
from checker.languages import grammar
from checker.mentions.given_names import other_given_name
from checker.report import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import Finding


def first_names(
    scenes: Sequence[Scene], base: FactBase, explainer: Explainer, findings: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield the wrong first names of a document whose right claims are among the findings."""
    relatives = frozenset(grammar(explainer.language).relations)
    right = [f for f in findings if f.verdict is Verdict.SUPPORTED]
    blamed = {f.start for f in findings if f.check == "names"}
    for scene in scenes:
        tokens = scene.sentence.tokens
        for mention in scene.entities:
            given = other_given_name(base, scene, mention, explainer.language)
            if (
                not given
                or not given.index
                or given.start in blamed
                or any(token.norm in relatives for token in tokens)
            ):
                continue
            told = (f for f in right if tokens[0].start <= f.start and f.end <= tokens[-1].end)
            if any(f.subject == mention.ids[0] or (f.start < mention.end and mention.start < f.end) for f in told):
                yield wrong_first_name(scene, mention, given, explainer)
