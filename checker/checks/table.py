"""Tables whose totals are not the sum of their rows or columns, or whose changes do not follow from their figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.checks import Check
from checker.checks._figures import figure_finding, rounded
from checker.document import BlockKind
from checker.figures.amounts import far, figures_of, ratio, share_fits
from checker.figures.patterns import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.figures.amounts import Figure
    from checker.mentions import Scene
    from checker.report import Finding

_NEAR = Decimal("0.5")
"""How far off, as a part of the total, a sum may be for the total to be meant as one: not an average, not a rank."""


@dataclass(slots=True)
class _Table:
    """The cells of one table by (row, column): what each says, and its figure if it is one and nothing else."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    figures: dict[tuple[int, int], Figure] = field(default_factory=dict)

    @property
    def rows(self) -> range:
        return range(max((row for row, _ in self.texts), default=-1) + 1)

    @property
    def columns(self) -> range:
        return range(max((column for _, column in self.texts), default=-1) + 1)


def _tables(document: Document, scenes: Sequence[Scene]) -> Iterator[_Table]:
    by_block: dict[int, list[Scene]] = {}
    for scene in scenes:
        by_block.setdefault(scene.sentence.block, []).append(scene)
    table, last = _Table(), (-1, -1)
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.CELL or block.row is None or block.column is None:
            if table.texts:
                yield table
                table, last = _Table(), (-1, -1)
            continue
        place = (block.row, block.column)
        if place <= last:
            yield table
            table = _Table()
        last = place
        text = document.text[block.start : block.end]
        table.texts[place] = fold(text.strip(" *_"))
        own = by_block.get(number, [])
        if len(own) == 1 and len(own[0].values) == 1:
            mention = own[0].values[0]
            rest = text[: mention.start - block.start] + text[mention.end - block.start :]
            found = figures_of(mention, own[0])
            if len(found) == 1 and not any(c.isalnum() for c in rest):
                table.figures[place] = found[0]
    if table.texts:
        yield table


def _total(table: _Table, line: Sequence[tuple[int, int]], explainer: Explainer) -> Finding | None:
    """Judge the last cell of a line of cells as the sum of the others."""
    *parts, last = line
    if last not in table.figures:
        return None
    total = table.figures[last]
    figures = [table.figures[place] for place in parts if place in table.figures]
    empty = [place for place in parts if place not in table.figures and table.texts.get(place, "")]
    if empty or len(figures) < 2 or any(f.kind != total.kind or f.loose or f.number < 0 for f in figures):
        return None
    if total.kind[0] in ("percent", "duration") or total.loose or total.number < max(f.number for f in figures):
        return None
    found = sum((f.number for f in figures), Decimal(0))
    if not far(found, total.number, (total, *figures)) or abs(found - total.number) > _NEAR * total.number:
        return None
    return figure_finding("table", total, explainer, key="total_row", related=figures, expected=found)


def _totals(table: _Table, explainer: Explainer) -> Iterator[Finding]:
    language = explainer.language
    names = words_of(language, "total_names")
    rows = [row for row in table.rows if table.texts.get((row, 0)) in names]
    columns = [column for column in table.columns if column and table.texts.get((0, column)) in names]
    others = words_of(language, "subtotal_names")
    if any(text in others for text in table.texts.values()):
        return
    if len(rows) == 1:
        above = range(1, rows[0])
        for column in table.columns[1:]:
            finding = _total(table, [(row, column) for row in (*above, rows[0])], explainer)
            if finding is not None:
                yield finding
    if len(columns) == 1:
        before = range(1, columns[0])
        for row in table.rows[1:]:
            finding = _total(table, [(row, column) for column in (*before, columns[0])], explainer)
            if finding is not None:
                yield finding


def _changes(table: _Table, explainer: Explainer) -> Iterator[Finding]:
    """Yield percentages of change that do not follow from the two columns before them."""
    names = words_of(explainer.language, "change_names")
    for column in table.columns[3:]:
        header = table.texts.get((0, column), "").split("(")[0].strip()
        if header not in names:
            continue
        judged = []
        for row in table.rows[1:]:
            cells = [table.figures.get((row, c)) for c in (column - 2, column - 1, column)]
            if all(cells):
                judged.append(tuple(cell for cell in cells if cell is not None))
        wrong = [cells for cells in judged if not _follows(*cells)]
        # A column that fails often says something else than the change between the two before it.
        if len(wrong) * 3 <= len(judged) or len(wrong) == 1 < len(judged):
            for before, after, change in wrong:
                expected = rounded(abs(after.number / before.number - 1) * 100, change)
                yield figure_finding(
                    "table", change, explainer, key="total_change", related=(before, after), expected=expected
                )


def _follows(before: Figure, after: Figure, change: Figure) -> bool:
    bounds = ratio(after, before)
    if change.share is None or bounds is None or before.kind != after.kind:
        return True
    low, high = sorted((abs(bounds[0] - 1), abs(bounds[1] - 1)))
    return share_fits(change, low, high)


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del base
    for table in _tables(document, scenes):
        ends: set[int] = set()
        for finding in (*_totals(table, explainer), *_changes(table, explainer)):
            if finding.start not in ends:
                ends.add(finding.start)
                yield finding


check = Check(
    run=_run,
    yields=True,
    finds={
        "en": "A table whose totals or changes do not follow from its cells.",
        "nl": "Een tabel waarvan totaal of groei niet klopt met de cellen.",
    },
)
