"""How fast a browser opens and filters the HTML report of a document with ten thousand findings.

    python benchmarks/report.py            (once: python benchmarks/report.py --rounds 1)

Needs playwright and Chromium (PRESSCHECK_CHROMIUM names it). The goal is under a second each. `painted` is
the time from the start of the navigation to the first frame with content, `open` to the first frame after the `load`
event; `filter`, `search` and `step` run from the input to the frame that shows what it did.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from checker.document import Block, BlockKind, Document
from checker.renderers.html import render
from checker.report import DocumentReport, Evidence, Finding, Repair, Report, SourceNote, Verdict

GOAL = 1.0
FRAME = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
ACTIONS = {
    "filter": "document.querySelector('label.contradicted').click();",
    "search": "search.value = 'person 77'; search.dispatchEvent(new Event('input'));",
    "step": "document.getElementById('next').click();",
}


def report(number: int) -> Report:
    """Return a report of one document with so many findings, one in two of them supported."""
    verdicts = (Verdict.CONTRADICTED, Verdict.SUPPORTED, Verdict.OUTDATED, Verdict.SUPPORTED)
    text, blocks, findings = "", [], []
    for item in range(0, number, 4):
        start = len(text)
        for place, verdict in enumerate(verdicts, item):
            sentence = f"Person {place} won the harbour cup {place} times in all the years of it. "
            at = len(text) + sentence.index(f"{place} times")
            findings.append(
                Finding(
                    verdict=verdict, check="fact", start=at, end=at + len(f"{place} times"), text=f"{place} times",
                    sentence=sentence.strip(), property="wins", subject=f"p{place}", subject_name=f"Person {place}",
                    explanation=f"The text says “{place} times”, but the fact base has {place + 1} for wins.",
                    claimed=f"{place}", expected=f"{place + 1}", confidence=0.9,
                    repairs=() if verdict is Verdict.SUPPORTED else (Repair(at, at + 5, f"{place + 1} times"),),
                    evidence=(
                        Evidence(
                            statement=f"p{place}.wins", label=f"Person {place}: wins = {place + 1}",
                            file="facts/p.yaml", line=place + 1, valid="2020-01-01/..", sources=("annual",),
                        ),
                    ),
                )
            )  # fmt: skip
            text += sentence
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=start, end=len(text)))
        text += "\n\n"
    document = Document(path="long.md", source=text, text=text, blocks=tuple(blocks), title="Long", language="en")
    item = DocumentReport(document=document, as_of=None, findings=tuple(findings), unverified=())
    source = SourceNote(id="annual", publisher="Harbour", title="Annual report", date="2025")
    return Report(
        tool_version="benchmark", ui="en", fact_base_path="facts", fact_base_digest="", entities=number,
        statements=number, documents=(item,), sources={"annual": source},
    )  # fmt: skip


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure how fast a browser opens and filters a long report.")
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5, help="how often each thing is measured; medians are printed")
    options = parser.parse_args()
    start = time.perf_counter()
    texts = render(report(options.findings))
    print(f"{'render':<10}{time.perf_counter() - start:>8.2f} s")
    seconds: dict[str, list[float]] = {"painted": [], "open": [], **{name: [] for name in ACTIONS}}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "long.html"
        path.write_text(texts["long.md.html"], encoding="utf-8")
        print(f"{'size':<10}{path.stat().st_size / 1e6:>8.1f} MB")
        chromium = os.environ.get("PRESSCHECK_CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(options.rounds):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(path.as_uri())
            seconds["open"].append(page.evaluate(f"async () => {{ {FRAME} return performance.now(); }}") / 1000)
            painted = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
            seconds["painted"].append(page.evaluate(painted) / 1000)
            for name, action in ACTIONS.items():
                timed = f"const start = performance.now(); {action} {FRAME} return performance.now() - start;"
                seconds[name].append(page.evaluate(f"async () => {{ {timed} }}") / 1000)
            page.close()
        browser.close()
    for name, found in seconds.items():
        print(f"{name:<10}{statistics.median(found):>8.2f} s   goal {GOAL} s, worst {max(found):.2f} s")


if __name__ == "__main__":
    main()
