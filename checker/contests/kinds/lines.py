"""What the row of one player or side says: "had 20 points and ten rebounds", "12 points from Hall", "(20 points)".

Whose a figure is, its clause says; what it counts, its noun. Of another time, or of a part of the contest, nothing is
judged by the row, neither here nor later.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.couples import pairs_of
from checker.contests.ellipsis import before, ends_there, is_of_own, left_out
from checker.contests.figures import Figure, bare_figure, minutes
from checker.contests.sides import both_sides, owner_beside
from checker.contests.stretch import another_day, said_of
from checker.contests.words import is_margin
from checker.factbase.model import Amount
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_FROM = 4
"""How many words may stand between a figure and whom it came from ("12 points off the bench from Hall")."""
_WHOLE = 8
"""How many words before the figure of a side the verb may stand that says what one of it made of it."""
_LOST = "turnovers"
_VERB = 3
"""How many words before a figure its verb may stand."""
_SCORED = ("points", "goals")
_DIGITS = 2
_BEYOND = 3
"""How many times the figure of the row a figure may be, and still be a slip."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None or not contest.id:
        return
    for figure in (*telling.figures(scene), *minutes(scene), *_behind_names(telling, scene)):
        amount = figure.value.role == "amount" or is_of_own(telling, scene, figure)
        if telling.free(figure) and amount and figure.value.hedge == "exact":
            yield from _judged(telling, scene, contest, figure)


def _judged(telling: Telling, scene: Scene, contest: Contest, figure: Figure) -> Iterator[Finding]:
    readings = [(prop, telling.of_all(contest, prop)) for prop in _counted(telling, scene, contest, figure)]
    readings = [(prop, lines) for prop, lines in readings if lines]
    if not readings:
        return
    holders = _holders(telling, scene, figure, readings[0][1])
    if not holders:
        return
    if any(telling.is_with_side(scene, m) for m in holders):
        telling.silence((figure,))
        return
    if any(m.start in telling.wrong_names for m in holders) or len({m.ids[0] for m in holders}) < len(holders):
        return
    near = scene.sentence.tokens[max(0, figure.first - _VERB) : figure.first]
    against = scene.sentence.tokens[figure.first - 1].norm in telling.words.against
    if against and any(i in contest.sides for m in holders for i in m.ids):
        holders = _opposed(telling, scene, contest, figure, holders)
        if not holders:
            telling.silence((figure,))  # "46 rebounds against 39"
            return
    if readings[0][0] == _LOST and any(True for _ in phrases_in(near, telling.words.forced)):
        holders = _forced(contest, holders)
    elif len(holders) > 1 and set(contest.sides) != {m.ids[0] for m in holders}:
        holders = _shared(telling, scene, figure, holders)
    known = [(lines, m) for _, lines in readings for m in holders if m.ids[0] in lines]
    if not known or any(_of_less(telling, scene, figure, lines[m.ids[0]]) for lines, m in known):
        telling.silence((figure,))
        return
    wrong = [(lines[m.ids[0]], m) for lines, m in known if _number(lines[m.ids[0]]) != figure.number]
    right = [(lines[m.ids[0]], m) for lines, m in known if _number(lines[m.ids[0]]) == figure.number]
    agrees = right and (len(readings) > 1 or not wrong)
    line, holder = right[0] if agrees else wrong[0]
    if agrees or figure.number <= _BEYOND * max(_number(line), _BEYOND):
        yield telling.judged(scene, figure, line, (Part("subject", holder.text, holder.start, holder.end),))


def _opposed(
    telling: Telling, scene: Scene, contest: Contest, figure: Figure, holders: Sequence[EntityMention]
) -> Sequence[EntityMention]:
    """Return the other side, where the figure before "against" is that of the one that the words speak of."""
    if any(m.first > figure.last for m in holders):
        return holders  # "tegen 39 voor de Reds"
    prop = before(telling, scene, figure)
    side = next((i for m in holders for i in m.ids if i in contest.sides), None)
    own = telling.line(contest, side, prop) if side is not None and prop is not None else None
    earlier = [f.number for f in telling.figures(scene) if f.first < figure.first]
    if side is None or own is None or not earlier or earlier[-1] != _number(own):
        return ()
    return [replace(holders[0], ids=(contest.other(side),))]


