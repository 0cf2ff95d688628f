"""The two ends of a written range as values of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import scenes

from checker.mentions.ranges import range_ends


def ends(text, language):
    """(text, date or number, side) of the ends of the ranges of a text."""
    found = []
    for scene in scenes(text, language):
        for mention in scene.values:
            for end in range_ends(mention, scene.sentence):
                assert text[end.start : end.end] == end.value.text
                number = end.value.date or str(end.value.number)
                found.append((end.value.text, number, end.side))
    return found


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("nl", "Het duurt van 3 tot en met 15 juni 2025.", ("3", "2025-06-03"), ("15 juni 2025", "2025-06-15")),
        ("en", "It runs June 3-15, 2025 here.", ("June 3", "2025-06-03"), ("15, 2025", "2025-06-15")),
        ("nl", "Het duurt 3–15 juni 2025.", ("3", "2025-06-03"), ("15 juni 2025", "2025-06-15")),
        ("nl", "Er komen vijf tot acht boten.", ("vijf", "5"), ("acht", "8")),
        ("en", "There are five to eight boats.", ("five", "5"), ("eight", "8")),
        ("en", "In 2019-2021 it was closed.", ("2019", "2019"), ("2021", "2021")),
    ],
)
def test_a_range_has_two_ends(language, text, first, last):
    assert ends(text, language) == [(*first, "start"), (*last, "end")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Er zijn 35 boten."),
        ("en", "It opens on 3 June 2025."),
        ("nl", "Het is open sinds 2021."),
        ("en", "It is open until 2028."),
        ("nl", "Het is in het eerste kwartaal van 2025."),
        ("en", "The score was 3."),
    ],
)
def test_what_is_no_range_has_no_ends(language, text):
    assert ends(text, language) == []


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from([("nl", "tot"), ("en", "to")]))
def test_the_ends_of_a_range_of_counts_are_its_numbers(low, more, words):
    language, joining = words
    noun = {"nl": "boten", "en": "boats"}[language]
    found = ends(f"We {low} {joining} {low + more} {noun}.", language)
    assert [number for _, number, _ in found] in ([str(low), str(low + more)], [])
