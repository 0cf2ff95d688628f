"""What is wrong with a fact base is said at its place, with what was expected and the nearest known name."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from checker.errors import DataError
from checker.factbase.load import load_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from checker.errors import Problem

ADA = "ada: {type: person, name: Ada Example}\n"
CUP = "cup: {type: event, name: Harbour Cup}\n"
REGISTRY = "report-2024: {publisher: Acme, title: Annual report, date: 2025-03}\n"


@pytest.fixture
def problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str | bytes]], list[Problem]]:
    """A function that writes a fact base and returns every problem in it, warnings too."""

    def load(files: Mapping[str, str | bytes]) -> list[Problem]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).encode())
        monkeypatch.chdir(tmp_path)
        try:
            return list(load_facts("facts").warnings)
        except DataError as error:
            return list(error.problems)

    return load


def people(text: str) -> dict[str, str]:
    return {"facts/people.yaml": text}


def vocabulary(text: str) -> dict[str, str]:
    return {"facts/people.yaml": ADA, "facts/vocabulary.yaml": text}


def facts(text: str) -> dict[str, str]:
    """A fact base with one entity that has this one fact, and others to name."""
    return {
        "facts/people.yaml": f"ada:\n  type: person\n  name: Ada Example\n  facts:\n    {text}\n",
        "facts/events.yaml": CUP,
        "sources/registry.yaml": REGISTRY,
    }


CASES = {
    # --- YAML itself
    "broken YAML": (people("ada: {type: person\nname: x\n"), "people.yaml:2:5 yaml not valid YAML"),
    "a tab": (people("ada:\n\ttype: person\n"), "people.yaml:2:1 yaml not valid YAML"),
    "a control character": (people("ada:\n  type: \x07person\n"), "people.yaml:2:9 yaml U+0007 is not allowed"),
    "not UTF-8": ({"facts/people.yaml": b"ada:\n  name: Andr\xe9\n"}, "people.yaml:2 encoding save the file as UTF-8"),
    "UTF-16": ({"facts/people.yaml": ADA.encode("utf-16")}, "people.yaml:1 encoding save the file as UTF-8"),
    "duplicate key": (
        people("ada:\n  type: person\n  name: Ada\n  name: Eda\n"),
        "people.yaml:4:3 duplicate-key “name” stands here a second time",
    ),
    "an anchor": (people("ada: {type: person, name: &n Ada}\n"), "people.yaml:1:27 yaml anchors and aliases"),
    "an alias": (
        people("ada: {type: person, name: Ada, aliases: *n}\n"),
        "people.yaml:1:41 yaml anchors and aliases",
    ),
    "a merge key": (people(ADA + "eda: {<<: {type: person}, name: E}\n"), "people.yaml:2:7 unknown-key “<<”", "people.yaml:2:1 missing-key “type”"),
    "deep nesting": (people("ada: " + "[" * 100_000), "people.yaml:1:46 yaml nesting is too deep"),
    "deep mappings": (people("{a: " * 100_000), "people.yaml:1:165 yaml nesting is too deep"),
    "two documents": (people(f"{ADA}---\n{CUP}"), "people.yaml:2:1 yaml a second document begins"),
    "a list as key": (people("? [a, b]\n: {type: person, name: A}\n"), "people.yaml:1:3 yaml a key must be a word"),
    "a list of entities": (people("- ada\n- eda\n"), "people.yaml:1:1 wrong-type expected entity ids"),
    "a text as entity": (people("ada: Ada Example\n"), "people.yaml:1:1 wrong-type “ada”: expected keys with values"),
    # --- entities
    "wrong key": (
        people("ada: {type: person, name: Ada, discourged: [Eda]}\n"),
        "people.yaml:1:32 unknown-key “discourged” (did you mean “discouraged”?)",
    ),
    "key without a near one": (
        people("ada: {type: person, name: Ada, q: x}\n"),
        "people.yaml:1:32 unknown-key “q”; known keys: type, name, names",
    ),
    "no name": (people("ada: {type: person}\n"), "people.yaml:1:1 missing-key “name” is missing here"),
    "no type": (people("ada: {name: Ada}\n"), "people.yaml:1:1 missing-key “type” is missing here"),
    "a name without a value": (
        people("ada: {type: person, name: }\n"),
        "people.yaml:1:21 missing-key “name” is missing here",
    ),
    "an empty name": (people("ada: {type: person, name: ' '}\n"), "people.yaml:1:21 wrong-type “name”: expected names"),
    "a list as name": (
        people("ada: {type: person, name: [Ada]}\n"),
        "people.yaml:1:21 wrong-type “name”: expected a text or keys with values, found a list",
    ),
    "a list as name of a language": (
        people("ada: {type: person, name: {nl: Ada, en: [Ada]}}\n"),
        "people.yaml:1:37 wrong-type “en”: expected a text, found a list",
    ),
    "wrong gender": (
        people("ada: {type: person, name: Ada, gender: woman}\n"),
        "people.yaml:1:32 wrong-type “gender”: expected one of male, female or neutral, found “woman”",
    ),
    "entity twice in two files": (
        {"facts/a.yaml": ADA, "facts/b.yaml": ADA},
        "b.yaml:1:1 duplicate-id “ada” is used already at facts/a.yaml:1",
    ),
    "entity twice in one file": (people(ADA + ADA), "people.yaml:2:1 duplicate-key “ada”"),
    "a type near a known one": (
        people("ada: {type: persn, name: Ada}\n"),
        "people.yaml:1:7 unknown-type “persn” (did you mean “person”?)",
    ),
    # --- statements
    "unknown property": (
        facts("nationalty: france"),
        "people.yaml:5:5 unknown-property “nationalty” (did you mean “nationality”?)",
    ),
    "unknown entity": (facts("team: cupp"), "people.yaml:5:5 unknown-entity “cupp” (did you mean “cup”?)"),
    "a name for an id": (facts("team: harbour cup"), "people.yaml:5:5 unknown-entity write its id, “cup”"),
    "unknown country": (
        facts("nationality: Frnce"),
        "people.yaml:5:5 unknown-entity entity or country “Frnce” (did you mean “france”?)",
    ),
    "a list for an entity": (
        facts("team: {value: {a: b}}"),
        "people.yaml:5:12 wrong-type expected the id of an entity, found keys with values",
    ),
    "unknown source": (
        facts("born: {value: 1990, source: report-2042}"),
        "people.yaml:5:25 unknown-source “report-2042” (did you mean “report-2024”?)",
    ),
    "one of several sources unknown": (
        facts("born: {value: 1990, source: [report-2024, rumour]}"),
        "people.yaml:5:25 unknown-source “rumour”",
    ),
    "wrong key of a statement": (
        facts("born: {value: 1990, sorce: report-2024}"),
        "people.yaml:5:25 unknown-key “sorce” (did you mean “source”?)",
    ),
    "a misspelt value key": (
        facts("born: {vlaue: 1990, source: report-2024}"),
        "people.yaml:5:12 unknown-key “vlaue” (did you mean “value”?)",
        "people.yaml:5:5 missing-key “value” is missing here",
    ),
    "no value": (facts("born:"), "people.yaml:5:5 wrong-type"),
    "an empty list": (facts("team: []"), "people.yaml:5:5 wrong-type found a list"),
    "duplicate statement id": (
        facts("result: [{id: r1, value: 1}, {id: r1, value: 1, valid: 2020}]"),
        "people.yaml:5:35 duplicate-id “r1” is used already at facts/people.yaml:5",
    ),
    "bad EDTF": (facts("born: 14 March 1990"), "people.yaml:5:5 bad-date “14 March 1990” is no EDTF date"),
    "no such day": (facts("born: 1990-02-30"), "people.yaml:5:5 bad-date no day 30"),
    "bad valid": (
        facts("starts: {value: 3, valid: next year}"),
        "people.yaml:5:24 bad-date “next year” is no EDTF date",
    ),
    "valid ends before it starts": (
        facts("starts: {value: 3, valid: 2025-01/2024-12}"),
        "people.yaml:5:24 bad-date “2025-01/2024-12” ends before it starts",
    ),
    "valid as keys": (
        facts("starts: {value: 3, valid: {from: 2024}}"),
        "people.yaml:5:24 wrong-type “valid”: expected a text, found keys",
    ),
    "a word for a number": (facts("starts: many"), "people.yaml:5:5 wrong-type “many” is not a whole number such as 35"),
    "half a start": (facts("starts: 3.5"), "people.yaml:5:5 wrong-type “3.5” is no whole number"),
    "Dutch thousands": (facts("starts: 12.500"), "people.yaml:5:5 wrong-type thousands are written 12500"),
    "fewer than none": (facts("starts: -3"), "people.yaml:5:5 wrong-type “-3” is too small"),
    "place nought": (facts("result: 0"), "people.yaml:5:5 wrong-type “0” is too small for a rank"),
    "an amount without currency": (facts("revenue: 12000"), "people.yaml:5:5 wrong-type no currency"),
    "an amount in two readings": (
        facts("revenue: {value: 12.500, currency: EUR}"),
        "people.yaml:5:15 wrong-type “12.500” can be read in two ways; write 12500, or 12.5",
    ),
    "unknown currency": (
        facts("revenue: {value: 12, currency: florins}"),
        "people.yaml:5:15 unknown-unit ISO 4217",
    ),
    "two currencies": (
        facts("revenue: {value: EUR 12 million, currency: USD}"),
        "people.yaml:5:15 wrong-type is in EUR, and USD is given beside it",
    ),
    "unknown unit": (
        facts("length: {value: 12, unit: kilometrr}"),
        "people.yaml:5:14 unknown-unit “kilometrr” (did you mean “kilometre”?)",
    ),
    "bounds the wrong way round": (
        facts("starts: {min: 5, max: 3}"),
        "people.yaml:5:5 wrong-type `min` is larger than `max`",
    ),
    "bounds without a number": (
        facts("starts: {min: [5]}"),
        "people.yaml:5:5 wrong-type expected one number as `min`, found a list",
    ),
    "a word that is no language": (
        facts("role: {dutch: baas, en: boss}"),
        "people.yaml:5:5 wrong-type “dutch” is no language code",
    ),
    "an empty label": (facts("role: {nl: [], en: boss}"), "people.yaml:5:5 wrong-type label in nl"),
    "a list as qualifier": (
        facts("starts: {value: 3, where: {event: [cup]}}"),
        "people.yaml:5:32 wrong-type “event”: expected a text, found a list",
    ),
    "no source at all": (facts("born: 1990"), "people.yaml:5:5 no-source 1 statement names no source"),
    # --- contradictions
    "two numbers": (
        facts("starts: [{value: 3}, {value: 4}]"),
        "people.yaml:5:26 contradiction “ada.starts.2” contradicts “ada.starts” at facts/people.yaml:5",
    ),
    "two numbers by two names of a property": (
        facts("starts: 3\n    appearances: 4"),
        "people.yaml:6:5 contradiction “ada.starts.2” contradicts “ada.starts”",
    ),
    "overlapping times": (
        facts("starts: [{value: 3, valid: ../2025}, {value: 4, valid: 2025-12-31/..}]"),
        "people.yaml:5:42 contradiction another value at the same time",
    ),
    "two birthdays": (facts("born: [1990-01-01, 1990-01-02]"), "people.yaml:5:24 contradiction"),
    "two units": (facts("length: [2 metres, 210 centimetres]"), "people.yaml:5:24 contradiction"),
    # --- vocabulary
    "unknown value type": (
        vocabulary("properties:\n  motto: {type: wrod}\n"),
        "vocabulary.yaml:2:11 wrong-type “type”: expected one of count, ordinal",
    ),
    "unknown like": (
        vocabulary("properties:\n  motto: {type: term, like: windfals}\n"),
        "vocabulary.yaml:2:23 unknown-property “windfals”",
    ),
    "like in a circle": (
        vocabulary("properties:\n  a: {like: b}\n  b: {like: a}\n"),
        "vocabulary.yaml:3:7 unknown-property a property cannot be like itself: a – b – a",
    ),
    "neither type nor like": (
        vocabulary("properties:\n  motto: {label: motto}\n"),
        "vocabulary.yaml:2:3 missing-key “type”",
    ),
    "an unknown key of a property": (
        vocabulary("properties:\n  motto: {type: term, ceus: [x]}\n"),
        "vocabulary.yaml:2:23 unknown-key “ceus” (did you mean “cues”?)",
    ),
    "a cue without a letter": (
        vocabulary("properties:\n  motto: {type: term, cues: {nl: ['...']}}\n"),
        "vocabulary.yaml:2:23 wrong-type “cues”: expected words with a letter or digit in them",
    ),
    "an unknown unit of a property": (
        vocabulary("properties:\n  reach: {type: quantity, unit: metrs}\n"),
        "vocabulary.yaml:2:27 unknown-unit “metrs” (did you mean “metre”?)",
    ),
    "an unknown part": (
        vocabulary("property:\n  motto: {type: term}\n"),
        "vocabulary.yaml:1:1 unknown-key “property” (did you mean “properties”?)",
    ),
    "properties as a list": (vocabulary("properties: [motto]\n"), "vocabulary.yaml:1:1 wrong-type found a list"),
    "a property in two files": (
        {
            **vocabulary("properties: {motto: {type: term}}\n"),
            "facts/more/vocabulary.yaml": "properties: {motto: {type: count}}\n",
        },
        "vocabulary.yaml:1:14 duplicate-id “motto” is declared already at facts/more/vocabulary.yaml:1",
    ),
    # --- registry
    "no title of a source": (
        {**people(ADA), "sources/registry.yaml": "a: {publisher: Acme}\n"},
        "sources/registry.yaml:1:1 missing-key “title”",
    ),
    "a bad date of a source": (
        {**people(ADA), "sources/registry.yaml": "a: {title: T, date: unknown}\n"},
        "sources/registry.yaml:1:15 bad-date “unknown” is no EDTF date",
    ),
    "a wrong key of a source": (
        {**people(ADA), "sources/registry.yaml": "a: {title: T, sha265: x}\n"},
        "sources/registry.yaml:1:15 unknown-key “sha265” (did you mean “sha256”?)",
    ),
    "a list of sources": (
        {**people(ADA), "sources/registry.yaml": "- a\n"},
        "sources/registry.yaml:1:1 wrong-type expected source ids",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_says_what_is_wrong_and_where(case, problems):
    files, *expected = case
    found = [problem for problem in problems(files) if problem.code not in ("empty-fact-base", "shared-name")]
    if "no-source" not in expected[0]:
        found = [problem for problem in found if problem.code != "no-source"]
    shown = [f"{':'.join(str(p) for p in (f.path, f.line, f.column) if p is not None)} {f.code}" for f in found]
    wanted = [text.split(" ", 2) for text in expected]
    assert sorted(shown) == sorted(f"{'' if '/' in place else 'facts/'}{place} {code}" for place, code, *_ in wanted)
    for (_, code, *words), text in zip(wanted, expected, strict=True):
        assert any(words[0] in problem.message for problem in found if problem.code == code) if words else True, (
            f"{text}\n{[problem.message for problem in found]}"
        )


WARNINGS = {"unknown-type", "no-source", "shared-name", "empty-fact-base", "unknown-qualifier", "not-complete"}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_tells_errors_from_warnings(case, problems):
    files, *_ = case
    for problem in problems(files):
        assert problem.warning == (problem.code in WARNINGS), problem


def test_reports_every_error_of_every_file_at_once(problems):
    found = problems(
        {
            "facts/a.yaml": "ada:\n  type: person\n  facts:\n    born: soon\n    team: nowhere\n",
            "facts/b.yaml": "cup: {type: event, name: Cup, colour: red}\n",
            "facts/broken.yaml": "club: {type: organisation, name: Club\n",
            "facts/c.yaml": "eda: {type: person, name: Eda, facts: {team: club, partner: cup, starts: {value: x, valid: y}}}\n",
            "facts/vocabulary.yaml": "properties: {motto: {type: wrod}}\ntables: {t: {file: none.csv, columns: {}}}\n",
            "sources/registry.yaml": "a: {date: soon}\n",
        }
    )
    assert [(problem.path, problem.code) for problem in found if not problem.warning] == [
        ("facts/a.yaml", "missing-key"),
        ("facts/a.yaml", "bad-date"),
        ("facts/a.yaml", "unknown-entity"),
        ("facts/b.yaml", "unknown-key"),
        ("facts/broken.yaml", "yaml"),
        ("facts/c.yaml", "wrong-type"),
        ("facts/c.yaml", "bad-date"),
        ("facts/vocabulary.yaml", "wrong-type"),
        ("facts/vocabulary.yaml", "missing-file"),
        ("sources/registry.yaml", "missing-key"),
    ]


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        # A reference into a file that cannot be read is no second error.
        ({"facts/a.yaml": "club: {type: organisation, name: [\n", "facts/b.yaml": "ada: {type: person, name: A, facts: {team: club}}\n"}, ["yaml"]),
        ({"facts/a.yaml": "ada: {type: person, name: A, facts: {motto: x}}\n", "facts/vocabulary.yaml": "properties: [\n"}, ["yaml"]),
        ({"facts/a.yaml": "ada: {type: person, name: A, facts: {motto: x}}\n", "facts/vocabulary.yaml": "properties: {motto: {type: x}}\n"}, ["wrong-type"]),
        ({"facts/a.yaml": "ada: {type: person, name: A, facts: {born: {value: 1990, source: s}}}\n", "sources/registry.yaml": "s: [\n"}, ["yaml"]),
        ({"facts/a.yaml": "ada: {type: person, name: A, facts: {born: {value: 1990, source: s}}}\n", "sources/registry.yaml": "s: {}\n"}, ["missing-key"]),
        ({"facts/a.yaml": "ada: {name: A}\neda: {type: person, name: E, facts: {team: ada}}\n"}, ["missing-key"]),
    ],
)  # fmt: skip
def test_one_fault_is_one_error(files, codes, problems):
    assert [problem.code for problem in problems(files) if not problem.warning] == codes


QUALIFIERS = """
    ada:
      type: person
      name: Ada
      facts:
        starts:
          - {value: 1, where: {event: cup}}
          - {value: 2, where: {event: cupp-final}}
          - {value: 3, where: {event: %s}}
    cup: {type: event, name: Harbour Cup}
    cupp-final: {type: event, name: Final}
    """


@pytest.mark.parametrize(
    ("word", "fragment", "warning"),
    [
        ("cupp-finale", "did you mean “cupp-final”?", False),
        ("Harbour Cup", "write its id, “cup”", False),
        ("regatta", "though every other “event” is one", True),
    ],
)
def test_a_qualifier_that_looks_like_an_entity(word, fragment, warning, problems):
    (found,) = [p for p in problems(people(QUALIFIERS % word)) if p.code == "unknown-entity"]
    assert fragment in found.message
    assert found.warning == warning
    assert (found.line, found.column) == (9, 28)


@pytest.mark.parametrize("word", ["2025", "2025-05", "7", "open", "class-a"])
def test_words_and_years_are_qualifiers_too(word, problems):
    text = f"ada: {{type: person, name: A, facts: {{starts: [{{value: 1, where: {{class: {word}}}}}, {{value: 2, where: {{class: junior}}}}]}}}}\n"
    assert not [problem for problem in problems(people(text)) if problem.code == "unknown-entity"]


def test_a_qualifier_of_a_misspelt_kind_is_a_warning(problems):
    items = ", ".join(f"{{value: {n}, where: {{event: cup, edition: {n}}}}}" for n in range(4))
    text = f"ada: {{type: person, name: A, facts: {{result: [{items}, {{value: 9, where: {{evnt: cup}}}}]}}}}\n{CUP}"
    found = [problem for problem in problems(people(text)) if problem.code == "unknown-qualifier"]
    assert [(p.warning, "did you mean “event”" in p.message) for p in found] == [(True, True)]


@pytest.mark.parametrize(
    ("folder", "fragment"),
    [("nowhere", "no such folder"), ("", "no such folder"), ("file.txt", "a file, not a folder"), ("x" * 5000, "no such folder")],
)  # fmt: skip
def test_a_folder_that_is_none(folder, fragment, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    with pytest.raises(DataError, match=fragment):
        load_facts(folder)


def test_hostile_names_in_messages_are_cut(problems):
    (found,) = [p for p in problems(people(f"ada: {{type: person, name: A, {'q' * 5000}: x}}\n")) if not p.warning]
    assert len(found.message) < 300
