"""The words by which a language tells of contests: `contests.yaml` of its folder."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.data import Table, load_packaged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.mentions import Scene

_DASHES = frozenset("-–")


class ContestWords(Table):
    """The words and phrases of one language, in lower case and without diacritics."""

    beat: tuple[str, ...]
    """What the winner does to the loser."""
    lost: tuple[str, ...]
    """What the loser does, and to whom."""
    final: tuple[str, ...]
    """Words right before the score of a whole contest."""
    results: tuple[str, ...]
    """Nouns for the outcome of a whole contest."""
    ahead: tuple[str, ...]
    behind: tuple[str, ...]
    outscored: tuple[str, ...]
    """What the better side of a part of the contest does."""
    scored: tuple[str, ...]
    """Verbs that need no noun for what is scored."""
    improved: tuple[str, ...]
    """Verbs before a record of wins and defeats, and before nothing else."""
    some_players: tuple[str, ...]
    """Some of those who played ("led all reserves")."""
    against: tuple[str, ...]
    """What stands before the figure of the other side ("46 rebounds, tegen 39")."""
    company: tuple[str, ...]
    """What stands for the rest of a side behind the name of one of it ("Hall and company")."""
    sides: tuple[str, ...]
    """What stands for both sides."""
    after_it: tuple[str, ...]
    """What stands before the outcome that a record comes of."""
    of_them: tuple[str, ...]
    """What makes a figure a part of the one before it ("13 of them after the break")."""
    en_route: tuple[str, ...]
    """What stands between a part and the whole that it led to ("on his way to 32 points")."""
    spans: dict[str, tuple[str, ...]]
    """Names of the parts of a contest, by the property of what a side scores in it."""
    short_spans: dict[str, tuple[str, ...]]
    """Their numbers, which name a part where no other noun follows ("in the second")."""
    short_before: tuple[str, ...]
    short_prepositions: tuple[str, ...]
    """What stands before such a number: an article, and before that a preposition."""
    short_behind: tuple[str, ...]
    """Words that may follow one."""
    up_to: tuple[str, ...]
    """Words before the name of a part that mean the score so far ("after the third quarter")."""
    record: tuple[str, ...]
    """Words right before the wins and losses of a season."""
    now: tuple[str, ...]
    """Words in brackets before the wins and losses of a season ("(now 12-7)")."""
    shot: tuple[str, ...]
    """Verbs that make a share that of all shots from the field."""
    held: tuple[str, ...]
    """Verbs whose object is the side that has the figures behind it ("held the Reds to 42 percent")."""
    of_side: tuple[str, ...]
    """Words behind a figure before the name of the side that has it."""
    seasons: tuple[str, ...]
    """What the wins and losses behind a score may be of as a whole ("are 12-7 on the season")."""
    of: tuple[str, ...]
    """Words between what went in and what was tried ("8 of 16")."""
    baskets: tuple[str, ...] = ()
    """Nouns for what went in, so that a part of them is no part of what was tried ("four of his six baskets")."""
    small: tuple[str, ...]
    """Words that may stand beside them ("six of his seven")."""
    together: tuple[str, ...]
    """Words for what two have between them."""
    best: tuple[str, ...]
    """Words for the most of everybody in the contest."""
    best_of_side: tuple[str, ...]
    """Words for the most of one's own side."""
    led: tuple[str, ...]
    """Verbs whose object is the side that the subject is the best of ("led the Reds with 20 points")."""
    led_all: tuple[str, ...]
    gave: tuple[str, ...]
    """Other verbs with a side as their object, with figures of the subject behind it ("gave the Reds 12")."""
    givers: tuple[str, ...]
    """Words between a figure and whom it came from ("12 points from Hall")."""
    rejected: tuple[str, ...]
    """Verbs that make shots those of somebody else, which did not go in ("swatted four shots")."""
    forced: tuple[str, ...]
    """Verbs that make turnovers those of the other side."""
    other_time: tuple[str, ...]
    """Words that say that a figure is of more than one contest, or of another one."""
    sums: tuple[str, ...] = ()
    """Words of a sum over several contests ("in total")."""
    best_yet: tuple[str, ...]
    """Words right before a figure that compare it with other contests, but of which it is not."""
    part_time: tuple[str, ...]
    """Words that say that a figure is of a part of a contest."""
    part_side: tuple[str, ...]
    """Words that say that a figure is of a part of a side."""
    career: tuple[str, ...]
    """Words that make a win one of a career, an arena or a rivalry rather than of a season."""
    crowd: tuple[str, ...]
    """Nouns for those who watch."""
    attendance: tuple[str, ...]
    """Words at the beginning of a line that says how many watched."""
    in_front_of: tuple[str, ...]
    """Words right before how many watched."""
    double: tuple[str, ...]
    triple: tuple[str, ...]
    nearly: tuple[str, ...]
    """Words that say that something was just not reached."""
    started: tuple[str, ...]
    """What somebody does who plays from the beginning; the first is suggested."""
    substituted: tuple[str, ...]
    """What somebody does who comes in later; the first is suggested."""
    starter_titles: tuple[str, ...]
    """Nouns right before the name of somebody who plays from the beginning."""
    bench_titles: tuple[str, ...]
    starter_groups: tuple[str, ...]
    """The same for several ("starters Hall and Price")."""
    bench_groups: tuple[str, ...]
    there: tuple[str, ...]
    """What goes on about a place behind a comma ("at the line, where")."""
    one_of: tuple[str, ...]
    """Words by which somebody is called one of those ("was the only reserve", "was the best of the starters")."""
    yes_cells: tuple[str, ...]
    """What a cell says in a column that is named by one of the words above."""
    no_cells: tuple[str, ...]
    starter_cells: tuple[str, ...]
    """What a cell of a table says of those who play from the beginning."""
    bench_cells: tuple[str, ...]
    in_a_row: tuple[str, ...]
    row_won: tuple[str, ...]
    row_lost: tuple[str, ...]
    row_unbeaten: tuple[str, ...]
    tried: tuple[str, ...]
    """Words beside a bare number of attempts ("needed 22 shots")."""
    began: tuple[str, ...]
    """Verbs right before what somebody made of the first attempts."""
    several: tuple[str, ...]
    """Nouns for more than one contest."""
    went_in: tuple[str, ...]
    """Words beside a bare number of those that went in ("made six shots")."""
    apiece: tuple[str, ...]
    """Words that make a figure that of everybody who is named."""
    subject_pronouns: tuple[str, ...]
    """Pronouns that something is said of."""
    called: tuple[str, ...]
    """Nouns for a player, with which a report goes on about one ("The forward finished with")."""
    side_pronouns: tuple[str, ...]
    """Those of them that can stand for a side."""
    relatives: tuple[str, ...]
    """Pronouns by which something is said of the person before them."""
    agents: tuple[str, ...]
    """Prepositions of whoever does something ("led by")."""
    accompanied: tuple[str, ...]
    """Prepositions of somebody of whom a participle says something ("with Hall adding twelve")."""
    doing: tuple[str, ...]
    """Endings of such participles."""
    margin: tuple[str, ...]
    """Words right before or behind a figure that make it the difference between two scores."""
    by_so_much: tuple[str, ...]
    """Words right before the difference of a final score ("won by eleven")."""
    won_by: tuple[str, ...]
    """Verbs before them."""
    leads: tuple[str, ...]
    """Nouns for the difference between two scores at some moment."""
    lead_of: tuple[str, ...]
    """Words between such a noun and the figure ("a lead of six")."""
    hosts: tuple[str, ...]
    """Words for the side that plays at home."""
    guests: tuple[str, ...]
    led_at: tuple[str, ...]
    """What a side does that has more at some moment."""
    trailed_at: tuple[str, ...]
    bare: tuple[str, ...]
    """Those of the two that are mostly prepositions."""
    stood: tuple[str, ...]
    """Verbs with which they say who is ahead."""
    won_part: tuple[str, ...]
    """What a side does that has more of a part of the contest."""
    lost_part: tuple[str, ...]
    moments: tuple[str, ...]
    """Names of parts that are moments: what a side has then, it has so far."""
    entering: tuple[str, ...]
    """Words before a part that mean the score up to its beginning ("going into the fourth quarter")."""
    which: tuple[str, ...]
    """Pronouns behind the name of a part that mean the part itself ("into the fourth, in which")."""
    when: tuple[str, ...]
    """Words that open a clause which says up to when a figure is counted ("when the quarter ended")."""
    passing: tuple[str, ...]
    """Words that make a score one on the way ("late in the first")."""
    time_left: tuple[str, ...]
    """Words that do so behind a time ("with two minutes to go")."""
    some_time: tuple[str, ...]
    """Words that say that something held at some moments only ("at one point", "for most of")."""
    opposites: dict[str, str]
    """What a text should have said instead of a word."""
    day_parts: tuple[str, ...]
    """What may be written behind a weekday in one word."""
    other_day: tuple[str, ...]
    """Words before a weekday by which it is the day of something else."""
    since_then: tuple[str, ...]
    """Words before a moment that mean the time behind it ("after the break")."""
    own: tuple[str, ...]
    """Words between them and a place ("in their own Dome")."""
    where: tuple[str, ...]
    """Prepositions of the place of a contest."""
    coming: tuple[str, ...]
    """Words of sentences about what comes next."""
    both: tuple[str, ...]
    """Words for the two sides together."""
    playing: tuple[str, ...]
    """Words right before an opponent to come."""
    at_home: tuple[str, ...]
    """What a side does that plays at home; the first is what is expected."""
    away: tuple[str, ...]
    won_at_home: tuple[str, ...]
    """What says that a contest was at home of whoever won or lost it; the first is what is expected."""
    won_away: tuple[str, ...]
    coming_over: tuple[str, ...]
    """Verbs before the name of a side that comes to the other one."""
    season_won: tuple[str, ...]
    """Words beside a count of all wins of a season, for a noun or as the verb before it."""
    season_lost: tuple[str, ...]
    some_wins: tuple[str, ...]
    """Words that make wins those of some contests only ("12 wins in 14 games")."""
    numbered: tuple[str, ...]
    """What stands between such a noun and its number ("loss number 30")."""
    receiving: tuple[str, ...]
    """Verbs with which "on a visit" is said of the other side ("krijgen de Reds op bezoek")."""
    named_numbers: tuple[str, ...]
    """Names that begin with a number, which counts nothing ("the three-point line")."""
    double_figures: tuple[str, ...]
    """What somebody reaches who scores ten or more."""
    starter_nouns: tuple[str, ...]
    bench_nouns: tuple[str, ...]
    """Words for all who came in later, together."""
    margin_words: tuple[str, ...]
    """Words by which a figure of some is a difference, or of another count."""
    every: tuple[str, ...]
    """Words right before a figure that is all there were ("made all six of his shots")."""
    missed: tuple[str, ...]
    """Verbs whose figures are of what did not go in ("missed six of his eight shots")."""
    apart: tuple[str, ...]
    """Words behind a figure that is the distance between two sides in a table."""
    follows_at: tuple[str, ...]
    """Words right before such a figure."""
    leaders: tuple[str, ...]
    """Words for the side that is first."""
    that_of: tuple[str, ...]
    """What stands for a noun of the other side ("die van de Reds")."""
    to_lead: tuple[str, ...]
    """Verbs of a player right before his own side."""
    off: tuple[str, ...]
    """What stands before the side whose bench somebody came off."""
    among: tuple[str, ...]
    """Words before a side at the beginning of a sentence about one of its players."""
    it_was: tuple[str, ...]
    """Words that may stand between such a side and the player ("For the Reds, it was Hall who")."""
    of_own: tuple[str, ...]
    """What stands behind a figure that counts the same as the one before it ("13 of their own")."""
    adding: tuple[str, ...]
    """Words between a name and a bare figure that counts the same as the one before it."""
    adding_small: tuple[str, ...]
    """Words that may stand beside them."""
    times: tuple[str, ...]
    """Words behind a figure that what it counts stands behind ("acht keer balverlies")."""
    repeats: tuple[str, ...]
    """Words behind a figure that counts how often something was done, by the verb before it ("lost the ball twice")."""
    half_as: tuple[str, ...]
    """Words of a comparison in which a half is no part of the contest ("half as many as the Reds")."""
    each_side: tuple[str, ...]
    """What stands for each of the two sides."""
    that_part: tuple[str, ...]
    """What stands for the part that was named before ("in that frame")."""
    flurry: tuple[str, ...]
    """Words that make points a part of those of a part ("scored ten straight points in the fourth")."""
    level: tuple[str, ...]
    """What says that neither side is ahead."""
    by_parts: tuple[str, ...]
    """What stands before the scores of all parts."""
    better_record: tuple[str, ...]
    """Verbs before the record of whoever won."""
    worse_record: tuple[str, ...]
    nothing: tuple[str, ...]
    """What stands before a noun of which there was none ("without a", "failed to grab")."""
    more: tuple[str, ...]
    fewer: tuple[str, ...]
    than: tuple[str, ...]
    opponents: tuple[str, ...]
    """Words for the other side from the view of one ("than their hosts")."""
    meeting: tuple[str, ...]
    """Words that say that another contest of the same two is meant."""


