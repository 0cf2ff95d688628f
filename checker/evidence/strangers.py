"""Whom a property cannot be said of: a speaker has no list price, a place where something happens no load factor.

Who can have a property is told by the types that it declares and by what has it in the base. Of somebody whom the base
does not know, the text tells the kind: a pronoun of persons, a noun for a kind of thing, a preposition before a place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.data import load_packaged
from checker.values.tables import Units

if TYPE_CHECKING:
    from checker.evidence.setting import Group, Setting
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene

_BODIES = frozenset({"organisation", "company", "team"})
"""Types between which a text does not tell: a club is a team, an organisation or a company."""


class Strangers:
    """Answers for one document."""

    def __init__(self, setting: Setting) -> None:
        """Collect the closed classes of the language."""
        self._setting = setting
        rules = setting.rules
        said = rules.pronouns
        self._speaking = frozenset((*said.speaker, *rules.definite))
        self._human = frozenset((*said.male, *said.female)) - frozenset(said.thing)
        self._inside = frozenset(rules.inside)
        units = load_packaged(Units, "languages", setting.language, "units.yaml")
        self._streets = tuple(units.streets)
        self._street_words = frozenset(units.street_words)
        self._kinds: dict[str, frozenset[str]] = {}

    def kinds(self, statement: Statement) -> frozenset[str]:
        """Return the types of what can have a statement's property."""
        prop = statement.property
        if prop.id not in self._kinds:
            holders = {self._setting.type_of(s.subject) for s in self._setting.base.by_property.get(prop.id, ())}
            found = holders | set(prop.subjects)
            self._kinds[prop.id] = frozenset(found | _BODIES if found & _BODIES else found)
        return self._kinds[prop.id]

    def can_be(self, statement: Statement, scene: Scene, group: Group) -> bool:
        """Whether somebody unknown in a sentence can be what a statement's property is said of there."""
        return any(self._points(statement, scene, mention) for mention in group.mentions)

    def can_stay(self, statement: Statement, scene: Scene, group: Group) -> bool:
        """Whether the next sentence can go on about somebody unknown in this one: not about where it happened."""
        return any(self._points(statement, scene, m) and self._of_kind(statement, scene, m) for m in group.mentions)

    def _points(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        if mention.how == "pronoun":
            word = scene.sentence.tokens[mention.last].norm
            return word not in self._speaking and ("person" in self.kinds(statement) or word not in self._human)
        if mention.how == "noun" and self.stands_for(statement, scene, mention):
            return False
        if mention.text.endswith("-") and not self._numbered(scene, mention):
            return False  # the first part of a compound
        if mention.how == "unknown" and self._is_street(scene, mention):
            return False  # "the hotel on Harbour Road has 90 rooms"
        before = mention.first - 1
        if mention.how != "unknown" or before < 1 or scene.sentence.tokens[before].norm not in self._inside:
            return True
        # "The Alphahal in Zeewerf": only where that one is.
        return not any(m.last == before - 1 and m.how == "name" and m.ids for m in scene.entities)

    def _is_street(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name is that of a street: "aan de Havenkade 12", "on Harbour Road"."""
        tokens = scene.sentence.tokens
        index = mention.first - 1
        if index > 0 and tokens[index].norm in self._setting.articles:
            index -= 1
        if index < 0 or tokens[index].norm not in self._setting.prepositions:
            return False
        last = mention.text.split()[-1]
        numbered = any(t.text[0].isdigit() for t in tokens[mention.last + 1 : mention.last + 2])
        return last in self._street_words or (numbered and last.casefold().endswith(self._streets))

    @staticmethod
    def _numbered(scene: Scene, mention: EntityMention) -> bool:
        """Whether a number completes a name: "Alpha-1" is another one than "Alpha-2"."""
        tokens = scene.sentence.tokens
        following = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
        return following is not None and following.start == mention.end and following.text.isdigit()

    def _of_kind(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        kinds = self.kinds(statement)
        tokens = scene.sentence.tokens
        if mention.how == "noun":
            return self._called(tokens[mention.last].norm, kinds)
        if mention.how == "pronoun":
            return True
        index = mention.first - 1
        if index > 0 and tokens[index].norm in self._setting.articles:
            index -= 1
        return "place" in kinds or index < 0 or tokens[index].norm not in self._inside

    def stands_for(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether "the team" of "the team of Alpha" is what has the property, so that it stands for Alpha."""
        tokens = scene.sentence.tokens
        rules = self._setting.rules
        index = mention.last + 1
        if index + 1 >= len(tokens) or tokens[index].norm not in rules.partitives:
            return False
        index += 2 if tokens[index + 1].norm in rules.definite else 1
        owned = any(m.first == index and m.how == "name" and statement.subject in m.ids for m in scene.entities)
        kinds = frozenset(statement.property.subjects)
        if kinds & {"organisation", "company"}:
            return False  # "the crew of Alpha" is not all of its employees
        kinds = kinds or self.kinds(statement)
        return owned and any(tokens[mention.last].norm in rules.type_nouns.get(kind, ()) for kind in kinds)

    def _called(self, word: str, kinds: frozenset[str]) -> bool:
        """Whether a noun for a kind of thing, or a compound that ends in it, can stand for one of these types."""
        rules = self._setting.rules
        of = {
            kind
            for kind, nouns in rules.type_nouns.items()
            if any(word == noun or (rules.compounds and len(noun) > _SHORT and word.endswith(noun)) for noun in nouns)
        }
        return not of or bool(of & kinds)


_SHORT = 3
