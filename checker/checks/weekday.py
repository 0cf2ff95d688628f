"""The weekday that a text gives for a date must be that date's weekday."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.checks import Check
from checker.comparing import read_period
from checker.languages import grammar
from checker.mentions.ranges import range_ends
from checker.report import Finding, Repair, Verdict
from checker.wording import messages, show_day, weekday_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from checker.analysis import Token
    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene, ValueMention

_YEAR = re.compile(r"(?:19|20)\d{2}")
_REACH = 370
"""How many days before or after its own date a text speaks of a day without naming the year."""
_SOON = 125
"""How many days ahead a day is so near that the one of the year before cannot be meant, without a word that says so."""
_JUST = 65
"""How many days back a day is so near that the one of the next year cannot be meant."""


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del base
    days = weekday_names()
    for scene in scenes:
        for mention in _days(scene):
            when = read_period(mention.value.date)
            if when is None or when.first != when.last:
                continue
            given = _given(scene, mention, days, explainer.language)
            if len(given) != 1 or days[given[0].norm] == when.first.weekday():
                continue
            token = given[0]
            if not any(c.isdigit() for c in mention.value.text):
                continue
            dates = [when.first]
            if str(when.first.year) not in mention.value.text:
                dates = _candidates(document, when.first)
                if not _another_year(document, scene, explainer.language):
                    dates = _likely(document, dates, past=_tells_what_was(scene, explainer.language))
            if not dates or any(days[given[0].norm] == other.weekday() for other in dates):
                continue
            yield _finding(scene, token, mention, dates, explainer)


def _days(scene: Scene) -> Iterator[ValueMention]:
    """Yield the dates of a sentence, the two ends of a stretch of days apart."""
    for mention in scene.values:
        if mention.value.type == "date":
            yield from range_ends(mention, scene.sentence) or (mention,)


def _given(scene: Scene, mention: ValueMention, days: Mapping[str, int], language: str) -> list[Token]:
    """Return the weekdays that stand in a date, right before it, in brackets after it, or as what it was."""
    tokens = scene.sentence.tokens
    aside = tokens[mention.last + 1 : mention.last + 5]
    described = len(aside) > 2 and aside[0].text == "," and aside[1].norm in grammar(language).articles
    if described and aside[2].norm in days and (len(aside) == 3 or not aside[3].text[0].isalnum()):
        return [aside[2]]
    last = mention.last + (1 if mention.side == "start" else 3)
    first = mention.first if mention.side == "end" else max(0, mention.first - 2)
    return [t for t in tokens[first:last] if t.norm in days]


def _another_year(document: Document, scene: Scene, language: str) -> bool:
    """Whether a sentence speaks of another year than the text's own, so that a day in it may be of that one."""
    rules = grammar(language)
    words = frozenset((*rules.years_back, *rules.years_on, *rules.years, *rules.following, *rules.earlier))
    own = str(document.date.first.year) if document.date is not None else ""
    tokens = scene.sentence.tokens
    return any(t.norm in words or (_YEAR.fullmatch(t.text) and t.text != own) for t in tokens)


def _tells_what_was(scene: Scene, language: str) -> bool:
    past = frozenset(grammar(language).past)
    return any(t.norm in past for t in scene.sentence.tokens)


def _likely(document: Document, dates: list[date], *, past: bool) -> list[date]:
    """Return the days that can be meant by one who does not say the year, near the document's own date.

    `past` says that the sentence tells of what was, so that no day to come is meant.
    """
    assert document.date is not None or not dates
    ahead = {day: (day - document.date.first).days for day in dates if document.date is not None}
    return [day for day in dates if -_JUST <= ahead[day] <= (0 if past else _SOON)] or dates


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
