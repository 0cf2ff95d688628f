"""What other readers say of the same: text2num of number words, the edtf library of dates, num2words of both spellings."""

import time
from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from test_cases import CASES
from text_to_num import alpha2digit

from checker import period
from checker.values import read_values

WRITTEN = sorted(
    {reading.split()[1] for case in CASES for reading in map(str, case.values[3]) if reading.startswith("date ")}
)
DATES = [written for written in WRITTEN if "XXXX" not in written]


@pytest.mark.parametrize("language", ["nl", "en"])
@settings(max_examples=300, deadline=None)
@given(number=st.integers(13, 999_999))
def test_number_words_are_read_as_text2num_reads_them(language, number):
    words = num2words(number, lang=language).replace(",", "")
    (value,) = read_values(f"({words})", language)
    assert alpha2digit(words, language).replace(" ", "") == str(value.number)


@pytest.mark.parametrize("written", DATES)
def test_every_date_is_edtf_and_means_the_same_days(written):
    theirs = edtf.parse_edtf(written)
    ours = period.parse(written)
    first, last = (time.strftime("%Y-%m-%d", day) for day in (theirs.lower_strict(), theirs.upper_strict()))
    if any(part in written for part in ("-21", "-22", "-23", "-24")) and written.count("-") == 1:
        assert date.fromisoformat(first).year == ours.first.year  # a season: the library has days of its own for it
    else:
        assert (first, last) == (ours.first.isoformat(), ours.last.isoformat())


def test_the_tables_hold_every_kind_of_date():
    assert len(DATES) > 100
    assert {written.count("-") + written.count("X") for written in DATES} >= {0, 1, 2, 4}
