"""Addresses and numbers in running text: where they are, whether they are well formed, and when two are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_base import check
from steps import calls

from checker.contacts import contact_key, find_contacts


def found(text):
    return [(mention.kind, mention.text, mention.well_formed) for mention in find_contacts(text)]


@pytest.mark.parametrize(
    ("text", "kind", "contact"),
    [
        ("Kijk op https://www.anders.example/pers.", "url", "https://www.anders.example/pers"),
        ("See (www.anders.example) for more", "url", "www.anders.example"),
        ("See https://anders.example/a_(b), please", "url", "https://anders.example/a_(b)"),
        ("https://anders.example/?q=a,b;c#d", "url", "https://anders.example/?q=a,b;c#d"),
        ("Mail jan.de-vries+pers@post.anders.example!", "email", "jan.de-vries+pers@post.anders.example"),
        ("E-mail: pers@anders.example, tel.", "email", "pers@anders.example"),
        ("Bel +31 (0)20 555 01 23 nu", "phone", "+31 (0)20 555 01 23"),
        ("Bel 0031205550123.", "phone", "0031205550123"),
        ("Call +44 20 7946 0958 now", "phone", "+44 20 7946 0958"),
    ],
)
def test_a_well_formed_contact_is_found_without_its_punctuation(text, kind, contact):
    assert found(text) == [(kind, contact, True)]


@pytest.mark.parametrize(
    ("text", "kind", "repair"),
    [
        ("htp://anders.example", "url", "http://anders.example"),
        ("https;//anders.example", "url", "https://anders.example"),
        ("https:///anders.example", "url", "https://anders.example"),
        ("https//anders.example", "url", "https://anders.example"),
        ("http://anders", "url", None),
        ("https://anders..example", "url", None),
        ("info@@anders.example", "email", None),
        ("info@anders,example", "email", None),
        ("info@anders..example", "email", None),
        ("info @anders.example", "email", None),
        ("Mail: info@anders", "email", None),
        ("+31 20 555 01", "phone", None),
        ("+31 20 555 01 23 45 6", "phone", None),
        ("+1 212 555 012", "phone", None),
    ],
)
def test_a_malformed_contact_is_told(text, kind, repair):
    (mention,) = find_contacts(text)
    assert (mention.kind, mention.well_formed, mention.repair) == (kind, False, repair)


@pytest.mark.parametrize(
    "text",
    [
        "Volg @anders op sociale media.",
        "De stand was 3-1, in 2024-2025 en op 12/05.",
        "Rekening NL00 ABCD 0123 4567 89",
        "Het kost € 0031 of 12.345.678 euro.",
        "name@work is een kreet",
        "1234567890",
        "http is een protocol, www een dienst.",
        "2 + 31 = 33",
    ],
)
def test_what_is_no_contact_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.Anders.example/", "anders.example"),
        ("http://anders.example/pers", "https://ANDERS.example/pers/"),
        ("+31 (0)20 555 01 23", "0031 20-555 0123"),
        ("Pers@Anders.example", "pers@anders.example"),
    ],
)
def test_two_ways_to_write_one_contact_share_a_key(one, other):
    assert contact_key(one) == contact_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("anders.example/Pers", "anders.example/pers"),
        ("anders.example/a", "anders.example/b"),
        ("+31 20 555 01 23", "+32 20 555 01 23"),
        ("pers@anders.example", "anders.example"),
    ],
)
def test_two_contacts_have_two_keys(one, other):
    assert contact_key(one) != contact_key(other)


@given(st.text(alphabet="ahtps:/w.@+0123 ()-,é\n", max_size=80))
def test_contacts_of_any_text_are_slices_in_order_without_overlap(text):
    end = 0
    for mention in find_contacts(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.parametrize("piece", ["a.", "@", "+31 ", "http://", "a@", "1 (", "www.a", "a@a."])
def test_hostile_text_takes_work_in_proportion(piece):
    little, much = (calls(lambda count=count: list(find_contacts(piece * count))) for count in (500, 4_000))
    assert much < 12 * little + 500


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Beeld: pers@halmstra-jachten, of bel.", "pers@halmstra-jachten.example"),
        ("Volg ons: bouw@halmstra en anders@werk.", None),
    ],
)
def test_an_address_without_its_end_is_known_by_its_beginning(text, right):
    found = [f.expected for f in check(text, "nl").findings if f.check != "fact" or f.property == "email"]
    assert found == ([right] if right else [])
