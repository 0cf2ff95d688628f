"""A small project to hold runs against: a fact base, and a function that checks one document."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from gate_project import FACTS, REGISTRY, VOCABULARY

from checker.commands import build


@pytest.fixture(autouse=True)
def _project(tmp_path, monkeypatch):
    root = tmp_path / "project"
    files = {"facts/a.yaml": FACTS, "facts/vocabulary.yaml": VOCABULARY, "sources/registry.yaml": REGISTRY}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / ".git").mkdir()
    monkeypatch.chdir(root)


@pytest.fixture
def run():
    """A function that runs the command in this process."""

    def run(*arguments: str, text: str | None = None):
        result = CliRunner().invoke(build(), list(arguments), input=text)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def check(run):
    """A function that checks paths and returns exit status, the JSON report, and standard error."""

    def check(*arguments: str):
        result = run("check", "--format", "json", *arguments)
        return result.exit_code, json.loads(result.stdout) if result.stdout else None, result.stderr

    return check
