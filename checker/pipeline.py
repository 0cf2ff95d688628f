"""`check`: a document and a fact base to findings. The only owner of the order of steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from checker import plugins
from checker.analysis import analyse
from checker.checks import Check
from checker.cues import CueIndex
from checker.document import BlockKind
from checker.evidence import Evidence
from checker.explain import Explainer
from checker.implied import Implied
from checker.linking import Linker
from checker.mentions import Scene, ValueMention
from checker.names import NameIndex
from checker.ranges import range_ends
from checker.references import Resolver
from checker.relations import Relations
from checker.report import DocumentReport, Finding, Unverified, Verdict
from checker.terms import TermIndex
from checker.validity import Bounds
from checker.values import read_values
from checker.verdicts import Judgement, judge
from checker.wording import value_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Passage
    from checker.document import Block, Document
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention
    from checker.period import Period
    from checker.values.model import Value

_HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a caller can set. `as_of` is the judgement date (default: the document's date)."""

    ui: str = "en"
    as_of: Period | None = None
    outdated_after: timedelta = timedelta(days=731)


class Checker:
    """Checks documents against one fact base; indexes are made once per language."""

    def __init__(self, base: FactBase, options: Options | None = None) -> None:
        """Keep the base; nothing is built before the first document of a language."""
        self.base = base
        self.options = options or Options()
        self._indexes: dict[str, tuple[NameIndex, CueIndex, TermIndex]] = {}

    def _index(self, language: str) -> tuple[NameIndex, CueIndex, TermIndex]:
        if language not in self._indexes:
            self._indexes[language] = (
                NameIndex(self.base, language),
                CueIndex(self.base, language),
                TermIndex(self.base, language),
            )
        return self._indexes[language]

    def check(self, document: Document) -> DocumentReport:
        """Return every finding and every unverified value of a document, in the order of its text."""
        as_of = self.options.as_of or document.date
        scenes, passages = self._scenes(document)
        language = document.language
        topic = _topic(scenes)
        evidence = Evidence(self.base, language, scenes, topic, as_of)
        linker = Linker(evidence, self._index(language)[1])
        explainer = Explainer(self.base, self.options.ui, language, as_of, document.text)
        findings: list[Finding] = []
        unverified: list[Unverified] = []
        for finder in plugins.discover("checker.checks", "check", Check).values():
            findings.extend(finder.run(document, scenes, self.base, explainer, self._index(language)[0]))
        relations = Relations(self.base, evidence, explainer, self._index(language)[1])
        for scene, finding in relations.run(passages):
            findings.append(finding)
            if finding.verdict is Verdict.SUPPORTED and finding.subject:
                evidence.establish(scene, finding.subject, finding.start, finding.end)
        bounds = Bounds(self.base, explainer, language)
        for scene in scenes:
            findings.extend(list(bounds.run(scene, findings)))
        covered = {(f.start, f.end) for f in findings}
        for scene in scenes:
            for mention in scene.values:
                if any(start < mention.end and mention.start < end for start, end in covered):
                    continue
                judged = [
                    (part, self._judge(linker, scene, part, as_of))
                    for part in range_ends(mention, scene.sentence) or [mention]
                ]
                if len(judged) > 1 and all(j.verdict is Verdict.UNVERIFIED for _, j in judged):
                    judged = [(mention, self._judge(linker, scene, mention, as_of))]
                for part, judgement in judged:
                    if judgement.verdict is Verdict.UNVERIFIED:
                        unverified.append(_unverified(part.value, judgement.reason, explainer.sentence(scene)))
                    else:
                        findings.append(explainer.value(scene, part, judgement))
        findings.extend(self._implied(scenes, linker, explainer, findings, as_of))
        findings.sort(key=lambda f: (f.start, f.end, f.verdict.value, f.property or ""))
        return DocumentReport(
            document=document,
            as_of=as_of,
            findings=tuple(findings),
            unverified=tuple(sorted(unverified, key=lambda item: item.start)),
            notices=document.notices,
        )

    def _implied(
        self,
        scenes: Sequence[Scene],
        linker: Linker,
        explainer: Explainer,
        findings: Sequence[Finding],
        as_of: Period | None,
    ) -> list[Finding]:
        taken = [(f.start, f.end) for f in findings]
        implied = Implied(self.base, explainer.language)
        found: list[Finding] = []
        for scene in scenes:
            for name, mention in implied.find(scene):
                if any(start < mention.end and mention.start < end for start, end in taken):
                    continue
                readings = [r for r in linker.readings(scene, mention) if r.statement.property.id == name]
                judgement = judge(readings, as_of, self.options.outdated_after, planned=False, past=True)
                if judgement.verdict is Verdict.SUPPORTED and not linker.planned(scene, mention):
                    found.append(explainer.value(scene, mention, judgement))
                    taken.append((mention.start, mention.end))
        return found

    def _judge(self, linker: Linker, scene: Scene, mention: ValueMention, as_of: Period | None) -> Judgement:
        return judge(
            linker.readings(scene, mention),
            as_of,
            self.options.outdated_after,
            planned=linker.planned(scene, mention),
            past=linker.past(scene, mention),
        )

    def _scenes(self, document: Document) -> tuple[list[Scene], list[tuple[Passage, list[Scene]]]]:
        names, cues, terms = self._index(document.language)
        scenes: list[Scene] = []
        passages: list[tuple[Passage, list[Scene]]] = []
        first_names: set[str] = set()
        above: list[_Heading] = []
        for number, block in enumerate(document.blocks):
            text = document.text[block.start : block.end]
            passage = analyse(text, block.start, number, document.language, len(scenes))
            entities = names.find(passage, first_names=first_names)
            found_cues = cues.find(passage)
            found_terms = terms.find(passage)
            values = read_values(text, document.language, document.date)
            own: list[Scene] = []
            heading = block.kind in _HEADINGS
            name_only = heading and _is_name(passage, entities)
            if heading:
                # A line that is only a name belongs to the list under the heading before it.
                above = [a for a in above if a.level < block.level or (name_only and not a.name_only)]
            for index, sentence in enumerate(passage.sentences):
                scene = Scene(sentence, block.kind.value, headings=tuple(a.scene for a in above))
                scene.entities = entities[index]
                scene.cues = found_cues[index]
                scene.terms = found_terms[index]
                scene.values = _values(values, scene, block)
                _settle(scene)
                own.append(scene)
            if heading and own:
                above.append(_Heading(block.level, own[0].index, name_only))
            scenes.extend(own)
            passages.append((passage, own))
        names.misspelled(scenes, self.base)
        Resolver(self.base, document.language).resolve(scenes)
        return scenes, passages


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading above the current block: its depth, its scene, and whether it is only a name."""

    level: int
    scene: int
    name_only: bool


def _is_name(passage: Passage, entities: list[list[EntityMention]]) -> bool:
    """Whether a block is one name and nothing else."""
    if len(passage.sentences) != 1 or len(entities[0]) != 1:
        return False
    sentence, mention = passage.sentences[0], entities[0][0]
    return mention.first == 0 and mention.last == len(sentence.tokens) - 1


def _settle(scene: Scene) -> None:
    """Let the surer reading of a word win: a name over a cue, a value or term over a name that nobody knows."""
    named = [m for m in scene.entities if m.how in ("name", "part", "discouraged", "country")]
    scene.cues = {
        prop: kept
        for prop, cues in scene.cues.items()
        if (kept := [c for c in cues if not any(m.first <= c.first and c.last <= m.last for m in named)])
    }
    taken = [(v.first, v.last) for v in scene.values] + [(t.first, t.last) for t in scene.terms]
    scene.entities = [
        m
        for m in scene.entities
        if m.how != "unknown" or not any(m.first <= last and first <= m.last for first, last in taken)
    ]


def _values(values: Sequence[Value], scene: Scene, block: Block) -> list[ValueMention]:
    sentence = scene.sentence
    found = []
    for value in values:
        start = value.start + block.start
        if not sentence.start <= start < sentence.end:
            continue
        moved = replace(
            value,
            start=start,
            end=value.end + block.start,
            hedge_start=None if value.hedge_start is None else value.hedge_start + block.start,
            noun_start=None if value.noun_start is None else value.noun_start + block.start,
            noun_end=None if value.noun_end is None else value.noun_end + block.start,
        )
        if any(m.first <= sentence.at(start) <= m.last and m.how == "name" and m.ids for m in scene.entities):
            named = next(m for m in scene.entities if m.first <= sentence.at(start) <= m.last)
            if not (named.start == moved.start and named.end == moved.end) and value.type != "date":
                continue
        noun = None if moved.noun_start is None else sentence.at(moved.noun_start)
        found.append(
            ValueMention(value=moved, first=sentence.at(moved.start), last=sentence.at(moved.end - 1), noun=noun)
        )
    return found


def _topic(scenes: Sequence[Scene]) -> frozenset[str]:
    """Return what a document is about: what its headline names, and what it names most."""
    counts: dict[str, int] = {}
    topic: set[str] = set()
    for scene in scenes:
        for mention in scene.entities:
            for entity in mention.ids:
                if mention.how in ("name", "part", "noun", "pronoun"):
                    counts[entity] = counts.get(entity, 0) + 1
                    if scene.kind == BlockKind.HEADLINE.value:
                        topic.add(entity)
    most = max(counts.values(), default=0)
    return frozenset(topic | {entity for entity, count in counts.items() if count * 2 >= most})


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

