"""The tables of one language, indexed for reading: built once per language, on first use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker.data import load_packaged, packaged
from checker.errors import DataError, Problem
from checker.values.calendar_tables import Cldr, Dates
from checker.values.convert import currencies, currency_table, unit_symbols
from checker.values.numerals import Part, number_parts, split_word
from checker.values.phrases import Phrases, phrases
from checker.values.tables import Hedges, Nouns, Numerals, Units

if TYPE_CHECKING:
    from checker.values.model import Hedge, ValueType

_REMEMBERED = 50_000
_MARKS = frozenset("-−–+'’‘")


@dataclass(frozen=True, slots=True)
class HedgeMeaning:
    """What a hedge says of the value after it."""

    meaning: Hedge
    doubtful: bool
    only: tuple[ValueType, ...] = ()


def _fraction(text: str) -> Decimal:
    exact = Fraction(text)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


class Beginning(Enum):
    """What can begin at a token."""

    NOTHING = 0
    DATE = 1
    ANYTHING = 2


class Lexicon:
    """Everything that reading needs to know of a language."""

    def __init__(self, code: str) -> None:
        """Load and index the tables of a language. Raises DataError where a table is wrong."""
        self.code = code
        self.cldr = cldr = load_packaged(Cldr, "languages", code, "cldr.yaml")
        self.numerals = numerals = load_packaged(Numerals, "languages", code, "numbers.yaml")
        self.dates = dates = load_packaged(Dates, "languages", code, "dates.yaml")
        self.units = units = load_packaged(Units, "languages", code, "units.yaml")
        self.nouns = nouns = load_packaged(Nouns, "languages", code, "nouns.yaml")
        hedges = load_packaged(Hedges, "languages", code, "hedges.yaml")

        self.parts: dict[str, Part] = number_parts(numerals)
        self.compounds: dict[str, tuple[Part, ...] | None] = {}
        self.part_starts = frozenset(word[:2] for word in self.parts)
        self.longest_part = max(map(len, self.parts))
        self.fractions = Phrases({word: _fraction(value) for word, value in numerals.fractions.items()})
        self.collectives = Phrases(numerals.collectives)
        self.halves = phrases(numerals.half)
        self.times = phrases(numerals.times)
        self.number_ranges = phrases(numerals.range_words)
        self.range_openers = Phrases(numerals.range_pairs)
        self.vague = phrases(numerals.vague)
        self.part_words = phrases(numerals.part_words)
        self.multiples = Phrases(numerals.multiples)
        self.multiple_after = frozenset(numerals.multiple_after)

        self.shy_months = frozenset(word.rstrip(".") for word in (*cldr.short_months, *dates.short_months))
        self.shy_weekdays = frozenset(word.rstrip(".") for word in (*cldr.short_weekdays, *dates.short_weekdays))
        self.months = Phrases({**cldr.short_months, **dates.short_months, **dates.months, **cldr.months})
        weekdays = dates.weekdays | cldr.weekdays
        parted = {name + part: number for name, number in weekdays.items() for part in dates.day_parts}
        self.weekdays = Phrases({**cldr.short_weekdays, **dates.short_weekdays, **parted, **weekdays})
        self.shifts_after = Phrases(dates.shifts_after)
        self.seasons = Phrases(dates.seasons)
        self.period_parts = Phrases(dates.parts)
        self.days = Phrases(dates.days)
        self.shifts = Phrases(dates.shifts)
        self.calendar_units = Phrases(dates.units)
        self.year_like = phrases(dates.year_like)
        self.plural_periods = frozenset(dates.plural_units)
        self.ago = phrases(dates.ago)
        self.later = phrases(dates.later)
        self.back = phrases(dates.back)
        self.ahead = phrases(dates.ahead)
        self.date_ranges = phrases(dates.range_words)
        self.date_openers = Phrases(dates.range_pairs)
        self.same_year = phrases(dates.same_year)
        self.holidays = Phrases(dates.holidays)
        self.decade_prefix = phrases(dates.decade_prefix)

        self.unit_words = Phrases({word: unit for unit, words in units.words.items() for word in words})
        self.unit_adjectives = {word: unit for unit, words in units.adjectives.items() for word in words}
        self.unit_symbols = unit_symbols()
        self.currency_signs, self.currency_codes = currencies()
        self.clear_codes = self.currency_codes - frozenset(currency_table().wordlike)
        named = {word: code for code, words in cldr.currencies.items() for word in words}
        self.currency_words = Phrases(
            named | {word: code for code, words in units.currencies.items() for word in words}
        )
        self.subunits = Phrases({word: code for code, words in units.subunits.items() for word in words})
        points = {"%": "", **dict.fromkeys(units.percent, "")}
        points |= dict.fromkeys(units.percentage_points, "percentage point")
        points |= dict.fromkeys(units.basis_points, "basis point")
        points |= dict.fromkeys(units.per_mille, "per mille")
        self.percent = Phrases(points)
        self.age_endings = phrases(units.age_endings)
        self.age_after = phrases(units.age_after)
        self.age_before = phrases(units.age_before)
        self.after_age = phrases(units.after_age)
        self.older = phrases(units.older)
        self.age_limits = phrases(units.age_limits)
        self.age_nouns = frozenset(noun.lower() for noun in nouns.age_nouns)
        calendar = (
            dates.shifts,
            dates.units,
            dates.weekdays,
            cldr.weekdays,
            cldr.months,
            cldr.short_months,
            dates.months,
            dates.days,
            dates.of,
        )
        self.calendar_words = frozenset(word for table in calendar for word in table)
        self.moment_words = frozenset((*dates.days, *dates.shifts))
        self.age_owners = frozenset(units.age_owners)
        self.age_decades = Phrases(self._with_parts(units.age_decades))
        self.numbered = frozenset((*units.numbering, *units.roman))
        self.clock = phrases(units.clock)
        self.day_times = phrases(units.day_times)

        self.hedges_before = Phrases(
            {w: HedgeMeaning(entry.meaning, entry.doubtful, entry.only) for entry in hedges.before for w in entry.words}
        )
        self.date_hedges = Phrases(
            {w: HedgeMeaning(entry.meaning, entry.doubtful) for entry in hedges.dates for w in entry.words}
        )
        self.hedges_after = Phrases(
            {w: HedgeMeaning(entry.meaning, entry.doubtful) for entry in hedges.after for w in entry.words}
        )
        self.not_plural = frozenset(nouns.not_plural)
        self.stops = frozenset(nouns.stops)
        self.skipped = frozenset(nouns.skipped)
        self.rank_phrases = Phrases(nouns.ranks)
        self.not_ordinals = phrases(nouns.not_ordinals)
        self.not_values = phrases(nouns.not_values)
        self.more = phrases(nouns.more)
        self.change = phrases(nouns.change)
        self.changed = phrases(nouns.changed)
        self.score_words = frozenset(nouns.score_words)
        self.targets = phrases(nouns.target)
        self.determiners = frozenset((*nouns.nth_before, *dates.articles))
        self.not_alone = frozenset(numerals.not_alone)
        numeral_endings = (*numerals.multiple_endings, *numerals.times, *numerals.half, *numerals.count_endings)
        self._grown = (*numeral_endings, *units.age_endings, *self.unit_adjectives)
        beginnings = (
            self.months, self.weekdays, self.seasons, self.period_parts, self.days, self.shifts, self.ahead, self.back,
            self.holidays, self.decade_prefix, Phrases(dates.decades), phrases(dates.last), phrases(dates.week_marks),
        )  # fmt: skip
        others = (
            self.fractions, self.collectives, self.multiples, self.age_before, self.age_decades, self.rank_phrases,
            phrases(tuple(units.age_groups)), phrases(nouns.rank_prefixes), phrases(nouns.place_nouns),
            phrases(numerals.minus), Phrases(numerals.rough),
            Phrases(self.currency_signs), phrases(tuple(self.currency_codes)),
        )  # fmt: skip
        self._calendar_starts = frozenset(word for table in beginnings for word in table.first_words()) | {
            "q",
            "h",
            "k",
        }
        self._starts = frozenset(word for table in others for word in table.first_words()) | _MARKS
        self._beginnings: dict[str, Beginning] = {}

    def _with_parts(self, decades: dict[str, int]) -> dict[str, int]:
        """Add "in her early twenties" to "in her twenties"."""
        owners = self.age_owners
        split = ((phrase.partition(owner + " "), low) for phrase, low in decades.items() for owner in owners)
        words = [part for part in self.dates.parts if " " not in part]
        grown = {f"{b}{o}{part} {a}": low for (b, o, a), low in split if o for part in words}
        return decades | grown

    def beginning(self, word: str) -> Beginning:
        """Return what can begin with a word or mark; quick, and more often something than a value does begin."""
        known = self._beginnings.get(word)
        if known is None:
            known = Beginning.NOTHING
            if word in self._starts or self._numeric(word) or not word.strip("ivxlc"):
                known = Beginning.ANYTHING
            elif word in self._calendar_starts:
                known = Beginning.DATE
            if len(self._beginnings) < _REMEMBERED:
                self._beginnings[word] = known
        return known

    def _numeric(self, word: str) -> bool:
        if word[:2] not in self.part_starts or word in self.numerals.joiners:
            return False
        grown = word.endswith(self._grown) and any(word.startswith(part) for part in self.parts)
        return grown or split_word(self, word) is not None


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language that has value tables. Raises DataError where it has none."""
    if not (code.isalpha() and packaged("languages", code, "numbers.yaml").is_file()):
        message = f"there are no tables of number words, dates and units for the language “{code}”"
        raise DataError(Problem(path=f"checker/languages/{code}", code="no-language", message=message))
    return Lexicon(code)
