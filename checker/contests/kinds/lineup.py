"""Who started and who came off the bench, by a column of words in the rows of a contest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.contests.words import ContestWords
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_CALLED = 8
"""How many words before "reserve" the one may be named who is said to be one."""
_TITLE = 2
"""How many words may stand between "reserve" and the name ("reserve center Hall")."""


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    if contest is None:
        return
    tokens = scene.sentence.tokens
    words = telling.words
    for phrases, starts in ((words.started, True), (words.substituted, False)):
        for first, last in phrases_in(tokens, phrases):
            near = tokens[max(0, first - 3) : first]
            titled = any(m.first == last + 1 for m in telling.named(scene))  # a title of somebody else
            counted = any(v.last == first - 1 and v.value.type == "ordinal" for v in scene.values)  # "his 12th"
            if titled or counted or any(t.norm in telling.evidence.rules.negations for t in near):
                continue
            other = (words.substituted if starts else words.started)[0]
            yield from _judged(
                telling,
                scene,
                contest,
                _people_before(telling, scene, first),
                (first, last),
                starts=starts,
                other=other,
            )
    for phrases, starts in ((words.starter_titles, True), (words.bench_titles, False)):
        for first, last in phrases_in(tokens, phrases):
            named = [m for m in telling.named(scene, first=last + 1) if telling.person(m) is not None]
            named = [m for m in named[:1] if m.first - last - 1 <= _TITLE and _joined(tokens[last + 1 : m.first])]
            other = (words.bench_titles if starts else words.starter_titles)[0]
            other = other.capitalize() if tokens[first].capital else other
            people = named or _called(telling, scene, first)
            yield from _judged(telling, scene, contest, people, (first, last), starts=starts, other=other)
    for phrases, starts in ((words.starter_groups, True), (words.bench_groups, False)):
        for first, last in phrases_in(tokens, phrases):
            named = [m for m in telling.named(scene, first=last + 1) if m.first == last + 1 and telling.person(m)]
            group = next((g.mentions for g in telling.evidence.groups(scene) if named and named[0] in g.mentions), ())
            other = (words.bench_groups if starts else words.starter_groups)[0]
            other = other.capitalize() if tokens[first].capital else other
            people = group or _called(telling, scene, first)
            yield from _judged(telling, scene, contest, people, (first, last), starts=starts, other=other)


def _called(telling: Telling, scene: Scene, noun: int) -> Sequence[EntityMention]:
    """Return who is said to be one of those for whom a noun stands ("Hall was the best of the reserves")."""
    tokens, rules = scene.sentence.tokens, telling.evidence.rules
    people = [m for m in telling.named(scene, first=noun - _CALLED, last=noun - 1) if telling.person(m) is not None]
    if len(people) != 1:
        return ()
    mention = people[0]
    behind = tokens[mention.last + 1].norm in rules.copulas
    if not behind and (not mention.first or tokens[mention.first - 1].norm not in rules.copulas):
        return ()
    between = [t.norm for t in tokens[mention.last + 1 + behind : noun]]
    barred = (*rules.negations, *(p for p in rules.prepositions if p not in rules.partitives), ",")
    return people if set(between) & set(telling.words.one_of) and not set(between) & set(barred) else ()


def _people_before(telling: Telling, scene: Scene, first: int) -> Sequence[EntityMention]:
    """Return the last one who is named before some words, or the last ones together ("Hall and Price each")."""
    people = [m for m in telling.named(scene, last=first) if telling.person(m) is not None]
    if people and telling.in_phrase(scene, people[-1]):
        return ()  # "with Hall on the bench"
    if not people or any(m.start in telling.wrong_names for m in people):
        return ()
    group = next((g for g in telling.evidence.groups(scene) if people[-1] in g.mentions), None)
    return group.mentions if group is not None else people[-1:]


def _joined(tokens: Sequence[Token]) -> bool:
    """Whether words can stand between a title and a name: those of a position, no comma and no verb."""
    return all(t.text.isalpha() and not t.capital for t in tokens)


def _judged(
    telling: Telling,
    scene: Scene,
    contest: Contest,
    people: Sequence[EntityMention],
    span: tuple[int, int],
    *,
    starts: bool,
    other: str,
) -> Iterator[Finding]:
    rows = [_row(telling, contest, m.ids[0]) if len(m.ids) == 1 or m.how == "pronoun" else None for m in people]
    known = [row for row in rows if row is not None]
    if not known or len(known) < len(rows) or any(_started(telling, row) is not (not starts) for row in known):
        return
    tokens = scene.sentence.tokens
    where = (tokens[span[0]].start, tokens[span[1]].end)
    if telling.free_span(*where):
        yield telling.finding(
            scene, known[0], where, right=False, expected=other, repair=other, key="lineup", also=tuple(known[1:])
        )


def started(telling: Telling, contest: Contest, person: str) -> bool | None:
    """Return whether somebody played from the beginning; None where no row says it."""
    row = _row(telling, contest, person)
    return _started(telling, row) if row is not None else None


def _row(telling: Telling, contest: Contest, person: str) -> Statement | None:
    return next((line for line in telling.lines(contest) if line.subject == person and line.rows), None)


def _started(telling: Telling, statement: Statement) -> bool | None:
    """Return what a row says of starting: its one cell with such a word; None where none or both say it."""
    words = telling.words
    said = {_told(words, column, cell) for row in statement.rows for column, cell in row.items()}
    starter, bench = bool(said & set(words.starter_cells)), bool(said & set(words.bench_cells))
    return starter if starter is not bench else None


def _told(words: ContestWords, column: str, cell: str) -> str:
    """Return what a cell says; of a column "starter" with "no" in it, the word for the others."""
    column, cell = column.casefold(), cell.casefold()
    kinds = (words.starter_cells, words.bench_cells)
    own = next((kind for kind in kinds if column in kind), None)
    if own is None or cell not in (*words.yes_cells, *words.no_cells):
        return cell
    return column if cell in words.yes_cells else next(kind for kind in kinds if kind is not own)[0]


kind = Kind(find=_find, rank=7)
