"""Folding, stems, sentences with abbreviations, and the price of moving inside a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis import Gapped, Phrases, analyse, fold, make_doc, stem, words_of


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


def sentences(text, language):
    return analyse(text, 0, 0, language, 0).sentences


def written(text, language):
    return [text[sentence.start : sentence.end] for sentence in sentences(text, language)]


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Tomáš", "tomas"),
        ("COÖRDINATOR", "coordinator"),
        ("één", "een"),
        ("Æro", "æro"),
        ("de’s", "de's"),
        ("non‑stop", "non-stop"),
        ("2–3", "2-3"),
        ("ﬁnale", "finale"),
        ("Ångström", "angstrom"),
        ("abc", "abc"),
        ("", ""),
    ],
)
def test_fold(word, folded):
    assert fold(word) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(word):
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "medewerker medewerkers"),
        ("nl", "zege zeges"),
        ("nl", "overwinning overwinningen"),
        ("nl", "boot boten"),
        ("nl", "huis huizen"),
        ("nl", "graf graven"),
        ("nl", "auto auto's"),
        ("nl", "win winnen wint won gewonnen"),
        ("nl", "deelnemen deelnam deelgenomen"),
        ("nl", "klas klassen"),
        ("en", "employee employees"),
        ("en", "win wins won winning"),
        ("en", "boat boats boat's"),
        ("en", "finish finished finishes"),
        ("en", "victory victories"),
        ("en", "begin began begun"),
    ],
)
def test_forms_of_one_word_share_a_stem(language, words):
    assert len({stem(word, language) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "zege", "zegel"),
        ("nl", "winnaar", "winst"),
        ("nl", "winst", "winter"),
        pytest.param("nl", "start", "staart", marks=wrong("two letters count as one even where that is another word")),
        pytest.param("nl", "plaats", "plat", marks=wrong("two letters count as one even where that is another word")),
        ("en", "win", "wind"),
        ("en", "start", "star"),
        ("en", "place", "plane"),
        ("en", "title", "tile"),
    ],
)
def test_different_words_keep_different_stems(language, one, other):
    assert stem(one, language) != stem(other, language)


@given(st.text(min_size=1, max_size=20), st.sampled_from(["nl", "en"]))
def test_any_word_has_a_stem_without_capitals_or_accents(word, language):
    assert stem(word, language) == fold(stem(word, language))


ONE_SENTENCE = [
    ("nl", "Dr. A. de Vries en mr. J. Smit kwamen ca. 10.30 uur."),
    pytest.param("nl", "Mr. J.P. Smit kwam ook.", marks=wrong("two initials without a space end the sentence")),
    pytest.param("en", "Mr J.P. Smith came too.", marks=wrong("two initials without a space end the sentence")),
    ("nl", "Het kost 4.400 euro, d.w.z. te veel."),
    ("nl", "Op 3 jan. 2025 begon het, o.a. in Lemmer."),
    ("nl", "Kijk op www.anders.example voor meer."),
    ("en", "Dr. A. Smith and Mr. J. Jones came at 10.30 a.m. by boat."),
    ("en", "It costs 4,400.50 euros (approx. 10% more)."),
    ("en", "Prof. Jones of St. Ives wrote no. 9 in the series."),
]


@pytest.mark.parametrize(("language", "text"), ONE_SENTENCE)
def test_a_full_stop_in_a_sentence_does_not_end_it(language, text):
    assert written(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("nl", "Zij won. Hij niet!", ["Zij won.", "Hij niet!"]),
        ("nl", "Won zij? Ja… Nee.", ["Won zij?", "Ja…", "Nee."]),
        ("nl", "„Ik won.” Dat zei zij.", ["„Ik won.”", "Dat zei zij."]),
        ("nl", "In 2025. Toen begon het.", ["In 2025.", "Toen begon het."]),
        ("nl", "Geen punt aan het eind", ["Geen punt aan het eind"]),
        ("en", "She won. He did not!", ["She won.", "He did not!"]),
        ("en", "“I won.” She said so.", ["“I won.”", "She said so."]),
        ("en", "It was 2025. Then it began.", ["It was 2025.", "Then it began."]),
        ("en", "A win.  A loss. A draw.", ["A win.", "A loss.", "A draw."]),
        ("en", "A loss.\nA draw.", ["A loss.", "A draw."]),
        ("nl", "Zij won.\nHij niet.", ["Zij won.", "Hij niet."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language, text, parts):
    assert written(text, language) == parts


@given(st.text(max_size=200), st.sampled_from(["nl", "en"]), st.integers(0, 1000))
def test_sentences_cover_every_word_in_order_and_offsets_are_of_the_document(text, language, start):
    end = start
    for number, sentence in enumerate(analyse(text, start, 3, language, 7).sentences):
        assert sentence.index == 7 + number
        assert sentence.block == 3
        assert end <= sentence.start < sentence.end <= start + len(text)
        end = sentence.end
        for position, token in enumerate(sentence.tokens):
            assert token.index == position
            assert text[token.start - start : token.end - start] == token.text
            assert sentence.at(token.start) == position
    between = text[end - start :] if text else ""
    assert not between.strip()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("59-jarige", ["59", "-", "jarige"]),
        ("Halmstra-werf", ["Halmstra", "-", "werf"]),
        ("(2025),", ["(", "2025", ")", ","]),
        ("4.400", ["4.400"]),
        ("Nora’s", ["Nora", "’s"]),
        ("«ja»", ["«", "ja", "»"]),
        ("€3", ["€", "3"]),
        ("3%", ["3", "%"]),
        ("info@anders.example", ["info@anders.example"]),
        ("https://anders.example/a-b", ["https://anders.example/a-b"]),
        ("einde.Begin", ["einde", ".", "Begin"]),
        ("naïef", ["naïef"]),
        ("café", ["café"]),
        ("één", ["één"]),
        ("Tomáš", ["Tomáš"]),
    ],
)
def test_tokens(text, tokens):
    assert [token.text for token in make_doc(text, "nl")] == tokens


def test_a_clause_boundary_costs_more_than_a_word():
    (plain,) = sentences("Zij won daar gisteren vier prijzen", "nl")
    (comma,) = sentences("Zij won, zeker gisteren vier prijzen", "nl")
    (opener,) = sentences("Zij won omdat gisteren vier prijzen", "nl")
    (colon,) = sentences("Zij won: gisteren vier prijzen", "nl")
    assert plain.cost(1, 5) < comma.cost(1, 5)
    assert plain.cost(1, 5) < opener.cost(1, 5)
    assert comma.cost(1, 5) < colon.cost(1, 5)


@given(st.text(min_size=1, max_size=100), st.sampled_from(["nl", "en"]))
def test_the_way_back_costs_the_same_and_a_longer_way_no_less(text, language):
    for sentence in sentences(text, language):
        last = len(sentence.tokens) - 1
        for index in range(last + 1):
            assert sentence.cost(0, index) == sentence.cost(index, 0)
            assert sentence.cost(index, index) == 0
            assert sentence.cost(0, last) == pytest.approx(sentence.cost(0, index) + sentence.cost(index, last))


def test_a_phrase_is_found_inflected_by_stem_and_exactly_by_form():
    by_stem, by_form = Phrases("LEMMA", "nl"), Phrases("NORM", "nl")
    for phrases in (by_stem, by_form):
        phrases.add("algemeen directeur", "role")
    doc = make_doc("De algemene directeuren en de Algemeen Directeur", "nl")
    assert [(first, end) for first, end, _ in by_form.find(doc)] == [(5, 7)]
    assert (5, 7) in [(first, end) for first, end, _ in by_stem.find(doc)]


def test_a_phrase_carries_all_that_was_added_for_it_once():
    phrases = Phrases("NORM", "en")
    for payload in ("one", "two", "one"):
        phrases.add("Acme", payload)
    assert [found for *_, found in phrases.find(make_doc("ACME", "en"))] == [["one", "two"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zij nam gisteren voor het eerst deel", True),
        ("Zij neemt deel", True),
        ("Zij nam afscheid, het deel is uit", False),
        ("Zij nam een twee drie vier vijf zes zeven acht negen tien deel", False),
    ],
)
def test_a_phrase_with_a_gap_stays_inside_its_clause(text, found):
    phrases = Gapped("nl")
    phrases.add("nam ... deel", "starts")
    assert bool(list(phrases.find(make_doc(text, "nl")))) is found


@pytest.mark.parametrize(
    ("language", "label", "words"),
    [("nl", "de afstand van het parcours", "afstand parcours"), ("en", "share of the market", "share market")],
)
def test_the_words_of_a_label_are_those_with_a_meaning(language, label, words):
    assert list(words_of(label, language)) == [stem(word, language) for word in words.split()]


@pytest.mark.parametrize("word", ["wagen", "molen", "huishouden", "keuken", "jongen"])
def test_a_dutch_noun_in_en_is_known_by_its_plural(word):
    assert stem(word, "nl") == stem(f"{word}s", "nl")
