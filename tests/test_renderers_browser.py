"""The HTML report in a real browser: keys, filters, copying, deep links, phones, and documents that mean harm.

Skipped where playwright or a Chromium is missing; PRESSCHECK_CHROMIUM names another browser than Debian's.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from museum_reports import REPORTS, Draft, english_draft, every_verdict

from checker.document import BlockKind
from checker.renderers.html import render, visible
from checker.renderers.html.theme import load_brand
from checker.report import DocumentReport

CHROMIUM = Path(os.environ.get("PRESSCHECK_CHROMIUM", "/usr/bin/chromium"))
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing")

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
OPENING = "every_verdict/drafts/opening.md.html"
LONG = "long/drafts/opening.md.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The pages of the three reports, and of a document that means harm."""
    base = tmp_path_factory.mktemp("report")
    reports = {name: make() for name, make in REPORTS.items()} | {"hostile": hostile()}
    report = every_verdict()
    half = replace(report, documents=(replace(report.documents[0], findings=()), *report.documents[1:]))
    reports["second_run"] = replace(report, remembered=render(half)["presscheck-run.json"])
    logo = base / "logo.svg"
    logo.write_text(HOSTILE_LOGO, encoding="utf-8")
    (base / "theme.yaml").write_text('logo: logo.svg\ncolours: {link: "#7a0019"}\n', encoding="utf-8")
    reports["brand"] = replace(report, brand=load_brand(str(base / "theme.yaml"), None))
    written = {name: render(report) for name, report in reports.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["checker.renderers.html.pages"], "_MANY", 1)
        written["long"] = render(every_verdict())
    for name, texts in written.items():
        for file, text in texts.items():
            path = base / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return base


HOSTILE_LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" onload="document.title='harmed'">
<script>document.title='harmed'; parent.document.title='harmed'</script>
<image href="https://elsewhere.example/a.png" width="9" height="9"/><rect width="120" height="40" fill="#7a0019"/>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://elsewhere.example/"/></foreignObject></svg>"""
HARM = (
    "<script>document.title='harmed'</script><img src=x onerror=\"document.title='harmed'\">",
    "</style></script><style>body{display:none}</style>",
    "\u202ereversed\u202c and \u200f marks " + "".join(map(chr, range(1, 0x20))) + "\x9b31m 👩‍👩‍👧",
    "x" * 10_000,
    "a b\u00a0c " * 500,
)


