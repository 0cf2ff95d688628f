"""Match reports judged by the rows of tables: tables of sentences, and what is found of contests in a fact base."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from checker.document import Block, BlockKind, Document
from checker.factbase.load import load_facts
from checker.period import parse
from checker.pipeline import Checker, Options
from checker.report import Severity

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "contests.yaml").read_text(encoding="utf-8"))
OPENING = {
    "nl": ("Herons winnen met 113-102", "De Tarnbrook Herons wonnen zaterdag van de Wexcombe Kilns."),
    "en": ("Herons win 113-102", "The Tarnbrook Herons beat the Wexcombe Kilns on Saturday."),
}


@cache
def checker():
    return Checker(load_facts(str(HERE / "corpus" / "matchday" / "facts")), Options(ui="en"))


def report_of(sentence, language, opening=None, day="2026-02-14"):
    """The report on a sentence that stands in a match report, and where the sentence begins."""
    text, blocks = "", []
    for place, part in enumerate((*(opening or OPENING[language]), sentence)):
        kind = BlockKind.HEADLINE if place == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(part)))
        text += part + "\n\n"
    when = parse(day)
    document = Document(path="report.md", source=text, text=text, blocks=tuple(blocks), language=language, date=when)
    return checker().check(document), text.index(sentence)


def cases(kind):
    return [
        pytest.param(case[language], language, id=f"{case['what']}-{language}")
        for case in CASES[kind]
        for language in ("nl", "en")
    ]


@pytest.mark.parametrize(("sentence", "language"), cases("silent"))
def test_a_true_sentence_raises_no_alarm(sentence, language):
    report, _ = report_of(sentence, language)
    assert [f.explanation for f in report.findings if f.severity in (Severity.ERROR, Severity.WARNING)] == []


@pytest.mark.parametrize(("marked", "language"), cases("slips"))
def test_a_slip_is_found_where_it_stands(marked, language):
    marked, _, expected = marked.partition("|")
    sentence = re.sub("[⟦⟧]", "", marked)
    report, start = report_of(sentence, language)
    first = start + marked.index("⟦")
    last = start + marked.index("⟧") - 1
    errors = [f for f in report.findings if f.severity is Severity.ERROR]
    found = [f for f in errors if f.start < last and first < f.end]
    said = " ".join(f"{f.expected} {[r.text for r in f.repairs]}" for f in found).replace(",", "").replace(".", "")
    assert len(errors) == 1, [f.explanation for f in errors]
    assert any(word in said for word in expected.split(",")), said


LEAGUE = {
    "nl": ("Oostwiek wint met 31-27", "Oostwiek won zondag van Noorderveen."),
    "en": ("Oostwiek win 31-27", "Oostwiek beat Noorderveen on Sunday."),
}


@pytest.mark.parametrize(
    ("language", "sentence", "wrong"),
    [
        ("nl", "Oostwiek staat derde, drie punten boven Noorderveen.", None),
        ("nl", "Oostwiek staat derde, vijf punten boven Noorderveen.", "vijf"),
        ("nl", "Noorderveen volgt op drie punten.", None),
        ("nl", "Noorderveen volgt op vier punten van Oostwiek.", "vier"),
        ("en", "Oostwiek are third, three points clear of Noorderveen.", None),
        ("en", "Oostwiek are third, five points clear of Noorderveen.", "five"),
        ("en", "Noorderveen are now eight points adrift.", None),
        ("en", "Oostwiek beat Noorderveen 31-27 and move up to third with 22 points from 16 matches.", None),
        ("en", "Oostwiek beat Noorderveen 31-27 and move up to third with 24 points from 16 matches.", "24"),
        ("nl", "Oostwiek won met 31-27 van Noorderveen en heeft nu 22 punten.", None),
        ("nl", "Oostwiek won met 31-27 van Noorderveen en heeft nu 20 punten.", "20"),
    ],
)
def test_the_table_of_a_league_is_told_beside_its_matches(language, sentence, wrong):
    report, start = report_of(sentence, language, opening=LEAGUE[language], day="2026-02-16")
    errors = [f for f in report.findings if f.severity is Severity.ERROR and f.start >= start]
    assert [f.text.split()[0] for f in errors] == ([wrong] if wrong else [])


def test_a_round_of_contests_is_told_sentence_by_sentence():
    told = ("Round seven", "The Herons beat the Kilns 113-102 on Saturday.")
    sentence = "Oostwiek beat Noorderveen 31-29 on Sunday."
    report, start = report_of(sentence, "en", opening=told, day="2026-02-16")
    assert [f.text for f in report.findings if f.severity is Severity.ERROR and f.start >= start] == ["29"]


def test_the_rows_behind_a_finding_are_its_evidence():
    report, _ = report_of("Venn and Ostrow combined for 53 points.", "en")
    (error,) = [f for f in report.findings if f.severity is Severity.ERROR]
    rows = [row for proof in error.evidence for row in proof.rows]
    assert {row["player"] for row in rows} == {"dario-venn", "malik-ostrow"}


def test_contests_are_found_in_a_schedule_in_lines_and_in_events():
    contests = {contest.id: contest for contest in checker().base.contests}
    played = contests["herons-kilns-2026-02-14"]
    assert (played.home, played.winner, played.score("kilns")) == ("herons", "herons", 102)
    assert contests["bells-herons-2026-02-18"].winner is None
    assert contests["oostwiek-noorderveen-2026-02-15"].home == "oostwiek"


def base_of(folder, vocabulary, table, teams=""):
    (folder / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    (folder / "rows.csv").write_text(table, encoding="utf-8")
    (folder / "people.yaml").write_text(
        "ann: {type: person, name: Ann Roe}\nbo: {type: person, name: Bo Roe}\n" + teams, encoding="utf-8"
    )
    return load_facts(str(folder))


def test_a_cell_is_a_statement_of_whom_its_row_is_about(tmp_path):
    base = base_of(
        tmp_path,
        "tables: {t: {file: rows.csv, columns: {year: year, who: person, reb: count, long jumps: count}}}",
        "year,who,reb,long jumps\n2020,ann,7,2\n2021,ann,,3\n",
        "",
    )
    found = {(s.subject, s.property.id, s.where["year"], s.value.written) for s in base.statements}
    assert found == {
        ("ann", "rebounds", "2020", "7"),
        ("ann", "long jumps", "2020", "2"),
        ("ann", "long jumps", "2021", "3"),
    }


def test_rows_that_do_not_tell_apart_what_they_are_about_say_nothing(tmp_path):
    columns = "tables: {t: {file: rows.csv, columns: {year: year, who: person, points: count}}}"
    base = base_of(tmp_path, columns, "year,who,points\n2020,ann,7\n2020,ann,9\n", "")
    assert base.statements == ()


def test_what_is_written_out_outranks_a_cell(tmp_path):
    columns = "tables: {t: {file: rows.csv, columns: {who: person, points: count}}}"
    (tmp_path / "more.yaml").write_text("cy: {type: person, name: Cy, facts: {points: 8}}", encoding="utf-8")
    base = base_of(tmp_path, columns, "who,points\ncy,7\nbo,9\n", "")
    assert {(s.subject, s.value.written) for s in base.statements} == {("cy", "8"), ("bo", "9")}
