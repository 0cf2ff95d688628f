"""In which direction something is measured: "3.1 metres wide" is no height, and "1.2 metres high" no width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import grammar

if TYPE_CHECKING:
    from checker.mentions import Scene, ValueMention
    from checker.properties import Property


class Dimensions:
    """Knows the words of one language for the directions of a measure."""

    def __init__(self, language: str) -> None:
        """Collect the words."""
        self._language = language
        self._directions = {word: number for number, words in enumerate(grammar(language).dimensions) for word in words}
        self._said: dict[str, frozenset[int]] = {}

    def excludes(self, spec: Property, scene: Scene, mention: ValueMention) -> bool:
        """Whether the word right behind a measure names another direction than all that a property's words name."""
        behind = scene.sentence.tokens[mention.last + 1 : mention.last + 2]
        if mention.value.type != "quantity" or not behind or behind[0].norm not in self._directions:
            return False
        if spec.id not in self._said:
            self._said[spec.id] = self._named(spec)
        named = self._said[spec.id]
        return bool(named) and self._directions[behind[0].norm] not in named

    def _named(self, spec: Property) -> frozenset[int]:
        """Return the directions that the label and the cues of a property name, compounds of them included."""
        phrases = (spec.label.get(self._language, ""), *spec.cues.get(self._language, ()))
        words = {word for phrase in phrases for word in phrase.casefold().split()}
        return frozenset(number for known, number in self._directions.items() if any(w.endswith(known) for w in words))
