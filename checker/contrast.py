"""Documents against each other: where they say different things of one thing. No fact base is needed.

Two ways find what belongs together. Versions of one text (a Dutch and an English release, a draft and its revision)
have most of their values in common, in the same order: their values are aligned without regard to language, and one
that stands alone between two common ones, against another alone in the other text, contradicts it. Other texts are
compared as one text is with itself (`checker.figures.repeated`): the same thing, nothing to tell the two apart, and a
summary or a slip to be seen. Across languages, what is counted is told by the built-in properties that count it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, LCSseq

from checker.analysis import fold
from checker.comparing import read_period
from checker.explain import Explainer
from checker.factbase.model import EMPTY
from checker.figures.amounts import figures_of
from checker.figures.repeated import disagreements, told
from checker.mentions.scenes import Index, make_scenes
from checker.properties import built_in
from checker.report import DocumentReport, Evidence, Finding, Verdict
from checker.values.convert import to_base
from checker.wording import value_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.factbase.model import FactBase
    from checker.figures.amounts import Figure
    from checker.figures.repeated import Told
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.period import Period

_VERSIONS = 0.5
"""From which part of their values in common on two texts are versions of one."""
_OTHER_TIME = 0.75
"""The same for texts of different dates: last year's release is no version of this year's."""
_FEWEST = 6
_MOST = 3000
"""How many values of a text are aligned at most."""
_FAR = 10
"""By which factor two values may differ to be aligned; further apart only the magnitude can be the slip."""
_CONVERTED = Decimal("0.05")
"""What a value in another unit may differ, as a part of it: conversions are rounded."""
_CLOSE = Decimal("1.5")
"""The same where the texts do not have equally many values there."""
_SAME_TIME = 31
"""How many days apart two texts may be that speak of the same time without saying so."""
_NAME = 5
"""Letters of the shortest part of a name that is compared."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Item:
    """A value of a text with a key that does not depend on its language."""

    key: Key
    mention: ValueMention
    scene: Scene
    figure: Figure | None
    period: Period | None


