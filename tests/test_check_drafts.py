"""The comparison of our drafts with the errors planted in them notices whatever differs."""

from __future__ import annotations

import importlib.util

import pytest

TEXT = "Opgericht in 1987, met 48 medewerkers en 48 stoelen."
SLIP = {"document": "draft.md", "text": "48", "occurrence": 2, "verdict": "contradicted", "expected": ["50", "vijftig"]}


@pytest.fixture(scope="module")
def compare(repository):
    spec = importlib.util.spec_from_file_location("compare_drafts", repository / ".ci" / "compare_drafts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def alarm(text, occurrence=1, verdict="contradicted", expected="50"):
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(text, start + 1)
    place = {"start": start, "end": start + len(text)}
    return {"text": text, "verdict": verdict, "expected": expected, "expected_value": None, "repairs": [], **place}


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([alarm("48", 2)], []),
        ([alarm("48", 2), alarm("1987", verdict="supported")], []),
        ([], ["draft.md “48”: not found, should be contradicted"]),
        (
            [alarm("48", 1)],
            [
                "draft.md “48”: not found, should be contradicted",
                "draft.md “48”: contradicted, but nothing is wrong there",
            ],
        ),
        ([alarm("48", 2, verdict="outdated")], ["draft.md “48”: outdated, should be contradicted"]),
        ([alarm("48", 2, expected="49")], ["draft.md “48”: corrected to “49”, should name 50 or vijftig"]),
        (
            [alarm("48", 2), alarm("1987", verdict="unclear")],
            ["draft.md “1987”: unclear, but nothing is wrong there"],
        ),
    ],
)
def test_every_difference_is_said(compare, tmp_path, findings, said):
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")
    run = {"documents": [{"path": "drafts/draft.md", "findings": findings}]}
    assert compare.differences(run, [SLIP], tmp_path) == said
