"""The weights and thresholds of linking and judging, in one place.

They are set by hand on texts of invented domains, never on one text; docs/decisions says why the value has no weight.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights and thresholds of linking, all of them."""

    subject: float = 0.5
    cue: float = 0.5
    qualifier: float = 0.1
    second_subject: float = 0.55
    later_subject: float = 0.4
    behind_unknown: float = 0.3
    of_unknown: float = 0.1
    """Not named, and a name that the base does not know stands in the subject's place."""
    of_peer: float = 0.1
    """What is left for a subject that is not named where another one of its kind is: too little to be right."""
    support_subject: float = 0.15
    """How clear the subject must be at least to support."""
    reference: float = 0.9
    """A pronoun, epithet or type noun instead of the name."""
    previous: float = 0.7
    """The subject of the sentence before."""
    established: float = 0.7
    """Not named, but what another recognised claim of the sentence is about."""
    elsewhere: float = 0.6
    """Factor when the sentence, or the one before, has a subject that the base does not know."""
    family: float = 0.87
    """The series for its edition, the parent for its team."""
    heading: float = 0.65
    topic: float = 0.6
    """What the document is about: its title, or what it names most."""
    mentioned: float = 0.4
    sole_holder: float = 0.4
    """Not named at all, but nothing else in the base has the property."""
    sole_holder_mentioned: float = 0.62
    rival_present: float = 0.5
    """Factor when another possible subject stands in the sentence and ours does not."""
    heading_cue: float = 0.45
    previous_cue: float = 0.35
    support: float = 0.45
    close: float = 0.15
    alarm: float = 0.62
    alarm_subject: float = 0.61
    named: float = 0.8
    """From which score on a subject stands in the sentence itself."""
    alarm_cue: float = 0.5
    lead: float = 0.2
    in_view: float = 0.4
    """From which score on a subject is weighed by the fitted trees where no word signals the property."""
    faint_cue: float = 0.9
    """From which score on a cue tells which figure one is that is right for somebody the sentence does not name."""
    traced: float = 0.7
    """How sure a slip is that only its trace tells (`traces.py`)."""
    traced_subject: float = 0.6
    """From which score on the subject alone is enough beside a trace."""
    traced_weakly: float = 0.38
    """From which score on a subject is, with the property's cue, beside one mistyped digit."""
    traced_faintly: float = 0.3
    """The same beside swapped digits, or another unit or magnitude."""
    traced_cue: float = 0.6
    traced_dimly: float = 0.2
    """From which score on a subject is enough beside a trace that two figures have by chance next to never."""
    traced_hint: float = 0.3
    """From which score on a cue says that a number counts what the property does, in another word."""
    traced_dim_cue: float = 0.35
    """The same of the property's cue, where the subject is in the text."""


WEIGHTS = Weights()
