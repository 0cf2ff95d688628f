"""Another term than the base's, in the place of a term: "a comedy" for a tragedy, "the hull is red" for a green one.

Another one is a term that the base gives to something else under the same property, or a word of the same kind (a
colour, a material, a fuel, a genre). It must stand right beside what it is said of, or behind the property's own word.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.data import Table, load_packaged, packaged
from checker.factbase.model import Term
from checker.report import Part
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding

_NAMED = ("name", "part", "discouraged", "noun", "pronoun")
_DESCRIBED = 3
_LABEL = 0.8
_CONFIDENCE = 0.75
Span = tuple[int, int]


class Alternatives(Table):
    """The file `alternatives.yaml` of a language."""

    made: tuple[str, ...] = ()
    """Words between a form of "to be" and a material."""
    colours: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    fuels: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()


@cache
def _table(language: str) -> Alternatives:
    if not packaged("languages", language, "alternatives.yaml").is_file():
        return Alternatives()
    return load_packaged(Alternatives, "languages", language, "alternatives.yaml")


@cache
def _kinds(language: str) -> tuple[frozenset[str], ...]:
    table = _table(language)
    return tuple(frozenset(map(fold, words)) for words in (table.colours, table.materials, table.fuels, table.genres))


class OtherTerms:
    """Judges the terms that stand in the place of others in one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer) -> None:
        """Collect the terms of the base that are no roles."""
        self._evidence = evidence
        self._explain = explainer
        rules = evidence.rules
        self._statements = [
            s for s in evidence.base.statements if isinstance(s.value, Term) and "apposition" not in s.property.signs
        ]
        self._labels = {s.id: self._words(s) for s in self._statements}
        self._by_property: dict[str, set[tuple[str, ...]]] = {}
        for statement in self._statements:
            self._by_property.setdefault(statement.property.id, set()).update(self._labels[statement.id])
        self._copulas = frozenset((*rules.copulas, *rules.auxiliaries)) - frozenset(rules.past)
        self._made = frozenset(_table(evidence.language).made)
        self._doubts = frozenset((*rules.negations, *rules.others, *rules.plan_words, *rules.modals, *rules.likening))
        self._joins = frozenset(rules.coordinators)
        self._compounds = rules.compounds

    def _words(self, statement: Statement) -> list[tuple[str, ...]]:
        value = statement.value
        labels = value.labels.get(self._evidence.language, ()) if isinstance(value, Term) else ()
        return [tuple(fold(word) for word in label.split()) for label in labels]

    def find(self, scene: Scene) -> Iterator[Finding]:
        """Yield an alarm for each term of a sentence that stands in the place of another one."""
        if not self._statements or scene.heads:
            return
        norms = [t.norm for t in scene.sentence.tokens]
        taken: set[int] = set()
        for statement in self._statements:
            if not self._holds(statement) or any(_at(norms, label) is not None for label in self._labels[statement.id]):
                continue
            for first, last in self._others(statement, norms):
                label = tuple(norms[first : last + 1])
                if first in taken or self._of_another(scene, statement, label):
                    continue
                if not self._fits(scene, statement, first, last):
                    continue
                parts = self._said_of(scene, statement, first, last)
                if parts:
                    taken.add(first)
                    yield self._finding(scene, statement, first, last, parts)
                    break

    def _of_another(self, scene: Scene, statement: Statement, label: tuple[str, ...]) -> bool:
        """Whether a term is the right one of something else that the sentence names."""
        here = {i for m in scene.entities for i in m.ids} - {statement.subject}
        return any(
            s.subject in here and s.property.id == statement.property.id and label in self._labels[s.id]
            for s in self._statements
        )

    def _holds(self, statement: Statement) -> bool:
        when = self._evidence.date
        return not statement.where and (statement.valid is None or when is None or statement.valid.overlaps(when))

    def _others(self, statement: Statement, norms: Sequence[str]) -> Iterator[Span]:
        """Yield where terms stand that are another value of the same property, or a word of the same kind."""
        facts = self._evidence.base.facts_of(statement.subject, statement.property.id)
        own = {word for s in facts for label in self._labels.get(s.id, ()) for word in label}
        for label in self._by_property[statement.property.id]:
            at = _at(norms, label)
            if at is not None and not own & set(label):
                yield at, at + len(label) - 1
        kinds = [kind for kind in _kinds(self._evidence.language) if any(_of_kind(word, kind) for word in own)]
        for index, norm in enumerate(norms):
            alike = any(norm in kind for kind in kinds)
            if alike and not any(word.endswith(norm) or norm.startswith(word) for word in own):
                yield index, index

    def _fits(self, scene: Scene, statement: Statement, first: int, last: int) -> bool:
        """Whether nothing beside a term makes it another thing: a noun behind it, "and" another, a doubt."""
        tokens = scene.sentence.tokens
        around = tokens[max(0, first - 6) : last + 2]
        if any(t.norm in self._doubts for t in around) or (
            last + 1 < len(tokens) and tokens[last + 1].text in ("-", "/")
        ):
            return False
        if first and (tokens[first - 1].norm in self._joins or tokens[first - 1].text in ("-", "/")):
            return False
        after = tokens[last + 1].norm if last + 1 < len(tokens) else ""
        if after in self._joins or any(v.first <= first <= v.last for v in scene.values):
            return False
        own = (statement.subject,)  # "de smaak munt", where a coin is a thing too
        inside = [m for m in scene.entities if m.first <= first <= m.last and m.how != "adjective"]
        return (
            all(m.how == "noun" and m.ids == own for m in inside)
            and self._evidence.type_of(statement.subject) != "person"
        )

    def _said_of(self, scene: Scene, statement: Statement, first: int, last: int) -> tuple[Part, ...]:
        """Return the parts by which a term is said of a statement's subject; none where it is not."""
        tokens = scene.sentence.tokens
        label = statement.property.label.get(self._evidence.language, "").split()
        start = first
        while (
            start > 0
            and first - start < _DESCRIBED
            and tokens[start - 1].text.islower()
            and self._plain(scene, start - 1)
        ):
            start -= 1
        article = start > 0 and tokens[start - 1].norm in self._evidence.articles
        if article:
            start -= 1
        beside = self._subject_before(scene, statement, start, article=article) if self._ends(scene, last) else None
        if beside is None and len(label) == 1:
            beside = next(
                (m for m in scene.entities if m.first == last + 1 and m.how == "name" and statement.subject in m.ids),
                None,
            )
            beside = beside if beside is not None and len(beside.ids) == 1 and article else None
        if beside is not None and len(label) == 1:
            return (Part("subject", beside.text, beside.start, beside.end),)
        return self._cued(scene, statement, start, last)

    def _subject_before(self, scene: Scene, statement: Statement, start: int, *, article: bool) -> EntityMention | None:
        """Return the subject of "Acme is a TERM" and "Acme, a TERM"."""
        tokens = scene.sentence.tokens
        index = start - 1
        if index < 1:
            return None
        if tokens[index].norm in self._copulas:
            while index > 0 and tokens[index].norm in self._copulas:
                index -= 1
        elif tokens[index].text == "," and article:
            index -= 1
        else:
            return None
        found = next((m for m in scene.entities if m.last == index and m.how in _NAMED), None)
        if found is None or found.ids != (statement.subject,):
            return None
        before = tokens[found.first - 1].norm if found.first else ""
        return None if before in self._evidence.prepositions else found

    def _cued(self, scene: Scene, statement: Statement, start: int, last: int) -> tuple[Part, ...]:
        """Return the parts of "the fuel of Acme is TERM", "Acme's hull is TERM", "fuel: TERM"."""
        tokens = scene.sentence.tokens
        near = self._label_beside(scene, statement, start, last)
        if near:
            return near
        index = start - 1
        while index > 1 and tokens[index].norm in self._made:
            index -= 1  # "is made of"
        if index < 1 or not self._ends(scene, last):
            return ()
        if tokens[index].text != ":" and tokens[index].norm not in self._copulas:
            return ()
        while index > 0 and (tokens[index].text == ":" or tokens[index].norm in self._copulas):
            index -= 1
        owner = next((m for m in scene.entities if m.last == index and statement.subject in m.ids), None)
        if owner is not None:
            index = owner.first - 1
            while index > 0 and (tokens[index].norm in self._evidence.articles or tokens[index].norm in self._of):
                index -= 1
        cue = next((c for c in scene.cues.get(statement.property.id, ()) if c.last == index), None)
        if cue is None:
            return ()
        whole = (0, len(tokens) - 1)
        answer = self._evidence.subjects.answer(statement, scene, start, last, whole)
        if owner is None and (answer.score < WEIGHTS.alarm_subject or answer.rival):
            return ()
        parts = answer.parts if owner is None else (Part("subject", owner.text, owner.start, owner.end),)
        return (*parts, Part("cue", tokens[index].text, cue.start, cue.end))

    def _label_beside(self, scene: Scene, statement: Statement, start: int, last: int) -> tuple[Part, ...]:
        """Return the parts of "de smaak TERM" and "in TERM flavour", with a clear subject."""
        cues = [c for c in scene.cues.get(statement.property.id, ()) if c.weight >= _LABEL]
        cue = next((c for c in cues if c.last == start - 1 or (c.first == last + 1 and not self._compounds)), None)
        if cue is None or (cue.first > last and cue.first - 1 != last):
            return ()
        whole = (0, len(scene.sentence.tokens) - 1)
        answer = self._evidence.subjects.answer(statement, scene, start, last, whole)
        if answer.score < WEIGHTS.named or answer.rival:
            return ()
        return (*answer.parts, self._explain.part("cue", cue.start, cue.end))

    @property
    def _of(self) -> tuple[str, ...]:
        return self._evidence.rules.partitives

    def _plain(self, scene: Scene, index: int) -> bool:
        token = scene.sentence.tokens[index]
        small = token.norm in self._evidence.closed or token.norm in self._copulas or self._evidence.is_verb(token)
        cued = any(c.first <= index <= c.last for cues in scene.cues.values() for c in cues)
        named = any(m.first <= index <= m.last and m.how != "adjective" for m in scene.entities)
        return token.text.isalpha() and not small and not cued and not named

    def _ends(self, scene: Scene, last: int) -> bool:
        """Whether a term ends its phrase: no noun stands right behind it."""
        tokens = scene.sentence.tokens
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        return (
            following is None
            or not following.text[0].isalnum()
            or following.norm in self._evidence.closed
            or following.norm in self._evidence.prepositions
            or self._evidence.is_verb(following)
        )

    def _finding(self, scene: Scene, statement: Statement, first: int, last: int, parts: tuple[Part, ...]) -> Finding:
        tokens = scene.sentence.tokens
        start, end = tokens[first].start, tokens[last].end
        return self._explain.wrong_term(scene, statement, start, end, parts=parts, confidence=_CONFIDENCE)


def _at(norms: Sequence[str], label: tuple[str, ...]) -> int | None:
    """Return where a label stands among words, or None."""
    size = len(label)
    return next((i for i in range(len(norms) - size + 1) if tuple(norms[i : i + size]) == label), None)


def _of_kind(word: str, kind: frozenset[str]) -> bool:
    """Whether a word is of a kind, or a compound that ends in one ("donkergroen")."""
    return word in kind or any(len(known) > 3 and word.endswith(known) for known in kind)
