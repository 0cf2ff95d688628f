"""Durations, tenures, dates and ordinals that count, in a small world of their own: `timing/`.

A row marks what a slip would make of a true sentence: ⟦right|wrong⟧. The true sentence raises no alarm, the slip one
within its mark; a row without a mark is true and about something else. `fails` names what cannot be done yet, by
language: `slip` (not found) or `true` (a false alarm).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from checker.factbase.load import load_facts
from checker.pipeline import Checker
from checker.reading import read_document
from checker.report import Severity

FOLDER = Path(__file__).parent / "timing"
MARK = re.compile("⟦([^|⟧]*)\\|([^⟧]*)⟧")
ROWS = yaml.safe_load((FOLDER / "sentences.yaml").read_text(encoding="utf-8"))


@cache
def checker() -> Checker:
    return Checker(load_facts(str(FOLDER / "facts")))


def alarms(language: str, sentence: str) -> list[tuple[int, int, str]]:
    """The alarms about a sentence that stands alone in a text of 1 June 2026, by their place in the sentence."""
    head = f"---\nlanguage: {language}\ndate: 2026-06-01\n---\n\n"
    report = checker().check(read_document("a.md", f"{head}{sentence}\n".encode()))
    offset = report.document.text.index(sentence)
    raised = [f for f in report.findings if f.severity in (Severity.ERROR, Severity.WARNING)]
    return [(f.start - offset, f.end - offset, f.explanation) for f in raised]


def cases(kind: str) -> list[object]:
    found = []
    for row in ROWS:
        for language in ("nl", "en"):
            text = row[language]
            if kind == "slip" and not MARK.search(text):
                continue
            failing = row.get("fails", {}).get(language) == kind
            marks = [pytest.mark.xfail(strict=True, reason="not found yet")] if failing else []
            found.append(pytest.param(language, text, marks=marks, id=f"{language}: {text}"))
    return found


@pytest.mark.parametrize(("language", "text"), cases("true"))
def test_what_is_true_raises_no_alarm(language, text):
    assert alarms(language, MARK.sub(lambda mark: mark[1], text)) == []


@pytest.mark.parametrize(("language", "text"), cases("slip"))
def test_a_slip_in_time_is_found_where_it_stands(language, text):
    mark = MARK.search(text)
    assert mark is not None
    found = alarms(language, MARK.sub(lambda mark: mark[2], text))
    start, end = mark.start(), mark.start() + len(mark[2])
    assert any(first < end and start < last for first, last, _ in found)
    assert all(first < end and start < last for first, last, _ in found)
