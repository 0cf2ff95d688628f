"""The first and the last day of what the base gives as a stretch of days: "the festival starts on 14 August"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.evidence.dated import said_of
from checker.factbase.model import Moment
from checker.period import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.setting import Setting
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_YEAR = re.compile(r"\d{4}")
_DATE = "date"
_EDGES = ("start", "end")
_LONGEST = 366
"""How many days a stretch may last whose ends are days and not years."""


class Stretches:
    """Knows the ends of the stretches of days of a base."""

    def __init__(self, setting: Setting) -> None:
        """Read each stretch as two statements, unless the base says itself when it starts or ends."""
        self._setting = setting
        base = setting.base
        self._edges: dict[str, list[Statement]] = {name: [] for name in _EDGES}
        for statement in base.by_property.get(_DATE, ()):
            value = statement.value
            if not isinstance(value, Moment) or not value.period.is_interval or ".." in value.period.edtf:
                continue
            if (value.period.last - value.period.first).days > _LONGEST:
                continue
            for name, edge in zip(_EDGES, (value.period.first, value.period.last), strict=True):
                spec = base.properties.get(name)
                if spec is not None and not base.facts_of(statement.subject, name):
                    own = replace(statement, property=spec, value=Moment(day(edge)))
                    self._edges[name].append(own)

    def of(self, prop: str, scene: Scene, date: ValueMention) -> Iterator[Statement]:
        """Yield the ends that a property speaks of, where a sentence says of the thing itself when it is."""
        if any(v is not date and v.value.type == "date" and _YEAR.search(v.value.text) for v in scene.values):
            return  # "In 2025 it started on 15 August"
        said = {i for cue in scene.cues.get(prop, ()) for i in range(cue.first, cue.last + 1)}
        for statement in self._edges.get(prop, ()):
            named = [m for m in scene.entities if statement.subject in m.ids]
            if any(said_of(self._setting, scene, (m.first, m.last), date, said, ends=False) for m in named):
                yield statement
