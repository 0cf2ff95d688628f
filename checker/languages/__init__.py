"""Languages as data: each is a folder of YAML tables, found by its name.

`grammar.yaml` (this module's `Grammar`) says how the language refers and builds sentences; `messages.yaml` its words
in reports; the value reader's tables (numerals, dates, units, hedges) stand beside them, for `checker.values`.
"""

from __future__ import annotations

from functools import cache

from pydantic import Field

from checker.data import Table, load_packaged, packaged


class Inflection(Table):
    """How word forms of one lemma differ: endings that may be stripped to compare two words."""

    endings: tuple[str, ...]
    """Endings, longest first, that are stripped (once) where at least three letters stay."""
    kept: tuple[str, ...] = ()
    """Ends of words in which such an ending is none ("steen", "schoen")."""
    inner: tuple[str, ...] = ()
    """Endings of the singular that one of a plural leaves ("flessen": "fles" without its "s", as "fles" is)."""
    possessive: tuple[str, ...]
    """Endings of a possessive, with their apostrophes."""


class Pronouns(Table):
    """Pronouns and possessives that stand for an entity, by what they can stand for."""

    male: tuple[str, ...]
    female: tuple[str, ...]
    neutral: tuple[str, ...]
    plural: tuple[str, ...]
    thing: tuple[str, ...] = ()
    """Those among them that stand for things too (Dutch "hij" for a bicycle)."""
    speaker: tuple[str, ...]
    """First person: the speaker inside a quote."""
    speaker_alone: tuple[str, ...] = ()
    """Those among them that are a subject or possessor, singular."""
    speaker_together: tuple[str, ...] = ()
    """Those among them that are a subject or possessor, plural."""


