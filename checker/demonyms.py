"""The words of one country in the form of another's: "Noorse" for Sweden is "Zweedse", "a Dane" is "a Swede"."""

from __future__ import annotations

from checker.countries import Demonym, demonyms, find_country, place_words

_FORMS = ("adjective", "inflected", "person", "man", "woman", "people", "men", "women")
_INSTEAD = {"man": "person", "woman": "person", "men": "people", "women": "people", "inflected": "adjective"}
"""Where a country has no form of its own for men or women, or one adjective for all."""
_SOMEBODY = {"male": "man", "female": "woman", None: "man"}


def same_form(form: str, country: str, language: str, gender: str | None = None) -> str | None:
    """Return the word of a country (by id or name) that is formed as `form`, or None where either is not known.

    `gender` is that of the person named, for a country with a word for men and one for women only.
    """
    target = find_country(country)
    table = demonyms(language)
    wanted = table.get(target.id) if target else None
    if wanted is None:
        return None
    for words in table.values():
        for kind in _FORMS:
            if form in _forms(words, kind):
                instead = _SOMEBODY.get(gender, "person") if kind == "person" else _INSTEAD.get(kind, "adjective")
                found = _forms(wanted, kind) or _forms(wanted, instead) or _forms(wanted, "inflected")
                return found[0] if found else None
    return None


def is_plural(form: str, language: str) -> bool:
    """Whether a word names people of a country, and always several of them."""
    people = [word for word in place_words(language).get(form, ()) if word.kind == "inhabitant"]
    return bool(people) and all(word.plural for word in people)


def _forms(words: Demonym, kind: str) -> tuple[str, ...]:
    if kind == "woman" and words.woman is None:
        return ()
    forms: tuple[str, ...] = getattr(words, kind)
    return forms
