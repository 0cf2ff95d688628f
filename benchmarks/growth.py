"""Time against length: hostile texts and documents, and each at 1 and 8 times its size.

    python benchmarks/growth.py

The tests count calls and comparisons (tests/steps.py), which do not see what happens inside C; this takes the time.
A ratio far above 8 is a cost that grows faster than the text.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "values"), str(TESTS / "readers")]

import test_hostile  # noqa: E402 - the texts are those of the tests
import test_readers_hostile  # noqa: E402

from checker.contacts import find_contacts  # noqa: E402
from checker.reading import read_document  # noqa: E402
from checker.values import read_values  # noqa: E402

TIMES = 8
SUSPECT = 2.5 * TIMES
NOISE = 0.02
"""Seconds under which a ratio says nothing."""


def seconds(work: Callable[[], object]) -> float:
    """Return the shortest of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def cases() -> Iterator[tuple[str, Callable[[int], object]]]:
    """Yield every hostile text with the work that it makes at a length."""
    for language in ("nl", "en"):
        for piece in test_hostile.NEAR_MISSES:
            yield f"values {language} {piece!r}", lambda n, p=piece, lang=language: read_values(p * (n // len(p)), lang)
    for piece in ("a.", "@", "+31 ", "http://", "a@", "1 (", "www.a", "a@a."):
        yield f"contacts {piece!r}", lambda n, p=piece: list(find_contacts(p * (n // len(p))))
    for name, (path, unit, end) in test_readers_hostile.HOSTILE.items():

        def read(n: int, path: str = path, unit: str = unit, end: str = end) -> object:
            return read_document(path, (unit * (n // len(unit)) + end).encode(), language="nl")

        yield f"document {name}", read


def main() -> None:
    """Print the ratio of each case, the worst last, and leave with status 1 where one is suspect."""
    rows = []
    for name, work in cases():
        size = 20_000 if name.startswith("document") else 4_000
        work(size)
        little, much = seconds(lambda w=work, s=size: w(s)), seconds(lambda w=work, s=size: w(s * TIMES))
        rows.append((much / max(little, NOISE / TIMES), much, name))
    for ratio, much, name in sorted(rows):
        print(f"{ratio:7.1f} times the time for {TIMES} times the text  {much:7.3f} s  {name}")
    sys.exit(any(ratio > SUSPECT for ratio, _, _ in rows))


if __name__ == "__main__":
    main()
