"""The documentation says what the program does: codes, options, keys, properties, links, the example report."""

from __future__ import annotations

import ast
import importlib.util
import json
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

import checker.factbase
from checker import plugins
from checker.commands import build
from checker.data import Table
from checker.properties import Property
from checker.reading import known_suffixes
from checker.renderers._claims import COLUMNS
from checker.report import Verdict
from checker.settings import KEYS, OVERRIDE_KEYS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("facts/*.md"), *ROOT.glob("tests/**/README.md")])


def read(path):
    return path.read_text(encoding="utf-8")


def first_cells(text):
    """The code in the first cells of the tables of a page."""
    return {
        name for row in re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)
    }


def section(text, heading):
    """The part of a page under a heading, up to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    rest = text.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"^#{{1,{level}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


# --- messages ----------------------------------------------------------------------------------------------------------


TREES = [ast.parse(read(path)) for path in sorted((ROOT / "checker").rglob("*.py"))]


def problem_makers():
    """Where each function that takes a code and a message expects the code; a class counts by its `__init__`."""
    makers = {}
    for tree in TREES:
        for node in ast.walk(tree):
            functions = [(node.name, node)] if isinstance(node, ast.FunctionDef) else []
            if isinstance(node, ast.ClassDef):
                functions = [(node.name, each) for each in node.body if getattr(each, "name", "") == "__init__"]
            for name, function in functions:
                names = [arg.arg for arg in function.args.args if arg.arg not in ("self", "cls")]
                if {"code", "message"} <= set(names):
                    makers[name] = names.index("code")
    return makers


def used_codes():
    """Every code that the program gives a problem, wherever it makes one."""
    makers, found = problem_makers(), set()
    for node in (node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Call)):
        called = ast.unparse(node.func).rpartition(".")[2]
        named = {item.arg: item.value for item in node.keywords}
        given = [named["code"]] if "code" in named and ("message" in named or called == "replace") else []
        given += node.args[makers[called] :][:1] if called in makers else []
        leaves = [leaf for value in given for leaf in ast.walk(value) if isinstance(leaf, ast.Constant)]
        found |= {leaf.value for leaf in leaves if isinstance(leaf.value, str)}
    return {code for code in found if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code)}


def test_every_code_is_explained_and_no_other():
    assert used_codes() == first_cells(read(REFERENCE / "messages.md"))


def test_codes_are_found_however_they_are_given():
    assert {"yaml", "wrong-type", "unknown-entity", "front-matter", "language"} <= used_codes()


# --- command line ------------------------------------------------------------------------------------------------------

COMMAND_LINE = read(REFERENCE / "command-line.md")


def commands(command, name):
    """(name, command) of every command that does something."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for sub in command.list_commands(context):
        yield from commands(command.get_command(context, sub), f"{name} {sub}")


COMMANDS = list(commands(build(), "presscheck"))


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_option_is_explained_and_no_other(name, command):
    heading = next(line for line in COMMAND_LINE.splitlines() if line == f"## {name}" or line.startswith(f"## {name} "))
    explained = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", section(COMMAND_LINE, heading)))
    options = {word for param in command.params if isinstance(param, click.Option) for word in param.opts}
    assert explained - {"--help", "-h"} == options


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_help_shows_every_option(name, command, presscheck):
    shown = presscheck(*name.split()[1:], "--help")
    assert shown.returncode == 0
    for param in command.params:
        assert all(word in shown.stdout for word in param.opts if word.startswith("-"))


def test_every_setting_is_explained_and_no_other():
    explained = read(REFERENCE / "configuration.md")
    assert first_cells(section(explained, "## Keys")) == set(KEYS)
    assert first_cells(section(explained, "## Some documents only")) == set(OVERRIDE_KEYS)


def test_every_suffix_is_named():
    (line,) = [line for line in COMMAND_LINE.splitlines() if line.startswith("Suffixes that are read:")]
    assert set(re.findall(r"`(\.\w+)`", line)) == set(known_suffixes())


def test_commands_in_pages_exist():
    known = {name.split()[1] for name, _ in COMMANDS}
    for page in PAGES:
        for called in re.findall(r"^(?:    |\$ )(?:\S*/)?presscheck ([a-z]+)", read(page), re.MULTILINE):
            assert called in known, page


@pytest.mark.parametrize("name", plugins.names("checker.renderers"))
def test_every_format_is_explained(name):
    formats = read(REFERENCE / "formats.md")
    row = next(line for line in formats.splitlines() if line.startswith((f"| `{name}`", f"| [`{name}`]")))
    assert f"]({name}.md)" in row or name in ("terminal", "html")


@pytest.mark.parametrize(
    ("heading", "kind"), [("## The report", None), ("## A document", "document"), ("## A finding", "finding")]
)
def test_every_key_of_the_json_report_is_explained_and_no_other(heading, kind):
    schema = json.loads(read(ROOT / "checker" / "renderers" / "json.schema.json"))
    described = schema["$defs"][kind] if kind else schema
    assert first_cells(section(read(REFERENCE / "json.md"), heading)) == set(described["properties"])
    assert set(described["required"]) <= set(described["properties"])


def test_every_column_of_the_table_of_claims_is_explained_and_no_other():
    assert first_cells(read(REFERENCE / "csv.md")) == set(COLUMNS)


