"""What is left over: "two of the five ... the other four"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.checks import Check
from checker.checks._figures import figure_finding
from checker.figures.amounts import far, like
from checker.figures.flow import FIGURE, flows
from checker.figures.patterns import find, words_of
from checker.lemmas import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.amounts import Figure
    from checker.figures.flow import Flow
    from checker.mentions import Scene
    from checker.report import Finding


def _leaves(whole: Figure, parts: tuple[Figure, ...], rest: Figure) -> bool:
    """Whether a rest is what the parts leave of a whole."""
    left = whole.number - sum((p.number for p in parts), Decimal(0))
    return not far(rest.number, left, (whole, *parts, rest))


def _any_leaves(near: Sequence[Figure], rest: Figure) -> bool:
    for whole in near:
        smaller = [f for f in near if f is not whole and f.number < whole.number]
        for index, part in enumerate(smaller):
            if _leaves(whole, (part,), rest):
                return True
            if any(_leaves(whole, (part, other), rest) for other in smaller[index + 1 :]):
                return True
    return False


def _bare(figure: Figure, language: str) -> bool:
    """Whether a figure names no thing of its own: what follows it is a verb, or nothing."""
    noun = figure.value.noun
    return noun is None or is_verb(noun, language)


def _same_thing(rest: Figure, others: Sequence[Figure], language: str) -> bool:
    """Whether a rest can be one of these things: it names no thing of its own, or the same."""
    noun = rest.value.noun
    if rest.kind[0] != "count" or noun is None or _bare(rest, language):
        return True
    return stem(noun, language) in {stem(f.value.noun, language) for f in others if f.value.noun}


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document, base
    language = explainer.language
    strong = words_of(language, "remaining")
    for flow in flows(scenes):
        wholes = _wholes(flow, language)
        seen: set[int] = set()
        for hit in find(flow, language, "rest"):
            rest = flow.figure(hit.kept["R"])
            if rest.value.start in seen or rest.loose or rest.fraction or rest.value.role == "multiple":
                continue
            seen.add(rest.value.start)
            before = [f for f in flow.near(rest, back=2) if f.value.start < rest.value.start]
            unit = next((f for f in reversed(before) if f.kind[0] == "money"), None)
            rest = like(rest, unit) if unit is not None and _bare(rest, language) else rest
            near = [like(f, rest) for f in before]
            near = [f for f in near if f.kind == rest.kind and not f.fraction]
            told = [(t, x) for t, x in wholes if 0 <= rest.scene.index - t.scene.index <= 2]
            told = [(like(t, rest), like(x, rest)) for t, x in told if x.value.start < rest.value.start]
            told = [(t, x) for t, x in told if t.kind == x.kind == rest.kind and t.number > x.number]
            latest = max((min(t.value.start, x.value.start) for t, x in told), default=0)
            near = [f for f in near if f.value.start >= latest]
            if len(near) > 12 or _any_leaves(near, rest):
                continue
            if not told and len(near) == 2 and hit.kept.get("rest") in strong | words_of(language, "rest"):
                sure = rest.kind[0] != "count" or hit.kept["rest"] in strong
                told = [(near[0], near[1])] if sure and near[0].number > near[1].number else []
            if told and _one_more(flow, told[-1], rest, language):
                continue
            if told and _same_thing(rest, [f for pair in told for f in pair], language):
                whole, part = told[-1]
                yield figure_finding(
                    "rest",
                    rest,
                    explainer,
                    key="rest",
                    related=(whole, part),
                    expected=whole.number - part.number,
                )


def _one_more(flow: Flow, told: tuple[Figure, Figure], rest: Figure, language: str) -> bool:
    """Whether a single one is named on the way to the rest, which is no figure ("and one is ready")."""
    characters = {f.value.start: position for position, f in enumerate(flow.figures)}
    begin = max(characters.get(f.value.start, 0) for f in told)
    end = characters.get(rest.value.start, 0)
    between = flow.text[flow.text.find(chr(FIGURE + begin)) : flow.text.find(chr(FIGURE + end))]
    return any(f" {phrase} " in between for phrase in words_of(language, "one"))


def _wholes(flow: Flow, language: str) -> list[tuple[Figure, Figure]]:
    """Return (whole, part) wherever a text takes a part of a number of things."""
    found = []
    for hit in find(flow, language, "part"):
        whole, part = flow.figure(hit.kept["T"]), flow.figure(hit.kept["X"])
        if not (part.fraction or whole.fraction or part.share is not None):
            found.append((whole, part))
    return found


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A rest that is not what is left over.",
        "nl": "Een rest die niet is wat er overblijft.",
    },
)
