"""Which side of a contest words speak of: by its name, as the hosts or the visitors, or by a pronoun for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.factbase.model import Reference
from checker.mentions import EntityMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.contests.claims import Telling
    from checker.contests.words import ContestWords
    from checker.factbase.contests import Contest
    from checker.mentions import Scene


def named_sides(
    telling: Telling, scene: Scene, contest: Contest, *, phrased: bool = False
) -> Iterator[tuple[int, int, str, EntityMention | None]]:
    """Yield the first and last token of every mention of a side, the side, and the mention if it is by name.

    A city stands for its side; behind a preposition only where a place cannot be meant (`phrased`).
    """
    found: list[tuple[int, int, str, EntityMention | None]] = []
    words = telling.words
    called = [*phrases_in(scene.sentence.tokens, words.hosts), *phrases_in(scene.sentence.tokens, words.guests)]
    for mention in scene.entities:
        if mention.how == "noun" and any(first <= mention.first <= last for first, last in called):
            continue  # "the home side" is the one at home
        own = set(mention.ids) & set(contest.sides)
        if not own and (phrased or not telling.in_phrase(scene, mention)):
            own = _by_city(telling, contest, mention)
        if len(own) == 1 and mention.how not in ("pronoun", "adjective"):
            found.append((mention.first, mention.last, own.pop(), mention))
    if contest.home is not None:
        roles = ((telling.words.hosts, contest.home), (telling.words.guests, contest.other(contest.home)))
        for phrases, side in roles:
            for first, last in phrases_in(scene.sentence.tokens, phrases):
                apart = not any(a <= last and first <= b for a, b, *_ in found)
                next_to = any(a == last + 1 for a, *_ in found)  # "the visiting Reds", "the host Reds"
                if apart and not next_to:
                    found.append((first, last, side, None))
    yield from sorted(found, key=lambda item: item[0])


def _by_city(telling: Telling, contest: Contest, mention: EntityMention) -> set[str]:
    """Return the side that the name of its city stands for."""
    if mention.how != "name" or len(mention.ids) != 1:
        return set()
    return sides_of_city(telling, contest, mention.ids[0])


def sides_of_city(telling: Telling, contest: Contest, city: str) -> set[str]:
    """Return the sides of a contest whose city an entity is."""
    facts = [s for side in contest.sides for s in telling.base.facts_of(side, "city")]
    return {s.subject for s in facts if isinstance(s.value, Reference) and s.value.id == city}


def subject_side(telling: Telling, scene: Scene, contest: Contest, position: int, low: int = 0) -> str | None:
    """Return the side that the words before a token say something of; None where that is open."""
    tokens = scene.sentence.tokens
    before = []
    words = telling.words
    done_to = [
        end for _, end in phrases_in(tokens[:position], (*words.beat, *words.lost, *words.held, *words.outscored))
    ]
    for first, last, side, mention in named_sides(telling, scene, contest):
        if not low <= last < position or (mention is not None and telling.in_phrase(scene, mention)):
            continue
        if any(0 < first - end <= _OBJECT for end in done_to):
            continue  # whom somebody outscored
        if any(t.norm in words.than for t in tokens[max(0, first - 2) : first]):
            continue  # with whom somebody is compared
        after = tokens[last + 1].text if last + 1 < len(tokens) else ""
        possessor = mention is not None and (mention.text.endswith(("'s", "’s", "'", "’")) or after in _POSSESSIVE)
        if not possessor:
            before.append((last, side))
    if before:
        last, side = before[-1]
        return None if any(t.text == ";" for t in tokens[last + 1 : position]) else side
    sides = {s for _, last, s, _ in named_sides(telling, scene, contest) if last < position}
    pronoun = any(t.norm in telling.words.subject_pronouns for t in tokens[low:position])
    resolved = any(m.how == "pronoun" for m in scene.entities if m.last < position)
    resolved |= any(t.norm in telling.words.side_pronouns for t in tokens[low:position])
    if pronoun and not sides and scene.index and resolved:
        previous = telling.scenes[scene.index - 1]
        subjects = [
            s
            for _, _, s, m in named_sides(telling, previous, contest)
            if (m is None or not telling.in_phrase(previous, m)) and previous.sentence.block == scene.sentence.block
        ]
        return subjects[0] if subjects else None
    return sides.pop() if len(sides) == 1 and pronoun else None


def owner_beside(telling: Telling, scene: Scene, contest: Contest, position: int) -> EntityMention | None:
    """Return the side whose possessive stands right before a token ("to the Reds' 17", "to Ashford's 19")."""
    tokens = scene.sentence.tokens
    if not position or not (tokens[position - 1].text in _POSSESSIVE or tokens[position - 1].text.endswith("s")):
        return None
    for _, last, side, mention in named_sides(telling, scene, contest, phrased=True):
        marked = tokens[position - 1].text in _POSSESSIVE and last == position - 2
        written = last == position - 1 and mention is not None and mention.text.endswith(_MARKS)
        if mention is not None and (marked or written):
            return replace(mention, ids=(side,))
    return None


def both_sides(scene: Scene, contest: Contest, position: int, words: ContestWords) -> list[EntityMention]:
    """Return both sides where a clause begins with words for each of them ("Each side took 86 shots")."""
    tokens = scene.sentence.tokens
    for first, last in phrases_in(tokens[:position], words.each_side):
        if position - last <= _EACH and not any(t.text in ",;:" for t in tokens[last + 1 : position]):
            start, end = tokens[first], tokens[last]
            text = " ".join(t.text for t in tokens[first : last + 1])
            each = EntityMention(
                start=start.start, end=end.end, text=text, first=first, last=last, ids=(), how="pronoun"
            )
            return [replace(each, ids=(side,)) for side in contest.sides]
    return []


_EACH = 5
"""How many words behind "each side" the figure may stand."""
_MARKS = ("'s", "’s", "'", "’")
_OBJECT = 3
"""How many words may stand between a verb and the side that it is done to."""
_POSSESSIVE = frozenset(("'", "’", "'s", "’s"))
