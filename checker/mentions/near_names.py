"""Full names that are nearly one of the base: the same but for one word that begins and sounds like the right one.

"Ida Bergsema" for Ida Bergsinga, "Buro Kaap" for Bureau Kaap. One word alone may be anybody's; here the others vouch.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from checker.analysis import fold
from checker.spelling import inflected

if TYPE_CHECKING:
    from checker.factbase.model import Entity, FactBase

_MOST_WORDS = 4
_BEGINNING = 4
"""Letters that a surname must share with the right one."""
_SURNAME = 6
_OTHER = 4
"""Letters of some other word of an organisation's name, so that more than "the" agrees."""
_SURNAME_EDITS = 0.4
_WORD_EDITS = 0.4
_Key = tuple[int, tuple[str, ...]]


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in re.findall(r"[^\W_]+", name))


class NearNames:
    """Finds the names of one base that a name of several words is nearly."""

    def __init__(self, base: FactBase) -> None:
        """Index each name by what is left of it without one word; linear in the number of names."""
        self._names: dict[_Key, dict[str, str]] = {}
        self._whole: set[tuple[str, ...]] = set()
        self._entities = base.entities
        for entity in base.entities.values():
            for name in () if entity.country else entity.all_names():
                words = _words(name)
                self._whole.add(words)
                if 1 < len(words) <= _MOST_WORDS:
                    position = self._weak(entity, words)
                    key = (position, (*words[:position], *words[position + 1 :]))
                    self._names.setdefault(key, {})[name] = entity.id

    @staticmethod
    def _weak(entity: Entity, words: tuple[str, ...]) -> int:
        """Return which word may be wrong: a person's last, and of anything else the first, which says what it is."""
        return len(words) - 1 if entity.human else 0

    def find(self, text: str) -> tuple[str, str] | None:
        """Return (the right name, the entity) that a name is nearly, if it is one and no name of the base itself."""
        words = _words(text)
        if not 1 < len(words) <= _MOST_WORDS or words in self._whole:
            return None
        hits: dict[str, str] = {}
        for position in (0, len(words) - 1):
            rest = (*words[:position], *words[position + 1 :])
            for name, entity in self._names.get((position, rest), {}).items():
                right = _words(name)[position]
                human = self._entities[entity].human
                if (_same_surname if human else _same_kind)(words[position], right) and (
                    human or any(len(word) >= _OTHER for word in rest)
                ):
                    hits.setdefault(entity, name)
        return next(((name, entity) for entity, name in hits.items()), None) if len(hits) == 1 else None


def _near(one: str, other: str, share: float) -> bool:
    edits = OSA.distance(one, other)
    return one.isalpha() and not inflected(one, other) and edits <= share * max(len(one), len(other))


def _same_surname(one: str, other: str) -> bool:
    begins = one[:_BEGINNING] == other[:_BEGINNING]
    return begins and min(len(one), len(other)) >= _SURNAME and _near(one, other, _SURNAME_EDITS)


def _same_kind(one: str, other: str) -> bool:
    return one[:1] == other[:1] and abs(len(one) - len(other)) <= 2 and _near(one, other, _WORD_EDITS)
