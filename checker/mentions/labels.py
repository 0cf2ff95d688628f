"""The words of the properties' labels, found in a text: inflected, in compounds, and as synonyms in both languages.

A label is a row of slots, one for each of its words that carries meaning; each slot is filled by the word itself or by
one that means the same. A label in another language only is read through the synonyms, and its unknown words as they
stand ("robots"); then the property's id is a label too, if all its words are known. What is found of a label counts by
the share of its slots.
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
SYNONYM = 0.92
"""How much a word that means the same says, beside the label's own."""
_GAP = 3
"""How many tokens may stand between the words of one slot ("drop-off point")."""
_NEAR = 3
"""How many words may stand among those of a label that is read as one ("310 homes were renovated")."""
_SHORTEST = 3
"""Letters of the first part of a compound, and of its last, at least."""
_LINKS = ("", "s", "e", "n")
"""What joins the parts of a compound, as far as the stems have not lost it."""
_LONGEST = 3
"""Words of a label that are looked up as one phrase."""


_MEASURED = frozenset({"count", "ordinal", "quantity", "money", "percent", "duration"})
"""Types of property whose labels are read through synonyms; the chair of a board is no seat."""
_IDS = "en"
"""The language that ids are written in, as a rule."""
Span = tuple[int, int]


class _Label(NamedTuple):
    """One way to name a property: its id, how many slots, and which of them the kind of value fills by itself."""

    prop: str
    size: int
    kinds: frozenset[int]


class Found(NamedTuple):
    """A label of which half or more stands in a sentence: how surely and where.

    Of each span: first and last token, and whether all other words of a label of several stand near it.
    """

    prop: str
    weight: float
    spans: tuple[tuple[int, int, bool], ...]


class _Entry(NamedTuple):
    """A way to fill a slot of a label: the stems before the last one, and how surely it does."""

    label: int
    slot: int
    before: Phrase
    weight: float


@dataclass(slots=True)
class Hit:
    """What was found of one label: where each of its slots stands, and how surely."""

    slots: dict[int, dict[Span, float]] = field(default_factory=dict)
    """The tokens, first and last, of each occurrence, and its weight."""

    def note(self, slot: int, span: Span, weight: float) -> None:
        """Keep an occurrence; of two that end at one word the longer."""
        found = self.slots.setdefault(slot, {})
        shorter = [other for other in found if other[1] == span[1] and other[0] > span[0]]
        for other in shorter:
            del found[other]
        if not any(other[1] == span[1] and other[0] < span[0] for other in found):
            found[span] = max(weight, found.get(span, 0.0))

    def weight(self) -> float:
        """Return the sum of the surest words of each slot."""
        return sum(max(found.values()) for found in self.slots.values())

    def near(self, span: Span, slot: int) -> bool:
        """Whether an occurrence of every other slot stands beside one, with a few words between at most."""
        others = (found for number, found in self.slots.items() if number != slot)
        return all(any(max(first - span[1], span[0] - last) <= _NEAR + 1 for first, last in found) for found in others)


