"""What the stages before linking find in a sentence: values, names, cues, terms and contacts, each with its span.

All offsets are code points in `Document.text`, end exclusive; `first` and `last` are token indices of the sentence,
both included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from checker.analysis import Sentence
    from checker.factbase.model import Statement
    from checker.values.model import Value

How = Literal[
    "name", "part", "discouraged", "country", "adjective", "inhabitant", "epithet", "noun", "pronoun", "unknown"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A span that refers to one of the entities `ids` (several where the name is shared; none for an unknown name).

    `how` it refers: by `name`, a `part` of one (surname), a `discouraged` form, as a `country`, an `adjective` or an
    `inhabitant` of one, an `epithet` ("de Fransman"), a type `noun` ("het bedrijf"), a `pronoun`; or an `unknown` name.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    ids: tuple[str, ...]
    how: How
    gender: str | None = None
    misspelled: str | None = None
    others: tuple[str, ...] = ()
    """What a pronoun can mean as well, where what is said of it cannot be said of the `ids`: the latest first."""

    @property
    def explicit(self) -> bool:
        """Whether the text names the entity, rather than points at it."""
        return self.how in ("name", "part", "discouraged", "country", "adjective", "inhabitant")


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMention:
    """A span that signals a property, with a weight between 0 and 1."""

    start: int
    end: int
    first: int
    last: int
    property: str
    weight: float
    whole: bool = False
    """Whether it is a part of a label of several words, all of which stand near one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMention:
    """A label of a term-valued statement, found in the text."""

    start: int
    end: int
    text: str
    first: int
    last: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueMention:
    """A value with its place among the tokens; `noun` is the index of the token of the counted noun."""

    value: Value
    first: int
    last: int
    noun: int | None = None
    side: Literal["start", "end"] | None = None
    """Which end of a written range this is, where the ends are judged apart."""

    @property
    def start(self) -> int:
        """Where the value begins in the document's text."""
        return self.value.start

    @property
    def end(self) -> int:
        """Where the value ends in the document's text."""
        return self.value.end


@dataclass(slots=True)
class Scene:
    """A sentence with everything that was found in it, and what it stands under."""

    sentence: Sentence
    kind: str
    headings: tuple[int, ...] = ()
    """Indices of the scenes of the headings above, the nearest last."""
    heads: tuple[int, ...] = ()
    """Of a table's cell: the scenes of the head of its row and of its column."""
    values: list[ValueMention] = field(default_factory=list)
    entities: list[EntityMention] = field(default_factory=list)
    cues: dict[str, list[CueMention]] = field(default_factory=dict)
    terms: list[TermMention] = field(default_factory=list)

    @property
    def index(self) -> int:
        """The number of the sentence in the document."""
        return self.sentence.index


__all__ = ["CueMention", "EntityMention", "How", "Scene", "TermMention", "ValueMention"]
