"""Speed of the value reader: tokens and texts per second, at 1, 10 and 100 times a press release.

    python benchmarks/values.py

- reader: `read_values` on a draft, on the draft 10 and 100 times in one text, and on its paragraphs one by one.
- command: `presscheck values`, the whole process, on the sentences of the tables of cases (tests/values), and what is
  left of its time when the start of the process is taken off.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from checker.values import read_values
from checker.values.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
GOAL = 1_000
"""Texts per second, once started."""


def seconds(work: Callable[[], object]) -> float:
    """Return the median of some runs."""
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def reader() -> None:
    """Measure the function itself."""
    for language in ("nl", "en"):
        path = max((ROOT / "sources" / "drafts").glob(f"*.{language}.md"), key=lambda found: found.stat().st_size)
        text = path.read_text(encoding="utf-8")
        tokens = len(tokenise(text))
        read_values(text, language)
        for times in (1, 10, 100):
            longer = "\n\n".join([text] * times)
            took = seconds(lambda t=longer, lang=language: read_values(t, lang))
            print(f"{language} {times:>4} x {tokens} tokens: {tokens * times / took:>10,.0f} tokens per second")
        parts = [part for part in text.split("\n\n") if part.strip()]
        mean = tokens // len(parts)
        parts *= 20
        took = seconds(lambda ts=parts, lang=language: [read_values(part, lang) for part in ts])
        print(f"{language} paragraphs of {mean} tokens: {len(parts) / took:>10,.0f} texts per second")


def command() -> None:
    """Measure the command on short texts."""
    lines = []
    for table in sorted((ROOT / "tests" / "values").glob("*.yaml")):
        for case in yaml.safe_load(table.read_text(encoding="utf-8")):
            for language in ("nl", "en"):
                if language in case:
                    text = re.sub(r"[][{}]", "", case[language])
                    lines.append(
                        json.dumps({"id": len(lines), "text": text, "language": language, "date": "2025-05-07"})
                    )

    def run(texts: list[str]) -> None:
        data = "\n".join(texts) + "\n"
        subprocess.run(
            [sys.executable, "-m", "checker", "values"], input=data, text=True, capture_output=True, check=True
        )

    start = seconds(lambda: run([lines[0], lines[-1]]))
    took = seconds(lambda: run(lines * 4))
    count = len(lines) * 4
    print(f"presscheck values: {count / took:,.0f} texts per second with the start of {start:.2f} s")
    print(f"presscheck values: {count / (took - start):,.0f} texts per second once started (goal {GOAL:,})")


if __name__ == "__main__":
    reader()
    command()
