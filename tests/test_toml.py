"""The places of keys in TOML: every key and element has one, and it is where it stands."""

from __future__ import annotations

import pytest

from checker.toml import parse_toml

TEXT = '''# "a" = 1
title = "a # [b]"
[tool]   # x = 1
"quoted.key" = {one = [1, 2.5, {deep = 'y'}], two.three = 1979-05-27 07:32:00}
long = """
x = 1
[y]
\\"""z""""
literal = \'\'\'
[[q]]\'\'\'
many = [
  "a",  # [c]
  [ "b", "c" ],
]
[[tool.items]]
name = "first"
[tool.items.more]
a.b = true
[[tool.items]]
name = "second"
[[tool.items.parts]]
id = 1
[other."w w"]
k = 1'''


def paths(value, keys=()):
    """Every path of keys and numbers in plain data."""
    if keys:
        yield keys
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from paths(child, (*keys, key))


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n")], ids=["LF", "CRLF"])
def test_every_key_and_element_has_a_place_and_nothing_else(text):
    located = parse_toml(text, "a.toml")
    assert set(located.places) == set(paths(located.value))


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("title",), 2, 1),
        (("tool",), 3, 1),
        (("tool", "quoted.key", "one", 2, "deep"), 4, 33),
        (("tool", "quoted.key", "two", "three"), 4, 47),
        (("tool", "literal"), 9, 1),
        (("tool", "many", 1, 1), 13, 10),
        (("tool", "items", 0, "name"), 16, 1),
        (("tool", "items", 0, "more", "a", "b"), 18, 1),
        (("tool", "items", 1), 19, 1),
        (("tool", "items", 1, "parts", 0, "id"), 22, 1),
        (("other", "w w", "k"), 24, 1),
    ],
)
def test_a_place_is_where_the_key_stands(keys, line, column):
    place = parse_toml(TEXT, "a.toml").places[keys]
    assert (place.line, place.column) == (line, column)
