"""The words that signal properties: cues, counted nouns and labels, found in a text of one language.

A property's own cues and counted nouns count in full; the words of its label count together, by the share of them that
stands in the sentence. In a language that writes compounds together, a word's end is a cue too ("wereldtitel").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import Gapped, Phrases, fold, stem
from checker.languages import grammar, tenures
from checker.lemmas import finite
from checker.mentions import CueMention
from checker.mentions.activities import ACTIVITY_WEIGHT, activity_words
from checker.mentions.changing import changed_words
from checker.mentions.events import event_words
from checker.mentions.labels import HALF_WEIGHT, LabelIndex
from checker.properties import built_in

if TYPE_CHECKING:
    from checker.analysis import Passage, Sentence
    from checker.factbase.model import FactBase
    from checker.properties import Property

NOUN_WEIGHT = 0.85
"""A counted noun somewhere in the sentence, away from the number."""
COMPOUND_WEIGHT = 0.9
_MIN_COMPOUND = 4


class CueIndex:
    """Finds the cues of every property that a fact base uses, and of the built-in ones as rivals."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Build the index for one language."""
        self._language = language
        self._phrases = Phrases("LEMMA", language)
        self._gapped = Gapped(language)
        self._heads: dict[str, list[tuple[str, float]]] = {}
        self._labels = LabelIndex(language)
        self._compounds = grammar(language).compounds
        self._anybody = frozenset(grammar(language).anybody) - frozenset(grammar(language).parts)
        self._taking = frozenset(tenures(language).taking)
        self._counts: dict[str, frozenset[str]] = {}
        self._changed: dict[str, list[str]] = {}
        self._types: dict[str, str] = {prop.id: prop.type for prop in base.properties.values()}
        used = set(base.by_property)
        for prop in base.properties.values():
            self._add(prop, own=prop.id in used)

    def _add(self, prop: Property, *, own: bool) -> None:
        language = self._language
        nouns = prop.counts.get(language, ())
        self._counts[prop.id] = frozenset(stem(noun, language) for noun in nouns)
        weights = event_words(prop, language) if own and prop.id not in built_in() else {}
        activity = activity_words(prop, language) if own else {}
        weights |= activity
        weights |= dict.fromkeys(nouns, NOUN_WEIGHT) | dict.fromkeys(prop.cues.get(language, ()), 1.0)
        if own and prop.type == "percent":
            for words in changed_words(prop, language) or ():
                for word in words:
                    self._changed.setdefault(word, []).append(prop.id)
        for phrase, weight in weights.items():
            payload = (prop.id, weight)
            if "..." in phrase:
                self._gapped.add(phrase, payload)
                continue
            self._phrases.add(phrase, payload)
            is_head = " " not in phrase and len(fold(phrase)) >= _MIN_COMPOUND and not finite(fold(phrase), language)
            if self._compounds and is_head and weight != ACTIVITY_WEIGHT:
                self._heads.setdefault(stem(phrase, language), []).append((prop.id, weight * COMPOUND_WEIGHT))
        if own:
            self._labels.add(prop)

    def counts(self, prop: str, noun: str) -> float:
        """Return how surely a property counts a noun: 1 for itself, inflected; less for the end of a compound."""
        nouns = self._counts.get(prop, frozenset())
        key = stem(noun, self._language)
        if key in nouns:
            return 1.0
        people = {stem(word, self._language) for word in self._anybody}
        if noun.casefold() in self._anybody and nouns & people:
            return 1.0  # who counts "mensen" counts "man" too, and women alone only as a part
        tail = self._compounds and any(len(n) >= _MIN_COMPOUND and key.endswith(n) for n in nouns)
        return COMPOUND_WEIGHT if tail else 0.0

    def phrase_counted(self, prop: str, cue: CueMention, noun_start: int) -> bool:
        """Whether a cue is a counted noun of several words that ends in the noun at an offset ("recce vehicles")."""
        return cue.property == prop and cue.start < noun_start < cue.end and cue.weight == NOUN_WEIGHT

    def find(self, passage: Passage) -> list[dict[str, list[CueMention]]]:
        """Return, for each sentence of a passage, the cue mentions by property id."""
        found: list[dict[str, list[CueMention]]] = [{} for _ in passage.sentences]

        def note(start: int, end: int, payloads: list[tuple[str, float]]) -> None:
            for number, sentence in enumerate(passage.sentences):
                if sentence.start <= start and end <= sentence.end:
                    first, last = sentence.at(start), sentence.at(end - 1)
                    for prop, weight in payloads:
                        mention = CueMention(start=start, end=end, first=first, last=last, property=prop, weight=weight)
                        found[number].setdefault(prop, []).append(mention)
                    return

        for first, end, payloads in self._phrases.find(passage.doc):
            note(*passage.offsets(first, end), payloads)
        for first, end, gapped in self._gapped.find(passage.doc):
            note(*passage.offsets(first, end), gapped)  # type: ignore[arg-type]
        for cues in found:
            _keep_longest(cues, self._types)
        for number, sentence in enumerate(passage.sentences):
            if any(token.norm in self._taking for token in sentence.tokens):
                _drop_activities(found[number])
            if self._compounds:
                self._add_compounds(sentence, found[number])
            self._add_labels(sentence, found[number])
            self._add_changed(sentence, found[number])
        return found

    def _add_compounds(self, sentence: Sentence, found: dict[str, list[CueMention]]) -> None:
        for token in sentence.tokens:
            word = token.stem
            for cut in range(3, len(word) - _MIN_COMPOUND + 2):
                hits = self._heads.get(word[cut:])
                if hits:
                    for prop, weight in hits:
                        found.setdefault(prop, []).append(
                            CueMention(
                                start=token.start,
                                end=token.end,
                                first=token.index,
                                last=token.index,
                                property=prop,
                                weight=weight,
                            )
                        )
                    break

    def _add_changed(self, sentence: Sentence, found: dict[str, list[CueMention]]) -> None:
        """Note the words for what a property is a change of: "rents" for the rent increase."""
        for token in sentence.tokens:
            for prop in self._changed.get(token.stem, ()):
                if not any(c.first <= token.index <= c.last for c in found.get(prop, ())):
                    found.setdefault(prop, []).append(
                        CueMention(
                            start=token.start,
                            end=token.end,
                            first=token.index,
                            last=token.index,
                            property=prop,
                            weight=HALF_WEIGHT,
                        )
                    )

    def _add_labels(self, sentence: Sentence, found: dict[str, list[CueMention]]) -> None:
        for prop, weight, spans in self._labels.find(sentence):
            for first, last, whole in spans:
                start, end = sentence.tokens[first].start, sentence.tokens[last].end
                mention = CueMention(
                    start=start, end=end, first=first, last=last, property=prop, weight=weight, whole=whole
                )
                found.setdefault(prop, []).append(mention)


def _drop_activities(cues: dict[str, list[CueMention]]) -> None:
    """Take away the words for an activity where a verb says what takes so long ("the tour takes an hour")."""
    for prop in list(cues):
        cues[prop] = [cue for cue in cues[prop] if cue.weight != ACTIVITY_WEIGHT]
        if not cues[prop]:
            del cues[prop]


def _keep_longest(cues: dict[str, list[CueMention]], types: dict[str, str]) -> None:
    """Drop each cue that is only a word of a longer cue of another property of its type ("held" in "first held")."""
    long = [c for own in cues.values() for c in own if c.last > c.first]
    for prop, own in list(cues.items()):
        kept = [
            c
            for c in own
            if not any(
                other.property != prop
                and types[other.property] == types[prop]
                and other.first <= c.first
                and c.last <= other.last
                and other.weight >= c.weight
                and other.last - other.first > c.last - c.first
                for other in long
            )
        ]
        if kept:
            cues[prop] = kept
        else:
            del cues[prop]
