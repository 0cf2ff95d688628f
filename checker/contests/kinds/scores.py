"""Scores and records: "beat the Reds 105-98", "led 29-24 after the first quarter", "31-27 (16-13)", "(12-7)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.claims import Kind, Telling
from checker.contests.figures import bare_figure
from checker.contests.parts import ORDER, part_scores, parts_named, score_at
from checker.contests.readings import Reading, number_of
from checker.contests.records import record
from checker.contests.stretch import bare_words
from checker.contests.words import passing_in, since_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene
    from checker.report import Finding

_DASHES = frozenset("-–")
_DIGITS = 3
_NEAR = 5
"""How many words may stand between a score and what says of what it is."""
_BEHIND = 6
_CLAUSES = 12
"""How many words before a score the name of its part may stand, in another clause."""
_INTO = 4
"""How many words behind a score may say into which part a side took it ("a 94-91 lead into the fourth")."""
_DATED = 3
"""How many words behind a score may say when it was."""
_RESULT = 3
"""How many words behind a score may say that it is a victory."""
_NEAR_BY = 8
"""How many points off a score may be, both sides of it, and still be that of the part that is named."""


def pairs(telling: Telling, scene: Scene) -> Iterator[tuple[Figure, Figure]]:
    """Yield two figures with nothing but a hyphen between them."""
    for first, last in scores_in(scene):
        one, other = (bare_figure(scene, index) for index in (first, last))
        if telling.free(one) and telling.free(other):
            yield one, other


def scores_in(scene: Scene) -> list[tuple[int, int]]:
    """Return the first and last token of every score of a sentence."""
    tokens = scene.sentence.tokens
    found: list[tuple[int, int]] = []
    for one, dash, other in zip(tokens, tokens[1:], tokens[2:], strict=False):
        figures = one.text.isdecimal() and other.text.isdecimal() and max(len(one.text), len(other.text)) <= _DIGITS
        glued = dash.start - one.end == other.start - dash.end and dash.start - one.end <= 1
        chained = found and found[-1][1] == one.index
        if figures and glued and dash.text in _DASHES and not chained:
            found.append((one.index, other.index))
    return found


def _find(telling: Telling, scene: Scene, contest: Contest | None) -> Iterator[Finding]:
    before: tuple[Figure, Figure] | None = None
    for pair in pairs(telling, scene):
        readings = list(_readings(telling, scene, contest, pair, before))
        before = pair
        said = (pair[0].number, pair[1].number)
        for reading in readings:
            expected = reading.expected(said)
            if (number_of(expected[0]), number_of(expected[1])) == said:
                yield from (telling.judged(scene, f, s) for f, s in zip(pair, expected, strict=True))
                break
        else:
            wrong = _other_part(telling, scene, contest, pair) if contest is not None else None
            near = [r for r in readings if any(_agree(r.expected(said), said))]
            if wrong is not None:
                yield wrong
                telling.silence(pair)
                continue
            low, high = _clause(scene, pair[0].first, pair[1].last)
            passing = passing_in(telling.words, scene, low, high)
            meant = [r for r in near if r.ordered or r.named or not passing]
            meant = meant or [r for r in readings if r.sure and not passing]
            if len(meant) == 1:
                yield from _judged(telling, scene, pair, meant[0].expected(said))
            elif telling.evidence.occasions.main is not None:
                telling.silence(pair)  # "won 31-23": 31 is no number of wins


def _judged(
    telling: Telling, scene: Scene, pair: tuple[Figure, Figure], expected: tuple[Statement, Statement]
) -> Iterator[Finding]:
    """Yield the findings on two figures; one on both of them together where neither is right."""
    said = (pair[0].number, pair[1].number)
    if any(_agree(expected, said)):
        yield from (telling.judged(scene, f, s) for f, s in zip(pair, expected, strict=True))
        return
    span = (pair[0].start, pair[1].end)
    right = scene.sentence.tokens[pair[0].last + 1].text.join(str(number_of(s)) for s in expected)
    key, also = "counted_rows", expected[1:]
    yield telling.finding(scene, expected[0], span, right=False, expected=right, repair=right, key=key, also=also)


def _other_part(telling: Telling, scene: Scene, contest: Contest, pair: tuple[Figure, Figure]) -> Finding | None:
    """Return the finding that a score is that of another part than the one that the text names."""
    tokens = scene.sentence.tokens
    first, last = pair[0].first, pair[1].last
    low, high = _clause(scene, first, last)
    said = {pair[0].number, pair[1].number}
    named: list[tuple[int, int, int, str]] = []
    for prop, start, end in parts_named(telling.words, tokens, low, high):
        distance = start - last if start > last else first - end
        named.append((distance, start, end, prop))
    if not named or len(said) < 2 or passing_in(telling.words, scene, low, high):
        return None
    spans = [(p, i, j) for _, i, j, p in named]
    told = (score_at(telling, contest, span, scene)[0] for span in spans)
    if any(scores is not None and {number_of(one) for one in scores} == said for scores in told):
        return None  # another part of the clause has that score
    _, start, end, prop = min(named)
    if since_moment(telling.words, tokens, start, end):
        return None
    own = next((series for series in ORDER if prop in series), ())
    entering = any(t.norm in telling.words.entering for t in tokens[max(0, start - 3) : start])
    if entering and not 0 < start - last <= _INTO:
        return None
    right, _ = score_at(telling, contest, (prop, start, end), scene)
    fitting = []
    for other in own:
        scores, _ = score_at(telling, contest, (other, start, end), scene)
        if other != prop and scores is not None and {number_of(s) for s in scores} == said:
            fitting.append((other, scores))
    if len(fitting) != 1 or right is None:
        return None
    other, scores = fitting[0]
    short = telling.words.short_spans.get(other, ()) if start == end else ()
    known = (*short, *telling.words.spans[other])[0]
    words = tuple(t.norm for t in tokens[start : end + 1])
    last_word = tokens[end]
    repair = known if short or (len(words) > 1 and known.split()[-1] == last_word.norm) else None
    return telling.finding(
        scene,
        scores[0],
        (tokens[start].start, last_word.end),
        right=False,
        expected=f"{known} ({pair[0].number}-{pair[1].number})",
        repair=repair,
        key="part",
        also=(scores[1],),
    )


def _agree(statements: tuple[Statement, Statement], said: tuple[int, int]) -> list[bool]:
    return [number_of(s) == number for s, number in zip(statements, said, strict=True)]


def _readings(
    telling: Telling,
    scene: Scene,
    contest: Contest | None,
    pair: tuple[Figure, Figure],
    before: tuple[Figure, Figure] | None,
) -> Iterator[Reading]:
    tokens = scene.sentence.tokens
    first, last = pair[0].first, pair[1].last
    said = (pair[0].number, pair[1].number)
    opened = first - 2 if first > 1 and tokens[first - 1].norm in telling.words.now else first - 1
    bracketed = opened >= 0 and tokens[opened].text == "(" and last + 1 < len(tokens) and tokens[last + 1].text in "),-"
    team = _named_before(telling, scene, opened - 1) if bracketed else None
    own = record(telling, scene, team, first, said)
    if own is not None:
        yield own
    if team is None and first - 1 in {end for _, end in phrases_in(tokens[:first], telling.words.improved)}:
        return  # what a side has "improved to" is no score
    if contest is None or not contest.played:
        return
    final = (contest.scores[contest.sides[0]], contest.scores[contest.sides[1]])
    if bracketed and before is not None and before[1].last == first - 2:
        half = part_scores(telling, contest, "half_1_points")
        if half is not None:
            yield Reading(half)
        return
    if any(t.norm in telling.words.results for t in _words_behind(tokens, last, _RESULT)):
        yield Reading(final, sure=True, named=True)  # "held on for a 102-96 road victory"
        return
    part = _part_near(telling, scene, contest, first, last)
    sure = part is not None and _undisturbed(telling, scene, pair, part)
    alone = not any(0 < first - start <= _CLAUSES for start, _ in scores_in(scene))
    if part is None and alone and not bracketed:
        part = _part_near(telling, scene, contest, first, last, anywhere=True)
    if part is not None:
        yield Reading(part, sure=sure)
        return
    if not _headline(scene) and _part_word(telling, scene, first, last):
        return
    if _on_another_day(telling, scene, contest, last):
        return
    told = _is_final(telling, scene, contest, first, last)
    if told or (bracketed and team in contest.sides) or _headline(scene):
        yield Reading(final, sure=told == "sure" and own is None)


def _words_behind(tokens: Sequence[Token], last: int, reach: int) -> list[Token]:
    """Return the next words behind a score, up to the end of the clause."""
    behind = tokens[last + 1 : last + 1 + reach]
    stop = next((i for i, t in enumerate(behind) if not t.text[:1].isalpha() and t.text != "-"), len(behind))
    return list(behind[:stop])


def _undisturbed(
    telling: Telling, scene: Scene, pair: tuple[Figure, Figure], part: tuple[Statement, Statement]
) -> bool:
    """Whether a score is near that of its part, alone in its clause, and not one on the way ("led 12-4 early")."""
    low, high = _clause(scene, pair[0].first, pair[1].last)
    expected = Reading(part).expected((pair[0].number, pair[1].number))
    near = all(abs(number_of(s) - f.number) <= _NEAR_BY for s, f in zip(expected, pair, strict=True))
    passing = any(True for _ in phrases_in(scene.sentence.tokens[low:high], telling.words.some_time))
    return near and not passing and sum(low <= start < high for start, _ in scores_in(scene)) == 1


def _headline(scene: Scene) -> bool:
    return scene.kind == "headline"


def _named_before(telling: Telling, scene: Scene, index: int) -> str | None:
    for mention in telling.named(scene):
        if mention.last == index and mention.ids and not telling.human(mention.ids[0]):
            return mention.ids[0]
    return None


def _clause(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Return the words around a score up to the next comma or semicolon."""
    tokens = scene.sentence.tokens
    low = max((i + 1 for i in range(first) if tokens[i].text in ",;:"), default=0)
    high = min((i for i in range(last + 1, len(tokens)) if tokens[i].text in ",;:"), default=len(tokens))
    return low, high


