"""The claims of a document about contests: each kind of claim finds its own; what one has judged no other judges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker import plugins
from checker.analysis import phrases_in
from checker.contests.couples import pairs_of
from checker.contests.figures import Figure, is_clock, split, tried_behind
from checker.contests.holder import holder_before
from checker.contests.nouns import named_by
from checker.contests.parts import parts_named
from checker.contests.sides import subject_side
from checker.contests.words import ContestWords, contest_words
from checker.factbase.model import Amount, Reference
from checker.mentions import EntityMention
from checker.report import Part, Repair, Verdict
from checker.weights import WEIGHTS
from checker.wording import rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.contests import Contest
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import Scene
    from checker.mentions.cues import CueIndex
    from checker.report import Finding
    from checker.values.model import Value

_TRIED, _BLOCKED = "field_goals_made", "blocks"
_COLONS = frozenset(":;")
_VERB = 3
"""How many words before a figure its verb may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of claim about contests: each module of `checker.contests.kinds` is one."""

    find: Callable[[Telling, Scene, Contest | None], Iterable[Finding]]
    rank: int
    """What is judged first; a later kind leaves alone what an earlier one has judged."""


class Telling:
    """A document as it tells of contests: what every kind of claim needs to ask."""

    def __init__(self, evidence: Evidence, explainer: Explainer, cues: CueIndex) -> None:
        """Share the evidence of the document; `explainer` words the findings, `cues` are those of its language."""
        self._cues = cues
        self.evidence = evidence
        self.explainer = explainer
        self.base: FactBase = evidence.base
        self.words: ContestWords = contest_words(evidence.language)
        self.scenes: Sequence[Scene] = evidence.scenes
        self.taken: list[tuple[int, int]] = []
        self.silent: list[tuple[int, int]] = []
        """Figures of which no statement can be judged: those of a name that is wrong."""
        self.wrong_names: set[int] = set()
        """Where the names begin that stand for somebody else."""
        self._figures: dict[int, list[Figure]] = {}
        self._lines: dict[tuple[str, tuple[str, ...]] | None, dict[tuple[str, str], Statement]] = {}
        for statement in self.base.statements:
            contest = evidence.occasions.of_statement(statement)
            key = _key(contest)
            self._lines.setdefault(key, {}).setdefault((statement.subject, statement.property.id), statement)

    def claims(self) -> list[Finding]:
        """Return every finding about contests."""
        found: list[Finding] = []
        if not self.base.contests:
            return found
        for scene in self.scenes:
            tokens = scene.sentence.tokens
            spans = phrases_in(tokens, self.words.named_numbers)
            self.silent.extend((tokens[first].start, tokens[first].end) for first, _ in spans)
            self.silent.extend(
                (a.start, c.end) for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False) if is_clock(a, b, c)
            )
            if self.evidence.occasions.of(scene) is not None:  # "going into the fourth" tells of no fourth place
                parts = parts_named(self.words, tokens, 0, len(tokens))
                self.silent.extend((tokens[first].start, tokens[last].end) for _, first, last in parts if first == last)
            minutes = (m for m in scene.values if m.value.unit == "minute")
            self.silent.extend(
                (m.start, m.end) for m in minutes if (m.value.number or 0) % 1
            )  # "12 first-half minutes"
        kinds = plugins.discover("checker.contests.kinds", "kind", Kind).values()
        for kind in sorted(kinds, key=lambda kind: kind.rank):
            for scene in self.scenes:
                for finding in kind.find(self, scene, self.evidence.occasions.of(scene)):
                    found.append(finding)
                    self.taken.append((finding.start, finding.end))
        return found

    def free(self, figure: Figure) -> bool:
        """Whether no finding stands on a figure yet."""
        return self.free_span(figure.start, figure.end)

    def free_span(self, start: int, end: int) -> bool:
        """Whether no finding stands on a stretch of the text yet."""
        return not any(first < end and start < last for first, last in (*self.taken, *self.silent))

    def silence_span(self, start: int, end: int) -> None:
        """Let nobody judge a stretch of the text."""
        self.silent.append((start, end))

    def silence(self, figures: Iterable[Figure]) -> None:
        """Let nobody judge some figures."""
        self.silent.extend((figure.start, figure.end) for figure in figures)

    def figures(self, scene: Scene) -> list[Figure]:
        """Return the whole numbers of a sentence in their order."""
        if scene.index not in self._figures:
            read = [f for m in scene.values for f in split(scene, m.value)]
            spelled = [s for f in read if (s := tried_behind(scene, f, self.explainer.language)) is not None]
            known = {f.start for f in read}
            own = [*read, *(s for s in spelled if s.start not in known)]
            self._figures[scene.index] = sorted(own, key=lambda figure: figure.start)
        return self._figures[scene.index]

    def counted(self, figure: Figure, scene: Scene) -> list[str]:
        """Return the properties whose noun a figure counts; a noun of several words is surer than its first one."""
        noun, where = figure.value.noun, figure.value.noun_start
        if noun is None:
            return []
        tokens = scene.sentence.tokens
        if noun.casefold() in self.words.times:  # "acht keer balverlies"
            behind = figure.last + 1 + (tokens[figure.last].norm not in self.words.times)
            named = named_by(self, scene, tokens[behind]) if behind < len(tokens) else None
            return [named] if named is not None else []
        if noun.casefold() in self.words.repeats:  # "turned the ball over just five times"
            verb = next((t for t in reversed(tokens[: figure.first]) if t.norm not in self.words.adding_small), None)
            named = named_by(self, scene, verb) if verb is not None else None
            return [named] if named is not None else []
        near = scene.sentence.tokens[max(0, figure.first - _VERB) : figure.first]
        if self._cues.counts(_TRIED, noun) and any(True for _ in phrases_in(near, self.words.rejected)):
            return [_BLOCKED]
        behind = figure.last + 1
        phrases = [
            p
            for p, cues in scene.cues.items()
            for c in cues
            if c.last > c.first and (c.start == where or (c.first == behind and where is not None and where < c.end))
        ]
        phrases = [p for p in phrases if p in self.base.by_property]
        if phrases:
            return phrases
        strengths = {p: self._cues.counts(p, noun) for p in self.base.by_property}
        best = max(strengths.values(), default=0.0)
        return [p for p, strength in strengths.items() if strength and strength == best]

    def made_or_tried(self, figure: Figure, scene: Scene, counted: Sequence[str]) -> list[str]:
        """Return what is counted where one noun counts what went in and what was tried: its verb tells which."""
        pairs = pairs_of(self.base)
        both = next((p for p in counted if set(counted) == {p, pairs.get(p)}), None)
        if both is None:
            return list(counted)
        near = scene.sentence.tokens[max(0, figure.first - _VERB) : figure.first]
        if any(True for _ in phrases_in(near, self.words.tried)):
            return [pairs[both]]
        went_in = both != _TRIED or any(True for _ in phrases_in(near, self.words.went_in))
        return [both] if went_in else []

    def line(self, contest: Contest | None, subject: str, prop: str) -> Statement | None:
        """Return what somebody has of something in a contest; without one, of a whole season."""
        return self._lines.get(_key(contest), {}).get((subject, prop))

    def lines(self, contest: Contest) -> Iterable[Statement]:
        """Return all that there is of a contest."""
        return self._lines.get(_key(contest), {}).values()

    def of_all(self, contest: Contest, prop: str) -> dict[str, Statement]:
        """Return what everybody has of something in a contest."""
        return {s: found for (s, p), found in self._lines.get(_key(contest), {}).items() if p == prop}

    def of_season(self, prop: str) -> dict[str, Statement]:
        """Return what everybody has of something in no contest of its own: in a table of the season."""
        return {s: found for (s, p), found in self._lines.get(None, {}).items() if p == prop}

    def side_of(self, person: str, contest: Contest) -> str | None:
        """Return the side that somebody plays for: by a row of the contest, else by what else the base says."""
        own = (found for (s, _), found in self._lines.get(_key(contest), {}).items() if s == person)
        for statement in own:
            sides = [cell for row in statement.rows for cell in row.values() if cell in contest.sides]
            if len(set(sides)) == 1:
                return sides[0]
        tied = self.evidence.tied(person) & set(contest.sides)
        return next(iter(tied)) if len(tied) == 1 else None

    def person(self, mention: EntityMention) -> str | None:
        """Return the one person that a mention stands for."""
        if not mention.ids or (len(mention.ids) > 1 and mention.how != "pronoun"):
            return None
        return mention.ids[0] if self.human(mention.ids[0]) else None

    def human(self, entity: str) -> bool:
        """Whether an entity is a person."""
        return self.evidence.type_of(entity) == "person"

    def subject(
        self, scene: Scene, first: int, last: int, candidates: Iterable[Statement]
    ) -> tuple[Statement, Part] | None:
        """Return the statement whose subject the tokens `first` to `last` speak of; None where no one leads."""
        segment = (0, len(scene.sentence.tokens) - 1)
        scored = []
        found = {statement.subject: statement for statement in candidates}
        mention = self.holder(scene, first, found)
        if mention is not None and mention.ids[0] in found:
            return found[mention.ids[0]], Part("subject", mention.text, mention.start, mention.end)
        if self._as_a_side(scene, first, found):
            return None
        for statement in found.values():
            answer = self.evidence.subjects.answer(statement, scene, first, last, segment)
            part = next((p for p in answer.parts if p.role == "subject"), None)
            scored.append((answer.score, statement.subject, statement, part))
        scored.sort(key=lambda item: (-item[0], item[1]))
        if not scored or scored[0][0] < WEIGHTS.alarm_subject:
            return None
        if len(scored) > 1 and scored[1][0] > scored[0][0] - 0.05:
            return None
        part = scored[0][3] or Part("subject", "", scene.sentence.start, scene.sentence.start)
        return scored[0][2], part

    def _as_a_side(self, scene: Scene, first: int, found: Collection[str]) -> bool:
        """Whether the words before a token say something of a side of which there are no such figures."""
        contest = self.evidence.occasions.of(scene)
        sides = [side for side in contest.sides if side not in found] if contest is not None else []
        mention = holder_before(scene, first, (*found, *sides), self.words, self.in_phrase)
        return mention is not None and mention.explicit and mention.ids[0] in sides

    def holder(self, scene: Scene, first: int, known: Collection[str]) -> EntityMention | None:
        """Return the mention of the one of `known` that the words before a token say something of.

        "It" and "they" are the side that the sentence before spoke of.
        """
        contest = self.evidence.occasions.of(scene)
        mention = holder_before(scene, first, known, self.words, self.in_phrase)
        if mention is None and contest is not None:
            mention = self._city(scene, first, contest)
        if contest is None or (mention is not None and (mention.how != "pronoun" or self.human(mention.ids[0]))):
            return mention
        if mention is None and any(m.last < first and m.ids and m.how != "pronoun" for m in scene.entities):
            return None
        person = self._called(scene, first) if mention is None else None
        if person is not None:
            return person
        side = subject_side(self, scene, contest, first)
        if side is None or mention is not None:
            return replace(mention, ids=(side,)) if mention is not None and side is not None else mention
        tokens = scene.sentence.tokens
        roles = (end for _, end in phrases_in(tokens[:first], (*self.words.hosts, *self.words.guests)))
        said = (t.index for t in tokens if t.norm in self.words.subject_pronouns)
        at = next(said, max(roles, default=0))
        token = tokens[at]
        return EntityMention(
            start=token.start, end=token.end, text=token.text, first=at, last=at, ids=(side,), how="pronoun"
        )

    def is_with_side(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether somebody is named together with the whole side ("Hall and the Reds", "Hall and company")."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if after + 1 >= len(tokens) or tokens[after].norm not in self.evidence.rules.coordinators:
            return False
        if any(start == 0 for start, _ in phrases_in(tokens[after + 1 : after + 3], self.words.company)):
            return True
        named = (m for m in self.named(scene) if after < m.first <= after + 2)
        return any(not self.human(i) for m in named for i in m.ids)

    def _city(self, scene: Scene, first: int, contest: Contest) -> EntityMention | None:
        """Return the side for which its city stands at the beginning of a clause ("Ashford shot 48 percent")."""
        facts = [s for side in contest.sides for s in self.base.facts_of(side, "city")]
        cities = {s.value.id: s.subject for s in facts if isinstance(s.value, Reference)}
        named = [m for m in scene.entities if m.last < first and m.how not in ("pronoun", "noun")]
        begins = [m for m in named if m.explicit and self._opens(scene, m) and m.ids and m.ids[0] in cities]
        if not begins or any(m.ids and m.ids[0] not in cities for m in named) or len({m.ids for m in named}) > 1:
            return None
        return replace(begins[0], ids=(cities[begins[0].ids[0]],))

    def _opens(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name stands at the beginning of a sentence, or behind a colon ("It was close: Ashford made 26")."""
        return mention.first <= 1 or scene.sentence.tokens[mention.first - 1].text in _COLONS

    def _called(self, scene: Scene, first: int) -> EntityMention | None:
        """Return whom "The forward finished with" is said of: the one whom the sentence before began with."""
        tokens = scene.sentence.tokens[:first]
        called = [last for start, last in phrases_in(tokens, self.words.called) if start <= 1]
        if not called or tokens[0].norm not in self.evidence.articles or not scene.index:
            return None
        previous = self.scenes[scene.index - 1]
        people = [m for m in self.named(previous) if m.explicit and self.person(m) is not None]
        if not people or previous.sentence.block != scene.sentence.block or self.in_phrase(previous, people[0]):
            return None
        start, end = tokens[0], tokens[called[0]]
        return replace(people[0], start=start.start, end=end.end, first=0, last=end.index, how="epithet")

    def in_phrase(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name stands behind a preposition."""
        tokens = scene.sentence.tokens
        before = [t.norm for t in tokens[max(0, mention.first - 2) : mention.first]]
        prepositions = frozenset(self.evidence.rules.prepositions)
        articles = self.evidence.articles
        return bool(before) and (before[-1] in prepositions or (before[-1] in articles and before[0] in prepositions))

    def named(self, scene: Scene, *, first: int = 0, last: int | None = None) -> Iterator[EntityMention]:
        """Yield the mentions of known entities between two tokens."""
        end = len(scene.sentence.tokens) if last is None else last
        yield from (m for m in scene.entities if m.ids and first <= m.first and m.last <= end)

    def judged(self, scene: Scene, figure: Figure, statement: Statement, parts: tuple[Part, ...] = ()) -> Finding:
        """Return the finding about one figure as the value of one statement."""
        value = statement.value
        if not isinstance(value, Amount) or value.low is None:
            raise TypeError("a figure is compared with a number")
        right = figure.number == value.low
        repair = None if right else self.reworded(figure.value, int(value.low))
        return self.finding(scene, statement, (figure.start, figure.end), right=right, repair=repair, parts=parts)

    def reworded(self, value: Value, number: int) -> str | None:
        """Return the text of a value with another number."""
        return rewrite(value, Decimal(number), self.explainer.language)

    def finding(
        self,
        scene: Scene,
        statement: Statement,
        span: tuple[int, int],
        *,
        right: bool,
        expected: str | None = None,
        repair: str | None = None,
        key: str | None = None,
        parts: tuple[Part, ...] = (),
        also: tuple[Statement, ...] = (),
        value: str = "",
    ) -> Finding:
        """Return a finding about a span, with the rows of its statements as evidence."""
        verdict = Verdict.SUPPORTED if right else Verdict.CONTRADICTED
        shown = expected or self.explainer.expected(statement, statement.value, statement.property.type)
        return self.explainer.finding(
            verdict,
            scene,
            statement,
            *span,
            key=key or verdict.value,
            expected=shown,
            parts=parts,
            repairs=(Repair(*span, repair),) if repair else (),
            also=also,
            confidence=0.9,
            value=value,
        )


def _key(contest: Contest | None) -> tuple[str, tuple[str, ...]] | None:
    """Return what the lines of a contest are kept under; those of one without a name are the rest of the base."""
    return contest.key if contest is not None and contest.id else None
