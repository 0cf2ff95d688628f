"""Values that hold only for a year, market, class or variant: true texts beside the same ones with a slip."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from small_base import alarms, document

from checker.factbase.load import load_facts
from checker.pipeline import Checker, Options

FOLDER = Path(__file__).parent / "qualifiers"
DAY = "2026-05-12"
MARK = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)⟧")


@cache
def checker(domain):
    return Checker(load_facts(str(FOLDER / domain / "facts")), Options(ui="en"))


def found(case, language, text):
    return alarms(checker(case["domain"]).check(document(text, language, case.get("day", DAY))))


def cases(*, slipped):
    for case in yaml.safe_load((FOLDER / "cases.yaml").read_text(encoding="utf-8")):
        for language in ("nl", "en"):
            if slipped and case.get("silent"):
                continue
            fails = case.get("fails" if slipped else "alarms", {}).get(language)
            marks = [pytest.mark.xfail(strict=True, reason=fails)] if fails else []
            yield pytest.param(case, language, marks=marks, id=f"{case['what']} {language}".replace(" ", "-"))


def slips(text):
    """The true text with one of its marks slipped, and where, for each mark."""
    for wanted, _ in enumerate(MARK.finditer(text)):
        pieces, start, place = [], 0, (0, 0)
        for index, mark in enumerate(MARK.finditer(text)):
            pieces.append(text[start : mark.start()])
            at = sum(map(len, pieces))
            pieces.append(mark[2 if index == wanted else 1])
            if index == wanted:
                place = (at, at + len(pieces[-1]))
            start = mark.end()
        yield "".join(pieces) + text[start:], *place


@pytest.mark.parametrize(("case", "language"), list(cases(slipped=False)))
def test_what_is_true_raises_no_alarm(case, language):
    text = MARK.sub(r"\1", case[language])
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in found(case, language, text)] == []


@pytest.mark.parametrize(("case", "language"), list(cases(slipped=True)))
def test_a_slip_is_found_and_nothing_else(case, language):
    for text, start, end in slips(case[language]):
        alarmed = [(f.text, f.explanation) for f in found(case, language, text)]
        at = [f.text for f in found(case, language, text) if f.start < end and start < f.end]
        if case.get("at") == "sentence":
            at = at or [
                f.text for f in found(case, language, text) if any(start < r.end and r.start < end for r in f.repairs)
            ]
        assert at, f"not found in {text}"
        assert len(alarmed) == 1, alarmed
