"""What a configuration makes of findings: their levels, how sure they must be, and from when on a run fails."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.gate.paths import matches
from checker.report import Severity, Unverified, Verdict
from checker.settings import FACT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.report import DocumentReport, Finding
    from checker.settings import Settings

_OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds for one document: see `Settings`, whose names these are."""

    fail_on: str = "error"
    min_confidence: float = 0.0
    checks: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)

    def level(self, finding: Finding) -> str | None:
        """Return the level of a finding, or None where nothing is said of it: what is said of its property wins."""
        return self.properties.get(finding.property or "") or self.checks.get(finding.check)

    def apply(self, report: DocumentReport) -> DocumentReport:
        """Return a report with the levels set, without the findings that are off."""
        findings = []
        for finding in report.findings:
            level = self.level(finding)
            if level is None or (finding.verdict is Verdict.SUPPORTED and level != _OFF):
                findings.append(finding)
            elif level != _OFF:
                findings.append(replace(finding, level=Severity(level)))
        return replace(report, findings=tuple(findings))

    def sure(self, report: DocumentReport) -> DocumentReport:
        """Return a report in which what is less sure than asked for is a value to check by hand."""
        sure: list[Finding] = []
        unverified = list(report.unverified)
        for finding in report.findings:
            if finding.suppressed or finding.confidence >= self.min_confidence:
                sure.append(finding)
            else:
                unverified.append(_unverified(finding))
        unverified.sort(key=lambda item: (item.start, item.end))
        return replace(report, findings=tuple(sure), unverified=tuple(unverified))

    def fails(self, report: DocumentReport) -> bool:
        """Whether a report holds a finding for which the run fails."""
        grave = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING)}.get(self.fail_on, ())
        return any(finding.severity in grave and not finding.suppressed for finding in report.findings)


def rules_for(settings: Settings, path: str | None) -> Rules:
    """Return the rules for a document; a later override wins over an earlier one.

    `path` is seen from the folder of the configuration, with `/` between its parts; None where it has no such path.
    """
    rules = Rules(
        fail_on=settings.fail_on,
        min_confidence=settings.min_confidence,
        checks=settings.checks,
        properties=settings.properties,
    )
    for item in settings.overrides:
        if path is not None and any(matches(pattern, path) for pattern in item.paths):
            rules = Rules(
                fail_on=item.fail_on or rules.fail_on,
                min_confidence=rules.min_confidence if item.min_confidence is None else item.min_confidence,
                checks={**rules.checks, **item.checks},
                properties={**rules.properties, **item.properties},
            )
    return rules


def _unverified(finding: Finding) -> Unverified:
    value = finding.claimed_value or {"type": finding.property or finding.check}
    return Unverified(
        text=finding.text,
        start=finding.start,
        end=finding.end,
        type=str(value.get("type") or FACT),
        value=value,
        reason="low-confidence",
        sentence=finding.sentence,
    )
