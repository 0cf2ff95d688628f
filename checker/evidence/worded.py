"""Qualifiers that are words and numbers: "the second season", "round C", "the women's race", "a 33cl bottle".

What a text says of a kind of qualifier is known by the values that the fact base has of it: of these, those that stand
in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import RootModel

from checker.analysis import stem, words_of
from checker.data import Table, load_packaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.evidence.setting import Setting
    from checker.mentions import Scene, ValueMention

_NEAR = 2
"""How many words may stand between an ordinal and its noun ("the second and last season")."""


class Groups(RootModel[tuple[dict[str, tuple[str, ...]], ...]]):
    """Words that may stand for one another, by their language."""


class Wordings(Table):
    """What texts call the kinds of qualifiers, and their values."""

    kinds: tuple[dict[str, tuple[str, ...]], ...]
    values: tuple[dict[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A stretch of a sentence that says a value of a kind; token indices are included, offsets are the document's."""

    value: str
    text: str
    first: int
    last: int
    start: int
    end: int


@cache
def _wordings() -> Wordings:
    return load_packaged(Wordings, "evidence", "worded.yaml")


class WordedQualifiers:
    """Finds such qualifiers in the sentences of one document."""

    def __init__(self, setting: Setting) -> None:
        """Collect the values that the fact base has of every kind."""
        self._language = setting.language
        self._labels = {prop.id: prop.label.get(setting.language, "") for prop in setting.base.properties.values()}
        self._entities = setting.base.entities
        self._scenes = setting.scenes
        self._articles = setting.articles
        self._values: dict[str, set[str]] = {}
        for statement in setting.base.statements:
            for kind, value in statement.where.items():
                if value not in self._entities:
                    self._values.setdefault(kind, set()).add(value)
        self._found: dict[tuple[str, int], list[Worded]] = {}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of qualifiers that the fact base has such values of."""
        return tuple(sorted(self._values))

    def said(self, kind: str, scene: Scene) -> list[Worded]:
        """Return what a sentence says of a kind of qualifier, in the order of the text."""
        key = kind, scene.index
        if key not in self._found:
            nouns = self._nouns(kind)
            values = sorted(self._values.get(kind, ()))
            found = [w for value in values for w in self._find(value, nouns, scene)]
            if not found and scene.index > 0 and self.said(kind, self._scenes[scene.index - 1]):
                found = [w for value in values for w in self._others_of(value, scene)]
            self._found[key] = sorted(found, key=lambda w: (w.first, w.value))
        return self._found[key]

    def _others_of(self, value: str, scene: Scene) -> list[Worded]:
        """Return where a sentence begins with another one of what the sentence before told of ("Het tweede, dat ...").

        An article, an ordinal, and no noun.
        """
        tokens = scene.sentence.tokens
        return [
            Worded(value, m.value.text, m.first, m.last, m.start, m.end)
            for m in scene.values
            if m.first == 1 and m.value.type == "ordinal" and str(m.value.number) == value
            if m.value.noun is None and tokens[0].norm in self._articles
        ]

    def _nouns(self, kind: str) -> frozenset[str]:
        """Return the stems of the nouns for a kind."""
        own = kind.replace("_", " ")
        found = {*words_of(own, self._language), *words_of(self._labels.get(kind, ""), self._language)}
        return frozenset(found | self._others(own, "kinds"))

    def _others(self, word: str, what: str) -> set[str]:
        groups: tuple[Mapping[str, tuple[str, ...]], ...] = getattr(_wordings(), what)
        own = word.casefold()
        same = (group for group in groups if any(own in words for words in group.values()))
        return {stem(w, self._language) for group in same for w in group.get(self._language, ())}

    def _find(self, value: str, nouns: frozenset[str], scene: Scene) -> list[Worded]:
        tokens = scene.sentence.tokens
        stems = [stem(token.text, self._language) for token in tokens]
        found: list[tuple[int, int]] = []
        if value.isdecimal() or len(value) == 1:
            for index, one in enumerate(stems):
                if one in nouns and index + 1 < len(tokens) and tokens[index + 1].text.casefold() == value.casefold():
                    found.append((index, index + 1))
            found.extend(self._numbered(value, nouns, stems, scene.values))
        else:
            words = list(words_of(value.replace("-", " ").replace("_", " "), self._language))
            size = len(words)
            found.extend((i, i + size - 1) for i in range(len(stems)) if words and stems[i : i + size] == words)
            others = self._others(value, "values")
            found.extend((i, i) for i, one in enumerate(stems) if one in others and (i, i) not in found)
        return [
            Worded(value, " ".join(t.text for t in tokens[a : b + 1]), a, b, tokens[a].start, tokens[b].end)
            for a, b in found
        ]

    @staticmethod
    def _numbered(
        value: str, nouns: frozenset[str], stems: list[str], values: Sequence[ValueMention]
    ) -> list[tuple[int, int]]:
        """Return where a number stands before its noun, as an ordinal, or behind it in words."""
        found = []
        for mention in values:
            if mention.value.number is None or str(mention.value.number) != value:
                continue
            behind = stems[mention.last + 1 : mention.last + 2 + _NEAR]
            if mention.value.type == "ordinal" and nouns & set(behind):
                noun = next(i for i, one in enumerate(behind) if one in nouns)
                found.append((mention.first, mention.last + 1 + noun))
            elif mention.value.type == "count" and mention.first and stems[mention.first - 1] in nouns:
                found.append((mention.first - 1, mention.last))
        return found
