"""Names: a misspelling of one of the base, a form that it advises against, one person under two first names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.checks import Check
from checker.report import Evidence, Finding, Repair, Verdict
from checker.wording import show_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention, Scene


def _finding(
    scene: Scene,
    mention: EntityMention,
    entity: str,
    expected: str,
    explainer: Explainer,
    *,
    key: str,
    other: EntityMention | None = None,
) -> Finding:
    known = explainer.base.entities.get(entity)
    name = show_entity(explainer.base, entity, explainer.ui)
    proof = Evidence(statement=f"{entity}.name", label=name, file=known.file, line=known.line) if known else None
    return Finding(
        verdict=Verdict.MISSPELLED,
        check="names",
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sentence=explainer.sentence(scene),
        explanation=explainer.say(key, claimed=mention.text, expected=expected, other=other.text if other else ""),
        property="name",
        subject=entity,
        subject_name=name,
        claimed=mention.text,
        expected=expected,
        expected_value={"type": "name", "text": expected},
        evidence=(proof,) if proof and proof.file else (),
        related=(explainer.part("name", other.start, other.end),) if other else (),
        repairs=(Repair(mention.start, mention.end, expected),),
        confidence=0.8,
    )


def _misspelled(scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    for scene in scenes:
        for mention in scene.entities:
            if mention.how == "discouraged":
                entity = mention.ids[0]
                right = show_entity(base, entity, explainer.language)
                yield _finding(scene, mention, entity, right, explainer, key="discouraged")
            elif mention.misspelled is not None:
                yield _finding(scene, mention, mention.ids[0], mention.misspelled, explainer, key="misspelled")


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
                yield _finding(
                    scene, mention, entity_id, canonical, explainer, key="two_forms", other=spelled[fold(canonical)]
                )


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    del document
    yield from _misspelled(scenes, base, explainer)
    yield from _two_forms(scenes, base, explainer)


check = Check(
    run=_run,
    finds={
        "nl": "Een naam moet geschreven zijn zoals de feitenbasis hem schrijft, en in een tekst overal gelijk.",
        "en": "A name must be written as the fact base writes it, and alike throughout a text.",
    },
)
