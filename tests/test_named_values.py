"""Names, places, roles and terms as values, in the texts of an invented theatre with a ship, and of a club and sponsors.

In the folder of each, `wrong.txt` holds sentences with a wrong name between ⟦ and ⟧ that must be found, `right.txt`
sentences that must raise no alarm. Each line begins with its language; lines of one meaning in two languages stand beside
each other.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from checker.factbase.load import load_facts
from checker.pipeline import Checker, Options
from checker.reading import read_document
from checker.report import Severity

HERE = Path(__file__).parent
BASES = ("playhouse", "clubhouse")


def lines(name: str) -> list[tuple[str, str, str]]:
    """Return the base, language and text of every line of a table."""
    tables = {base: (HERE / base / name).read_text(encoding="utf-8").splitlines() for base in BASES}
    return [(base, row[:2], row[3:]) for base, rows in tables.items() for row in rows]


@cache
def checker(base: str) -> Checker:
    return Checker(load_facts(str(HERE / base / "facts")), Options(ui="en"))


def alarms(base: str, language: str, text: str) -> list[str]:
    source = f"---\nlanguage: {language}\ndate: 2026-02-01\n---\n\n{text}\n"
    found = checker(base).check(read_document("text.md", source.encode())).findings
    return [finding.text for finding in found if finding.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize(("base", "language", "text"), lines("wrong.txt"))
def test_a_wrong_name_is_found(base, language, text):
    wrong = text[text.index("⟦") + 1 : text.index("⟧")]
    assert alarms(base, language, text.replace("⟦", "").replace("⟧", "")) == [wrong]


@pytest.mark.parametrize(("base", "language", "text"), lines("right.txt"))
def test_a_true_sentence_raises_no_alarm(base, language, text):
    assert alarms(base, language, text) == []