def _counted(telling: Telling, scene: Scene, contest: Contest, figure: Figure) -> list[str]:
    """Return what a figure can count; of two with one noun the first may be points ("23 and nine boards")."""
    if figure.value.type == "duration":
        return ["minutes"]
    shared_noun = left_out(telling, scene, contest, figure)
    against = figure.first > 0 and scene.sentence.tokens[figure.first - 1].norm in telling.words.against
    if shared_noun is None and against and not telling.counted(figure, scene):
        shared_noun = before(telling, scene, figure)
    if shared_noun is not None:
        return [shared_noun]
    counted = telling.made_or_tried(figure, scene, telling.counted(figure, scene))
    if not counted and owner_beside(telling, scene, contest, figure.first) is not None:
        near = scene.sentence.tokens[max(0, figure.first - _WHOLE) : figure.first]
        made = set(telling.counted(figure, scene)) & set(pairs_of(telling.base))
        counted = (
            [*made] if any(True for _ in phrases_in(near, telling.words.went_in)) else []
        )  # "hit 4 of the Reds' 9"
    if not counted and _is_scored(telling, scene, figure):
        counted = [p for p in _SCORED if telling.base.by_property.get(p)][:1]
    if len(counted) != 1:
        return []
    later = (f for f in telling.figures(scene) if f.start > figure.start)
    shared = any(f.start < (figure.value.noun_start or 0) for f in later)
    return [*counted, *(p for p in _SCORED if p not in counted)] if shared else counted


def _is_scored(telling: Telling, scene: Scene, figure: Figure) -> bool:
    """Whether a bare figure is what somebody scored: "Hall scored 18, Price 17", "Hall (18 points), Price (17)"."""
    tokens, words = scene.sentence.tokens, telling.words
    after = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    rules = telling.evidence.rules
    ends = after is None or after.norm in rules.purposes or ends_there(telling, scene, figure)
    if figure.value.noun is not None or not figure.first or not ends or (after is not None and after.text in "-–/:%"):
        return False
    scored = max((last for _, last in phrases_in(tokens[: figure.first], words.scored)), default=None)
    if scored == figure.first - 1:
        return True
    people = [m for m in telling.named(scene, last=figure.first) if telling.person(m) is not None]
    bracketed = tokens[figure.first - 1].text == "("
    if not any(m.last == figure.first - 1 - bracketed for m in people):
        return False
    figures = [f for f in telling.figures(scene) if f.first < figure.first]
    kin = [f for f in figures if set(telling.counted(f, scene)) & {*_SCORED}]
    if bracketed:
        return any(tokens[f.first - 1].text == "(" for f in kin)
    if not kin and scored is None:
        return False
    # "Hall had 18 points, Price 17": nothing but names and figures stands between.
    begin = kin[-1].last + 1 if kin else scored or 0
    inside = {i for m in people for i in range(m.first, m.last + 1)} | {f.first for f in figures}
    inside |= {f.first for f in _behind_names(telling, scene)}
    small = frozenset((",", *rules.coordinators))
    noun = begin if kin else -1
    between = [t for t in tokens[begin + (not kin) : figure.first] if t.index != noun]
    return all(t.index in inside or t.norm in small for t in between)


def _behind_names(telling: Telling, scene: Scene) -> Iterator[Figure]:
    """Yield the bare numbers right behind the names of people, which are read as parts of these otherwise."""
    tokens = scene.sentence.tokens
    known = {f.first for f in telling.figures(scene)}
    contest = telling.evidence.occasions.of(scene)
    for mention in telling.named(scene):
        index = mention.last + 1
        marked = index < len(tokens) and tokens[index].text in ("'s", "’s", "'", "’")
        if index < len(tokens) and (tokens[index].text == "(" or marked):
            index += 1
        if index in known or index >= len(tokens) or not tokens[index].text.isdecimal():
            continue
        owned = marked and contest is not None and owner_beside(telling, scene, contest, index) is not None
        if (owned or telling.person(mention) is not None) and len(tokens[index].text) <= _DIGITS:
            yield bare_figure(scene, index)


def _holders(telling: Telling, scene: Scene, figure: Figure, known: Mapping[str, Statement]) -> Sequence[EntityMention]:
    """Return the mentions of whose a figure is: in front of a bracket, behind "from", else whom its clause speaks of.

    Several are named together ("Hall and Price had eleven each").
    """
    tokens = scene.sentence.tokens
    opened = next((i for i in range(figure.first - 1, -1, -1) if tokens[i].text in "()"), None)
    if opened is not None and tokens[opened].text == "(":
        own = [m for m in telling.named(scene) if m.last == opened - 1]
        return own if own and len(own[0].ids) == 1 else ()
    contest = telling.evidence.occasions.of(scene)
    owner = owner_beside(telling, scene, contest, figure.first) if contest is not None else None
    if owner is not None:
        return (owner,)
    giver = _giver(telling, scene, figure)
    holder = giver or telling.holder(scene, figure.first, known)
    if holder is None or (holder.ids and not telling.human(holder.ids[0])):
        holder = _side_behind(telling, scene, figure) or holder
    if (holder is None or not holder.ids) and contest is not None:
        return both_sides(scene, contest, figure.first, telling.words)
    if holder is None or not holder.ids or (len(holder.ids) > 1 and holder.how != "pronoun"):
        return ()
    group = next((g for g in telling.evidence.groups(scene) if holder in g.mentions), None)
    joined = [m for m in group.mentions if len(m.ids) == 1] if group is not None and giver is None else []
    joined = [m for m in joined if telling.person(m) is not None]
    return joined if len(joined) > 1 else (holder,)


