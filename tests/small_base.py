"""A small invented world to test the stages of checking with: a sailing race, its sailors, a boatyard and a boat.

`check` takes a text and returns its report; a text is of 20 May 2025 unless it is told otherwise. `marked` reads a text
in which ⟦...⟧ stands around the words that a test is about.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.document import Block, BlockKind, Document
from checker.factbase.load import load_facts
from checker.mentions.scenes import make_scenes
from checker.period import parse
from checker.pipeline import Checker, Options
from checker.report import Severity

if TYPE_CHECKING:
    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import DocumentReport, Finding

DAY = "2025-05-20"
NAMES = (
    "Nora Vellinga",
    "Norah Vellinga",
    "Brandl",
    "Iris Kuipers",
    "Halmstra",
    "Falk 9",
    "Zilvermeerronde 2025",
    "Lemmer",
)
"""Some of the names of the base, to make texts of."""

PEOPLE = """
nora-vellinga:
  type: person
  name: Nora Vellinga
  discouraged: [Norah Vellinga]
  gender: female
  facts:
    born: 1988-03-14
    birthplace: lemmer
    nationality: netherlands
    starts: {value: 12, where: {event: zilvermeer}, valid: 2024-09-09/2025-08-31}
    debut: {value: 2011, where: {event: zilvermeer}}
    result:
      - {value: 5, where: {event: zilvermeer, year: 2022, class: tweemans}}
      - {value: 2, where: {event: zilvermeer, year: 2023, class: solo}}
      - {value: 1, where: {event: zilvermeer, year: 2024, class: solo}}
    sailing_master: zdenek-brandl
zdenek-brandl:
  type: person
  name: Zdeněk Brandl
  gender: male
  facts:
    born: 1981-11-02
    nationality: czechia
    titles: {value: 3, valid: 2022-10-01/..}
iris-kuipers:
  type: person
  name: Iris Kuipers
  gender: female
  facts:
    born: 1979-08
    role: {value: {nl: algemeen directeur, en: managing director}, where: {organisation: halmstra}, valid: 2021-09-01/..}
dirk-okma:
  type: person
  name: Dirk Okma
  gender: male
  facts:
    role: {value: {nl: algemeen directeur, en: managing director}, where: {organisation: halmstra}, valid: 2012-01-01/2021-08-31}
femke-roorda:
  type: person
  name: Femke Roorda
  aliases: [Femmie Roorda]
  gender: female
  facts:
    role: {value: {nl: woordvoerder, en: spokesperson}, where: {organisation: halmstra}, valid: 2023-02-01/..}
    joined: {value: 2016, where: {organisation: halmstra}}
    residence: lemmer
fiona-carrick:
  type: person
  name: Fiona Carrick
  gender: female
  facts:
    nationality: united-kingdom
ewan-tarrant:
  type: person
  name: Ewan Tarrant
  gender: male
  facts:
    nationality: scotland
"""

THINGS = """
halmstra:
  type: company
  name: Halmstra Jachten
  aliases: [Halmstra]
  facts:
    founded: 1952-05-07
    headquarters: lemmer
    employees:
      - {value: 225, valid: 2024-01-01/2024-12-31}
      - {value: 240, valid: 2025-01-01/2025-12-31}
      - {value: 262, valid: 2026-01-01/..}
    revenue:
      - {value: EUR 44.1 million, where: {year: 2023}}
      - {value: EUR 48.3 million, where: {year: 2024}}
    market_share: {value: 14 %, valid: 2025-01-01/..}
    workshop_boats: {value: 14, valid: 2025-01-01/..}
    website: https://www.halmstra-jachten.example
    email: pers@halmstra-jachten.example
    phone: +31 514 555 270
okkema:
  type: company
  name: Okkema
  facts:
    founded: 1978
    country: netherlands
    employees: {value: 95, valid: 2025-01-01/..}
falk:
  type: product
  name: Falk 9
  facts:
    manufacturer: halmstra
    length: 9.2 metre
    weight: 2350 kilogram
    power: 30 kilowatt
    price: EUR 189500
    warranty: 5 years
    opened: 2023-11-18
zilvermeer:
  type: event
  name: Zilvermeerronde
  facts:
    first_edition: 1994
    governing_body: waterbond
zilvermeer-2025:
  type: event
  name: Zilvermeerronde 2025
  facts:
    part_of: zilvermeer
    start: 2025-06-03
    end: 2025-06-15
    distance: 1240 kilometre
    participants: 86
    stages: 9
    tickets: 12000
    start_place: lemmer
    finish_place: sigtun
waterbond:
  type: organisation
  name: {nl: Waterbond, en: Waterbond}
  facts:
    founded: 1931
    members: {value: {min: 5000}}
    gifts: {value: EUR 11 million, valid: 2025-01-01/..}
