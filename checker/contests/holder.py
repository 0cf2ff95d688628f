"""Whose the figures of a sentence are: the last one before them of whom it says something.

No one is meant who is only spoken about: the side that somebody led, a possessor of something, whoever stands behind a
preposition, a pronoun that is an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from checker.contests.words import ContestWords
    from checker.mentions import EntityMention, Scene

_OBJECT = 3
"""How many words may stand between "led" and the side that was led."""


def holder_before(
    scene: Scene,
    first: int,
    known: Collection[str],
    words: ContestWords,
    in_phrase: Callable[[Scene, EntityMention], bool],
) -> EntityMention | None:
    """Return the mention of the one of `known` that the words before a token say something of."""
    tokens = scene.sentence.tokens
    found = [m for m in scene.entities if m.last < first and (not m.ids or _one(m) in known)]
    found = [m for m in found if not any(t.norm in words.than for t in tokens[max(0, m.first - 2) : m.first])]
    done_to = (*words.led, *words.gave, *words.beat, *words.outscored)
    led = [last for _, last in phrases_in(tokens[:first], done_to)]

    def spoken_of(mention: EntityMention) -> bool:
        if mention.how == "pronoun":
            return tokens[mention.first].norm in words.subject_pronouns
        if told_of(scene, mention, words):
            return True
        if any(0 < mention.first - end <= _OBJECT for end in led) and any(m.last < mention.first for m in found):
            return False
        return not (_possessor(scene, mention, first) or in_phrase(scene, mention))

    told = [m for m in found if spoken_of(m)] or [m for m in found if m.how != "pronoun" and m is found[0]]
    last = told[-1] if told else None
    return last if last is not None and last.ids else None


def told_of(scene: Scene, mention: EntityMention, words: ContestWords) -> bool:
    """Whether what follows is said of a name behind a preposition: "led by Price", "van Price, die ..."."""
    tokens = scene.sentence.tokens
    after = [t.norm for t in tokens[mention.last + 1 : mention.last + 3] if t.text != ","]
    before = tokens[mention.first - 1].norm if mention.first else ""
    doing = any(word.endswith(words.doing) for word in after)
    accompanied = before in words.accompanied and doing  # "with Hall also blocking four shots"
    return accompanied or before in words.agents or (bool(after) and after[0] in words.relatives)


def _one(mention: EntityMention) -> str | None:
    return mention.ids[0] if len(mention.ids) == 1 or (mention.ids and mention.how == "pronoun") else None


def _possessor(scene: Scene, mention: EntityMention, first: int) -> bool:
    """Whether a name only says whose something else is ("the Reds' bench"); figures of its own may follow it."""
    tokens = scene.sentence.tokens
    marks = ("'", "’", "'s", "’s", "s")
    after: Sequence[str] = [t.text for t in tokens[mention.last + 1 : mention.last + 3]]
    possessive = mention.text.endswith(("'s", "’s", "'", "’")) or (bool(after) and after[0] in marks[:4])
    return possessive and first - mention.last > 3
