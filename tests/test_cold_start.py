"""What needs no spaCy and no heavy library does not load it; `benchmarks/speed.py` measures what a cold start costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

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


def test_a_run_imports_the_formats_that_it_writes(repository):
    code = (
        "import sys; from checker.renderers import renderers; renderers()['csv']; "
        "print(*(name for name in sys.modules if name.startswith('checker.renderers.') and '._' not in name))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["checker.renderers.csv"]


def test_what_is_watched_for_can_be_seen(repository):
    assert "spacy" in loaded(repository, "check", "sources/drafts", "--fail-on", "never")
