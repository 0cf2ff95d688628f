"""What went in of what was tried: "8-of-16 from the field", "missed one of his ten shots", "benutte alle zes"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.couples import couples, pairs_of
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding, Part

_REACH = 6
"""How many words before and behind two figures may say what was tried."""
_PARTICULAR = ("three_pointers_made", "free_throws_made")
"""Kinds of shots that are meant where both they and shots are named."""
_MISSED = 3
"""How many words may stand between "missed" and the figure."""
_WHOLE = 4
"""How many words may stand between "all six" and what was tried."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """So many went in (or did not: `missed`) of so many; "all six" is one figure that says both."""

    made: Figure
    tried: Figure
    missed: bool

    def went_in(self) -> int:
        """Return how many went in by what the text says."""
        return self.tried.number - self.made.number if self.missed else self.made.number


def tries(telling: Telling, scene: Scene) -> Iterator[_Claim]:
    """Yield every claim of how many went in (or did not) of how many."""
    figures = telling.figures(scene)
    tokens = scene.sentence.tokens
    paired: set[int] = set()
    for made, tried in couples(figures, scene, telling.words):
        paired.update((made.start, tried.start))
        yield _Claim(made, tried, _missed(telling, scene, made))
    for figure in figures:
        before = tokens[max(0, figure.first - 1) : figure.first]
        if figure.start not in paired and any(t.norm in telling.words.every for t in before):
            behind = [t.norm for t in tokens[figure.last + 1 : figure.last + 1 + _WHOLE]]
            if any(word in telling.words.small for word in behind):
                yield _Claim(figure, figure, _missed(telling, scene, figure))


def _missed(telling: Telling, scene: Scene, made: Figure) -> bool:
    near = scene.sentence.tokens[max(0, made.first - _MISSED - 1) : made.first]
    return any(True for _ in phrases_in(near, telling.words.missed))


def _missed_before(telling: Telling, scene: Scene, made: Figure) -> bool:
    return any(True for _ in phrases_in(scene.sentence.tokens[: made.first], telling.words.missed))


def signalled(telling: Telling, scene: Scene, claim: _Claim, pairs: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return what the words behind and before two figures say was tried, of each side the nearest and longest name."""
    made, tried = claim.made, claim.tried
    figures = telling.figures(scene)
    after = min(
        (f.first for f in figures if f.first > tried.last and telling.free(f)), default=len(scene.sentence.tokens)
    )
    before = max((f.last for f in figures if f.last < made.first), default=-1)
    behind: list[tuple[int, int, str]] = []
    ahead: list[tuple[int, int, str]] = []
    there: list[tuple[int, int, str]] = []
    for part, whole in pairs.items():
        for cue in (*scene.cues.get(part, ()), *scene.cues.get(whole, ())):
            if cue.weight < 0.8 or any(cue.first == cue.last == f.first for f in figures):
                continue  # "three" as a figure names no kind of shot
            size = cue.first - cue.last
            if before < cue.first and cue.last < made.first and _there(telling, scene, cue.last):
                there.append((made.first - cue.last, size, part))
            if tried.last <= cue.first <= tried.last + _REACH and cue.first < after:
                behind.append((cue.first, size, part))
            elif made.first - _REACH <= cue.last < made.first and cue.first > before:
                ahead.append((made.first - cue.last, size, part))
            elif made.last <= cue.first <= tried.first:
                behind.append((cue.first, size, part))
    named = [item for item in behind if item[2] in _PARTICULAR]
    return _nearest(named or there or behind), _nearest(ahead)  # "nine of his attempts from beyond the arc"


def _there(telling: Telling, scene: Scene, last: int) -> bool:
    """Whether the words behind a place go on about it ("struggled at the line, where they made 12 of 22")."""
    behind = [t.norm for t in scene.sentence.tokens[last + 1 : last + 3]]
    return len(behind) > 1 and behind[0] == "," and behind[1] in telling.words.there


