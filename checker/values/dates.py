"""Dates of the calendar as EDTF: days, months, quarters, seasons, years, decades, centuries, and stretches of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.values import moments
from checker.values.context import Found
from checker.values.moments import Moment
from checker.values.nouns import counted_plural
from checker.values.numerals import read_spelled
from checker.values.relative import read_relative

if TYPE_CHECKING:
    from checker.values.context import Context

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])")
_NUMERIC = re.compile(r"(\d{1,2})(?:-|/|\.|‑)(\d{1,2})(?:-|/|\.|‑)(\d{4}|\d\d)(?![\d-])")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})(?![\d/-])|(\d{4})[-/](0[1-9]|1[0-2])(?![\d/-])")
_YEARS = re.compile(r"(\d{4})\s?[-–/‑]\s?(?:(\d{4})|['’]?(\d\d))(?![\d/-])")
_LISTED = frozenset((",", "&", "/"))
Point = tuple[Moment, int]


def year_of(figure: str) -> int | None:
    """Return the year that four digits can be, from 1000 to 2199."""
    return int(figure) if len(figure) == 4 and figure.isdigit() and 1000 <= int(figure) <= 2199 else None


def _year_at(context: Context, index: int) -> tuple[int, int] | None:
    if index >= len(context.tokens):
        return None
    key = context.key(index)
    year = year_of(key) if context.is_figure(index) else None
    if year and context.key(index + 1) == "-" and context.glued(index + 1) and context.key(index + 2).startswith("0"):
        return None  # "2025-05" goes together
    if year:
        return year, index + 1
    if key in ("'", "’", "‘") and len(context.key(index + 1)) == 2 and context.is_figure(index + 1) and context.glued(index + 1):
        short = int(context.key(index + 1)) if context.key(index + 1).isdigit() else 0
        return (2000 if short < 50 else 1900) + short, index + 2
    if context.is_word(index):
        spelled = read_spelled(context.lexicon, context.tokens, index)
        if spelled and not spelled.ordinal and 1500 <= spelled.number <= 2100:
            return spelled.number, spelled.end
    return None


def _optional_year(context: Context, index: int) -> tuple[int | None, int]:
    """Read a year that may follow a day, month or season, with "of", "van" or a comma before it."""
    for at in (index, index + 1):
        if at > index and context.key(index) not in context.lexicon.dates.of:
            break
        found = _year_at(context, at)
        if found and not context.is_word(at):
            return found
    same = context.lexicon.same_year.match(context.tokens, index)
    if same and context.reference and context.reference.first.year == context.reference.last.year:
        return context.reference.first.year, same[1]
    moved = context.lexicon.shifts.match(context.tokens, index)
    if moved and context.reference and context.lexicon.dates.units.get(context.key(moved[1])) == "year":
        return context.reference.first.year + moved[0], moved[1] + 1
    return None, index


def _month_at(context: Context, index: int, *, alone: bool) -> tuple[int, int] | None:
    """Read the name of a month; `alone` refuses what is a month only beside a number ("Jan", "may")."""
    found = context.lexicon.months.match(context.tokens, index)
    if found is None:
        return None
    text = context.tokens[index].text
    if context.key(index + 1) == "." and found[1] == index + 2 and not context.glued(index + 1):
        return None
    dates = context.lexicon.dates
    if alone and (context.key(index) in dates.shy_months or (context.key(index) in dates.proper_months and text[0].islower())):
        return None
    return found


def _day_at(context: Context, index: int) -> tuple[int, int] | None:
    """Read a day of the month: digits with or without an ordinal ending, or an ordinal in words."""
    if context.is_figure(index):
        key = context.key(index)
        if not (key.isdigit() and 1 <= len(key) <= 2 and 1 <= int(key) <= 31):
            return None
        glued_ending = context.key(index + 1) in context.lexicon.numerals.ordinal_endings and context.glued(index + 1)
        return int(key), index + 2 if glued_ending else index + 1
    if context.is_word(index):
        spelled = read_spelled(context.lexicon, context.tokens, index)
        if spelled and spelled.ordinal and 1 <= spelled.number <= 31:
            return spelled.number, spelled.end
        if spelled and not spelled.bare_article and context.lexicon.dates.day_first and 1 <= spelled.number <= 31:
            return (spelled.number, spelled.end) if context.lexicon.months.match(context.tokens, spelled.end) else None
    return None


def read_date(context: Context, start: int) -> Found | None:
    """Read a date or a stretch of dates that begins at a token; the longest one wins."""
    best: Point | None = None
    for reader in (_numeric, _calendar, _relative):
        point = reader(context, start)
        if point and reader is _calendar and point[0].year and point[0].month is None and not _is_year(context, start, point[1]):
            continue
        if point and (best is None or point[1] > best[1]):
            best = point
    if best is None or not best[0].possible():
        return None
    moment, end = best
    return Found(start, end, {"type": "date", "date": moment.near(context.reference).edtf()})


def _relative(context: Context, start: int) -> Point | None:
    return read_relative(context, start, lambda at: _point(context, at))


def _tokens_to(context: Context, start: int, offset: int) -> int:
    """Return the index of the first token that begins at or after an offset of the text."""
    index = start
    while index < len(context.tokens) and context.tokens[index].start < offset:
        index += 1
    return index


def _numeric(context: Context, start: int) -> Point | None:
    if not context.is_figure(start):
        return None
    at = context.tokens[start].start
    if context.glued(start) and context.key(start - 1) in ("/", "-", "."):
        return None
    match = _ISO.match(context.text, at)
    if match:
        moment = Moment(*(int(part) for part in match.groups()))
        return (moment, _tokens_to(context, start, match.end())) if moment.possible() else None
    match = _NUMERIC.match(context.text, at)
    if match:
        first, second, year_text = match.groups()
        year = int(year_text) if len(year_text) == 4 else (2000 if int(year_text) < 50 else 1900) + int(year_text)
        if len(year_text) == 2 and context.text[match.start(2) - 1] == ".":
            return None
        orders = ((first, second), (second, first))
        for day, month in orders if context.lexicon.dates.day_first else orders[::-1]:
            moment = Moment(year, int(month), int(day))
            if 1000 <= year <= 2199 and moment.possible():
                return moment, _tokens_to(context, start, match.end())
        return None
    match = _YEARS.match(context.text, at)
    if match and year_of(match[1]):
        first_year = int(match[1])
        second_year = int(match[2]) if match[2] else first_year // 100 * 100 + int(match[3])
        if match[3] and second_year <= first_year:
            second_year += 100
        month_like = match[3] and int(match[3]) <= 12 and second_year != first_year + 1
        if not month_like and first_year < second_year <= first_year + 300 and second_year < 2200:
            text = f"{first_year:04d}/{second_year:04d}"
            return Moment(whole=text), _tokens_to(context, start, match.end())
    match = _MONTH_YEAR.match(context.text, at)
    if match:
        month, year = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
        if 1 <= month <= 12 and 1800 <= year <= 2199:
            return Moment(year, month), _tokens_to(context, start, match.end())
    return None


def _calendar(context: Context, start: int) -> Point | None:
    """Read a point, or two points with a range word between them."""
    bare = _day_range(context, start)
    if bare:
        return bare
    first = _point(context, start)
    if first is None:
        return None
    moment, end = first
    joined = _range_join(context, start, end)
    if joined is not None:
        second = _point(context, joined)
        if second and second[0].whole is None and moment.whole is None and _same_kind(moment, second[0]):
            last, stop = second
            opening = moment.filled(last)
            if moment.year is not None and last.year is None:
                last = last.filled(moment)
            elif last.year is None and opening.year is None:
                last = last.near(context.reference)
                opening = opening.filled(last) if last.year is not None else opening
            if opening.year == last.year and opening.month and last.month and opening.month > last.month and opening.year:
                if moment.year is None:
                    opening = replace(opening, year=opening.year - 1)
                else:
                    last = replace(last, year=opening.year + 1)
            if opening.possible() and last.possible() and opening.edtf() < last.edtf():
                return Moment(whole=moments.interval(opening, last)), stop
    return moment, end


def _same_kind(first: Moment, last: Moment) -> bool:
    if last.day is not None and first.month is not None and first.day is None:
        return False
    return (first.day is None) == (last.day is None) and (first.month is None) == (last.month is None)


def _range_join(context: Context, start: int, end: int) -> int | None:
    found = context.lexicon.date_ranges.match(context.tokens, end)
    if found:
        return found[1]
    opener = context.lexicon.date_openers.match_before(context.tokens, start)
    return end + 1 if opener and context.key(end) == opener[0] else None


def _day_range(context: Context, start: int) -> Point | None:
    """Read "3-17 januari 2025", "3 t/m 17 januari" and "January 3-17, 2025"."""
    month_first = _month_at(context, start, alone=False)
    first = _day_at(context, month_first[1] if month_first else _after_weekday(context, start))
    if first is None:
        return None
    joined = _range_join(context, start, first[1])
    if joined is None:
        return None
    second = _day_at(context, _after_weekday(context, joined))
    if second is None or second[0] <= first[0]:
        return None
    end = second[1]
    if month_first:
        month = month_first[0]
        if _month_at(context, end, alone=False):
            return None
    else:
        of = end + 1 if context.key(end) in context.lexicon.dates.of else end
        named = _month_at(context, of, alone=False)
        if named is None:
            return None
        month, end = named
    year, end = _optional_year(context, end)
    last = Moment(year, month, second[0]).near(context.reference)
    opening = replace(last, day=first[0])
    return (Moment(whole=moments.interval(opening, last)), end) if opening.possible() and last.possible() else None


def _after_weekday(context: Context, index: int) -> int:
    found = context.lexicon.weekdays.match(context.tokens, index)
    if found is None:
        return index
    at = found[1] + 1 if context.key(found[1]) in (",", "the", "de") else found[1]
    return at + 1 if context.key(at) == "the" else at


def _point(context: Context, start: int) -> Point | None:
    """Read one day, month, quarter, half, season, year, decade or century."""
    if start >= len(context.tokens) or start in context.masked:
        return None
    after_weekday = _after_weekday(context, start)
    dated = _day_month(context, after_weekday)
    if dated:
        return dated
    if after_weekday > start:
        numeric = _numeric(context, after_weekday)
        return numeric if numeric and numeric[0].day else None
    for reader in (_month, _part, _nth_weekday, _division, _season, _holiday, _decade, _bare_year):
        point = reader(context, start)
        if point:
            return point
    return None


def _day_month(context: Context, start: int) -> Point | None:
    named = _month_at(context, start, alone=False)
    if named:
        at = named[1] + 1 if context.key(named[1]) == "the" else named[1]
        day = _day_at(context, at)
        if day and context.is_figure(at) and context.tokens[at].glued:
            return None
        if day:
            year, end = _optional_year(context, day[1])
            return Moment(year, named[0], day[0]), end
        return None
    day = _day_at(context, start)
    if day is None:
        return None
    at = day[1] + 1 if context.key(day[1]) in ("of", "-", ".") else day[1]
    named = _month_at(context, at, alone=False)
    if named is None:
        return _listed_day(context, day)
    if context.key(named[1]) == "-" and context.glued(named[1]) and _year_at(context, named[1] + 1):
        year_found = _year_at(context, named[1] + 1)
        return (Moment(year_found[0], named[0], day[0]), year_found[1]) if year_found else None
    year, end = _optional_year(context, named[1])
    return Moment(year, named[0], day[0]), end


def _listed_day(context: Context, day: tuple[int, int]) -> Point | None:
    """Read the first day of "12, 13 en 14 juni": its month stands after the last."""
    at = day[1]
    joiners = context.lexicon.numerals.joiners
    for _ in range(8):
        if context.key(at) not in _LISTED and context.key(at) not in joiners:
            return None
        following = _day_at(context, _after_weekday(context, at + 1))
        if following is None:
            return None
        at = following[1]
        named = _month_at(context, at, alone=False)
        if named:
            return Moment(_optional_year(context, named[1])[0], named[0], day[0]), day[1]
    return None


def _nth_weekday(context: Context, start: int) -> Point | None:
    """Read "first Friday of July 2016"; the year may come from the document's date."""
    nth = _ordinal_or_digit(context, start)
    weekday = context.lexicon.weekdays.match(context.tokens, nth[1]) if nth else None
    if nth is None or weekday is None or context.key(weekday[1]) not in context.lexicon.dates.of:
        return None
    month = _month(context, weekday[1] + 1)
    if month is None or month[0].month is None or not 1 <= nth[0] <= 4:
        return None
    there = month[0].near(context.reference)
    if there.year is None:
        return None
    return moments.of_day(moments.holiday(f"{nth[0]} {weekday[0] + 1} {there.month}", there.year)), month[1]