def hostile():
    draft = Draft("hostile.md", HARM[0], "nl", None)
    for text in HARM:
        for kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL, BlockKind.QUOTE):
            draft.add(kind, text)
    finding = english_draft().findings[2]
    findings = tuple(
        replace(
            finding, start=start, end=start + 9, text=text, sentence=text, explanation=text, claimed=text,
            expected=text, subject_name=text, repairs=(replace(finding.repairs[0], text=text),), parts=(),
        )
        for text in HARM for start in [draft.text.index(text)]
    )  # fmt: skip
    document = DocumentReport(document=draft.document(), as_of=None, findings=findings, unverified=())
    return replace(every_verdict(), documents=(document,))


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, folder):
    """A function that opens a page; whatever the browser complains of fails the test."""
    contexts, complaints = [], []

    def open_page(file, *, viewport=WIDE, **options):
        fragment = options.pop("fragment", "")
        context = browser.new_context(viewport=viewport, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
        page.goto((folder / file).as_uri() + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


def test_keys_step_through_the_findings_and_mark_the_text(open_page):
    page = open_page(OPENING)
    seen = []
    for key in "jjk":
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.ariaLabel"))
        assert page.locator("mark.current").count() == 1
    assert seen == ["inconsistent: Tuesday", "contradicted: 36", "inconsistent: Tuesday"]
    assert page.evaluate("location.hash.slice(1) === document.activeElement.id")
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.input_value("#search") == "jk"


def test_a_long_page_filters_steps_and_copies(open_page):
    page = open_page(LONG, permissions=["clipboard-read", "clipboard-write"])
    shown = page.locator(".card:visible")
    assert shown.count() == 19
    for key in "jjkc":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.ariaLabel") == "inconsistent: Tuesday"
    page.locator("#status:not(:empty)").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Wednesday"
    page.fill("#search", "BEACON")
    assert 0 < shown.count() < 19
    page.fill("#search", "")
    page.click("label.supported")
    assert page.locator(".card.supported:visible, .right:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_a_deep_link_into_a_long_page_shows_its_card(open_page, script):
    names = open_page(LONG).eval_on_selector_all(".card", "cards => cards.map((card) => card.id)")
    for name in (names[0], names[-1]):
        page = open_page(LONG, java_script_enabled=script, fragment=f"#{name}")
        page.locator(f"[id='{name}']:target").wait_for()
        assert -1 <= page.locator(f"[id='{name}']").bounding_box()["y"] < WIDE["height"]


def test_filter_and_search_leave_what_was_asked_for(open_page):
    page = open_page(OPENING)
    shown = page.locator(".card:visible")
    page.click("label.supported")
    page.click("label.unverified")
    assert page.locator(".card.unverified:visible, .card.supported:visible").count() == 0
    assert shown.count() == 10
    assert page.text_content("#status") == "10 of 19 shown"
    page.fill("#search", "BEACON")
    assert shown.count() == 1
    page.fill("#search", "nothing like it")
    assert page.text_content("#status") == "No finding matches."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_copy_button_copies_what_it_says(open_page, viewport, scheme):
    page = open_page(OPENING, viewport=viewport, color_scheme=scheme, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    buttons = page.locator(".copy:visible")
    wanted = buttons.evaluate_all(
        "buttons => buttons.map((b) => b.dataset.copy ?? document.querySelector('#corrections pre').textContent)"
    )
    assert wanted[0].startswith("Corrections to")
    assert wanted[1] == "Wednesday"
    for number, text in enumerate(wanted):
        buttons.nth(number).click()
        page.locator("#status:not(:empty)").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == text
        page.evaluate("document.getElementById('status').textContent = ''")


@pytest.mark.parametrize("verdict", ["contradicted", "outdated", "inconsistent", "misspelled", "unclear", "supported"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_filter_hides_its_cards_and_their_marks(open_page, viewport, scheme, verdict):
    page = open_page(OPENING, viewport=viewport, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('.right').forEach((details) => { details.open = true; })")
    before = page.locator(".card:visible").count()
    number = int(page.text_content(f"label.{verdict} .number"))
    assert page.locator(f".card.{verdict}:visible").count() == number > 0
    page.click(f"label.{verdict}")
    assert page.locator(".card:visible").count() == before - number
    assert page.locator(f"[data-text] mark.{verdict}:not(.muted)").count() == 0
    page.click(f"label.{verdict}")
    assert page.locator(".card:visible").count() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_filter_of_what_nobody_vouches_for_hides_its_marks(open_page, viewport, scheme):
    page = open_page(OPENING, viewport=viewport, color_scheme=scheme)
    marks = page.locator("[data-text] mark.unverified:not(.muted)")
    assert marks.count() > 0
    page.click("label.unverified")
    assert marks.count() == 0
    page.click("label.unverified")
    assert marks.count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_key_of_the_list_works(open_page, viewport, scheme):
    page = open_page(OPENING, viewport=viewport, color_scheme=scheme, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("?")
    listed = page.locator("#keys kbd").all_text_contents()
    assert listed == ["j", "k", "/", "c", "?", "Esc"]
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.locator("#status:not(:empty)").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Wednesday"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    page.click("#help")
    page.uncheck("#keys-on")
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("k")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "search"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_buttons_step_as_the_keys_do(open_page, viewport, scheme):
    page = open_page(OPENING, viewport=viewport, color_scheme=scheme)
    for name, label in (("#next", "Tuesday"), ("#next", "36"), ("#previous", "Tuesday")):
        page.click(name)
        assert page.evaluate("document.activeElement.ariaLabel").endswith(f": {label}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_finding_can_be_linked_to(open_page, viewport, scheme):
    page = open_page(OPENING, viewport=viewport, color_scheme=scheme)
    names = page.eval_on_selector_all(".card", "cards => cards.map((card) => card.id)")
    assert len(names) == 19
    for name in names:
        page.evaluate("name => { location.hash = name; }", name)
        page.locator(f"[id='{name}']:target").wait_for()
        box = page.locator(f"[id='{name}']").bounding_box()
        assert box["y"] < viewport["height"]
        assert box["y"] + box["height"] > 0


def test_the_corrections_can_be_read_and_mailed_without_script(open_page):
    page = open_page(OPENING, java_script_enabled=False, fragment="#corrections")
    page.click("#corrections summary")
    assert page.locator("#corrections pre").is_visible()
    assert page.locator("a[href^='mailto:?subject=']").is_visible()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_checklist_prints_alone(open_page, viewport):
    page = open_page(OPENING, viewport=viewport)
    page.evaluate("window.print = () => {}")
    page.click("#print-checklist")
    page.emulate_media(media="print")
    assert page.locator("main > *, .tally, .first, button").locator("visible=true").count() == 0
    assert page.locator(".checklist input:visible").count() == page.locator(".checklist li").count() > 0
    assert page.locator("h1").is_visible()
    assert page.locator(".signed").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main > *").first.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_deep_link_shows_its_card_even_inside_a_closed_group(open_page, script):
    hidden = open_page(OPENING).evaluate("document.querySelector('.right .card').id")
    page = open_page(OPENING, java_script_enabled=script, fragment=f"#{hidden}")
    card = page.locator(f"[id='{hidden}']")
    assert card.is_visible()
    assert 0 <= card.bounding_box()["y"] < WIDE["height"]


def test_without_script_everything_but_the_tools_is_there(open_page):
    page = open_page(OPENING, java_script_enabled=False)
    assert page.locator("#tools, .copy").first.is_hidden()
    assert page.locator(".card.contradicted:visible").count() == 3


def test_a_mark_leads_to_its_card_beside_or_below_it(open_page):
    for viewport in (WIDE, PHONE):
        page = open_page(OPENING, viewport=viewport)
        mark = page.locator("[data-text] mark.contradicted a").first
        card = page.locator(f"[id='{mark.get_attribute('href')[1:]}']")
        text, beside = page.locator(".row.paragraph").first.bounding_box(), card.bounding_box()
        if viewport == WIDE:
            assert beside["x"] > text["x"] + text["width"]
        else:
            assert beside["y"] > text["y"] + text["height"]
        mark.click()
        assert card.bounding_box()["y"] < viewport["height"]


def test_text_never_covers_text_while_scrolling(open_page):
    page = open_page(OPENING)
    for offset in range(0, 4000, 400):
        page.evaluate(f"scrollTo(0, {offset})")
        boxes = [box.bounding_box() for box in page.locator(".row > *").all()]
        for above, below in pairwise(boxes):
            assert above["y"] + above["height"] <= below["y"] + 1


PAGES = [
    OPENING,
    LONG,
    "every_verdict/index.html",
    "second_run/index.html",
    "undated_and_errors/index.html",
    "nothing_found/drafts/leeg.txt.html",
]


@pytest.mark.parametrize("file", [*PAGES, "hostile/hostile.md.html", "hostile/index.html"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_page_scrolls_sideways(open_page, file, viewport):
    page = open_page(file, viewport=viewport)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_a_document_that_means_harm_shows_as_text_and_runs_nothing(open_page):
    page = open_page("hostile/hostile.md.html")
    assert page.title() != "harmed"
    expected = hostile().documents[0].document.text
    texts = page.eval_on_selector_all("[data-text]", "rows => rows.map(row => row.textContent)")
    assert "".join("".join(texts).split()) == "".join(visible(expected).split())
    assert page.locator(".card:visible").count() == len(HARM)


def test_a_logo_that_means_harm_is_a_picture(open_page):
    page = open_page("brand/drafts/opening.md.html")
    assert page.title() != "harmed"
    assert page.locator(".logo").evaluate("logo => logo.naturalWidth") == 120


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("file", PAGES)
def test_axe_finds_nothing(open_page, file, viewport, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = open_page(file, viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []


STATES = {
    "filtered": "document.querySelector('label.supported').click(); document.querySelector('label.unverified').click();",
    "found nothing": "search.value = 'nothing like it'; search.dispatchEvent(new Event('input'));",
    "card open": "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));",
    "dialog": "document.getElementById('help').click();",
    "printed": "dispatchEvent(new Event('beforeprint'));",
    "checklist": "window.print = () => {}; document.getElementById('print-checklist').click();",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_in_any_state(open_page, state, viewport, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = open_page(OPENING, viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.evaluate(STATES[state])
    if state in ("printed", "checklist"):
        page.emulate_media(media="print")
    found = axe.Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_opens_everything_and_shows_no_controls(open_page, scheme, viewport):
    page = open_page(OPENING, color_scheme=scheme, viewport=viewport)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("button").locator("visible=true").count() == 0
    assert page.locator(".right .card:visible").count() == 5
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_index_sorts(open_page):
    page = open_page("every_verdict/index.html")
    titles = page.locator("tbody th a")
    page.get_by_role("button", name="supported").click()
    assert titles.first.text_content() == "Lantern Museum opens its north wing"
    page.get_by_role("button", name="supported").click()
    assert titles.first.text_content() == "Nieuwe vleugel"
    assert page.locator("th[aria-sort='ascending']").count() == 1
