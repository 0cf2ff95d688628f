"""Countries as data: ISO 3166 codes, names and demonyms, and the cities that each language names in its own way.

`countries.yaml` is baked from the CLDR; `languages/<code>/places.yaml` adds by hand what that does not know. A new
language brings its names and demonyms in its own `places.yaml`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator

from checker.data import Table, load_packaged, packaged
from checker.errors import DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind = Literal["name", "adjective", "inhabitant"]
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A territory of ISO 3166, or a part of one that people name as a nationality (England, Flanders).

    `id` is a slug of the English name. `code` is the alpha-2 code, of a part its ISO 3166-2 code; only a part has a
    `part_of` (the id of its state) and no `alpha3`. `names` holds the names per language, the usual one first, without
    the article.
    """

    id: str
    code: str
    alpha3: str | None
    part_of: str | None
    names: Mapping[str, tuple[str, ...]]

    def name(self, language: str) -> str:
        """Return the usual name in a language, or the English one where that language has none."""
        return (self.names.get(language) or self.names["en"])[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWord:
    """One reading of a word that names a country, its adjective or its people.

    `gender` is None where the form serves for men and women alike. `ambiguous` says that the form also means something
    else: another country, an ordinary word, a first name, a state.
    """

    country: str
    kind: Kind
    gender: Gender | None = None
    plural: bool = False
    ambiguous: bool = False


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Forms = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
"""One form, or a list of forms."""


class Territory(Table):
    """An entry of `countries.yaml`."""

    id: str
    alpha3: str | None = None
    names: dict[str, Forms]


class Territories(Table):
    """The file `countries.yaml`: states and territories by alpha-2 code, parts of states by ISO 3166-2 code."""

    territories: dict[str, Territory]
    parts: dict[str, Territory]


class Demonym(Table):
    """The words of one language for one country, its people and what is theirs; every inflected form is written out."""

    adjective: Forms = ()
    inflected: Forms = ()
    """Inflected adjective, which names a woman too (nl “Deense”) unless `woman` says otherwise."""
    person: Forms = ()
    """A man or a woman."""
    man: Forms = ()
    woman: Forms | None = None
    people: Forms = ()
    men: Forms = ()
    women: Forms = ()
    names: Forms = ()
    """Names besides those of `countries.yaml`."""

    def words(self, country: str) -> Iterator[tuple[PlaceWord, Forms]]:
        """Yield every reading but the name, with the forms that have it."""
        women = self.inflected if self.woman is None else self.woman
        yield PlaceWord(country=country, kind="adjective"), self.adjective + self.inflected
        yield PlaceWord(country=country, kind="inhabitant"), self.person
        yield PlaceWord(country=country, kind="inhabitant", gender="male"), self.man
        yield PlaceWord(country=country, kind="inhabitant", gender="female"), women
        yield PlaceWord(country=country, kind="inhabitant", plural=True), self.people
        yield PlaceWord(country=country, kind="inhabitant", gender="male", plural=True), self.men
        yield PlaceWord(country=country, kind="inhabitant", gender="female", plural=True), self.women


class Places(Table):
    """The file `places.yaml` of a language."""

    countries: dict[str, Demonym]
    """By id of the country."""
    ambiguous: tuple[str, ...] = ()
    """Forms that also mean something that is no country."""
    cities: dict[str, Forms]
    """Names of well-known cities by an id that all languages share."""
    regions: tuple[str, ...] = ()
    """Names of regions, provinces and parts of the world: larger than a town, and no country."""


@cache
def _places(language: str) -> Places:
    return load_packaged(Places, "languages", language, "places.yaml")


@cache
def _languages() -> tuple[str, ...]:
    """Return the languages that have words for places, in alphabetical order."""
    folders = packaged("languages").iterdir()
    return tuple(sorted(entry.name for entry in folders if entry.joinpath("places.yaml").is_file()))


@cache
def countries() -> Mapping[str, Country]:
    """Return every country by id. Raises DataError where a language's table names a country that does not exist."""
    tables = load_packaged(Territories, "countries.yaml")
    ids = {code: entry.id for code, entry in (tables.territories | tables.parts).items()}
    extra = {language: _places(language).countries for language in _languages()}
    for language, demonyms in extra.items():
        if unknown := sorted(demonyms.keys() - set(ids.values())):
            path = f"checker/languages/{language}/places.yaml"
            raise DataError(Problem(path=path, code="unknown-key", message=f"no such country: {', '.join(unknown)}"))
    found: dict[str, Country] = {}
    for code, entry in (tables.territories | tables.parts).items():
        names = {language: list(forms) for language, forms in entry.names.items()}
        for language, demonyms in extra.items():
            if entry.id in demonyms:
                names.setdefault(language, []).extend(demonyms[entry.id].names)
        found[entry.id] = Country(
            id=entry.id,
            code=code,
            alpha3=entry.alpha3,
            part_of=ids[code.partition("-")[0]] if "-" in code else None,
            names=MappingProxyType({language: tuple(dict.fromkeys(forms)) for language, forms in names.items()}),
        )
    return MappingProxyType(found)


def demonyms(language: str) -> Mapping[str, Demonym]:
    """Return the words of a language for each country and its people, by the id of the country."""
    return _places(language).countries


def _key(text: str) -> str:
    """Return a text without case, accents, punctuation and leading article: “The Côte d’Ivoire” is `cote divoire`."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    words = re.sub(r"['’.]", "", plain.replace("&", " and ")).replace("-", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def _by_key() -> Mapping[str, Country | None]:
    """Return countries by every id, code and name; None where a name fits several and no id or code decides."""
    found: dict[str, Country | None] = {}
    for country in countries().values():
        for name in (name for names in country.names.values() for name in names):
            key = _key(name)
            found[key] = country if found.get(key, country) is country else None
    # Codes outrank names, and ids outrank codes: whoever writes an id means that country.
    for country in countries().values():
        found.update({_key(code): country for code in (country.code, country.alpha3) if code})
    found.update({_key(country.id): country for country in countries().values()})
    return MappingProxyType(found)


def find_country(text: str) -> Country | None:
    """Return the country with this id, alpha-2 or alpha-3 code, or name in any language; case and accents do not count.

    None where there is no such country, and where a name fits several (“Congo”).
    """
    return _by_key().get(_key(text))


def _apostrophes(form: str) -> tuple[str, ...]:
    """Return a form with either apostrophe."""
    return (form.replace("’", "'"), form.replace("'", "’")) if "’" in form or "'" in form else (form,)


@cache
def place_words(language: str) -> Mapping[str, tuple[PlaceWord, ...]]:
    """Return every form that a language writes for countries and their people, with all its readings.

    Forms are written as in running text (“Nederlandse”, “Dutchman”), with either apostrophe. A form with several
    readings (“French”: the adjective, and the people) lists all of them, names first. Raises FileNotFoundError for a
    language without `places.yaml`.
    """
    table = _places(language)
    readings: dict[str, tuple[PlaceWord, ...]] = {}
    for country in countries().values():
        named = PlaceWord(country=country.id, kind="name"), country.names.get(language, ())
        for word, forms in (named, *table.countries.get(country.id, Demonym()).words(country.id)):
            for form in forms:
                readings[form] = (*readings.get(form, ()), word)
    for form, words in readings.items():
        if form in table.ambiguous or any(word.country != words[0].country for word in words):
            readings[form] = tuple(replace(word, ambiguous=True) for word in words)
    return MappingProxyType({spelling: words for form, words in readings.items() for spelling in _apostrophes(form)})


@cache
def cities(language: str) -> Mapping[str, str]:
    """Return the names that a language gives to well-known cities, each with the city's id (nl “Parijs”: `paris`).

    Raises FileNotFoundError for a language without `places.yaml`.
    """
    table = _places(language).cities
    forms = ((form, city) for city, names in table.items() for name in names for form in _apostrophes(name))
    return MappingProxyType(dict(forms))


@cache
def regions(language: str) -> frozenset[str]:
    """Return the names of regions, provinces and parts of the world in a language, folded."""
    return frozenset(_key(name) for name in _places(language).regions)
