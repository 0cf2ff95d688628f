"""From readings to a verdict: supported, contradicted, outdated, or nothing that can be said.

Some good reading that agrees supports. An alarm needs a reading that disagrees, forbidden by nothing, well above the
thresholds, and ahead of every reading in which the text is right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.evidence.siblings import UNNAMED, meant
from checker.report import Verdict
from checker.vetoes.vetoes import ANOTHER_NOUN
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from checker.linking.readings import Reading
    from checker.period import Period


_NEARER = 4
"""How many times nearer a date must be, to be the one that was meant."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, the reading that it rests on, and others that matter; `reason` says why a value is unverified."""

    verdict: Verdict
    reading: Reading | None = None
    also: tuple[Reading, ...] = ()
    reason: str = "no-statement"
    confidence: float = 0.0
    faint: Reading | None = None
    """By which an unverified value is right, though the text does not say clearly whose it is."""


def faintly(readings: Sequence[Reading]) -> Reading | None:
    """Return the reading by which a value is right and that its own words signal, whoever its subject is, or None.

    None where it is right for several.
    """
    right = [r for r in readings if r.agreement is Agreement.INSIDE and not r.conflicts and _current(r)]
    right = [r for r in right if r.cue >= WEIGHTS.faint_cue and not r.denied]
    return right[0] if len({r.statement.subject for r in right}) == 1 else None


def _current(reading: Reading) -> bool:
    return reading.when in ("always", "now", "unknown")


def judge(
    readings: Sequence[Reading], as_of: Period | None, memory: timedelta, *, planned: bool, past: bool
) -> Judgement:
    """Judge one value from all its readings.

    `memory` is how long ago a fact may have ended to be called outdated; `planned` says that the clause speaks of
    what is to come, so that what is only true later is no error; `past` that it speaks of what was.
    """
    fitting = [r for r in readings if not r.conflicts]
    agreeing = [
        r
        for r in fitting
        if r.agreement is Agreement.INSIDE
        and (_current(r) or (planned and r.when != "past"))
        and r.subject >= WEIGHTS.support_subject
        and not r.denied
    ]
    partial = [r for r in fitting if r.agreement is Agreement.PARTIAL and _current(r)]
    apart = [r for r in fitting if r.agreement is Agreement.APART and _current(r)]
    stale = [r for r in fitting if r.agreement is Agreement.INSIDE and r.when in ("past", "later") and not planned]
    if past:
        stale = [r for r in stale if r.when != "past"]
        if any(r.agreement is Agreement.INSIDE and r.when == "past" and r.score >= WEIGHTS.support for r in fitting):
            return Judgement(Verdict.UNVERIFIED, reason="no-statement")
    instead = [(r, meant(r, apart, as_of)) for r in agreeing]
    agreeing = [r for r, other in instead if other is None or not _may_alarm(_named(other))]
    taken = {other.statement.id for r, other in instead if other is not None}
    apart = [_named(r) if r.statement.id in taken else r for r in apart]
    best_apart = _likeliest([r for r in apart if _may_alarm(r)] or apart)
    agreeing = [r for r in agreeing if not _counts_another(r, best_apart)]
    best_agreeing = max(agreeing, key=_rank, default=None)
    if best_agreeing is not None and best_agreeing.score >= WEIGHTS.support:
        close = best_apart is None or best_agreeing.score >= best_apart.score - WEIGHTS.close
        if best_apart is not None and (_crossed(best_agreeing, best_apart) or _far_off(best_agreeing, best_apart)):
            close = False
        if close or (best_apart is not None and not _may_alarm(best_apart)):
            return Judgement(Verdict.SUPPORTED, best_agreeing, confidence=min(1.0, best_agreeing.score))
    old = max(stale, key=_rank, default=None)
    if old is not None and _may_alarm(old) and (best_apart is None or old.score >= best_apart.score - WEIGHTS.close):
        return _out_of_time(old, apart, as_of, memory)
    if best_apart is None or not _may_alarm(best_apart):
        reason = "too-precise" if partial else "no-statement"
        if best_apart is not None and best_apart.rival:
            reason = "other-subject"
        return Judgement(Verdict.UNVERIFIED, best_apart, reason=reason)
    for other in (*agreeing, *partial):
        if _as_sure(other, best_apart):
            return Judgement(Verdict.UNVERIFIED, best_apart, reason="no-statement")
        if (
            not (_crossed(other, best_apart) or _far_off(other, best_apart))
            and other.score > best_apart.score - WEIGHTS.lead
            and other.score > WEIGHTS.support / 2
        ):
            return Judgement(
                Verdict.UNVERIFIED, best_apart, reason="too-precise" if other in partial else "no-statement"
            )
    if as_of is not None and any(_of_its_time(r, best_apart, as_of) for r in readings):
        return Judgement(Verdict.UNVERIFIED, best_apart, reason="no-statement")
    also = tuple(
        r
        for r in readings
        if r.agreement is Agreement.INSIDE
        and r.statement.subject == best_apart.statement.subject
        and r.statement.property.id == best_apart.statement.property.id
        and len(r.conflicts) == 1
        and r.conflicts[0][1] == "own"
    )
    verdict = Verdict.OUTDATED if best_apart.lately else Verdict.CONTRADICTED
    return Judgement(verdict, best_apart, also, confidence=min(1.0, best_apart.score))


