"""From what was found to what counts: the only owner of the order of steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.gate.rules import rules_for
from checker.gate.suppress import suppress
from checker.identity import finding_ids

if TYPE_CHECKING:
    from datetime import date

    from checker.gate.baseline import Baseline
    from checker.gate.rules import Rules
    from checker.report import DocumentReport
    from checker.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What a team decided, with the options of a run, which win.

    `topics` are the checks and properties that there are; `today` is what the last days of ignores are compared with.
    """

    settings: Settings
    topics: tuple[str, ...]
    today: date
    baseline: Baseline | None = None
    fail_on: str | None = None
    min_confidence: float | None = None

    def rules(self, path: str | None) -> Rules:
        """Return the rules for a document, by its path as seen from the folder of the configuration."""
        rules = rules_for(self.settings, path)
        return replace(
            rules,
            fail_on=self.fail_on or rules.fail_on,
            min_confidence=rules.min_confidence if self.min_confidence is None else self.min_confidence,
        )

    def judge(self, report: DocumentReport, *, path: str | None, baseline_path: str | None) -> DocumentReport:
        """Return a report as it counts: ignored findings marked, levels set, what is not sure enough set apart.

        `baseline_path` is the document's path as seen from the folder of the baseline. Findings get their ids here,
        from all that was found, so that they stay the same whatever is left out.
        """
        ids = finding_ids(report.document.path, report.findings)
        named = tuple(replace(item, id=name) for item, name in zip(report.findings, ids, strict=True))
        report = suppress(
            replace(report, findings=named),
            topics=self.topics,
            baseline=self.baseline,
            path=baseline_path,
            today=self.today,
        )
        rules = self.rules(path)
        return replace(rules.sure(rules.apply(report)), fail_on=rules.fail_on)
