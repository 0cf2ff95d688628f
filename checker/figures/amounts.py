"""A figure: a number of the text with its unit, and how finely it was written.

A relation between figures can only fail by more than their rounding. A figure's `step` is the distance to the next
number that would have been written in the same way: 0.1 million for "18.9 million", 100 for "25,500", nought for a
count below a thousand, which is exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.mentions import Scene, ValueMention
    from checker.values.model import Value

_NUMBERED = frozenset({"count", "money", "percent", "quantity", "duration"})
_EXACT_BELOW = 1000
_SECONDS = {"H": 3600, "M": 60, "S": 1}
_CLOCK = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
_LOOSE = Decimal("0.1")
"""What a hedged figure may differ from the truth, as a part of it."""
_PARTS_END = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its place: `kind` tells which figures can be added to and compared with each other."""

    number: Decimal
    step: Decimal
    kind: tuple[str, str]
    loose: bool
    value: Value
    mention: ValueMention
    scene: Scene

    @property
    def fraction(self) -> bool:
        """Whether it is a part of one ("a quarter", "twee derde")."""
        return self.kind[0] == "count" and 0 < self.number < _PARTS_END

    @property
    def share(self) -> Decimal | None:
        """The figure as a percentage, if it is one: of a percentage or a part of one."""
        if self.kind == ("percent", ""):
            return self.number
        return self.number * 100 if self.fraction else None

    @property
    def share_step(self) -> Decimal:
        """How finely a share was written, in percent; a fraction is a round one."""
        return Decimal(5) if self.fraction else self.step

    @property
    def low(self) -> Decimal:
        """The least number that would be written like this."""
        return self.number - self.step / 2 - (self.number * _LOOSE if self.loose else 0)

    @property
    def high(self) -> Decimal:
        """The greatest number that would be written like this."""
        return self.number + self.step / 2 + (self.number * _LOOSE if self.loose else 0)


def step_of(number: Decimal, low: Decimal | None, high: Decimal | None) -> Decimal:
    """Return how finely a number was written: what its notation says, else by its trailing noughts."""
    if low is not None and high is not None and high > low:
        return high - low
    if number != number.to_integral_value():
        return Decimal(10) ** max(int(number.as_tuple().exponent), -4)
    if abs(number) < _EXACT_BELOW:
        return Decimal(0)
    digits = str(abs(int(number)))
    noughts = len(digits) - len(digits.rstrip("0"))
    # Two figures are always meant: nobody rounds 80,000 to tens of thousands without saying "about".
    noughts = min(noughts, len(digits) - 2)
    return Decimal(10) ** noughts if noughts >= 2 else Decimal(0)


def figures_of(mention: ValueMention, scene: Scene) -> tuple[Figure, ...]:
    """Return the figures of a value: none for a date or rank, two for a range ("from 12.5 to 14.2 million")."""
    value = mention.value
    series = value.type == "ordinal" and value.role == "nth"
    if not series and (value.type not in _NUMBERED or value.role in ("rank", "target")):
        return ()
    kind = (value.type, value.unit or value.currency or "")
    numbers: list[Decimal | None] = [value.number, value.number_to]
    if value.type == "duration":
        clock = _CLOCK.fullmatch(value.duration or "")
        if clock and any(clock.groups()):
            parts = zip(clock.groups(), _SECONDS.values(), strict=True)
            seconds = sum((Decimal(part or 0) * size for part, size in parts), Decimal(0))
            numbers, kind = [seconds, None], ("duration", "second")
    found = []
    for number in numbers:
        if number is None:
            continue
        alone = numbers[1] is None
        step = step_of(number, value.low if alone else None, value.high if alone else None)
        # "from" and "to" open a stretch here as often as they say "at least" and "at most".
        loose = value.hedge != "exact" and not (value.hedge_doubtful and value.hedge in ("min", "max"))
        found.append(
            Figure(number=number, step=step, kind=kind, loose=loose, value=value, mention=mention, scene=scene)
        )
    return tuple(found)


def part_figure(mention: ValueMention, scene: Scene) -> Figure:
    """Return the part of one that an ordinal names ("een vijfde")."""
    number = 1 / (mention.value.number or Decimal(1))
    return Figure(
        number=number,
        step=Decimal(0),
        kind=("count", ""),
        loose=mention.value.hedge != "exact",
        value=mention.value,
        mention=mention,
        scene=scene,
    )


def like(figure: Figure, other: Figure) -> Figure:
    """Return a bare number with unit and magnitude of another ("van 12,5 naar 14,2 miljoen"); others as they are."""
    if figure.kind == other.kind or figure.kind != ("count", "") or other.kind[0] == "duration" or figure.fraction:
        return figure
    scale = _magnitude(other)
    if any(character.isalpha() for character in figure.value.text):
        scale = Decimal(1)  # it has its own ("30 miljoen")
    place = min(int(figure.number.as_tuple().exponent), 0)
    step = figure.step if scale == 1 else Decimal(10) ** place * scale
    return replace(figure, kind=other.kind, number=figure.number * scale, step=step)


def scaled(figure: Figure, other: Figure) -> Figure:
    """Return a bare number with the magnitude of a count that it forms a pair with ("van 80 naar 60 miljoen")."""
    magnitude = _magnitude(other)
    bare = not any(character.isalpha() for character in figure.value.text)
    if figure.kind != other.kind or magnitude == 1 or not bare or figure.number >= _EXACT_BELOW:
        return figure
    place = min(int(figure.number.as_tuple().exponent), 0)
    return replace(figure, number=figure.number * magnitude, step=Decimal(10) ** place * magnitude)


def _magnitude(figure: Figure) -> Decimal:
    """Return what the digits of a figure are multiplied by: a million in "14,2 miljoen"."""
    digits = re.search(r"\d[\d.,]*\d|\d", figure.value.text)
    if digits is None or re.sub(r"\D", "", digits[0]) == f"{figure.number.normalize():f}":
        return Decimal(1)
    for power in (0, 3, 6, 9, 12):
        written = f"{(figure.number / Decimal(10) ** power).normalize():f}"
        plain = digits[0].replace(",", ".")
        if plain == written or (plain.rstrip("0").rstrip(".") == written and "." in plain):
            return Decimal(10) ** power
    return Decimal(1)


def ratio(part: Figure, whole: Figure) -> tuple[Decimal, Decimal] | None:
    """Return the least and greatest part : whole, or None where the whole may be nought."""
    if whole.low <= 0 or part.low < 0:
        return None
    return part.low / whole.high, part.high / whole.low


def share_fits(claim: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a share that was written can stand for one between `low` and `high` (parts of one).

    A written percentage may be rounded, or cut off after its last digit.
    """
    share = claim.share
    if share is None:
        return True
    rounding = claim.share_step / 2
    cutting = rounding if claim.fraction else claim.share_step
    slack = abs(share) * _LOOSE if claim.loose else Decimal(0)
    return low * 100 <= share + cutting + slack and high * 100 >= share - rounding - slack


def far(found: Decimal, expected: Decimal, figures: tuple[Figure, ...]) -> bool:
    """Whether a sum or difference is further off than the rounding of its figures allows.

    That is half a step of each, but no more than one of the coarsest for up to four figures: roundings of more add up
    by their root.
    """
    steps = [f.step for f in figures]
    many = max(Decimal(1), Decimal(len(figures)).sqrt() / 2)
    rounding = min(max(steps) * many, sum(steps, Decimal(0)) / 2)
    slack = sum((abs(f.number) * _LOOSE for f in figures if f.loose), Decimal(0))
    return abs(found - expected) > rounding + slack
