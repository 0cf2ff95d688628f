"""JUnit XML, as CI servers read it: a suite per document, a case per claim.

JUnit knows passed, failed and skipped. A finding for which the run fails has failed; one that is less grave is passed
over with its explanation, so that a server does not fail a job that presscheck lets pass; a document that could not be
read is an error.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.renderers import Renderer
from checker.renderers._findings import about, explanation, located, problem_text, source_name, sources
from checker.renderers._ignored import why_ignored
from checker.renderers._text import one_line
from checker.renderers._xml import element, written
from checker.report import Severity
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from checker.renderers._findings import Located
    from checker.report import DocumentReport, Report
    from checker.ui import Words

_LONGEST_NAME = 200


def render(report: Report) -> Mapping[str, str]:
    """Return one `testsuites` element. It names no time: the same report gives the same bytes."""
    words = load_words(report.ui)
    suites = [_suite(document, report, words) for document in report.documents]
    if report.errors:
        suites.append(_errors(report, words))
    totals: Counter[str] = Counter()
    for suite in suites:
        totals.update({name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")})
    root = element("testsuites", name="presscheck", **totals)
    root.extend(suites)
    return {"": written(root)}


class _Names:
    """Names of cases, each different: what comes twice is numbered."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, text: str) -> str:
        """Return a name made of a text."""
        name = one_line(text, _LONGEST_NAME)
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name} ({self._seen[name]})"


def _suite(document: DocumentReport, report: Report, words: Words) -> Element:
    path = document.document.path
    cases = []
    names = _Names()
    for item in located(document):
        # Neither place nor verdict: a server follows a case from run to run by its name.
        name = names.next(f"{about(item.finding)}: {item.finding.text}")
        case = element("testcase", classname=path, name=name, file=path, line=item.region.line, time=0)
        _outcome(case, item, report, words)
        cases.append(case)
    suite = element(
        "testsuite",
        name=path,
        tests=len(cases),
        failures=sum(case.find("failure") is not None for case in cases),
        errors=0,
        skipped=sum(case.find("skipped") is not None for case in cases),
        time=0,
    )
    properties = element("properties", suite)
    for key, number in document.counts().items():
        element("property", properties, name=key, value=number)
    suite.extend(cases)
    return suite


def _outcome(case: Element, item: Located, report: Report, words: Words) -> None:
    """Add to a case what came of it; nothing where it passed."""
    finding, place = item.finding, item.region
    if finding.suppressed:
        element("skipped", case, message=why_ignored(finding.suppressed, words))
        return
    if finding.severity is Severity.NONE:
        return
    verdict = words.verdicts[finding.verdict].label
    text = f"{verdict}: {explanation(finding, words)}"
    grave = (Severity.ERROR, Severity.WARNING) if item.report.fail_on == "warning" else (Severity.ERROR,)
    if finding.severity not in grave:
        element("skipped", case, message=text)
        return
    failure = element("failure", case, type=finding.verdict.value, message=text)
    lines = [f"{item.path}:{place.line}:{place.column}", text, finding.sentence]
    lines += [f"{words.page.suggestion}: {repair.text}" for repair in finding.repairs]
    lines += [f"{words.formats.sources}: {source_name(source, words)}" for source in sources(finding, report)]
    failure.text = "\n".join(one_line(line) for line in lines)


def _errors(report: Report, words: Words) -> Element:
    """Return what could not be done as a suite of its own: without a report there is nothing that could fail."""
    number = len(report.errors)
    names = _Names()
    suite = element("testsuite", name=words.formats.errors, tests=number, failures=0, errors=number, skipped=0, time=0)
    for problem in report.errors:
        name = names.next(f"{problem.code}: {problem_text(problem)}")
        case = element("testcase", suite, classname=problem.path, name=name, file=problem.path, time=0)
        element("error", case, type=problem.code, message=problem_text(problem)).text = one_line(str(problem))
    return suite


renderer = Renderer(id="junit", render=render)
