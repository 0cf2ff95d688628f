"""`presscheck values`: the values of short texts, line by line. A reading aid, and the interface for measuring."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

import click
from pydantic import BaseModel, Field, ValidationError

from checker import period
from checker.errors import DataError
from checker.values import read_values

if TYPE_CHECKING:
    from checker.values import Value

_FIELDS = (
    "start", "end", "text", "type", "number", "number_to", "unit", "currency", "date", "duration",
    "hedge", "hedge_start", "hedge_doubtful", "low", "high", "role", "noun", "noun_start", "noun_end",
)  # fmt: skip


class Request(BaseModel):
    """One line of the input; keys that it does not know are left alone."""

    id: Any = None
    text: str
    language: str = Field(default="en", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z]{2,4})?$")
    date: str | None = None


def as_json(value: Value) -> dict[str, Any]:
    """Return a value as it is printed: whole numbers without a fraction, empty fields left out."""
    shown = {}
    for name in _FIELDS:
        item = getattr(value, name)
        if item is None or item is False:
            continue
        if isinstance(item, Decimal):
            item = int(item) if item == item.to_integral_value() else float(item)
        shown[name] = item
    return shown


def _answer(line: str) -> dict[str, Any]:
    """Return the answer to one line. Raises ValueError, or DataError for a language without tables."""
    request = Request.model_validate(json.loads(line))
    reference = period.parse(request.date) if request.date else None
    values = read_values(request.text, request.language, reference)
    return {"id": request.id, "values": [as_json(value) for value in values]}


def _message(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}"
    return str(error)


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
            answer = json.dumps(_answer(line), ensure_ascii=False)
        except (ValueError, RecursionError, DataError) as error:
            click.echo(f"line {number}: {_message(error)}", err=True)
            failed = True
        else:
            click.echo(answer)
    if failed:
        sys.exit(2)
