"""What makes a post beside a name another one: a word before it ("technical director"), or another time ("in 1995")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.evidence.sides import own_side
from checker.factbase.model import Reference
from checker.mentions.cues import COMPOUND_WEIGHT
from checker.mentions.deeds import deeds_of
from checker.relations.posts import post, roles

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene

_SHORTEST = 4
"""Letters of the first part of a compound that may be a word of its body's name ("toernooidirecteur")."""


class OtherPosts:
    """Answers for one document whether a post is another one than that of a statement."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the small words of the language."""
        self._evidence = evidence
        rules, language = evidence.rules, evidence.language
        self._since = frozenset(rules.since)
        small = (*evidence.articles, *rules.possessives, *evidence.prepositions, *rules.coordinators)
        pronouns = (*rules.pronouns.male, *rules.pronouns.female, *rules.pronouns.neutral)
        self._plain = frozenset((*small, *pronouns, *rules.clause_openers, *roles(language).new, "'s", "s"))

    def lasts(self, statement: Statement) -> bool:
        """Whether a statement says who has a post that goes on, and that is one person's at a time."""
        value, prop, language = statement.value, statement.property, self._evidence.language
        if not isinstance(value, Reference) or self._evidence.type_of(value.id) != "person" or prop.open:
            return False
        named = post(prop.label.get(language, ""), language).name is not None
        return named or prop.single or any(deed.lasting for deed in deeds_of(prop, language))

    def modified(self, scene: Scene, cue: CueMention, statement: Statement) -> bool:
        """Whether a word before a post, or the first part of a compound, tells of another post."""
        tokens = scene.sentence.tokens
        if cue.weight == COMPOUND_WEIGHT:
            return not self._of_body(tokens[cue.first].norm, statement)
        before = tokens[cue.first - 1] if cue.first else None
        if (
            before is None
            or not before.text[0].isalnum()
            or before.norm in self._plain
            or self._evidence.is_verb(before)
        ):
            return False
        return not self._says_whose(scene, before, statement)

    def _says_whose(self, scene: Scene, before: Token, statement: Statement) -> bool:
        """Whether a word before a post is a name ("Acme director Berg"), or names its body ("tournament director")."""
        if any(m.first <= before.index <= m.last and m.how not in ("noun", "unknown") for m in scene.entities):
            return True
        return any(value.last == before.index for value in scene.values) or self.names_body(before.norm, statement)

    def _of_body(self, word: str, statement: Statement) -> bool:
        """Whether the first part of a compound is a word of its body's name ("toernooidirecteur")."""
        prop, language = statement.property, self._evidence.language
        names = (fold(n) for n in (prop.label.get(language, ""), *prop.cues.get(language, ())))
        head = next((n for n in sorted(names, key=len, reverse=True) if n and word.endswith(n)), None)
        return head is None or self.names_body(word.removesuffix(head).rstrip("-"), statement)

    def names_body(self, word: str, statement: Statement) -> bool:
        """Whether a word is a part of the name of a statement's subject, or a noun for what it is."""
        entity = self._evidence.base.entities[statement.subject]
        kind = self._evidence.rules.type_nouns.get(self._evidence.type_of(statement.subject), ())
        short = word.removesuffix("s")
        return len(short) >= _SHORTEST and any(short in fold(name) for name in (*entity.all_names(), *kind))

    def of_another_time(self, scene: Scene, statement: Statement, mention: EntityMention) -> bool:
        """Whether what is said of somebody in a post is of a year in which the base knows nothing of it.

        The quote beside it may tell of any year, and so may the future: only from when somebody has a post counts.
        """
        date = self._evidence.date
        if date is None or not self.lasts(statement):
            return False
        tokens, valid = scene.sentence.tokens, statement.valid
        near = {t.index for t in own_side(scene, mention.first, mention.last)}
        for dated, when in self._evidence.times.years(scene):
            since = dated.first > 0 and tokens[dated.first - 1].norm in self._since
            later = when.first > date.last
            if dated.first not in near or (since and not later):
                continue
            if (since and later) or not (valid.overlaps(when) if valid is not None else later or when.overlaps(date)):
                return True
        return False
