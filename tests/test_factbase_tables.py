"""CSV tables: which cells are in order, and what is counted over their rows, and for which time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import period
from checker.errors import DataError
from checker.factbase.load import load_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from checker.errors import Problem
    from checker.factbase.model import FactBase

ENTITIES = """
ada: {type: person, name: Ada}
eda: {type: person, name: Eda}
cup: {type: event, name: Cup}
gala: {type: event, name: Gala}
"""
TABLE = "results: {file: tables/results.csv, columns: {who: person, event: event, year: year, position: ordinal}, complete: 2010/2020}"
DERIVED = "wins: {count: results, subject: who, where: {position: 1}, by: event, time: year}"
CSV = "who,event,year,position\nada,cup,2012,1\nada,cup,2015,2\nada,cup,2018,1\neda,gala,2011,1\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A function that writes a fact base with one table into `facts` of the working directory."""

    def files(csv: str | bytes = CSV, table: str = TABLE, derived: str = DERIVED, facts: str = "") -> None:
        (tmp_path / "facts" / "tables").mkdir(parents=True)
        (tmp_path / "facts" / "entities.yaml").write_text(ENTITIES + facts, encoding="utf-8")
        vocabulary = f"tables:\n  {table}\nderived:\n  {derived}\n"
        (tmp_path / "facts" / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
        data = csv if isinstance(csv, bytes) else csv.encode()
        (tmp_path / "facts" / "tables" / "results.csv").write_bytes(data)
        monkeypatch.chdir(tmp_path)

    return files


def problems() -> list[Problem]:
    try:
        return list(load_facts("facts").warnings)
    except DataError as error:
        return list(error.problems)


def wins(base: FactBase, who: str, day: str, where: Mapping[str, str]) -> list[tuple[int, int, int]]:
    """(fewest, most, rows behind) of each statement that holds on a day."""
    return [
        (int(s.value.low), int(s.value.high), len(s.rows))
        for s in base.facts_of(who, "wins")
        if s.valid.covers(period.parse(day)) and dict(s.where) == where
    ]


@pytest.mark.parametrize(
    ("who", "event", "day", "expected"),
    [
        ("ada", "cup", "2011-06-01", [(0, 0, 0)]),
        ("ada", "cup", "2012-06-01", [(0, 1, 1)]),  # inside the year of the win it may be before or after it
        ("ada", "cup", "2013-06-01", [(1, 1, 1)]),
        ("ada", "cup", "2018-06-01", [(1, 2, 2)]),
        ("ada", "cup", "2019-06-01", [(2, 2, 2)]),
        ("ada", "cup", "2020-12-31", [(2, 2, 2)]),
        ("eda", "gala", "2020-12-31", [(1, 1, 1)]),
        # Outside what the table declares complete nothing is said.
        ("ada", "cup", "2009-12-31", []),
        ("ada", "cup", "2021-01-01", []),
        ("eda", "cup", "2019-06-01", []),
    ],
)
def test_counts_rows_at_a_day(who, event, day, expected, write):
    write()
    assert wins(load_facts("facts"), who, day, {"event": event}) == expected


@pytest.mark.parametrize(
    ("csv", "table", "derived", "day", "expected"),
    [
        # Rows before and after the declared time.
        ("who,year\nada,2008\nada,2012\nada,2022\n", "complete: 2010/2020", "time: year", "2010-01-01", [(1, 1, 1)]),
        ("who,year\nada,2008\nada,2012\nada,2022\n", "complete: 2010/2020", "time: year", "2020-12-31", [(2, 2, 2)]),
        ("who,year\nada,2008\nada,2012\nada,2022\n", "complete: 2010/2020", "time: year", "2022-06-01", []),
        # A year and a day in it: both may or may not have been.
        ("who,day\nada,2012\nada,2012-05-01\n", "complete: 2010/..", "time: day", "2012-05-02", [(0, 2, 2)]),
        ("who,day\nada,2012\nada,2012-05-01\n", "complete: 2010/..", "time: day", "2013-01-01", [(2, 2, 2)]),
        ("who,day\nada,2012-05-01\n", "complete: 2010/..", "time: day", "2012-05-01", [(0, 1, 1)]),
        ("who,day\nada,2012-05-01\n", "complete: 2010/..", "time: day", "2012-05-02", [(1, 1, 1)]),
        ("who,day\nada,2012-05-01/..\n", "complete: ../2020", "time: day", "2013-01-01", [(0, 1, 1)]),
        # No column of time: the count at the end.
        ("who,year\nada,2011\nada,2012\n", "complete: 2010/2020", "", "2015-01-01", [(2, 2, 2)]),
        # Excel's kind of CSV.
        ("\ufeffwho;year\r\nada;2011\r\n\r\nada;2012\r\n", "complete: 2010/2020", "", "2015-01-01", [(2, 2, 2)]),
        (" who , year \n ada , 2011 \n", "complete: 2010/2020", "", "2015-01-01", [(1, 1, 1)]),
        ('who,year,remark\nada,2011,"two\nlines, a comma"\n', "complete: 2010/2020", "", "2015-01-01", [(1, 1, 1)]),
    ],
)
def test_counts_by_other_times(csv, table, derived, day, expected, write):
    column = "day: date" if "day" in csv.split("\n")[0] else "year: year"
    spec = ", ".join(filter(None, ("count: results, subject: who", derived)))
    write(
        csv,
        table=f"results: {{file: tables/results.csv, columns: {{who: person, {column}}}, {table}}}",
        derived=f"wins: {{{spec}}}",
    )
    assert wins(load_facts("facts"), "ada", day, {}) == expected


def table(text: str) -> dict[str, str]:
    return {"table": f"results: {{{text}}}"}


COLUMNS = "columns: {who: person, event: event, year: year, position: ordinal}"
BROKEN = {
    "unknown entity": ({"csv": CSV.replace("eda,", "edda,")}, "tables/results.csv:5 table-cell column “who”: unknown entity “edda” (did you mean “eda”?)"),
    "entity of another type": ({"csv": CSV.replace("eda,gala", "cup,gala")}, "tables/results.csv:5 table-cell expected an entity of type person, but “cup” is of type event"),
    "no number": ({"csv": CSV.replace("2012,1", "2012,first")}, "tables/results.csv:2 table-cell column “position”: “first” is no whole number"),
    "no year": ({"csv": CSV.replace("2012", "'12")}, "tables/results.csv:2 table-cell column “year”", "vocabulary.yaml:4 table-cell have no “year”"),
    "other digits": ({"csv": CSV.replace("2012,1", "2012,١")}, "tables/results.csv:2 table-cell is no whole number"),
    "too few cells": ({"csv": CSV + "ada,cup\n"}, "tables/results.csv:6 table-cell this row has 2 cells, the first line has 4"),
    "too many cells": ({"csv": CSV + "ada,cup,2019,1,x\n"}, "tables/results.csv:6 table-cell this row has 5 cells"),
    "no such column": ({"csv": CSV.replace("who,", "whom,")}, "tables/results.csv:1 table-column “who” is declared in the vocabulary but not in the first line (did you mean “whom”?)"),
    "a column twice": ({"csv": CSV.replace("who,event", "who,who")}, "tables/results.csv:1 table-column “who” stands twice in the first line", "tables/results.csv:1 table-column “event”"),
    "an empty file": ({"csv": "", "derived": ""}, *[f"tables/results.csv:1 table-column “{name}”" for name in ("who", "event", "year", "position")]),
    "not UTF-8": ({"csv": CSV.encode() + b"ad\xe9,cup,2019,1\n"}, "tables/results.csv:6 encoding save the file as UTF-8"),
    "a huge cell": ({"csv": CSV + f"ada,cup,2019,{'1' * 200_000}\n"}, "tables/results.csv:6 table-cell not valid CSV"),
    "no such file": (table(f"file: tables/result.csv, {COLUMNS}"), "vocabulary.yaml:2 missing-file there is no file “tables/result.csv”"),
    "a folder": (table(f"file: tables, {COLUMNS}"), "vocabulary.yaml:2 missing-file there is no file “tables”"),
    "a file outside": (table(f"file: ../../etc/passwd, {COLUMNS}"), "vocabulary.yaml:2 missing-file lies outside the fact base"),
    "an absolute file": (table(f"file: /etc/passwd, {COLUMNS}"), "vocabulary.yaml:2 missing-file lies outside the fact base"),
    "a name that is too long": (table(f"file: {'x' * 5000}, {COLUMNS}"), "vocabulary.yaml:2 missing-file there is no file"),
    "no file given": (table(COLUMNS), "vocabulary.yaml:2 missing-key “file”"),
    "unknown type of column": (table("file: tables/results.csv, complete: 2010/2020, columns: {who: persn, event: event, year: year, position: ordinal}"), "vocabulary.yaml:2 unknown-type “who”: unknown type of column “persn” (did you mean “person”?)"),
    "complete that is no time": (table(f"file: tables/results.csv, complete: always, {COLUMNS}"), "vocabulary.yaml:2 bad-date “always” is no EDTF date", "vocabulary.yaml:4 not-complete"),
    "unknown source of a table": (table(f"file: tables/results.csv, complete: 2010/2020, source: rumour, {COLUMNS}"), "vocabulary.yaml:2 unknown-source “rumour”"),
    "not declared complete": (table(f"file: tables/results.csv, {COLUMNS}"), "vocabulary.yaml:4 not-complete does not declare for which years"),
    "unknown table": ({"derived": "wins: {count: result, subject: who}"}, "vocabulary.yaml:4 unknown-table “result” (did you mean “results”?)"),
    "unknown column": ({"derived": "wins: {count: results, subject: whom}"}, "vocabulary.yaml:4 table-column has no column “whom” (did you mean “who”?)"),
    "unknown columns everywhere": ({"derived": "wins: {count: results, subject: who, where: {place: 1}, by: [cup], time: date}"}, *["vocabulary.yaml:4 table-column has no column"] * 3),
    "unknown property": ({"derived": "winz: {count: results, subject: who}"}, "vocabulary.yaml:4 unknown-property “winz” (did you mean “wins”?)"),
    "a property that is no count": ({"derived": "born: {count: results, subject: who}"}, "vocabulary.yaml:4 wrong-type born is of type date"),
    "a column that is no time": ({"derived": "wins: {count: results, subject: who, time: position}"}, "vocabulary.yaml:4 wrong-type “position” holds no dates"),
    "a wrong key": ({"derived": "wins: {count: results, subjekt: who}"}, "vocabulary.yaml:4 unknown-key (did you mean “subject”?)", "vocabulary.yaml:4 missing-key “subject”"),
    "a count that the base states otherwise": ({"facts": "ida: {type: person, name: Ida}\nuda: {type: person, name: Uda, facts: {wins: 7}}\n", "csv": CSV.replace("eda,gala,2011", "uda,,2011")}, "vocabulary.yaml:4 contradiction (counted over a table) contradicts “uda.wins” at facts/entities.yaml:7"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_says_what_is_wrong_and_where(case, write):
    arguments, *expected = case
    write(**arguments)
    found = [problem for problem in problems() if problem.code not in ("empty-fact-base", "no-source", "contradiction")]
    found += [problem for problem in problems() if problem.code == "contradiction"][:1]
    wanted = [text.split(" ", 2) for text in expected]
    assert sorted(f"{p.path}:{p.line} {p.code}" for p in found) == sorted(
        f"facts/{where} {code}" for where, code, *_ in wanted
    )
    for _, code, *words in wanted:
        assert not words or any(words[0] in problem.message for problem in found if problem.code == code), found


def test_a_link_out_of_the_fact_base_is_refused(write, tmp_path):
    write()
    (tmp_path / "secret.csv").write_text(CSV, encoding="utf-8")
    link = tmp_path / "facts" / "tables" / "results.csv"
    link.unlink()
    link.symlink_to(tmp_path / "secret.csv")
    assert [problem.code for problem in problems()] == ["missing-file", "empty-fact-base"][:1]


def test_a_stated_count_that_agrees_is_in_order(write):
    write(
        facts="uda: {type: person, name: Uda, facts: {wins: {value: 1, where: {event: cup}, valid: 2015/2020}}}\n",
        csv=CSV + "uda,cup,2012,1\n",
    )
    assert not [problem for problem in problems() if not problem.warning]


def test_rows_are_the_evidence(write):
    write()
    last = load_facts("facts").facts_of("ada", "wins")[-1]
    assert [row["year"] for row in last.rows] == ["2012", "2018"]
    assert last.derived
    assert (last.file, last.line) == ("facts/vocabulary.yaml", 4)


def test_a_column_of_places_gives_results(write):
    write()
    results = [(s.subject, s.where["year"], int(s.value.number)) for s in load_facts("facts").by_property["result"]]
    assert results == [("ada", "2012", 1), ("ada", "2015", 2), ("ada", "2018", 1), ("eda", "2011", 1)]


@pytest.mark.parametrize("kind", ["event", "place"])
def test_a_table_of_settings_alone_is_about_the_first_of_them(kind, write):
    places = "moor: {type: place, name: Moor}\ndunes: {type: place, name: Dunes}\n" if kind == "place" else ""
    one, other = ("moor", "dunes") if kind == "place" else ("cup", "gala")
    table = f"crowds: {{file: tables/results.csv, columns: {{{kind}: {kind}, year: year, guests: count}}}}"
    rows = f"{kind},year,guests\n{one},2024,600\n{one},2025,650\n{other},2025,90\n"
    write(csv=rows, table=table, derived=f"wins: {{count: crowds, subject: {kind}}}", facts=places)
    guests = [(s.subject, s.where["year"], int(s.value.number)) for s in load_facts("facts").by_property["guests"]]
    assert guests == [(one, "2024", 600), (one, "2025", 650), (other, "2025", 90)]
