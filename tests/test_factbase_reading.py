"""What people may write in a fact base, and what is read from it."""

from __future__ import annotations

import shutil
import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from checker.countries import countries
from checker.factbase.load import load_facts
from checker.factbase.model import Amount, Contact, Members, Moment, Reference, Term
from checker.factbase.units import currency_code, unit_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from checker.factbase.model import FactBase


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str]], FactBase]:
    """A function that writes a fact base into `facts` of the working directory and loads it."""

    def write(files: Mapping[str, str]) -> FactBase:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(content), encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return load_facts("facts")

    return write


OTHERS = """
    cup: {type: event, name: Harbour Cup}
    Gala_2024: {type: event, name: Gala}
    """


def entity(text: str, extra: str = "") -> dict[str, str]:
    facts = textwrap.indent(textwrap.dedent(text), "    ")
    return {"facts/a.yaml": f"ada:\n  type: person\n  name: Ada\n  facts:\n{facts}\n", "facts/b.yaml": OTHERS + extra}


def show(value: object) -> str:
    """A value in few words."""
    match value:
        case Amount():
            ends = "..".join("" if end is None else f"{end.normalize():f}" for end in (value.low, value.high))
            number = f"{value.number.normalize():f}" if value.number is not None else ends
            return " ".join(filter(None, (number, value.unit, value.currency)))
        case Moment():
            return value.period.edtf
        case Reference():
            return f"→{value.id}"
        case Term():
            return "; ".join(f"{language}:{'|'.join(words)}" for language, words in value.labels.items())
        case Members():
            return "{" + ", ".join(map(show, value.items)) + "}"
        case Contact():
            return value.text
        case _:
            raise AssertionError(value)


VALUES = [
    # as written, what is read
    ("starts: 35", "35"),
    ("starts: 12,500", "12500"),
    ("starts: 12 500", "12500"),
    ("starts: 12_500", "12500"),
    ("starts: {value: 35}", "35"),
    ("starts: {min: 75}", "75.."),
    ("starts: {max: 75}", "..75"),
    ("starts: {value: {min: 3, max: 5}}", "3..5"),
    ("starts: {min: 3, max: 5, source: s}", "3..5"),
    ("result: 1", "1"),
    ("born: 1990-03-14", "1990-03-14"),
    ("born: 1990", "1990"),
    ("born: 1990?", "1990?"),
    ("length: 2.5 kilometre", "2.5 kilometre"),
    ("length: 2.5 km", "2.5 kilometre"),
    ("length: {value: 2.5, unit: km}", "2.5 kilometre"),
    ("length: {value: 2.5, unit: kilometer}", "2.5 kilometre"),
    ("length: {value: 2.5 km, unit: kilometre}", "2.5 kilometre"),
    ("length: {value: {min: 2, unit: km}}", "2.. kilometre"),
    ("length: {min: 2 km, max: 3 km}", "2..3 kilometre"),
    ("duration: P4Y", "4 year"),
    ("duration: PT90M", "90 minute"),
    ("duration: 18 months", "18 month"),
    ("revenue: EUR 3.5 million", "3500000 EUR"),
    ("revenue: €3.5 million", "3500000 EUR"),
    ("revenue: {value: 12500, currency: EUR}", "12500 EUR"),
    ("revenue: {value: 12500, currency: €}", "12500 EUR"),
    ("revenue: {value: -5, currency: eur}", "-5 EUR"),
    ("growth: 12.5", "12.5 percent"),
    ("growth: 12.5%", "12.5 percent"),
    ("growth: {value: 12.5, unit: '%'}", "12.5 percent"),
    ("nationality: netherlands", "→netherlands"),
    ("nationality: NL", "→netherlands"),
    ("nationality: Nederland", "→netherlands"),
    ("partner: cup", "→cup"),
    ("partner: Gala_2024", "→Gala_2024"),
    ("motto: no", ":no"),
    ("motto: yes", ":yes"),
    ("motto: 0123", ":0123"),
    ("motto: {nl: ja, en: yes}", "nl:ja; en:yes"),
    ("motto: {nl: [baas, chef], en: boss}", "nl:baas|chef; en:boss"),
    ("email: press@acme.example", "press@acme.example"),
    ("phone: +31 20 123 45 67", "+31 20 123 45 67"),
    ("sponsored: [cup, 2024, {nl: gala, en: gala}]", "{→cup, 2024, nl:gala; en:gala}"),
    ("sponsored: cup", "{→cup}"),
    ("sponsored: {value: [2024, 2025], valid: 2026/..}", "{2024, 2025}"),
]


