"""When somebody took the place of somebody else, in a base of two directors."""

import pytest

from checker.factbase.load import load_facts
from checker.pipeline import Checker
from checker.reading import read_document
from checker.report import Verdict

FACTS = """
vera-blom: {type: person, name: Vera Blom, gender: female}
otto-kramer: {type: person, name: Otto Kramer, gender: male}
lindewerk:
  type: company
  name: Lindewerk
  facts:
    ceo:
      - {value: otto-kramer, valid: 2015-01-01/2022-08-31}
      - {value: vera-blom, valid: 2022-09-01/..}
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory):
    folder = tmp_path_factory.mktemp("facts")
    (folder / "people.yaml").write_text(FACTS, "utf-8")
    return Checker(load_facts(str(folder)))


def verdicts(checker, language, text):
    source = f"---\nlanguage: {language}\ndate: 2026-06-01\n---\n\n# Lindewerk\n\n{text}\n"
    report = checker.check(read_document("a.md", source.encode()))
    return {finding.text: finding.verdict for finding in report.findings if finding.property == "ceo"}


@pytest.mark.parametrize(
    ("language", "text", "date", "verdict"),
    [
        ("nl", "Vera Blom volgde in september 2022 Otto Kramer op.", "september 2022", Verdict.SUPPORTED),
        ("en", "Vera Blom succeeded Otto Kramer in September 2022.", "September 2022", Verdict.SUPPORTED),
        ("nl", "Vera Blom volgde in 2020 Otto Kramer op.", "2020", Verdict.CONTRADICTED),
        ("en", "Vera Blom succeeded Otto Kramer in 2020.", "2020", Verdict.CONTRADICTED),
        ("nl", "Vera Blom nam in 2023 de leiding over van Otto Kramer.", "2023", Verdict.CONTRADICTED),
        ("en", "Vera Blom took over from Otto Kramer in 2023.", "2023", Verdict.CONTRADICTED),
    ],
)
def test_the_date_of_a_succession_is_judged(checker, language, text, date, verdict):
    assert verdicts(checker, language, text).get(date) is verdict


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Vera Blom volgde Otto Kramer op, die in 2015 kwam."),
        ("en", "Vera Blom succeeded Otto Kramer, who came in 2015."),
        ("nl", "Vera Blom neemt het over van Otto Kramer, 63, directeur sinds 2015."),
        ("en", "Vera Blom takes over from Otto Kramer, 63, chief executive since 2015."),
        ("nl", "Vera Blom volgde in 2010 een cursus."),
        ("en", "Vera Blom took a course in 2010."),
        ("nl", "Vera Blom zou Otto Kramer al in 2020 opvolgen, maar nam toen verlof."),
        ("en", "Vera Blom would have succeeded Otto Kramer in 2020."),
    ],
)
def test_other_dates_are_left_alone(checker, language, text):
    assert Verdict.CONTRADICTED not in verdicts(checker, language, text).values()