class Grammar(Table):
    """The closed classes of a language that linking needs."""

    name: str
    stop_words: tuple[str, ...]
    """Very frequent words that no other supported language shares: evidence of the language of a text."""
    standing: tuple[str, ...] = ()
    """Verbs by which something is somewhere."""
    works: tuple[str, ...] = ()
    """Nouns for the work on something, by which the whole of it begins."""
    articles: tuple[str, ...]
    definite: tuple[str, ...]
    abbreviations: tuple[str, ...]
    """Words that end in a full stop without ending the sentence."""
    compounds: bool
    """Whether nouns are written together, so that a word's end can be a cue ("wereldtitel")."""
    inflection: Inflection
    pronouns: Pronouns
    clause_openers: tuple[str, ...]
    """Conjunctions and relative words that begin a new clause."""
    relatives: tuple[str, ...]
    """Relative pronouns: the clause that they open speaks of the name right before them."""
    coordinators: tuple[str, ...]
    prepositions: tuple[str, ...]
    """Every common preposition: they end a noun phrase."""
    negations: tuple[str, ...]
    modals: tuple[str, ...]
    """Words that make a clause a plan, possibility or condition rather than a fact."""
    verbs: tuple[str, ...]
    """Frequent finite verbs: they end a noun phrase and separate a subject from what follows."""
    auxiliaries: tuple[str, ...]
    """Forms of to be, to become and to have, and adverbs of time that say nothing by themselves ("al", "already")."""
    inside: tuple[str, ...]
    """Prepositions behind which a name is that of a place ("in", "near")."""
    where: tuple[str, ...]
    """Words that open a clause about the place or thing right before them ("where")."""
    likening: tuple[str, ...]
    """Words that liken one thing to another ("als", "as")."""
    restrictors: tuple[str, ...]
    """Prepositions whose phrase narrows a count ("op zandondergrond", "at home")."""
    town_prepositions: tuple[str, ...] = ()
    """Prepositions before the town that a building stands in."""
    place_prepositions: tuple[str, ...]
    origin_prepositions: tuple[str, ...]
    seat_prepositions: tuple[str, ...] = ()
    """Prepositions between the name of an organisation and its seat ("Acme of Delft")."""
    comings: tuple[str, ...] = ()
    """Verbs of coming from somewhere."""
    returns: tuple[str, ...] = ()
    """Words that make it a journey ("terug", "straight")."""
    native: tuple[str, ...] = ()
    """Words before the place where somebody was born ("native", "geboorteplaats")."""
    times: tuple[str, ...]
    """Words that count occurrences of anything ("keer", "times")."""
    routes: tuple[tuple[str, str], ...]
    """Pairs of prepositions that say where something starts and ends ("van ... naar")."""
    moves: tuple[str, ...] = ()
    """Verbs of going or bringing from one figure to another."""
    rates: tuple[str, ...]
    """Words after a number that make it a rate ("a" week, "per" dag)."""
    numbering: tuple[str, ...]
    """Nouns before a number that only names something ("nummer 9", "room 12")."""
    changes: tuple[str, ...]
    """Verbs and adverbs that make a count a change ("adds three", "komen er drie bij")."""
    further: tuple[str, ...]
    """Words right before a count of more of a thing ("nog eens twaalf", "another twelve")."""
    adding: tuple[str, ...]
    """Words before what is added to a thing ("plus 150 magnums")."""
    trades: tuple[str, ...]
    """Words beside a count of what is bought, built or replaced ("de bouw van twee", "ordered three")."""
    differences: tuple[str, ...]
    """Words right after a figure that make it a difference ("vier euro duurder")."""
    parts: tuple[str, ...]
    """Adjectives that make a count one of a part ("drie nieuwe bestemmingen")."""
    capacities: tuple[str, ...]
    """Words right before a count that is only a capacity or an aim ("plek voor 90 passagiers")."""
    part_relatives: tuple[str, ...]
    """Relative words before a figure that is a part of the one before ("waarvan 31", "of whom 148")."""
    conditions: tuple[str, ...]
    """Words that open a sentence with a condition or restriction ("In winter", "Zonder accu")."""
    moments: tuple[str, ...] = ()
    """Words that open a sentence with a moment that even a definite noun restricts to ("At the winter break")."""
    totals: tuple[str, ...]
    """Words after them that restrict nothing ("in total", "in de hele ...")."""
    rises: tuple[str, ...]
    """Verbs of rising and falling."""
    growths: tuple[str, ...] = ()
    """Nouns for how much something rose or fell."""
    by: tuple[str, ...]
    """Words that, with such a verb, come before the size of the change ("steeg met", "rose by")."""
    wholes: tuple[str, ...] = ()
    """Nouns for all that somebody has of a kind, or for how it came to be ("the fleet of X", "de bouw van X")."""
    including: tuple[str, ...]
    """Words right after a name that add something to it ("X met onderhoud", "X with training")."""
    partitives: tuple[str, ...]
    """Words that open a sentence about a part of something ("Van de ...", "Of the ...")."""
    contents: tuple[str, ...]
    """Words behind a measure that say what there is so much of ("two tonnes of fish", "twee ton aan vis")."""
    since: tuple[str, ...]
    """Words before the date from which something holds."""
    until: tuple[str, ...]
    """Words before the date up to which something holds."""
    comparisons: tuple[str, ...]
    """Words before a figure that another one is compared with."""
    aged_than: tuple[str, ...] = ()
    """Behind such a word and "than", a bare number is an age ("younger than eighteen")."""
    squads: tuple[str, ...] = ()
    """Who plays for a club beside those it is known by ("the men finished seventh")."""
    legs: tuple[str, ...] = ()
    """Parts of a race that have a start and a finish of their own."""
    set_phrases: tuple[str, ...] = ()
    """Phrases whose noun is nothing in particular ("a hundred concerts are on the programme")."""
    still: tuple[str, ...] = ()
    """Words beside an old figure that say it was so until lately ("nog")."""
    earlier: tuple[str, ...]
    """Words after a figure of an earlier time."""
    companions: tuple[str, ...]
    """Words that join two names into a pair ("met", "and")."""
    relational_nouns: tuple[str, ...]
    """Nouns whose adjective of nationality says nothing of the name that follows ("de Duitse dochter Acme")."""
    speech_verbs: tuple[str, ...]
    plan_words: tuple[str, ...]
    """Words that make a figure a target, forecast, rumour or hypothetical rather than a fact."""
    past: tuple[str, ...]
    """Words that say that something was so earlier ("was", "vroegere", "old")."""
    others: tuple[str, ...]
    """Words that point at somebody or something else than the topic ("andere", "rival")."""
    looking_back: tuple[str, ...] = ()
    """Words and phrases of a sentence about an earlier time ("vóór", "came from")."""
    credits: tuple[str, ...] = ()
    """Nouns in phrases for what somebody has reached ("op haar naam", "under his belt")."""
    years: tuple[str, ...] = ()
    """Words for a year ("jaar", "season"), plural too."""
    years_on: tuple[str, ...] = ()
    """Words beside them that count on from another year of the text ("een jaar later")."""
    years_back: tuple[str, ...] = ()
    """Words beside them that count back from another year of the text ("the year before")."""
    hanging_on: tuple[str, ...] = ()
    """Words after them that count it from something else ("a year after the merger")."""
    kin: tuple[str, ...] = ()
    """Those among them that may be whom the sentence speaks of, unless it says whose ("mother of three")."""
    describing: tuple[str, ...] = ()
    """Words between a noun and the value that describes it ("a novel of 312 pages", "een fiets van 2.899 euro")."""
    purposes: tuple[str, ...] = ()
    """Words between a noun and what it is for ("the waiting time for a new hip")."""
    spans: tuple[str, ...] = ()
    ordering: tuple[str, ...] = ()
    """Words before a number that make it some of more ("the last 90 employees")."""
    used: tuple[str, ...] = ()
    """Words before a name for one that is not new ("a used Alpha")."""
    sources: tuple[str, ...] = ()
    """Prepositions behind a sum that go on to say what it came from or went by ("9 million from the sale")."""
    reached: tuple[str, ...] = ()
    """Verbs right before a number that is how many there are now ("has reached 420,000")."""
    passed: tuple[str, ...] = ()
    """Words before a number of things that lie behind somebody ("after five stages")."""
    nearby: tuple[str, ...] = ()
    """Words before a name by which something else is ("next to")."""
    early: tuple[str, ...] = ()
    """Times without a date that lie long ago ("first year")."""
    larger: tuple[str, ...] = ()
    """Words for all of something larger ("the whole municipality")."""
    wheres: tuple[str, ...] = ()
    """Words that open a clause about a place just named ("Sweden, where")."""
    formers: tuple[str, ...] = ()
    """Words for the first of two that were named together ("the former")."""
    latters: tuple[str, ...] = ()
    """Words for the second of them ("the latter")."""
    """Spans of time for which something is paid, singular."""
    temporal: tuple[str, ...] = ()
    """Words that begin a clause about another time ("toen", "when")."""
    honorifics: tuple[str, ...] = ()
    """What may stand before a given name ("Dr", "mevrouw")."""
    then: tuple[str, ...] = ()
    """Adverbs for the time that was just spoken of ("toen", "then")."""
    thens: tuple[str, ...] = ()
    """Words and phrases that say that something was so at another time ("at the time")."""
    following: tuple[str, ...] = ()
    """Words that make one of a series the one that comes after it ("the next edition")."""
    drafts: tuple[str, ...] = ()
    """Nouns of what is thought up before it is made ("In the first design the tower was 250 metres")."""
    phases: tuple[str, ...] = ()
    """Nouns of what a contest has several of, with a result of its own ("in her heat she ran ...")."""
    general: tuple[str, ...] = ()
    """Adjectives that make a noun any one of its kind ("the average club")."""
    wishes: tuple[str, ...] = ()
    """Verbs that say what was asked or offered, not what was got."""
    days: tuple[str, ...] = ()
    """Nouns of days and parts of them ("on a busy Monday")."""
    sharing: tuple[str, ...] = ()
    """Words between the two numbers of a share ("one in five")."""
    ones: tuple[str, ...] = ()
    """The number one, which is an article too."""
    reigns: tuple[str, ...] = ()
    """Prepositions before the name of somebody in whose time something was."""
    than: tuple[str, ...] = ()
    """Words between a comparative and what something is compared with."""
    respective: tuple[str, ...] = ()
    """Words that say that two lists belong together, one by one."""
    dealings: tuple[str, ...] = ()
    """Verbs of trade: what is sold or bought is not what somebody has or made."""
    hypotheses: tuple[str, ...] = ()
    """Words that open a sentence with what is not, or not yet, so."""
    turnings: tuple[str, ...] = ()
    """Verbs that say which age somebody reaches ("wordt in december 48", "turned 57 this month")."""
    counting: tuple[str, ...] = ()
    """Words that stand for what was counted before ("there were 58", "zijn het er 31")."""
    beyond: tuple[str, ...] = ()
    """Words behind how far a figure is from another one ("five centimetres below her best of 4.71 metres")."""
    gaining: tuple[str, ...] = ()
    """Verbs by which a project has what it adds ("the plan adds 84 parking spaces")."""
    measuring: tuple[str, ...] = ()
    """Verbs between a thing and its measure ("the belt measures 380 metres", "the site covers two hectares")."""
    rooms: tuple[str, ...] = ()
    """What stands before how many there is room for ("room for 90 passengers", "holds 9,000")."""
    capacity: tuple[str, ...] = ()
    """Nouns of labels for what there is room for."""
    measures: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Words of labels that a value of a type says by itself: the time of three hours, the price of 40 euros."""
    so_far: tuple[str, ...] = ()
    """Words that say how far a work has come ("inmiddels", "already")."""
    possessives: tuple[str, ...] = ()
    """Possessive pronouns."""
    numbers: tuple[str, ...] = ()
    """Nouns before what is counted ("the number of students")."""
    adverbs: tuple[str, ...] = ()
    """Adverbs that open a sentence and are no name, whatever verb follows ("Daarmee komt", "Overall")."""
    based: tuple[str, ...] = ()
    """Words behind a place and a hyphen for who has a seat there ("Delft-based")."""
    derived_nouns: tuple[str, ...] = ()
    """Endings of plain nouns that open a sentence without an article ("Construction began")."""
    now: tuple[str, ...] = ()
    """Adverbs that stand beside an age ("now 75", "25 pas")."""
    copulas: tuple[str, ...] = ()
    """Forms of to be and become between somebody and an age."""
    contracted: tuple[str, ...] = ()
    """Short forms of to be that have grown on to a pronoun ("I'm 39", "she's 39")."""
    successions: tuple[str, ...] = ()
    """Verbs and nouns that say that somebody took somebody's place."""
    agents: tuple[str, ...] = ()
    """Prepositions before the one who did something ("door", "by")."""
    relations: tuple[str, ...] = ()
    """Nouns for who is related to somebody, and is somebody else ("the wife of Berg")."""
    birthdays: tuple[str, ...] = ()
    """Words behind the ordinal of an age ("her 76th birthday")."""
    turned: tuple[str, ...] = ()
    """The past forms among `turnings`: an age that somebody has already ("turned 57")."""
    plural_copulas: tuple[str, ...] = ()
    """Forms of "to be" behind several people ("are 26 and 24 respectively")."""
    plural_endings: tuple[str, ...] = ()
    """Endings of verbs that make "they" of a pronoun that can be "she", too."""
    present: tuple[str, ...] = ()
    """Ends that only verbs of the present have ("At 58, she shows")."""
    be: tuple[str, ...] = ()
    """The infinitive of "to be", which an age follows that is yet to come ("will be 61")."""
    only: tuple[str, ...] = ()
    """Small words before an age ("is just 24", "is dus 48")."""
    at_years: tuple[str, ...] = ()
    """Words before somebody's years ("met zijn 24 jaar")."""
    tallies: tuple[str, ...] = ()
    """Nouns for all that somebody has done ("Berg's tally stands at")."""
    shares: tuple[str, ...] = ()
    """Verbs of having something together with somebody else ("shares two patents with")."""
    there: tuple[str, ...] = ()
    """Adverbs of a place that was named ("took three medals there")."""
    opposing: tuple[str, ...] = ()
    """The prepositions of somebody whom somebody plays or fights."""
    pursuits: tuple[str, ...] = ()
    """Phrases before what is only sought yet ("going for" a third title); words may stand between theirs."""
    reckonings: tuple[str, ...] = ()
    """Phrases before what somebody only expects: "rekent op" a turnover, "is looking at" growth."""
    dimensions: tuple[tuple[str, ...], ...] = ()
    """Words that say in which direction something is measured; those of one direction stand together."""
    that_year: tuple[str, ...] = ()
    """Phrases for a year that only something else tells: "in the year of her debut"."""
    at_age: tuple[str, ...] = ()
    """Prepositions before the age that somebody had then ("at")."""
    aged: tuple[str, ...] = ()
    """Words that open an age and say as well when something was ("aged")."""
    superlatives: tuple[str, ...] = ()
    """Endings of superlatives."""
    records: tuple[str, ...] = ()
    """Words in the name of a property for the best that there ever was."""
    wares: tuple[str, ...] = ()
    """Nouns for what there is only to be sold."""
    anybody: tuple[str, ...] = ()
    """Nouns for people whatever they do; what is counted of them, another word must say."""
    becoming: tuple[str, ...] = ()
    """Verbs between a name and what it becomes or stays ("Delft becomes the home port")."""
    men: tuple[str, ...] = ()
    women: tuple[str, ...] = ()
    """Nouns that stand for a man or a woman who was just named ("the man from Delft")."""
    type_nouns: dict[str, tuple[str, ...]]
    """Nouns that stand for an entity of a type: {organisation: [bedrijf, merk], event: [evenement], ...}."""


