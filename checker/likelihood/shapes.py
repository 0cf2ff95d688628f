"""How a figure is written, how far that is from the figure of the base, and in what kind of phrase it stands.

A slip of the hand mostly keeps the digits or their number, and one of the memory the size; a figure of something else
is as often rounder, and stands behind no article.
"""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.comparing import is_near, read_period
from checker.distortions import distortion
from checker.evidence.sides import own_side
from checker.factbase.model import Amount, Moment

if TYPE_CHECKING:
    from checker.evidence.setting import Setting
    from checker.likelihood.features import Features
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.period import Period

_FAR = 4
"""How many times as large a figure may be to count as near."""


def shape(reading: Reading, mention: ValueMention) -> Features:
    """Return how a figure is written, beside the one that a statement leads one to expect."""
    value, fact = mention.value, reading.statement.value
    found: Features = {
        "digits": sum(character.isdigit() for character in value.text),
        "in words": not any(character.isdigit() for character in value.text),
        "ratio": ratio(reading, mention),
        "more": _difference(reading, mention) > 0,
        "less": _difference(reading, mention) < 0,
        "one apart": abs(_difference(reading, mention)) == 1,
    }
    slip = distortion(value, fact)
    if slip is not None:
        found[f"slip: {slip}"] = 1.0
    amount = _amount(reading)
    if amount is not None:
        found["near" if is_near(value, amount, times=_FAR) else "far"] = 1.0
    shown = amount or fact
    if isinstance(fact, Moment) and value.date is not None:
        found |= _dates(value.date, fact.period)
    elif isinstance(shown, Amount) and shown.number and value.number:
        found |= _numbers(value.number, shown.number)
    return found


def position(scene: Scene, mention: ValueMention, setting: Setting) -> Features:
    """Return in what kind of phrase a figure stands, and where in the text."""
    rules, tokens = setting.rules, scene.sentence.tokens
    before = tokens[mention.first - 1].norm if mention.first else ""
    after = tokens[mention.last + 1].text if mention.last + 1 < len(tokens) else ""
    return {
        "behind an article": before in rules.definite,
        "behind a possessive": before in rules.possessives,
        "behind a preposition": before in setting.prepositions,
        "behind a since": before in rules.since,
        "behind an until": before in rules.until,
        "behind a verb": bool(mention.first) and setting.is_verb(tokens[mention.first - 1]),
        "behind a comma": before == ",",
        "opens the sentence": mention.first == 0,
        "closes the clause": not after or after in ",;:.!?",
        "in brackets": before == "(",
        "beside a quote": len(own_side(scene, mention.first, mention.last)) < len(tokens),
        "words in sentence": len(tokens),
        "so far": round(scene.index / max(1, len(setting.scenes)), 2),
    }


def _dates(written: str, recorded: Period) -> Features:
    """Return which parts of two dates are alike, and how far apart they are."""
    own, other = written.split("-"), recorded.edtf.split("-")
    pairs = list(zip(own, other, strict=False))
    same = [one == right for one, right in pairs]
    found: Features = {
        "parts alike": sum(same),
        "parts apart": len(pairs) - sum(same),
        "parts written": len(own),
        "parts of base": len(other),
        **{f"same {name}": alike for name, alike in zip(("year", "month", "day"), same, strict=False)},
    }
    period = read_period(written)
    if period is not None:
        found["time apart"] = round(math.log1p(abs((period.first - recorded.first).days)), 2)
        found["later than base"] = period.first > recorded.last
    return found


def _numbers(number: Decimal, recorded: Decimal) -> Features:
    """Return how far two numbers are apart as they are written: a slip mostly keeps the others of the digits."""
    plain = [f"{one.normalize():f}" for one in (number, recorded)]
    found: Features = {
        "noughts": _noughts(plain[0]),
        "noughts of base": _noughts(plain[1]),
        "decimals": len(plain[0].partition(".")[2]),
        "decimals of base": len(plain[1].partition(".")[2]),
    }
    one, other = (text.replace(".", "").strip("-0") for text in plain)
    if len(one) != len(other):
        return found | {"other length": 1.0}
    apart = sum(a != b for a, b in zip(one, other, strict=True))
    return found | {
        "digits alike": len(one) - apart,
        "digits apart": apart,
        "digits in another order": apart > 0 and sorted(one) == sorted(other),
        "first digit alike": one[:1] == other[:1],
        "last digit alike": one[-1:] == other[-1:],
    }


def _noughts(plain: str) -> int:
    return 0 if "." in plain else sum(1 for _ in takewhile(lambda digit: digit == "0", reversed(plain)))


def ratio(reading: Reading, mention: ValueMention) -> float:
    """Return how many powers of e a figure is from the one of the base; -1 where they have no such distance."""
    fact, number = _amount(reading), mention.value.number
    if fact is None or not fact.number or not number or number * fact.number < 0:
        return -1.0
    return round(abs(math.log(number / fact.number)), 4)


def _amount(reading: Reading) -> Amount | None:
    """Return the amount that a statement leads one to expect: of a date, the years since."""
    value = reading.expected
    return value if isinstance(value, Amount) else None


def _difference(reading: Reading, mention: ValueMention) -> Decimal:
    """Return by how much a figure is more than the one that is expected, 0 where they cannot be compared."""
    fact, number = _amount(reading), mention.value.number
    return number - fact.number if fact is not None and fact.number and number else Decimal(0)
