"""The words of a language that values are written with: models of its YAML tables."""

from __future__ import annotations

from checker.data import Table
from checker.values.model import Hedge, ValueType  # noqa: TC001 - the model of the table is made of it


class Numerals(Table):
    """Number words (`numbers.yaml`). Keys are lower case; compounds are made of these parts."""

    units: dict[str, int]
    """Nought to nineteen."""
    tens: dict[str, int]
    hundreds: dict[str, int]
    scales: dict[str, int]
    """Thousand and up."""
    joiners: tuple[str, ...]
    """"and": between unit and ten, or after hundreds."""
    unit_first: bool
    """Whether the unit stands before the ten ("drieëntwintig")."""
    ordinals: dict[str, int]
    """Last parts of an ordinal, with their value."""
    ordinal_endings: tuple[str, ...]
    """What follows digits in an ordinal ("3e", "3rd")."""
    ordinal_contexts: tuple[str, ...] = ()
    """Words before digits that make a full stop after them an ordinal ending ("der 3. Test")."""
    articles: tuple[str, ...]
    """Articles that are one only beside a number word ("a hundred")."""
    verbs_too: tuple[str, ...]
    """Number words that are verbs before a determiner ("hij acht de kans klein")."""
    not_alone: tuple[str, ...]
    """Number words that are too often no number to be read without a neighbour."""
    magnitudes: dict[str, int]
    """Abbreviations after figures ("mln")."""
    people_magnitudes: tuple[str, ...]
    """Counted nouns before which those of money serve too ("3.2m people")."""
    money_magnitudes: dict[str, int]
    """Abbreviations that are magnitudes of money alone ("m")."""
    fractions: dict[str, str]
    """Words for a part of one or a mixed number ("driekwart": 3/4); also the denominators of written fractions."""
    denominators: dict[str, int]
    """Nouns of a part ("derde": 3, "quarters": 4), after a count."""
    bare_halves: tuple[str, ...]
    """Words for a half that name too much else to be a number alone ("halve finale")."""
    half: tuple[str, ...]
    """Words for a half after "and (a)"."""
    collectives: dict[str, int]
    """Nouns of a number ("dozijn": 12)."""
    rough: dict[str, int]
    """Nouns of about a number ("tiental": 10)."""
    multiples: dict[str, int]
    """Words for a multiple or a number of times ("dubbel": 2)."""
    bare_multiples: tuple[str, ...]
    """Those of `multiples` that are one only before one of `multiple_after` ("dubbel zo", "double the")."""
    occasions: tuple[str, ...]
    """Those of `multiples` that are a number of times unless one of `multiple_after` follows ("twice a year")."""
    multiple_after: tuple[str, ...]
    """What follows a multiple ("twice as", "drie keer zo")."""
    multiple_endings: tuple[str, ...]
    """Endings of a number that make a multiple ("voudig", "fold")."""
    count_endings: tuple[str, ...]
    """Endings of a number that make an adjective of what is counted ("koppig", "deurs")."""
    times: tuple[str, ...]
    """Nouns of occasion that belong to the value ("keer", "times")."""
    about_endings: tuple[str, ...]
    """Endings after a hyphen that make a number a rough one ("20-odd", "20-tal")."""
    plus: tuple[str, ...]
    """Words after a hyphen that make a number the least ("60-plus")."""
    range_words: tuple[str, ...]
    """What stands between the two numbers of a range."""
    alternatives: tuple[str, ...]
    """Those of `range_words` that end a list too ("four, six or eight")."""
    range_pairs: dict[str, str]
    """Openers of a range with the word between its numbers (between: and)."""
    dimension_words: tuple[str, ...]
    """What stands between two numbers of one unit ("20 by 30 metres", "from 4.1 to 4.6 percent")."""
    part_words: tuple[str, ...]
    """What joins a part to its whole ("van de", "of the", "out of")."""
    vague: tuple[str, ...]
    """Words that make a following magnitude no number ("paar duizend", "several hundred")."""
    minus: tuple[str, ...]
    decimal_words: tuple[str, ...]
    """The decimal mark as a word ("drie komma vijf", "three point five")."""