def _shared(
    telling: Telling, scene: Scene, figure: Figure, holders: Sequence[EntityMention]
) -> Sequence[EntityMention]:
    """Return those of several whose a figure is: all ("apiece"), or the one in its place of a list as long."""
    words = telling.words
    tokens = scene.sentence.tokens
    near = tokens[holders[-1].last + 1 : figure.last + 6]
    if any(True for _ in phrases_in(near, words.apiece)):
        return holders
    own = [f for f in telling.figures(scene) if f.value.noun_start == figure.value.noun_start]
    if len(own) == len(holders):
        return (holders[own.index(figure)],)
    return ()


def _forced(contest: Contest, holders: Sequence[EntityMention]) -> Sequence[EntityMention]:
    """Return the side that lost the ball to the one that forced it to, if that one is a side."""
    sides = [i for holder in holders for i in holder.ids if i in contest.sides]
    return [replace(holders[0], ids=(contest.other(sides[0]),))] if len(sides) == 1 else ()


def _giver(telling: Telling, scene: Scene, figure: Figure) -> EntityMention | None:
    tokens = scene.sentence.tokens
    for mention in telling.named(scene, first=figure.last + 1, last=figure.last + 2 + _FROM):
        if tokens[mention.first - 1].norm in telling.words.givers and telling.person(mention) is not None:
            return mention
    return None


def _side_behind(telling: Telling, scene: Scene, figure: Figure) -> EntityMention | None:
    """Return the side that a figure is said to be for ("43 rebounds for the Lions, 42 for the Bears")."""
    tokens = scene.sentence.tokens
    contest = telling.evidence.occasions.of(scene)
    noun = next((t.index for t in tokens if t.start == figure.value.noun_start), figure.last)
    last = max(figure.last, noun if noun <= figure.last + 2 else figure.last)
    if contest is None or last + 1 >= len(tokens) or tokens[last + 1].norm not in telling.words.of_side:
        return None
    sides = [m for m in telling.named(scene, first=last + 2, last=last + 2 + _FROM) if m.ids[0] in contest.sides]
    return (
        sides[0]
        if sides and all(t.norm in telling.evidence.articles for t in tokens[last + 2 : sides[0].first])
        else None
    )


def _of_less(telling: Telling, scene: Scene, figure: Figure, line: Statement) -> bool:
    """Whether the words of its clause say that a figure is of more or less than what the row is of."""
    words = telling.words
    phrases = (*words.other_time, *words.part_time, *words.together)
    if not telling.human(line.subject):
        phrases = (*phrases, *words.part_side)
    taken = {i for v in scene.values for i in range(v.first, v.last + 1) if v.value.type == "count"}
    taken |= {i for a, b in phrases_in(scene.sentence.tokens, words.half_as) for i in range(a, b + 1)}
    spans = phrases_in(scene.sentence.tokens[: figure.first], words.best_yet)
    if is_margin(words, scene.sentence.tokens, figure.first):
        return True
    taken |= {i for first, last in spans if last == figure.first - 1 for i in range(first, last + 1)}
    low, high = _own_words(telling, scene, figure)
    tokens = [t for t in said_of(telling.evidence, scene, figure.first, figure.last) if t.index not in taken]
    tokens = [t for t in tokens if low <= t.index < high]
    contest = telling.evidence.occasions.of(scene)
    after = scene.sentence.tokens[figure.last + 1 : figure.last + 3]
    if figure.value.type == "duration" and any(True for _ in phrases_in(after, (*words.passing, *words.time_left))):
        return True  # "with 3 minutes left"
    if another_day(tokens, contest.day if contest is not None else None, words.day_parts):
        return True
    return any(True for _ in phrases_in(tokens, phrases)) or telling.evidence.occasions.partial(line, figure.value)


def _own_words(telling: Telling, scene: Scene, figure: Figure) -> tuple[int, int]:
    """Return between which tokens words can be said of a figure, and not of a part of it.

    "Poured in 13 in the fourth on his way to 32 points", "32 points, 13 of them after the break".
    """
    tokens, words = scene.sentence.tokens, telling.words
    ways = phrases_in(tokens[: figure.first], words.en_route)
    low = next((start for start, last in ways if last + 1 == figure.first), 0)
    for later in telling.figures(scene):
        before = [t.norm for t in tokens[later.first - 2 : later.first]]
        behind = tokens[later.last + 1 : later.last + 3]
        part = any(start == 0 for start, _ in phrases_in(behind, words.of_them))
        if later.first > figure.last and (part or any(w in words.of_them for w in before)):
            return low, later.first - 1
    return low, len(tokens)


def _number(statement: Statement) -> int:
    return int(statement.value.low or 0) if isinstance(statement.value, Amount) else -1


kind = Kind(find=_find, rank=20)
