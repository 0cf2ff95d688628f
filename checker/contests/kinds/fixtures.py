"""What comes next: "host the Reds on Friday", "gaan maandag op bezoek bij", by the contests after the one told of.

Two of opponent, day and place must fit a contest that the base has; the third is then judged by it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.kinds.weekday import wrong_day
from checker.contests.stretch import weekdays_in
from checker.factbase.model import Reference
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.factbase.contests import Contest
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_AHEAD = 10
"""How many days after a contest a report speaks of the next one by its weekday alone."""
_OPENING = 1


@dataclass(frozen=True, slots=True)
class _Clause:
    """What one clause says of the next contest of a side."""

    side: str
    rival: EntityMention | None
    day: tuple[Token, int] | None
    site: tuple[int, int, bool] | None
    """The words that say that it is at home (or not), and which."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    del contest
    main = telling.evidence.occasions.main
    if main is None or main.day is None or not main.played or scene.index <= _OPENING:
        return
    words = telling.words
    tokens = scene.sentence.tokens
    past = (*words.beat, *words.lost, *words.meeting)
    if not any(True for _ in phrases_in(tokens, words.coming)) or any(True for _ in phrases_in(tokens, past)):
        return
    yield from _both(telling, scene, main)
    for clause in _clauses(telling, scene, main):
        yield from _judged(telling, scene, main, clause)


def _both(telling: Telling, scene: Scene, main: Contest) -> Iterator[Finding]:
    """Judge a day on which both sides play, by the next contest of each ("Both teams return to action on Saturday")."""
    assert main.day is not None
    tokens = scene.sentence.tokens
    days = weekdays_in(tokens, telling.words.day_parts)
    named = any(m.explicit for m in telling.named(scene))
    if named or len(days) != 1 or not any(t.norm in telling.words.both for t in tokens):
        return
    after = main.day.first
    coming = {
        side: [c for c in telling.base.contests if side in c.sides and c.day is not None and c.day.first > after]
        for side in main.sides
    }
    if not all(coming.values()):
        return
    first = [games[0] for games in coming.values()]
    near = all(game.day is not None and (game.day.first - after).days <= _AHEAD for game in first)
    if near and _weekday(first[0]) == _weekday(first[1]) != days[0][1] and first[0].day == first[1].day:
        yield wrong_day(telling, scene, first[0], days[0][0], main)


def _clauses(telling: Telling, scene: Scene, main: Contest) -> Iterator[_Clause]:
    """Yield what each clause says; a day that stands before the first side is that of all."""
    tokens = scene.sentence.tokens
    teams = {side for game in telling.base.contests for side in game.sides}
    cities = _cities(telling, teams)
    own = [
        replace(m, ids=(cities[m.ids[0]],)) if m.ids[0] in cities and not telling.in_phrase(scene, m) else m
        for m in telling.named(scene)
    ]
    named = [m for m in own if m.explicit and len(set(m.ids) & teams) == 1]
    subjects = [m for m in named if set(m.ids) & set(main.sides) and not _is_rival(telling, scene, m, named)]
    shared = _day_of_both(telling, scene)
    bounds = [*(m.first for m in subjects), len(tokens)]
    low = 0
    for place, mention in enumerate(subjects):
        high = _border(telling, tokens, mention.last + 1, bounds[place + 1])
        part = tokens[low:high]
        rivals = [m for m in named if low <= m.first < high and m is not mention and set(m.ids) - set(main.sides)]
        days = weekdays_in(part, telling.words.day_parts)
        if place == 0 and days and days[0][0].index < mention.first and len(subjects) > 1:
            shared = days[0]
        site = _site(telling, part, low)
        side = next(i for i in mention.ids if i in main.sides)
        if len(rivals) <= 1 and len(days) <= 1:
            yield _Clause(side, rivals[0] if rivals else None, days[0] if days else shared, site)
        low = high


def _cities(telling: Telling, teams: set[str]) -> dict[str, str]:
    """Return the team for which the name of its city stands, where the city has one."""
    found: dict[str, list[str]] = {}
    for team in teams:
        for statement in telling.base.facts_of(team, "city"):
            if isinstance(statement.value, Reference):
                found.setdefault(statement.value.id, []).append(team)
    return {city: own[0] for city, own in found.items() if len(own) == 1}


def _day_of_both(telling: Telling, scene: Scene) -> tuple[Token, int] | None:
    """Return the day that the sentence before gives for both sides ("Both teams return to action on Saturday.")."""
    previous = telling.scenes[scene.index - 1]
    tokens = previous.sentence.tokens
    days = weekdays_in(tokens, telling.words.day_parts)
    both = any(t.norm in telling.words.both for t in tokens) and not any(m.explicit for m in telling.named(previous))
    return days[0] if both and len(days) == 1 and previous.sentence.block == scene.sentence.block else None


def _is_rival(telling: Telling, scene: Scene, mention: EntityMention, named: Sequence[EntityMention]) -> bool:
    """Whether a name of a side stands as the opponent ("face the Reds"): a verb of playing right before it."""
    tokens = scene.sentence.tokens
    near = tokens[max(0, mention.first - 3) : mention.first]
    first = named.index(mention) == 0
    return not first and any(True for _ in phrases_in(near, telling.words.playing))


