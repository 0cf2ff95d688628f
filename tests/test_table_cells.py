"""Cells of a table: a row's name says whose a figure is, a column's head which property it is."""

from __future__ import annotations

import pytest
from small_base import DAY, alarms, base, checker

from checker.mentions.scenes import make_scenes
from checker.period import parse
from checker.reading import read_document
from checker.report import Verdict

NL = "De botenbouw aan het meer in cijfers, met een overzicht van wat er bij de werven en de boten hoort.\n\n"
EN = "Boat building on the lake in figures, with an overview of what belongs to the yards and to the boats.\n\n"


def table(language, *rows):
    """A Markdown document with a sentence and a table: the first row holds the heads."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    prose = {"nl": NL, "en": EN}[language]
    return read_document("a.md", (prose + "\n".join(lines) + "\n").encode(), language=language, date=parse(DAY))


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


CELLS = {
    # (language, rows): the cell that is wrong
    "a count": [
        ("nl", [("Werf", "Medewerkers"), ("Halmstra", "250"), ("Okkema", "95")], ["250"]),
        ("en", [("Yard", "Employees"), ("Halmstra", "250"), ("Okkema", "95")], ["250"]),
    ],
    "the count of the second row": [
        ("nl", [("Werf", "Medewerkers"), ("Halmstra", "240"), ("Okkema", "99")], ["99"]),
        ("en", [("Yard", "Employees"), ("Halmstra", "240"), ("Okkema", "99")], ["99"]),
    ],
    "the count of the second column": [
        ("nl", [("Werf", "Medewerkers", "Werkboten"), ("Halmstra", "240", "16")], ["16"]),
        ("en", [("Yard", "Employees", "Workboats"), ("Halmstra", "240", "16")], ["16"]),
    ],
    "a year": [
        ("nl", [("Werf", "Opgericht in"), ("Halmstra", "1962"), ("Okkema", "1978")], ["1962"]),
        ("en", [("Yard", "Founded in"), ("Halmstra", "1962"), ("Okkema", "1978")], ["1962"]),
    ],
    "a measure with its unit": [
        ("nl", [("Boot", "Lengte"), ("Falk 9", "9,8 meter")], ["9,8 meter"]),
        ("en", [("Boat", "Length"), ("Falk 9", "9.8 metres")], ["9.8 metres"]),
    ],
    "a measure that its unit alone tells": [
        ("nl", [("Boot", "Gegevens"), ("Falk 9", "2.530 kilo")], ["2.530 kilo"]),
        ("en", [("Boat", "Details"), ("Falk 9", "2,530 kg")], ["2,530 kg"]),
    ],
    "a name in the head and a property in the row": [
        ("nl", [("", "Falk 9"), ("Lengte", "9,8 meter")], ["9,8 meter"]),
        ("en", [("", "Falk 9"), ("Length", "9.8 metres")], ["9.8 metres"]),
    ],
    "all right": [
        ("nl", [("Werf", "Medewerkers", "Werkboten"), ("Halmstra", "240", "14")], []),
        ("en", [("Yard", "Employees", "Workboats"), ("Halmstra", "240", "14")], []),
    ],
    "a row that nobody knows": [
        ("nl", [("Werf", "Medewerkers"), ("Halmstra", "240"), ("Zeewerf Dijkgraaf", "900")], []),
        ("en", [("Yard", "Employees"), ("Halmstra", "240"), ("Dijkgraaf Yachts", "900")], []),
    ],
    "a column that nobody knows": [
        ("nl", [("Werf", "Leerlingen"), ("Halmstra", "38"), ("Okkema", "7")], []),
        ("en", [("Yard", "Apprentices"), ("Halmstra", "38"), ("Okkema", "7")], []),
    ],
    "two measures of one kind in a row": [
        ("nl", [("Boot", "Kiel", "Mast"), ("Falk 9", "2 meter", "14 meter")], []),
        ("en", [("Boat", "Keel", "Mast"), ("Falk 9", "2 metres", "14 metres")], []),
    ],
    "columns of years": [
        ("nl", [("Medewerkers", "2024", "2025"), ("Halmstra", "225", "240")], []),
        ("en", [("Employees", "2024", "2025"), ("Halmstra", "225", "240")], []),
    ],
}


@pytest.mark.parametrize(
    ("language", "rows", "wanted"),
    [pytest.param(*case, id=f"{what}-{case[0]}") for what, cases in CELLS.items() for case in cases],
)
def test_a_cell_is_judged_by_its_heads(language, rows, wanted):
    assert [f.text for f in alarms(checker().check(table(language, *rows)))] == wanted


@pytest.mark.parametrize(
    ("language", "rows", "text"),
    [
        ("nl", [("Werf", "Medewerkers"), ("Halmstra", "240")], "240"),
        ("en", [("Yard", "Employees"), ("Halmstra", "240")], "240"),
        ("nl", [("Boot", "Lengte"), ("Falk 9", "9,2 meter")], "9,2 meter"),
        ("en", [("Boat", "Length"), ("Falk 9", "9.2 metres")], "9.2 metres"),
    ],
)
def test_a_right_cell_is_confirmed(language, rows, text):
    found = checker().check(table(language, *rows)).findings
    assert [(f.text, f.verdict) for f in found] == [(text, Verdict.SUPPORTED)]


def heads(document):
    """The text of each cell with those of its heads: the row's first, then the column's."""
    found = make_scenes(document, base(), checker()._index(document.language))
    cells = [scene for scene in found if scene.kind == "cell"]
    text = {scene.index: document.text[scene.sentence.start : scene.sentence.end] for scene in found}
    return {text[cell.index]: [text[head] for head in cell.heads] for cell in cells}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_cell_inside_a_table_has_two_heads(language):
    document = table(language, ("W", "A", "B"), ("X", "1", "2"), ("Y", "3", "4"))
    assert heads(document) == {
        "W": [], "A": [], "B": [], "X": ["W"], "1": ["X", "A"], "2": ["X", "B"],
        "Y": ["W"], "3": ["Y", "A"], "4": ["Y", "B"],
    }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_second_table_has_heads_of_its_own(language):
    prose = {"nl": NL, "en": EN}[language]
    source = f"{prose}| W | A |\n|---|---|\n| X | 1 |\n\n{prose}| V | C |\n|---|---|\n| Z | 9 |\n"
    document = read_document("a.md", source.encode(), language=language, date=parse(DAY))
    assert heads(document)["9"] == ["Z", "C"]
