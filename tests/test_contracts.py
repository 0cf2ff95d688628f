"""What holds for every plugin: it keeps its contract; and the package knows no world of any one fact base."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest
import yaml

from checker import plugins
from checker.checks import Check
from checker.errors import DocumentError
from checker.languages import grammar, supported
from checker.properties import built_in
from checker.readers import Draft, Reader
from checker.renderers import Renderer
from checker.ui import words

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "checker"
CONTRACTS = {
    "checker.readers": ("reader", Reader),
    "checker.renderers": ("renderer", Renderer),
    "checker.checks": ("check", Check),
    "checker.commands": ("command", click.Command),
}
PLUGINS = [(package, name) for package in CONTRACTS for name in plugins.names(package)]


# --- plugins -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("package", "name"), PLUGINS)
def test_a_plugin_holds_what_its_contract_asks_for(package, name):
    constant, kind = CONTRACTS[package]
    assert isinstance(plugins.load(package, name, constant, kind), kind)


@pytest.mark.parametrize("package", CONTRACTS)
def test_each_contract_has_plugins(package):
    assert len(plugins.names(package)) >= 2


@pytest.mark.parametrize("name", plugins.names("checker.readers"))
def test_a_reader_reads_anything(name):
    reader = plugins.load("checker.readers", name, "reader", Reader)
    assert reader.suffixes
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.suffixes)
    for data in (
        b"",
        b"\n",
        "Één zin.\r\n\r\nNog één.".encode(),
        b"\xff\xfe",
        b"<p>a & b",
        b"# a\n- b\n> c",
        b"caf\xe9",
    ):
        try:
            draft = reader.read(data, "a" + reader.suffixes[0])
        except DocumentError:
            continue
        assert isinstance(draft, Draft)
        assert all(0 <= block.start <= block.end <= len(draft.text) for block in draft.blocks)
        ends = [0, *(block.end for block in draft.blocks)]
        assert all(end <= block.start for end, block in zip(ends, draft.blocks, strict=False))


def test_no_two_readers_claim_a_suffix():
    readers = plugins.discover("checker.readers", "reader", Reader).values()
    suffixes = [suffix for reader in readers for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", plugins.names("checker.renderers"))
def test_a_renderer_is_named_after_its_file(name):
    renderer = plugins.load("checker.renderers", name, "renderer", Renderer)
    assert renderer.id == name


@pytest.mark.parametrize("name", plugins.names("checker.checks"))
def test_a_check_says_what_it_looks_for(name):
    text = import_module(f"checker.checks.{name}").__doc__
    assert text
    assert len(text.split()) >= 5


@pytest.mark.parametrize("name", plugins.names("checker.commands"))
def test_a_command_is_named_after_its_file_and_explains_itself(name):
    command = plugins.load("checker.commands", name, "command", click.Command)
    assert command.name == name
    assert command.help
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert all(option.help for option in options)


@pytest.mark.parametrize("name", sorted(built_in()))
def test_a_property_has_labels_and_cues_in_every_language(name):
    item = built_in()[name]
    assert set(item.label) >= set(supported())
    assert all(item.label[language].strip() for language in supported())
    for words_of in (item.cues, item.counts):
        assert not words_of or set(words_of) >= set(supported()), "in one language only"
    assert re.fullmatch(r"[a-z][a-z0-9_]*", name)


def test_no_property_id_is_another_name_of_a_property():
    ids = [name for item in built_in().values() for name in (item.id, *item.aka)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("code", supported())
def test_a_language_brings_the_tables_of_every_other(code):
    folders = [PACKAGE / "languages" / other for other in supported()]
    tables = {path.name for folder in folders for path in folder.glob("*.yaml")}
    assert {path.name for path in (PACKAGE / "languages" / code).glob("*.yaml")} == tables
    assert grammar(code).name


def test_the_interface_speaks_dutch_and_english():
    dutch, english = words("nl"), words("en")
    assert type(dutch) is type(english)
    assert dutch != english


# --- generality --------------------------------------------------------------------------------------------------------

BASES = [ROOT / "facts", *sorted((ROOT / "tests").glob("*/*/facts"))]
GAZETTEERS = {"cities.yaml", "countries.yaml", "places.yaml"}
"""Lists of the places of the world: a fact base that names one of them has not been looked at."""


def entities(base):
    for path in sorted(base.rglob("*.yaml")):
        if path.name not in ("vocabulary.yaml", "registry.yaml"):
            yield from (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).values()


def names_of(entity):
    name, aliases = entity["name"], entity.get("aliases", [])
    groups = aliases.values() if isinstance(aliases, dict) else [aliases]
    given = [name] if isinstance(name, str) else list(name.values())
    return [*given, *entity.get("names", {}).values(), *(a for g in groups for a in g), *entity.get("discouraged", [])]


def proper_names():
    """(base, name) of what is surely a name: five letters or more, with a capital inside what is not a sentence."""
    return [
        (base, str(name))
        for base in BASES
        for entity in entities(base)
        for name in names_of(entity)
        if len(str(name)) >= 5 and str(name) != str(name).lower()
    ]


def own_properties():
    """The ids that teams made for themselves, as far as they are not ordinary words (those have no underscore)."""
    known = {name for item in built_in().values() for name in (item.id, *item.aka)}
    for base in BASES:
        vocabulary = base / "vocabulary.yaml"
        if vocabulary.is_file():
            for name in yaml.safe_load(vocabulary.read_text(encoding="utf-8")).get("properties") or {}:
                if name not in known and "_" in name:
                    yield base, name


def occurrences(names, *, suffix=None, flags=0):
    """Which of the names stand as whole words in a file of the package, in the case in which they are written."""
    wanted = sorted({name for _, name in names}, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, wanted)) + r")(?!\w)", flags)
    return [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file()
        and path.suffix != ".pyc"
        and path.suffix == (suffix or path.suffix)
        and path.name not in GAZETTEERS
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]


def test_there_are_fact_bases_to_compare_with():
    assert len(BASES) >= 3
    assert len(proper_names()) >= 100
    assert len(list(own_properties())) >= 10


def test_no_name_of_any_fact_base_stands_in_the_package():
    found = occurrences(proper_names())
    assert not found


def test_no_name_of_any_fact_base_stands_in_the_code_in_any_case():
    found = occurrences(proper_names(), suffix=".py", flags=re.IGNORECASE)
    assert not found


def test_no_own_property_of_a_team_stands_in_the_package():
    found = occurrences(own_properties())
    assert not found


def test_a_name_would_be_noticed():
    assert occurrences([(ROOT, "Natural"), (ROOT, "the registry of sources")])
