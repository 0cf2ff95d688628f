"""`presscheck check --explain`: the statements that compete for a value, nl and en side by side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.weights import WEIGHTS

FACTS = """
havenlicht:
  type: organisation
  name: Havenlicht
  facts:
    employees: [{id: staff-2024, value: 340, where: {year: 2024}}, {id: staff-2023, value: 310, where: {year: 2023}}]
    customers: 12000
zoutkade:
  type: organisation
  name: Zoutkade
  facts:
    employees: [OTHERS]
""".replace(
    "OTHERS",
    ", ".join(f"{{id: other-{year}, value: {year - 1000}, where: {{year: {year}}}}}" for year in range(2010, 2020)),
)
TEXTS = {
    "nl": "# Nieuws\n\nHavenlicht had in 2024 310 medewerkers.\n\nHavenlicht had niet 9000 klanten. Dat staat in het verslag van de onderneming.\n",
    "en": "# News\n\nHavenlicht had 310 employees in 2024.\n\nHavenlicht did not have 9000 customers.\n",
}
WORDS = {
    "nl": (
        "“310”  aantal  onjuist",
        "onderwerp 1.00, signaalwoord",
        "klopt niet",
        "Uitgesloten door: 2024",
        "en nog 7",
    ),
    "en": ("“310”  count  contradicted", "subject 1.00, cue", "disagrees", "Ruled out by: 2024", "and 7 more"),
}
NEGATION = {"nl": "Geen alarm vanwege: een ontkenning", "en": "No alarm because of: a negation"}


@pytest.fixture
def run(tmp_path, presscheck):
    """A function that checks the text of a language in the interface of that language."""
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.yaml").write_text(FACTS, encoding="utf-8")
    for language, text in TEXTS.items():
        head = f"---\nlanguage: {language}\ndate: 2025-05-07\n---\n"
        (tmp_path / f"{language}.md").write_text(head + text, encoding="utf-8")

    def check(language, *options):
        return presscheck("check", f"{language}.md", "--ui", language, *options, cwd=tmp_path)

    return check


def explained(result, language):
    """What stands after the report: a list of lines per value, by its place."""
    found, place = {}, ""
    for line in result.stdout.splitlines():
        head = re.match(rf"{language}\.md:(\d+:\d+)  “[^”]*”  \S+  ", line)
        place = head[1] if head else place
        found.setdefault(place, []).append(line)
    return {place: lines for place, lines in found.items() if place}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_competing_statements_best_first_and_five_at_most(run, language):
    value, scores, apart, ruled_out, more = WORDS[language]
    result = run(language, "--explain")
    assert (result.returncode, result.stderr) == (1, "")
    (lines,) = [lines for lines in explained(result, language).values() if "“310" in lines[0]]
    assert value in lines[0]
    readings = [line for line in lines if re.match(r" +\d\. ", line)]
    assert [int(line.split(".")[0]) for line in readings] == [1, 2, 3, 4, 5]
    totals = [float(line.split()[1]) for line in readings]
    assert totals == sorted(totals, reverse=True)
    assert "[staff-2024 – facts/a.yaml:6]" in readings[0]
    assert scores in lines[2]
    assert apart in lines[2]
    assert any(ruled_out in line for line in lines)
    assert any(more in line for line in lines)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_forbids_an_alarm(run, language):
    lines = explained(run(language, "--explain", "--at", "9"), language)
    assert any(NEGATION[language] in line for own in lines.values() for line in own)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_score_is_the_weighted_sum_of_its_parts(run, language):
    text = run(language, "--explain").stdout
    rows = re.findall(r"^ +\d\. (\d\.\d\d)  .*\n +\S+ (\S+), \S+ (\S+), \S+ (\S+);", text, re.MULTILINE)
    assert rows
    for total, subject, cue, qualifier in rows:
        summed = WEIGHTS.subject * float(subject) + WEIGHTS.cue * float(cue) + WEIGHTS.qualifier * float(qualifier)
        assert float(total) == pytest.approx(summed, abs=0.02)


def test_one_place(run):
    everything = explained(run("en", "--explain"), "en")
    assert set(explained(run("en", "--explain", "--at", "7"), "en")) == {p for p in everything if p.startswith("7:")}
    assert set(explained(run("en", "--explain", "--at", "7:17"), "en")) == {"7:16"}
    assert "en.md: there is no value at this place" in run("en", "--explain", "--at", "7:1").stdout
    assert "nl.md: op deze plaats staat geen waarde" in run("nl", "--explain", "--at", "99").stdout


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_itself_stays_as_it_is(run, language):
    plain, more = run(language), run(language, "--explain")
    assert more.stdout.startswith(plain.stdout)
    assert more.returncode == plain.returncode


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--at", "3"], "use it with --explain"),
        (["--explain", "--at", "x"], "“x” is no place"),
        (["--explain", "--at", "0"], "“0” is no place"),
        (["--explain", "--at", "1:2:3"], "“1:2:3” is no place"),
        (["--explain", "--format", "json"], "it goes with the terminal, not with json"),
    ],
)
def test_options_that_cannot_be_used(run, options, message):
    result = run("en", *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr


OUTWEIGHED = {"nl": "Een vergissing is toch waarschijnlijker (0.", "en": "A slip is the likelier all the same (0."}


@pytest.mark.parametrize("ui", ["nl", "en"])
def test_a_likely_slip_says_what_was_weighed_against_it(presscheck, tmp_path, ui):
    corpus = Path(__file__).parent / "corpus" / "medtech"
    true = (corpus / "true.journalist.en.md").read_text(encoding="utf-8")
    assert "gets by on 18 litres" in true
    draft = tmp_path / "draft.en.md"
    draft.write_text(true.replace("gets by on 18 litres", "gets by on 28 litres"), encoding="utf-8")
    result = presscheck("check", draft, "--facts", corpus / "facts", "--explain", "--ui", ui)
    block = result.stdout.partition("“28 litres”  ")[2].partition("“nineties”")[0]
    assert OUTWEIGHED[ui] in block
    assert result.returncode == 1
