"""Plain text: which lines make a block, and what it is."""

from __future__ import annotations

import pytest

from checker.reading import read_document

LONG_NL = "Het museum opende in maart zijn nieuwe vleugel en ontving in het eerste jaar honderdduizend bezoekers uit het hele land."
LONG_EN = "The museum opened its new wing in March and welcomed a hundred thousand visitors from all over the country in a year."


def blocks(text: str) -> list[tuple[str, str]]:
    document = read_document("a.txt", text.encode(), language="nl")
    assert document.text == document.source == text
    return [(block.kind.value, text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # paragraphs by empty lines, whatever the line ends
        (f"Kop\n\n{LONG_NL}\n\n{LONG_EN}\n", [("headline", "Kop"), ("paragraph", LONG_NL), ("paragraph", LONG_EN)]),
        (f"Kop\r\n \t\r\n{LONG_NL}\r\n", [("headline", "Kop"), ("paragraph", LONG_NL)]),
        (f"Kop\r\r{LONG_NL}\r", [("headline", "Kop"), ("paragraph", LONG_NL)]),
        # separate lines in one run
        (
            f"A new wing\n{LONG_EN}\nWhat comes next\n{LONG_EN}",
            [
                ("headline", "A new wing"),
                ("paragraph", LONG_EN),
                ("heading", "What comes next"),
                ("paragraph", LONG_EN),
            ],
        ),
        # capitals are a heading even at the end
        (
            "Kop\n\nEerste zin.\n\nOVER ONS",
            [("headline", "Kop"), ("paragraph", "Eerste zin."), ("heading", "OVER ONS")],
        ),
        # an address is no list of headings
        (
            "Kop\n\nTekst van het bericht.\n\nJan Voorbeeld\nKerkstraat 1\nT. 030 123 45 67",
            [
                ("headline", "Kop"),
                ("paragraph", "Tekst van het bericht."),
                ("paragraph", "Jan Voorbeeld"),
                ("paragraph", "Kerkstraat 1"),
                ("paragraph", "T. 030 123 45 67"),
            ],
        ),
        # a lone sentence is prose, not a headline
        ("Zij is 36 jaar oud.", [("paragraph", "Zij is 36 jaar oud.")]),
        # neither the kind of text nor its date is the headline
        (
            f"PERSBERICHT\nDatum: 7 mei 2025\n\nNieuwe vleugel\n\n{LONG_NL}",
            [
                ("paragraph", "PERSBERICHT"),
                ("paragraph", "Datum: 7 mei 2025"),
                ("headline", "Nieuwe vleugel"),
                ("paragraph", LONG_NL),
            ],
        ),
        (
            f"12 maart 2024\n\nNieuwe vleugel\n\n{LONG_NL}",
            [("paragraph", "12 maart 2024"), ("headline", "Nieuwe vleugel"), ("paragraph", LONG_NL)],
        ),
        # a ruler is no text
        (f"Kop\n====\n{LONG_NL}\n\n###\n* * *", [("headline", "Kop"), ("paragraph", LONG_NL)]),
        # a head line before the headline on one line
        (
            f" date 2025-05 De vleugel is open.\n\n{LONG_NL}",
            [("headline", "De vleugel is open."), ("paragraph", LONG_NL)],
        ),
    ],
)
def test_blocks(text, expected):
    assert blocks(text) == expected


@pytest.mark.parametrize("marker", ["- ", "– ", "* ", "• ", "· ", "1. ", "12) ", "▪\t", "•\u00a0"])
def test_items_begin_behind_their_marker(marker):
    text = f"Kop\n\n {marker}Eerste punt.\n {marker}Tweede punt."
    assert blocks(text) == [("headline", "Kop"), ("item", "Eerste punt."), ("item", "Tweede punt.")]


@pytest.mark.parametrize(
    "line", ["2026 wordt een jaar", "1.200 bezoekers", "*Zie de noot", "3,5 kilometer", "-5 graden"]
)
def test_no_item(line):
    assert [kind for kind, _ in blocks(f"Kop\n\n{LONG_NL}\n\n{line}.")] == ["headline", "paragraph", "paragraph"]


def test_level_of_items_is_their_depth():
    document = read_document("a.txt", b"- a\n  - b\n    - c\n  - d\n- e\n", language="en")
    assert [block.level for block in document.blocks] == [1, 2, 3, 2, 1]


def wrapped(words: str, width: int) -> str:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("prose", [f"{LONG_NL} {LONG_NL}", f"{LONG_EN} {LONG_EN}"])
def test_hard_wrapped_lines_are_one_paragraph(prose, width):
    paragraph = wrapped(prose, width)
    found = blocks(f"De kop\n\n{paragraph}\n\nWat volgt\n{paragraph}")
    assert found == [
        ("headline", "De kop"),
        ("paragraph", paragraph),
        ("heading", "Wat volgt"),
        ("paragraph", paragraph),
    ]


def test_wrapped_item_goes_on_where_it_is_indented():
    text = "Kop\n\n- Eerste punt dat op de volgende\n  regel doorloopt\n- Tweede"
    assert blocks(text)[1] == ("item", "Eerste punt dat op de volgende\n  regel doorloopt")


def test_very_long_blocks_are_cut_at_a_sentence():
    text = (LONG_NL + " ") * 1000
    pieces = [piece for _, piece in blocks(text)]
    assert len(pieces) > 5
    assert all(len(piece) <= 20_000 and piece.strip().endswith("land.") for piece in pieces)
    assert " ".join(piece.strip() for piece in pieces) == text.strip()


@pytest.mark.parametrize("text", ["a" * 50_000, "a " * 25_000])
def test_very_long_blocks_without_sentences(text):
    pieces = [piece for _, piece in blocks(text)]
    assert all(0 < len(piece) <= 20_000 for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
