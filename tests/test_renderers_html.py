"""The HTML report: nothing is lost or acted upon, every claim leads to its card, pages stay in their folder."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from museum_reports import REPORTS, Draft, english_draft, every_verdict, nothing_found, undated_and_errors

from checker.document import Block, BlockKind, Document
from checker.renderers.html import render, visible
from checker.renderers.html.difference import difference
from checker.renderers.html.layout import Mark, rows
from checker.renderers.html.names import page_names
from checker.renderers.json import render as render_json
from checker.report import DocumentReport, Repair, Suppression, Verdict

GOLDEN = Path(__file__).parent / "golden" / "html"
VOID = {"meta", "input", "br", "img", "link", "hr", "wbr"}


class Page(HTMLParser):
    """What a browser would see of a page: elements with attributes, and the text of marked-up parts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.depth: int | None = None
        self.document_text: list[str] = []
        self.shown: list[str] = []
        self.feed(html)
        self.close()
        assert not self.stack, f"left open: {self.stack}"

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in VOID:
            return
        self.stack.append(tag)
        if "data-text" in dict(attrs):
            self.depth = len(self.stack)
        if self.depth is not None and tag in ("td", "li", "tr"):
            self.document_text.append(" ")

    def handle_endtag(self, tag):
        assert self.stack, f"nothing open at </{tag}>"
        assert self.stack[-1] == tag, f"</{tag}> closes <{self.stack[-1]}>"
        if self.depth == len(self.stack):
            self.depth = None
            self.document_text.append(" ")
        self.stack.pop()

    def handle_data(self, data):
        if self.stack and self.stack[-1] in ("style", "script"):
            return
        self.shown.append(data)
        if self.depth is not None:
            self.document_text.append(data)

    def values(self, attribute):
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]

    @property
    def text(self):
        return words("".join(self.document_text))


def words(text):
    return " ".join(text.split())


def page_of(document: DocumentReport) -> str:
    report = replace(every_verdict(), documents=(document,))
    return next(text for name, text in render(report).items() if name != "index.html")


def html(texts):
    return [text for name, text in texts.items() if name.endswith(".html")]


@pytest.mark.parametrize("name", REPORTS)
def test_golden(name, golden):
    for file, text in render(REPORTS[name]()).items():
        golden(GOLDEN / name / file, text)


@pytest.mark.parametrize("name", REPORTS)
def test_pages_are_well_formed_with_unique_ids_and_links_that_lead_somewhere(name):
    texts = render(REPORTS[name]())
    pages = {file: Page(text) for file, text in texts.items() if file.endswith(".html")}
    for file, page in pages.items():
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        for href in page.values("href"):
            if href.startswith("#"):
                assert href[1:] in ids
            elif not href.startswith(("https://", "mailto:?")):
                target = (Path("/") / file).parent / unquote(href)
                assert str(target.resolve()).lstrip("/") in texts


@pytest.mark.parametrize("name", REPORTS)
def test_policy_allows_the_inline_style_and_script_and_nothing_else(name):
    for text in html(render(REPORTS[name]())):
        policy = next(a["content"] for tag, a in Page(text).elements if "http-equiv" in a)
        assert policy.startswith("default-src 'none'; ")
        for tag in ("style", "script"):
            inline = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
            assert len(inline) == 1
            digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in policy
        page = Page(text)
        assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
        assert not page.values("src")
        assert not page.values("style")


def test_a_finding_has_the_same_id_as_in_json():
    report = every_verdict()
    texts = render(report)
    for document in json.loads(render_json(report)[""])["documents"]:
        ids = Page(texts[f"{document['path']}.html"]).values("id")
        assert {finding["id"] for finding in document["findings"]} <= set(ids)


def test_the_text_of_a_page_is_the_text_of_the_document():
    for document in every_verdict().documents:
        assert Page(page_of(document)).text == words(document.document.text)


def test_every_claim_is_marked_and_every_card_says_claim_correction_and_source():
    page = Page(page_of(english_draft()))
    marks = {attributes["class"] for tag, attributes in page.elements if tag == "mark"}
    assert {verdict.value for verdict in Verdict} <= marks
    shown = words("".join(page.shown))
    for finding in english_draft().findings:
        assert finding.explanation in shown
        assert finding.expected is None or finding.expected in shown
        assert all(repair.text in shown for repair in finding.repairs)
        assert all(words(evidence.label) in shown for evidence in finding.evidence)
    assert "Lantern Museum, Annual report 2024, 1 March 2025" in shown
    assert "holds 1 February 2016 to 1 January 2025" in shown
    assert "shared <1>" in shown
    assert "97% confidence" in shown