@pytest.mark.parametrize(("written", "read"), VALUES, ids=[written for written, _ in VALUES])
def test_reads_a_value(written: str, read: str, load):
    files = entity(written) | {
        "facts/vocabulary.yaml": "properties: {motto: {type: term, label: motto}, sponsored: {type: set}, growth: {type: percent}}",
        "sources/registry.yaml": "s: {title: S}",
    }
    assert [show(statement.value) for statement in load(files).statements] == [read]


STATEMENTS = [
    # as written, (id, value) of each statement
    ("partner: [cup, Gala_2024]", [("ada.partner", "→cup"), ("ada.partner.2", "→Gala_2024")]),
    (
        "partner: {value: [cup, Gala_2024], where: {year: 2024}}",
        [("ada.partner", "→cup"), ("ada.partner.2", "→Gala_2024")],
    ),
    (
        "result: [{id: r-2023, value: 2, where: {year: 2023}}, {value: 3, where: {year: 2024}}]",
        [("r-2023", "2"), ("ada.result.2", "3")],
    ),
    (
        "sponsored: [{value: [cup]}, {value: [Gala_2024], where: {year: 2024}}]",
        [("ada.sponsored", "{→cup}"), ("ada.sponsored.2", "{→Gala_2024}")],
    ),
    (
        "starts: {value: 2, where: {event: cup}}\nappearances: {value: 3, where: {event: Gala_2024}}",
        [("ada.starts", "2"), ("ada.starts.2", "3")],
    ),
    ("motto: [{nl: ja}, {nl: nee}]", [("ada.motto", "nl:ja"), ("ada.motto.2", "nl:nee")]),
]


@pytest.mark.parametrize(("written", "read"), STATEMENTS, ids=[written for written, _ in STATEMENTS])
def test_reads_several_statements(written: str, read: list[tuple[str, str]], load):
    files = entity(written) | {"facts/vocabulary.yaml": "properties: {motto: {type: term}, sponsored: {type: set}}"}
    assert [(statement.id, show(statement.value)) for statement in load(files).statements] == read


def test_a_statement_keeps_all_that_is_said_of_it(load):
    files = entity("""
        starts:
          value: 35
          where: {event: cup, year: 2025, market: België, class: open}
          valid: 2025-01-17/..
          source: [s, t]
          note: for people
        """)
    base = load(files | {"sources/registry.yaml": "s: {title: S}\nt: {title: T}\n"})
    (statement,) = base.statements
    assert statement.where == {"event": "cup", "year": "2025", "market": "belgium", "class": "open"}
    assert (statement.valid.edtf, statement.sources, statement.note) == ("2025-01-17/..", ("s", "t"), "for people")
    assert (statement.file, statement.line, statement.column) == ("facts/a.yaml", 6, 5)
    assert base.entities["belgium"].country
    assert not base.warnings


@pytest.mark.parametrize(
    ("written", "names", "aliases", "discouraged"),
    [
        ("name: Ada", {"": "Ada"}, (), ()),
        ("name: {nl: Havenmuseum, en: Harbour Museum}", {"nl": "Havenmuseum", "en": "Harbour Museum"}, (), ()),
        ("name: Ada\n  names: {fr: Adèle}", {"": "Ada", "fr": "Adèle"}, (), ()),
        ("name: Ada\n  aliases: [A, AE]\n  discouraged: Eda", {"": "Ada"}, ("A", "AE"), ("Eda",)),
        ("name: Ada\n  aliases: A", {"": "Ada"}, ("A",), ()),
        ("name: Ada\n  aliases: {nl: [A, B], en: C}", {"": "Ada"}, ("A", "B", "C"), ()),
        ("name: Ada\n  aliases:\n  facts:", {"": "Ada"}, (), ()),
    ],
)
def test_names(written, names, aliases, discouraged, load):
    found = load({"facts/a.yaml": f"ada:\n  type: Person\n  {written}\n"}).entities["ada"]
    assert (dict(found.names), found.aliases, found.discouraged) == (names, aliases, discouraged)
    assert found.type == "person"


