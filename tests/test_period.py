"""EDTF dates: what is read, how finely, and what is refused with a plain sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import period

READ = [
    # written, first day, last day, precision
    ("1965-08-06", "1965-08-06", "1965-08-06", "day"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
    (" 2025-05 ", "2025-05-01", "2025-05-31", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2025", "2025-01-01", "2025-12-31", "year"),
    ("0999", "0999-01-01", "0999-12-31", "year"),
    ("2025-05?", "2025-05-01", "2025-05-31", "month"),
    ("2025~", "2025-01-01", "2025-12-31", "year"),
    ("2025-05-07%", "2025-05-07", "2025-05-07", "day"),
    ("2025-XX", "2025-01-01", "2025-12-31", "year"),
    ("2025-05-XX", "2025-05-01", "2025-05-31", "month"),
    ("2025-XX-XX", "2025-01-01", "2025-12-31", "year"),
    ("199X", "1990-01-01", "1999-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "decade"),
    ("2025-21", "2025-03-01", "2025-05-31", "season"),
    ("2025-24", "2025-12-01", "2026-02-28", "season"),
    ("2025-01-03/2025-01-17", "2025-01-03", "2025-01-17", "interval"),
    ("2025/2026-02", "2025-01-01", "2026-02-28", "interval"),
    ("2025-05-07 / 2025-05-07", "2025-05-07", "2025-05-07", "interval"),
    ("2021-09-01/..", "2021-09-01", "9999-12-31", "interval"),
    ("../2021-09-01", "0001-01-01", "2021-09-01", "interval"),
    ("/2021", "0001-01-01", "2021-12-31", "interval"),
    ("2021/", "2021-01-01", "9999-12-31", "interval"),
]

REFUSED = [
    # written, what the message says
    ("", "no EDTF date such as"),
    ("soon", "no EDTF date such as"),
    ("7 May 2025", "no EDTF date such as"),
    ("07-05-2025", "no EDTF date such as"),
    ("2025-5-7", "no EDTF date such as"),
    ("20250507", "no EDTF date such as"),
    ("2025-05-07T10:00", "no EDTF date such as"),
    ("999", "no EDTF date such as"),
    ("２０２５", "no EDTF date such as"),
    ("2025-13", "no month 13"),
    ("2025-00", "no month 00"),
    ("2025-21-01", "no month 21"),
    ("2025-02-29", "no day 29"),
    ("2025-04-31", "no day 31"),
    ("2025-04-00", "no day 00"),
    ("0000", "between 0001 and 9998"),
    ("9999", "between 0001 and 9998"),
    ("999X", "between 0001 and 9998"),
    ("99XX", "between 0001 and 9998"),
    ("199X-05", "has no month"),
    ("2025-XX-12", "a day needs its month"),
    ("2025/2024", "ends before it starts"),
    ("2025-05-07/2025-05-06", "ends before it starts"),
    ("../..", "no end at all"),
    ("/", "no end at all"),
    ("2024/2025/2026", "no EDTF date such as"),
    ("2024/soon", "no EDTF date such as"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), READ)
def test_reads(text: str, first: str, last: str, precision: str):
    read = period.parse(text)
    assert (read.first.isoformat(), read.last.isoformat(), read.precision) == (first, last, precision)


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refuses(text: str, message: str):
    with pytest.raises(ValueError, match=message):
        period.parse(text)


def test_a_long_text_is_not_repeated_in_the_message():
    with pytest.raises(ValueError, match="…") as refused:
        period.parse("9" * 100_000)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        ("2025", "2025-05-07", True, True),
        ("2025-05-07", "2025", False, True),
        ("2025", "2026", False, False),
        ("2025-05/2025-07", "2025-07-31/2025-08", False, True),
        ("../2025", "1800", True, True),
        ("2025/..", "2024-12-31", False, False),
    ],
)
def test_covers_and_overlaps(one: str, other: str, covers: bool, overlaps: bool):
    first, second = period.parse(one), period.parse(other)
    assert (first.covers(second), first.overlaps(second)) == (covers, overlaps)
    assert second.overlaps(first) == overlaps


@given(st.dates(max_value=date(9998, 12, 31)), st.integers(0, 1000))
def test_days_and_intervals_round_trip(start: date, days: int):
    end = min(start + timedelta(days=days), date(9998, 12, 31))
    assert period.parse(start.isoformat()) == period.day(start)
    read = period.parse(f"{start}/{end}")
    assert (read.first, read.last) == (start, end)


@given(st.text(alphabet="0123456789X-/.?~% ", max_size=25))
def test_no_text_breaks_it(text: str):
    try:
        read = period.parse(text)
    except ValueError:
        return
    assert read.first <= read.last
    assert read.precision in ("day", "month", "season", "year", "decade", "interval")