def _month(context: Context, start: int) -> Point | None:
    named = _month_at(context, start, alone=False)
    if named is None:
        return None
    year, end = _optional_year(context, named[1])
    if year is None and _month_at(context, start, alone=True) is None:
        return None
    return Moment(year, named[0]), end


def _part(context: Context, start: int) -> Point | None:
    """Read "begin mei", "late May", "eind 2024"."""
    found = context.lexicon.period_parts.match(context.tokens, start)
    if found is None:
        return None
    at = found[1] + 1 if context.key(found[1]) in ("-", "of", "van", "the", "de") else found[1]
    point = _month(context, at) or _season(context, at) or _division(context, at) or _decade(context, at) or _bare_year(context, at)
    if point is None:
        relative = read_relative(context, at, lambda _: None)
        if relative is None or relative[0].day is not None:
            return None
        point = relative
    moment = point[0].near(context.reference)
    return Moment(whole=moments.part_of(moment, found[0])), point[1]


def _ordinal_or_digit(context: Context, start: int) -> tuple[int, int] | None:
    if context.is_figure(start):
        key = context.key(start)
        glued = context.key(start + 1) in context.lexicon.numerals.ordinal_endings and context.glued(start + 1)
        return (int(key), start + 2) if glued and key.isdigit() and len(key) <= 2 else None
    if context.is_word(start):
        spelled = read_spelled(context.lexicon, context.tokens, start)
        return (spelled.number, spelled.end) if spelled and spelled.ordinal else None
    return None


