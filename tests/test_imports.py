"""What holds for every module: imports point backwards, the core has no clock, no network, and prints nothing."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "checker"
MODULES = sorted(PACKAGE.rglob("*.py"))


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {module_name(path): path for path in MODULES}


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def is_type_checking(node):
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imports(path, *, inside_functions=True):
    """The dotted names that a module imports at run time (what only the type checker reads is no dependency)."""
    found = set()

    def visit(node):
        if is_type_checking(node):
            for child in node.orelse:
                visit(child)
            return
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and not inside_functions:
            return
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(tree(path))
    return found


def own_imports(path, **options):
    """The modules of the package that a module imports."""
    found = set()
    for name in imports(path, **options):
        parts = name.split(".")
        ways = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
        found.update([known for known in ways if known in NAMES][:1])
    return found - {"checker", module_name(path)}


# The stages of the data flow, first to last. A module imports from its own stage and from those before it; a package is
# named here once for all its modules.
STAGES = (
    ("errors", "period", "plugins", "data", "document", "report", "identity", "contacts", "countries", "demonyms"),
    ("choices", "languages", "lemmas", "properties", "toml", "settings", "config"),
    ("values",),
    ("readers", "datelines", "detect", "reading"),
    ("factbase",),
    ("analysis", "synonyms", "spelling", "spans", "comparing", "wording", "distortions", "weights"),
    ("mentions",),
    ("contests",),
    ("evidence",),
    ("vetoes",),
    ("linking",),
    ("likelihood",),
    ("relations",),
    ("verdicts", "explain"),
    ("claims",),
    ("figures",),
    ("contrast",),
    ("checks",),
    ("pipeline",),
    ("gate", "evaluation"),
    ("ui", "renderers"),
    ("commands", "__main__"),
)


def stage(name):
    top = name.removeprefix("checker").split(".")[:2][-1]
    return next((number for number, members in enumerate(STAGES) if top in members), -1)


@pytest.mark.parametrize("name", sorted(NAMES.keys() - {"checker"}))
def test_imports_point_backwards(name):
    assert stage(name) >= 0, f"{name} belongs to no stage"
    later = {other for other in own_imports(NAMES[name]) if stage(other) > stage(name)}
    assert not later, f"{name} imports from a later stage"


def test_no_module_imports_itself_through_others():
    graph = {name: own_imports(path) for name, path in NAMES.items()}
    done, open_ = set(), []

    def visit(name):
        assert name not in open_, f"a circle: {' -> '.join([*open_[open_.index(name) :], name])}"
        if name in done:
            return
        open_.append(name)
        for other in sorted(graph[name]):
            # A package's own file and its modules are one thing to the reader.
            if not other.startswith(f"{name}.") and not name.startswith(f"{other}."):
                visit(other)
        open_.pop()
        done.add(name)

    for name in graph:
        visit(name)


CORE = [path for path in MODULES if stage(module_name(path)) < STAGES.index(("ui", "renderers"))]
BANNED = {
    "click": "the command line stays in commands/",
    "time": "the core has no clock",
    "random": "the same text gives the same answer",
    "socket": "the core is offline",
    "urllib.request": "the core is offline",
    "http": "the core is offline",
    "subprocess": "the core starts nothing",
    "pickle": "data is data",
    "checker.renderers": "the core knows no format",
    "checker.commands": "the core knows no command",
}


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_has_no_clock_no_network_and_prints_nothing(path):
    found = imports(path)
    for banned, why in BANNED.items():
        assert not any(name == banned or name.startswith(f"{banned}.") for name in found), why
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("print", "input", "eval", "exec", "open"), called
            assert not called.endswith((".today", ".now", ".utcnow")), called


def test_spacy_is_imported_by_one_module():
    at_import = [
        module_name(path)
        for path in MODULES
        if any(name.split(".")[0] == "spacy" for name in imports(path, inside_functions=False))
    ]
    assert at_import in ([], ["checker.analysis"])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_has_a_docstring(path):
    assert ast.get_docstring(tree(path))