@cache
def supported() -> tuple[str, ...]:
    """Return the codes of the languages that can be checked, in alphabetical order."""
    folder = packaged("languages")
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.joinpath("grammar.yaml").is_file()))


@cache
def grammar(code: str) -> Grammar:
    """Return the grammar of a supported language."""
    return load_packaged(Grammar, "languages", code, "grammar.yaml")


class Tenures(Table):
    """How a language says since when, until when and for how long something holds."""

    clefts: tuple[str, ...] = ()
    """What stands behind a date that a sentence begins with ("it was in 1974 that")."""
    begins: tuple[str, ...] = ()
    """Verbs by which something begins."""
    existing: tuple[str, ...] = ()
    """Verbs by which something exists since a date."""
    adverbs: tuple[str, ...]
    """Adverbs of time beside a length that change nothing ("al", "nu", "already")."""
    lasts: tuple[str, ...]
    """Words around a length of time that only say that it is one ("lang", "for")."""
    nearly: tuple[str, ...]
    """Hedges that put the truth just below the number."""
    again: tuple[str, ...]
    """Words that make a length one of another time, or one that comes back ("nog", "another", "elke")."""
    anniversaries: tuple[str, ...]
    """Nouns for the day on which a number of years is full."""
    leaders: tuple[str, ...]
    """Nouns for who leads something, by their ends."""
    leading: tuple[str, ...]
    """Verbs of leading."""
    verbs: dict[str, tuple[str, ...]]
    """Verbs that say other relations, by property ("owns")."""
    come_to: tuple[str, ...]
    """Phrases that a verb of coming makes a beginning ("kwam in 2019 aan het roer"; not "in dienst")."""
    acquiring: dict[str, tuple[str, ...]]
    """Verbs by which such a relation begins, by property ("bought")."""
    office: tuple[str, ...]
    """Phrases that say that somebody leads, or begins to ("in office", "aantrad")."""
    effect: tuple[str, ...]
    """What stands beside the verb of a beginning on a day, where no other verb does: "takes up office"."""
    announcing: tuple[str, ...]
    """Words of a beginning that may be said on an earlier day ("appointed")."""
    beginning: tuple[str, ...]
    """Verbs by which a role or relation begins ("became", "benoemd")."""
    staying: tuple[str, ...]
    """Verbs that only say that it goes on ("blijft", "has signed")."""
    joins: tuple[str, ...]
    """Words between a role or relation and what it is of, or how it is held."""
    ends: tuple[str, ...]
    """Words between a preposition and the date that it belongs to ("tot en met eind 2028")."""
    on: tuple[str, ...]
    """Prepositions of a date ("op 1 april", "on 1 April")."""
    places: tuple[str, ...]
    """Prepositions before the name of a place."""
    vague: tuple[str, ...]
    """Words for "before" that bound nothing exactly."""
    goes_on: tuple[str, ...]
    """Words right behind a date that say what else it is about ("since 2018 with the club")."""
    lesser: tuple[str, ...]
    """Words before a post that make it another one ("deputy"), or that a compound begins with."""
    occurring: tuple[str, ...]
    """Verbs that only say that something is on a day ("volgt", "takes place")."""
    completing: tuple[str, ...]
    """Words for what has come to its end ("klaar", "completed")."""
    taking: tuple[str, ...]
    """Verbs that say how long a thing takes ("duurt", "lasts")."""
    taken: tuple[str, ...] = ()
    """Words that go on behind the length of time that a verb of taking gives (Dutch "neemt ... in beslag")."""
    with_what: tuple[str, ...] = ()
    """Words before what something is done with or on ("a crossing with the ferry takes")."""
    arriving: tuple[str, ...]
    """Verbs that say when a thing comes ("volgt", "arrives")."""
    besides: tuple[str, ...] = ()
    """Words behind "since" and a date that say that it was so before in another way ("ook", "again")."""
    running: tuple[str, ...] = ()
    """Verbs of what goes on until its end ("loopt", "runs")."""
    remaining: tuple[str, ...] = ()
    """Words before a length of time that say that it is what is left ("nog", "another")."""
    coming: tuple[str, ...] = ()
    """Verbs of coming to an organisation ("kwam", "came")."""
    working: tuple[str, ...] = ()
    """Verbs of being with an organisation since a date ("werkt", "has worked")."""
    at: tuple[str, ...] = ()
    """Prepositions before the organisation that somebody comes to or works for."""
    begun: tuple[str, ...] = ()
    """Verbs that say when an organisation began ("begon", "started")."""
    here: tuple[str, ...] = ()
    """Words for the organisation that a text is about ("She came here in 2017")."""
    as_what: tuple[str, ...] = ()
    """Words before as what somebody came ("as a planner")."""
    jobs: tuple[str, ...] = ()
    """How the nouns end for the first work that somebody comes for ("for a summer job")."""
    no_jobs: tuple[str, ...] = ()
    """How the nouns end for who somebody is before the work begins ("as a student")."""
    few: tuple[str, ...] = ()
    """How little an organisation began with ("with one boat", "met één molen")."""
    out: tuple[str, ...] = ()
    """Words that say so behind a comma ("the novel, out on 3 May")."""
    scheduled: tuple[str, ...]
    """Words of planning that leave a date as it is ("due", "gepland")."""
    formerly: tuple[str, ...]
    """Words that say that a plan has been given up ("originally")."""
    states: tuple[str, ...]
    """Words for how something is on a day, which are forms of what happens once as well ("is open on 3 May")."""
    dating: tuple[str, ...]
    """Verbs that say from when something is ("dates from")."""
    so_far: tuple[str, ...]
    """Words before a length of time that only says how long it has been up to now."""
    marked: tuple[str, ...] = ()
    """Words one of which stands before a length for which something holds, if the language needs one ("for")."""


@cache
def tenures(code: str) -> Tenures:
    """Return how a supported language says how long something holds."""
    return load_packaged(Tenures, "languages", code, "tenures.yaml")
