"""What forbids an alarm about a value, however well it seems to be linked; nothing here forbids support.

Each reason is a way in which a true text can give another figure than the base: another noun is counted, a plan, a
part, a change, another time, somebody else, a restriction that the base does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.aged_then import aged_then
from checker.analysis import stem
from checker.beside import Beside
from checker.bygone import Bygone
from checker.cues import NOUN_WEIGHT
from checker.dated import Dated
from checker.deals import Deals
from checker.directed import Directed
from checker.distortions import is_beyond
from checker.framing import Framing
from checker.happened import Happened
from checker.likened import Likened
from checker.narrowing import Narrowing
from checker.own_age import OF_OTHERS, of_another, own_age
from checker.scope import Scope
from checker.siblings import UNNAMED
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from checker.cues import CueIndex
    from checker.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention
    from checker.qualifiers import Qualified
    from checker.signals import Signals
    from checker.subjects import Answer


_SHORT = 2


class Vetoes:
    """Finds the reasons against alarms in one document."""

    def __init__(self, evidence: Evidence, cues: CueIndex, signals: Signals) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        self._cues = cues
        self._signals = signals
        rules = evidence.rules
        self._rules = rules
        self._times = frozenset(rules.times)
        self._plans = frozenset(rules.plan_words)
        self._negations = frozenset(rules.negations)
        self._denied: dict[tuple[int, int, tuple[int, int]], bool] = {}
        self._others = frozenset(rules.others)
        self._changes = frozenset(stem(word, evidence.language) for word in rules.changes)
        self._defined = frozenset((*rules.definite, *rules.pronouns.neutral, *rules.pronouns.speaker))
        self._narrowing = Narrowing(evidence)
        self._bygone = Bygone(evidence)
        self._likened = Likened(evidence)
        self._deals = Deals(evidence)
        self._directed = Directed(evidence)
        self._framing = Framing(evidence)
        self._scope = Scope(evidence)
        self._dated = Dated(evidence)
        self._beside = Beside(evidence)
        self._happened = Happened(evidence)
        self._comparisons = frozenset(rules.comparisons)
        self._earlier = frozenset(rules.earlier)
        self._was = frozenset(rules.past) - frozenset((*rules.verbs, *rules.auxiliaries))
        self._had = frozenset(rules.past) & frozenset((*rules.verbs, *rules.auxiliaries))
        self._rises = frozenset(stem(word, evidence.language) for word in rules.rises)
        self._more = frozenset(rules.differences)
        self._each = frozenset(word for word in rules.rates if len(word) > _SHORT and word != "per")
        self._restrictors = frozenset(rules.restrictors)

    def find(
        self,
        statement: Statement,
        scene: Scene,
        mention: ValueMention,
        segment: tuple[int, int],
        *,
        answer: Answer,
        qualified: Qualified,
    ) -> list[str]:
        """Return what forbids an alarm here; nothing here forbids support."""
        value = mention.value
        tokens = scene.sentence.tokens
        found = []
        if self._part_of_subject(scene, statement, answer, mention):
            found.append("a part of the subject")
        if self._elsewhere(scene, statement, mention, qualified):
            found.append("a place that the base does not know of")
        label = {word for words in statement.property.label.values() for word in words.casefold().split()}
        if not label & {*self._rules.rates} and any(t.norm in self._each for t in tokens[: mention.first]):
            found.append("a figure for each")
        if value.type == "age" and of_another(self._evidence, scene, mention):
            found.append("the age of somebody else")
        if value.type == "age" and (self._age_then(scene, mention) or aged_then(self._evidence, scene, mention)):
            found.append("an age of an earlier time")
        if value.type == "ordinal" and statement.property.type == "count" and self._adds(scene):
            found.append("one more than there were")
        later = value.type == "date" and self._later_one(scene, answer)
        if later or (value.type != "ordinal" and self._of_later_one(scene, statement)):
            found.append("another one of a series")
        if statement.property.type == "duration" and self._dated.partly(statement, scene, mention):
            found.append("how long it has been so far")
        if (
            qualified.finer
            and value.type in ("count", "money", "percent")
            and not self._dated.in_its_days(statement, scene)
        ):
            found.append("a part of the year")
        if value.type not in ("age", "date") and self._conditional(scene, statement, mention):
            found.append("a condition that the base does not know")
        if (
            mention.first
            and value.type != "percent"
            and tokens[mention.first - 1].norm in self._rules.by
            and any(t.norm in self._rules.rises or t.stem in self._rises or t.norm in self._more for t in tokens)
        ):
            found.append("a change")
        if any(part.role == "subject" and self._former(scene, part.start) for part in answer.parts):
            found.append("an earlier one")
        if tokens[-1].text == "?":
            found.append("a question")
        if is_beyond(value, statement.value, named=any(part.role == "subject" for part in answer.parts)):
            found.append("another order of magnitude")
        if value.type != "date" and self._until_then(scene):
            found.append("what was so until then")
        if statement.valid is not None and value.type in ("count", "money", "percent", "duration", "quantity"):
            inside = {i for v in scene.values for i in range(v.first, v.last + 1)}
            was = [t for t in tokens if t.norm in self._was and t.index not in inside]
            was = [t for t in was if not self._new_clause(scene, t.index, mention.first)]
            if any(scene.sentence.cost(t.index, mention.first) < 0.35 for t in was):
                found.append("what was")
        if qualified.unstated:
            found.append(UNNAMED)
        following = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        kin = any(v is not mention and v.value.type == value.type for v in scene.values)
        if following in self._rules.differences or (kin and following in self._rules.beyond):
            found.append("a difference")
        part = any(t.norm in self._rules.part_relatives for t in tokens[max(0, mention.first - 2) : mention.first])
        own_cues = scene.cues.get(statement.property.id, [])
        if (
            part
            and not self._own_noun(statement, scene, mention)
            and not any(
                c.weight == 1.0 and self._evidence.times.adjoins(scene, mention, c.first, c.last) for c in own_cues
            )
        ):
            found.append("a part of something")
        if self._of_which(statement, scene, mention):
            found.append("a part of something")
        noun = self._signals.noun(scene, mention)
        if noun is None and value.type == "count" and value.role == "amount" and not scene.heads:
            cues = [c for c in scene.cues.get(statement.property.id, ()) if c.weight == 1.0]
            before = tokens[mention.first - 1].norm if mention.first else ""
            beside = any(self._evidence.times.adjoins(scene, mention, c.first, c.last) for c in cues)
            every = scene.cues.get(statement.property.id, [])
            follows = any(c.weight == NOUN_WEIGHT and c.first == mention.last + 1 for c in every)
            said = self._signals.counted.said(statement.property.id, scene, mention)
            same = self._signals.counted.antecedent(scene, mention) is not None
            if not (follows or said or same) and (not beside or before in self._rules.definite):
                found.append("nothing says what is counted")
        elif noun is not None and value.noun is None and self._meant_to(scene, mention):
            found.append("a plan or rumour")
        if scene.kind in ("heading", "headline") and not any(part.role == "subject" for part in answer.parts):
            found.append("a heading without its subject")
        if value.type == "count" and self._is_share_or_change(statement, scene, mention):
            found.append("a part of something, or a change")
        if value.type == "count" and value.number == 1 and not value.text[:1].isdigit():
            found.append("one of many")
        if value.type == "date" and mention.side is None and not scene.heads:
            if set(value.text.casefold().split()) & set(self._rules.past):
                found.append("a date of an earlier time")
            if self._dated.given_up(scene):
                found.append("a plan that was given up")
            if not self._dated.beside(statement, scene, mention, answer):
                found.append("the cue is not beside the date")
        if value.type == "date" and self._happened.to_another(statement, scene, mention, answer):
            found.append("what happened to something else")
        if any(m.first <= mention.first and mention.last <= m.last for m in scene.entities if m.ids):
            found.append("part of a name")
        if noun is not None and noun.casefold() not in self._times and value.type == "count":
            counts = self._cues.counts(statement.property.id, noun) > 0
            cue_word = any(
                cue.start <= (value.noun_start or -1) < cue.end and cue.weight >= 0.5
                for cue in scene.cues.get(statement.property.id, ())
            )
            if not counts and not cue_word and not self._signals.counted.named(statement.property.id, scene, mention):
                found.append("another noun is counted")
        low, high = max(segment[0], mention.first - 12), min(segment[1], mention.last + 12)
        near = tokens[low : high + 1]
        plans = self._plans - self._dated.fixed(statement, scene, mention)
        if any(
            token.norm in plans and not (token.capital and token.index)
            for token in near
            if scene.sentence.cost(token.index, mention.first) < 0.35
            and not any(t.text in ",;" for t in tokens[mention.last + 1 : token.index])
        ):
            found.append("a plan or rumour")
        if self.denied(scene, mention, segment):
            found.append("a negation")
        dated = qualified.year == "own"  # "the previous edition, in 2024," says which one it was
        if not dated and any(
            self._is_other(scene, token.index)
            for token in tokens[max(0, mention.first - 10) : mention.first + 8]
            if not any(t.text in ";:" for t in tokens[mention.last + 1 : token.index])
            if value.type != "duration" or token.index != mention.first - 1  # "runs for another ten years"
        ):
            found.append("somebody else")
        if answer.rival and answer.score < WEIGHTS.second_subject:
            found.append("another subject is nearer")
        if value.type in ("count", "money", "percent"):
            own = self._evidence.times.clause_date(scene, mention)
            now = self._evidence.date
            if (
                own is not None
                and statement.valid is None
                and self._evidence.times.year_of(statement) is None
                and (now is None or not own.overlaps(now))
                and not self._dated.occasion(statement, own)
            ):
                found.append("a figure of another time")
            year = self._evidence.times.year_of(statement)
            behind = self._evidence.times.date_behind(scene, mention)
            same_year = year is not None and behind is not None and behind.overlaps(year)
            if not same_year and self.compared(scene, mention):
                found.append("a figure to compare with")
        if value.type in ("count", "ordinal") and self._restricted(statement, scene, mention):
            found.append("a restriction that the base does not know")
        found.extend(self._narrowing.find(statement, scene, mention, answer))
        found.extend(self._bygone.find(statement, scene, mention, answer))
        found.extend(self._framing.find(statement, scene, mention, answer))
        found.extend(self._beside.find(statement, scene, mention))
        if self._likened.is_other(scene, mention, answer):
            found.append("what it is compared with")
        if self._directed.goes_to(statement, scene, mention):
            found.append("what it went to")
        if self._deals.is_sum(statement, mention):
            found.append("the sum of an agreement")
        found.extend(self._scope.find(statement, scene, mention, qualified))
        if own_age(scene, mention, answer):
            found = [reason for reason in found if reason not in OF_OTHERS]
        return found

    def denied(self, scene: Scene, mention: ValueMention, segment: tuple[int, int]) -> bool:
        """Whether a negation beside a value denies it; nothing denied is supported either."""
        key = (scene.index, mention.first, segment)
        if key not in self._denied:
            low, high = max(segment[0], mention.first - 12), min(segment[1], mention.last + 12)
            share = mention.value.type == "percent"  # "7 percent of the graduates have no work"
            reach = 0.6 if share else 0.3
            self._denied[key] = any(
                token.norm in self._negations and (share or not self._denies_later(scene, mention, token.index))
                for token in scene.sentence.tokens[low : high + 1]
                if not self._hedges(scene, mention, token.start)
                if scene.sentence.cost(token.index, mention.first) < reach
            )
        return self._denied[key]

    @staticmethod
    def _hedges(scene: Scene, mention: ValueMention, start: int) -> bool:
        """Whether a negation is a part of the hedge of another value ("opened in 2014 with not yet 10,000")."""
        others = (v.value for v in scene.values if v is not mention)
        return any(v.hedge_start is not None and v.hedge_start <= start < v.start for v in others)

    def _denies_later(self, scene: Scene, mention: ValueMention, index: int) -> bool:
        """Whether a negation behind an amount denies what is said of it ("a loss of 5 million is not a disaster")."""
        between = scene.sentence.tokens[mention.last + 1 : index]
        if mention.value.type == "age":
            return any(t.text == "," for t in between)  # "Jansen, 39, is not jealous"
        if mention.value.type not in ("money", "percent", "quantity", "duration"):
            return False
        return any(t.text == "," or self._evidence.is_verb(t) for t in between)

    def _is_other(self, scene: Scene, index: int) -> bool:
        """Whether a word speaks of somebody else: "rival", or "mother" behind "her", "the" or a name's "'s"."""
        tokens = scene.sentence.tokens
        if tokens[index].norm not in self._rules.kin:
            return tokens[index].norm in self._others
        whose = (*self._rules.possessives, *self._rules.definite, "'s")
        return any(t.norm in whose for t in tokens[max(0, index - 2) : index])

    def _adds(self, scene: Scene) -> bool:
        """Whether a sentence tells of one more than there were ("opens its fifteenth shop", "wants a fourth title")."""
        rules = self._rules
        return any(
            t.norm in rules.changes or t.stem in self._changes or t.norm in rules.modals or t.norm in rules.plan_words
            for t in scene.sentence.tokens
        )

    def _meant_to(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a modal verb stands between the comma or semicolon before a value and the value."""
        for token in reversed(scene.sentence.tokens[: mention.first]):
            if token.text in (",", ";", ":"):
                return False
            if token.norm in self._rules.modals:
                return True
        return False

    def _new_clause(self, scene: Scene, index: int, position: int) -> bool:
        """Whether a clause with a verb of its own begins between two places ("..., and has won it three times")."""
        tokens = scene.sentence.tokens
        return any(
            tokens[i].text == ","
            and tokens[i + 1].norm in self._rules.coordinators
            and self._evidence.is_verb(tokens[i + 2])
            for i in range(min(index, position), max(index, position) - 2)
        )

    def _own_noun(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether what is counted is the property's own noun, another than the one before, and nothing narrows it.

        "640 medewerkers, onder wie 148 piloten" is all its pilots; "waaronder 14 tekeningen die ..." is not.
        """
        counted, prop = self._signals.counted, statement.property.id
        if not counted.named(prop, scene, mention):
            return False
        for other in scene.values:
            if other.last < mention.first and other.value.type == "count" and counted.named(prop, scene, other):
                return False
        tokens = scene.sentence.tokens
        after = scene.sentence.at(mention.value.noun_end - 1) + 1 if mention.value.noun_end else mention.last + 1
        following = tokens[after] if after < len(tokens) else None
        narrowed = (*self._rules.relatives, *self._rules.restrictors, *self._rules.partitives)
        between = tokens[mention.last + 1 : max(mention.last + 1, after - 1)]
        return (following is None or following.norm not in narrowed) and not any(
            t.norm in self._rules.parts for t in between
        )

    def _is_share_or_change(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is of a part, a capacity or a change: "Of the 9,000 pilots", "room for 90", "adds three"."""
        tokens = scene.sentence.tokens
        before = [t.norm for t in tokens[max(0, mention.first - 2) : mention.first]]
        if before and (before[-1] in self._rules.capacities or " ".join(before) in self._rules.capacities):
            return not self._signals.counted.held(statement.property.id, scene, mention)
        if before and before[-1] in self._rules.definite and any(v.last == mention.first - 3 for v in scene.values):
            return True  # "vier op de vijf vluchten"
        if len(before) == 2 and before[1] in self._rules.sharing and mention.first > 1:
            first = mention.first - 2
            if before[0] in self._rules.ones or any(v.last == first and v.value.type == "count" for v in scene.values):
                return True  # "one in five patients"
        prop, ellipsis = statement.property.id, self._signals.counted
        if ellipsis.is_whole(scene, mention):
            return False
        partitive = len(tokens) > 2 and tokens[0].norm in self._rules.partitives and tokens[1].norm in self._defined
        if partitive and (mention.first <= 3 or mention.value.noun is None):
            return mention.value.noun is not None or not ellipsis.predicated(prop, scene, mention)
        if ellipsis.is_part(scene, mention):
            return not ellipsis.predicated(prop, scene, mention)
        own = {i for c in scene.cues.get(prop, ()) if c.last > c.first for i in range(c.first, c.last + 1)}
        between = tokens[mention.last + 1 : mention.noun] if mention.noun is not None else ()
        narrowing = (*between, *tokens[mention.last + 1 : mention.last + 2])
        if any(t.norm in self._rules.parts and t.index not in own for t in narrowing):
            return True
        if any(m.how == "adjective" and mention.last < m.first < (mention.noun or 0) for m in scene.entities):
            return True  # "30 Belgian employees"
        near = tokens[max(0, mention.first - 6) : mention.last + 5]
        if self._is_traded(statement, scene, mention):
            return True
        counted = mention.last + 1 if mention.noun is None else mention.noun
        changing = [
            t.index
            for t in near
            if t.index != counted
            and (t.norm in self._rules.changes or t.stem in self._changes)
            and not any(o.norm in self._evidence.openers for o in tokens[mention.last + 1 : t.index])
        ]
        objects = [m.last for m in scene.entities if m.ids and m.how != "pronoun"]
        if self._evidence.occasions.of_statement(statement) is not None:
            return False  # nothing changes in a contest: who "added 12 points" has 12
        if self._evidence.type_of(statement.subject) == "project" and not any(t.norm in self._more for t in near):
            changing = [i for i in changing if tokens[i].norm not in self._rules.gaining]  # it adds all that it has
        # "opens the tower with six rooms": what changes is the tower, not its rooms.
        return any(not any(index < last < mention.first for last in objects) for index in changing)

    def _is_traded(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is what somebody buys or builds, and not what there is: "the construction of two"."""
        tokens = scene.sentence.tokens
        first = mention.first - 1
        if first > 0 and tokens[first].norm in self._rules.partitives:
            first -= 1
        last = (mention.last if mention.noun is None else mention.noun) + 1
        told = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        beside = [tokens[i] for i in (first, last) if 0 <= i < len(tokens) and i not in told]
        project = self._evidence.type_of(statement.subject) == "project"
        return not project and any(t.norm in self._rules.trades for t in beside)

    def _of_which(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is a part of one before it ("a budget of 186 million, of which X pays 42 million")."""
        tokens = scene.sentence.tokens
        kin = [v.last for v in scene.values if v.last < mention.first and v.value.type == mention.value.type]
        for i in range(kin[-1] + 1 if kin else mention.first, mention.first):
            of = (tokens[i - 1].norm in self._rules.partitives) or tokens[i].norm.endswith(self._rules.partitives)
            if of and tokens[i].norm in self._rules.part_relatives:
                return not any(c.first > i for c in scene.cues.get(statement.property.id, ()))
        return False

    def _until_then(self, scene: Scene) -> bool:
        """Whether the sentence ends what it says at a date gone by ("twelve rooms until 2018")."""
        now = self._evidence.date
        return now is not None and any(
            when.last < now.first and v.first > 0 and scene.sentence.tokens[v.first - 1].norm in self._rules.until
            for v, when in self._evidence.times.years(scene)
        )

    def _former(self, scene: Scene, start: int) -> bool:
        """Whether "old" or "former" stands right before a subject."""
        first = scene.sentence.at(start)
        in_value = any(v.first <= first - 1 <= v.last for v in scene.values)  # the "old" of an age
        return first > 0 and scene.sentence.tokens[first - 1].norm in self._was and not in_value

    def _conditional(self, scene: Scene, statement: Statement, mention: ValueMention) -> bool:
        """Whether a phrase narrows what is said: "In winter ...", "With panniers ...", "a ticket with audio tour"."""
        tokens = scene.sentence.tokens
        cues = scene.cues.get(statement.property.id, ())
        behind = mention.last + 1
        if mention.value.type == "duration" and behind < len(tokens) and tokens[behind].norm in self._rules.including:
            return not any(m.first in (behind + 1, behind + 2) and statement.subject in m.ids for m in scene.entities)
        for index in {c.last + 1 for c in cues if c.last + 2 < mention.first}:
            added = tokens[index].norm in self._rules.including
            # "a V8 with a displacement of 4 litres": what is added is what the property says.
            named = index + 2 if tokens[index + 1].norm in self._rules.articles else index + 1
            itself = any(m.first <= named <= m.last and statement.subject in m.ids for m in scene.entities)
            if added and not itself and not any(c.first == named for c in cues):
                return True
        moment = tokens[0].norm in self._rules.moments
        if not (moment or tokens[0].norm in self._rules.conditions) or len(tokens) < 3:
            return False
        if not moment and tokens[1].norm in self._rules.totals:
            # "In the sport mode Alpha has a range of 70 km": a frame of what is named behind it.
            told = any(m.how == "name" and m.first > 2 and statement.subject in m.ids for m in scene.entities)
            if mention.value.type != "quantity" or tokens[1].norm not in self._rules.definite or not told:
                return False
        if any(t.text == ";" for t in tokens[: mention.first]):
            return False
        owned = tokens[1].norm in (*self._rules.possessives, *self._rules.articles)
        if any(c.first == 1 + owned for c in cues):
            return False  # "With a jump of 4.66 metres", "Per resident 84 kilograms of waste"
        reach = tokens[1 + owned : 7]
        named_at = {m.first for m in scene.entities if m.first > 2}
        own = {c.first for c in scene.cues.get(statement.property.id, ())}
        end = next(
            (t.index for t in reach if t.text == "," or self._evidence.is_verb(t) or t.index in named_at | own),
            min(6, len(tokens)),
        )
        if mention.first < end:
            return False
        dated = any(v.first < end and v.value.type == "date" for v in scene.values)
        # Only a name that is the phrase itself: in "With panniers the Kade costs ..." the Kade is the subject.
        named = any(m.first <= 2 and (m.ids or m.how == "unknown") for m in scene.entities)
        return not dated and not named

    def _part_of_subject(self, scene: Scene, statement: Statement, answer: Answer, mention: ValueMention) -> bool:
        """Whether the sentence speaks of a part of the subject: "De verfafdeling van X", "X's café"."""
        tokens = scene.sentence.tokens
        own = scene.cues.get(statement.property.id, [])
        telling = {i for c in own for i in range(c.first, c.last + 1)}
        telling |= {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        stands = self._evidence.subjects.strangers.stands_for
        telling |= {m.last for m in scene.entities if m.how == "noun" and stands(statement, scene, m)}
        nth = mention.value.type in ("date", "duration")  # "the first phase of the works" is a part of them
        telling |= {v.noun for v in scene.values if v.noun is not None and not (nth and v.value.type == "ordinal")}
        for part in answer.parts:
            if part.role != "subject":
                continue
            first, last = scene.sentence.at(part.start), scene.sentence.at(part.end - 1)
            index = first - 1
            while index > 0 and tokens[index].norm in self._evidence.articles:
                index -= 1
            inside = index == 2 and tokens[index].norm in self._restrictors  # "The café on the ferry"
            if index > 0 and (inside or tokens[index].norm in self._rules.partitives):
                head = tokens[index - 1]
                mentioned = {i for m in scene.entities for i in range(m.first, m.last + 1)}
                before = tokens[max(0, index - 3) : index - 1]
                article = any(t.norm in self._evidence.articles for t in before) and not any(
                    t.index in mentioned for t in before
                )
                opening = head.index == 0
                plain = head.text.isalpha() and (head.text.islower() or opening)
                plain = plain and head.norm not in self._evidence.prepositions  # "took over from", "nam het over van"
                if (article or opening) and plain and head.index not in telling:
                    return True
            if last + 2 < len(tokens) and tokens[last + 1].norm in self._rules.including and last + 2 != mention.first:
                return True  # "X with training and service"; "X with twelve rooms" has them
            if last + 2 < len(tokens) and tokens[last + 1].norm == "'s":
                owned = tokens[last + 2].norm in self._rules.parts and last + 3 < len(tokens)  # "X's own contract"
                head = tokens[last + 3 if owned else last + 2]
                if head.text.isalpha() and head.text.islower() and head.index not in telling:
                    return True
        return False

    def _elsewhere(self, scene: Scene, statement: Statement, mention: ValueMention, qualified: Qualified) -> bool:
        """Whether the sentence opens with a place that the statement does not name ("In die stad heeft X 30 ...")."""
        tokens = scene.sentence.tokens
        if (
            mention.value.type not in ("count", "money", "percent")
            or tokens[0].norm not in self._rules.place_prepositions
        ):
            return False
        places = [m for m in scene.entities if m.first in (1, 2) and m.how in ("name", "noun", "country", "unknown")]
        named = {part.start for part in qualified.parts}
        family = self._evidence.related(statement.subject) | self._evidence.tied(statement.subject)
        return any(
            m.last < mention.first
            and not any(t.text == ";" for t in tokens[m.last : mention.first])
            and m.start not in named
            and statement.subject not in m.ids
            and (
                m.how in ("country", "unknown")
                or any(self._evidence.type_of(i) == "place" for i in m.ids)
                or not family & set(m.ids)
            )
            for m in places
        )

    def _age_then(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether an age is one that somebody had: "was 19 when she left", "toen hij 12 was"."""
        tokens = scene.sentence.tokens
        before = tokens[max(0, mention.first - 3) : mention.first]
        had = [t.index for t in before if t.norm in self._had]
        if had and not any(t.text == "," for t in tokens[had[-1] : mention.first]):
            return True
        return mention.last + 1 < len(tokens) and tokens[mention.last + 1].norm in self._had

    def _later_one(self, scene: Scene, answer: Answer) -> bool:
        """Whether an ordinal before the subject makes it another one ("the second Zephyr")."""
        for part in answer.parts:
            if part.role == "subject":
                first = scene.sentence.at(part.start)
                for v in scene.values:
                    later = v.value.type == "ordinal" and v.value.number != 1
                    before = scene.sentence.tokens[v.first - 1].norm if v.first else ""
                    if later and v.last in (first - 1, first - 2) and before in self._evidence.articles:
                        return True
        return False

    def _of_later_one(self, scene: Scene, statement: Statement) -> bool:
        """Whether an ordinal makes what signals the property another one ("the second cable is 91 kilometres long")."""
        later = {v.last for v in scene.values if v.value.type == "ordinal" and v.value.number != 1 and v.first > 0}
        defined = {i for i in later if scene.sentence.tokens[i - 1].norm in self._evidence.articles}
        return any(c.first - 1 in defined for c in scene.cues.get(statement.property.id, ()))

    def compared(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is what another one of its kind is compared with ("412 miljoen, tegen 385 miljoen")."""
        tokens = scene.sentence.tokens
        bare = mention.value.type == "count" and mention.value.noun is None  # "182,000 tonnes, up from 171,000"
        kinds = {mention.value.type, *(("quantity", "money", "percent") if bare else ())}
        kin = [v for v in scene.values if v is not mention and v.value.type in kinds]
        following = min((v.first for v in kin if v.first > mention.last), default=len(tokens))
        after = [t.norm for t in tokens[mention.last + 1 : min(mention.last + 7, following)]]
        if any(word in self._earlier for word in after):
            return True
        directly = tokens[mention.first - 1].norm if mention.first else ""
        if any(directly == start and end in after[:2] for start, end in self._rules.routes):
            return True
        if any(directly == start for start, _ in self._rules.routes) and any(
            v.last < mention.first and mention.first - v.last <= 3 and _alike(v, mention) for v in kin
        ):
            return True
        before = [t.norm for t in tokens[max(0, mention.first - 3) : mention.first]]
        return any(word in self._comparisons for word in before) and any(
            v.last < mention.first and mention.first - v.last < 25 for v in kin
        )

    def _ends(self, scene: Scene, index: int) -> bool:
        """Whether a clause ends with a word."""
        tokens = scene.sentence.tokens
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        return after is None or after.text in ".,;:!?" or after.norm in self._rules.coordinators

    def _restricted(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a phrase right after the counted noun narrows it ("op zandondergrond", "at home")."""
        if self._signals.counted.is_whole(scene, mention):
            return False
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if mention.value.noun_end is not None and mention.value.noun_end > mention.end:
            after = scene.sentence.at(mention.value.noun_end - 1) + 1
        known = {
            index
            for cues in (scene.cues.get(statement.property.id, ()),)
            for cue in cues
            for index in range(cue.first, cue.last + 1)
        }
        while after < len(tokens) and after in known:
            after += 1
        if after >= len(tokens) or tokens[after].norm not in self._restrictors:
            return False
        if tokens[after].norm in self._rules.prepositions and self._ends(scene, after):
            return False  # "leverde 128 woningen op en ...": a particle of the verb
        stop = min(len(tokens), after + 4)
        for index in range(after + 1, stop):
            if index in known:
                return False
            if tokens[index].norm in self._evidence.owners and index + 1 < len(tokens):
                if tokens[index + 1].norm in self._rules.credits:
                    return False  # "two albums to her name"
                continue
            if any(m.first <= index <= m.last and m.how != "unknown" for m in scene.entities):
                return False
            if any(v.first <= index <= v.last for v in scene.values):
                return False
            if tokens[index].norm in self._rules.articles or not tokens[index].text[0].isalnum():
                continue
            words = {w.casefold() for w in statement.where.values()}
            return tokens[index].norm not in words
        return False


def _alike(one: ValueMention, two: ValueMention) -> bool:
    """Whether two numbers may count the same ("from 12 to 14 shops", not "612 athletes from 19 countries")."""
    nouns = {v.value.noun for v in (one, two)}
    return None in nouns or len(nouns) == 1
