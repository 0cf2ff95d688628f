"""The words of the properties' labels, found in a text: inflected, in compounds, and as synonyms in both languages.

A label is a row of slots, one for each of its words that carries meaning; each slot is filled by the word itself or by
one that means the same. A label in another language only is read through the synonyms, and its unknown words as they
stand ("robots"). What is found of a label counts by the share of its slots.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from checker.analysis import stem, words_of
from checker.languages import grammar
from checker.synonyms import synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.analysis import Sentence
    from checker.properties import Property
    from checker.synonyms import Phrase

LABEL_WEIGHT = 0.8
"""The whole label, word by word; less where some of its words are missing."""
HALF_WEIGHT = LABEL_WEIGHT / 2
BARE_WEIGHT = 0.6
"""All of a label but what the kind of value says by itself ("Shifts: nine hours" for the length of a shift)."""
_SYNONYM = 0.92
"""How much a word that means the same says, beside the label's own."""
_GAP = 3
"""How many tokens may stand between the words of one slot ("drop-off point")."""
_SHORTEST = 3
"""Letters of the first part of a compound, and of its last, at least."""
_LINKS = ("", "s", "e", "n")
"""What joins the parts of a compound, as far as the stems have not lost it."""
_LONGEST = 3
"""Words of a label that are looked up as one phrase."""


_MEASURED = frozenset({"count", "ordinal", "quantity", "money", "percent", "duration"})
"""Types of property whose labels are read through synonyms; the chair of a board is no seat."""
Span = tuple[int, int]


class _Entry(NamedTuple):
    """A way to fill a slot: the stems before the last one, and how surely it does."""

    prop: str
    slot: int
    before: Phrase
    weight: float


@dataclass(slots=True)
class Hit:
    """What was found of one label: which slots, at which tokens, and how surely."""

    slots: dict[int, float] = field(default_factory=dict)
    spans: dict[int, Span] = field(default_factory=dict)
    """The tokens of each slot, first and last."""

    def note(self, slot: int, span: Span, weight: float) -> None:
        """Keep the surest words of a slot, of several the first."""
        if weight > self.slots.get(slot, 0.0):
            self.slots[slot] = weight
            self.spans[slot] = span


class LabelIndex:
    """Finds the labels of properties in sentences of one language."""

    def __init__(self, language: str) -> None:
        """Start without any label."""
        self._language = language
        self._compounds = grammar(language).compounds
        self._last: dict[str, list[_Entry]] = {}
        self._sizes: dict[str, int] = {}
        self._measures: dict[str, frozenset[int]] = {}
        """Of each label: the slots that the kind of value fills by itself."""

    def add(self, prop: Property) -> None:
        """Add the label of a property: that in the text's language, else those in other languages."""
        own = prop.label.get(self._language)
        measured = prop.type in _MEASURED
        if own:
            self._add(prop, own, self._language, measured=measured)
        elif measured and prop.label:
            language = min(prop.label)
            self._add(prop, prop.label[language], language, measured=True)

    def _add(self, prop: Property, label: str, language: str, *, measured: bool) -> None:
        words = tuple(words_of(label, language))
        table = synonyms(language, self._language) if measured else {}
        own = language == self._language
        slots: list[tuple[Phrase, frozenset[Phrase]]] = []
        for phrase in _phrases(words, table):
            slots.extend([(phrase, _of(phrase, table))] if own else _parts(phrase, table))
        for number, (phrase, others) in enumerate(slots):
            self._enter(prop.id, number, phrase, 1.0 if own else _SYNONYM)
            for other in sorted(others - {phrase}):
                self._enter(prop.id, number, other, _SYNONYM)
        if slots:
            self._sizes[prop.id] = len(slots)
        kinds = {(stem(word, language),) for word in grammar(language).measures.get(prop.type, ())}
        self._measures[prop.id] = frozenset(n for n, (phrase, _) in enumerate(slots) if phrase in kinds)

    def _enter(self, prop: str, slot: int, phrase: Phrase, weight: float) -> None:
        self._last.setdefault(phrase[-1], []).append(_Entry(prop, slot, phrase[:-1], weight))

    def find(self, sentence: Sentence) -> Iterator[tuple[str, float, list[Span]]]:
        """Yield the properties of whose label half or more stands in a sentence: weight, and where its words stand."""
        hits: dict[str, Hit] = {}
        for token in sentence.tokens:
            for entry in self._last.get(token.stem, ()):
                first = _first(sentence, token.index, entry.before)
                if first is not None:
                    hits.setdefault(entry.prop, Hit()).note(entry.slot, (first, token.index), entry.weight)
            if self._compounds:
                self._find_compound(token.stem, token.index, hits)
        for prop, hit in hits.items():
            size = self._sizes[prop]
            if size > 1 and len(hit.slots) * 2 < size:
                continue
            weight = LABEL_WEIGHT * sum(hit.slots.values()) / size
            if weight <= HALF_WEIGHT and frozenset(range(size)) - hit.slots.keys() <= self._measures[prop]:
                weight = BARE_WEIGHT
            yield prop, weight, sorted(set(hit.spans.values()))

    def _find_compound(self, word: str, index: int, hits: dict[str, Hit]) -> None:
        """Note a compound whose parts fill two slots of one label ("weekendkaart" for "kaart voor het weekend")."""
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            lasts = [e for e in self._last.get(word[cut:], ()) if not e.before]
            if not lasts:
                continue
            for link in _LINKS:
                first = word[:cut].removesuffix(link) if link else word[:cut]
                for head in lasts:
                    for part in self._last.get(first, ()):
                        if part.prop == head.prop and part.slot != head.slot and not part.before:
                            hit = hits.setdefault(head.prop, Hit())
                            hit.note(part.slot, (index, index), part.weight)
                            hit.note(head.slot, (index, index), head.weight)


def _of(phrase: Phrase, table: Mapping[Phrase, frozenset[Phrase]]) -> frozenset[Phrase]:
    return table.get(phrase, frozenset())


def _phrases(words: Phrase, table: Mapping[Phrase, frozenset[Phrase]]) -> Iterator[Phrase]:
    """Yield the words of a label, those together that have a synonym as a phrase."""
    at = 0
    while at < len(words):
        size = next((n for n in range(min(_LONGEST, len(words) - at), 1, -1) if words[at : at + n] in table), 1)
        yield words[at : at + size]
        at += size


def _parts(phrase: Phrase, table: Mapping[Phrase, frozenset[Phrase]]) -> list[tuple[Phrase, frozenset[Phrase]]]:
    """Return a word with its synonyms; a compound that has none as its two parts, where both are known."""
    if phrase in table or len(phrase) > 1:
        return [(phrase, _of(phrase, table))]
    word = phrase[0]
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head = (word[cut:],)
        if head not in table:
            continue
        for link in _LINKS:
            first = (word[:cut].removesuffix(link) if link else word[:cut],)
            if first in table:
                return [(first, table[first]), (head, table[head])]
    return [(phrase, frozenset())]


def _first(sentence: Sentence, index: int, before: Phrase) -> int | None:
    """Return where a phrase begins whose last stem is at `index`, with at most a few tokens between its words."""
    at = index
    for word in reversed(before):
        near = range(at - 1, max(-1, at - 2 - _GAP), -1)
        found = next((i for i in near if sentence.tokens[i].stem == word), None)
        if found is None:
            return None
        at = found
    return at
