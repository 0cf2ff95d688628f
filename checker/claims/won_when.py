"""In which years somebody won an event: "winner in 2023 and 2024", "Berg won the race in 2019, Dahl in 2022".

The base knows the winners of an event by its `winner`, by first places, or by the rows behind a count of titles. A year
is wrong where somebody else won then, or where it is the only one of a list that is not the winner's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.clause_years import opens_clause
from checker.comparing import read_period
from checker.data import Table, load_packaged, packaged
from checker.evidence.times import YEAR_KINDS
from checker.factbase.model import Amount, Moment, Reference
from checker.report import Part, Repair, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.report import Finding
    from checker.verdicts import Judgement

    Judged = tuple[ValueMention, Judgement]

WINNER = "winner"
"""The property of an event that names who won."""
_WINNERS = frozenset({"person", "team"})
_COUNTS = frozenset({"wins", "titles"})
_CONFIDENCE = 0.8
_BETWEEN = 4
"""How many words may stand between the years of a list."""
_MANY = 3
_NEXT = 2
"""How far behind a year the name of a winner may stand, with the verb between them."""


class Words(Table):
    """The file `winning.yaml` of a language; see there."""

    verbs: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    """The verbs that say by themselves that something was won."""
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    between: tuple[str, ...] = ()


@cache
def _words(language: str) -> Words:
    if not packaged("languages", language, "winning.yaml").is_file():
        return Words()
    return load_packaged(Words, "languages", language, "winning.yaml")


@dataclass(slots=True)
class _Wins:
    """The years in which somebody won an event, in one class, with a statement that tells of one of them."""

    who: str
    event: str
    kind: tuple[str, ...]
    statement: Statement
    years: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Run:
    """Years that stand together as one list."""

    mentions: tuple[ValueMention, ...]
    years: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.mentions[0].first

    @property
    def last(self) -> int:
        return self.mentions[-1].last


class WonWhen:
    """Judges the years of wins of one document."""

    def __init__(self, base: FactBase, evidence: Evidence, explainer: Explainer) -> None:
        """Collect who won what, and when."""
        self._evidence = evidence
        self._explain = explainer
        self._words = _words(evidence.language)
        self._wins = _all_wins(base, evidence)
        self._winners: dict[tuple[str, tuple[str, ...], int], set[str]] = {}
        for wins in self._wins:
            for year in wins.years:
                self._winners.setdefault((wins.event, wins.kind, year), set()).add(wins.who)
        words, rules = self._words, evidence.rules
        small = (*words.small, *words.objects, *rules.articles, *rules.definite, *evidence.prepositions)
        self._small = frozenset((*small, *rules.auxiliaries, *rules.partitives)) - frozenset(words.verbs)
        self._joining = frozenset((*rules.coordinators, ",", *evidence.prepositions, *words.between))

    def find(self, scene: Scene, judged: Sequence[Judged]) -> Iterator[Finding]:
        """Yield the findings of a sentence whose values were judged already."""
        if not self._wins or not self._words.nouns or scene.heads:
            return
        told = False
        for run in self._runs(scene, judged):
            anchor = self._told(scene, run)
            who = self._gapped(scene, run) if anchor is None and told else None
            if anchor is not None:
                who = self._who(scene, run, anchor)
            told = who is not None
            if who is not None and not self._is_anothers(scene, run, who):
                yield from self._judge(scene, run, who, self._wins_of(scene, run, who, anchor))

    def _is_anothers(self, scene: Scene, run: _Run, who: EntityMention) -> bool:
        """Whether a year right before a winner's name is one of somebody else's, who is named there too."""
        behind = any(run.last < m.first <= run.last + _NEXT and self._wins_things(m) for m in scene.entities)
        if who.first < run.last and not behind:
            return False
        others = {m.ids[0] for m in scene.entities if m.ids and self._wins_things(m)} - set(who.ids)
        said = [t.text for t in scene.sentence.tokens]
        fits = {year for wins in self._wins if wins.who in others for year in wins.years}
        return any(year in fits and said.count(str(year)) <= 1 for year in run.years)

    # Reading --------------------------------------------------------------------------------------------------------

    def _runs(self, scene: Scene, judged: Sequence[Judged]) -> Iterator[_Run]:
        """Yield the lists of years, of one and more, that nothing has judged."""
        run: list[ValueMention] = []
        tokens = scene.sentence.tokens
        for mention, judgement in judged:
            if mention.value.type != "date" or _year(mention) is None:
                continue
            between = tokens[run[-1].last + 1 : mention.first] if run else ()
            joined = 0 < len(between) <= _BETWEEN and all(t.norm in self._joining for t in between)
            joined = joined and not opens_clause(self._evidence, scene, mention)
            if judgement.verdict is not Verdict.UNVERIFIED or mention.side is not None:
                joined = False
            if run and not joined:
                yield _run(run)
                run = []
            if judgement.verdict is Verdict.UNVERIFIED and mention.side is None:
                run.append(mention)
        if run:
            yield _run(run)

    def _told(self, scene: Scene, run: _Run) -> int | None:
        """Return the token of the word that says that something was won in these years, or None."""
        return self._before(scene, run) or self._behind(scene, run)

    def _before(self, scene: Scene, run: _Run) -> int | None:
        """Return a word of winning before a list: "winner in 2023", "won the race in Alpha in 2022"."""
        tokens = scene.sentence.tokens
        named = self._things(scene)
        index = run.first - 1
        if index >= 0 and tokens[index].norm not in self._evidence.prepositions and _written(run):
            return None
        seen = False
        while index >= 0:
            token = tokens[index]
            if token.norm in self._words.nouns or token.norm in self._words.verbs:
                fine = seen or token.norm in (*self._words.nouns, *self._words.alone)
                return index if fine and self._closes(scene, run.last + 1) else None
            if index in named or token.norm in self._words.objects:
                seen = True
            elif token.norm not in self._small:
                return None
            index -= 1
        return None

    def _behind(self, scene: Scene, run: _Run) -> int | None:
        """Return a word of winning behind a list: "in 2022 he won the race", "the 2023 champion", "die in 2022 won"."""
        tokens = scene.sentence.tokens
        index = run.last + 1
        if index < len(tokens) and tokens[index].norm in self._words.nouns:
            definite = run.first > 0 and tokens[run.first - 1].norm not in self._evidence.prepositions
            return index if definite and tokens[index].norm not in self._words.verbs else None
        persons = {i for m in scene.entities if self._wins_things(m) for i in range(m.first, m.last + 1)}
        persons = {i for i in persons if tokens[i].norm not in self._words.nouns}
        if run.first == 0 or tokens[run.first - 1].norm not in self._evidence.prepositions:
            return None
        skipped = frozenset((*self._words.small, *self._evidence.rules.auxiliaries, *self._evidence.articles))
        skipped |= {","} if run.first == 1 else set()  # "In 2022, he won"; not "who beat her in 2022, won"
        while index < len(tokens) and (index in persons or tokens[index].norm in skipped):
            index += 1
        copula = tokens[run.first - 2].norm in self._evidence.rules.copulas if run.first > 1 else False
        if index < len(tokens) and copula and tokens[index].norm in self._words.nouns:
            return index  # "was in 2022 de winnaar"
        if index >= len(tokens) or tokens[index].norm not in self._words.verbs:
            return None
        verb, named, seen = index, self._things(scene), False
        index += 1
        while index < len(tokens):
            token = tokens[index]
            if index in named or token.norm in self._words.objects:
                seen = True
            elif token.norm not in self._small and index not in persons:
                break
            index += 1
        fine = seen or tokens[verb].norm in self._words.alone
        return verb if fine and self._closes(scene, index) else None

    def _gapped(self, scene: Scene, run: _Run) -> EntityMention | None:
        """Return of whom a list gives the years where the verb is left out: ", Dahl in 2023 and 2024"."""
        tokens = scene.sentence.tokens
        index = run.first - 1
        if index < 1 or tokens[index].norm not in self._evidence.prepositions:
            return None
        who = next((m for m in scene.entities if m.last == index - 1 and m.explicit and self._wins_things(m)), None)
        before = tokens[who.first - 1] if who is not None and who.first else None
        parted = before is not None and (before.text in ",;" or before.norm in self._evidence.rules.coordinators)
        return who if parted and self._closes(scene, run.last + 1) else None

    def _who(self, scene: Scene, run: _Run, anchor: int) -> EntityMention | None:
        """Return of whom a word of winning is said: the name, or what stands for one, right beside it."""
        tokens = scene.sentence.tokens
        noun = tokens[anchor].norm in self._words.nouns and tokens[anchor].norm not in self._words.alone
        behind = max(anchor, run.last) + 1
        if noun or anchor > run.last:
            start = behind if noun else anchor + 1
            who = next((m for m in scene.entities if m.first == start and self._wins_things(m)), None)
            if who is not None and (noun or who.explicit or who.how == "pronoun"):
                return who
        skipped = frozenset((*self._small, ",", *self._evidence.rules.relatives, *self._evidence.rules.copulas))
        years = {i for m in run.mentions for i in range(m.first, m.last + 1)}
        things, index = self._things(scene), anchor - 1
        while index >= 0:
            who = next((m for m in scene.entities if m.first <= index <= m.last and self._wins_things(m)), None)
            if who is not None:
                relative = any(t.norm in self._evidence.rules.relatives for t in tokens[index + 1 : anchor])
                governed = who.first > 0 and tokens[who.first - 1].norm in self._evidence.prepositions
                return None if governed and not relative else who  # "the team around Berg won"
            token = tokens[index]
            if token.norm not in skipped and index not in things and index not in years:
                return self._only_one(scene) if token.norm in self._evidence.rules.coordinators else None
            index -= 1
        return None

    def _only_one(self, scene: Scene) -> EntityMention | None:
        """Return who a sentence is about where it speaks of nobody else."""
        somebody = [m for m in scene.entities if self._wins_things(m) or m.how == "unknown"]
        ids = {m.ids[:1] for m in somebody}
        return somebody[0] if len(ids) == 1 and somebody[0].ids else None

    def _wins_things(self, mention: EntityMention) -> bool:
        """Whether a mention is somebody, or a team."""
        return any(self._evidence.type_of(e) in _WINNERS for e in mention.ids[:1])

    def _closes(self, scene: Scene, index: int) -> bool:
        """Whether what was won is told in full before a token: nothing narrows it ("won in 2022 the points jersey")."""
        tokens = scene.sentence.tokens
        if index >= len(tokens) or not tokens[index].text[0].isalnum():
            return True
        token = tokens[index]
        return token.norm in self._evidence.rules.coordinators or self._evidence.is_verb(token)

    def _things(self, scene: Scene) -> set[int]:
        """Return the tokens of events and places."""
        return {
            i
            for m in scene.entities
            if m.ids and all(self._evidence.type_of(e) in ("event", "place") for e in m.ids)
            for i in range(m.first, m.last + 1)
        }

    # Judging --------------------------------------------------------------------------------------------------------

    def _wins_of(self, scene: Scene, run: _Run, who: EntityMention, anchor: int | None) -> list[_Wins]:
        """Return the wins that a list can be about: those of one person or team, at one event."""
        first = min(run.first, run.first if anchor is None else anchor)
        last = max(run.last, run.last if anchor is None else anchor)
        found = [wins for wins in self._wins if wins.who == who.ids[0]]
        if any(m.how == "unknown" and first - _MANY <= m.last and m.first <= last for m in scene.entities):
            return []
        named = [m for m in scene.entities if any(self._evidence.type_of(e) == "event" for e in m.ids)]
        near = [m for m in named if first <= m.first <= last + _MANY] or named
        known = {e for m in near for e in m.ids} if near else self._evidence.mentioned | self._evidence.topic
        found = [w for w in found if w.event in known or self._evidence.related(w.event) & known]
        return found if len({wins.event for wins in found}) == 1 else []

    def _judge(self, scene: Scene, run: _Run, who: EntityMention, wins: Sequence[_Wins]) -> Iterator[Finding]:
        if not wins or len(set(run.years)) < len(run.years):
            return
        own = {year for w in wins for year in w.years}
        written = set(run.years)
        if written <= own:
            for mention, year in zip(run.mentions, run.years, strict=True):
                told = next(w for w in wins if year in w.years)
                yield self._finding(scene, mention, who, told, str(year), right=True)
            return
        now = self._evidence.date
        missing = {y for y in own - written if now is None or y < now.first.year or len(own - written) == 1}
        wrong = written - own
        lone = len(wrong) == 1 == len(missing) and len(written) > 1
        for mention, year in zip(run.mentions, run.years, strict=True):
            taken = any((w.event, w.kind, year) in self._winners for w in wins)
            if year in own or not (taken or lone):
                continue
            right = [str(y) for y in sorted(missing if len(wrong) <= len(missing) else own)]
            shown = ", ".join(right or [str(y) for y in sorted(own)])
            yield self._finding(scene, mention, who, wins[0], shown, right=False)

    def _finding(
        self, scene: Scene, mention: ValueMention, who: EntityMention, wins: _Wins, expected: str, *, right: bool
    ) -> Finding:
        single = len(expected) == len("2026") and any(c.isdigit() for c in mention.value.text)
        return self._explain.finding(
            Verdict.SUPPORTED if right else Verdict.CONTRADICTED,
            scene,
            wins.statement,
            mention.start,
            mention.end,
            key="supported" if right else "listed_year",
            expected=expected,
            expected_value={"type": "date", "date": expected},
            claimed_value={"type": "date", "date": mention.value.date or ""},
            parts=(Part("subject", who.text, who.start, who.end),),
            repairs=(Repair(mention.start, mention.end, expected),) if single and not right else (),
            confidence=_CONFIDENCE,
        )


def _run(mentions: Sequence[ValueMention]) -> _Run:
    return _Run(tuple(mentions), tuple(year for m in mentions if (year := _year(m)) is not None))


def _written(run: _Run) -> bool:
    """Whether a list begins with a year in digits, which needs a preposition ("last year" needs none)."""
    return run.mentions[0].value.text[0].isdigit()


def _year(mention: ValueMention) -> int | None:
    """Return the year that a date is, if it says nothing more."""
    date = mention.value.date or ""
    return int(date) if len(date) == len("2026") and date.isdecimal() else None


def _all_wins(base: FactBase, evidence: Evidence) -> list[_Wins]:
    """Return who won which event in which years: by the events' winners, by first places, by the rows of counts."""
    found: dict[tuple[str, str, tuple[str, ...]], _Wins] = {}

    def add(who: str, event: str, kind: tuple[str, ...], statement: Statement, year: int | None) -> None:
        if year is not None:
            found.setdefault((who, event, kind), _Wins(who, event, kind, statement)).years.add(year)

    for statement in base.statements:
        prop, value, where = statement.property, statement.value, statement.where
        when = evidence.times.year_of(statement)
        year = when.first.year if when is not None else None
        kind = tuple(f"{k}={v}" for k, v in sorted(where.items()) if k not in (*YEAR_KINDS, "event"))
        if prop.id == WINNER and isinstance(value, Reference):
            series, edition = _series(base, statement.subject)
            add(value.id, series, kind, statement, year or edition)
        elif prop.type == "ordinal" and "event" in where and isinstance(value, Amount) and value.number == 1:
            add(statement.subject, where["event"], kind, statement, year)
        elif prop.id in _COUNTS and statement.derived and "event" in where:
            for row in statement.rows:
                add(statement.subject, where["event"], kind, statement, _row_year(row))
    return list(found.values())


def _series(base: FactBase, event: str) -> tuple[str, int | None]:
    """Return what an event is an edition of, or the event itself, and in which year it was."""
    parent = next((s.value.id for s in base.facts_of(event, "part_of") if isinstance(s.value, Reference)), event)
    days = (s.value for name in ("date", "start", "end") for s in base.facts_of(event, name))
    return parent, next((day.period.first.year for day in days if isinstance(day, Moment)), None)


def _row_year(row: Mapping[str, str]) -> int | None:
    """Return the year of a table's row."""
    for kind in (*sorted(YEAR_KINDS), "date"):
        when = read_period(row.get(kind))
        if when is not None:
            return when.first.year
    return None
