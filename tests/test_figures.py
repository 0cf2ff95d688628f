"""What a text's own figures say: correct releases stay silent, planted slips are found, sentence by sentence and as a whole."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.factbase.model import EMPTY
from checker.pipeline import Checker, Options
from checker.properties import built_in
from checker.reading import read_document
from checker.report import Severity

FOLDER = Path(__file__).parent / "figures"
TEXTS = sorted(path.name for path in FOLDER.glob("*.md"))
CASES = yaml.safe_load((FOLDER / "cases.yaml").read_text(encoding="utf-8"))
SLIPS = yaml.safe_load((FOLDER / "slips.yaml").read_text(encoding="utf-8"))
CAUGHT_AT_LEAST = {
    "average": 10, "difference": 13, "duration": 16, "list": 3, "multiple": 2, "percent": 23, "product": 0, "rest": 20,
    "share": 16, "sum": 26, "table": 8, "twice": 16, "weekday": 4,
}  # fmt: skip
"""How many slips of each kind are found; a change that finds fewer must say why."""


@cache
def checker(ui):
    return Checker(replace(EMPTY, properties=built_in()), Options(ui=ui))


def alarms(name, text):
    document = read_document(name, text.encode("utf-8"))
    found = checker(document.language).check(document).findings
    return document, [f for f in found if f.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_correct_text_full_of_figures_is_left_alone(name):
    _, found = alarms(name, (FOLDER / name).read_text(encoding="utf-8"))
    assert [(f.check, f.text, f.explanation) for f in found] == []


def planted(name, slip):
    """A text with a slip, and the span of what was changed."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    start = text.index(slip["text"])
    old, new = slip["text"], slip["replace"]
    same = next(i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    changed = text[:start] + new + text[start + len(old) :]
    return changed, start + same, start + len(new)


def is_caught(name, slip):
    """Whether a finding names the place that was changed, by its own span or by a related one."""
    text, start, end = planted(name, slip)
    document, found = alarms(name, text)
    spans = [(x.start, x.end) for f in found for x in (f, *f.related)]
    spans = [document.source_map.span(*span) for span in spans]
    return any(first < end and start <= last for first, last in spans)


@pytest.mark.parametrize("kind", sorted(CAUGHT_AT_LEAST))
def test_slips_are_found(kind):
    slips = [(name, slip) for name, items in SLIPS.items() for slip in items if slip["kind"] == kind]
    missed = [(name, slip["text"], slip["replace"]) for name, slip in slips if not is_caught(name, slip)]
    assert len(slips) - len(missed) >= CAUGHT_AT_LEAST[kind], missed


LINES = [(check, language, line) for check, own in CASES.items() for language, lines in own.items() for line in lines]


@pytest.mark.parametrize(("check", "language", "line"), LINES)
def test_sentences(check, language, line):
    plain = line.replace("⟦", "").replace("⟧", "")
    document = read_document("case.txt", plain.encode("utf-8"), language=language)
    found = checker("en").check(document).findings
    wanted = re.findall("⟦(.*?)⟧", line)
    assert [(f.check, f.text) for f in found] == [(check, text) for text in wanted]
    for finding in found:
        assert finding.related
        assert finding.explanation


@given(st.integers(20, 900), st.integers(20, 900), st.integers(1, 300))
def test_a_percentage_is_right_or_told(before, after, percent):
    text = f"Membership went from {before} to {after}, an increase of {percent} percent."
    document = read_document("case.txt", text.encode("utf-8"), language="en")
    found = [f.text for f in checker("en").check(document).findings]
    exact = abs(after / before - 1) * 100
    if abs(exact - percent) <= 0.5:
        assert found == []
    elif abs(exact - percent) > 1.01 and before != after:
        assert found == [f"{percent} percent"]


@given(st.lists(st.integers(10, 500), min_size=2, max_size=5), st.integers(-40, 40))
def test_a_list_adds_up_or_is_told(parts, off):
    total = sum(parts) + off
    towns = ["Bath", "Wells", "Frome", "Truro", "Ely"]
    items = [f"{number} in {town}" for number, town in zip(parts, towns, strict=False)]
    text = f"There will be {total} homes: {', '.join(items[:-1])} and {items[-1]}."
    if total < 20 or (total >= 1000 and total % 100 == 0):
        return  # small numbers of differently named things, and round ones, are left alone
    document = read_document("case.txt", text.encode("utf-8"), language="en")
    found = [f.expected for f in checker("en").check(document).findings]
    assert found == (
        [] if off == 0 or abs(off) > 0.3 * total else [f"{sum(parts):,}" if sum(parts) > 9999 else str(sum(parts))]
    )
