"""What tells findings apart from run to run: the same for as long as what one says of its sentence stays the same."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    return _numbered(finding.id or _hash((place, *_content(finding))) for finding in findings)


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return for each finding of one document what its id is made of, without the path: it survives a renaming."""
    return _numbered(_hash(_content(finding)) for finding in findings)


def _numbered(names: Iterable[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(result)


def _content(finding: Finding) -> tuple[str, ...]:
    sentence = " ".join(finding.sentence.split()).casefold()
    claim = (finding.check, finding.property or "", finding.subject or "", sentence, finding.text)
    return finding.verdict.value, *claim


def _hash(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
