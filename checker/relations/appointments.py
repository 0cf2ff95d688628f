"""The post that somebody is said to have or to come to: "Berg becomes finance director", "die penningmeester wordt".

It is wrong where the base knows that person's posts at that time, and every one of them is another post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Reference, Term
from checker.languages import tenures
from checker.relations.posts import apart, contained, post, roles
from checker.report import Part, Repair, Verdict
from checker.wording import fact_json, show_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.period import Period
    from checker.report import Finding

_NAMED = ("name", "part", "discouraged")
_LONGEST = 4
_BETWEEN = 4
_CONFIDENCE = 0.75
_BESIDE = ("captain",)
"""Posts that go with any other one."""


class Appointments:
    """Judges the posts that a verb gives to the people of one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer) -> None:
        """Collect who holds which posts."""
        self._evidence = evidence
        self._explain = explainer
        self._language = evidence.language
        rules = evidence.rules
        table = roles(evidence.language)
        self._coming = frozenset(table.coming)
        self._being = frozenset(rules.copulas) - frozenset(rules.past) - self._coming
        self._to = frozenset((*table.to, *evidence.articles, *rules.prepositions, *rules.possessives, *table.new))
        lesser = tenures(evidence.language).lesser
        self._doubts = frozenset((*rules.negations, *rules.others, *rules.likening, *lesser)) - {*table.to, *table.new}
        self._indefinite = evidence.articles - frozenset(rules.definite)
        self._verbs = self._coming | frozenset((*rules.copulas, *rules.past, *rules.modals, *table.to))
        self._stop = frozenset((*rules.prepositions, *rules.coordinators, *rules.clause_openers, *rules.relatives))
        self._posts: dict[str, list[Statement]] = {}
        for statement in evidence.base.statements:
            value = statement.value
            if isinstance(value, Term) and "apposition" in statement.property.signs:
                self._posts.setdefault(statement.subject, []).append(statement)
            elif isinstance(value, Reference) and post(statement.property.label.get("en", ""), "en").name is not None:
                self._posts.setdefault(value.id, []).append(statement)

    def find(self, scene: Scene) -> Iterator[Finding]:
        """Yield an alarm for each post that its person cannot have."""
        for person in scene.entities:
            known = self._posts.get(person.ids[0], ()) if person.how in _NAMED and len(person.ids) == 1 else ()
            if not known or self._evidence.date is None:
                continue
            for first, last, coming in self._said(scene, person):
                finding = self._judged(scene, person, known, (first, last), coming=coming)
                if finding is not None:
                    yield finding
                    break

    def _said(self, scene: Scene, person: EntityMention) -> Iterator[tuple[int, int, bool]]:
        """Yield where a post stands, and whether somebody comes to it: "[, who] becomes [on 1 May the] POST"."""
        tokens = scene.sentence.tokens
        index = person.last + 1
        relative = index + 1 < len(tokens) and tokens[index].text == "," and self._relates(scene, index + 1)
        index += 2 if relative else 0
        dated = self._dated(scene)
        if index < len(tokens) and tokens[index].norm in self._verbs:
            start = self._skip(scene, index, dated)
            last = self._run(scene, start, dated)
            between = {t.norm for t in tokens[index:start]}
            coming = bool(between & self._coming)
            if start <= last and (coming or between & self._being):
                yield start, last, coming
        elif relative:
            start = self._skip(scene, index, dated)
            last = self._run(scene, start, dated)
            if start <= last and last + 1 < len(tokens) and tokens[last + 1].norm in self._coming:
                yield start, last, True  # "die op 1 mei penningmeester wordt"

    def _relates(self, scene: Scene, index: int) -> bool:
        return scene.sentence.tokens[index].norm in self._evidence.rules.relatives

    @staticmethod
    def _dated(scene: Scene) -> set[int]:
        return {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}

    def _skip(self, scene: Scene, index: int, dated: set[int]) -> int:
        tokens, start = scene.sentence.tokens, index
        while index < len(tokens) and index - start < _BETWEEN + len(dated):
            if tokens[index].norm not in self._to | self._verbs and index not in dated:
                break
            index += 1
        return index

    def _run(self, scene: Scene, start: int, dated: set[int]) -> int:
        """Return the last of the plain words from a token on that may be a post."""
        tokens, last = scene.sentence.tokens, start
        while last < len(tokens) and last - start < _LONGEST:
            token = tokens[last]
            word = token.text.isalpha() and (token.text.islower() or token.text.isupper())
            if not (word or token.text == "-") or token.norm in self._stop or last in dated:
                break
            if token.norm in self._coming or self._evidence.is_verb(token):
                break
            last += 1
        return last - 1

    def _judged(
        self, scene: Scene, person: EntityMention, known: Sequence[Statement], span: tuple[int, int], *, coming: bool
    ) -> Finding | None:
        tokens = scene.sentence.tokens
        start, end = tokens[span[0]].start, tokens[span[1]].end
        text = self._explain.text[start:end]
        written = post(text, self._language)
        if written.name in (None, *_BESIDE) or any(t.norm in self._doubts for t in tokens[person.last : span[1] + 2]):
            return None
        if any(self._agrees(text, s) for s in known) or not all(self._clashes(text, s) for s in known):
            return None
        meant = self._meant(scene, person, span, known, coming=coming)
        if meant is None or not self._closed(scene, span, known):
            return None
        shown = self._label(meant, self._explain.ui)
        right = self._label(meant, self._language)
        return self._explain.finding(
            Verdict.CONTRADICTED,
            scene,
            meant,
            start,
            end,
            key="contradicted",
            expected=shown,
            expected_value=fact_json(meant.value, "term") if isinstance(meant.value, Term) else None,
            claimed_value={"type": "term", "term": text},
            parts=(Part("subject", person.text, person.start, person.end),),
            repairs=(Repair(start, end, right),) if right else (),
            confidence=_CONFIDENCE,
        )

    def _label(self, statement: Statement, language: str) -> str:
        if isinstance(statement.value, Term):
            return show_fact(self._evidence.base, statement.value, language)
        return statement.property.label.get(language, "")

    def _names(self, statement: Statement) -> tuple[str, ...]:
        if isinstance(statement.value, Term):
            return tuple(statement.value.labels.get(self._language, ()))
        prop = statement.property
        return tuple(n for n in (prop.label.get(self._language, ""), *prop.cues.get(self._language, ())) if n)

    def _agrees(self, text: str, statement: Statement) -> bool:
        return any(contained(text, name) or contained(name, text) for name in self._names(statement))

    def _clashes(self, text: str, statement: Statement) -> bool:
        """Whether no name of a post can be the written one, and one of them surely is another."""
        written = post(text, self._language)
        named = [post(name, self._language) for name in self._names(statement)]
        known = [p for p in named if p.name is not None]
        if isinstance(statement.value, Term):
            return bool(named) and all(apart(written, p) for p in named)
        return any(apart(written, p) for p in known) and all(apart(written, p) or p.field is None for p in known)

    def _meant(
        self,
        scene: Scene,
        person: EntityMention,
        span: tuple[int, int],
        known: Sequence[Statement],
        *,
        coming: bool,
    ) -> Statement | None:
        """Return the post that somebody has now, or comes to at the date of the clause; none where it is unsure."""
        first, last = person.last, span[1] + _LONGEST
        dates = [when for v, when in self._evidence.times.years(scene) if first < v.first <= last]
        bare = any(v.value.type == "date" for v in scene.values if first < v.first <= last) and not dates
        now = self._evidence.date
        if not coming:
            held = [s for s in known if s.valid is None or now is None or s.valid.overlaps(now)]
            return None if dates or bare or not held else held[0]
        begun = [s for s in known if s.valid is not None and not s.valid.edtf.startswith(("..", "/"))]
        if dates:
            begun = [s for s in begun if any(_same_year(s.valid, when) for when in dates)]
        elif now is not None:
            begun = [s for s in begun if s.valid is not None and abs(s.valid.first.year - now.first.year) <= 1]
        return max(begun, key=lambda s: s.valid.first if s.valid else now.first, default=None) if now else None

    def _closed(self, scene: Scene, span: tuple[int, int], known: Sequence[Statement]) -> bool:
        """Whether nothing stands behind a post but a date, the end of the clause, or the body that it is held at."""
        tokens, index = scene.sentence.tokens, span[1] + 1
        dated = self._dated(scene)
        following = tokens[index] if index < len(tokens) else None
        if following is not None and following.norm in self._evidence.prepositions:
            index += 1
            while index < len(tokens) and tokens[index].norm in self._evidence.articles:
                index += 1
            own = {i for s in known for i in (s.subject, *s.where.values())}
            body = next((m for m in scene.entities if span[1] < m.first <= index <= m.last), None)
            return index in dated or (body is not None and bool(own & set(body.ids)))
        if tokens[span[0] - 1].norm in self._indefinite:
            return False  # "is a conductor" says what somebody can do
        if following is None or index in dated or following.norm in self._coming:
            return True
        return not following.text[0].isalnum() and following.text not in ("-", "'", "’") and following.norm != "'s"


def _same_year(one: Period | None, other: Period) -> bool:
    return one is not None and one.first.year in (other.first.year, other.last.year)
