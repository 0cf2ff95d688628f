"""Who took whose place: "Berg succeeded Dahl as director", "Dahl werd opgevolgd door Berg", "her predecessor, Dahl".

The base knows it by two statements of one post, held by one until the other began. A name in the place of who went, or
of who came, that is somebody else's is wrong; the same two in another post, or at another time, are not.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.succession import followed
from checker.data import Table, load_packaged, packaged
from checker.evidence.sides import own_side
from checker.factbase.model import Reference
from checker.report import Part, Repair, Verdict
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.report import Finding

_NAMED = ("name", "part", "discouraged", "unknown")
_DESCRIBED = 5
_REACH = 8
_CONFIDENCE = 0.8


class Words(Table):
    """The file `successions.yaml` of a language; see there."""

    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    as_: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()


@cache
def _words(language: str) -> Words:
    if not packaged("languages", language, "successions.yaml").is_file():
        return Words()
    return load_packaged(Words, "languages", language, "successions.yaml")


class Successors:
    """Judges the names of those who followed each other in one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer) -> None:
        """Index who followed whom."""
        self._evidence = evidence
        self._base = evidence.base
        self._explain = explainer
        self._words = _words(evidence.language)
        self._pairs = followed(evidence.base)
        rules = evidence.rules
        self._doubts = frozenset((*rules.negations, *self._words.acting))
        self._since, self._until = frozenset(rules.since), frozenset(rules.until)
        self._small = frozenset((*rules.prepositions, *rules.coordinators, *rules.clause_openers))

    def run(self, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each name that stands in the place of who went or who came."""
        if not self._pairs:
            return
        for mention in scene.entities:
            if mention.how not in _NAMED or not self._is_person(mention):
                continue
            found = self._place(scene, mention)
            if found is None:
                continue
            went, other, cue, loose = found
            if any(t.norm in self._doubts for t in own_side(scene, mention.first, mention.last)):
                continue
            finding = self._judged(scene, mention, other, cue, went=went, loose=loose)
            if finding is not None:
                yield finding

    def _is_person(self, mention: EntityMention) -> bool:
        if mention.how == "unknown":
            return " " in mention.text
        return any(self._evidence.type_of(i) == "person" for i in mention.ids)

    # Where the names stand ------------------------------------------------------------------------------------------

    def _place(self, scene: Scene, mention: EntityMention) -> tuple[bool, EntityMention, Token, bool] | None:
        """Return whether a name is that of who went, the other one of the two, and the word that says so."""
        tokens = scene.sentence.tokens
        start = self._described_from(scene, mention.first)
        for went, phrases, loose in (
            (True, self._words.old, False),
            (False, self._words.new, False),
            (True, self._words.loose, True),
        ):
            for phrase in phrases:
                words = phrase.split()
                begin = start - len(words)
                if begin >= 0 and [t.norm for t in tokens[begin:start]] == words:
                    other = self._other(scene, begin, mention)
                    return None if other is None else (went, other, tokens[begin], loose)
        return self._around(scene, mention, start)

    def _around(
        self, scene: Scene, mention: EntityMention, start: int
    ) -> tuple[bool, EntityMention, Token, bool] | None:
        """Return the same of "Berg volgde NAME op", "die NAME opvolgde" and "werd door NAME opgevolgd"."""
        tokens = scene.sentence.tokens
        rest = [t.norm for t in tokens[mention.last + 1 : mention.last + 1 + _REACH]]
        people = [m for m in scene.entities if m is not mention and self._somebody(m)]
        for parted in self._words.parted:
            verb, particle = parted.split()
            if not self._parts(rest, particle):
                continue
            before = tokens[start - 1] if start else None
            if before is not None and before.norm == verb:
                if any(0 < m.first - mention.last <= _DESCRIBED for m in people):
                    return None  # "In 2019 volgde Berg Dahl op": the second one went
                other = self._other(scene, start - 1, mention)
                return None if other is None else (True, other, before, False)
            inverted = next((m for m in people if m.last == start - 1), None)
            if inverted is not None and inverted.first and tokens[inverted.first - 1].norm == verb:
                return True, inverted, tokens[inverted.first - 1], False
        following = next((t for t in tokens[mention.last + 1 : mention.last + 4] if t.norm in self._words.behind), None)
        if following is not None and start and tokens[start - 1].norm in self._evidence.rules.relatives:
            other = self._other(scene, start - 1, mention)
            return None if other is None else (True, other, following, False)
        ended = next((t for t in tokens[mention.last + 1 : mention.last + 3] if t.norm in self._words.ended), None)
        if ended is not None and start and tokens[start - 1].norm in self._evidence.rules.agents:
            other = self._other(scene, start - 1, mention)
            return None if other is None else (False, other, ended, False)
        return None

    def _parts(self, rest: Sequence[str], particle: str) -> bool:
        """Whether the second word of a verb stands behind a name: not "op" of "op de voet"."""
        if particle not in rest:
            return False
        behind = rest[rest.index(particle) + 1 :][:1]
        return not behind or behind[0] not in (*self._evidence.articles, *self._evidence.rules.possessives)

    def _described_from(self, scene: Scene, first: int) -> int:
        """Return where the phrase of a name begins: "the retiring director, 63, NAME"."""
        tokens = scene.sentence.tokens
        aged = {i for v in scene.values if v.value.type == "age" for i in range(v.first, v.last + 1)}
        when = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        index = first
        while index > 0 and first - index < _DESCRIBED:
            token = tokens[index - 1]
            dated = token.index in when or (token.norm in self._evidence.prepositions and index in when)
            plain = token.text.isalpha() and token.text.islower() and token.norm not in self._small
            said = plain and not self._evidence.is_verb(token) and not self._is_word(token.norm)
            if token.norm in self._evidence.rules.relatives or not (
                said or token.index in aged or dated or token.norm in self._evidence.articles
            ):
                break
            index -= 1
        return index

    def _is_word(self, word: str) -> bool:
        every = (*self._words.old, *self._words.new, *self._words.loose, *self._words.parted)
        return any(word in phrase.split() for phrase in every)

    def _somebody(self, mention: EntityMention) -> bool:
        if mention.how == "unknown":
            return " " in mention.text
        how = mention.how in (*_NAMED, "pronoun", "epithet")
        return how and any(self._evidence.type_of(i) == "person" for i in mention.ids)

    def _other(self, scene: Scene, begin: int, mention: EntityMention) -> EntityMention | None:
        """Return who stands before the words of succession, or else right behind the name."""
        people = [m for m in scene.entities if m is not mention and self._somebody(m)]
        before = [m for m in people if m.last < begin]
        if before:
            return before[-1]
        behind = [m for m in people if m.first > mention.last]
        return behind[0] if behind and begin == 0 else None

    # What the base says ---------------------------------------------------------------------------------------------

    def _judged(
        self, scene: Scene, mention: EntityMention, other: EntityMention, cue: Token, *, went: bool, loose: bool
    ) -> Finding | None:
        whom = {i for i in other.ids if self._evidence.type_of(i) == "person"}
        if other.how == "pronoun":
            whom = set(sorted(whom)[:1]) if len(whom) == 1 else set()
        known = [
            ((new, old), statement) for (new, old), statement in self._pairs.items() if (new if went else old) in whom
        ]
        if not known or set(mention.ids) & whom:
            return None
        for (new, old), statement in known:
            if (old if went else new) in mention.ids:
                return self._finding(scene, mention, statement, (other, cue), old if went else new)
        if self._named_with(scene, mention) or not self._at_that_time(scene, mention, cue, [s for _, s in known]):
            return None
        posts = [(pair, s) for pair, s in known if self._in_that_post(scene, mention, s, said=loose)]
        if len(posts) != len(known) and (loose or not posts or len(known) > 1):
            return None
        if not posts:
            return None
        (new, old), statement = posts[0]
        return self._finding(scene, mention, statement, (other, cue), old if went else new)

    def _named_with(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name is one of several: "succeeded Berg and Dahl"."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if after + 1 >= len(tokens) or tokens[after].norm not in self._evidence.rules.coordinators:
            return False
        return any(m.first == after + 1 for m in scene.entities)

    def _at_that_time(self, scene: Scene, mention: EntityMention, cue: Token, statements: Sequence[Statement]) -> bool:
        """Whether every date of the clause fits the beginning of what the base knows of.

        Until when somebody has signed, or since when the other one was there, is another date.
        """
        first = min(mention.first, cue.index)
        dates = [
            when
            for value, when in self._evidence.times.years(scene)
            if self._beside(scene, value, first) and not self._is_of_one(scene, value, mention)
        ]
        starts = [s.valid for s in statements if s.valid is not None]
        return all(any(start.first.year in (when.first.year, when.last.year) for start in starts) for when in dates)

    def _is_of_one(self, scene: Scene, value: ValueMention, mention: EntityMention) -> bool:
        """Whether a date is until when one of the two is bound, or behind a comma since when the other was there."""
        tokens = scene.sentence.tokens
        bound = tokens[value.first - 1].norm if value.first else ""
        apart = any(t.text == "," for t in tokens[mention.last + 1 : value.first])
        return bound in self._until or (apart and bound in self._since)

    def _beside(self, scene: Scene, value: ValueMention, first: int) -> bool:
        """Whether a date is not that of another verb: "works there since 2009 and succeeded Dahl"."""
        gap = scene.sentence.tokens[value.last + 1 : first] if value.last < first else ()
        joined = [t.index for t in gap if t.norm in self._evidence.rules.coordinators]
        return not joined or not any(self._evidence.is_verb(t) for t in scene.sentence.tokens[: value.first])

    def _in_that_post(self, scene: Scene, mention: EntityMention, statement: Statement, *, said: bool) -> bool:
        """Whether a sentence speaks of a statement's post: by its name behind "as", or of nothing else."""
        tokens = scene.sentence.tokens
        at = next((t.index for t in tokens[mention.last + 1 :][:_REACH] if t.norm in self._words.as_), None)
        if at is None:
            return not said and not self._elsewhere(scene, mention, statement)
        span = range(at + 1, at + 1 + _DESCRIBED)
        cued = any(c.first in span and c.weight >= 0.8 for c in scene.cues.get(statement.property.id, ()))
        labels = (
            set(statement.value.all_labels())
            if not isinstance(statement.value, Reference) and hasattr(statement.value, "all_labels")
            else set()
        )
        named = any(
            term.first in span and any(set(getattr(s.value, "all_labels", tuple)()) & labels for s in term.statements)
            for term in scene.terms
        )
        return (cued or named) and not self._elsewhere(scene, mention, statement)

    def _elsewhere(self, scene: Scene, mention: EntityMention, statement: Statement) -> bool:
        """Whether what stands close behind a name is another body than that of the post."""
        own = {statement.subject, *statement.where.values()}
        bodies = [
            m
            for m in scene.entities
            if 0 < m.first - mention.last <= _REACH
            and (m.how == "unknown" or m.how in ("name", "part", "noun"))
            and not any(self._evidence.type_of(i) in ("person", "place") for i in m.ids)
        ]
        return any(not own & set(m.ids) for m in bodies)

    def _finding(
        self,
        scene: Scene,
        mention: EntityMention,
        statement: Statement,
        by: tuple[EntityMention, Token],
        right_one: str,
    ) -> Finding:
        (other, cue), right = by, right_one in mention.ids
        own = show_entity(self._base, right_one, self._explain.language)
        shown = show_entity(self._base, right_one, self._explain.ui)
        return self._explain.finding(
            Verdict.SUPPORTED if right else Verdict.CONTRADICTED,
            scene,
            statement,
            mention.start,
            mention.end,
            key="supported" if right else "followed",
            expected=shown,
            expected_value={"type": "entity", "entity": right_one},
            claimed_value={"type": "entity", "entity": mention.ids[0] if mention.ids else None},
            parts=(Part("subject", other.text, other.start, other.end), Part("cue", cue.text, cue.start, cue.end)),
            repairs=() if right else (Repair(mention.start, mention.end, own),),
            confidence=_CONFIDENCE,
        )