def _part_near(
    telling: Telling, scene: Scene, contest: Contest, first: int, last: int, *, anywhere: bool = False
) -> tuple[Statement, Statement] | None:
    """Return the scores of the part of a contest that stands nearest to a score, if the base knows them.

    Only its own clause is looked at, or (`anywhere`) the words before it as well ("the second period, won 2-0").
    """
    tokens = scene.sentence.tokens
    low, high = _clause(scene, first, last)
    low = max(0 if anywhere else low, first - _CLAUSES)
    best: tuple[int, tuple[Statement, Statement]] | None = None
    others = [p for p in scores_in(scene) if p != (first, last)]
    for prop, start, end in parts_named(telling.words, tokens, low, high):
        distance = start - last if start > last else first - end
        if any(start > last < f < start or end < f < first for f, _ in others):
            continue  # the name belongs to another score
        found, _ = score_at(telling, contest, (prop, start, end), scene)
        if anywhere and any(t.norm in telling.words.which for t in tokens[end + 1 : first]):
            found = part_scores(telling, contest, prop)  # "into the fourth quarter, in which they led 35-27"
        if found is not None and (best is None or distance < best[0]):
            best = (distance, found)
    return best[1] if best is not None else None


def _part_word(telling: Telling, scene: Scene, first: int, last: int) -> bool:
    """Whether a score stands beside words of a part that the base does not know."""
    low, high = _clause(scene, first, last)
    words = telling.words
    parts = tuple(name for names in words.spans.values() for name in names)
    named = [end for _, end in phrases_in(scene.sentence.tokens[:first], parts)]
    told = [end for _, end in phrases_in(scene.sentence.tokens[:first], (*words.beat, *words.lost))]
    if named and not (told and told[-1] > named[-1] and low - told[-1] in (0, 2)):
        return True  # "a strong third quarter, and beat the Reds: 113-102" tells of the whole
    # What stands before the verb is what had come before: "came from behind to beat the Reds 98-91".
    begin = max(low, first - 12, *(end + 1 for end in told))
    tokens = scene.sentence.tokens[begin:high]
    return any(True for _ in phrases_in(tokens, (*words.part_time, *words.ahead, *words.behind, *parts)))