def _border(telling: Telling, tokens: Sequence[Token], low: int, high: int) -> int:
    """Return where a clause ends: at what joins it to the next one, which begins right before its subject."""
    if high >= len(tokens):
        return high
    openers = (*telling.evidence.rules.coordinators, *telling.evidence.rules.clause_openers, ";", ",")
    return next((i for i in range(high - 1, low, -1) if tokens[i].norm in openers), high)


def _site(telling: Telling, part: Sequence[Token], low: int) -> tuple[int, int, bool] | None:
    words = telling.words
    if any(True for _ in phrases_in(part, words.several)):
        return None
    found = [
        (low + first, low + last, home)
        for phrases, home in ((words.at_home, True), (words.away, False))
        for first, last in phrases_in(part, phrases)
    ]
    received = any(True for _ in phrases_in(part, words.receiving)) or _comes(telling, part, found)
    if len(found) == 1 and received:
        found = [(first, last, True) for first, last, _ in found]
    return found[0] if len(found) == 1 else None


def _comes(telling: Telling, part: Sequence[Token], found: Sequence[tuple[int, int, bool]]) -> bool:
    """Whether the other side is said to come ("zondag komen de Reds op bezoek", and not "op bezoek bij")."""
    words = telling.words
    verbs = [last for _, last in phrases_in(part, words.coming_over)]
    behind = [t.norm for t in part if found and t.index == found[0][1] + 1]
    ahead = verbs and verbs[0] + 1 < len(part) and part[verbs[0] + 1].norm in telling.evidence.articles
    return bool(ahead) and not any(word in words.playing for word in behind)


def _judged(telling: Telling, scene: Scene, main: Contest, clause: _Clause) -> Iterator[Finding]:
    assert main.day is not None
    coming = [
        game
        for game in telling.base.contests
        if game.day is not None and clause.side in game.sides and 0 < (game.day.first - main.day.first).days <= _AHEAD
    ]
    teams = {side for game in telling.base.contests for side in game.sides}
    rival = next((i for i in clause.rival.ids if i in teams), None) if clause.rival else None
    against = [game for game in coming if rival in game.sides]
    if rival is not None and against:
        fitting = [game for game in against if clause.day is None or _weekday(game) == clause.day[1]]
        if clause.day is not None and not fitting and len(against) == 1:
            instead = [game for game in coming if _weekday(game) == clause.day[1]]
            if len(instead) == 1 and _is_meant(clause, instead[0], against[0]):
                yield _wrong_rival(telling, scene, main, clause, instead[0])
            elif telling.free_span(clause.day[0].start, clause.day[0].end):
                yield wrong_day(telling, scene, against[0], clause.day[0], main)
            return
        yield from _wrong_site(telling, scene, main, clause, fitting)
        return
    if clause.day is None:
        return
    fitting = [game for game in coming if _weekday(game) == clause.day[1]]
    if len(fitting) != 1:
        return
    if rival is None:
        if clause.rival is None:
            yield from _wrong_site(telling, scene, main, clause, fitting)
        return
    yield _wrong_rival(telling, scene, main, clause, fitting[0])


def _is_meant(clause: _Clause, on_day: Contest, against: Contest) -> bool:
    """Whether of two contests that each fit in part the one on the day is meant: by its place, else as the next."""
    assert on_day.day is not None
    assert against.day is not None
    if clause.site is not None:
        at_home = [(game.home == clause.side) is clause.site[2] for game in (on_day, against)]
        if at_home[0] is not at_home[1]:
            return at_home[0]
    return on_day.day.first < against.day.first


def _wrong_rival(telling: Telling, scene: Scene, main: Contest, clause: _Clause, game: Contest) -> Finding:
    assert clause.rival is not None
    right = game.other(clause.side)
    shown = show_entity(telling.base, right, telling.explainer.language)
    return telling.finding(
        scene,
        main.scores[clause.side],
        (clause.rival.start, clause.rival.end),
        right=False,
        expected=f"{shown} ({_date(game)})",
        repair=_short(telling, right, clause.rival),
        key="opponent",
    )


def _short(telling: Telling, team: str, instead_of: EntityMention) -> str:
    """Return the name of a team, as short as the one that it replaces."""
    names = telling.base.entities[team].names
    full = show_entity(telling.base, team, telling.explainer.language)
    words = len(instead_of.text.split())
    return full if words > 1 else next((n for n in names.values() if n == full.split()[-1]), full.split()[-1])


def _wrong_site(
    telling: Telling, scene: Scene, main: Contest, clause: _Clause, fitting: Sequence[Contest]
) -> Iterator[Finding]:
    if clause.site is None or len(fitting) != 1 or fitting[0].home is None:
        return
    first, last, home = clause.site
    game = fitting[0]
    if (game.home == clause.side) is home:
        return
    tokens = scene.sentence.tokens
    word = " ".join(t.norm for t in tokens[first : last + 1])
    ui = telling.explainer.ui
    at = show_entity(telling.base, game.place or game.home or "", ui)
    role = (telling.words.away if home else telling.words.at_home)[0]
    yield telling.finding(
        scene,
        main.scores[clause.side],
        (tokens[first].start, tokens[last].end),
        right=False,
        expected=f"{role} ({at}, {_date(game)})",
        repair=telling.words.opposites.get(word),
        key="game_day",
    )


def _weekday(game: Contest) -> int:
    assert game.day is not None
    return game.day.first.weekday()


def _date(game: Contest) -> str:
    assert game.day is not None
    return game.day.first.isoformat()


kind = Kind(find=_find, rank=12)