def test_a_long_page_says_what_a_short_one_says(monkeypatch):
    short = Page(page_of(english_draft()))
    monkeypatch.setattr(sys.modules["checker.renderers.html.pages"], "_MANY", 1)
    page = Page(page_of(english_draft()))
    assert len(page.elements) < len(short.elements) * 0.8
    assert page.text == short.text
    assert set(short.values("id")) == set(page.values("id"))
    assert len(page.values("id")) == len(set(page.values("id")))
    said = words("".join(page.shown))
    for finding in english_draft().findings:
        if finding.verdict is not Verdict.SUPPORTED:
            assert finding.explanation in said
            assert finding.expected is None or finding.expected in said
        assert all(repair.text in page.values("data-copy") for repair in finding.repairs)
        for evidence in finding.evidence:
            assert words(evidence.label) in said
            assert f"{evidence.statement} · {evidence.file}:{evidence.line}" in said
            assert all(cell in said for row in evidence.rows for cell in row.values())
    assert "Lantern Museum, Annual report 2024, 1 March 2025" in said
    assert "holds 1 February 2016 to 1 January 2025" in said
    assert {href for href in short.values("href") if href.startswith("https:")} <= set(page.values("href"))


def test_only_web_addresses_become_links_and_the_mail_of_corrections():
    for text in html(render(every_verdict())):
        assert all(
            re.match(r"https://|#|\.\./|drafts/|index|mailto:\?subject=[^&]+&body=[^&]+$", href)
            for href in Page(text).values("href")
        )


@pytest.mark.parametrize(("ui", "said"), [("nl", "Dit document heeft geen datum"), ("en", "This document has no date")])
def test_an_undated_document_says_so(ui, said):
    texts = render(replace(undated_and_errors(), ui=ui))
    assert said in texts["C_/persberichten/ongedateerd.md.html"]
    assert said not in texts["index.html"]


@pytest.mark.parametrize(("ui", "said"), [("nl", "geen bewering gevonden"), ("en", "No claim was found")])
def test_a_document_without_claims_says_so(ui, said):
    assert said in render(replace(nothing_found(), ui=ui))["drafts/leeg.txt.html"]


def test_errors_and_warnings_stand_in_the_index():
    text = render(undated_and_errors())["index.html"]
    assert "drafts/stuk.docx: dit bestand is geen DOCX [unreadable]" in text
    assert "feit zonder bron" in text


def shown(chunks):
    return "".join(f"[{text}]" if changed else text for text, changed in chunks)


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        ("5 november 1921", "5 november 1912", "5 november [1921]", "5 november [1912]"),
        ("5,0 liter", "4,4 liter", "[5,0] liter", "[4,4] liter"),
        ("Bram Dijkhuisen", "Bram Dijkhuizen", "Bram Dijkhui[s]en", "Bram Dijkhui[z]en"),
        ("zestien keer", "veertien keer", "[zestien] keer", "[veertien] keer"),
        ("Tuesday", "Wednesday", "[Tuesday]", "[Wednesday]"),
        ("Jane Exmple", "Jane Example", "Jane Exmple", "Jane Ex[a]mple"),
        ("Sneek", "", "[Sneek]", ""),
        ("same", "same", "same", "same"),
        ("a" * 301, "b", f"[{'a' * 301}]", "[b]"),
    ],
)
def test_what_differs_stands_out(old, new, left, right):
    assert tuple(map(shown, difference(old, new))) == (left, right)


@given(st.text("ab1 .,", max_size=12), st.text("ab1 .,", max_size=12))
def test_no_difference_loses_text(old, new):
    chunks = difference(old, new)
    assert tuple("".join(chunk.text for chunk in side) for side in chunks) == (old, new)


def test_all_corrections_as_text_and_as_mail():
    page = Page(page_of(english_draft()))
    (mail,) = [href for href in page.values("href") if href.startswith("mailto:")]
    (text,) = [said for said in page.shown if said.startswith("Corrections to")]
    wrong = [finding for finding in english_draft().findings if finding.verdict is not Verdict.SUPPORTED]
    assert text.count("\n- line ") == len(wrong)
    for finding in wrong:
        assert finding.explanation in text
        assert all(repair.text in text for repair in finding.repairs)
    subject, body = (unquote(part.partition("=")[2]) for part in mail.removeprefix("mailto:?").split("&"))
    assert subject == text.splitlines()[0]
    assert len(mail) <= 1_900
    *items, more = body.replace("\r\n", "\n").rstrip("\n").split("\n\n")
    assert text.startswith("\n\n".join(items))
    assert more == f"{len(wrong) - len(items) + 1} more in the report."


def test_what_is_ignored_is_no_correction():
    draft = english_draft()
    why = Suppression(kind="comment", reason="agreed with the desk", path="a", line=1)
    wrong = [finding for finding in draft.findings if finding.verdict is not Verdict.SUPPORTED]
    ignored = replace(draft, findings=tuple(replace(finding, suppressed=why) for finding in wrong))
    text = page_of(ignored)
    assert "mailto:" not in text
    assert text.count("agreed with the desk") >= len(wrong)


