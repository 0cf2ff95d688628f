"""What every stage of linking knows of a document: its scenes, its topic and date, the fact base, the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.factbase.model import Members, Reference
from checker.languages import grammar
from checker.lemmas import finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene
    from checker.period import Period


_FRONT = 3
"""Where in a sentence the name of the phrase that it begins with stands at most ("As opposed to Alpha, ...")."""


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that stand together as one subject ("Jansen en De Boer"); token indices, both included."""

    first: int
    last: int
    mentions: tuple[EntityMention, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Every entity that some mention of the group can mean."""
        return frozenset(entity for mention in self.mentions for entity in mention.ids)

    @property
    def unknown(self) -> bool:
        """Whether the group is a name that the base does not know."""
        return all(not mention.ids for mention in self.mentions)


def groups(scene: Scene, language: str) -> list[Group]:
    """Return the mentions of a scene as groups, in the order of the text."""
    rules = grammar(language)
    joining = frozenset((*rules.coordinators, *rules.companions, ",", *rules.articles))
    fronting = frozenset((*rules.prepositions, *rules.likening, *rules.comparisons))
    found: list[list[EntityMention]] = []
    for mention in scene.entities:
        if mention.how in ("adjective", "country"):
            continue
        if found:
            before = found[-1][-1]
            between = scene.sentence.tokens[before.last + 1 : mention.first]
            together = 0 < len(between) <= 3 and all(token.norm in joining for token in between)
            together = together and not _is_fronted(scene, found[-1][0], mention, fronting, joining)
            if (together and before.how != "pronoun" and mention.how != "pronoun") or mention.start == before.start:
                found[-1].append(mention)
                continue
        found.append([mention])
    return [Group(items[0].first, items[-1].last, tuple(items)) for items in found]


def _is_fronted(
    scene: Scene, opener: EntityMention, mention: EntityMention, fronting: frozenset[str], joining: frozenset[str]
) -> bool:
    """Whether a comma ends the phrase that a sentence begins with, and joins no names ("After Alpha, Beta")."""
    tokens = scene.sentence.tokens
    if not 0 < opener.first <= _FRONT or tokens[opener.first - 1].norm not in fronting:
        return False
    commas = [t for t in tokens[opener.last + 1 : mention.first] if t.text == ","]
    behind = tokens[mention.last + 1 : mention.last + 2]
    goes_on = any(
        t.norm in joining and (t.text != "," or any(m.first == t.index + 1 for m in scene.entities)) for t in behind
    )
    return len(commas) == 1 and mention.first == commas[0].index + 1 and not goes_on


class Setting:
    """A document as the stages of linking see it; made once, never changed."""

    def __init__(
        self, base: FactBase, language: str, scenes: Sequence[Scene], topic: frozenset[str], date: Period | None
    ) -> None:
        """`topic` holds the entities that the document is about; `date` is its judgement date."""
        self.base = base
        self.language = language
        self.scenes = scenes
        self.topic = topic
        self.date = date
        rules = grammar(language)
        self.rules = rules
        self.mentioned = {entity for scene in scenes for mention in scene.entities for entity in mention.ids}
        self.articles = frozenset((*rules.articles, *rules.definite))
        self.prepositions = frozenset((*rules.prepositions, *rules.likening))
        self.verbs = frozenset(rules.verbs)
        self.openers = frozenset(rules.clause_openers)
        said = rules.pronouns
        pronouns = (*said.male, *said.female, *said.neutral, *said.plural, *said.speaker)
        closed = (*rules.stop_words, *rules.articles, *rules.prepositions, *rules.clause_openers, *pronouns)
        self.closed = frozenset((*closed, *rules.definite, *rules.partitives))
        self.owners = frozenset((*rules.pronouns.male, *rules.pronouns.female, *rules.pronouns.neutral))
        self._groups: dict[int, list[Group]] = {}
        self._related: dict[str, frozenset[str]] = {}
        self._holders: dict[str, frozenset[str]] = {}
        self.in_text = topic.union(*(self.related(entity) for entity in self.mentioned))
        """The entities that the text names or speaks of, with their editions and parts."""

    def is_verb(self, token: Token) -> bool:
        """Whether a token is a verb: one of the common ones, or a form that only verbs have."""
        return token.norm in self.verbs or finite(token.norm, self.language)

    def groups(self, scene: Scene) -> list[Group]:
        """Return the groups of a scene, made once."""
        if scene.index not in self._groups:
            self._groups[scene.index] = groups(scene, self.language)
        return self._groups[scene.index]

    def labelled(self, scene: Scene, position: int) -> bool:
        """Whether a line begins with a label of its own ("Motor: ...") and a token stands behind it."""
        tokens = scene.sentence.tokens
        colon = next((t.index for t in tokens[:5] if t.text == ":"), None)
        return colon is not None and colon < position

    def type_of(self, entity: str) -> str:
        """Return the type of an entity; a country is a place, and whoever has a gender a person."""
        known = self.base.entities.get(entity)
        if known is None:
            return "place"
        return "person" if known.human else known.type

    def holders(self, prop: str) -> frozenset[str]:
        """Return the entities of which the base states a property."""
        if prop not in self._holders:
            self._holders[prop] = frozenset(s.subject for s in self.base.by_property.get(prop, ()))
        return self._holders[prop]

    def related(self, entity: str) -> frozenset[str]:
        """Return an entity with what it is an edition or part of, and its own editions and parts."""
        if entity in self._related:
            return self._related[entity]
        found = {entity}
        for statement in self.base.by_property.get("part_of", ()):
            if isinstance(statement.value, Reference):
                if statement.subject == entity:
                    found.add(statement.value.id)
                elif statement.value.id == entity:
                    found.add(statement.subject)
        self._related[entity] = frozenset(found)
        return self._related[entity]

    def tied(self, entity: str) -> frozenset[str]:
        """Return the entities that an entity's own statements name: the parties of an agreement, say."""
        found: set[str] = set()
        for statement in self.base.by_subject.get(entity, ()):
            if isinstance(statement.value, Reference):
                found.add(statement.value.id)
            elif isinstance(statement.value, Members):
                found.update(item.id for item in statement.value.items if isinstance(item, Reference))
        return frozenset(found)
