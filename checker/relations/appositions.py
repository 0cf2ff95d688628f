"""A name beside the label of what it is of something: "the coach of Acme, Berg", "Berg, the coach of Acme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene

_SURE = 0.8
_ASIDE = frozenset(",(–—")
_CLOSING = frozenset(",.)!?;:–—”\"'")


class Appositions:
    """Reads the names in apposition of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the small words of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._articles = frozenset((*rules.articles, *rules.definite))
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)
        self._of = frozenset(rules.partitives)

    def find(
        self, scene: Scene, mention: EntityMention, statement: Statement, cue: CueMention
    ) -> tuple[Part, ...] | None:
        """Return the parts by which a name is put beside a cue and the statement's subject, or None."""
        if cue.weight < _SURE:
            return None
        tokens = scene.sentence.tokens
        between = cue.last + 1 == mention.first
        subject = self._behind(scene, statement, mention.last if between else cue.last)
        if subject is None:
            return None
        if between:
            # "CUE NAME of SUBJECT"
            found = not cue.first or tokens[cue.first - 1].norm not in self._indefinite
        elif cue.last < mention.first:
            # "the CUE of SUBJECT, NAME, ..."
            closed = mention.last + 1 >= len(tokens) or tokens[mention.last + 1].text in _CLOSING
            before = cue.first - 1
            while before > 0 and tokens[before].norm in self._articles - self._indefinite:
                before -= 1
            named = before < 0 or tokens[before].norm not in (*self._indefinite, *self._evidence.prepositions)
            beside = mention.first == subject.last + 2 and tokens[subject.last + 1].text in _ASIDE
            found = closed and named and beside
        else:
            # "NAME, the CUE of SUBJECT, ..."
            found = self._opens_aside(scene, mention, cue, self._aged(scene))
        if not found:
            return None
        text = " ".join(t.text for t in tokens[cue.first : cue.last + 1])
        return (Part("subject", subject.text, subject.start, subject.end), Part("cue", text, cue.start, cue.end))

    def _small(self, token: Token) -> bool:
        """Whether a word is no noun that would go on the name before it ("the Acme youth team")."""
        evidence = self._evidence
        return token.norm in evidence.closed or token.norm in evidence.prepositions or evidence.is_verb(token)

    @staticmethod
    def _aged(scene: Scene) -> frozenset[int]:
        ages = (v for v in scene.values if v.value.type in ("age", "count"))
        return frozenset(i for v in ages for i in range(v.first, v.last + 1))

    def _opens_aside(self, scene: Scene, mention: EntityMention, cue: CueMention, aged: Collection[int]) -> bool:
        """Whether a comma, perhaps an age, and "the" or nothing stand between a name and a cue."""
        tokens = scene.sentence.tokens
        index = cue.first - 1
        if index > 0 and tokens[index].norm in self._articles:
            if tokens[index].norm in self._indefinite:
                return False
            index -= 1
        if index < 1 or tokens[index].text not in _ASIDE:
            return False
        index -= 1
        while index > 0 and (index in aged or tokens[index].text in (",", "(", ")")):
            index -= 1
        return index == mention.last

    def _behind(self, scene: Scene, statement: Statement, last: int) -> EntityMention | None:
        """Return the subject of a statement where it stands behind a token and "of", whole."""
        tokens = scene.sentence.tokens
        index = last + 1
        if index >= len(tokens) or tokens[index].norm not in self._of:
            return None
        begin = index + 1
        index = begin
        while index < len(tokens) and tokens[index].norm in self._articles:
            index += 1
        for m in scene.entities:
            if begin <= m.first <= index and statement.subject in m.ids and m.how in ("name", "part", "noun"):
                following = tokens[m.last + 1] if m.last + 1 < len(tokens) else None
                closed = following is None or not following.text[0].isalnum() or self._small(following)
                return m if closed and (following is None or following.norm not in ("'s", "s", "-")) else None
        return None
