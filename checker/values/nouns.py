"""The noun that a number counts, told without a tagger: from endings and from lists of words that end a noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.values.context import HYPHENS

if TYPE_CHECKING:
    from checker.values.context import Context

_REACH = 6
_LONGEST_CHAIN = 12
"""Tokens of a hyphenated word; a longer chain is cut."""


class _Word(NamedTuple):
    """A word with what is hyphenated to it: offsets in the text, and the index after its last token."""

    start: int
    end: int
    after: int
    key: str
    capital: bool


def _word(context: Context, index: int) -> _Word | None:
    if index >= len(context.tokens):
        return None
    first = context.tokens[index]
    if first.kind not in ("word", "figure") or (first.kind == "figure" and index not in context.masked):
        return None
    after = index + 1
    while after < min(len(context.tokens), index + _LONGEST_CHAIN) and context.tokens[after].glued:
        token = context.tokens[after]
        if token.kind in ("word", "figure") or (token.text in HYPHENS and context.glued(after + 1)):
            after += 1
            continue
        break
    last = context.tokens[after - 1]
    return _Word(first.start, last.end, after, last.key, first.text[0].isupper() or first.kind == "figure")


def _plural(context: Context, word: _Word) -> bool:
    nouns = context.lexicon.nouns
    return (
        word.key.endswith(nouns.plural_endings) and len(word.key) > 3 and word.key not in context.lexicon.not_plural
    ) or (word.key.endswith(nouns.plurals))


def counted_noun(context: Context, start: int, *, singular: bool = False) -> tuple[int, int] | None:
    """Return the span of the head noun of the phrase that begins at a token, or None where there is none.

    `singular` says that the number before it is one, so that no plural is looked for.
    """
    lexicon = context.lexicon
    index = start
    last: _Word | None = None
    name: _Word | None = None
    spare: _Word | None = None
    for _ in range(_REACH):
        word = _word(context, index)
        if word and singular and index == start and word.key in lexicon.nouns.nouns_too:
            return word.start, word.end
        if (
            word is None
            or (word.key in lexicon.stops and not word.capital)
            or (word.capital and word.key in lexicon.stops and last)
            or word.key in lexicon.moment_words
        ):
            break
        if _number_word(context, index):
            if index > start:
                break
            index = word.after
            continue
        if lexicon.nouns.capitalised and name and not word.capital:
            break
        if word.capital:
            name = last = word
        elif word.key in lexicon.skipped:
            pass
        elif _plural(context, word) and not singular:
            plural = _second_plural(context, word.after) or word
            return plural.start, plural.end
        elif not word.key.endswith(lexicon.nouns.adjective_endings):
            if singular:
                return word.start, word.end
            if name:
                break
            last = word
        elif not word.key.endswith(lexicon.nouns.never_noun_endings):
            spare = word
        index = word.after
    head = last or spare
    return (head.start, head.end) if head else None


def _second_plural(context: Context, index: int) -> _Word | None:
    """Return the head of "sales managers": a plural right after a plural, where its ending is that of a noun."""
    word = _word(context, index)
    if word is None or word.capital or word.key in context.lexicon.stops:
        return None
    return word if _plural(context, word) and word.key.endswith(context.lexicon.nouns.noun_endings) else None


def _number_word(context: Context, index: int) -> bool:
    return context.tokens[index].key in context.lexicon.parts


def counted_plural(context: Context, index: int) -> bool:
    """Whether a plural in lower case stands at a token, as after a count ("2000 bezoekers")."""
    word = _word(context, index)
    return word is not None and not word.capital and word.key not in context.lexicon.stops and _plural(context, word)
