"""On which day an event is, by what somebody does at it: "On 27 September he won the classic", "rijdt op 3 mei de cup".

Nothing but the doing, names and small words may stand between the day and the event, so that neither its ticket sale
nor its qualifier is meant.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.comparing import as_coarse, read_period
from checker.data import Table, load_packaged, packaged
from checker.factbase.model import Moment
from checker.languages import tenures
from checker.period import Period
from checker.report import Part, Repair, Verdict
from checker.wording import show_period, value_json, weekday_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.report import Finding
    from checker.verdicts import Judgement

    Judged = tuple[ValueMention, Judgement]

_NAMED = ("name", "part", "discouraged")
_MONTH = 7
"""How long a month is, which is the least that says a day."""
_NEAR = 45
"""How many days off the day of an event may be to be a slip; what is farther off is about something else."""
_REACH = 9
"""How many words may stand between a day and its event."""
_CONFIDENCE = 0.75


class Words(Table):
    """The file `doings.yaml` of a language; see there."""

    verbs: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


@cache
def _words(language: str) -> Words:
    if not packaged("languages", language, "doings.yaml").is_file():
        return Words()
    return load_packaged(Words, "languages", language, "doings.yaml")


class EventDays:
    """Judges the days of what is done at events in one document."""

    def __init__(self, base: FactBase, evidence: Evidence, explainer: Explainer) -> None:
        """Collect the days of the events."""
        self._evidence = evidence
        self._explain = explainer
        self._words = _words(evidence.language)
        self._days: dict[str, list[tuple[Statement, Period]]] = {}
        for event, entity in base.entities.items():
            if entity.type == "event":
                for other in evidence.related(event):
                    self._days.setdefault(other, []).extend(_days_of(base, event))
        rules, words = evidence.rules, tenures(evidence.language)
        small = (*rules.auxiliaries, *rules.modals, *words.adverbs, *rules.since, *evidence.articles, *self._words.at)
        self._small = frozenset((*small, *evidence.prepositions, *weekday_names())) - frozenset(rules.plan_words)

    def find(self, scene: Scene, judged: Sequence[Judged]) -> Iterator[Finding]:
        """Yield the findings of a sentence whose values were judged already."""
        if not self._days or not self._words.verbs or scene.heads:
            return
        days = [m for m, _ in judged if m.value.type == "date" and len(m.value.date or "") >= _MONTH]
        mention = next((m for m, j in judged if m in days and j.verdict is Verdict.UNVERIFIED), None)
        if mention is None or len(days) > 1 or mention.side is not None or mention.value.hedge != "exact":
            return
        when = read_period(mention.value.date)
        events = [m for m in scene.entities if m.how in _NAMED and set(m.ids) & set(self._days)]
        if when is None or len({m.ids for m in events}) != 1 or not self._joined(scene, mention, events[0]):
            return
        known = [pair for event in events[0].ids for pair in self._days.get(event, ())]
        right = next((pair for pair in known if pair[1].overlaps(when)), None)
        near = [pair for pair in known if _apart(pair[1], when) <= _NEAR]
        if right is not None:
            yield self._finding(scene, mention, events[0], *right, right=True)
        elif len(near) == 1:
            yield self._finding(scene, mention, events[0], *near[0], right=False)

    def _joined(self, scene: Scene, date: ValueMention, event: EntityMention) -> bool:
        """Whether a clause says that somebody does something at an event on a day, and nothing else."""
        tokens = scene.sentence.tokens
        after = tokens[event.last + 1] if event.last + 1 < len(tokens) else None
        index = event.first - 1
        while index >= 0 and tokens[index].norm in self._evidence.articles:
            index -= 1
        before = tokens[index].norm if index >= 0 else ""
        if before in self._evidence.prepositions and before not in self._words.at:
            return False
        ahead = date.last < event.first
        closing = after is None or not after.text[0].isalnum() or after.norm in self._evidence.prepositions
        closing = closing or after is None or after.norm in (*self._words.verbs, *self._evidence.rules.coordinators)
        if ahead and not closing:
            return False  # "the Alpha Cup draw"
        if ahead and after is not None and after.norm in self._evidence.rules.partitives:
            return False
        low, high = (date.last + 1, event.first) if ahead else (event.last + 1, date.first)
        if high - low > _REACH:
            return False
        people = {i for m in scene.entities if self._somebody(m) for i in range(m.first, m.last + 1)}
        plain = [t for t in tokens[low:high] if t.index not in people]
        if plain and plain[0].text == "," and ahead:
            plain = plain[1:]
        if any(t.norm not in self._small and t.norm not in self._words.verbs for t in plain):
            return False
        verbs = [t for t in plain if t.norm in self._words.verbs]
        if not verbs:
            verbs = [
                t for t in tokens[:low] if t.norm in self._words.verbs and self._leads(scene, t.index, min(low, high))
            ]
        return len(verbs) == 1 and bool(people)

    def _leads(self, scene: Scene, verb: int, end: int) -> bool:
        """Whether nothing but small words and names stands between a verb and what follows it."""
        tokens = scene.sentence.tokens
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        named |= {i for v in scene.values for i in range(v.first, v.last + 1)}
        return all(t.norm in self._small or t.index in named for t in tokens[verb + 1 : end])

    def _somebody(self, mention: EntityMention) -> bool:
        return mention.how == "pronoun" or any(self._evidence.type_of(i) in ("person", "team") for i in mention.ids)

    def _finding(
        self,
        scene: Scene,
        mention: ValueMention,
        event: EntityMention,
        statement: Statement,
        day: Period,
        *,
        right: bool,
    ) -> Finding:
        own = show_period(as_coarse(day, mention.value), self._explain.language)
        plain = mention.value.text[:1].isdigit() and not day.is_interval
        return self._explain.finding(
            Verdict.SUPPORTED if right else Verdict.CONTRADICTED,
            scene,
            statement,
            mention.start,
            mention.end,
            key="supported" if right else "contradicted",
            expected=show_period(day, self._explain.ui),
            expected_value={"type": "date", "date": day.edtf},
            claimed_value=value_json(mention.value),
            parts=(Part("subject", event.text, event.start, event.end),),
            repairs=(Repair(mention.start, mention.end, own),) if plain and not right else (),
            confidence=_CONFIDENCE,
        )


def _days_of(base: FactBase, event: str) -> Iterator[tuple[Statement, Period]]:
    """Yield when an event is, by its date or by its first and last day."""
    for statement in base.facts_of(event, "date"):
        if isinstance(statement.value, Moment):
            yield statement, statement.value.period
    ends = {
        (tuple(s.where.items())): s.value.period for s in base.facts_of(event, "end") if isinstance(s.value, Moment)
    }
    for statement in base.facts_of(event, "start"):
        if isinstance(statement.value, Moment):
            first = statement.value.period
            last = ends.get(tuple(statement.where.items()), first)
            yield (
                statement,
                Period(f"{first.edtf}/{last.edtf}" if last != first else first.edtf, first.first, last.last),
            )


def _apart(one: Period, other: Period) -> int:
    """Return how many days lie between two times."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)
