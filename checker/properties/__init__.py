"""The built-in vocabulary: one YAML file a property, its name is the property's id.

A team's `vocabulary.yaml` holds the same model under `properties:`; `like: wins` takes over what is not given.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import Field, field_validator

from checker.data import Table, load_packaged, packaged
from checker.languages import supported

ValueKind = Literal[
    "count", "ordinal", "date", "duration", "quantity", "money", "percent", "place", "entity", "term", "set", "contact"
]
Sign = Literal[
    "age", "adjective", "origin", "apposition", "pair", "within", "edition", "span", "route_start", "route_end", "since"
]
Words = dict[str, tuple[str, ...]]


class Property(Table):
    """What a statement says of its subject, and the words by which a text says it.

    Words may be given once for all languages (`label: workshops`), and one word needs no list.
    """

    id: str = ""
    type: ValueKind
    label: dict[str, str] = Field(default_factory=dict)
    """A readable name per language; its own words serve as (weaker) cues."""
    subjects: tuple[str, ...] = ()
    """Types of entity that have the property; empty means any."""
    values: tuple[str, ...] = ()
    """Types of entity that can be its value; empty means any."""
    aka: tuple[str, ...] = ()
    """Other ids under which a fact base may use the property."""
    counts: Words = Field(default_factory=dict)
    """The nouns that are counted, per language, singular."""
    cues: Words = Field(default_factory=dict)
    """Words and phrases that signal the property, per language; `...` is a gap inside a clause."""
    excludes: Words = Field(default_factory=dict)
    """Words that say that a sentence is about something else, per language ("conceded 44 goals")."""
    implies: dict[str, dict[str, int]] = Field(default_factory=dict)
    """Words that say a value by themselves, per language ("kampioen" is a first place)."""
    lasting: Words = Field(default_factory=dict)
    """Words by which a length of time says its date, per language ("bestaat tien jaar", "been open for two weeks")."""
    like: str | None = None
    unit: str | None = None
    """The unit of bare numbers in the fact base, English singular."""
    signs: tuple[Sign, ...] = ()
    """How a text can say it without a cue: an `age`; an `adjective` of nationality before the subject; `origin` ("uit
    Litouwen"); `apposition` of a role and a name; a `pair` of two names; a place `within` another one; the year of an
    `edition`; the `span` between start and end; the first or second place of a route ("from A to B"); a date
    `since` which it holds."""
    single: bool = False
    """Whether a subject has one value at a time, so that two are a contradiction (numbers and dates always do)."""
    once: bool = False
    """Whether it is said of one occasion, so that the date of that occasion is no other time (a transfer fee)."""
    whole: str | None = None
    """Of what this is a part: the property of all attempts, for those that went in ("8-of-16")."""
    open: bool = False
    """Whether other values may be true beside the known ones, so that an unknown value is never an error."""

    @field_validator("label", mode="before")
    @classmethod
    def _label_of_all_languages(cls, given: Any) -> Any:  # noqa: ANN401 - what a person wrote, before its check
        return dict.fromkeys(supported(), given) if isinstance(given, str) else given

    @field_validator("subjects", "values", "aka", mode="before")
    @classmethod
    def _one_word_is_a_list(cls, given: Any) -> Any:  # noqa: ANN401
        return (given,) if isinstance(given, str) else given

    @field_validator("counts", "cues", "excludes", "lasting", mode="before")
    @classmethod
    def _words_of_all_languages(cls, given: Any) -> Any:  # noqa: ANN401
        if isinstance(given, str | list):
            given = dict.fromkeys(supported(), given)
        if isinstance(given, dict):
            return {language: (words,) if isinstance(words, str) else words for language, words in given.items()}
        return given

    @field_validator("counts", "cues")
    @classmethod
    def _words_have_letters(cls, given: Words) -> Words:
        for words in given.values():
            for word in words:
                if not any(character.isalnum() for character in word):
                    raise ValueError("words with a letter or digit in them")
        return given


@cache
def built_in() -> dict[str, Property]:
    """Return the built-in properties by id."""
    names = sorted(entry.name for entry in packaged("properties").iterdir() if entry.name.endswith(".yaml"))
    found = (
        load_packaged(Property, "properties", name).model_copy(update={"id": name.removesuffix(".yaml")})
        for name in names
    )
    return {item.id: item for item in found}


def inherit(own: Property, parent: Property) -> Property:
    """Fill what a team's property leaves out from the property that it is `like`; words are added language by language.

    Other ids (`aka`) are not inherited: they stay with the parent.
    """
    given = {name: getattr(own, name) for name in own.model_fields_set}
    merged = {**parent.model_dump(), **given, "aka": own.aka}
    for words in ("label", "counts", "cues", "excludes", "lasting"):
        merged[words] = {**getattr(parent, words), **getattr(own, words)}
    return Property.model_validate(merged)
