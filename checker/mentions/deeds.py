"""Nouns for who made, owns or runs something, with the verbs that say it: "designer", "designed by", "designed".

A property whose label is such a noun needs no cues of its own: its verbs are read from here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pydantic import Field

from checker.analysis import fold
from checker.data import Table, load_packaged, packaged
from checker.languages import grammar

if TYPE_CHECKING:
    from checker.properties import Property

_SHORTEST = 4
"""Letters of a noun that may be the end of a compound."""


class Deed(Table):
    """What doers of one kind do."""

    doers: tuple[str, ...]
    done: tuple[str, ...] = ()
    """Participles before "by"."""
    did: tuple[str, ...] = ()
    """Finite verbs between the doer and the thing; a second word stands behind the thing ("richtte ... op")."""
    deed: tuple[str, ...] = ()
    """Nouns for what they did: "the design is by"."""
    at: tuple[str, ...] = ()
    """Prepositions beside "by" ("insured with")."""
    given: tuple[str, ...] = ()
    """Verbs with a preposition of their own ("the prize went to")."""
    made: bool = False
    """Whether the thing itself is "by" them ("a novel by")."""
    lasting: bool = False
    """Whether it goes on, so that "was led by" and "until 2010" tell of another time."""
    many: bool = False
    """Whether there may be several, so that a name which nobody knows is no error."""


class Deeds(Table):
    """The file `deeds.yaml` of a language."""

    by: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Words that say that it is not all that was done, or not who does it now."""
    credits: tuple[str, ...] = ()
    """What stands between a deed and its doer ("the design is in the hands of")."""
    ranks: tuple[str, ...] = ()
    """Words before a doer that change nothing of what is done ("chief", "hoofd")."""
    past: tuple[str, ...] = ()
    """Verbs by which what goes on is said to have been so."""
    answering: tuple[str, ...] = ()
    """What a doer does with the deed itself ("was responsible for the design of")."""
    having: tuple[str, ...] = ()
    """Forms of "to have" between a doer and the thing ("heeft ... ontworpen")."""
    deeds: tuple[Deed, ...] = Field(default=())


@cache
def deeds(language: str) -> Deeds:
    """Return the deeds of a language; none where it has no table."""
    if not packaged("languages", language, "deeds.yaml").is_file():
        return Deeds()
    return load_packaged(Deeds, "languages", language, "deeds.yaml")


def deeds_of(prop: Property, language: str) -> tuple[Deed, ...]:
    """Return what the value of a property did, by the words of its label or of a cue that is a doer."""
    if prop.type != "entity":
        return ()
    words = {fold(prop.label.get(language, "")), *(fold(cue) for cue in prop.cues.get(language, ()))}
    table = deeds(language)
    return tuple(
        deed for deed in table.deeds if any(_is(word, doer, language) for word in words for doer in deed.doers)
    )


def _is(word: str, doer: str, language: str) -> bool:
    """Whether a label is a doer, with nothing before it but a rank ("main builder", "hoofdaannemer")."""
    doer = fold(doer)
    if word == doer:
        return True
    if not word.endswith(doer) or len(doer) < _SHORTEST:
        return False
    before = re.split(r"[\s-]+", word.removesuffix(doer).strip(" -"))
    ranks = deeds(language).ranks
    spaced = word.removesuffix(doer).endswith((" ", "-"))
    return (spaced or grammar(language).compounds) and all(part in ranks for part in before)
