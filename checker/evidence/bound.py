"""Until when somebody is bound: "signed on until 2029", "ligt vast tot eind 2029", "the contract expires on 30 June".

What binds is the end of a person's contract, a date of a team's own that is an end ("sponsorship until"), or the end of
a relation of two things that both stand in the sentence. A date that is the end of nothing in it is wrong.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.comparing import as_coarse, read_period
from checker.data import Table, load_packaged, packaged
from checker.factbase.model import Moment, Reference
from checker.mentions.events import is_end
from checker.period import parse
from checker.report import Part, Repair, Verdict
from checker.wording import show_period, value_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.setting import Setting
    from checker.explain import Explainer
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.period import Period
    from checker.report import Finding

CONTRACT = "contract_until"
"""The property of until when a person has signed."""
_BOUND = frozenset({"person", "team", "organisation", "company", "event", "agreement"})
_SIDES = frozenset({"team", "organisation", "company"})
_REACH = 12
"""How many words may stand between what binds and the date."""
_CONFIDENCE = 0.8
_STOPS = frozenset((",", ";", ":", '"', "“", "”"))


class Words(Table):
    """The file `binding.yaml` of a language; see there."""

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    staying: tuple[str, ...] = ()
    """Verbs that bind only together with whom or what somebody stays with."""
    describing: tuple[str, ...] = ()
    """What may stand before a noun that binds, and makes it no other one."""
    small: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """What makes it another end, or none."""
    may: tuple[str, ...] = ()
    """What makes a date one that an agreement may have."""
    permits: tuple[str, ...] = ()
    """What is granted until a date, beside contracts."""
    tying: tuple[str, ...] = ()
    """Verbs by which somebody is bound to something."""
    concluding: tuple[str, ...] = ()
    """What is done with an agreement when it begins, and might be taken for its end ("was concluded in 2023")."""
    replacing: tuple[str, ...] = ()
    """Words behind which an earlier agreement is named."""


@cache
def binding_words(language: str) -> Words:
    """Return the words of contracts in a language."""
    if not packaged("languages", language, "binding.yaml").is_file():
        return Words()
    return load_packaged(Words, "languages", language, "binding.yaml")


def not_agreed(setting: Setting, scene: Scene, date: ValueMention) -> bool:
    """Whether a clause speaks of a contract that is offered, refused or wished for, or of one with somebody else."""
    tokens, words = scene.sentence.tokens, binding_words(setting.language)
    low, high = _clause(scene, date.first, date.last)
    if any(t.norm in words.against for t in tokens[low : high + 1]):
        return True
    if any(m.how == "unknown" and tokens[m.first - 1].norm in words.with_ for m in scene.entities if low < m.first):
        return True
    plain = frozenset((*words.describing, *words.small, *setting.articles, *setting.prepositions, *words.verbs))
    named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
    named |= {i for v in scene.values for i in range(v.first, v.last + 1)}
    return any(  # "a shoe deal until 2027"
        t.norm in words.nouns and tokens[t.index - 1].text.islower() and tokens[t.index - 1].norm not in plain
        for t in tokens[max(1, low) : high + 1]
        if t.index - 1 not in named and not setting.is_verb(tokens[t.index - 1])
    )


def _clause(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Return the clause around some tokens: up to the commas and stops around them."""
    tokens = scene.sentence.tokens
    while first > 0 and tokens[first - 1].text not in _STOPS:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in _STOPS:
        last += 1
    return first, last


