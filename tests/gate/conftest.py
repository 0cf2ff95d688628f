"""A small project to hold runs against: a fact base, and a function that checks one document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.commands import build

FACTS = """
ada-bosman:
  type: person
  name: Ada Bosman
  discouraged: [Eda Bosman]
  gender: female
  facts:
    born: {value: 1990-03-14, source: report}
    residence: {value: belgium, source: report, valid: 2020/..}
    height: {value: 170 cm, source: report}
"""
VOCABULARY = "properties: {height: {type: quantity, label: {nl: lengte, en: height}}}\n"
REGISTRY = "report: {publisher: Havenlicht, title: Annual report, date: 2025-03-01}\n"
HEADS = {
    "nl": "---\ndate: 2025-05-07\nlanguage: nl\n---\n\n",
    "en": "---\ndate: 2025-05-07\nlanguage: en\n---\n\n",
}
BORN = {"nl": "Ada Bosman is geboren op 14 maart 1991.", "en": "Ada Bosman was born on 14 March 1991."}
"""One error: the year."""


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


def write(name: str, text: str) -> str:
    """Write a file of the project and return its name."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return name