def test_a_country_as_subject_needs_no_name(load):
    base = load({"facts/a.yaml": "belgium: {facts: {population: 11800000}}\n"})
    assert base.entities["belgium"].country
    assert base.entities["belgium"].name("nl") == countries()["belgium"].name("nl")
    assert [statement.subject for statement in base.statements] == ["belgium"]


def test_a_country_can_have_names_of_its_own(load):
    base = load({"facts/a.yaml": "netherlands: {type: country, name: Nederland, aliases: [Holland]}\n"})
    assert not base.entities["netherlands"].country
    assert base.entities["netherlands"].all_names() == ("Nederland", "Holland")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("victories: {type: count}", ("victories", "count")),  # a team's id outranks another name of a built-in one
        ("triumphs: {like: wins}", ("triumphs", "count")),
        ("triumphs: {like: victories}", ("triumphs", "count")),
        ("triumphs: {like: glories}\n  glories: {like: wins}", ("triumphs", "count")),
        ("triumphs: {type: count, aka: [glories]}", ("triumphs", "count")),
        ("triumphs: {like: wins, aka: glories}", ("triumphs", "count")),
        ("wins: {like: wins, cues: {nl: [zegepraal]}}", ("wins", "count")),
    ],
)
def test_own_properties(written, expected, load):
    name, kind = expected
    used = "glories" if "aka" in written else name
    base = load(entity(f"{used}: 3") | {"facts/vocabulary.yaml": f"properties:\n  {written}\n"})
    (statement,) = base.statements
    assert (statement.property.id, statement.property.type) == (name, kind)


def test_like_adds_words_language_by_language(load):
    base = load(
        {"facts/vocabulary.yaml": "properties: {triumphs: {like: wins, label: {nl: triomfen}, cues: {nl: [triomf]}}}"}
    )
    parent, own = base.properties["wins"], base.properties["triumphs"]
    assert own.label == {**parent.label, "nl": "triomfen"}
    assert own.cues == {**parent.cues, "nl": ("triomf",)}
    assert own.counts == parent.counts
    assert own.aka == ()


def test_words_for_all_languages(load):
    base = load(
        {
            "facts/vocabulary.yaml": "properties: {podcasts: {type: count, label: podcasts, counts: podcast, cues: {nl: host}}}"
        }
    )
    own = base.properties["podcasts"]
    assert own.label == {"en": "podcasts", "nl": "podcasts"}
    assert own.counts == {"en": ("podcast",), "nl": ("podcast",)}
    assert own.cues == {"nl": ("host",)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"facts/registry.yaml": "s: {title: S}"}, {"s"}),
        ({"facts/sources/registry.yaml": "s: {title: S}"}, {"s"}),
        ({"sources/registry.yaml": "s: {title: S}"}, {"s"}),
        ({"registry.yaml": "s: {title: S}"}, {"s"}),
        ({"facts/registry.yaml": "near: {title: N}", "sources/registry.yaml": "far: {title: F}"}, {"near"}),
        ({"sources/registry.yaml": ""}, set()),
    ],
)
def test_finds_the_registry(files, expected, load, tmp_path):
    (tmp_path / ".git").mkdir()
    assert set(load({"facts/a.yaml": OTHERS} | files).sources) == expected


