"""Documents against each other: versions of one text, texts on one subject, and the command."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from checker.contrast import contrast, read_text
from checker.reading import read_document
from checker.report import Verdict

FOLDER = Path(__file__).parent / "figures"
SLIPS = yaml.safe_load((FOLDER / "slips.yaml").read_text(encoding="utf-8"))
DOMAINS = sorted(
    name.split(".")[0] for name in SLIPS if name.endswith(".nl.md") and name.replace(".nl.", ".en.") in SLIPS
)
CAUGHT_AT_LEAST = 130


def text_of(name, text, **options):
    return read_text(read_document(name, text.encode("utf-8"), **options))


@cache
def release(name):
    return text_of(name, (FOLDER / name).read_text(encoding="utf-8"))


def clashes(*texts, ui="en"):
    return [(r.document.path, f.text, f.expected) for r in contrast(texts, ui) for f in r.findings]


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_release_in_two_languages_agrees(domain):
    assert clashes(release(f"{domain}.nl.md"), release(f"{domain}.en.md")) == []


def test_different_releases_have_nothing_to_contradict():
    texts = [release(f"{domain}.{language}.md") for domain in DOMAINS for language in ("nl", "en")]
    assert clashes(*texts) == []


def test_slips_in_one_language_are_found():
    caught, total, aside = 0, 0, []
    for name, slips in SLIPS.items():
        domain, language, _ = name.split(".")
        if domain not in DOMAINS:
            continue
        other = release(f"{domain}.{'en' if language == 'nl' else 'nl'}.md")
        text = (FOLDER / name).read_text(encoding="utf-8")
        for slip in slips:
            found = clashes(other, text_of(name, text.replace(slip["text"], slip["replace"], 1)))
            total += 1
            caught += bool(found)
            aside += found[1:]
    assert caught >= CAUGHT_AT_LEAST, f"{caught} of {total}"
    assert aside == []


EDITION = """# Zilt Festival draws 41,200 visitors

Vlissingen, 2 June 2025 – The Zilt Festival drew 41,200 visitors in three days. There were 64 acts on five stages.
The fourth day, on 9 June, is for children. A ticket costs EUR 45, in 2024 it was EUR 42. Jorinde Kastelein has led
the festival for 6 years. It has 38 staff and 420 volunteers.
"""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("64 acts", "46 acts", [("46", "64")]),
        ("on 9 June", "on 8 June", [("8 June", "9 June")]),
        ("EUR 45", "EUR 54", [("EUR 54", "EUR 45")]),
        ("EUR 45", "USD 45", [("USD 45", "EUR 45")]),
        ("420 volunteers", "4,200 volunteers", [("4,200", "420")]),
        ("Kastelein", "Kasteleyn", [("Jorinde Kasteleyn", "Jorinde Kastelein")]),
        # the same said otherwise, rounded, or more precisely
        ("41,200 visitors in", "over 41,000 visitors in", []),
        ("64 acts", "sixty-four acts", []),
        ("Jorinde Kastelein", "Kastelein", []),
        ("It has 38 staff and 420 volunteers.", "", []),
        ("five stages", "five stages, of which two are new", []),
    ],
)
def test_versions_of_one_text(old, new, found):
    assert old in EDITION
    one, other = text_of("a.md", EDITION), text_of("b.md", EDITION.replace(old, new, 1))
    assert [(text, expected) for path, text, expected in clashes(one, other) if path == "b.md"] == found


def test_a_rounded_figure_in_a_version_is_no_clash():
    one = text_of("a.md", EDITION)
    assert clashes(one, text_of("b.md", EDITION.replace("41,200", "41,234"))) == []


ARTICLE = """# How the Zilt Festival grew up

Vlissingen, 12 June 2025 – For years the Zilt Festival was a party of friends. Now the Zilt Festival has {staff} staff and
a budget of its own. Its rival Golfslag has 52 staff. In 2019 the Zilt Festival had 12 staff.
"""


@pytest.mark.parametrize(("staff", "found"), [("38", []), ("83", []), ("36", [("36", "38")])])
def test_texts_on_one_subject(staff, found):
    other = "# Zilt Festival closes its doors\n\nVlissingen, 2 June 2025 – The Zilt Festival has 38 staff and 420 volunteers.\n"
    texts = text_of("a.md", other), text_of("b.md", ARTICLE.format(staff=staff))
    assert [(text, expected) for _, text, expected in clashes(*texts)] == found


def test_last_years_release_is_another_time():
    older = EDITION.replace("2025", "2024").replace("41,200", "38,900").replace("64 acts", "58 acts")
    assert clashes(text_of("a.md", older), text_of("b.md", EDITION)) == []


def test_the_one_that_differs_from_the_others_is_blamed_once():
    texts = [
        text_of(f"{name}.md", EDITION.replace("64 acts", f"{acts} acts"))
        for name, acts in zip("abc", (46, 64, 64), strict=True)
    ]
    (report, *rest) = contrast(texts, "nl")
    (finding,) = report.findings
    assert not any(other.findings for other in rest)
    assert finding.verdict is Verdict.INCONSISTENT
    assert [proof.file for proof in finding.evidence] == ["b.md", "c.md"]
    assert finding.explanation == "Hier staat “46”, maar in b.md:3 staat “64”."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text(EDITION, encoding="utf-8")
    (tmp_path / "b.md").write_text(EDITION.replace("64 acts", "46 acts"), encoding="utf-8")
    (tmp_path / "same.md").write_text(EDITION.replace("64", "sixty-four"), encoding="utf-8")
    (tmp_path / "bad.md").write_bytes(b"\0\1\2\0" * 50)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (["a.md", "same.md"], 0),
        (["a.md", "b.md"], 1),
        (["a.md", "b.md", "--fail-on", "never"], 0),
        (["a.md", "b.md", "bad.md"], 2),
        (["a.md", "missing.md"], 2),
        (["a.md"], 2),
        (["a.md", "b.md", "--format", "nonsense"], 2),
    ],
)
def test_exit_status(presscheck, folder, names, status):
    given = [str(folder / name) if name.endswith(".md") else name for name in names]
    result = presscheck("compare", *given)
    assert result.returncode == status
    assert "Traceback" not in result.stderr


def test_output(presscheck, folder):
    given = [str(folder / "a.md"), str(folder / "b.md")]
    printed = presscheck("compare", *given).stdout
    assert "b.md:3:" in printed
    assert "“46” → 64" in printed
    found = json.loads(presscheck("compare", *given, "--format", "json").stdout)
    assert [len(document["findings"]) for document in found["documents"]] == [0, 1]
    (finding,) = found["documents"][1]["findings"]
    assert (finding["check"], finding["text"], finding["expected"]) == ("compare", "46", "64")
    assert finding["evidence"][0]["file"] == given[0]
    assert finding["evidence"][0]["line"] == 3
