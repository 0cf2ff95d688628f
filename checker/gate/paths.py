"""Patterns of paths, as a configuration writes them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ANY = "**"


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern holds for a path; both are relative, with `/` between their parts.

    `*`, `?` and `[...]` stand for characters of one part, `**` for any number of folders. A pattern that names a folder
    holds for everything in it. Upper and lower case differ.
    """
    wanted = (*(part for part in pattern.split("/") if part not in ("", ".")), _ANY)
    reached = _onward({0}, wanted)
    for part in path.split("/"):
        if part not in ("", "."):
            stay = {position for position in reached if wanted[position : position + 1] == (_ANY,)}
            on = {
                position + 1
                for position in reached - stay
                if position < len(wanted) and fnmatchcase(part, wanted[position])
            }
            reached = _onward(stay | on, wanted)
    return len(wanted) in reached


def _onward(positions: Iterable[int], wanted: tuple[str, ...]) -> set[int]:
    """Add the positions that are reached without a part, since `**` may stand for no folder."""
    found = set(positions)
    for position in range(len(wanted)):
        if position in found and wanted[position] == _ANY:
            found.add(position + 1)
    return found
