"""The words for what happens on a date, where a team's own property has only a label ("acquired": "bought it in 1956").

A label that names an event is signalled by every word for it; one that says which end of something a date is ("start of
construction", "permit until"), by that thing and a word for the end ("construction began", "the permit runs until").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from checker.analysis import stem
from checker.data import load_packaged
from checker.languages import grammar
from checker.properties import built_in
from checker.synonyms import synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.properties import Property

EVENT_WEIGHT = 0.95
"""A word for the event that a label names: less than a cue that the team gives itself."""
_COMPOUNDS = ("datum", "jaar", "dag", "moment")
"""What a Dutch label may say behind its event in one word ("aankoopdatum")."""
_NO_ORIGIN = frozenset({"end", "died", "last_edition", "contract_until", "announced", "joined", "date"})
"""Built-in dates of what is there already."""
_SHORTEST = 4
"""Letters of the thing in a compound with its phase, at least ("bouwstart")."""


class _Event(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    names: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    later: bool = False
    made: bool = False
    lasting: dict[str, tuple[str, ...]] = {}


class _Phase(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    ends: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    last: bool = False


class _Events(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    events: tuple[_Event, ...]
    phases: tuple[_Phase, ...]


@cache
def _table() -> _Events:
    return load_packaged(_Events, "mentions", "events.yaml")


def event_words(prop: Property, language: str) -> dict[str, float]:
    """Return the words and phrases of a language that signal a property that is a date, with their weights."""
    if prop.type != "date":
        return {}
    found: dict[str, float] = {}
    for event in _events(prop):
        found |= dict.fromkeys(event.words.get(language, ()), EVENT_WEIGHT)
    own = language if language in prop.label else next(iter(prop.label), language)
    for thing, phase in _phases(prop.label.get(own, "").casefold().split(), own):
        things = [thing] if own == language else _translated(thing, own, language)
        found |= {f"{name} ... {word}": 1.0 for name in things for word in phase.words.get(language, ())}
    return found


def lasting_words(prop: Property, language: str) -> tuple[str, ...]:
    """Return the phrases by which a length of time says when something happened ("has been in service for a year")."""
    return tuple(phrase for event in _events(prop) for phrase in event.lasting.get(language, ()))


def is_end(prop: Property) -> bool:
    """Whether a team's own date is when something ends ("permit until")."""
    phases = (p for own, label in prop.label.items() for _, p in _phases(label.casefold().split(), own))
    return any(phase.last for phase in phases)


def is_origin(prop: Property) -> bool:
    """Whether a date can be the year that a thing is of ("the chapel of 1740"): not when it was bought or restored."""
    return prop.id not in _NO_ORIGIN and not any(event.later for event in _events(prop))


def is_making(prop: Property) -> bool:
    """Whether a date is when a thing was made of which there is only one ("The Milkmaid of 1660")."""
    return any(event.made for event in _events(prop))


def _events(prop: Property) -> Iterator[_Event]:
    if prop.type != "date" or prop.id in built_in():
        return
    labels = [*prop.label.values(), prop.id.replace("_", " ")]
    said = {tuple(_plain(label)) for label in labels}
    for event in _table().events:
        if any(_holds(words, name.split()) for words in said for name in event.names):
            yield event


def _translated(word: str, source: str, target: str) -> list[str]:
    """Return what a word of one language is called in another one."""
    return sorted(" ".join(phrase) for phrase in synonyms(source, target).get((stem(word, source),), ()))


def _plain(label: str) -> Iterator[str]:
    """Yield the words of a label, without what only says that it is a date."""
    for word in label.casefold().split():
        yield next((word.removesuffix(end) for end in _COMPOUNDS if word.endswith(end) and word != end), word)
    yield from label.casefold().split()


def _holds(words: tuple[str, ...], name: list[str]) -> bool:
    return any(list(words[at : at + len(name)]) == name for at in range(len(words) - len(name) + 1))


def _phases(words: list[str], language: str) -> Iterator[tuple[str, _Phase]]:
    """Yield the thing of which a label says an end, and which one."""
    rules = grammar(language)
    empty = {*rules.articles, *rules.prepositions, *rules.partitives}
    for phase in _table().phases:
        for name in phase.ends.get(language, ()):
            if name in words:
                rest = [word for word in words if word != name and word not in empty]
            else:
                joined = words[0].removesuffix(name).removesuffix("-") if rules.compounds and len(words) == 1 else ""
                rest = [joined] if len(joined) >= _SHORTEST and joined != words[0] else []
            if len(rest) == 1 and stem(rest[0], language):
                yield rest[0], phase
