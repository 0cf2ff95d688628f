"""Markdown, rendered by a Markdown parser with links made of addresses, as the services do."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hostile_report import HOSTILE, hostile_report, ignored_report
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from museum_reports import REPORTS, every_verdict

from checker.renderers._markup import code, link, prose
from checker.renderers._text import one_line
from checker.renderers.markdown import LIMIT, MARK, render

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report, "ignored_nl": lambda: ignored_report("nl")}
TAGS = {"h2", "h3", "p", "ul", "li", "code", "em", "strong", "br", "details", "summary", "sub", "blockquote", "a"}
PARSER = MarkdownIt("gfm-like", {"html": True})
SERVICES = re.compile(r"(?<![\w`])@\w|(?<!\w)#\d|(?<!\w)!\d|\bGH-\d", re.IGNORECASE)
"""What a service would link to a person, an issue or a merge request, in text that is no code."""


class Page(HTMLParser):
    """The elements, addresses and texts of a rendered page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.addresses, self.prose, self.codes, self.comments, self.open = set(), [], [], [], [], []
        self.feed(PARSER.render(text))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src")]
        assert {name for name, _ in attrs} <= {"href"}
        if tag == "code":
            self.codes.append("")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "code" in self.open:
            self.codes[-1] += data
        else:
            self.prose.append(data)

    def handle_comment(self, data):
        self.comments.append(data)


@pytest.mark.parametrize("name", SHOWN)
def test_only_what_is_meant_becomes_markup(name):
    report = SHOWN[name]()
    text = render(report)[""]
    assert text.startswith(f"{MARK}\n")
    assert len(text.encode("utf-8")) <= 65_536
    page = Page(text)
    assert page.tags <= TAGS
    assert page.comments == [" presscheck "]
    assert page.open == []
    assert set(page.addresses) <= {source.url for source in report.sources.values()}
    assert not any(SERVICES.search(piece) for piece in page.prose)


def test_each_finding_with_its_correction_explanation_and_source():
    text = render(every_verdict())[""]
    page = Page(text)
    for document in every_verdict().documents:
        assert document.document.path in page.codes
        for finding in document.findings:
            if finding.severity.value == "none":
                continue
            assert finding.text in page.codes
            assert finding.explanation in page.prose
            assert all(repair.text in page.codes for repair in finding.repairs)
        assert all(value.text in page.codes for value in document.unverified)
    assert "https://lantern.example/annual?year=2024&part=1" in page.addresses


def test_hostile_texts_are_shown_letter_by_letter():
    page = Page(render(hostile_report())[""])
    for name, text in HOSTILE.items():
        if name not in ("long", "blank"):
            assert one_line(text) in page.codes, name


def test_what_is_ignored_is_counted_and_not_shown():
    text = render(ignored_report())[""]
    assert "2 ignored" in text
    assert "`Tuesday`" not in text


def test_a_clean_run_says_so():
    assert "\nNiets te verbeteren.\n" in render(REPORTS["nothing_found"]())[""]
    nothing = replace(every_verdict(), documents=(), fact_base_path=None)
    assert "No document was checked." in render(nothing)[""]
    assert "Checked without a fact base." in render(nothing)[""]


def many(number):
    """A report with a great number of findings, the gravest last."""
    report = every_verdict()
    first = report.documents[0]
    (unclear,) = [item for item in first.findings if item.verdict.value == "unclear"]
    (wrong,) = [item for item in first.findings if item.text == "three times"]
    findings = [replace(unclear, sentence=f"{unclear.sentence} {count}") for count in range(number)]
    return replace(report, documents=(*report.documents[1:], replace(first, findings=(*findings, wrong))))


@pytest.mark.parametrize("number", [200, 1_000, 3_000])
def test_a_comment_keeps_within_the_limit_and_shows_the_gravest(number):
    text = render(many(number))[""]
    assert len(text.encode("utf-8")) <= 65_536
    assert "`three times` → `twice` or `2 times`" in text
    Page(text)
    shown = text.count("**unclear**") + text.count("**contradicted**") + text.count("- [ ]")
    left = re.search(r"\*(\d+) more did not fit here; they are in the full report\.\*", text)
    assert shown + (int(left[1]) if left else 0) == number + 1 + 5
    assert bool(left) == (number > 400)
    if left:
        assert len(text.encode("utf-8")) > LIMIT * 0.95


def test_many_documents_keep_within_the_limit_too():
    report = every_verdict()
    first = report.documents[0]
    documents = [replace(first, document=replace(first.document, path=f"drafts/{number}.md")) for number in range(500)]
    text = render(replace(report, documents=tuple(documents)))[""]
    assert len(text.encode("utf-8")) <= 65_536
    assert "more did not fit here" in text
    Page(text)


@pytest.mark.parametrize("number", [300, 2_000])
def test_many_small_documents_and_many_problems(number):
    report = every_verdict()
    small = report.documents[1]
    documents = [
        replace(small, document=replace(small.document, path=f"{count}.md", title=None)) for count in range(number)
    ]
    problem = REPORTS["undated_and_errors"]().errors[0]
    errors = [replace(problem, path=f"{count}.docx") for count in range(number)]
    text = render(replace(report, documents=tuple(documents), errors=tuple(errors)))[""]
    assert 40_000 < len(text.encode("utf-8")) <= 65_536
    left = int(re.search(r"\*(\d+) more did not fit here", text)[1])
    assert text.count("- [ ]") + text.count(".docx`") + left == 2 * number
    Page(text)


@given(st.text(st.sampled_from("ab1 `\\*_[]()<>!&#@$~|:/.wW-{}\n\t\u202e="), max_size=40))
def test_any_text_is_text(text):
    for written in (prose(text), code(text)):
        page = Page(f"- x {written}<br>y")
        assert page.tags <= {"ul", "li", "br", "code"}
        assert page.addresses == []
        assert not any(SERVICES.search(piece) for piece in page.prose)
    page = Page(f"- x {prose(text)}<br>y")
    shown = "".join(page.prose).replace("\u200b", "").replace("\n", "")
    assert shown == f"x {one_line(text)}y"
    if one_line(text):
        assert Page(f"x {code(text)} y").codes == [one_line(text)]


def test_a_link_leads_where_it_should():
    page = Page("x " + link("a", 'https://x.example/a_(b)?c=[d]&e=f g"h'))
    assert page.addresses == ["https://x.example/a_%28b%29?c=%5Bd%5D&e=f%20g%22h"]
