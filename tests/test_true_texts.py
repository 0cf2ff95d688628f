"""True texts full of what the fact base does not know, in domains of their own: no figure of others may raise an alarm.

Half of what these texts tell is of competitors, other years, parts, plans and people whom the base does not know. Each
domain has the format of the corpus, without slips.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.evaluation.corpus import load_domain
from checker.evaluation.measure import measure

DOMAINS = sorted(path.parent for path in (Path(__file__).parent / "true_texts").glob("*/facts"))


@pytest.mark.parametrize("folder", DOMAINS, ids=lambda folder: folder.name)
def test_true_texts_raise_no_alarm_and_are_understood(folder: Path) -> None:
    tallies = measure(load_domain(folder)).values()
    assert [str(alarm) for tally in tallies for alarm in tally.false_alarms] == []
    assert sum(tally.supported for tally in tallies) >= 20, "nothing is flagged because nothing is linked"
