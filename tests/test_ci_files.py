"""The action, the GitLab template, the hooks and the container file: valid, in step with the program, and run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from ci_files import ROOT, Runner, copy_source, instructions, load

from checker.reading import known_suffixes

FACTS = """
ada-bosman:
  type: person
  name: Ada Bosman
  facts: {born: {value: 1990-03-14, source: report}}
"""
REGISTRY = "report: {publisher: Havenlicht, title: Annual report, date: 2025-03-01}\n"
RIGHT = "---\ndate: 2025-05-07\nlanguage: nl\n---\n\nAda Bosman is geboren op 14 maart 1990.\n"
RIGHT_EN = "---\ndate: 2025-05-07\nlanguage: en\n---\n\nAda Bosman was born on 14 March 1990.\n"

installs = pytest.mark.skipif(
    not os.environ.get("PRESSCHECK_INSTALL_TESTS"), reason="PRESSCHECK_INSTALL_TESTS is not set: installs packages"
)


@pytest.fixture
def workspace(tmp_path):
    """A repository of a team, with a right and a wrong text in each language."""
    root = tmp_path / "work space"
    files = {
        "facts/people.yaml": FACTS,
        "sources/registry.yaml": REGISTRY,
        "drafts/right.md": RIGHT,
        "drafts/right.en.md": RIGHT_EN,
        "drafts/wrong one.md": RIGHT.replace("1990", "1991"),
        "drafts/wrong.en.md": RIGHT_EN.replace("1990", "1991"),
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    return root


def git(folder: Path, *arguments: str) -> None:
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
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def in_step(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/ci.yml"),
        ("vendor.gitlab-ci", ".gitlab/presscheck.yml"),
    ],
)
def test_the_files_follow_their_schemas(schema, name):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name)]
    done = in_step(ROOT, *command)
    assert done.returncode == 0, done.stdout + done.stderr


# --- the action --------------------------------------------------------------------------------------------------------


@pytest.fixture
def runner(tmp_path, workspace):
    folder = tmp_path / "runner"
    folder.mkdir()
    return Runner(folder, workspace)


def test_the_action_fails_on_findings_and_says_where(runner):
    runner.have_installed()
    done = runner.run(paths="drafts", report="pages/here", sarif="out/presscheck.sarif")
    assert done.returncode == 1, done.stderr
    assert runner.outputs() == {"status": "1", "report": "pages/here", "sarif": "out/presscheck.sarif"}
    assert "::error file=drafts/wrong one.md,line=6" in done.stdout
    assert "::error file=drafts/wrong.en.md,line=6" in done.stdout
    assert "wrong one.md" in runner.summary()
    assert (runner.workspace / "pages/here/index.html").is_file()
    results = json.loads((runner.workspace / "out/presscheck.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert sum(item["level"] == "error" for item in results) == 2


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"paths": "drafts/right.md\ndrafts/right.en.md\n"}, 0),
        ({"paths": "drafts/right.md\ndrafts/wrong one.md"}, 1),
        ({"fail_on": "never"}, 0),
        ({"since": "HEAD"}, 0),
        ({"since": "nowhere"}, 2),
        ({"arguments": "--min-confidence\n1\n\n--ui\nnl"}, 0),
        ({"arguments": "--baseline\nno such file.yaml"}, 2),
        ({"working_directory": "drafts", "facts": "../facts"}, 1),
        ({"annotate": "false"}, 1),
        # Nothing that an input holds is run, and nothing is an option that should be a path.
        ({"paths": "drafts/right.md; touch ran\n$(touch ran)\n--help\ndrafts/*.md", "facts": '"; touch ran; "'}, 2),
        ({"paths": "--help"}, 2),
    ],
)
def test_the_inputs_of_the_action(inputs, status, runner):
    runner.have_installed()
    done = runner.run(**inputs)
    assert done.returncode == status, done.stdout + done.stderr
    assert runner.outputs()["status"] == str(status)
    assert not (runner.workspace / "ran").exists()
    if status == 1:
        assert ("::error file=" in done.stdout) == (inputs.get("annotate") != "false")


def test_every_input_is_used_and_explained():
    action = load("action.yml")
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    page = (ROOT / "docs/how-to/run-in-ci.md").read_text(encoding="utf-8")
    for name, item in action["inputs"].items():
        assert f"${{{{ inputs.{name} }}}}" in text
        assert item["description"]
        assert f"\n| `{name}` |" in page
    assert set(action["outputs"]) == {"status", "report", "sarif"}


def test_actions_are_pinned_to_a_version():
    for step in load("action.yml")["runs"]["steps"]:
        assert "run" in step or re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])


@installs
def test_the_action_installs_itself(runner):
    copy_source(runner.folder / "source")
    done = runner.run(install=True, paths="drafts")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error file=drafts/wrong one.md,line=6" in done.stdout


# --- GitLab ------------------------------------------------------------------------------------------------------------


def gitlab(workspace, tmp_path, *lines, **variables):
    """Run lines of the template as its runner does: one script, with the variables of the job."""
    job = load(".gitlab/presscheck.yml")[".presscheck"]
    given = {"CI_PROJECT_DIR": str(workspace), "CI_BUILDS_DIR": str(tmp_path / "builds")}
    values = {name: value.replace("$CI_PROJECT_DIR", str(workspace)) for name, value in job["variables"].items()}
    script = "\n".join(line for key in lines for line in job[key])
    return in_step(workspace, "bash", "-eo", "pipefail", "-c", script, **(values | given | variables))


def test_the_job_of_gitlab(workspace, tmp_path):
    (tmp_path / "builds" / "presscheck").mkdir(parents=True)
    (tmp_path / "builds" / "presscheck" / "bin").symlink_to(Path(sys.executable).parent)
    done = gitlab(workspace, tmp_path, "script", PRESSCHECK_PATHS="drafts", PRESSCHECK_OPTIONS="--ui nl")
    assert done.returncode == 1, done.stderr
    artifacts = load(".gitlab/presscheck.yml")[".presscheck"]["artifacts"]
    issues = json.loads((workspace / artifacts["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert sorted(issue["location"]["path"] for issue in issues) == ["drafts/wrong one.md", "drafts/wrong.en.md"]
    assert "wrong one.md" in (workspace / artifacts["reports"]["junit"]).read_text(encoding="utf-8")
    assert (workspace / artifacts["paths"][0] / "index.html").is_file()


def test_every_variable_of_the_template_is_explained():
    page = (ROOT / "docs/how-to/run-in-ci.md").read_text(encoding="utf-8")
    variables = load(".gitlab/presscheck.yml")[".presscheck"]["variables"]
    assert all(f"`{name}`" in page for name in variables if name.startswith("PRESSCHECK"))


@installs
def test_the_job_of_gitlab_installs(workspace, tmp_path):
    source = copy_source(tmp_path / "source")
    done = gitlab(
        workspace, tmp_path, "before_script", "script", PRESSCHECK_PATHS="drafts", PRESSCHECK_PACKAGE=str(source)
    )
    assert done.returncode == 1, done.stdout + done.stderr


# --- pre-commit --------------------------------------------------------------------------------------------------------

HOOKS = load(".pre-commit-hooks.yaml")


def test_the_hooks_follow_the_manifest_of_pre_commit():
    done = in_step(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_take_the_documents_that_can_be_read_and_the_facts():
    documents, facts = HOOKS
    for suffix in known_suffixes():
        assert re.search(documents["files"], f"drafts/a{suffix}")
    assert not re.search(documents["files"], "drafts/a.png")
    assert not re.search(documents["files"], "drafts/a_md")
    for name in (
        "facts/people.yaml",
        "facts/tables/results.csv",
        "press/facts/a.yml",
        "sources/registry.yaml",
        "registry.yaml",
    ):
        assert re.search(facts["files"], name)
    for name in ("facts/README.md", "artifacts/a.yaml", "sources/my-registry.yaml"):
        assert not re.search(facts["files"], name)


@installs
def test_pre_commit_for_real(workspace, tmp_path):
    source = copy_source(tmp_path / "source")
    git(source, "init", "-q")
    git(source, "add", "-A")
    git(source, "commit", "-qm", "source")
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=source, check=True, capture_output=True, encoding="utf-8"
    )
    hooks = [{"id": "presscheck"}, {"id": "presscheck-facts"}]
    config = {"repos": [{"repo": str(source), "rev": revision.stdout.strip(), "hooks": hooks}]}
    (workspace / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}

    def pre_commit(*arguments):
        return in_step(workspace, sys.executable, "-m", "pre_commit", *arguments, **home)

    everything = pre_commit("run", "--all-files")
    assert everything.returncode == 1, everything.stdout + everything.stderr
    assert "drafts/wrong one.md:6:26  contradicted" in everything.stdout
    assert re.search(r"^presscheck facts lint\.+Passed$", everything.stdout, re.MULTILINE)
    right = pre_commit("run", "--files", "drafts/right.md", "drafts/right.en.md")
    assert right.returncode == 0, right.stdout + right.stderr
    assert re.search(r"^presscheck facts lint\.+\(no files to check\)Skipped$", right.stdout, re.MULTILINE)
    (workspace / "facts/people.yaml").write_text(FACTS.replace("name:", "nam:"), encoding="utf-8")
    facts = pre_commit("run", "--files", "facts/people.yaml")
    assert facts.returncode == 1
    assert "facts/people.yaml:4:3: unknown key “nam” (did you mean “name”?)" in facts.stdout


# --- the container -----------------------------------------------------------------------------------------------------

STEPS = instructions((ROOT / "Containerfile").read_text(encoding="utf-8"))


def test_the_container_file_is_sound():
    names = [name for name, _ in STEPS]
    assert set(names) <= {"FROM", "COPY", "RUN", "ENV", "USER", "WORKDIR", "ENTRYPOINT", "CMD"}
    final = len(names) - 1 - names[::-1].index("FROM")
    last = dict(STEPS[final:])
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", last["USER"]), "not the superuser, by number"
    assert json.loads(last["ENTRYPOINT"]) == ["presscheck"]
    assert json.loads(last["CMD"]) == ["--help"]
    stages = [argument.split(" AS ") for name, argument in STEPS if name == "FROM"]
    assert all(re.fullmatch(r"docker\.io/library/python:3\.\d+-slim", stage[0]) for stage in stages)
    for name, argument in STEPS:
        if name == "COPY" and not argument.startswith("--from=build "):
            assert all((ROOT / source).exists() for source in argument.split()[:-1])


def test_the_container_brings_what_the_package_needs():
    copied = {source for name, argument in STEPS if name == "COPY" for source in argument.split()[:-1]}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert {"pyproject.toml", "checker", *re.findall(r'^readme = "(.*)"', project, re.MULTILINE), "LICENSE"} <= copied


@installs
def test_the_steps_of_the_container(workspace, tmp_path):
    """Its own steps, without those of the system, in a folder that stands for its root."""
    root = tmp_path / "root"
    (root / "opt").mkdir(parents=True)

    def inside(text):
        return re.sub(r"(?<![\w.])/(src|opt|press)\b", lambda match: f"{root}/{match[1]}", text)

    environment = {}
    for name, argument in STEPS:
        if name == "COPY" and not argument.startswith("--from"):
            *sources, target = argument.split()
            for source in sources:
                where = Path(inside(target)) / source if target.endswith("/") else Path(inside(target))
                where.parent.mkdir(parents=True, exist_ok=True)
                (shutil.copytree if (ROOT / source).is_dir() else shutil.copy)(ROOT / source, where)
        if name == "RUN" and "apt-get" not in argument:
            done = in_step(root, "sh", "-ec", inside(argument))
            assert done.returncode == 0, done.stderr
        if name == "ENV":
            key, value = inside(argument).split("=", 1)
            environment[key] = value.replace("$PATH", os.environ["PATH"])
    last = dict(STEPS)
    entry = json.loads(last["ENTRYPOINT"])
    shown = in_step(workspace, "sh", "-c", shlex.join([*entry, *json.loads(last["CMD"])]), **environment)
    assert shown.returncode == 0
    assert "Check press releases" in shown.stdout
    done = in_step(workspace, "sh", "-c", shlex.join([*entry, "check", "drafts"]), **environment)
    assert done.returncode == 1, done.stderr
    which = in_step(workspace, "sh", "-c", "command -v presscheck", **environment)
    assert which.stdout.startswith(str(root))
