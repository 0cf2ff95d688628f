"""Settings: found upwards, relative to their file, and refused all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import Settings, document_languages, interface_languages, load_settings
from checker.errors import ConfigurationError


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "drafts" / "may").mkdir(parents=True)
    monkeypatch.chdir(root)


@pytest.mark.parametrize(
    ("files", "folder", "settings"),
    [
        ({}, ".", Settings()),
        ({"presscheck.toml": ""}, ".", Settings()),
        ({"presscheck.toml": 'ui = "nl"'}, ".", Settings(ui="nl")),
        ({"presscheck.toml": '\ufeffui = "nl"'}, ".", Settings(ui="nl")),
        ({"presscheck.toml": 'fail-on = "never"\nlanguage = "nl"'}, ".", Settings(fail_on="never", language="nl")),
        ({"presscheck.toml": 'fail_on = "warning"'}, ".", Settings(fail_on="warning")),
        ({"pyproject.toml": '[tool.presscheck]\nui = "nl"'}, ".", Settings(ui="nl")),
        ({"pyproject.toml": '[tool.other]\nui = "nl"'}, ".", Settings()),
        ({"pyproject.toml": 'tool = "x"'}, ".", Settings()),
        ({"pyproject.toml": '[tool.presscheck]\nui = "en"', "presscheck.toml": 'ui = "nl"'}, ".", Settings(ui="nl")),
        ({"presscheck.toml": 'ui = "nl"'}, "drafts/may", Settings(ui="nl")),
        ({"drafts/presscheck.toml": "", "presscheck.toml": 'ui = "nl"'}, "drafts/may", Settings()),
        ({"presscheck.toml": 'facts = "base"'}, ".", Settings(facts="base")),
        ({"presscheck.toml": 'facts = "base"'}, "drafts/may", Settings(facts="../../base")),
        ({"drafts/presscheck.toml": 'facts = "../base"'}, "drafts/may", Settings(facts="../../base")),
        # What stands above the root of the repository is not ours.
        ({"../presscheck.toml": 'ui = "nl"'}, ".", Settings()),
    ],
)
def test_finds_settings(files, folder, settings):
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    assert load_settings(Path(folder)) == settings


@pytest.mark.parametrize(
    ("name", "text", "faults"),
    [
        ("presscheck.toml", 'fail-no = "never"', ["presscheck.toml: unknown key “fail-no” (did you mean “fail-on”?) [unknown-key]"]),
        ("presscheck.toml", "x = 1", ["presscheck.toml: unknown key “x”; known keys: facts, ui, fail-on, language [unknown-key]"]),
        ("presscheck.toml", 'ui = "fr"', ["presscheck.toml: “ui” must be one of en, nl, found 'fr' [wrong-type]"]),
        ("presscheck.toml", 'language = "fr"', ["presscheck.toml: “language” must be one of en, nl, found 'fr' [wrong-type]"]),
        ("presscheck.toml", "fail-on = true", ["presscheck.toml: “fail-on” must be one of error, warning, never, found 'True' [wrong-type]"]),
        ("presscheck.toml", 'facts = ["a"]', ["presscheck.toml: “facts” must be a text, found \"['a']\" [wrong-type]"]),
        ("presscheck.toml", 'facts = ""', ["presscheck.toml: “facts” must be a text, found '' [wrong-type]"]),
        ("presscheck.toml", 'ui = "fr"\nx = 1', ["“ui” must be", "unknown key “x”"]),
        ("presscheck.toml", "a = 1\nui = nl", ["presscheck.toml:2:6: this is not valid TOML: Invalid value [toml]"]),
        ("presscheck.toml", "a = " + "[" * 100_000, ["[toml]"]),
        ("pyproject.toml", "[tool.presscheck", ["pyproject.toml: this is not valid TOML: Expected"]),
        ("pyproject.toml", "[tool]\npresscheck = 3", ["must be a table: [tool.presscheck] [wrong-type]"]),
    ],
)  # fmt: skip
def test_refuses_settings(name, text, faults):
    Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as refused:
        load_settings(Path("drafts"))
    lines = str(refused.value).splitlines()
    assert len(lines) == len(faults)
    for line, fault in zip(lines, faults, strict=True):
        assert fault in line


def test_refuses_what_is_no_text():
    Path("presscheck.toml").write_bytes(b'ui = "\xff"')
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        load_settings(Path())


def test_languages_are_those_that_have_data(repository):
    assert document_languages() == tuple(
        sorted(p.parent.name for p in repository.glob("checker/languages/*/grammar.yaml"))
    )
    assert interface_languages() == tuple(sorted(p.stem for p in repository.glob("checker/ui/*.yaml")))
