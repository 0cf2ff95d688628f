"""What stands between a date and the words that say what it is the date of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.comparing import read_period
from checker.evidence.beginnings import FOUNDED, JOINED, began, came_to, entered
from checker.evidence.bound import CONTRACT, not_agreed
from checker.evidence.dating import dated
from checker.factbase.model import Moment, Reference
from checker.languages import tenures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.setting import Setting
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene, ValueMention
    from checker.period import Period

END = "end"
"""The property of when a thing is complete."""
_TELLING = 0.7
"""From which weight on a cue says what a date is of."""
_BESIDE = 0.8
_FIRMS = frozenset({"organisation", "company", "team"})
_BODIES = ("organisation", "team", "company", "employer")
_NAMED = ("name", "part", "discouraged")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_CLAUSE = 6
"""How many words may stand between a cue and its date."""
_OCCURS = 8
"""How many words may stand between a noun and the date on which it is."""
_ADVERBS = 3
"""How many words before a length of time may say that it is only so far."""


def origin(setting: Setting, scene: Scene, date: ValueMention) -> tuple[int, bool] | None:
    """Return the last token of what a date says the origin of, and whether a verb says so.

    "De kapel uit 1740", "the chapel of 1740", "the chapel, which dates from 1740".
    """
    tokens = scene.sentence.tokens
    index = date.first - 1
    if index < 1:
        return None
    words = tenures(setting.language)
    of = tokens[index].norm in setting.rules.partitives and any(
        m.explicit and m.last == index - 1 for m in scene.entities
    )
    of = of or (tokens[index].norm in setting.rules.partitives and tokens[index - 1].norm in words.dating)
    if not of and tokens[index].norm not in setting.rules.origin_prepositions:
        return None
    index -= 1
    said = tokens[index].norm in words.dating
    if said:
        index -= 1
        while index > 0 and (tokens[index].norm in setting.rules.relatives or tokens[index].text == ","):
            index -= 1
    return index, said


def apposed(setting: Setting, scene: Scene, index: int) -> EntityMention | None:
    """Return the name that an indefinite noun stands for: "Alpha, een club uit 1983", "Alpha is a club from 1983"."""
    tokens = scene.sentence.tokens
    if not tokens[index].text.islower() or setting.is_verb(tokens[index]):
        return None
    article = next((i for i in (index - 1, index - 2) if i > 0 and tokens[i].norm in setting.rules.articles), None)
    if article is None or article < 2 or tokens[article].norm in setting.rules.definite:
        return None
    link = tokens[article - 1]
    if link.text != "," and link.norm not in setting.rules.copulas:
        return None
    found = next((m for m in scene.entities if m.last == article - 2 and m.how in _NAMED), None)
    if found is None or any(setting.type_of(i) == "person" for i in found.ids):
        return None
    before = found.first - 1
    while before >= 0 and tokens[before].norm in setting.articles:
        before -= 1
    kinds = {setting.type_of(i) for i in found.ids}
    if before >= 0 and tokens[before].norm in setting.prepositions and not kinds <= _FIRMS:
        return None  # "In Alpha, a building from 1911"
    kinds |= _FIRMS if kinds & _FIRMS else set()
    nouns = tuple(noun for kind in kinds for noun in setting.rules.type_nouns.get(kind, ()))
    return found if nouns and tokens[index].norm.endswith(nouns) else None  # a library may be in an older building


def arrives(setting: Setting, scene: Scene, first: int, last: int, date: ValueMention) -> bool:
    """Whether a verb of coming, and nothing else, joins a thing at tokens `first` to `last` to a date.

    "In februari volgt de bakfiets", "The novel follows on 3 May"; a heading needs no verb: "The novel from 3 May".
    """
    tokens = scene.sentence.tokens
    words = tenures(setting.language)
    before = last < date.first
    between = tokens[last + 1 : date.first] if before else tokens[date.last + 1 : first]
    end = max(last, date.last) + 1
    if before and end < len(tokens) and tokens[end].norm in words.arriving:
        between, end = (*between, tokens[end]), end + 1  # "zal in juli volgen"
    if end < len(tokens) and tokens[end].text[0].isalnum() and tokens[end].norm not in setting.rules.coordinators:
        return False  # "komt in mei in het nieuws"
    sure = frozenset(setting.rules.modals) - frozenset(setting.rules.plan_words)  # "will follow", not "may follow"
    small = (*words.arriving, *words.adverbs, *setting.prepositions, *setting.articles, *sure)
    if before and len(between) > 1 and between[0].text == "," and between[1].norm in words.out:
        return all(t.norm in small for t in between[2:])  # "The novel, out on 3 May, ..."
    if date.value.hedge == "min" and before and first <= 1 and end >= len(tokens):
        return all(t.norm in setting.rules.since or t.text in ":," for t in between)  # "The Sail Card from 1 June"
    return any(t.norm in words.arriving for t in between) and all(t.norm in small for t in between)


def completed(setting: Setting, scene: Scene, first: int, last: int, date: ValueMention) -> bool:
    """Whether a sentence says of the thing at tokens `first` to `last`, and of nothing else, when it is complete.

    "De verbouwing moet in mei klaar zijn", "The extension will be completed in May".
    """
    done = frozenset(tenures(setting.language).completing)
    said = {t.index for t in scene.sentence.tokens if t.norm in done}
    return said_of(setting, scene, (first, last), date, said, ends=True)


def said_of(
    setting: Setting, scene: Scene, thing: tuple[int, int], date: ValueMention, said: Collection[int], *, ends: bool
) -> bool:
    """Whether a clause says of a thing itself, by the tokens `said`, what is on a date: "The fair starts on 3 May".

    Nothing but small words stands between the three, and no preposition before the thing. `ends` asks that the clause
    ends with them; otherwise it may go on with a preposition.
    """
    tokens = scene.sentence.tokens
    rules, words = setting.rules, tenures(setting.language)
    first, last = thing
    if any(t.norm in setting.openers for t in tokens[:first]):
        return False  # "It began after the survey was completed in 2023"
    before = first - 1
    while before >= 0 and tokens[before].norm in setting.articles:
        before -= 1
    opening = before < 0 or tokens[before].norm in rules.coordinators or tokens[before].text in ";:"
    if not opening and (date.last > first or tokens[before].norm in setting.prepositions):
        return False  # "the scaffolding for the extension"
    small = (*rules.auxiliaries, *rules.copulas, *rules.modals, *words.adverbs, *words.scheduled, *words.ends)
    closed = frozenset((*small, *rules.prepositions, *rules.until, *setting.articles))
    begin, told = (date.last + 1 if date.last < first else last + 1), False
    needed = max(last, date.last)
    for token in tokens[begin:]:
        index = token.index
        if first <= index <= last or date.first <= index <= date.last:
            continue
        if told and index > needed and token.norm not in small:
            stops = not token.text[0].isalnum() or token.norm in rules.coordinators
            return stops or (not ends and token.norm in rules.prepositions and token.norm not in words.goes_on)
        if index in said:
            told = True
        elif token.norm not in closed:
            return False
    return told


class Dated:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        self._rules = evidence.rules
        self._words = tenures(evidence.language)
        rules = evidence.rules
        occurring = (*self._words.occurring, *self._words.scheduled, *rules.auxiliaries, *rules.modals)
        self._occurring = frozenset((*occurring, *rules.prepositions, *evidence.articles))
        self._scheduled = frozenset(self._words.scheduled)

    def beside(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether the words around a date say that it is that of a statement."""
        cues = scene.cues.get(statement.property.id, [])
        cues = [c for c in cues if not self._is_state(scene, mention, c)]
        behind = scene.sentence.tokens[mention.last + 1 : mention.last + 2]
        if mention.value.hedge == "min" and any(t.norm in self._words.besides for t in behind):
            return False  # "is sinds 1 mei ook online te koop"
        if self._frames_another(scene, mention):
            return False
        if self._in_aside(statement, scene, mention, answer):
            return False
        if statement.property.id == CONTRACT and not_agreed(self._evidence, scene, mention):
            return False
        if any(c.last + 2 == mention.first and scene.sentence.tokens[c.last + 1].text == ":" for c in cues):
            return True  # "Born: 12 June 1998"
        if any(
            (c.weight >= _BESIDE and self._evidence.times.adjoins(scene, mention, c.first, c.last))
            or self._says_when(statement, scene, mention, c)
            or self._occurs(scene, mention, c, answer)
            for c in cues
        ):
            return True
        if cues and "since" in statement.property.signs and mention.value.hedge == "min":
            return True
        if (statement.subject, statement.property.id) in dated(self._evidence, scene, mention):
            return True
        if self._is_cleft(scene, mention):
            return any(c.first > mention.last for c in cues)
        return self._begins(statement, scene, mention) or self._dated_subject(statement, scene, mention, answer)

    def _is_cleft(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sentence puts its date in front: "It was in 1974 that the museum first opened its doors"."""
        tokens = scene.sentence.tokens
        before, after = tokens[: mention.first], tokens[mention.last + 1 : mention.last + 2]
        if len(before) not in (2, 3) or before[0].norm not in self._rules.pronouns.neutral:
            return False
        said = any(t.norm in (*self._rules.copulas, *self._rules.past) for t in before[1:2])
        return said and bool(after) and after[0].norm in self._words.clefts

    def _in_aside(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether a date stands in an aside of another thing than one that is named behind it.

        "Alpha (5 per cent), on the market since 1964, and Beta": 1964 is not Beta's.
        """
        tokens = scene.sentence.tokens
        if any(part.role == "subject" and part.start < mention.start for part in answer.parts):
            return False
        index = mention.first - 1
        while index > 0 and tokens[index].text[0].isalnum() and mention.first - index <= _OCCURS:
            index -= 1
        if index < 1 or tokens[index].text != ",":
            return False
        if tokens[index - 1].text == ")":
            index = next((i for i in range(index - 1, 0, -1) if tokens[i].text == "("), 0)
        return any(m.last == index - 1 and statement.subject not in m.ids and m.how in _NAMED for m in scene.entities)

    def _begins(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a clause says when somebody came to an organisation, or when one began."""
        if statement.property.id == JOINED:
            sides = {statement.subject, *statement.where.values(), *self._employers(statement.subject)}
            who = entered(self._evidence, scene, mention)
            return not sides.isdisjoint(came_to(self._evidence, scene, mention)) or (
                who is not None and not sides.isdisjoint(who.ids)
            )
        same = [m for m in scene.entities if statement.subject in m.ids]
        return statement.property.id == FOUNDED and any(began(self._evidence, scene, m, mention) for m in same)

    def _employers(self, person: str) -> Iterator[str]:
        """Yield the organisations in which somebody has a role or post."""
        base = self._evidence.base
        for statement in base.statements:
            if isinstance(statement.value, Reference) and statement.value.id == person:
                yield statement.subject
        for statement in base.by_subject.get(person, ()):
            yield from (statement.where[kind] for kind in _BODIES if kind in statement.where)
            if isinstance(statement.value, Reference) and statement.property.id in _BODIES:
                yield statement.value.id

    @staticmethod
    def _frames_another(scene: Scene, mention: ValueMention) -> bool:
        """Whether a year only says of which year another date of its sentence is ("In 2025 it began on 3 May")."""
        if not _YEAR.fullmatch(mention.value.date or ""):
            return False
        days = (v for v in scene.values if v.value.type == "date" and _MONTH.match(v.value.date or ""))
        near = [v for v in days if not any(t.text in ",;" for t in scene.sentence.tokens[mention.last : v.first])]
        near = [v for v in near if v.first > mention.last]
        return any(not re.search(r"\d{4}", v.value.text) and any(c.isdigit() for c in v.value.text) for v in near)

    def _is_state(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a cue says how something is on a day, not what happened on it ("is open on 26 December")."""
        tokens = scene.sentence.tokens
        if not any(t.norm in self._words.states for t in tokens[cue.first : cue.last + 1]):
            return False
        if mention.value.hedge == "min":
            first, last = min(cue.first, mention.first), max(cue.last, mention.last)
            small = (*self._words.states, *self._words.adverbs, *self._rules.since, *self._rules.copulas)
            within = [t for t in tokens[first : last + 1] if not mention.first <= t.index <= mention.last]
            return not all(t.norm in small for t in within)  # "from 1 May also open on Sundays"
        before = tokens[max(0, cue.first - _ADVERBS) : cue.first]
        return any(t.norm in self._rules.copulas for t in before) and not any(t.norm in self._scheduled for t in before)

    def given_up(self, scene: Scene) -> bool:
        """Whether a sentence speaks of a plan that came to nothing ("was originally to open in 2025")."""
        return any(t.norm in self._words.formerly for t in scene.sentence.tokens)

    def fixed(self, statement: Statement, scene: Scene, mention: ValueMention) -> frozenset[str]:
        """Return the words of planning that leave a date as it is: what is due on a day to come is on that day."""
        when, fact = self._evidence.date, statement.value
        if (
            mention.value.type != "date"
            or not isinstance(fact, Moment)
            or when is None
            or fact.period.last < when.first
        ):
            return frozenset()
        if any(t.norm in self._rules.past for t in scene.sentence.tokens[: mention.first]):
            return frozenset()  # "was due to open in 2025"
        return self._scheduled

    def occasion(self, statement: Statement, when: Period) -> bool:
        """Whether a date is that of the occasion of which a statement tells ("raised EUR 5 million in March 2022")."""
        facts = self._evidence.base.by_subject.get(statement.subject, ())
        dates = [fact.value.period for fact in facts if isinstance(fact.value, Moment)]
        now = self._evidence.date
        coming = now is not None and when.first > now.last  # "In February 2027 the cargo bike follows, for EUR 4,499"
        return (statement.property.once or coming) and any(date.overlaps(when) for date in dates)

    def in_its_days(self, statement: Statement, scene: Scene) -> bool:
        """Whether the only days that a sentence names are those of the event that a statement is about."""
        facts = self._evidence.base.by_subject.get(statement.subject, ())
        own = [fact.value.period for fact in facts if isinstance(fact.value, Moment)]
        days = [read_period(v.value.date) for v in scene.values if v.value.type == "date"]
        fine = [day for day in days if day is not None and day.precision != "year"]
        event = self._evidence.type_of(statement.subject) == "event"
        return event and bool(fine) and all(day and any(day.overlaps(date) for date in own) for day in days)

    def partly(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a length of time is only that up to now, or what is left ("loopt al drie jaar", "nog twee jaar")."""
        tokens = scene.sentence.tokens
        if any(t.norm in self._words.remaining for t in tokens[max(0, mention.first - _ADVERBS) : mention.first]):
            return True
        cues = scene.cues.get(statement.property.id, ())
        own = {i for c in cues for i in range(c.first, c.last + 1)}  # "a running time of"
        around = (*tokens[max(0, mention.first - _ADVERBS) : mention.first], *tokens[mention.last + 1 :][:_ADVERBS])
        return any(t.norm in self._words.so_far and t.index not in own for t in around)

    def _occurs(self, scene: Scene, mention: ValueMention, cue: CueMention, answer: Answer) -> bool:
        """Whether a noun, its subject and a verb of taking place are all that stands between a cue and its date.

        "De première van het stuk volgt op 3 mei", "The opening of the bridge is due on 3 May".
        """
        tokens = scene.sentence.tokens
        if cue.weight < _TELLING or self._evidence.is_verb(tokens[cue.first]):
            return False
        between = (
            tokens[cue.last + 1 : mention.first] if cue.last < mention.first else tokens[mention.last + 1 : cue.first]
        )
        named = {
            i
            for part in answer.parts
            if part.role == "subject"
            for i in range(scene.sentence.at(part.start), scene.sentence.at(part.end - 1) + 1)
        }
        plain = [t for t in between if t.index not in named]
        return len(plain) <= _OCCURS and all(t.norm in self._occurring for t in plain)

    def _says_when(self, statement: Statement, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a cue stands in the clause of a date, with at most its object between.

        "She joined the club in 2016", "the bank opened its branch on 3 May", "the contract runs until June".
        """
        if cue.weight < _TELLING:
            return False
        tokens = scene.sentence.tokens
        before = cue.last < mention.first
        between = tokens[cue.last + 1 : mention.first] if before else tokens[mention.last + 1 : cue.first]
        if len(between) > _CLAUSE or any(not t.text[0].isalnum() for t in between):
            return False
        verb = cue.last + 1 if before else mention.last + 1
        if any(
            self._evidence.is_verb(t) and t.index != verb and t.norm not in self._rules.auxiliaries for t in between
        ):
            return False
        label = {w for words in statement.property.label.values() for w in words.casefold().split()}
        opened = {tokens[i].norm for i in range(max(0, mention.first - 2), mention.first)}
        if label & {*self._rules.until} and not opened & {*self._rules.until}:
            return False  # "signed his contract this week" says nothing of its end
        if opened & {*self._rules.since} and "since" not in statement.property.signs:
            return False
        small = (*self._rules.coordinators, *self._rules.clause_openers, *self._rules.modals)
        openers = frozenset(small) - frozenset(self._rules.prepositions)
        if any(t.norm in openers for t in between):
            return False
        person = self._evidence.type_of(statement.subject) == "person"
        family = {*self._evidence.related(statement.subject), statement.subject, *statement.where.values()}
        mentioned: set[int] = set()
        for m in scene.entities:
            if between and between[0].index <= m.first <= between[-1].index:
                mentioned.update(range(m.first, m.last + 1))
                if not (person or m.how == "pronoun" or family & set(m.ids)):
                    return False
        closed = (*self._rules.articles, *self._rules.prepositions, *self._rules.auxiliaries, *self._rules.since)
        known = frozenset((*closed, *self._rules.until))
        nouns = [
            t
            for t in between
            if t.index not in mentioned and t.norm not in known and not self._evidence.is_verb(t) and not t.capital
        ]
        return person or not nouns

    def _dated_subject(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether a date says where the subject comes from ("de eerste Zephyr uit 1948", "dates from 1740")."""
        found = origin(self._evidence, scene, mention)
        spans = [(p.start, p.end) for p in answer.parts if p.role == "subject"]
        at = scene.sentence.at
        ways = (arrives, completed) if statement.property.id == END else (arrives,)
        if any(way(self._evidence, scene, at(start), at(end - 1), mention) for way in ways for start, end in spans):
            return True
        if found is None:
            return False
        name = apposed(self._evidence, scene, found[0])
        end = name.end if name is not None else scene.sentence.tokens[found[0]].end
        return any(part.role == "subject" and part.end == end for part in answer.parts)
