"""Hostile documents are read with work that grows with their length (counted, not timed), and without an error.

`benchmarks/growth.py` takes the time.
"""

from __future__ import annotations

import pytest
from steps import calls

from checker.reading import read_document

HOSTILE = {
    "one line": ("a.txt", "Dit is een zin van het museum. ", ""),
    "one word": ("a.txt", "a", ""),
    "white space": ("a.txt", " ", "x"),
    "digits": ("a.txt", "1 ", "x"),
    "open parentheses": ("a.txt", "1(", ""),
    "short lines": ("a.txt", "a\n", ""),
    "wrapped lines": ("a.txt", "dit is een regel die nu eenmaal wat langer is en doorloopt\n", ""),
    "front matter without end": ("a.md", "a: b\n", ""),
    "markdown brackets": ("a.md", "[", ""),
    "markdown images": ("a.md", "![", ""),
    "markdown emphasis": ("a.md", "*a **b ", ""),
    "markdown quotes": ("a.md", "> ", "a"),
    "html elements": ("a.html", "<div>", "x"),
    "html inline elements": ("a.html", "<b>", "x"),
    "html tags open": ("a.html", "<", ""),
    "html references": ("a.html", "&eacute", ""),
    "html stray end tags": ("a.html", "a</i>", ""),
    "html tables": ("a.html", "<table>foo<td>", "x"),
    "html comments": ("a.html", "a<!--", ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_length(name):
    path, unit, end = HOSTILE[name]
    read_document(path, unit.encode(), language="nl")  # tables and libraries are loaded from here on
    texts = ((unit * (length // len(unit)) + end).encode() for length in (4_000, 32_000))
    little, much = (calls(lambda data=data: read_document(path, data, language="nl")) for data in texts)
    # Eight times the length makes about eight times the calls; a square would make sixty-four.
    assert much < 16 * little + 5_000


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "---\na: " + "[" * 9000 + "\n---\nTekst"),
        ("a.md", "---\na: &a [*a, *a]\n---\nTekst"),
        ("a.html", '<script type="application/ld+json">' + "[" * 100_000 + "</script>Tekst"),
        ("a.html", f'<p class="{"x" * 500_000}">Tekst'),
        ("a.html", "<p " + " ".join(f"a{index}=1" for index in range(20_000)) + ">Tekst"),
        ("a.html", '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "cc">]><p>Tekst'),
        ("a.html", '<table><tr><td colspan="99999999999999999999">Tekst'),
    ],
)
def test_the_text_is_still_found(path, text):
    assert "Tekst" in read_document(path, text.encode(), language="nl").text