@pytest.mark.parametrize(
    ("written", "publisher"),
    [
        ("{title: T, publisher: Acme}", "Acme"),
        ("{title: T, url: 'https://www.acme.example/press'}", "acme.example"),
        ("{title: T}", "s"),
        ("{title: T, url: '//['}", "s"),
    ],
)
def test_a_source_without_publisher_shows_what_is_known(written, publisher, load):
    base = load({"facts/a.yaml": OTHERS, "sources/registry.yaml": f"s: {written}"})
    assert base.sources["s"].publisher == publisher


def test_a_base_without_registry_is_only_warned_about(load, tmp_path):
    (tmp_path / ".git").mkdir()
    base = load(entity("born: {value: 1990, source: rumour}"))
    assert [(problem.code, problem.warning) for problem in base.warnings] == [("unknown-source", True)]
    assert base.statements[0].sources == ("rumour",)


@pytest.mark.parametrize(
    "files",
    [
        {"facts/README.md": "x"},
        {"facts/a.yaml": ""},
        {"facts/a.yaml": "# nothing yet\n"},
        {"facts/a.yaml": "ada: {type: person, name: Ada}"},
        {"facts/vocabulary.yaml": "properties:\n"},
        {"facts/.hidden.yaml": "ada: ["},
        {"facts/.git/config.yaml": "ada: ["},
    ],
)
def test_a_base_without_statements_is_a_warning(files, load):
    base = load(files)
    assert base.statements == ()
    assert [problem.code for problem in base.warnings if problem.warning] == ["empty-fact-base"]


def test_open_properties_hold_several_values_at_once(load):
    files = {"facts/vocabulary.yaml": "properties: {tours: {type: date, open: true}, launch: {type: date}}"}
    assert len(load(entity("tours: [2024, 2025]\nlaunch: [2024, 2024-05]") | files).statements) == 4


def test_times_and_qualifiers_tell_values_apart(load):
    base = load(
        entity("""
            starts:
              - {value: 1, valid: ../2024}
              - {value: 2, valid: 2025/..}
              - {value: 3, where: {event: cup}}
              - {value: 3, where: {event: cup}, valid: 2024}
            length: [2 metres, 200 centimetres, {min: 1.5 metres}]
            """)
    )
    assert len(base.statements) == 7


def test_the_digest_depends_on_the_facts_alone(load, tmp_path, monkeypatch):
    files = entity("born: 1990") | {"sources/registry.yaml": "s: {title: S}"}
    first = load(files)
    shutil.copytree(tmp_path / "facts", tmp_path / "elsewhere" / "base")
    shutil.copytree(tmp_path / "sources", tmp_path / "elsewhere" / "sources")
    monkeypatch.chdir("/")
    assert load_facts(str(tmp_path / "facts")).digest == first.digest
    assert load_facts(f"{tmp_path}/elsewhere/../facts/").digest == first.digest
    assert load_facts(str(tmp_path / "elsewhere" / "base")).digest == first.digest
    (tmp_path / "sources" / "registry.yaml").write_text("s: {title: T}", encoding="utf-8")
    assert load_facts(str(tmp_path / "facts")).digest != first.digest


def test_no_path_of_the_machine_gets_into_the_base(load, tmp_path):
    (tmp_path / ".git").mkdir()
    base = load(
        entity("born: {value: 1990, source: s}") | {"sources/registry.yaml": "s: {title: S}"} | {"facts/c.yaml": ""}
    )
    assert str(tmp_path) not in repr(base)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("km", "kilometre"), ("kilometers", "kilometre"), ("m²", "square metre"), ("jaar", "year"), ("years", "year"),
        ("%", "percent"), ("percent", "percent"), (" litre ", "litre"), ("furlongs or so", None), ("", None), ("3", None),
    ],
)  # fmt: skip
def test_units(given, name):
    assert unit_name(given) == name


@pytest.mark.parametrize(("given", "code"), [("EUR", "EUR"), ("eur", "EUR"), ("€", "EUR"), ("", None), ("XQQ", None)])
def test_currencies(given, code):
    assert currency_code(given) == code


def test_numbers_keep_their_digits(load):
    (statement,) = load(entity("length: 1.10 metres")).statements
    assert statement.value.low == Decimal("1.10")
    assert statement.value.written == "1.10 metres"
