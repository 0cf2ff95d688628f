"""Whom a word of nationality describes: "the Danish director, Ingrid Berg", "Berg, 52, a Swede", "De Noorse, ..."."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.countries import find_country
from checker.demonyms import is_plural
from checker.evidence.cities import country_of
from checker.factbase.model import Reference, Term
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene

_NEAR = 4
"""How many words may stand between an adjective and its noun."""
_BACK = 3
"""How many sentences back somebody must have been named to be "the Dane"."""
_NAMED = ("name", "part", "discouraged")


class Describing:
    """Reads the adjectives and inhabitants' names of one document's sentences."""

    def __init__(self, evidence: Evidence) -> None:
        """Share the evidence of the document."""
        self._evidence = evidence
        self._base = evidence.base
        rules = evidence.rules
        self._rules = rules
        self._articles = frozenset((*rules.articles, *rules.definite))
        self._relatives = frozenset(rules.relatives)
        self._definite = frozenset((*rules.definite, *rules.pronouns.neutral, "'s"))
        self._prepositions = frozenset(rules.prepositions)
        self._closing = self._prepositions | frozenset((*rules.clause_openers, *rules.likening)) - {","}
        """What ends the phrase of an adjective: "takes charge of the Dutch men as the federation grows"."""
        self._copulas = frozenset(rules.copulas)
        self._relational = frozenset(stem(noun, evidence.language) for noun in rules.relational_nouns)
        self._countries: dict[str, bool] = {}
        self._serving: set[str] = set()
        self._called_so = self._callings()
        strangers = (m.text.split() for s in evidence.scenes for m in s.entities if m.how == "unknown")
        self._surnames = {words[-1] for words in strangers if len(words) > 1}

    def _callings(self) -> dict[str, frozenset[str]]:
        """Return who is called by which noun: the last word of a role's label, or of a relation's between people."""
        found: dict[str, set[str]] = {}
        when, language = self._evidence.date, self._evidence.language
        for statement in self._base.statements:
            if isinstance(statement.value, Term) and "apposition" in statement.property.signs:
                person, labels = statement.subject, statement.value.labels.get(language, ())
            elif isinstance(statement.value, Reference) and self._evidence.type_of(statement.value.id) == "person":
                person, labels = statement.value.id, tuple(statement.property.label.get(language, "").split()[-1:])
            else:
                continue
            if statement.valid is None or when is None or statement.valid.overlaps(when):
                self._serving.add(person)
            for label in labels:
                if label.split()[-1:] and label.casefold().split()[-1] in self._rules.squads:
                    continue  # "coach of the men": "the Danish men" are others
                found.setdefault(stem(re.split(r"[\s-]", label)[-1], language), set()).add(person)
        return {noun: frozenset(people) for noun, people in found.items()}

    # Who ------------------------------------------------------------------------------------------------------------

    def described(self, scene: Scene, mention: EntityMention, subject: str) -> EntityMention | None:
        """Return the mention that a word of nationality is said of, if that is the subject's."""
        if mention.how not in ("adjective", "inhabitant"):
            return None
        apposed = self._apposed_before(scene, mention)
        if apposed is not None and apposed.ids:
            return apposed if subject in apposed.ids else None  # "Berg, a Swede", whoever else is one
        for other in self._others_at(scene, mention):
            if subject in other.ids:
                return other
        ways = (self._noun_after, self._predicated)
        found = (way(scene, mention) for way in ways)
        return next((other for other in found if other is not None and subject in other.ids), None)

    def _others_at(self, scene: Scene, mention: EntityMention) -> Iterator[EntityMention]:
        for other in scene.entities:
            if other.start == mention.start and other.how == "epithet":
                yield other

    def _is_person(self, mention: EntityMention) -> bool:
        return any(self._evidence.type_of(i) == "person" for i in mention.ids)

    def _relates(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether the noun of an adjective makes it say something else: "the German champion", "the Dutch market"."""
        if mention.how != "adjective":
            return False
        for token in scene.sentence.tokens[mention.last + 1 : mention.last + 1 + _NEAR]:
            if not token.text[0].isalnum() and token.text != "-":
                return False
            if token.stem in self._relational:
                return True
        return False

    def _noun_after(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the first mention after an adjective in the same noun phrase, through at most a few plain words.

        One comma may stand before a name that says who the noun means ("its Danish director, Ingrid Berg, ...").
        """
        tokens = scene.sentence.tokens
        following = [m for m in scene.entities if m.first > mention.last and m.how not in ("adjective", "pronoun")]
        following.sort(key=lambda m: m.first)
        for other in following:
            if other.last + 1 < len(tokens) and tokens[other.last + 1].norm == "-" and other.how != "unknown":
                continue  # the first part of a compound ("Acme-winnaar") is not what is described
            between = tokens[mention.last + 1 : other.first]
            if len(between) > (_NEAR + 2 if mention.how == "adjective" else 0) or any(
                t.norm in self._closing or self._evidence.is_verb(t) or t.norm in self._articles for t in between
            ):
                return None
            if other.how in ("noun", "epithet") and self._named_behind(scene, other) is not None:
                return self._named_behind(scene, other)
            if between and between[-1].text == "," and len(between) > 1:
                definite = mention.first > 0 and tokens[mention.first - 1].norm in self._definite
                closed = other.last + 1 >= len(tokens) or not tokens[other.last + 1].text[0].isalnum()
                if not (definite and closed and other.how in _NAMED and self._is_person(other)):
                    return None
                between = between[:-1]
            if any(not t.text[0].isalnum() and t.text not in ("-", "‑") for t in between):
                return None
            return other
        return None

    def _named_behind(self, scene: Scene, noun: EntityMention) -> EntityMention | None:
        """Return the name that says whom a noun right before it means: "director Ingrid Berg", "director, Berg,"."""
        tokens = scene.sentence.tokens
        for other in scene.entities:
            gap = other.first - noun.last
            if other.how in _NAMED and (gap == 1 or (gap == 2 and tokens[noun.last + 1].text == ",")):
                closed = other.last + 1 >= len(tokens) or not tokens[other.last + 1].text[0].isalnum()
                return other if self._is_person(other) and (gap == 1 or closed) else None
        return None

    def _apposed_before(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the person of "Ingrid Berg, 52, the Swedish chair": a name, commas, an article, the adjective."""
        tokens = scene.sentence.tokens
        ages = {i for v in scene.values if v.value.type in ("age", "count") for i in range(v.first, v.last + 1)}
        roles = {i for t in scene.terms for i in range(t.first, t.last + 1)}
        index = mention.first - 1
        while index > 0 and index in ages:
            index -= 1
        if any(m.first == mention.last + 1 and m.how in ("name", "part", "unknown") for m in scene.entities):
            return None  # "..., de Belg Koen Maes" is somebody else
        if self._is_subject(scene, mention):
            return None  # "According to Berg, the Swiss team has ..."
        if index < 2 or tokens[index].norm not in self._articles or tokens[index - 1].text not in (",", "–", "—", "("):
            return None
        index -= 2
        while index > 0 and (index in ages or index in roles or tokens[index].text in (",", "(", ")")):
            index -= 1
        for other in scene.entities:
            if other.last == index and other.how in (*_NAMED, "unknown") and self._is_person(other):
                return other
        return None

    def _is_subject(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a verb follows the noun phrase of a word of nationality without a comma or relative word between."""
        rest = scene.sentence.tokens[mention.last + 1 :]
        phrase = list(takewhile(lambda t: t.text[0].isalnum() and t.norm not in self._relatives, rest))
        return any(self._evidence.is_verb(t) for t in phrase)

    def _predicated(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the name of "Acme is a Dutch company": right before the verb, or with a short aside between."""
        tokens = scene.sentence.tokens
        index = mention.first - 1
        if index > 0 and tokens[index].norm in self._articles:
            index -= 1
        if index > 2 and tokens[index].text == ",":
            index = next((v.first - 1 for v in scene.values if v.value.type == "age" and v.last == index - 1), 0)
        if index < 1 or tokens[index].norm not in self._copulas:
            return None
        following = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
        before = [m for m in scene.entities if m.last < index and (m.how in _NAMED or self._one(scene, m, index))]
        if not before:
            return None
        name = before[-1]
        aside = tokens[name.last + 1 : index]
        if len(aside) == 2 and aside[0].text == "," and aside[1].norm in self._rules.relatives:
            aside = ()  # "Berg, who is Dutch, won"
        if aside and not (aside[0].text == "," and aside[-1].text == "," and len(aside) <= _NEAR + 2):
            return None
        if name.first > 0 and tokens[name.first - 1].norm in self._prepositions:
            return None  # "De bouwer van X is een Duits bedrijf"
        if mention.how == "inhabitant":
            return name if self._is_person(name) else None
        if following is None or not following.text[0].isalpha():
            return name
        nouns = {noun for entity in name.ids for noun in self._rules.type_nouns.get(self._evidence.type_of(entity), ())}
        nouns |= {*self._rules.type_nouns.get("organisation", ())} if not self._is_person(name) else set()
        return name if following.norm in nouns else None

    def _one(self, scene: Scene, mention: EntityMention, copula: int) -> bool:
        """Whether a pronoun right before "is" stands for one person, and is no "his" or "her"."""
        alone = mention.how == "pronoun" and len(mention.ids) == 1 and mention.last == copula - 1
        return alone and self._is_person(mention) and scene.sentence.tokens[mention.last].norm not in self._relatives

    def _alone_as(self, scene: Scene, mention: EntityMention, name: str) -> str | None:
        """Return the person just spoken of, whom "de 44-jarige Tsjech" must mean where no Czech was spoken of."""
        tokens = scene.sentence.tokens
        if mention.how == "adjective":
            return self._called(scene, mention, name)
        if any(True for _ in self._others_at(scene, mention)):
            return None
        aged = [v for v in scene.values if v.value.type == "age" and v.last == mention.first - 1]
        start = aged[0].first if aged else mention.first
        before = tokens[max(0, start - 4) : start]
        phrase = before[max((i + 1 for i, t in enumerate(before) if t.text == ","), default=0) :]
        if not any(t.norm in self._rules.definite for t in phrase):
            return None  # "the winner, an Estonian," is nobody spoken of
        if is_plural(mention.text, self._evidence.language):
            return None
        if any(t.norm in self._relatives for t in tokens[mention.last + 1 : mention.last + 2]):
            return None  # "the Swede who came second" is whom only that clause tells
        behind = {m.first - mention.last for m in scene.entities if m.how in (*_NAMED, "unknown")}
        if 1 in behind or (2 in behind and tokens[mention.last + 1].text == ","):
            return None  # "the Belgian Koen Maes", "the Belgian, Koen Maes": somebody else
        return self._spoken(scene, mention, name)

    def _called(self, scene: Scene, mention: EntityMention, name: str) -> str | None:
        """Return the person just spoken of whose role "the Danish director" names."""
        tokens = scene.sentence.tokens
        if mention.first == 0 or tokens[mention.first - 1].norm not in self._definite:
            return None
        run = list(takewhile(lambda t: t.text.islower() or t.text == "-", tokens[mention.last + 1 :][: _NEAR + 1]))
        behind = tokens[mention.last + 1 + len(run)] if mention.last + 1 + len(run) < len(tokens) else None
        if len(run) <= _NEAR and behind is not None and behind.capital:
            return None  # a name stands behind the noun
        for token in run:
            if self._evidence.is_verb(token) or token.norm in self._prepositions:
                return None
            callers = self._called_so.get(token.stem)
            following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
            if (
                callers
                and (following is None or not following.capital)
                and (following is None or following.text != "-")
            ):
                return self._spoken(scene, mention, name, callers)
        return None

    def _spoken(
        self, scene: Scene, mention: EntityMention, name: str, among: frozenset[str] | None = None
    ) -> str | None:
        """Return the person named last before a mention, where everybody that it can mean has the property."""
        mentions = [m for m in scene.entities if m.last < mention.first]
        index = scene.index
        people: list[str] = []
        while not people and not any(self._a_stranger(m) for m in mentions):
            people = [p for m in mentions for p in m.ids if self._fits(p, mention.gender)]
            people = [p for p in people if among is None or p in among]
            if people or index == 0 or scene.index - index >= _BACK:
                break
            index -= 1
            mentions = [*self._evidence.scenes[index].entities, *mentions]
        if any(self._a_stranger(m) for m in mentions) or self._one_of_them(scene, mention, name):
            return None
        if not people or not all(self._base.facts_of(person, name) for person in people):
            return None
        return next((p for p in reversed(people) if p in self._serving), people[-1])

    def _one_of_them(self, scene: Scene, mention: EntityMention, name: str) -> bool:
        """Whether somebody of that country was spoken of before, or a country word described one who is not known."""
        if self._of_there(scene, mention):
            return True
        for other in (m for s in self._evidence.scenes[: scene.index + 1] for m in s.entities):
            if any(
                isinstance(s.value, Reference) and s.value.id in mention.ids
                for entity in other.ids
                if self._fits_gender(entity, mention.gender)
                for s in self._base.facts_of(entity, name)
            ):
                return True
        return False

    def _of_there(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether the country was spoken of just before: "She met the president of Ghana. The Ghanaian ..."."""
        near = self._evidence.scenes[max(0, scene.index - _BACK) : scene.index]
        there = [m for s in near for m in s.entities] + [m for m in scene.entities if m.last < mention.first]
        words = ("country", "adjective", "inhabitant")
        return any(m.how in words and not set(m.ids).isdisjoint(mention.ids) for m in there)

    def _a_stranger(self, mention: EntityMention) -> bool:
        """Whether a name that nobody knows may be a person's: of two words, or the last of two that stand elsewhere."""
        if mention.how != "unknown":
            return False
        return " " in mention.text or mention.text in self._surnames

    def _fits(self, person: str, gender: str | None) -> bool:
        return self._evidence.type_of(person) == "person" and self._fits_gender(person, gender)

    def _fits_gender(self, person: str, gender: str | None) -> bool:
        known = self._base.entities.get(person)
        if known is None:
            return False
        return gender is None or known.gender is None or known.gender == gender

    def _standing_for(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return the role or noun of "the Danish director" or "het Ierse bedrijf", that stands for one just named."""
        tokens = scene.sentence.tokens
        if mention.how != "adjective" or mention.first == 0 or tokens[mention.first - 1].norm not in self._definite:
            return None
        noun = next((m for m in scene.entities if m.first == mention.last + 1), None)
        if noun is None or noun.how not in ("epithet", "noun") or len(noun.ids) != 1:
            return None
        if any(m.how in (*_NAMED, "unknown") and 0 < m.first - noun.last <= 2 for m in scene.entities):
            return None
        following = tokens[noun.last + 1].norm if noun.last + 1 < len(tokens) else ""
        if following in self._prepositions or (
            mention.first > 1 and tokens[mention.first - 2].norm in self._prepositions
        ):
            return None  # "delivers to the Norwegian company", "the Norwegian company from Oslo"
        near = [self._evidence.scenes[i] for i in range(max(0, scene.index - 2), scene.index)]
        named = [m for s in near for m in s.entities] + [m for m in scene.entities if m.last < mention.first]
        kind = self._evidence.type_of(noun.ids[0])
        alike = {i for m in named if m.explicit for i in m.ids if self._evidence.type_of(i) == kind}
        strange = any(m.how == "unknown" or (m.how == "noun" and not m.ids) for m in (*named, *scene.entities))
        return None if strange or alike != {noun.ids[0]} else noun

    # Slots ----------------------------------------------------------------------------------------------------------

    def slots(
        self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]
    ) -> Iterator[tuple[Statement, tuple[Part, ...]]]:
        """Yield the statements in whose value's place a word of nationality stands."""
        if mention.how not in ("adjective", "inhabitant") or self._relates(scene, mention):
            return
        apposed, predicated = self._apposed_before(scene, mention), self._predicated(scene, mention)
        standing, noun = self._standing_for(scene, mention), self._noun_after(scene, mention)
        for statement in statements:
            if "adjective" not in statement.property.signs:
                continue
            if self.agrees(statement, mention):
                continue
            person = self._evidence.type_of(statement.subject) == "person"
            if person and self._alone_as(scene, mention, statement.property.id) == statement.subject:
                yield statement, ()
                continue
            explicit = (apposed if person else None, predicated, standing)
            found = next((m for m in explicit if m is not None and statement.subject in m.ids), None)
            if found is None and noun is not None and noun.how not in ("unknown", "noun"):
                between = scene.sentence.tokens[mention.last + 1 : noun.first]
                crowded = len(between) > 1 or len({i for i in noun.ids if self._base.by_subject.get(i)}) > 3
                found = noun if statement.subject in noun.ids and (person or not crowded) else None
            if found is not None:
                yield statement, (Part("subject", found.text, found.start, found.end),)

    def agrees(self, statement: Statement, mention: EntityMention) -> bool:
        """Whether a country word may be true of a statement's place, or of another place of its subject.

        It may be of a town of which nobody knows the country.
        """
        if not isinstance(statement.value, Reference):
            return False
        country = country_of(self._base, statement.value.id)
        if country is None or self.is_country(statement.value.id):
            return country is None
        own = (s.value.id for s in self._base.by_subject.get(statement.subject, ()) if isinstance(s.value, Reference))
        return any(country_of(self._base, i) in mention.ids for i in own if self._evidence.type_of(i) == "place")

    def is_country(self, entity: str) -> bool:
        """Whether an entity is a country: a built-in one, or one of the base that bears its name."""
        if entity not in self._countries:
            known = self._base.entities.get(entity)
            own = known is None or known.country or any(find_country(name) for name in known.names.values())
            self._countries[entity] = own
        return self._countries[entity]
