"""What is installed is complete: data files, types, command, licence; and the metadata say what is true."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
import zipfile
from pathlib import PurePosixPath

import pytest

import checker
from checker.renderers import renderers


@pytest.fixture(scope="module")
def project(repository):
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(repository, tmp_path_factory):
    """The names in the wheel, built from the checkout without any network."""
    builder = pytest.importorskip("hatchling.builders.wheel")
    folder = tmp_path_factory.mktemp("dist")
    (path,) = builder.WheelBuilder(str(repository)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_in_the_wheel(repository, wheel):
    files = {
        path.relative_to(repository).as_posix()
        for path in (repository / "checker").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files <= wheel
    assert {PurePosixPath(name).suffix for name in files} >= {
        ".py",
        ".yaml",
        ".jinja",
        ".css",
        ".js",
        ".json",
        ".typed",
    }


def test_nothing_else_is_in_the_wheel(wheel):
    assert {name.partition("/")[0] for name in wheel if ".dist-info/" not in name} == {"checker"}
    assert any(name.endswith("LICENSE") for name in wheel)


def test_there_is_one_version(project):
    assert checker.__version__ == project["project"]["version"] == importlib.metadata.version("presscheck")


def test_the_command_is_the_package(project, presscheck):
    assert project["project"]["scripts"] == {"presscheck": "checker.__main__:main"}
    assert presscheck("--version").stdout.strip().endswith(checker.__version__)


def test_what_is_imported_is_declared(repository, project):
    """The distributions behind the imports of `checker/`, one for one; `fit` is for `tests/corpus/fit.py` alone."""
    distributions = {
        "yaml": "pyyaml",
        "markdown_it": "markdown-it-py",
        "markupsafe": "jinja2",
        "pydantic_core": "pydantic",
    }
    imported = set()
    for path in (repository / "checker").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        imported.update(re.findall(r"^\s*(?:from (?=\S+ import )|import )(\w+)", text, re.MULTILINE))
    ours = {"checker", "__future__"}
    standard = __import__("sys").stdlib_module_names
    needed = {distributions.get(name, name) for name in imported if name not in standard and name not in ours}
    extras = {
        name: items for name, items in project["project"]["optional-dependencies"].items() if name not in ("dev", "fit")
    }
    items = [*project["project"]["dependencies"], *(item for extra in extras.values() for item in extra)]
    declared = {re.match(r"[\w-]+", item)[0].lower() for item in items}
    assert needed == declared


def test_a_format_that_needs_a_library_has_an_extra_of_its_name(project):
    extras = project["project"]["optional-dependencies"]
    for name, renderer in renderers().items():
        if renderer.needs:
            assert [re.match(r"\w+", item)[0].lower() for item in extras[name]] == [renderer.needs]
