"""Who is meant: pronouns, epithets ("de Fransman"), type nouns ("het bedrijf") and the topic of a sentence.

Nothing is guessed: a reference is resolved to the most recent entity that fits, and to none where none fits.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.document import BlockKind
from checker.factbase.model import Reference
from checker.languages import grammar
from checker.lemmas import finite
from checker.mentions import EntityMention, Scene
from checker.mentions.asides import resumed
from checker.mentions.callings import Callings
from checker.mentions.compounds import Compounds
from checker.mentions.definite_nouns import DefiniteNouns
from checker.mentions.epithets import Epithets
from checker.mentions.pairs import Pairs
from checker.mentions.predicates import is_predicate
from checker.mentions.salience import Salience
from checker.mentions.sold import Sold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase

_STRANGER = "?"
"""Stands among the recent entities for a name that the base does not know."""
_TIED = frozenset({"agreement", "project", "event", "competition", "class", "place"})
_EDITIONS = frozenset({"event", "competition"})
"""Types of which "the German edition" is another one."""
_DESCRIBED = 3
"""How many words may lie between the comma behind a name and the noun that says what it is."""
_BODIES = frozenset({"organisation", "company", "team"})
"""Types that "they" can be, as the people who work or play there."""
_SHORT = 3
"""How many letters no plural of a verb is as short as."""
_HEADLINE = 3
"""How many mentions the headline counts for: what it names is what the text is about."""
_PEOPLE_SIGNS = frozenset({"adjective", "origin"})


class Resolver:
    """Adds to each scene the references that its words make, in the order of the text."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Prepare for one fact base and one language."""
        self._base = base
        self._language = language
        rules = grammar(language)
        self._definite_nouns = DefiniteNouns(base, language)
        self._nouns = self._definite_nouns.kinds
        self._compounds = rules.compounds
        self._definite = frozenset(rules.definite)
        self._possessive = frozenset((*rules.pronouns.male, *rules.pronouns.female, *rules.pronouns.neutral))
        self._verbs = frozenset(rules.verbs)
        self._prepositions = frozenset(rules.prepositions)
        self._inside = frozenset(rules.inside)
        self._pointing = frozenset(rules.definite) - frozenset(rules.articles)
        self._partitives = frozenset(rules.partitives)
        self._coordinators = frozenset(rules.coordinators)
        self._relatives = frozenset(rules.relatives)
        self._indefinite = frozenset(set(rules.articles) - set(rules.definite))
        self._describing = frozenset((*rules.auxiliaries, *rules.likening, *rules.coordinators))
        self._closed = frozenset(
            (
                *rules.verbs,
                *rules.prepositions,
                *rules.coordinators,
                *rules.clause_openers,
                *rules.auxiliaries,
                *rules.modals,
                *rules.articles,
                *rules.respective,
                *rules.negations,
                *rules.relatives,
                *rules.stop_words,
            )
        )
        self._possessives = frozenset((*self._possessive, *rules.pronouns.speaker))
        self._thing = frozenset(rules.pronouns.thing)
        self._pairs = Pairs(language)
        self._compound_nouns = Compounds(base, language, self._nouns)
        self._sold = Sold(base, language)
        self._epithets = Epithets(base, language)
        self._they = frozenset(rules.pronouns.plural)
        self._plural_endings = tuple(rules.plural_endings)
        self._male = frozenset(rules.pronouns.male)
        self._female = frozenset(rules.pronouns.female)
        self._set_phrases = rules.set_phrases
        self._homes: dict[str, set[str]] = {}
        for statement in base.statements:
            if _PEOPLE_SIGNS & set(statement.property.signs) and isinstance(statement.value, Reference):
                self._homes.setdefault(statement.value.id, set()).add(statement.subject)

    def resolve(self, scenes: Sequence[Scene]) -> None:
        """Resolve every reference of a document, from its first sentence to its last."""
        salience = Salience()
        callings = Callings(self._base, self._language, scenes)
        for scene in scenes:
            self._resolve_scene(scene, salience, callings)
            scene.entities.extend(self._of_two(scenes, scene))
            for place, mention in enumerate(scene.entities):
                thing = self._compound_nouns.meant(scenes, scene, mention)
                if thing is not None:
                    scene.entities[place] = replace(mention, ids=(thing,))
                    salience.note((thing,), 0)
            scene.entities.sort(key=lambda mention: (mention.start, mention.end))

    def _of_two(self, scenes: Sequence[Scene], scene: Scene) -> Iterator[EntityMention]:
        for token in scene.sentence.tokens:
            one = self._pairs.meant(scenes, scene, token.index)
            if one is not None:
                yield EntityMention(
                    start=token.start,
                    end=token.end,
                    text=token.text,
                    first=token.index,
                    last=token.index,
                    ids=one.ids,
                    how="noun",
                )

    def _resolve_scene(self, scene: Scene, salience: Salience, callings: Callings) -> None:
        tokens = scene.sentence.tokens
        occupied = {i for mention in scene.entities for i in range(mention.first, mention.last + 1)}
        occupied |= {i for first, last in phrases_in(tokens, self._set_phrases) for i in range(first, last + 1)}
        begins = {mention.first for mention in scene.entities}
        added: list[EntityMention] = list(self._epithets.find(scene, salience.recent))
        occupied |= {i for mention in added for i in range(mention.first, mention.last + 1)}
        scene.entities = [self._indefinite_name(mention, tokens) for mention in scene.entities]
        weight = _HEADLINE if scene.kind == BlockKind.HEADLINE.value else 1
        pending = sorted(scene.entities, key=lambda mention: mention.first)
        for index, token in enumerate(tokens):
            while pending and pending[0].last < index:
                mention = pending.pop(0)
                if mention.explicit:
                    salience.note(mention.ids, weight)
                elif mention.how == "unknown":
                    salience.note((_STRANGER,))
            for mention in added:
                if mention.how == "epithet" and mention.last == index:
                    salience.note(mention.ids)
            if index in occupied:
                continue
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            ids: tuple[str, ...] = ()
            how = "noun"
            others: tuple[str, ...] = ()
            if token.norm in self._definite and not self._alone(tokens, index):
                continue  # an article, not a pronoun
            if token.norm in self._verbs and not (following is not None and self._plain(following)):
                continue  # "zijn" as a verb
            if token.norm in self._male or token.norm in self._female or token.norm in self._possessive:
                ids, how = self._pronoun(token.norm, salience), "pronoun"
                if token.norm in self._they and self._are_many(tokens, index):
                    ids = tuple(e for e in ids if self._base.entities[e].type in _BODIES)
                goes_on = self._goes_on(scene, index) if self._may_be_thing(token.norm) else None
                ids = (goes_on,) if goes_on is not None else ids
                others = tuple(e for e in self._things(token.norm, salience) if e not in ids) if ids else ()
            elif self._says_what(scene, index) or is_predicate(scene, index, self._nouns, self._language):
                continue
            elif index > 0 and self._modified(tokens, index):
                called = index + 1 in begins or self._calls_place(scene, index) or self._located(scene, index)
                # "That ship", behind a name that nobody knows, is the one of that name.
                called |= tokens[index - 1].norm in self._pointing and _STRANGER in salience.recent[-1:]
                # "The e-book" is another thing than the book.
                called |= index > 1 and tokens[index - 1].text == "-" and len(tokens[index - 2].text) == 1
                compound = not self._compounds and self._plain(tokens[index - 1])
                pointing = tokens[index - 1].norm in self._pointing
                ids = (
                    ()
                    if called
                    else self._definite_nouns.entities(token, following, salience, compound=compound, pointing=pointing)
                )
                if not (ids or called or token.capital or self._whose(tokens, index)):
                    own = callings.entity(token.norm)
                    ids = (own,) if own is not None and own in salience.recent else ()
                if any(m.how == "adjective" and m.last == index - 1 for m in scene.entities):
                    ids = tuple(e for e in ids if self._base.entities[e].type not in _EDITIONS)
            stranger = not ids and how == "pronoun" and _STRANGER in salience.recent[-2:]
            unresolved = stranger or (
                not ids and how == "noun" and index + 1 not in begins and self._unresolved(tokens, index)
            )
            if ids or unresolved:
                added.append(
                    EntityMention(
                        start=token.start,
                        end=token.end,
                        text=token.text,
                        first=index,
                        last=index,
                        ids=ids,
                        how="pronoun" if how == "pronoun" else "noun",
                        others=others,
                    )
                )
        for mention in pending:
            if mention.explicit:
                salience.note(mention.ids, weight)
            elif mention.how == "unknown":
                salience.note((_STRANGER,))
        salience.note(resumed(scene, self._language), 0)
        for mention in scene.entities:
            if mention.how == "inhabitant":
                person = self._person_from(mention, scene, salience)
                if person:
                    added.append(
                        EntityMention(
                            start=mention.start,
                            end=mention.end,
                            text=mention.text,
                            first=mention.first,
                            last=mention.last,
                            ids=(person,),
                            how="epithet",
                            gender=mention.gender,
                        )
                    )
                    salience.note((person,))
        scene.entities.extend(added)
        scene.entities.sort(key=lambda mention: (mention.start, mention.end))

    def _says_what(self, scene: Scene, index: int) -> bool:
        """Whether a noun only says what the name before its comma is ("Anna Berg, the winner in 2024, was third")."""
        kinds = self._nouns.get(scene.sentence.tokens[index].norm, ())
        tokens = scene.sentence.tokens
        start = index - 1 if kinds and index > 2 else 0
        while start > 2 and index - start < _DESCRIBED and self._plain(tokens[start]):
            start -= 1
        if start < 2 or tokens[start].norm not in self._definite or tokens[start - 1].text != ",":
            return False
        named = [e for m in scene.entities if m.last == start - 2 and m.explicit for e in m.ids]
        return any(e in self._base.entities and self._base.entities[e].type in kinds for e in named)

    def _are_many(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the verb beside a pronoun is a plural: "Ze betalen", "betalen ze"."""
        beside = (*tokens[index + 1 : index + 2], *tokens[max(0, index - 1) : index])
        ends = self._plural_endings
        return any(t.norm.endswith(ends) and self._plain_verb(t) for t in beside) if ends else False

    def _plain_verb(self, token: Token) -> bool:
        verb = token.norm in self._verbs or token.norm not in self._closed
        return token.text.isalpha() and verb and len(token.text) > _SHORT

    def _may_be_thing(self, word: str) -> bool:
        return word in self._thing or not (word in self._male or word in self._female)

    def _goes_on(self, scene: Scene, index: int) -> str | None:
        """Return what a sentence is about where "it" opens another clause: "Alpha replaces Beta; it has ..."."""
        tokens = scene.sentence.tokens
        if index < 2 or not (tokens[index - 1].text == ";" or tokens[index - 1].norm in self._coordinators):
            return None
        first = next((m for m in scene.entities if m.explicit), None)
        if (
            first is None
            or len(first.ids) != 1
            or first.last >= index
            or first.first > 1
            or not self._fits(first.ids[0])
        ):
            return None
        return first.ids[0] if tokens[0].norm in self._definite or first.first == 0 else None

    def _whose(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether words behind a noun say whose it is or which one: "the van of", "the van that"."""
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        return following in self._partitives or following in self._relatives

    def _located(self, scene: Scene, index: int) -> bool:
        """Whether a place that nobody knows says which one a noun means: "the harbour in Zeewerf"."""
        tokens = scene.sentence.tokens
        if index + 2 >= len(tokens) or tokens[index + 1].norm not in self._inside:
            return False
        return any(m.first == index + 2 and m.how == "unknown" for m in scene.entities)

    def _calls_place(self, scene: Scene, index: int) -> bool:
        """Whether a noun says what a place behind it is: "the town of Alpha"."""
        tokens = scene.sentence.tokens
        if index + 2 >= len(tokens) or tokens[index + 1].norm not in self._partitives:
            return False
        named = [m for m in scene.entities if m.first == index + 2 and m.ids]
        return any(e not in self._base.entities or self._base.entities[e].type == "place" for m in named for e in m.ids)

    def _kinds_of_compound(self, word: str) -> tuple[str, ...] | None:
        """Return the types of the noun that a compound ends in ("vrouwenploeg")."""
        for cut in range(1, len(word) - 4):
            kinds = self._nouns.get(word[cut:])
            if kinds is not None:
                return kinds
        return None

    def _unresolved(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a word is "the partnership" or "dat bedrijf" of which the base knows nothing: somebody else."""
        norm = tokens[index].norm
        kinds = self._nouns.get(norm)
        if kinds is None and self._compounds:
            kinds = self._kinds_of_compound(norm)
        if kinds is None or index == 0 or tokens[index].capital:
            return False
        if tokens[index - 1].norm in self._definite:
            return True
        # "Een Duitse fiets": something new, unless it says what a name right before it is, or ties known parties.
        if _TIED & set(kinds):
            return False
        start = next((i for i in range(index - 1, max(-1, index - 4), -1) if tokens[i].norm in self._indefinite), None)
        if start is None:
            return False
        if not self._compounds and index + 1 < len(tokens) and self._plain(tokens[index + 1]):
            return False
        before = tokens[start - 1] if start > 0 else None
        return before is None or not (
            before.norm in self._describing or not before.text[0].isalnum() or before.norm in self._prepositions
        )

    def _plain(self, token: Token) -> bool:
        """Whether a word can be a noun: lower case, and none of the closed classes."""
        return (
            token.text.isalpha()
            and token.text.islower()
            and token.norm not in self._closed
            and not finite(token.norm, self._language)
        )

    def _indefinite_name(self, mention: EntityMention, tokens: Sequence[Token]) -> EntityMention:
        """Return "a green bond" as a new thing, though one goes by that name: small letters and an "a" before it."""
        if mention.how != "name" or not mention.text.islower() or mention.first == 0:
            return mention  # "a green bond" may be any, "a phase B plan" is not
        if tokens[mention.first - 1].norm not in self._indefinite or self._sold.any_of_them(mention, tokens):
            return mention
        return replace(mention, ids=(), how="noun")

    def _alone(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a word that may be an article stands by itself: before a verb or at the end."""
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        return following is None or following.norm in self._verbs or not following.text[0].isalnum()

    def _modified(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a definite article or a possessive stands before, in the same phrase, so that the noun is known."""
        if not self._compounds and index + 1 < len(tokens) and self._plain(tokens[index + 1]):
            third = tokens[index + 1].norm.endswith("s") and index + 2 < len(tokens)
            if not third or self._plain(tokens[index + 2]):
                return False  # the first part of a compound ("the factory gate"), unless a verb ("the bank opens in")
        for token in reversed(tokens[max(0, index - 6) : index]):
            if token.norm in self._indefinite:
                return False
            if token.norm in self._definite or token.norm in self._possessives or token.norm == "'s":
                return True
            if token.norm in self._verbs or token.norm in self._prepositions:
                return False
            if not token.text[0].isalnum() and token.norm != "-":
                return False
        return False

    def _fits(self, entity_id: str, *, male: bool = False, female: bool = False) -> bool:
        entity = self._base.entities.get(entity_id)
        if entity is None or entity.country or entity_id in self._base.qualifying:
            return False
        if entity.human:
            if entity.gender == "male":
                return male
            if entity.gender == "female":
                return female
            return male or female
        return not (male or female)

    def _pronoun(self, word: str, salience: Salience) -> tuple[str, ...]:
        male, female = word in self._male, word in self._female
        found: list[str] = []
        if male or female:
            recent = reversed(salience.recent[-6:])
            person = next((e for e in recent if e == _STRANGER or self._fits(e, male=male, female=female)), None)
            if person == _STRANGER:
                return ()  # the last one named is nobody that the base knows
            found.extend([person] if person else [])
        things = self._things(word, salience)
        found.extend([e for e in things if self._base.entities[e].type != "place"][:1] or things[:1])
        return tuple(found)

    def _things(self, word: str, salience: Salience) -> list[str]:
        """Return the things that a pronoun can stand for, the latest first; none behind a name that nobody knows."""
        if not self._may_be_thing(word):
            return []
        latest = takewhile(lambda entity: entity != _STRANGER, reversed(salience.recent[-6:]))
        return [e for e in latest if self._fits(e)]

    def _person_from(self, mention: EntityMention, scene: Scene, salience: Salience) -> str | None:
        """Return who “de Fransman” is: the latest person of that country, or else the person just spoken of."""
        apposed = self._apposed(mention, scene)
        if apposed is not None:
            return apposed  # "Berg, a Dane", whoever else is one
        people = [e for e in salience.recent if e in self._base.entities and self._base.entities[e].human]
        fitting = [p for p in people if self._gender_fits(p, mention.gender)]
        homes = set().union(*(self._homes.get(place, set()) for place in mention.ids)) if mention.ids else set()
        for person in reversed(fitting):
            if person in homes:
                return person
        return None

    def _apposed(self, mention: EntityMention, scene: Scene) -> str | None:
        """Return the person right before "a Dane" and its comma."""
        tokens, index = scene.sentence.tokens, mention.first
        if index < 3 or tokens[index - 1].norm not in self._indefinite or tokens[index - 2].text != ",":
            return None
        name = next((m for m in scene.entities if m.last == index - 3 and m.explicit and len(m.ids) == 1), None)
        known = self._base.entities.get(name.ids[0]) if name is not None else None
        return known.id if known is not None and known.human else None

    def _gender_fits(self, person: str, gender: str | None) -> bool:
        known = self._base.entities[person].gender
        return gender is None or known is None or known == gender
