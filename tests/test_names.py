"""Names in a text: those of the base in all their forms, countries, names that nobody knows, and misspellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import base, scenes

from checker.mentions.names import NameIndex


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


def named(text, language, *hows):
    """(text, ids, how) of the names of a text; only of the kinds given, where any is given."""
    return [
        (mention.text, mention.ids, mention.how)
        for scene in scenes(text, language)
        for mention in scene.entities
        if mention.how not in ("pronoun", "noun", "epithet") and (not hows or mention.how in hows)
    ]


@pytest.mark.parametrize(
    ("language", "text", "surface", "entity"),
    [
        ("nl", "Ook Nora Vellinga doet mee.", "Nora Vellinga", "nora-vellinga"),
        ("en", "Zdeněk Brandl sails.", "Zdeněk Brandl", "zdenek-brandl"),
        ("nl", "Zdenek Brandl vaart.", "Zdenek Brandl", "zdenek-brandl"),
        ("en", "NORA VELLINGA SAILS", "NORA VELLINGA", "nora-vellinga"),
        ("nl", "Nora Vellinga’s boot", "Nora Vellinga", "nora-vellinga"),
        ("en", "Halmstra's yard", "Halmstra", "halmstra"),
        ("nl", "De Halmstra-werf is open.", "Halmstra", "halmstra"),
        ("nl", "De Halmstra‑werf is open.", "Halmstra", "halmstra"),
        ("en", "We saw the Halmstras.", "Halmstras", "halmstra"),
        ("en", "Two Halmstras were seen.", "Halmstras", "halmstra"),
        ("nl", "De Falk 9 vaart.", "Falk 9", "falk"),
        ("en", "“Halmstra” is a name.", "Halmstra", "halmstra"),
        ("nl", "Aan de Zilvermeerronde 2025 doet zij mee.", "Zilvermeerronde 2025", "zilvermeer-2025"),
        ("nl", "Aan de Zilvermeerronde van 2019 doet zij mee.", "Zilvermeerronde", "zilvermeer"),
        ("en", "Halmstra Jachten builds.", "Halmstra Jachten", "halmstra"),
    ],
)
def test_a_name_of_the_base_is_found_in_each_of_its_forms(language, text, surface, entity):
    assert (surface, (entity,), "name") in named(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Een halmstra is geen naam, en een lemmer ook niet."),
        ("en", "A falkon 9 and a halmstra are no names."),
        ("nl", "Halmstraat 5 is een adres."),
        ("en", "The Halmstrasse is a street."),
    ],
)
def test_a_word_that_only_looks_like_a_name_is_none(language, text):
    assert named(text, language, "name", "part", "discouraged") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brandl vaart.", [("Brandl", ("zdenek-brandl",), "part")]),
        ("Nora zingt.", []),
        ("Nora Vellinga vaart. Nora wint.", [("Nora", ("nora-vellinga",), "part")]),
    ],
)
def test_a_surname_stands_alone_and_a_first_name_after_the_full_one(text, found):
    assert named(text, "nl", "part") == found


@pytest.mark.parametrize(
    ("language", "text", "surface", "country", "how"),
    [
        ("nl", "Zij woont in Zweden.", "Zweden", "sweden", "country"),
        ("en", "She lives in Sweden.", "Sweden", "sweden", "country"),
        ("nl", "De Zweedse boot won.", "Zweedse", "sweden", "adjective"),
        ("en", "The Swedish boat won.", "Swedish", "sweden", "adjective"),
        ("nl", "De Zweed won.", "Zweed", "sweden", "inhabitant"),
        ("en", "The Swede won.", "Swede", "sweden", "inhabitant"),
    ],
)
def test_countries_their_adjectives_and_inhabitants(language, text, surface, country, how):
    found = [(name, how_) for name, ids, how_ in named(text, language) if country in ids]
    assert found == [(surface, how)]


@pytest.mark.parametrize(
    ("language", "text", "unknown"),
    [
        ("nl", "Zij versloeg gisteren Karel Dijkgraaf.", ["Karel Dijkgraaf"]),
        ("en", "She beat Karel Dijkgraaf yesterday.", ["Karel Dijkgraaf"]),
        ("nl", "Karel Dijkgraaf won gisteren.", ["Karel Dijkgraaf"]),
        ("nl", "Zij versloeg gisteren Jan van Dalen.", ["Jan van Dalen"]),
        (
            "nl",
            "Zij versloeg gisteren Jan van der Berg.",
            ["Jan van der Berg"],
        ),
        ("en", "She works at Smith & Jones today.", ["Smith & Jones"]),
        ("nl", "Gisteren won zij.", []),
        ("en", "Yesterday she won.", []),
        ("nl", "Zij zei: Morgen win ik.", []),
        ("nl", "“Morgen win ik”, zei zij.", []),
        ("en", "A GREAT DAY FOR EVERYBODY INVOLVED TODAY", []),
        (
            "nl",
            "Zij versloeg gisteren N. Onbekend.",
            ["N. Onbekend"],
        ),
        (
            "en",
            "She beat N. Unknown yesterday.",
            ["N. Unknown"],
        ),
        pytest.param(
            "nl",
            "Nora Vellinga versloeg Karel Dijkgraaf.",
            ["Karel Dijkgraaf"],
            marks=wrong("a sentence with two names counts as a title"),
        ),
    ],
)
def test_names_that_nobody_knows(language, text, unknown):
    assert [name for name, *_ in named(text, language, "unknown")] == unknown


def misspelled(text, language):
    return [(m.text, m.misspelled, m.ids) for s in scenes(text, language) for m in s.entities if m.misspelled]


@pytest.mark.parametrize(
    ("language", "text", "written", "right"),
    [
        ("nl", "Ook Nora Velinga doet mee.", "Nora Velinga", "Nora Vellinga"),
        ("en", "We see Nora Vellinag too.", "Nora Vellinag", "Nora Vellinga"),
        ("nl", "Ook Zdenek Brandel doet mee.", "Zdenek Brandel", "Zdenek Brandl"),
        ("nl", "Ook Velinga doet mee naast Nora Vellinga.", "Velinga", "Vellinga"),
        ("en", "We are now at the new yard of Halmsta Jachten today.", "Halmsta Jachten", "Halmstra Jachten"),
        ("nl", "Iedereen is op de Zilvermerronde vandaag.", "Zilvermerronde", "Zilvermeerronde"),
    ],
)
def test_a_name_that_is_nearly_one_of_the_base_is_that_one_misspelled(language, text, written, right):
    assert [(wrong_name, right_name) for wrong_name, right_name, _ in misspelled(text, language)] == [(written, right)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Ook Halmstra’s boot en Halmstras boot zijn er."),
        ("en", "Halmstra's boat is there."),
        ("nl", "De stad Lemmes is iets anders."),
        ("en", "We saw Hora Vellinga there."),
        ("nl", "In Sigtum is het koud."),
    ],
)
def test_an_inflection_another_first_letter_or_another_place_is_no_misspelling(language, text):
    assert misspelled(text, language) == []


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Velinga", ("Vellinga", "nora-vellinga")),
        ("Vellinga", None),
        ("VELINGA", ("Vellinga", "nora-vellinga")),
        ("Zilvermerronde", ("Zilvermeerronde", "zilvermeer")),
        ("Zilvermeeronden", ("Zilvermeerronde", "zilvermeer")),
        ("Falc", None),
        ("Kuiper", None),
        ("", None),
        ("12345", None),
    ],
)
def test_nearest_name(word, near):
    assert NameIndex(base(), "nl").nearest_name(word) == near


@given(st.text(max_size=120), st.sampled_from(["nl", "en"]))
def test_mentions_are_slices_of_the_text_and_names_do_not_overlap(text, language):
    end = 0
    for scene in scenes(text, language):
        for mention in scene.entities:
            assert text[mention.start : mention.end] == mention.text
            if mention.how not in ("pronoun", "noun", "epithet"):
                assert end <= mention.start
                end = mention.end
