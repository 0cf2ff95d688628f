"""`--since`: lines that changed, and documents whose facts did, in a repository made for the test."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from gate_project import HEADS, REGISTRY, write
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.changes import Changed, read_diff

BORN = {"nl": "Ada Bosman is geboren op 14 maart {year}.", "en": "Ada Bosman was born on 14 March {year}."}
FACTS = """
ada-bosman:
  type: person
  name: Ada Bosman
  facts:
    born: {value: 1990-03-14, source: report}
    residence: {value: belgium, source: report}
ben-kuiper:
  type: person
  name: Ben Kuiper
  facts: {born: {value: 1985-06-01, source: report}}
"""
BEN = {"nl": "Ben Kuiper is geboren op 2 juni 1985.", "en": "Ben Kuiper was born on 2 June 1985."}


def git(*arguments: str) -> str:
    command = [
        "git",
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "-c",
        "commit.gpgsign=false",
        *arguments,
    ]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture(autouse=True)
def _repository(_project):
    """Two wrong texts about two people, committed."""
    shutil.rmtree(".git")
    Path("facts/vocabulary.yaml").unlink()
    write("facts/a.yaml", FACTS)
    git("init", "-q", "-b", "main")
    for language in ("nl", "en"):
        text = BORN[language].format(year=1991)
        write(f"{language}.md", f"{HEADS[language]}{text}\n\n{BEN[language]}\n\n{text.replace('1991', '1992')}\n")
    git("add", ".")
    git("commit", "-qm", "first")


def lines(report):
    """The lines of the alarms, by document."""
    return {
        document["path"]: [item["line"] for item in document["findings"] if item["verdict"] != "supported"]
        for document in report["documents"]
    }


def test_nothing_changed(check):
    status, report, _ = check(".", "--since", "HEAD")
    assert status == 0
    assert report["documents"] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_lines_that_changed(language, check):
    name = f"{language}.md"
    text = Path(name).read_text(encoding="utf-8")
    write(name, text.replace("1992", "1993"))
    assert lines(check(".", "--since", "HEAD")[1]) == {name: [10]}
    git("commit", "-qam", "second")
    assert lines(check(".", "--since", "HEAD")[1]) == {}
    assert lines(check(".", "--since", "HEAD~1")[1]) == {name: [10]}
    # A line that moves is no line that changed; a new one is.
    write(
        name,
        text.replace("1992", "1993").replace(BEN[language], f"{BEN[language]}\n\n{BORN[language].format(year=1980)}"),
    )
    status, report, _ = check(".", "--since", "HEAD")
    assert (status, lines(report)) == (1, {name: [10]})


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sentence_changes_as_a_whole(language, check):
    """What a claim says may change in another line than that of its value."""
    name = f"{language}.md"
    text = HEADS[language] + BORN[language].format(year=1985).replace("Bosman ", "Bosman\n")
    write(name, text)
    git("commit", "-qam", "second")
    write(name, text.replace("Ada Bosman", "Ben Kuiper"))
    assert lines(check(".", "--since", "HEAD")[1]) == {name: [7]}
    git("commit", "-qam", "third")
    write(name, text.replace("Ada Bosman\n", "Ada Bosman\nx\n").replace("x\n", ""))
    assert lines(check(".", "--since", "HEAD~1")[1]) == {}


def test_a_line_taken_out_of_a_sentence(check):
    text = HEADS["en"] + "Ada Bosman, who\nwas not there when it opened,\nwas born on 14 March 1991.\n"
    write("en.md", text)
    git("commit", "-qam", "second")
    write("en.md", text.replace("was not there when it opened,\n", ""))
    assert lines(check(".", "--since", "HEAD")[1]) == {"en.md": [7]}


@pytest.mark.parametrize("head", ["date: 2025-05-08", "date: 2025-05-07\ntitle: x"])
def test_another_date_changes_all_of_a_document(head, check):
    text = Path("en.md").read_text(encoding="utf-8")
    write("en.md", text.replace("date: 2025-05-07", head))
    found = lines(check(".", "--since", "HEAD")[1])
    assert found == ({"en.md": [6, 8, 10]} if head == "date: 2025-05-08" else {"en.md": []})


@pytest.mark.parametrize("name", ["nieuw é.md", 'a "quoted" name.md', "-x.md", "a\tb.md", "[x]*.md", "deep/er/x.md"])
def test_a_renamed_document(name, check):
    text = Path("en.md").read_text(encoding="utf-8")
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    git("mv", "en.md", f"./{name}")
    assert lines(check(".", "--since", "HEAD")[1]) == {}
    write(name, text.replace("1991", "1989"))
    assert list(lines(check(".", "--since", "HEAD")[1]).values()) == [[6]]


def test_what_git_does_not_know_is_new(check, tmp_path):
    text = Path("en.md").read_text(encoding="utf-8")
    write("new.md", text)
    write(".gitignore", "hidden.md\n")
    write("hidden.md", text)
    outside = tmp_path / "outside.md"
    outside.write_text(text, encoding="utf-8")
    report = check(".", str(outside), "--since", "HEAD")[1]
    assert lines(report) == {"new.md": [6, 8, 10], "hidden.md": [6, 8, 10], str(outside): [6, 8, 10]}


def test_standard_input_is_new(run):
    result = run("check", "-", "--since", "HEAD", "--format", "json", text=Path("en.md").read_text(encoding="utf-8"))
    assert lines(json.loads(result.stdout)) == {"-": [6, 8, 10]}


def test_a_document_that_git_takes_for_binary_is_new_as_a_whole(check):
    text = Path("en.md").read_text(encoding="utf-8")
    write(".gitattributes", "*.md -diff\n")
    write("en.md", text.replace("1992", "1993"))
    assert lines(check("en.md", "--since", "HEAD")[1]) == {"en.md": [6, 8, 10]}


def test_settings_of_git_change_nothing(check):
    for setting in (
        "diff.noprefix true",
        "diff.relative true",
        "core.quotePath true",
        "diff.renames false",
        "color.ui always",
        "diff.external false",
        "diff.interHunkContext 9",
        "diff.context 9",
    ):
        git("config", *setting.split())
    git("mv", "en.md", "é.md")
    write("é.md", Path("é.md").read_text(encoding="utf-8").replace("1992", "1993"))
    assert lines(check(".", "--since", "HEAD")[1]) == {"é.md": [10]}


def test_from_another_folder_of_the_repository(check, monkeypatch):
    write("nl.md", Path("nl.md").read_text(encoding="utf-8").replace("1992", "1993"))
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    assert lines(check("..", "--since", "HEAD", "--facts", "../facts")[1]) == {"../nl.md": [10]}


def test_what_others_changed_meanwhile_does_not_count(check):
    git("checkout", "-qb", "topic")
    write("nl.md", Path("nl.md").read_text(encoding="utf-8").replace("1992", "1993"))
    git("commit", "-qam", "topic")
    git("checkout", "-q", "main")
    write("en.md", Path("en.md").read_text(encoding="utf-8").replace("1991", "1989"))
    git("commit", "-qam", "main")
    git("checkout", "-q", "topic")
    assert lines(check(".", "--since", "main")[1]) == {"nl.md": [10]}


# --- facts -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "touched"),
    [
        ("1990-03-14", "1990-03-15", [6, 8, 10]),  # every finding of a document that rests on it
        ("1985-06-01", "1985-06-03", [6, 8, 10]),
        ("{value: belgium, source: report}", "{value: france, source: report}", None),  # nobody speaks of it
        ("name: Ada Bosman", "name: Ada Bosman\n  aliases: [Ada de Bosman]", [6, 8, 10]),
        ("1990-03-14, source: report", "1990-03-14, source: report, note: as in the register", None),
        ("1990-03-14, source: report", "1990-03-14", None),
        ("\nada-bosman:", "# a remark\n\nada-bosman:", None),
        ("\nada-bosman:", "\nzoe:\n  type: person\n  name: Zoë Lind\n  facts: {born: 1970-01-01}\nada-bosman:", None),
    ],
)  # fmt: skip
def test_documents_that_the_facts_touch(old, new, touched, check):
    write("facts/a.yaml", FACTS.replace(old, new))
    expected = {} if touched is None else {"en.md": touched, "nl.md": touched}
    assert lines(check(".", "--since", "HEAD")[1]) == expected


def test_only_the_documents_that_rest_on_what_changed(check):
    write("ben.md", HEADS["en"] + BEN["en"])
    git("add", ".")
    git("commit", "-qm", "second")
    write("facts/a.yaml", FACTS.replace("1990-03-14", "1990-03-16"))
    assert set(lines(check(".", "--since", "HEAD")[1])) == {"en.md", "nl.md"}


def test_a_new_property_definition_touches_what_is_said_by_it(check):
    write("facts/vocabulary.yaml", "properties: {born: {type: date, label: {nl: geboren, en: born}}}\n")
    status, report, stderr = check(".", "--since", "HEAD")
    assert status in (1, 2), stderr
    assert status == 2 or set(lines(report)) == {"en.md", "nl.md"}


def test_a_fact_base_that_is_new_or_was_broken(check):
    git("rm", "-rq", "--cached", "facts")
    git("commit", "-qm", "no facts")
    assert set(lines(check(".", "--since", "HEAD")[1])) == {"en.md", "nl.md"}
    broken = FACTS.replace("name: Ada", "nam: Ada")
    write("facts/a.yaml", broken)
    git("add", ".")
    git("commit", "-qm", "broken")
    write("facts/a.yaml", FACTS)
    _, report, stderr = check(".", "--since", "HEAD")
    assert set(lines(report)) == {"en.md", "nl.md"}
    assert "facts: warning: could not be read as it was then, so all of it counts as changed [git]" in stderr


def test_a_table_of_the_facts(check):
    vocabulary = "tables:\n  results: {file: r.csv, columns: {who: person, year: year, position: ordinal}, complete: 2000/2025}\nderived:\n  wins: {count: results, subject: who, where: {position: 1}, time: year}\n"
    write("facts/vocabulary.yaml", vocabulary)
    write("facts/r.csv", "who,year,position\nada-bosman,2010,1\nada-bosman,2012,1\n")
    write("wins.md", HEADS["nl"] + "Ada Bosman won drie keer.\n")
    git("add", ".")
    git("commit", "-qm", "table")
    write(
        "facts/r.csv", "who,year,position\nada-bosman,2010,1\nada-bosman,2012,1\nada-bosman,2014,1\nada-bosman,2015,1\n"
    )
    report = check("wins.md", "nl.md", "--since", "HEAD")[1]
    assert "wins.md" in {document["path"] for document in report["documents"]}


def test_a_registry_alone_touches_nothing(check):
    write("sources/registry.yaml", REGISTRY.replace("2025", "2024"))
    assert lines(check(".", "--since", "HEAD")[1]) == {}


def test_facts_outside_the_repository(check, tmp_path):
    shutil.copytree("facts", tmp_path / "elsewhere")
    _, report, stderr = check(".", "--since", "HEAD", "--facts", str(tmp_path / "elsewhere"))
    assert lines(report) == {}
    assert "lies outside the repository, so what changed in the facts is not known [git]" in stderr


# --- what cannot be done -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("revision", ["nope", "", "--help", "-x", "HEAD~99", "HEAD:en.md", "a b", "\x1b[31m"])
def test_an_unknown_revision(revision, check):
    status, report, stderr = check(".", f"--since={revision}")
    assert status == 2
    assert stderr.startswith("--since: there is no revision")
    assert "fetch-depth: 0" in stderr
    assert stderr.endswith("[git]\n")
    assert "\x1b" not in stderr
    assert [error["code"] for error in report["errors"]] == ["git"]


def test_no_repository(check, tmp_path, monkeypatch):
    shutil.rmtree(".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    status, _, stderr = check(".", "--since", "HEAD")
    assert status == 2
    assert (
        stderr
        == "--since: this folder is in no git repository; run where the documents are kept in git, or leave out --since [git]\n"
    )


def test_no_git(check, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    status, _, stderr = check(".", "--since", "HEAD")
    assert status == 2
    assert stderr == "--since: this needs the program git, which is not installed here [git]\n"


# --- differences -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("patch", "touched", "left"),
    [
        ("", [], [(1, 9)]),
        ("@@ -3 +3 @@\n-a\n+b\n", [(3, 3), (1, 9), (2, 3)], [(1, 2), (4, 9)]),
        ("@@ -3,0 +4,2 @@\n+@@ -9 +9 @@\n+b\n", [(4, 4), (5, 5), (3, 4)], [(1, 3), (6, 9)]),
        ("@@ -3,2 +2,0 @@\n-a\n-b\n", [(2, 3), (1, 9)], [(2, 2), (3, 3), (1, 2), (3, 9)]),
        ("@@ -1,2 +0,0 @@\n-a\n-b\n", [(0, 1)], [(1, 1)]),
        ("Binary files a/x and b/x differ\n", [(1, 1), (99, 99)], []),
    ],
)
def test_reading_a_difference(patch, touched, left):
    changed = read_diff(patch)
    assert all(changed.touches(*span) for span in touched)
    assert not any(changed.touches(*span) for span in left)


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 3))), st.integers(1, 40), st.integers(0, 5))
def test_touching_is_sharing_a_line(spans, first, length):
    spans = sorted((2 * start, 2 * (start + more)) for start, more in spans)
    disjoint = [
        span for number, span in enumerate(spans) if not number or span[0] > max(end for _, end in spans[:number])
    ]
    expected = any(start <= 2 * (first + length) and end >= 2 * first for start, end in disjoint)
    assert Changed(spans=tuple(disjoint)).touches(first, first + length) is expected