def _likeliest(apart: Sequence[Reading]) -> Reading | None:
    """Return the best of the readings that disagree; of several dates that are as good, the one that is near."""
    best = max(apart, key=_rank, default=None)
    if best is None or not best.days_off:
        return best
    near = [r for r in apart if r.days_off * _NEARER <= best.days_off and r.score >= best.score - WEIGHTS.lead]
    return min(near, key=lambda r: (r.days_off, r.statement.id), default=best)


def _of_its_time(other: Reading, apart: Reading, as_of: Period) -> bool:
    """Whether the value is right for the document's own year, and only a date in the sentence speaks for another."""
    return (
        other.agreement is Agreement.INSIDE
        and other.statement.subject == apart.statement.subject
        and other.statement.property.id == apart.statement.property.id
        and bool(other.conflicts)
        and all(kind == "year" for kind, *_ in other.conflicts)
        and other.year is not None
        and other.year.overlaps(as_of)
    )


def _as_sure(agreeing: Reading, apart: Reading) -> bool:
    """Whether another property, signalled as clearly, or another subject has just this value: most likely right."""
    if agreeing.agreement is not Agreement.INSIDE:
        return False
    if agreeing.statement.property.id == apart.statement.property.id:
        # The value of somebody else: an alarm only where the sentence itself names whom it is about.
        other = agreeing.statement.subject != apart.statement.subject
        return other and apart.subject < WEIGHTS.named and not _far_off(agreeing, apart)
    return agreeing.cue >= apart.cue - 0.05 and agreeing.score >= WEIGHTS.alarm


def _far_off(agreeing: Reading, apart: Reading) -> bool:
    """Whether a date is that of somebody of whom only another part of the text speaks.

    "The 22-year-old, who joined today, has a contract until 2029": 2029 is the end of another one's contract.
    """
    return (
        agreeing.statement.property.id == apart.statement.property.id
        and agreeing.statement.property.type == "date"
        and "age" not in agreeing.statement.property.signs
        and agreeing.statement.subject != apart.statement.subject
        and agreeing.subject <= WEIGHTS.mentioned
        and apart.subject >= WEIGHTS.established
        and _may_alarm(apart)
    )


def _crossed(agreeing: Reading, apart: Reading) -> bool:
    """Whether the value fits another subject only, while the nearest one has the property with another value."""
    return (
        agreeing.statement.property.id == apart.statement.property.id
        and agreeing.statement.subject != apart.statement.subject
        and agreeing.rival
        and not apart.rival
        and apart.subject >= WEIGHTS.named
    )


def _counts_another(agreeing: Reading, apart: Reading | None) -> bool:
    """Whether the noun beside a figure is counted by another statement of its subject ("74 varieties")."""
    if apart is None or not _may_alarm(apart) or agreeing.statement.subject != apart.statement.subject:
        return False
    return {ANOTHER_NOUN, f"cue of {apart.statement.property.id}"} <= set(agreeing.vetoes)


def _out_of_time(old: Reading, apart: Sequence[Reading], as_of: Period | None, memory: timedelta) -> Judgement:
    valid = old.statement.valid
    successors = [
        r
        for r in apart
        if r.statement.subject == old.statement.subject and r.statement.property.id == old.statement.property.id
    ]
    also = tuple(successors[:1])
    if valid is None or as_of is None:
        return Judgement(Verdict.UNVERIFIED, old, reason="undated")
    if old.when == "later" and not also and old.statement.property.type == "money":
        return Judgement(Verdict.UNVERIFIED, old, reason="no-statement")  # the price of what is yet to open
    if old.when == "later":
        return Judgement(Verdict.CONTRADICTED, old, also, reason="not-yet", confidence=min(1.0, old.score))
    recent = as_of.first - valid.last <= memory
    if recent:
        return Judgement(Verdict.OUTDATED, old, also, confidence=min(1.0, old.score))
    if also:
        return Judgement(Verdict.CONTRADICTED, also[0], (old,), confidence=min(1.0, old.score))
    return Judgement(Verdict.UNVERIFIED, old, reason="no-statement")


def _named(reading: Reading) -> Reading:
    """Return a reading as if the text named its year."""
    return replace(reading, vetoes=tuple(veto for veto in reading.vetoes if veto != UNNAMED))


def _rank(reading: Reading) -> tuple[float, str]:
    return reading.score, reading.statement.id


def _may_alarm(reading: Reading) -> bool:
    return (
        not reading.vetoes
        and reading.subject >= WEIGHTS.alarm_subject
        and reading.cue >= WEIGHTS.alarm_cue
        and reading.score >= WEIGHTS.alarm
    )
