"""Compare the findings in our drafts with the errors planted there; exit status 1 where they differ.

Usage: python .ci/compare_drafts.py findings.json expected.yaml
"""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

_ALARMS = {"contradicted", "outdated", "misspelled", "inconsistent", "unclear"}


def _place(source: str, slip: dict[str, Any]) -> tuple[int, int]:
    """Return the span of a planted error: the n-th occurrence of its text."""
    start = -1
    for _ in range(slip["occurrence"]):
        start = source.index(slip["text"], start + 1)
    return start, start + len(slip["text"])


def _said(finding: dict[str, Any]) -> str:
    return json.dumps([finding[key] for key in ("expected", "expected_value", "repairs")], ensure_ascii=False)


def differences(findings: dict[str, Any], slips: list[dict[str, Any]], folder: Path) -> list[str]:
    """Return a line for every planted error that was missed or misjudged, and for every alarm that nobody planted."""
    alarms: dict[str, list[dict[str, Any]]] = {}
    for document in findings["documents"]:
        name = PurePosixPath(document["path"]).name
        alarms[name] = [finding for finding in document["findings"] if finding["verdict"] in _ALARMS]
    lines = []
    for slip in slips:
        name = slip["document"]
        start, end = _place((folder / name).read_bytes().decode("utf-8"), slip)
        hits = [alarm for alarm in alarms[name] if alarm["start"] < end and start < alarm["end"]]
        alarms[name] = [alarm for alarm in alarms[name] if alarm not in hits]
        label = f"{name} “{slip['text']}”"
        if not hits:
            lines.append(f"{label}: not found, should be {slip['verdict']}")
        elif all(hit["verdict"] != slip["verdict"] for hit in hits):
            lines.append(f"{label}: {hits[0]['verdict']}, should be {slip['verdict']}")
        elif not any(word in _said(hit) for hit in hits for word in slip["expected"]):
            lines.append(f"{label}: corrected to “{hits[0]['expected']}”, should name {' or '.join(slip['expected'])}")
    for name, rest in alarms.items():
        lines += [f"{name} “{alarm['text']}”: {alarm['verdict']}, but nothing is wrong there" for alarm in rest]
    return lines


def main() -> int:
    """Print the differences; see the module's docstring."""
    findings_file, expected_file = map(Path, sys.argv[1:])
    findings = json.loads(findings_file.read_text(encoding="utf-8"))
    slips = yaml.safe_load(expected_file.read_text(encoding="utf-8"))
    lines = differences(findings, slips, expected_file.parent)
    print("\n".join(lines) or f"all {len(slips)} planted errors found, and nothing else")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
