"""What each side scored in a part of a contest, or up to the end of it, by what the base has of its parts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.words import since_moment
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.contests.claims import Telling
    from checker.contests.words import ContestWords
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene

ORDER = (
    ("quarter_1_points", "quarter_2_points", "quarter_3_points", "quarter_4_points"),
    ("half_1_points", "half_2_points"),
    ("period_1_goals", "period_2_goals", "period_3_goals"),
)
_HALF = {
    "half_1_points": ("quarter_1_points", "quarter_2_points"),
    "half_2_points": ("quarter_3_points", "quarter_4_points"),
}


def parts_named(words: ContestWords, tokens: Sequence[Token], low: int, high: int) -> Iterator[tuple[str, int, int]]:
    """Yield every part of a contest that the tokens from `low` to `high` (exclusive) name, with its tokens.

    "The second" alone is a part behind a preposition or a score ("in the second to", "a 33-22 second"), unless another
    noun follows ("in the second game").
    """
    for prop, names in words.spans.items():
        yield from ((prop, low + first, low + last) for first, last in phrases_in(tokens[low:high], names))
    for prop, names in words.short_spans.items():
        for index in range(low, high):
            before = [t.norm for t in tokens[max(0, index - 2) : index]]
            behind = tokens[index + 1].norm if index + 1 < len(tokens) else ""
            article = len(before) == 2 and before[1] in words.short_before and before[0] in words.short_prepositions
            score = bool(before) and before[-1].isdecimal()
            alone = not behind[:1].isalnum() or behind in words.short_behind
            if tokens[index].norm in names and alone and (article or score):
                yield prop, index, index


def part_scores(
    telling: Telling, contest: Contest, part: str, *, so_far: bool = False
) -> tuple[Statement, Statement] | None:
    """Return what the two sides scored in a part (`so_far`: up to its end); None where the base does not know it."""
    found = tuple(_side(telling, contest, side, part, so_far=so_far) for side in contest.sides)
    if found[0] is None or found[1] is None:
        return None
    return found[0], found[1]


def score_at(
    telling: Telling, contest: Contest, span: tuple[str, int, int], scene: Scene
) -> tuple[tuple[Statement, Statement] | None, bool]:
    """Return what the sides had in or at a part that a sentence names, and whether that is the score so far.

    `span` is the part with the tokens of its name: "after the third quarter", "into the fourth", "since the break".
    """
    part, start, end = span
    words = telling.words
    tokens = scene.sentence.tokens
    if since_moment(words, tokens, start, end):
        return part_scores(telling, contest, "half_2_points"), False
    before = [t.norm for t in tokens[max(0, start - 3) : start]]
    moment = any(True for _ in phrases_in(tokens[start : end + 1], words.moments))
    if not moment and any(word in words.entering for word in before):
        series = next((parts for parts in ORDER if part in parts), ())
        index = series.index(part) if series else 0
        return (part_scores(telling, contest, series[index - 1], so_far=True) if index else None), True
    so_far = moment or any(word in words.up_to for word in before[-2:])
    return part_scores(telling, contest, part, so_far=so_far), so_far


def _side(telling: Telling, contest: Contest, side: str, part: str, *, so_far: bool) -> Statement | None:
    series = next((parts for parts in ORDER if part in parts), (part,))
    wanted: Sequence[str] = series[: series.index(part) + 1] if so_far else (part,)
    own = [telling.line(contest, side, name) for name in wanted]
    if any(line is None for line in own) and part in _HALF:
        own = [telling.line(contest, side, name) for name in _HALF[part]]
    lines = [line for line in own if line is not None]
    if len(lines) < len(own) or not lines:
        return None
    return lines[0] if len(lines) == 1 else total(lines)


def total(lines: Sequence[Statement]) -> Statement:
    """Return the sum of several statements as one, with all their rows."""
    amounts = [line.value for line in lines if isinstance(line.value, Amount)]
    number = sum((amount.low or Decimal(0) for amount in amounts), start=Decimal(0))
    rows = tuple({tuple(row.items()): row for line in lines for row in line.rows}.values())
    value = Amount(low=number, high=number, unit=amounts[0].unit, written=f"{number:f}")
    name = "+".join(dict.fromkeys(line.id for line in lines))
    return replace(lines[0], id=name, value=value, rows=rows, derived=True)
