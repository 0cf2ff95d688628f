"""When two written names are one with a slip: a letter wrong, missing, doubled or swapped, or the same by sound."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_SHORTEST = 5
"""Letters from which on one edit is a slip; below that too many other names are one edit away."""
_LONG = 9
"""Letters from which on two edits are."""
_SOUNDS = (
    ("ij", "y"), ("ei", "y"), ("ey", "y"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"),
    ("sch", "sx"), ("ch", "g"),
    ("qu", "kw"), ("x", "ks"), ("c", "k"), ("z", "s"), ("v", "f"), ("uy", "ui"), ("ae", "a"), ("oe", "u"), ("ou", "au"),
    ("ie", "i"),
)  # fmt: skip
"""Spellings of one sound in Dutch and English names, in the order in which they are replaced."""
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a key that words of one sound share; `word` is folded (lower case, no diacritics)."""
    key = word
    for spelled, meant in _SOUNDS:
        key = key.replace(spelled, meant)
    key = _DOUBLE.sub(r"\1", key)
    return key[:-1] + "t" if key.endswith("d") else key


def inflected(one: str, other: str) -> bool:
    """Whether two folded words differ only by an ending of the plural, the possessive or an adjective."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in ("s", "e", "en", "es", "er", "se", "ers", "n", "r")


def slipped(one: str, other: str) -> bool:
    """Whether two folded words are one with a slip, and not two words: one edit, two in a long word, or one sound."""
    if one == other or not (one.isalpha() and other.isalpha()) or inflected(one, other):
        return False
    size = min(len(one), len(other))
    if size < _SHORTEST:
        return False
    allowed = 1 if size < _LONG else 2
    edits = OSA.distance(one, other, score_cutoff=3)
    if one[0] == other[0] and edits <= allowed:
        return True
    return edits <= 3 and sound(one) == sound(other)