@cache
def contest_words(language: str) -> ContestWords:
    """Return the words of a language."""
    return load_packaged(ContestWords, "languages", language, "contests.yaml")


def since_moment(words: ContestWords, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether tokens say "after the break": what has been done since, and not up to then."""
    name = tokens[start : end + 1]
    behind = any(t.norm in words.since_then for t in tokens[max(0, start - 2) : start])
    return behind and any(True for _ in phrases_in(name, words.moments))


def passing_in(words: ContestWords, scene: Scene, low: int, high: int) -> bool:
    """Whether the tokens from `low` to `high` (exclusive) make a score one on the way ("with two minutes to go")."""
    tokens = scene.sentence.tokens[low:high]
    times = {v.last for v in scene.values} | {
        b.index for a, b in pairwise(tokens) if a.text == ":" and b.text.isdecimal()
    }
    times -= {b.index for a, b in pairwise(tokens) if a.text in _DASHES}  # "won it 34-25 to go into the break"
    left = any(low + first - 1 in times for first, _ in phrases_in(tokens, words.time_left))
    return left or any(True for _ in phrases_in(tokens, words.passing))


def is_margin(words: ContestWords, tokens: Sequence[Token], first: int) -> bool:
    """Whether the word before a figure makes it a difference ("up six"), and ends no verb ("knocked down six")."""
    near = tokens[max(0, first - 2) : first]
    if not near or near[-1].norm not in words.margin:
        return False
    return not any(last == len(near) - 1 for _, last in phrases_in(near, words.went_in))
