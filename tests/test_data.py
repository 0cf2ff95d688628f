"""YAML into models: places, plain words for pydantic's faults, and hostile files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from checker.data import Table, compose_yaml, nearest, parse_yaml, shortened, slip_of, validate
from checker.errors import DataError, Problem, gathered


class Colour(Table):
    name: str
    shades: tuple[str, ...] = ()
    bright: bool = False
    mixed: dict[str, int] = Field(default_factory=dict)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# only a remark\n", None),
        ("a: no", {"a": "no"}),
        ("a: yes", {"a": "yes"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: 0123", {"a": "0123"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 2025-05-07", {"a": "2025-05-07"}),
        ("a:", {"a": None}),
        ("a: ~", {"a": None}),
        ("a: null", {"a": None}),
        ("a: ''", {"a": ""}),
        ("a: 'null'", {"a": "null"}),
        ("a: !!int 5", {"a": "5"}),
        ("a: !!python/object:os.system x", {"a": "x"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("[a, {b: [c]}]", ["a", {"b": ["c"]}]),
        ("a: \U0001f600", {"a": "\U0001f600"}),
    ],
)
def test_scalars_stay_text(text, value):
    assert parse_yaml(text, "x.yaml").value == value


def test_places_are_those_of_the_keys():
    located = parse_yaml("a:\n  - b: 1\n    c: {d: 2}\n", "x.yaml")
    places = {keys: (place.line, place.column) for keys, place in located.places.items()}
    assert places == {(): (1, 1), ("a",): (1, 1), ("a", 0): (2, 5), ("a", 0, "b"): (2, 5), ("a", 0, "c"): (3, 5), ("a", 0, "c", "d"): (3, 9)}  # fmt: skip
    part = located.at("a", 0)
    assert part.at("c").value == {"d": "2"}
    assert part.at("c").place(("d", "nothing below")) == located.place(("a", 0, "c", "d"))
    assert part.at("nothing").value is None
    assert [key for key, _ in part.items()] == ["b", "c"]


def test_the_rest_is_read_beside_a_fault():
    located, problems = compose_yaml("a: 1\na: {x: 2}\nb: *c\nd: 3\n", "x.yaml")
    assert located.value == {"a": "1", "b": None, "d": "3"}
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        ("duplicate-key", 2, 1),
        ("yaml", 3, 4),
    ]
    with pytest.raises(DataError):
        parse_yaml("a: 1\na: 2\n", "x.yaml")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{}", ["1:1 missing-key the key “name” is missing here"]),
        ("", ["1:1 missing-key the key “name” is missing here"]),
        ("name:", ["1:1 missing-key the key “name” is missing here"]),
        ("name: [x]", ["1:1 wrong-type “name”: expected a text, found a list"]),
        ("name: {x: y}", ["1:1 wrong-type “name”: expected a text, found keys"]),
        ("name: x\nshades: y", ["2:1 wrong-type “shades”: expected a list, found “y”"]),
        ("name: x\nshades: [y, [z]]", ["2:13 wrong-type “1”: expected a text, found a list"]),
        ("name: x\nbright: perhaps", ["2:1 wrong-type “bright”: expected true or false, found “perhaps”"]),
        ("name: x\nmixed: {a: b}", ["2:9 wrong-type “a”: expected a valid integer, unable to parse string as an integer, found “b”"]),
        ("name: x\nnmae: y", ["2:1 unknown-key unknown key “nmae” (did you mean “name”?)"]),
        ("name: x\nzz: y", ["2:1 unknown-key unknown key “zz”; known keys: name, shades, bright, mixed"]),
        ("[x]", ["1:1 wrong-type expected keys with values, found a list"]),
        ("x", ["1:1 wrong-type expected keys with values, found “x”"]),
        ("shades: y\nzz: y", ["1:1 missing-key the key “name” is missing here", "1:1 wrong-type “shades”: expected a list, found “y”", "2:1 unknown-key unknown key “zz”; known keys: name, shades, bright, mixed"]),
    ],
)  # fmt: skip
def test_faults_in_plain_words(text, faults):
    with pytest.raises(DataError) as refused:
        validate(Colour, parse_yaml(text, "x.yaml"))
    found = [f"{problem.line}:{problem.column} {problem.code} {problem.message}" for problem in refused.value.problems]
    assert sorted(found) == sorted(faults)


def test_a_key_without_value_is_left_out():
    assert validate(Colour, parse_yaml("name: x\nshades:\nbright: ~\n", "x.yaml")) == Colour(name="x")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "{? ", "[{b: ", "? "])
def test_deep_nesting_is_refused_at_once(opening):
    with pytest.raises(DataError, match="nesting is too deep"):
        compose_yaml(opening * 200_000, "x.yaml")


@pytest.mark.parametrize("text", ["\0", "a: \x1b[31m", "a: \ud800", "a: \ufffe", "a\n\x00"])
def test_what_no_yaml_file_may_hold(text):
    with pytest.raises(DataError, match="is not allowed in YAML"):
        compose_yaml(text, "x.yaml")


@given(st.text(alphabet="ab:-[]{}&*!?|>'\"%@#, \n\t1\u00e9", max_size=60))
def test_no_text_breaks_it(text):
    try:
        located, problems = compose_yaml(text, "x.yaml")
    except DataError as error:
        problems = error.problems
        assert problems
    else:
        assert isinstance(located.value, dict | list | str | None)
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("winz", ["winner", "wins"], "wins"),
        ("Nationalty", ["nationality", "name"], "nationality"),
        ("dakra", ["dakar", "drake-arena"], "dakar"),
        ("cup harbour", ["harbour cup"], "harbour cup"),
        ("xyz", ["abc", "def"], None),
        ("x", [], None),
        ("", ["abc"], None),
    ],
)
def test_nearest(word, known, near):
    assert nearest(word, known) == (f" (did you mean “{near}”?)" if near else "")


@pytest.mark.parametrize(
    ("word", "known", "slip"),
    [
        ("harbor-cup", ["harbour-cup"], "harbour-cup"),
        ("open", ["open-day", "spoken"], None),
        ("t3", ["t4"], None),
        ("junior", ["senior"], None),
    ],
)
def test_slip_of(word, known, slip):
    assert slip_of(word, known) == slip


def test_long_values_are_cut():
    assert len(shortened("x" * 10_000)) < 70
    assert shortened("x") == "“x”"


def test_problems_are_gathered():
    problems = []
    problem = Problem(path="x", code="y", message="z", line=1)
    with gathered(problems):
        raise DataError(problem, problem)
    with gathered(problems):
        pass
    assert problems == [problem, problem]
    with pytest.raises(ValueError, match="ours"), gathered(problems):
        raise ValueError("ours")


def test_a_problem_reads_as_editors_jump():
    assert str(Problem(path="a.yaml", code="c", message="m", line=2, column=3)) == "a.yaml:2:3: m [c]"
    assert str(Problem(path="a.yaml", code="c", message="m", warning=True)) == "a.yaml: warning: m [c]"