@dataclass(frozen=True)
class Text:
    """A document with its sentences and values, read once."""

    document: Document
    scenes: tuple[Scene, ...]
    index: Index

    @cached_property
    def items(self) -> tuple[_Item, ...]:
        """The values of the text in their order."""
        return tuple(item for scene in self.scenes for m in scene.values for item in _items(scene, m))[:_MOST]

    @cached_property
    def keys(self) -> Counter[Key]:
        """How often each value stands in the text."""
        return Counter(item.key for item in self.items)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What the text says of things, in its own language."""
        return told(self.document, self.scenes)

    @cached_property
    def told_anywhere(self) -> tuple[Told, ...]:
        """What it says of things that the built-in properties know, so in any language."""
        found = []
        for item in self.told:
            noun = item.figure.value.noun
            things = item.things
            if item.figure.kind == ("count", "") and noun:
                things = frozenset(p for p in built_in() if self.index.cues.counts(p, noun) == 1)
            found.append(replace(item, things=things, words=frozenset()))
        return tuple(item for item in found if item.things)

    @cached_property
    def topic(self) -> frozenset[frozenset[str]]:
        """The names that headline and lead name: what a text is about."""
        lead = next((s.sentence.block for s in self.scenes if s.kind == "paragraph"), -1)
        told_first = (s for s in self.scenes if s.kind == "headline" or s.sentence.block == lead)
        return frozenset(frozenset(fold(m.text).split()) for s in told_first for m in s.entities if m.how == "unknown")

    def about(self, item: Told) -> frozenset[frozenset[str]]:
        """Return the names that a figure is said of: those of its sentence, else the topic."""
        return item.names or self.topic

    @cached_property
    def names(self) -> dict[tuple[str, ...], tuple[Scene, EntityMention]]:
        """The names of two words or more, with the first place of each."""
        found: dict[tuple[str, ...], tuple[Scene, EntityMention]] = {}
        for scene in self.scenes:
            for mention in scene.entities:
                words = tuple(mention.text.split())
                if mention.how == "unknown" and 1 < len(words) <= 4 and all(w.isalpha() for w in words):
                    found.setdefault(words, (scene, mention))
        return found


def _items(scene: Scene, mention: ValueMention) -> Iterator[_Item]:
    value = mention.value
    if value.type == "date":
        period = read_period((value.date or "").replace("XXXX", "2000"))
        yield _Item(("date", value.date or ""), mention, scene, None, period)
        return
    for figure in figures_of(mention, scene):
        number, kind = figure.number, figure.kind[0]
        if kind == "quantity":
            number, unit = to_base(number, figure.kind[1])
            yield _Item((unit, _plain(number)), mention, scene, figure, None)
        else:
            # A language may leave out a currency that another repeats: "18 million" and "EUR 18 million" are one.
            known = kind in ("percent", "duration", "ordinal")
            yield _Item(
                (f"{kind} {figure.kind[1]}" if known else "number", _plain(number)), mention, scene, figure, None
            )


def _plain(number: Decimal) -> str:
    return f"{round(number, 6).normalize():f}"


@cache
def _base() -> FactBase:
    """Return a fact base that holds nothing but the built-in properties."""
    return replace(EMPTY, properties=built_in())


@cache
def _index(language: str) -> Index:
    """Return the cues of the built-in properties, and the names of countries."""
    return Index(_base(), language)


def read_text(document: Document) -> Text:
    """Return a document as `contrast` compares it."""
    index = _index(document.language)
    return Text(document, tuple(make_scenes(document, _base(), index)), index)


@dataclass(frozen=True, slots=True)
class _Clash:
    """Two places that disagree: `check` spans of the first text and of the second."""

    one: tuple[Scene, int, int]
    other: tuple[Scene, int, int]
    keys: tuple[Key, Key] | None
    verdict: Verdict = Verdict.INCONSISTENT
    confidence: float = 0.8


def _span(item: _Item) -> tuple[Scene, int, int]:
    return item.scene, item.mention.start, item.mention.end


def _apart(one: _Item, other: _Item) -> bool:
    """Whether two values cannot both be right: rounding, precision and hedges left room for."""
    if one.period is not None and other.period is not None:
        return one.period.last < other.period.first or other.period.last < one.period.first
    if one.figure is None or other.figure is None or one.key[0] != other.key[0]:
        return False
    a, b = one.figure, other.figure
    if len({a.kind[1], b.kind[1]} - {""}) > 1:
        if a.kind[0] != "quantity":  # two currencies; whose a bare “cent” is, a language assumes
            return a.number == b.number >= 1
        low, high = sorted(abs(Decimal(item.key[1])) for item in (one, other))
        return high - low > high * _CONVERTED
    low, high = sorted((abs(a.number), abs(b.number)))
    if low == high:
        return False
    same_digits = _digits(a.number) == _digits(b.number)
    if low > 0 and high / low > _FAR and (not same_digits or _bare(a) or _bare(b)):
        return False
    if a.step == b.step and not a.loose and not b.loose:
        return True  # written alike, so no rounding of each other
    return a.high < b.low or b.high < a.low


def _digits(number: Decimal) -> str:
    return _plain(number).replace(".", "").strip("0")


def _bare(figure: Figure) -> bool:
    """Whether a number may lean on another for its magnitude ("van 12,5 naar 14,2 miljoen")."""
    return not any(character.isalpha() for character in figure.value.text)


def _versions(one: Text, other: Text) -> Iterator[_Clash] | None:
    """Yield what differs between two versions of one text; None where they are no versions."""
    a, b = one.items, other.items
    if min(len(a), len(b)) < _FEWEST:
        return None
    steps = LCSseq.opcodes([i.key for i in a], [i.key for i in b])
    common = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    wanted = _VERSIONS if _days_apart(one.document, other.document) <= _SAME_TIME else _OTHER_TIME
    if common < wanted * max(len(a), len(b)):
        return None
    return _replaced(one, other, [(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps])


def _replaced(one: Text, other: Text, steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[_Clash]:
    """Yield the values that stand against each other between two runs of common values."""
    gaps: list[list[int]] = []
    for tag, *ends in steps:
        if tag == "equal":
            gaps.append([])
            for x, y in zip(one.items[ends[0] : ends[1]], other.items[ends[2] : ends[3]], strict=True):
                if x.key[0] == "number" and _apart(x, y):  # the same number of another currency
                    yield _Clash(_span(x), _span(y), None, confidence=0.9)
        elif gaps and gaps[-1] and gaps[-1][1] == ends[0] and gaps[-1][3] == ends[2]:
            gaps[-1] = [gaps[-1][0], ends[1], gaps[-1][2], ends[3]]
        else:
            gaps.append(ends)
    for gap in gaps:
        for i, j in _opposite(gap) if gap else ():
            x, y = one.items[i], other.items[j]
            moved = other.keys[x.key] >= one.keys[x.key] or one.keys[y.key] >= other.keys[y.key]
            even = gap[1] - gap[0] == gap[3] - gap[2]
            beside = _in_common(one, other, i, j, gap)
            near = even or (x.figure and y.figure and _close(x.figure, y.figure))
            if beside and near and not moved and _apart(x, y):
                yield _Clash(_span(x), _span(y), (x.key, y.key), confidence=0.9 if even and beside > 1 else 0.8)


def _opposite(gap: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield which values stand against each other in a gap: all in turn; where one text has more, those at its ends."""
    left, right = range(gap[0], gap[1]), range(gap[2], gap[3])
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
    elif left and right:
        yield left[-1], right[-1]
        yield left[0], right[0]