class Units(Table):
    """Words of measures and money (`units.yaml`)."""

    words: dict[str, tuple[str, ...]]
    """By unit (English singular)."""
    duration_before: tuple[str, ...]
    """Prepositions that make "a year" a length of time."""
    duration_adjectives: tuple[str, ...]
    """Adjectives that may stand between a number and its unit of time ("two full days")."""
    duration_after: tuple[str, ...]
    """Words after "a year" that make it one ("a year later")."""
    lone_units: tuple[str, ...]
    """Units that are a length of time after any article ("a fortnight")."""
    adjectives: dict[str, tuple[str, ...]]
    """Forms that only stand glued or hyphenated to the number ("daags", "jarig")."""
    person_words: tuple[str, ...]
    """Words after a length of time that make it an age ("old")."""
    people: tuple[str, ...]
    """Endings of nouns for people, who have ages where things have lengths."""
    age_endings: tuple[str, ...]
    """Adjectives that are an age with figures and before people ("jarige", "year-old")."""
    age_owners: tuple[str, ...]
    """Possessives before a decade that is an age ("his early 40s")."""
    age_at: tuple[str, ...]
    """What makes a bare number before a comma an age ("At 38, he ...")."""
    age_of: tuple[str, ...]
    """What joins a person to a bare age ("zijn zoon van 7")."""
    age_now: tuple[str, ...]
    age_since: tuple[str, ...] = ()
    """Words behind a bare age that say that it is that of now ("41 inmiddels")."""
    who: tuple[str, ...] = ()
    """Words that go on about somebody ("a Spaniard of 43 who")."""
    """What may stand before an age between commas ("Petersen, now 41,")."""
    age_limits: tuple[str, ...]
    """What makes a number of years after it an age ("younger than")."""
    age_groups: dict[str, Hedge]
    """What makes a figure with an "s" everybody above or below an age ("over-65s")."""
    age_plus: tuple[str, ...]
    """Nouns for people of an age and more ("plussers")."""
    age_after: tuple[str, ...]
    """What follows a number of years in an age ("oud", "of age"); with the unit before it."""
    age_before: tuple[str, ...]
    """What precedes a bare age and belongs to it ("aged")."""
    turned: tuple[str, ...]
    """Verbs of having or reaching an age."""
    subjects: tuple[str, ...]
    """Pronouns that may stand between such a verb and the age ("wordt zij 30")."""
    after_age: tuple[str, ...]
    """What may follow a bare age ("turned 27 last month")."""
    older: tuple[str, ...]
    """What makes a number of years before it an age ("en ouder")."""
    age_decades: dict[str, int]
    """Words for an age by its ten ("twintiger": 20, "in her twenties": 20)."""
    lasting_nouns: tuple[str, ...]
    """Endings of nouns that have a length but no age ("samenwerking", "deal")."""
    currencies: dict[str, tuple[str, ...]]
    money_units: dict[str, str]
    """Units that are money where there are a thousand or more of them ("pond")."""
    subunits: dict[str, tuple[str, ...]]
    """Hundredth parts of a currency ("cent"), by the currency."""
    percent: tuple[str, ...]
    percentage_points: tuple[str, ...]
    basis_points: tuple[str, ...]
    per_mille: tuple[str, ...]
    clock_before: tuple[str, ...]
    """Prepositions before an hour of the clock ("om 8 uur")."""
    clock_parts: tuple[str, ...]
    """What stands before an hour in a time of day ("half acht", "quarter past seven")."""
    clock_joiners: tuple[str, ...]
    """What stands between minutes and hour in words ("five to twelve")."""
    clock_halves: tuple[str, ...]
    """What may stand between that and the hour ("tien voor half acht")."""
    clock_alone: tuple[str, ...]
    """Those of `clock` that make any hour before them a clock time ("8 pm")."""
    day_times: tuple[str, ...]
    """What makes a small number before it an hour ("at 9 in the morning")."""
    streets: tuple[str, ...]
    """Endings of the names of streets, before a house number ("Kerkstraat 15")."""
    street_after: tuple[str, ...]
    """Words in lower case that may follow a house number ("Kerkstraat 15 in Gent")."""
    street_words: tuple[str, ...]
    """Words for streets, after a house number and a name ("15 Church Street")."""
    clock: tuple[str, ...]
    """What follows a clock time."""
    roman: tuple[str, ...]
    """Nouns that roman numerals number, beside those of `numbering` ("Bowl")."""
    numbering: tuple[str, ...]
    """Nouns before a figure that names something ("artikel", "versie")."""


