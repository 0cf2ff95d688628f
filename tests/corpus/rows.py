"""What the trees learn from: every figure of the corpus with the statements of which it may be a wrong or the right one.

A figure of a true text or harmless rewording that the rules leave open is no slip, and a planted slip is one, of the
statement that has the right figure. The figures that slips are planted in are right before, by that statement.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import yaml

from checker.claims.doubted import WRONG, statements_of
from checker.evaluation.corpus import load_domain
from checker.evaluation.measure import _names
from checker.explain import Explainer
from checker.factbase.load import load_facts
from checker.pipeline import Checker, Options
from checker.reading import read_document
from checker.report import Verdict
from checker.spans import Spans
from checker.verdicts import Judgement
from tests.corpus.sown import altered, groups, right_figures, right_names, with_holes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from checker.claims.open_figures import Candidate
    from checker.claims.open_names import AboutName, NameCandidate
    from checker.document import Document
    from checker.evaluation.corpus import Domain
    from checker.likelihood.trees import About
    from checker.mentions import EntityMention, Scene, ValueMention
    from checker.pipeline import Weighing

TESTS = Path(__file__).parent.parent
SMALL = "small_base"
SLIPS, UNCONFIRMED = "slips.yaml", "unconfirmed.yaml"
RIGHT = ("silence.yaml", "confirmed.yaml", UNCONFIRMED)
SOWN = 1
"""How often each right figure of a text is altered."""
HOLED = 2
"""With how many fact bases with holes each text is read for what is open."""
MORE_HOLED = 8
"""And for the alarms that the rules raise."""

Place = tuple[int, int]
Claim = "tuple[Scene, ValueMention | EntityMention, bool]"
"""A figure or name, and whether the rules leave it open."""
Made = Literal["written", "settled", "sown", "holed"]


@dataclass(frozen=True)
class Row:
    """One reading of a figure: whether it is a `slip` (or the right figure, a `fact`) of this statement `holds`."""

    about: About
    domain: str
    figure: str
    """Which figure it is: the readings of one are weighed against each other."""
    planted: bool
    holds: bool
    features: dict[str, float]
    counts: bool = True
    """Whether people wrote it and no rule settles it; the others are only there to learn from."""

    @property
    def made(self) -> Made:
        """How the claim came about: written by people and open, settled by the rules, or made by chance."""
        if self.counts:
            return "written"
        if ":sown " in self.figure:
            return "sown"
        return "holed" if ":hole " in self.figure else "settled"


@dataclass(frozen=True)
class Reader:
    """Makes the rows of one text under one fact base."""

    checker: Checker
    domain: str
    name: str
    document: Document
    weighing: Weighing
    counts: bool

    @classmethod
    def of(cls, checker: Checker, domain: str, name: str, source: str, *, counts: bool = True) -> Reader:
        """Read a text of a domain; its file is what stands before a colon in `name`."""
        document = read_document(name.partition(":")[0], source.encode())
        return cls(checker, domain, name, document, checker.weighing(document), counts)

    def figures(self, places: Sequence[Place] | None = None) -> Iterator[tuple[Scene, ValueMention, bool]]:
        """Yield the figures at some places of the source, or all, and whether the rules leave them open."""
        left = list(self.weighing.left)
        starts = {mention.start for _, mention in left}
        settled = [(s, m) for s in self.weighing.scenes for m in s.values if m.start not in starts]
        for figures, is_open in ((left, True), (settled, False)):
            for scene, mention in figures:
                start, end = self.place(mention)
                if places is None or any(start < last and first < end for first, last in places):
                    yield scene, mention, is_open

    def place(self, mention: ValueMention | EntityMention) -> Place:
        """Return where a figure or name stands in the source."""
        return self.document.source_map.span(mention.start, mention.end)

    def rows(
        self, about: About, claim: Claim, holds: Callable[[Candidate | NameCandidate], bool], *, planted: bool
    ) -> Iterator[Row]:
        """Yield the readings of a figure or name as one that is, or is not, a slip or the right one of statements."""
        scene, mention, is_open = claim
        figures, names = self.weighing.figures, self.weighing.names
        find = {"slip": figures.slips, "fact": figures.facts, "wrong name": names.slips, "right name": names.facts}
        key = f"{self.name}:{mention.start}:{mention.end}"
        for candidate in find[about](scene, mention):
            counts = self.counts and is_open
            yield Row(about, self.domain, key, planted, holds(candidate), candidate.features, counts)

    def names(self, places: Sequence[Place] | None = None) -> Iterator[tuple[Scene, EntityMention, bool]]:
        """Yield the names at some places of the source, or all, and whether the rules leave them open."""
        taken = Spans((finding.start, finding.end) for finding in self.weighing.findings)
        for scene in self.weighing.scenes:
            for mention in scene.entities:
                start, end = self.place(mention)
                if places is None or any(start < last and first < end for first, last in places):
                    yield scene, mention, not taken.touches(mention.start, mention.end)

    def alarms(self, places: Sequence[Place] | None, right: Callable[[Candidate], bool] | None = None) -> Iterator[Row]:
        """Yield the alarms that the rules raise on figures at some places, or anywhere, as right or wrong ones."""
        raised = [f for f in self.weighing.findings if f.verdict in WRONG and f.evidence]
        for scene, mention, _ in self.figures(places):
            here = (statements_of(f) for f in raised if f.start < mention.end and mention.start < f.end)
            candidate = self.weighing.figures.raised(scene, mention, frozenset[str]().union(*here))
            if candidate is not None:
                holds = right is not None and right(candidate)
                key = f"{self.name}:{mention.start}:{mention.end}"
                yield Row("alarm", self.domain, key, holds, holds, candidate.features, self.counts)

    def names_it(self, about: AboutName, expected: Sequence[str]) -> Callable[[NameCandidate], bool]:
        """Return whether a finding about a name would name what is expected."""
        return lambda candidate: _names(self.weighing.names.finding(about, candidate, 1.0), expected)

    def says(self, expected: Sequence[str], verdict: Verdict) -> Callable[[Candidate], bool]:
        """Return whether a finding by a reading would name what is expected."""
        document = self.document
        explainer = Explainer(self.checker.base, "en", document.language, document.date, document.text)

        def holds(candidate: Candidate) -> bool:
            judgement = Judgement(verdict, candidate.reading)
            return _names(explainer.value(candidate.scene, candidate.mention, judgement), expected)

        return holds


def never(_: Candidate | NameCandidate) -> bool:
    return False


def one_of(statements: Iterable[str]) -> Callable[[Candidate | NameCandidate], bool]:
    known = frozenset(statements)
    return lambda candidate: candidate.statement.id in known


def of_folder(folder: Path) -> list[Row]:
    """Return the rows of a domain."""
    domain = load_domain(folder)
    base = load_facts(str(folder / "facts"))
    poorer = [with_holes(base, random.Random(f"{folder.name} {hole}")) for hole in range(MORE_HOLED)]
    checkers = [Checker(one, Options()) for one in (base, *poorer)]
    found: list[Row] = []
    for name, source in domain.texts.items():
        right = of_true_text(checkers[0], domain, name, source, found)
        found += of_sown(checkers[0], folder.name, name, source, SOWN)
        for hole, checker in enumerate(checkers[1:]):
            reader = Reader.of(checker, folder.name, f"{name}:hole {hole}", source, counts=False)
            found += reader.alarms(None)
            found += of_holed(reader, right) if hole < HOLED else ()
    for number, change in enumerate(domain.harmless):
        source, place = change.apply(domain.texts[change.document])
        reader = Reader.of(checkers[0], folder.name, f"{change.document}:harmless {number}", source)
        for figure in reader.figures([place]):
            found += reader.rows("slip", figure, never, planted=False) if figure[2] else ()
        for name in reader.names([place]):
            found += reader.rows("wrong name", name, never, planted=False) if name[2] else ()
    for number, slip in enumerate(domain.slips):
        source, place = slip.apply(domain.texts[slip.document])
        reader = Reader.of(checkers[0], folder.name, f"{slip.document}:slip {number}", source)
        for figure in reader.figures([slip.changed(place)]):
            found += reader.rows("slip", figure, reader.says(slip.expected, Verdict.CONTRADICTED), planted=True)
            found += reader.rows("fact", figure, never, planted=False)
        for name in reader.names([slip.changed(place)]):
            holds = reader.names_it("wrong name", slip.expected)
            found += reader.rows("wrong name", name, holds, planted=True)
            found += reader.rows("right name", name, never, planted=False)
        found += reader.alarms([slip.changed(place)], reader.says(slip.expected, Verdict.CONTRADICTED))
    return found


def of_true_text(
    checker: Checker, domain: Domain, name: str, source: str, found: list[Row]
) -> Mapping[Place, frozenset[str]]:
    """Add the rows of a true text, and return by which statements its figures are right, by their places."""
    reader = Reader.of(checker, domain.name, name, source)
    slips = [(slip.changed(slip.place(source)), slip.expected) for slip in domain.slips if slip.document == name]
    right: dict[Place, frozenset[str]] = {}
    found += reader.alarms(None)
    for figure in reader.figures():
        _, mention, is_open = figure
        place = reader.place(mention)
        if is_open:
            found += reader.rows("slip", figure, never, planted=False)
            expected = next((e for (start, end), e in slips if place[0] < end and start < place[1]), ())
            holds = reader.says(expected, Verdict.SUPPORTED) if expected else never
        else:
            expected = tuple(right_by(reader, mention))
            holds = one_of(expected)
        if expected:
            found += reader.rows("fact", figure, holds, planted=True)
            fact = [s for s in reader.weighing.figures.facts(figure[0], mention) if holds(s)]
            right[place] = frozenset(candidate.statement.id for candidate in fact)
    for named in reader.names():
        mention, place = named[1], reader.place(named[1])
        if named[2]:
            found += reader.rows("wrong name", named, never, planted=False)
            expected = next((e for (start, end), e in slips if place[0] < end and start < place[1]), ())
            right_name = reader.names_it("right name", expected) if expected else never
        else:
            expected = tuple(right_by(reader, mention))
            right_name = one_of(expected)
        if expected:
            found += reader.rows("right name", named, right_name, planted=True)
            facts = [c for c in reader.weighing.names.facts(named[0], mention) if right_name(c)]
            right[place] = frozenset(candidate.statement.id for candidate in facts)
    return right


def right_by(reader: Reader, mention: ValueMention | EntityMention) -> Iterator[str]:
    """Yield the statements by which the rules call a figure or name right."""
    for finding in reader.weighing.findings:
        if finding.verdict is Verdict.SUPPORTED and finding.start < mention.end and mention.start < finding.end:
            yield from (one.statement for one in finding.evidence)


def of_holed(reader: Reader, right: Mapping[Place, frozenset[str]]) -> Iterator[Row]:
    """Yield the rows of a true text whose fact base has lost statements."""
    left = {statement.id for statement in reader.checker.base.statements}
    for figure in reader.figures():
        by = right.get(reader.place(figure[1]), frozenset())
        if figure[2] or (by and not by & left):
            yield from reader.rows("slip", figure, never, planted=False)
        if by:
            yield from reader.rows("fact", figure, one_of(by & left), planted=True)
    for name in reader.names():
        by = right.get(reader.place(name[1]), frozenset())
        if name[2] or (by and not by & left):
            yield from reader.rows("wrong name", name, never, planted=False)
        if by:
            yield from reader.rows("right name", name, one_of(by & left), planted=True)


def of_sown(checker: Checker, domain: str, name: str, source: str, times: int) -> Iterator[Row]:
    """Yield the rows of the right figures of a text as chance alters them."""
    document = read_document(name.partition(":")[0], source.encode())
    known = checker.weighing(document)
    claims = (document, known.findings, known.scenes, source)
    right = [*right_figures(*claims), *right_names(*claims)]
    chance = random.Random(f"{domain} {name}")
    for number, group in enumerate(group for _ in range(times) for group in groups(right)):
        changed, longer, wrong = source, 0, {}
        for one in group:
            text = altered(one, checker.base, document, chance)
            if text:
                start, end = (at + longer for at in one.place)
                changed = changed[:start] + text + changed[end:]
                wrong[start, start + len(text)] = one.statements
                longer += len(text) - (end - start)
        if not wrong:
            continue
        reader = Reader.of(checker, domain, f"{name}:sown {number}", changed, counts=False)
        for place, statements in wrong.items():
            for figure in reader.figures([place]):
                yield from reader.rows("slip", figure, one_of(statements), planted=True)
                yield from reader.rows("fact", figure, never, planted=False)
            for found in reader.names([place]):
                yield from reader.rows("wrong name", found, one_of(statements), planted=True)
                yield from reader.rows("right name", found, never, planted=False)


def of_sentences() -> list[Row]:
    """Return the rows of the sentences of the tests, over their small fact base."""
    sys.path.insert(0, str(TESTS))
    from small_base import DAY, checker, document, marked  # noqa: PLC0415

    found: list[Row] = []
    for table in (*RIGHT, SLIPS):
        for number, case in enumerate(yaml.safe_load((TESTS / table).read_text(encoding="utf-8"))):
            day = str(case.get("day", DAY))
            for language in ("nl", "en"):
                text, start, end = marked(case[language]) if "⟦" in case[language] else (case[language], 0, 0)
                source = document(text, language, None if day == "-" else day)
                name = f"{table}:{number}:{language}"
                reader = Reader(checker(), SMALL, name, source, checker().weighing(source), counts=True)
                if table == SLIPS:
                    found += reader.alarms([(start, end)], lambda _: True)
                    continue
                for figure in reader.figures():
                    found += reader.rows("slip", figure, never, planted=False) if figure[2] else ()
                for one in reader.names():
                    found += reader.rows("wrong name", one, never, planted=False) if one[2] else ()
                if table == UNCONFIRMED:
                    for figure in reader.figures([(start, end)]):
                        found += reader.rows("fact", figure, never, planted=False)
                    for one in reader.names([(start, end)]):
                        found += reader.rows("right name", one, never, planted=False)
    return found


def collect(folder: Path | None) -> list[Row]:
    """Return the rows of a domain's folder, or of the sentences of the tests where there is none."""
    return of_sentences() if folder is None else of_folder(folder)
