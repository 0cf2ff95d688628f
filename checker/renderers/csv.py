"""CSV (RFC 4180) of all claims, for programs and tables: UTF-8, commas, a head line, a row per claim.

What a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from checker.renderers import Renderer
from checker.renderers._claims import COLUMNS, FORMULA, claims
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.report import Report

# Where the decimal sign is a comma, Excel takes a semicolon for the end of a cell, even between quotation marks.
_FORMULA = re.compile(rf"(\A|;\s*)([{''.join(map(re.escape, FORMULA))}])")


def render(report: Report) -> Mapping[str, str]:
    """Return the table. The names of the columns are those of no language: programs read them."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in claims(report, load_words(report.ui)):
        writer.writerow({name: _harmless(cell) if isinstance(cell, str) else cell for name, cell in row.items()})
    return {"": text.getvalue()}


def _harmless(cell: str) -> str:
    return _FORMULA.sub(r"\1'\2", cell)


renderer = Renderer(id="csv", render=render)
