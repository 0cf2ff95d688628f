"""The date that a text gives itself: its dateline ("Leiden – 12 mei 2025:") or head line ("date 2025-05 ...")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import period
from checker.data import Table, load_packaged
from checker.languages import supported
from checker.values import read_values

if TYPE_CHECKING:
    from checker.period import Period

_ISO = re.compile(r"([12]\d{3}-\d\d(?:-\d\d)?)(?:T[\d:.]{2,15}(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])")
_SEPARATOR = re.compile(r"[ \t]*[:–—|-]?[ \t]*")
# What may follow the date of a head line: a time of day.
_REST = re.compile(r"[ \t,.|–-]{0,5}(?:\d{1,2}[:.]\d\d(?:[ \t]*\w{1,4}\.?)?)?[ \t.]{0,5}(?=[\r\n]|\Z)")
_LONGEST_WEEKDAY = len("Wednesday, the ")
# A dateline stands in the first words of its block; nothing further on is looked at.
_REACH = 160
_PLACE = r"[’']?[^\W\d_][\w.’'-]*(?:,? +[^\W\d_’'][\w.’'-]*| +[’'][\w.’'-]+){0,6}"
_BEFORE = re.compile(rf"(?P<place>{_PLACE})\s*(?:[,(/|–—]|\s-|--)\s*")
_AGENCY = r"(?:\s*(?:\([^()]{1,40}\)|/[^/]{1,40}/))?"
_AFTER = re.compile(rf"\s*\)?{_AGENCY}\s*(?:[:–—|]|--?\s|--?\Z|\Z)")
# "Leiden, 12 mei 2025. De ...": a full stop closes a dateline only behind a place and a full date.
_AFTER_STOP = re.compile(r"\s*\.(?=\s+\S)")
_PLACE_AFTER = re.compile(rf"\s*[,–—|-]\s*(?P<place>{_PLACE})\s*(?:[:–—|]|--?\s)")
_OPENED = re.compile(r"\s*[,.|·–—-]\s*")
_PLACE_WORD = re.compile(r"[\w’']+")


class Heads(Table):
    """The words of `datelines.yaml`, by language."""

    labels: dict[str, tuple[str, ...]]
    kickers: dict[str, tuple[str, ...]]
    particles: dict[str, tuple[str, ...]]
    bylines: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the offset at which the prose that follows it begins (the text's length where none does)."""

    period: Period
    end: int


@cache
def _heads() -> Heads:
    return load_packaged(Heads, "datelines.yaml")


@cache
def _labels() -> re.Pattern[str]:
    words = {word for table in _heads().labels.values() for word in table}
    # Longest first: “published on” before “published”.
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"\s*(?:{choice})(?!\w)", re.IGNORECASE)


@cache
def _bylines() -> re.Pattern[str]:
    words = {word for table in _heads().bylines.values() for word in table}
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    # A full stop may stand behind an initial ("J. Berg") and before the date.
    return re.compile(rf"(?:{choice})(?!\w)(?:[^\n.!?]|(?<=\b\w)\.)*[,.|(:·–—-]\s*\w*,?\s*\Z", re.IGNORECASE)


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for table in _heads().particles.values() for word in table)


def is_kicker(text: str) -> bool:
    """Whether a line says no more than what kind of text follows ("PERSBERICHT", "For immediate release")."""
    plain = text.strip(" \t\r\n:.!*-–—").casefold()
    return any(plain == word for table in _heads().kickers.values() for word in table)


def _is_date(text: str) -> bool:
    try:
        period.parse(text)
    except ValueError:
        return False
    return True


def _written_dates(text: str, language: str) -> list[tuple[int, int, Period]]:
    """Return the days and months that a text writes out, as (start, end, period)."""
    found = []
    for value in read_values(text, language, None):
        if value.type != "date" or value.date is None:
            continue
        try:
            parsed = period.parse(value.date)
        except ValueError:
            continue
        if parsed.precision in ("day", "month"):
            found.append((value.start, value.end, parsed))
    return found


