"""`check`: a document and a fact base to findings. The only owner of the order of steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from checker import plugins
from checker.checks import Check
from checker.checks.weekday import mismatch
from checker.claims.balances import Balances
from checker.claims.called import Called
from checker.claims.coherence import coherent
from checker.claims.doubted import doubted
from checker.claims.earlier import Earlier
from checker.claims.editions import Editions
from checker.claims.event_days import EventDays
from checker.claims.first_names import first_names
from checker.claims.growth import Growth
from checker.claims.implied import Implied
from checker.claims.increases import Increases
from checker.claims.misnamed import Misnamed
from checker.claims.moves import Moves
from checker.claims.nationalities import Nationalities
from checker.claims.once import once
from checker.claims.open_figures import OpenFigures
from checker.claims.open_names import OpenNames
from checker.claims.paired import Paired, whole_stretches
from checker.claims.succession import Successions
from checker.claims.successors import Successors
from checker.claims.tenures import Tenures
from checker.claims.traces import Traces
from checker.claims.vouched import Vouched
from checker.claims.won_when import WonWhen
from checker.claims.yearly import Yearly
from checker.contests.claims import Telling
from checker.evidence.bound import Bound
from checker.evidence.evidence import Evidence
from checker.explain import Explainer
from checker.factbase.model import Moment
from checker.linking.linker import Linker
from checker.mentions.ranges import range_ends
from checker.mentions.scenes import Index, make_scenes, topic_of
from checker.relations.relations import Relations
from checker.report import DocumentReport, Finding, Unverified, Verdict
from checker.spans import Spans
from checker.verdicts import Judgement, faintly, judge
from checker.wording import value_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document import Document
    from checker.factbase.model import FactBase
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.period import Period
    from checker.values.model import Value


Late = Yearly | Paired | WonWhen | EventDays
"""A stage that judges what is left of a sentence by what was judged before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller can set.

    `ui` is the language of the findings; `as_of` the judgement date (default: the document's date); a fact that ended
    up to `outdated_after` ago is called outdated, an older one wrong.
    """

    ui: str = "en"
    as_of: Period | None = None
    outdated_after: timedelta = timedelta(days=731)


@dataclass(frozen=True, slots=True)
class Explained:
    """A value of a text with every statement that it could speak of, the best first: why it got its verdict."""

    mention: ValueMention
    readings: tuple[Reading, ...]
    weighed: Judgement | None = None
    """What the fitted trees say of it, where no rule settles it."""


@dataclass(frozen=True, slots=True)
class _ByRules:
    """A document as the rules have judged it: what they found, what yields to it, and the figures that are `left`."""

    scenes: Sequence[Scene]
    linker: Linker
    explainer: Explainer
    relations: Relations
    findings: list[Finding]
    yielding: Sequence[Finding]
    unverified: Sequence[Unverified]
    left: Sequence[tuple[Scene, ValueMention]]

    def figures(self) -> OpenFigures:
        """Return what weighs its figures."""
        return OpenFigures(self.linker.evidence, self.linker, self.findings)

    def names(self) -> OpenNames:
        """Return what weighs its names."""
        return OpenNames(self.linker.evidence, self.relations, self.findings)


@dataclass(frozen=True, slots=True)
class Weighing:
    """A document as the fitted trees get it: what the rules found, the figures that they left, and how one is seen."""

    scenes: Sequence[Scene]
    findings: Sequence[Finding]
    left: Sequence[tuple[Scene, ValueMention]]
    figures: OpenFigures
    names: OpenNames


class Checker:
    """Checks documents against one fact base; indexes are made once per language."""

    def __init__(self, base: FactBase, options: Options | None = None) -> None:
        """Keep the base; nothing is built before the first document of a language."""
        self.base = base
        self.options = options or Options()
        self._indexes: dict[str, Index] = {}

    def check(self, document: Document) -> DocumentReport:
        """Return every finding and every unverified value of a document, in the order of its text."""
        by_rules = self._by_rules(document)
        linker, explainer, scenes = by_rules.linker, by_rules.explainer, by_rules.scenes
        figures, names = by_rules.figures(), by_rules.names()
        # A report of a contest is judged row by row, by rules of its own.
        doubts = [] if self.base.contests else list(doubted(scenes, by_rules.findings, figures))
        findings = [finding for finding in by_rules.findings if all(finding is not one for one, _, _ in doubts)]
        findings.extend(explainer.value(*judged) for judged in figures.likely(by_rules.left))
        weighed = Spans((f.start, f.end) for f in findings)
        left = (*by_rules.left, *((scene, mention) for _, scene, mention in doubts))
        ages = Called(linker).wrong((s, m) for s, m in left if not weighed.touches(m.start, m.end))
        findings.extend(explainer.value(*judged) for judged in ages)
        findings.extend(names.likely(scenes, Spans((f.start, f.end) for f in findings)))
        findings.extend(first_names(scenes, self.base, explainer, findings))
        findings.extend(list(Nationalities(linker.evidence, explainer, findings).run()))
        findings.extend(self._implied(scenes, linker, explainer, Spans((f.start, f.end) for f in findings)))
        findings.extend(_left(by_rules.yielding, findings))
        alarmed = Spans((f.start, f.end) for f in findings)
        doubtful = [_unverified(m.value, "no-statement", explainer.sentence(s)) for _, s, m in doubts]
        unverified = [
            value for value in (*by_rules.unverified, *doubtful) if not alarmed.touches(value.start, value.end)
        ]
        findings.sort(key=lambda f: (f.start, f.end, f.verdict.value, f.property or ""))
        return DocumentReport(
            document=document,
            as_of=linker.date,
            findings=tuple(findings),
            unverified=tuple(sorted(unverified, key=lambda value: (value.start, value.end))),
            notices=document.notices,
        )

    def weighing(self, document: Document) -> Weighing:
        """Return what the fitted trees weigh of a document: what no rule settles, and how it is seen."""
        by_rules = self._by_rules(document)
        left = tuple(by_rules.left)
        return Weighing(by_rules.scenes, tuple(by_rules.findings), left, by_rules.figures(), by_rules.names())

    def _by_rules(self, document: Document) -> _ByRules:
        index, scenes, evidence = self._open(document)
        explainer = Explainer(self.base, self.options.ui, document.language, evidence.date, document.text)
        findings: list[Finding] = []
        yielding: list[Finding] = []
        for check in plugins.discover("checker.checks", "check", Check).values():
            (yielding if check.yields else findings).extend(check.run(document, scenes, self.base, explainer))
        relations = Relations(self.base, evidence, explainer)
        findings.extend(self._relations(relations, scenes, evidence, explainer))
        telling = Telling(evidence, explainer, index.cues)
        told = _left(telling.claims(), findings)
        wrong = Spans((f.start, f.end) for f in told if f.verdict is Verdict.CONTRADICTED)
        findings = [
            f for f in findings if f.verdict is not Verdict.SUPPORTED or not wrong.touches(f.start, f.end)
        ] + told
        linker = Linker(evidence, index.cues)
        taken = Spans((*((f.start, f.end) for f in findings), *telling.silent))
        late = (
            Yearly(self.base, evidence, explainer, linker),
            Paired(self.base, evidence, explainer, linker),
            WonWhen(self.base, evidence, explainer),
            EventDays(self.base, evidence, explainer),
        )
        judged, unverified, left = self._values(scenes, linker, explainer, taken, late)
        findings.extend(judged)
        settled = Spans((f.start, f.end) for f in judged)
        left = [(scene, mention) for scene, mention in left if not settled.touches(mention.start, mention.end)]
        return _ByRules(scenes, linker, explainer, relations, findings, yielding, unverified, left)

    def scenes(self, document: Document) -> list[Scene]:
        """Return the sentences of a document with the values, names and terms that were found in them."""
        return make_scenes(document, self.base, self._index(document.language))

    def explain(self, document: Document) -> list[Explained]:
        """Return the readings of every value of a document, in the order of its text; the ends of a range apart."""
        by_rules = self._by_rules(document)
        weighed = {mention.start: judgement for _, mention, judgement in by_rules.figures().likely(by_rules.left)}
        index, scenes, evidence = self._open(document)
        explainer = Explainer(self.base, self.options.ui, document.language, evidence.date, document.text)
        relations = Relations(self.base, evidence, explainer)
        self._relations(relations, scenes, evidence, explainer)  # the subjects that it establishes help the values
        linker = Linker(evidence, index.cues, every_veto=True)
        found = []
        for scene in scenes:
            for part in (part for mention in scene.values for part in range_ends(mention, scene.sentence) or [mention]):
                judgement, readings = weighed.get(part.start), linker.readings(scene, part)
                chosen = judgement.reading if judgement is not None else None
                if chosen is not None and all(r.statement != chosen.statement for r in readings):
                    readings.insert(0, chosen)
                found.append(Explained(part, tuple(readings), judgement))
        return found

    def _open(self, document: Document) -> tuple[Index, list[Scene], Evidence]:
        """Return what every step works on: the names and cues of the language, the scenes, and how they are judged."""
        index = self._index(document.language)
        scenes = make_scenes(document, self.base, index)
        as_of = self.options.as_of or document.date
        return index, scenes, Evidence(self.base, document.language, scenes, topic_of(scenes), as_of)

    def _index(self, language: str) -> Index:
        if language not in self._indexes:
            self._indexes[language] = Index(self.base, language)
        return self._indexes[language]

    def _relations(
        self, relations: Relations, scenes: Sequence[Scene], evidence: Evidence, explainer: Explainer
    ) -> list[Finding]:
        """Judge names, places, roles and terms, and the dates that bound them; their subjects help the numbers."""
        found: list[Finding] = []
        tenures = Tenures(evidence, explainer)
        bound = Bound(evidence, explainer)
        successions = Successions(self.base, explainer, explainer.language)
        successors = Successors(evidence, explainer)
        for scene in scenes:
            own = list(relations.find(scene))
            for finding in own:
                if finding.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED) and finding.subject:
                    evidence.subjects.establish(scene, finding.subject, finding.start, finding.end)
            found.extend(own)
            found.extend(successors.run(scene))
            dated = list(successions.run(scene))
            found.extend(dated)
            taken = {finding.start for finding in dated}
            held = list(tenures.run(scene, taken))
            found.extend(held)
            found.extend(bound.run(scene, taken | {finding.start for finding in held}))
        return found

    def _values(
        self,
        scenes: Sequence[Scene],
        linker: Linker,
        explainer: Explainer,
        taken: Spans,
        late: Sequence[Late],
    ) -> tuple[list[Finding], list[Unverified], list[tuple[Scene, ValueMention]]]:
        found: list[Finding] = []
        left: list[tuple[Scene, ValueMention]] = []
        unverified: list[Unverified] = []
        earlier = Earlier(self.base, linker)
        increases = Increases(linker, earlier)
        growth = Growth(self.base, linker, increases)
        vouched = Vouched(linker, earlier, increases)
        traces = Traces(self.base, linker)
        balances = Balances(linker)
        editions = Editions(linker)
        moves = Moves(linker, earlier)
        misnamed = Misnamed(linker.evidence, explainer, linker)
        known: list[tuple[ValueMention, Judgement]] = []
        known_block = -1
        for scene in scenes:
            parts: list[tuple[ValueMention, Judgement]] = []
            for mention in scene.values:
                if taken.touches(mention.start, mention.end):
                    continue
                ends = range_ends(mention, scene.sentence)
                judged = [(part, self._judge(linker, scene, part)) for part in ends or [mention]]
                if ends and all(judgement.verdict is Verdict.UNVERIFIED for _, judgement in judged):
                    judged = [(mention, self._judge(linker, scene, mention))]
                parts.extend(judged)
            before = known if known and known_block == scene.sentence.block else []
            again = partial(self._judge, linker, scene)
            known = balances.judge(scene, once(scene, parts, linker, again))
            known = moves.judge(scene, editions.judge(scene, known))
            known = earlier.judge(scene, known, before)
            known = increases.judge(scene, once(scene, known, linker, again))
            known = vouched.judge(scene, growth.judge(scene, known))
            known = coherent(scene, known, linker, again)
            known = whole_stretches(traces.judge(scene, known), self.base)
            known_block = scene.sentence.block
            names, known = misnamed.find(scene, known)
            found.extend(names)
            told: dict[int, Finding] = {}
            for finding in (finding for stage in late for finding in stage.find(scene, known)):
                told.setdefault(finding.start, finding)
            found.extend(told.values())
            for part, judgement in known:
                if judgement.verdict is Verdict.UNVERIFIED:
                    left.append((scene, part))
                    unverified.append(_unverified(part.value, judgement.reason, explainer.sentence(scene)))
                else:
                    found.append(explainer.value(scene, part, judgement))
                    found.extend(self._weekday(scene, part, judgement, explainer))
        return found, unverified, left

    @staticmethod
    def _weekday(scene: Scene, mention: ValueMention, judgement: Judgement, explainer: Explainer) -> list[Finding]:
        """Check the weekday of a date whose year only the fact base tells."""
        reading = judgement.reading
        if judgement.verdict is not Verdict.SUPPORTED or reading is None or not isinstance(reading.expected, Moment):
            return []
        period = reading.expected.period
        wrong = mismatch(scene, mention, period.first, explainer) if period.first == period.last else None
        return [wrong] if wrong is not None else []

    def _implied(self, scenes: Sequence[Scene], linker: Linker, explainer: Explainer, taken: Spans) -> list[Finding]:
        found: list[Finding] = []
        implied = Implied(self.base, explainer.language)
        for scene in scenes:
            own: list[Finding] = []
            for name, mention in implied.find(scene):
                if taken.touches(mention.start, mention.end) or any(f.start == mention.start for f in own):
                    continue
                readings = [r for r in linker.readings(scene, mention) if r.statement.property.id == name]
                judgement = judge(readings, linker.date, self.options.outdated_after, planned=False, past=True)
                if judgement.verdict is Verdict.SUPPORTED and not linker.planned(scene, mention):
                    own.append(explainer.value(scene, mention, judgement))
            found.extend(own)
        return found

    def _judge(
        self,
        linker: Linker,
        scene: Scene,
        mention: ValueMention,
        said: frozenset[str] = frozenset(),
        properties: frozenset[str] = frozenset(),
    ) -> Judgement:
        """Judge a value, by all statements but some that are `said`, or of `properties` that are."""
        readings = linker.readings(scene, mention)
        left = [r for r in readings if r.statement.id not in said and r.statement.property.id not in properties]
        found = judge(
            left,
            linker.date,
            self.options.outdated_after,
            planned=linker.planned(scene, mention),
            past=linker.past(scene, mention),
        )
        return replace(found, faint=faintly(left)) if found.verdict is Verdict.UNVERIFIED else found


def _left(yielding: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    """Return what a text says against itself where the fact base does not already blame one of the figures."""
    wrong = Spans((f.start, f.end) for f in others if f.verdict in (Verdict.CONTRADICTED, Verdict.OUTDATED))
    spans = ((f, ((f.start, f.end), *((part.start, part.end) for part in f.related))) for f in yielding)
    return [finding for finding, own in spans if not any(wrong.touches(start, end) for start, end in own)]


def _unverified(value: Value, reason: str, sentence: str) -> Unverified:
    return Unverified(
        text=value.text,
        start=value.start,
        end=value.end,
        type=value.type,
        value=value_json(value),
        reason=reason,
        sentence=sentence,
    )
