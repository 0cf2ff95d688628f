"""An Excel workbook (ECMA-376) of all claims, for people: a head that stays, a filter, the language of the interface.

Every text is written as a text, so nothing that a document holds can become a formula or a link.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from checker.renderers import Renderer
from checker.renderers._claims import COLUMNS, FORMULA, claims
from checker.renderers._text import one_line
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from checker.renderers._claims import Cell
    from checker.report import Report
    from checker.ui import Words

_MOST_ROWS = 1_048_575
"""Rows of a sheet, without its head."""
_LONGEST_CELL = 32_000
"""Excel refuses a workbook with a text of more than 32,767 UTF-16 units."""
_WIDTHS = {
    "text": 24,
    "claimed": 24,
    "expected": 28,
    "suggestion": 24,
    "explanation": 60,
    "sentence": 60,
    "sources": 40,
}
_NARROW = 14
_TIME = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A workbook says when it was made: this one what its archive says, so that the same report gives the same bytes."""


def render(report: Report) -> Mapping[str, bytes]:
    """Return the workbook. Needs XlsxWriter, which the extra `xlsx` brings."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - an extra

    words = load_words(report.ui)
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, options) as book:
        book.set_properties({"title": words.page.report, "author": "presscheck", "created": _TIME})
        rows = (_shown(row, words) for row in claims(report, words))
        for name, page in _pages(rows, words):
            _fill(book, book.add_worksheet(name), page, words)
    return {"": file.getvalue()}


def _shown(row: Mapping[str, Cell], words: Words) -> list[Cell]:
    """Return a row in the language of the interface."""
    named = {verdict.value: each.label for verdict, each in words.verdicts.items()}
    return [
        named[str(cell)] if name == "verdict" else words.formats.severities[str(cell)] if name == "severity" else cell
        for name, cell in row.items()
    ]


def _pages(rows: Iterator[list[Cell]], words: Words) -> Iterator[tuple[str, list[list[Cell]]]]:
    """Yield the rows in pages that fit a sheet, each with its name; one page at least."""
    number = 1
    page = list(islice(rows, _MOST_ROWS))
    while page or number == 1:
        yield words.formats.claims if number == 1 else f"{words.formats.claims} {number}", page
        number += 1
        page = list(islice(rows, _MOST_ROWS))


def _fill(book: Workbook, sheet: Worksheet, rows: Sequence[Sequence[Cell]], words: Words) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    # Keeps a text that looks like a formula a text when somebody edits the cell.
    quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, _NARROW))
        sheet.write_string(0, column, words.formats.columns[name], head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    text = one_line(cell, _LONGEST_CELL)
                    sheet.write_string(number, column, text, quoted if text.startswith(FORMULA) else plain)
            else:
                sheet.write_number(number, column, cell, plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)


renderer = Renderer(id="xlsx", render=render, binary=True, needs="xlsxwriter")
