"""The pages of the HTML report as typed data: everything that its templates print."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.document import BlockKind
from checker.identity import finding_ids
from checker.renderers._tally import most_important, tally
from checker.renderers.html.cards import GLYPHS, Card, CardMaker, HandCheck
from checker.renderers.html.corrections import Corrections, corrections
from checker.renderers.html.index import IndexPage, index_page
from checker.renderers.html.layout import Mark, Row, rows
from checker.renderers.html.names import link, page_names
from checker.renderers.html.titles import said, title
from checker.report import Verdict
from checker.ui import words as load_words
from checker.ui.dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.renderers._tally import Count
    from checker.report import DocumentReport, Report
    from checker.ui import Words

_LONGEST_SPAN = 12
"""Rows of text that the cards of one row may stand beside before the text makes room for them."""
_MANY = 300
"""Findings from which a page is long: briefer cards, and the browser draws only what is in view."""
_SHEET = 60
"""Rows and cards of one stretch of a long page."""
_HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING)
_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row of the text with the cards beside it; the cards may take up the height of `span` rows."""

    row: Row
    cards: tuple[Card, ...]
    supported: tuple[Card, ...]
    span: int


@dataclass(frozen=True, slots=True)
class Legend:
    """One verdict of a page, for its filter."""

    verdict: str
    label: str
    meaning: str
    glyph: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """The page of one document."""

    name: str
    index: str
    title: str
    path: str
    language: str
    date: str
    as_of: str
    counts: tuple[Count, ...]
    first: Card | None
    corrections: Corrections | None
    sheets: tuple[tuple[Shelf, ...], ...]
    """The rows of the text; a long page has them in stretches, of which the browser lays out those in view."""
    elsewhere: tuple[Card, ...]
    hand_checks: tuple[HandCheck, ...]
    legend: tuple[Legend, ...]
    notices: tuple[str, ...]
    many: bool


def pages(report: Report) -> tuple[IndexPage, tuple[DocumentPage, ...]]:
    """Return the data of the index and of the page of each document."""
    words = load_words(report.ui)
    names = page_names(item.document.path for item in report.documents)
    documents = tuple(_page(name, item, report, words) for name, item in zip(names, report.documents, strict=True))
    return index_page(report, names, words), documents


def _page(name: str, item: DocumentReport, report: Report, words: Words) -> DocumentPage:
    document = item.document
    maker = CardMaker(report, document, words)
    cards = tuple(
        maker.card(id_, finding)
        for id_, finding in zip(finding_ids(document.path, item.findings), item.findings, strict=True)
    )
    hand_checks = maker.hand_checks(item.unverified)
    shelves, elsewhere = _shelves(item, cards, hand_checks, words)
    many = len(cards) + len(hand_checks) >= _MANY
    first = most_important(item.findings)
    counts = item.counts()
    shown = Counter(finding.verdict for finding in item.findings)  # those that are ignored too: they can be filtered
    shown[Verdict.UNVERIFIED] = len(item.unverified)
    date = written_date(document.date.edtf, words) if document.date else ""
    as_of = written_date(item.as_of.edtf, words) if item.as_of else ""
    return DocumentPage(
        name=name,
        index=link("index.html", name),
        title=title(item),
        path=document.path,
        language=document.language,
        date=date,
        as_of=as_of if as_of != date else "",
        counts=tally(counts, words),
        first=cards[item.findings.index(first)] if first else None,
        corrections=corrections(title(item), document.path, cards, words),
        sheets=tuple(_sheets(shelves)) if many else (shelves,),
        elsewhere=elsewhere,
        hand_checks=hand_checks,
        legend=tuple(
            Legend(v.value, words.verdicts[v].label, words.verdicts[v].meaning, GLYPHS[v], shown[v])
            for v in Verdict
            if shown[v]
        ),
        notices=said((*document.notices, *item.notices)),
        many=many,
    )


def _sheets(shelves: Iterable[Shelf]) -> Iterator[tuple[Shelf, ...]]:
    """Yield the rows of a long page in stretches of about the same number of rows and cards."""
    sheet: list[Shelf] = []
    size = 0
    for shelf in shelves:
        sheet.append(shelf)
        size += 1 + len(shelf.cards) + len(shelf.supported)
        if size >= _SHEET and shelf.row.kind not in _HEADINGS:
            yield tuple(sheet)
            sheet, size = [], 0
    if sheet:
        yield tuple(sheet)


def _shelves(
    item: DocumentReport, cards: Sequence[Card], hand_checks: Sequence[HandCheck], words: Words
) -> tuple[tuple[Shelf, ...], tuple[Card, ...]]:
    """Return the rows of the text with the cards that begin in them, and the cards that begin in none."""
    marks = [
        Mark(
            start=finding.start, end=finding.end, verdict=card.verdict, label=card.ignored or card.label,
            target=card.id, rank=_RANK[finding.verdict],
        )
        for finding, card in zip(item.findings, cards, strict=True)
    ]  # fmt: skip
    label = words.verdicts[Verdict.UNVERIFIED].label
    marks += [
        Mark(start=value.start, end=value.end, verdict="unverified", label=label, target=check.id, rank=len(Verdict))
        for value, check in zip(item.unverified, hand_checks, strict=True)
    ]
    text_rows = rows(item.document, marks)
    waiting = sorted(zip(item.findings, cards, strict=True), key=lambda pair: pair[0].start, reverse=True)
    elsewhere: list[Card] = []
    placed: list[tuple[Row, list[Card]]] = []
    for row in text_rows:
        beside: list[Card] = []
        while waiting and waiting[-1][0].start < row.end:
            finding, card = waiting.pop()
            (beside if finding.start >= row.start else elsewhere).append(card)
        placed.append((row, beside))
    elsewhere += [card for _, card in reversed(waiting)]
    shelves: list[Shelf] = []
    free = 0
    for row, beside in reversed(placed):
        free += 1
        wrong = tuple(card for card in beside if card.verdict != "supported")
        right = tuple(card for card in beside if card.verdict == "supported")
        shelves.append(Shelf(row, wrong, right, min(free, _LONGEST_SPAN)))
        if beside:
            free = 0
        elif free == 1 and row.kind in _HEADINGS:
            free = 0  # a heading keeps close to what follows it: no card above may push the two apart
    return tuple(reversed(shelves)), tuple(elsewhere)
