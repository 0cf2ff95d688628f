"""Speed, as ratios within one run: absolute figures move with the machine and its neighbours.

    python benchmarks/speed.py            (once: python benchmarks/speed.py --rounds 3)

- cold: the whole process of `presscheck check` on the longest text, against that of importing spaCy and making a blank
  Dutch pipeline. The text is the longest draft, or the longest real text where PRESSCHECK_REAL_TEXTS names them.
- warm: words per second of checking, and of reading values, in a process that has done it before.
- linearity: the time per word of a text 10 and 100 times as long, against that of the text itself.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from checker.factbase.load import load_facts
from checker.pipeline import Checker, Options
from checker.reading import read_document
from checker.values import read_values

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
COLD_GOAL = 1.5
"""Times spaCy alone."""
LINEAR_GOAL = 1.5
"""Times the time per word of the text as it is."""


def texts() -> list[Path]:
    """Return the texts to measure on, the longest first."""
    folder = os.environ.get("PRESSCHECK_REAL_TEXTS")
    found = Path(folder).glob("seeds/*.txt") if folder else (ROOT / "sources" / "drafts").glob("*.md")
    return sorted(found, key=lambda path: -path.stat().st_size)


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(*arguments: str) -> Callable[[], object]:
    """Return work that runs Python in a process of its own."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, capture_output=True, check=True)


def row(name: str, figure: str, note: str = "") -> None:
    """Print a line of the table."""
    print(f"{name:<34}{figure:>12}  {note}".rstrip())


def cold(path: Path, rounds: int) -> None:
    """Measure a cold start; both processes of a round run one right after the other."""
    check = process("-m", "checker", "check", str(path), "--fail-on", "never")
    alone = process("-c", "import spacy; spacy.blank('nl')")
    floor = process("-c", "pass")
    seconds(check)
    pairs = [(seconds(check), seconds(alone), seconds(floor)) for _ in range(rounds)]
    ours, spacy, python = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(check_time / spacy_time for check_time, spacy_time, _ in pairs)
    row(
        "cold check / spaCy alone",
        f"{ratio:.2f}",
        f"goal {COLD_GOAL}; {ours:.2f} s against {spacy:.2f} s, python {python:.2f} s",
    )


def warm(paths: list[Path], rounds: int) -> None:
    """Measure checking and reading values in a warm process, and how both grow with the length of a text."""
    checker = Checker(load_facts(str(ROOT / "facts")), Options())
    documents = [read_document(str(path), path.read_bytes()) for path in paths]
    words = sum(len(document.text.split()) for document in documents)

    def check() -> None:
        for document in documents:
            checker.check(document)

    def values() -> None:
        for document in documents:
            for block in document.blocks:
                read_values(document.text[block.start : block.end], document.language, document.date)

    for name, work in (("warm check", check), ("values", values)):
        work()
        per_second = statistics.median(words / seconds(work) for _ in range(rounds))
        row(name, f"{per_second:,.0f}", f"words per second, {len(documents)} texts")
    blocks = sum(len(document.blocks) for document in documents)
    per_second = statistics.median(blocks / seconds(values) for _ in range(rounds))
    row("values", f"{per_second:,.0f}", f"texts (paragraphs) per second, {words / blocks:.0f} words each")

    def check_longer(times: int) -> Callable[[], object]:
        data = b"\n\n".join([paths[0].read_bytes()] * times)
        return lambda: checker.check(read_document(str(paths[0]), data))

    base = statistics.median(seconds(check_longer(1)) for _ in range(rounds))
    for times in (10, 100):
        took = statistics.median(seconds(check_longer(times)) for _ in range(rounds if times < 100 else 1))
        row(f"time per word, {times} times as long", f"{took / times / base:.2f}", f"goal {LINEAR_GOAL}; {took:.2f} s")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure speed as ratios within one run.")
    parser.add_argument("--rounds", type=int, default=7, help="how often each thing is measured; medians are printed")
    rounds = parser.parse_args().rounds
    paths = texts()
    row("longest text", f"{len(paths[0].read_text(encoding='utf-8').split()):,}", "words")
    cold(paths[0], rounds)
    warm(paths, rounds)


if __name__ == "__main__":
    main()