def _on_another_day(telling: Telling, scene: Scene, contest: Contest, last: int) -> bool:
    """Whether a date right behind a score is not that of the contest ("after losing 104-98 in January")."""
    if contest.day is None:
        return False
    near = (when for v, when in telling.evidence.times.years(scene) if last < v.first <= last + _DATED)
    return any(not when.overlaps(contest.day) for when in near)


def _is_final(telling: Telling, scene: Scene, contest: Contest, first: int, last: int) -> str:
    """Return whether a score is that of the whole contest: `likely`, by a word, or `sure`, with both its sides."""
    words = telling.words
    tokens = scene.sentence.tokens
    low, high = _clause(scene, first, last)
    named = {e for m in telling.named(scene, first=low, last=high) for e in m.ids}
    said = bare_words(telling.evidence, tokens[low:high])  # "wonnen met 105-98 van"
    teams = {side for game in telling.base.contests for side in game.sides if side in named}
    if teams == set(contest.sides) and any(True for _ in phrases_in(said, (*words.beat, *words.lost))):
        return "sure"
    if _whole_sentence(telling, scene, contest, first):
        return "likely"
    near = _outside_brackets(tokens[low:first])[-_NEAR:]
    behind = tokens[last + 1 : min(high, last + _BEHIND)]
    told = (*words.final, *words.beat, *words.lost)
    return "likely" if any(True for part in (near, behind) for _ in phrases_in(part, told)) else ""


def _whole_sentence(telling: Telling, scene: Scene, contest: Contest, first: int) -> bool:
    """Whether a sentence says before a score who beat whom ("beat the Reds on Tuesday, 118-113")."""
    told = (*telling.words.beat, *telling.words.lost)
    tokens = _outside_brackets(scene.sentence.tokens[:first])
    named = {e for m in telling.named(scene, last=first) for e in m.ids}
    return named >= set(contest.sides) and any(True for _ in phrases_in(tokens, told))


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Return the words that stand in no brackets."""
    found: list[Token] = []
    inside = False
    for token in tokens:
        if token.text == "(":
            inside = True
        elif token.text == ")":
            inside = False
        elif not inside:
            found.append(token)
    return found


kind = Kind(find=_find, rank=2)