def head_line(text: str, language: str) -> Found | None:
    """Return the date of a head line: a label ("date", "Datum:", "Published on") and a day or month right behind it.

    A written date behind a label without a colon must end its line, or it is prose: "Published on 3 March, the ...".
    """
    label = _labels().match(text)
    if not label:
        return None
    separator = _SEPARATOR.match(text, label.end())
    start = separator.end() if separator else label.end()
    iso = _ISO.match(text, start)
    if iso:
        return Found(period.parse(iso.group(1)), iso.end()) if _is_date(iso.group(1)) else None
    piece = text[start : start + _REACH]
    for begin, end, parsed in _written_dates(piece, language)[:1]:
        rest = _REST.match(piece, end)
        if rest and not piece[:begin].count("\n") and begin <= _LONGEST_WEEKDAY:
            return Found(parsed, start + rest.end())
        if separator and separator.group().strip() and begin <= _LONGEST_WEEKDAY:
            return Found(parsed, start + end)
    return None


def _is_place(text: str) -> bool:
    words = [word.group() for word in _PLACE_WORD.finditer(text)]
    return all(word[0].isupper() or not word[0].isalpha() or word in _particles() for word in words) and any(
        word[0].isupper() for word in words
    )


def _begins_small(text: str) -> bool:
    """Whether a text begins in lower case, as what follows a dateline never does."""
    first = next((character for character in text if character.isalnum()), "")
    return first.islower()


def dateline(text: str, language: str) -> Found | None:
    """Return the date of a dateline: a place, a day or month, and a dash or colon at the start of a block.

    The date may stand in parentheses or before the place, an agency's name behind it, and a block may be nothing but
    its dateline. A date in a sentence is no dateline.
    """
    head = text[:_REACH].lstrip()
    if not any(c.isdigit() for c in head):
        return None
    indent = len(text[:_REACH]) - len(head)
    for start, stop, parsed in _written_dates(head, language)[:1]:
        before = _BEFORE.fullmatch(head, 0, start)
        after = _AFTER.match(head, stop)
        if after and _begins_small(head[after.end() :]):
            after = None
        stop_after = _AFTER_STOP.match(head, stop) if parsed.precision == "day" else None
        closed = after or (stop_after if stop_after and not _begins_small(head[stop_after.end() :]) else None)
        if before and closed and _is_place(before["place"]):
            return Found(parsed, indent + closed.end())
        if start == 0:
            behind = _PLACE_AFTER.match(head, stop)
            if behind and _is_place(behind["place"]):
                return Found(parsed, indent + behind.end())
            if after and parsed.precision == "day":
                return Found(parsed, indent + after.end())
    return None


def byline(text: str, language: str) -> Found | None:
    """Return the day of a line that says who wrote the text ("Door onze redacteur, 16 mei 2026") or what it is.

    The day ends the line, or opens it: "16 May 2026, by our editor", "Van onze verslaggever. Zaterdag 16 mei 2026".
    """
    line = text.strip()
    if len(line) > _REACH:
        return None
    for start, stop, parsed in _written_dates(line, language)[-1:]:
        before, behind = line[:start], line[stop:].rstrip(" .")
        ends = not behind.strip(")") and _bylines().match(before)
        opens = len(before.split()) <= 1 and _OPENED.match(behind)
        if parsed.precision == "day" and (ends or (opens and _bylines().match(f"{behind[opens.end() :]},"))):
            return Found(parsed, len(text))
    return None


def is_only_date(text: str) -> bool:
    """Whether a line is a head line or a dateline and nothing more, in whichever language."""
    if len(text) > _REACH or not any(character.isdigit() for character in text):
        return False
    found = (read(text, language) for language in supported() for read in (head_line, dateline))
    return any(date is not None and not text[date.end :].strip() for date in found)
