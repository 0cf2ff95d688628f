"""All figures of a sentence are those of somebody else: then the name is wrong, once, and not each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.couples import pairs_of
from checker.contests.figures import minutes
from checker.contests.holder import told_of
from checker.contests.kinds.attempts import signalled, tries
from checker.factbase.model import Amount
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_LEAST = 2
"""How many figures must fit the other one, and how many must be wrong for the one who is named."""
_PAIR = 2
"""How many words may stand between two names that share their figures."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    words = telling.words
    people = [m for m in telling.named(scene) if len(m.ids) == 1 and telling.human(m.ids[0])]
    people = [m for m in people if m.how != "pronoun"]
    for place, mention in enumerate(people):
        if mention.how not in ("name", "part") or _possessor(scene, mention):
            continue
        if place and telling.in_phrase(scene, mention) and not told_of(scene, mention, words):
            continue  # "in place of Hall": what follows is said of the one before
        behind = people[place + 1 :]
        end = next((m.first for m in behind if m.ids != mention.ids), len(scene.sentence.tokens))
        end = next((t.index for t in scene.sentence.tokens[mention.last : end] if t.text == ";"), end)
        joined = any(0 < m.first - mention.last <= _PAIR or 0 < mention.first - m.last <= _PAIR for m in people)
        tokens = scene.sentence.tokens[mention.first : end]
        if joined or any(True for _ in phrases_in(tokens, (*words.other_time, *words.together))):
            continue
        figures = [f for f in (*telling.figures(scene), *minutes(scene)) if mention.last < f.first < end]
        yield from _judged(telling, scene, contest, mention, figures)


def _possessor(scene: Scene, mention: EntityMention) -> bool:
    """Whether a name only says whose something is that is no figure ("started in Hall's place")."""
    tokens = scene.sentence.tokens[mention.last + 1 : mention.last + 3]
    marks = ("'s", "’s", "'", "’")
    behind = tokens[1:] if tokens and tokens[0].text in marks else tokens
    possessive = mention.text.endswith(marks) or (bool(tokens) and tokens[0].text in marks)
    return possessive and not any(m.first == t.index for t in behind[:1] for m in scene.values)


def _said(telling: Telling, scene: Scene, contest: Contest, figures: list[Figure]) -> list[tuple[Figure, str, int]]:
    """Return each figure with the property that it is of by the words, and the number that this property must have."""
    starts = {f.start for f in figures}
    found: list[tuple[Figure, str, int]] = []
    pairs = pairs_of(telling.base)
    for claim in tries(telling, scene):
        behind, ahead = signalled(telling, scene, claim, pairs)
        told = [p for p in behind or ahead if telling.of_all(contest, p)]
        if claim.made.start not in starts or len(told) != 1:
            starts -= {claim.made.start, claim.tried.start}
            continue
        prop = told[0]
        found.append((claim.made, prop, claim.went_in()))
        if claim.tried is not claim.made:
            found.append((claim.tried, pairs[prop], claim.tried.number))
        starts -= {claim.made.start, claim.tried.start}
    for figure in figures:
        if figure.start in starts and figure.value.hedge == "exact" and figure.value.role == "amount":
            counted = ["minutes"] if figure.value.type == "duration" else telling.counted(figure, scene)
            props = [
                p
                for p in telling.made_or_tried(figure, scene, counted)
                if any(map(telling.human, telling.of_all(contest, p)))
            ]
            found.extend((figure, prop, figure.number) for prop in props[:1])
    return sorted(found, key=lambda item: item[0].start)


def _judged(
    telling: Telling, scene: Scene, contest: Contest, mention: EntityMention, figures: list[Figure]
) -> Iterator[Finding]:
    named = mention.ids[0]
    said = _said(telling, scene, contest, figures)
    wrong = [f for f, p, n in said if _number(telling.line(contest, named, p)) != n]
    others = {line.subject for _, p, _ in said for line in telling.of_all(contest, p).values()} - {named}
    if len(wrong) < _LEAST:
        return
    fitting = [
        o for o in others if telling.human(o) and all(_number(telling.line(contest, o, p)) == n for _, p, n in said)
    ]
    if len(fitting) != 1:
        return
    shown = show_entity(telling.base, fitting[0], telling.explainer.ui)
    fits = [(f, line) for f, p, _ in said if (line := telling.line(contest, fitting[0], p)) is not None]
    lines = [line for _, line in fits]
    yield telling.finding(
        scene,
        lines[0],
        (mention.start, mention.end),
        right=False,
        expected=shown,
        repair=shown,
        key="figures_of",
        value=", ".join(f"{f.number} {telling.explainer.label(line)}" for f, line in fits),
        also=tuple(lines[1:]),
    )
    telling.wrong_names.add(mention.start)
    telling.silence(figures)


def _number(statement: Statement | None) -> int:
    if statement is None or not isinstance(statement.value, Amount):
        return -1
    return int(statement.value.low or 0)


kind = Kind(find=_find, rank=0)
