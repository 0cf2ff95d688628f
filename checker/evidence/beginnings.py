"""When somebody came to an organisation, and when an organisation began, where no word of the property says so.

"Berg has worked for Alpha since 2010", "Zij kwam in 2010 bij Alpha"; "Alpha started in 1912 with one boat".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.languages import tenures

if TYPE_CHECKING:
    from checker.evidence.setting import Setting
    from checker.mentions import EntityMention, Scene, ValueMention

JOINED = "joined"
"""The property of when somebody came to an organisation."""
FOUNDED = "founded"
"""The property of when an organisation began."""
_WORK = 2
"""How many words say as what somebody came."""
_CLAUSE = 8
"""How many words the clause of a coming may have beside names and the date."""


def came_to(setting: Setting, scene: Scene, date: ValueMention) -> frozenset[str]:
    """Return the organisations that a clause says somebody came to, or works for, on or since a date."""
    tokens, words = scene.sentence.tokens, tenures(setting.language)
    since = date.value.hedge == "min"
    verbs = frozenset(words.working if since else words.coming)
    found: set[str] = set()
    for thing in scene.entities:
        before = thing.first - 1
        while before > 0 and tokens[before].norm in setting.articles:
            before -= 1
        if before < 1 or not thing.ids or tokens[before].norm not in words.at:
            continue
        first, last = min(before, date.first), max(thing.last, date.last)
        verb = next((i for i in range(max(0, first - 3), last + 1) if tokens[i].norm in verbs), None)
        if verb is None or not _closes(setting, scene, last) or not _somebody(setting, scene, verb, date):
            continue
        taken = {*range(thing.first, thing.last + 1), *range(date.first, date.last + 1), verb}
        between = [t for t in tokens[min(first, verb) : last + 1] if t.index not in taken]
        small = (*words.adverbs, *words.at, *setting.articles, *setting.prepositions, *setting.rules.auxiliaries)
        small = (*small, *setting.rules.since)
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        plain = [t for t in between if t.index not in named]
        if len(plain) <= _CLAUSE and all(t.norm in small for t in plain):
            found.update(thing.ids)
    return frozenset(found)


def entered(setting: Setting, scene: Scene, date: ValueMention) -> EntityMention | None:
    """Return who a clause says came here, or began or came as something, on a date.

    "She came here in 2017", "In 1990 kwam ik hier binnen als planner", "She has worked here since 2010". Without "here"
    or the work, what somebody began is anything.
    """
    tokens, words = scene.sentence.tokens, tenures(setting.language)
    verbs = frozenset(words.working if date.value.hedge == "min" else (*words.coming, *words.begun))
    rules = setting.rules
    auxiliary = frozenset((*words.adverbs, *rules.auxiliaries, *setting.prepositions, *rules.since, *rules.relatives))
    for who in scene.entities:
        person = any(setting.type_of(i) == "person" for i in who.ids)
        before = tokens[who.first - 1].norm if who.first else ""
        if not person or before in setting.prepositions:
            continue
        taken = {*range(who.first, who.last + 1), *range(date.first, date.last + 1)}
        low, high, verb, here = min(who.first, date.first), max(who.last, date.last), False, False
        index = low
        while index < len(tokens):
            token = tokens[index]
            if token.norm in verbs and not verb:
                verb = True
            elif token.norm in words.here:
                here = True
            elif index not in taken and (token.norm not in auxiliary or (index > high and verb)):
                break
            index += 1
        if verb and index > high and (_as_work(setting, scene, index) or (here and _closes(setting, scene, index - 1))):
            return who
    return None


def _as_work(setting: Setting, scene: Scene, index: int) -> bool:
    """Whether a clause goes on, and ends, with as what or for what work somebody came ("as a planner")."""
    tokens, words = scene.sentence.tokens, tenures(setting.language)
    if index >= len(tokens) or tokens[index].norm not in (*words.as_what, *words.at):
        return False
    rest = []
    for token in tokens[index + 1 :]:
        if not token.text[0].isalnum() or token.norm in setting.rules.coordinators:
            break
        rest.append(token)
    plain = [t for t in rest if t.norm not in setting.articles]
    if not 0 < len(plain) <= _WORK or any(not t.text.islower() or t.norm in setting.prepositions for t in plain):
        return False
    if plain[-1].norm.endswith(words.no_jobs):
        return False  # "came here as a student", before there was any work
    return tokens[index].norm in words.as_what or plain[-1].norm.endswith(words.jobs)


def _somebody(setting: Setting, scene: Scene, verb: int, date: ValueMention) -> bool:
    """Whether no common noun stands right before a verb ("a new captain came to Alpha")."""
    tokens, rules = scene.sentence.tokens, setting.rules
    if not verb or not tokens[verb - 1].text[0].isalnum() or date.first <= verb - 1 <= date.last:
        return True
    small = (*rules.auxiliaries, *rules.relatives, *tenures(setting.language).adverbs)
    return tokens[verb - 1].norm in small or any(m.last == verb - 1 for m in scene.entities)


def began(setting: Setting, scene: Scene, thing: EntityMention, date: ValueMention) -> bool:
    """Whether a clause says when a thing itself began, and goes on with nothing but with how little.

    "They started in 2013.", "Alpha began in 1912 with one boat", "het bedrijf dat in 1999 met één molen begon".
    """
    tokens, words = scene.sentence.tokens, tenures(setting.language)
    begun = frozenset(words.begun)
    if thing.last >= date.first or date.value.hedge == "min":
        return False
    before = thing.first - 1
    while before >= 0 and tokens[before].norm in setting.articles:
        before -= 1
    if before >= 0 and tokens[before].norm in setting.prepositions:
        return False  # "Work at Alpha started in 2020"
    index, verb = thing.last + 1, False
    small = frozenset((*words.adverbs, *setting.prepositions, *setting.rules.auxiliaries, *setting.rules.relatives))
    while index < date.first and (tokens[index].norm in begun or tokens[index].norm in small):
        verb = verb or tokens[index].norm in begun
        index += 1
    if index < date.first:
        return False
    index = _humbly(setting, scene, date.last + 1)
    if not verb and index < len(tokens) and tokens[index].norm in begun:
        verb, index = True, index + 1
    return verb and (index >= len(tokens) or not tokens[index].text[0].isalnum())


def _humbly(setting: Setting, scene: Scene, index: int) -> int:
    """Return where a phrase ends that says with how little something began ("with one boat", "met één molen in X")."""
    tokens = scene.sentence.tokens
    words = tenures(setting.language)
    if (
        index + 2 >= len(tokens)
        or tokens[index].norm not in words.goes_on
        or tokens[index + 1].text.casefold() not in words.few
    ):
        return index
    index += 3
    if index + 1 < len(tokens) and tokens[index].norm in words.places:
        place = next((m for m in scene.entities if m.first == index + 1), None)
        index = place.last + 1 if place is not None else index
    return index


def _closes(setting: Setting, scene: Scene, last: int) -> bool:
    """Whether a clause ends behind a token."""
    tokens = scene.sentence.tokens
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    return behind is None or not behind.text[0].isalnum() or behind.norm in setting.rules.coordinators