class LabelIndex:
    """Finds the labels of properties in sentences of one language."""

    def __init__(self, language: str) -> None:
        """Start without any label."""
        self._language = language
        self._compounds = grammar(language).compounds
        self._last: dict[str, list[_Entry]] = {}
        self._labels: list[_Label] = []
        rules = grammar(language)
        self._rooms = tuple(tuple(phrase.split()) for phrase in rules.rooms)
        self._capacity = tuple(stem(word, language) for word in rules.capacity)

    def add(self, prop: Property) -> None:
        """Add the label of a property in the text's language; without one, those in others, and its id."""
        measured = prop.type in _MEASURED
        if self._language in prop.label:
            self._add(prop, prop.label[self._language], self._language, measured=measured)
        elif measured:
            for language in sorted(prop.label):
                self._add(prop, prop.label[language], language, measured=True)
            if not (prop.cues.get(self._language) or prop.counts.get(self._language)):
                self._add(prop, prop.id.replace("_", " "), _IDS, measured=True, known=True)

    def _add(self, prop: Property, label: str, language: str, *, measured: bool, known: bool = False) -> None:
        """Add a label; only if each of its words is `known`, where there is a better one."""
        words = tuple(words_of(label, language))
        table = synonyms(language, self._language) if measured else {}
        own = language == self._language
        kinds: set[Phrase] = {(stem(word, language),) for word in grammar(language).measures.get(prop.type, ())}
        slots: list[tuple[Phrase, frozenset[Phrase]]] = []
        for phrase in _phrases(words, table):
            whole = [(phrase, _of(phrase, table))] if own else _parts(phrase, table)
            slots.extend(_measure(phrase, table, kinds) or whole)
        least = max((e.size for e in self._labels if e.prop == prop.id), default=0)
        if not slots or (known and (len(slots) < least or not all(o or phrase in kinds for phrase, o in slots))):
            return  # "battery" says less than "battery capacity"
        for number, (phrase, others) in enumerate(slots):
            if own or not known:
                self._enter(number, phrase, 1.0 if own and not known else SYNONYM)
            for other in sorted(others - {phrase}):
                self._enter(number, other, SYNONYM)
        self._labels.append(_Label(prop.id, len(slots), frozenset(n for n, (p, _) in enumerate(slots) if p in kinds)))

    def _enter(self, slot: int, phrase: Phrase, weight: float) -> None:
        self._last.setdefault(phrase[-1], []).append(_Entry(len(self._labels), slot, phrase[:-1], weight))

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Yield, of each property, the label that stands in a sentence best, if half of it or more does."""
        hits: dict[int, Hit] = {}
        for token in sentence.tokens:
            for entry in self._last.get(token.stem, ()):
                first = _first(sentence, token.index, entry.before)
                if first is not None:
                    hits.setdefault(entry.label, Hit()).note(entry.slot, (first, token.index), entry.weight)
            if self._compounds:
                self._find_compound(token.stem, token.index, hits)
            self._find_room(sentence, token.index, hits)
        best: dict[str, Found] = {}
        for number, hit in hits.items():
            prop, size, kinds = self._labels[number]
            if size > 1 and len(hit.slots) * 2 < size:
                continue
            weight = LABEL_WEIGHT * hit.weight() / size
            missing = frozenset(range(size)) - hit.slots.keys()
            if weight <= HALF_WEIGHT and missing <= kinds:
                weight = BARE_WEIGHT
            elif missing and missing <= kinds:  # "84 per cent of the power is green": the share of green power
                weight = max(weight, LABEL_WEIGHT * SYNONYM * hit.weight() / len(hit.slots))
            whole = size > 1 and len(hit.slots) == size
            spans = {span: whole and hit.near(span, slot) for slot, found in hit.slots.items() for span in found}
            found = Found(prop, weight, tuple((*span, near) for span, near in sorted(spans.items())))
            if prop not in best or weight > best[prop].weight:
                best[prop] = found
        yield from best.values()

    def _find_room(self, sentence: Sentence, index: int, hits: dict[int, Hit]) -> None:
        """Note "room for" as a word for capacity."""
        for phrase in self._rooms:
            span = sentence.tokens[index : index + len(phrase)]
            if tuple(t.norm for t in span) == phrase:
                for entry in (e for word in self._capacity for e in self._last.get(word, ()) if not e.before):
                    hits.setdefault(entry.label, Hit()).note(entry.slot, (index, span[-1].index), SYNONYM)

    def _find_compound(self, word: str, index: int, hits: dict[int, Hit]) -> None:
        """Note a compound whose parts fill two slots of one label ("weekendkaart" for "kaart voor het weekend")."""
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            lasts = [e for e in self._last.get(word[cut:], ()) if not e.before]
            if not lasts:
                continue
            for link in _LINKS:
                first = word[:cut].removesuffix(link) if link else word[:cut]
                for head in lasts:
                    for part in self._last.get(first, ()):
                        if part.label == head.label and part.slot != head.slot and not part.before:
                            hit = hits.setdefault(head.label, Hit())
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


def _measure(
    phrase: Phrase, table: Mapping[Phrase, frozenset[Phrase]], kinds: set[Phrase]
) -> list[tuple[Phrase, frozenset[Phrase]]]:
    """Return the parts of a compound that ends in what the kind of value says by itself ("alcoholpercentage")."""
    word = phrase[-1]
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1) if len(phrase) == 1 and phrase not in table else ():
        head = (word[cut:],)
        if head in kinds:
            firsts = {(word[:cut].removesuffix(link),) if link else (word[:cut],) for link in _LINKS}
            first = next((f for f in sorted(firsts) if f in table), (word[:cut],))
            return [(first, _of(first, table) | firsts), (head, _of(head, table))]
    return []


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
