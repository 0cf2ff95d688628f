"""Words that mean the same, within and between languages, so that a label works where its own words do not stand.

Each file beside this module holds groups: per language, the words that may stand for one another where something is
counted or measured ("medewerker", "werknemer", "employee", "staff member"). Words are in their dictionary form; forms
that no rule brings back to it stand beside it. The groups are the project's own, for press texts of any field.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import RootModel

from checker.analysis import words_of
from checker.data import load_packaged, packaged

if TYPE_CHECKING:
    from collections.abc import Mapping

Phrase = tuple[str, ...]
"""The stems of a word, or of the words of a phrase."""


class Groups(RootModel[tuple[dict[str, tuple[str, ...]], ...]]):
    """A file of groups: language code to words."""


@cache
def _groups() -> tuple[dict[str, tuple[str, ...]], ...]:
    names = sorted(entry.name for entry in packaged("synonyms").iterdir() if entry.name.endswith(".yaml"))
    return tuple(group for name in names for group in load_packaged(Groups, "synonyms", name).root)


@cache
def synonyms(source: str, target: str) -> Mapping[Phrase, frozenset[Phrase]]:
    """Return what each phrase of one language can be called in another one, or in the same one, by stems."""
    found: dict[Phrase, frozenset[Phrase]] = {}
    for group in _groups():
        others = frozenset(filter(None, (tuple(words_of(word, target)) for word in group.get(target, ()))))
        for word in group.get(source, ()):
            phrase = tuple(words_of(word, source))
            found[phrase] = found.get(phrase, frozenset()) | others
    return found


@cache
def people(language: str) -> frozenset[str]:
    """Return the stems of the nouns for people by what they do ("passenger", "visitor")."""
    groups = load_packaged(Groups, "synonyms", "people.yaml").root
    found = (tuple(words_of(word, language)) for group in groups for word in group.get(language, ()))
    return frozenset(phrase[0] for phrase in found if len(phrase) == 1)
