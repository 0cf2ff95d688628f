"""Number words, from "zero" to the billions: a strict grammar driven by the tables of a language.

A compound ("honderdeenentwintig") is first cut into the parts that the table knows; the same grammar then reads parts
of one word and words with spaces or hyphens between them. It refuses rows of numbers that form none ("twee drie" is
read as two, and then three).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.values.lexicon import Lexicon
    from checker.values.tables import Numerals
    from checker.values.tokens import Token

_MAX_PARTS = 40
_MAX_WORD = 80


class Part(NamedTuple):
    """A part of a number word: kind is `unit` (below 20), `ten`, `hundred`, `scale`, `and` or `article`."""

    kind: str
    value: int
    ordinal: bool = False


class Spelled(NamedTuple):
    """A number in words: `end` is the index after its last token, `year` that it is paired as only years are."""

    number: int
    end: int
    ordinal: bool
    year: bool = False
    bare_article: bool = False


def _kind(value: int) -> str:
    if value < 20:
        return "unit"
    return "ten" if value < 100 else "hundred" if value == 100 else "scale"


def number_parts(table: Numerals) -> dict[str, Part]:
    """Return every part of a number word of a language."""
    parts = {word: Part("and", 0) for word in table.joiners}
    parts |= {word: Part("article", 1) for word in table.articles}
    for words in (table.units, table.tens, table.hundreds, table.scales):
        parts |= {word: Part(_kind(value), value) for word, value in words.items()}
    parts |= {word: Part(_kind(value), value, ordinal=True) for word, value in table.ordinals.items()}
    return parts


def split_word(lexicon: Lexicon, word: str) -> tuple[Part, ...] | None:
    """Cut one word into number parts, or return None where that cannot be done."""
    known = lexicon.parts.get(word)
    if known is not None:
        return (known,)
    if word[:2] not in lexicon.part_starts or len(word) > _MAX_WORD:
        return None
    if word in lexicon.compounds:
        return lexicon.compounds[word]
    # From the end: cut[i] is the first part of the longest-parts-first reading of word[i:], or None.
    cuts: list[int] = [0] * len(word) + [len(word)]
    for start in range(len(word) - 1, -1, -1):
        for end in range(min(len(word), start + lexicon.longest_part), start, -1):
            if cuts[end] and word[start:end] in lexicon.parts:
                cuts[start] = end
                break
    parts: list[Part] = []
    at = 0
    while at < len(word) and cuts[at]:
        parts.append(lexicon.parts[word[at : cuts[at]]])
        at = cuts[at]
    if len(parts) > 1:  # inside a compound the article is a one: "honderdeen"
        parts = [Part("unit", 1) if part.kind == "article" else part for part in parts]
    result = tuple(parts) if at == len(word) and parts[-1].kind != "and" and parts[0].kind != "and" else None
    if len(lexicon.compounds) < 20_000:
        lexicon.compounds[word] = result
    return result


class _Reader:
    """Reads one number from a row of parts; positions are indices in that row."""

    def __init__(self, parts: list[Part], *, unit_first: bool) -> None:
        self.parts = parts
        self.unit_first = unit_first
        self.ordinal = False

    def at(self, index: int) -> Part | None:
        return self.parts[index] if index < len(self.parts) and not self.ordinal else None

    def take(self, part: Part) -> int:
        self.ordinal = part.ordinal
        return part.value

    def below_hundred(self, index: int) -> tuple[int, int]:
        part = self.at(index)
        if part is None or part.kind not in ("unit", "ten", "article"):
            return 0, index
        one = part.kind != "ten" and 1 <= part.value <= 9 and not part.ordinal
        if self.unit_first and one:
            joiner, ten = self.at(index + 1), self.at(index + 2)
            if joiner and ten and joiner.kind == "and" and ten.kind == "ten":
                return part.value + self.take(ten), index + 3
        if part.kind == "article":
            return 0, index
        value = self.take(part)
        following = self.at(index + 1)
        grows = part.kind == "ten" and not self.unit_first
        if grows and following and following.kind == "unit" and 1 <= following.value <= 9:
            return value + self.take(following), index + 2
        return value, index + 1

    def rest(self, index: int) -> tuple[int, int]:
        """Read what follows a hundred, with or without "and"."""
        part = self.at(index)
        skip = index + 1 if part and part.kind == "and" else index
        value, end = self.below_hundred(skip)
        return (value, end) if end > skip and value else (0, index)

    def below_thousand(self, index: int) -> tuple[int, int]:
        part = self.at(index)
        value, end = self.below_hundred(index)
        if part and part.kind == "article" and end == index:
            value, end = 1, index + 1
        following = self.at(end)
        if following and following.kind == "hundred" and (end == index or 0 < value < 100):
            value = (value or 1) * self.take(following)
            more, end = self.rest(end + 1)
            return value + more, end
        return (value, end) if not part or part.kind != "article" or end > index + 1 else (1, index + 1)

    def number(self) -> tuple[int, int, bool]:
        """Return value, index after it, and whether it is a pair of tens as only years are written."""
        total, index, ceiling = 0, 0, 10**18
        while True:
            part = self.at(index)
            skip = index + 1 if index and part and part.kind == "and" else index
            value, end = self.below_thousand(skip)
            scale = self.at(end)
            if scale and scale.kind == "scale" and scale.value < ceiling and (end == skip or value):
                ceiling = scale.value
                total += (value or 1) * self.take(scale)
                index = end + 1
                continue
            if end > skip and value < ceiling and not (skip > index and value == 0):
                article = self.parts[skip].kind == "article" and end == skip + 1
                if index and article:
                    return total, index, False
                if not index and 10 <= value <= 21 and not article:
                    pair, pair_end = self.below_hundred(end)
                    if pair_end > end and pair >= 10:
                        return value * 100 + pair, pair_end, True
                return total + value, end, False
            return total, index, False


def _apart(before: Part, after: Part) -> bool:
    """Whether two parts in a row can belong to no one number, as "two three"; "nineteen eighteen" can, as a year."""
    both = before.kind in ("unit", "article") and after.kind in ("unit", "article")
    return both and min(before.value, after.value) < 10


def read_spelled(lexicon: Lexicon, tokens: list[Token], start: int) -> Spelled | None:
    """Return the number in words that begins at a token, the longest that the grammar allows, or None."""
    first = split_word(lexicon, tokens[start].key)
    if first is None or first[0].kind == "and":
        return None
    parts: list[Part] = []
    ends: list[int] = []
    index = start
    row: tuple[Part, ...] | None = first
    while row is not None and len(parts) < _MAX_PARTS:
        parts.extend(row)
        index += 1
        ends.extend([0] * (len(row) - 1) + [index])
        if row[-1].ordinal or index >= len(tokens):
            break
        follow = index
        if tokens[index].text in "-‐‑" and tokens[index].glued and index + 1 < len(tokens) and tokens[index + 1].glued:
            follow = index + 1
        row = split_word(lexicon, tokens[follow].key) if tokens[follow].kind == "word" else None
        if row is not None and _apart(parts[-1], row[0]):
            break
        if row is not None and follow > index:
            row = tuple(Part("unit", 1) if part.kind == "article" else part for part in row)
            index = follow
    while parts:
        reader = _Reader(parts, unit_first=lexicon.numerals.unit_first)
        value, used, year = reader.number()
        if not used:
            return None
        end = ends[used - 1]
        if end:
            article = used == 1 and parts[0].kind == "article"
            return Spelled(value, end, reader.ordinal, year, article)
        # The reading ends inside a word: that word belongs to no number, so try without it.
        whole = [position for position, stop in enumerate(ends[:used]) if stop]
        if not whole:
            return None
        parts, ends = parts[: whole[-1] + 1], ends[: whole[-1] + 1]
    return None


def read_grown(lexicon: Lexicon, token: Token, endings: Iterable[str]) -> tuple[int, str] | None:
    """Return the number and the ending of one word made of both ("zesvoudige", "driedaags"), or None."""
    if token.kind != "word":
        return None
    for ending in endings:
        if token.key.endswith(ending) and len(token.key) > len(ending) + 1:
            spelled = read_spelled(lexicon, [token._replace(key=token.key[: -len(ending)].rstrip("-"))], 0)
            if spelled and not spelled.ordinal and not spelled.bare_article:
                return spelled.number, ending
    return None
