"""The real texts, which are not part of the repository: how much is found, and that nothing false is said."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest

# Percentages of the core claims supported and of the planted slips caught: to be raised as the checker gets better.
CORE_FLOOR = 95.0
SLIPS_FLOOR = 95.0

SUMMARY = re.compile(
    r"core claims supported: \d+ of \d+ \((?P<core>[\d.]+)%\); "
    r"slips caught with the right expectation: \d+ of \d+ \((?P<slips>[\d.]+)%\); "
    r"conflicts wrong: (?P<conflicts>\d+); uncovered but supported: (?P<uncovered>\d+); false alarms: (?P<alarms>\d+)"
)


@pytest.fixture(scope="module")
def score(repository, real_texts):
    """What the scoring script prints, and the figures of its last line."""
    command = [sys.executable, real_texts / "score_seeds.py", "--verbose"]
    command += ["--command", shlex.join([sys.executable, "-m", "checker", "check"])]
    result = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=False)
    lines = result.stdout.strip().splitlines()
    summary = SUMMARY.fullmatch(lines[-1]) if lines else None
    assert summary, f"the script did not finish: {result.stdout[-2000:]}{result.stderr[-2000:]}"
    return result.stdout, {name: float(number) for name, number in summary.groupdict().items()}


@pytest.mark.parametrize("figure", ["conflicts", "uncovered", "alarms"])
def test_nothing_false_is_said(score, figure):
    output, figures = score
    assert figures[figure] == 0, output


@pytest.mark.parametrize(("figure", "floor"), [("core", CORE_FLOOR), ("slips", SLIPS_FLOOR)])
def test_enough_is_found(score, figure, floor):
    output, figures = score
    assert figures[figure] >= floor, output
