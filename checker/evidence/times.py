"""The dates of a sentence: which of them says when a value held, and what stands right beside a date."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from checker import period
from checker.comparing import read_period
from checker.evidence.dated import apposed, origin
from checker.factbase.model import Moment

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.evidence.setting import Setting
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention
    from checker.period import Period
    from checker.values.model import Value

_MEMORY = 4
"""How many sentences of a paragraph a year is remembered."""
_NEAR = 5
"""How many words before a value may say that it is an old one."""
_COMPARED = 4
"""How many words may stand between a comparison and the date of what is compared with, figures apart."""
_WHOLE_YEAR, _A_YEAR = 300, 366
_MEASURED = frozenset({"money", "quantity", "percent"})
YEAR_KINDS = frozenset({"year", "edition", "season"})
"""Kinds of qualifier whose value is a year."""
Binding = Literal["own", "sentence", "before", "heading", "document", "none"]
"""Where a qualifier was found: in the clause of the value itself, in its sentence, and so on."""


class Times:
    """Answers for one document."""

    def __init__(self, setting: Setting) -> None:
        """Collect the closed classes that bound, compare and join."""
        self._setting = setting
        self._years: dict[int, list[tuple[ValueMention, Period]]] = {}
        rules = setting.rules
        self._boundaries = frozenset((*rules.coordinators, *rules.clause_openers, *",;–—-()"))
        self._bounding = frozenset((*rules.since, *rules.until))
        self._joining = frozenset((*rules.coordinators, *rules.clause_openers))
        self._comparing = frozenset((*rules.comparisons, *rules.likening)) - {"after", "na"}
        plain = frozenset((*rules.verbs, *rules.auxiliaries))
        self._backward = frozenset((*rules.earlier, *rules.past, *rules.temporal)) - plain
        self._then = frozenset(rules.then)
        self._looking_back = tuple(f" {words} " for words in rules.looking_back)
        empty = (*rules.articles, *rules.definite, *rules.prepositions, *rules.auxiliaries)
        self._empty = frozenset((*empty, *rules.since, *rules.until, ",")) - setting.openers

    def segment(self, scene: Scene, mention: ValueMention) -> tuple[int, int]:
        """Return the tokens (both included) around a value that no other value of its type claims.

        Two values of one type in a sentence are parted at the last conjunction, comma or clause opener between them.
        """
        low, high = 0, len(scene.sentence.tokens) - 1
        for token in scene.sentence.tokens:
            if token.text == ";":
                if token.index < mention.first:
                    low = token.index + 1
                elif token.index > mention.last:
                    high = min(high, token.index - 1)
        kin = [v for v in scene.values if v is not mention and _is_kin(v.value, mention.value)]
        before = max((v.last for v in kin if v.last < mention.first), default=None)
        after = min((v.first for v in kin if v.first > mention.last), default=None)
        if before is not None:
            low = max(low, self._border(scene, before + 1, mention.first - 1))
        if after is not None:
            high = min(high, self._border(scene, mention.last + 1, after - 1) - 1)
        return low, max(high, mention.last)

    def _border(self, scene: Scene, first: int, last: int) -> int:
        tokens = scene.sentence.tokens
        for index in range(last, first - 1, -1):
            if tokens[index].norm in self._boundaries:
                return index + 1
        return last + 1

    def years(self, scene: Scene) -> list[tuple[ValueMention, Period]]:
        """Return the dates with a year in a scene."""
        if scene.index in self._years:
            return self._years[scene.index]
        found = []
        for mention in scene.values:
            if mention.value.type == "date":
                when = read_period(mention.value.date)
                if when:
                    found.append((mention, when))
        self._years[scene.index] = found
        return found

    def bound_years(
        self, scene: Scene, segment: tuple[int, int], exclude: ValueMention | None
    ) -> tuple[Binding, list[tuple[ValueMention, Period]]]:
        """Return the dates that qualify a value: those of its segment, else earlier in the sentence, else before it."""
        tokens = scene.sentence.tokens
        here = [
            pair
            for pair in self.years(scene)
            if pair[0] is not exclude
            and not (pair[0].first > 0 and tokens[pair[0].first - 1].norm in self._comparing)
            and not self._than_then(scene, pair[0], segment[0])
            and not self._heads_bracket(scene, pair[0], segment[0])
            and not self._of_aside(scene, pair[0], exclude)
            and not self._of_old(scene, pair[0], exclude)
        ]
        own = [pair for pair in here if segment[0] <= pair[0].first <= segment[1]]
        if own:
            return "own", own
        earlier = [pair for pair in here if pair[0].first < segment[0]]
        if earlier:
            return "sentence", earlier[-1:]
        for index in range(scene.index - 1, max(-1, scene.index - 1 - _MEMORY), -1):
            other = self._setting.scenes[index]
            if other.sentence.block != scene.sentence.block:
                break
            before = [pair for pair in self.years(other) if not self._to_compare(other, pair[0])]
            # "7 percent more than a year earlier" gives a figure to compare with, and no year to what follows.
            before = [p for p in before if not self._counts_back(p[0])]
            if before:
                return "before", before[-1:]
        for index in reversed(scene.headings):
            heading = self.years(self._setting.scenes[index])
            if heading:
                return "heading", heading[-1:]
        return "none", []

    def _than_then(self, scene: Scene, date: ValueMention, position: int) -> bool:
        """Whether a date is that of what a value before it is compared with ("one place better than in 2024")."""
        tokens = scene.sentence.tokens
        before = [t.norm for t in tokens[max(0, date.first - 2) : date.first]]
        behind = len(before) > 1 and before[0] in self._setting.rules.than and before[1] in self._setting.prepositions
        return behind and position < date.first

    def _of_aside(self, scene: Scene, date: ValueMention, mention: ValueMention | None) -> bool:
        """Whether a date only says of what a name is, between commas, and of nothing outside them.

        ", second two years ago, won in 1:59.41", ", the winner in 2022 and 2024, finished second".
        """
        tokens = scene.sentence.tokens
        first = next((i for i in range(date.first - 1, -1, -1) if tokens[i].text == ","), -1)
        dated = {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        while first > 0 and first - 1 in dated:
            first = next((i for i in range(first - 1, -1, -1) if tokens[i].text == ","), -1)
        last = date.last + 1
        while last < len(tokens) - 1 and ({last, last + 1} & dated or tokens[last].norm in self._joining):
            last += 1
        if first < 1 or last >= len(tokens) or tokens[last].text != "," or first + 1 in dated:
            return False
        if mention is not None and first < mention.first < last:
            return False
        opener = tokens[first + 1]
        place = any(v.first == opener.index and v.value.type == "ordinal" for v in scene.values)
        apposed = place or opener.norm in self._setting.articles
        named = any(m.last == first - 1 for m in scene.entities)
        return apposed and named and not any(t.norm in self._setting.rules.verbs for t in tokens[first:last])

    def _heads_bracket(self, scene: Scene, date: ValueMention, position: int) -> bool:
        """Whether a date is only of what follows it within its brackets: "73.6 million (2024: 68)"."""
        tokens = scene.sentence.tokens
        after = date.last + 1
        if not date.first or tokens[date.first - 1].text != "(" or after >= len(tokens) or tokens[after].text != ":":
            return False
        closed = next((t.index for t in tokens[after:] if t.text == ")"), len(tokens))
        return not date.first <= position <= closed

    def _to_compare(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date belongs to a figure that another is compared with (", tegen 88.000 in 2024")."""
        tokens = scene.sentence.tokens
        figures = {i for v in scene.values if v.last < date.first for i in range(v.first, v.last + 1)}
        for token in [t for t in reversed(tokens[: date.first]) if t.index not in figures][:_COMPARED]:
            if token.text == ",":
                return False
            if token.norm in self._comparing:
                return True
        return False

    def _of_old(self, scene: Scene, date: ValueMention, mention: ValueMention | None) -> bool:
        """Whether a date is only that of an old figure right before it (", up from 225 in 2023, revenue was")."""
        near = [v for v in scene.values if v.value.type != "date" and 0 < date.first - v.last <= _COMPARED]
        if not near or near[-1] is mention:
            return False
        before = scene.sentence.tokens[max(0, near[-1].first - 2) : near[-1].first]
        return any(token.norm in self._comparing for token in before)

    def nearest(
        self, scene: Scene, mention: ValueMention, dates: list[tuple[ValueMention, Period]]
    ) -> list[tuple[ValueMention, Period]]:
        """Return those of several dates that stand in a value's own clause; all of a list ("in 2023 and 2024")."""
        tokens = scene.sentence.tokens
        listed = {
            when
            for (one, early), (two, late) in pairwise(dates)
            if all(t.norm in self._joining or t.text == "," for t in tokens[one.last + 1 : two.first])
            for when in (early, late)
        }
        own = None if len(dates) < 2 else self.clause_date(scene, mention)
        if own in listed:
            return dates
        if own is None or (own.last - own.first).days < _WHOLE_YEAR:
            return dates
        return [pair for pair in dates if pair[1].overlaps(own)]

    def presents(self, scene: Scene, year: Period) -> bool:
        """Whether a year is the one of which the text last gave the figures before a sentence ("vorig jaar")."""
        for index in range(scene.index - 1, -1, -1):
            other = self._setting.scenes[index]
            named = [
                when
                for date, when in self.years(other)
                if (when.last - when.first).days >= _WHOLE_YEAR
                and not self._to_compare(other, date)
                and not self._claimed(other, date)
                and not self._behind_name(other, date)
                and not (date.first > 0 and other.sentence.tokens[date.first - 1].norm in self._bounding)
            ]
            if named:
                return named[-1].overlaps(year) and (named[-1].last - named[-1].first).days <= _A_YEAR
        return False

    def looks_back(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the words before a value, or those of its sentence, speak of an earlier time than the text's own."""
        tokens = scene.sentence.tokens
        previous = self._setting.scenes[scene.index - 1] if scene.index else scene
        if previous.sentence.block == scene.sentence.block and any(
            self._counts_back(date) and date.first == 0 for date, _ in self.years(previous)
        ):
            return True  # "A year earlier revenue was 548 million. Profit was ..."
        if previous is not scene and previous.sentence.tokens[0].norm in self._then:
            return True  # "Then 17,240 people ran. They came from 58 countries."
        near = tokens[max(0, mention.first - _NEAR) : mention.first]
        if any(t.norm in self._comparing for t in near):
            return True
        dated = {i for date, _ in self.years(scene) for i in range(date.first, date.last + 1)}
        backward = [t for t in tokens if t.norm in self._backward and t.index not in dated]
        if not all(self._is_told(scene, previous, token) for token in backward):
            return True
        sentence = " ".join(("", *(t.norm for t in tokens), ""))
        return any(words in sentence for words in self._looking_back)

    def _is_told(self, scene: Scene, previous: Scene, token: Token) -> bool:
        """Whether "then" beside a verb is what the sentence before names ("... in 2024. She was then second")."""
        tokens, index = scene.sentence.tokens, token.index
        if token.norm not in self._then or previous.sentence.block != scene.sentence.block:
            return False
        verb = tokens[index - 1] if index else tokens[min(1, len(tokens) - 1)]
        dates = [date for date, _ in self.years(previous)]
        if previous is scene or len(dates) != 1 or self._to_compare(previous, dates[0]) or self._counts_back(dates[0]):
            return False
        return self._setting.is_verb(verb)

    def _counts_back(self, date: ValueMention) -> bool:
        """Whether a date is counted back from another one ("een jaar eerder")."""
        return any(word in self._setting.rules.years_back for word in date.value.text.casefold().split())

    def clause_date(self, scene: Scene, mention: ValueMention) -> Period | None:
        """Return the date that stands in the clause of a value and says when it held, or None.

        Before the value it may be the width of a clause away ("In 2025 behandelde het ziekenhuis 268.000 patiënten");
        after it, right behind with no comma or conjunction between. A date after "since" or "until" says no such thing.
        """
        sentence = scene.sentence
        best: tuple[float, Period] | None = None
        for other, when in self.years(scene):
            if other is mention:
                continue
            if other.first > 0 and sentence.tokens[other.first - 1].norm in self._bounding:
                continue
            if self._behind_name(scene, other) or (self._claimed(scene, other) and not self._frames(scene, other)):
                continue
            if other.last < mention.first:
                between = sentence.tokens[other.last + 1 : mention.first]
                cost = sentence.cost(other.last, mention.first)
                if any(t.text in (";", ":", "–", "—") or t.norm in self._setting.openers for t in between):
                    continue
                limit = 0.45
            else:
                between = sentence.tokens[mention.last + 1 : other.first]
                # "240 in 2025 and 225 in 2024": what stands right behind is its own, however near another one is.
                cost = sentence.cost(mention.last, other.first) if len(between) > 1 else 0.0
                if any(t.text in (",", ";", ":", "–", "—", "(") or t.norm in self._joining for t in between):
                    continue
                limit = 0.3
            if cost <= limit and (best is None or cost < best[0]):
                best = (cost, when)
        return best[1] if best else None

    def date_behind(self, scene: Scene, mention: ValueMention) -> Period | None:
        """Return the date that stands right behind a value ("548 million in 2024")."""
        tokens = scene.sentence.tokens
        last = mention.last
        if mention.value.noun_end is not None and mention.value.noun_end > mention.end:
            last = scene.sentence.at(mention.value.noun_end - 1)
        for date, when in self.years(scene):
            between = tokens[last + 1 : date.first]
            if date.first > last and all(t.norm in self._empty and t.text != "," for t in between):
                return when
        return None

    def _behind_name(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date says of when a named thing is ("Het stille water uit 1878"), and is no frame for others."""
        tokens = scene.sentence.tokens
        came = origin(self._setting, scene, date)
        if came is not None and apposed(self._setting, scene, came[0]) is not None:
            return True  # "Alpha, a club from 1983 with 2,150 members"
        if date.first < 2 or tokens[date.first - 1].norm not in self._setting.rules.origin_prepositions:
            return False
        return any(m.last == date.first - 2 for m in scene.entities)

    def _frames(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date stands in the phrase that opens its sentence: "At its founding in 1964 ..."."""
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._setting.prepositions or date.first > 6:
            return False
        return not any(t.norm in self._setting.verbs or t.text == "," for t in tokens[1 : date.first])

    def _claimed(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date is itself the value of a cue beside it ("founded in 1898") and so no frame for others."""
        for prop, cues in scene.cues.items():
            spec = self._setting.base.properties.get(prop)
            if (
                spec is not None
                and spec.type == "date"
                and any(self.adjoins(scene, date, c.first, c.last) for c in cues)
            ):
                return True
        return False

    def adjoins(self, scene: Scene, mention: ValueMention, first: int, last: int) -> bool:
        """Whether nothing but articles, prepositions and auxiliaries parts a value from tokens `first` to `last`."""
        if first <= mention.last and mention.first <= last:
            return True
        tokens = scene.sentence.tokens
        between = tokens[last + 1 : mention.first] if last < mention.first else tokens[mention.last + 1 : first]
        empty = self._empty
        places = {
            i
            for m in scene.entities
            if m.how == "country" or any(self._setting.type_of(e) == "place" for e in m.ids)
            for i in range(m.first, m.last + 1)
        }
        if mention.last < first and any(t.text == "," for t in between):
            return False  # "turned 40 in March, has run the festival"
        verbs = (i for i, t in enumerate(between) if i and t.norm in self._setting.rules.auxiliaries)
        if any(between[i - 1].text == "," for i in verbs):
            return False  # "born in Lemmer, was fourth in 2024"
        plain = [t for t in between if t.index not in places]
        return len(plain) <= 4 and all(t.norm in empty for t in plain)

    def year_of(self, statement: Statement) -> Period | None:
        """Return the time that its qualifiers name: a year, or that of the edition that these, or its subject, name."""
        for kind, value in statement.where.items():
            if kind in YEAR_KINDS:
                when = read_period(value)
                if when:
                    return when
        editions = list(statement.where.values())
        recurring = self._setting.type_of(statement.subject) in ("event", "competition")
        is_edition = recurring and bool(self._setting.base.facts_of(statement.subject, "part_of"))
        if is_edition and statement.property.type != "date":
            editions.append(statement.subject)
        for value in editions:
            for name in ("date", "start", "end"):
                for fact in self._setting.base.facts_of(value, name):
                    if isinstance(fact.value, Moment):
                        first = fact.value.period.first.year
                        return period.parse(f"{first:04d}")
        return None


def _is_kin(other: Value, value: Value) -> bool:
    """Whether two values can be of one thing: of one type, or a bare number beside a measured one."""
    bare = other.type == "count" and other.noun is None and other.role == "amount"
    return other.type == value.type or (bare and value.type in _MEASURED)
