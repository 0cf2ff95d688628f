"""What forbids an alarm about a value, however well it seems to be linked; nothing here forbids support.

Each reason is a way in which a true text can give another figure than the base: another noun is counted, a plan, a
part, a change, another time, somebody else, a restriction that the base does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.distortions import is_beyond
from checker.evidence.belonging import Belonging
from checker.evidence.dated import Dated
from checker.evidence.own_age import OF_OTHERS, of_another, own_age
from checker.evidence.siblings import UNNAMED
from checker.mentions.cues import NOUN_WEIGHT
from checker.mentions.results import in_a_row
from checker.vetoes.aged_then import aged_then, never_yet
from checker.vetoes.aimed import Aimed
from checker.vetoes.antecedents import Antecedents
from checker.vetoes.beside import Beside
from checker.vetoes.bygone import Bygone
from checker.vetoes.compared import Compared
from checker.vetoes.conditions import Conditions
from checker.vetoes.contracted import Contracted
from checker.vetoes.deals import Deals
from checker.vetoes.denial import Denial
from checker.vetoes.directed import Directed
from checker.vetoes.framing import Framing
from checker.vetoes.happened import Happened
from checker.vetoes.lengths import Lengths
from checker.vetoes.likened import Likened
from checker.vetoes.located import Located
from checker.vetoes.narrowing import Narrowing
from checker.vetoes.partly import Partly
from checker.vetoes.parts import Parts
from checker.vetoes.scope import Scope
from checker.vetoes.series import Series
from checker.vetoes.set_apart import SetApart
from checker.vetoes.squads import Squads
from checker.vetoes.tallies import Tallies
from checker.vetoes.variants import Variants
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.evidence.qualifiers import Qualified
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.linking.signals import Signals
    from checker.mentions import Scene, ValueMention
    from checker.mentions.cues import CueIndex


ANOTHER_NOUN = "another noun is counted"
_SHORT = 2
_NARROWED = frozenset(
    {
        "a part of the subject",
        "a condition that the base does not know",
        "a restriction that the base does not know",
        "one of several",
    }
)
"""What the words of a qualifier may be, where the base has a figure for just that ("the first season of ...")."""


class Vetoes:
    """Finds the reasons against alarms in one document."""

    def __init__(self, evidence: Evidence, cues: CueIndex, signals: Signals) -> None:
        """Collect the closed classes of the language.

        `denial` and `compared` are of use to others, too.
        """
        self._evidence = evidence
        self._cues = cues
        self._signals = signals
        rules = evidence.rules
        self._rules = rules
        self._times = frozenset(rules.times)
        self._plans = frozenset(rules.plan_words)
        self._others = frozenset(rules.others)
        self._narrowing = Narrowing(evidence)
        self._bygone = Bygone(evidence)
        self._likened = Likened(evidence)
        self._deals = Deals(evidence)
        self._directed = Directed(evidence)
        self._framing = Framing(evidence)
        self._scope = Scope(evidence)
        self._dated = Dated(evidence)
        self._beside = Beside(evidence)
        self._partly = Partly(evidence)
        self._tallies = Tallies(evidence)
        self._antecedents = Antecedents(evidence)
        self._parts = Parts(evidence, signals)
        self._belonging = Belonging(evidence)
        self._set_apart = SetApart(evidence)
        self._located = Located(evidence)
        self._contracted = Contracted(evidence)
        self._aimed = Aimed(evidence)
        self._conditions = Conditions(evidence, signals)
        self._lengths = Lengths(evidence)
        self._series = Series(evidence)
        self._variants = Variants(evidence)
        self._squads = Squads(evidence)
        self.denial = Denial(evidence)
        self.compared = Compared(evidence)
        self._happened = Happened(evidence)
        self._was = frozenset(rules.past) - frozenset((*rules.verbs, *rules.auxiliaries))
        self._had = frozenset(rules.past) & frozenset((*rules.verbs, *rules.auxiliaries))
        self._rises = frozenset(stem(word, evidence.language) for word in rules.rises)
        self._more = frozenset(rules.differences)
        self._each = frozenset(word for word in rules.rates if len(word) > _SHORT and word != "per")

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
        if self._parts.part_of_subject(scene, statement, answer, mention):
            found.append("a part of the subject")
        found.extend(self._belonging.find(statement, scene, mention, answer.parts))
        found.extend(self._set_apart.find(statement, scene, mention))
        found.extend(self._contracted.find(statement, scene, mention, answer))
        if self._aimed.is_aim(statement, scene, mention):
            found.append("a plan or rumour")
        if self._located.is_elsewhere(statement, scene, mention):
            found.append("a place that the base does not know of")
        if self._located.is_sourced(statement, scene, mention):
            found.append("a part of something")
        if self._conditions.elsewhere(scene, statement, mention, qualified):
            found.append("a place that the base does not know of")
        label = {word for words in statement.property.label.values() for word in words.casefold().split()}
        if not label & {*self._rules.rates} and any(t.norm in self._each for t in tokens[: mention.first]):
            found.append("a figure for each")
        if value.type == "duration":
            found.extend(self._lengths.find(statement, scene, mention))
        if value.type == "age" and of_another(self._evidence, scene, mention):
            found.append("the age of somebody else")
        then = aged_then(self._evidence, scene, mention) and not never_yet(self._evidence, scene, statement, mention)
        if value.type == "age" and (then or self._age_then(scene, mention)):
            found.append("an age of an earlier time")
        if statement.property.type == value.type == "ordinal" and self._signals.ranks.of_another(
            statement, scene, mention
        ):
            found.append("somebody else")
        placings = self._signals.placings
        if value.role == "rank" and (
            placings.is_another(statement, scene, mention) or placings.names_another(statement, scene, mention)
        ):
            found.append("a place in another list")
        if value.role == "rank" and placings.on_the_way(statement, scene):
            found.append("a place on the way")
        if value.type == "ordinal" and statement.property.type == "count" and self._series.adds(scene):
            found.append("one more than there were")
        later = value.type == "date" and self._series.later_one(scene, answer)
        if later or (value.type != "ordinal" and self._series.of_later_one(scene, statement)):
            found.append("another one of a series")
        if statement.property.type == "duration" and self._dated.partly(statement, scene, mention):
            found.append("how long it has been so far")
        if (
            qualified.finer
            and value.type in ("count", "money", "percent")
            and not self._dated.in_its_days(statement, scene)
        ):
            found.append("a part of the year")
        if value.type not in ("age", "date") and self._conditions.conditional(scene, statement, mention):
            found.append("a condition that the base does not know")
        if (
            mention.first
            and value.type != "percent"
            and tokens[mention.first - 1].norm in self._rules.by
            and any(t.norm in self._rules.rises or t.stem in self._rises or t.norm in self._more for t in tokens)
        ):
            found.append("a change")
        changing = self._signals.changing
        of_level = value.type == "percent" and not changing.is_of(statement.property.id)
        if of_level and changing.is_change(scene, mention):
            found.append("a change")
        if any(part.role == "subject" and self._former(scene, part.start) for part in answer.parts):
            found.append("an earlier one")
        if tokens[-1].text == "?" and not self.denial.presupposed(scene, mention):
            found.append("a question")
        if is_beyond(value, statement.value, named=any(part.role == "subject" for part in answer.parts)):
            found.append("another order of magnitude")
        if value.type != "date" and self._until_then(scene):
            found.append("what was so until then")
        if statement.valid is not None and value.type in ("count", "money", "percent", "duration", "quantity"):
            inside = {i for v in scene.values for i in range(v.first, v.last + 1)}
            was = [t for t in tokens if t.norm in self._was and t.index not in inside]
            was = [t for t in was if not self._is_one_of_two(scene, t.index)]
            was = [t for t in was if not self._new_clause(scene, t.index, mention.first)]
            if any(scene.sentence.cost(t.index, mention.first) < 0.35 for t in was):
                found.append("what was")
        if qualified.unstated:
            found.append(UNNAMED)
        following = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        kin = any(v is not mention and v.value.type == value.type for v in scene.values)
        if following in self._rules.differences or (kin and following in self._rules.beyond):
            found.append("a difference")
        part = any(
            t.norm in self._rules.part_relatives
            and not (t.index == mention.first - 2 and self._is_subject(scene, t.index))
            for t in tokens[max(0, mention.first - 2) : mention.first]
        )
        own_cues = scene.cues.get(statement.property.id, [])
        if (
            part
            and not self._parts.own_noun(statement, scene, mention)
            and not any(
                c.weight == 1.0 and self._evidence.times.adjoins(scene, mention, c.first, c.last) for c in own_cues
            )
        ):
            found.append("a part of something")
        if self._parts.of_which(statement, scene, mention):
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
            same |= statement.property.id in self._signals.counted.pointed(scene, mention)
            if not (follows or said or same) and (not beside or before in self._rules.definite):
                found.append("nothing says what is counted")
        elif noun is not None and value.noun is None and self._meant_to(scene, mention):
            found.append("a plan or rumour")
        if scene.kind in ("heading", "headline") and not any(part.role == "subject" for part in answer.parts):
            found.append("a heading without its subject")
        if value.type == "count" and self._parts.is_share_or_change(statement, scene, mention):
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
        if value.type != "age" and self._happened.to_another(statement, scene, mention, answer):
            found.append("what happened to something else")
        if any(
            m.first <= mention.first and mention.last <= m.last for m in scene.entities if m.ids and m.how != "noun"
        ):
            found.append("part of a name")
        nth = value.type == "ordinal" and value.role == "nth" and statement.property.type == "ordinal"
        if nth and noun is None and not any(c.first == mention.last + 1 for c in own_cues):
            found.append("nothing says what is counted")
        if noun is not None and noun.casefold() not in self._times and (value.type == "count" or nth):
            counts = self._cues.counts(statement.property.id, noun) > 0
            cue_word = any(
                cue.start <= (value.noun_start or -1) < cue.end and cue.weight >= 0.5
                for cue in scene.cues.get(statement.property.id, ())
            )
            doing = noun.casefold() in self._rules.anybody and self._signals.done_by(
                statement.property.id, scene, mention
            )
            if (
                not counts
                and not cue_word
                and not doing
                and not self._signals.counted.named(statement.property.id, scene, mention)
            ):
                found.append(ANOTHER_NOUN)
        low, high = max(segment[0], mention.first - 12), min(segment[1], mention.last + 12)
        near = tokens[low : high + 1]
        plans = self._plans - self._dated.fixed(statement, scene, mention)
        within = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}  # "The harbour plan costs"
        if any(
            token.norm in plans and not (token.capital and token.index) and token.index not in within
            for token in near
            if token.index > mention.last or not self.denial.presupposed(scene, mention)
            if scene.sentence.cost(token.index, mention.first) < 0.35
            and not any(t.text in ",;" for t in tokens[mention.last + 1 : token.index])
        ):
            found.append("a plan or rumour")
        labelled = value.type == "duration" and any(c.first == mention.last + 1 for c in own_cues)
        if not labelled and self.denial.denies(scene, mention, segment):
            found.append("a negation")
        dated = qualified.year == "own"  # "the previous edition, in 2024," says which one it was
        if not dated and any(
            self._is_other(scene, token.index, aged=value.type == "age")
            for token in tokens[self._reach_back(scene, mention) : mention.first + 8]
            if not any(t.text in ";:" for t in tokens[mention.last + 1 : token.index])
            if not mention.first <= token.index <= mention.last  # the "old" of an age
            if value.type != "duration" or token.index != mention.first - 1  # "runs for another ten years"
        ):
            found.append("somebody else")
        if value.text.casefold() in label:
            found.append("part of a name")  # the "thirty" of a "share under thirty"
        if value.type == "count" and self._evidence.qualifiers.numbers(scene, mention):
            found.append("part of a name")  # the "2" of "season 2"
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
            if not same_year and self.compared.is_old(scene, mention):
                found.append("a figure to compare with")
        undated = statement.valid is None and self._evidence.times.year_of(statement) is None
        whose = any(
            statement.subject in m.ids and 0 < m.first - mention.last <= 3 for m in scene.entities
        )  # "against eight days with the old model"
        if value.type in ("quantity", "duration") and undated and not whose and self.compared.is_old(scene, mention):
            found.append("a figure to compare with")
        streak = value.type == "ordinal" and mention.noun is not None
        streak = streak and in_a_row(tokens, mention.noun or 0, self._evidence.language)  # there are never more of them
        if value.type in ("count", "ordinal") and not streak and self._conditions.restricted(statement, scene, mention):
            found.append("a restriction that the base does not know")
        found.extend(self._narrowing.find(statement, scene, mention, answer))
        found.extend(self._bygone.find(statement, scene, mention, answer))
        found.extend(self._variants.find(statement, scene, mention, answer))
        found.extend(self._framing.find(statement, scene, mention, answer))
        found.extend(self._beside.find(statement, scene, mention))
        found.extend(self._partly.find(statement, scene, mention))
        found.extend(self._tallies.find(statement, scene, mention))
        found.extend(self._antecedents.find(statement, scene, mention, answer))
        if self._squads.is_other(statement, scene, mention):
            found.append("somebody else")
        if self._likened.is_other(scene, mention, answer):
            found.append("what it is compared with")
        if self._directed.goes_to(statement, scene, mention):
            found.append("what it went to")
        if statement.property.id == "born" and value.type == "date" and self._is_birthday(scene):
            found.append("the date of a birthday")
        if statement.property.id == "contract_until" and self._is_past(scene, mention):
            found.append("when it was signed")
        if self._deals.is_sum(statement, mention):
            found.append("the sum of an agreement")
        found.extend(self._scope.find(statement, scene, mention, qualified))
        if qualified.worded:
            found = [reason for reason in found if reason not in _NARROWED]
        if own_age(self._evidence, scene, mention, answer):
            found = [reason for reason in found if reason not in OF_OTHERS]
        return found

    def _reach_back(self, scene: Scene, mention: ValueMention) -> int:
        """Return from where on a word for somebody else speaks of a value: from its sentence's beginning, unnamed."""
        named = any(m.explicit and m.ids and m.first < mention.first for m in scene.entities)
        return max(0, mention.first - 10) if named or mention.value.type == "date" else 0

    def _is_one_of_two(self, scene: Scene, index: int) -> bool:
        """Whether a word stands for somebody whom the base knows: "the former" of two, before a verb."""
        stands = any(m.first == index and m.ids and m.how == "noun" for m in scene.entities)
        return stands and self._evidence.is_verb(scene.sentence.tokens[min(index + 1, len(scene.sentence.tokens) - 1)])

    def _is_past(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a date is over, and no word before it says that something held until then."""
        now, tokens = self._evidence.date, scene.sentence.tokens
        when = next((period for v, period in self._evidence.times.years(scene) if v is mention), None)
        if now is None or when is None or when.last >= now.first:
            return False
        return not any(t.norm in self._rules.until for t in tokens[max(0, mention.first - 3) : mention.first + 1])

    def _is_birthday(self, scene: Scene) -> bool:
        """Whether a sentence tells of the birthday of an age: "her 30th birthday in 2018"."""
        words, tokens = self._rules.birthdays, scene.sentence.tokens
        return any(
            v.value.type in ("age", "ordinal") and any(t.norm in words for t in tokens[v.last + 1 : v.last + 2])
            for v in scene.values
        )

    def _is_other(self, scene: Scene, index: int, *, aged: bool) -> bool:
        """Whether a word speaks of somebody else: "rival", or "mother" behind "her", "the" or a name's "'s"."""
        tokens = scene.sentence.tokens
        if aged and any(v.first <= index <= v.last and v.value.type == "date" for v in scene.values):
            return False  # "vorige week 46 geworden"
        if self._is_one_of_two(scene, index):
            return False
        named = (m for m in scene.entities if m.first == index + 1 and m.ids and m.how in ("name", "part"))
        if tokens[index].norm in self._rules.kin and any(named):
            return False  # "his mother Anna Berg": somebody with a name of her own
        if tokens[index].norm not in self._rules.kin:
            return tokens[index].norm in self._others
        whose = (*self._rules.possessives, *self._rules.definite, "'s")
        return any(t.norm in whose for t in tokens[max(0, index - 2) : index])

    def _is_subject(self, scene: Scene, index: int) -> bool:
        """Whether a relative word is the subject of the verb behind it ("which has 310 people")."""
        tokens = scene.sentence.tokens
        alone = index > 0 and tokens[index - 1].text == "," and not tokens[index].norm.endswith(self._rules.partitives)
        return alone and self._evidence.is_verb(tokens[index + 1])

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

    def _age_then(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether an age is one that somebody had: "was 19 when she left", "toen hij 12 was"."""
        tokens = scene.sentence.tokens
        before = tokens[max(0, mention.first - 3) : mention.first]
        had = [t.index for t in before if t.norm in self._had]
        if had and not any(t.text == "," for t in tokens[had[-1] : mention.first]):
            return True
        return mention.last + 1 < len(tokens) and tokens[mention.last + 1].norm in self._had