class Bound:
    """Judges the ends of contracts and agreements in one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer) -> None:
        """Collect what ends on a date that the base knows."""
        self._evidence = evidence
        self._explain = explainer
        self._words = binding_words(evidence.language)
        rules = evidence.rules
        self._until = frozenset(rules.until)
        self._ends: dict[str, list[tuple[Statement, Period]]] = {}
        """The ends of what binds somebody alone."""
        self._pairs: list[tuple[frozenset[str], Statement, Period | None]] = []
        """The two sides of what binds them, with its end."""
        for statement in evidence.base.statements:
            own = statement.property.id == CONTRACT or is_end(statement.property)
            if own and isinstance(statement.value, Moment):
                self._ends.setdefault(statement.subject, []).append((statement, statement.value.period))
            elif isinstance(statement.value, Reference) and statement.valid is not None:
                sides = frozenset({statement.subject, statement.value.id})
                kinds = {evidence.type_of(side) for side in sides}
                if len(sides) == 2 and kinds <= _BOUND - {"person"}:
                    self._pairs.append((sides, statement, _last(statement.valid)))
        closed = (*self._words.small, *self._words.describing, *self._words.verbs)
        closed = (*closed, *self._words.staying, *rules.since, *rules.until, *rules.articles, *rules.definite)
        self._closed = frozenset((*closed, *rules.auxiliaries, *self._words.ending))
        doubts = (*self._words.against, *rules.negations, *rules.hypotheses, *rules.others, *rules.past)
        doubts = (*doubts, *rules.plan_words)
        self._against = frozenset(doubts) - frozenset(self._words.small)

    def run(self, scene: Scene, taken: Collection[int]) -> Iterator[Finding]:
        """Yield a finding for each date of a scene that is the end of what binds somebody in it.

        `taken` holds where the values begin that are judged already.
        """
        if not (self._ends or self._pairs) or scene.heads or not self._words.nouns:
            return
        for mention in scene.values:
            if mention.value.type == "date" and mention.start not in taken and mention.side is None:
                yield from self._date(scene, mention)

    def _date(self, scene: Scene, mention: ValueMention) -> Iterator[Finding]:
        when = read_period(mention.value.date)
        if when is None or (when.is_interval and when.precision == "year"):
            return
        binding = self._binding(scene, mention)
        if binding is None or self._doubted(scene, mention, binding):
            return
        who, known = self._known(scene, mention, binding)
        if who is None or not known:
            return
        right = next(((s, end) for s, end in known if end.overlaps(when)), None)
        if right is not None:
            yield self._finding(scene, mention, who, *right, right=True)
        elif not (self._another(scene, when) or self._is_over(when) or self._said(scene, mention, known)):
            yield self._finding(scene, mention, who, *known[0], right=False)

    # Reading --------------------------------------------------------------------------------------------------------

    def _binding(self, scene: Scene, mention: ValueMention) -> int | None:
        """Return the word that binds until a date, with nothing but small words and names between."""
        tokens = scene.sentence.tokens
        if not self._is_end(scene, mention):
            return None
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        named |= {i for v in scene.values for i in range(v.first, v.last + 1)}
        found: int | None = None
        for index in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
            if self._binds(scene, index):
                found = index
                if tokens[index].norm not in self._words.staying:
                    break
            elif tokens[index].norm in self._words.nouns or not self._passable(scene, index, named):
                break
        for index in range(mention.last + 1, min(len(tokens), mention.last + _REACH) if found is None else 0):
            if self._binds(scene, index):
                return index
            if tokens[index].norm in self._words.nouns or not self._passable(scene, index, named):
                break
        return found

    def _passable(self, scene: Scene, index: int, named: Collection[int]) -> bool:
        token = scene.sentence.tokens[index]
        return token.norm in self._closed or index in named or token.norm in self._evidence.prepositions

    def _binds(self, scene: Scene, index: int) -> bool:
        """Whether a token is a word that binds; a noun of another kind ("rental contract") is none."""
        tokens = scene.sentence.tokens
        token = tokens[index]
        if token.norm in self._words.verbs or token.norm in self._words.staying:
            return True
        if token.norm not in self._words.nouns:
            return False
        before = tokens[index - 1] if index else None
        named = any(m.last == index - 1 for m in scene.entities) or any(v.last == index - 1 for v in scene.values)
        plain = (*self._words.describing, *self._words.small, *self._evidence.articles, *self._evidence.prepositions)
        plain = (*plain, *self._evidence.rules.relatives)
        return before is None or named or before.norm in plain or not before.text[0].isalnum()

    def _is_end(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the words around a date say that something ends on it."""
        tokens = scene.sentence.tokens
        first = mention.value.text.split()[0].casefold()
        before = [t.norm for t in tokens[max(0, mention.first - 4) : mention.first]]
        if first in self._until or mention.value.hedge == "max" or any(w in self._until for w in before[-2:]):
            return "before" not in before and "voor" not in before[-1:]
        after = [t.norm for t in tokens[mention.last + 1 : mention.last + 2]]
        return any(w in self._words.ending for w in (*before, *after))

    def _doubted(self, scene: Scene, mention: ValueMention, binding: int) -> bool:
        """Whether a word of the clause makes it another end, or none."""
        tokens = scene.sentence.tokens
        low, high = _clause(scene, min(mention.first, binding), max(mention.last, binding))
        return any(t.norm in self._against for t in tokens[low : high + 1]) or tokens[-1].text == "?"

    # Whom it is about -----------------------------------------------------------------------------------------------

    def _known(
        self, scene: Scene, mention: ValueMention, binding: int
    ) -> tuple[EntityMention | None, list[tuple[Statement, Period]]]:
        """Return who is bound in a clause, with the ends that the base knows of it."""
        here = [m for m in scene.entities if m.how not in ("adjective", "country", "inhabitant")]
        low, high = min(mention.first, binding), max(mention.last, binding)
        if any(m.how == "unknown" for m in here):
            return None, []
        first = [(m, self._evidence.type_of(m.ids[0])) for m in here if m.ids]
        people = [m for m, kind in first if kind == "person"]
        sides = [m for m, kind in first if kind in _SIDES]
        if any(not self._is_bound(scene, m) for m in people):
            return None, []
        staying = scene.sentence.tokens[binding].norm in self._words.staying
        teams = any(t.norm in self._words.teams for t in scene.sentence.tokens[low : high + 4])
        bound = [m for m in people if m.ids[0] in self._ends]
        if people:
            if len({m.ids[0] for m in people}) > 1 or not bound:
                return None, []
            if staying and not teams and not any(self._evidence.type_of(m.ids[0]) == "team" for m in sides):
                return None, []
            foreign = [m for m in sides if self._evidence.type_of(m.ids[0]) != "team" and m.explicit]
            return (None, []) if foreign else (bound[0], self._ends[bound[0].ids[0]])
        ids = {m.ids[0] for m in sides} | {m.ids[0] for m in here if m.ids and m.how in ("name", "part")}
        pairs = [(statement, end) for pair, statement, end in self._pairs if pair <= ids]
        alone = [end for m in sides for end in self._ends.get(m.ids[0], ())]
        if not pairs or any(end is None for _, end in pairs):
            return None, []  # "has its captain under contract until 2029"
        known = [(s, end) for s, end in pairs if end is not None] + alone
        return sides[0] if sides else None, known

    def _is_bound(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether somebody is bound, and not only the one whose coach or brother is."""
        tokens, nouns = scene.sentence.tokens, self._words.nouns
        after = [t.norm for t in tokens[mention.last + 1 : mention.last + 4]]
        if mention.how == "pronoun" and mention.text.casefold() in self._evidence.owners:
            return any(word in nouns for word in after[:2]) or after[:1] == ["name"]
        if after[:1] and after[0] in ("'s", "’s", "'"):
            return any(word in nouns for word in after[1:])
        before = [t.norm for t in tokens[max(0, mention.first - 2) : mention.first]]
        if before and before[-1] in self._evidence.prepositions:
            return len(before) > 1 and (before[0] in nouns or before[0] in self._words.verbs)
        return True

    @staticmethod
    def _said(scene: Scene, mention: ValueMention, known: Collection[tuple[Statement, Period]]) -> bool:
        """Whether another date of the sentence is the right one, so that this one is about something else."""
        others = [v for v in scene.values if v.value.type == "date" and v is not mention]
        dates = [read_period(v.value.date) for v in others]
        return any(end.overlaps(date) for date in dates if date is not None for _, end in known)

    def _is_over(self, when: Period) -> bool:
        """Whether a date is past, so that it may be the end of what was there before."""
        return self._evidence.date is None or when.last < self._evidence.date.first

    def _another(self, scene: Scene, when: Period) -> bool:
        """Whether somebody else in the sentence is bound until then, or something else ends then."""
        here = {e for m in scene.entities for e in m.ids}
        if any(end.overlaps(when) for who in here for _, end in self._ends.get(who, ())):
            return True
        return any(
            statement.valid is not None and (end := _last(statement.valid)) is not None and end.overlaps(when)
            for who in here
            for statement in self._evidence.base.by_subject.get(who, ())
        )

    def _finding(
        self, scene: Scene, mention: ValueMention, who: EntityMention, statement: Statement, end: Period, *, right: bool
    ) -> Finding:
        shown = show_period(as_coarse(end, mention.value), self._explain.language)
        digits = any(character.isdigit() for character in mention.value.text)
        prefix = next((i for i, c in enumerate(mention.value.text) if c.isdigit()), 0)
        early = mention.value.text[:prefix]
        plain = early.lower().startswith(("the end of", "eind", "einde")) or not early
        return self._explain.finding(
            Verdict.SUPPORTED if right else Verdict.CONTRADICTED,
            scene,
            statement,
            mention.start,
            mention.end,
            key="supported" if right else "contradicted",
            expected=show_period(end, self._explain.ui),
            expected_value={"type": "date", "date": end.edtf},
            claimed_value=value_json(mention.value),
            parts=(Part("subject", who.text, who.start, who.end),),
            repairs=(Repair(mention.start, mention.end, early + shown),) if digits and plain and not right else (),
            confidence=_CONFIDENCE,
        )


def _last(valid: Period) -> Period | None:
    edge = valid.edtf.split("/")[-1].strip()
    return parse(edge) if edge.strip(".") else None