def _as_before(
    telling: Telling, scene: Scene, claim: _Claim, subject: str, pairs: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """Return what the words say of the two figures before, where `subject` has the same right behind them.

    "They made 26 of 29 at the line, while the Reds managed just 15 of 21."
    """
    earlier = [c for c in tries(telling, scene) if c.tried.last < claim.made.first]
    between = telling.named(scene, first=earlier[-1].tried.last, last=claim.made.first) if earlier else ()
    again = any(subject in m.ids for m in between)
    return signalled(telling, scene, earlier[-1], pairs) if again else ([], [])


def _nearest(found: Sequence[tuple[int, int, str]]) -> list[str]:
    # "three-point attempts" are told from "attempts": the longest name at the nearest place.
    nearest = min((place for place, _, _ in found), default=0)
    longest = min((size for place, size, _ in found if place == nearest), default=0)
    return list(dict.fromkeys(part for place, size, part in found if place == nearest and size == longest))


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    pairs = pairs_of(telling.base)
    if contest is None or not pairs:
        return
    for claim in tries(telling, scene):
        if telling.free(claim.made) and telling.free(claim.tried):
            yield from _judged(telling, scene, contest, claim, pairs)


def _judged(
    telling: Telling, scene: Scene, contest: Contest, claim: _Claim, pairs: Mapping[str, str]
) -> Iterator[Finding]:
    made, tried = claim.made, claim.tried
    if any(t.norm in telling.words.began for t in scene.sentence.tokens[max(0, made.first - 2) : made.first]):
        telling.silence((made, tried))  # "started 6-of-21 from the field"
        return
    lines: dict[str, dict[str, tuple[Statement, Statement]]] = {}
    for part, whole in pairs.items():
        for holder, went_in in telling.of_all(contest, part).items():
            all_of = telling.line(contest, holder, whole)
            if all_of is not None:
                lines.setdefault(holder, {})[part] = (went_in, all_of)
    meant = telling.subject(scene, made.first, tried.last, [next(iter(own.values()))[0] for own in lines.values()])
    if meant is None or _is_record(telling, scene, contest, made):
        return
    subject = meant[0].subject
    segment = (max(0, made.first - 12), min(len(scene.sentence.tokens) - 1, tried.last + 8))
    named = (m for m in telling.named(scene) if m.start == meant[1].start)
    together = any(telling.is_with_side(scene, m) for m in named) or _of_side(telling, scene, contest, claim, meant)
    if together or telling.evidence.occasions.of_less(subject, scene, segment):
        telling.silence((made, tried))
        return
    told_by = signalled(telling, scene, claim, pairs)
    told_by = told_by if any(told_by) else _as_before(telling, scene, claim, subject, pairs)
    if not claim.missed and _missed_before(telling, scene, made):
        # "missed 12 of his 22 shots, Venn five of nine": the verb is left out.
        other = replace(claim, missed=True)
        told = _meant(other, lines[subject], told_by)
        claim = other if told is not None and _number(told[0]) == other.went_in() else claim
    pair = _meant(claim, lines[subject], told_by)
    if pair is None:
        if claim.missed:
            telling.silence((made, tried))
        return
    yield from _compared(telling, scene, claim, pair, meant[1])


def _is_record(telling: Telling, scene: Scene, contest: Contest, made: Figure) -> bool:
    """Whether figures stand in brackets right behind a side: what it has won and lost ("the Reds (14-5)")."""
    if made.first < 1 or scene.sentence.tokens[made.first - 1].text != "(":
        return False
    return any(m.last == made.first - 2 and m.ids[0] in contest.sides for m in telling.named(scene))


def _of_side(telling: Telling, scene: Scene, contest: Contest, claim: _Claim, meant: tuple[Statement, Part]) -> bool:
    """Whether a side stands between somebody and the figures ("Price was perfect, and the Reds made 17 of 21")."""
    person, part = meant
    sides = [m for m in telling.named(scene, last=claim.made.first) if set(m.ids) & set(contest.sides)]
    between = any(m.start >= part.end for m in sides)
    own = {_number(s) for s in telling.lines(contest) if s.subject == person.subject}
    between = between and not own & {claim.made.number, claim.tried.number}
    return telling.human(person.subject) and between and not any(m.ids[0] == person.subject for m in sides)


def _meant(
    claim: _Claim, own: Mapping[str, tuple[Statement, Statement]], signalled: tuple[list[str], list[str]]
) -> tuple[Statement, Statement] | None:
    """Return the pair that is meant: one that fits in full, else what the words say; None where they leave it open."""
    said = (claim.went_in(), claim.tried.number)
    behind, ahead = ([own[part] for part in parts if part in own] for parts in signalled)
    told = [*behind, *ahead]
    exact = [pair for pair in (*told, *own.values()) if (_number(pair[0]), _number(pair[1])) == said]
    if exact:
        return exact[0]
    near = [p for p in told if _number(p[0]) == said[0] or _number(p[1]) == said[1]]
    if behind and ahead and near and behind != ahead:
        return near[0] if len(near) == 1 else None
    chosen = behind or ahead or [pair for pair in own.values() if _number(pair[1])]
    return chosen[0] if len(chosen) == 1 else None


def _compared(
    telling: Telling, scene: Scene, claim: _Claim, pair: tuple[Statement, Statement], part: Part
) -> Iterator[Finding]:
    went_in, all_of = pair
    made, tried = claim.made, claim.tried
    if made is tried:
        whole = _number(all_of)
        right = made.number == whole and _number(went_in) == (0 if claim.missed else whole)
        yield telling.judged(scene, made, all_of if right or made.number != whole else went_in, (part,))
        return
    if not claim.missed:
        yield telling.judged(scene, made, went_in, (part,))
        yield telling.judged(scene, tried, all_of, (part,))
        return
    left = _number(all_of) - _number(went_in)
    right = made.number == left
    repair = None if right else telling.reworded(made.value, left)
    span = (made.start, made.end)
    yield telling.finding(
        scene,
        went_in,
        span,
        right=right,
        expected=str(left),
        repair=repair,
        key=None if right else "missed",
        parts=(part,),
        also=(all_of,),
    )
    yield telling.judged(scene, tried, all_of, (part,))


def _number(statement: Statement) -> int:
    value = statement.value
    return int(value.low or 0) if isinstance(value, Amount) else -1


kind = Kind(find=_find, rank=1)