def test_a_suggestion_for_another_stretch_says_what_it_replaces():
    draft = english_draft()
    finding = next(finding for finding in draft.findings if finding.repairs)
    moved = replace(finding, repairs=(Repair(0, 7, "Instead"),))
    shown_text = words("".join(Page(page_of(replace(draft, findings=(moved,)))).shown))
    assert f"Instead instead of “{draft.document.text[:7]}”" in shown_text


@pytest.mark.parametrize(
    ("check", "ui", "said"),
    [
        ("weekday", "en", "Who says so the calendar"),
        ("weekday", "nl", "Wie dat zegt de kalender"),
        ("new-one", "en", "Who says so the text itself"),
        ("new-one", "nl", "Wie dat zegt de tekst zelf"),
    ],
)
def test_a_finding_without_a_fact_says_who_says_so(check, ui, said):
    draft = english_draft()
    finding = replace(draft.findings[0], check=check, verdict=Verdict.INCONSISTENT, evidence=())
    texts = render(replace(every_verdict(), ui=ui, documents=(replace(draft, findings=(finding,)),)))
    assert said in words("".join(Page(html(texts)[1]).shown))


def trend(report, remembered):
    texts = render(replace(report, remembered=remembered))
    return words("".join(Page(texts["index.html"]).shown)), texts["presscheck-run.json"]


def test_the_index_says_what_changed_since_the_run_before():
    report = every_verdict()
    said, first = trend(report, "")
    assert "Since the last run" not in said
    draft, *others = report.documents
    wrong = [finding for finding in draft.findings if finding.verdict is Verdict.CONTRADICTED]
    mended = replace(draft, findings=tuple(finding for finding in draft.findings if finding is not wrong[0]))
    said, second = trend(replace(report, documents=(mended, *others)), first)
    assert "Since the last run: 0 new findings, 1 solved." in said
    assert "to fix (−1)" in said
    again, third = trend(replace(report, documents=(mended, *others)), second)
    assert (again, third) == (said, second), "the same run again changes nothing"
    said, _ = trend(replace(report, documents=(draft,)), third)
    assert "Since the last run: 1 new finding, 0 solved" in said
    assert "to fix (+1)" in said
    assert ("no longer checked" in said) == bool(others)


@pytest.mark.parametrize(
    "remembered", ["", "{", "[]", "{}", '{"version": 2}', '{"version": 1, "documents": 5}', "[" * 9999]
)
def test_what_an_earlier_run_left_damaged_is_no_trend(remembered):
    said, left = trend(every_verdict(), remembered)
    assert "Since the last run" not in said
    assert left == trend(every_verdict(), "")[1]


def test_the_index_counts_what_comes_up_most():
    draft = english_draft()
    twice = replace(every_verdict(), documents=(draft, replace(draft, document=replace(draft.document, path="b.md"))))
    page = Page(render(twice)["index.html"])
    said = words("".join(page.shown))
    proof = next(f for f in draft.findings if f.verdict is Verdict.CONTRADICTED and f.evidence).evidence[0]
    assert re.search(rf"\b2 times\s*{re.escape(words(proof.label))}", said)
    assert re.search(rf"\b2 times\s*{re.escape(words(draft.unverified[0].text))}", said)
    assert any(re.fullmatch(r"b\.md\.html#\w+", href) for href in page.values("href"))


HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style></script><!-- ]]> --><svg onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt; &amp;amp; &#0;",
    "\u202ereversed\u202c \u2066isolated\u2069 \u200fmark",
    "".join(map(chr, range(0x20))) + "\x7f" + "".join(map(chr, range(0x80, 0xA0))),
    "👩‍👩‍👧 🇳🇱 e\u0301 \udcff",
    "x" * 10_000,
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_shows_as_text_wherever_it_stands(hostile):
    draft = Draft(f"a{hostile[:50]}.md", hostile, "en", None)
    kinds = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL, BlockKind.QUOTE)
    for kind in kinds:
        draft.add(kind, hostile)
    finding = english_draft().findings[2]
    evidence = replace(finding.evidence[0], label=hostile, note=hostile, rows=({hostile: hostile},), sources=(hostile,))
    finding = replace(
        finding, start=1, end=5, text=hostile, sentence=hostile, explanation=hostile, claimed=hostile, expected=hostile,
        subject_name=hostile, property_label=hostile, repairs=(replace(finding.repairs[0], text=hostile),),
        evidence=(evidence,), parts=(), id="one",
    )  # fmt: skip
    plain = Page(page_of(english_draft()))
    text = page_of(DocumentReport(document=draft.document(), as_of=None, findings=(finding,), unverified=()))
    page = Page(text)
    text.encode("utf-8")
    assert page.text == words(visible(hostile) + " ") + f" {words(visible(hostile))}" * (len(kinds) - 1)
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in plain.elements} | {"small"}
    assert {name for _, a in page.elements for name in a} <= {name for _, a in plain.elements for name in a}
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x84\u202a-\u202e\u2066-\u2069]", text)


