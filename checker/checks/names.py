"""Names: a misspelling of one of the base, a form that it advises against, a wrong first name or surname, two forms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from checker.analysis import fold
from checker.checks import Check
from checker.claims.name_forms import name_finding, wrong_first_name
from checker.claims.surnames import wrong_surnames
from checker.languages import grammar
from checker.mentions.given_names import given_names, other_given_name
from checker.report import Finding, Severity, Verdict
from checker.spelling import slipped
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene


_OPENING = 2
"""How many letters a first name shares with the one that it is taken for: people of one surname mostly share none."""
_TELLING = 4
"""How many letters a first name has at least that is taken for another one."""
_MOST_NAMES = 300
"""How many names of a text are compared with each other at most."""


def _misspelled(scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    for scene in scenes:
        for mention in scene.entities:
            if mention.how == "discouraged":
                entity = mention.ids[0]
                right = show_entity(base, entity, explainer.language)
                yield name_finding(scene, mention, entity, right, explainer, key="discouraged")
            elif mention.misspelled is not None:
                yield name_finding(scene, mention, mention.ids[0], mention.misspelled, explainer, key="misspelled")


def _two_forms(scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    forms: dict[str, list[tuple[Scene, EntityMention]]] = {}
    for scene in scenes:
        for mention in scene.entities:
            if mention.how == "name" and mention.misspelled is None and len(mention.ids) == 1 and " " in mention.text:
                entity = base.entities.get(mention.ids[0])
                if entity is not None and entity.human:
                    forms.setdefault(entity.id, []).append((scene, mention))
    for entity_id, mentions in sorted(forms.items()):
        canonical = show_entity(base, entity_id, explainer.language)
        spelled = {fold(mention.text): mention for _, mention in reversed(mentions)}
        surnames = {key.split()[-1] for key in spelled}
        if len(spelled) < 2 or len(surnames) > 1 or fold(canonical) not in spelled:
            continue
        for scene, mention in mentions:
            if not fold(canonical).endswith(fold(mention.text)) and len(mention.text.split()) == len(canonical.split()):
                yield name_finding(
                    scene, mention, entity_id, canonical, explainer, key="two_forms", other=spelled[fold(canonical)]
                )


def _first_names(scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    """Yield a surname of the base with another first name, where that is a slip of the right one or its role tells.

    Another first name alone says nothing: that is somebody else of the family.
    """
    for scene in scenes:
        for mention in scene.entities:
            given = other_given_name(base, scene, mention, explainer.language)
            if given is None:
                continue
            known = given_names(base, mention.ids[0])
            slip = any(_slip_of_first_name(fold(given.text), fold(name)) for name in known)
            slip = slip or _taken_for(scenes, mention, given, known, explainer.language)
            role = _role_beside(scene, mention, given.index, explainer)
            if slip or role:
                yield wrong_first_name(scene, mention, given, explainer, role="" if slip else role or "")


def _slip_of_first_name(given: str, known: str) -> bool:
    near = OSA.distance(given, known, score_cutoff=1) == 1 and min(len(given), len(known)) >= 3
    return near and given[0] == known[0] and max(len(given), len(known)) >= 4 and given[-1] == known[-1]


def _taken_for(
    scenes: Sequence[Scene], mention: EntityMention, given: Token, known: Sequence[str], language: str
) -> bool:
    """Whether a first name begins as the right one does, in a text that names no such person, and no family.

    "Joris" for "Joost" is a slip of the memory; a brother is somebody of whom one says so.
    """
    written = fold(given.text)
    alike = [name for name in map(fold, known) if name[:_OPENING] == written[:_OPENING] and len(name) >= _TELLING]
    if not alike or len(written) < _TELLING:
        return False
    whole = {f"{name} {fold(mention.text)}" for name in alike}
    family = frozenset(grammar(language).relations)
    beside = [scene for scene in scenes if any(mention.ids[0] in m.ids for m in scene.entities)]
    if any(fold(m.text) in whole for scene in beside for m in scene.entities):
        return False
    return not any(token.norm in family for scene in beside for token in scene.sentence.tokens)


def _role_beside(scene: Scene, mention: EntityMention, first: int, explainer: Explainer) -> str | None:
    """Return the role that stands right beside a name and that the base gives to the one who bears the surname now."""
    for term in scene.terms:
        beside = first - term.last == 1 or (0 < term.first - mention.last <= 2)
        own = [s for s in term.statements if s.subject == mention.ids[0]]
        when = explainer.date
        valid = [s for s in own if when is None or s.valid is None or s.valid.first <= when.last <= s.valid.last]
        if beside and valid:
            return term.text
    return None


def _two_spellings(scenes: Sequence[Scene], explainer: Explainer) -> Iterator[Finding]:
    """Yield a name that the base does not know and that the text spells otherwise elsewhere, in its rarer form."""
    forms: dict[tuple[str, ...], list[tuple[Scene, EntityMention]]] = {}
    for scene in scenes:
        for found in scene.entities:
            opening = found.how == "unknown" and found.first == 0 and found.text.count(" ") > 1
            mention = _without_first(scene, found) if opening else found  # "Later Orla Berkvens"
            words = tuple(mention.text.split())
            if mention.how == "unknown" and 1 < len(words) <= 4 and all(word.isalpha() for word in words):
                forms.setdefault(words, []).append((scene, mention))
    told = sorted(forms, key=lambda words: (-len(forms[words]), forms[words][0][1].start))[:_MOST_NAMES]
    for position, words in enumerate(told):
        for other in told[:position]:
            pairs = [(fold(a), fold(b)) for a, b in zip(words, other, strict=False) if a != b]
            apart = {s.index for s, _ in forms[words]}.isdisjoint(s.index for s, _ in forms[other])
            if len(words) == len(other) and len(pairs) == 1 and slipped(*pairs[0]) and apart:
                right = forms[other][0][1]
                for scene, mention in forms[words]:
                    yield name_finding(scene, mention, "", right.text, explainer, key="two_spellings", other=right)
                break


def _without_first(scene: Scene, mention: EntityMention) -> EntityMention:
    """Return a name without its first word, which a sentence may merely begin with."""
    start = scene.sentence.tokens[mention.first + 1].start
    return replace(mention, start=start, first=mention.first + 1, text=mention.text[start - mention.start :])


def _accents(scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    """Yield, as a mere note, the first place where a name of the base lacks its accents."""
    told: set[str] = set()
    for scene in scenes:
        for mention in scene.entities:
            entity = base.entities.get(mention.ids[0]) if len(mention.ids) == 1 else None
            if mention.how != "name" or mention.misspelled or entity is None or entity.id in told:
                continue
            names = (*entity.all_names(), *entity.discouraged)
            accented = [n for n in names if fold(n) == fold(mention.text) and n.casefold() != mention.text.casefold()]
            if not accented or any(n.casefold() == mention.text.casefold() for n in names):
                continue
            if mention.text.isascii() and not accented[0].isascii() and len(accented[0]) == len(mention.text):
                told.add(entity.id)
                finding = name_finding(scene, mention, entity.id, accented[0], explainer, key="accents")
                yield replace(finding, verdict=Verdict.SUPPORTED, level=Severity.NOTE)


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document
    yield from _misspelled(scenes, base, explainer)
    yield from _two_forms(scenes, base, explainer)
    yield from _first_names(scenes, base, explainer)
    yield from wrong_surnames(scenes, base, explainer)
    yield from _two_spellings(scenes, explainer)
    yield from _accents(scenes, base, explainer)


check = Check(
    run=_run,
    finds={
        "nl": "Een naam moet geschreven zijn zoals de feitenbasis hem schrijft, en in een tekst overal gelijk.",
        "en": "A name must be written as the fact base writes it, and alike throughout a text.",
    },
)
