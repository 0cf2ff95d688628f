"""How a reading of a figure does against the others of the same figure.

The statement whose figure is nearest to the one in the text is the likeliest to be meant, if as much speaks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.likelihood.shapes import ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.likelihood.features import Features
    from checker.linking.readings import Reading
    from checker.mentions import ValueMention


class Rivals:
    """The readings of one figure, with how far it is from what each of them expects."""

    def __init__(self, readings: Sequence[Reading], mention: ValueMention) -> None:
        """Measure how far the figure is from what each reading expects."""
        self._readings = readings
        measured = ((one, ratio(one, mention)) for one in readings if one.agreement is Agreement.APART)
        self._apart = [(one, far) for one, far in measured if far >= 0]

    def describe(self, reading: Reading) -> Features:
        """Return how many others are nearer to the figure, and for how many as much speaks."""
        prop = reading.statement.property
        own = next((far for one, far in self._apart if one is reading), -1.0)
        nearer = [one for one, far in self._apart if far < own]
        return {
            "nearer ones": len(nearer),
            "nearer ones of subject": sum(one.subject >= reading.subject for one in nearer),
            "nearer ones of cue": sum(one.cue >= reading.cue for one in nearer),
            "cues as good": len(self._properties(reading.cue) - {prop.id}),
            "subjects as good": len(self._subjects(prop.id, reading.subject) - {reading.statement.subject}),
        }

    def _properties(self, cue: float) -> set[str]:
        return {one.statement.property.id for one in self._readings if one.cue >= cue}

    def _subjects(self, prop: str, least: float) -> set[str]:
        found = (one for one in self._readings if one.statement.property.id == prop and one.subject >= least)
        return {one.statement.subject for one in found}
