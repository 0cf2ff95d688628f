"""The figures of what was measured: for one kind of claim or all, in one language, one domain, or all together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.evaluation.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.evaluation.measure import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was planted and found.

    `covered` counts the slips whose place was compared in the true text, `linked` those where a finding supports what
    stood there. `words` and `alarms` are those of the true texts, `reworded_words` and `reworded_alarms` those of the
    texts with a harmless rewording, each counted in full.
    """

    slips: int
    caught: int
    covered: int
    linked: int
    words: int
    alarms: int
    reworded_words: int
    reworded_alarms: int

    @property
    def caught_share(self) -> float | None:
        """The share of the slips that are caught, from 0 to 1; None where there is none."""
        return self.caught / self.slips if self.slips else None

    @property
    def linked_share(self) -> float | None:
        """The share of the covered claims that are linked, from 0 to 1; None where there is none."""
        return self.linked / self.covered if self.covered else None

    @property
    def alarm_rate(self) -> float | None:
        """False alarms per 1,000 words of the true texts; None where there are no words."""
        return 1000 * self.alarms / self.words if self.words else None

    @property
    def reworded_alarm_rate(self) -> float | None:
        """False alarms per 1,000 words of the reworded texts; None where there are no words."""
        return 1000 * self.reworded_alarms / self.reworded_words if self.reworded_words else None


def figures(tallies: Iterable[Tally], kind: str | None = None) -> Figures:
    """Return the figures of tallies together: of one kind of claim, or of all; words are always those of all."""
    found: Counter[str] = Counter()
    for tally in tallies:
        outcomes = [outcome for outcome in tally.outcomes if kind in (None, outcome.kind)]
        found.update(
            slips=len(outcomes),
            caught=sum(outcome.caught for outcome in outcomes),
            covered=sum(outcome.linked is not None for outcome in outcomes),
            linked=sum(bool(outcome.linked) for outcome in outcomes),
            words=tally.words,
            alarms=sum(kind in (None, alarm.kind) for alarm in tally.false_alarms),
            reworded_words=tally.reworded_words,
            reworded_alarms=sum(kind in (None, alarm.kind) for alarm in tally.reworded_alarms),
        )
    return Figures(
        slips=found["slips"],
        caught=found["caught"],
        covered=found["covered"],
        linked=found["linked"],
        words=found["words"],
        alarms=found["alarms"],
        reworded_words=found["reworded_words"],
        reworded_alarms=found["reworded_alarms"],
    )


def kinds_in(tallies: Iterable[Tally]) -> list[str]:
    """Return the kinds of the slips and false alarms of tallies, in their fixed order."""
    seen: set[str] = set()
    for tally in tallies:
        seen.update(outcome.kind for outcome in tally.outcomes)
        seen.update(alarm.kind for alarm in (*tally.false_alarms, *tally.reworded_alarms))
    return [kind for kind in KINDS if kind in seen]
