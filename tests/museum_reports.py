"""Three reports on an invented museum, built by hand: every verdict, nothing at all, and what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from checker.document import Block, BlockKind, Document, SourceMap
from checker.errors import Problem
from checker.period import parse
from checker.report import (
    DocumentReport,
    Evidence,
    Finding,
    Part,
    Repair,
    Report,
    SourceNote,
    Unverified,
    Verdict,
)

SOURCES = {
    "annual-2024": SourceNote(
        id="annual-2024",
        publisher="Lantern Museum",
        title="Annual report 2024",
        date="2025-03-01",
        url="https://lantern.example/annual?year=2024&part=1",
    ),
    "register": SourceNote(id="register", publisher="Chamber of Records", title="Entry 4411", date="2023"),
    "unsafe": SourceNote(id="unsafe", publisher="Elsewhere", title="A page", url="javascript:alert(1)"),
}


@dataclass
class Draft:
    """Builds a document block by block, with a source that is longer than the text by its markup."""

    path: str
    title: str | None
    language: str
    date: str | None
    source: str = ""
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    runs: list[tuple[int, int]] = field(default_factory=list)

    def add(self, kind: BlockKind, text: str, markup: str = "", **place: int) -> None:
        self.source += markup
        self.runs.append((len(self.text), len(self.source)))
        self.blocks.append(Block(kind=kind, start=len(self.text), end=len(self.text) + len(text), **place))
        self.source += text + "\n\n"
        self.text += text + "\n\n"

    def document(self, notices: tuple[Problem, ...] = ()) -> Document:
        return Document(
            path=self.path,
            source=self.source,
            text=self.text,
            blocks=tuple(self.blocks),
            source_map=SourceMap(tuple(self.runs) or ((0, 0),)),
            title=self.title,
            language=self.language,
            date=parse(self.date) if self.date else None,
            date_origin="front-matter" if self.date else None,
            digest="0" * 64,
            notices=notices,
        )

    def span(self, text: str, sentence: str | None = None) -> tuple[int, int]:
        within = self.text.index(sentence) if sentence else 0
        start = self.text.index(text, within)
        return start, start + len(text)

    def part(self, role: str, text: str, sentence: str | None = None) -> Part:
        start, end = self.span(text, sentence)
        return Part(role, text, start, end)

    def finding(
        self,
        verdict: Verdict,
        text: str,
        sentence: str,
        *,
        repairs: tuple[str, ...] = (),
        parts: dict[str, str] | None = None,
        **rest: Any,
    ) -> Finding:
        start, end = self.span(text, sentence)
        return Finding(
            verdict=verdict,
            check=rest.pop("check", "fact"),
            start=start,
            end=end,
            text=text,
            sentence=sentence,
            explanation=rest.pop("explanation", ""),
            parts=tuple(self.part(role, words, sentence) for role, words in (parts or {}).items()),
            repairs=tuple(Repair(start, end, repair) for repair in repairs),
            **rest,
        )

    def unverified(self, text: str, sentence: str, reason: str, kind: str = "count", **value: Any) -> Unverified:
        start, end = self.span(text, sentence)
        return Unverified(
            text=text, start=start, end=end, type=kind, value={"type": kind, **value}, reason=reason, sentence=sentence
        )


def evidence(statement: str, label: str, line: int = 8, **rest: Any) -> Evidence:
    rest.setdefault("sources", ("annual-2024",))
    return Evidence(statement=statement, label=label, file="facts/museum.yaml", line=line, **rest)


def english_draft() -> DocumentReport:
    draft = Draft("drafts/opening.md", "Lantern Museum opens its north wing", "en", "2025-05-07")
    opening = "The Lantern Museum in Oudehaven opens its north wing on Tuesday 7 May 2025."
    director = "Director Ines Falk, 36, calls it the largest project since the museum was founded in 1911."
    visitors = "Last year 412,000 people came, 12 per cent more than in 2023."
    ships = "Its collection holds 38 ship models, and the wing cost 4.2 million euros."
    chair = "Bram Oss has been chair of the board since 2016."
    rooms = "Falk & team: “We <em>gain</em> 14 rooms.”"
    prize = "The museum won the Beacon Prize three times, most recently in 2021."
    visit = "Address: 12 Quay Street. Telephone: 0123-45."
    about = "About the Lantren Museum: it employs 85 people and has been a foundation since 1911."
    draft.add(BlockKind.HEADLINE, "Lantern Museum opens its north wing", "# ")
    draft.add(BlockKind.PARAGRAPH, f"{opening} {director}")
    draft.add(BlockKind.HEADING, "A record year", "## ", level=2)
    draft.add(BlockKind.PARAGRAPH, f"{visitors} {ships}")
    draft.add(BlockKind.QUOTE, rooms, "> ")
    draft.add(BlockKind.HEADING, "In short", "## ", level=2)
    draft.add(BlockKind.ITEM, prize, "- ")
    draft.add(BlockKind.ITEM, chair, "- ")
    draft.add(BlockKind.ITEM, "Open from 10 to 17 hours.", "  - ", level=2)
    for row, cells in enumerate((("Year", "Visitors"), ("2023", "367,000"), ("2024", "412,000"))):
        for column, cell in enumerate(cells):
            draft.add(BlockKind.CELL, cell, "| ", row=row, column=column)
    draft.add(BlockKind.CAPTION, "Photo: the north wing, 2,400 square metres.", "![](wing.jpg) ")
    draft.add(BlockKind.PARAGRAPH, visit)
    draft.add(BlockKind.BOILERPLATE, about)
    wrong, right = Verdict.CONTRADICTED, Verdict.SUPPORTED
    museum = {"subject": "lantern-museum", "subject_name": "Lantern Museum"}
    findings = [
        draft.finding(
            right, "7 May 2025", opening, property="opened", property_label="opened", claimed="7 May 2025", **museum,
            evidence=(evidence("lantern-museum.opened", "Lantern Museum, north wing opened: 7 May 2025"),),
            explanation="The fact base says the same.",
        ),
        draft.finding(
            Verdict.INCONSISTENT, "Tuesday", opening, check="weekday", repairs=("Wednesday",), claimed="Tuesday",
            expected="Wednesday", related=(draft.part("date", "7 May 2025"),),
            explanation="7 May 2025 is a Wednesday, not a Tuesday.",
        ),
        draft.finding(
            wrong, "36", director, property="born", property_label="born", subject="ines-falk", subject_name="Ines Falk",
            parts={"subject": "Ines Falk"}, claimed="age 36", expected="35 on 7 May 2025 (born 14 August 1989)",
            claimed_value={"type": "age", "number": 36, "unit": "year"},
            expected_value={"type": "age", "number": 35, "unit": "year"},
            evidence=(evidence("ines-falk.born", "Ines Falk, born: 14 August 1989", sources=("register", "unsafe")),),
            explanation="On 7 May 2025 Ines Falk is 35: she was born on 14 August 1989.", repairs=("35",), confidence=0.97,
        ),
        draft.finding(
            right, "1911", director, property="founded", property_label="founded", claimed="1911", **museum,
            parts={"cue": "founded"}, evidence=(evidence("lantern-museum.founded", "Lantern Museum, founded: 1911"),),
            explanation="The fact base says the same.",
        ),
        draft.finding(
            Verdict.INCONSISTENT, "12 per cent", visitors, check="percentage", repairs=("12.3 per cent",),
            claimed="12 per cent more", expected="12.3 per cent more", confidence=0.8,
            related=(draft.part("base", "367,000"), draft.part("total", "412,000", "2024\n")),
            explanation="From 367,000 to 412,000 is 12.3 per cent more.",
        ),
        draft.finding(
            right, "412,000", visitors, property="visitors", property_label="visitors", claimed="412,000", **museum,
            evidence=(evidence("lantern-museum.visitors", "Lantern Museum, visitors: 412,000", valid="2024"),),
        ),
        draft.finding(
            wrong, "4.2 million euros", ships, property="cost", property_label="cost", claimed="4.2 million euros",
            expected="4.6 million euros", repairs=("4.6 million euros",), subject="north-wing", subject_name="north wing",
            parts={"subject": "the wing", "cue": "cost"},
            evidence=(evidence("north-wing.cost", "north wing, cost: € 4,600,000", note="final account"),),
            explanation="The north wing cost 4.6 million euros.", confidence=0.91,
        ),
        draft.finding(
            right, "14", rooms, property="rooms", property_label="rooms", claimed="14", **museum, confidence=0.62,
            evidence=(evidence("north-wing.rooms", "north wing, rooms: 14", sources=()),),
        ),
        draft.finding(
            wrong, "three times", prize, property="wins", property_label="wins", claimed="3", expected="2", **museum,
            parts={"cue": "won", "qualifier": "Beacon Prize", "time": "2021"}, repairs=("twice", "2 times"),
            evidence=(
                evidence(
                    "prizes", "Lantern Museum, prizes: 2 up to 2025", valid="2009/2025", line=3,
                    rows=({"year": "2014", "prize": "Beacon Prize", "note": ""}, {"year": "2021", "prize": "Beacon Prize", "note": "shared <1>"}),
                ),
            ),
            explanation="The table of prizes has two rows for the Lantern Museum: 2014 and 2021.", confidence=0.88,
        ),
        draft.finding(
            Verdict.UNCLEAR, "2021", prize, property="result", property_label="result", **museum, claimed="2021",
            explanation="This may be the year of the award or of the shared prize.", confidence=0.4,
        ),
        draft.finding(
            Verdict.OUTDATED, "Bram Oss", chair, property="role", property_label="role", subject="bram-oss",
            subject_name="Bram Oss", parts={"cue": "chair"}, claimed="Bram Oss", expected="Nadia Quist (since 2 January 2025)",
            repairs=("Nadia Quist",), confidence=0.93,
            evidence=(evidence("bram-oss.role", "Bram Oss, role: chair of the board", valid="2016-02-01/2025-01-01"),),
            explanation="Bram Oss was chair until 1 January 2025; since then it is Nadia Quist.",
        ),
        draft.finding(
            Verdict.OUTDATED, "chair of the board since 2016", chair, property="role", property_label="role", confidence=0.5,
            claimed="since 2016", expected="2016 to 2025", evidence=(), explanation="The role ended on 1 January 2025.",
        ),
        draft.finding(
            right, "2,400 square metres", "Photo: the north wing, 2,400 square metres.", property="area",
            property_label="area", claimed="2,400 m²", evidence=(evidence("north-wing.area", "north wing, area: 2,400 m²"),),
        ),
        draft.finding(
            Verdict.INCONSISTENT, "0123-45", visit, check="contact", claimed="0123-45",
            explanation="This telephone number is too short.", confidence=0.9,
        ),
        draft.finding(
            Verdict.MISSPELLED, "Lantren Museum", about, check="name", claimed="Lantren Museum", expected="Lantern Museum",
            repairs=("Lantern Museum",), explanation="The name is written “Lantern Museum”.", **museum,
            evidence=(evidence("lantern-museum.name", "Lantern Museum, name: Lantern Museum", line=2),),
        ),
    ]  # fmt: skip
    unverified = [
        draft.unverified("38", ships, "no-statement", number=38, noun="ship models"),
        draft.unverified("10 to 17 hours", "Open from 10 to 17 hours.", "no-subject", "duration", duration="PT10H"),
        draft.unverified("85", about, "no-statement", number=85),
        draft.unverified("12", visit, "role", number=12),
    ]
    return DocumentReport(
        document=draft.document(),
        as_of=parse("2025-05-07"),
        findings=tuple(sorted(findings, key=lambda item: (item.start, item.end))),
        unverified=tuple(sorted(unverified, key=lambda item: item.start)),
        notices=(
            Problem(
                path=draft.path, code="date-disagreement", line=1, warning=True,
                message="the front matter says 7 May 2025, the file name 6 May 2025; the front matter is used",
            ),
        ),
    )  # fmt: skip


def dutch_draft() -> DocumentReport:
    draft = Draft("drafts/nieuws/vleugel.txt", "Nieuwe vleugel", "nl", "2025-05")
    sentence = "De 35-jarige directeur Ines Falk opent in mei 14 zalen."
    draft.add(BlockKind.HEADLINE, "Nieuwe vleugel")
    draft.add(BlockKind.PARAGRAPH, sentence)
    finding = draft.finding(
        Verdict.SUPPORTED, "35-jarige", sentence, property="born", property_label="born", subject="ines-falk",
        subject_name="Ines Falk", claimed="age 35", explanation="The fact base says the same.",
        evidence=(evidence("ines-falk.born", "Ines Falk, born: 14 August 1989", sources=("register",)),),
    )  # fmt: skip
    return DocumentReport(
        document=draft.document(),
        as_of=parse("2025-05"),
        findings=(finding,),
        unverified=(draft.unverified("14", sentence, "too-precise", number=14),),
    )


def _report(ui: str, *documents: DocumentReport, errors: tuple[Problem, ...] = (), **rest: Any) -> Report:
    return Report(
        tool_version="1.2.3",
        ui=ui,
        fact_base_path="facts",
        fact_base_digest="f" * 64,
        entities=6,
        statements=41,
        documents=documents,
        errors=errors,
        sources=SOURCES,
        **rest,
    )


def every_verdict() -> Report:
    """Two documents, in English, with every verdict, overlapping marks and every kind of block."""
    return _report("en", english_draft(), dutch_draft())


def nothing_found() -> Report:
    """One document without a single claim, and one that is empty; the interface is Dutch."""
    draft = Draft("drafts/leeg.txt", None, "nl", "2025")
    draft.add(BlockKind.PARAGRAPH, "Het museum is mooi.")
    empty = Draft("drafts/niets.txt", None, "nl", "2025-01-03/2025-01-17")
    return _report(
        "nl", *(DocumentReport(document=d.document(), as_of=None, findings=(), unverified=()) for d in (draft, empty))
    )


def undated_and_errors() -> Report:
    """A document without a date, and files that could not be read; no fact base path, the interface is Dutch."""
    draft = Draft("C:\\persberichten\\..\\ongedateerd.md", "Ongedateerd", "nl", None)
    sentence = "Ines Falk (36) leidt het museum sinds 2019."
    draft.add(BlockKind.PARAGRAPH, sentence)
    finding = draft.finding(
        Verdict.CONTRADICTED, "2019", sentence, property="role", property_label="rol", subject="ines-falk",
        subject_name="Ines Falk", claimed="sinds 2019", expected="sinds 2018", repairs=("2018",), confidence=0.9,
        evidence=(evidence("ines-falk.role", "Ines Falk, rol: directeur", valid="2018-04/..", sources=("weg",)),),
        explanation="Ines Falk is directeur sinds april 2018.",
    )  # fmt: skip
    document = DocumentReport(
        document=draft.document(),
        as_of=None,
        findings=(finding,),
        unverified=(draft.unverified("36", sentence, "undated", "age", number=36, unit="year"),),
    )
    errors = (
        Problem(path="drafts/stuk.docx", code="unreadable", message="dit bestand is geen DOCX"),
        Problem(path="facts/people.yaml", code="unknown-key", message="onbekende sleutel “nam”", line=4, column=3),
    )
    warnings = (Problem(path="facts/museum.yaml", code="no-source", message="feit zonder bron", line=9, warning=True),)
    return _report("nl", document, errors=errors, warnings=warnings)


REPORTS = {"every_verdict": every_verdict, "nothing_found": nothing_found, "undated_and_errors": undated_and_errors}
