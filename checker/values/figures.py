"""Strings of digits into numbers, in either convention of separators.

"1.234,56" and "1,234.56" say themselves which mark is the decimal one; "1.500" does not, and follows the convention of
its document, or else of its language. "2.5" is a decimal in every document.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACED = re.compile(r"[ \u00a0\u2009\u202f'’]")
_MAX_DIGITS = 28
"""As many as a Decimal is computed with: more would be rounded, and their bounds with them."""


class Figure(NamedTuple):
    """The number that digits stand for, and how many decimals were written."""

    number: Decimal
    decimals: int


def _groups_of_three(parts: list[str]) -> bool:
    return 1 <= len(parts[0]) <= 3 and parts[0] != "0" and all(len(part) == 3 for part in parts[1:])


def decimal_mark(figures: Iterable[str], default: str) -> str:
    """Return the decimal mark (`.` or `,`) that a document's own figures prove, or else the language's default.

    Only groups of thousands prove a convention: a lone "2.5" in a Dutch text is a local exception.
    """
    votes = {".": 0, ",": 0}
    for raw in figures:
        dots, commas = raw.count("."), raw.count(",")
        if dots and commas:
            votes["." if raw.rfind(".") > raw.rfind(",") else ","] += 1
        elif (dots > 1 or commas > 1) and _groups_of_three(re.split(r"[.,]", raw)):
            votes["," if dots else "."] += 1
    other = "," if default == "." else "."
    return other if votes[other] > votes[default] else default


def read_figure(raw: str, mark: str) -> Figure | None:
    """Return the number of a string of digits, or None where its separators fit no number ("3.2.1").

    `mark` is the decimal mark to assume for one separator before exactly three digits.
    """
    if len(raw) > _MAX_DIGITS:
        return None
    plain = _SPACED.sub("", raw)
    if plain.startswith("."):
        return Figure(Decimal(plain), len(plain) - 1)
    dots, commas = plain.count("."), plain.count(",")
    if not dots and not commas:
        return Figure(Decimal(plain), 0)
    if dots and commas:
        last = "." if plain.rfind(".") > plain.rfind(",") else ","
        whole, _, decimals = plain.rpartition(last)
        first = "," if last == "." else "."
        if last in whole or not _groups_of_three(whole.split(first)):
            return None
        return Figure(Decimal(f"{whole.replace(first, '')}.{decimals}"), len(decimals))
    used = "." if dots else ","
    parts = plain.split(used)
    if len(parts) > 2 or (_groups_of_three(parts) and used != mark and plain == raw):
        return Figure(Decimal("".join(parts)), 0) if _groups_of_three(parts) else None
    return Figure(Decimal(f"{parts[0]}.{parts[1]}"), len(parts[1]))