# --- fact base, verdicts -----------------------------------------------------------------------------------------------


def written_by_people():
    """The models of what people write in a fact base, by name, in whichever module they stand."""
    for module in pkgutil.iter_modules(checker.factbase.__path__, "checker.factbase."):
        importlib.import_module(module.name)
    return {
        model.__name__: model for model in Table.__subclasses__() if model.__module__.startswith("checker.factbase.")
    }


MODELS = written_by_people()


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("## Entity", MODELS["EntitySpec"]),
        ("## Statement", MODELS["StatementSpec"]),
        ("### properties", Property),
        ("### tables", MODELS["TableSpec"]),
        ("### derived", MODELS["DerivedSpec"]),
        ("## Registry of sources", MODELS["SourceSpec"]),
    ],
)
def test_every_key_of_the_fact_base_is_explained_and_no_other(heading, model):
    text = section(read(REFERENCE / "fact-base.md"), heading)
    assert first_cells(text) == set(model.model_fields)
    required = first_cells("\n".join(line for line in text.splitlines() if re.search(r"\brequired\b", line)))
    assert required == {name for name, field in model.model_fields.items() if field.is_required()}


def test_every_part_of_the_vocabulary_has_a_section():
    text = section(read(REFERENCE / "fact-base.md"), "## vocabulary.yaml")
    assert set(re.findall(r"^### (\w+)$", text, re.MULTILINE)) == set(MODELS["VocabularySpec"].model_fields)


def test_every_value_type_and_sign_is_explained():
    notation = section(read(REFERENCE / "fact-base.md"), "## Value notation")
    assert first_cells(notation) == set(Property.model_fields["type"].annotation.__args__)
    signs = Property.model_fields["signs"].annotation.__args__[0].__args__
    assert first_cells(read(DOCS / "how-to" / "new-property.md")) == set(signs)


def test_every_verdict_and_check_is_explained_and_no_other():
    text = read(REFERENCE / "verdicts.md")
    assert first_cells(text.split("\n## ", 1)[0]) == {verdict.value for verdict in Verdict}
    assert first_cells(section(text, "## Checks that need no facts")) == set(plugins.names("checker.checks"))


def test_the_list_of_properties_is_current():
    spec = importlib.util.spec_from_file_location("make_properties", DOCS / "make_properties.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert read(maker.PAGE) == maker.page(), "make it again: python docs/make_properties.py"


# --- pages -------------------------------------------------------------------------------------------------------------


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", read(page)):
        if re.match(r"\w+:", target):
            continue
        name, _, part = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        if part:
            assert part in {anchor(heading) for heading in re.findall(r"^#+ (.+)$", read(file), re.MULTILINE)}, target


def test_every_page_is_in_the_index():
    linked = {(DOCS / target).resolve() for target in re.findall(r"\]\(([^)#]+)\)", read(DOCS / "README.md"))}
    decisions = read(DOCS / "decisions" / "README.md")
    linked |= {(DOCS / "decisions" / target).resolve() for target in re.findall(r"\]\(([^)#]+)\)", decisions)}
    assert {page for page in DOCS.rglob("*.md") if page != DOCS / "README.md"} <= linked


def test_the_picture_is_small():
    assert (DOCS / "report.png").read_bytes().startswith(b"\x89PNG")
    assert (DOCS / "report.png").stat().st_size < 300_000


# --- the README's commands ---------------------------------------------------------------------------------------------

README = read(ROOT / "README.md")


def test_ci_runs_the_test_command_of_the_readme():
    lines = [line.strip() for line in README.splitlines() if "-m pytest" in line]
    assert lines == [".venv/bin/python -m pytest"]
    assert "grep -m1 -- '-m pytest' README.md" in read(ROOT / ".ci" / "run")


def test_the_workflow_runs_the_scripts():
    workflow = read(ROOT / ".github" / "workflows" / "ci.yml")
    assert "run: .ci/run\n" in workflow
    assert "run: .ci/check-drafts\n" in workflow
    assert "path: reports/ci\n" in workflow
    assert all(re.fullmatch(r"\S+@v\d+|\./", action) for action in re.findall(r"uses: (\S+)", workflow))


def test_the_example_report_is_current(tmp_path):
    """The command of the README makes exactly what is committed in reports/example."""
    (line,) = [line for line in README.splitlines() if "presscheck check" in line and "&&" in line]
    words = line.rpartition("presscheck ")[2].split()
    assert words[words.index("--report") + 1] == "reports/example"
    words[words.index("--report") + 1] = str(tmp_path)
    shutil.copy(ROOT / "reports" / "example" / "presscheck-run.json", tmp_path)  # what the run before left
    subprocess.run([sys.executable, "-m", "checker", *words], cwd=ROOT, check=True, capture_output=True)
    committed, made = (
        {path.relative_to(folder).as_posix(): read(path) for path in folder.rglob("*") if path.is_file()}
        for folder in (ROOT / "reports" / "example", tmp_path)
    )
    assert made.keys() == committed.keys()
    different = [name for name in made if made[name] != committed[name]]
    assert not different, (
        f"make it again, from the root of the repository: presscheck {line.rpartition('presscheck ')[2]}"
    )
