"""The tables of one language, indexed for reading: built once per language, on first use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker.data import load_packaged
from checker.values.convert import currencies, unit_symbols
from checker.values.numerals import Part, number_parts
from checker.values.tokens import tokenise
from checker.values.tables import Dates, Hedges, Nouns, Numerals, Phrases, Units, phrases

if TYPE_CHECKING:
    from checker.values.model import Hedge


@dataclass(frozen=True, slots=True)
class HedgeMeaning:
    """What a hedge says of the value after it."""

    meaning: Hedge
    doubtful: bool


def _fraction(text: str) -> Decimal:
    exact = Fraction(text)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


class Lexicon:
    """Everything that reading needs to know of a language."""

    def __init__(self, code: str) -> None:
        """Load and index the tables of a language. Raises DataError where a table is wrong."""
        self.code = code
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
        self.halves = phrases(numerals.half)
        self.times = phrases(numerals.times)
        self.number_ranges = phrases(numerals.range_words)
        self.range_openers = Phrases(numerals.range_pairs)
        self.vague = phrases(numerals.vague)
        self.part_words = phrases(numerals.part_words)
        self.multiples = Phrases(numerals.multiples)

        self.months = Phrases(dates.months)
        self.weekdays = Phrases(dates.weekdays)
        self.seasons = Phrases(dates.seasons)
        self.period_parts = Phrases(dates.parts)
        self.days = Phrases(dates.days)
        self.shifts = Phrases(dates.shifts)
        self.calendar_units = Phrases(dates.units)
        self.year_like = phrases(dates.year_like)
        self.plural_periods = frozenset(dates.plural_units)
        self.ago = phrases(dates.ago)
        self.later = phrases(dates.later)
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
        self.currency_words = Phrases({word: code for code, words in units.currencies.items() for word in words})
        self.subunits = Phrases({word: code for code, words in units.subunits.items() for word in words})
        points = {"%": "", **dict.fromkeys(units.percent, "")}
        points |= dict.fromkeys(units.percentage_points, "percentage point")
        points |= dict.fromkeys(units.basis_points, "basis point")
        self.percent = Phrases(points)
        self.age_endings = phrases(units.age_endings)
        self.age_after = phrases(units.age_after)
        self.age_before = phrases(units.age_before)
        self.after_age = phrases(units.after_age)
        self.older = phrases(units.older)
        self.age_nouns = frozenset(noun.lower() for noun in nouns.age_nouns)
        calendar = (dates.shifts, dates.units, dates.weekdays, dates.months, dates.days, dates.of)
        self.calendar_words = frozenset(word for table in calendar for word in table)
        self.age_decades = Phrases(units.age_decades)
        self.clock = phrases(units.clock)

        self.hedges_before = Phrases(
            {w: HedgeMeaning(entry.meaning, entry.doubtful) for entry in hedges.before for w in entry.words}
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
        self.more = phrases(nouns.more)
        self.change = phrases(nouns.change)
        self.targets = phrases(nouns.target)
        self.not_alone = frozenset(numerals.not_alone)
        self._starts = self._first_words()
        self._may_begin: dict[str, bool] = {}

    def _first_words(self) -> frozenset[str]:
        tables = (
            self.fractions, self.multiples, self.months, self.weekdays, self.seasons, self.period_parts, self.days,
            self.shifts, self.ahead, self.holidays, self.decade_prefix, self.age_before, self.age_decades,
            self.rank_phrases,
        )  # fmt: skip
        words = {word for table in tables for word in table.first_words()}
        words |= {*self.numerals.collectives, *self.numerals.rough, *self.numerals.minus, *self.nouns.rank_prefixes, *self.dates.decades, "q", "h"}
        return frozenset(words | {code.lower() for code in self.currency_codes} | {tokenise(sign)[0].key for sign in self.currency_signs})

    def may_begin(self, word: str) -> bool:
        """Whether a value can begin with a word; quick, and true more often than a value does begin."""
        known = self._may_begin.get(word)
        if known is None:
            known = word in self._starts or (word[:2] in self.part_starts and self._numeric(word))
            if len(self._may_begin) < 50_000:
                self._may_begin[word] = known
        return known

    def _numeric(self, word: str) -> bool:
        return any(word.startswith(part) for part in self.parts)


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language that has value tables. Raises DataError where it has none."""
    return Lexicon(code)
