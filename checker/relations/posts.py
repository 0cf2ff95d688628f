"""Which roles cannot be one and the same: two posts, one post in two fields, one chair in two subjects.

What the tables do not know is never apart: "boss", "player" and "doctor" may be anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from checker.analysis import fold
from checker.data import Table, load_packaged, packaged

_SHARED = 4
"""Letters at the beginning of two subjects that make them one ("kustkunde", "kustmorfologie")."""


class Roles(Table):
    """The file `roles.yaml` of a language."""

    posts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    fields: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    of: tuple[str, ...] = ()
    """Words before the field or subject behind a post ("director of finance")."""
    subjects: tuple[str, ...] = ()
    """Posts that are told apart by any subject ("professor of ecology", "hoofd inkoop")."""
    coming: tuple[str, ...] = ()
    """Verbs by which somebody comes to a post ("becomes", "is appointed")."""
    to: tuple[str, ...] = ()
    """Words between such a verb and the post ("benoemd tot", "appointed as")."""
    new: tuple[str, ...] = ()
    """Words before a post that say nothing of which it is ("the new director")."""


@cache
def roles(language: str) -> Roles:
    """Return the roles of a language; none where it has no table."""
    if not packaged("languages", language, "roles.yaml").is_file():
        return Roles()
    return load_packaged(Roles, "languages", language, "roles.yaml")


@dataclass(frozen=True, slots=True)
class Post:
    """What a written role is: a post, the field it is in, and the subject of a chair."""

    name: str | None = None
    field: str | None = None
    subject: tuple[str, ...] = ()
    wide: bool = False
    """Whether it says nothing without its subject ("head of ..."), so that it may go with any post."""


def _words(label: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", fold(label)))


@cache
def _heads(language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    heads = [(_words(word), name) for name, words in roles(language).posts.items() for word in words]
    heads += [(_words(word), word) for word in roles(language).subjects]
    return tuple(sorted(heads, key=lambda head: (-len(head[0]), -len(head[0][-1]))))


@cache
def post(label: str, language: str) -> Post:
    """Return the post that a role's label names, as far as the tables know it."""
    table, words = roles(language), _words(label)
    for head, name in _heads(language):
        for start in range(len(words) - len(head) + 1):
            if words[start : start + len(head)] == head:
                before, behind = words[:start], words[start + len(head) :]
                if name in table.subjects:
                    return Post(name, None, tuple(w for w in behind if w not in table.of), wide=True)
                return Post(name, _field((*before, *head, *behind), language))
    for head, name in _heads(language):
        # a compound ("museumdirecteur", "projectdirecteur")
        if len(head) == 1 and len(head[0]) > 4 and words and words[-1].endswith(head[0]) and name not in table.subjects:
            return Post(name, _field((*words[:-1], words[-1].removesuffix(head[0])), language))
    return Post()


def _field(words: tuple[str, ...], language: str) -> str | None:
    fields = roles(language).fields
    return next((name for word in words for name, known in fields.items() if word in map(fold, known)), None)


def apart(one: Post, other: Post) -> bool:
    """Whether two roles cannot be the same one, nor one a wider name of the other."""
    if one.name is None or other.name is None:
        return False
    if one.name != other.name:
        return not one.wide and not other.wide
    if one.subject and other.subject:
        first, second = ({word[:_SHARED] for word in which.subject} for which in (one, other))
        narrower = one.subject[0][:_SHARED] == other.subject[0][:_SHARED]
        return not (first <= second or second <= first or narrower)
    return one.field is not None and other.field is not None and one.field != other.field


def contained(one: str, other: str) -> bool:
    """Whether every word of one label stands in another: it is only shorter ("conductor", "chief conductor")."""
    return set(_words(one)) <= set(_words(other))
