"""An event that is yet to come in one sentence, and whose result stands in another: "will be run on 7 May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.checks import Check
from checker.comparing import read_period
from checker.figures.patterns import words_of
from checker.report import Finding, Part, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding as Found

_TELLING = 6
"""Letters from which on a shared word tells that two sentences are about one event."""
_Said = tuple["Scene", "ValueMention"]


def _phrases(scene: Scene) -> str:
    return f" {' '.join(token.norm for token in scene.sentence.tokens)} "


def _says(text: str, phrases: frozenset[str]) -> bool:
    return any(f" {phrase} " in text for phrase in phrases)


def _same_event(one: Scene, other: Scene) -> bool:
    """Whether two sentences share a name, or a long word that is no date."""
    dated = {i for scene in (one, other) for m in scene.values for i in range(m.first, m.last + 1)}
    words = [
        {t.stem for t in scene.sentence.tokens if len(t.norm) >= _TELLING and t.text.isalpha() and t.index not in dated}
        for scene in (one, other)
    ]
    names = [{fold(m.text) for m in scene.entities if m.explicit or m.how == "unknown"} for scene in (one, other)]
    return bool(names[0] & names[1] or words[0] & words[1])


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Found]:
    del document, base
    language = explainer.language
    coming: dict[date, list[_Said]] = {}
    reported: dict[date, list[_Said]] = {}
    for scene in scenes:
        text = _phrases(scene)
        future, result = _says(text, words_of(language, "coming")), _says(text, words_of(language, "result"))
        if future == result:
            continue
        for mention in scene.values:
            period = read_period(mention.value.date) if mention.value.type == "date" else None
            if period is not None and period.first == period.last:
                (coming if future else reported).setdefault(period.first, []).append((scene, mention))
    for day, said in sorted(coming.items()):
        for scene, mention in said:
            told = [(s, m) for s, m in reported.get(day, ()) if _same_event(scene, s)]
            if told:
                yield _finding(scene, mention, told[0], explainer)


def _finding(scene: Scene, mention: ValueMention, told: _Said, explainer: Explainer) -> Finding:
    where = told[0].sentence
    other = " ".join(explainer.text[where.start : where.end].split())
    return Finding(
        verdict=Verdict.INCONSISTENT,
        check="coming",
        start=mention.start,
        end=mention.end,
        text=mention.value.text,
        sentence=explainer.sentence(scene),
        explanation=explainer.say("coming", claimed=mention.value.text, others=f"“{other}”"),
        claimed=mention.value.text,
        related=(Part("related", told[1].value.text, told[1].start, told[1].end),),
        confidence=0.7,
    )


check = Check(
    run=_run,
    finds={
        "nl": "Een gebeurtenis die nog moet komen en waarvan de uitslag al in de tekst staat.",
        "en": "An event that is yet to come and whose result the text already reports.",
    },
)
