"""What is seen of a figure that may be a wrong one of a statement, as numbers: the features of the fitted trees.

None of them is a word of a text or a name of a fact base: what the trees learn holds for any domain.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.comparing import Agreement
from checker.distortions import is_slip
from checker.factbase.model import Amount
from checker.likelihood.between import between
from checker.likelihood.shapes import position, shape
from checker.properties import built_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.evidence.setting import Setting
    from checker.factbase.model import Statement
    from checker.likelihood.around import Around
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.values.model import Value

Features = dict[str, float]
"""By name; what is not there is 0."""

VETO = "veto: "
"""What the name of a feature for a reason against an alarm begins with."""
HIGHER = frozenset(
    {"subject", "cue", "subject and cue", "right beside", "right nearby", "right in the document", "lead of property",
     "lead of subject"}
)  # fmt: skip
"""The features of which a higher value never makes a slip less likely."""
LOWER = frozenset(
    {
        "conflicts",
        "unstated",
        "rival",
        "denied",
        "strangers",
        "best right",
        "vetoes",
        "rank",
        "hedged",
        "said",
        "forbidden",
    }
)
"""The features of which a higher value never makes a slip more likely; so is every reason against an alarm."""
_RANKED = 10
"""How many readings of a figure are weighed."""
_SLIPS = 3
"""And how many of those that say little more than that one slip makes it."""
_OF_ONE = 3
"""How many of one property of one subject."""
_WORTH = 0.6
"""How much subject and cue must say together for a reading to be weighed."""
_YEAR = 366
_RIVAL_CUE = "cue of "


def ranked(readings: Sequence[Reading], value: Value) -> list[Reading]:
    """Return the readings by which a figure is wrong and that are worth weighing, the best first, of all properties.

    Those that one slip of the hand makes are always, and come last.
    """
    apart = [r for r in readings if r.agreement is Agreement.APART]
    slips = [r for r in apart if r.subject + r.cue < _WORTH and is_slip(value, r.statement.value)]
    apart = [r for r in apart if r.subject + r.cue >= _WORTH]
    for found in (apart, slips):
        found.sort(key=lambda r: (-(r.subject + r.cue), len(r.conflicts), -r.qualifier, r.statement.id))
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for reading in apart:
        seen[reading.statement.subject, reading.statement.property.id] += 1
        if seen[reading.statement.subject, reading.statement.property.id] <= _OF_ONE:
            found.append(reading)
    return [*found[:_RANKED], *slips[:_SLIPS]]


def describe(
    reading: Reading,
    readings: Sequence[Reading],
    place: tuple[Scene, ValueMention],
    *,
    setting: Setting,
    around: Around,
) -> Features:
    """Return what is seen of one reading among all `readings` of a figure; `rank` is left to the caller."""
    scene, mention = place
    statement, value = reading.statement, mention.value
    subject, prop = statement.subject, statement.property
    total = reading.subject + reading.cue
    others = [r for r in readings if r is not reading]
    found: Features = {
        "subject": reading.subject,
        "cue": reading.cue,
        "qualifier": reading.qualifier,
        "subject and cue": total,
        "conflicts": len(reading.conflicts),
        "unstated": reading.unstated,
        "rival": reading.rival,
        "denied": reading.denied,
        "holders": len(setting.holders(prop.id)),
        "statements": len(setting.base.facts_of(subject, prop.id)),
        "qualifiers": len(statement.where),
        "built in": prop.id in built_in(),
        "topic": subject in setting.topic,
        "named": any(part.role == "subject" for part in reading.parts),
        "lately": reading.lately,
        "days off": min(reading.days_off, 10_000),
        "said": (subject, prop.id) in around.said,
        "told": sum(one == subject for one, _ in around.said),
        "right beside": around.sentence[subject],
        "right nearby": around.nearby[subject],
        "right in the document": around.document[subject],
        "right of others": around.sentence.total() - around.sentence[subject],
        "strangers": sum(m.how == "unknown" and m.first < mention.first for m in scene.entities),
        "noun": bool(value.noun),
        "hedged": value.hedge != "exact",
        "paragraph": scene.kind == "paragraph",
        "table": bool(scene.heads),
        "best right": _best(r for r in readings if r.agreement is Agreement.INSIDE),
        "lead of property": total - _best(r for r in others if r.statement.property != prop),
        "lead of subject": total - _best(r for r in others if r.statement.subject != subject),
        "alternatives": _alternatives(reading, setting),
        "right for others": any(other == prop.id and one != subject for one, other in around.said),
        f"type: {value.type}": 1.0,
        f"property: {prop.type}": 1.0,
        "valid for": _valid_for(statement, setting),
        f"when: {reading.when}": 1.0,
        f"kind: {setting.type_of(subject)}": 1.0,
    }
    return (
        found
        | shape(reading, mention)
        | position(scene, mention, setting)
        | between(reading, scene, mention, setting)
        | vetoes(reading)
    )


def vetoes(reading: Reading) -> Features:
    """Return the reasons against an alarm by a reading as features."""
    names = {_RIVAL_CUE.strip() if veto.startswith(_RIVAL_CUE) else veto for veto in reading.vetoes}
    return {"vetoes": float(len(reading.vetoes)), **{f"{VETO}{name}": 1.0 for name in names}}


def sign(feature: str) -> int:
    """Return 1 where more of a feature can only make a slip likelier, -1 where only less likely, 0 where either."""
    if feature in HIGHER:
        return 1
    return -1 if feature in LOWER or feature.startswith(VETO) else 0


def _alternatives(reading: Reading, setting: Setting) -> int:
    """Return how many other properties of a statement's subject have values of the same type and unit."""
    own = reading.statement
    alike = (s for s in setting.base.by_subject.get(own.subject, ()) if s.property.type == own.property.type)
    return len({s.property.id for s in alike if _unit(s) == _unit(own)} - {own.property.id})


def _unit(statement: Statement) -> str | None:
    value = statement.value
    return (value.currency or value.unit) if isinstance(value, Amount) else None


def _best(readings: Iterable[Reading]) -> float:
    return max((reading.subject + reading.cue for reading in readings), default=0.0)


def _valid_for(statement: Statement, setting: Setting) -> int:
    """Return for how many days a statement has held on the day of the text, at most a year; -1 where it always does."""
    if statement.valid is None or setting.date is None:
        return -1
    return min(max((setting.date.first - statement.valid.first).days, 0), _YEAR)


def plain(features: Mapping[str, float]) -> Features:
    """Return features without the reasons against an alarm."""
    return {name: value for name, value in features.items() if name != "vetoes" and not name.startswith(VETO)}
