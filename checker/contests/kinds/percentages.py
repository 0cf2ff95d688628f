"""How much of what was tried went in: "shot 48 percent", "held to 42 percent", "against 52 percent for the Reds"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.sides import named_sides, owner_beside
from checker.contests.stretch import another_day, clause, said_of
from checker.factbase.model import Amount
from checker.properties import built_in
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

_SHARES = {
    "three_point_percentage": ("three_pointers_made", "three_pointers_attempted"),
    "free_throw_percentage": ("free_throws_made", "free_throws_attempted"),
    "field_goal_percentage": ("field_goals_made", "field_goals_attempted"),
}
_ALL = "field_goal_percentage"
_FOR = 4
"""How many words behind a share may say whose it is ("52 percent for the Reds")."""
_LENIENT = Decimal("0.6")
"""How far a written share may be from the base's, whose own figures may be cut off or rounded."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.id:
        return
    told: str | None = None
    for mention in scene.values:
        value = mention.value
        if value.type != "percent" or value.number is None or value.number_to is not None:
            continue
        compared = (
            _compared(telling, scene, mention) or owner_beside(telling, scene, contest, mention.first) is not None
        )
        named = _named(telling, scene, mention) or (told if compared else None)
        told = named
        if named is None or value.hedge != "exact" or not telling.free_span(mention.start, mention.end):
            continue
        line, part = _line(telling, scene, contest, mention, named)
        if line is None and part is not None:
            telling.silence_span(mention.start, mention.end)  # of somebody whose share the base does not know
        if line is None or not isinstance(line.value, Amount) or line.value.low is None:
            continue
        tokens = said_of(telling.evidence, scene, mention.first, mention.last)
        less = (*telling.words.other_time, *telling.words.part_time, *telling.words.part_side)
        another = another_day(tokens, contest.day, telling.words.day_parts)
        if another or any(True for _ in phrases_in(tokens, less)):
            telling.silence_span(mention.start, mention.end)
            continue
        number = line.value.low
        right = abs(number - value.number) <= _LENIENT
        repair = None if right else telling.reworded(value, int(number.to_integral_value()))
        span = (mention.start, mention.end)
        yield telling.finding(scene, line, span, right=right, repair=repair, parts=(part,) if part else ())


def _named(telling: Telling, scene: Scene, mention: ValueMention) -> str | None:
    """Return the share that the words of its clause name: the nearest behind it, else in front of it."""
    low, high = clause(telling.evidence, scene, mention.first, mention.last)
    others = [v for v in scene.values if v.value.type == "percent" and v is not mention]
    high = min([high, *(v.first for v in others if v.first > mention.last)])
    low = max([low, *(v.last + 1 for v in others if v.last < mention.first)])
    found: list[tuple[bool, int, str]] = []
    for share, (made, _) in _SHARES.items():
        for cue in (*scene.cues.get(share, ()), *scene.cues.get(made, ())):
            if cue.weight < 0.8 or not low <= cue.first < high or cue.first <= mention.first <= cue.last:
                continue
            ahead = cue.last < mention.first
            found.append((ahead, mention.first - cue.last if ahead else cue.first - mention.last, share))
    particular = [item for item in found if item[2] != _ALL]
    if found:
        return min(particular or found)[2]
    shot = any(True for _ in phrases_in(scene.sentence.tokens[low:high], telling.words.shot))
    return _ALL if shot else None


def _compared(telling: Telling, scene: Scene, mention: ValueMention) -> bool:
    """Whether a share is set against the one before it."""
    tokens = scene.sentence.tokens[max(0, mention.first - 3) : mention.first]
    return any(t.norm in telling.evidence.rules.comparisons for t in tokens)


def _line(
    telling: Telling, scene: Scene, contest: Contest, mention: ValueMention, share: str
) -> tuple[Statement | None, Part | None]:
    """Return the share of the one that it is said of, and who that is."""
    tokens = scene.sentence.tokens
    sides = list(named_sides(telling, scene, contest, phrased=True))
    behind = [s for s in sides if mention.last < s[0] <= mention.last + _FOR]
    held = [last for _, last in phrases_in(tokens[: mention.first], telling.words.held)]
    done_to = [s for s in sides if held and held[-1] < s[0] < mention.first]
    given = behind if any(t.norm in telling.words.of_side for t in tokens[mention.last + 1 : mention.last + 3]) else []
    for first, last, side, _ in (*given[:1], *done_to[-1:]):
        part = Part(
            "subject",
            telling.explainer.text[tokens[first].start : tokens[last].end],
            tokens[first].start,
            tokens[last].end,
        )
        return _share(telling, contest, side, share), part
    owner = owner_beside(telling, scene, contest, mention.first)
    if owner is not None:
        return _share(telling, contest, owner.ids[0], share), Part("subject", owner.text, owner.start, owner.end)
    if _compared(telling, scene, mention):
        return None, None
    known = {*contest.sides, *telling.of_all(contest, "points")}
    holder = telling.holder(scene, mention.first, known)
    if holder is None or not holder.ids:
        return None, None
    part = Part("subject", holder.text, holder.start, holder.end)
    return _share(telling, contest, holder.ids[0], share), part


def _share(telling: Telling, contest: Contest, holder: str, share: str) -> Statement | None:
    """Return the share that the base gives, or that of a side which follows from what went in and what was tried.

    A share of a player is as often one of the season ("a 41 percent shooter").
    """
    given = telling.line(contest, holder, share)
    made, tried = (telling.line(contest, holder, prop) for prop in _SHARES[share])
    known = built_in().get(share)
    if given is not None or holder not in contest.sides or made is None or tried is None or known is None:
        return given
    values = [line.value.low for line in (made, tried) if isinstance(line.value, Amount)]
    if len(values) != len((made, tried)) or values[0] is None or not values[1]:
        return None
    number = (100 * values[0] / values[1]).quantize(Decimal("0.1"))
    value = Amount(low=number, high=number, unit="percent", written=f"{number:f}")
    rows = tuple({tuple(row.items()): row for line in (made, tried) for row in line.rows}.values())
    return replace(made, id=f"{made.id}/{tried.id}", property=known, value=value, rows=rows, derived=True)


kind = Kind(find=_find, rank=13)