@st.composite
def documents_and_marks(draw):
    text = draw(st.text("ab <\n\x00", max_size=40))
    offset = st.integers(0, len(text))
    spans = st.tuples(offset, offset).map(sorted)
    kinds = st.sampled_from(list(BlockKind))
    blocks = [
        Block(kind=kind, start=start, end=end, level=level, row=row, column=column)
        for (start, end), kind, level, row, column in draw(
            st.lists(st.tuples(spans, kinds, st.integers(-1, 9), st.integers(0, 2), st.integers(0, 2)), max_size=6)
        )
    ]
    marks = [
        Mark(start=start, end=end, verdict="unclear", label="", target=f"m{number}", rank=rank)
        for number, ((start, end), rank) in enumerate(draw(st.lists(st.tuples(spans, st.integers(0, 3)), max_size=6)))
    ]
    return Document(path="a", source=text, text=text, blocks=tuple(blocks)), marks


@given(documents_and_marks())
def test_no_arrangement_of_blocks_and_marks_loses_or_doubles_text(case):
    document, marks = case
    laid_out = rows(document, marks)
    pieces = [piece for row in laid_out for line in row.cells for cell in line for piece in cell]
    assert "".join("".join(p.text for p in pieces).split()) == "".join(document.text.split())
    anchors = [anchor for piece in pieces for anchor in piece.anchors]
    assert len(anchors) == len(set(anchors))
    for mark in marks:
        shown = "".join(p.text for p in pieces if p.mark is mark)
        assert len(shown) <= mark.end - mark.start


def test_of_overlapping_marks_the_gravest_is_seen_and_all_can_be_reached():
    document = Document(
        path="a", source="abcdef", text="abcdef", blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=6),)
    )
    marks = [
        Mark(start=0, end=5, verdict="supported", label="", target="wide", rank=5),
        Mark(start=2, end=4, verdict="contradicted", label="", target="grave", rank=0),
        Mark(start=2, end=3, verdict="unclear", label="", target="under", rank=4),
    ]
    (row,) = rows(document, marks)
    shown = [(piece.text, piece.mark and piece.mark.target, piece.anchors) for piece in row.cells[0][0]]
    assert shown == [
        ("ab", "wide", ("wide",)),
        ("c", "grave", ("grave", "under")),
        ("d", "grave", ()),
        ("e", "wide", ()),
        ("f", None, ()),
    ]


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["drafts/a.md", "drafts/b.txt"], ["drafts/a.md.html", "drafts/b.txt.html"]),
        (["../../etc/passwd", "/etc/passwd"], ["etc/passwd.html", "etc/passwd-2.html"]),
        (["C:\\texts\\..\\a.md"], ["C_/texts/a.md.html"]),
        (["a.md", "A.md", "./a.md"], ["a.md.html", "A.md-2.html", "a.md-3.html"]),
        (["caf\u00e9.md", "cafe\u0301.md"], ["caf\u00e9.md.html", "cafe\u0301.md-2.html"]),
        (["index", "Index"], ["index-2.html", "Index-3.html"]),
        (["a", "a.html/b"], ["a.html", "a.html-b.html"]),
        (["a.html/b", "a"], ["a.html/b.html", "a-2.html"]),
        (["", ".", "..", "///"], ["document.html", "document-2.html", "document-3.html", "document-4.html"]),
        (["nul.md", 'a"b?.md', "a\x00\u202eb"], ["_nul.md.html", "a_b_.md.html", "a__b.html"]),
        (["a. /b"], ["a/b.html"]),
    ],
)
def test_names_of_pages(paths, names):
    assert list(page_names(paths)) == names


def test_a_very_long_name_is_cut_and_stays_unique():
    one, two = page_names(["é" * 300 + "1", "é" * 300 + "2"])
    assert one != two
    assert len(one.encode()) < 200


@given(st.lists(st.text("aA./\\: \u0130", max_size=6), max_size=6))
def test_pages_never_clash_or_leave_the_folder(paths):
    names = page_names(paths)
    folded = [name.casefold() for name in names]
    assert len(set(folded)) == len(paths)
    assert "index.html" not in folded
    for name in names:
        assert not name.startswith("/")
        assert not {"", ".", ".."} & set(name.split("/"))
        assert not any(other.startswith(name.casefold() + "/") for other in folded)