def _close(one: Figure, other: Figure) -> bool:
    low, high = sorted((abs(one.number), abs(other.number)))
    return low > 0 and high / low <= _CLOSE


def _in_common(one: Text, other: Text, i: int, j: int, gap: Sequence[int]) -> int:
    """Return on how many sides a common value stands in the sentence of both values or the one beside it."""
    found = 0
    for x, y in ((gap[0] - 1, gap[2] - 1), (gap[1], gap[3])):
        if 0 <= x < len(one.items) and 0 <= y < len(other.items):
            near = abs(one.items[x].scene.index - one.items[i].scene.index) <= 1
            found += near and abs(other.items[y].scene.index - other.items[j].scene.index) <= 1
    return found


def _told_apart(one: Text, other: Text) -> Iterator[_Clash]:
    """Yield what two texts say differently of the same thing."""
    days = _days_apart(one.document, other.document)
    same_language = one.document.language == other.document.language
    first, second = (one.told, other.told) if same_language else (one.told_anywhere, other.told_anywhere)
    seen: set[int] = set()
    for a, b in disagreements(first, second):
        if days > _SAME_TIME and not (a.years and a.years == b.years):
            continue
        if not _same_names(one.about(a), other.about(b)):
            continue
        keys = [_number_key(a), _number_key(b)]
        if other.keys[keys[0]] or one.keys[keys[1]] or a.figure.value.start in seen:
            continue
        seen.add(a.figure.value.start)
        spans = [(t.figure.scene, t.figure.value.start, t.figure.value.end) for t in (a, b)]
        yield _Clash(spans[0], spans[1], (keys[0], keys[1]), confidence=0.7)


def _same_names(first: frozenset[frozenset[str]], second: frozenset[frozenset[str]]) -> bool:
    """Whether two sentences name the same, and neither names anybody that the other does not."""
    return bool(first and second) and all(
        any(name <= known or known <= name for known in theirs)
        for own, theirs in ((first, second), (second, first))
        for name in own
    )


def _number_key(item: Told) -> Key:
    return next(_items(item.figure.scene, item.figure.mention)).key


