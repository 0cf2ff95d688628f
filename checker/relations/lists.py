"""Lists in a text against the sets of the base: "green, sand and blue", "2026, 2027 and 2028", countries, people.

A set is complete as it stands. A list that names all its members agrees with it; one that names another in the place of
one of them, or one more, does not. A shorter list may be a part, and says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.factbase.model import Amount, Members, Reference, Term
from checker.report import Repair, Verdict
from checker.weights import WEIGHTS
from checker.wording import fact_json, show_entity, show_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evidence.evidence import Evidence
    from checker.explain import Explainer
    from checker.factbase.model import FactValue, Statement
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding, Part

_CUE = 0.45
_LONGEST = 3
"""How many words an item of a list has at most."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a written list: its tokens, both included, and which member of the set it is, if any."""

    first: int
    last: int
    member: int | None


class Lists:
    """Judges the lists of one document."""

    def __init__(self, evidence: Evidence, explainer: Explainer) -> None:
        """Collect the sets of the base."""
        self._evidence = evidence
        self._base = evidence.base
        self._explain = explainer
        rules = evidence.rules
        self._joining = frozenset((*rules.coordinators, ","))
        self._closed = frozenset((*rules.prepositions, *rules.articles, *rules.definite, *rules.clause_openers))
        self._doubts = frozenset((*rules.negations, *rules.past, *rules.plan_words, *rules.others, *rules.including))
        self._sets = [s for s in evidence.base.statements if isinstance(s.value, Members)]

    def find(self, scene: Scene) -> Iterator[Finding]:
        """Yield the findings of a sentence."""
        if not self._sets:
            return
        for run in self._runs(scene):
            yield from self._figures(scene, run)
        yield from self._names(scene)

    def _holds(self, statement: Statement) -> bool:
        when = self._evidence.date
        return statement.valid is None or when is None or statement.valid.overlaps(when)

    # Names and terms ------------------------------------------------------------------------------------------------

    def _names(self, scene: Scene) -> Iterator[Finding]:
        judged: dict[int, list[tuple[Statement, list[_Item], bool]]] = {}
        for statement in self._sets:
            value = statement.value
            if not isinstance(value, Members) or len(value.items) < 3 or not self._holds(statement):
                continue
            items = self._written(scene, value.items)
            known = {item.member for item in items if item.member is not None}
            if len(known) < len(value.items) - 1 or len(items) - len(known) > 1 or len(items) < len(value.items):
                continue
            judged.setdefault(items[0].first, []).append((statement, items, len(known) == len(items)))
        for found in judged.values():
            agreeing = [entry for entry in found if entry[2]]
            for statement, items, agrees in agreeing or found:
                finding = self._judged(scene, statement, items, agrees=agrees)
                if finding is not None:
                    yield finding
                    break

    def _judged(self, scene: Scene, statement: Statement, items: Sequence[_Item], *, agrees: bool) -> Finding | None:
        first, last = items[0].first, items[-1].last
        cue, part = self._nearest_cue(scene, statement.property.id, first, last)
        whole = (0, len(scene.sentence.tokens) - 1)
        subject = self._evidence.subjects.answer(statement, scene, first, last, whole)
        clear = subject.score >= WEIGHTS.support or self._tells_itself(scene, statement, (first, last))
        if part is None or cue < _CUE or not clear:
            return None
        if not agrees and any(t.norm in self._doubts for t in scene.sentence.tokens):
            return None
        tokens = scene.sentence.tokens
        if not agrees and first and tokens[first - 1].norm in self._evidence.rules.likening:
            return None  # "colours like green, sand and red"
        wrong = next((item for item in items if item.member is None), None)
        start, end = tokens[first].start, tokens[last].end
        expected = show_fact(self._base, statement.value, self._explain.ui)
        repairs: tuple[Repair, ...] = ()
        if wrong is not None:
            start, end = tokens[wrong.first].start, tokens[wrong.last].end
            repairs = self._instead(statement, items, start, end)
        return self._explain.finding(
            Verdict.SUPPORTED if agrees else Verdict.CONTRADICTED,
            scene,
            statement,
            start,
            end,
            key="supported" if agrees else "contradicted",
            expected=expected,
            expected_value=fact_json(statement.value, "set"),
            claimed_value={"type": "set", "members": [self._text(scene, item) for item in items]},
            parts=(*subject.parts, part),
            repairs=repairs,
            confidence=0.8,
        )

    def _tells_itself(self, scene: Scene, statement: Statement, span: tuple[int, int]) -> bool:
        """Whether only one thing has the property, the text is about it, and the sentence names nobody else."""
        bearers = {s.subject for s in self._base.by_property.get(statement.property.id, ())}
        if bearers != {statement.subject} or statement.subject not in self._evidence.mentioned:
            return False
        own = self._evidence.related(statement.subject)
        named = (m for m in scene.entities if (m.explicit or m.how == "unknown") and not span[0] <= m.first <= span[1])
        return all(own & set(m.ids) for m in named)

    def _instead(self, statement: Statement, items: Sequence[_Item], start: int, end: int) -> tuple[Repair, ...]:
        """Return the member that a list lacks as the suggestion for what stands in its place."""
        value = statement.value
        named = {item.member for item in items}
        missing = [m for i, m in enumerate(value.items) if i not in named] if isinstance(value, Members) else []
        if len(missing) != 1:
            return ()
        return (Repair(start, end, self._name(missing[0])),)

    def _name(self, member: FactValue) -> str:
        if isinstance(member, Reference):
            return show_entity(self._base, member.id, self._explain.language)
        return show_fact(self._base, member, self._explain.language)

    def _text(self, scene: Scene, item: _Item) -> str:
        tokens = scene.sentence.tokens
        return self._explain.text[tokens[item.first].start : tokens[item.last].end]

    def _written(self, scene: Scene, members: Sequence[FactValue]) -> list[_Item]:
        """Return the items of the list that names most of the members, from the first to the last of them."""
        hits = [hit for number, member in enumerate(members) if (hit := self._named(scene, member, number))]
        hits.sort(key=lambda hit: hit.first)
        if len(hits) < 2:
            return []
        tokens = scene.sentence.tokens
        items: list[_Item] = []
        before = self._left(scene, hits[0].first)
        if before:
            items.append(before)
        for number, hit in enumerate(hits):
            items.append(hit)
            following = hits[number + 1].first if number + 1 < len(hits) else len(tokens)
            index = hit.last + 1
            while index < following and tokens[index].norm in self._joining:
                index += 1
            while index > hit.last + 1 and index < following and tokens[index].norm in self._evidence.articles:
                index += 1
            if index == hit.last + 1:
                if following < len(tokens):
                    return []  # two members without a comma between: no list
                break
            if index < following:
                end = index
                while end < following and self._in_item(scene, end):
                    end += 1
                joined = end < following and tokens[end].norm in self._joining
                if end == index or end - index > _LONGEST or (following < len(tokens) and not joined):
                    return [] if following < len(tokens) else items
                items.append(_Item(index, end - 1, None))
        return items

    def _left(self, scene: Scene, first: int) -> _Item | None:
        """Return the item before the first member that a list names: "are MOSS, sand and blue"."""
        tokens = scene.sentence.tokens
        index = first
        while index > 0 and tokens[index - 1].norm in self._joining:
            index -= 1
        if index == first:
            return None
        end = index - 1
        start = end
        while start >= 0 and self._in_item(scene, start):
            start -= 1
        return _Item(start + 1, end, None) if start < end and end - start <= _LONGEST else None

    def _in_item(self, scene: Scene, index: int) -> bool:
        token = scene.sentence.tokens[index]
        if not (token.text[0].isalnum() or token.text == "-") or token.norm in self._joining:
            return False
        return token.norm not in self._closed and not self._evidence.is_verb(token)

    def _named(self, scene: Scene, member: FactValue, number: int) -> _Item | None:
        if isinstance(member, Reference):
            for mention in scene.entities:
                if member.id in mention.ids and mention.how in ("name", "part", "country"):
                    return _Item(mention.first, mention.last, number)
            return None
        if not isinstance(member, Term):
            return None
        stems = [token.stem for token in scene.sentence.tokens]
        for label in member.labels.get(self._evidence.language, ()):
            words = [stem(word, self._evidence.language) for word in label.split()]
            for first in range(len(stems) - len(words) + 1):
                if stems[first : first + len(words)] == words:
                    return _Item(first, first + len(words) - 1, number)
        return None

    # Years and numbers ----------------------------------------------------------------------------------------------

    def _figures(self, scene: Scene, run: Sequence[ValueMention]) -> Iterator[Finding]:
        first, last = run[0], run[-1]
        written = {m.value.date or str(m.value.number) for m in run}
        for statement in self._sets:
            if not isinstance(statement.value, Members) or not self._holds(statement):
                continue
            members = {item.written for item in statement.value.items if isinstance(item, Amount)}
            cue, part = self._nearest_cue(scene, statement.property.id, first.first, last.last)
            if not members or part is None or cue < _CUE:
                continue
            whole = (0, len(scene.sentence.tokens) - 1)
            subject = self._evidence.subjects.answer(statement, scene, first.first, last.last, whole)
            score = WEIGHTS.subject * subject.score + WEIGHTS.cue * cue
            agree = written == members
            if score < (WEIGHTS.support if agree else WEIGHTS.alarm) or not (agree or written & members):
                continue
            yield self._explain.finding(
                Verdict.SUPPORTED if agree else Verdict.CONTRADICTED,
                scene,
                statement,
                first.start,
                last.end,
                key="supported" if agree else "contradicted",
                expected=show_fact(self._base, statement.value, self._explain.ui),
                expected_value=fact_json(statement.value, "set"),
                claimed_value={"type": "set", "members": sorted(written)},
                parts=(*subject.parts, part),
                confidence=score,
            )
            break

    def _nearest_cue(self, scene: Scene, name: str, first: int, last: int) -> tuple[float, Part | None]:
        best: tuple[float, Part | None] = (0.0, None)
        for cue in scene.cues.get(name, ()):
            if first <= cue.first <= last:
                continue
            cost = scene.sentence.cost(cue.last, first) if cue.last < first else scene.sentence.cost(last, cue.first)
            score = cue.weight * max(0.0, 1.0 - 0.8 * cost)
            if score > best[0]:
                best = score, self._explain.part("cue", cue.start, cue.end)
        return best

    def _runs(self, scene: Scene) -> Iterator[list[ValueMention]]:
        run: list[ValueMention] = []
        for mention in scene.values:
            if mention.value.type not in ("count", "date"):
                continue
            if run and run[-1].value.type == mention.value.type:
                between = scene.sentence.tokens[run[-1].last + 1 : mention.first]
                if between and len(between) <= 2 and all(t.norm in self._joining for t in between):
                    run.append(mention)
                    continue
            if len(run) > 1:
                yield run
            run = [mention]
        if len(run) > 1:
            yield run
