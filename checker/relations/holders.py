"""Whose post a name beside it is, where its body stands elsewhere: "Berg, the treasurer, ...", "Berg (treasurer)".

The post must be one that a single body of the base has, or that of the subject in view, and one that lasts; a name
that has the post elsewhere, had it or is to have it is no error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.factbase.model import Reference, Term
from checker.languages import tenures
from checker.mentions.cues import COMPOUND_WEIGHT
from checker.relations.other_posts import OtherPosts
from checker.relations.posts import contained
from checker.report import Part
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene, ValueMention

_LABEL = 0.8
_NAMED = ("name", "part")
_ASIDE = frozenset(",(–—-")
_NEAR = 3
_REACH = 6
"""How many words a relative clause may have between its name and the post ("where Berg has been chef since 2017")."""


class Holders:
    """Reads the names beside posts of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the small words of the language."""
        self._evidence = evidence
        self._others = OtherPosts(evidence)
        self._base = evidence.base
        rules = evidence.rules
        self._definite = frozenset((*rules.definite, *rules.possessives))
        lesser = tenures(evidence.language).lesser
        self._lesser = frozenset((*lesser, *rules.others, *rules.plan_words, *rules.negations))
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)
        self._since = frozenset(rules.since)
        self._being = frozenset((*rules.auxiliaries, *rules.copulas)) - frozenset(rules.past)
        self._openers = frozenset(rules.where)
        self._elsewhere = frozenset((*rules.partitives, *rules.place_prepositions, *rules.purposes))

    def slots(
        self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]
    ) -> Iterator[tuple[Statement, tuple[Part, ...]]]:
        """Yield the statements whose post a mention of a known person is said to have."""
        person = mention.how in _NAMED and len(mention.ids) == 1
        if not person or self._evidence.type_of(mention.ids[0]) != "person":
            return
        for statement in statements:
            if statement.property.id not in scene.cues or not self._others.lasts(statement):
                continue
            if self._is_or_was(mention, statement):
                continue
            for first, last in self._labels(scene, statement):
                parts = self._where(scene, mention, statement, first, last)
                if parts is None and (
                    self._behind(scene, mention, statement, first, last) or self._before(scene, mention, first, last)
                ):
                    parts = self._whose(scene, mention, statement, first, last)
                if parts is not None:
                    yield statement, (*parts, self._part(scene, first, last))
                    break

    @staticmethod
    def _part(scene: Scene, first: int, last: int) -> Part:
        tokens = scene.sentence.tokens[first : last + 1]
        return Part("cue", " ".join(t.text for t in tokens), tokens[0].start, tokens[-1].end)

    # What is held ---------------------------------------------------------------------------------------------------

    def _is_or_was(self, mention: EntityMention, statement: Statement) -> bool:
        """Whether the base gives a person the post at any time, anywhere, or a role that may be the same."""
        who = mention.ids[0]
        held = (s.value for s in self._base.by_property.get(statement.property.id, ()))
        if any(isinstance(v, Reference) and v.id == who for v in held):
            return True
        return any(isinstance(s.value, Term) for s in self._base.by_subject.get(who, ()) if self._same(s, statement))

    def _same(self, role: Statement, statement: Statement) -> bool:
        language = self._evidence.language
        names = (statement.property.label.get(language, ""), *statement.property.cues.get(language, ()))
        labels = role.value.labels.get(language, ()) if isinstance(role.value, Term) else ()
        return any(contained(one, other) or contained(other, one) for one in names for other in labels)

    def _labels(self, scene: Scene, statement: Statement) -> Iterator[tuple[int, int]]:
        """Yield where the whole label of a property, or a cue for it, stands."""
        tokens, language = scene.sentence.tokens, self._evidence.language
        names = {
            fold(n) for n in (statement.property.label.get(language, ""), *statement.property.cues.get(language, ()))
        }
        cues = sorted(scene.cues[statement.property.id], key=lambda c: (c.first, -c.last))
        last = -1
        for cue in cues:
            if cue.weight < _LABEL or cue.first <= last:
                continue
            if self._others.modified(scene, cue, statement):
                continue
            last = self._end(cues, tokens, cue)
            written = fold(" ".join(t.text for t in tokens[cue.first : last + 1])).replace(" - ", "-")
            if written in names or cue.weight == COMPOUND_WEIGHT:
                yield cue.first, last

    @staticmethod
    def _end(cues: Sequence[CueMention], tokens: Sequence[Token], cue: CueMention) -> int:
        """Return the last token of a label whose words stand side by side, or at a hyphen ("chef-kok")."""
        last = cue.last
        for other in cues:
            joined = other.first == last + 1 or (other.first == last + 2 and tokens[last + 1].text == "-")
            if joined and cue.whole and other.whole:
                last = other.last
        return last

    # Where a name stands --------------------------------------------------------------------------------------------

    def _behind(self, scene: Scene, mention: EntityMention, statement: Statement, first: int, last: int) -> bool:
        """Whether a post stands in apposition behind a name: "Berg, 45, the treasurer," or "Berg (treasurer)"."""
        tokens = scene.sentence.tokens
        index = first - 1
        if index > 0 and self._others.names_body(tokens[index].norm, statement):
            index -= 1  # "the tournament director"
        if index > 0 and tokens[index].norm in self._definite:
            index -= 1
        if index < 1 or tokens[index].text not in _ASIDE:
            return False
        opened = tokens[index].text
        aged = {i for v in scene.values if v.value.type in ("age", "count") for i in range(v.first, v.last + 1)}
        while index > mention.last and (index in aged or tokens[index].text in _ASIDE):
            index -= 1
        if index != mention.last or self._listed(scene, mention, last, opened):
            return False
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        return (
            following is None
            or following.norm in self._since
            or following.text in (",", ".", ")", "–", "—", ";", "!", "?")
        )

    def _listed(self, scene: Scene, mention: EntityMention, last: int, opened: str) -> bool:
        """Whether a post between commas may be somebody else in a list: "Berg, the treasurer, and the chair"."""
        tokens, joining = scene.sentence.tokens, self._evidence.rules.coordinators
        after = tokens[last + 2].norm if last + 2 < len(tokens) else ""
        before = tokens[mention.first - 1].norm if mention.first else ""
        return opened == "," and (after in joining or before in joining or before == ",")

    def _before(self, scene: Scene, mention: EntityMention, first: int, last: int) -> bool:
        """Whether a post stands right before a name, as its title or between commas: "the treasurer, Berg,"."""
        tokens = scene.sentence.tokens
        aside = last + 2 == mention.first and tokens[last + 1].text in ",:"
        if last + 1 != mention.first and not aside:
            return False
        closed = mention.last + 1 >= len(tokens) or not tokens[mention.last + 1].text[0].isalnum()
        if aside and not (closed and first > 0 and tokens[first - 1].norm in (*self._definite, "'s", "s")):
            return False
        return first == 0 or tokens[first - 1].norm not in self._indefinite

    def _where(
        self, scene: Scene, mention: EntityMention, statement: Statement, first: int, last: int
    ) -> tuple[Part, ...] | None:
        """Return the body of "BODY, where Berg has been head chef since 2017"."""
        tokens, index = scene.sentence.tokens, mention.first - 1
        if index < 2 or tokens[index].norm not in self._openers or tokens[index - 1].text != ",":
            return None
        body = self._antecedent(scene, index, statement)
        between = tokens[mention.last + 1 : first]
        behind = tokens[last + 1 : last + 2]
        if body is None or first < mention.last or len(between) > _REACH:
            return None
        verbs = {t.norm for t in (*between, *behind)}
        if not verbs & self._being or verbs & self._lesser:
            return None
        return (Part("subject", body.text, body.start, body.end),)

    def _antecedent(self, scene: Scene, index: int, statement: Statement) -> EntityMention | None:
        """Return the statement's subject where it is the last thing before a token that has such a post."""
        having = {s.subject for s in self._base.by_property.get(statement.property.id, ())}
        for m in sorted(scene.entities, key=lambda m: -m.last):
            if m.last < index and m.how == "unknown":
                return None
            if m.last < index and having & set(m.ids):
                return m if statement.subject in m.ids else None
        return None

    # Whose post it is -----------------------------------------------------------------------------------------------

    def _whose(
        self, scene: Scene, mention: EntityMention, statement: Statement, first: int, last: int
    ) -> tuple[Part, ...] | None:
        """Return the parts that say whose post is meant, or None where it may be another body's."""
        tokens = scene.sentence.tokens
        near = tokens[max(0, min(first, mention.first) - 2) : max(last, mention.last) + 3]
        if any(t.norm in self._lesser for t in near):
            return None
        end = max(last, mention.last)
        following = tokens[end + 1].norm if end + 1 < len(tokens) else ""
        if following in self._elsewhere:
            return None
        if any(self._dates(tokens, v, end) for v in scene.values):
            return None
        owner = next((m for m in scene.entities if m.last + 2 == first and tokens[first - 1].norm in ("'s", "s")), None)
        if owner is not None:
            mine = statement.subject in owner.ids
            return (Part("subject", owner.text, owner.start, owner.end),) if mine else None
        bodies = {s.subject for s in self._base.by_property.get(statement.property.id, ())}
        if bodies == {statement.subject}:
            return (
                ()
                if statement.subject in self._evidence.mentioned
                and not self._stranger(scene, mention, first, statement.subject)
                else None
            )
        whole = (0, len(tokens) - 1)
        answer = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, whole)
        return None if answer.score < WEIGHTS.alarm_subject or answer.rival else answer.parts

    def _dates(self, tokens: Sequence[Token], mention: ValueMention, end: int) -> bool:
        """Whether a date or length of time beside a post may be another time than today's."""
        since = mention.first > 0 and tokens[mention.first - 1].norm in self._since
        return mention.value.type in ("date", "duration") and not since and 0 <= mention.first - end <= _NEAR

    def _stranger(self, scene: Scene, mention: EntityMention, first: int, subject: str) -> bool:
        """Whether a body that the base does not know, or another one, is named in the sentence or the one before."""
        near = self._evidence.scenes[max(0, scene.index - 1) : scene.index + 1]
        there = [m for s in near for m in s.entities if m is not mention and (s is not scene or m.last != first - 1)]
        if any(self._is_other_body(m, subject) for m in there):
            return True
        return any(m.how == "unknown" or (m.how == "noun" and not m.ids) for m in there)

    def _is_other_body(self, mention: EntityMention, subject: str) -> bool:
        """Whether a mention is of a body of the same kind as another one."""
        kind = self._evidence.type_of(subject)
        return subject not in mention.ids and any(self._evidence.type_of(entity) == kind for entity in mention.ids)