partnership:
  type: agreement
  name: {nl: overeenkomst met de Zilvermeerronde, en: agreement with the Zilvermeerronde}
  facts:
    parties: {value: [halmstra, zilvermeer]}
    duration: 3 years
    start: 2024-10-01
    end: 2027-09-30
harbour-plan:
  type: project
  name: {nl: havenplan, en: harbour plan}
  facts:
    investment: EUR 6 million
yearbook:
  type: product
  name: {nl: jaarboek, en: yearbook}
  facts:
    pages: 208
    publisher: waterbond
havenhal:
  type: place
  name: Havenhal
  facts:
    city: lemmer
    area: 4200 square metre
    opened: 2019-04-12
lemmer:
  type: place
  name: Lemmer
  facts:
    country: netherlands
    population: {value: 10300, valid: 2025-01-01/..}
sigtun:
  type: place
  name: Sigtun
  facts:
    country: sweden
"""

VOCABULARY = """
properties:
  workshop_boats: {type: count, label: {nl: werkboten, en: workboats}, counts: {nl: [werkboot, boot], en: [workboat, boat]}}
  gifts: {type: money, label: {nl: opbrengst, en: total raised}, cues: {nl: [bracht op], en: [raised]}}
  warranty: {type: duration, label: {nl: garantie, en: warranty}, excludes: {nl: [tuigage], en: [rigging]}}
  sailing_master: {like: navigator, label: {nl: stuurman, en: helmsman}, cues: {nl: [stuurman], en: [helmsman]}}
tables:
  races:
    file: tables/races.csv
    columns: {sailor: person, event: event, year: year, position: ordinal}
    complete: 2011/2025-06
derived:
  wins: {count: races, subject: sailor, where: {position: 1}, by: event, time: year}
"""

RACES = """sailor,event,year,position
zdenek-brandl,zilvermeer,2011,1
zdenek-brandl,zilvermeer,2013,1
zdenek-brandl,zilvermeer,2016,1
zdenek-brandl,zilvermeer,2019,1
nora-vellinga,zilvermeer,2018,1
nora-vellinga,zilvermeer,2022,5
nora-vellinga,zilvermeer,2023,2
nora-vellinga,zilvermeer,2024,1
"""


@cache
def base() -> FactBase:
    """The small fact base, loaded once."""
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts"
        (facts / "tables").mkdir(parents=True)
        (facts / "people.yaml").write_text(PEOPLE, encoding="utf-8")
        (facts / "things.yaml").write_text(THINGS, encoding="utf-8")
        (facts / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
        (facts / "tables" / "races.csv").write_text(RACES, encoding="utf-8")
        return load_facts(str(facts))


@cache
def checker(ui: str = "en") -> Checker:
    """A checker of the small base whose prose is in a language."""
    return Checker(base(), Options(ui=ui))


@cache
def checker_of(vocabulary: str, facts: str) -> Checker:
    """A checker of another base: its properties and its entities, both as YAML."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "facts"
        own.mkdir()
        (own / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
        (own / "world.yaml").write_text(facts, encoding="utf-8")
        return Checker(load_facts(str(own)), Options(ui="en"))


def document(text: str, language: str, day: str | None = DAY) -> Document:
    """A document whose blocks are the lines of a text; a line that begins with "# " is a heading, without the mark."""
    blocks, start = [], 0
    for line in text.split("\n"):
        heading = line.startswith("# ")
        first = start + (2 if heading else 0)
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        if line[first - start :].strip():
            blocks.append(Block(kind=kind, start=first, end=start + len(line)))
        start += len(line) + 1
    date = parse(day) if day else None
    return Document(path="text", source=text, text=text, blocks=tuple(blocks), language=language, date=date)


def check(text: str, language: str, day: str | None = DAY, ui: str = "en") -> DocumentReport:
    """The report on a text."""
    return checker(ui).check(document(text, language, day))


def scenes(text: str, language: str, day: str | None = DAY) -> list[Scene]:
    """The sentences of a text with all that was found in them, before any claim is judged."""
    return make_scenes(document(text, language, day), base(), checker()._index(language))


def alarms(report: DocumentReport) -> list[Finding]:
    """The findings that an editor has to look at."""
    return [f for f in report.findings if f.severity in (Severity.ERROR, Severity.WARNING)]


def marked(text: str) -> tuple[str, int, int]:
    """A text without its ⟦marks⟧, and the span that they mark."""
    start = text.index("⟦")
    plain = text.replace("⟦", "", 1)
    end = plain.index("⟧")
    return plain.replace("⟧", "", 1), start, end
