"""Reading takes work in proportion to the text, whatever the text is: function calls are counted, not seconds.

`tests/test_patterns.py` does the same for the comparisons of each regular expression; `benchmarks/growth.py` takes the time.
"""

import pytest
from steps import calls

from checker.values import read_values

NEAR_MISSES = [
    "1" * 5, "1 234 ", "1.234.", "1,234,", "1'234'", "a@", "a.b@c.", "www.", "http:/", "+31 ", "+31(0)", "06-", "0 1", "NL12 ABCD ", "1.2.3.", "V8-", "A-",
    "Ab1-", "4x4x", "12:3", "1:23:", "[1", "(1", "\n", "\n ", " \t", "1. ", "@a", "2025-", "2025/2", "7-5-", "drieën", "honderdduizend", "een en ", "twee en ",
    "twenty-", "one and ", "half a ", "January 3-", "3, 4, ", "5 (vijf ", "€ ", "€", "- ", "\u00a01", "e\u0301", "x'", "1 uur, ", "2 hours, ", "van de ", "een van de ", "one of the ", "een op de ", "a half ", "tussen ", "between 5 ", "5% - ", "€5-", "of the ",
    "Q1 ", "jaren '", "vorig ", "last ", "aged ", "number ", "artikel ", "1/2/", "½", "more than ", "als ", "12, 13, ", "zondag ", "5 km tot ", "een twee ", "X ", "Aa ",
    "2 miljoen ", "first six ", "laatste ", "week 1 ", "een jaar en een ", "3 by ", "over-6", "Maandag vorige ", "plaats 1 ", "at 8 ",
]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("piece", NEAR_MISSES)
def test_work_grows_with_the_text_and_not_faster(piece, language):
    short, long = (piece * (size // len(piece)) for size in (300, 2_400))
    read_values(long, language)  # from here on tables are loaded and words are known
    little, much = (calls(lambda text=text: read_values(text, language)) for text in (short, long))
    assert much < 14 * little, f"8 times the text took {much / little:.0f} times the calls"
