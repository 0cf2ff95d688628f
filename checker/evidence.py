"""How well a sentence speaks of a statement: its subject, its qualifiers and its time, apart from the value.

Each answer is a number between 0 and 1 with the part of the text that gave it. The numbers are in `WEIGHTS`, one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker import period
from checker.analysis import stem
from checker.comparing import read_period
from checker.factbase.model import Members, Moment, Reference
from checker.languages import grammar
from checker.mentions import EntityMention, Scene, ValueMention
from checker.properties import built_in
from checker.report import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.factbase.model import Entity, FactBase, Statement
    from checker.period import Period

_QUALIFYING = frozenset({"place", "class", "country"})
_TIED = frozenset({"agreement", "project"})
"""Types whose entities a text seldom names: it speaks of "the agreement" and whom it is between."""
YEAR_KINDS = frozenset({"year", "edition", "season"})


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights and thresholds of linking, all of them."""

    subject: float = 0.5
    cue: float = 0.5
    qualifier: float = 0.1
    second_subject: float = 0.55
    later_subject: float = 0.4
    behind_unknown: float = 0.3
    reference: float = 0.9
    """A pronoun, epithet or type noun instead of the name."""
    previous: float = 0.7
    """The subject of the sentence before."""
    established: float = 0.7
    """Not named, but what another recognised claim of the sentence is about."""
    elsewhere: float = 0.6
    """Factor when the sentence, or the one before, has a subject that the base does not know."""
    family: float = 0.87
    """The series for its edition, the parent for its team."""
    heading: float = 0.65
    topic: float = 0.6
    """What the document is about: its title, or what it names most."""
    mentioned: float = 0.4
    sole_holder: float = 0.4
    """Not named at all, but nothing else in the base has the property."""
    sole_holder_mentioned: float = 0.62
    rival_present: float = 0.5
    """Factor when another possible subject stands in the sentence and ours does not."""
    heading_cue: float = 0.45
    previous_cue: float = 0.35
    support: float = 0.45
    close: float = 0.15
    alarm: float = 0.62
    alarm_subject: float = 0.61
    named: float = 0.8
    """From which score on a subject stands in the sentence itself."""
    alarm_cue: float = 0.5
    lead: float = 0.2


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that stand together as one subject ("Jansen en De Boer"); token indices, both included."""

    first: int
    last: int
    mentions: tuple[EntityMention, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Every entity that some mention of the group can mean."""
        return frozenset(entity for mention in self.mentions for entity in mention.ids)

    @property
    def unknown(self) -> bool:
        """Whether the group is a name that the base does not know."""
        return all(not mention.ids for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Answer:
    """A score between 0 and 1, and the parts of the text that it rests on."""

    score: float
    parts: tuple[Part, ...] = ()
    rival: bool = False
    """Whether another possible subject stands nearer."""
    nearer: frozenset[str] = frozenset()
    """The entities that stand nearer."""


Binding = Literal["own", "sentence", "before", "heading", "document", "none"]


@dataclass(frozen=True, slots=True)
class Qualified:
    """How the qualifiers of a statement fit: `score`, and the kinds that say something else, with their mentions."""

    score: float
    conflicts: tuple[tuple[str, Binding, int, int], ...] = ()
    """(kind, where it was found, start, end in the document's text)."""
    parts: tuple[Part, ...] = ()
    unstated: bool = False
    """Whether the statement is of a year that neither the text nor its date names."""


def groups(scene: Scene, language: str) -> list[Group]:
    """Return the mentions of a scene as groups, in the order of the text."""
    rules = grammar(language)
    joining = frozenset((*rules.coordinators, *rules.companions, ",", *rules.articles))
    found: list[list[EntityMention]] = []
    for mention in scene.entities:
        if mention.how in ("adjective", "country"):
            continue
        if found:
            before = found[-1][-1]
            between = scene.sentence.tokens[before.last + 1 : mention.first]
            together = 0 < len(between) <= 3 and all(token.norm in joining for token in between)
            if (together and before.how != "pronoun" and mention.how != "pronoun") or mention.start == before.start:
                found[-1].append(mention)
                continue
        found.append([mention])
    return [Group(items[0].first, items[-1].last, tuple(items)) for items in found]


def _ids(ranked: Sequence[tuple[float, Group]]) -> frozenset[str]:
    return frozenset(entity for _, group in ranked for entity in group.ids)


class Evidence:
    """Answers for one document, checked against one fact base."""

    def __init__(
        self, base: FactBase, language: str, scenes: Sequence[Scene], topic: frozenset[str], date: Period | None
    ) -> None:
        """`topic` holds the entities that the document is about; `date` is its judgement date."""
        self.base = base
        self.language = language
        self.scenes = scenes
        self.topic = topic
        self.date = date
        self.rules = grammar(language)
        self._groups: dict[int, list[Group]] = {}
        self._by_name: dict[str, list[str]] = {}
        for entity in base.entities.values():
            for name in set(entity.names.values()):
                self._by_name.setdefault(name, []).append(entity.id)
        self._values: dict[int, list[tuple[int, int]]] = {}
        self._established: dict[int, set[str]] = {}
        self._mentioned = {entity for scene in scenes for mention in scene.entities for entity in mention.ids}
        self._articles = frozenset((*self.rules.articles, *self.rules.definite))
        self._prepositions = frozenset((*self.rules.prepositions, *self.rules.likening))
        self._verbs = frozenset(self.rules.verbs)
        self._empty = frozenset(
            (
                *self.rules.articles,
                *self.rules.definite,
                *self.rules.prepositions,
                *self.rules.auxiliaries,
                *self.rules.since,
                *self.rules.until,
                ",",
            )
        ) - set(self.rules.clause_openers)
        self._comparing = frozenset((*self.rules.comparisons, *self.rules.likening)) - {"after", "na"}
        self._bounding = frozenset((*self.rules.since, *self.rules.until))
        self._openers = frozenset(self.rules.clause_openers)
        self._joining = frozenset((*self.rules.coordinators, *self.rules.clause_openers))
        self._boundaries = frozenset((*self.rules.coordinators, *self.rules.clause_openers, ",", ";", "–", "—", "-", "(", ")"))

    def groups(self, scene: Scene) -> list[Group]:
        """Return the groups of a scene, made once."""
        if scene.index not in self._groups:
            self._groups[scene.index] = groups(scene, self.language)
        return self._groups[scene.index]

    def establish(self, scene: Scene, subject: str, start: int, end: int) -> None:
        """Record that a claim of a scene, with its value at `start` to `end`, has been recognised as one about `subject`.

        What is the value of one claim is not the subject of another, and a sentence mostly keeps its subject.
        """
        self._values.setdefault(scene.index, []).append((start, end))
        self._established.setdefault(scene.index, set()).add(subject)

    def labelled(self, scene: Scene, position: int) -> bool:
        """Whether a line begins with a label of its own ("Motor: ...") and a token stands behind it."""
        tokens = scene.sentence.tokens
        colon = next((t.index for t in tokens[:5] if t.text == ":"), None)
        return colon is not None and colon < position

    def type_of(self, entity: str) -> str:
        """Return the type of an entity; a country is a place."""
        known = self.base.entities.get(entity)
        return known.type if known else "place"

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
        for other in scene.values:
            if other is mention or other.value.type != mention.value.type:
                continue
            if other.last < mention.first:
                low = max(low, self._border(scene, other.last + 1, mention.first - 1))
            elif other.first > mention.last:
                high = min(high, self._border(scene, mention.last + 1, other.first - 1) - 1)
        return low, max(high, mention.last)

    def _border(self, scene: Scene, first: int, last: int) -> int:
        tokens = scene.sentence.tokens
        for index in range(last, first - 1, -1):
            if tokens[index].norm in self._boundaries:
                return index + 1
        return last + 1

    def _is_object(self, scene: Scene, group: Group) -> bool:
        """Whether a pronoun behind a value is no subject: one that no verb stands before ("in 2023 eindigde hij")."""
        if any(m.how != "pronoun" for m in group.mentions):
            return False
        return self._in_phrase(scene, group)

    def _is_value(self, scene: Scene, group: Group) -> bool:
        """Whether a group is itself the value of a recognised claim."""
        spans = self._values.get(scene.index, ())
        if not self._in_phrase(scene, group):
            return False
        return bool(spans) and all(any(s <= m.start and m.end <= e for s, e in spans) for m in group.mentions)

    def _is_rival(self, statement: Statement, group: Group) -> bool:
        """Whether a group could be the subject of a statement's property instead.

        A property that says whose it is has rivals of those types; one that does not, of any type but places and the
        kinds that mostly qualify.
        """
        if group.unknown:
            return True
        kinds = statement.property.subjects
        own = self.type_of(statement.subject)
        for entity in group.ids:
            kind = self.type_of(entity)
            if kind == own or (kind in kinds if kinds else kind not in _QUALIFYING):
                return True
        return False

    def subject(self, statement: Statement, scene: Scene, first: int, last: int, segment: tuple[int, int]) -> Answer:
        """Return how well the text names a statement's subject for something at tokens `first` to `last`."""
        family = self.family(statement)
        ranked: list[tuple[float, Group]] = []
        for group in self.groups(scene):
            named = statement.subject in group.ids or not family.isdisjoint(group.ids)
            if not (named or self._is_rival(statement, group)) or (group.first >= first and group.last <= last):
                continue
            if not named and self._is_value(scene, group):
                continue
            if group.first > segment[1] or (group.first > last and self._is_object(scene, group)):
                continue  # it belongs to the next value, or is no subject there
            ranked.append((self._distance(scene, group, first, last, segment), group))
        ranked.sort(key=lambda pair: pair[0])
        for rank, (_, group) in enumerate(ranked):
            own = statement.subject in group.ids
            if not own and family.isdisjoint(group.ids):
                continue
            wanted = {statement.subject} if own else family
            mention = next(m for m in group.mentions if wanted & set(m.ids))
            part = Part("subject", mention.text, mention.start, mention.end)
            score = (1.0, WEIGHTS.second_subject)[rank] if rank < 2 else WEIGHTS.later_subject
            if any(nearer.unknown for _, nearer in ranked[:rank]):
                score = WEIGHTS.behind_unknown
            if not mention.explicit:
                score *= WEIGHTS.reference
            if own and mention.how == "pronoun" and mention.ids[0] != statement.subject:
                score *= WEIGHTS.elsewhere  # "hij" may be the thing, but there is a person it can be
            if not own:
                score *= WEIGHTS.family + (0.05 if statement.subject in self.topic else 0.0)
            return Answer(score, (part,), rival=rank > 0, nearer=_ids(ranked[:rank]))
        rival = bool(ranked) or any(
            g.last < first and any(self.type_of(e) not in _QUALIFYING for e in g.ids) and not self._is_value(scene, g)
            for g in self.groups(scene)
        )
        hinted = self._hinted(statement, scene, first, last)
        if hinted is not None:
            return hinted
        score = self._elsewhere(statement, scene)
        if statement.subject in self._established.get(scene.index, ()) and not any(g.unknown for _, g in ranked):
            return Answer(max(score, WEIGHTS.established), (), rival=False)
        return Answer(score * WEIGHTS.rival_present if rival else score, (), rival=rival, nearer=_ids(ranked))

    def _in_phrase(self, scene: Scene, group: Group) -> bool:
        """Whether a preposition stands before a group, with or without an article."""
        if group.first == 0:
            return False
        before = scene.sentence.tokens[group.first - 1].norm
        if group.first > 1 and before in self._articles:
            before = scene.sentence.tokens[group.first - 2].norm
        return before in self._prepositions

    def _opens(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a group opens the sentence and the clause at `position` goes on with it ("X is ... en heeft ...")."""
        all_groups = self.groups(scene)
        if not all_groups or all_groups[0] is not group or group.unknown:
            return False
        tokens = scene.sentence.tokens
        if any(t.norm in self._prepositions for t in tokens[: group.first]):
            return False
        for index in range(position - 1, max(group.last, position - 9), -1):
            following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
            if tokens[index].norm in self.rules.coordinators and following in self._verbs:
                return not any(index < g.first < position for g in all_groups)
        return False

    def _related_by_clause(self, scene: Scene, group: Group, position: int) -> bool:
        """Whether a relative clause that reaches `position` begins right behind a group ("the rally, which runs ...")."""
        tokens = scene.sentence.tokens
        index = group.last + 1
        if index < len(tokens) and tokens[index].text == ",":
            index += 1
        if index >= position or tokens[index].norm not in self.rules.relatives:
            return False
        if any(t.text in (";", ":") for t in tokens[index:position]):
            return False
        return not any(index < g.first and g.last < position for g in self.groups(scene))

    def _hinted(self, statement: Statement, scene: Scene, first: int, last: int) -> Answer | None:
        """Return how well a noun of the subject's type beside the value stands for it ("een driejarige overeenkomst").

        Which of several entities of that type is meant, what they are tied to says: the share of it in the sentence.
        """
        kind = self.type_of(statement.subject)
        nouns = self.rules.type_nouns.get(kind, ())
        if kind not in _TIED or not nouns:
            return None
        for token in scene.sentence.tokens[max(0, first - 3) : last + 4]:
            if token.norm in nouns or token.stem in {stem(noun, self.language) for noun in nouns}:
                tied = self.tied(statement.subject)
                here = {i for m in scene.entities for i in m.ids}
                near = here | {i for m in self.scenes[max(0, scene.index - 1)].entities for i in m.ids}
                near |= {j for i in near for j in self.related(i)}
                share = len(tied & near) / len(tied) if tied else 0.0
                return Answer(0.3 + 0.6 * share * share, (Part("subject", token.text, token.start, token.end),))
        return None

    def tied(self, entity: str) -> frozenset[str]:
        """Return the entities that an entity's own statements name: the parties of an agreement, say."""
        found: set[str] = set()
        for statement in self.base.by_subject.get(entity, ()):
            if isinstance(statement.value, Reference):
                found.add(statement.value.id)
            elif isinstance(statement.value, Members):
                found.update(item.id for item in statement.value.items if isinstance(item, Reference))
        return frozenset(found)

    def family(self, statement: Statement) -> frozenset[str]:
        """Return what may be named in the subject's stead: the series of an edition, the parent of a team.

        Only what has no statement of the same property itself.
        """
        subject, prop = statement.subject, statement.property.id
        found: set[str] = set()
        for name in ("part_of", "parent", "owner"):
            for other in self.base.facts_of(subject, name):
                if isinstance(other.value, Reference):
                    found.add(other.value.id)
        own = self.base.entities.get(subject)
        if own is not None and own.type not in ("person", "event"):
            # "Acme" may stand for "Acme Racing": the name that another one begins with.
            for entity in self._shorter(own):
                found.add(entity)
        return frozenset(e for e in found if not self.base.facts_of(e, prop))

    def _shorter(self, entity: Entity) -> Iterator[str]:
        for name in entity.names.values():
            words = name.split()
            for size in range(1, len(words)):
                yield from self._by_name.get(" ".join(words[:size]), ())

    def _distance(self, scene: Scene, group: Group, first: int, last: int, segment: tuple[int, int]) -> float:
        if group.last < first:
            cost = scene.sentence.cost(group.last, first)
        elif group.first > last:
            cost = scene.sentence.cost(last, group.first)
            # What follows is the subject only in a close bond ("veertienvoudig winnaar N.N.").
            cost = cost if cost < 0.12 else cost + 0.1
        else:
            cost = 0.0
        if self._in_phrase(scene, group):
            cost += 0.2  # what stands in a prepositional phrase is seldom the subject
        if self._opens(scene, group, first) or self._related_by_clause(scene, group, first):
            cost = min(cost, 0.02)
        outside = group.last < segment[0] or group.first > segment[1]
        return cost + (0.35 if outside else 0.0)

    def _elsewhere(self, statement: Statement, scene: Scene) -> float:
        subject = statement.subject
        best = 0.0
        ceiling = 1.0
        family = self.family(statement)
        if scene.index > 0:
            before = self.scenes[scene.index - 1]
            if before.kind == scene.kind:
                spoken = {entity for group in self.groups(before) for entity in group.ids}
                # Somebody unknown who was spoken of after it is what "he" or "it" means now.
                last = max((g for g in self.groups(before)), key=lambda g: g.last, default=None)
                first = scene.sentence.tokens[0].norm
                pointing = first in self.rules.definite and first not in self.rules.articles
                elsewhere = last is not None and (last.unknown or (pointing and subject not in last.ids))
                factor = WEIGHTS.elsewhere if elsewhere else 1.0
                ceiling = WEIGHTS.previous * factor
                if subject in spoken:
                    best = WEIGHTS.previous * factor
                elif family & spoken:
                    best = WEIGHTS.previous * WEIGHTS.family * factor
        for index in scene.headings:
            if any(subject in mention.ids for mention in self.scenes[index].entities):
                best = max(best, WEIGHTS.heading)
        if subject in self.topic:
            best = max(best, WEIGHTS.topic)
        elif subject in self._mentioned:
            best = max(best, WEIGHTS.mentioned)
        if len({s.subject for s in self.base.by_property.get(statement.property.id, ())}) == 1:
            spoken_of = subject in self._mentioned and statement.property.id not in built_in()
            best = max(best, WEIGHTS.sole_holder_mentioned if spoken_of else WEIGHTS.sole_holder)
        if self._other_subject(statement, scene):
            best *= WEIGHTS.elsewhere
        return min(best, ceiling) if ceiling < WEIGHTS.previous else best

    def _other_subject(self, statement: Statement, scene: Scene) -> bool:
        """Whether the sentence opens with a noun phrase of its own that is nobody known ("De lichtste woog 19 kilo").

        A noun that signals the property is no such subject ("De omzet steeg").
        """
        tokens = scene.sentence.tokens
        if tokens[0].norm not in self._articles:
            return False
        cues = scene.cues.get(statement.property.id, ())
        telling = {index for cue in cues for index in range(cue.first, cue.last + 1)}
        verb = next((t.index for t in tokens[1:6] if t.norm in self._verbs or t.index in telling), None)
        if verb is None or verb < 2 or (verb in telling and tokens[verb].norm not in self._verbs and verb - 1 in telling):
            return False
        head = tokens[verb - 1]
        if not head.text.isalpha() or head.capital or head.index in telling:
            return False
        named = any(m.first <= head.index <= m.last for m in scene.entities)
        property_noun = any(c.first <= head.index <= c.last for cs in scene.cues.values() for c in cs if c.weight >= 0.8)
        return not named and not property_noun

    def years(self, scene: Scene) -> list[tuple[ValueMention, Period]]:
        """Return the dates with a year in a scene."""
        found = []
        for mention in scene.values:
            if mention.value.type == "date":
                when = read_period(mention.value.date)
                if when:
                    found.append((mention, when))
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
        ]
        own = [pair for pair in here if segment[0] <= pair[0].first <= segment[1]]
        if own:
            return "own", own
        earlier = [pair for pair in here if pair[0].first < segment[0]]
        if earlier:
            return "sentence", earlier[-1:]
        if scene.index > 0 and self.scenes[scene.index - 1].sentence.block == scene.sentence.block:
            before = self.years(self.scenes[scene.index - 1])
            if before:
                return "before", before[-1:]
        for index in reversed(scene.headings):
            heading = self.years(self.scenes[index])
            if heading:
                return "heading", heading[-1:]
        return "none", []

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
            if self._claimed(scene, other) or self._behind_name(scene, other):
                continue
            if other.last < mention.first:
                between = sentence.tokens[other.last + 1 : mention.first]
                cost = sentence.cost(other.last, mention.first)
                if any(t.text in (";", ":", "–", "—") or t.norm in self._openers for t in between):
                    continue
                limit = 0.45
            else:
                between = sentence.tokens[mention.last + 1 : other.first]
                cost = sentence.cost(mention.last, other.first)
                if any(t.text in (",", ";", ":", "–", "—", "(") or t.norm in self._joining for t in between):
                    continue
                limit = 0.3
            if cost <= limit and (best is None or cost < best[0]):
                best = (cost, when)
        return best[1] if best else None

    def _behind_name(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date says of when a named thing is ("De garnalenvrouw uit 1878"), and is no frame for others."""
        tokens = scene.sentence.tokens
        if date.first < 2 or tokens[date.first - 1].norm not in self.rules.origin_prepositions:
            return False
        return any(m.last == date.first - 2 for m in scene.entities)

    def _claimed(self, scene: Scene, date: ValueMention) -> bool:
        """Whether a date is itself the value of a cue beside it ("founded in 1898") and so no frame for others."""
        for prop, cues in scene.cues.items():
            spec = self.base.properties.get(prop)
            if spec is not None and spec.type == "date" and any(self.adjoins(scene, date, c.first, c.last) for c in cues):
                return True
        return False

    def adjoins(self, scene: Scene, mention: ValueMention, first: int, last: int) -> bool:
        """Whether only articles, prepositions and auxiliaries stand between a value and the tokens `first` to `last`."""
        if first <= mention.last and mention.first <= last:
            return True
        tokens = scene.sentence.tokens
        between = tokens[last + 1 : mention.first] if last < mention.first else tokens[mention.last + 1 : first]
        empty = self._empty
        places = {
            i
            for m in scene.entities
            if m.how == "country" or any(self.type_of(e) == "place" for e in m.ids)
            for i in range(m.first, m.last + 1)
        }
        plain = [t for t in between if t.index not in places]
        return len(plain) <= 4 and all(t.norm in empty for t in plain)

    def year_of(self, statement: Statement) -> Period | None:
        """Return the time that a statement's qualifiers name: a year, or that of the edition they name."""
        for kind, value in statement.where.items():
            if kind in YEAR_KINDS:
                when = read_period(value)
                if when:
                    return when
        for value in statement.where.values():
            for name in ("date", "start", "end"):
                for fact in self.base.facts_of(value, name):
                    if isinstance(fact.value, Moment):
                        first = fact.value.period.first.year
                        return period.parse(f"{first:04d}")
        return None

    def related(self, entity: str) -> frozenset[str]:
        """Return an entity with what it is an edition or part of, and its own editions and parts."""
        found = {entity}
        for statement in self.base.by_property.get("part_of", ()):
            if isinstance(statement.value, Reference):
                if statement.subject == entity:
                    found.add(statement.value.id)
                elif statement.value.id == entity:
                    found.add(statement.subject)
        return frozenset(found)

    def qualifiers(self, statement: Statement, scene: Scene, mention: ValueMention | None, at: int) -> Qualified:
        """Return how the qualifiers of a statement fit what stands at token `at`."""
        segment = self.segment(scene, mention) if mention else (0, len(scene.sentence.tokens) - 1)
        total, wanted = 0.0, 0
        conflicts: list[tuple[str, Binding, int, int]] = []
        parts: list[Part] = []
        year = self.year_of(statement)
        unstated = False
        if year is not None:
            wanted += 1
            binding, dates = self.bound_years(scene, segment, mention)
            strength = {"own": 1.0, "sentence": 0.8, "before": 0.5, "heading": 0.5}.get(binding, 0.0)
            if dates:
                hit = next((m for m, when in dates if when.overlaps(year)), None)
                if hit is not None:
                    total += strength
                    parts.append(Part("qualifier", hit.value.text, hit.start, hit.end))
                elif binding in ("own", "sentence"):
                    conflicts.append(("year", binding, dates[0][0].start, dates[0][0].end))
                elif binding in ("before", "heading"):
                    total -= 0.5
            elif self.date is None:
                unstated = not any(when.overlaps(year) for other in self.scenes for _, when in self.years(other))
            elif not year.overlaps(self.date):
                unstated = True
            else:
                total += 0.2
        for kind, value in statement.where.items():
            if kind in YEAR_KINDS and year is not None:
                continue
            wanted += 1
            if value in self.base.entities:
                status, binding, found = self._entity_qualifier(value, scene, segment)
                if status == "match" and found is not None:
                    total += {"own": 1.0, "sentence": 0.8, "before": 0.4, "heading": 0.4}.get(binding, 0.3)
                    parts.append(Part("qualifier", found.text, found.start, found.end))
                elif status == "conflict" and found is not None:
                    if binding in ("own", "sentence"):
                        conflicts.append((kind, binding, found.start, found.end))
                    else:
                        total -= 0.3
            else:
                words = {token.norm for token in scene.sentence.tokens}
                if all(word.casefold() in words for word in value.split()):
                    total += 1.0
        del at
        return Qualified(total / wanted if wanted else 0.0, tuple(conflicts), tuple(parts), unstated)

    def _entity_qualifier(
        self, value: str, scene: Scene, segment: tuple[int, int]
    ) -> tuple[str, Binding, EntityMention | None]:
        family = self.related(value)
        kind = self.type_of(value)
        steps: list[tuple[Binding, list[EntityMention]]] = []
        of_kind = [m for m in scene.entities if m.how != "unknown" and any(self.type_of(i) == kind for i in m.ids)]
        own = [m for m in of_kind if segment[0] <= m.first <= segment[1]]
        steps.append(("own", own))
        steps.append(("sentence", [m for m in of_kind if m not in own]))
        if scene.index > 0:
            before = self.scenes[scene.index - 1].entities
            steps.append(("before", [m for m in before if any(self.type_of(i) == kind for i in m.ids)]))
        for index in reversed(scene.headings):
            above = self.scenes[index].entities
            steps.append(("heading", [m for m in above if any(self.type_of(i) == kind for i in m.ids)]))
        for binding, mentions in steps:
            if not mentions:
                continue
            hit = next((m for m in mentions if family & set(m.ids)), None)
            return ("match", binding, hit) if hit else ("conflict", binding, mentions[0])
        return "none", "none", None
