"""How strongly the words around a value signal each property: cues, counted nouns, the kind of the value itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import is_near, read_period
from checker.distortions import distortion
from checker.evidence.beginnings import FOUNDED, JOINED, began, came_to, entered
from checker.evidence.dated import END, apposed, arrives, completed, origin
from checker.evidence.dating import dated
from checker.factbase.model import Amount, Moment
from checker.lemmas import is_verb
from checker.linking.counted import Counted
from checker.linking.headed import Headed
from checker.linking.lasting import takes
from checker.linking.placings import Placings
from checker.linking.ranks import Ranks
from checker.mentions.changing import Changing
from checker.mentions.cues import COMPOUND_WEIGHT, NOUN_WEIGHT
from checker.mentions.events import is_making, is_origin
from checker.mentions.labels import BARE_WEIGHT, HALF_WEIGHT
from checker.mentions.results import RESULT
from checker.report import Part
from checker.values.convert import same_dimension
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.analysis import Sentence
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import CueMention, EntityMention, Scene, ValueMention
    from checker.mentions.cues import CueIndex

    Offer = Callable[[str, float, tuple[Part, ...]], None]

_NEXT_CLAUSE = 0.3
_LESS_LIKELY = 0.95
"""How much a noun further back says, where a number may count either."""
_ANTECEDENT = 0.9
"""How much what a number is another of says of it."""
_ANYBODY = 0.4
"""How much less people say than employees or visitors do."""
_ROW = 20
"""How many cells before and behind are looked at for the others of a row."""
_SAID_OF = 0.7
"""How clearly all of a label but the kind of value says it, right where the value is said of it."""
_RANK = 0.9
"""How clearly a rank that stands alone says a result."""
_HEADED = 0.2
"""How much more a cue says that is all there is: the head of a column."""
_GOING = frozenset({"person", "organisation", "company", "team"})
"""Types of what comes and goes more than once."""
_OF_YEARS = _GOING | {"event", "competition"}
"""Types of what is another one in every year ("the fair of 2019")."""
_COSTS = frozenset({"investment", "price", "value"})
"""The properties that a sum before a thing can be of."""
_FIRST = 0.02
"""How much more "dates from" says the first date of something than any other."""
_LIKELY = 10
"""How many times a figure a wrong one for it may be, where nothing but its kind says what it is."""
_BY_CLOCK = frozenset({"second", "minute", "hour"})
_BY_VERB = 0.8
"""How clearly a verb of lasting says the one length of time of its subject."""
_BY_KIND = 0.6
"""How clearly the kind of a value alone signals a property that its subject has only one of."""


class Signals:
    """Scores the properties that a value of one document can be of."""

    def __init__(self, evidence: Evidence, cues: CueIndex) -> None:
        """Share the evidence of the document and the cues of its language."""
        self._evidence = evidence
        self._base = evidence.base
        self._rules = evidence.rules
        self._times = frozenset(evidence.rules.times)
        self._bounds = frozenset((*evidence.rules.since, *evidence.rules.until))
        rules = evidence.rules
        self._away = frozenset((*rules.beyond, *rules.partitives, *(start for start, _ in rules.routes)))
        self.counted = Counted(evidence, cues)
        self.headed = Headed(evidence)
        self.changing = Changing(evidence)
        self.ranks = Ranks(evidence)
        self.placings = Placings(evidence)

    def scores(
        self, scene: Scene, mention: ValueMention, segment: tuple[int, int], types: frozenset[str]
    ) -> dict[str, tuple[float, tuple[Part, ...]]]:
        """Return, by property, how strongly the words around a value signal it."""
        scores: dict[str, tuple[float, tuple[Part, ...]]] = {}
        value = mention.value
        noun = self.noun(scene, mention)
        generic = noun.casefold() in self._times if noun is not None else value.role == "multiple"

        def offer(prop: str, score: float, parts: tuple[Part, ...]) -> None:
            spec = self._base.properties.get(prop)
            if spec is None or spec.type not in types:
                return
            if value.type == "age" and "age" not in spec.signs:
                return
            if score > scores.get(prop, (0.0, ()))[0]:
                scores[prop] = (score, parts)

        for prop, cues in scene.cues.items():
            for cue in cues:
                if cue.weight == NOUN_WEIGHT and cue.first == mention.last + 1 and value.type == "count" and not noun:
                    offer(prop, 1.0, (Part("noun", "", cue.start, cue.end),))
            # What happens so many times is said by a verb or a title, not by the noun of what is counted otherwise.
            telling = cues
            if generic:
                telling = [c for c in cues if c.weight in (1.0, COMPOUND_WEIGHT) or self._done(scene, mention, c)]
            score, part = self._nearest_cue(scene, mention, telling, segment)
            if part is not None:
                anybody = self._only_people(scene, mention, cues) and not self.done_by(prop, scene, mention)
                offer(prop, score * (_ANYBODY if anybody else 1.0), (part,))
        if not generic:
            for position, source in enumerate(self.counted.sources(scene, mention)):
                self._offer_by_noun(scene, mention, source, offer, 1.0 if position == 0 else _LESS_LIKELY)
        antecedent = self.counted.antecedent(scene, mention)
        if antecedent is not None:
            other, number = antecedent
            whole = (0, len(other.sentence.tokens) - 1)
            for prop, (score, _) in self.scores(other, number, whole, types).items():
                if self.counted.said(prop, other, number):
                    offer(prop, score * _ANTECEDENT, ())
        pointed = self.counted.pointed(scene, mention)
        if len(pointed) == 1:
            offer(next(iter(pointed)), _ANTECEDENT, ())
        if value.role == "rank" and self.ranks.alone(scene, mention):
            offer(RESULT, _RANK, ())
        if value.role == "rank" and self.placings.alone:
            told = self._place_told(scene, mention, segment)
            for prop in self.placings.alone:
                offer(prop, told, ())
        if mention.side is not None and value.type == "date" and self._life(scene, mention):
            return {"born" if mention.side == "start" else "died": (1.0, ())}
        if mention.side is not None and value.type == "date":
            # A written stretch of time says when its subject starts and when it ends.
            shared = max((scores.get(prop, (0.0, ()))[0] for prop in ("start", "end", "date")), default=0.0)
            wanted = "start" if mention.side == "start" else "end"
            parts = next((scores[prop][1] for prop in ("start", "end", "date") if prop in scores), ())
            kept = {wanted: (shared, parts)} if shared else {}
            if "date" not in scores and self._is_on(scene, mention):
                kept["date"] = (max(shared, _BY_KIND), parts)
            if "date" in scores:
                kept["date"] = (shared, parts)
            return kept
        self.changing.offer(scene, mention, offer)
        if value.type in ("quantity", "money", "date"):
            self._offer_by_kind(scene, mention, offer)
        if value.type == "date":
            self._offer_beginning(scene, mention, offer)
        if value.type == "duration":
            self._offer_by_length(scene, mention, offer)
        if value.type == "age":
            for prop, spec in self._base.properties.items():
                if "age" in spec.signs and "person" in spec.subjects:
                    offer(prop, 1.0, ())
        for index in scene.heads:
            for prop, cues in self._evidence.scenes[index].cues.items():
                best = max(cues, key=lambda cue: cue.weight)
                offer(prop, min(1.0, best.weight + _HEADED), (Part("cue", "", best.start, best.end),))
        for index in scene.headings:
            for prop, cues in self._evidence.scenes[index].cues.items():
                weight = max(cue.weight for cue in cues)
                cue = cues[0]
                offer(prop, WEIGHTS.heading_cue * weight, (Part("cue", "", cue.start, cue.end),))
        if scene.index > 0:
            before = self._evidence.scenes[scene.index - 1]
            if before.sentence.block == scene.sentence.block:
                for prop, cues in before.cues.items():
                    offer(prop, WEIGHTS.previous_cue * max(cue.weight for cue in cues), ())
        return scores

    def _done(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a verb beside so many times says what was done ("1.2 million times downloaded", "keer bekeken")."""
        beside = cue.first == cue.last and (cue.first == mention.last + 1 or cue.last == mention.first - 1)
        token = scene.sentence.tokens[cue.first]
        verb = self._evidence.is_verb(token) or is_verb(token.norm, self._evidence.language)
        return beside and cue.weight >= _SAID_OF and verb

    def _place_told(self, scene: Scene, mention: ValueMention, segment: tuple[int, int]) -> float:
        """Return how clearly a value is said to be the place of something, in whichever list."""
        cues = [cue for cue in scene.cues.get(RESULT, ()) if cue.weight >= BARE_WEIGHT]
        said, _ = self._nearest_cue(scene, mention, cues, segment)
        alone = mention.value.number != 1 and self.ranks.alone(scene, mention)  # "were first to score"
        return max(said, _RANK if alone else 0.0) * _LESS_LIKELY

    def _offer_by_noun(
        self, scene: Scene, mention: ValueMention, source: tuple[Scene, ValueMention], offer: Offer, factor: float
    ) -> None:
        """Offer every property that counts the noun of a number."""
        value, noun = mention.value, source[1].value.noun or ""
        where = (value.noun_start, value.noun_end) if value.noun_start is not None else (value.start, value.end)
        for prop in self._base.by_property:
            strength = self.counted.strength(prop, *source)
            if self._only_people(*source, scene.cues.get(prop, ())):
                strength *= _ANYBODY
            if strength:
                offer(prop, strength * factor, (Part("noun", noun, where[0] or 0, where[1] or 0),))

    def _only_people(self, scene: Scene, mention: ValueMention, cues: Sequence[CueMention]) -> bool:
        """Whether a number is of people, and nothing says which ("invited 400 people", and not "its 400 people")."""
        if (mention.value.noun or "").casefold() not in self._rules.anybody:
            return False
        before = [t.norm for t in scene.sentence.tokens[max(0, mention.first - 2) : mention.first]]
        if " ".join(before) in self._rules.rooms or (before and before[-1] in self._rules.rooms):
            return False  # "room for 9,000 people"
        owned = bool(before) and before[-1] in self._rules.possessives
        return not owned and not any(c.weight == 1.0 or c.whole or c.first < c.last for c in cues)

    def done_by(self, prop: str, scene: Scene, mention: ValueMention) -> bool:
        """Whether people are counted by what they do, and that is what a property counts ("190 people volunteer")."""
        noun = mention.noun if mention.noun is not None else mention.last
        return any(
            cue.weight >= _SAID_OF
            and (cue.first == noun + 1 or cue.last == mention.first - 1)
            and any(
                self._evidence.is_verb(t) or cue.weight < 1.0 for t in scene.sentence.tokens[cue.first : cue.last + 1]
            )
            for cue in scene.cues.get(prop, ())
        ) or any(self._go_on(scene, noun, cue) for cue in scene.cues.get(prop, ()))

    def _go_on(self, scene: Scene, noun: int, cue: CueMention) -> bool:
        """Whether people are said to do or have what a cue with a preposition names ("have a subscription to")."""
        tokens = scene.sentence.tokens
        if cue.weight == 1.0 and cue.first == noun + 1 and tokens[min(cue.last + 1, len(tokens) - 1)].text in ".,;":
            return True  # "54.000 mensen aangesloten."
        if cue.weight < 1.0 or cue.first <= noun or tokens[cue.last].norm not in self._evidence.prepositions:
            return False
        between = tokens[noun + 1 : cue.first]
        return all(t.norm in self._evidence.articles or self._evidence.is_verb(t) for t in between)

    def _offer_by_kind(self, scene: Scene, mention: ValueMention, offer: Offer) -> None:
        """Offer the one property of a subject in the sentence that such a value can be of, where no cue is needed.

        "Het gebouw van 900 m²", "de fiets van 2.899 euro", "the chapel of 1740"; not "2.000 kilo aan vis".
        """
        value = mention.value
        behind = scene.sentence.tokens[mention.last + 1 : mention.last + 2]
        if value.type == "quantity" and any(t.norm in self._rules.contents for t in behind):
            return
        if scene.heads:
            self._offer_by_cell(scene, mention, offer)
            return
        tokens = scene.sentence.tokens
        after = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        if value.type == "quantity" and after in self._away:
            return  # "300 metres from the line"
        came = origin(self._evidence, scene, mention) if value.type == "date" else None
        named = apposed(self._evidence, scene, came[0]) if came is not None and not came[1] else None
        if named is not None:
            for first in filter(None, map(self._first_date, named.ids)):
                offer(first, _BY_KIND, ())
        for group in scene.entities:
            if group.how in ("adjective", "country", "unknown"):
                continue
            done = value.type == "date" and completed(self._evidence, scene, group.first, group.last, mention)
            if value.type == "date" and came is None and not done and not self._comes(scene, group, mention):
                continue
            if came is not None and group.last != came[0]:
                continue
            if came is not None and came[1] and (group.how == "noun" or self._follows_preposition(scene, group.first)):
                continue  # "The plans for the tower date from 2019"
            if value.type == "money" and group.first == mention.last + 1 and group.how in ("name", "noun"):
                self._offer_cost(group, offer)
            if value.type == "money" and group.first and tokens[group.first - 1].norm in self._evidence.prepositions:
                continue  # "paid 400,000 euros for Jansen"
            if done:
                offer(END, _BY_VERB, ())
                continue
            for entity in group.ids:
                same = [s for s in self._base.by_subject.get(entity, ()) if self._same_kind(mention, s)]
                if came is not None and not came[1]:
                    self._offer_origin(scene, mention, entity, offer)
                    continue
                fitting = {s.property.id for s in same}
                if len(fitting) == 1 or (came is not None and came[1]):
                    for prop in {s.property.id for s in same if self._likely(mention, s)}:
                        offer(prop, _BY_KIND + _FIRST * (prop == self._first_date(entity)), ())

    def _offer_beginning(self, scene: Scene, mention: ValueMention, offer: Offer) -> None:
        """Offer when somebody came to an organisation, and when one began that has no other start."""
        for _, prop in dated(self._evidence, scene, mention):
            offer(prop, _BY_VERB, ())
        if came_to(self._evidence, scene, mention) or entered(self._evidence, scene, mention):
            offer(JOINED, _BY_VERB, ())
        for thing in scene.entities:
            firm = [i for i in thing.ids if self._base.facts_of(i, FOUNDED) and not self._base.facts_of(i, "start")]
            if firm and began(self._evidence, scene, thing, mention):
                offer(FOUNDED, 1.0, ())

    def _offer_origin(self, scene: Scene, mention: ValueMention, entity: str, offer: Offer) -> None:
        """Offer the year that a thing is from or of; a fair "of 2019" is that of one year."""
        of = scene.sentence.tokens[mention.first - 1].norm in self._rules.partitives
        fits = is_making if of else is_origin
        dates = [
            (s.value.period.first, s.property.id)
            for s in self._base.by_subject.get(entity, ())
            if isinstance(s.value, Moment) and s.property.type == "date" and fits(s.property)
        ]
        if dates and self._evidence.type_of(entity) not in _OF_YEARS:
            offer(min(dates)[1], _BY_KIND, ())

    def _offer_by_length(self, scene: Scene, mention: ValueMention, offer: Offer) -> None:
        """Offer the one length of time that a thing has, where a sentence says how long it takes."""
        value = mention.value
        achieved = self.ranks.leads_to(scene, mention)
        for thing in scene.entities:
            if achieved:
                for prop in self.ranks.marks(thing, value):
                    offer(prop, _BY_VERB, ())
            if thing.how in ("adjective", "country", "unknown") or self._follows_preposition(scene, thing.first):
                continue
            if takes(self._evidence, scene, thing, mention):
                for entity in thing.ids:
                    own = self._base.by_subject.get(entity, ())
                    fitting = {s.property.id: s.value for s in own if s.property.type == "duration"}
                    fact = next(iter(fitting.values())) if len(fitting) == 1 else None
                    # "It took three years" is not how long the play lasts.
                    if isinstance(fact, Amount) and (fact.unit in _BY_CLOCK) == (value.unit in _BY_CLOCK):
                        offer(next(iter(fitting)), _BY_VERB, ())

    def _offer_cost(self, thing: EntityMention, offer: Offer) -> None:
        """Offer what a thing cost, for a sum right before it ("the EUR 27 million bridge")."""
        for entity in thing.ids:
            own = {s.property.id for s in self._base.by_subject.get(entity, ())} & _COSTS
            if len(own) == 1:
                offer(next(iter(own)), _BY_KIND, ())

    def _comes(self, scene: Scene, thing: EntityMention, date: ValueMention) -> bool:
        """Whether a sentence says when a thing comes ("In mei volgt de bakfiets"); people and firms come and go."""
        kinds = {self._evidence.type_of(entity) for entity in thing.ids}
        if self._follows_preposition(scene, thing.first):
            return False  # "An English edition of the catalogue follows in January"
        return not kinds & _GOING and arrives(self._evidence, scene, thing.first, thing.last, date)

    def _follows_preposition(self, scene: Scene, index: int) -> bool:
        tokens = scene.sentence.tokens
        while index > 0 and tokens[index - 1].norm in self._evidence.articles:
            index -= 1
        return index > 0 and tokens[index - 1].norm in self._evidence.prepositions

    def _first_date(self, entity: str) -> str | None:
        """Return the property by which something begins: the earliest of its dates."""
        dates = [
            (s.value.period.first, s.property.id)
            for s in self._base.by_subject.get(entity, ())
            if isinstance(s.value, Moment)
        ]
        return min(dates)[1] if dates else None

    def _offer_by_cell(self, scene: Scene, mention: ValueMention, offer: Offer) -> None:
        """Offer the one property of a row's subject that a cell can be of, where no other cell of the row can be it."""
        row = scene.heads[0]
        near = self._evidence.scenes[max(0, scene.index - _ROW) : scene.index + _ROW]
        kin = [s for s in near if s.heads[:1] == (row,) and s is not scene]
        if any(v.value.type == mention.value.type for s in kin for v in s.values):
            return
        for entity in {e for m in self._evidence.scenes[row].entities for e in m.ids}:
            same = [s for s in self._base.by_subject.get(entity, ()) if self._same_kind(mention, s)]
            if len({s.property.id for s in same}) == 1 and any(self._likely(mention, s) for s in same):
                offer(same[0].property.id, _BY_KIND, ())

    @staticmethod
    def _same_kind(mention: ValueMention, statement: Statement) -> bool:
        value, fact = mention.value, statement.value
        if value.type == "date":
            return isinstance(fact, Moment) and statement.property.type == "date"
        if not isinstance(fact, Amount) or statement.property.type != value.type:
            return False
        if value.type == "money":
            return fact.currency == value.currency
        return bool(value.unit and fact.unit and same_dimension(value.unit, fact.unit))

    @staticmethod
    def _likely(mention: ValueMention, statement: Statement) -> bool:
        """Whether a figure is no other kind of thing: a ship is not forty kilometres long."""
        value, fact = mention.value, statement.value
        return (
            not isinstance(fact, Amount) or distortion(value, fact) is not None or is_near(value, fact, times=_LIKELY)
        )

    def _is_on(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether an event and a stretch of days stand together with nothing but "is" and "van" between."""
        whole = next((v for v in scene.values if v.first <= mention.first and mention.last <= v.last), mention)
        when = read_period(mention.value.date)
        if when is None or when.precision != "day":
            return False  # "the championships from 1978 to 2026" are many
        tokens = scene.sentence.tokens
        small = (*self._rules.copulas, *self._rules.prepositions, *self._evidence.articles)
        for thing in scene.entities:
            between = (
                tokens[thing.last + 1 : whole.first]
                if thing.last < whole.first
                else tokens[whole.last + 1 : thing.first]
            )
            if any(self._evidence.type_of(i) == "event" for i in thing.ids) and all(t.norm in small for t in between):
                return True
        return False

    def _life(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether two years stand in brackets right behind a person's name ("Anna Berg (1841-1912)")."""
        tokens = scene.sentence.tokens
        whole = next(
            (v for v in scene.values if v.first <= mention.first and mention.last <= v.last and v.value.type == "date"),
            None,
        )
        if whole is None or whole.first < 2 or tokens[whole.first - 1].text != "(":
            return False
        named = [m for m in scene.entities if m.last == whole.first - 2 and m.ids]
        return any(self._evidence.type_of(i) == "person" for m in named for i in m.ids)

    def noun(self, scene: Scene, mention: ValueMention) -> str | None:
        """Return the counted noun; "twee" of "twee en vier wielen" shares that of the number after it."""
        return self.counted.noun(scene, mention)

    def _next_clause(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a cue stands in a clause that begins behind a value ("..., terwijl de kosten ...")."""
        tokens = scene.sentence.tokens
        return any(
            tokens[i].text in (",", ";") and tokens[i + 1].norm in self._evidence.openers
            for i in range(mention.last + 1, cue.first)
        )

    def _of_time_itself(self, sentence: Sentence, mention: ValueMention, cue: CueMention) -> bool:
        """Whether a cue is only a word of how a time is written: "the end of 2025" is not when something ended."""
        if mention.value.type == "duration":
            return (
                mention.first <= cue.first and cue.last <= mention.last and not self._base.by_property.get(cue.property)
            )
        if mention.value.type != "date" or cue.first < mention.first or cue.last > mention.last:
            return False
        return not any(t.norm in self._bounds for t in sentence.tokens[cue.first : cue.last + 1])

    def _nearest_cue(
        self, scene: Scene, mention: ValueMention, cues: list[CueMention], segment: tuple[int, int]
    ) -> tuple[float, Part | None]:
        best, part = 0.0, None
        sentence = scene.sentence
        for cue in cues:
            bare = cue.weight == BARE_WEIGHT and not self.headed.says(scene, mention, cue)
            if self._of_time_itself(sentence, mention, cue):
                continue
            if (cue.first >= mention.first and cue.last <= mention.last) or (
                cue.first <= mention.first and cue.last >= mention.last
            ):
                cost = 0.0
            elif self._evidence.labelled(scene, mention.first) and not self._evidence.labelled(scene, cue.first):
                cost = 0.05  # the label of the line says what it is about
            elif cue.last < mention.first:
                cost = sentence.cost(cue.last, mention.first)
            else:
                cost = sentence.cost(mention.last, cue.first)
            if cue.last < segment[0] or cue.first > segment[1]:
                cost += 0.2
            if self._next_clause(scene, mention, cue):
                cost += _NEXT_CLAUSE
            weight = HALF_WEIGHT if bare else max(cue.weight, _SAID_OF) if cue.weight == BARE_WEIGHT else cue.weight
            score = weight * max(0.0, 1.0 - 0.8 * cost)
            if score > best:
                start, end = cue.start, cue.end
                tokens = [t.text for t in sentence.tokens if start <= t.start < end]
                best, part = score, Part("cue", " ".join(tokens), start, end)
        return best, part
