"""The words of the interface, per language: what reports say around the prose of the findings.

`nl.yaml` and `en.yaml` beside this file hold the same keys; a missing or unknown key is an error when they are loaded.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field

from checker.data import Table, load_packaged
from checker.report import Verdict  # noqa: TC001 - pydantic reads the annotation at run time


class Amount(Table):
    """A phrase that depends on a number; `{n}` stands for it."""

    one: str
    other: str

    def say(self, number: int) -> str:
        """Return the phrase for this number."""
        return (self.one if number == 1 else self.other).replace("{n}", str(number))


class VerdictWords(Table):
    """How a verdict is called, and what it means in one sentence."""

    label: str
    meaning: str


class Tally(Table):
    """What is counted in a summary, as it stands after the number."""

    to_fix: str
    outdated: str
    unclear: str
    supported: str
    not_covered: str
    ignored: str


class Dates(Table):
    """How dates are written out."""

    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    seasons: tuple[str, ...] = Field(min_length=4, max_length=4)
    """Spring, summer, autumn, winter."""
    day: str
    """With `{day}`, `{month}` and `{year}`."""
    month: str
    since: str
    """An interval without an end; `{date}` stands for its start."""
    until: str
    between: str
    """With `{start}` and `{end}`."""


class Page(Table):
    """Labels of the HTML report."""

    report: str
    skip: str
    overview: str
    most_important: str
    nothing_to_fix: str
    nothing_found: str
    language: str
    judged_as_of: str
    text: str
    findings: str
    also_in_text: str
    in_text: str
    to_card: str
    claimed: str
    expected: str
    read_as: str
    suggestion: str
    copy_label: str
    copied: str
    statement: str
    valid: str
    rows: str
    sources: str
    no_source: str
    note: str
    confidence: str
    link_here: str
    why: str
    confidence_meaning: str
    roles: dict[str, str]
    check: str
    related: str
    unverified: str
    unverified_intro: str
    all_covered: str
    line: str
    notices: str
    filter: str
    search: str
    search_hint: str
    previous: str
    next: str
    keys: str
    key_names: dict[str, str]
    """What each key does."""
    keys_on: str
    close: str
    copy_all: str
    mail_all: str
    mail_more: str
    """With `{n}`: what did not fit into the mail."""
    corrections: str
    corrections_to: str
    """With `{title}`."""
    print_checklist: str
    checked_by: str
    instead_of: str
    authority: str
    authorities: dict[str, str]
    """Who says so, by the id of the check, where no statement does; for any other check it is the text itself."""
    text_itself: str
    none_match: str
    shown: str
    """With `{shown}` and `{all}`; filled in by the page's script."""
    no_script: str
    made_by: str
    """With `{version}`."""
    checked_against: str
    """With `{path}`, `{entities}` and `{statements}`."""
    no_fact_base: str
    document: str
    date: str
    total: str
    errors: str
    errors_intro: str
    warnings: str
    no_documents: str
    sort_by: str
    """With `{column}`."""
    since_last: str
    """What changed since the run before."""
    new_findings: Amount
    gone_findings: Amount
    added_documents: Amount
    dropped_documents: Amount
    contradicted_most: str
    uncovered_most: str
    times: str
    where: str
    more: str
    """With `{n}`."""


class Formats(Table):
    """What the formats for other programs say, apart from the findings."""

    fact_rule: str
    """What is asked of the claims about a property: `{label}`."""
    check_rule: str
    """The same for a check that does not say it itself."""
    advice: str
    """What to do about a finding."""
    replace: str
    """A correction: `{old}` by `{new}`."""
    base: str
    """What relative paths are relative to."""
    errors: str
    """Heads what could not be done, where a format counts it as a finding."""
    sources: str
    alternatives: str
    """Stands between corrections of which one is to be chosen."""
    line: str
    """A place in a document: `{line}`."""
    more: str
    """What did not fit: `{n}`."""
    nothing: str
    """There is nothing to mend."""
    by_hand: Amount
    claims: str
    """The name of the sheet of a workbook."""
    severities: dict[str, str]
    columns: dict[str, str]
    """The head of each column of a table of claims."""


class Explain(Table):
    """What `check --explain` says of the statements that compete for a value."""

    types: dict[str, str]
    """Each type of value."""
    subject: str
    cue: str
    qualifier: str
    agreements: dict[str, str]
    """How the value and the statement agree, by `Agreement`."""
    times: dict[str, str]
    """When the statement holds, by `When`, where that is not the time of the text."""
    ruled_out: str
    """Heads the words of the text that conflict with the statement."""
    no_alarm: str
    """Heads what forbids an alarm."""
    outweighed: str
    recognised: str
    """Heads it where there is an alarm all the same, as sure as `{chance}`."""
    other_cue: str
    """The words signal another property more clearly: `{label}`."""
    vetoes: dict[str, str]
    """What forbids an alarm, where the interface says it otherwise than the linker."""
    none: str
    more: Amount
    no_value: str


class Words(Table):
    """All words of one interface language."""

    verdicts: dict[Verdict, VerdictWords]
    tally: Tally
    documents: Amount
    reasons: dict[str, str]
    """Why a value is unverified, by `Unverified.reason`."""
    dates: Dates
    quotes: tuple[str, str]
    source: str
    """A source in a few words: `{publisher}`, `{date}`."""
    no_date: str
    undated: str
    """What follows from a document having no date; the report says so first."""
    not_covered: str
    ignored: str
    """Marks a finding that somebody set aside: `{reason}`."""
    ignored_until: str
    """The same, with the last day on which that holds: `{reason}`, `{date}`."""
    not_read: str
    """Heads the list of documents that could not be read."""
    page: Page
    formats: Formats
    explain: Explain


@cache
def words(language: str) -> Words:
    """Return the words of an interface language: `nl` or `en`."""
    return load_packaged(Words, "ui", f"{language}.yaml")
