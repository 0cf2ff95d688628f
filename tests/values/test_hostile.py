"""Reading takes time in proportion to the text, whatever the text is."""

import re
import time

import pytest

from checker.values import measures, not_values, numeric_dates, read_values, tokens
from checker.values.lexicon import lexicon

NEAR_MISSES = [
    "1" * 5, "1 234 ", "1.234.", "1,234,", "1'234'", "a@", "a.b@c.", "www.", "http:/", "+31 ", "+31(0)", "06-", "0 1", "NL12 ABCD ", "1.2.3.", "V8-", "A-",
    "Ab1-", "4x4x", "12:3", "1:23:", "[1", "(1", "\n", "\n ", " \t", "1. ", "@a", "2025-", "2025/2", "7-5-", "drieën", "honderdduizend", "een en ", "twee en ",
    "twenty-", "one and ", "half a ", "January 3-", "3, 4, ", "5 (vijf ", "€ ", "€", "- ", "\u00a01", "e\u0301", "x'", "1 uur, ", "2 hours, ", "van de ", "een van de ", "one of the ", "een op de ", "a half ", "tussen ", "between 5 ", "5% - ", "€5-", "of the ",
    "Q1 ", "jaren '", "vorig ", "last ", "aged ", "number ", "artikel ", "1/2/", "½", "more than ", "als ", "12, 13, ", "zondag ", "5 km tot ", "een twee ", "X ", "Aa ",
]  # fmt: skip


def _seconds(run):
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("piece", NEAR_MISSES)
def test_time_grows_with_the_text_and_not_faster(piece, language):
    read_values(piece, language)
    short, long = (piece * (size // len(piece)) for size in (500, 4_000))
    little, much = _seconds(lambda: read_values(short, language)), _seconds(lambda: read_values(long, language))
    assert much < max(24 * little, 0.02), f"8 times the text took {much / little:.0f} times as long"


def _patterns():
    yield "tokens", tokens._TOKEN
    yield "timed", measures._TIMED
    for name in ("_ISO", "_NUMERIC", "_MONTH_YEAR", "_YEARS", "_SLASHED", "_NO_YEAR"):
        yield name, getattr(numeric_dates, name)
    for index, (kind, pattern) in enumerate(not_values.PATTERNS):
        yield f"{kind}-{index}", re.compile(pattern)
    yield "all", not_values.compiled(lexicon("nl"))[0]


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in _patterns()])
def test_no_pattern_backtracks(pattern):
    for piece in NEAR_MISSES:
        text = piece * (3_000 // len(piece))
        assert _seconds(lambda text=text: sum(1 for _ in pattern.finditer(text))) < 0.1, piece
