"""What a bare figure counts where the noun is left out: "Hall had 20 points and Price added 19", "30 assists to 19"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import phrases_in
from checker.contests.holder import told_of
from checker.contests.sides import owner_beside

if TYPE_CHECKING:
    from checker.contests.claims import Telling
    from checker.contests.figures import Figure
    from checker.factbase.contests import Contest
    from checker.mentions import Scene

_VERB = 5
"""How many words may stand between a name and its bare figure ("Price followed with just 19")."""
_APART = 12
"""How many words behind the figure before it a bare one may stand."""
_SIDE = 3
"""How many words behind a bare figure the side may end for which it was ("added 19 for the Reds")."""
_NO_FIGURE = frozenset("-–/:%")


def left_out(telling: Telling, scene: Scene, contest: Contest, figure: Figure) -> str | None:
    """Return the property of the figure before a bare one, where the words say that both count the same."""
    times = (figure.value.noun or "").casefold() in telling.words.times
    if figure.value.noun is not None and not times and not is_of_own(telling, scene, figure):
        return None
    if not (ends_there(telling, scene, figure) and figure.first) or _by_verb(telling, scene, figure):
        return None
    owner = owner_beside(telling, scene, contest, figure.first)
    named = is_of_own(telling, scene, figure) or _named_again(telling, scene, contest, figure)
    if owner is None and not named:
        return None
    return before(telling, scene, figure, far=owner is None)


def _by_verb(telling: Telling, scene: Scene, figure: Figure) -> bool:
    """Whether a verb right before a figure says itself what is counted ("had nine rebounds, and Price scored 14")."""
    tokens = scene.sentence.tokens[: figure.first]
    return any(last == figure.first - 1 for _, last in phrases_in(tokens, telling.words.scored))


def before(telling: Telling, scene: Scene, figure: Figure, *, far: bool = False) -> str | None:
    """Return what the figure before another one counts; `far`: also the one thing that the sentence before counts."""
    earlier = [f for f in telling.figures(scene) if f.first < figure.first]
    known = [(f, found[0]) for f in earlier if len(found := telling.counted(f, scene)) == 1]
    if known:
        near = known[-1][0].last >= figure.first - _APART * (1 + far)
        return known[-1][1] if near else None
    if not far or not scene.index:
        return None
    previous = telling.scenes[scene.index - 1]
    if previous.sentence.block != scene.sentence.block or any(f.value.noun for f in earlier):
        return None
    said = {p for f in telling.figures(previous) for p in telling.counted(f, previous)}
    return said.pop() if len(said) == 1 else None


def ends_there(telling: Telling, scene: Scene, figure: Figure) -> bool:
    """Whether nothing that could be counted follows a figure."""
    tokens, words, rules = scene.sentence.tokens, telling.words, telling.evidence.rules
    after = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if after is None:
        return True
    if after.text in _NO_FIGURE or tokens[figure.first - 1].text in _NO_FIGURE:
        return False
    behind = tokens[figure.last + 1 : figure.last + 5]
    near = telling.named(scene, first=figure.last + 2, last=figure.last + 1 + _SIDE)
    for_side = after.norm in words.of_side and any(not telling.human(i) for m in near for i in m.ids)
    phrases = (*words.substituted, *words.of_own, *words.apiece)
    return (
        not after.text[0].isalnum()
        or after.norm in rules.coordinators
        or for_side
        or any(start == 0 for start, _ in phrases_in(behind, phrases))
    )


def is_of_own(telling: Telling, scene: Scene, figure: Figure) -> bool:
    """Whether a figure is what a side had itself of what it brought on the other ("17 of their own")."""
    behind = scene.sentence.tokens[figure.last + 1 : figure.last + 5]
    return any(start == 0 for start, _ in phrases_in(behind, telling.words.of_own))


def _named_again(telling: Telling, scene: Scene, contest: Contest, figure: Figure) -> bool:
    """Whether a figure is all that is said of a person whose name stands before it ("Price added 19")."""
    tokens, words = scene.sentence.tokens, telling.words
    joining = (*telling.evidence.rules.coordinators, ",")
    for mention in telling.named(scene, last=figure.first):
        between = [t.norm for t in tokens[mention.last + 1 : figure.first] if t.norm not in words.adding_small]
        if telling.person(mention) is None or len(between) > _VERB:
            continue
        if not between and mention.first and tokens[mention.first - 1].norm in joining:
            return _listed(telling, scene, contest, mention.first - 2)
        spoken_of = not telling.in_phrase(scene, mention) or told_of(scene, mention, words)
        if " ".join(between) in words.adding and spoken_of:
            return True
    return False


def _listed(telling: Telling, scene: Scene, contest: Contest, index: int) -> bool:
    """Whether a figure that counts something ends at a token ("Hall had 13 rebounds and Price 12")."""
    for figure in telling.figures(scene):
        noun = next((t.index for t in scene.sentence.tokens if t.start == figure.value.noun_start), figure.last)
        if max(noun, figure.last) == index:
            counted = len(telling.counted(figure, scene)) == 1
            return counted or left_out(telling, scene, contest, figure) is not None
    return False
