"""Alarms of the rules that are most likely false: what the rules take for clear, and the fitted trees do not.

A rule sees its own conditions. That the figure beside a clear word is of something else shows in what stands around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.likelihood.trees import fitted
from checker.report import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.open_figures import OpenFigures
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

WRONG = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED})


def doubted(
    scenes: Sequence[Scene], findings: Sequence[Finding], figures: OpenFigures
) -> Iterator[tuple[Finding, Scene, ValueMention]]:
    """Yield the alarms on figures that are most likely false, with the figures."""
    # What rests on several statements has been reckoned.
    raised = [finding for finding in findings if finding.verdict in WRONG and len(finding.evidence) == 1]
    for scene, mention in ((one, mention) for one in scenes for mention in one.values):
        for finding in (f for f in raised if f.start < mention.end and mention.start < f.end):
            candidate = figures.raised(scene, mention, statements_of(finding))
            if candidate is not None and not fitted("alarm").likely(candidate.features):
                yield finding, scene, mention


def statements_of(finding: Finding) -> frozenset[str]:
    """Return the statements that a finding rests on."""
    return frozenset(evidence.statement for evidence in finding.evidence)
