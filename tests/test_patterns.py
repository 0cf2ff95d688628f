"""No regular expression of the package backtracks: each is fed long near-misses, and its comparisons are counted."""

import importlib
import pkgutil
import re
from itertools import pairwise
from pathlib import Path

import pytest
from steps import Steps

import checker
from checker.values import not_values
from checker.values.lexicon import lexicon

NEAR_MISSES = [
    "1", "1 234 ", "1.234.", "1,234,", "1'234'", "a@", "a.b@c.", "www.", "http:/", "+31 ", "+31(0)", "06-", "0 1", "NL12 ABCD ", "1.2.3.", "V8-", "A-",
    "Ab1-", "4x4x", "12:3", "1:23:", "[1", "(1", "\n", "\n ", " \t", "1. ", "@a", "2025-", "2025/2", "7-5-", "a", "a ", "é", "Aa ", "a's", "om vijf voor ",
    "Kerkstraat ", "12 Church ", "ISBN 9-", "at five to ", "12.30-", "nummer 1.", "a.a", "<a ", "&a", "**a", "[a](", '"', "a: b\n", "- ", "#a ", "https://a.", "a/", "\u00a01", "e\u0301", "^x", "${",
]  # fmt: skip
SHORT, LONG = 60, 240
FOLDER = Path(checker.__file__).parent
SEARCHED = {
    (".".join(("checker", *path.relative_to(FOLDER).with_suffix("").parts)).removesuffix(".__init__"), name)
    for path in FOLDER.rglob("*.py")
    for name in re.findall(r"\b(\w+)\.(?:finditer|search|findall|sub|subn|split)\(", path.read_text(encoding="utf-8"))
}
"""Modules and names of patterns that are looked for from every place of a text; the others are tried at one place."""


def _patterns():
    seen = set()
    for module in pkgutil.walk_packages(checker.__path__, "checker."):
        if module.name.endswith("__main__"):
            continue
        for name, found in vars(importlib.import_module(module.name)).items():
            if isinstance(found, re.Pattern) and isinstance(found.pattern, str) and found not in seen:
                seen.add(found)
                yield pytest.param(
                    found, (module.name, name) in SEARCHED, id=f"{module.name.removeprefix('checker.')}-{name}"
                )
    for language in ("nl", "en", "de"):
        for index, (kind, pattern) in enumerate(not_values.patterns(lexicon(language))):
            yield pytest.param(re.compile(pattern), True, id=f"{language}-{kind}-{index}")


@pytest.mark.parametrize(("pattern", "searched"), list(_patterns()))
def test_no_pattern_backtracks(pattern, searched):
    for piece in NEAR_MISSES:
        counts = []
        for size in (SHORT, LONG):
            text = piece * (size // len(piece))
            steps = Steps(pattern)
            if searched:
                assert steps.spans(text) == [match.span() for match in pattern.finditer(text)], piece
            else:
                found = pattern.match(text)
                assert steps.match(text) == (found and found.end()), piece
            counts.append(steps.count)
        little, much = counts
        # Four times the text is four times the work; a square would be sixteen times.
        assert much < 6 * little + 2_000, (
            f"{piece!r}: {little} comparisons, {much} for a text {LONG // SHORT} times as long"
        )


@pytest.mark.parametrize(("pattern", "piece"), [(r"(?:\d+,?)+x", "1"), (r"[a-z .]*!", "a ."), (r"\w+@", "a")])
def test_a_pattern_that_backtracks_would_be_found(pattern, piece):
    sizes = (8, 12, 16) if "+,?)+" in pattern else (60, 120, 240)
    counts = []
    for size in sizes:
        steps = Steps(re.compile(pattern))
        steps.spans(piece * (size // len(piece)))
        counts.append(steps.count)
    assert all(much > 3 * little for little, much in pairwise(counts))
