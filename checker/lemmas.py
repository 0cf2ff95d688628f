"""The dictionary form of a word that its endings do not give away: "nam" is "nemen", "children" is "child".

Regular inflection is the business of the stemmer, which strips endings; this module knows what cannot be stripped. Each
language brings a table, `languages/<code>/lemmas.yaml`: irregular forms written out, weak verbs by their dictionary
form alone, particles that stand before a verb, and endings that tell the dictionary form of any verb or noun. A word
that could as well be another word is left alone: a missed form costs a match, a wrong one costs a false alarm.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

from checker.data import Table, load_packaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_VOWELS = frozenset("aeiou")
_VOICELESS = ("ch", "f", "k", "p", "s", "sh", "t")
"""Ends of a verb's base (before it is devoiced) that take "t" in past and participle; all others take "d"."""
_PARTICIPLE = "ge"
_LONGEST_WORD = 40
"""Longer strings are no words; they are handed back unread."""


def _split(value: object) -> object:
    """Words separated by white space, so that a table of thousands loads in milliseconds."""
    return tuple(value.split()) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_split)]


class Lemmas(Table):
    """What a language says of its irregular forms; all words folded (lower case, no diacritics)."""

    verbs: dict[str, Words]
    """Irregular verbs: dictionary form, other forms."""
    nouns: dict[str, Words]
    """Irregular nouns: dictionary form, plurals."""
    weak: Words = ()
    """Dictionary forms (in -en) of verbs all of whose forms are regular, but beyond stripping an ending."""
    unstressed: Words = ()
    """The same, where the last syllable of the base is unstressed, so that its vowel is not doubled."""
    prefixes: Words = ()
    """Unstressed prefixes: a weak verb that begins with one has no "ge" in its participle."""
    separable: Words = ()
    """Particles written together with the verb, before the "ge" of a participle."""
    participles: dict[str, str] = Field(default_factory=dict)
    """Endings of participles with "ge", and the ending of the dictionary form."""
    endings: dict[str, str] = Field(default_factory=dict)
    """Endings of other forms, and the ending of the dictionary form."""
    past: Words = ()
    """Endings that nearly always make a word the past of a verb."""
    ambiguous: Words = ()
    """Forms that are left alone, because they are another word at least as often."""


@dataclass(frozen=True, slots=True)
class _Index:
    """The table of a language, turned round: from form to dictionary form."""

    whole: Mapping[str, str]
    """Words as they stand; dictionary forms and ambiguous words map to themselves."""
    verbs: Mapping[str, str]
    """Forms of verbs as they may follow a particle, ambiguous ones too."""
    plurals: Mapping[str, str]
    """Plurals that may end a compound."""
    table: Lemmas
    particles: frozenset[str]


def _base(infinitive: str, *, unstressed: bool) -> str:
    """Return the first person of a weak verb: "maken" is "maak", "stellen" is "stel", "reizen" is "reis"."""
    base = infinitive[:-2]
    last = base[-1]
    if last in _VOWELS:
        return base
    if base[-2] == last:
        base = base[:-1]
    elif not unstressed and last not in "wx" and base[-2] in _VOWELS and base[-3:-2] not in _VOWELS:
        base = base[:-1] + base[-2] + last
    return base[:-1] + {"v": "f", "z": "s"}.get(last, last)


def _weak_forms(infinitive: str, prefixes: tuple[str, ...], *, unstressed: bool) -> Iterator[str]:
    """Yield the third person, the past and the participle (and its inflected form) of a weak verb."""
    base = _base(infinitive, unstressed=unstressed)
    dental = "t" if infinitive[:-2].endswith(_VOICELESS) else "d"
    prefixed = any(infinitive.startswith(p) and _VOWELS & set(infinitive[len(p) : -2]) for p in prefixes)
    ge = "" if prefixed else _PARTICIPLE
    yield from (f"{base}{dental}e", f"{base}{dental}en")
    if not base.endswith("t"):
        yield f"{base}t"
    if base.endswith(("t", "d")):
        yield from (f"{ge}{base}", f"{ge}{infinitive[:-1]}")
    else:
        yield from (f"{ge}{base}{dental}", f"{ge}{base}{dental}e")


@cache
def _index(language: str) -> _Index:
    table = load_packaged(Lemmas, "languages", language, "lemmas.yaml")
    unstressed = frozenset(table.unstressed)
    regular = (*(verb for verb in table.weak if verb not in unstressed), *table.unstressed)
    verbs = {lemma: lemma for lemma in (*table.verbs, *regular)}
    for infinitive, forms in table.verbs.items():
        for form in forms:
            verbs.setdefault(form, infinitive)
    for infinitive in regular:
        for form in _weak_forms(infinitive, table.prefixes, unstressed=infinitive in unstressed):
            verbs.setdefault(form, infinitive)
    plurals = {form: noun for noun, forms in table.nouns.items() for form in forms}
    whole = {**plurals, **verbs, **{word: word for word in (*table.nouns, *table.ambiguous)}}
    heads = {form: noun for form, noun in plurals.items() if len(form) >= 6}
    return _Index(whole, verbs, heads, table, frozenset(table.separable))


def _by_ending(word: str, endings: Mapping[str, str]) -> str | None:
    """Return the dictionary form that the longest known ending tells, where three letters or more stand before it."""
    for cut in range(3, len(word)):
        ending = endings.get(word[cut:])
        if ending is not None:
            return word[:cut] + ending
    return None


def _participle(word: str, index: _Index) -> str | None:
    if not word.startswith(_PARTICIPLE):
        return None
    return _by_ending(word[len(_PARTICIPLE) :], index.table.participles)


def _trace(word: str, index: _Index) -> str:
    """Return the dictionary form of a word by the first way that knows it, else the word."""
    known = index.whole.get(word) or _participle(word, index)
    if known is not None:
        return known
    for cut in range(2, len(word) - 2):
        if word[:cut] in index.particles:
            rest = word[cut:]
            verb = index.verbs.get(rest) or _participle(rest, index)
            if verb is not None:
                return word[:cut] + verb
    if index.table.separable:  # a language that writes words together
        for cut in range(3, len(word) - 5):
            noun = index.plurals.get(word[cut:])
            if noun is not None:
                return word[:cut] + noun
    return _by_ending(word, index.table.endings) or word


@lru_cache(maxsize=65536)
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a folded word (lower case, no diacritics), or the word itself.

    Only forms that the stemmer cannot bring together are changed, and only where no other common word is written so.
    The result is its own lemma. Raises FileNotFoundError for a language without a table.
    """
    if len(word) > _LONGEST_WORD:
        return word
    index = _index(language)
    found = _trace(word, index)
    while found != word:  # each way shortens the word or ends at a dictionary form, so this ends
        word, found = found, _trace(found, index)
    return found


def is_verb(word: str, language: str) -> bool:
    """Whether a word is a known form of a verb. Raises FileNotFoundError for a language without a table."""
    return word.lower() in _index(language).verbs


@lru_cache(maxsize=65536)
def finite(word: str, language: str) -> bool:
    """Whether a folded word is an inflected form of a verb and no common noun: "drew", "was", "speelde"."""
    index = _index(language)
    infinitive = index.verbs.get(word)
    if infinitive is None:
        return len(word) > len("used") and any(word.endswith(ending) for ending in index.table.past)
    return infinitive != word and word not in index.table.ambiguous and not _is_participle(word, infinitive)


def _is_participle(word: str, infinitive: str) -> bool:
    return word.startswith(_PARTICIPLE) and not infinitive.startswith(_PARTICIPLE)
