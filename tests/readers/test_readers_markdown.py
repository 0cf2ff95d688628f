"""Markdown: its blocks, and that every visible character is found back in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading import read_document


def read(text: str):
    return read_document("a.md", text.encode("utf-8", "surrogatepass"), language="nl")


def blocks(text: str):
    document = read(text)
    return [
        (
            b.kind.value,
            document.text[b.start : b.end],
            *([b.level] if b.kind in ("heading", "item") else []),
            *([b.row, b.column] if b.kind == "cell" else []),
        )
        for b in document.blocks
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Kop #\n\n## Onder\n\nTekst", [("headline", "Kop"), ("heading", "Onder", 2), ("paragraph", "Tekst")]),
        ("## Kop\n\n## Onder", [("headline", "Kop"), ("heading", "Onder", 2)]),
        ("Inleiding\n\nKop\n===\n", [("paragraph", "Inleiding"), ("headline", "Kop")]),
        ("Een\nregel", [("paragraph", "Een regel")]),
        ("Een  \nregel", [("paragraph", "Een\nregel")]),
        ("Een\\\nregel", [("paragraph", "Een\nregel")]),
        ("- a\n  - b\n- c", [("item", "a", 1), ("item", "b", 2), ("item", "c", 1)]),
        ("1. a\n2. b", [("item", "a", 1), ("item", "b", 1)]),
        ("> “a\n> b”", [("quote", "“a b”")]),
        (
            "|a|b|\n|-|-|\n|c|d \\| e|",
            [("cell", "a", 0, 0), ("cell", "b", 0, 1), ("cell", "c", 1, 0), ("cell", "d | e", 1, 1)],
        ),
        ("a\n\n```\ncode 5\n```\n\n    code 6\n\n<!-- 7 -->\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("a <!-- 7 --> b `c  d` ~~5~~ 6", [("paragraph", "a b c d 6")]),
        ('**A**cme [site](https://a.example/5 "6") ![7](8) [ref][r]\n\n[r]: /9', [("paragraph", "Acme site ref")]),
        ("<https://a.example> &amp; \\* &eacute;\\n", [("paragraph", "https://a.example & * é\\n")]),
        (
            "<div>\n<h2>Tussen</h2>a &lt; b</div>\n\nc",
            [("headline", "Tussen"), ("paragraph", "a < b"), ("paragraph", "c")],
        ),
        ("<aside>Menu</aside>\n\nc", [("boilerplate", "Menu"), ("paragraph", "c")]),
        ("---\ntitle: a\n---\nb", [("paragraph", "b")]),
        ("a\r\nb\r\n\r\nc\rd", [("paragraph", "a b"), ("paragraph", "c d")]),
        ("snake_case 2 * 3 * 4 a__b", [("paragraph", "snake_case 2 * 3 * 4 a__b")]),
    ],
)
def test_blocks(text, expected):
    assert blocks(text) == expected


PROSE = st.text(st.sampled_from("abcé𝒳 12."), min_size=1, max_size=12).map(lambda text: f"w{text}w")
INLINE = st.recursive(
    st.one_of(
        PROSE,
        PROSE.map(lambda text: f"`{text}`"),
        st.sampled_from(
            [
                "&amp;",
                "&eacute;",
                "\\*",
                "\\\\",
                "<!-- w -->",
                "![w](w)",
                "<br>",
                "<https://w.example>",
                "*",
                "[",
                "]",
                "_",
                "`",
                "&",
                "<",
                "~~w~~",
            ]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map("".join),
        inner.map(lambda text: f"*{text}*"),
        inner.map(lambda text: f"**{text}**"),
        inner.map(lambda text: f'[{text}](https://w.example/w "w w")'),
        inner.map(lambda text: f"[{text}](<w w>)"),
    ),
    max_leaves=12,
)
LINES = st.lists(INLINE, min_size=1, max_size=4)
BLOCK = st.one_of(
    LINES.map("\n".join),
    INLINE.map(lambda text: f"## {text} ##"),
    LINES.map(lambda lines: "\n".join(f"> {line}" for line in lines)),
    LINES.map(lambda lines: "\n".join(f"- {line}\n  {line}" for line in lines)),
    LINES.map(lambda lines: "1. " + "\n   > ".join(lines)),
    LINES.map(
        lambda lines: (
            "|"
            + "|".join(line.replace("|", "") for line in lines)
            + "|\n"
            + "|-" * len(lines)
            + "|\n| w \\| "
            + " | ".join(lines)
            + " |"
        )
    ),
)


@given(
    st.lists(BLOCK, min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff", "---\ntitle: w\n---\n"]),
)
def test_every_character_is_found_back(parts, line_end, start):
    document = read((start + "\n\n".join(parts)).replace("\n", line_end))
    last = -1
    for block in document.blocks:
        for offset in range(block.start, block.end):
            place = document.source_map.source(offset)
            assert place >= last
            last = place
            if document.text[offset].isalnum() and document.source[place] not in "&\\":
                assert document.source[place] == document.text[offset]


@given(st.text(st.sampled_from("ab1 \n\r\t*_`~[]()<>!&;#-+|\\>:\"'=/é𝒳"), max_size=60))
def test_any_text_is_read(text):
    document = read(text)
    assert all(0 <= document.source_map.source(offset) <= len(document.source) for offset in range(len(document.text)))
