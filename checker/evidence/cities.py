"""In which country a place lies: as the fact base says, or as everybody knows of a well-known city."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.countries import countries, find_country
from checker.data import Table, load_packaged
from checker.errors import DataError, Problem
from checker.factbase.model import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.factbase.model import FactBase


class Cities(Table):
    """The file `cities.yaml`: the names of well-known cities by the id of their country."""

    cities: dict[str, tuple[str, ...]]


@cache
def _by_name() -> Mapping[str, str]:
    table = load_packaged(Cities, "evidence", "cities.yaml").cities
    if unknown := sorted(table.keys() - countries().keys()):
        message = f"no such country: {', '.join(unknown)}"
        raise DataError(Problem(path="checker/cities.yaml", code="unknown-key", message=message))
    return {fold(name): country for country, names in table.items() for name in names}


def country_of(base: FactBase, place: str) -> str | None:
    """Return the id of the country that a place is or lies in; None where nobody says so."""
    known = base.entities.get(place)
    if known is None or known.country:
        return place
    for statement in base.facts_of(place, "country"):
        if isinstance(statement.value, Reference):
            return statement.value.id
    for name in known.names.values():
        own = find_country(name)
        if own is not None:
            return own.id
    return next((c for name in known.names.values() if (c := _by_name().get(fold(name))) is not None), None)
