"""Names: a misspelling of a name of the base, a form that the base advises against, one person under two first names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.checks import Check
from checker.report import Finding, Repair, Verdict
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene
    from checker.names import NameIndex


def _finding(
    scene: Scene, mention: EntityMention, entity: str, expected: str, explainer: Explainer, key: str, other: str = ""
) -> Finding:
    return Finding(
        verdict=Verdict.MISSPELLED,
        check="names",
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sentence=explainer.sentence(scene),
        explanation=explainer.say(key, claimed=mention.text, expected=expected, other=other),
        property="name",
        subject=entity,
        subject_name=show_entity(explainer.base, entity, explainer.ui),
        claimed=mention.text,
        expected=expected,
        expected_value={"type": "name", "text": expected},
        repairs=(Repair(mention.start, mention.end, expected),),
        confidence=0.8,
    )


def _misspelled(
    scenes: Sequence[Scene], names: NameIndex, base: FactBase, explainer: Explainer
) -> Iterator[Finding]:
    lower = {token.norm for scene in scenes for token in scene.sentence.tokens if token.text.islower()}
    often: dict[str, int] = {}
    for scene in scenes:
        for token in scene.sentence.tokens:
            often[token.norm] = often.get(token.norm, 0) + 1
    for scene in scenes:
        for mention in scene.entities:
            if mention.how == "discouraged":
                entity = mention.ids[0]
                yield _finding(
                    scene, mention, entity, show_entity(base, entity, explainer.language), explainer, "discouraged"
                )
            if mention.how != "unknown":
                continue
            words = scene.sentence.tokens[mention.first : mention.last + 1]
            plain = [w for w in words if w.text[0].isalpha()]
            wrong = [(w, hit) for w in plain if (hit := names.nearest_name(w.text)) and w.norm not in lower]
            if len(wrong) != 1 or len(plain) > 3:
                continue
            word, (written, entity) = wrong[0]
            known = {
                fold(part) for name in base.entities[entity].all_names() for part in re.findall(r"[^\W_]+", name)
            }
            others = [w for w in plain if w is not word]
            if others and not all(w.norm in known for w in others):
                continue
            if not others and (often[word.norm] > 2 or base.entities[entity].type == "place"):
                # A word that comes again and again is a name of its own.
                continue
            text = mention.text
            begin = word.start - mention.start
            expected = text[:begin] + written + text[begin + len(word.text) :]
            yield _finding(scene, mention, entity, expected, explainer, "misspelled")


def _two_forms(scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    forms: dict[str, list[tuple[Scene, EntityMention]]] = {}
    for scene in scenes:
        for mention in scene.entities:
            if mention.how == "name" and len(mention.ids) == 1 and " " in mention.text:
                entity = base.entities.get(mention.ids[0])
                if entity is not None and entity.type == "person":
                    forms.setdefault(entity.id, []).append((scene, mention))
    for entity_id, mentions in sorted(forms.items()):
        canonical = show_entity(base, entity_id, explainer.language)
        spelled = {fold(mention.text): mention.text for _, mention in mentions}
        surnames = {key.split()[-1] for key in spelled}
        if len(spelled) < 2 or len(surnames) > 1 or fold(canonical) not in spelled:
            continue
        for scene, mention in mentions:
            if not fold(canonical).endswith(fold(mention.text)) and len(mention.text.split()) == len(canonical.split()):
                yield _finding(
                    scene, mention, entity_id, canonical, explainer, "two_forms", spelled[fold(canonical)]
                )


def _run(
    document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer, names: NameIndex
) -> Iterator[Finding]:
    del document
    yield from _misspelled(scenes, names, base, explainer)
    yield from _two_forms(scenes, base, explainer)


check = Check(run=_run)
