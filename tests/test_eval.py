"""`presscheck eval`: its figures on a small corpus, nl and en side by side, and what it says of a corpus that is wrong."""

from __future__ import annotations

import json

import pytest

FACTS = """
ada-bosman:
  type: person
  name: Ada Bosman
  gender: female
  facts: {born: 1990-03-14, nationality: netherlands}
havenlicht:
  type: organisation
  name: Havenlicht
  facts: {founded: 1987, employees: 340, customers: 12000}
"""
DUTCH = """---
language: nl
date: 2025-05-07
---

# Nieuws

Ada Bosman is geboren op 14 maart 1990. Havenlicht telt 340 medewerkers. Havenlicht heeft zijn zetel in een pakhuis.
"""
ENGLISH = """---
language: en
date: 2025-05-07
---

# News

Ada Bosman was born on 14 March 1990. Havenlicht has 340 employees. Havenlicht works from a warehouse.
"""
SLIPS = """
- {document: true.nl.md, text: 14 maart 1990, replace: 14 maart 1991, expected: ["1990"]}
- {document: true.nl.md, text: "340", replace: "430", expected: ["340"]}
- {document: true.nl.md, text: pakhuis, replace: kantoor, expected: [pakhuis]}
- {document: true.en.md, text: 14 March 1990, replace: 14 March 1991, expected: ["14 March 1990"]}
- {document: true.en.md, text: 340 employees, replace: 430 employees, expected: ["34"]}
- {document: true.en.md, text: warehouse, replace: tower, expected: [warehouse]}
"""
HARMLESS = """
- {document: true.en.md, text: "Havenlicht has 340 employees.", replace: "Havenlicht employs 340 people."}
- {document: true.nl.md, text: "Havenlicht telt 340 medewerkers.", replace: "Havenlicht telt 430 medewerkers."}
"""


@pytest.fixture
def corpus(tmp_path):
    """A corpus of one domain; its second rewording is in fact an error, so that there is an alarm to count."""
    files = {
        "facts/a.yaml": FACTS,
        "true.nl.md": DUTCH,
        "true.en.md": ENGLISH,
        "slips.yaml": SLIPS,
        "harmless.yaml": HARMLESS,
    }
    for name, text in files.items():
        path = tmp_path / "corpus" / "harbour" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "corpus"


def rows_of(result):
    return {(row["domain"], row["language"], row["kind"]): row for row in json.loads(result.stdout)["rows"]}


def test_figures_per_domain_language_and_kind(corpus, presscheck):
    result = presscheck("eval", corpus, "--format", "json")
    assert (result.returncode, result.stderr) == (0, "")
    rows = rows_of(result)
    shown = {key: (row["caught"], row["slips"], row["linked"], row["covered"]) for key, row in rows.items()}
    assert shown == {
        # "430" for "340" is caught with 340; a figure must stand on its own, so the "34" that the English slip wants is not it
        ("harbour", "nl", "count"): (1, 1, 1, 1),
        ("harbour", "nl", "date"): (1, 1, 1, 1),
        ("harbour", "nl", "name"): (0, 1, 0, 1),
        ("harbour", "nl", None): (2, 3, 2, 3),
        ("harbour", "en", "count"): (0, 1, 1, 1),
        ("harbour", "en", "date"): (1, 1, 1, 1),
        ("harbour", "en", "name"): (0, 1, 0, 1),
        ("harbour", "en", None): (1, 3, 2, 3),
        ("harbour", None, None): (3, 6, 4, 6),
        (None, None, "count"): (1, 2, 2, 2),
        (None, None, "date"): (2, 2, 2, 2),
        (None, None, "name"): (0, 2, 0, 2),
        (None, "nl", None): (2, 3, 2, 3),
        (None, "en", None): (1, 3, 2, 3),
        (None, None, None): (3, 6, 4, 6),
    }


@pytest.mark.parametrize(("language", "alarms"), [("nl", 1), ("en", 0)])
def test_alarms_on_true_and_reworded_texts(corpus, presscheck, language, alarms):
    row = rows_of(presscheck("eval", corpus, "--format", "json"))["harbour", language, None]
    assert (row["alarms"], row["alarm_rate"], row["reworded_alarms"]) == (0, 0, alarms)
    assert row["reworded_alarm_rate"] == pytest.approx(1000 * alarms / row["reworded_words"], abs=1e-4)
    assert row["words"] == len((DUTCH if language == "nl" else ENGLISH).split("---\n\n# ")[1].split())


def test_the_terminal_shows_the_same_figures(corpus, presscheck):
    by_folder, inside = presscheck("eval", corpus), presscheck("eval", ".", cwd=corpus / "harbour")
    assert by_folder.returncode == inside.returncode == 0
    assert by_folder.stdout == inside.stdout
    lines = [" ".join(line.split()) for line in by_folder.stdout.splitlines()]
    assert "harbour nl count 1/1 (100 %) 1/1 (100 %) 0 (0.00) 1 (50.00)" in lines
    assert lines[-1].startswith("all all all 3/6 (50 %) 4/6 (67 %) 0 (0.00) 1 (")


