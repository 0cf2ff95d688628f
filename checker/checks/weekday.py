"""The weekday that a text gives for a date must be that date's weekday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.checks import Check
from checker.comparing import read_period
from checker.report import Finding, Repair, Verdict
from checker.wording import messages, show_day, weekday_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.analysis import Token
    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene, ValueMention


_REACH = 370
"""How many days before or after its own date a text speaks of a day without naming the year."""


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del base
    days = weekday_names()
    for scene in scenes:
        tokens = scene.sentence.tokens
        for mention in scene.values:
            if mention.value.type != "date":
                continue
            when = read_period(mention.value.date)
            if when is None or when.first != when.last:
                continue
            # The weekday may be part of what was read as the date, or stand before it or in brackets after it.
            around = tokens[max(0, mention.first - 2) : mention.last + 3]
            given = [t for t in around if t.norm in days]
            if len(given) != 1 or days[given[0].norm] == when.first.weekday():
                continue
            token = given[0]
            if not any(c.isdigit() for c in mention.value.text):
                continue
            dates = [when.first]
            if str(when.first.year) not in mention.value.text:
                dates = _candidates(document, when.first)
            if not dates or any(days[given[0].norm] == other.weekday() for other in dates):
                continue
            yield _finding(scene, token, mention, dates, explainer)


def _finding(scene: Scene, token: Token, mention: ValueMention, dates: list[date], explainer: Explainer) -> Finding:
    own = messages(explainer.language).weekdays
    shown = messages(explainer.ui).weekdays
    right = own[dates[0].weekday()] if len(dates) == 1 else ""
    expected = right or " / ".join(f"{own[day.weekday()]} ({day.year})" for day in dates)
    return Finding(
        verdict=Verdict.INCONSISTENT,
        check="weekday",
        start=token.start,
        end=token.end,
        text=token.text,
        sentence=explainer.sentence(scene),
        explanation=explainer.say(
            "weekday",
            date=" / ".join(show_day(day, explainer.ui) for day in dates),
            expected=" / ".join(shown[day.weekday()] for day in dates),
            claimed=token.text,
        ),
        claimed=token.text,
        expected=expected,
        expected_value={"type": "weekday", "text": expected},
        related=(explainer.part("date", mention.start, mention.end),),
        repairs=(Repair(token.start, token.end, right),) if right else (),
    )


def mismatch(scene: Scene, mention: ValueMention, day: date, explainer: Explainer) -> Finding | None:
    """Return a finding where a date that is known to be `day` stands with another weekday, else None."""
    days = weekday_names()
    around = scene.sentence.tokens[max(0, mention.first - 2) : mention.last + 1]
    given = [token for token in around if token.norm in days]
    if len(given) != 1 or days[given[0].norm] == day.weekday():
        return None
    return _finding(scene, given[0], mention, [day], explainer)


def _candidates(document: Document, day: date) -> list[date]:
    """Return the days that a date without a year can mean: within about a year of a document with an exact date."""
    if document.date is None or document.date.precision != "day":
        return []
    found = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            other = day.replace(year=year)
        except ValueError:
            continue
        if abs((other - document.date.first).days) <= _REACH:
            found.append(other)
    return found


check = Check(
    run=_run,
    finds={
        "nl": "De weekdag die een tekst bij een datum noemt, moet die van de datum zijn.",
        "en": "The weekday that a text gives for a date must be that date's weekday.",
    },
)