def _days_apart(one: Document, other: Document) -> int:
    if one.date is None or other.date is None:
        return 0
    return abs((one.date.first - other.date.first).days)


def _names(one: Text, other: Text) -> Iterator[_Clash]:
    """Yield names that are written in one way in one text and in another in the other."""
    for words, (scene, mention) in one.names.items():
        if words in other.names:
            continue
        for rival, (there, found) in other.names.items():
            if rival in one.names or len(rival) != len(words):
                continue
            differing = [(a, b) for a, b in zip(words, rival, strict=True) if a != b]
            if len(differing) == 1 and _misspelled(*differing[0]):
                yield _Clash(
                    (scene, mention.start, mention.end), (there, found.start, found.end), None, Verdict.MISSPELLED
                )


def _misspelled(one: str, other: str) -> bool:
    """Whether two words are one name with a slip: not a translation, an initial or another ending of one."""
    long = min(len(one), len(other)) >= _NAME and one[0] == other[0]
    return long and OSA.distance(one, other) == 1 and not (one + "s" == other or other + "s" == one)


def _finding(text: Text, there: Text, clash: _Clash, ui: str) -> Finding:
    """Return the finding in the second text of a clash: what it says there, and what the first says."""
    where, (scene, start, end) = clash.one, clash.other
    document, rival = text.document, there.document
    explainer = Explainer(EMPTY, ui, document.language, document.date, document.text)
    other = rival.text[where[1] : where[2]]
    line, column = rival.line_column(rival.source_map.span(where[1], where[2])[0])
    claimed = document.text[start:end]
    value = next((m.value for m in scene.values if m.start == start), None)
    rival_value = next((m.value for m in where[0].values if m.start == where[1]), None)
    return Finding(
        verdict=clash.verdict,
        check="compare",
        start=start,
        end=end,
        text=claimed,
        sentence=explainer.sentence(scene),
        explanation=explainer.say("twice_between", claimed=claimed, document=f"{rival.path}:{line}", other=other),
        claimed=claimed,
        claimed_value=value_json(value) if value else None,
        expected=other,
        expected_value=value_json(rival_value) if rival_value else None,
        evidence=(
            Evidence(
                statement=f"{rival.path}:{line}:{column}",
                label=" ".join(rival.text[where[0].sentence.start : where[0].sentence.end].split()),
                file=rival.path,
                line=line,
            ),
        ),
        confidence=clash.confidence,
    )


def contrast(texts: Sequence[Text], ui: str) -> tuple[DocumentReport, ...]:
    """Return a report per text of what another one contradicts; each contradiction once, where it is likelier wrong.

    That is the text whose value fewer of the texts have, else the one that was named later.
    """
    found: list[list[Finding]] = [[] for _ in texts]
    counts: Counter[Key] = Counter(key for text in texts for key in text.keys)
    for (i, one), (j, other) in combinations(enumerate(texts), 2):
        versions = _versions(one, other)
        for clash in (*(versions if versions is not None else _told_apart(one, other)), *_names(one, other)):
            first_is_rarer = clash.keys is not None and counts[clash.keys[0]] < counts[clash.keys[1]]
            if first_is_rarer:
                found[i].append(_finding(one, other, replace(clash, one=clash.other, other=clash.one), ui))
            else:
                found[j].append(_finding(other, one, clash, ui))
    return tuple(
        DocumentReport(
            document=text.document,
            as_of=text.document.date,
            findings=tuple(_once(own)),
            unverified=(),
            notices=text.document.notices,
        )
        for text, own in zip(texts, found, strict=True)
    )


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Join the findings about one place: several texts that disagree with it are evidence of one finding."""
    joined: dict[tuple[int, int], Finding] = {}
    for finding in sorted(findings, key=lambda f: (f.start, f.end)):
        before = joined.get((finding.start, finding.end))
        if before is None:
            joined[finding.start, finding.end] = finding
        else:
            joined[finding.start, finding.end] = replace(before, evidence=(*before.evidence, *finding.evidence))
    return list(joined.values())
