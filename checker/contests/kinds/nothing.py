"""What somebody did not do at all: "without a turnover", "failed to grab a rebound", "zonder balverlies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.couples import pairs_of
from checker.contests.nouns import named_by
from checker.contests.stretch import another_day, clause
from checker.factbase.model import Amount
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.mentions import Scene
    from checker.report import Finding

_NOUN = 4
"""How many words behind "without" the noun may stand ("without attempting a single free throw")."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.id:
        return
    tokens, words = scene.sentence.tokens, telling.words
    for first, last in phrases_in(tokens, words.nothing):
        said = _counted(telling, scene, first, last)
        if said is None:
            continue
        prop, noun = said
        holder = telling.holder(scene, first, telling.of_all(contest, prop))
        if holder is None or len(holder.ids) != 1 or telling.is_with_side(scene, holder):
            continue
        line = telling.line(contest, holder.ids[0], prop)
        low, high = clause(telling.evidence, scene, first, noun)
        around = tokens[low : max(high, noun + 4)]
        less = (*words.other_time, *words.part_time, *words.part_side, *words.when)
        if line is None or any(True for _ in phrases_in(around, less)):
            continue
        if another_day(around, contest.day, words.day_parts) or holder.start in telling.wrong_names:
            continue
        number = line.value.low if isinstance(line.value, Amount) else None
        span = (tokens[first].start, tokens[noun].end)
        if not number or not telling.free_span(*span):
            continue
        part = Part("subject", holder.text, holder.start, holder.end)
        yield telling.finding(
            scene, line, span, right=False, expected=str(int(number)), key="counted_rows", parts=(part,)
        )


def _counted(telling: Telling, scene: Scene, first: int, last: int) -> tuple[str, int] | None:
    """Return the property of the noun behind "without", with its token; None where another figure or name is there."""
    tokens = scene.sentence.tokens
    pairs = pairs_of(telling.base)
    near = tokens[first : last + _NOUN]
    if any(True for _ in phrases_in(near, telling.words.missed)):
        return None  # "without missing a free throw"
    tried = any(True for _ in phrases_in(near, telling.words.tried))
    if any(m.first > last and m.first <= last + _NOUN for m in telling.named(scene)):
        return None  # "without Hall, who ..."
    for token in tokens[last + 1 : last + 1 + _NOUN]:
        if not token.text[0].isalpha() and token.text not in "-3":
            return None
        found = named_by(telling, scene, token)
        if found:
            return (pairs.get(found, found) if tried else found), token.index
    return None


kind = Kind(find=_find, rank=7)
