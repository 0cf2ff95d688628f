"""Levels, confidence, and what holds for some documents only: through the command, with the exit status."""

from __future__ import annotations

import shutil

import pytest
from gate_project import BORN, HEADS, write
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.paths import matches

NAME = {"nl": "Eda Bosman woont in België.", "en": "Eda Bosman lives in Belgium."}


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("drafts/**", "drafts/a.md", True),
        ("drafts/**", "drafts/x/y/a.md", True),
        ("drafts/**", "published/a.md", False),
        ("drafts/**", "x/drafts/a.md", False),
        ("**/drafts/**", "x/drafts/a.md", True),
        ("**/drafts/**", "drafts/a.md", True),
        ("drafts", "drafts/x/a.md", True),
        ("drafts/", "drafts/a.md", True),
        ("./drafts/", "drafts/a.md", True),
        ("drafts", "drafts.md", False),
        ("draft*", "drafts/a.md", True),
        ("*.md", "a.md", True),
        ("*.md", "x/a.md", False),
        ("**/*.md", "x/y/a.md", True),
        ("**/*.md", "a.md", True),
        ("**/*.md", "a.txt", False),
        ("a/**/b/*.md", "a/b/c.md", True),
        ("a/**/b/*.md", "a/x/y/b/c.md", True),
        ("a/**/b/*.md", "a/x/y/c.md", False),
        ("20[0-9][0-9]/a?.md", "2025/a1.md", True),
        ("Drafts", "drafts/a.md", False),
        ("a.b", "axb", False),
        ("**", "a", True),
        ("..", "../a.md", True),
    ],
)
def test_patterns(pattern, path, expected):
    assert matches(pattern, path) is expected


@given(
    st.lists(st.sampled_from(["a", "b", "**", "*"]), max_size=40),
    st.lists(st.sampled_from(["a", "b"]), min_size=1, max_size=40),
)
def test_more_stars_never_match_less(parts, path):
    pattern, name = "/".join(parts), "/".join(path)
    if matches(pattern, name):
        assert matches("/".join("*" if part in ("a", "b") else part for part in parts), name)
        assert matches(f"**/{pattern}", name)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("settings", "severities", "status"),
    [
        ("", {"contradicted": "error", "misspelled": "warning"}, 1),
        ('[properties]\nborn = "warning"', {"contradicted": "warning", "misspelled": "warning"}, 0),
        ('[properties]\nborn = "note"', {"contradicted": "note", "misspelled": "warning"}, 0),
        ('[properties]\nborn = "off"', {"misspelled": "warning"}, 0),
        ('[checks]\nfact = "off"', {"misspelled": "warning"}, 0),
        ('[checks]\nfact = "note"\nnames = "note"\n[properties]\nborn = "error"', {"contradicted": "error", "misspelled": "note"}, 1),
        ('fail-on = "warning"\n[properties]\nborn = "note"', {"contradicted": "note", "misspelled": "warning"}, 1),
        ('fail-on = "warning"\n[checks]\nfact = "note"\nnames = "note"', {"contradicted": "note", "misspelled": "note"}, 0),
        ('[[overrides]]\npaths = ["drafts"]\nfail-on = "never"', {"contradicted": "error", "misspelled": "warning"}, 0),
        ('[[overrides]]\npaths = ["published"]\nfail-on = "never"', {"contradicted": "error", "misspelled": "warning"}, 1),
        ('[[overrides]]\npaths = ["drafts"]\nproperties = {born = "off"}', {"misspelled": "warning"}, 0),
        ('[[overrides]]\npaths = ["**/*.md"]\nproperties = {born = "off"}\n[[overrides]]\npaths = ["drafts"]\nproperties = {born = "error"}', {"contradicted": "error", "misspelled": "warning"}, 1),
    ],
)  # fmt: skip
def test_levels(settings, severities, status, language, check):
    write("presscheck.toml", settings)
    path = write("drafts/a.md", f"{HEADS[language]}{BORN[language]}\n\n{NAME[language]}\n")
    code, report, _ = check(path)
    alarms = [item for item in report["documents"][0]["findings"] if item["verdict"] != "supported"]
    assert {item["verdict"]: item["severity"] for item in alarms} == severities
    assert code == status


def test_the_option_wins_over_the_configuration(check):
    write("presscheck.toml", 'min-confidence = 1\n[[overrides]]\npaths = ["a.md"]\nfail-on = "never"')
    write("a.md", HEADS["nl"] + BORN["nl"])
    assert check("a.md")[0] == 0
    assert check("a.md", "--fail-on", "error", "--min-confidence", "0")[0] == 1


def test_patterns_are_seen_from_the_configuration(check, monkeypatch):
    write("presscheck.toml", 'facts = "facts"\n[[overrides]]\npaths = ["texts/drafts/*.md"]\nfail-on = "never"')
    write("texts/drafts/a.md", HEADS["nl"] + BORN["nl"])
    write("texts/a.md", HEADS["nl"] + BORN["nl"])
    monkeypatch.chdir("texts")
    assert check("drafts/a.md")[0] == 0
    assert check("./drafts/../drafts")[0] == 0
    assert check("a.md")[0] == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_not_sure_enough_is_listed_to_check_by_hand(language, check):
    write("a.md", HEADS[language] + BORN[language])
    (finding,) = check("a.md")[1]["documents"][0]["findings"]
    assert 0.5 < finding["confidence"] < 1
    above, below = f"{finding['confidence'] + 0.01:.2f}", f"{finding['confidence'] - 0.01:.2f}"
    assert check("a.md", "--min-confidence", below)[0] == 1
    status, report, _ = check("a.md", "--min-confidence", above)
    assert status == 0
    assert report["documents"][0]["findings"] == []
    (item,) = report["documents"][0]["unverified"]
    assert (item["text"], item["reason"], item["type"]) == (finding["text"], "low-confidence", "date")
    assert report["summary"]["unverified"] == 1


@pytest.mark.parametrize("value", ["2", "-0.1", "high", "nan"])
def test_a_confidence_is_a_share(value, run):
    result = run("check", "a.md", "--min-confidence", value)
    assert result.exit_code == 2
    assert "--min-confidence" in result.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[properties]\nborm = "off"', "presscheck.toml:2:1: “properties” names the property “borm”, which is neither built in nor in the vocabulary (did you mean “born”?) [unknown-property]"),
        ('[[overrides]]\npaths = ["a"]\nproperties = {heigt = "off"}', "presscheck.toml:3:15: “properties” names the property “heigt”, which is neither built in nor in the vocabulary (did you mean “height”?)"),
    ],
)  # fmt: skip
def test_an_unknown_property_is_an_error(settings, said, check):
    write("presscheck.toml", settings)
    write("a.md", HEADS["nl"] + BORN["nl"])
    status, report, stderr = check("a.md")
    assert status == 2
    assert said in stderr
    assert [error["code"] for error in report["errors"]] == ["unknown-property"]


def test_without_a_fact_base_no_property_is_unknown(check):
    shutil.rmtree("facts")
    write("presscheck.toml", '[properties]\nheight = "off"')
    write("a.md", HEADS["nl"] + BORN["nl"])
    assert check("a.md")[0] == 0


def test_a_property_of_the_team_can_be_named(check):
    write("presscheck.toml", '[properties]\nheight = "off"')
    write("a.md", HEADS["nl"] + BORN["nl"])
    assert check("a.md")[0] == 1