def _division(context: Context, start: int) -> Point | None:
    """Read a quarter, a half or a century: "Q1 2025", "het eerste kwartaal van 2025", "19th century"."""
    key, dates = context.key(start), context.lexicon.dates
    if key in ("q", "h", "k") and context.is_figure(start + 1) and context.glued(start + 1):
        number, end = context.key(start + 1), start + 2
        if number not in ("1", "2", "3", "4") or (key == "h" and number not in ("1", "2")):
            return None
        year, end = _optional_year(context, end)
        if year is None and key != "q":
            return None
        return (moments.half(year, int(number)) if key == "h" else moments.quarter(year, int(number))), end
    counted = _ordinal_or_digit(context, start)
    if counted is None:
        return None
    number_of, at = counted
    if context.hyphen(at):
        at += 1
    if context.key(at) in dates.centuries and 1 <= number_of <= 30:
        return moments.century(number_of), at + 1
    for marks, top, build in ((dates.quarter_marks, 4, moments.quarter), (dates.half_marks, 2, moments.half)):
        for mark in marks:
            words = mark.split()
            if [context.key(at + step) for step in range(len(words))] == words and 1 <= number_of <= top:
                after = at + len(words)
                year, end = _optional_year(context, after)
                if year is None and context.key(after) in dates.of and context.key(after + 1) in ("dit", "this"):
                    year, end = _optional_year(context, after + 1)
                if year is None:
                    bare = _year_at(context, after)
                    year, end = bare if bare else (None, end)
                if year is None and context.reference and build is moments.quarter:
                    year = context.reference.first.year
                if year is None and build is moments.half:
                    return None
                return build(year, number_of), end
    return None


