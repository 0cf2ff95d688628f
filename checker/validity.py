"""Dates that say since when or until when a statement holds: "topvrouw sinds 2021", "partner until the end of 2028".

The ends of a statement's `valid` are evidence themselves. What is said must first be recognised in the sentence: only a
date beside a supported role, relation or term is judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import read_period
from checker.languages import grammar
from checker.lemmas import finite
from checker.period import day, parse
from checker.report import Finding, Repair, Verdict
from checker.wording import show_period, value_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import Scene, ValueMention
    from checker.period import Period

_QUOTES = frozenset('"“”„«»')
_OTHERS_REACH = 12
"""How many words before a date may say that it is somebody else's."""
_WORD = 0.025
"""The price of a word; those of a name between are free."""
_NEAR = 0.35
"""How far a date may stand from what it bounds, in the price of the way between them."""


class Bounds:
    """Judges the dates of one document that bound what is said beside them."""

    def __init__(self, base: FactBase, explainer: Explainer, language: str) -> None:
        """Share the wording of the document."""
        rules = grammar(language)
        self._explain = explainer
        self._since = frozenset(rules.since)
        self._until = frozenset(rules.until)
        self._prepositions = frozenset(rules.prepositions)
        self._breaking = frozenset((*rules.verbs, *rules.coordinators)) - frozenset(rules.auxiliaries)
        self._others = frozenset(rules.others)
        self._auxiliaries = frozenset(rules.auxiliaries)
        self._language = language
        self._by_id = {statement.id: statement for statement in base.statements}

    def run(self, scene: Scene, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Yield a finding for each date of a scene that bounds, or lies in the time of, a supported finding in it."""
        said = [
            (finding, statement)
            for finding in findings
            if finding.verdict is Verdict.SUPPORTED and finding.evidence
            if (statement := self._by_id.get(finding.evidence[0].statement)) is not None
            if statement.valid is not None and scene.sentence.start <= finding.start < scene.sentence.end
        ]
        for mention in scene.values:
            if mention.value.type != "date":
                continue
            when = read_period(mention.value.date)
            near = self._nearest(scene, mention, said)
            if when is None or near is None or near.valid is None:
                continue
            finding = self._judge(scene, mention, when, near)
            if finding is not None:
                yield finding

    def _nearest(
        self, scene: Scene, mention: ValueMention, said: Sequence[tuple[Finding, Statement]]
    ) -> Statement | None:
        best: tuple[float, str, Statement] | None = None
        for finding, statement in said:
            first, last = scene.sentence.at(finding.start), scene.sentence.at(finding.end - 1)
            cost = (
                scene.sentence.cost(last, mention.first)
                if last < mention.first
                else scene.sentence.cost(mention.last, first)
            )
            low, high = (last, mention.first) if last < mention.first else (mention.last, first)
            named = {i for m in scene.entities if m.explicit for i in range(m.first, m.last + 1)}
            between = [t for t in scene.sentence.tokens[low + 1 : high] if t.index not in named]
            if any(self._breaks(t) for t in between):
                continue
            cost -= sum(low < index < high for index in named) * _WORD
            if cost <= _NEAR and (best is None or (cost, statement.id) < best[:2]):
                best = (cost, statement.id, statement)
        return best[2] if best else None

    def _breaks(self, token: Token) -> bool:
        """Whether a token begins something else: a verb, "and", a quotation mark."""
        if token.norm in self._breaking or token.text in _QUOTES:
            return True
        return token.norm not in self._auxiliaries and finite(token.norm, self._language)

    def _bound(self, scene: Scene, mention: ValueMention) -> str | None:
        """Return `since` or `until` for a date with such a word right before it."""
        if mention.value.text.split()[0].casefold() in self._since:
            return "since"
        if mention.value.text.split()[0].casefold() in self._until:
            return "until"
        words = [token.norm for token in scene.sentence.tokens[max(0, mention.first - 3) : mention.first]]
        for word in reversed(words):
            if word in self._until:
                return "until"
            if word in self._since:
                return "since"
            if word not in self._prepositions and word not in ("the", "en", "het", "de", "end", "eind", "einde"):
                return None
        return None

    def _judge(self, scene: Scene, mention: ValueMention, when: Period, statement: Statement) -> Finding | None:
        valid = statement.valid
        if valid is None:
            return None
        side = self._bound(scene, mention)
        first_open, last_open = valid.edtf.startswith((".", "/")), valid.edtf.endswith((".", "/"))
        if side is None:
            return self._finding(Verdict.SUPPORTED, scene, mention, statement, valid) if valid.covers(when) else None
        if (side == "since" and first_open) or (side == "until" and last_open):
            return None
        edge = parse(valid.edtf.split("/")[0 if side == "since" else -1].strip())
        right = when.overlaps(edge)
        if not right and self._of_others(scene, mention):
            return None
        following = (
            scene.sentence.tokens[mention.last + 1].norm if mention.last + 1 < len(scene.sentence.tokens) else ""
        )
        if not right and following in self._prepositions:
            return None  # "since 2018 with the club" bounds something else
        return self._finding(Verdict.SUPPORTED if right else Verdict.CONTRADICTED, scene, mention, statement, edge)

    def _of_others(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a word near a date, outside the quote before it, says that it is somebody else's."""
        tokens = scene.sentence.tokens
        low = max(0, mention.first - _OTHERS_REACH)
        quote = max((t.index for t in tokens[low : mention.first] if t.text in _QUOTES), default=low)
        return any(t.norm in self._others for t in tokens[quote : mention.last + 3])

    def _finding(
        self, verdict: Verdict, scene: Scene, mention: ValueMention, statement: Statement, expected: Period
    ) -> Finding:
        shown = show_period(expected, self._explain.ui)
        own = show_period(as_coarse(expected, mention), self._explain.language)
        prefix = _prefix(mention.value.text)
        return self._explain.finding(
            verdict,
            scene,
            statement,
            mention.start,
            mention.end,
            key="supported" if verdict is Verdict.SUPPORTED else "bound",
            expected=shown,
            expected_value={"type": "date", "date": expected.edtf},
            claimed_value=value_json(mention.value),
            repairs=() if verdict is Verdict.SUPPORTED else (Repair(mention.start, mention.end, prefix + own),),
            confidence=0.85,
        )


def _prefix(text: str) -> str:
    """Return the words before the date proper that a suggestion keeps ("the end of 2026")."""
    digit = next((i for i, character in enumerate(text) if character.isdigit()), 0)
    return text[:digit] if text[:digit].lower().startswith(("the end of", "eind", "einde")) else ""


def as_coarse(expected: Period, mention: ValueMention) -> Period:
    """Return a date no finer than the text's own."""
    written = read_period(mention.value.date)
    if written is None or expected.is_interval or expected.precision != "day":
        return expected
    size = {"month": 7, "year": 4}.get(written.precision)
    if written.is_interval:
        size = 4
    return parse(expected.edtf[:size]) if size else day(expected.first)
