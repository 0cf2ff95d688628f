"""Settings: found upwards, relative to their file, and refused all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.choices import document_languages, interface_languages
from checker.config import load_settings
from checker.errors import ConfigurationError
from checker.settings import Override, Settings


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
        ({"presscheck.toml": 'baseline = "known.yaml"'}, "drafts/may", Settings(baseline="../../known.yaml")),
        ({"presscheck.toml": "min-confidence = 1"}, ".", Settings(min_confidence=1.0)),
        (
            {"presscheck.toml": '[checks]\nweekday = "off"\n[properties]\nborn = "note"'},
            ".",
            Settings(checks={"weekday": "off"}, properties={"born": "note"}),
        ),
        (
            {
                "presscheck.toml": '[[overrides]]\npaths = ["drafts"]\nfail-on = "never"\nmin-confidence = 0.5\n[overrides.properties]\nborn = "off"'
            },
            ".",
            Settings(
                overrides=(
                    Override(paths=("drafts",), fail_on="never", min_confidence=0.5, properties={"born": "off"}),
                )
            ),
        ),
        # What stands above the root of the repository is not ours.
        ({"../presscheck.toml": 'ui = "nl"'}, ".", Settings()),
    ],
)
def test_finds_settings(files, folder, settings):
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    assert load_settings(Path(folder)) == settings


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('fail-no = "never"', ["1:1: unknown key “fail-no” (did you mean “fail-on”?) [unknown-key]"]),
        ("x = 1", ["1:1: unknown key “x”; known keys: facts, ui, fail-on, language, min-confidence, baseline, theme, templates, checks, properties, overrides [unknown-key]"]),
        ('ui = "fr"', ["1:1: “ui” must be one of en, nl, found “fr” [wrong-type]"]),
        ('language = "fr"', ["1:1: “language” must be one of en, nl, found “fr” [wrong-type]"]),
        ("\n\nfail-on = true", ["3:1: “fail-on” must be one of error, warning, never, found true [wrong-type]"]),
        ('fail-on = "eror"', ["1:1: “fail-on” must be one of error, warning, never, found “eror” (did you mean “error”?)"]),
        ('facts = ["a"]', ["1:1: “facts” must be a text, found a list [wrong-type]"]),
        ('facts = ""', ["1:1: “facts” must be a text, found an empty text [wrong-type]"]),
        ('ui = "fr"\nx = 1', ["1:1: “ui” must be", "2:1: unknown key “x”"]),
        ("min-confidence = 80", ["1:1: “min-confidence” must be a number from 0 to 1, found “80”"]),
        ("min-confidence = true", ["1:1: “min-confidence” must be a number from 0 to 1, found true"]),
        ("min-confidence = nan", ["1:1: “min-confidence” must be a number from 0 to 1, found “nan”"]),
        ('checks = "off"', ['1:1: “checks” must be a table such as {name = "warning"}, found “off”']),
        ('[checks]\nweekdays = "off"', ["2:1: “checks” names the check “weekdays”, which does not exist (did you mean “weekday”?) [unknown-key]"]),
        ('[checks]\nqqqq = "off"', ["2:1: “checks” names the check “qqqq”, which does not exist; the checks are: fact, "]),
        ('[checks]\nweekday = "warn"', ["2:1: “weekday” must be one of error, warning, note, off, found “warn” (did you mean “warning”?)"]),
        ('checks = {weekday = "off", contact = 3}', ["1:28: “contact” must be one of error, warning, note, off, found “3”"]),
        ('[properties]\nborn = "never"', ["2:1: “born” must be one of error, warning, note, off, found “never”"]),
        ('[[overrides]]\nfail-on = "never"', ['1:1: an override must say for which documents it holds: paths = ["drafts/**"] [missing-key]']),
        ('[[overrides]]\npaths = ["a"]\n[[overrides]]\npaths = ["b"]\nui = "nl"', ["5:1: unknown key “ui”; known keys: paths, fail-on, min-confidence, checks, properties"]),
        ('[[overrides]]\npaths = "a"', ['2:1: “paths” must be a list of patterns such as ["drafts/**"], found “a”']),
        ('[[overrides]]\npaths = ["/"]', ["2:1: “paths” must be a list of patterns"]),
        ('[[overrides]]\npaths = ["a"]\n[overrides.checks]\ncontacts = "off"', ["4:1: “checks” names the check “contacts”, which does not exist (did you mean “contact”?)"]),
        ("overrides = 3", ["1:1: “overrides” must be tables, each headed [[overrides]], found “3”"]),
        ('overrides = [{paths = ["a"], fail-in = "never"}]', ["1:30: unknown key “fail-in” (did you mean “fail-on”?)"]),
        ("a = 1\nui = nl", ["2:6: this is not valid TOML: Invalid value [toml]"]),
        ("a = " + "[" * 100_000, ["[toml]"]),
        ("[tool.presscheck", ["this is not valid TOML: Expected"]),
        ("[tool]\npresscheck = 3", ["2:1: “tool.presscheck” must be a table: [tool.presscheck] [wrong-type]"]),
    ],
)  # fmt: skip
def test_refuses_settings(text, faults):
    name = "pyproject.toml" if "[tool" in text else "presscheck.toml"
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
