"""Findings, and what a run found in all its documents: the one input of every renderer."""

from __future__ import annotations

import builtins
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.document import Document
    from checker.errors import Problem
    from checker.period import Period

JsonValue = dict[str, "str | int | float | list[str] | None"]


class Severity(StrEnum):
    """How bad a finding is for whoever publishes the text."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


class Verdict(StrEnum):
    """What the fact base, or a check without it, says of a claim; in the order in which reports list them."""

    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    INCONSISTENT = "inconsistent"
    MISSPELLED = "misspelled"
    UNCLEAR = "unclear"
    SUPPORTED = "supported"
    UNVERIFIED = "unverified"

    @property
    def severity(self) -> Severity:
        """The severity that goes with the verdict."""
        if self in (Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.INCONSISTENT):
            return Severity.ERROR
        if self in (Verdict.MISSPELLED, Verdict.UNCLEAR):
            return Severity.WARNING
        return Severity.NOTE if self is Verdict.UNVERIFIED else Severity.NONE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a claim with its span: role is `subject`, `cue`, `noun`, `qualifier`, `hedge` or `time`.

    Offsets are code points in `Document.text`, end exclusive.
    """

    role: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """Replacing `start` to `end` of the text (offsets in `Document.text`) by `text` makes the claim true."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The statement that a verdict rests on.

    `statement` is its id, `label` a readable form of it in the interface language, `valid` the EDTF time for which it
    holds, `sources` ids of the registry, `rows` the table rows behind a derived value, `note` the base's own remark.
    """

    statement: str
    label: str
    file: str
    line: int
    valid: str | None = None
    sources: tuple[str, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why a finding does not count: somebody said so, for a reason.

    `kind` is `comment` (beside the text) or `baseline`; `path` and `line` name the place, `until` is the last day on
    which it holds.
    """

    kind: Literal["comment", "baseline"]
    reason: str
    path: str
    line: int
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim with its verdict, or what a check without the fact base found.

    `start` and `end` are offsets of the value (or name) itself in `Document.text`, end exclusive. `check` is `fact`
    or the id of a check. `claimed` and `expected` are readable, `claimed_value` and `expected_value` typed. Prose is
    in the interface language; `confidence` lies between 0 and 1. `level` is the severity that a configuration gives the
    finding; `suppressed` says why it is ignored: it is shown as such, and does not count.
    """

    verdict: Verdict
    check: str
    start: int
    end: int
    text: str
    sentence: str
    explanation: str
    property: str | None = None
    property_label: str | None = None
    subject: str | None = None
    subject_name: str | None = None
    parts: tuple[Part, ...] = ()
    claimed: str | None = None
    claimed_value: JsonValue | None = None
    expected: str | None = None
    expected_value: JsonValue | None = None
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Part, ...] = ()
    repairs: tuple[Repair, ...] = ()
    confidence: float = 1.0
    id: str = ""
    level: Severity | None = None
    suppressed: Suppression | None = None

    @builtins.property  # the field of that name hides it here
    def severity(self) -> Severity:
        """The severity that the configuration gives it, else that of its verdict."""
        return self.level or self.verdict.severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Unverified:
    """A checkable value that nobody vouches for: what a person must check by hand.

    `reason` is one of `no-statement`, `no-subject`, `too-precise`, `undated`, `not-complete`, `other-subject`, `role`,
    `low-confidence`.
    Offsets are code points in `Document.text`, end exclusive.
    """

    text: str
    start: int
    end: int
    type: str
    value: JsonValue
    reason: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class DocumentReport:
    """What was found in one document; findings are in the order of the text.

    `fail_on` is the severity from which on a finding makes the run fail: `error`, `warning`, or `never`.
    """

    document: Document
    as_of: Period | None
    findings: tuple[Finding, ...]
    unverified: tuple[Unverified, ...]
    notices: tuple[Problem, ...] = ()
    fail_on: str = "error"

    def counts(self) -> dict[str, int]:
        """Return the number of findings per verdict, every verdict present, in a fixed order.

        What is suppressed counts as `suppressed` alone.
        """
        seen = Counter(finding.verdict for finding in self.findings if not finding.suppressed)
        order = (
            Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.MISSPELLED,
            Verdict.INCONSISTENT, Verdict.UNCLEAR,
        )  # fmt: skip
        return {verdict.value: seen[verdict] for verdict in order} | {
            "unverified": len(self.unverified),
            "suppressed": len(self.findings) - seen.total(),
        }


@dataclass(frozen=True, kw_only=True)
class SourceNote:
    """What a report shows of a source: its publisher, title, date (EDTF) and address."""

    id: str
    publisher: str
    title: str
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Brand:
    """How a team's own reports look.

    `logo` is a data URI; `colours` and `dark` are colours (`#rrggbb`) by the name of what they colour, on a light
    and on a dark screen; `templates` are texts that stand in for templates of ours, by name.
    """

    name: str = ""
    logo: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a run found: the input of every renderer.

    `ui` is the language of its prose (`nl` or `en`). `folder` is where the program ran, seen from the root of its
    repository: empty at the root, and where there is no repository. `remembered` is what the run before left in the
    folder of the report for this one.
    """

    tool_version: str
    ui: str
    fact_base_path: str | None
    fact_base_digest: str
    entities: int
    statements: int
    documents: tuple[DocumentReport, ...]
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    sources: Mapping[str, SourceNote] = field(default_factory=dict)
    folder: str = ""
    remembered: str = ""
    brand: Brand = field(default_factory=Brand)
