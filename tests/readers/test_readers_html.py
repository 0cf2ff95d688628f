"""HTML: what a visitor sees, and that every visible character is found back in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading import read_document


def read(text: str):
    return read_document("a.html", text.encode(), language="nl")


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
        (
            "<h1>Kop</h1><p>Een <b>z</b>in.<p>Twee",
            [("headline", "Kop"), ("paragraph", "Een zin."), ("paragraph", "Twee")],
        ),
        ("<p>a</p><h2>b</h2><h1>c</h1>", [("paragraph", "a"), ("heading", "b", 2), ("headline", "c")]),
        ("<p>a\r\n   b\t c&nbsp;d", [("paragraph", "a b c\u00a0d")]),
        ("a<br>b<br><br>c", [("paragraph", "a\nb"), ("paragraph", "c")]),
        (
            "<ul><li>a<ol><li>b</ol><li><p>c</p>d</ul>",
            [("item", "a", 1), ("item", "b", 2), ("item", "c", 1), ("item", "d", 1)],
        ),
        (
            "<table><caption>a</caption><tr><th colspan=2>b<th>c<tr><td>d<td>e<td>f</table>",
            [
                ("caption", "a"),
                ("cell", "b", 0, 0),
                ("cell", "c", 0, 2),
                ("cell", "d", 1, 0),
                ("cell", "e", 1, 1),
                ("cell", "f", 1, 2),
            ],
        ),
        ("<blockquote><p>a</p><footer>b</footer></blockquote>", [("quote", "a"), ("quote", "b")]),
        ("<figure><img alt=x><figcaption>a</figcaption></figure>", [("caption", "a")]),
        (
            "<nav>a</nav><aside><p>b</p></aside><footer>c</footer>",
            [("boilerplate", "a"), ("boilerplate", "b"), ("boilerplate", "c")],
        ),
        ("<div role=navigation><h1>a</h1></div><h1>b</h1>", [("boilerplate", "a"), ("headline", "b")]),
        (
            "<script>a</script><style>b</style><template>c</template><noscript>d</noscript><svg><text>e</text></svg>f",
            [("paragraph", "f")],
        ),
        (
            "<p hidden>a</p><p style='x:y; display : none'>b</p><!-- c --><title>d</title><del>e</del>f",
            [("paragraph", "f")],
        ),
        ("<p>in 2025<sup><a href='#n1'>1</a></sup> en 5 m<sup>2</sup>", [("paragraph", "in 2025 en 5 m2")]),
        (
            "<p>a &lt; b &amp;amp; c &#8364; &#x1F600; &notanentity; &eacute",
            [("paragraph", "a < b &amp; c € 😀 ¬anentity; é")],
        ),
        ("<p>a</i> b</section> c", [("paragraph", "a b c")]),
        ("<textarea>a</textarea><button>b</button>c", [("boilerplate", "b"), ("paragraph", "c")]),
    ],
)
def test_blocks(text, expected):
    assert blocks(text) == expected


@pytest.mark.parametrize("start", ["", "\ufeff", "<!doctype html>\r\n<html lang=nl>\r\n"])
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("<p>caf&eacute; 𝒳 <b>twaalf</b>", "twaalf"),
        ("<p>" + "een</i> " * 500 + "twaalf", "twaalf"),
        ("<p>een\r\ntwee\r\n\r\ndrie</i> twaalf", "twaalf"),
        ("<p>&amp;&amp; tw<b>aa</b>lf", "tw"),
        ("<table><tr>twaalf<td>x</table>", "twaalf"),
        ("<p>a<!-- twee --> twaalf", "twaalf"),
    ],
)
def test_words_are_found_back(start, text, word):
    document = read(start + text)
    offset = document.text.index(word)
    place = document.source_map.source(offset)
    assert document.source[place : place + len(word)] == word
    assert document.source_map.span(offset, offset + len(word)) == (place, place + len(word))
    assert not document.source.startswith("\ufeff")


PIECE = st.one_of(
    st.text(st.sampled_from("abcé𝒳 12.\n"), min_size=1, max_size=8),
    st.sampled_from(
        [
            "&amp;",
            "&eacute;",
            "&lt;b&gt;",
            "&#8364;",
            "&",
            "<br>",
            "</i>",
            "<!-- w -->",
            "\n\n  ",
            "<script>w</script>",
            "&amp",
        ]
    ),
)
HTML = st.recursive(
    PIECE,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        *(
            inner.map(lambda text, tag=tag: f'<{tag} title="w">{text}</{tag}>')
            for tag in ("p", "b", "h1", "li", "td", "blockquote", "table", "nav", "a")
        ),
    ),
    max_leaves=16,
)


@given(HTML, st.sampled_from(["\n", "\r\n"]))
def test_every_character_is_found_back(text, line_end):
    document = read(text.replace("\n", line_end))
    for block in document.blocks:
        for offset in range(block.start, block.end):
            character = document.source[document.source_map.source(offset)]
            if character not in "&<":
                assert character == document.text[offset] or (character.isspace() and document.text[offset].isspace())


@given(st.text(st.sampled_from("<>/!-=\"'& ;#xpabtr\n\r\t1é𝒳"), max_size=60))
def test_any_text_is_read(text):
    document = read(text)
    assert all(0 <= document.source_map.source(offset) <= len(document.source) for offset in range(len(document.text)))
