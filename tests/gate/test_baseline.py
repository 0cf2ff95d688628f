"""The baseline: what it takes, what survives in it, and that it follows its findings through edits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from gate_project import BORN, HEADS, write

from checker.errors import DataError
from checker.gate.baseline import HEAD, read_baseline, updated

FILE = "presscheck-baseline.yaml"
MORE = {"nl": "Er is meer nieuws over de stad en de haven.", "en": "There is more news about the city and the harbour."}


def entries():
    return yaml.safe_load(Path(FILE).read_text(encoding="utf-8"))["ignored"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_taken_in_no_longer_counts_and_follows_edits_elsewhere(language, check, run):
    text = HEADS[language] + BORN[language] + "\n"
    write("drafts/a.md", text)
    assert check("drafts")[0] == 1
    made = run("baseline", "drafts", "--reason", "register is wrong", "--until", "2025-12-31")
    assert made.exit_code == 0
    assert "added: drafts/a.md: contradicted born “14 " in made.stdout
    assert f"{FILE}: 1 known, 1 new, 0 past" in made.stdout
    (entry,) = entries()
    assert entry["path"] == "drafts/a.md"
    assert entry["reason"] == "register is wrong"
    assert entry["sentence"] == BORN[language]

    status, report, _ = check("drafts", "--today", "2025-12-31")
    assert status == 0
    (finding,) = report["documents"][0]["findings"]
    assert finding["suppressed"] == {
        "kind": "baseline",
        "reason": "register is wrong",
        "until": "2025-12-31",
        "path": FILE,
        "line": 5,
    }
    assert check("drafts", "--today", "2026-01-01")[0] == 1

    edited = [
        text.replace(BORN[language], f"{MORE[language]}\n\n{BORN[language]} {MORE[language]}"),
        text.replace("\n", "\r\n"),
        HEADS[language] + BORN[language].replace(" ", "\n", 1),
        HEADS[language] + f"# {MORE[language]}\n\n- {BORN[language]}\n",
    ]
    for other in edited:
        write("drafts/a.md", other)
        assert check("drafts", "--today", "2025-12-31")[0] == 0, other
    write("drafts/a.md", text.replace("1991", "1992"))
    status, _, stderr = check("drafts", "--today", "2025-12-31")
    assert status == 1, "another claim is another finding"
    assert f"{FILE}:5: warning: this entry ignores nothing (any more); remove it [ignore-unused]" in stderr


def test_an_entry_without_a_reason_ignores_nothing(check, run):
    write("a.md", HEADS["nl"] + BORN["nl"])
    made = run("baseline", "a.md")
    assert "1 without a reason: they ignore nothing until you write one" in made.stderr
    status, _, stderr = check("a.md")
    assert status == 1
    assert (
        f'{FILE}:5: warning: this entry gives no reason, so nothing is ignored; write reason: "..." [ignore-reason]'
        in stderr
    )
    again = run("baseline", "a.md")
    assert "1 known, 0 new, 0 past" in again.stdout, "it is there already"


def test_what_people_wrote_survives(run):
    write("a.md", HEADS["nl"] + BORN["nl"])
    write("b.md", HEADS["en"] + BORN["en"])
    run("baseline", "a.md", "--reason", "first")
    kept = (
        Path(FILE)
        .read_text(encoding="utf-8")
        .replace('reason: "first"', "reason: 'because: it is'   # asked on Monday")
        .replace("- fingerprint", "# the town hall will mend it\n- fingerprint")
        + "  # last\n"
    )
    write(FILE, kept.replace("\n", "\r\n"))
    run("baseline", ".", "--reason", "second")
    text = Path(FILE).read_bytes().decode()
    assert text.startswith(kept.replace("\n", "\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    assert [entry["reason"] for entry in entries()] == ["because: it is", "second"]
    assert [entry["path"] for entry in entries()] == ["a.md", "b.md"]


def test_what_is_past_is_told_and_taken_out_when_asked(run, check):
    for name in ("a.md", "b.md", "c.md"):
        write(name, HEADS["nl"] + BORN["nl"])
    run("baseline", ".", "--reason", "x")
    write(FILE, Path(FILE).read_text(encoding="utf-8").replace("- fing", "# about this one\n- fing"))
    write("a.md", HEADS["nl"] + BORN["nl"].replace("1991", "1990"))
    Path("c.md").unlink()
    _, _, stderr = check(".")
    assert f"{FILE}:6: warning: this entry ignores nothing (any more)" in stderr
    assert f"{FILE}:22: warning: the document “c.md” of this entry is not there (any more)" in stderr
    before = Path(FILE).read_text(encoding="utf-8")
    told = run("baseline", ".")
    assert told.stdout.count("matches nothing any more (--prune removes it)") == 2
    assert Path(FILE).read_text(encoding="utf-8") == before
    pruned = run("baseline", ".", "--prune")
    assert "removed: a.md" in pruned.stdout
    assert "1 known, 0 new, 2 past" in pruned.stdout
    assert [entry["path"] for entry in entries()] == ["b.md"]
    assert Path(FILE).read_text(encoding="utf-8").count("# about this one") == 1
    assert check(".")[0] == 0


def test_a_renamed_document_takes_its_reason_along(run, check):
    write("a.md", HEADS["en"] + BORN["en"])
    run("baseline", "a.md", "--reason", "as agreed", "--until", "2030-01-01")
    Path("a.md").rename("b.md")
    assert check("b.md")[0] == 1
    run("baseline", "b.md", "--prune")
    (entry,) = entries()
    assert (entry["path"], entry["reason"], str(entry["until"])) == ("b.md", "as agreed", "2030-01-01")
    assert check("b.md", "--today", "2029-01-01")[0] == 0


def test_paths_are_seen_from_the_folder_of_the_baseline(run, check, monkeypatch):
    write("presscheck.toml", 'facts = "facts"\nbaseline = "quality/known.yaml"')
    write("texts/a.md", HEADS["en"] + BORN["en"])
    Path("quality").mkdir()
    run("baseline", "texts", "--reason", "x")
    assert "../texts/a.md" in Path("quality/known.yaml").read_text(encoding="utf-8")
    assert check("texts")[0] == 0
    assert check(str(Path("texts").resolve()))[0] == 0
    monkeypatch.chdir("texts")
    assert check("a.md")[0] == 0
    assert check("../texts/./a.md")[0] == 0


def test_what_a_comment_ignores_is_not_taken_in(run):
    write("a.md", f'{HEADS["en"]}<!-- presscheck-ignore: born reason="x" -->\n{BORN["en"]}')
    assert "0 known, 0 new" in run("baseline", "a.md").stdout
    assert not Path(FILE).exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", ":1:1: expected the keys version and ignored; is this a baseline? [wrong-type]"),
        ("version: 2\n", ":1:1: “version”: expected one of 1, found “2”"),
        ("ignored: []\n", ":1:1: the key “version” is missing here"),
        ("version: 1\nignored:\n- {fingerprint: a, path: b, untill: 2025-01-01}\n", ":3:29: unknown key “untill”"),
        ("version: 1\nignored:\n- {path: b}\n", ":3:3: the key “fingerprint” is missing here"),
        ("version: 1\nignored:\n- {fingerprint: a, path: b, until: soon}\n", ":3:29: “until”: expected a day such as 2026-12-31, found “soon”"),
        ("version: 1\nignored:\n- {fingerprint: a, path: b}\n- {fingerprint: a, path: b}\n", ":4: the fingerprint “a” stands in line 3 already; keep one of the two [duplicate-key]"),
        ("version: [\n", "this is not valid YAML"),
    ],
)  # fmt: skip
def test_a_baseline_that_cannot_be_read_is_an_error(text, said, check, run):
    write(FILE, text)
    write("a.md", HEADS["en"] + BORN["en"])
    status, report, stderr = check("a.md")
    assert status == 2
    assert said in stderr
    assert report["errors"]
    assert run("baseline", "a.md").exit_code == 2
    assert Path(FILE).read_text(encoding="utf-8") == text


def test_a_baseline_that_is_not_there(check):
    write("a.md", HEADS["en"] + BORN["en"])
    status, _, stderr = check("a.md", "--baseline", "nowhere.yaml")
    assert status == 2
    assert "nowhere.yaml: there is no such baseline; make it with: presscheck baseline PATH... [missing-file]" in stderr


def test_an_output_never_replaces_the_baseline(run):
    write("a.md", HEADS["en"] + BORN["en"])
    run("baseline", "a.md", "--reason", "x")
    before = Path(FILE).read_bytes()
    result = run("check", "a.md", "--output", f"json={FILE}")
    assert result.exit_code == 2
    assert f"{FILE}: this is the baseline; choose another name for the report" in result.stderr
    assert Path(FILE).read_bytes() == before


@pytest.mark.parametrize("target", ["a.md", "facts/a.yaml", "presscheck.toml"])
def test_a_baseline_never_replaces_what_people_wrote(target, run):
    write("a.md", HEADS["en"] + BORN["en"])
    write("presscheck.toml", "")
    before = Path(target).read_bytes()
    assert run("baseline", "a.md", "--baseline", target).exit_code == 2
    assert Path(target).read_bytes() == before


FLOW = "version: 1\nignored: [{fingerprint: a, path: b.md, reason: x}]\n"


def test_what_cannot_be_changed_without_loss_is_refused():
    entry = read_baseline(FLOW.replace("b.md", "c.md"), FILE).entries[0][0]
    with pytest.raises(DataError, match="cannot be changed as it is written"):
        updated(FLOW, FILE, [entry], [])


@pytest.mark.parametrize(
    "text", ["", HEAD, "version: 1\nignored: []\n", "version: 1\n", "version: 1", HEAD.rstrip("\n")]
)
def test_the_first_entry(text):
    entry = read_baseline(FLOW, FILE).entries[0][0]
    result = updated(text, FILE, [entry], [])
    assert [item for item, _ in read_baseline(result, FILE).entries] == [entry]
    line = read_baseline(result, FILE).entries[0][1]
    assert read_baseline(updated(result, FILE, [], [line]), FILE).entries == ()


@pytest.mark.parametrize(
    "value", ["no", "1.10", "a: b", "# x", "“x”", "x\\y", '"', "é\u2028\u0085", "  ", "\U0001f600", "<!--"]
)
def test_any_text_is_written_so_that_it_is_read_again(value):
    entry = read_baseline(FLOW, FILE).entries[0][0].model_copy(update={"text": value, "sentence": value, "path": value})
    ((again, _),) = read_baseline(updated("", FILE, [entry], []), FILE).entries
    assert again == entry


def test_nobody_is_asked_to_trust_a_half_written_file(run, monkeypatch):
    write("a.md", HEADS["en"] + BORN["en"])
    monkeypatch.setattr(os, "fdopen", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    result = run("baseline", "a.md", "--reason", "x")
    assert result.exit_code == 2
    assert f"{FILE}: cannot be written: No space left on device" in result.stderr
    assert not list(Path().glob(".presscheck-*"))
