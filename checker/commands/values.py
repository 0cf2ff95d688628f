"""`presscheck values`: the values of short texts, line by line. A reading aid, and the interface for measuring."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

import click

from checker import period
from checker.errors import DataError
from checker.values import read_values

if TYPE_CHECKING:
    from checker.values import Value

_EXPECTED = 'expected an object such as {"id": "1", "text": "...", "language": "nl", "date": "2025-05-07"}'
_FIELDS = (
    "start", "end", "text", "type", "number", "number_to", "unit", "currency", "date", "duration",
    "hedge", "hedge_start", "hedge_doubtful", "low", "high", "role", "noun", "noun_start", "noun_end",
)  # fmt: skip


def as_json(value: Value) -> dict[str, Any]:
    """Return a value as it is printed: numbers as JSON numbers, whole ones without a fraction, empty fields left out."""
    shown = {}
    for name in _FIELDS:
        item = getattr(value, name)
        if item is None or item is False:
            continue
        if isinstance(item, Decimal):
            item = int(item) if item == item.to_integral_value() else float(item)
        shown[name] = item
    return shown


def _read_line(line: str) -> dict[str, Any]:
    request = json.loads(line)
    if not isinstance(request, dict) or not isinstance(request.get("text"), str):
        raise ValueError(
            'expected an object such as {"id": "1", "text": "...", "language": "nl", "date": "2025-05-07"}'
        )
    language = request.get("language") or "en"
    if not isinstance(language, str) or not language.isalpha():
        raise ValueError("“language” is no language code such as nl or en")
    date = request.get("date")
    if date is not None and not isinstance(date, str):
        raise ValueError("“date” is no EDTF date such as 2025-05-07")
    values = read_values(request["text"], language, period.parse(date) if date else None)
    return {"id": request.get("id"), "values": [as_json(value) for value in values]}


@click.command("values")
@click.option(
    "--input", "source", type=click.File(encoding="utf-8"), default="-", help="JSON lines; - is standard input."
)
def command(source: TextIO) -> None:
    """Read JSON lines {"id", "text", "language", "date"} and write {"id", "values": [...]} for each.

    A line that cannot be read is named on standard error and skipped; the exit status is then 2.
    """
    failed = False
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            answer = _read_line(line)
        except (ValueError, OverflowError, RecursionError) as error:
            click.echo(f"line {number}: {error}", err=True)
            failed = True
        except (DataError, FileNotFoundError):
            click.echo(f"line {number}: there are no tables for this language", err=True)
            failed = True
        else:
            click.echo(json.dumps(answer, ensure_ascii=False))
    if failed:
        sys.exit(2)
