"""Whole texts in invented domains: nothing true may raise an alarm, and enough slips must be caught."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from corpus.domains import domain_names, load_domain
from corpus.harness import measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.harness import Tally

FLOORS = {
    "bank": 0.65,
    "bicycles": 0.4,
    "drafts": 0.8,
    "football": 0.4,
    "hospital": 0.7,
    "museum": 0.4,
}
"""The share of the slips that must be caught, by domain. Raise a floor when the checker gets better, never lower it."""
FLOOR = 0.3
"""The floor of a domain that is not listed."""


@cache
def _tallies(name: str) -> Sequence[Tally]:
    return tuple(measure(load_domain(name)).values())


@pytest.mark.parametrize("name", domain_names())
def test_true_texts_raise_no_alarm(name: str) -> None:
    assert [str(alarm) for tally in _tallies(name) for alarm in tally.false_alarms] == []


@pytest.mark.parametrize("name", domain_names())
def test_harmless_rewordings_raise_no_alarm(name: str) -> None:
    assert [str(alarm) for tally in _tallies(name) for alarm in tally.harmless_alarms] == []


@pytest.mark.parametrize("name", domain_names())
def test_enough_slips_are_caught(name: str) -> None:
    outcomes = [outcome for tally in _tallies(name) for outcome in tally.outcomes]
    assert outcomes, f"{name} plants no slip"
    missed = [str(outcome) for outcome in outcomes if not outcome.caught]
    share = 1 - len(missed) / len(outcomes)
    assert share >= FLOORS.get(name, FLOOR), "\n".join(missed)
