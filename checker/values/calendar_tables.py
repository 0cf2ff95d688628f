"""The words of a calendar that values are written with: models of the YAML tables of a language."""

from __future__ import annotations

from checker.data import Table


class Cldr(Table):
    """What the CLDR knows of a language (`cldr.yaml`, baked). Names are lower case, those of currencies as written."""

    decimal_mark: str
    day_first: bool
    """Whether a date in digits names the day before the month."""
    other_order: tuple[str, ...]
    """Regions of the language where it is the other way round."""
    months: dict[str, int]
    short_months: dict[str, int]
    """Abbreviations; they are months beside a number only."""
    weekdays: dict[str, int]
    """Monday is 0."""
    short_weekdays: dict[str, int]
    """Abbreviations; they are weekdays beside a day only."""
    currencies: dict[str, tuple[str, ...]]
    """Full names by ISO 4217 code."""


class Dates(Table):
    """Words of the calendar (`dates.yaml`)."""

    months: dict[str, int]
    """Other names of months than those of the CLDR ("Jänner")."""
    short_months: dict[str, int]
    """Other abbreviations ("sept"), months beside a number only."""
    proper_months: tuple[str, ...]
    """Names of months that are none without a number beside them or a capital ("may")."""
    weekdays: dict[str, int]
    """Other names of weekdays than those of the CLDR ("maandagavond")."""
    short_weekdays: dict[str, int]
    """Other abbreviations ("tues"), weekdays beside a day only."""
    seasons: dict[str, int]
    """EDTF seasons: 21 spring to 24 winter."""
    parts: dict[str, str]
    """Words for a part of a period: begin, middle or end."""
    days: dict[str, int]
    """Words for a day by its distance from the day of writing."""
    shifts: dict[str, int]
    """Adjectives that move a period: last -1, this 0, next 1."""
    coming: tuple[str, ...]
    """Those of `shifts` that mean the nearest one to come, be it this week's ("komend weekend")."""
    shifts_after: dict[str, int]
    """What moves the weekday before it ("zaterdag a.s.")."""
    day_parts: tuple[str, ...]
    """Parts of a day, as they stand after the name of a day ("avond", " evening")."""
    last: tuple[str, ...]
    """Words for the last weekday of a month."""
    week_marks: tuple[str, ...]
    """What stands before the number of a week ("week 23")."""
    units: dict[str, str]
    """Calendar nouns by the period that they name: day, week, weekend, month, quarter, half, year, decade, century."""
    plural_units: tuple[str, ...]
    """Those of `units` that name several periods, and so no date after "last"."""
    year_like: tuple[str, ...]
    """Nouns for a yearly period that is no calendar year exactly ("season", "editie")."""
    ago: tuple[str, ...]
    later: tuple[str, ...]
    """What makes a length of time before it a moment to come ("from now")."""
    back: tuple[str, ...] = ()
    """Prepositions that make a length of time a moment gone by ("vor fünf Jahren")."""
    ahead: tuple[str, ...]
    in_years: tuple[str, ...] = ()
    """Prepositions before a year that say when something is."""
    clause_joins: tuple[str, ...] = ()
    """Words that part a year from a day behind it: another clause begins."""
    done: tuple[str, ...] = ()
    """Words of what was done, behind which "in three days" is how long it took."""
    undone: tuple[str, ...] = ()
    """Words of what is or will be, which say that it is when it will be."""
    """Prepositions that make a length of time a moment to come ("over zes maanden")."""
    range_words: tuple[str, ...]
    range_pairs: dict[str, str]
    year_context: tuple[str, ...]
    """Words before a figure that make it a year where no counted noun follows."""
    sure_year_context: tuple[str, ...]
    """Those that make a figure from 1900 to 2100 a year whatever follows."""
    articles: tuple[str, ...]
    of: tuple[str, ...]
    """Words that may stand between day, month and year."""
    day_joiners: tuple[str, ...]
    """What stands between days of which only the last has a month ("12, 13 en 14 juni")."""
    decades: dict[str, int]
    """Decades in words, as the first year in its century ("negentig": 90)."""
    decade_prefix: tuple[str, ...]
    decade_endings: tuple[str, ...]
    decade_needs_ending: bool
    """Whether "the 90" without an ending is no decade."""
    centuries: tuple[str, ...]
    quarter_marks: tuple[str, ...]
    half_marks: tuple[str, ...]
    same_year: tuple[str, ...]
    holidays: dict[str, str]
    """Holidays by rule: `12-25`, `easter+1`, `5 4 11` (fourth Thursday, counted from Monday 1, of month 11)."""