class HedgeEntry(Table):
    """A hedge: what it means as an interval, and whether the word has another reading that is no hedge."""

    words: tuple[str, ...]
    meaning: Hedge
    doubtful: bool = False
    only: tuple[ValueType, ...] = ()
    """The types of value that it is a hedge of; none named: every one."""


class Hedges(Table):
    """Words that widen or open a value (`hedges.yaml`)."""

    before: tuple[HedgeEntry, ...]
    """Before every value but a date."""
    after: tuple[HedgeEntry, ...]
    dates: tuple[HedgeEntry, ...]
    """Before a date: `min` from it on, `max` up to and with it, `under` before it, `over` after it."""


class Nouns(Table):
    """What a counted noun is told from (`nouns.yaml`)."""

    capitalised: bool = False
    """Whether nouns are written with a capital, so that the first run of capitals is the noun."""
    stops: tuple[str, ...]
    """Words at which a noun phrase ends: prepositions, articles, conjunctions, pronouns, verbs."""
    skipped: tuple[str, ...]
    """Adverbs and adjectives that look like nouns."""
    adjective_endings: tuple[str, ...]
    """Endings of adjectives; a word with one is the noun only where none follows."""
    never_noun_endings: tuple[str, ...]
    """Those of them that no noun has."""
    plural_endings: tuple[str, ...]
    not_plural: tuple[str, ...]
    noun_endings: tuple[str, ...]
    """Endings of a second plural that is still a noun ("sales managers")."""
    plurals: tuple[str, ...]
    """Plurals without a plural ending."""
    place_nouns: tuple[str, ...]
    """Nouns of a rank ("plaats", "place")."""
    rank_verbs: tuple[str, ...]
    """Verbs that make a following ordinal a rank."""
    rank_relatives: tuple[str, ...] = ()
    rank_behind: tuple[str, ...] = ()
    """Relative pronouns before and verbs behind an ordinal that make it a rank ("die tweede werd")."""
    rank_prefixes: tuple[str, ...]
    """Words that belong to a rank ("als eerste")."""
    nth_before: tuple[str, ...]
    """Words before an ordinal that make it one in a series ("zijn")."""
    not_ordinals: tuple[str, ...]
    """Phrases that begin with an ordinal and give none ("Tweede Kamer", "first of all")."""
    not_values: tuple[str, ...]
    """Phrases with a number word that count nothing ("one day", "een voor een")."""
    ranks: dict[str, int]
    """Fixed phrases for a rank ("runner-up": 2); 0 for the last, whose number is not known."""
    more: tuple[str, ...]
    """Comparatives after a difference ("meer", "meer dan")."""
    change: tuple[str, ...]
    """What stands before a difference ("stijging van", "rose by")."""
    changed: tuple[str, ...]
    """Words before "from ... to ..." that make it a change and no range ("grew")."""
    score_words: tuple[str, ...]
    """Words that make two figures behind them a score ("won", "stand")."""
    nouns_too: tuple[str, ...]
    """Verbs that are nouns right behind an ordinal ("his 25th win")."""
    target: tuple[str, ...]
    """What stands before a target ("streeft naar")."""
    age_nouns: tuple[str, ...]
    """Nouns of people before an age ("kinderen van")."""