def test_verbose_names_what_is_missed_and_false(corpus, presscheck):
    shown = presscheck("eval", corpus, "--verbose").stdout
    assert "missed: true.nl.md:8 “pakhuis” → “kantoor” (wanted: pakhuis); found: nothing" in shown
    assert "missed: true.en.md:8 “warehouse” → “tower”" in shown
    assert "after a rewording: true.nl.md:8 contradicted “430" in shown


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("slips.yaml", "- {document: true.nl.md\n", "slips.yaml:2:1: this is not valid YAML"),
        ("slips.yaml", "document: true.nl.md\n", "slips.yaml:1:1: expected a list"),
        ("slips.yaml", "- true.nl.md\n", "slips.yaml:1:3: expected keys with values"),
        (
            "slips.yaml",
            '- {document: true.nl.md, text: "340", replace: "430"}\n',
            "slips.yaml:1:3: the key “expected” is missing here [missing-key]",
        ),
        (
            "slips.yaml",
            '- {document: true.nl.md, text: "340", replaced: "430", replace: "1", expected: ["340"]}\n',
            "slips.yaml:1:39: unknown key “replaced” (did you mean “replace”?) [unknown-key]",
        ),
        (
            "slips.yaml",
            '- {document: true.nl.md, text: "340", occurrence: 0, replace: "1", expected: ["340"]}\n',
            "slips.yaml:1:39: “occurrence”: expected greater than or equal to 1, found “0” [wrong-type]",
        ),
        (
            "slips.yaml",
            '\n- {document: true.nl, text: "340", replace: "430", expected: ["340"]}\n',
            "slips.yaml:2:4: there is no true text “true.nl” (did you mean “true.nl.md”?) [unknown-text]",
        ),
        (
            "slips.yaml",
            '- {document: true.nl.md, text: "341", replace: "430", expected: ["340"]}\n',
            "slips.yaml:1:26: true.nl.md does not hold “341” [text-not-found]",
        ),
        (
            "harmless.yaml",
            '- {document: true.en.md, text: "340", occurrence: 2, replace: "430"}\n',
            "harmless.yaml:1:26: true.en.md does not hold “340” 2 times [text-not-found]",
        ),
        (
            "harmless.yaml",
            '- {document: true.en.md, text: "340", replace: "340"}\n',
            "harmless.yaml:1:39: the replacement is the text itself",
        ),
        ("facts/a.yaml", "ada: {name: Ada}\n", "a.yaml:1:1: the key “type” is missing here"),
    ],
)
def test_a_corpus_that_is_wrong_is_told_in_one_message(corpus, presscheck, name, text, problem):
    (corpus / "harbour" / name).write_text(text, encoding="utf-8")
    result = presscheck("eval", corpus)
    assert (result.returncode, result.stdout) == (2, "")
    assert problem in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_every_fault_is_told_at_once(corpus, presscheck):
    (corpus / "harbour" / "slips.yaml").write_text("- {document: a}\n- {document: b}\n", encoding="utf-8")
    (corpus / "harbour" / "true.en.md").write_bytes(b"caf\xe9\n")
    result = presscheck("eval", corpus)
    assert result.returncode == 2
    assert "true.en.md:1:4: is not UTF-8 here; save the file as UTF-8 [encoding]" in result.stderr
    assert {"slips.yaml:1:3", "slips.yaml:2:3"} <= {
        line[line.rfind("/") + 1 :][:14] for line in result.stderr.splitlines()
    }


def test_a_folder_that_is_no_corpus(corpus, presscheck):
    (corpus / "empty").mkdir()
    result = presscheck("eval", corpus / "empty", corpus / "gone")
    assert (result.returncode, result.stdout) == (2, "")
    assert "/empty: this folder is no domain" in result.stderr
    assert "/gone: there is no such folder [missing-folder]" in result.stderr
    (corpus / "harbour" / "slips.yaml").unlink()
    assert "slips.yaml: there is no such file [missing-file]" in presscheck("eval", corpus / "harbour").stderr


def test_without_a_folder_the_corpus_of_the_working_directory_is_meant(corpus, presscheck):
    assert "tests/corpus: there is no such folder" in presscheck("eval", cwd=corpus).stderr
    (corpus / "tests").mkdir()
    (corpus / "harbour").rename(corpus / "tests" / "harbour")
    (corpus / "tests").rename(corpus / "inner")
    (corpus / "tests").mkdir()
    (corpus / "inner").rename(corpus / "tests" / "corpus")
    assert presscheck("eval", cwd=corpus).stdout.splitlines()[-1].startswith("all all all")
