"""The words for what takes time, where a team's own length of time has only a label ("vaartijd": "55 minuten varen").

A team may also count days or hours ("days without an accident"); a text gives such a count as a length of time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.data import Table, load_packaged
from checker.languages import supported
from checker.properties import built_in
from checker.values.tables import Units

if TYPE_CHECKING:
    from checker.properties import Property

ACTIVITY_WEIGHT = 0.95
"""A word for the activity that a label names: less than a cue that the team gives itself."""
_SHORTEST = 4
"""Letters of a unit that may end a compound of a label."""
_COUNTED = ("hour", "day", "week", "month", "year", "minute")


class Activity(Table):
    """What takes time."""

    names: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


class Activities(Table):
    """`activities.yaml`."""

    neutral: tuple[str, ...]
    """What a label may say beside the name of its activity."""
    activities: tuple[Activity, ...]


@cache
def _table() -> Activities:
    return load_packaged(Activities, "mentions", "activities.yaml")


def activity_words(prop: Property, language: str) -> dict[str, float]:
    """Return the words of a language that signal a team's own length of time, or its count of days, by its label."""
    if prop.id in built_in() or not (prop.type == "duration" or counted_unit(prop)):
        return {}
    said = [label.casefold() for label in (*prop.label.values(), prop.id.replace("_", " "))]
    found: dict[str, float] = {}
    for activity in _table().activities:
        if any(_says(label, name) for label in said for name in activity.names):
            found |= dict.fromkeys(activity.words.get(language, ()), ACTIVITY_WEIGHT)
    return found


def _says(label: str, name: str) -> bool:
    """Whether a label names an activity and narrows it to no part of itself: a "frame warranty" is not the warranty."""
    around = f" {label} ".split(f" {name} ")
    return len(around) == 2 and all(word in _table().neutral for part in around for word in part.split())


@cache
def _unit_words() -> dict[str, tuple[str, ...]]:
    """Return the words for each unit of time that people count, in every language."""
    found: dict[str, tuple[str, ...]] = {}
    for language in supported():
        words = load_packaged(Units, "languages", language, "units.yaml").words
        for unit in _COUNTED:
            found[unit] = (*found.get(unit, ()), *(w for w in words.get(unit, ()) if len(w) > 2))
    return found


def counted_unit(prop: Property) -> str | None:
    """Return the unit of time that a team's own count is of ("openingsdagen", "days without an accident"), or None."""
    if prop.type != "count" or prop.id in built_in():
        return None
    labels = [*prop.label.values(), prop.id.replace("_", " ")]
    words = {word for label in labels for word in label.casefold().split()}
    for unit, forms in _unit_words().items():
        if any(word == form or (len(form) >= _SHORTEST and word.endswith(form)) for word in words for form in forms):
            return unit
    return None
