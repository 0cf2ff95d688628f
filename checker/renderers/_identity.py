"""The name of a finding: the same for as long as what it says of its sentence stays the same."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.report import Finding

_LENGTH = 12
"""Hexadecimal digits of an id: among 10,000 findings two are alike by chance less than once in a million runs."""


def finding_ids(path: str, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the id of each finding of one document, each different.

    An id is a hash of path, verdict, check, property, subject, sentence (white space and case apart) and text, but no
    line number, so it survives edits elsewhere. Findings that share all these are numbered in the order of the text
    (`-2`, `-3`). An id that a finding already has is kept.
    """
    place = PurePosixPath(path.replace("\\", "/")).as_posix()
    seen: Counter[str] = Counter()
    ids = []
    for finding in findings:
        name = finding.id or _fingerprint(place, finding)
        seen[name] += 1
        ids.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(ids)


def _fingerprint(place: str, finding: Finding) -> str:
    sentence = " ".join(finding.sentence.split()).casefold()
    claim = (finding.check, finding.property or "", finding.subject or "", sentence, finding.text)
    parts = (place, finding.verdict.value, *claim)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
