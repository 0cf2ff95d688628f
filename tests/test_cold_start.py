"""Starting is fast: what needs no spaCy does not load it, and what needs it costs little more than spaCy itself."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROUNDS = 5
ATTEMPTS = 3
"""A machine that is busy with something else gives one ratio too high; it is measured again before it fails."""
CEILING = 1.5
"""Times the whole process of importing spaCy and making a blank Dutch pipeline."""

SPACY = [sys.executable, "-c", "import spacy; spacy.blank('nl')"]
# Runs the command in this process and names what it loaded, whatever its exit status.
LOADED = """
import atexit, sys
atexit.register(lambda: print("\\nLOADED", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr))
from checker.__main__ import main
main()
"""


def loaded(repository, *arguments, text=""):
    command = [sys.executable, "-c", LOADED, *arguments]
    result = subprocess.run(command, cwd=repository, input=text, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return set(result.stderr.rpartition("LOADED")[2].split())


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--help"], ""),
        (["--version"], ""),
        (["check", "--help"], ""),
        (["facts", "lint"], ""),
        (["facts", "show", "france"], ""),
        (["values"], '{"id": "1", "text": "35 keer in 2025", "language": "nl"}\n'),
    ],
    ids=" ".join,
)
def test_does_not_load_spacy(repository, arguments, text):
    modules = loaded(repository, *arguments, text=text)
    assert "checker" in modules
    assert not modules & {"spacy", "thinc", "numpy"}


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]], ids=" ".join)
def test_help_loads_no_heavy_library(repository, arguments):
    assert not loaded(repository, *arguments) & {"spacy", "jinja2", "justhtml", "markdown_it"}


def test_what_is_watched_for_can_be_seen(repository):
    assert "spacy" in loaded(repository, "check", "sources/drafts", "--fail-on", "never")


def longest_text(repository):
    folder = os.environ.get("PRESSCHECK_REAL_TEXTS")
    texts = Path(folder).glob("seeds/*.txt") if folder else (repository / "sources" / "drafts").glob("*.md")
    return max(texts, key=lambda path: path.stat().st_size)


def seconds(command, cwd):
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, capture_output=True, check=True)
    return time.perf_counter() - start


def test_a_cold_check_costs_little_more_than_spacy(repository):
    check = [sys.executable, "-m", "checker", "check", str(longest_text(repository)), "--fail-on", "never"]
    seconds(check, repository)  # files of both processes are in the cache of the system from here on
    medians = []
    while len(medians) < ATTEMPTS and min(medians, default=CEILING + 1) > CEILING:
        # A round holds both, one right after the other: what else the machine does then weighs on both.
        medians.append(
            statistics.median(seconds(check, repository) / seconds(SPACY, repository) for _ in range(ROUNDS))
        )
    assert min(medians) <= CEILING, f"times spaCy alone, per attempt: {[round(median, 2) for median in medians]}"