def _season(context: Context, start: int) -> Point | None:
    found = context.lexicon.seasons.match(context.tokens, start)
    if found is None:
        return None
    year, end = _optional_year(context, found[1])
    if year is None:
        return None
    if context.key(end) == "/" and context.glued(end) and context.is_figure(end + 1):
        end += 2
    return Moment(year, found[0]), end


def _holiday(context: Context, start: int) -> Point | None:
    found = context.lexicon.holidays.match(context.tokens, start)
    if found is None:
        return None
    year, end = _optional_year(context, found[1])
    if year is None and context.reference and context.reference.first.year == context.reference.last.year:
        year = context.reference.first.year
    if year is None:
        fixed = found[0]
        return (Moment(month=int(fixed[:2]), day=int(fixed[3:])), end) if fixed[2:3] == "-" and " " not in fixed else None
    return moments.of_day(moments.holiday(found[0], year)), end


def _decade(context: Context, start: int) -> Point | None:
    dates = context.lexicon.dates
    if context.is_figure(start) and year_of(context.key(start)) and context.key(start).endswith("0"):
        year = int(context.key(start))
        at = start + 1
        if context.key(at) in ("'", "’") and context.glued(at):
            at += 1
        if context.glued(at) and context.key(at) in dates.decade_endings:
            return moments.decade(year), at + 1
        return None
    prefix = context.lexicon.decade_prefix.match(context.tokens, start)
    at = prefix[1] if prefix else start
    word = context.key(at)
    if word in dates.decades and (prefix or not context.lexicon.parts.get(word)):
        first = dates.decades[word]
        return moments.decade(1900 + first if first >= 20 else 2000 + first), at + 1
    quote = context.key(at) in ("'", "’", "‘")
    figure = context.key(at + 1) if quote else context.key(at)
    if (quote or prefix) and len(figure) == 2 and figure.isdigit() and figure[1] == "0":
        end = at + 2 if quote else at + 1
        ending = context.glued(end) and context.key(end) in dates.decade_endings
        if ending or (prefix and not dates.decade_needs_ending):
            short = int(figure)
            return moments.decade(1900 + short if short >= 20 else 2000 + short), end + 1 if ending else end
    return None


def _is_year(context: Context, start: int, end: int) -> bool:
    """Whether a number that can be a year is one, and no count ("2000 bezoekers")."""
    dates, year = context.lexicon.dates, context.key(start)
    modern = "1900" <= year <= "2100" if context.is_figure(start) else True
    before = context.key(start - 1)
    named = before in dates.sure_year_context or bool(context.lexicon.months.match_before(context.tokens, start))
    if context.is_word(start) or context.key(start) == "'":
        spelled = read_spelled(context.lexicon, context.tokens, start)
        return spelled is None or spelled.year or (named and not counted_plural(context, end))
    listed = before in _LISTED or before in context.lexicon.numerals.joiners
    if end > start + 1 or (listed and modern and context.is_figure(start - 2) and year_of(context.key(start - 2))):
        return True
    if counted_plural(context, end):
        return modern and named
    return modern or before in dates.year_context


def _bare_year(context: Context, start: int) -> Point | None:
    found = _year_at(context, start)
    glued = context.glued(start) and context.is_word(start - 1)
    if found is None or (glued and context.key(start - 1) not in context.lexicon.dates.year_context):
        return None
    return Moment(year=found[0]), found[1]
