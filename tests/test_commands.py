"""The commands that people type: what they print where, what they write, and their exit status."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from checker.commands import build
from checker.commands._documents import find_documents
from checker.commands._output import OutputError, Writer

FACTS = """
ada-bosman:
  type: person
  name: Ada Bosman
  discouraged: [Eda Bosman]
  gender: female
  facts:
    born: {value: 1990-03-14, source: report}
    residence: {value: belgium, source: report, valid: 2020/..}
    residence_before: {value: france, source: report, valid: 2010/2019}
harbour: {type: organisation, name: Havenlicht}
harbour-boat: {type: product, name: Havenlicht, facts: {length: {value: 12 metres, source: report}}}
"""
VOCABULARY = "properties: {residence_before: {like: residence, label: earlier residence}}\n"
REGISTRY = "report: {publisher: Havenlicht, title: Annual report, date: 2025-03-01}\n"

RIGHT = "---\ndate: 2025-05-07\nlanguage: nl\n---\n\n# Nieuws\n\nAda Bosman is geboren op 14 maart 1990.\n"
WRONG = RIGHT.replace("1990", "1991")
NEAR = RIGHT.replace("Ada", "Eda")


@pytest.fixture(autouse=True)
def _project(tmp_path, monkeypatch):
    """A folder with a fact base, as the working directory."""
    files = {
        "facts/a.yaml": FACTS,
        "facts/vocabulary.yaml": VOCABULARY,
        "sources/registry.yaml": REGISTRY,
        "right.md": RIGHT,
        "wrong.md": WRONG,
        "near.md": NEAR,
    }
    for name, text in files.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "project" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "project")


def run(*arguments: str, text: str | bytes | None = None, env: dict[str, str] | None = None):
    return CliRunner().invoke(build(), list(arguments), input=text, env=env)


# --- check: exit status --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("right.md", 0),
        ("wrong.md", 1),
        ("right.md wrong.md", 1),
        ("near.md", 0),  # a discouraged name is a warning
        ("near.md --fail-on warning", 1),
        ("right.md --fail-on warning", 0),
        ("wrong.md --fail-on never", 0),
        ("missing.md", 2),
        ("wrong.md missing.md", 2),
        ("missing.md --fail-on never", 2),
        (".", 1),
        ("facts", 0),  # a folder without documents
        ("right.md --format json", 0),
        ("wrong.md --format json", 1),
        ("wrong.md --facts nowhere", 2),
        ("", 2),
        ("right.md --nonsense", 2),
        ("right.md --format nonsense", 2),
        ("right.md --format html", 2),
        ("right.md --output nonsense", 2),
        ("right.md --output json=", 2),
        ("right.md --output json=a.json --output json=./a.json", 2),
        ("right.md --date soon", 2),
        ("right.md --date 2025-02-30", 2),
        ("right.md --date 2024/2025", 2),
        ("right.md --as-of 2025-", 2),
        ("right.md --language fr", 2),
        ("right.md --ui fr", 2),
        ("right.md --fail-on sometimes", 2),
    ],
)
def test_exit_status(arguments, status):
    result = run("check", *arguments.split())
    assert result.exit_code == status, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_setting_decides_where_no_option_does():
    Path("presscheck.toml").write_text('fail-on = "never"\nui = "nl"', encoding="utf-8")
    result = run("check", "wrong.md")
    assert result.exit_code == 0
    assert (
        "moet" in result.stdout.lower() or "te verbeteren" in result.stdout.lower() or "zegt" in result.stdout.lower()
    )
    assert run("check", "wrong.md", "--fail-on", "error").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            "right.md --format nonsense",
            "unknown format “nonsense”; choose one of: checkstyle, claimreview, csv, github",
        ),
        ("right.md --output Sarf=x.json", "unknown format “Sarf”; did you mean “sarif”?"),
        ("right.md --format html", "“html” is pages in a folder; write them with --output html=DIR"),
        ("right.md --output json", "write FORMAT=PATH, for example json=out.json"),
        ("right.md --output csv=new/", "“new/” is a folder; name a file in it, for example csv=new/out"),
        ("right.md --output csv=-", "a file is needed, such as csv=out; --format csv prints it"),
        ("right.md --output csv=sources/registry.yaml", "sources/registry.yaml: this is the registry of sources"),
        ("right.md --output html=right.md", "“right.md” is a file; html needs a folder"),
        ("right.md --language fr", "“fr” is not supported; choose one of: en, nl"),
        ("right.md --ui fr", "“fr” is not supported; choose one of: en, nl"),
        ("right.md --date 7-5-2025", "is no EDTF date such as 1965-08-06"),
        ("right.md --date ../2025", "is an interval; write one day, month or year"),
        ("missing.md", "missing.md: there is no such file or folder [missing-file]"),
        ("facts", "facts: warning: this folder holds no document"),
        ("right.md --facts nowhere", "nowhere: there is no such folder; name your fact base with --facts DIR"),
        ("right.md --facts right.md", "right.md: this is a file, not a folder"),
        ("right.md --output json=right.md", "right.md: this is a document; choose another name"),
        ("right.md --output json=facts/a.yaml", "facts/a.yaml: this is the fact base; choose another name"),
        ("right.md --output json=facts/new.json", "facts/new.json: this is the fact base"),
        ("right.md --output json=presscheck.toml", "presscheck.toml: this is the configuration"),
        ("wrong.md --output json=right.md/x.json", "right.md/x.json: cannot be written: File exists"),
        ("wrong.md --output json=sources", "“sources” is a folder; name a file in it, for example json=sources/out"),
        ("wrong.md --report right.md", "“right.md” is a file; html needs a folder"),
    ],
)
def test_says_on_standard_error(arguments, said):
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    result = run("check", *arguments.split())
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert before == {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}


# --- check: documents ----------------------------------------------------------------------------------------------------


def test_finds_documents_each_once(tmp_path):
    for name in ("b.md", "a.txt", "deep/c.html", ".hidden.md", ".git/x.md", "~$lock.md", "photo.jpg", "UPPER.MD"):
        path = tmp_path / "drafts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "drafts" / "loop").symlink_to(tmp_path / "drafts", target_is_directory=True)
    (tmp_path / "drafts" / "again.md").symlink_to(tmp_path / "drafts" / "b.md")
    os.mkfifo(tmp_path / "drafts" / "pipe.md")
    os.chdir(tmp_path)
    problems: list = []
    found = find_documents(["drafts/b.md", "drafts", "-", "./drafts/b.md", "-"], (".md", ".txt", ".html"), problems)
    assert [item.path for item in found] == [
        "drafts/b.md",
        "drafts/UPPER.MD",
        "drafts/a.txt",
        "drafts/deep/c.html",
        "-",
    ]
    assert problems == []


@pytest.mark.parametrize("name", ["", "\udcff.md", "x" * 5000 + ".md", "nowhere/right.md", "/dev/null", "/dev/zero"])
def test_a_strange_path_is_an_error_and_the_others_are_checked(name):
    result = run("check", name, "wrong.md", "--format", "json")
    assert result.exit_code == 2, result.output
    report = json.loads(result.stdout)
    assert [document["path"] for document in report["documents"]] == ["wrong.md"]
    assert [error["code"] for error in report["errors"]] in (["missing-file"], ["unreadable"])


def test_a_file_name_that_is_no_text():
    Path(os.fsdecode(b"caf\xe9.md")).write_text(RIGHT, encoding="utf-8")
    result = run("check", ".", "--format", "json", "--output", "json=out.json", "--report", "pages")
    assert result.exit_code == 1, result.output
    paths = [document["path"] for document in json.loads(result.stdout)["documents"]]
    assert "caf\\udce9.md" in paths
    assert json.loads(Path("out.json").read_text(encoding="utf-8")) == json.loads(result.stdout)


def test_a_broken_link_is_an_error():
    Path("drafts").mkdir()
    Path("drafts/gone.md").symlink_to("nowhere.md")
    Path("drafts/self.md").symlink_to("self.md")
    result = run("check", "drafts")
    assert result.exit_code == 2
    assert "drafts/gone.md: there is no such file" in result.stderr
    assert "drafts/self.md: cannot be read: Too many levels" in result.stderr


def test_a_document_that_goes_while_others_are_read(monkeypatch):
    from checker.commands import _documents  # noqa: PLC0415 - patched here

    found = find_documents(["right.md", "near.md"], (".md",), [])
    Path("right.md").unlink()
    monkeypatch.setattr(_documents, "find_documents", lambda *_: found)
    with pytest.raises(Exception, match="there is no such file"):
        found[0].read()
    assert found[1].read() == NEAR.encode()


def test_a_folder_that_cannot_be_read(monkeypatch):
    real = os.walk

    def walk(folder, *, onerror):
        if folder != ".":
            yield from real(folder, onerror=onerror)
            return
        onerror(PermissionError(13, "Permission denied", f"{folder}/private"))
        yield folder, [], ["right.md"]

    monkeypatch.setattr("checker.commands._documents.os.walk", walk)
    result = run("check", ".", "--format", "json")
    assert result.exit_code == 2
    assert "private: cannot be read: Permission denied [unreadable]" in result.stderr
    report = json.loads(result.stdout)
    assert [document["path"] for document in report["documents"]] == ["right.md"]
    assert [error["code"] for error in report["errors"]] == ["unreadable"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission():
    Path("right.md").chmod(0)
    result = run("check", "right.md")
    assert result.exit_code == 2
    assert "right.md: cannot be read: Permission denied" in result.stderr


def test_standard_input():
    result = run("check", "-", "--format", "json", text=WRONG)
    assert result.exit_code == 1
    assert [document["path"] for document in json.loads(result.stdout)["documents"]] == ["-"]


def test_no_standard_input(repository):
    command = f"{sys.executable} -m checker check - --format json <&-"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": str(repository)}, check=False)  # fmt: skip
    assert done.returncode == 2
    assert [error["code"] for error in json.loads(done.stdout)["errors"]] == ["unreadable"]
    assert "Traceback" not in done.stderr


# --- check: what is written ----------------------------------------------------------------------------------------------


def test_several_outputs_in_one_run():
    result = run(
        "check", "wrong.md", "--output", "json=out/a.json", "--output", "terminal=out/a.txt", "--report", "pages"
    )
    assert result.exit_code == 1
    assert json.loads(Path("out/a.json").read_text(encoding="utf-8"))["documents"][0]["path"] == "wrong.md"
    assert "wrong.md" in Path("out/a.txt").read_text(encoding="utf-8")
    assert Path("pages/index.html").is_file()
    assert not list(Path().rglob("*.part"))


def test_every_format_at_once():
    formats = ["sarif", "junit", "github", "gitlab", "checkstyle", "markdown", "csv", "xlsx", "claimreview", "json"]
    outputs = [part for name in formats for part in ("--output", f"{name}=out/{name}")]
    result = run("check", "wrong.md", *outputs, "--output", "html=out/html", "--format", "terminal")
    assert result.exit_code == 1
    assert sorted(path.name for path in Path("out").iterdir()) == sorted([*formats, "html"])
    assert "\n  1 to fix" in result.stdout
    assert Path("out/html/wrong.md.html").is_file()
    for name in formats:
        assert b"1990" in Path("out", name).read_bytes() or name == "xlsx"
    assert Path("out/xlsx").read_bytes().startswith(b"PK")


def test_the_schema_that_is_printed_is_that_of_what_is_printed():
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    for arguments in ("wrong.md near.md right.md", "missing.md", "facts", "right.md --facts nowhere"):
        report = json.loads(run("check", *arguments.split(), "--format", "json").stdout)
        Draft202012Validator(schema).validate(report)


@pytest.mark.parametrize("name", ["json", "sarif", "csv", "xlsx", "github"])
def test_what_is_printed_is_what_is_written(name):
    result = run("check", "wrong.md", "--format", name, "--output", f"{name}=out")
    assert result.stdout_bytes == Path("out").read_bytes()


def test_a_workbook_is_not_printed_on_a_terminal(monkeypatch):
    monkeypatch.setattr("checker.commands._formats._is_terminal", lambda: True)
    result = run("check", "wrong.md", "--format", "xlsx")
    assert result.exit_code == 2
    assert "“xlsx” is no text for a terminal; write it to a file: --output xlsx=PATH" in result.stderr


@pytest.mark.parametrize("arguments", ["--format xlsx", "--output xlsx=a.xlsx"])
def test_a_format_without_its_library_names_the_extra(arguments, monkeypatch):
    monkeypatch.setattr("checker.commands._formats.find_spec", lambda _: None)
    result = run("check", "right.md", *arguments.split())
    assert result.exit_code == 2
    assert "the format “xlsx” needs an extra: pip install 'presscheck[xlsx]'" in result.stderr
    assert not Path("a.xlsx").exists()


@pytest.mark.parametrize(("level", "outcome"), [("error", "skipped"), ("warning", "failure"), ("never", "skipped")])
def test_a_test_report_fails_where_the_run_does(level, outcome):
    result = run("check", "near.md", "--fail-on", level, "--format", "junit")
    assert result.exit_code == int(outcome == "failure")
    case = ET.fromstring(result.stdout.encode()).find(".//testcase[@name='Ada Bosman, name: Eda Bosman']")
    assert [child.tag for child in case] == [outcome]


def test_services_see_paths_from_the_root_of_the_repository(monkeypatch):
    Path("press/drafts").mkdir(parents=True)
    Path("press/drafts/wrong.md").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir("press")
    outputs = [part for name in ("github", "gitlab", "sarif", "json") for part in ("--output", f"{name}={name}")]
    result = run("check", "drafts/wrong.md", "../near.md", "gone.md", "--facts", "../facts", *outputs)
    assert result.exit_code == 2
    lines = Path("github").read_text(encoding="utf-8").splitlines()
    found = [re.search(r"file=([^,]*)", line)[1] for line in lines if line.startswith("::")]
    assert found == ["press/gone.md", "press/drafts/wrong.md", "near.md"]
    issues = json.loads(Path("gitlab").read_text(encoding="utf-8"))
    assert [item["location"]["path"] for item in issues] == ["press/drafts/wrong.md", "near.md", "press/gone.md"]
    (log,) = json.loads(Path("sarif").read_text(encoding="utf-8"))["runs"]
    assert [item["location"]["uri"] for item in log["artifacts"]] == ["press/drafts/wrong.md", "near.md"]
    statement = log["results"][0]["relatedLocations"][-1]["physicalLocation"]["artifactLocation"]
    assert statement == {"uri": "facts/a.yaml", "uriBaseId": "SRCROOT"}
    given = [item["path"] for item in json.loads(Path("json").read_text(encoding="utf-8"))["documents"]]
    assert given == ["drafts/wrong.md", "../near.md"]


def test_an_output_is_not_written_over_another():
    result = run("check", "right.md", "--output", "html=pages", "--output", "csv=pages/index.html")
    assert result.exit_code == 2
    assert "pages/index.html: this is another output of this run" in result.stderr
    assert Path("pages/index.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_summary_of_a_job_is_added_to():
    Path("summary.md").write_text("# Build", encoding="utf-8")
    Path("other.md").write_text("# Other\n", encoding="utf-8")
    outputs = ["--output", "markdown=summary.md", "--output", "csv=other.md"]
    result = run("check", "wrong.md", *outputs, env={"GITHUB_STEP_SUMMARY": str(Path("summary.md").absolute())})
    assert result.exit_code == 1
    assert Path("summary.md").read_text(encoding="utf-8").startswith("# Build\n<!-- presscheck -->\n")
    assert Path("other.md").read_text(encoding="utf-8").startswith("path,")


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("# Nieuws\n", "# Nieuws\n\nHet was een mooie dag aan het water.\n"),
        lambda text: text + "\nHet was een mooie dag aan het water.\n",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("# Nieuws", "# Ander nieuws"),
        lambda text: text.replace("Ada Bosman is", "Ada  Bosman\nis"),
    ],
    ids=["before", "after", "line ends", "mark", "headline", "wrapped"],
)
def test_ids_of_findings_survive_edits_elsewhere(edit):
    Path("a.md").write_text(WRONG + "\nEda Bosman woont in België.\n", encoding="utf-8")
    before = json.loads(run("check", "a.md", "--format", "json").stdout)["documents"][0]["findings"]
    Path("a.md").write_bytes(edit(Path("a.md").read_text(encoding="utf-8")).encode("utf-8"))
    after = json.loads(run("check", "a.md", "--format", "json").stdout)["documents"][0]["findings"]
    assert len(before) >= 3
    assert [item["id"] for item in after] == [item["id"] for item in before]


@pytest.mark.parametrize("given", ["../outside.md", "{absolute}", "drafts/../../outside.md"])
def test_pages_stay_in_the_report_folder(given, tmp_path):
    (tmp_path / "outside.md").write_text(RIGHT, encoding="utf-8")
    Path("drafts").mkdir()
    before = set(tmp_path.iterdir())
    result = run("check", given.format(absolute=tmp_path / "outside.md"), "--report", "pages")
    assert result.exit_code == 0, result.output
    assert set(tmp_path.iterdir()) == before
    assert len(list(Path("pages").rglob("*.html"))) == 2


def test_a_writer_refuses_what_leads_out(tmp_path):
    writer = Writer(documents=frozenset(), facts=None)
    for name in ("../x.html", "/x.html", "a/../../x.html"):
        with pytest.raises(OutputError, match="outside the report folder"):
            writer.write_pages(tmp_path / "pages", {"index.html": "x", name: "y"})
    assert not (tmp_path / "pages").exists()


def test_a_page_is_not_written_over_a_document():
    Path("index.html").write_text("<p>Ada Bosman.</p>", encoding="utf-8")
    result = run("check", "index.html", "--report", ".", "--language", "nl")
    assert result.exit_code == 2
    assert Path("index.html").read_text(encoding="utf-8") == "<p>Ada Bosman.</p>"


def test_writing_keeps_links_and_permissions(tmp_path):
    writer = Writer(documents=frozenset(), facts=None)
    real = tmp_path / "real.json"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(real)
    writer.write(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert not list(tmp_path.glob("*.part"))


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "a.json"
    target.write_text("old", encoding="utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        Writer(documents=frozenset(), facts=None).write(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert not list(tmp_path.glob("*.part"))


def test_devices_stay_devices():
    mode = Path("/dev/null").stat().st_mode
    assert run("check", "right.md", "--output", "json=/dev/null").exit_code == 0
    assert Path("/dev/null").stat().st_mode == mode


# --- check: streams ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "shown"), [(19, ""), (25, "25/25\n"), (101, "100/101\n101/101\n")])
def test_many_documents_show_progress_on_standard_error_only(count, shown):
    Path("drafts").mkdir()
    for number in range(count):
        Path(f"drafts/{number}.md").write_text(RIGHT, encoding="utf-8")
    result = run("check", "drafts")
    assert result.stderr == shown
    assert f"/{count}\n" not in result.stdout
    assert result.exit_code == 0


def test_progress_on_a_terminal_is_in_place(monkeypatch, capsys):
    from checker.commands._notices import Progress  # noqa: PLC0415
    from checker.errors import Problem  # noqa: PLC0415

    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    progress = Progress(20)
    progress.step("a\x1b[31m.md")
    progress.say(Problem(path="a.md", code="c", message="m"))
    progress.end()
    shown = capsys.readouterr().err
    assert shown == "\r\x1b[K1/20 a\ufffd[31m.md\r\x1b[Ka.md: m [c]\n\r\x1b[K"


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(env, monkeypatch):
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: bool(env), raising=False)
    monkeypatch.setenv("TERM", "xterm")
    result = run("check", "wrong.md", env=env)
    assert "\x1b[" not in result.stdout


def test_controls_in_file_names_do_not_reach_the_terminal():
    result = run("check", "\x1b]0;title\x07.md", "two\nlines.md")
    assert "\x1b" not in result.stderr
    assert "\x07" not in result.stderr


def test_a_closed_pipe_is_no_fault(repository):
    Path("drafts").mkdir()
    for number in range(60):
        Path(f"drafts/{number}.md").write_text(WRONG * 30, encoding="utf-8")
    command = f"{sys.executable} -m checker check drafts --report pages -v | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": str(repository)}, check=False)  # fmt: skip
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
    assert len(list(Path("pages").rglob("*.html"))) == 61


def test_an_interruption_has_no_traceback(monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.pipeline.Checker.check", interrupted)
    result = run("check", "right.md")
    assert result.exit_code == 130
    assert "interrupted" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_a_fault_of_ours_costs_one_document(monkeypatch):
    from checker.pipeline import Checker  # noqa: PLC0415

    checked = Checker.check

    def check(self, document):
        if document.path == "right.md":
            raise RecursionError("too deep")
        return checked(self, document)

    monkeypatch.setattr(Checker, "check", check)
    result = run("check", "right.md", "wrong.md", "--format", "json")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert [document["path"] for document in report["documents"]] == ["wrong.md"]
    assert [(error["path"], error["code"]) for error in report["errors"]] == [("right.md", "internal")]
    assert "RecursionError" in result.stderr


# --- check: the fact base ------------------------------------------------------------------------------------------------


def test_a_broken_fact_base_is_said_at_once_and_in_the_json():
    Path("facts/b.yaml").write_text(
        "eda: {type: person}\ncup: {type: event, name: C, facts: {qqq: y}}\n", encoding="utf-8"
    )
    result = run("check", "wrong.md", "--format", "json")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert report["documents"] == []
    assert [(error["path"], error["line"], error["code"]) for error in report["errors"]] == [
        ("facts/b.yaml", 1, "missing-key"),
        ("facts/b.yaml", 2, "unknown-property"),
    ]
    assert result.stderr.count("facts/b.yaml:") == 2


@pytest.mark.parametrize("empty", ["folder", "nothing"])
def test_an_empty_fact_base_still_checks(empty, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "facts" if empty == "folder" else elsewhere).mkdir(parents=True)
    monkeypatch.chdir(elsewhere)
    Path("a.md").write_text("De opening was op maandag 7 mei 2025 in de haven van de stad.\n", encoding="utf-8")
    result = run("check", "a.md", "--format", "json", "--language", "nl")
    assert result.exit_code == 1, "7 May 2025 was a Wednesday"
    assert "[empty-fact-base]" in result.stderr
    assert json.loads(result.stdout)["documents"][0]["findings"][0]["verdict"] == "inconsistent"


# --- facts ---------------------------------------------------------------------------------------------------------------


def test_lint_counts_and_warns():
    result = run("facts", "lint")
    assert result.exit_code == 0
    assert result.stdout == "facts: 3 entities, 4 statements, 1 sources, no errors\n"
    assert [line.rpartition(" ")[2] for line in result.stderr.splitlines()] == ["[shared-name]"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["facts", "lint", "--facts", "nowhere"], "nowhere: there is no such folder"),
        (["facts", "show", "x", "--facts", "nowhere"], "nowhere: there is no such folder"),
        (["facts", "show", "ada-bosmann"], "unknown entity “ada-bosmann” (did you mean “ada-bosman”?)"),
        (["facts", "show", "\x1b[31m"], "unknown entity"),
        (["facts", "show", "ada-bosman", "--as-of", "soon"], "no EDTF date"),
        (["facts", "show", "ada-bosman", "--ui", "fr"], "choose one of: en, nl"),
        (["facts"], "Usage"),
    ],
)
def test_facts_refuses(arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "\x1b" not in result.output


def test_lint_says_every_error_and_how_many():
    Path("facts/b.yaml").write_text("eda: {type: person}\nida: {name: Ida}\n", encoding="utf-8")
    result = run("facts", "lint")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == "2 errors in the fact base"


def test_lint_without_a_fact_base_is_no_success(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("facts", "lint").exit_code == 2


@pytest.mark.parametrize("name", ["ada-bosman", "Ada Bosman", "ada bosman", "Eda Bosman"])
def test_show_finds_by_id_and_name(name):
    result = run("facts", "show", name)
    assert result.exit_code == 0
    assert result.stdout.startswith("Ada Bosman (person, ada-bosman)\n")
    assert "ada-bosman.born – facts/a.yaml:8 – Havenlicht, Annual report" in result.stdout


def test_show_names_all_that_share_a_name():
    result = run("facts", "show", "Havenlicht")
    assert "(organisation, harbour)" in result.stdout
    assert "(product, harbour-boat)" in result.stdout
    assert "no statements about it" in result.stdout


@pytest.mark.parametrize(
    ("as_of", "shown", "hidden"),
    [
        (None, ["Belgium", "France"], ["(age"]),
        ("2015", ["France", "(age 24 or 25)"], ["Belgium"]),
        ("2025-03-13", ["Belgium", "(age 34)"], ["France"]),
        ("2025-03-14", ["Belgium", "(age 35)"], ["France"]),
    ],
)
def test_show_as_of_a_date(as_of, shown, hidden):
    result = run("facts", "show", "ada-bosman", *(["--as-of", as_of] if as_of else []))
    assert all(text in result.stdout for text in shown), result.stdout
    assert not any(text in result.stdout for text in hidden), result.stdout


def test_show_speaks_dutch():
    assert "België" in run("facts", "show", "ada-bosman", "--ui", "nl").stdout


@pytest.mark.parametrize("arguments", [["check", "right.md"], ["facts", "lint"], ["facts", "show", "ada-bosman"]])
def test_a_broken_configuration_is_said_without_traceback(arguments):
    Path("presscheck.toml").write_text('fail-no = "never"\nui = 3', encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert "presscheck.toml:1:1: unknown key “fail-no” (did you mean “fail-on”?)" in result.stderr
    assert "“ui” must be one of en, nl" in result.stderr
    assert result.stdout == ""
