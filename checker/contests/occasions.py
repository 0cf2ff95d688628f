"""Which contest a document is about, and which one each of its sentences.

A report tells of the latest contest of the two sides that its beginning names. A sentence with another date or another
side tells of another one; where nobody knows which, nothing is judged by any.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.stretch import another_day, clause
from checker.contests.words import contest_words, is_margin
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from checker.evidence.setting import Setting
    from checker.evidence.times import Times
    from checker.factbase.contests import Contest
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention
    from checker.values.model import Value

_OPENING = 5
"""How many sentences at the beginning may name the two sides."""
_DIGITS = 4
"""How many digits no score has."""
_SHOTS = re.compile(r"\d{1,2}/\d{1,2}")
_LARGE = 20
_SHARE = Decimal("0.6")
"""Which share of a large figure of a side is taken for a part of it, rather than for a slip."""
_ROUND = 3
"""How many days the contests of one round may be apart."""
_RECENT = 14
"""How many days after a contest a report of it may appear."""


class Occasions:
    """Answers for one document."""

    def __init__(self, setting: Setting, times: Times) -> None:
        """Find the contest that the document is about."""
        self._setting = setting
        self._times = times
        self._words = contest_words(setting.language)
        self._by_id: dict[str, list[Contest]] = {}
        for contest in setting.base.contests:
            self._by_id.setdefault(contest.id, []).append(contest)
        self._less: dict[tuple[int, tuple[int, int], bool], bool] = {}
        self._of: dict[int, Contest | None] = {}
        self._told: dict[tuple[str, tuple[str, ...], str], tuple[Statement, ...]] = {}
        self.main = self._main()

    def _main(self) -> Contest | None:
        named: dict[str, int] = {}
        for scene in self._setting.scenes[:_OPENING]:
            for entity in (e for m in scene.entities for e in m.ids):
                named.setdefault(entity, scene.index)
        today = self._setting.date
        found = [c for c in self._setting.base.contests if all(side in named for side in c.sides)]
        if not found and list(self._by_id) == [""]:
            found = [c for c in self._by_id[""] if any(side in self._setting.mentioned for side in c.sides)]
        if today is not None:
            found = [c for c in found if c.day is None or 0 <= (today.last - c.day.first).days <= _RECENT]
            first = min((max(named.get(s, 0) for s in c.sides) for c in found), default=0)
            found = [c for c in found if max(named.get(s, 0) for s in c.sides) == first]
            return found[-1] if found else None
        if len(found) > 1:
            found = [c for c in found if c.played]
        return self._told_of(found) if len(found) > 1 else next(iter(found), None)

    def _told_of(self, contests: list[Contest]) -> Contest | None:
        """Return the one of several contests of the same sides whose score the beginning gives; None if unclear."""
        opening = self._setting.scenes[:_OPENING]
        said = {int(t.text) for s in opening for t in s.sentence.tokens if t.text.isdecimal() and len(t.text) < _DIGITS}
        fitting = [sum(contest.score(side) in said for side in contest.sides) for contest in contests]
        best = [c for c, score in zip(contests, fitting, strict=True) if score == max(fitting) > 0]
        return best[0] if len(best) == 1 else None

    def of_statement(self, statement: Statement) -> Contest | None:
        """Return the contest that a statement is about."""
        if "" in self._by_id and not statement.where:
            return None
        known = next((self._by_id[v] for v in statement.where.values() if v in self._by_id), [])
        if len(known) < 2:
            return next(iter(known), None)
        # Several on one day: the side of the subject, or of its row, tells which.
        told = {statement.subject, *(cell for row in statement.rows for cell in row.values())}
        own = [contest for contest in known if told & set(contest.sides)]
        return own[0] if len(own) == 1 else None

    def told(self, statements: tuple[Statement, ...], scene: Scene) -> tuple[Statement, ...]:
        """Return the statements without those about another contest than the one a sentence tells of."""
        contest = self.of(scene) if self._by_id else None
        if contest is None or not statements:
            return statements
        key = (*contest.key, statements[0].property.id)
        if key not in self._told:
            self._told[key] = tuple(s for s in statements if self.of_statement(s) in (None, contest))
        return self._told[key]

    def fits(self, contest: Contest, statement: Statement, scene: Scene, segment: tuple[int, int]) -> bool:
        """Whether the clause of a value can speak of all that a statement's subject did in a contest."""
        if self.main is None and self.of(scene) is None:
            return True
        if self.of(scene) is not contest or segment[0] >= self.aside(scene):
            return False
        return not self.of_less(statement.subject, scene, segment)

    def of_less(self, subject: str, scene: Scene, segment: tuple[int, int]) -> bool:
        """Whether the words of a clause say that its figures are of more or less than one whole contest."""
        person = self._setting.type_of(subject) == "person"
        key = (scene.index, segment, person)
        if key not in self._less:
            taken = {i for v in scene.values for i in range(v.first, v.last + 1) if v.value.type != "date"}
            low = self._clause(scene, segment[0])
            high = clause(self._setting, scene, segment[0], segment[1])[1]
            tokens = [t for t in scene.sentence.tokens[low:high] if t.index not in taken]
            words = self._words
            own = (*words.part_time, *words.together)
            phrases = own if person else (*own, *words.part_side)
            near = [t for t in tokens if t.index >= segment[0]]
            other = any(True for _ in phrases_in(tokens, words.other_time))
            less = any(True for _ in phrases_in(near, phrases))
            day = contest.day if (contest := self.of(scene)) is not None else None
            another = another_day(tokens, day, words.day_parts)
            self._less[key] = other or less or another or self._margin(scene, segment)
        return self._less[key]

    def _clause(self, scene: Scene, position: int) -> int:
        """Return where the words begin that are said of the same one: behind what opens a clause with another name."""
        opening = (*self._setting.rules.coordinators, *self._setting.openers, ";")
        tokens = scene.sentence.tokens
        starts = {m.first for m in scene.entities if m.explicit}
        for index in range(position, 0, -1):
            if tokens[index - 1].norm in opening and any(index <= start <= index + 2 for start in starts):
                return index
        return 0

    def _margin(self, scene: Scene, segment: tuple[int, int]) -> bool:
        """Whether a figure of a clause is the difference between two scores ("led by 12", "only two points down")."""
        tokens = scene.sentence.tokens
        for mention in scene.values:
            if not segment[0] <= mention.first <= segment[1] or mention.value.type != "count":
                continue
            behind = tokens[mention.last + 1 : mention.last + 2]
            if is_margin(self._words, tokens, mention.first) or any(t.norm in self._words.margin for t in behind):
                return True
        return False

    def partial(self, statement: Statement, value: Value) -> bool:
        """Whether a figure is too small to be all that a side had in a contest ("19 points for the Reds")."""
        all_of = statement.value
        if self._setting.type_of(statement.subject) == "person" or self.of_statement(statement) is None:
            return False
        if not isinstance(all_of, Amount) or all_of.low is None or value.number is None:
            return False
        return all_of.low >= _LARGE and value.number < all_of.low * _SHARE

    def of(self, scene: Scene) -> Contest | None:
        """Return the contest that a sentence speaks of; None where it is another one that cannot be told."""
        if scene.index not in self._of:
            self._of[scene.index] = self._find(scene)
        return self._of[scene.index]

    def _find(self, scene: Scene) -> Contest | None:
        main = self.main
        if main is None:
            return None
        until = self.aside(scene)
        named = [m for m in scene.entities if m.how != "pronoun" and m.first < until]
        teams = {e for m in named for e in m.ids if e in self._sides}
        strangers = teams - set(main.sides)
        played = [c for c in self._setting.base.contests if c is not main and not self._later(c, main)]
        around = [c for c in self._setting.base.contests if c is not main]
        others = [c for c in around if set(c.sides) == teams and self._recent(c, main)]
        if len(strangers) > 1 and len(others) == 1 and not self._at_another_time(scene, others[0]):
            return others[0]  # a round of contests, each in a sentence of its own
        if strangers:
            rivals = (teams & set(main.sides)) or set(main.sides)
            fitting = [c for c in played if set(c.sides) & strangers and set(c.sides) & rivals]
            dated = [c for c in fitting if self._dated(scene, c)]
            chosen = dated if self._times.years(scene) else fitting
            return chosen[-1] if chosen and len(strangers) == 1 else None
        again = any(True for _ in phrases_in(scene.sentence.tokens, self._words.meeting))
        # "the second quarter" without a year is a part of the contest, not of the calendar.
        parts = {name for names in self._words.spans.values() for name in names}
        told = [(v, when) for v, when in self._times.years(scene) if not (v.value.date or "").startswith("XXXX")]
        told = [(v, when) for v, when in told if v.first < until]
        dates = [
            when
            for v, when in told
            if v.value.text.casefold().strip(" ,") not in parts
            and not self._are_shots(scene, v)
            and not self._is_before(scene, v)
        ]
        elsewhen = main.day is not None and dates and not any(when.overlaps(main.day) for when in dates)
        if again or elsewhen:
            fitting = [c for c in played if (teams or set(main.sides)) <= set(c.sides)]
            dated = [c for c in fitting if self._dated(scene, c)]
            return dated[0] if len(dated) == 1 else None
        return main

    def aside(self, scene: Scene) -> int:
        """Return where a sentence, behind figures of its own, begins to tell what came before; its end if it does not.

        "He had 30 points and six rebounds, after scoring 27 in Tuesday's win over the Reds."
        """
        tokens = scene.sentence.tokens
        for token in tokens[2:]:
            if token.norm not in self._words.after_it or tokens[token.index - 1].text != ",":
                continue
            if sum(v.value.type == "count" and v.last < token.index for v in scene.values) > 1:
                return token.index
        return len(tokens)

    @property
    def _sides(self) -> frozenset[str]:
        return frozenset(side for contest in self._setting.base.contests for side in contest.sides)

    def _is_before(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date is that of what came before the contest: "beat the Reds after losing to them in January"."""
        tokens = scene.sentence.tokens
        won = min((last for _, last in phrases_in(tokens[: date.first], self._words.beat)), default=None)
        if won is None:
            return False
        return any(t.norm in self._words.after_it for t in tokens[won + 1 : date.first - 1])

    def _are_shots(self, scene: Scene, date: ValueMention) -> bool:
        """Whether what looks like a date is how many went in of how many: "(31 points, 11/19 from the field)"."""
        before = scene.sentence.tokens[date.first - 1].norm if date.first else ""
        return _SHOTS.fullmatch(date.value.text) is not None and before not in self._setting.prepositions

    def _at_another_time(self, scene: Scene, contest: Contest) -> bool:
        """Whether a sentence about two sides speaks of another contest of theirs."""
        again = any(True for _ in phrases_in(scene.sentence.tokens, self._words.meeting))
        return again or (bool(self._times.years(scene)) and not self._dated(scene, contest))

    @staticmethod
    def _recent(contest: Contest, main: Contest) -> bool:
        """Whether a contest was played in the days before another one."""
        if contest.day is None or main.day is None or not contest.played:
            return False
        return abs((main.day.first - contest.day.first).days) <= _ROUND

    def _dated(self, scene: Scene, contest: Contest) -> bool:
        return contest.day is not None and any(when.overlaps(contest.day) for _, when in self._times.years(scene))

    @staticmethod
    def _later(contest: Contest, main: Contest) -> bool:
        return contest.day is not None and main.day is not None and contest.day.first > main.day.last
