"""Placeholders that were left in a text: "[datum]", "TK", "XX", "lorem ipsum"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.checks import Check
from checker.report import Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene

_WORDS = (
    r"datum|date|naam|name|plaats|place|aantal|number|bedrag|amount|titel|title|functie|invullen|in te vullen|fill in"
)
_PLACEHOLDER = re.compile(
    rf"\[(?:{_WORDS}|\.{{2,5}}|…|[xX]{{2,6}}|TK|TBD|TBC|n\.t\.b\.)\]|\b(?:TKTK|TBD|TBC|[Ll]orem ipsum)\b|"
    r"(?<![\w.-])(?:X{2,6}|x{3,6})(?= (?:procent|euro|percent|miljoen|million|jaar|years?|stuks|mensen|people)\b)"
)


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del base
    for scene in scenes:
        sentence = document.text[scene.sentence.start : scene.sentence.end]
        for match in _PLACEHOLDER.finditer(sentence):
            yield Finding(
                verdict=Verdict.INCONSISTENT,
                check="placeholder",
                start=scene.sentence.start + match.start(),
                end=scene.sentence.start + match.end(),
                text=match[0],
                sentence=sentence,
                explanation=explainer.say("placeholder", claimed=match[0]),
                claimed=match[0],
            )


check = Check(
    run=_run,
    finds={
        "nl": "In een tekst mag geen plaatshouder achterblijven, zoals [datum], TK of XX.",
        "en": "No placeholder such as [date], TK or XX may be left in a text.",
    },
)
