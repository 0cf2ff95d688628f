"""One way to understand a value: as that of one statement, with how well the text speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from checker.comparing import Agreement
    from checker.evidence.times import Binding
    from checker.factbase.model import FactValue, Statement
    from checker.period import Period
    from checker.report import Part

Parts = tuple["Part", ...]
When = Literal["always", "now", "past", "later", "unknown", "elsewhen"]
"""When a statement holds: seen from the judgement date, or `elsewhen` than the clause itself says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a value: as the value of this statement."""

    statement: Statement
    agreement: Agreement
    expected: FactValue
    subject: float
    cue: float
    qualifier: float
    when: When
    conflicts: tuple[tuple[str, str, int, int], ...]
    vetoes: tuple[str, ...]
    parts: tuple[Part, ...]
    rival: bool
    lately: bool = False
    """Whether an age was right not long ago."""
    denied: bool = False
    """Whether the clause denies what it says."""
    year: Period | None = None
    """The year that the statement's qualifiers name."""
    unstated: bool = False
    """Whether neither the text nor its date names that year."""
    bound: Binding = "none"
    """Where that year was found."""
    reached: bool = False
    """Whether the words before the value say that it rose or fell to this."""
    looks_back: bool = False
    """Whether the sentence speaks of an earlier time."""
    series: str = ""
    """The subject, or what that is an edition of."""
    days_off: int = 0
    """How many days a date of the text is from that of the statement."""

    @property
    def score(self) -> float:
        """How well the text speaks of the statement, between 0 and about 1.1."""
        return WEIGHTS.subject * self.subject + WEIGHTS.cue * self.cue + WEIGHTS.qualifier * self.qualifier
