"""Where a figure stands in its text: who is named around it, and what the text and the base say of other figures.

Like all features, these are numbers, and none is a word of a text or a name of a fact base.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.comparing import Agreement, compare
from checker.factbase.model import Amount, Moment
from checker.likelihood.around import share_told

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from checker.evidence.setting import Setting
    from checker.factbase.model import FactValue, Statement
    from checker.likelihood.around import Around
    from checker.likelihood.features import Features
    from checker.linking.readings import Reading
    from checker.mentions import Scene, ValueMention
    from checker.report import Part
    from checker.values.model import Value

_LONG_AGO = 12
"""How many sentences back counts as never."""
_FAR = 200
"""From how many characters on two things are far from each other."""


class Surroundings:
    """What is seen around the figures of one document."""

    def __init__(self, setting: Setting) -> None:
        """Index who is named where, and the figures of the text and of the base."""
        self._setting = setting
        base = setting.base
        self._named: dict[str, list[int]] = {}
        for scene in setting.scenes:
            for entity in {e for mention in scene.entities if mention.explicit for e in mention.ids}:
                for one in setting.related(entity):
                    self._named.setdefault(one, []).append(scene.index)
        self._values = [(scene.index, mention) for scene in setting.scenes for mention in scene.values]
        self._written = Counter(_of_text(mention.value) for _, mention in self._values)
        self._recorded: dict[Hashable, list[Statement]] = {}
        for statement in base.statements:
            self._recorded.setdefault(_of_base(statement.value), []).append(statement)
        self._given: dict[Hashable, list[tuple[int, ValueMention]]] = {}

    def describe(self, reading: Reading, scene: Scene, mention: ValueMention, around: Around) -> Features:
        """Return what is seen around a figure that may be a wrong one of a statement."""
        statement, value = reading.statement, mention.value
        subject, prop = statement.subject, statement.property.id
        since = self._since(subject, scene.index)
        rivals = self._setting.holders(prop) - self._setting.related(subject)
        here = self._subjects(scene)
        given = [(index, other) for index, other in self._fact_given(statement) if other is not mention]
        written = _of_text(value)
        recorded = self._recorded.get(written, []) if written is not None else []
        return {
            "sentences since": since,
            "times named": len(self._named.get(subject, ())),
            "named only later": since == _LONG_AGO and subject in self._named,
            "others here": len(here - self._setting.related(subject)),
            "rivals here": len(here & rivals),
            "rivals since": sum(self._since(rival, scene.index) <= since for rival in rivals),
            "strangers here": sum(entity.how == "unknown" for entity in scene.entities),
            "figures here": len(scene.values),
            "figures before": sum(other.first < mention.first for other in scene.values),
            "fact given": bool(given),
            "fact given here": any(index == scene.index for index, _ in given),
            "figure again": (self._written[written] if written is not None else 1) - 1,
            "figure of base": len(recorded),
            "figure of subject": sum(one.subject == subject for one in recorded),
            "figure of property": sum(one.property.id == prop for one in recorded),
            "mentioned": subject in self._named,
            "kin mentioned": any(one in self._named for one in self._setting.tied(subject)),
            "sole of base": len(recorded) == 1,
            "counted": any(part.role == "noun" for part in reading.parts),
            "other noun": bool(value.noun) and not any(part.role == "noun" for part in reading.parts),
            "cue away": _away(mention, (part for part in reading.parts if part.role in ("cue", "noun"))),
            "subject away": _away(mention, (part for part in reading.parts if part.role == "subject")),
            "looks back": reading.looks_back,
            "reached": reading.reached,
            f"year: {reading.bound}": 1.0,
            "share right": round(around.document.total() / len(self._values), 2),
            "share right here": round(around.sentence.total() / len(scene.values), 2),
            "share told": share_told(self._setting.base, subject, around),
        }

    def _since(self, subject: str, index: int) -> int:
        """Return how many sentences back a subject was named last, 0 for this one."""
        before = [index - at for at in self._named.get(subject, ()) if at <= index]
        return min(min(before, default=_LONG_AGO), _LONG_AGO)

    def _subjects(self, scene: Scene) -> set[str]:
        named = {entity for mention in scene.entities if mention.explicit for entity in mention.ids}
        return {entity for entity in named if entity in self._setting.base.by_subject}

    def _fact_given(self, statement: Statement) -> list[tuple[int, ValueMention]]:
        """Return the figures of the text that a statement's own could be, with the numbers of their sentences."""
        key = statement.id, _of_base(statement.value)  # the ends of its time have the id of a statement
        if key not in self._given:
            same = [(at, mention) for at, mention in self._values if _kind(mention.value) == statement.property.type]
            self._given[key] = [
                (at, mention) for at, mention in same if compare(mention.value, statement.value) is Agreement.INSIDE
            ]
        return self._given[key]


def _kind(value: Value) -> str:
    return {"age": "date"}.get(value.type, value.type)


def _of_text(value: Value) -> Hashable:
    """Return what makes a figure of a text the same as another one, or None."""
    if value.date is not None:
        return value.date
    return None if value.number is None else (value.number, value.unit, value.currency)


def _of_base(value: FactValue) -> Hashable:
    """Return what makes a figure of the base the same as one of a text, or None."""
    if isinstance(value, Moment):
        return value.period.edtf
    if not isinstance(value, Amount) or value.number is None:
        return None
    return value.number, value.unit, value.currency


def _away(mention: ValueMention, parts: Iterable[Part]) -> int:
    """Return how many characters the nearest of some parts is from a figure."""
    return min((max(p.start - mention.end, mention.start - p.end, 0) for p in parts), default=_FAR)
