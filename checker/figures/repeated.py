"""What a text says of a thing more than once: two figures of one thing that cannot both be right.

Whether two figures are of one thing is weighed: what they count or measure must be the same, and time and names must
not tell them apart; then a place where a text sums itself up (headline, lead, boilerplate), a shared word, nothing that
narrows the count, and digits that are a slip of each other speak for it. All weights stand here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from checker.analysis import fold, stem
from checker.comparing import read_period
from checker.figures.amounts import figures_of
from checker.figures.patterns import words_of
from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.document import Document
    from checker.figures.amounts import Figure
    from checker.mentions import Scene

ENOUGH = 3.0
"""The weight from which two figures are taken to be of one thing."""
_SLIP, _CLEAR_SLIP, _SUMMARY, _FREE, _SHARED, _OWNS, _WHOLE = 1.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0
_NOT_PLAIN = 1.0
_SMALL = 100
_OF_REACH = 4
"""How many words before a whole its "of the" may stand ("of the company's 231 staff")."""
_NEAR = Decimal(2)
"""By which factor two figures of one thing may differ at most; further apart they are a part and its whole."""
_TELLING_CUE = 0.8
_CUE_REACH = 6
_MANY_BLOCKS = 4
"""From how many paragraphs on the last one sums up who the sender is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure with what it is of, and what could tell it from another figure of the same.

    `things` are what it counts or measures (stems of nouns, ids of properties); `plain` whether its sentence is of now
    and of nobody else; `years` those of its sentence, `names` the words of each name in it, `words` the stems of its
    other words; `summary` whether it stands in headline, lead or boilerplate; `free` whether nothing narrows it; `owns`
    whether it is said of its subject as a whole ("has 12 shops"); `whole` whether parts of it are told.
    """

    figure: Figure
    things: frozenset[str]
    plain: bool
    years: frozenset[int]
    names: frozenset[frozenset[str]]
    words: frozenset[str]
    summary: bool
    free: bool
    owns: bool
    whole: bool


def told(document: Document, scenes: Sequence[Scene]) -> tuple[Told, ...]:
    """Return the figures of a document that are said of a thing: no parts, differences, percentages or durations."""
    language = document.language
    running = [s.sentence.block for s in scenes if s.kind == "paragraph"]
    lead = running[0] if running else -1
    last = running[-1] if len(set(running)) > _MANY_BLOCKS and scenes[-1].kind == "paragraph" else -1
    about = _about_blocks(document, scenes)
    found = []
    for scene in scenes:
        if scene.kind == "cell":
            continue
        words = {token.norm for token in scene.sentence.tokens}
        plain = not words & (words_of(language, "earlier") | words_of(language, "later") | words_of(language, "others"))
        years = _years(scene)
        names = frozenset(
            frozenset(fold(m.text).replace("-", " ").split())
            for m in scene.entities
            if m.explicit or m.how == "unknown"
        )
        stems = frozenset(t.stem for t in scene.sentence.tokens if len(t.stem) > 3 and t.text.isalpha())
        block = scene.sentence.block
        summary = scene.kind in ("headline", "boilerplate") or block in (lead, last) or block in about
        for mention in scene.values:
            if mention.value.role not in ("amount", "nth") or mention.value.number_to is not None:
                continue
            figures = figures_of(mention, scene)
            if len(figures) != 1 or figures[0].fraction or figures[0].kind[0] in ("percent", "duration", "ordinal"):
                continue
            things = _things(figures[0], language)
            if not things or _beside(figures[0], "not_whole", language):
                continue
            found.append(
                Told(
                    figure=figures[0],
                    things=things,
                    plain=plain,
                    years=years,
                    names=names,
                    words=stems - things,
                    summary=summary,
                    free=_is_free(figures[0], language),
                    owns=_owns(figures[0], language),
                    whole=_is_whole(figures[0], language),
                )
            )
    return tuple(found)


def _about_blocks(document: Document, scenes: Sequence[Scene]) -> frozenset[int]:
    """Return the blocks under a last heading that says what the sender is ("About Acme")."""
    about = words_of(document.language, "about")
    blocks: set[int] = set()
    on = False
    for scene in scenes:
        tokens = scene.sentence.tokens
        short = len(tokens) <= 6 and tokens[0].norm in about
        if short or scene.kind in ("headline", "heading"):
            on = short
        elif on:
            blocks.add(scene.sentence.block)
    return frozenset(blocks)


def _years(scene: Scene) -> frozenset[int]:
    periods = (read_period(m.value.date) for m in scene.values if m.value.type == "date")
    return frozenset(period.first.year for period in periods if period is not None)


def _things(figure: Figure, language: str) -> frozenset[str]:
    """Return what a figure counts, or the properties whose cue stands beside an amount."""
    value, scene = figure.value, figure.scene
    if figure.kind == ("count", ""):
        noun = value.noun and stem(value.noun, language)
        return frozenset({noun} if noun and noun not in _stems(language, "uncounted") else ())
    near = [
        (min(abs(cue.first - figure.mention.last), abs(figure.mention.first - cue.last)), prop)
        for prop, cues in scene.cues.items()
        for cue in cues
        if cue.weight >= _TELLING_CUE
    ]
    nearest = min((distance for distance, _ in near), default=_CUE_REACH + 1)
    return frozenset(prop for distance, prop in near if distance == nearest <= _CUE_REACH)


def _stems(language: str, name: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words_of(language, name))


def _beside(figure: Figure, name: str, language: str) -> bool:
    """Whether a word of a list stands right before a figure, or between it and its noun, or right after that."""
    tokens = figure.scene.sentence.tokens
    noun = figure.mention.noun
    end = (noun if noun is not None and noun > figure.mention.last else figure.mention.last) + 2
    around = tokens[max(figure.mention.first - 3, 0) : end]
    return any(token.norm in words_of(language, name) for token in around)


def _is_free(figure: Figure, language: str) -> bool:
    """Whether no preposition or relative word right after the thing narrows it ("homes in Ede", "staff who")."""
    tokens = figure.scene.sentence.tokens
    noun = figure.mention.noun
    after = max(noun if noun is not None else -1, figure.mention.last) + 1
    if after >= len(tokens):
        return True
    rules = grammar(language)
    closed = {*rules.prepositions, *rules.restrictors, *rules.clause_openers, *rules.relatives, "("}
    return tokens[after].norm not in closed and (tokens[after].norm != ":")


def _owns(figure: Figure, language: str) -> bool:
    """Whether a verb of having stands before a figure, or before the list that it stands in."""
    tokens = figure.scene.sentence.tokens
    have = words_of(language, "have")
    lists = {",", *grammar(language).coordinators, "ook", "also", "nu", "now", "er"}
    index = figure.mention.first - 1
    taken = {i for m in figure.scene.values for i in (*range(m.first, m.last + 1), m.noun or m.first)}
    while index >= 0 and (index in taken or tokens[index].norm in lists or not tokens[index].text[0].isalnum()):
        index -= 1
    return index >= 0 and tokens[index].norm in have


def _is_whole(figure: Figure, language: str) -> bool:
    """Whether a figure is a whole of which parts are told ("six of the 24")."""
    tokens = figure.scene.sentence.tokens
    first = figure.mention.first
    near = tokens[max(first - _OF_REACH, 0) : first]
    if any(token.text == "," for token in near):
        return False  # "the tunnel of the line, 6.4 kilometres long"
    before = " " + " ".join(token.norm for token in near) + " "
    return any(f" {phrase} " in before for phrase in words_of(language, "of") if " " in phrase)


def slip(one: Decimal, other: Decimal) -> int:
    """Return how much two numbers look like one with a slip: 0 not, 1 somewhat (three figures), 2 clearly (more)."""
    a, b = (f"{number.normalize():f}".replace(".", "").strip("0") for number in (one, other))
    size = max(len(a), len(b))
    if len(a) != len(b) and abs(len(a) - len(b)) > 1:
        return 0
    width = max(len(f"{int(one)}"), len(f"{int(other)}"))
    if width != min(len(f"{int(one)}"), len(f"{int(other)}")) or size < 3:
        return 0
    x, y = (f"{number.normalize():f}" for number in (one, other))
    if OSA.distance(x, y) > 1:
        return 0
    return 2 if size >= 4 else 1


def _apart(one: Told, other: Told) -> bool:
    """Whether two figures cannot both be right of one thing, and are near enough to be meant of one."""
    a, b = one.figure, other.figure
    if not (a.high < b.low or b.high < a.low) or a.loose or b.loose:
        return False
    low, high = sorted((abs(a.number), abs(b.number)))
    return low > 0 and high / low <= _NEAR


def _rivals(one: Told, other: Told) -> bool:
    """Whether time or names tell two figures apart."""
    if one.years and other.years and one.years.isdisjoint(other.years):
        return True
    if one.names and other.names and not any(_same_name(a, b) for a in one.names for b in other.names):
        return True
    return bool(one.years ^ other.years) and not (one.summary or other.summary)


def _same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _strangers(one: Told, other: Told) -> bool:
    """Whether one sentence names somebody or something that the other, where it names anything, does not."""
    return any(
        not any(_same_name(name, known) for known in theirs)
        for own, theirs in ((one.names, other.names), (other.names, one.names))
        for name in own
        if theirs
    )


def weight(one: Told, other: Told) -> float:
    """Return how much speaks for two figures being of one thing; 0 where something speaks against it."""
    if one.figure.kind != other.figure.kind or one.things.isdisjoint(other.things) or _rivals(one, other):
        return 0.0
    alike = slip(one.figure.number, other.figure.number)
    if not alike:
        # Without a slip to be seen, only what is said of the whole, plainly and of nobody else, can be the same.
        whole = (one.owns and other.owns and one.free and other.free) or one.whole or other.whole
        small = max(one.figure.number, other.figure.number) < _SMALL
        clear = one.plain and other.plain and (one.summary or other.summary) and not _strangers(one, other)
        if not (clear and whole and (small or not (one.whole or other.whole))):
            return 0.0
    found = (0.0, _SLIP, _CLEAR_SLIP)[alike] - _NOT_PLAIN * (not one.plain) - _NOT_PLAIN * (not other.plain)
    found += _SUMMARY * one.summary + _SUMMARY * other.summary
    found += _FREE * (one.free and other.free)
    found += _OWNS * (one.owns and other.owns)
    found += _WHOLE * (one.whole or other.whole)
    found += _SHARED * bool(one.words & other.words)
    return found


def disagreements(first: Iterable[Told], second: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Return the pairs that are of one thing and apart, the surest first."""
    pairs = [
        (weight(one, other), one, other)
        for one in first
        for other in second
        if one is not other and not one.things.isdisjoint(other.things) and _apart(one, other)
    ]
    pairs = [pair for pair in pairs if pair[0] >= ENOUGH]
    pairs.sort(key=lambda pair: (-pair[0], pair[1].figure.value.start, pair[2].figure.value.start))
    return [(one, other) for _, one, other in pairs]
