"""The counts of a report, grouped as an editor thinks of them: to fix, outdated, unclear, supported, not covered."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from checker.report import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.report import DocumentReport, Finding
    from checker.ui import Words

_TO_FIX = (Verdict.CONTRADICTED, Verdict.INCONSISTENT, Verdict.MISSPELLED)
_ONLY_WHERE_ANY = ("outdated", "unclear", "ignored")
_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}


class Count(NamedTuple):
    """One count: its key, its number, and what is counted in words ("to fix")."""

    key: str
    number: int
    label: str

    @property
    def phrase(self) -> str:
        """The count in words ("2 to fix")."""
        return f"{self.number} {self.label}"


def tally(counts: Mapping[str, int], words: Words) -> tuple[Count, ...]:
    """Group counts per verdict (as `DocumentReport.counts` gives them); what is rare is left out where it is nought."""
    numbers = {
        "to_fix": sum(counts[verdict.value] for verdict in _TO_FIX),
        "outdated": counts[Verdict.OUTDATED.value],
        "unclear": counts[Verdict.UNCLEAR.value],
        "supported": counts[Verdict.SUPPORTED.value],
        "not_covered": counts[Verdict.UNVERIFIED.value],
        "ignored": counts["suppressed"],
    }
    return tuple(
        Count(key, number, getattr(words.tally, key))
        for key, number in numbers.items()
        if number or key not in _ONLY_WHERE_ANY
    )


def total_counts(documents: Iterable[DocumentReport]) -> Counter[str]:
    """Add up the counts of several documents; every verdict is present, and `suppressed`."""
    total: Counter[str] = Counter()
    for document in documents:
        total.update(document.counts())
    for name in (*Verdict, "suppressed"):
        total[str(name)] += 0
    return total


def most_important(findings: Iterable[Finding]) -> Finding | None:
    """Return the finding to look at first: the gravest verdict, then the surest, then the first in the text."""
    wrong = (item for item in findings if item.verdict is not Verdict.SUPPORTED and not item.suppressed)
    return min(wrong, key=lambda item: (_RANK[item.verdict], -item.confidence, item.start), default=None)
